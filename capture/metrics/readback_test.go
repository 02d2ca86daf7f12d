package metrics

import (
	"testing"

	"github.com/google/uuid"

	"recordwell/capture/event"
)

func TestReadBackCountsAnswersAndNotHowOften(t *testing.T) {
	study := NewStudy()
	fold := NewFold(nil, study.Add)
	session, run, mum := uuid.New(), uuid.New(), uuid.New()
	seq := uint64(0)
	add := func(kind event.Kind, task, question string, entity uuid.UUID, code int32, count int64) {
		seq++
		e := event.Record{Session: session, Run: run, Seq: seq, Kind: kind, Task: task, Question: question, Entity: entity, Code: code, Count: count}
		if err := fold.Add(&e); err != nil {
			t.Fatal(err)
		}
	}
	add(event.TaskStarted, "a", "", uuid.Nil, 0, 0)
	add(event.TaskFinished, "a", "", uuid.Nil, 0, 0)
	add(event.ReadBack, "a", "", uuid.Nil, 0, 12) // after the task
	add(event.ReadBack, "a", "", uuid.Nil, 0, 9)  // a shorter sheet
	add(event.ReadBackCorrected, "a", "name", mum, 2, 0)
	add(event.ReadBackCorrected, "a", "name", mum, 1, 0) // changed their mind
	add(event.ReadBackCorrected, "a", "name", uuid.Nil, 2, 0)
	add(event.ReadBackCorrected, "a", "born", mum, 1, 0)
	add(event.ReadBackCorrected, "a", "born", mum, 0, 0) // taken back
	add(event.ReadBack, "b", "", uuid.Nil, 0, 0)
	add(event.ReadBackCorrected, "c", "born", mum, 1, 0) // of a sheet that was never opened
	fold.Close()
	if got, want := study.ReadBack(), (ReadBackSums{Records: 2, Lines: 13, Corrected: 3, Agreed: 2}); got != want {
		t.Errorf("%+v, want %+v", got, want)
	}
	if name, born := study.Corrected("name"), study.Corrected("born"); name != (Corrections{2, 1}) || born != (Corrections{1, 1}) {
		t.Errorf("of the name %+v, of the date of birth %+v", name, born)
	}
}
