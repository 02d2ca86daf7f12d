package statutory

import "recordwell/validation"

// entryWords are the words of a rule where a record is written: to the person
// who knows the child, not to someone with a file of codes. {child} stands for
// the child's name.
type entryWords struct{ title, what, do string }

// spoken is a rule's description with its words at entry.
func spoken(id string, info validation.Info) validation.Info {
	if w, ok := atEntry[id]; ok {
		info.Title, info.What, info.Do = w.title, w.what, w.do
	}
	return info
}

var atEntry = map[string]entryWords{}
