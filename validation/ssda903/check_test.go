package ssda903

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"recordwell/validation"
	"recordwell/validation/returns"
)

// nation makes the tables of n children, alike in size to a real return: last
// year's and this year's, with a fault in every tenth child.
func nation(n int) (this, last map[Table]string) {
	b := make(map[Table]*strings.Builder)
	for t := range tableCount {
		b[t] = new(strings.Builder)
		for i, c := range schema[t].columns[:t.fileColumns()] {
			if i > 0 {
				b[t].WriteByte(',')
			}
			b[t].WriteString(c.name)
		}
		b[t].WriteByte('\n')
	}
	for i := range n {
		born := fmt.Sprintf("%02d/%02d/%d", 1+i%28, 1+i%12, 2010+i%15)
		from := fmt.Sprintf("%02d/%02d/2025", 1+i%28, 1+i%12)
		change := fmt.Sprintf("%02d/%02d/2026", 1+i%28, 5+i%7)
		ended := change
		if i%10 == 0 {
			ended = "31/12/2027"
		}
		fmt.Fprintf(b[HeaderTable], "%d,%c,%s,WBRI,A%012d,,\n", 500000+i, "MF"[i%2], born, i)
		fmt.Fprintf(b[EpisodesTable], "%d,%s,S,C2,N1,U4,PR1,%s,X1,PLACE,SC%d 2GD,SK%d 5FN,SC%06d\n", 500000+i, from, ended, i%99, i%97, i%9999)
		fmt.Fprintf(b[EpisodesTable], "%d,%s,P,C2,N1,U5,PR1,,,,SC%d 2GD,SL%d 5FN,SC%06d\n", 500000+i, change, i%99, i%97, i%9998)
		for k := range 2 {
			fmt.Fprintf(b[ReviewsTable], "%d,%s,%02d/%02d/2026,PN1\n", 500000+i, born, 1+i%28, 5+3*k)
		}
		if i%2 == 0 {
			fmt.Fprintf(b[OC2Table], "%d,%s,%d,,0,,1,1,1,0,,\n", 500000+i, born, i%41)
		}
		fmt.Fprintf(b[PrevPermTable], "%d,%s,Z1,,\n", 500000+i, born)
		fmt.Fprintf(b[SWEpisodesTable], "%d,%s,SW%04d,01/04/2025,,FCONTA\n", 500000+i, born, i%4000)
		if i%12 == 0 {
			fmt.Fprintf(b[OC3Table], "%d,%s,YES,F1,B1\n", 500000+i, born)
			fmt.Fprintf(b[MissingTable], "%d,%s,M,01/05/2026,03/05/2026\n", 500000+i, born)
		}
	}
	this, last = make(map[Table]string), make(map[Table]string)
	for t, s := range b {
		this[t] = s.String()
		if t == HeaderTable || t == EpisodesTable || t == PrevPermTable {
			last[t] = s.String()
		}
	}
	return this, last
}

func readNation(t testing.TB, this, last map[Table]string) *Return {
	t.Helper()
	b := newBuilder(false)
	for year, tables := range []map[Table]string{this, last} {
		for table := range tableCount {
			if s, ok := tables[table]; ok {
				if _, err := b.csv(strings.NewReader(s), year == 1); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
	b.derive(nil, "")
	return b.ret
}

func checkAll(t testing.TB, r *Return) (issues []validation.Issue) {
	t.Helper()
	cx := NewContext(r, Given{})
	plan, err := NewPlan(r, cx, nil, "")
	if err != nil {
		t.Fatal(err)
	}
	if err := Check(context.Background(), r, cx, plan, func(i validation.Issue) { issues = append(issues, i) }, nil); err != nil {
		t.Fatal(err)
	}
	return issues
}

func TestCheckIsTheSameEveryTimeAndInOrder(t *testing.T) {
	this, last := nation(2000)
	r := readNation(t, this, last)
	first, second := checkAll(t, r), checkAll(t, r)
	if len(first) == 0 || fmt.Sprint(first) != fmt.Sprint(second) {
		t.Errorf("%d findings, then %d", len(first), len(second))
	}
	groups := make(map[string]int)
	for _, i := range first {
		if i.Group != groups[i.Rule] {
			t.Fatalf("%s: group %d, want %d", i.Rule, i.Group, groups[i.Rule])
		}
		groups[i.Rule]++
	}
}

func TestCheckStopsWhenCancelled(t *testing.T) {
	this, last := nation(3000)
	r := readNation(t, this, last)
	cx := NewContext(r, Given{})
	plan, err := NewPlan(r, cx, nil, "")
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	err = Check(ctx, r, cx, plan, func(validation.Issue) {}, func(done, total int64) {
		if total != 3000 {
			t.Errorf("total %d", total)
		}
		cancel()
	})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}

// TestRecheckFindsWhatACheckFinds changes one cell after another and holds the
// incremental check to the whole one.
func TestRecheckFindsWhatACheckFinds(t *testing.T) {
	r, cx, _ := samples[1].read(t)
	plan, err := NewPlan(r, cx, nil, "")
	if err != nil {
		t.Fatal(err)
	}
	checker := NewChecker(r, cx, plan)
	values := []*text{nil, {s: "V3"}, {s: "x"}, {s: "01/01/2030", date: cx.End + 1000}, {s: "01/05/2026", date: cx.Start + 30}}
	changes := 0
	for n, c := range r.Children[:60] {
		now := byCode(set(plan, c, checker))
		for table := range tableCount {
			for i := range c.Len(table) {
				for column := range schema[table].columns {
					v := c.at(table, i).field(column)
					if column == 0 {
						continue
					}
					v.text = values[(n+column+i)%len(values)]
					codes, issues := checker.Recheck(c, table.String()+"."+table.column(uint8(column)))
					for _, code := range codes {
						delete(now, code)
					}
					for code, found := range byCode(issues) {
						now[code] = found
					}
					if whole := byCode(set(plan, c, checker)); fmt.Sprint(whole) != fmt.Sprint(now) {
						t.Fatalf("child %s, %s.%s: %v, want %v", c.ID, table, table.column(uint8(column)), now, whole)
					}
					changes++
				}
			}
		}
	}
	t.Logf("%d changes", changes)
}

// set is everything that the plan finds on the child now.
func set(p *Plan, c *Child, k *Checker) []validation.Issue {
	k.view.look(c, k.cx)
	return Rules().Run(p.positions, &k.view, c.ID)
}

func byCode(issues []validation.Issue) map[string]string {
	out := make(map[string]string)
	for _, i := range issues {
		out[i.Rule] += fmt.Sprint(i.Places)
	}
	return out
}

func TestRulesThatCannotRunSayWhy(t *testing.T) {
	r, err := ReadCSV(strings.NewReader(episodesHead + "1,01/04/2026,S,C2,N1,U4,PR1,,,,,,SC000001\n"))
	if err != nil {
		t.Fatal(err)
	}
	plan, err := NewPlan(r, NewContext(r, Given{}), nil, "")
	if err != nil {
		t.Fatal(err)
	}
	why := make(map[string]string)
	for _, n := range plan.NotChecked {
		why[n.Code] = n.Because
	}
	for code, want := range map[string]string{
		"1008": "no list of Ofsted providers was given", "392c": "no postcode table was given",
		"203": "header.csv was not given", "502": "last year's episodes.csv was not given",
		"411": "no postcode table was given to work out PL_LA", "356": "",
	} {
		if why[code] != want {
			t.Errorf("%s: %q, want %q", code, why[code], want)
		}
	}
}

func TestStatutoryReturn(t *testing.T) {
	var issues []validation.Issue
	var year string // as told before the first finding
	s, err := Statutory{Authority: "E09000027"}.Check(t.Context(), []string{"testdata/samples/synthetic/this"}, returns.Options{
		Previous: "testdata/samples/synthetic/prev", Postcodes: "testdata/samples/synthetic/postcodes.csv",
		Started: func(y string) { year = y },
	}, func(i validation.Issue) { issues = append(issues, i) })
	if err != nil || s.Year != "2026-27" || year != s.Year || s.Findings != len(issues) || s.Findings == 0 {
		t.Errorf("%+v, %v", s, err)
	}
	if s.Children < 199 || s.Children > 203 || s.RulesRun+len(s.NotChecked) != len(Rules().Rules()) {
		t.Errorf("%+v", s)
	}
	for _, bad := range []returns.Options{{Year: "2026"[:3]}, {Rules: []string{"nope"}}, {Previous: "nowhere"}, {Postcodes: "nowhere"}} {
		if _, err := (Statutory{}).Check(t.Context(), []string{"testdata/samples/synthetic/this"}, bad, func(validation.Issue) {}); err == nil {
			t.Errorf("%+v was taken", bad)
		}
	}
	if _, err := (Statutory{}).Check(t.Context(), []string{"testdata/samples/placed_for_adoption_errors.csv"}, returns.Options{Year: "2017-18"}, func(validation.Issue) {}); err != nil {
		t.Error(err)
	}
}

// endless is a file that never stops.
type endless struct {
	head, body []byte
	read       int64
}

func (e *endless) Read(p []byte) (int, error) {
	n := 0
	for n < len(p) {
		from := e.head
		if len(from) == 0 {
			from = e.body
		}
		m := copy(p[n:], from)
		if len(e.head) > 0 {
			e.head = e.head[m:]
		} else if m < len(e.body) {
			e.head = append([]byte(nil), e.body[m:]...)
		}
		n += m
	}
	e.read += int64(n)
	return n, nil
}

func TestEndlessFilesEndInAnError(t *testing.T) {
	for name, e := range map[string]*endless{
		"one line": {body: []byte("xxxxxxxx")}, "nested": {body: []byte("<EXPSSDA903>")},
		"text": {head: []byte("<EXPSSDA903>"), body: []byte("lorem ipsum ")}, "attribute": {head: []byte("<EXPSSDA903 a='"), body: []byte("aaaaaa")},
		"quote": {head: []byte("CHILD,\""), body: []byte("aaaaaaa\n")},
	} {
		var err error
		if bytes.HasPrefix(append(e.head, e.body...), []byte("<")) {
			_, err = ReadXML(e)
		} else {
			_, err = ReadCSV(e)
		}
		if err == nil || errors.Is(err, io.EOF) || e.read > 1<<20 {
			t.Errorf("%s: %v after %d bytes", name, err, e.read)
		}
	}
}

func BenchmarkReadAndCheck(b *testing.B) {
	for _, n := range []int{1000, 10_000, 50_000} {
		this, last := nation(n)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				checkAll(b, readNation(b, this, last))
			}
		})
	}
}

func BenchmarkRecheck(b *testing.B) {
	r, cx, _ := samples[1].read(b)
	plan, err := NewPlan(r, cx, nil, "")
	if err != nil {
		b.Fatal(err)
	}
	k := NewChecker(r, cx, plan)
	for b.Loop() {
		k.Recheck(r.Children[5], "Episodes.DECOM")
	}
}
