package participant

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"

	"recordwell/capture"
	"recordwell/capture/session"
	"recordwell/ui/formview"
	"recordwell/ui/theme"
	"recordwell/ui/widgets"
)

// rulesWords is the panel of national rules: whether the case could be returned
// today, what the rules find, and what they will find at the end of the year.
func rulesWords(v *session.CheckView, level int, change func(capture.Ref)) []fyne.CanvasObject {
	out := []fyne.CanvasObject{widgets.NewHeading("rules/title", "National rules", level).SetStyle(theme.Title2)}
	r := v.Rules
	if r == nil {
		return append(out, widgets.NewText("rules/none", "No national rules are about these forms", theme.BodyDense))
	}
	out = append(out, widgets.NewStack(theme.Space2, widgets.NewText("rules/returns", lead(r.Returns), theme.BodyDense).SetToken(theme.Muted),
		widgets.NewText("rules/ready", readiness(r), theme.BodyDense.AsBold()), counts(r)))
	for i := range r.Findings {
		out = append(out, widgets.NewRule(), finding(numbered("rules/finding", i), &r.Findings[i], change))
	}
	out = append(out, further("rules/notreached", "Not answered yet", "A return asks for these", r.NotReached, level, change)...)
	return append(out, further("rules/later", "On "+r.YearEnds, "Nothing is wrong with these today. The rules ask for them at the end of the year", r.Later, level, change)...)
}

// lead says whose rules these are.
func lead(returns []string) string { return "Rules of: " + strings.Join(returns, ", ") }

// readiness says whether the case could be returned today.
func readiness(r *session.RulesView) string {
	switch n := r.Stops(); n {
	case 0:
		return "Nothing would stop this case if it were returned today"
	case 1:
		return "1 thing would stop this case if it were returned today"
	default:
		return fmt.Sprintf("%d things would stop this case if it were returned today", n)
	}
}

// counts are the tags of the panel; nothing is said of what there is none of.
func counts(r *session.RulesView) fyne.CanvasObject {
	row := widgets.NewRow(theme.Space2)
	var tags []fyne.CanvasObject
	add := func(id string, kind widgets.TagKind, n int, what string) {
		if n > 0 {
			tags = append(tags, widgets.NewTag("rules/"+id, kind, fmt.Sprintf("%d %s", n, what)))
		}
	}
	add("fix", widgets.TagFix, r.ToFix, "to fix")
	add("check", widgets.TagCheck, r.ToCheck, "to check")
	add("explained", widgets.TagCheck, r.Explained, "explained")
	add("passed", widgets.TagOK, r.Passed, "passed")
	row.SetChildren(tags...)
	return row
}

// finding is one rule that finds something: what it is, where to go, and its code.
func finding(id string, f *session.RuleFinding, change func(capture.Ref)) fyne.CanvasObject {
	kind, words, text, link := widgets.TagFix, "To fix", f.Text, "Go to "
	switch {
	case f.Explained:
		kind, words, text, link = widgets.TagCheck, "Explained", "You wrote: “"+f.Reason+"”", "Change your reason at "
	case f.Query:
		kind, words = widgets.TagCheck, "To check"
	}
	s := widgets.NewStack(theme.Space1,
		widgets.NewRow(theme.Space2, widgets.NewTag(id+"/kind", kind, words)),
		widgets.NewText(id+"/title", f.Title, theme.BodyDense.AsBold()))
	if text != "" && text != f.Title {
		s.Add(widgets.NewText(id+"/text", text, theme.BodyDense))
	}
	if f.Short != "" {
		ref := f.Ref
		way := widgets.NewLink(id+"/go", link+formview.LowerFirst(f.Short), func() { change(ref) })
		way.SetDescription(words + ": " + f.Title + ". " + f.Code) // what stands above it is not read by Tab
		s.Add(widgets.NewRow(0, way))
	}
	s.Add(widgets.NewText(id+"/code", f.Code, theme.Small).SetToken(theme.Muted))
	return s
}

// further is a list of findings that nothing has to be done about now.
func further(id, title, lead string, list []session.RuleFinding, level int, change func(capture.Ref)) []fyne.CanvasObject {
	if len(list) == 0 {
		return nil
	}
	out := widgets.NewStack(theme.Space1,
		widgets.NewHeading(id+"/heading", title, level+1).SetStyle(theme.Title3),
		widgets.NewText(id+"/lead", lead, theme.Small).SetToken(theme.Muted))
	for i := range list {
		f := &list[i]
		ref, at := f.Ref, numbered(id, i)
		if f.Short == "" {
			out.Add(widgets.NewText(at, f.Title+". "+f.Code, theme.BodyDense))
			continue
		}
		link := widgets.NewLink(at, f.Title, func() { change(ref) })
		link.SetDescription("Goes to " + formview.LowerFirst(f.Short) + ". " + f.Code)
		out.Add(widgets.NewRow(0, link))
	}
	return []fyne.CanvasObject{widgets.NewRule(), out}
}
