package statutory

import (
	"slices"
	"strings"

	"recordwell/capture/form"
)

// Passed counts the rules that find nothing and have something to look at: each
// table that they need has a row. With a section, only rules that read an
// answer of it count.
func (rec *Record) Passed(section *form.Section) int {
	n := 0
	for i, e := range rec.rules.engines {
		rows := rec.parts[i].rows
		for _, info := range e.rules {
			if !applies(info.Needs, rows) || section != nil && !e.reads(info.Reads, section) {
				continue
			}
			id := e.name + "/" + info.Code
			if !slices.ContainsFunc(rec.findings, func(f Finding) bool { return f.Rule == id && !f.Later }) {
				n++
			}
		}
	}
	return n
}

func applies(needs []string, rows []built) bool {
	for _, need := range needs {
		found := false
		for _, either := range strings.Split(need, "|") {
			name, _, _ := strings.Cut(either, ".")
			found = found || name == "Header" || slices.ContainsFunc(rows, func(r built) bool { return r.Table == name })
		}
		if !found {
			return false
		}
	}
	return true
}

func (e *engine) reads(places []string, section *form.Section) bool {
	for _, t := range e.tables {
		for _, feeds := range t.feeds {
			for _, f := range feeds {
				if f.q.Section == section && slices.Contains(places, t.Name+"."+f.column) {
					return true
				}
			}
		}
	}
	return false
}

// Choice finds the choice that a code at a place ("Table.Column") of a rule's
// return stands for; nil where nobody chooses it.
func (r *Rules) Choice(id, place, code string) *form.Choice {
	rule := r.info[id]
	if rule == nil {
		return nil
	}
	name, column, _ := strings.Cut(place, ".")
	for _, t := range rule.engine.tables {
		if t.Name != name {
			continue
		}
		for _, feeds := range t.feeds {
			for _, f := range feeds {
				if f.column != column || f.q.List == nil {
					continue
				}
				if c := f.q.List.Choice(code); c != nil {
					return c
				}
			}
		}
	}
	return nil
}
