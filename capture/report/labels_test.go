package report

import (
	"testing"

	"recordwell/validation/field"
)

// TestEveryCheckHasWords: what a rule is called must not be a tag of the forms.
func TestEveryCheckHasWords(t *testing.T) {
	for _, tag := range field.Tags() {
		if ruleKinds[tag] == "" {
			t.Errorf("the check %q has no words", tag)
		}
	}
}
