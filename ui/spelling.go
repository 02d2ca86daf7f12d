package ui

import (
	"recordwell/capture/session"
	"recordwell/ui/widgets"
)

// dictionary is the computer's own, or nil while it is read and where there is none.
func (w *Window) dictionary() widgets.Speller {
	if w.parts.Speller == nil {
		return nil
	}
	return w.parts.Speller()
}

// speller looks at the words of whoever takes part, unless they turned that off.
func (w *Window) speller() widgets.Speller {
	d := w.dictionary()
	if d == nil || w.seat == nil || w.look.HideSpelling {
		return nil
	}
	return storyWords{d, w.seat.session}
}

// storyWords knows the names and places of the story besides a dictionary.
type storyWords struct {
	widgets.Speller
	session *session.Session
}

// Right reports a word of the dictionary or of the story.
func (s storyWords) Right(word string) bool { return s.Speller.Right(word) || s.session.InStory(word) }
