package field

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"

	"github.com/go-playground/validator/v10"

	"recordwell/validation/datatype"
)

// Failure is one check that an answer did not pass.
type Failure struct {
	// Tag is the check's name, such as "max"; Param is what stood after "=".
	Tag, Param string
	Kind       datatype.Kind
	// Parts are the boxes at fault of a date.
	Parts datatype.Parts
}

// instance is made once: the validator caches each list of tags it has seen.
var instance = sync.OnceValue(func() *validator.Validate {
	v := validator.New(validator.WithRequiredStructEnabled())
	for name, t := range tags {
		if t.read == nil {
			continue
		}
		read := t.read
		register(v, name, func(fl validator.FieldLevel) bool {
			_, err := read(fl.Field().String())
			return err == nil
		})
	}
	register(v, "between", isBetween)
	return v
})

func register(v *validator.Validate, name string, check validator.Func) {
	if err := v.RegisterValidation(name, check); err != nil {
		panic(fmt.Sprintf("field: tag %s: %v", name, err)) // a name that the validator keeps for itself
	}
}

// isBetween passes what is not a number: that is another tag's fault to find.
func isBetween(fl validator.FieldLevel) bool {
	n, err := datatype.ParseDecimal(fl.Field().String())
	low, high, ok := span(fl.Param())
	return err != nil || !ok || low <= n.Float() && n.Float() <= high
}

// Check tries an answer against tags separated by commas and returns at most
// one failure: validator/v10 stops at the first tag that does not hold, so the
// order of the tags is the order of their importance. An empty answer passes.
// The tags must have passed [Lint]; others panic, as the validator does.
func Check(list, value string) []Failure {
	if value == "" || list == "" {
		return nil
	}
	err := instance().Var(value, list)
	if err == nil {
		return nil
	}
	var failed validator.ValidationErrors
	if !errors.As(err, &failed) {
		return []Failure{{Kind: datatype.WrongShape}}
	}
	out := make([]Failure, len(failed))
	for i, e := range failed {
		out[i] = failure(e.Tag(), e.Param(), value)
	}
	return out
}

func failure(name, param, value string) Failure {
	f := Failure{Tag: name, Param: param, Kind: tags[name].kind}
	if read := tags[name].read; read != nil {
		_, err := read(value)
		why := datatype.FaultOf(err)
		f.Kind, f.Parts = why.Kind, why.Parts
	}
	return f
}

// Canonical returns the one form of an answer, as the first tag in the list
// that names one of our types reads it, such as "SW1A 2AA" for "sw1a2aa". Where
// it cannot be read, or no tag names a type, it is the text without the spaces
// around it, and ok says whether it could be read.
func Canonical(list, raw string) (value string, ok bool) {
	for list != "" {
		var name string
		name, list, _ = strings.Cut(list, ",")
		name, _, _ = strings.Cut(name, "=")
		if read := tags[strings.TrimSpace(name)].read; read != nil {
			if value, err := read(raw); err == nil {
				return value, true
			}
			return strings.TrimSpace(raw), false
		}
	}
	return strings.TrimSpace(raw), true
}

// Tags returns the names of all checks that a form may use, in order.
func Tags() []string { return slices.Sorted(maps.Keys(tags)) }

// Lint returns what is wrong with a list of tags as an author wrote it, or nil.
func Lint(list string) error {
	for _, part := range strings.Split(list, ",") {
		name, param, hasParam := strings.Cut(part, "=")
		t, known := tags[name]
		switch {
		case !known:
			return fmt.Errorf("there is no check called %q", name)
		case t.goodParam == nil && hasParam:
			return fmt.Errorf("%s takes nothing after =", name)
		case t.goodParam != nil && !t.goodParam(param):
			return fmt.Errorf("%s needs %s, such as %s", name, paramWords[name], paramExample[name])
		}
	}
	return nil
}

var (
	paramWords   = map[string]string{"max": "a number of letters", "min": "a number of letters", "len": "a number of letters", "oneof": "words", "between": "two numbers, the smaller first"}
	paramExample = map[string]string{"max": "max=35", "min": "min=2", "len": "len=6", "oneof": "oneof=a b", "between": "between=0 99"}
)
