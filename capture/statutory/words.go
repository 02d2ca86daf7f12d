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

// further are columns that a rule is about and its places leave out: before is
// where a person would change it first.
var further = map[string]struct{ before, after string }{
	"cin/2990":  {after: "CINdetails.ReasonForClosure"},
	"cin/4000":  {after: "CINdetails.ReferralNFA"},
	"cin/8540":  {before: "Disabilities.Disability"},
	"cin/8831":  {before: "CINdetails.ReferralNFA"},
	"cin/8832":  {after: "CINdetails.ReferralNFA"},
	"cin/8825Q": {after: "CINdetails.ReasonForClosure"},
	"cin/8867":  {after: "CINdetails.CINclosureDate"},
	"cin/8868":  {after: "CINdetails.CINclosureDate"},
}

var atEntry = map[string]entryWords{}
