package assets_test

import (
	"slices"
	"testing"

	"recordwell/assets"
	"recordwell/capture/study"
)

// Reading the library holds each key against the forms of its round: every
// question answered exists and is relevant, every right answer passes the form
// when it is entered as it is, every fact is used.
func TestEverythingShippedFitsTogether(t *testing.T) {
	_, problems := study.Read(assets.Content, study.Files(assets.Content), known())
	for _, p := range problems {
		t.Error(p)
	}
}

func TestStudiesHaveCodesOfTheirOwnSeed(t *testing.T) {
	library, err := study.Load(assets.Content)
	if err != nil {
		t.Fatal(err)
	}
	if got := library.Newest(); got == nil || got.ID != "autumn-2025" {
		t.Errorf("the study to open first is %v", got)
	}
	whose := map[string]string{}
	for id, s := range library.Studies {
		if want := study.GenerateCodes(s.Seed, 24); !slices.Equal(s.Codes, want) {
			t.Errorf("codes of %s are %v, want %v", id, s.Codes, want)
		}
		for _, code := range s.Codes {
			if got, err := study.ParseCode(study.FormatCode(code)); err != nil || got != code {
				t.Errorf("%s was read as %s, %v", code, got, err)
			}
			if other, twice := whose[code]; twice {
				t.Errorf("%s is a code of %s and of %s", code, id, other)
			}
			whose[code] = id
		}
	}
}
