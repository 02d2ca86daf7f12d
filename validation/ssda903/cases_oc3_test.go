package ssda903

// oc3Cases are for rules on care leavers.
var oc3Cases = []ruleCase{
	{"1000", "in either year", []string{"OC3: CHILD IN_TOUCH | 1 DIED | 2 - | 3 YES | 4 YES", "Episodes: CHILD REC | 1 E2 | 3 E3 | 4 -", "Episodes_last: CHILD REC | 2 E2"}, "OC3 0, OC3 1"},
	{"1007", "on the birthday", []string{"OC3: CHILD DOB IN_TOUCH | 1 01/09/2009 YES | 2 01/09/2008 YES | 3 01/09/2007 YES | 4 01/09/2009 - | 5 01/09/2009 YES | 6 - YES", "Episodes: CHILD DECOM DEC | 1 01/09/2026 02/09/2026 | 2 01/05/2026 02/09/2026 | 3 01/05/2026 02/09/2026 | 4 01/05/2026 - | 5 01/05/2026 01/09/2026 | 6 01/05/2026 -"}, "OC3 0, OC3 1"},
	{"1007", "still looked after at the end", []string{"OC3: CHILD DOB IN_TOUCH | 1 01/09/2009 YES | 2 01/09/2009 YES | 3 01/09/2009 YES | 4 01/05/2010 YES", "Episodes: CHILD DECOM DEC | 1 02/09/2026 - | 2 02/09/2026 - | 2 03/09/2026 04/09/2026 | 3 02/09/2026 x | 4 02/09/2026 -"}, "OC3 0"},
	{"1007", "born on 29 February", []string{"OC3: CHILD DOB IN_TOUCH | 1 29/02/2008 YES | 2 29/02/2008 YES", "Episodes: CHILD DECOM DEC | 1 01/05/2026 01/03/2027 | 2 01/05/2026 28/02/2027"}, ""},
	{"1011", "the last one counts", []string{"OC3: CHILD IN_TOUCH ACCOM | 1 YES - | 2 YES - | 3 - - | 4 - B1 | 5 YES -", "Episodes: CHILD DECOM REC | 1 01/06/2026 E3 | 1 01/05/2026 X1 | 2 01/05/2026 E3 | 2 01/06/2026 - | 3 01/05/2026 E3 | 4 01/05/2026 E3"}, "OC3 0, OC3 3"},
	{"1014", "no episode this year", []string{"OC3: CHILD IN_TOUCH | 1 YES | 2 YES | 3 - | 4 YES | 5 YES", "UASC: CHILD DUC | 1 01/05/2026 | 2 01/05/2026 | 3 01/05/2026 | 4 - | 5 01/05/2026", "Episodes: CHILD DECOM DEC | 2 01/05/2025 - | 5 01/05/2024 31/03/2026"}, "OC3 0, OC3 4, UASC 0, UASC 4"},
	{"1016", "the day after the birthday", []string{"OC3: CHILD DOB IN_TOUCH | 1 01/09/2009 YES | 2 01/09/2009 YES | 3 01/09/2008 YES | 4 01/09/2007 YES | 5 01/09/2009 - | 6 01/09/2009 YES", "Episodes: CHILD DECOM DEC | 1 01/05/2026 02/09/2026 | 2 01/05/2026 01/09/2026 | 3 01/05/2026 02/09/2026 | 4 01/05/2026 02/09/2026 | 5 01/05/2026 02/09/2026 | 6 01/05/2026 02/09/2026 | 6 02/09/2026 -"}, "OC3 0, OC3 2"},
	{"1016", "without DECOM", []string{"OC3: CHILD DOB IN_TOUCH | 1 01/09/2009 YES | 2 01/09/2009 YES", "Episodes: CHILD DEC | 1 02/09/2026 | 2 -"}, "OC3 0"},
	{"131", "codes", []string{"OC3: CHILD IN_TOUCH | 1 YES | 2 Yes | 3 - | 4 NREQ"}, "OC3 1, OC3 2"},
	{"132", "codes", []string{"OC3: CHILD ACTIV | 1 0 | 2 F1 | 3 F3 | 4 -"}, "OC3 2, OC3 3"},
	{"133", "codes", []string{"OC3: CHILD ACCOM | 1 0 | 2 Z2 | 3 Z3 | 4 -"}, "OC3 2, OC3 3"},
	{"134", "both answered", []string{"OC3: CHILD ACTIV | 1 F1 | 2 - | 3 F1", "AD1: CHILD NB_ADOPTR | 1 1 | 2 1 | 3 - | 4 1"}, "AD1 0"},
	{"153", "all or none", []string{"OC3: CHILD IN_TOUCH ACTIV ACCOM | 1 YES F1 B1 | 2 - - - | 3 YES - B1"}, "OC3 2"},
	{"165", "girls looked after this year", []string{"Header: CHILD SEX MOTHER | 1 F - | 2 F 0 | 3 F 2 | 4 M - | 5 M 0 | 6 U - | 7 U 1 | 8 F - | 9 F - | 10 F -", "Episodes: CHILD DECOM DEC LS | 1 01/05/2025 - C2 | 4 01/05/2025 - C2 | 6 01/05/2025 - C2 | 8 01/05/2025 - V3 | 9 01/05/2025 31/03/2026 C2"}, "Header 0, Header 2, Header 4"},
	{"165", "with the care leaver answers", []string{"Header: CHILD SEX MOTHER | 1 F - | 2 F -", "Episodes: CHILD DECOM DEC LS | 1 01/05/2025 - C2", "OC3: CHILD IN_TOUCH | 1 YES | 2 YES"}, "Header 0, OC3 0"},
	{"3001", "17 in the year", []string{"OC3: CHILD DOB ACCOM | 1 01/04/2009 Z1 | 2 31/03/2009 Z1 | 3 31/03/2010 Z2 | 4 01/04/2010 Z2 | 5 01/05/2009 B1 | 6 01/05/2009 - | 7 - Z1", "Header: CHILD DOB | 7 01/05/2009"}, "OC3 0, OC3 2, OC3 6"},
	{"345", "either is 0", []string{"OC3: CHILD IN_TOUCH ACTIV ACCOM | 1 YES 0 B1 | 2 YES F1 0 | 3 YES F1 B1 | 4 YES - - | 5 NO 0 0 | 6 - 0 0"}, "OC3 0, OC3 1"},
	{"347", "18 on the first day passes", []string{"OC3: CHILD DOB ACCOM | 1 01/04/2008 T1 | 2 02/04/2008 T1 | 3 02/04/2008 T2 | 4 02/04/2008 U1 | 5 - T1 | 6 02/04/2008 -"}, "OC3 1, OC3 2"},
	{"391", "17 on the last day passes", []string{"OC3: CHILD DOB IN_TOUCH ACTIV | 1 31/03/2010 YES - | 2 01/04/2010 YES - | 3 01/04/2010 - F1 | 4 01/04/2010 - - | 5 - YES -"}, "OC3 1, OC3 2"},
	{"628", "no episode", []string{"Header: CHILD MOTHER | 1 0 | 2 1 | 3 - | 4 1 | 5 1", "OC3: CHILD IN_TOUCH | 1 YES | 2 YES | 3 YES | 4 -", "Episodes: CHILD | 2"}, "Header 0"},
	{"1001", "13 weeks from 14, some from 16", []string{
		"OC3: CHILD DOB IN_TOUCH | 1 01/09/2010 YES | 2 01/09/2010 YES | 3 01/09/2010 YES | 4 01/09/2010 YES | 5 01/09/2010 - | 6 - YES | 7 01/09/2010 YES",
		"Episodes: CHILD DECOM DEC LS | 1 03/06/2026 02/09/2026 C2 | 2 03/06/2026 01/09/2026 C2 | 3 04/06/2026 02/09/2026 C2 | 4 01/05/2026 - V4 | 5 04/06/2026 02/09/2026 C2 | 6 04/06/2026 02/09/2026 C2 | 7 01/09/2026 02/09/2026 C2",
		"Episodes_last: CHILD DECOM DEC LS | 7 01/01/2026 31/03/2026 C2 | 7 01/01/2026 - C2"}, "OC3 1, OC3 2, OC3 3"},
	{"1001", "an episode in both years counts once", []string{"OC3: CHILD DOB IN_TOUCH | 1 01/09/2010 YES | 2 01/09/2010 YES", "Episodes: CHILD DECOM DEC LS | 1 15/02/2026 01/05/2026 C2 | 1 01/09/2026 02/09/2026 C2 | 2 15/02/2026 16/05/2026 C2 | 2 01/09/2026 02/09/2026 C2", "Episodes_last: CHILD DECOM DEC LS | 1 15/02/2026 - C2 | 2 15/02/2026 - C2"}, "OC3 0"},
	{"1001", "care before 14 does not count", []string{"OC3: CHILD DOB IN_TOUCH | 1 01/09/2010 YES | 2 01/09/2010 YES", "Episodes: CHILD DECOM DEC LS | 1 02/09/2026 03/09/2026 C2 | 2 02/09/2026 03/09/2026 C2", "Episodes_last: CHILD DECOM DEC LS | 1 01/01/2020 29/11/2024 C2 | 2 01/01/2020 30/11/2024 C2"}, "OC3 0"},
	{"1002", "neither year", []string{"OC3: CHILD ACCOM | 1 B1 | 2 B1 | 3 B1 | 4 -", "Episodes: CHILD | 2", "Episodes_last: CHILD | 3"}, "OC3 0"},
	{"1010", "the latest was open", []string{"OC3: CHILD IN_TOUCH | 1 YES | 2 YES | 3 YES | 4 YES", "Episodes: CHILD | 2", "Episodes_last: CHILD DECOM DEC | 1 01/05/2025 - | 2 01/05/2025 - | 3 01/05/2025 01/06/2025"}, "OC3 0"},
	{"348", "something else than last year", []string{"OC3: CHILD IN_TOUCH | 1 YES | 2 DIED | 3 - | 4 YES | 5 YES", "OC3_last: CHILD IN_TOUCH | 1 DIED | 2 DIED | 3 DIED | 4 NO"}, "OC3 0, OC3 2"},
}
