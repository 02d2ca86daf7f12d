package quality

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

// best tries every way.
func best(cost [][]float64, columns int, threshold float64, row int, used []bool) float64 {
	if row == len(cost) {
		free := 0.0
		for _, u := range used {
			if !u {
				free += threshold / 2
			}
		}
		return free
	}
	least := threshold/2 + best(cost, columns, threshold, row+1, used)
	for j := range columns {
		if !used[j] && cost[row][j] <= threshold {
			used[j] = true
			least = math.Min(least, cost[row][j]+best(cost, columns, threshold, row+1, used))
			used[j] = false
		}
	}
	return least
}

func TestAssignIsLeastOfAll(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rows, columns := rapid.IntRange(0, 5).Draw(t, "rows"), rapid.IntRange(0, 5).Draw(t, "columns")
		cost := make([][]float64, rows)
		for i := range cost {
			cost[i] = rapid.SliceOfN(rapid.Float64Range(0, 1), columns, columns).Draw(t, "cost")
		}
		pairs := assign(cost, columns, MatchThreshold)
		total, used := 0.0, make([]bool, columns)
		for i, j := range pairs {
			switch {
			case j < 0:
				total += MatchThreshold / 2
			case used[j] || cost[i][j] > MatchThreshold:
				t.Fatalf("pair %d–%d of %v may not be made", i, j, pairs)
			default:
				used[j] = true
				total += cost[i][j]
			}
		}
		for _, u := range used {
			if !u {
				total += MatchThreshold / 2
			}
		}
		if want := best(cost, columns, MatchThreshold, 0, make([]bool, columns)); math.Abs(total-want) > 1e-9 {
			t.Fatalf("total %f, least is %f", total, want)
		}
	})
}

func TestWorkarounds(t *testing.T) {
	for text, want := range map[string]Workaround{
		"N/A": StandIn, " tbc ": StandIn, "not known": StandIn, "-": OnlySigns, "...": OnlySigns,
		"xxx": OneLetter, "000": OneLetter, "XX": NoWorkaround, "Anna": NoWorkaround, "": NoWorkaround, "Nonen Street": NoWorkaround,
	} {
		if got := textWorkaround(text); got != want {
			t.Errorf("%q is %q, want %q", text, got, want)
		}
	}
}

func TestFolding(t *testing.T) {
	for _, c := range []struct{ a, b string }{{"O’Brien", "o'brien"}, {"Anne-Marie", "ANNE MARIE"}, {"Zoe\u0308", "Zoë"}} {
		if fold(c.a) != fold(c.b) {
			t.Errorf("%q and %q differ", c.a, c.b)
		}
	}
	if fold("Tomás") == fold("Tomas") || plain(fold("Tomás")) != "tomas" || plain(fold("Łukasz")) != "lukasz" {
		t.Error("accents differ until they are taken off")
	}
	if distance("joana", "joanna") != 1 || distance("", "abc") != 3 {
		t.Error("distance")
	}
}

// A text without accents is folded in a shorter way, to the same letters.
func TestFoldingIsOneRule(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.StringOf(rapid.Rune().Filter(func(r rune) bool { return r < 128 })).Draw(t, "s")
		if got, want := fold(s)+"é", fold(s+"É"); got != want {
			t.Fatalf("%q is folded to %q, with an accent after it to %q", s, got, want)
		}
		if got, want := plain(s)+"e", plain(s+"é"); got != want {
			t.Fatalf("%q without accents is %q, with one after it %q", s, got, want)
		}
	})
}
