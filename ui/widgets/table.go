package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"recordwell/ui/theme"
)

// Column is a column of a table.
type Column struct {
	ID, Name string
	// Width is in pixels at 100% text; 0 takes a share of what is left over. A
	// column is never narrower than the longest word of its head.
	Width float32
	// Numeric puts cells at the right and widens the column rather than cut one
	// off; it is sorted from the highest first.
	Numeric  bool
	Sortable bool
	// Wrap lets long text take as many lines as it needs. Without it a row is one
	// line high, and what does not fit is shown below the table for the cell in focus.
	Wrap bool
}

// Cell is what a cell shows.
type Cell struct {
	Text  string
	Token theme.Token // colour of the words; empty is [theme.Text]
	Bold  bool
	Fill  theme.Token // empty is none
	Link  bool        // drawn as a link: a press opens it
	Icon  string      // before the words
	Ink   theme.Token // colour of the icon; empty is that of the words
	Says  string      // what only the look shows, in words: "most in this column"

	label string // before the words, in a card
}

// Table is rows and columns, of any number of rows: only those in view are drawn.
// It is one Tab stop. Arrows move by cell, Home and End to the ends of the row, Page
// Up and Page Down by a view, with Ctrl Home and End to the first and last row. Enter
// on a head sorts and on a cell opens it. The head stays in view, and so does the
// first column of a table that is wider than its place. Where there is no room for
// columns each row is a card of lines, and up and down go by line.
type Table struct {
	active
	// OnSort is told the column to sort by; the caller then sets the rows again.
	OnSort func(column string, descending bool)
	// OnOpen is told the cell that was opened, counted from 0.
	OnOpen func(row, col int)

	name       string
	columns    []Column
	count      int
	cell       func(row, col int) Cell
	shown      int
	sorted     int // column, or -1
	descending bool
	row, col   int // with the ring; row -1 is the head
	overRow    int // under the pointer; noRow for none
	overCol    int

	grid     grid
	view     anchor
	sideways float32
	needed   []float32 // width that numbers of a column have needed so far
	pass     int       // counts drawings of the view
	drawing  int       // changes with whatever makes drawn rows out of date

	ground   *canvas.Rectangle
	headFill *canvas.Rectangle
	headRule *canvas.Rectangle
	heads    []*tableHead
	headPane [2]*pane // the first column where it stays, and the rest
	bodyPane [2]*pane
	slots    []*tableRow
	down     *tableBar
	across   *tableBar
	foot     *Text
}

const (
	cellSide  float32 = 10 // between a cell's edge and its words
	cellGap   float32 = 2  // between a cell's edge and its fill
	shareBest float32 = 140
	barRoom   float32 = 16 // of a bar that shows how far the table is scrolled
	rowsBest          = 12
	headRow           = -1
	noRow             = -2
)

var (
	cellStyle = theme.BodyDense
	headStyle = theme.Small.AsBold()
)

// NewTable makes an empty table. Columns stay as they are.
func NewTable(id, name string, columns []Column) *Table {
	t := &Table{
		name: named(id, name), shown: rowsBest, sorted: -1, overRow: noRow,
		columns: append([]Column(nil), columns...), needed: make([]float32, len(columns)),
		ground: canvas.NewRectangle(nil), headFill: canvas.NewRectangle(nil), headRule: canvas.NewRectangle(nil),
	}
	if len(columns) == 0 {
		panic("widgets: " + id + " needs a column")
	}
	t.start(id, t)
	for i := range t.headPane {
		t.headPane[i], t.bodyPane[i] = newPane(t), newPane(t)
	}
	for _, c := range t.columns {
		t.heads = append(t.heads, newTableHead(t, named(id+"/"+c.ID, c.Name), c.Numeric))
	}
	t.down, t.across = newTableBar(t, false), newTableBar(t, true)
	t.foot = quiet("", theme.Small, theme.Text)
	adopt(t, t.foot)
	return t
}

// SetRows replaces the rows. The table asks for the cells in view only, each time
// they come into view; the place in the table stays where it still exists.
func (t *Table) SetRows(count int, cell func(row, col int) Cell) {
	t.count, t.cell = max(0, count), cell
	if count == 0 {
		t.cell = nil
	}
	clear(t.needed)
	t.row = min(t.row, t.count-1)
	t.outdated()
	t.sayWhole()
	t.changed()
}

// Rows is the number of rows.
func (t *Table) Rows() int { return t.count }

// SetShown says how many rows the table is high where it stands in a page. In a
// place of fixed height it fills that.
func (t *Table) SetShown(rows int) {
	if t.shown != rows {
		t.shown = max(1, rows)
		t.changed()
	}
}

// SetSorted shows which column the rows are sorted by; an id that is none shows none.
func (t *Table) SetSorted(column string, descending bool) {
	at := -1
	for i, c := range t.columns {
		if c.ID == column {
			at = i
		}
	}
	if t.sorted != at || t.descending != descending {
		t.sorted, t.descending = at, descending
		t.paint()
		t.arrange(t.Size())
	}
}

// Focused is the cell with the ring, counted from 0; row -1 is the head.
func (t *Table) Focused() (row, col int) { return t.row, t.col }

// SetFocused moves the ring to a cell and scrolls it into view.
func (t *Table) SetFocused(row, col int) { t.move(row, col) }

// ScrollToTop shows the first rows.
func (t *Table) ScrollToTop() { t.scrollTo(anchor{}) }

// outdated makes every row be drawn anew.
func (t *Table) outdated() {
	t.drawing++
	t.grid = grid{}
}

func (t *Table) at(row, col int) Cell {
	if t.cell == nil || row < 0 || row >= t.count {
		return Cell{}
	}
	return t.cell(row, col)
}

func (t *Table) parts() []fyne.CanvasObject {
	return []fyne.CanvasObject{
		t.ground, t.headFill, t.headRule, t.headPane[1], t.headPane[0],
		t.bodyPane[1], t.bodyPane[0], t.down, t.across, t.foot, t.ring,
	}
}

func (t *Table) paint() {
	look := t.look()
	box{fill: look.Colour(theme.Surface)}.draw(t.ground)
	box{fill: look.Colour(theme.Sunken)}.draw(t.headFill)
	box{fill: look.Colour(theme.Border)}.draw(t.headRule)
	for i, h := range t.heads {
		h.paint(look, t.arrow(i), t.overRow == headRow && t.overCol == i && t.columns[i].Sortable)
	}
	t.fill()
}

// arrow is the icon of a column's head.
func (t *Table) arrow(col int) string {
	switch {
	case t.sorted == col && t.descending:
		return "down"
	case t.sorted == col:
		return "up"
	}
	return ""
}

// sayWhole shows below the table what the cell with the ring cuts off.
func (t *Table) sayWhole() {
	words := ""
	if t.focused && t.row >= 0 && t.row < t.count && t.cuts(t.grid, t.row, t.col) {
		words = t.columns[t.col].Name + ": " + t.at(t.row, t.col).Text
	}
	t.foot.SetWords(words)
}

// cuts reports whether a cell is not shown whole.
func (t *Table) cuts(g grid, row, col int) bool {
	c := t.columns[col]
	if c.Wrap || c.Numeric || g.cards || len(g.spans) == 0 {
		return false
	}
	return needs(t.look(), t.at(row, col)) > g.spans[col].w+0.5
}

// FocusGained is for the toolkit.
func (t *Table) FocusGained() {
	t.active.FocusGained()
	t.ensure()
	t.sayWhole()
}

// FocusLost is for the toolkit.
func (t *Table) FocusLost() {
	t.active.FocusLost()
	t.sayWhole()
}
