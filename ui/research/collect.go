package research

import (
	"context"
	"path/filepath"
	"slices"
	"strings"

	"recordwell/capture"
	"recordwell/ui/shortcut"
	"recordwell/ui/theme"
	"recordwell/ui/widgets"
)

// collect is where results come together: sealed files from other computers are added,
// and this computer's own are saved for another.
type collect struct {
	*frame
	summary  *widgets.ErrorSummary
	files    *filesBox
	secret   *widgets.TextBox
	ask      *widgets.Question
	add      *widgets.Button
	stop     *widgets.Button
	progress *widgets.Progress
	job      *work
	results  *arrivals
	seal     *sealing
}

// ofResults ends the files that results come in.
var ofResults = []string{".rwbundle"}

func newCollect(r *room) *collect {
	p := &collect{frame: newFrame(r, pageCollect, "Collect results")}
	p.summary = widgets.NewErrorSummary(p.id + "/problem")
	p.files = newFilesBox(p.frame, "", ofResults, "Only files of results are listed", nil)
	p.files.setFolders(false)
	p.files.ask.SetHint("From a stick or a shared folder. One path a line. Their names end in .rwbundle")
	p.secret, p.ask = p.passphrase("secret", "Which passphrase were they saved with?", "")
	p.add = p.act("add", "Add results", widgets.Main, "inbox", p.start)
	p.stop = p.act("stop", "Stop", widgets.Secondary, "close", func() { p.job.stop() })
	p.progress = widgets.NewProgress(p.id+"/progress", "Adding results")
	p.results = newArrivals(p)
	p.seal = newSealing(p)
	p.stop.Hide()
	p.progress.Hide()
	title := widgets.NewHeading(p.id+"/add-title", "Add results from other computers", 2)
	card := widgets.NewCard(widgets.NewStack(theme.Space5, title, p.files.content, p.ask,
		widgets.NewStack(theme.Space3, p.progress, widgets.NewRow(theme.Space3, p.add, p.stop))))
	p.body.SetChildren(p.summary, widgets.NewMeasure(card).SetMax(760), p.results.content, widgets.NewMeasure(p.seal.card).SetMax(760),
		widgets.NewMeasure(widgets.NewText(p.id+"/note", "Files stay where they are. Each is checked before it is added. Sessions are matched by their own number, not by code.", theme.BodyDense).SetToken(theme.Muted)))
	p.results.show()
	p.onSize = func(widgets.Class) { p.results.show() }
	return p
}

// passphrase is a box for one, hidden as it is typed.
func (f *frame) passphrase(id, ask, hint string) (*widgets.TextBox, *widgets.Question) {
	b := widgets.NewTextBox(f.id+"/"+id, ask)
	b.SetSecret(true)
	b.SetLetters(30)
	q := widgets.NewQuestion(f.id+"/"+id+"-ask", ask, b)
	q.SetHint(hint)
	return b, q
}

// start adds the files that were named, or says what is missing.
func (p *collect) start() {
	if p.job != nil {
		return
	}
	p.room.host.Root().Commit()
	files := p.files.paths()
	var items []widgets.SummaryItem
	for _, m := range []struct {
		ask   *widgets.Question
		words string
		wrong bool
	}{
		{p.files.ask, "Enter the path of a file, or choose one", len(files) == 0},
		{p.ask, "Enter the passphrase that the files were saved with", p.secret.Value() == ""},
	} {
		m.ask.SetError("")
		if m.wrong {
			m.ask.SetError(m.words)
			items = append(items, widgets.SummaryItem{ID: p.id + "/problem/" + m.words, Words: m.words, Go: m.ask.TakeFocus})
		}
	}
	p.summary.SetItems(items)
	if len(items) > 0 {
		p.summary.TakeFocus()
		return
	}
	p.files.close()
	p.take(files, false, false)
}

// take adds files one after the other; one that cannot be added stops none of the rest.
func (p *collect) take(files []string, both, leave bool) {
	secret := p.secret.Value()
	var came []capture.Arrival
	p.add.SetBusy("Adding…")
	p.stop.Show()
	p.progress.Show()
	p.progress.Set(0, "0 of "+counted(len(files), "file", "files"))
	p.job = p.run(func(job *work) error {
		for i, path := range files {
			if err := job.ctx.Err(); err != nil {
				return err
			}
			// A file that was begun is finished: it is one transaction.
			a, err := p.room.desk.Collect(context.WithoutCancel(job.ctx), path, secret, both, leave)
			if err != nil {
				a = capture.Arrival{Path: path, State: capture.ArrivalRefused, Why: sentence(err.Error())}
			}
			came = append(came, a)
			job.progress(int64(i+1), int64(len(files)))
		}
		return nil
	}, func(done, of int64) {
		p.progress.Set(share(done, of), number(done)+" of "+counted(of, "file", "files"))
	},
		func(_ error, stopped bool) { p.arrived(files, came, stopped) })
}

// arrived puts what came of files on the page, each once.
func (p *collect) arrived(files []string, came []capture.Arrival, stopped bool) {
	p.job = nil
	p.add.SetBusy("")
	p.stop.Hide()
	p.progress.Hide()
	for _, a := range came {
		p.room.arrivals = slices.DeleteFunc(p.room.arrivals, func(b capture.Arrival) bool { return b.Path == a.Path })
		p.room.arrivals = append(p.room.arrivals, a)
	}
	if len(came) > 0 {
		p.room.outdated() // what was measured before
	}
	var locked, again []string // what is not opened stays named: only its passphrase is asked for again
	for _, a := range came {
		if a.Locked {
			locked, again = append(locked, filepath.Base(a.Path)), append(again, a.Path)
		}
	}
	p.files.box.SetValue(strings.Join(append(again, files[len(came):]...), "\n"))
	p.results.show()
	if len(locked) > 0 {
		p.secret.SetValue("")
		p.ask.SetError("The passphrase does not open " + strings.Join(locked, ", ") + ". Type the one that " + plural(len(locked), "it was", "they were") + " saved with")
		p.secret.TakeFocus()
	} else {
		p.results.heading.TakeFocus()
		p.uncover(p.results.content)
	}
	words := "No file was added"
	if len(came) > 0 {
		words = p.results.outcome(came)
	}
	if stopped {
		words = "Stopped. " + words
	}
	p.tell(true, words)
}

// decide asks what a code that was used twice means.
func (p *collect) decide(a capture.Arrival) {
	if p.job != nil {
		return
	}
	if p.secret.Value() == "" {
		p.ask.SetError("Enter the passphrase that the files were saved with")
		p.secret.TakeFocus()
		return
	}
	name, codes := filepath.Base(a.Path), codesOf(a)
	title, words := "Was "+codes+" used by two people?", "It stands for different sessions in "+name+" and here."
	if n := len(a.Codes); n > 1 { // a reader says the title twice: the codes stand below it
		title, words = "Were "+counted(n, "code", "codes")+" used by two people?", "In "+name+" and here "+codes+" stand for different sessions."
	}
	words += " If two people used the same slip, add both. If one was a mistake, leave those in the file out; the rest of it is added."
	widgets.NewDialog(p.id+"/decide", title, words).
		SetMain("Add both", func() { p.take([]string{a.Path}, true, false) }).
		SetSafe("Leave them out", func() { p.take([]string{a.Path}, false, true) }).Open(p.room.host.Root())
}

// Leave ends what is under way after the file that is being added, and forgets the
// passphrases.
func (p *collect) Leave() {
	p.job.stop()
	p.secret.SetValue("")
	p.seal.leave()
	p.frame.Leave()
}

// Command adds the files.
func (p *collect) Command(id shortcut.ID) bool {
	switch {
	case id == shortcut.Continue:
		p.start()
	case id == shortcut.Escape && p.files.browser != nil:
		p.files.close()
	case id == shortcut.Escape && p.job != nil:
		p.job.stop()
	default:
		return p.frame.Command(id)
	}
	return true
}
