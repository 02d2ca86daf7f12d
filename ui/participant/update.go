package participant

import (
	"slices"

	"fyne.io/fyne/v2"

	"recordwell/capture"
	"recordwell/capture/session"
	"recordwell/ui/a11y"
	"recordwell/ui/formview"
	"recordwell/ui/theme"
	"recordwell/ui/widgets"
)

// update makes the page agree with the session's view. Controls that stay keep
// their caret and focus; a new page gets the focus on its title, a failed save
// on its summary.
func (r *Record) update() {
	v := r.session.View()
	if v == nil {
		return
	}
	key := pageKey{v.Page.Kind, v.Page.Section, v.Page.Item}
	fresh := r.page.heading == nil || key != r.key
	focus := r.session.Focus() // before the controls of the old page give it up
	widgets.Batch(func() {
		if fresh {
			r.newPage(v)
		}
		r.fill(v)
		r.sections.show(v)
		if before := r.side.region(); r.side.show(v) != before {
			r.Resize(r.host.Class())
		}
		r.strip.show(v)
		r.bottom.show(v)
	})
	r.page.matches.announce(v.Page.Matches)
	r.host.Retitle()
	failed := v.Page.Failed && v.Page.SaveCount != r.save
	r.key, r.save = key, v.Page.SaveCount
	switch {
	case fresh:
		r.scroll.ScrollToTop()
		r.strip.close()
		if r.arrived {
			r.arriveAt(focus)
		}
	case failed && len(v.Page.Summary) > 0:
		r.scroll.ScrollToTop()
		r.page.summary.TakeFocus()
	}
}

func (r *Record) newPage(v *session.View) {
	r.scroll.SetName(partName(&v.Page))
	id := "page/" + v.Page.Section + "@" + string(v.Page.Item)
	r.page = pageParts{
		summary: widgets.NewErrorSummary(id + "/summary"),
		above:   above(id+"/above", v.Page.Above),
		heading: widgets.NewHeading(id+"/title", v.Page.Title, 1),
		hint:    widgets.NewText(id+"/hint", v.Page.Hint, theme.BodyDense),
		form:    newForm(r),
	}
	r.page.hint.SetToken(theme.Muted)
	if v.Page.List != nil {
		r.page.list = newListPart(r, id)
	}
	r.page.mark = newMarkPart(r, id)
	if v.Page.Check != nil {
		r.page.check = newCheckPart(r)
	}
	r.page.matches, r.page.copies = &matchesPart{record: r}, &copiesPart{record: r}
	if reads(&v.Page) {
		r.page.times = newTimelinePart(r)
	}
}

// partName says what the page is made of.
func partName(p *session.Page) string {
	switch {
	case p.Timeline != nil:
		return "Dates"
	case p.Known != nil, p.Check != nil:
		return "Answers"
	}
	return "Questions"
}

func (r *Record) fill(v *session.View) {
	p := &r.page
	p.heading.SetWords(v.Page.Title)
	p.above.SetWords(v.Page.Above)
	p.hint.SetWords(v.Page.Hint)
	if c := v.Page.Check; c != nil && c.Rules != nil {
		p.heading.SetDescription(readiness(c.Rules)) // it stands beside the page, where Tab comes last
	}
	head := widgets.NewStack(theme.Space1, p.above, p.heading)
	if v.Page.Hint != "" {
		head.Add(p.hint)
	}
	var objects []fyne.CanvasObject
	if v.Page.Failed && len(v.Page.Summary) > 0 {
		p.summary.SetItems(r.summaryItems(v))
		objects = append(objects, p.summary)
	}
	objects = append(objects, head)
	objects = append(objects, p.copies.objects(v.Page.Copies)...)
	if p.list != nil && v.Page.List != nil {
		objects = append(objects, p.list.cards(v)...)
	}
	asked := p.form.Update(v.Page.Blocks)
	if v.Page.Matches != nil {
		asked = p.form.Below(v.Page.Matches.After, asked, p.matches.object(v.Page.Matches))
	}
	objects = append(objects, asked...)
	if p.list != nil && v.Page.List != nil {
		objects = append(objects, p.list.more(v)...)
	}
	if v.Page.Mark != nil {
		objects = append(objects, p.mark.object(v.Page.Mark))
	}
	if p.check != nil && v.Page.Check != nil {
		objects = append(objects, p.check.objects(v.Page.Check, r.narrow() || !r.side.open)...)
	}
	switch {
	case v.Page.Timeline != nil:
		objects = append(objects, p.times.objects(v.Page.Timeline)...)
	case v.Page.Known != nil:
		objects = append(objects, p.times.known(v.Page.Known)...)
	}
	r.body.SetChildren(objects...)
}

func (r *Record) summaryItems(v *session.View) []widgets.SummaryItem {
	var items []widgets.SummaryItem
	for i, l := range v.Page.Summary {
		items = append(items, widgets.SummaryItem{
			ID: "summary/" + string(l.Ref.Question) + "@" + string(l.Ref.Entity), Words: l.Text, Check: l.Query, Go: func() { r.follow(i) },
		})
	}
	return items
}

// follow goes from a line of the summary to its question.
func (r *Record) follow(i int) {
	v := r.session.View()
	if v == nil || i >= len(v.Page.Summary) {
		return
	}
	l := v.Page.Summary[i]
	if l.Mark {
		r.page.mark.takeFocus()
		return
	}
	if l.Ref.Question == "" {
		r.page.list.takeFocus()
		return
	}
	r.session.SummaryFollowed(l.Ref)
	if l.Query {
		r.page.form.FocusCheck(l.Ref)
		return
	}
	r.page.form.Focus(l.Ref)
}

// stands reports that the focus is where a line of the summary leads to.
func (r *Record) stands(l session.SummaryLine) bool {
	p := &r.page
	switch {
	case p.summary.HasFocus():
		return false
	case p.mark.ask.HasFocus():
		return l.Mark
	case l.Ref.Question == "":
		return !l.Mark && p.list != nil && p.list.hasFocus()
	}
	ref, ok := p.form.Focused()
	return ok && l.Ref == ref
}

// toError goes from error to error: to the summary first, then on from the
// question in focus.
func (r *Record) toError(step int) {
	v := r.session.View()
	if v == nil {
		return
	}
	if len(v.Page.Summary) == 0 {
		r.host.Announce("There is nothing to fix on this page", a11y.LivePolite)
		return
	}
	at := slices.IndexFunc(v.Page.Summary, r.stands) + step
	if at < 0 || at >= len(v.Page.Summary) {
		r.page.summary.TakeFocus()
		return
	}
	r.follow(at)
}

// newForm makes the questions of a page, with the ways that lead from them.
func newForm(r *Record) *formview.Form {
	f := formview.New(r.session, r.openHelp)
	f.Show = func(ref capture.Ref) {
		r.session.Show(ref)
		r.page.form.Focus(ref)
	}
	return f
}
