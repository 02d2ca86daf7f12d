package ssda903

// referenceCases are for rules that need an outside list or what is derived
// from a postcode.
var referenceCases = []ruleCase{
	{"1008", "the agencies’ number passes", []string{"Providers: URN | 1", "Episodes: CHILD URN | 1 1 | 1 2 | 1 XXXXXXX | 1 -"}, "Episodes 1"},
	{"1015", "families may be elsewhere", []string{"Authority: E09", "Episodes: CHILD PLACE LS PLACE_PROVIDER PL_LA | 1 K2 C2 PR1 E09 | 1 K2 C2 PR1 E08 | 1 K2 C2 PR1 - | 1 A3 C2 PR1 E08 | 1 U6 C2 PR1 E08 | 1 K3 C2 PR1 E08 | 1 K2 V4 PR1 E08 | 1 K2 C2 PR2 E08"}, "Episodes 1, Episodes 2"},
	{"164", "0 and 999.9 pass", []string{"Episodes: CHILD PL_DISTANCE | 1 0 | 1 999.9 | 1 1000 | 1 -1 | 1 far | 1 - | 2 1000", "UASC_last: CHILD DUC | 2 01/05/2025"}, "Episodes 2, Episodes 3, Episodes 4"},
	{"169", "short breaks have none", []string{"Episodes: CHILD LS PL_LA | 1 C2 E09 | 1 C2 - | 1 V3 - | 1 - -"}, "Episodes 1, Episodes 3"},
	{"179", "in or out", []string{"Episodes: CHILD LS PL_LOCATION | 1 C2 IN | 1 C2 OUT | 1 C2 UP | 1 C2 - | 1 V4 - | 1 - -"}, "Episodes 2, Episodes 3, Episodes 5"},
	{"218", "31 March 2015 passes", []string{"Episodes: CHILD PLACE DEC PL_LA URN | 1 U1 31/03/2015 E09 - | 1 U1 01/04/2015 E09 - | 1 U1 - E09 - | 1 U1 - SCO - | 1 R5 - E09 - | 1 U1 - E09 1 | 1 U1 x E09 - | 1 U1 - - -"}, "Episodes 1, Episodes 2, Episodes 7"},
	{"219", "any line of the provider", []string{"Providers: URN PLACE_CODES | 1 K1,K2 | 1 R3 | 2 -", "Episodes: CHILD PLACE URN | 1 K2 1 | 1 R3 1 | 1 U1 1 | 1 - 1 | 1 K2 2 | 1 K2 3 | 1 U1 XXXXXXX | 1 U1 -"}, "Episodes 2, Episodes 3, Episodes 4"},
	{"221", "homes and schools", []string{"Providers: URN POSTCODE | 1 AB12CD | 1 AB12CE | 2 -", "Episodes: CHILD LS PLACE PL_POST URN | 1 C2 K2 ab12ce 1 | 1 C2 K2 AB12CF 1 | 1 V3 K2 AB12CF 1 | 1 C2 U1 AB12CF 1 | 1 C2 K2 - 1 | 1 C2 S1 AB12CD 2 | 1 C2 S1 AB12CD 3 | 1 - R3 AB12CF 1"}, "Episodes 1, Episodes 5, Episodes 7"},
	{"224", "any line of the provider", []string{"Providers: URN PROVIDER_CODES | 1 PR1 | 1 PR4,PR5 | 2 -", "Episodes: CHILD PLACE_PROVIDER URN | 1 PR1 1 | 1 PR5 1 | 1 PR2 1 | 1 - 1 | 1 PR1 2 | 1 PR1 3 | 1 PR2 XXXXXXX | 1 PR2 -"}, "Episodes 2, Episodes 3, Episodes 4"},
	{"227", "the day before passes", []string{"Providers: URN REG_END | 1 2026-05-02 | 2 2026-05-02 | 2 - | 3 -", "Episodes: CHILD DECOM URN | 1 01/05/2026 1 | 1 02/05/2026 1 | 1 02/05/2026 2 | 1 02/05/2026 3 | 1 - 1 | 1 x 1 | 1 02/05/2026 9 | 1 02/05/2026 -"}, "Episodes 1"},
	{"228", "the day itself passes", []string{"Providers: URN REG_END | 1 2026-05-02 | 2 2026-05-02 | 2 - | 3 2027-03-31", "Episodes: CHILD DEC URN | 1 02/05/2026 1 | 1 03/05/2026 1 | 1 - 1 | 1 - 2 | 1 - 3 | 1 x 1 | 1 - -"}, "Episodes 1, Episodes 2"},
	{"229", "own and others’", []string{"Authority: E09", "Providers: URN LA_CODE | 1 E09 | 2 E08 | 3 E08 | 3 E09 | 4 -", "Episodes: CHILD PLACE PLACE_PROVIDER URN | 1 K2 PR1 1 | 1 K2 PR1 2 | 1 K2 PR2 1 | 1 K2 PR2 2 | 1 K2 PR1 3 | 1 K2 PR2 3 | 1 K2 PR1 4 | 1 K2 PR2 4 | 1 K3 PR1 2 | 1 R5 PR1 2 | 1 K2 PR4 1 | 1 K2 PR1 9 | 1 K2 PR1 -"}, "Episodes 1, Episodes 2, Episodes 6"},
	{"241", "any premises", []string{"Providers: URN LA_CODE | 1 E08 | 1 E07 | 2 -", "Episodes: CHILD PLACE PL_LA URN | 1 K3 E08 1 | 1 K3 E07 1 | 1 K3 E09 1 | 1 K2 E09 1 | 1 K3 - 1 | 1 K3 E09 2 | 1 K3 E09 3 | 1 K3 E09 XXXXXXX | 1 K3 E09 -"}, "Episodes 2, Episodes 5"},
	{"243", "outside England", []string{"Episodes: CHILD PL_LA URN | 1 WAL 1 | 1 NUK XXXXXXX | 1 E09 1 | 1 WAL - | 1 - 1"}, "Episodes 0, Episodes 1"},
	{"392a", "short breaks and asylum seekers have none", []string{"Episodes: CHILD LS PL_DISTANCE | 1 C2 1 | 1 C2 - | 1 V3 - | 1 - - | 2 C2 - | 3 C2 -", "UASC: CHILD DUC | 2 01/05/2026 | 3 -"}, "Episodes 1, Episodes 3, Episodes 5"},
	{"392c", "either, whatever the capitals", []string{"Postcodes: AB12CD AB12CE", "Episodes: CHILD HOME_POST PL_POST | 1 ab12cd AB12CE | 1 AB12CD AB1 | 1 AB1 - | 1 - -"}, "Episodes 1, Episodes 2"},
	{"406", "last year counts", []string{"Episodes: CHILD PL_DISTANCE | 1 1 | 1 - | 2 1 | 3 1 | 4 1", "Header: CHILD UASC | 1 1 | 2 0 | 3 0 | 4 0", "Header_last: CHILD UASC | 2 1", "UASC_last: CHILD DUC | 3 01/05/2025"}, "Episodes 0, Episodes 2, Episodes 3"},
	{"411", "in another authority", []string{"Authority: E09", "Episodes: CHILD PL_LA PL_LOCATION | 1 E09 IN | 1 E08 IN | 1 E08 OUT | 1 - IN | 1 E08 -"}, "Episodes 1"},
	{"420", "short breaks", []string{"Episodes: CHILD LS PL_LA | 1 V3 E09 | 1 V4 - | 1 C2 E09 | 1 - E09"}, "Episodes 0"},
	{"454", "350 miles pass", []string{"Episodes: CHILD PL_DISTANCE | 1 350 | 1 350.1 | 1 999.9 | 1 far | 1 -"}, "Episodes 1"},
}
