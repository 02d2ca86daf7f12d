package widgets_test

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"

	"recordwell/ui/theme"
	"recordwell/ui/widgets"
	"recordwell/ui/widgets/widgettest"
)

// sixty is a page of 60 questions of every kind.
func sixty() []*widgets.Question {
	var out []*widgets.Question
	for i := range 60 {
		id := fmt.Sprintf("q%d", i)
		name := fmt.Sprintf("What is the answer to question %d?", i)
		var f widgets.Field
		switch i % 5 {
		case 0:
			f = widgets.NewTextBox(id+"/field", name)
		case 1:
			f = widgets.NewDateBoxes(id+"/field", name)
		case 2:
			f = widgets.NewRadioGroup(id+"/field", name, yesNo())
		case 3:
			f = widgets.NewCombo(id+"/field", name, languages())
		default:
			f = widgets.NewLongText(id+"/field", name)
		}
		q := widgets.NewQuestion(id, name, f)
		q.SetHint("You will find this in the referral")
		out = append(out, q)
	}
	return out
}

func showSixty(tb testing.TB) ([]*widgets.Question, *widgets.Root, *widgettest.Keyboard) {
	var questions []*widgets.Question
	root, k := widgettest.Show(tb, theme.Settings{}, 1280, 800, func() *widgets.Root {
		questions = sixty()
		objects := make([]fyne.CanvasObject, len(questions))
		for i, q := range questions {
			objects[i] = q
		}
		return widgets.NewRoot("Test", widgets.NewScroll("page", "", widgets.NewMeasure(widgets.NewStack(24, objects...))))
	})
	return questions, root, k
}

// BenchmarkBuild makes and lays out a page of 60 questions.
func BenchmarkBuild(b *testing.B) {
	_, root, _ := showSixty(b)
	for b.Loop() {
		objects := []fyne.CanvasObject{}
		for _, q := range sixty() {
			objects = append(objects, q)
		}
		root.SetContent(widgets.NewScroll("page", "", widgets.NewMeasure(widgets.NewStack(24, objects...))))
	}
}

// BenchmarkChange shows five errors on a page of 60 questions and takes them away.
// The goal for one change of a page is 4 ms.
func BenchmarkChange(b *testing.B) {
	questions, _, _ := showSixty(b)
	on := false
	for b.Loop() {
		on = !on
		words := ""
		if on {
			words = "Enter the answer"
		}
		widgets.Batch(func() {
			for i := 0; i < 60; i += 12 {
				questions[i].SetError(words)
			}
		})
	}
}

// BenchmarkNothingChanged sets what is set already, as a render of an unchanged
// page does.
func BenchmarkNothingChanged(b *testing.B) {
	questions, _, _ := showSixty(b)
	for b.Loop() {
		widgets.Batch(func() {
			for _, q := range questions {
				q.SetHint("You will find this in the referral")
				q.SetError("")
			}
		})
	}
}

// BenchmarkKeystroke types a letter into a box on a page of 60 questions.
func BenchmarkKeystroke(b *testing.B) {
	_, _, k := showSixty(b)
	k.Tab(1)
	for b.Loop() {
		k.Type("a")
		k.Keys(fyne.KeyBackspace)
	}
}

// BenchmarkDescribe describes the page to the accessibility tree.
func BenchmarkDescribe(b *testing.B) {
	_, root, _ := showSixty(b)
	for b.Loop() {
		if root.Describe() == nil {
			b.Fatal("nothing")
		}
	}
}

// BenchmarkResize lays the page out at another width.
func BenchmarkResize(b *testing.B) {
	_, root, _ := showSixty(b)
	wide := false
	for b.Loop() {
		wide = !wide
		w := float32(600)
		if wide {
			w = 500
		}
		root.Resize(fyne.NewSize(w, 800))
	}
}
