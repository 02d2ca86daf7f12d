package research

import (
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"

	"recordwell/ui/a11y"
	"recordwell/ui/theme"
	"recordwell/ui/widgets"
)

// saving writes files into a folder of the researcher's choice and says where
// they are. The page puts its button, its words and the card with the folder's
// box where they belong.
type saving struct {
	frame *frame
	// prepare takes what is there to be written now; the job it gives runs beside
	// the window, where the page may have moved on.
	prepare func() writing
	folder  *widgets.TextBox
	ask     *widgets.Question
	button  *widgets.Button
	said    *widgets.Row
	tag     *widgets.Tag
	open    *widgets.Button
	first   string // path of the file to begin with
	card    fyne.CanvasObject
	content *widgets.Stack // of the card: its title, what to ask, the folder
	title   *widgets.Heading
	job     *work
	// ready says that what is asked besides the folder is answered; ran that saving
	// began or ended. Both may be nil.
	ready func() bool
	ran   func()
}

// writing writes files into a folder and gives their names.
type writing func(dir string, job *work) ([]string, error)

func newSaving(f *frame, purpose, name, title string, prepare func() writing) *saving {
	s := &saving{frame: f, prepare: prepare}
	id := f.id + "/save"
	s.folder = widgets.NewTextBox(id+"/folder", "In which folder?")
	s.folder.SetLetters(60)
	s.folder.SetValue(f.room.desk.Folder(purpose))
	s.ask = widgets.NewQuestion(id+"/ask", "In which folder?", s.folder)
	s.ask.SetHint("It is made if it is not there yet. Files stay on this computer")
	s.button = widgets.NewButton(id+"/go", name, widgets.Main, s.save).SetIcon("download")
	s.tag = widgets.NewTag(id+"/said", widgets.TagOK, "Saved")
	s.open = widgets.NewButton(id+"/open", "Open it", widgets.Secondary, s.openFirst).SetIcon("file")
	s.said = widgets.NewRow(theme.Space3, s.tag, s.open)
	s.said.Hide()
	s.title = widgets.NewHeading(id+"/title", title, 2).SetStyle(theme.Title3)
	s.content = widgets.NewStack(theme.Space4, s.title, s.ask)
	s.card = widgets.NewGroup(id, title, widgets.NewCard(s.content))
	return s
}

func (s *saving) save() {
	if s.job != nil {
		return
	}
	dir := strings.TrimSpace(s.folder.Value())
	if dir == "" {
		s.fail("Enter the folder for the files")
		return
	}
	s.ask.SetError("")
	if s.ready != nil && !s.ready() {
		return
	}
	s.said.Hide()
	s.button.SetBusy("Saving…")
	var names []string
	write := s.prepare()
	s.job = s.frame.run(func(job *work) (err error) {
		names, err = write(dir, job)
		return err
	}, func(done, of int64) {
		if of > 0 {
			s.button.SetBusy("Saving… " + number(100*done/of) + "%")
		}
	}, func(err error, stopped bool) {
		s.job = nil
		s.button.SetBusy("")
		defer s.tellRan()
		switch {
		case stopped:
			s.frame.room.host.Announce("Stopped", a11y.LivePolite)
		case err != nil:
			words := "The files could not be saved. " + sentence(err.Error()) + " Choose another folder, then try again"
			s.fail(words)
			if !s.frame.here() {
				s.frame.tell(false, words)
			}
		default:
			words := "Saved " + counted(len(names), "file", "files") + " in " + dir
			s.first = ""
			if len(names) > 0 {
				s.first = filepath.Join(dir, names[0])
				words += ". Begin with " + names[0]
			}
			s.tag.Set(widgets.TagOK, words)
			s.said.Show()
			s.frame.tell(true, words)
		}
	})
	s.tellRan()
}

func (s *saving) tellRan() {
	if s.ran != nil {
		s.ran()
	}
}

// openFirst opens the page in the computer's own browser.
func (s *saving) openFirst() {
	if s.first == "" {
		return
	}
	if err := s.frame.room.host.OpenFile(s.first); err != nil {
		s.frame.room.host.Announce("It could not be opened here. Open "+s.first+" with your browser", a11y.LiveAssertive)
	}
}

func (s *saving) fail(words string) {
	s.said.Hide()
	s.ask.SetError(words)
	s.folder.TakeFocus()
}
