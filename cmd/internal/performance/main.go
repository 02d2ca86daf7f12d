// Command performance turns the output of benchmarks into docs/performance.md:
// what was measured beside its goal.
package main

import (
	"bufio"
	"fmt"
	"os"
	"runtime"
	"strconv"
	"strings"
)

// line is one benchmark with its figures by unit.
type line struct {
	pkg, name string
	figures   map[string]float64
}

// goal is what a benchmark is for: words, and the most it should take.
type goal struct {
	pkg, bench, what, unit string
	most                   float64
}

var goals = []goal{
	{"capture/session", "ActionToSnapshot", "An answer on a form of 300 questions, to the view of its page", "ns/op", 50_000},
	{"capture/session", "KeystrokeWithRules", "A letter in a record of eleven forms with all rules on, to the view of its page", "ns/op", 100_000},
	{"capture/session", "CommitWithRules", "An answer there, with the rules of the returns that read it", "ns/op", 2_000_000},
	{"capture/form", "Constraint", "A constraint with two comparisons and today()", "ns/op", 200},
	{"capture/journal", "Append", "An event handed to the journal, on the window's goroutine", "ns/op", 1000},
	{"ui/widgets", "Change", "A changed page of 60 questions, drawn again without the graphics card", "ns/op", 4_000_000},
	{"cmd/internal/screens", "Keystroke", "A key in the real record page, with its accessibility tree", "ns/op", 100_000},
	{"cmd/internal/screens", "Publish", "The accessibility tree of the real record page", "ns/op", 100_000},
	{"ui/a11y", "Keystroke", "The accessibility tree after a keystroke, 60 nodes", "ns/op", 100_000},
	{"ui/a11y/atspi", "BusyDump", "A client reads the whole tree, one call at a time, while the window is busy", "ns/op", 200e6},
	{"ui/a11y/atspi", "Start", "Start of the accessibility bridge, on the window's goroutine", "ns/op", 10_000_000},
	{"validation/cin", "Check/50000", "Children in need census of 50,000 children read and checked", "ns/op", 2e9},
	{"validation/ssda903", "ReadAndCheck/50000", "SSDA903 of 50,000 children, this year and last, read and checked", "ns/op", 2e9},
	{"validation/cin", "Recheck", "One change of a child in need checked again", "ns/op", 20_000},
	{"validation/ssda903", "Recheck", "One change of a child looked after checked again", "ns/op", 20_000},
	{"cmd/internal/screens", "Section", "The section of eleven forms that takes longest to open, with its accessibility tree", "ns/op", 50e6},
	{"cmd/internal/screens", "Desk/overview", "The study overview opened on 100 thousand events that are measured already", "ns/op", 200e6},
	{"cmd/internal/screens", "Desk/questions", "Questions, likewise", "ns/op", 200e6},
	{"cmd/internal/screens", "Desk/quality", "Data quality, likewise", "ns/op", 200e6},
	{"cmd/internal/screens", "Desk/sessions", "The list of sessions, likewise", "ns/op", 200e6},
	{"cmd/internal/screens", "Replay", "A session of 100 thousand events, from the press to its replay", "ns/op", 200e6},
	{"cmd/internal/reports", "Report/10k", "A report over 10 thousand events, from the file to its page", "ns/op", 30e6},
	{"cmd/internal/reports", "Report/100k", "A report over 100 thousand events", "ns/op", 300e6},
	{"cmd/internal/reports", "Report/1M", "A report over a million events", "ns/op", 3e9},
	{"cmd/internal/reports", "Report/1M", "A report over a million events: memory of the process", "process-MB", 300},
	{"ui/research", "MillionFindings/first-rows", "A million findings: the first rows", "ns/op", 200e6},
	{"ui/research", "MillionFindings/scroll", "A million findings: a page further, 95 of 100 within", "p95-ms", 16},
}

// measures reports whether a benchmark, or a part of it, shows the goal.
func (g goal) measures(l line) bool {
	return l.pkg == g.pkg && (l.name == g.bench || strings.HasPrefix(l.name, g.bench+"/"))
}

func main() {
	if len(os.Args) != 3 {
		fmt.Fprintln(os.Stderr, "usage: performance BENCHMARKS WINDOWS")
		os.Exit(2)
	}
	lines, err := read(os.Args[1])
	if err == nil {
		err = write(lines, os.Args[2])
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "performance:", err)
		os.Exit(2)
	}
}

func read(path string) ([]line, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var out []line
	for sc := bufio.NewScanner(f); sc.Scan(); {
		w := strings.Fields(sc.Text())
		if len(w) < 5 {
			continue
		}
		l := line{pkg: w[0], name: strings.TrimPrefix(w[1], "Benchmark"), figures: map[string]float64{}}
		if i := strings.LastIndex(l.name, "-"); i > 0 {
			l.name = l.name[:i] // the number of processors
		}
		for i := 3; i+1 < len(w); i += 2 {
			if v, err := strconv.ParseFloat(w[i], 64); err == nil {
				l.figures[w[i+1]] = v
			}
		}
		out = append(out, l)
	}
	return out, nil
}

func write(lines []line, windows string) error {
	fmt.Printf("# Performance\n\nWritten by `make bench` on %s/%s with %d processors, %s. Figures on a shared machine move by a third from run to run;\nratios are taken side by side in one run.\n\n## Against the goals\n\n| what | measured | goal |\n| --- | --- | --- |\n",
		runtime.GOOS, runtime.GOARCH, runtime.NumCPU(), runtime.Version())
	for _, g := range goals {
		for _, l := range lines {
			if !g.measures(l) {
				continue
			}
			show := duration
			switch g.unit {
			case "p95-ms":
				show = func(ms float64) string { return duration(ms * 1e6) }
			case "process-MB":
				show = func(mb float64) string { return fmt.Sprintf("%.0f MB", mb) }
			}
			_, part, _ := strings.Cut(strings.TrimPrefix(l.name, g.bench), "/")
			if part != "" {
				part = ": " + part
			}
			fmt.Printf("| %s%s | %s | %s |\n", g.what, part, show(l.figures[g.unit]), show(g.most))
		}
	}
	ratio(lines)
	pandas(lines)
	if err := window(windows); err != nil {
		return err
	}
	fmt.Print("\n## All benchmarks\n\n| package | benchmark | figures |\n| --- | --- | --- |\n")
	for _, l := range lines {
		fmt.Printf("| %s | %s | %s |\n", l.pkg, l.name, figures(l))
	}
	return nil
}

// ratio holds the journal against a bare loop of prepared inserts.
func ratio(lines []line) {
	rate := map[string]float64{}
	for _, l := range lines {
		if v, ok := l.figures["events/s"]; ok {
			rate[strings.SplitN(l.name, "/", 2)[0]] = max(v, rate[strings.SplitN(l.name, "/", 2)[0]])
		}
	}
	if rate["BareInsert"] > 0 {
		fmt.Printf("| The journal beside a bare loop of prepared inserts, events a second | %.0f of %.0f: %.2f | at least 0.50 |\n",
			rate["Journal"], rate["BareInsert"], rate["Journal"]/rate["BareInsert"])
	}
}

// pandas holds the report against a script that only sums up the exported tables
// of the same events. Its lines say so where pandas
// is not installed.
func pandas(lines []line) {
	ours, theirs := map[string]float64{}, map[string]float64{}
	for _, l := range lines {
		name, size, _ := strings.Cut(l.name, "/")
		switch name {
		case "Report":
			ours[size] = l.figures["ns/op"]
		case "Pandas":
			theirs[size] = l.figures["ns/op"]
		}
	}
	const what = "The report beside pandas, which only sums up the exported CSV of the same events"
	for _, size := range []string{"10k", "100k", "1M"} {
		switch {
		case ours[size] > 0 && theirs[size] > 0:
			fmt.Printf("| %s: %s | %s and %s | for comparison |\n", what, size, duration(ours[size]), duration(theirs[size]))
		case ours[size] > 0:
			fmt.Printf("| %s: %s | pandas is not installed | for comparison |\n", what, size)
		}
	}
}

// window holds the program against an empty window of the toolkit.
func window(path string) error {
	data, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	type measured struct{ seconds, memory float64 }
	all := map[string]measured{}
	for _, text := range strings.Split(string(data), "\n") {
		var name string
		var m measured
		if n, _ := fmt.Sscan(text, &name, &m.seconds, &m.memory); n == 3 {
			all[name] = m
		}
	}
	empty, ours, whole := all["empty"], all["recordwell"], all["whole"]
	if empty.seconds == 0 || ours.seconds == 0 || whole.memory == 0 {
		return fmt.Errorf("%s has no figures of every window", path)
	}
	fmt.Printf("| First window beside an empty Fyne window | %.2f s and %.2f s: %.2f times | 1.3 times |\n", ours.seconds, empty.seconds, ours.seconds/empty.seconds)
	memory := func(what string, m measured, goal string) {
		fmt.Printf("| %s | %.0f MB and %.0f MB: %.2f times | %s |\n", what, m.memory, empty.memory, m.memory/empty.memory, goal)
	}
	memory("Memory beside an empty Fyne window", ours, "1.4 times")
	memory("Memory with a record of all eleven forms, every section of it opened, beside an empty Fyne window", whole, "1.5 times")
	return nil
}

func figures(l line) string {
	var out []string
	for _, unit := range []string{"ns/op", "B/op", "allocs/op", "events/s", "events", "children/s", "ns/child", "peak-MB", "sections", "process-MB", "live-MB", "p95-ms", "nodes"} {
		v, ok := l.figures[unit]
		switch {
		case !ok:
		case unit == "ns/op":
			out = append(out, duration(v))
		default:
			out = append(out, strconv.FormatFloat(v, 'f', -1, 64)+" "+unit)
		}
	}
	return strings.Join(out, ", ")
}

func duration(ns float64) string {
	switch {
	case ns >= 1e9:
		return fmt.Sprintf("%.2f s", ns/1e9)
	case ns >= 1e6:
		return fmt.Sprintf("%.1f ms", ns/1e6)
	case ns >= 1e3:
		return fmt.Sprintf("%.1f µs", ns/1e3)
	}
	return fmt.Sprintf("%.0f ns", ns)
}
