package sqlite

import (
	"testing"
)

func TestSettingsFollowThePersonAndGoWithThem(t *testing.T) {
	s := openIn(t, t.TempDir())
	one, two := newPerson(1), newPerson(2)
	one.enter(t, s, "Maya")
	two.enter(t, s, "Maya")
	must(t, s.SetPersonSetting(t.Context(), one.row.ID, "scheme", marker))
	must(t, s.SetPersonSetting(t.Context(), one.row.ID, "text_percent", "150"))
	must(t, s.SetPersonSetting(t.Context(), one.row.ID, "text_percent", ""))
	must(t, s.SetPersonSetting(t.Context(), two.row.ID, "scheme", "dark"))
	got, err := s.PersonSettings(t.Context(), one.row.ID)
	must(t, err)
	if len(got) != 1 || got["scheme"] != marker {
		t.Errorf("the settings are %v", got)
	}
	must(t, s.Withdraw(t.Context(), one.row.ID, noon))
	if found := whereIs(t, s, marker); len(found) > 0 {
		t.Errorf("a setting is left in %v", found)
	}
	if got, err := s.PersonSettings(t.Context(), two.row.ID); err != nil || got["scheme"] != "dark" {
		t.Errorf("the other person has %v, %v", got, err)
	}
}

func TestWhatAPersonSaidComesBackWithTheirSession(t *testing.T) {
	s := openIn(t, t.TempDir())
	one, two := newPerson(1), newPerson(2)
	full(t, s, one, "one")
	full(t, s, two, "two")
	surveys, comments, err := s.PersonSaid(t.Context(), one.row.ID)
	must(t, err)
	if len(surveys) != 1 || surveys[0].Text != "one" || len(comments) != 1 || comments[0].Text != "one" || comments[0].Ref != one.ref() {
		t.Errorf("%+v, %+v", surveys, comments)
	}
}

func TestRemovedDetailsAreNotInCommentsEither(t *testing.T) {
	dir := t.TempDir()
	s := openIn(t, dir)
	p := newPerson(1)
	full(t, s, p, marker)
	must(t, s.RemoveDetails(t.Context(), p.row.ID, p.ref()))
	if found := whereIs(t, s, marker); len(found) != 1 || found[0] != "survey.text" {
		t.Errorf("what was removed is in %v", found)
	}
	_, comments, err := s.PersonSaid(t.Context(), p.row.ID)
	must(t, err)
	if len(comments) != 0 {
		t.Errorf("%+v", comments)
	}
}
