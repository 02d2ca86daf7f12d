package report

// heatRow is a question of the heat table: numbers, shaded by column.
type heatRow struct {
	Label        string
	People, Seen int
	Cells        []heatCell
	Trend        string
}

type heatCell struct{ Words, Class string }

// heatColumn is a column of the table; value is what it is shaded by.
type heatColumn struct {
	value func(*Question) (v float64, known bool)
	words func(*Question) string
}

func counted(n func(*Question) int) heatColumn {
	return heatColumn{
		func(q *Question) (float64, bool) { return float64(n(q)), true },
		func(q *Question) string { return number(n(q)) },
	}
}

func timed(t func(*Question) Seconds) heatColumn {
	return heatColumn{
		func(q *Question) (float64, bool) { return t(q).Median, t(q).N > 0 },
		func(q *Question) string { return figure(t(q).Median) },
	}
}

var heatColumns = []heatColumn{
	timed(func(q *Question) Seconds { return q.Wait }),
	timed(func(q *Question) Seconds { return q.Time }),
	timed(func(q *Question) Seconds { return q.Elapsed }),
	counted(func(q *Question) int { return q.Returned }),
	counted(func(q *Question) int { return q.Changed }),
	counted(func(q *Question) int { return q.ErrorsMet }),
	{
		// Shaded by what went wrong, like every other column.
		func(q *Question) (float64, bool) { return 1 - q.First.Rate, q.First.Measured() },
		func(q *Question) string { return q.First.Percent() },
	},
	counted(func(q *Question) int { return q.Blank.Part }),
	counted(func(q *Question) int { return q.Help }),
	counted(func(q *Question) int { return q.Dropped }),
	{
		func(q *Question) (float64, bool) { return q.Lost, q.Seen > 0 },
		func(q *Question) string { return figure(q.Lost) },
	},
}

func heat(questions []Question) []heatRow {
	most := make([]float64, len(heatColumns))
	for i := range questions {
		for j, c := range heatColumns {
			if v, known := c.value(&questions[i]); known {
				most[j] = max(most[j], v)
			}
		}
	}
	var rows []heatRow
	for i := range questions {
		q := &questions[i]
		row := heatRow{Label: q.Label, People: q.People, Seen: q.Seen, Trend: q.Trend}
		for j, c := range heatColumns {
			cell := heatCell{Words: "–"}
			if v, known := c.value(q); known {
				cell = heatCell{c.words(q), heatClass(v, most[j])}
			}
			row.Cells = append(row.Cells, cell)
		}
		rows = append(rows, row)
	}
	return rows
}

// heatClass shades a number in five steps of its column's greatest.
func heatClass(v, most float64) string {
	if most <= 0 || v <= 0 {
		return "h0"
	}
	return "h" + string(rune('0'+min(4, int(5*v/most))))
}
