package widgets

import "recordwell/ui/theme"

const (
	// cardsUnder is the width at 100% text under which a table that does not fit
	// shows each row as lines of "name: value", one under another: sideways there
	// would be room for one column at a time.
	cardsUnder float32 = 360
	// cardLines is about how many lines of a table of many rows stand in a page.
	cardLines = 12
)

// cardGrid divides a width for rows as cards: columns become lines, and heads, where
// there is something to sort by, stay in one line that moves sideways.
func (t *Table) cardGrid(width float32) grid {
	look := t.look()
	g := grid{width: width, theme: look, spans: make([]span, len(t.columns)), cards: true, total: width}
	x := float32(0)
	for i, h := range t.heads {
		w := min(width, max(h.text.bestWidth()+h.beside(look), theme.Target))
		g.spans[i] = span{x, w}
		x += w
		g.head = max(g.head, h.height(look, w))
	}
	if !t.sorts() {
		g.head = 0 // the lines have the names
		return g
	}
	g.total = max(width, x)
	return g
}

// sorts reports whether a head does something.
func (t *Table) sorts() bool {
	for _, c := range t.columns {
		if c.Sortable {
			return true
		}
	}
	return false
}

// rowsShown is how many rows the table is high in a page.
func (t *Table) rowsShown(g grid) int {
	if g.cards && t.count > t.shown {
		return min(t.shown, max(2, cardLines/len(t.columns)))
	}
	return min(t.count, t.shown)
}

// line is a cell as a line of a card.
func (t *Table) line(row, col int) Cell {
	c := t.at(row, col)
	if col > 0 {
		c.label = t.columns[col].Name + ": "
	}
	if c.Text == "" {
		c.Text = "–"
	}
	return c
}

func (t *Table) lineHigh(g grid, row, col int) float32 {
	n := float32(len(cellLines(t.look(), t.line(row, col), g.width)))
	return max(theme.Target, n*t.look().LineHeight(cellStyle)+theme.Space2)
}

// lineAt is where a line of a card is below the top of its row.
func (t *Table) lineAt(g grid, row, col int) span {
	var y float32
	for i := range col {
		y += t.lineHigh(g, row, i)
	}
	return span{y, t.lineHigh(g, row, col)}
}

// step moves the ring to the line before or after, from card to card.
func (t *Table) step(by int) {
	switch {
	case t.row == headRow && by > 0:
		t.move(0, 0)
	case t.row == headRow:
	case t.col+by < 0 && t.row == 0 && t.grid.head == 0:
	case t.col+by < 0 && t.row == 0:
		t.move(headRow, 0)
	case t.col+by < 0:
		t.move(t.row-1, len(t.columns)-1)
	case t.col+by >= len(t.columns) && t.row == t.count-1:
	case t.col+by >= len(t.columns):
		t.move(t.row+1, 0)
	default:
		t.move(t.row, t.col+by)
	}
}
