package session_test

import (
	"strings"
	"testing"

	"recordwell/capture"
	"recordwell/capture/session"
)

func (d *desk) timeline() (out []string) {
	for _, e := range d.View().Page.Timeline.Events {
		words := e.Date + ": " + e.What
		if e.Line != "" {
			words += ", " + e.Line
		}
		if e.Ahead {
			words += " (ahead)"
		}
		out = append(out, words)
	}
	return out
}

func TestTheTimelineTellsWhatHappenedNewestFirst(t *testing.T) {
	d := ashDesk(t)
	d.Go("visit/visits")
	d.More(true)
	d.AddItem()
	d.Commit(d.ref(t, "visit_date"), "18|11|2025", capture.Typed)
	d.Go("child/homes")
	d.OpenItem(d.Alias("old_home"))
	d.Commit(d.ref(t, "moved_in"), "1|12|2025", capture.Typed)
	d.Timeline()
	want := []string{
		"1 December 2025: An address, 1 Mill Lane · from 1 December 2025 (ahead)",
		"18 November 2025: A visit to Ivy",
		"29 October 2025: A visit to Ivy, Nobody was at home",
		"8 October 2025: A visit to Ivy, Ivy showed me her drawings",
		"1 October 2025: Referral: referral received",
	}
	if got := strings.Join(d.timeline(), "\n"); got != strings.Join(want, "\n") {
		t.Errorf("got\n%s", got)
	}
}

func TestAnEventOpensWhereItStands(t *testing.T) {
	d := ashDesk(t)
	d.Timeline()
	events := d.View().Page.Timeline.Events
	d.OpenEvent(events[0].Ref)
	if p := d.View().Page; p.Kind != session.ItemPage || p.Item != d.Alias("second") || d.Focus() != events[0].Ref {
		t.Errorf("the visit opened %+v", p)
	}
	d.Back()
	d.OpenEvent(events[2].Ref)
	p := d.View().Page
	if p.Kind != session.KnownPage || p.Title != "Referral" || len(p.Known.Parts) != 1 || p.Known.Parts[0].Rows[0].Words != "1 October 2025" {
		t.Fatalf("the referral opened %+v", p)
	}
	if len(p.Blocks) > 0 || p.Mark != nil || d.Continue() {
		t.Error("what is known is asked")
	}
	if !d.Back() || d.View().Page.Kind != session.TimelinePage {
		t.Error("back does not go to the timeline")
	}
	if !d.Back() || d.View().Page.Kind != session.QuestionsPage {
		t.Error("back goes no further")
	}
}

func TestARestartComesBackToTheTimeline(t *testing.T) {
	d := ashDesk(t)
	d.Timeline()
	saved := capture.SavedCase{Place: d.batches[len(d.batches)-1].Place}
	for _, b := range d.batches {
		saved.Changes = append(saved.Changes, b.Changes...)
		saved.Case.Entities = append(saved.Case.Entities, b.Entities...)
		if b.Case != "" {
			saved.Case.ID = b.Case
		}
	}
	d.Leave()
	d.Enter("visit", saved)
	if k := d.View().Page.Kind; k != session.TimelinePage {
		t.Errorf("the restart shows page kind %d", k)
	}
}

func TestTheTimelineIsRecordedByItsName(t *testing.T) {
	d := ashDesk(t)
	d.Timeline()
	d.OpenKnown("referral")
	told := d.Tell(d.Logged())
	for i, want := range []string{"You opened the timeline", "You opened “The referral”"} {
		if got := told[len(told)-2+i].Words; got != want {
			t.Errorf("told %q, want %q", got, want)
		}
	}
}

func TestOfTheHouseholdBrothersAndSistersStandInTheTimeline(t *testing.T) {
	d := newDesk(t, capture.SessionRow{}, capture.SavedCase{})
	for _, p := range []struct{ relationship, born string }{{"mother", "2|2|1991"}, {"brother", "|5|2022"}} {
		d.Go("family/household")
		d.More(true)
		d.AddItem()
		d.Commit(d.ref(t, "relationship"), p.relationship, capture.Chosen)
		d.Commit(d.ref(t, "born"), p.born, capture.Typed)
	}
	d.Timeline()
	if got := d.timeline(); len(got) != 1 || !strings.HasPrefix(got[0], "May 2022: Someone who lives with Maya") {
		t.Errorf("got %q", got)
	}
}
