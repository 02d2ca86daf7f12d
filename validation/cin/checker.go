package cin

import (
	"fmt"
	"slices"
	"strings"

	"recordwell/validation"
	"recordwell/validation/datatype"
	"recordwell/validation/returns"
)

// Config says what a [Checker] checks.
type Config struct {
	// Year is the collection year whose rules apply; empty means the newest.
	Year string
	// Reference is the reference date of the return, which sets the census year.
	Reference Date
	// Today, while the census year still runs, is the day that a record is looked
	// at: what the rules ask of the reference date is asked of this day. Zero is
	// the reference date itself.
	Today Date
	// Codes limits the rules; empty means all that are in force.
	Codes []string
	// Calendar is for the rules that count working days.
	Calendar *datatype.Workdays
	// Columns holds the tables and "Table.Column"s that there are; nil means all.
	Columns map[string]bool
}

// Checker checks children against the rules of one collection year. It does not
// change after it is made, so it may be used by several goroutines at once.
type Checker struct {
	period  Period
	set     *validation.RuleSet[*Record]
	readers map[string][]int // what is read, as column and as table -> positions in set
	dated   map[string]bool  // codes of rules whose words name the census year
	header  []validation.Rule[*Header]
	cohort  []entry
	not     []returns.NotChecked
}

// NewChecker picks the rules. It is an error to ask for a year or a code that
// the package does not know.
func NewChecker(cfg Config) (*Checker, error) {
	year := cfg.Year
	if year == "" {
		year = Years()[len(Years())-1]
	}
	if !slices.Contains(Years(), year) {
		return nil, fmt.Errorf("the rules of %q are not known. Choose one of %s", year, strings.Join(Years(), ", "))
	}
	if err := knowCodes(cfg.Codes); err != nil {
		return nil, err
	}
	c := &Checker{
		period:  NewPeriod(cfg.Reference, cfg.Calendar).until(cfg.Today, cfg.Calendar),
		readers: map[string][]int{},
		dated:   map[string]bool{},
	}
	var childRules []validation.Rule[*Record]
	inForce := map[string]bool{}
	for _, e := range entries() {
		if len(cfg.Codes) > 0 && !slices.Contains(cfg.Codes, e.Code) || !e.InForce(year) {
			continue
		}
		inForce[e.Code] = true
		if why := c.cannotRun(e, cfg); why != "" {
			c.not = append(c.not, returns.NotChecked{Code: e.Code, Because: why})
			continue
		}
		c.dated[e.Code] = slices.Contains(e.Reads, "Header.ReferenceDate")
		switch {
		case e.header != nil:
			c.header = append(c.header, validation.Rule[*Header]{Info: e.Info, Check: e.header})
		case e.cohort != nil:
			c.cohort = append(c.cohort, e)
		default:
			c.index(e.Reads, len(childRules))
			childRules = append(childRules, validation.Rule[*Record]{Info: e.Info, Check: e.check})
		}
	}
	for _, code := range cfg.Codes {
		if !inForce[code] {
			c.not = append(c.not, returns.NotChecked{Code: code, Because: "the rule is not in force in " + year})
		}
	}
	c.set = validation.NewRuleSet(childRules...)
	return c, nil
}

func knowCodes(codes []string) error {
	for _, code := range codes {
		if !slices.ContainsFunc(facts(), func(f fact) bool { return f.Code == code }) {
			return fmt.Errorf("there is no rule %q in the children in need census. Run \"recordwellctl rules --return cin\" for the list", code)
		}
	}
	return nil
}

// index notes the rule at a position under every column it reads, and under
// their tables: a row that comes or goes changes all of its columns.
func (c *Checker) index(reads []string, position int) {
	for _, read := range reads {
		c.readers[read] = append(c.readers[read], position)
		if table, _, ok := strings.Cut(read, "."); ok && !slices.Contains(c.readers[table], position) {
			c.readers[table] = append(c.readers[table], position)
		}
	}
}

// cannotRun completes "Not checked, because …", or is empty.
func (c *Checker) cannotRun(e entry, cfg Config) string {
	for _, need := range e.Needs {
		if need == "Header.ReferenceDate" && cfg.Reference.Missing() && e.header == nil {
			return "the return gives no reference date that can be read"
		}
		if cfg.Columns == nil || slices.ContainsFunc(strings.Split(need, "|"), func(n string) bool { return cfg.Columns[n] }) {
			continue
		}
		if strings.Contains(need, ".") {
			return "the data has no column " + strings.ReplaceAll(need, "|", " or ")
		}
		return "the data has no table " + need
	}
	if e.workdays && !c.period.countsWorkdays() {
		if cfg.Calendar == nil {
			return "there is no calendar of bank holidays"
		}
		from, to := cfg.Calendar.Covers()
		return fmt.Sprintf("the calendar of bank holidays covers %s to %s only", from.Words(), to.Words())
	}
	return ""
}

// Period returns the census year.
func (c *Checker) Period() Period { return c.period }

// NotChecked lists the rules that cannot run, and why.
func (c *Checker) NotChecked() []returns.NotChecked { return c.not }

// RulesRun counts the rules that run.
func (c *Checker) RulesRun() int { return len(c.set.Rules()) + len(c.header) + len(c.cohort) }

// Rules describes the rules that one child decides and that run.
func (c *Checker) Rules() []validation.Info {
	out := make([]validation.Info, len(c.set.Rules()))
	for i, r := range c.set.Rules() {
		out[i] = r.Info
	}
	return out
}

// Check runs every rule that one child decides. Groups count within the child.
func (c *Checker) Check(child *Child) []validation.Issue {
	return c.date(c.set.Check(&Record{child, c.period}, child.ID()))
}

// Recheck runs only the rules that read what changed, and returns their codes:
// what these rules found before is out of date. A change is a "Table.Column", or
// a table when a row came or went.
func (c *Checker) Recheck(child *Child, changed ...string) (issues []validation.Issue, codes []string) {
	positions := c.affected(changed)
	rules := c.set.Rules()
	codes = make([]string, len(positions))
	for i, p := range positions {
		codes[i] = rules[p].Code
	}
	return c.date(c.set.Run(positions, &Record{child, c.period}, child.ID())), codes
}

func (c *Checker) affected(changed []string) []int {
	if len(changed) == 1 {
		return c.readers[changed[0]]
	}
	var out []int
	for _, ch := range changed {
		out = append(out, c.readers[ch]...)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// CheckHeader runs the rules about the return itself.
func (c *Checker) CheckHeader(h *Header) []validation.Issue {
	return c.date(validation.NewRuleSet(c.header...).Check(h, ""))
}

// date gives the findings of rules that name the census year its two ends.
func (c *Checker) date(issues []validation.Issue) []validation.Issue {
	for i := range issues {
		if issues[i].Args == nil && c.dated[issues[i].Rule] {
			issues[i].Args = c.period.args
		}
	}
	return issues
}
