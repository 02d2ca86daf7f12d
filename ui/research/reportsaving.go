package research

import (
	"recordwell/ui/widgets"
)

// reportSaving saves the report: the full one, or the one that may leave the
// research team.
type reportSaving struct {
	*saving
	which     *widgets.RadioGroup
	shareable bool
}

func newReportSaving(f *frame) *reportSaving {
	s := &reportSaving{}
	s.saving = newSaving(f, "report", "Save the report", "Saving the report", func() writing {
		shown, shareable := f.room.report, s.shareable
		return func(dir string, _ *work) ([]string, error) { return f.room.desk.SaveReport(shown, dir, shareable) }
	})
	s.which = widgets.NewRadioGroup(f.id+"/save/which", "Which version?", []widgets.Choice{
		{Value: "full", Words: "Full. For the research team alone", Hint: "With the places of single records, and comments that may be quoted"},
		{Value: "shareable", Words: "Shareable. For anyone", Hint: "Counts of 1 to 5 are hidden. No comments, no single records"},
	})
	s.which.SetValue("full")
	s.which.OnCommit = func(v string) {
		if s.shareable == (v == "shareable") {
			return
		}
		s.shareable = v == "shareable"
		purpose, name := "report", "Save the report"
		if s.shareable {
			purpose, name = "shareable report", "Save the shareable report"
		}
		s.button.SetName(name)
		s.said.Hide()
		s.folder.SetValue(f.room.desk.Folder(purpose)) // never in the folder of the other
	}
	s.content.SetChildren(s.title, widgets.NewQuestion(f.id+"/save/version", "Which version?", s.which), s.ask)
	return s
}
