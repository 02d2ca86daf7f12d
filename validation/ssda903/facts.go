package ssda903

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"sync"

	"recordwell/validation"
)

// facts.json is what the Department publishes of each rule (Crown copyright,
// Open Government Licence v3.0), as carried by the field's open validators, in
// the order of its list.
//
//go:embed facts.json
var factsJSON []byte

// fact is one rule as published.
type fact struct {
	Code    string   `json:"code"`
	Scope   string   `json:"scope"`
	Message string   `json:"message"`
	Text    string   `json:"text"`  // the logic, where the source quotes it
	Reads   []string `json:"reads"` // Table.Column
	Flags   []string `json:"flags"` // columns that are flagged
	Query   bool     `json:"query"` // the wording asks for a check, not a correction
	Tool    bool     `json:"tool"`  // an integrity check, not one of the Department's rules
}

var facts = sync.OnceValue(func() []fact {
	var list []fact
	if err := json.Unmarshal(factsJSON, &list); err != nil {
		panic(fmt.Sprintf("ssda903: facts.json: %v", err))
	}
	return list
})

var scopes = map[string]validation.Scope{
	"field": validation.FieldScope, "record": validation.RecordScope, "child": validation.ChildScope,
	"cohort": validation.CohortScope, "previous-year": validation.PreviousYearScope, "reference": validation.ReferenceScope,
}

// source says where logic and severity of a rule come from.
func (f *fact) source() string {
	switch {
	case f.Tool:
		return "Integrity check of the field's validators; not a rule of the Department. Severity is our judgement."
	case f.Query:
		return "DfE SSDA903 validation rules 2026/27. Severity (check) is our judgement from the wording: the source names none."
	}
	return "DfE SSDA903 validation rules 2026/27. Severity (error) is our judgement from the wording: the source names none."
}
