package stat_test

import (
	"testing"

	"pgregory.net/rapid"

	"recordwell/capture/metrics/stat"
)

func TestRangesHoldTheirProportion(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 500).Draw(t, "n")
		x := rapid.IntRange(0, n).Draw(t, "x")
		p := float64(x) / float64(n)
		if exact := stat.ClopperPearson(x, n); !exact.Contains(p) {
			t.Fatalf("%d of %d lies outside %+v", x, n, exact)
		}
		mid, wald := stat.AdjustedWald(x, n)
		if wald.Low < 0 || wald.High > 1 || !wald.Contains(mid) {
			t.Fatalf("adjusted Wald of %d of %d is %+v around %f", x, n, wald, mid)
		}
	})
}

func TestFewPeopleHaveNoRange(t *testing.T) {
	known := stat.Interval{Low: 1, High: 2, Known: true}
	for people := range 10 {
		if got := known.For(people).Known; got != (people >= 5) {
			t.Errorf("range for %d people: %v", people, got)
		}
	}
}

func TestBootstrapIsTheSameEveryTime(t *testing.T) {
	shares := []stat.Share{{1, 10}, {0, 8}, {4, 12}, {2, 9}, {0, 10}, {1, 11}}
	first := stat.NewDraws(7).Share(shares)
	if first != stat.NewDraws(7).Share(shares) {
		t.Error("the same seed gave another range")
	}
	if first == stat.NewDraws(8).Share(shares) {
		t.Error("another seed gave the very same range")
	}
	if !first.Contains(8.0 / 60) {
		t.Errorf("range %+v does not hold the pooled share", first)
	}
	if stat.NewDraws(7).Share(shares[:1]).Known {
		t.Error("one person has a range")
	}
	if stat.NewDraws(7).Share(make([]stat.Share, 6)).Known {
		t.Error("nothing out of nothing has a range")
	}
}

// Draws that are kept are the ones that are drawn anew each time.
func TestKeptDrawsAreTheSame(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		kept, forgetful := stat.NewDraws(3), stat.NewDraws(3).Keeping(0)
		few := stat.NewDraws(3).Keeping(60_000)
		for range 6 {
			shares := make([]stat.Share, rapid.IntRange(1, 40).Draw(t, "people"))
			for i := range shares {
				whole := rapid.IntRange(0, 9).Draw(t, "whole")
				shares[i] = stat.Share{Part: rapid.IntRange(0, whole).Draw(t, "part"), Whole: whole}
			}
			want := forgetful.Share(shares)
			if got, again := kept.Share(shares), few.Share(shares); got != want || again != want {
				t.Fatalf("kept %+v and %+v, drawn anew %+v", got, again, want)
			}
		}
	})
}

// Nothing hidden may be worked out from a line's total.
func TestSuppressionCannotBeUndone(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rows := rapid.IntRange(2, 5).Draw(t, "rows")
		columns := rapid.IntRange(2, 5).Draw(t, "columns")
		table := make([][]int, rows)
		for i := range table {
			table[i] = rapid.SliceOfN(rapid.IntRange(0, 30), columns, columns).Draw(t, "row")
		}
		out := stat.Suppress(table)
		byColumn, sums := make([]int, columns), make([]int, columns)
		for i, row := range out {
			inRow, sum, shown := 0, 0, 0
			for j, c := range row {
				if c.N >= 1 && c.N <= 5 && !c.Hidden {
					t.Fatalf("count %d is shown", c.N)
				}
				if c.N != table[i][j] {
					t.Fatal("a count changed")
				}
				if c.Hidden {
					inRow++
					sum += c.N
					byColumn[j]++
					sums[j] += c.N
				} else {
					shown += c.N
				}
			}
			if stat.Few(sum) && shown > 0 {
				t.Fatalf("row %d gives away that %d are hidden: %v", i, sum, row)
			}
			if inRow == 1 {
				t.Fatalf("row %d hides a single count: %v", i, row)
			}
		}
		for j, n := range byColumn {
			if n == 1 {
				t.Fatalf("column %d hides a single count", j)
			}
		}
	})
	// By hand: one small count takes the smallest other of its row and column with
	// it, and these take a fourth.
	hand := stat.Suppress([][]int{{3, 40, 50}, {60, 20, 70}, {80, 90, 30}})
	for i, row := range []string{"cc.", "cc.", "..."} {
		for j, want := range row {
			if hand[i][j].Hidden != (want == 'c') {
				t.Errorf("cell %d, %d of %v", i, j, hand)
			}
		}
	}
	// Two that are hidden anyway, and 2 together: the total would give them away.
	if hand := stat.Suppress([][]int{{1, 1, 20, 30}}); !hand[0][2].Hidden || hand[0][3].Hidden {
		t.Errorf("1, 1, 20, 30 is %v", hand)
	}
	few := stat.Suppress([][]int{{1, 2}, {3, 4}})
	if !stat.AllHidden(few) || stat.AllHidden(stat.Suppress([][]int{{10, 20}, {30, 40}})) {
		t.Error("AllHidden is wrong")
	}
}

func TestPooledRanges(t *testing.T) {
	var once, often, alike, few stat.Pooled
	for person := range 10 {
		once.Add(person, person%2, 1)
		often.Add(person, person, 9)
		often.Add(person, 0, 1)
		alike.Add(person, 4, 5)
		alike.Add(person, 0, 0)
	}
	few.Add(0, 1, 2)
	_, wald := stat.AdjustedWald(5, 10)
	if once.Likely(stat.NewDraws(1)) != wald {
		t.Errorf("one try a person: %+v, want %+v", once.Likely(stat.NewDraws(1)), wald)
	}
	if often.People() != 10 || often.Whole != 100 || often.Likely(stat.NewDraws(1)) != stat.NewDraws(1).Share(often.Shares) {
		t.Errorf("several tries: %+v", often.Likely(stat.NewDraws(1)))
	}
	if _, wald := stat.AdjustedWald(8, 10); alike.Likely(stat.NewDraws(1)) != wald {
		t.Errorf("people all alike: %+v, want %+v", alike.Likely(stat.NewDraws(1)), wald)
	}
	if few.Likely(stat.NewDraws(1)).Known || (&stat.Pooled{}).Ratio() != 0 {
		t.Error("one person, or none")
	}
}
