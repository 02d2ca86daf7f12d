package form

import (
	"testing"
	"time"

	"recordwell/capture"
	"recordwell/validation/datatype"
)

// world is an Env by question name, for expressions that no form binds.
type world struct {
	answers map[string]Value
	items   map[string][]Value
	this    Value
	words   map[string]string
}

func (w world) Value(q *Question) Value { return w.answers[q.Name] }
func (w world) All(q *Question) []Value {
	if q.Repeat == nil {
		return []Value{w.answers[q.Name]}
	}
	return w.items[q.Name]
}
func (w world) This() Value             { return w.this }
func (w world) Today() datatype.Date    { return datatype.MustDate(2025, time.October, 16) }
func (w world) Word(name string) string { return w.words[name] }
func (w world) IsHoliday(d datatype.Date) bool {
	return d == datatype.MustDate(2025, time.December, 25)
}

func iso(s string) Value { return parseDays(s) }

// bound compiles an expression against questions that are made up by name; the
// names of repeated ones begin with "each".
func bound(t testing.TB, src string) *Expr {
	t.Helper()
	e, err := parseExpr(src, false)
	if err != nil {
		t.Fatalf("%s: letter %d: %s", src, err.at+1, err.message)
	}
	over := e.markItems()
	questions := make(map[string]*Question)
	for _, r := range e.references() {
		q := questions[r.name]
		if q == nil {
			q = &Question{Name: r.name, Type: TypeText}
			if len(r.name) > 4 && r.name[:4] == "each" {
				q.Repeat = &Repeat{}
			}
			questions[r.name] = q
		}
		r.question, r.every = q, over[r] && q.Repeat != nil
	}
	e.collectReads()
	return e
}

var sample = world{
	answers: map[string]Value{
		"n": NumberValue(7), "half": NumberValue(2.5), "minus": NumberValue(-2.5), "name": TextValue("Maya"), "digits": TextValue("12"),
		"day": iso("2025-10-07"), "late": iso("2025-10-20"), "year": iso("2015"), "month": iso("2015-06"),
		"set": SetValue("MOB", "HEAR"), "one": TextValue("yes"), "t": TextValue("09:30"),
		"refused": {state: capture.Refused},
	},
	items: map[string][]Value{
		"each_n":   {NumberValue(3), {}, NumberValue(5)},
		"each_day": {iso("2020-01-01"), iso("2018-06-14"), {}},
		"each_one": {TextValue("yes"), TextValue("no"), {}},
	},
	this: TextValue("this one"),
}

var evaluated = []struct{ expr, want string }{
	// Operators.
	{"1 + 2 * 3", "7"}, {"(1 + 2) * 3", "9"}, {"10 - 2 - 3", "5"}, {"7 div 2", "3.5"}, {"7 mod 2", "1"}, {"-7 mod 2", "-1"},
	{"- -3", "3"}, {"1 div 0", ""}, {"1 mod 0", ""}, {".5 + 1.", "1.5"}, {"${n} + 1", "8"}, {"-${name}", ""},
	{"${n} = 7", "true"}, {"${n} != 7", "false"}, {"${n} = '7'", "true"}, {"${n} < 8", "true"}, {"${n} <= 7", "true"}, {"${n} > 7", "false"}, {"${n} >= 7", "true"},
	{"${name} = 'Maya'", "true"}, {`${name} != "Joana"`, "true"}, {"${name} = 'maya'", "false"}, {"${t} < '10:00'", "true"}, {". = 'this one'", "true"},
	{"true() and false()", "false"}, {"true() or false()", "true"}, {"false() or true() and true()", "true"}, {"not(true())", "false"},
	{"1 < 2 = true()", "true"}, {"true() = 1", "true"},
	// Dates.
	{"${late} - ${day}", "13"}, {"${day} + 3", "2025-10-10"}, {"3 + ${day}", "2025-10-10"}, {"${day} - 7", "2025-09-30"}, {"${day} * 2", ""}, {"${day} + ${day}", ""},
	{"${day} < ${late}", "true"}, {"${day} >= ${late}", "false"}, {"${day} = '2025-10-07'", "true"}, {"${day} < date('2025-10-08')", "true"},
	{"${day} + 99999999", ""}, {"today()", "2025-10-16"}, {"today() - ${day}", "9"}, {"date(${name})", ""}, {"date(0)", "1970-01-01"}, {"number(${day})", "20368"},
	// Partial dates stand for all of their days.
	{"${year} < '2016-01-01'", "true"}, {"${year} < '2015-01-01'", "false"}, {"${year} < '2015-06-01'", ""}, {"${year} <= today()", "true"},
	{"${month} >= '2015-06-01'", "true"}, {"${month} > '2015-06-30'", "false"}, {"${year} = ${month}", ""}, {"${year} = '2016'", "false"}, {"${year} - ${day}", ""},
	{"${month}", "2015-06"}, {"${year}", "2015"}, {"age(${month}, '2025-10-16')", "10"}, {"age(${year}, '2025-10-16')", ""},
	// Null.
	{"${none} = ''", "true"}, {"'' = ${none}", "true"}, {"${none} != ''", "false"}, {"${name} = ''", "false"}, {"${name} != ''", "true"}, {"${none} = ${nil}", "true"},
	{"${none} = 'x'", "false"}, {"${none} != 'x'", "true"}, {"${none} = ${name}", ""}, {"${none} != ${name}", "true"},
	{"${none} < 3", ""}, {"${none} + 1", ""}, {"-${none}", ""}, {"not(${none})", "true"}, {"not(${none} < 3)", "true"},
	{"${none} < 3 and true()", ""}, {"${none} < 3 and false()", "false"}, {"${none} < 3 or true()", "true"}, {"${none} < 3 or false()", ""},
	{"false() and ${none} < 3", "false"}, {"true() and ${none} < 3", ""}, {"false() or ${none} < 3", ""},
	{"${none} < 3 = false()", "true"},
	// Logic.
	{"true()", "true"}, {"false()", "false"}, {"boolean('x')", "true"}, {"boolean(0)", "false"}, {"boolean('')", "false"},
	{"if(${n} > 5, 'many', 'few')", "many"}, {"if(${none} > 5, 'many', 'few')", "few"}, {"coalesce(${none}, ${n})", "7"}, {"coalesce(${none}, ${nil}, 'x')", "x"}, {"coalesce('', '')", ""},
	// Text.
	{"string(${n})", "7"}, {"string(1.50)", "1.5"}, {"concat('a', ${n}, ${none}, 'b')", "a7b"}, {"string-length('Tomás')", "5"}, {"string-length(${none})", "0"},
	{"substr('Tomás', 3)", "ás"}, {"substr('Tomás', 0, 2)", "To"}, {"substr('Tomás', -1, 99)", "Tomás"}, {"substr('a', 5)", ""}, {"substr('a', ${none})", ""},
	{"upper-case('ás')", "ÁS"}, {"lower-case('AB')", "ab"}, {"normalize-space('  a   b ')", "a b"},
	{"contains(${name}, 'ay')", "true"}, {"starts-with(${name}, 'Ma')", "true"}, {"ends-with(${name}, 'Ma')", "false"},
	{"regex(${name}, '[A-Z][a-z]+')", "true"}, {"regex(${name}, '[A-Z]')", "false"}, {"regex(${name}, 'X|Maya')", "true"}, {"regex(${none}, '.+')", "false"},
	// Numbers.
	{"number(${digits}) + 1", "13"}, {"number('x')", ""}, {"number('1e3')", ""}, {"number('Inf')", ""}, {"int(${half})", "2"}, {"int(${minus})", "-2"}, {"int(${none})", ""}, {"int('12.9')", "12"},
	{"abs(${minus})", "2.5"}, {"round(${half})", "3"}, {"round(2.345, 2)", "2.35"}, {"round(1234, -2)", "1200"}, {"round(${none})", ""}, {"round(1, ${none})", ""},
	// Dates.
	{"date('2025-10-16')", "2025-10-16"}, {"date(${none})", ""},
	{"format-date(${day}, '%Y %y %m %n %d %e %b %B %a %A')", "2025 25 10 10 07 7 Oct October Tue Tuesday"}, {"format-date(${none}, '%Y')", ""}, {"format-date(${year}, '%Y')", ""},
	{"age('2018-06-14', '2025-06-13')", "6"}, {"age('2018-06-14', '2025-06-14')", "7"}, {"age(${none}, today())", ""},
	{"add-months('2025-01-31', 1)", "2025-02-28"}, {"add-months('2025-10-16', -12)", "2024-10-16"}, {"add-months('2025-10-16', 999999)", ""}, {"add-months(${none}, 1)", ""},
	{"weekday('2025-10-13')", "1"}, {"weekday('2025-10-19')", "7"}, {"weekday(${none})", ""},
	{"working-days('2025-10-10', '2025-10-13')", "1"}, {"working-days('2025-10-13', '2025-10-10')", "-1"}, {"working-days('2025-12-24', '2025-12-26')", "1"}, {"working-days(${none}, today())", ""},
	// Choices.
	{"selected(${set}, 'MOB')", "true"}, {"selected(${set}, 'MO')", "false"}, {"selected(${one}, 'yes')", "true"}, {"selected(${none}, 'yes')", "false"}, {"selected(${n}, '7')", "true"},
	{"count-selected(${set})", "2"}, {"count-selected(${none})", "0"}, {"selected-at(${set}, 1)", "HEAR"}, {"selected-at(${set}, 2)", ""}, {"selected-at(${set}, -1)", ""},
	{"answer-state(${refused})", "refused"}, {"answer-state(${none})", "blank"}, {"answer-state(${n})", "answered"},
	// Items.
	{"count(${each_n})", "3"}, {"count-non-empty(${each_n})", "2"}, {"count(${n})", "1"}, {"sum(${each_n})", "8"}, {"sum(${none})", "0"},
	{"min(${each_n})", "3"}, {"max(${each_n})", "5"}, {"max(${each_n}, ${n})", "7"}, {"min(${each_day})", "2018-06-14"}, {"max(${none})", ""},
	{"join(', ', ${each_one})", "yes, no"}, {"join('-', 'a', ${n})", "a-7"}, {"selected(join(' ', ${each_one}), 'no')", "true"}, {"join(' ', ${none})", ""},
}

func TestEval(t *testing.T) {
	for _, c := range evaluated {
		if got := bound(t, c.expr).Eval(sample).String(); got != c.want {
			t.Errorf("%s = %q, want %q", c.expr, got, c.want)
		}
	}
}

func TestEveryFunctionIsTried(t *testing.T) {
	tried := make(map[string]bool)
	for _, c := range evaluated {
		walk(bound(t, c.expr).root, func(n node) {
			if c, ok := n.(*call); ok {
				tried[c.fn.name] = true
			}
		})
	}
	for name := range functions {
		if !tried[name] {
			t.Errorf("%s() is in no row of the tables", name)
		}
	}
}

func TestConstraintsBreakOnlyWhenFalse(t *testing.T) {
	for _, c := range []struct {
		expr        string
		holds, true bool
	}{
		{"${n} > 5", true, true}, {"${n} > 8", false, false},
		{"${n} > ${none}", true, false},                     // cannot be told
		{"${n} = ${none}", true, false},                     //
		{"${n} > ${none} and ${n} > 8", false, false},       // false whatever the other is
		{"${n} > ${none} and ${n} < 8", true, false},        //
		{"${n} = ''", false, false},                         // asked on purpose
		{"${year} < '2015-06-01'", true, false},             // a partial date
		{"not(${n} > ${none})", true, true},                 // null counts as false
		{"regex(${none}, 'a')", false, false},               //
		{"${none} + 1 = 3 or ${n} > 8", false, false},       // a literal decides
		{"if(${none} > 1, ${n} > 8, ${n} < 8)", true, true}, //
	} {
		e := bound(t, c.expr)
		if e.Holds(sample) != c.holds || e.True(sample) != c.true {
			t.Errorf("%s holds %v, true %v", c.expr, e.Holds(sample), e.True(sample))
		}
	}
}

func TestSyntaxErrorsSayWhere(t *testing.T) {
	for _, c := range []struct {
		expr, message, suggestion string
		at                        int
	}{
		{"", "The expression is empty", "", 0},
		{"1 +", "Expected a value, but found the end", "", 3},
		{"1 2", "Expected an operator, but found 2", "", 2},
		{"(1 + 2", "Expected ), but found the end", "", 6},
		{"${n == 3", "The brace after ${ is not closed", "", 0},
		{"${n} == 3", "XLSForm has no ==", "=", 5},
		{"${n} <> 3", "XLSForm has no <>", "!=", 5},
		{"${n} && 3", "XLSForm has no &&", "and", 5},
		{"4 / 2", "XLSForm has no /", "div", 2},
		{"../n = 1", "XLSForm has no ..", "${name}", 0},
		{"$n = 3", "A question's name stands in braces", "${n}", 0},
		{"${First Name} = 3", `"First Name" cannot be a question's name`, "", 0},
		{"${á} 'open", `"á" cannot be a question's name`, "", 0},
		{"${é} = 1", `"é" cannot be a question's name`, "", 0},
		{"'é' 'open", "The quote is not closed", "", 4},
		{"‘x’", "Text stands in straight quotes", "'", 0},
		{"n = 3", "n stands alone. A question is written ${n}, text is written 'n'", "", 0},
		{"today = 3", "The function today needs brackets", "today()", 0},
		{"and 3", "Expected a value before and", "", 0},
		{"selectd(${x}, 'a')", "There is no function selectd()", "selected()", 0},
		{"1 + now()", "There is no now(): the computer’s clock is not the story’s. Use today()", "", 4},
		{"selected(${x})", "selected() takes 2 values, not 1", "", 0},
		{"today(1)", "today() takes nothing in its brackets, not 1", "", 0},
		{"substr('a')", "substr() takes 2 or 3 values, not 1", "", 0},
		{"coalesce(1)", "coalesce() takes 2 values or more, not 1", "", 0},
		{"regex(${x}, '[')", "The pattern cannot be read: error parsing regexp: missing closing ]: `[)$`", "", 12},
		{"regex(${x}, ${y})", "The pattern of regex() stands in quotes", "", 12},
		{"date('2025-02-30')", "'2025-02-30' is not a real date like '2025-10-16'", "", 5},
		{"format-date(${x}, '%q')", "The format of format-date() has a % that stands for nothing. Known are %Y %y %m %n %d %e %b %B %a %A", "", 18},
		{"count(1)", "count() takes one ${name}", "", 6},
		{"12days", "A number and a name stand together. Text stands in quotes", "", 0},
		{"1 # 2", `'#' has no meaning here`, "", 2},
	} {
		_, err := parseExpr(c.expr, false)
		if err == nil {
			t.Errorf("%s: no error", c.expr)
			continue
		}
		if err.message != c.message || err.suggestion != c.suggestion || err.at != c.at {
			t.Errorf("%s:\n got %d %q %q\nwant %d %q %q", c.expr, err.at, err.message, err.suggestion, c.at, c.message, c.suggestion)
		}
	}
}

func TestFromAnswer(t *testing.T) {
	answered := func(value string) capture.Answer {
		return capture.Answer{State: capture.Answered, Value: value, Readable: true}
	}
	for _, c := range []struct {
		kind   Type
		answer capture.Answer
		want   Value
	}{
		{TypeText, answered("12"), TextValue("12")},
		{TypeInteger, answered("12"), NumberValue(12)},
		{TypeDate, answered("2025-10-16"), DateValue(datatype.MustDate(2025, 10, 16))},
		{TypeTime, answered("09:30"), TextValue("09:30")},
		{TypeSelectOne, answered("1A"), TextValue("1A")},
		{TypeSelectMultiple, answered("a b"), SetValue("a", "b")},
		{TypeText, capture.Answer{}, Value{}},
		{TypeDate, capture.Answer{State: capture.NotKnown}, Value{state: capture.NotKnown}},
		{TypeDate, capture.Answer{State: capture.Answered, Raw: "31|2|2025"}, Value{state: capture.Answered}},
	} {
		if got := FromAnswer(&Question{Type: c.kind}, c.answer); got != c.want {
			t.Errorf("%s %v = %#v, want %#v", c.kind, c.answer, got, c.want)
		}
	}
}

func BenchmarkConstraint(b *testing.B) {
	e := bound(b, ". <= today() and . >= ${day}")
	env := &fast{value: iso("2025-10-07"), this: iso("2025-10-09")}
	for b.Loop() {
		if !e.Holds(env) {
			b.Fatal("broken")
		}
	}
}

// fast is an Env that costs nothing itself.
type fast struct {
	world
	value, this Value
}

func (f *fast) Value(*Question) Value { return f.value }
func (f *fast) This() Value           { return f.this }
