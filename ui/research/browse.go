package research

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"recordwell/ui/a11y"
	"recordwell/ui/theme"
	"recordwell/ui/widgets"
)

// browser chooses files by keys alone: a table of one folder, in which Enter goes
// into a folder and takes a file. The toolkit's own dialog shows no focus, and a
// screen reader finds nothing in it.
type browser struct {
	page    *frame
	ends    []string          // of the files that are listed
	take    func(path string) // adds a file or folder
	closed  func()
	dir     string
	entries []entry
	job     *work
	heading *widgets.Heading
	where   *widgets.Text
	whole   *widgets.Button
	table   *widgets.Table
	card    fyne.CanvasObject
}

type entry struct {
	name   string
	folder bool
	size   int64
}

// newBrowser lists files with some ends; the hint says which these are.
func newBrowser(p *frame, ends []string, hint string, take func(string), closed func()) *browser {
	b := &browser{page: p, ends: ends, take: take, closed: closed}
	id := p.id + "/browse"
	b.heading = widgets.NewHeading(id, "Choose files", 2)
	b.where = widgets.NewText(id+"/where", "", theme.BodyDense).SetToken(theme.Muted)
	b.table = widgets.NewTable(id+"/table", "Files and folders", []widgets.Column{
		{ID: "name", Name: "Name", Wrap: true}, {ID: "size", Name: "Size", Width: 120, Numeric: true},
	})
	b.table.SetShown(7)
	b.table.OnOpen = func(row, _ int) { b.open(row) }
	up := p.act("browse-up", "Up one folder", widgets.Secondary, "up", func() { b.read(filepath.Dir(b.dir)) })
	b.whole = p.act("browse-folder", "Add this folder", widgets.Secondary, "plus", func() { b.add(b.dir) })
	done := p.act("browse-done", "Done", widgets.Secondary, "check", closed)
	b.card = widgets.NewCard(widgets.NewStack(theme.Space3, b.heading, b.where, widgets.NewRow(theme.Space3, up, b.whole, done), b.table,
		widgets.NewText(id+"/hint", "Enter opens a folder, and adds a file. "+hint, theme.Small).SetToken(theme.Muted)))
	return b
}

// start shows the folder of what was typed last, or the person's own.
func (b *browser) start(typed []string) {
	dir := ""
	if n := len(typed); n > 0 && filepath.IsAbs(typed[n-1]) {
		dir = filepath.Dir(typed[n-1])
	}
	if dir == "" {
		dir, _ = os.UserHomeDir() // without one, the top
	}
	if dir == "" {
		dir = string(filepath.Separator)
	}
	b.read(dir)
	b.heading.TakeFocus()
}

// end puts the list away; what is being read is not shown any more.
func (b *browser) end() {
	b.job.stop()
	b.job = nil
}

// read lists a folder beside the window: a disk may be far away.
func (b *browser) read(dir string) {
	b.job.stop()
	var entries []entry
	var mine *work
	mine = start(b.page.room.host, func(*work) (err error) {
		entries, err = list(dir, b.ends)
		return err
	}, func(int64, int64) {}, func(err error, stopped bool) {
		if stopped || b.job != mine || !b.page.here() {
			return // another folder is wanted by now, or none
		}
		b.show(dir, entries, err)
	})
	b.job = mine
}

func (b *browser) show(dir string, entries []entry, err error) {
	if err != nil {
		words := "The folder " + dir + " cannot be opened. Choose another, or type the path"
		b.where.SetWords(words)
		b.page.room.host.Announce(words, a11y.LiveAssertive)
		return
	}
	b.dir, b.entries = dir, entries
	b.where.SetWords(dir + ": " + counted(len(entries), "file or folder", "files and folders"))
	b.table.SetRows(len(entries), b.cell)
	b.table.ScrollToTop()
	if len(entries) > 0 && b.table.HasFocus() {
		b.table.SetFocused(0, 0)
	}
	b.page.room.host.Announce(filepath.Base(dir)+", "+counted(len(entries), "file or folder", "files and folders"), a11y.LivePolite)
}

func (b *browser) cell(row, col int) widgets.Cell {
	e := b.entries[row]
	switch {
	case col == 1 && e.folder:
		return widgets.Cell{Text: "folder", Token: theme.Muted}
	case col == 1:
		return widgets.Cell{Text: sizeWords(e.size)}
	case e.folder:
		return widgets.Cell{Text: e.name, Icon: "folder", Bold: true, Link: true, Says: "folder"}
	}
	return widgets.Cell{Text: e.name, Icon: "file", Link: true}
}

func (b *browser) open(row int) {
	if row < 0 || row >= len(b.entries) {
		return
	}
	path := filepath.Join(b.dir, b.entries[row].name)
	if b.entries[row].folder {
		b.read(path)
		return
	}
	b.add(path)
}

func (b *browser) add(path string) {
	b.take(path)
	b.page.room.host.Announce(filepath.Base(path)+" added", a11y.LivePolite)
}

// list gives what a folder holds that can be of use: folders first, hidden ones
// left out.
func list(dir string, ends []string) ([]entry, error) {
	all, err := os.ReadDir(dir)
	if err != nil {
		return nil, err
	}
	var out []entry
	for _, d := range all {
		if strings.HasPrefix(d.Name(), ".") {
			continue
		}
		info, err := os.Stat(filepath.Join(dir, d.Name())) // of what a link leads to
		if errors.Is(err, fs.ErrNotExist) || errors.Is(err, fs.ErrPermission) {
			continue
		} else if err != nil {
			return nil, err
		}
		if info.IsDir() || slices.Contains(ends, strings.ToLower(filepath.Ext(d.Name()))) {
			out = append(out, entry{d.Name(), info.IsDir(), info.Size()})
		}
	}
	slices.SortStableFunc(out, func(x, y entry) int {
		if x.folder != y.folder {
			if x.folder {
				return -1
			}
			return 1
		}
		return strings.Compare(strings.ToLower(x.name), strings.ToLower(y.name))
	})
	return out, nil
}

// sizeWords writes a size as people read it: "3 KB", "2.1 MB".
func sizeWords(n int64) string {
	switch {
	case n < 1000:
		return counted(n, "byte", "bytes")
	case n < 1_000_000:
		return fmt.Sprintf("%d KB", (n+999)/1000)
	}
	return figure(float64(n)/1e6) + " MB"
}
