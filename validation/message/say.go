package message

import "recordwell/validation/datatype"

// Say names a template of the catalogue.
type Say = string

// The templates, in the order in which faults are looked for.
const (
	MissingText   Say = "missing-text"   // thing
	MissingChoice Say = "missing-choice" // thing
	MissingYes    Say = "missing-yes"    // thing: "Maya has a UPN"
	MissingDate   Say = "missing-date"   // thing
	PartMissing   Say = "part-missing"   // thing, parts
	YearShort     Say = "year-short"
	NotReal       Say = "not-real"      // thing, tag
	WrongLetters  Say = "wrong-letters" // thing, tag
	WrongShape    Say = "wrong-shape"   // thing, tag
	WrongCheck    Say = "wrong-check"   // thing, tag
	TooLong       Say = "too-long"      // thing, n
	TooShort      Say = "too-short"     // thing, n
	NotNumber     Say = "not-number"    // thing
	Comma         Say = "comma"         // thing
	NotWhole      Say = "not-whole"     // thing
	OutOfRange    Say = "out-of-range"  // thing, a, b
	NotOnList     Say = "not-on-list"   // thing
	Past          Say = "past"          // thing
	PastOrToday   Say = "past-or-today"
	Future        Say = "future"
	FutureOrToday Say = "future-or-today"
	OnOrAfter     Say = "on-or-after"   // thing, date, what
	OnOrBefore    Say = "on-or-before"  // thing, date, what
	BetweenDates  Say = "between-dates" // thing, a, b
	Clash         Say = "clash"         // both, one, other
	ClashOne      Say = "clash-one"     // both
	CheckThis     Say = "check-this"    // odd, usual, explain
	CheckTitle    Say = "check-title"   // thing
	CheckAsk      Say = "check-ask"
	TooFew        Say = "too-few"  // thing, n
	TooMany       Say = "too-many" // thing, n
	Trouble       Say = "trouble"  // what, safe, do
	// Words says the author's own words: text, and for a query ask and title.
	Words Say = "words"
)

var ofKind = map[datatype.Kind]Say{
	datatype.Missing: MissingText, datatype.PartMissing: PartMissing, datatype.YearShort: YearShort,
	datatype.NotReal: NotReal, datatype.WrongLetters: WrongLetters, datatype.WrongShape: WrongShape,
	datatype.WrongCheck: WrongCheck, datatype.TooLong: TooLong, datatype.TooShort: TooShort,
	datatype.NotNumber: NotNumber, datatype.Comma: Comma, datatype.NotWhole: NotWhole,
	datatype.OutOfRange: OutOfRange, datatype.NotOnList: NotOnList,
}

// OfFault returns the template and arguments for an answer that cannot be read
// or that a tag refuses. The thing is the question's own noun; tag and param
// are those of the check, and empty where there was none.
func OfFault(f datatype.Fault, thing, tag, param string) (Say, map[string]string) {
	args := map[string]string{"thing": thing}
	if tag != "" {
		args["tag"] = tag
	}
	if f.Parts != 0 {
		args["parts"] = f.Parts.String()
	}
	switch f.Kind {
	case datatype.TooLong, datatype.TooShort, datatype.WrongShape:
		if param != "" {
			args["n"] = param
		} else if tag == "lachildid" {
			args["n"] = "20"
		}
	case datatype.OutOfRange:
		if a, b, ok := cut(param); ok {
			args["a"], args["b"] = a, b
		} else { // too large to hold
			return NotNumber, args
		}
	}
	return ofKind[f.Kind], args
}
