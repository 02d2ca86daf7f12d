package readback

import (
	"bytes"
	_ "embed"
	"html/template"

	"recordwell/capture/form"
)

//go:embed sheet.gohtml
var source string

var page = template.Must(template.New("sheet").Parse(source))

// HTML is the sheet as a page to print: a box to tick at each line, and room to
// write. foot is the last line, in small.
func (s Sheet) HTML(foot string) []byte {
	var b bytes.Buffer
	data := struct {
		Sheet
		wording
		Large, Draws bool // as for small children
		Foot         string
	}{s, words[s.Reader], s.Reader == form.Under8, s.Reader == form.Under8 || s.Reader == form.From8, foot}
	if err := page.Execute(&b, data); err != nil {
		panic(err) // the template and its data are ours
	}
	return b.Bytes()
}
