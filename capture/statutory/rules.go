package statutory

import (
	"fmt"

	"recordwell/capture/form"
	"recordwell/validation"
	"recordwell/validation/cin"
	"recordwell/validation/datatype"
	"recordwell/validation/returns"
	"recordwell/validation/ssda903"
)

// Collection says which collection year a record belongs to, and when in it the
// record is written.
type Collection struct {
	// Year is such as "2025-26"; Start and End are its first and last day.
	Year       string
	Start, End datatype.Date
	// Today is the story's day. What is only wrong at the end of the year, and
	// not yet, is [Finding.Later].
	Today datatype.Date
	// Calendar is for the rules that count working days; nil leaves them out.
	Calendar *datatype.Workdays
}

// Rules are the rules of the returns that the forms of one task feed. They do
// not change after they are made.
type Rules struct {
	set     *form.Set
	engines []*engine
	info    map[string]*rule // by id, such as "cin/8606"
	ids     []string
}

// rule is one rule of one return.
type rule struct {
	validation.Info
	engine *engine
	order  int
}

// engine is one return: the tables that the forms fill, and its rules on the
// day of the story and at the end of the year.
type engine struct {
	name, title string
	tables      []*table
	now, end    checker
	rules       []validation.Info // that run
}

// checker runs rules over the rows of one child. Changed names what differs
// since before, which was found then; nil runs every rule.
type checker interface {
	check(rows []returns.Row, changed []string, before []validation.Issue) []validation.Issue
}

// New makes the rules for the forms of a task. It returns nil when the forms
// feed no return.
func New(set *form.Set, c Collection) (*Rules, error) {
	r := &Rules{set: set, info: map[string]*rule{}}
	if tables := layout(set, cin.Model(), ""); len(tables) > 0 {
		e := &engine{name: "cin", title: cin.Census{}.Title(), tables: tables}
		if err := e.census(c); err != nil {
			return nil, fmt.Errorf("the rules of the census: %w", err)
		}
		r.engines = append(r.engines, e)
	}
	if tables := layout(set, ssda903.Model(), prefix903); len(tables) > 0 {
		e := &engine{name: "ssda903", title: ssda903.Statutory{}.Title(), tables: tables}
		if err := e.lookedAfter(c); err != nil {
			return nil, fmt.Errorf("the rules of SSDA903: %w", err)
		}
		r.engines = append(r.engines, e)
	}
	if len(r.engines) == 0 {
		return nil, nil //nolint:nilnil // no return, no rules
	}
	for _, e := range r.engines {
		for i, info := range e.rules {
			id := e.name + "/" + info.Code
			r.ids = append(r.ids, id)
			r.info[id] = &rule{Info: spoken(id, info), engine: e, order: i}
		}
	}
	return r, nil
}

// IDs returns the ids of the rules that run, such as "cin/8606".
func (r *Rules) IDs() []string { return r.ids }

// Info describes a rule by its id, with the words that are used at entry; nil
// when there is none.
func (r *Rules) Info(id string) *validation.Info {
	if rule := r.info[id]; rule != nil {
		return &rule.Info
	}
	return nil
}

// Titles names the returns, such as "Children in need census".
func (r *Rules) Titles() []string {
	var out []string
	for _, e := range r.engines {
		out = append(out, e.title)
	}
	return out
}

// Tables names the tables of a return ("cin", "ssda903") that the forms fill, in
// the order of its model.
func (r *Rules) Tables(name string) []string {
	var out []string
	for _, e := range r.engines {
		if e.name == name {
			for _, t := range e.tables {
				out = append(out, t.Name)
			}
		}
	}
	return out
}
