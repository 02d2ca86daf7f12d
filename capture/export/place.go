package export

import "strings"

// Where docs/measures.md defines the figures of each table. A column whose name
// begins with a word of placesByWord is defined there instead, and the ends of
// ranges under Statistics.
var (
	placesByTable = map[string]string{
		"dimensions": "six-dimensions", "tasks": "of-a-task", "error-matrix": "against-the-answer-key", "completeness": "six-dimensions",
		"validity": "six-dimensions", "sections": "six-dimensions", "forms": "six-dimensions", "questions": "of-a-question-over-all-people", "items": "of-a-question-over-all-people",
		"rules": "of-a-rule", "conditions": "side-by-side", "comparisons": "side-by-side", "rounds": "rounds", "form-changes": "rounds", "end-questions": "what-people-say",
		"quotes": "what-people-say", "failing-places": "against-the-answer-key", "answers-shown": "words", "answers": "against-the-answer-key", "audit": "words",
		"people": "words", "scores": "what-people-say",
	}
	placesByWord = map[string]string{
		"ease": "what-people-say", "sus": "what-people-say", "time": "of-a-task", "elapsed": "of-a-task", "success": "of-a-task",
		"complete": "six-dimensions", "valid": "six-dimensions", "accurate": "against-the-answer-key", "wait": "of-one-field",
		"first_attempt": "of-one-field", "seconds_lost": "of-one-field", "false_alarms": "of-a-rule", "errors_prevented": "of-a-rule",
	}
)

const measures = "docs/measures.md#"

// place returns where a column is defined.
func place(table, column string) string {
	if strings.HasSuffix(column, "_low") || strings.HasSuffix(column, "_high") || strings.HasPrefix(column, "p_") {
		return measures + "statistics"
	}
	for word := column; word != ""; {
		if p := placesByWord[word]; p != "" {
			return measures + p
		}
		i := strings.LastIndexByte(word, '_')
		word = word[:max(0, i)]
	}
	if p := placesByTable[table]; p != "" {
		return measures + p
	}
	return ""
}
