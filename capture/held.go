package capture

// Held is what there is of one person, in numbers: what withdrawing deletes.
type Held struct {
	Session  SessionRow
	Study    string // its title
	Answers  int    // questions that were answered, each once
	Finished int    // tasks
	Comments int
	Surveys  int // questions at the end that were answered
	Entries  int // of the log
	Others   int // further sessions under the same code
}
