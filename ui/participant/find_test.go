package participant

import (
	"testing"

	"recordwell/capture/study"
)

func TestWordsAreFoundAcrossFactsInAnyCase(t *testing.T) {
	p := study.Paragraph{Runs: []study.Run{{Text: "Maya’s brother "}, {Text: "Tomás", Fact: 1}, {Text: " is 3. TOMÁS cries for toast."}}}
	got := matches(p, "tomás")
	want := []string{"Maya’s brother ", "*Tomás", " is 3. ", "*TOMÁS", " cries for toast."}
	if len(got) != len(want) {
		t.Fatalf("%+v", got)
	}
	for i, r := range got {
		if s := r.Words; (r.Bold && "*"+s != want[i]) || (!r.Bold && s != want[i]) {
			t.Errorf("part %d is %+v, want %s", i, r, want[i])
		}
	}
	if got := matches(p, "brother tom"); len(got) != 3 || !got[1].Bold || got[1].Words != "brother Tom" {
		t.Errorf("over the edge of a fact: %+v", got)
	}
	if got := matches(p, "sister"); got != nil {
		t.Errorf("%+v", got)
	}
}
