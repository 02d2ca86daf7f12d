package statutory_test

import (
	"testing"

	"recordwell/capture"
	"recordwell/capture/draft"
	"recordwell/capture/form"
	"recordwell/capture/statutory"
)

// BenchmarkCommit changes one answer of a full case of eight forms: the record is
// built anew, and the rules that read it run.
func BenchmarkCommit(b *testing.B) {
	d := full(b)
	ref := d.ref("assessment_start")
	days := [2]string{"8|10|2025", "9|10|2025"}
	b.ReportAllocs()
	b.ResetTimer()
	for i := range b.N {
		d.draft, _ = d.draft.Apply(draft.Commit{Ref: ref, Raw: days[i%2], State: capture.Answered})
	}
}

// BenchmarkKeystroke types a letter in a full case with all rules on.
func BenchmarkKeystroke(b *testing.B) {
	d := full(b)
	ref := d.ref("assessment_start")
	days := [2]string{"8|1|2025", "8|10|2025"}
	b.ReportAllocs()
	b.ResetTimer()
	for i := range b.N {
		d.draft, _ = d.draft.Apply(draft.Type{Ref: ref, Raw: days[i%2]})
	}
}

// BenchmarkNew makes the rules of a task.
func BenchmarkNew(b *testing.B) {
	var defs []*form.Definition
	for _, id := range allForms {
		defs = append(defs, library(b).Forms[id])
	}
	set, err := form.Link(defs...)
	if err != nil {
		b.Fatal(err)
	}
	b.ResetTimer()
	for range b.N {
		if _, err := statutory.New(set, statutory.Collection{Year: "2025-26", Start: date(b, "2025-04-01"), End: date(b, "2026-03-31"), Today: date(b, "2025-12-04")}); err != nil {
			b.Fatal(err)
		}
	}
}
