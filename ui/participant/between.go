package participant

import (
	"context"
	"time"

	"fyne.io/fyne/v2"

	"recordwell/ui/shortcut"
	"recordwell/ui/theme"
	"recordwell/ui/widgets"
)

// slow is how long there may be no page before words say why.
const slow = 500 * time.Millisecond

// between does a job that the page in hand must not outlive: the page is taken off the
// screen, all but its title, so that nothing on it is pressed a second time while the
// job goes on. Done shows the next page, or the same one again. Words say what is done
// where it takes a while.
func between(host Host, title, words string, job func(ctx context.Context) error, done func(err error)) {
	host.Show(&blank{title: title, content: widgets.NewFill(theme.Bg, widgets.NewSpace(0))})
	var over, late bool
	ended := make(chan struct{})
	host.Work(func(ctx context.Context) error {
		defer close(ended)
		return job(ctx)
	}, func(err error) {
		over = true
		done(err)
	})
	host.Work(func(context.Context) error {
		select {
		case <-ended:
		case <-time.After(slow):
			late = true
		}
		return nil
	}, func(error) {
		if late && !over {
			host.Show(newMessage(host, "between", frameBare, words, nil, "", nil))
		}
	})
}

// blank is the empty page of a moment. It keeps the title of the one before it, so
// that nothing is read out that is gone at once.
type blank struct {
	title   string
	content fyne.CanvasObject
}

func (b *blank) Title() string              { return b.title }
func (b *blank) Content() fyne.CanvasObject { return b.content }
func (b *blank) Resize(widgets.Class)       {}
func (b *blank) Arrive()                    {}
func (b *blank) Leave()                     {}
func (b *blank) Command(shortcut.ID) bool   { return true } // it is not for a page that is gone
