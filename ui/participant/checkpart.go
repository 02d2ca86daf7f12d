package participant

import (
	"fmt"

	"fyne.io/fyne/v2"

	"recordwell/capture"
	"recordwell/capture/session"
	"recordwell/ui/formview"
	"recordwell/ui/widgets"
)

// checkPart is "Check your answers": every section's answers, each with Change.
type checkPart struct {
	record  *Record
	answers map[string]*widgets.Answers
	rules   rulesPanel
}

func newCheckPart(r *Record) *checkPart {
	return &checkPart{record: r, answers: map[string]*widgets.Answers{}}
}

func (c *checkPart) objects(v *session.CheckView, alone bool) []fyne.CanvasObject {
	var out []fyne.CanvasObject
	if alone { // nothing stands beside the page
		out = append(out, c.rules.show(v, 2, c.record.session.Change)...)
	}
	for i := range v.Sections {
		s := &v.Sections[i]
		kind, words := tagOf(s.State, s.ToFix, s.ToCheck)
		if s.ToFix+s.ToCheck == 0 && s.Explained > 0 {
			words += fmt.Sprintf(", %d explained", s.Explained)
		} else if kind == widgets.TagDone && s.RulesPassed > 0 {
			words = passed(s.RulesPassed)
		}
		switch {
		case len(s.Rows) > 0:
			out = append(out, c.section(s.Section, s.Title, s.Rows, kind, words))
		case len(s.Items) == 0:
			out = append(out, c.nothing(s, kind, words))
		}
		for _, it := range s.Items {
			title := it.Title
			if title == "" {
				title = "Name not given yet"
			}
			out = append(out, c.section(s.Section+"@"+string(it.Entity), s.Title+": "+title, it.Rows, kind, words))
		}
	}
	return append(out, widgets.NewRow(0, widgets.NewButton("check/read-back", "Read it back to the child and family", widgets.Secondary, c.record.readBack)))
}

// sectionOf is the box of a section, kept for as long as the record is open.
func (c *checkPart) sectionOf(id, title string, kind widgets.TagKind, tag string) *widgets.Answers {
	a := c.answers[id]
	if a == nil {
		a = widgets.NewAnswers("check/"+id, title)
		c.answers[id] = a
	}
	a.SetTags(widgets.NewTag("check/"+id+"/tag", kind, tag))
	return a
}

func (c *checkPart) section(id, title string, rows []session.AnswerRow, kind widgets.TagKind, tag string) fyne.CanvasObject {
	a := c.sectionOf(id, title, kind, tag)
	refs := map[string]capture.Ref{}
	var list []widgets.Answer
	for _, r := range rows {
		key := string(r.Ref.Question) + "@" + string(r.Ref.Entity)
		refs[key] = r.Ref
		list = append(list, widgets.Answer{ID: key, Name: r.Name, Value: r.Words, Missing: !r.Provided, Error: r.Error, Announced: "Change " + formview.LowerFirst(r.Name)})
	}
	a.OnChange = func(id string) { c.record.session.Change(refs[id]) }
	a.SetRows(list)
	return a
}

// nothing is a list to which nothing was added, with the way to it.
func (c *checkPart) nothing(s *session.CheckSectionView, kind widgets.TagKind, tag string) fyne.CanvasObject {
	words := "Nothing yet"
	if s.State == session.Completed {
		words = "Nothing"
	}
	a := c.sectionOf(s.Section, s.Title, kind, tag)
	section := s.Section
	a.OnChange = func(string) { c.record.session.ChangeSection(section) }
	a.SetRows([]widgets.Answer{{ID: "nothing", Name: "Added", Value: words, Missing: true, Announced: "Change, " + s.Title}})
	return a
}

func passed(n int) string {
	if n == 1 {
		return "1 rule passed"
	}
	return fmt.Sprintf("%d rules passed", n)
}

// tagOf is a section's state as an icon and words.
func tagOf(state session.SectionState, toFix, toCheck int) (widgets.TagKind, string) {
	switch {
	case toFix > 0:
		return widgets.TagFix, fmt.Sprintf("%d to fix", toFix)
	case toCheck > 0:
		return widgets.TagCheck, fmt.Sprintf("%d to check", toCheck)
	case state == session.Completed:
		return widgets.TagDone, "Completed"
	case state == session.InProgress:
		return widgets.TagProgress, "In progress"
	}
	return widgets.TagTodo, "Not started"
}
