package research

import (
	"recordwell/ui/a11y"
	"recordwell/ui/participant"
	"recordwell/ui/widgets"
)

// framed is a page of the desk.
type framed interface {
	participant.Page
	frameOf() *frame
}

func (f *frame) frameOf() *frame { return f }

// keyFiles is what the page of files for other systems is kept under; others are kept
// under their place in the menu, or with the study or session they are about.
const keyFiles = "files"

// show shows a page of the desk. One that something goes on in is kept as it is, to
// be come back to under that key.
func (r *room) show(key string, p framed) {
	f := p.frameOf()
	f.key, f.self = key, p
	r.host.Show(p)
}

// comeBack shows the page that is kept under a key, if there is one.
func (r *room) comeBack(key string) bool {
	p := r.kept[key]
	if p != nil {
		r.host.Show(p)
	}
	return p != nil
}

// run does a job that changes something, as start does. Until it has ended, coming
// back to the page finds it as it was left.
func (f *frame) run(job func(w *work) error, shown func(done, of int64), ended func(err error, stopped bool)) *work {
	f.going++
	f.keep()
	return start(f.room.host, job, shown, func(err error, stopped bool) {
		f.going--
		ended(err, stopped)
		f.keep()
	})
}

// keep keeps the page while something goes on in it, or something is not saved yet.
func (f *frame) keep() {
	switch {
	case f.self == nil:
	case f.going > 0 || f.unsaved:
		f.room.kept[f.key] = f.self
	case f.room.kept[f.key] == f.self:
		delete(f.room.kept, f.key)
	}
}

// here reports that the page is the one of the desk that is on the screen.
func (f *frame) here() bool { return f.room.front == f }

// tell says how something ended on the page. Where the page was left, the words are
// also on the page that is on the screen by now, or on the next of the desk.
func (f *frame) tell(good bool, words string) {
	r := f.room
	if !f.here() {
		words = f.title + ": " + words
		r.news = append(r.news, news{good, words})
		if r.front != nil {
			r.front.showNews()
		}
	}
	r.host.Announce(words, map[bool]a11y.Live{true: a11y.LivePolite, false: a11y.LiveAssertive}[good])
}

// news is how something ended whose page was left.
type news struct {
	good  bool
	words string
}

// showNews puts what ended elsewhere on the page, until it is left.
func (f *frame) showNews() {
	for _, n := range f.room.news {
		id := f.id + "/news/" + number(len(f.news.Children()))
		if n.good {
			f.news.Add(widgets.NewRow(0, widgets.NewTag(id, widgets.TagOK, n.words)))
		} else {
			f.news.Add(widgets.NewInlineError(id, n.words))
		}
		f.news.Show()
	}
	f.room.news = nil
}
