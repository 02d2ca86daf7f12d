package research

import (
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"

	"recordwell/capture"
	"recordwell/capture/bundle"
	"recordwell/ui/a11y"
	"recordwell/ui/theme"
	"recordwell/ui/widgets"
)

// sealing saves the results of this computer in a sealed file, to be added on another.
type sealing struct {
	page                     *collect
	computer, folder, secret *widgets.TextBox
	folderAsk, ask           *widgets.Question
	button, reveal           *widgets.Button
	said                     *widgets.Stack
	card                     fyne.CanvasObject
	job                      *work
}

func newSealing(p *collect) *sealing {
	s := &sealing{page: p}
	const call, where = "What do you call this computer?", "In which folder?"
	s.computer = widgets.NewTextBox(p.id+"/computer", call)
	s.computer.SetLetters(24)
	computer := widgets.NewQuestion(p.id+"/computer-ask", call, s.computer)
	computer.SetOptional(true)
	computer.SetHint("It names the file, such as Laptop 2. Leave out names of people")
	s.folder = widgets.NewTextBox(p.id+"/folder", where)
	s.folder.SetLetters(60)
	s.folder.SetValue(p.room.desk.Folder("results"))
	s.folderAsk = widgets.NewQuestion(p.id+"/folder-ask", where, s.folder)
	s.folderAsk.SetHint("It can be on a stick. It is made if it is not there yet")
	s.secret, s.ask = p.passphrase("seal-secret", "Which passphrase should open the file?", "12 characters or more. Write it down and carry it apart from the file: without it, nobody can open the file")
	s.reveal = p.act("made-up", "Make one up and show it", widgets.Secondary, "repeat", s.makeUp)
	s.button = p.act("seal", "Save results", widgets.Secondary, "lock", s.save)
	s.said = widgets.NewStack(theme.Space2)
	s.card = widgets.NewCard(widgets.NewStack(theme.Space5, widgets.NewHeading(p.id+"/seal-title", "Take results to another computer", 2),
		widgets.NewText(p.id+"/seal-what", "The results of everybody who took part here go into one sealed file. They stay here too. Made-up people are left out.", theme.Body),
		computer, s.folderAsk, widgets.NewStack(theme.Space3, s.ask, widgets.NewRow(0, s.reveal)), widgets.NewRow(0, s.button), s.said))
	return s
}

// makeUp fills the box with a passphrase that nobody guesses, and shows it.
func (s *sealing) makeUp() {
	words, err := s.page.room.desk.NewPassphrase()
	if err != nil {
		s.ask.SetError("No passphrase could be made up. Type one of your own")
		return
	}
	s.secret.SetSecret(false)
	s.secret.SetValue(words)
	s.ask.SetError("")
	s.secret.TakeFocus()
	s.page.room.host.Announce("The passphrase is in the box. Write it down", a11y.LivePolite)
}

func (s *sealing) save() {
	if s.job != nil {
		return
	}
	p := s.page
	p.room.host.Root().Commit()
	dir, secret := strings.TrimSpace(s.folder.Value()), s.secret.Value()
	s.folderAsk.SetError("")
	s.ask.SetError("")
	s.said.SetChildren()
	switch {
	case dir == "":
		s.folderAsk.SetError("Enter the folder for the file")
		s.folder.TakeFocus()
		return
	case utf8.RuneCountInString(secret) < bundle.LeastPassphrase:
		s.ask.SetError("The passphrase must be " + number(bundle.LeastPassphrase) + " characters or more")
		s.secret.TakeFocus()
		return
	}
	s.button.SetBusy("Saving…")
	var sealed capture.Sealed
	computer := strings.TrimSpace(s.computer.Value())
	s.job = p.run(func(job *work) (err error) {
		sealed, err = p.room.desk.SealResults(job.ctx, dir, computer, secret)
		return err
	}, func(int64, int64) {}, func(err error, stopped bool) {
		s.job = nil
		s.button.SetBusy("")
		switch {
		case stopped:
		case err != nil:
			words := "The results could not be saved. " + sentence(err.Error())
			s.folderAsk.SetError(words)
			s.folder.TakeFocus()
			if !p.here() {
				p.tell(false, words)
			}
		default:
			words := "Saved " + counted(sealed.Sessions, "session", "sessions") + " with " + counted(sealed.Records, "finished record", "finished records") + " in " + sealed.Path
			s.said.SetChildren(widgets.NewTag(p.id+"/sealed", widgets.TagOK, words),
				widgets.NewText(p.id+"/sealed-next", "On the other computer choose Collect results, and add this file with the same passphrase.", theme.BodyDense))
			p.uncover(s.said)
			p.tell(true, words)
		}
	})
}

// leave forgets the passphrase.
func (s *sealing) leave() {
	s.job.stop()
	s.secret.SetSecret(true)
	s.secret.SetValue("")
}
