package assets_test

import (
	"io/fs"
	"testing"

	"recordwell/assets"
	"recordwell/capture/form"
	"recordwell/validation/field"
)

func TestFormsHaveNothingToPutRight(t *testing.T) {
	known := form.Known{Validators: map[string]bool{}}
	for _, tag := range field.Tags() {
		known.Validators[tag] = true
	}
	files, err := fs.Glob(assets.Content, "forms/*.yaml")
	if err != nil || len(files) < 3 {
		t.Fatalf("there are %d forms, %v", len(files), err)
	}
	var defs []*form.Definition
	for _, file := range files {
		d, problems := form.Read(assets.Content, file)
		if d != nil {
			problems = append(problems, d.Check(known)...)
			defs = append(defs, d)
		}
		for _, p := range problems {
			t.Error(p)
		}
	}
	set, err := form.Link(defs...)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range set.Check() {
		t.Error(p)
	}
}
