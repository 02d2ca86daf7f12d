package audit_test

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// criteria are all criteria of WCAG 2.2 at levels A and AA, in its order.
const criteria = `1.1.1 A 1.2.1 A 1.2.2 A 1.2.3 A 1.2.4 AA 1.2.5 AA 1.3.1 A 1.3.2 A 1.3.3 A 1.3.4 AA 1.3.5 AA
1.4.1 A 1.4.2 A 1.4.3 AA 1.4.4 AA 1.4.5 AA 1.4.10 AA 1.4.11 AA 1.4.12 AA 1.4.13 AA
2.1.1 A 2.1.2 A 2.1.4 A 2.2.1 A 2.2.2 A 2.3.1 A 2.4.1 A 2.4.2 A 2.4.3 A 2.4.4 A 2.4.5 AA 2.4.6 AA 2.4.7 AA 2.4.11 AA
2.5.1 A 2.5.2 A 2.5.3 A 2.5.4 A 2.5.7 AA 2.5.8 AA 3.1.1 A 3.1.2 AA 3.2.1 A 3.2.2 A 3.2.3 AA 3.2.4 AA 3.2.6 A
3.3.1 A 3.3.2 A 3.3.3 AA 3.3.4 AA 3.3.7 A 3.3.8 AA 4.1.2 A 4.1.3 AA`

var row = regexp.MustCompile(`(?m)^\| (\d\.\d+\.\d+) [^|]+\| (A+) \| ([^|]+) \| ([^|]+) \|$`)

// The statement says of every criterion how it is checked and what came of it,
// and says "not yet" wherever a person would have to judge.
func TestStatementNamesEveryCriterion(t *testing.T) {
	page, err := os.ReadFile("../../../docs/accessibility.md")
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, m := range row.FindAllStringSubmatch(string(page), -1) {
		got = append(got, m[1], m[2])
		if !slices.ContainsFunc([]string{"A: ", "I: ", "P: "}, func(how string) bool { return strings.Contains(m[3], how) }) {
			t.Errorf("%s: %q names no method", m[1], m[3])
		}
		if strings.Contains(m[3], "P: ") && !strings.Contains(m[4], "not yet") {
			t.Errorf("%s: needs a person and says %q", m[1], m[4])
		}
	}
	if d := cmp.Diff(strings.Fields(criteria), got); d != "" {
		t.Errorf("criteria (-want +got):\n%s", d)
	}
}
