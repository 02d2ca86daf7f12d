package draft

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"recordwell/capture"
	"recordwell/capture/form"
	"recordwell/validation"
	"recordwell/validation/datatype"
	"recordwell/validation/field"
	"recordwell/validation/message"
)

// cellRecord is what the rules of a form read: one question about one entity.
type cellRecord struct {
	scope
	sp    *spec
	ref   capture.Ref
	asked bool
	Parsed
}

// rulesOf compiles what a form says of a question into rules, in the order in
// which a person is told: missing, cannot be read, cannot be real, breaks a
// rule. Their codes are the question's id with the kind of rule.
func rulesOf(q *form.Question) *validation.RuleSet[*cellRecord] {
	var rules []validation.Rule[*cellRecord]
	add := func(kind string, severity validation.Severity, check func(r *cellRecord, f *validation.Found)) {
		rules = append(rules, validation.Rule[*cellRecord]{
			Info: validation.Info{
				Code: string(q.ID) + "#" + kind, Severity: severity, Scope: validation.FieldScope,
				Reads: []string{string(q.ID)}, Source: "form " + q.Form.ID + " " + q.Form.Version,
			},
			Check: check,
		})
	}
	if !q.IsAsked() {
		return validation.NewRuleSet(rules...)
	}
	if q.Required != nil {
		add("required", validation.Error, required)
	}
	add("type", validation.Error, readable)
	if q.MaxLength > 0 {
		add("length", validation.Error, length)
	}
	if q.Validate != "" {
		for _, tag := range strings.Split(q.Validate, ",") {
			name, _, _ := strings.Cut(tag, "=")
			add(name, validation.Error, func(r *cellRecord, f *validation.Found) { validate(r, f, tag) })
		}
	}
	if q.Constraint != nil {
		add("constraint", validation.Error, func(r *cellRecord, f *validation.Found) {
			if r.hasValue() && !q.Constraint.Holds(r.scope) {
				r.own(f, q.ConstraintMessage.Render(r.scope))
			}
		})
	}
	if q.Query != nil {
		add("query", validation.Query, func(r *cellRecord, f *validation.Found) {
			if r.answered() && !q.Query.Holds(r.scope) {
				r.own(f, q.QueryMessage.Render(r.scope))
			}
		})
	}
	return validation.NewRuleSet(rules...)
}

func (r *cellRecord) hasValue() bool { return r.Answer.State == capture.Answered && r.Answer.Readable }

// answered is true for an escape answer too: a query may ask about it.
func (r *cellRecord) answered() bool {
	return r.Answer.State != capture.Blank && (r.Answer.State != capture.Answered || r.Answer.Readable)
}

func required(r *cellRecord, f *validation.Found) {
	if !r.asked || r.Answer.State != capture.Blank || !r.sp.q.Required.True(r.scope) {
		return
	}
	if own := r.sp.q.RequiredMessage.Render(r.scope); own != "" {
		r.own(f, own)
		return
	}
	say := message.MissingText
	switch r.sp.q.Type {
	case form.TypeDate:
		say = message.MissingDate
	case form.TypeSelectOne, form.TypeSelectMultiple:
		say = message.MissingChoice
		if r.sp.q.Has("search") {
			say = message.MissingText
		}
	}
	r.found(f, say, map[string]string{"thing": r.thing()})
}

func readable(r *cellRecord, f *validation.Found) {
	if r.Answer.State == capture.Answered && !r.Answer.Readable {
		r.fault(f, r.Fault, string(r.sp.q.Type), "")
	}
}

func length(r *cellRecord, f *validation.Found) {
	if n := r.sp.q.MaxLength; r.hasValue() && utf8.RuneCountInString(r.Answer.Value) > n {
		r.fault(f, datatype.Fault{Kind: datatype.TooLong}, "max", strconv.Itoa(n))
	}
}

func validate(r *cellRecord, f *validation.Found, tag string) {
	if !r.hasValue() {
		return
	}
	for _, failure := range field.Check(tag, r.Answer.Value) {
		r.fault(f, datatype.Fault{Kind: failure.Kind, Parts: failure.Parts}, failure.Tag, failure.Param)
	}
}

func (r *cellRecord) thing() string { return r.sp.q.Thing.Render(r.scope) }

func (r *cellRecord) fault(f *validation.Found, fault datatype.Fault, tag, param string) {
	say, args := message.OfFault(fault, r.thing(), tag, param)
	r.found(f, say, args)
}

// own reports an issue whose words the form brings.
func (r *cellRecord) own(f *validation.Found, words string) {
	r.found(f, message.Words, map[string]string{"text": words, "thing": r.thing()})
}

func (r *cellRecord) found(f *validation.Found, say string, args map[string]string) {
	f.AddIssue(validation.Issue{
		Say: say, Args: args,
		Places: []validation.Place{{Field: string(r.ref.Question), Entity: string(r.ref.Entity), Value: r.Answer.Raw}},
	})
}

// check runs the rules of a cell. A person is told one thing at a time: the
// first error, and a query only where there is no error.
func (d *Draft) check(e *entity, sp *spec, c *cell) []validation.Issue {
	if !sp.q.IsAsked() || !c.relevant || e.Removed {
		return nil
	}
	r := &cellRecord{
		scope: scope{d: d, e: e}, sp: sp, asked: d.blanksCount(e, sp),
		ref: capture.Ref{Entity: e.ID, Question: sp.q.ID},
	}
	r.Parsed.Answer = c.answer
	if c.isTyping {
		r.Parsed = Parse(sp.q, c.typing, d.story.Today)
	} else if c.answer.State == capture.Answered && !c.answer.Readable {
		r.Parsed = Parse(sp.q, c.answer.Raw, d.story.Today)
	}
	if r.hasValue() {
		r.this = form.FromAnswer(sp.q, r.Answer)
	}
	issues := sp.rules.Check(r, string(e.ID))
	for i := range issues {
		if issues[i].Severity == validation.Error {
			return issues[i : i+1]
		}
	}
	if len(issues) > 1 {
		issues = issues[:1]
	}
	return issues
}

// WrongParts tells which boxes of a date an issue is about: day, month, year.
// An issue of the whole date is about all of them.
func WrongParts(i *validation.Issue) [3]bool {
	p := datatype.ParseParts(i.Args["parts"])
	if p == 0 {
		p = datatype.AllParts
	}
	return [3]bool{p.Has(datatype.DayPart), p.Has(datatype.MonthPart), p.Has(datatype.YearPart)}
}
