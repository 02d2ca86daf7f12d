package validation

// Scope is the least data that decides a rule.
type Scope uint8

const (
	// FieldScope needs one value, possibly against the dates of the period.
	FieldScope Scope = iota + 1
	// RecordScope needs several fields of one row or group.
	RecordScope
	// ChildScope needs several records of one child.
	ChildScope
	// CohortScope needs several children, or a count over the return.
	CohortScope
	// PreviousYearScope needs last year's return.
	PreviousYearScope
	// ReferenceScope needs an outside list (postcodes, providers).
	ReferenceScope
)

var scopeNames = [...]string{"", "field", "record", "child", "cohort", "previous-year", "reference"}

func (s Scope) String() string {
	if int(s) < len(scopeNames) {
		return scopeNames[s]
	}
	return "unknown"
}

// Info is everything about a rule but its logic.
type Info struct {
	// Code is the rule's published code, such as "8670Q", or a form rule's id.
	Code     string
	Severity Severity
	Scope    Scope
	// From and To are the first and last collection years it is in force, such
	// as "2024-25"; empty means open.
	From, To string
	// Reads lists every "Table.Column" (or question id) that can change the
	// outcome. Incremental checking trusts it.
	Reads []string
	// Needs lists the tables and "Table.Column"s without which the rule can
	// decide nothing; in "a|b" either will do. When the data has not got one of them, the rule is not
	// checked; any other column that is absent reads as missing.
	Needs []string
	// Official is the Department's own message.
	Official string
	// Title is our plain heading, under 70 letters.
	Title string
	// What says what is wrong, with {Table.Column} or {Column} standing for a
	// value at one of the places; Do says what to do.
	What, Do string
	// Source names where the logic comes from.
	Source string
}

// InForce reports whether the rule applies in a collection year such as
// "2025-26". An empty year means the newest.
func (i Info) InForce(year string) bool {
	if year == "" {
		return i.To == ""
	}
	return (i.From == "" || i.From <= year) && (i.To == "" || year <= i.To)
}

// Rule is one check over a record of type R. Check must be pure and must not
// keep the record: rules run in parallel over different records.
type Rule[R any] struct {
	Info
	Check func(record R, found *Found)
}

// Found collects what a rule finds.
type Found struct {
	info   *Info
	child  string
	issues []Issue
	group  int
}

// Add reports one finding whose places belong together.
func (f *Found) Add(places ...Place) {
	f.AddIssue(Issue{Places: places})
}

// AddIssue reports one finding with words of its own. Rule, severity, child and
// group are filled in.
func (f *Found) AddIssue(i Issue) {
	i.Rule = f.info.Code
	if i.Severity == 0 {
		i.Severity = f.info.Severity
	}
	i.Child = f.child
	i.Group = f.group
	f.group++
	f.issues = append(f.issues, i)
}
