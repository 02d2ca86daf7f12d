package draft

import (
	"strconv"
	"strings"

	"recordwell/capture"
	"recordwell/capture/form"
	"recordwell/validation/datatype"
	"recordwell/validation/field"
)

// Parsed is what a text means as the answer to a question.
type Parsed struct {
	Answer capture.Answer
	// Fault says why it cannot be read; its Kind is NoFault when it can.
	Fault datatype.Fault
}

// Parse reads what was typed or chosen. Nothing is guessed: what cannot be read
// keeps its text and has no value. Boxes with nothing but spaces are blank.
func Parse(q *form.Question, raw string, today datatype.Date) Parsed {
	a := capture.Answer{State: capture.Answered, Raw: raw}
	if isEmpty(q, raw) {
		return Parsed{Answer: capture.Answer{Raw: raw}}
	}
	value, err := read(q, raw)
	if err != nil {
		return Parsed{Answer: a, Fault: datatype.FaultOf(err)}
	}
	a.Value, a.Readable = value, true
	return Parsed{Answer: a}
}

func isEmpty(q *form.Question, raw string) bool {
	if q.Type == form.TypeDate {
		raw = strings.ReplaceAll(raw, "|", "")
	}
	return strings.TrimSpace(raw) == ""
}

func read(q *form.Question, raw string) (string, error) {
	switch q.Type {
	case form.TypeDate:
		day, month, year := datatype.CutParts(raw)
		if q.Has("partial-date") {
			d, err := datatype.ParsePartialParts(day, month, year)
			return d.String(), err
		}
		d, err := datatype.ParseDateParts(day, month, year)
		return d.String(), err
	case form.TypeInteger:
		n, err := datatype.ParseInteger(raw)
		return strconv.FormatInt(n, 10), err
	case form.TypeDecimal:
		d, err := datatype.ParseDecimal(raw)
		return string(d), err
	case form.TypeTime:
		t, err := datatype.ParseTime(raw)
		return t.String(), err
	case form.TypeSelectOne:
		return onList(q, raw)
	case form.TypeSelectMultiple:
		return allOnList(q, raw)
	}
	value, _ := field.Canonical(q.Validate, raw) // whether it is right is for a rule
	return value, nil
}

func onList(q *form.Question, raw string) (string, error) {
	if q.List != nil && q.List.Choice(raw) != nil {
		return raw, nil
	}
	return "", datatype.Fault{Kind: datatype.NotOnList}
}

// allOnList puts the chosen names in the order of the list, once each.
func allOnList(q *form.Question, raw string) (string, error) {
	names := strings.Fields(raw)
	for _, n := range names {
		if _, err := onList(q, n); err != nil {
			return "", err
		}
	}
	var out []string
	for i := range q.List.Choices {
		for _, n := range names {
			if n == q.List.Choices[i].Name {
				out = append(out, n)
				break
			}
		}
	}
	return strings.Join(out, " "), nil
}
