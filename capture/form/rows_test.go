package form

import (
	"testing"
	"testing/fstest"
)

// TestTagsKeepTheirOwnSpaces: those around commas are the author's, those in a
// tag are the tag's.
func TestTagsKeepTheirOwnSpaces(t *testing.T) {
	d, err := Load(fstest.MapFS{"forms/a.yaml": {Data: []byte(`
form: a
version: "1"
title: A
entity: child
survey:
  - type: group
    name: g
    label: G
    survey:
      - {type: integer, name: n, label: N, validate: "integer , between=0 40"}
`)}}, "forms/a.yaml")
	if err != nil {
		t.Fatal(err)
	}
	if got, want := d.Named("n").Validate, "integer,between=0 40"; got != want {
		t.Errorf("validate is %q, want %q", got, want)
	}
}
