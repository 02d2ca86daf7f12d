package participant

import "testing"

func TestMinutesInWords(t *testing.T) {
	for n, want := range map[int]string{
		1: "1 minute", 20: "20 minutes", 90: "90 minutes", 91: "1 hour 30 minutes", 97: "1 hour 30 minutes", 98: "1 hour 45 minutes",
		120: "2 hours", 251: "4 hours 15 minutes",
	} {
		if got := inMinutes(n); got != want {
			t.Errorf("%d is %q, not %q", n, got, want)
		}
	}
}
