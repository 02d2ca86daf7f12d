package form

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"recordwell/capture/form/source"
)

// bindAll resolves the pending names of forms that are asked together, and then
// checks that what is put together fits. Before forms are linked, names that
// they do not have themselves may be another form's.
func bindAll(defs []*Definition, linked bool, problems *source.Problems) {
	for i, d := range defs {
		s := scope{def: d, linked: linked, others: slices.Concat(defs[:i:i], defs[i+1:])}
		for _, p := range d.pending {
			s.bind(p, problems)
		}
	}
	inferCalculated(defs)
	for _, d := range defs {
		for _, p := range d.pending {
			if p.expr != nil {
				p.check(problems)
			}
		}
	}
}

// scope is what the names of a form can mean.
type scope struct {
	def    *Definition
	others []*Definition
	linked bool
}

func (s scope) bind(p pending, problems *source.Problems) {
	if p.expr == nil {
		for _, r := range p.text.references() {
			if err := s.resolve(r, p.from, false); err != nil {
				report(problems, p.node, err)
			}
		}
		return
	}
	over := p.expr.markItems()
	for _, r := range p.expr.references() {
		if err := s.resolve(r, p.from, over[r]); err != nil {
			report(problems, p.node, err)
		}
	}
	p.expr.collectReads()
}

// resolve finds what a name means: the nearest item, then the form, then the
// other forms, then a word. over says that the answers of all items are wanted.
func (s scope) resolve(r *reference, from *Repeat, over bool) *exprError {
	for repeat := from; ; repeat = repeat.Parent {
		if q := s.def.in(repeat, r.name); q != nil {
			r.question, r.every = q, over && q.Repeat != nil
			return nil
		}
		if repeat == nil {
			break
		}
	}
	if over {
		if q := s.itemsOf(r.name); q != nil {
			r.question, r.every = q, true
			return nil
		}
	}
	found, plain := s.def.inRepeats(r.name), []*Question(nil)
	if len(found) == 0 {
		for _, d := range s.others {
			if q := d.in(nil, r.name); q != nil {
				plain = append(plain, q)
			}
			found = append(found, d.inRepeats(r.name)...)
		}
	}
	if len(plain) > 0 {
		found = plain
	}
	switch {
	case len(found) > 1:
		var ids []string
		for _, q := range found {
			ids = append(ids, string(q.ID))
		}
		return &exprError{at: r.at, message: fmt.Sprintf("${%s} can mean %s. Give one of them another name", r.name, strings.Join(ids, " or "))}
	case len(found) == 1 && found[0].Repeat != nil && !over:
		return &exprError{at: r.at, message: fmt.Sprintf("${%s} is asked once for each %s. Put it into count(), sum(), min(), max() or join()", r.name, found[0].Repeat.Entity)}
	case len(found) == 1:
		r.question, r.every = found[0], over && found[0].Repeat != nil
		return nil
	}
	if word, ok := s.def.Words[r.name]; ok {
		r.word, r.fallback = true, word
		return nil
	}
	if !s.linked {
		return nil
	}
	return &exprError{r.at, fmt.Sprintf("No question or word is named %q", r.name), source.Nearest(r.name, s.names())}
}

// in returns the question of a name in a repeat, or outside all for nil.
func (d *Definition) in(repeat *Repeat, name string) *Question {
	for _, q := range d.inOrder {
		if q.Repeat == repeat && q.Name == name {
			return q
		}
	}
	return nil
}

func (d *Definition) inRepeats(name string) []*Question {
	var out []*Question
	for _, q := range d.inOrder {
		if q.Repeat != nil && q.Name == name {
			out = append(out, q)
		}
	}
	return out
}

// itemsOf returns the first question of the repeat of a name, by which its items
// can be counted.
func (s scope) itemsOf(name string) *Question {
	for _, d := range append([]*Definition{s.def}, s.others...) {
		for _, r := range d.repeats {
			if r.Name != name {
				continue
			}
			for _, q := range d.inOrder {
				if q.Repeat == r {
					return q
				}
			}
		}
	}
	return nil
}

func (s scope) names() []string {
	names := slices.Sorted(maps.Keys(s.def.Words))
	for _, d := range append([]*Definition{s.def}, s.others...) {
		for _, q := range d.inOrder {
			names = append(names, q.Name)
		}
		for _, r := range d.repeats {
			names = append(names, r.Name)
		}
	}
	return names
}

// inferCalculated finds the types of calculate rows, which may build on each
// other.
func inferCalculated(defs []*Definition) {
	quiet := func(int, string, string, ...any) {}
	for changed, rounds := true, 0; changed && rounds < 10; rounds++ {
		changed = false
		for _, d := range defs {
			for _, q := range d.inOrder {
				if q.Calculate == nil {
					continue
				}
				c := checker{self: q, report: quiet}
				if t := c.typeOf(q.Calculate.root); t != q.calculated {
					q.calculated, changed = t, true
				}
			}
		}
	}
}

// check reports what does not fit together in an expression.
func (p pending) check(problems *source.Problems) {
	c := checker{self: p.self, report: func(at int, suggestion, format string, args ...any) {
		report(problems, p.node, &exprError{at, fmt.Sprintf(format, args...), suggestion})
	}}
	t := c.typeOf(p.expr.root)
	if p.condition {
		c.condition(p.expr.root, t)
	}
}
