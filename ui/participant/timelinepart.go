package participant

import (
	"fyne.io/fyne/v2"

	"recordwell/capture"
	"recordwell/capture/session"
	"recordwell/ui/theme"
	"recordwell/ui/widgets"
)

// timelinePart is the timeline of the case, or a page of what is known to read.
type timelinePart struct {
	record *Record
	cards  map[string]*widgets.Answers
}

func newTimelinePart(r *Record) *timelinePart {
	return &timelinePart{record: r, cards: map[string]*widgets.Answers{}}
}

func (t *timelinePart) card(id, title string) *widgets.Answers {
	a := t.cards[id]
	if a == nil {
		a = widgets.NewAnswers("timeline/"+id, title)
		t.cards[id] = a
	}
	return a
}

// objects is what is still to come, what has happened, and what there is to read.
func (t *timelinePart) objects(v *session.TimelineView) []fyne.CanvasObject {
	var ahead, behind []session.TimelineEvent
	for _, e := range v.Events {
		if e.Ahead {
			ahead = append(ahead, e)
		} else {
			behind = append(behind, e)
		}
	}
	out := []fyne.CanvasObject{widgets.NewText("timeline/how", "What this record knows of, by date. The newest is first.", theme.BodyDense)}
	if len(v.Events) == 0 {
		out = append(out, widgets.NewText("timeline/none", "Nothing in this record has a date yet.", theme.BodyDense))
	}
	if len(ahead) > 0 {
		out = append(out, t.events("ahead", "Still to come", ahead))
	}
	if len(behind) > 0 {
		out = append(out, t.events("behind", "What has happened", behind))
	}
	if len(v.Forms) > 0 {
		card := t.card("known", "Known before you began")
		var rows []widgets.Answer
		for _, f := range v.Forms {
			rows = append(rows, widgets.Answer{ID: f.Form, Name: f.Title, Action: "Read", Announced: "Read " + f.Title})
		}
		card.OnChange = func(id string) { t.record.session.OpenKnown(id) }
		card.SetRows(rows)
		out = append(out, card)
	}
	return out
}

func (t *timelinePart) events(id, title string, events []session.TimelineEvent) fyne.CanvasObject {
	card := t.card(id, title)
	refs := map[string]capture.Ref{}
	var rows []widgets.Answer
	for _, e := range events {
		key := string(e.Ref.Question) + "@" + string(e.Ref.Entity)
		refs[key] = e.Ref
		words := e.What
		if e.Line != "" {
			words += ". " + e.Line
		}
		action := "Open"
		if e.Known {
			action = "Read"
		}
		rows = append(rows, widgets.Answer{ID: key, Name: e.Date, Value: words, Action: action, Announced: action + " " + e.What + ", " + e.Date, Said: e.Line})
	}
	card.OnChange = func(id string) { t.record.session.OpenEvent(refs[id]) }
	card.SetRows(rows)
	return card
}

// known is answers to read.
func (t *timelinePart) known(v *session.KnownView) []fyne.CanvasObject {
	var out []fyne.CanvasObject
	for _, p := range v.Parts {
		card := t.card("part/"+p.ID, p.Title)
		var rows []widgets.Answer
		for _, r := range p.Rows {
			rows = append(rows, widgets.Answer{ID: string(r.Ref.Question) + "@" + string(r.Ref.Entity), Name: r.Name, Value: r.Words, ReadOnly: true})
		}
		card.SetRows(rows)
		out = append(out, card)
	}
	if len(out) == 0 {
		out = append(out, widgets.NewText("timeline/empty", "Nothing is known here.", theme.BodyDense))
	}
	return out
}

// timeline opens the timeline of the case.
func (r *Record) timeline() {
	r.commit()
	r.strip.close()
	r.session.Timeline()
}

// reads reports a page that is only read: there is nothing to save on it.
func reads(p *session.Page) bool { return p.Timeline != nil || p.Known != nil }
