package widgets

import (
	"recordwell/ui/a11y"
	"recordwell/ui/theme"
)

// StatusKind is how saving stands.
type StatusKind int

// The kinds.
const (
	StatusSaved StatusKind = iota
	StatusSaving
	StatusFailed
	StatusToFix // saved, with answers to fix
)

// StatusLine says whether the work is saved, and where. It is spoken only when
// saving begins to fail and when it works again.
type StatusLine struct {
	compound
	kind StatusKind
	live a11y.Live
	line *lead
}

// NewStatusLine makes an empty line.
func NewStatusLine(id string) *StatusLine {
	s := &StatusLine{line: newLead("done", theme.Muted, 18, theme.Space2, quiet("", theme.Small, theme.Muted))}
	s.build(id, s, s.line)
	s.Hidden = true
	return s
}

// Set changes what is said: "Saved on this computer at 10:47".
func (s *StatusLine) Set(kind StatusKind, words string) {
	s.live = a11y.LiveOff
	if (kind == StatusFailed) != (s.kind == StatusFailed) && s.line.text.Words() != "" {
		s.live = a11y.LivePolite
		s.announce(words, s.live)
	}
	s.kind = kind
	icon, ink := "done", theme.Muted
	switch kind {
	case StatusSaving:
		icon = "clock"
	case StatusToFix:
		icon = "error"
	case StatusFailed:
		icon, ink = "error", theme.Error
	}
	s.line.icon.Set(icon, ink)
	s.line.text.SetToken(ink)
	s.line.text.SetWords(words)
	s.Show()
}

func (s *StatusLine) describeParts() []*a11y.Node {
	n := s.node(a11y.RoleStatus, s.line.text.Words())
	measured(n, s.Size().Add(s.Position()), s.line.text)
	return []*a11y.Node{n}
}
