package research

import (
	"fyne.io/fyne/v2"

	"recordwell/ui/widgets"
)

// roundSwitch turns the pages of findings to one round of a study that has several.
type roundSwitch struct{ choice *widgets.Select }

// newRoundSwitch makes the switch of a page; nil where the study has one round.
func newRoundSwitch(f *frame) *roundSwitch {
	r := f.room
	if len(r.desk.Study().Rounds) < 2 {
		return nil
	}
	s := &roundSwitch{r.chooseRound(f.id+"/round", "Round")}
	s.choice.OnCommit = r.showRound
	return s
}

// chooseRound is a list of all rounds together and each of them, at the one that is
// shown.
func (r *room) chooseRound(id, name string) *widgets.Select {
	options := []widgets.Option{{Words: "All rounds"}}
	for _, round := range r.desk.Study().Rounds {
		options = append(options, widgets.Option{Value: round.ID, Words: roundTitle(r.desk.Study(), round.ID)})
	}
	choice := widgets.NewSelect(id, name, options)
	choice.SetValue(r.round)
	return choice
}

// before puts the switch before the buttons of a page, which are there when there is
// something to do with them.
func (s *roundSwitch) before(buttons []fyne.CanvasObject, all bool) (out []fyne.CanvasObject) {
	if s != nil {
		out = append(out, s.choice)
	}
	if all {
		out = append(out, buttons...)
	}
	return out
}

// where says which study and which round is shown.
func (s *roundSwitch) where(r *room) string {
	title := r.desk.StudyTitle()
	if s == nil {
		return title
	}
	s.choice.SetValue(r.round)
	if r.round == "" {
		return title + " › All rounds"
	}
	return title + " › " + roundTitle(r.desk.Study(), r.round)
}
