package ssda903

// yearCases are for rules on this year's episodes against last year's.
var yearCases = []ruleCase{
	{"452", "the same episode", []string{"Episodes: CHILD DECOM RNE PL_LA | 1 01/05/2025 S E09 | 2 01/05/2025 S E08 | 3 02/05/2025 S E08 | 4 01/05/2025 P E08 | 5 01/05/2025 S - | 6 01/05/2025 S E08", "Episodes_last: CHILD DECOM RNE PL_LA | 1 01/05/2025 S E09 | 2 01/05/2025 S E09 | 3 01/05/2025 S E09 | 4 01/05/2025 S E09 | 5 01/05/2025 S E09"}, "Episodes 1, Episodes 4"},
	{"453", "a tenth passes, gone or come does not", []string{"Episodes: CHILD DECOM RNE PL_DISTANCE | 1 01/05/2025 S 4.1 | 2 01/05/2025 S 4.2 | 3 01/05/2025 S - | 4 01/05/2025 S 4 | 5 01/05/2025 S 9", "Episodes_last: CHILD DECOM RNE DEC PL_DISTANCE | 1 01/05/2025 S - 4 | 2 01/05/2025 S - 4 | 3 01/05/2025 S - 4 | 4 01/05/2025 S - - | 5 01/05/2025 S 01/06/2025 4"}, "Episodes 1, Episodes 2, Episodes 3"},
	{"502", "not in last year passes", []string{"Episodes: CHILD DECOM | 1 01/05/2025 | 2 02/05/2025", "Episodes_last: CHILD DECOM DEC | 2 01/05/2025 -"}, "Episodes 1"},
	{"503A", "latest of last year, first of this", []string{"Episodes: CHILD DECOM RNE | 1 01/06/2025 P | 1 01/05/2025 S | 2 01/05/2025 S | 3 01/05/2025 S", "Episodes_last: CHILD DECOM DEC RNE | 1 01/05/2025 - S | 1 01/04/2025 - P | 2 01/05/2025 - P | 3 01/05/2025 01/06/2025 P"}, "Episodes 2"},
	{"503B", "missing differs", []string{"Episodes: CHILD DECOM LS | 1 01/05/2025 - | 2 01/05/2025 C2 | 3 01/05/2025 - | 4 01/05/2025 C2", "Episodes_last: CHILD DECOM DEC LS | 1 01/05/2025 - C2 | 2 01/05/2025 - C2 | 3 01/05/2025 - -"}, "Episodes 0"},
	{"503C", "missing differs", []string{"Episodes: CHILD DECOM CIN | 1 01/05/2025 N1 | 2 01/05/2025 N1 | 3 - N1", "Episodes_last: CHILD DECOM DEC CIN | 1 01/05/2025 - - | 2 01/05/2025 - N1 | 3 01/05/2025 - N2"}, "Episodes 0"},
	{"503D", "Z1 was recoded a year ago", []string{"Episodes: CHILD DECOM PLACE | 1 01/05/2025 Z11 | 2 01/05/2025 U1", "Episodes_last: CHILD DECOM DEC PLACE | 1 01/05/2025 - Z1 | 2 01/05/2025 - U1"}, "Episodes 0"},
	{"503E", "closed passes", []string{"Episodes: CHILD DECOM PLACE_PROVIDER | 1 01/05/2025 PR1 | 2 01/05/2025 PR1", "Episodes_last: CHILD DECOM DEC PLACE_PROVIDER | 1 01/05/2025 - PR2 | 2 01/05/2025 01/06/2025 PR2"}, "Episodes 0"},
	{"503F", "both missing passes", []string{"Episodes: CHILD DECOM URN | 1 01/05/2025 SC1 | 2 01/05/2025 -", "Episodes_last: CHILD DECOM DEC URN | 1 01/05/2025 - SC2 | 2 01/05/2025 - -"}, "Episodes 0"},
	{"503G", "a tenth passes", []string{"Episodes: CHILD DECOM PL_DISTANCE | 1 01/05/2025 10.1 | 2 01/05/2025 10.2 | 3 01/05/2025 -", "Episodes_last: CHILD DECOM DEC PL_DISTANCE | 1 01/05/2025 - 10 | 2 01/05/2025 - 10 | 3 01/05/2025 - 10"}, "Episodes 1, Episodes 2"},
	{"503H", "another authority", []string{"Episodes: CHILD DECOM PL_LA | 1 01/05/2025 E08 | 2 01/05/2025 E09 | 3 01/05/2025 E09", "Episodes_last: CHILD DECOM DEC PL_LA | 1 01/05/2025 - E09 | 2 01/05/2025 - E09"}, "Episodes 0"},
	{"503J", "in or out", []string{"Episodes: CHILD DECOM PL_LOCATION | 1 01/05/2025 IN | 2 01/05/2025 OUT", "Episodes_last: CHILD DECOM DEC PL_LOCATION | 1 01/05/2025 - OUT | 2 01/05/2025 - OUT"}, "Episodes 0"},
	{"562", "the first day of the year passes", []string{"Episodes: CHILD DECOM | 1 01/04/2026 | 2 31/03/2026 | 3 31/03/2026 | 4 31/03/2026 | 5 -", "Episodes_last: CHILD DECOM | 1 01/05/2025 | 2 01/05/2025 | 3 31/03/2026"}, "Episodes 1, Episodes 3"},
	{"NoE", "the first day of the year passes", []string{"Episodes: CHILD DECOM | 1 01/04/2026 | 2 31/03/2026 | 3 31/03/2026 | 4 -", "Episodes_last: CHILD DECOM | 3 01/05/2025"}, "Episodes 1"},
}

// uascCases are for rules on unaccompanied asylum-seeking children.
var uascCases = []ruleCase{
	{"104", "the first day of the year passes", []string{"UASC: CHILD DUC | 1 01/04/2026 | 2 31/03/2026 | 3 31/04/2026 | 4 -"}, "UASC 1, UASC 2"},
	{"105", "0 and 1", []string{"XML:", "Header: CHILD UASC | 1 0 | 2 1 | 3 2 | 4 -"}, "Header 2, Header 3"},
	{"303", "only with a date", []string{"Header: CHILD UASC | 1 1 | 2 0 | 3 - | 4 0", "UASC: CHILD DUC | 1 01/05/2026 | 2 01/05/2026 | 3 01/05/2026 | 4 -"}, "Header 1, Header 2, UASC 1, UASC 2"},
	{"304", "the 18th birthday passes", []string{"UASC: CHILD DOB DUC | 1 29/02/2008 28/02/2026 | 2 01/05/2008 02/05/2026 | 3 - 02/05/2026 | 4 01/05/2008 -"}, "UASC 1"},
	{"392b", "either is missing", []string{"Episodes: CHILD LS HOME_POST PL_POST | 1 C2 A - | 2 V3 - - | 3 C2 - - | 4 C2 - A | 5 - - A | 6 C2 A A", "Header: CHILD UASC | 1 0 | 3 1 | 4 0", "Header_last: CHILD UASC | 4 1"}, "Episodes 0, Episodes 4"},
	{"205A", "ended before this year passes", []string{"Header: CHILD UASC | 1 0 | 2 0 | 3 0 | 4 1 | 5 0", "Header_last: CHILD UASC | 1 1 | 2 1 | 3 1 | 4 1 | 5 0", "UASC: CHILD DUC | 4 -", "UASC_last: CHILD DUC | 1 31/03/2026 | 2 01/04/2026 | 3 -"}, "Header 1, Header 2"},
	{"205A", "no longer in the return passes", []string{"Header: CHILD UASC | 2 0", "UASC: CHILD DUC | 9 -", "UASC_last: CHILD DUC | 1 01/05/2026"}, ""},
	{"205B", "the birthday or a day this year", []string{"Header: CHILD UASC | 1 1 | 2 1 | 3 1 | 4 1 | 5 1", "Header_last: CHILD UASC | 1 1 | 2 1 | 3 1 | 4 1 | 5 0", "UASC: CHILD DOB DUC | 1 01/05/2010 01/05/2028 | 2 01/05/2010 01/06/2026 | 3 01/05/2010 - | 4 01/05/2010 01/04/2027 | 5 01/05/2010 -", "UASC_last: CHILD DUC | 1 01/05/2028 | 2 01/05/2028 | 3 01/05/2028 | 4 01/05/2028"}, "Header 2, Header 3, UASC 2, UASC 3"},
	{"205B", "last year had ended it", []string{"UASC: CHILD DOB DUC | 1 01/05/2010 01/06/2026", "UASC_last: CHILD DUC | 1 01/06/2025"}, "UASC 0"},
	{"205C", "a date in either year", []string{"Header: CHILD UASC | 1 0 | 2 0 | 3 0 | 4 1", "Header_last: CHILD UASC | 1 0 | 2 0 | 3 0 | 4 0", "UASC: CHILD DUC | 1 01/05/2026 | 2 - | 3 - | 4 01/05/2026", "UASC_last: CHILD DUC | 2 01/05/2026 | 3 -"}, "Header 0, Header 1, UASC 0, UASC 1"},
	{"205D", "new to the return passes", []string{"Header: CHILD UASC | 1 1 | 2 1 | 3 1 | 4 0", "Header_last: CHILD UASC | 1 0 | 2 1 | 4 0", "UASC: CHILD DUC | 1 - | 2 - | 3 -", "UASC_last: CHILD DUC | 2 -"}, "Header 0"},
}
