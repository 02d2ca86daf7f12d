package ssda903

// Table names one table of the return, of this year or of last year.
type Table uint8

// The tables of the return. Adding Last gives last year's table of the same
// name.
const (
	HeaderTable Table = iota
	EpisodesTable
	ReviewsTable
	UASCTable
	OC2Table
	OC3Table
	AD1Table
	PlacedAdoptionTable
	PrevPermTable
	MissingTable
	SWEpisodesTable
	DoLoTable
	tableCount

	// Last marks a table of last year's return.
	Last Table = 16
)

// columnKind says how a column is read and written.
type columnKind uint8

const (
	textColumn columnKind = iota
	codeColumn
	dateColumn
	// derivedColumn is in no file: it is worked out after reading, or given by a
	// tables file.
	derivedColumn
)

type column struct {
	name string // in CSV files and in findings
	xml  string // element name in the XML file
	kind columnKind
}

type tableSchema struct {
	name, file string
	columns    []column
}

// schema is the Department's data model. Column 0 is CHILD in every table; the
// order is that of the fields of the row types and of the CSV files.
var schema = [tableCount]tableSchema{
	HeaderTable: {name: "Header", file: "header.csv", columns: []column{
		{"CHILD", "CHILDID", textColumn},
		{"SEX", "SEX", codeColumn},
		{"DOB", "DOB", dateColumn},
		{"ETHNIC", "ETHNIC", codeColumn},
		{"UPN", "UPN", textColumn},
		{"MOTHER", "MOTHER", codeColumn},
		{"MC_DOB", "MC_DOB", dateColumn},
		{"UASC", "", derivedColumn},
	}},
	EpisodesTable: {name: "Episodes", file: "episodes.csv", columns: []column{
		{"CHILD", "CHILDID", textColumn},
		{"DECOM", "DECOM", dateColumn},
		{"RNE", "RNE", codeColumn},
		{"LS", "LS", codeColumn},
		{"CIN", "CIN", codeColumn},
		{"PLACE", "PL", codeColumn},
		{"PLACE_PROVIDER", "PLACE_PROVIDER", codeColumn},
		{"DEC", "DEC", dateColumn},
		{"REC", "REC", codeColumn},
		{"REASON_PLACE_CHANGE", "REASON_PLACE_CHANGE", codeColumn},
		{"HOME_POST", "HOME_POST", textColumn},
		{"PL_POST", "PL_POST", textColumn},
		{"URN", "URN", textColumn},
		{"PL_LA", "", derivedColumn},
		{"PL_LOCATION", "", derivedColumn},
		{"PL_DISTANCE", "", derivedColumn},
	}},
	ReviewsTable: {name: "Reviews", file: "reviews.csv", columns: []column{
		{"CHILD", "CHILDID", textColumn},
		{"DOB", "DOB", dateColumn},
		{"REVIEW", "REVIEW", dateColumn},
		{"REVIEW_CODE", "REVIEW_CODE", codeColumn},
	}},
	UASCTable: {name: "UASC", file: "uasc.csv", columns: []column{
		{"CHILD", "CHILDID", textColumn},
		{"SEX", "SEX", codeColumn},
		{"DOB", "DOB", dateColumn},
		{"DUC", "DUC", dateColumn},
	}},
	OC2Table: {name: "OC2", file: "oc2.csv", columns: []column{
		{"CHILD", "CHILDID", textColumn},
		{"DOB", "DOB", dateColumn},
		{"SDQ_SCORE", "SDQ_SCORE", textColumn},
		{"SDQ_REASON", "SDQ_REASON", codeColumn},
		{"CONVICTED", "CONVICTED", codeColumn},
		{"HEALTH_CHECK", "HEALTH_CHECK", codeColumn},
		{"IMMUNISATIONS", "IMMUNISATIONS", codeColumn},
		{"TEETH_CHECK", "TEETH_CHECK", codeColumn},
		{"HEALTH_ASSESSMENT", "HEALTH_ASSESSMENT", codeColumn},
		{"SUBSTANCE_MISUSE", "SUBSTANCE_MISUSE", codeColumn},
		{"INTERVENTION_RECEIVED", "INTERVENTION_RECEIVED", codeColumn},
		{"INTERVENTION_OFFERED", "INTERVENTION_OFFERED", codeColumn},
	}},
	OC3Table: {name: "OC3", file: "oc3.csv", columns: []column{
		{"CHILD", "CHILDID", textColumn},
		{"DOB", "DOB", dateColumn},
		{"IN_TOUCH", "IN_TOUCH", codeColumn},
		{"ACTIV", "ACTIV", codeColumn},
		{"ACCOM", "ACCOM", codeColumn},
	}},
	AD1Table: {name: "AD1", file: "ad1.csv", columns: []column{
		{"CHILD", "CHILDID", textColumn},
		{"DOB", "DOB", dateColumn},
		{"DATE_INT", "DATE_INT", dateColumn},
		{"DATE_MATCH", "DATE_MATCH", dateColumn},
		{"FOSTER_CARE", "FOSTER_CARE", codeColumn},
		{"NB_ADOPTR", "NB_ADOPTR", codeColumn},
		{"SEX_ADOPTR", "SEX_ADOPTR", codeColumn},
		{"LS_ADOPTR", "LS_ADOPTR", codeColumn},
	}},
	PlacedAdoptionTable: {name: "PlacedAdoption", file: "placed_for_adoption.csv", columns: []column{
		{"CHILD", "CHILDID", textColumn},
		{"DOB", "DOB", dateColumn},
		{"DATE_PLACED", "DATE_PLACED", dateColumn},
		{"DATE_PLACED_CEASED", "DATE_PLACED_CEASED", dateColumn},
		{"REASON_PLACED_CEASED", "REASON_PLACED_CEASED", codeColumn},
	}},
	PrevPermTable: {name: "PrevPerm", file: "previous_permanence.csv", columns: []column{
		{"CHILD", "CHILDID", textColumn},
		{"DOB", "DOB", dateColumn},
		{"PREV_PERM", "PREV_PERM", codeColumn},
		{"LA_PERM", "LA_PERM", codeColumn},
		{"DATE_PERM", "DATE_PERM", textColumn},
	}},
	MissingTable: {name: "Missing", file: "missing.csv", columns: []column{
		{"CHILD", "CHILDID", textColumn},
		{"DOB", "DOB", dateColumn},
		{"MISSING", "MISSING", codeColumn},
		{"MIS_START", "MIS_START", dateColumn},
		{"MIS_END", "MIS_END", dateColumn},
	}},
	SWEpisodesTable: {name: "SWEpisodes", file: "sw_episodes.csv", columns: []column{
		{"CHILD", "CHILDID", textColumn},
		{"DOB", "DOB", dateColumn},
		{"SW_ID", "SW_ID", textColumn},
		{"SW_DECOM", "SW_DECOM", dateColumn},
		{"SW_DEC", "SW_DEC", dateColumn},
		{"SW_REASON", "SW_REASON", codeColumn},
	}},
	DoLoTable: {name: "DoLo", file: "dolo.csv", columns: []column{
		{"CHILD", "CHILDID", textColumn},
		{"DOB", "DOB", dateColumn},
		{"DOLO_START", "DOLO_START", dateColumn},
		{"DOLO_END", "DOLO_END", dateColumn},
	}}}

var lastNames = func() (names [tableCount]string) {
	for t := range schema {
		names[t] = schema[t].name + "_last"
	}
	return names
}()

// String is the name of the table: "Episodes", or "Episodes_last" for last year.
func (t Table) String() string {
	if t >= Last {
		return lastNames[t-Last]
	}
	return schema[t].name
}

// thisYear is the same table without the mark of last year.
func (t Table) thisYear() Table { return t &^ Last }

func (t Table) column(i uint8) string { return schema[t.thisYear()].columns[i].name }

// fileColumns counts the columns that a file holds; derived ones follow them.
func (t Table) fileColumns() int {
	columns := schema[t.thisYear()].columns
	n := len(columns)
	for n > 0 && columns[n-1].kind == derivedColumn {
		n--
	}
	return n
}

// tableNamed finds a table by name, last year's by its "_last".
func tableNamed(name string) (Table, bool) {
	for t := range tableCount {
		switch name {
		case schema[t].name:
			return t, true
		case lastNames[t]:
			return t + Last, true
		}
	}
	return 0, false
}

// columnNamed finds a column of a table.
func (t Table) columnNamed(name string) (int, bool) {
	for i, c := range schema[t.thisYear()].columns {
		if c.name == name {
			return i, true
		}
	}
	return 0, false
}
