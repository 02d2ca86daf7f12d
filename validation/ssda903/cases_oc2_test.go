package ssda903

import "strings"

// allYear is a table of episodes of children looked after all year, but for the
// last, whose care began in it.
func allYear(children string) string {
	ids := strings.Fields(children)
	var b strings.Builder
	b.WriteString("Episodes: CHILD DECOM RNE LS")
	for i, id := range ids {
		day := "01/05/2025"
		if i == len(ids)-1 {
			day = "01/05/2026"
		}
		b.WriteString(" | " + id + " " + day + " S C2")
	}
	return b.String()
}

// oc2Cases are for rules on health, conduct and the questionnaire.
var oc2Cases = []ruleCase{
	{"157", "4 on the first day to 16 on the last", []string{"OC2: CHILD DOB SDQ_SCORE SDQ_REASON | 1 01/04/2022 - SDQ1 | 2 02/04/2022 - SDQ1 | 3 01/04/2010 - SDQ1 | 4 31/03/2010 - SDQ1 | 5 01/04/2015 7 SDQ1 | 6 01/04/2015 - SDQ2 | 7 - - SDQ1 | 8 01/04/2015 - SDQ1", allYear("1 2 3 4 5 6 7 8")}, "OC2 0, OC2 2"},
	{"158", "received and offered", []string{"OC2: CHILD INTERVENTION_RECEIVED INTERVENTION_OFFERED | 1 1 0 | 2 1 - | 3 0 1 | 4 - 1"}, "OC2 0"},
	{"159", "not received, not said", []string{"OC2: CHILD SUBSTANCE_MISUSE INTERVENTION_RECEIVED INTERVENTION_OFFERED | 1 1 0 - | 2 1 0 0 | 3 1 - - | 4 0 0 - | 5 - 0 -"}, "OC2 0"},
	{"180", "0 to 40", []string{"OC2: CHILD SDQ_SCORE | 1 0 | 2 40 | 3 41 | 4 -1 | 5 1.5 | 6 x | 7 -"}, "OC2 2, OC2 3, OC2 4, OC2 5"},
	{"181", "each answer", []string{"OC2: CHILD CONVICTED INTERVENTION_OFFERED | 1 0 1 | 2 2 1 | 3 - y | 4 - -"}, "OC2 1, OC2 2"},
	{"182", "some, all and none", []string{"OC2: CHILD CONVICTED IMMUNISATIONS TEETH_CHECK HEALTH_ASSESSMENT SUBSTANCE_MISUSE | 1 0 1 1 1 - | 2 - 0 0 0 0 | 3 - - - - - | 4 - 0 - - - | 5 1 - - - -"}, "OC2 0, OC2 3, OC2 4"},
	{"186", "score or reason, at the ages", []string{"OC2: CHILD DOB SDQ_SCORE SDQ_REASON | 1 01/04/2022 - - | 2 02/04/2022 - - | 3 01/04/2010 - - | 4 31/03/2010 - - | 5 01/04/2015 0 - | 6 01/04/2015 - SDQ2 | 7 - - - | 8 01/04/2015 - -", allYear("1 2 3 4 5 6 7 8")}, "OC2 0, OC2 2"},
	{"188", "4 on the last day passes", []string{"OC2: CHILD DOB SDQ_SCORE SDQ_REASON | 1 31/03/2023 1 - | 2 01/04/2023 1 - | 3 01/04/2023 - SDQ1 | 4 01/04/2023 - - | 5 - 1 -"}, "OC2 1, OC2 2"},
	{"189", "17 on the first day fails", []string{"OC2: CHILD DOB SDQ_SCORE SDQ_REASON | 1 01/04/2009 1 - | 2 02/04/2009 1 - | 3 01/04/2009 - SDQ1 | 4 01/04/2009 - - | 5 - 1 -"}, "OC2 0, OC2 2"},
	{"190", "not all year", []string{"OC2: CHILD CONVICTED TEETH_CHECK | 1 - 0 | 2 - 0 | 3 - - | 4 0 -", allYear("1 2")}, "OC2 1, OC2 3"},
	{"191", "without a row, every episode", []string{"OC2: CHILD IMMUNISATIONS TEETH_CHECK HEALTH_ASSESSMENT SUBSTANCE_MISUSE | 1 1 1 1 - | 2 1 1 1 0 | 4 - - - -", "Episodes: CHILD DECOM RNE DEC REC LS | 1 01/05/2025 S - - C2 | 2 01/05/2025 S - - C2 | 3 01/05/2025 S 01/06/2026 X1 C2 | 3 01/06/2026 L - - E1 | 4 01/06/2026 S - - C2"}, "Episodes 2, Episodes 3, OC2 0"},
	{"192", "problem and nothing said", []string{"OC2: CHILD SUBSTANCE_MISUSE INTERVENTION_RECEIVED | 1 1 - | 2 1 0 | 3 0 - | 4 - -"}, "OC2 0"},
	{"193", "no problem and help", []string{"OC2: CHILD SUBSTANCE_MISUSE INTERVENTION_RECEIVED INTERVENTION_OFFERED | 1 0 1 - | 2 - - 0 | 3 1 1 - | 4 0 - -"}, "OC2 0, OC2 1"},
	{"196", "codes", []string{"OC2: CHILD SDQ_REASON | 1 SDQ5 | 2 SDQ6 | 3 sdq1 | 4 -"}, "OC2 1, OC2 2"},
	{"197B", "turned 4 or 17 after the first day", []string{"OC2: CHILD DOB SDQ_SCORE SDQ_REASON | 1 02/04/2022 - - | 2 01/04/2022 - - | 3 31/03/2023 - - | 4 02/04/2009 - - | 5 31/03/2010 - - | 6 01/04/2010 - - | 7 31/03/2010 - SDQ1 | 8 - - - | 9 31/03/2010 - -", allYear("1 2 3 4 5 6 7 8 9")}, "OC2 0, OC2 2, OC2 3, OC2 4"},
	{"197B", "born on 29 February", []string{"OC2: CHILD DOB | 1 29/02/2023 | 2 28/02/2023 | 3 29/02/2024", allYear("1 2 3 4")}, "OC2 1"},
	{"197a", "both", []string{"OC2: CHILD SDQ_SCORE SDQ_REASON | 1 0 SDQ1 | 2 0 - | 3 - SDQ1 | 4 - -"}, "OC2 0"},
	{"198", "not all year", []string{"OC2: CHILD SDQ_REASON | 1 SDQ2 | 2 SDQ2 | 3 - | 4 SDQ2", allYear("1 2")}, "OC2 1, OC2 3"},
	{"198", "a short break is not all year", []string{"OC2: CHILD SDQ_REASON | 1 SDQ2 | 2 SDQ2", "Episodes: CHILD DECOM RNE LS | 1 01/05/2025 S V4 | 2 01/05/2025 S C1"}, "OC2 0"},
	{"215", "both answered", []string{"OC2: CHILD HEALTH_CHECK | 1 1 | 2 - | 3 1 | 4 1", "OC3: CHILD IN_TOUCH ACTIV ACCOM | 1 - F1 - | 2 YES F1 B1 | 3 - - -"}, "OC2 0, OC3 0"},
	{"542", "10 on 31 March passes", []string{"OC2: CHILD DOB CONVICTED | 1 31/03/2017 0 | 2 01/04/2017 0 | 3 01/04/2017 - | 4 - 1"}, "OC2 1"},
	{"543", "10 on 31 March fails", []string{"OC2: CHILD DOB CONVICTED | 1 31/03/2017 - | 2 01/04/2017 - | 3 31/03/2017 0 | 4 - - | 5 31/03/2017 -", allYear("1 2 3 4 5")}, "OC2 0"},
	{"544", "0 is answered", []string{"OC2: CHILD CONVICTED IMMUNISATIONS TEETH_CHECK HEALTH_ASSESSMENT SUBSTANCE_MISUSE | 1 1 1 1 1 - | 2 0 1 - 1 0 | 3 1 0 0 0 0 | 4 - - - - -"}, "OC2 0, OC2 1"},
	{"545", "5 on 31 March passes", []string{"OC2: CHILD DOB HEALTH_CHECK | 1 31/03/2022 - | 2 01/04/2022 - | 3 01/04/2022 0 | 4 - - | 5 01/04/2022 -", allYear("1 2 3 4 5")}, "OC2 1"},
	{"546", "5 on 31 March fails", []string{"OC2: CHILD DOB HEALTH_CHECK | 1 31/03/2022 0 | 2 01/04/2022 0 | 3 31/03/2022 - | 4 - 0 | 5 31/03/2022 0", allYear("1 2 3 4 5")}, "OC2 0"},
	{"547", "0 is answered", []string{"OC2: CHILD HEALTH_CHECK IMMUNISATIONS TEETH_CHECK HEALTH_ASSESSMENT SUBSTANCE_MISUSE | 1 1 - 1 1 1 | 2 0 1 1 - 0 | 3 1 0 0 0 0 | 4 - - - - -"}, "OC2 0, OC2 1"},
	{"187", "adoption or leaving, each alone", []string{"OC3: CHILD ACCOM | 1 B1 | 2 - | 3 B1", allYear("1 2 3")}, "OC3 0"},
	{"187", "adoption alone", []string{"AD1: CHILD LS_ADOPTR | 1 L0 | 2 - | 3 L0", allYear("1 2 3")}, "AD1 0"},
}
