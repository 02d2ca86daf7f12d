package form

import (
	"maps"
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// anExpression draws an expression of at most a depth.
func anExpression(t *rapid.T, depth int) node {
	kinds := 4
	if depth > 0 {
		kinds = 7
	}
	switch rapid.IntRange(0, kinds-1).Draw(t, "kind") {
	case 0:
		return &this{}
	case 1:
		return &reference{name: rapid.StringMatching(`[a-z_][a-z0-9_]{0,5}`).Draw(t, "name")}
	case 2:
		return &literal{value: NumberValue(float64(rapid.IntRange(0, 9999).Draw(t, "number")) / 4)}
	case 3:
		text := rapid.StringMatching(`[a-zé "{$]{0,6}|[a-z']{0,6}`).Draw(t, "text")
		return &literal{value: TextValue(text), quoted: true, text: text}
	case 4:
		return &negation{x: anExpression(t, depth-1)}
	case 5:
		op := operator(rapid.IntRange(0, len(operatorSigns)-1).Draw(t, "operator"))
		return &binary{op: op, left: anExpression(t, depth-1), right: anExpression(t, depth-1)}
	}
	var free []string // functions whose arguments may be anything
	for _, name := range slices.Sorted(maps.Keys(functions)) {
		if functions[name].prepare == nil {
			free = append(free, name)
		}
	}
	fn := functions[rapid.SampledFrom(free).Draw(t, "function")]
	c := &call{fn: fn}
	for range rapid.IntRange(fn.least, max(fn.least, fn.most)).Draw(t, "arguments") {
		c.args = append(c.args, anExpression(t, depth-1))
	}
	return c
}

// placeless removes what differs between a drawn and a parsed expression.
func placeless(n node) node {
	walk(n, func(n node) {
		switch n := n.(type) {
		case *literal:
			n.at = 0
		case *this:
			n.at = 0
		case *reference:
			n.at = 0
		case *negation:
			n.at = 0
		case *binary:
			n.at = 0
		case *call:
			n.at = 0
		}
	})
	return n
}

func TestWhatIsPrintedParsesToTheSame(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		want := anExpression(t, 4)
		src := (&Expr{root: want}).String()
		e, err := parseExpr(src, false)
		if err != nil {
			t.Fatalf("%s: letter %d: %s", src, err.at, err.message)
		}
		if !reflect.DeepEqual(placeless(e.root), want) {
			t.Fatalf("%s became %s", src, e)
		}
	})
}

func FuzzParse(f *testing.F) {
	for _, c := range evaluated {
		f.Add(c.expr)
	}
	f.Fuzz(func(t *testing.T, src string) {
		e, err := parseExpr(src, true)
		if err != nil {
			if err.message == "" || err.at < 0 || err.at > len([]rune(src)) {
				t.Fatalf("%q: error %q at letter %d", src, err.message, err.at)
			}
			return
		}
		printed := e.String()
		again, err := parseExpr(printed, true)
		if err != nil || again.String() != printed {
			t.Fatalf("%q printed %q, then %v", src, printed, err)
		}
		for _, r := range e.references() {
			r.question = &Question{Name: r.name}
		}
		a, b := e.Eval(sample), e.Eval(sample)
		if a != b || parseValue(anyType, a.String()).String() != a.String() {
			t.Fatalf("%q gave %q, then %q", src, a, b)
		}
	})
}
