package session

import (
	"bytes"
	_ "embed"
	"html/template"

	"recordwell/capture/study"
	"recordwell/validation/datatype"
)

//go:embed page.gohtml
var pageSource string

var pageTemplate = template.Must(template.New("page").Parse(pageSource))

// copied is a page that a person keeps or prints.
type copied struct {
	Title string
	Words []string
	Parts []copiedPart
	Foot  string
}

type copiedPart struct {
	Title string
	Words []string
	Rows  []copiedRow
	Said  bool // the rows are sentences, each with a short answer
}

type copiedRow struct{ Name, Words string }

func (c copied) html() []byte {
	var b bytes.Buffer
	if err := pageTemplate.Execute(&b, c); err != nil {
		panic(err) // the template and its data are ours
	}
	return b.Bytes()
}

// ConsentPage is what the person was told and what they agreed to, as an HTML
// page to keep.
func (s *Session) ConsentPage() []byte {
	c := s.Consent()
	page := copied{Title: c.Title, Words: []string{c.Lead}, Foot: "Wording " + c.Wording()}
	for _, f := range c.Facts {
		page.Parts = append(page.Parts, copiedPart{Title: f.Title, Words: []string{f.Words}})
	}
	if c.Closing != "" {
		page.Parts = append(page.Parts, copiedPart{Title: "Who to ask", Words: []string{c.Closing}})
	}
	needed, choice := copiedPart{Title: "Needed to take part", Said: true}, copiedPart{Title: "Your choice", Said: true}
	for _, i := range c.Items {
		row := copiedRow{i.Words, "You have not said yet"}
		if s.open {
			row.Words = "No"
			if s.May(i.ID) {
				row.Words = "Yes"
			}
		}
		if i.Needed {
			needed.Rows = append(needed.Rows, row)
		} else {
			choice.Rows = append(choice.Rows, row)
		}
	}
	page.Parts = append(page.Parts, needed)
	if len(choice.Rows) > 0 {
		page.Parts = append(page.Parts, choice)
	}
	if s.open {
		page.Words = append(page.Words, "This is your copy of what you agreed to on "+weekdayWords(datatype.FromTime(s.at()))+". Your code is "+study.FormatCode(s.code)+".")
	}
	return page.html()
}

// RecordPage is the record in hand as an HTML page to print: every answer in
// words, by section.
func (s *Session) RecordPage() []byte {
	page := copied{Title: s.now.Spec.Title, Foot: "Practice only: a made-up family. Story date " + weekdayWords(s.now.Scenario.Today)}
	for _, sec := range s.checkView().Sections {
		switch {
		case len(sec.Rows) > 0:
			page.Parts = append(page.Parts, copiedPart{Title: sec.Title, Rows: copyRows(sec.Rows)})
		case len(sec.Items) == 0:
			page.Parts = append(page.Parts, copiedPart{Title: sec.Title, Words: []string{"Nothing is written here."}})
		}
		for _, it := range sec.Items {
			title := it.Title
			if title == "" {
				title = "Name not given yet"
			}
			page.Parts = append(page.Parts, copiedPart{Title: sec.Title + ": " + title, Rows: copyRows(it.Rows)})
		}
	}
	return page.html()
}

func copyRows(rows []AnswerRow) (out []copiedRow) {
	for _, r := range rows {
		out = append(out, copiedRow{r.Name, r.Words})
	}
	return out
}
