package stories

import (
	"os"
	"strings"
	"testing"
)

// TestTheGuideTellsOfEachStory holds the table of the guide for authors against the
// stories, and the study that has them all.
func TestTheGuideTellsOfEachStory(t *testing.T) {
	guide, err := os.ReadFile("../../../docs/scenarios.md")
	if err != nil {
		t.Fatal(err)
	}
	_, table, _ := strings.Cut(string(guide), "## The stories that ship")
	lib := library(t)
	all := map[string]bool{}
	for _, id := range lib.Studies["casework-2025"].Rounds[0].Scenarios {
		all[id] = true
	}
	for id, story := range lib.Scenarios {
		row := ""
		for line := range strings.Lines(table) {
			if strings.Contains(line, "`"+id+"`") {
				row = line
			}
		}
		for _, task := range story.Tasks {
			for _, form := range task.Forms {
				if !strings.Contains(row, form) {
					t.Errorf("the guide says %q of %s, and nothing of %s", row, id, form)
				}
			}
		}
		if !all[id] {
			t.Errorf("casework-2025 leaves out %s", id)
		}
	}
}
