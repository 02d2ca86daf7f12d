package theme

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"recordwell/assets"
)

// TestOwnLettersDrawAlone: words that a family has are drawn by its file alone and
// are as wide as the toolkit makes them; any other letter calls the toolkit in.
func TestOwnLettersDrawAlone(t *testing.T) {
	test.NewTempApp(t)
	for _, family := range []Letters{Atkinson, NotoSans, OpenDyslexic} {
		look, err := New(assets.Look, Settings{Letters: family})
		if err != nil {
			t.Fatal(err)
		}
		fyne.CurrentApp().Settings().SetTheme(look)
		for _, style := range []Style{Body, PageTitle} {
			words := "What is Maya’s date of birth? ŵ ł ã …"
			if look.Source(words, style.Bold) != look.Font(fyne.TextStyle{Bold: style.Bold}) {
				t.Errorf("%s: %q is not drawn by its own file", family, words)
			}
			own, whole := look.Measure(words, style), fyne.MeasureText(words, look.TextSize(style), fyne.TextStyle{Bold: style.Bold})
			if own != whole {
				t.Errorf("%s: %v, and %v by the toolkit", family, own, whole)
			}
			for _, foreign := range []string{"Maya 🙂", "ひらがな"} {
				if look.Source(foreign, style.Bold) != nil {
					t.Errorf("%s: %q is drawn by a file that cannot", family, foreign)
				}
			}
		}
	}
}

// TestDamagedLettersHaveNone: such a file draws nothing by itself.
func TestDamagedLettersHaveNone(t *testing.T) {
	for _, file := range [][]byte{nil, []byte("no letters"), {0, 1, 0, 0, 0, 1}} {
		if *readLetters(file) != (letters{}) {
			t.Errorf("%q has letters", file)
		}
	}
}
