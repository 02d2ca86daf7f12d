package research

import (
	"fmt"
	"strconv"
	"strings"

	"recordwell/capture/study"
)

// own is what is said where something is missing, for the parts that people miss.
var own = map[string]string{
	"title": "Enter the name of the study", "controller": "Enter who answers for the data", "contact": "Enter whom people can ask",
	"withdrawal": "Enter the last day on which people can withdraw", "retention": "Enter the day on which everything is deleted",
	"collection/year": "Enter the collection year", "collection/start": "Enter the first day of the collection", "collection/end": "Enter the last day of the collection",
	"collection/return": "Select the return", "seed": "Enter the number that codes and conditions are made from",
	"consent/title": "Enter the title of the consent page", "consent/debrief": "Enter what people are told at the end", "consent/version": "Enter the version of the consent",
	"rounds": "Add a round",
}

// wordsOf says what is missing or wrong in a part.
func (p *setup) wordsOf(f study.Fault) string {
	if words, known := own[f.Path]; known && p.empty(f.Path) {
		return words
	}
	parts := strings.Split(f.Path, "/")
	if len(parts) > 1 && parts[0] == "rounds" {
		return "Rounds: " + capital(f.Words)
	}
	if parts[0] == "consent" {
		if words := p.blank(parts); words != "" {
			return words
		}
		words := f.Words
		for id, name := range itemNames {
			words = strings.ReplaceAll(words, strconv.Quote(id), "“"+name+"”")
		}
		return "Consent: " + capital(words)
	}
	return capital(f.Words)
}

// blank is what is said where a fact or an item of consent has no words yet, or "".
func (p *setup) blank(path []string) string {
	if len(path) != 4 {
		return ""
	}
	c := p.draft.Consent
	switch n, err := strconv.Atoi(path[2]); {
	case err != nil:
	case path[1] == "facts" && path[3] == "title" && n < len(c.Facts) && c.Facts[n].Title == "":
		return fmt.Sprintf("Enter the short title of what people are told, %d of %d", n+1, len(c.Facts))
	case path[1] == "facts" && path[3] == "words" && n < len(c.Facts) && c.Facts[n].Words == "":
		return fmt.Sprintf("Enter in full what people are told, %d of %d", n+1, len(c.Facts))
	case path[1] == "items" && path[3] == "words" && n < len(c.Items) && c.Items[n].Words == "":
		return "Enter what people agree to"
	}
	return ""
}

// empty reports that nothing stands in a part.
func (p *setup) empty(path string) bool {
	s := p.draft
	switch path {
	case "title":
		return s.Title == ""
	case "controller":
		return s.Controller == ""
	case "contact":
		return s.Contact == ""
	case "withdrawal":
		return s.Withdrawal.IsZero()
	case "retention":
		return s.Retention.IsZero()
	case "collection/start":
		return s.Collection.Start.IsZero()
	case "collection/end":
		return s.Collection.End.IsZero()
	case "consent/title":
		return s.Consent.Title == ""
	case "consent/debrief":
		return len(s.Consent.Debrief) == 0
	case "rounds":
		return len(s.Rounds) == 0
	}
	return true
}
