package report_test

import (
	"math"
	"testing"
)

// A question that fills two places is divided between them, and all places together
// are all the time at questions.
func TestPlacesOfReturnsShareTheTime(t *testing.T) {
	m := newMade(t, 9)
	for _, q := range m.forms[0].Questions() {
		switch q.Name {
		case "upn":
			q.Items = []string{"ChildIdentifiers.UPN", "ssda903/Header.UPN"}
		case "date_of_birth":
			q.Items = []string{"ssda903/Header.UPN"}
		}
	}
	r := build(t, m.inputs())
	total, seconds := 0.0, map[string]float64{}
	for _, i := range r.Items {
		total += i.Share
		seconds[i.Place] += i.Seconds
	}
	if math.Abs(total-1) > 1e-9 || len(r.Items) != 3 || r.Items[2].Place != "" || r.Items[2].Name() != "Asked for no return" {
		t.Errorf("%+v", r.Items)
	}
	if upn, header := seconds["ChildIdentifiers.UPN"], seconds["ssda903/Header.UPN"]; upn <= 0 || header <= upn {
		t.Errorf("the number takes %f and, with the date, %f seconds", upn, header)
	}
}
