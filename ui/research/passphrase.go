package research

import (
	"recordwell/ui/shortcut"
	"recordwell/ui/theme"
	"recordwell/ui/widgets"
)

// passphrase is where the screen lock is set, changed and taken away.
type passphrase struct {
	*frame
	now, next, again        *widgets.TextBox
	nowAsk, nextAsk, repeat *widgets.Question
	state                   *widgets.Text
	save, off               *widgets.Button
	busy                    bool
}

// leastPassphrase is in letters: short ones are seen over a shoulder.
const leastPassphrase = 8

func newPassphrase(r *room) *passphrase {
	p := &passphrase{frame: newFrame(r, pageLock, "Screen lock")}
	box := func(id, name, ask, hint string) (*widgets.TextBox, *widgets.Question) {
		b := widgets.NewTextBox(p.id+"/"+id, name)
		b.SetSecret(true)
		b.SetLetters(30)
		q := widgets.NewQuestion(p.id+"/"+id+"-ask", ask, b)
		q.SetHint(hint)
		return b, q
	}
	p.now, p.nowAsk = box("now", "Passphrase now", "What is the passphrase now?", "")
	p.next, p.nextAsk = box("next", "New passphrase", "What is the new passphrase?", "8 letters or more. Three or four words are easy to remember. You can paste it")
	p.again, p.repeat = box("again", "New passphrase again", "Enter the new passphrase again", "")
	p.state = widgets.NewText(p.id+"/state", "", theme.Body)
	p.save = p.act("save", "Set the passphrase", widgets.Main, "lock", p.set)
	p.off = p.act("off", "Take the passphrase away", widgets.Secondary, "close", p.takeAway)
	p.body.SetChildren(
		widgets.NewMeasure(widgets.NewText(p.id+"/what", "The passphrase keeps people who take part out of the research desk. It is a screen lock: it does not seal the records. "+
			"Anyone who can open this computer’s files can read them. If you forget it, the records stay as they are.", theme.Body)),
		widgets.NewMeasure(widgets.NewCard(widgets.NewStack(theme.Space5, p.state, p.nowAsk, p.nextAsk, p.repeat, widgets.NewRow(theme.Space3, p.save, p.off)))))
	p.show()
	return p
}

func (p *passphrase) show() {
	if p.room.desk.HasPassphrase() {
		p.state.SetWords("The research desk asks for a passphrase.")
		p.nowAsk.Show()
		p.off.Show()
		p.save.SetName("Change the passphrase")
		return
	}
	p.state.SetWords("No passphrase is set. Anyone at this computer can open the research desk.")
	p.nowAsk.Hide()
	p.off.Hide()
	p.save.SetName("Set the passphrase")
}

func (p *passphrase) set() {
	p.room.host.Root().Commit()
	next := p.next.Value()
	p.nextAsk.SetError("")
	p.repeat.SetError("")
	switch {
	case len([]rune(next)) < leastPassphrase:
		p.nextAsk.SetError("The new passphrase must be 8 characters or more")
		p.next.TakeFocus()
	case next != p.again.Value():
		p.repeat.SetError("The two new passphrases must be the same")
		p.again.TakeFocus()
	default:
		p.change(next, "The passphrase is set")
	}
}

func (p *passphrase) takeAway() {
	p.room.host.Root().Commit()
	p.change("", "The passphrase is taken away")
}

// change asks for the passphrase of now, where there is one.
func (p *passphrase) change(next, done string) {
	if p.busy {
		return
	}
	p.busy = true
	p.save.SetBusy("Saving…")
	now, locked, right := p.now.Value(), p.room.desk.HasPassphrase(), true
	p.run(func(*work) error {
		if right = !locked || p.room.desk.Unlock(now); right {
			return p.room.desk.SetPassphrase(next)
		}
		return nil
	}, func(int64, int64) {}, func(err error, _ bool) {
		p.busy = false
		p.save.SetBusy("")
		fail := func(ask *widgets.Question, words string) {
			ask.SetError(words)
			ask.TakeFocus()
			if !p.here() {
				p.tell(false, words)
			}
		}
		p.nowAsk.SetError("")
		switch {
		case !right:
			fail(p.nowAsk, "That is not the passphrase. Check capital letters, then try again")
			return
		case err != nil:
			fail(p.nextAsk, "The passphrase could not be saved. "+sentence(err.Error()))
			return
		}
		p.clear()
		p.show()
		p.heading.TakeFocus()
		p.tell(true, done)
	})
}

func (p *passphrase) clear() {
	for _, b := range []*widgets.TextBox{p.now, p.next, p.again} {
		b.SetValue("")
	}
}

// Leave forgets what was typed.
func (p *passphrase) Leave() {
	p.clear()
	p.frame.Leave()
}

// Command sets the passphrase.
func (p *passphrase) Command(id shortcut.ID) bool {
	if id == shortcut.Continue {
		p.set()
		return true
	}
	return p.frame.Command(id)
}
