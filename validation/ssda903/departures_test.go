package ssda903

// departure is where we differ from a fixture because the Department's text,
// its message or its purpose says otherwise. docs/rules-ssda903.md tells why.
type departure struct {
	rows   []location
	reason string
}

// departures are by "CODE/case", cases counted from 0.
var departures = map[string]departure{}
