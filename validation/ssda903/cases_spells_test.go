package ssda903

// spellCases are for rules on times of being missing, social workers and orders.
var spellCases = []ruleCase{
	{"1004", "real and there", []string{"Missing: CHILD MIS_START | 1 01/05/2026 | 2 31/04/2026 | 3 -"}, "Missing 1, Missing 2"},
	{"1005", "real", []string{"Missing: CHILD MIS_END | 1 01/05/2026 | 2 31/04/2026 | 3 -"}, "Missing 1"},
	{"1006", "codes", []string{"Missing: CHILD MISSING | 1 M | 2 A | 3 a | 4 -"}, "Missing 2"},
	{"564", "no start", []string{"Missing: CHILD MISSING MIS_START | 1 A - | 2 A x | 3 - - | 4 X -"}, "Missing 0"},
	{"565", "not said which", []string{"Missing: CHILD MISSING MIS_START | 1 - 01/05/2026 | 2 M 01/05/2026 | 3 - -"}, "Missing 0"},
	{"566", "not said which", []string{"Missing: CHILD MISSING MIS_END | 1 - 01/05/2026 | 2 M 01/05/2026 | 3 - -"}, "Missing 0"},
	{"567", "the same day passes", []string{"Missing: CHILD MIS_START MIS_END | 1 02/05/2026 01/05/2026 | 2 01/05/2026 01/05/2026 | 3 - 01/05/2026 | 4 01/05/2026 -"}, "Missing 0"},
	{"570", "the last day passes", []string{"Missing: CHILD MIS_START | 1 31/03/2027 | 2 01/04/2027 | 3 - | 4 x"}, "Missing 1"},
	{"571", "first and last day pass", []string{"Missing: CHILD MIS_END | 1 31/03/2026 | 2 01/04/2026 | 3 31/03/2027 | 4 01/04/2027 | 5 - | 6 x"}, "Missing 0, Missing 3"},
	{"574", "the same day passes", []string{"Missing: CHILD MIS_START MIS_END | 1 01/05/2026 02/05/2026 | 1 02/05/2026 03/05/2026 | 2 02/05/2026 05/05/2026 | 2 01/05/2026 03/05/2026 | 3 01/05/2026 - | 3 02/05/2026 03/05/2026 | 4 - 01/05/2026 | 4 - -"}, "Missing 2, Missing 5"},
	{"575", "the placement ended", []string{"Missing: CHILD MIS_START MIS_END | 1 01/06/2026 - | 2 01/07/2026 - | 3 01/06/2026 02/06/2026 | 4 01/05/2026 - | 5 30/04/2026 - | 6 - - | 7 01/06/2026 -", "Episodes: CHILD DECOM DEC | 1 01/05/2026 01/07/2026 | 2 01/05/2026 01/07/2026 | 3 01/05/2026 01/07/2026 | 4 01/05/2026 01/07/2026 | 5 01/05/2026 01/07/2026 | 6 01/05/2026 01/07/2026 | 7 01/05/2026 -"}, "Missing 0, Missing 3"},
	{"577", "the day that care ended passes", []string{"Missing: CHILD MIS_START MIS_END | 1 01/06/2026 - | 2 01/06/2026 01/07/2026 | 3 01/06/2026 02/07/2026 | 4 01/06/2026 - | 5 - - | 6 01/06/2026 - | 7 01/06/2026 -", "Episodes: CHILD DECOM DEC | 1 01/05/2026 01/07/2026 | 2 01/05/2026 01/07/2026 | 3 01/05/2026 01/07/2026 | 4 01/05/2026 01/07/2026 | 4 01/07/2026 - | 5 01/05/2026 01/07/2026 | 7 01/05/2026 01/07/2026 | 7 02/07/2026 -"}, "Missing 0, Missing 2, Missing 6"},
	{"578", "the day that care ended fails", []string{"Missing: CHILD MIS_START | 1 01/07/2026 | 2 30/06/2026 | 3 01/07/2026 | 4 02/07/2026 | 5 30/04/2026 | 6 - | 7 01/07/2026", "Episodes: CHILD DECOM DEC | 1 01/05/2026 01/07/2026 | 2 01/05/2026 01/07/2026 | 3 01/05/2026 01/07/2026 | 3 01/07/2026 - | 4 01/05/2026 01/07/2026 | 4 03/07/2026 - | 5 01/05/2026 01/07/2026 | 6 01/05/2026 01/07/2026"}, "Missing 0, Missing 3"},
	{"580", "18 on the day", []string{"Missing: CHILD DOB MIS_END | 1 01/07/2008 01/07/2026 | 2 02/07/2008 01/07/2026 | 3 01/07/2008 01/07/2026 | 4 01/07/2008 30/06/2026 | 5 - 01/07/2026 | 6 01/07/2008 -", "Episodes: CHILD DECOM DEC REC | 1 01/05/2026 01/07/2026 E17 | 2 01/05/2026 01/07/2026 E4A | 3 01/05/2026 01/07/2026 E8 | 4 01/05/2026 01/07/2026 E17 | 5 01/05/2026 01/07/2026 E17 | 6 01/05/2026 - -"}, "Episodes 0"},
	{"581", "first and last day pass", []string{"Missing: CHILD MIS_START | 1 01/05/2026 | 2 30/04/2026 | 3 01/07/2026 | 4 02/07/2026 | 5 - | 6 01/05/2026 | 7 01/05/2026", "Episodes: CHILD DECOM DEC | 1 01/05/2026 - | 2 01/05/2026 - | 3 01/05/2026 01/07/2026 | 4 01/05/2026 01/07/2026 | 5 01/05/2026 - | 6 - -"}, "Missing 1, Missing 3"},
	{"586", "the day of birth passes", []string{"Missing: CHILD DOB MIS_START | 1 01/05/2026 30/04/2026 | 2 01/05/2026 01/05/2026 | 3 - 30/04/2026 | 4 01/05/2026 -"}, "Missing 0"},

	{"SW02STG1", "SW or XX and more", []string{"SWEpisodes: CHILD SW_ID | 1 SW12 | 2 XX12 | 3 SW1 | 4 sw12 | 5 1234 | 6 -"}, "SWEpisodes 2, SWEpisodes 3, SWEpisodes 4, SWEpisodes 5"},
	{"SW17STG2", "the last one", []string{"SWEpisodes: CHILD SW_DECOM SW_DEC | 1 01/06/2026 01/07/2026 | 1 01/05/2026 01/06/2026 | 2 01/06/2026 - | 2 01/05/2026 01/06/2026 | 3 - 01/06/2026"}, "SWEpisodes 0"},
	{"SW04STG1", "parts that nobody knows", []string{"SWEpisodes: CHILD SW_DECOM | 1 01/05/2026 | 2 ZZ/05/2026 | 3 31/04/2026 | 4 ZZ/ZZ/ZZ | 5 -"}, "SWEpisodes 2, SWEpisodes 3"},
	{"SW05STG1", "parts that nobody knows", []string{"SWEpisodes: CHILD SW_DEC | 1 01/05/2026 | 2 ZZ/ZZ/2026 | 3 01/13/ZZZZ | 4 -"}, "SWEpisodes 2"},
	{"SW06STG2", "the last day passes", []string{"SWEpisodes: CHILD SW_DECOM | 1 31/03/2027 | 2 01/04/2027 | 3 01/04/2020 | 4 -"}, "SWEpisodes 1"},
	{"SW07STG2", "first and last day pass", []string{"SWEpisodes: CHILD SW_DEC | 1 01/04/2026 | 2 31/03/2026 | 3 31/03/2027 | 4 01/04/2027 | 5 -"}, "SWEpisodes 1, SWEpisodes 3"},
	{"SW08STG2", "order of the file does not matter", []string{"SWEpisodes: CHILD SW_DECOM SW_DEC | 1 01/06/2026 - | 1 01/05/2026 - | 2 01/05/2026 01/06/2026 | 2 01/06/2026 - | 3 - - | 3 01/05/2026 - | 4 01/05/2026 x | 4 01/06/2026 -"}, "SWEpisodes 1"},
	{"SW09STG2", "the same day", []string{"SWEpisodes: CHILD SW_DECOM SW_DEC | 1 01/05/2026 01/05/2026 | 2 01/05/2026 02/05/2026 | 3 - - | 4 x x"}, "SWEpisodes 0"},
	{"SW10STG2", "7 days pass", []string{"SWEpisodes: CHILD SW_DECOM SW_DEC SW_REASON | 1 01/05/2026 15/06/2026 FCONTA | 1 08/06/2026 - OTHERS | 2 01/05/2026 15/06/2026 FCONTA | 2 07/06/2026 - OTHERS | 3 01/05/2026 15/06/2026 FCONTA | 3 07/06/2026 - FCONTA | 4 01/05/2026 15/06/2026 FCONTA | 4 07/06/2026 - - | 5 01/05/2026 01/06/2026 FCONTA | 5 01/09/2026 - OTHERS | 6 01/05/2026 - FCONTA | 6 07/06/2026 - OTHERS"}, "SWEpisodes 3, SWEpisodes 7"},
	{"SW11bSTG2", "the last day passes", []string{"SWEpisodes: CHILD SW_DECOM SW_DEC | 1 01/05/2026 30/03/2027 | 2 01/05/2026 31/03/2027 | 3 01/05/2026 01/06/2026 | 3 01/06/2026 - | 4 01/06/2026 01/07/2026 | 4 01/05/2026 01/06/2026 | 5 - - | 6 01/05/2026 x"}, "SWEpisodes 0, SWEpisodes 4"},
	{"SW12STG2", "from the start of the year or of care", []string{"SWEpisodes: CHILD SW_DECOM | 1 01/04/2026 | 2 02/04/2026 | 3 01/05/2026 | 4 02/05/2026 | 8 ZZ/ZZ/2026", "Episodes: CHILD DECOM DEC LS | 1 01/05/2025 - C2 | 2 01/05/2025 - C2 | 3 01/05/2026 - C2 | 4 01/05/2026 - C2 | 5 01/05/2025 30/03/2027 C2 | 6 01/05/2025 31/03/2027 C2 | 7 01/05/2025 - V4 | 8 01/05/2025 - C2 | 9 - - C2"}, "Episodes 1, Episodes 3, Episodes 5"},
	{"SW13STG1", "collected since April 2023", []string{"SWEpisodes: CHILD SW_DECOM SW_REASON | 1 31/03/2023 - | 2 01/04/2023 - | 3 01/04/2020 X | 4 01/04/2026 MANAGE | 5 - - | 6 x -"}, "SWEpisodes 1, SWEpisodes 2"},

	{"700", "real and there", []string{"DoLo: CHILD DOLO_START | 1 01/05/2026 | 2 31/04/2026 | 3 -"}, "DoLo 1, DoLo 2"},
	{"701", "real", []string{"DoLo: CHILD DOLO_END | 1 01/05/2026 | 2 31/04/2026 | 3 -"}, "DoLo 1"},
	{"702", "the same day passes", []string{"DoLo: CHILD DOLO_START DOLO_END | 1 01/05/2026 01/05/2026 | 2 02/05/2026 01/05/2026 | 3 - 01/05/2026 | 4 01/05/2026 -"}, "DoLo 1"},
	{"703", "the last day passes", []string{"DoLo: CHILD DOLO_START | 1 31/03/2027 | 2 01/04/2027 | 3 - | 4 x"}, "DoLo 1"},
	{"704", "first and last day pass", []string{"DoLo: CHILD DOLO_END | 1 31/03/2026 | 2 01/04/2026 | 3 31/03/2027 | 4 01/04/2027 | 5 -"}, "DoLo 0, DoLo 3"},
	{"705", "the one before is open", []string{"DoLo: CHILD DOLO_START DOLO_END | 1 01/06/2026 - | 1 01/05/2026 - | 2 01/05/2026 01/06/2026 | 2 01/06/2026 - | 3 - - | 3 01/05/2026 -"}, "DoLo 0"},
	{"707", "the day that care ended passes", []string{"DoLo: CHILD DOLO_START DOLO_END | 1 01/06/2026 - | 2 01/06/2026 01/07/2026 | 3 01/06/2026 02/07/2026 | 4 01/06/2026 - | 5 - -", "Episodes: CHILD DECOM DEC | 1 01/05/2026 01/07/2026 | 2 01/05/2026 01/07/2026 | 3 01/05/2026 01/07/2026 | 4 01/05/2026 - | 5 01/05/2026 01/07/2026"}, "DoLo 0, DoLo 2"},
	{"708", "the day of birth fails", []string{"DoLo: CHILD DOB DOLO_START | 1 01/05/2026 01/05/2026 | 2 01/05/2026 02/05/2026 | 3 - 01/05/2026 | 4 01/05/2026 -"}, "DoLo 0"},
	{"709", "the day of a move is shared with none", []string{"DoLo: CHILD DOLO_START DOLO_END | 1 01/06/2026 01/07/2026 | 2 01/06/2026 01/07/2026 | 3 01/06/2026 01/06/2026 | 4 01/06/2026 - | 5 01/06/2026 01/07/2026", "Episodes: CHILD DECOM DEC PLACE | 1 01/05/2026 01/06/2026 U1 | 1 01/06/2026 01/07/2026 K2 | 1 01/07/2026 - U1 | 2 30/06/2026 - U1 | 3 01/06/2026 - U1 | 4 01/05/2026 - U1 | 5 01/05/2026 - -"}, "DoLo 1, DoLo 2, Episodes 3, Episodes 4"},
	{"710", "four placements", []string{"DoLo: CHILD DOLO_START DOLO_END | 1 01/06/2026 01/07/2026 | 2 01/06/2026 01/07/2026 | 3 01/06/2026 01/07/2026 | 4 - 01/07/2026 | 5 01/06/2026 01/07/2026", "Episodes: CHILD DECOM DEC PLACE | 1 01/05/2026 - K1 | 2 01/05/2026 - U1 | 3 01/05/2026 01/06/2026 R5 | 4 01/05/2026 - K1 | 5 01/05/2026 02/06/2026 K3"}, "DoLo 0, DoLo 4, Episodes 0, Episodes 4"},
}

// previousCases are for rules on Header, adoption, missing and orders against
// last year's.
var previousCases = []ruleCase{
	{"202", "missing differs", []string{"Header: CHILD SEX | 1 M | 2 F | 3 - | 4 - | 5 M", "Header_last: CHILD SEX | 1 M | 2 M | 3 M | 4 -"}, "Header 1, Header 2"},
	{"203", "missing differs", []string{"Header: CHILD DOB | 1 01/05/2020 | 2 02/05/2020 | 3 - | 4 01/05/2020 | 5 01/05/2020 | 6 -", "Header_last: CHILD DOB | 1 01/05/2020 | 2 01/05/2020 | 3 01/05/2020 | 4 - | 6 -"}, "Header 1, Header 2, Header 3"},
	{"204", "missing differs", []string{"Header: CHILD ETHNIC | 1 WBRI | 2 WBRI | 3 - | 4 WBRI", "Header_last: CHILD ETHNIC | 1 WBRI | 2 WIRI | 3 WIRI"}, "Header 1, Header 2"},
	{"207", "once a mother", []string{"Header: CHILD MOTHER | 1 0 | 2 - | 3 1 | 4 1 | 5 0", "Header_last: CHILD MOTHER | 1 1 | 2 1 | 3 1 | 4 0 | 5 1", "Episodes: CHILD | 1 | 2 | 3 | 4"}, "Header 0, Header 1"},
	{"208", "what may follow what", []string{"Header: CHILD UPN | 1 A1 | 2 a1 | 3 A1 | 4 A1 | 5 UN2 | 6 UN1 | 7 UN3 | 8 UN4 | 9 - | 10 UN4", "Header_last: CHILD UPN | 1 A2 | 2 A1 | 3 UN4 | 4 - | 5 UN1 | 6 UN2 | 7 - | 8 A1 | 9 A1 | 10 UN5"}, "Header 0, Header 5, Header 7, Header 8, Header 9"},
	{"559", "the first day of the year passes", []string{"PlacedAdoption: CHILD DATE_PLACED | 1 31/03/2026 | 2 01/04/2026 | 3 31/03/2026 | 4 31/03/2026 | 5 -", "PlacedAdoption_last: CHILD DATE_PLACED | 2 - | 3 01/05/2025 | 4 -"}, "PlacedAdoption 0, PlacedAdoption 3"},
	{"560", "the same date passes", []string{"PlacedAdoption: CHILD DATE_PLACED | 1 02/05/2025 | 2 01/05/2025 | 2 01/05/2026 | 3 02/05/2025 | 4 - | 5 02/05/2025", "PlacedAdoption_last: CHILD DATE_PLACED DATE_PLACED_CEASED | 1 01/05/2025 - | 2 01/05/2025 - | 3 01/05/2025 01/06/2025 | 4 01/05/2025 - | 5 - -"}, "PlacedAdoption 0, PlacedAdoption 4"},
	{"561", "stopped last year", []string{"PlacedAdoption: CHILD DATE_PLACED | 1 01/05/2025 | 2 01/05/2025 | 3 01/05/2026 | 4 - | 5 01/05/2025", "PlacedAdoption_last: CHILD DATE_PLACED DATE_PLACED_CEASED REASON_PLACED_CEASED | 1 01/05/2025 01/06/2025 - | 2 01/05/2025 - - | 3 01/05/2025 01/06/2025 RD1 | 4 - 01/06/2025 RD1 | 5 01/05/2025 - RD1"}, "PlacedAdoption 0, PlacedAdoption 4"},
	{"584", "the same day fails", []string{"PlacedAdoption: CHILD DATE_PLACED | 1 01/05/2025 | 2 02/05/2025 | 3 30/04/2025 | 4 - | 5 x | 6 01/05/2025", "PlacedAdoption_last: CHILD DATE_PLACED DATE_PLACED_CEASED | 1 01/05/2025 01/06/2025 | 2 01/05/2025 01/06/2025 | 3 01/05/2025 - | 4 01/05/2025 01/06/2025 | 5 01/05/2025 01/06/2025"}, "PlacedAdoption 0, PlacedAdoption 3"},
	{"576", "the first of this year", []string{"Missing: CHILD MIS_START | 1 01/06/2026 | 1 31/03/2026 | 2 01/06/2026 | 3 01/06/2026 | 5 -", "Missing_last: CHILD MIS_START MIS_END | 1 31/03/2026 - | 2 31/03/2026 - | 3 30/03/2026 31/03/2026 | 4 31/03/2026 - | 5 31/03/2026 -"}, "Missing 2, Missing_last 3, Missing_last 4"},
	{"706", "the first of this year", []string{"DoLo: CHILD DOLO_START | 1 01/06/2026 | 1 31/03/2026 | 2 01/06/2026 | 3 01/06/2026", "DoLo_last: CHILD DOLO_START DOLO_END | 1 31/03/2026 - | 2 31/03/2026 - | 3 30/03/2026 31/03/2026 | 4 31/03/2026 -"}, "DoLo 2, DoLo_last 3"},
	{"624", "gone or another", []string{"Header: CHILD MC_DOB | 1 01/05/2025 | 2 02/05/2025 | 3 - | 4 01/05/2025 | 5 -", "Header_last: CHILD MC_DOB | 1 01/05/2025 | 2 01/05/2025 | 3 01/05/2025 | 4 - | 5 -"}, "Header 1, Header 2"},
	{"626", "the first day of the year passes", []string{"Header: CHILD MOTHER MC_DOB | 1 1 31/03/2026 | 2 1 01/04/2026 | 3 1 - | 4 0 31/03/2026 | 5 1 31/03/2026 | 6 1 31/03/2026", "Header_last: CHILD MOTHER | 1 0 | 2 0 | 3 0 | 4 0 | 5 1 | 6 -"}, "Header 0"},
}
