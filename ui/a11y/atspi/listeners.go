package atspi

import "strings"

// listeners are the events that clients have asked the registry for: how often
// each client asked for each.
type listeners map[[2]string]int

func (l listeners) add(client, event string) { l[[2]string{client, event}]++ }

// remove takes back one asking. The registry sends one for each event of a
// client that left.
func (l listeners) remove(client, event string) {
	k := [2]string{client, event}
	if l[k]--; l[k] <= 0 {
		delete(l, k)
	}
}

// count is how many askings cover an event, named as in "object:announcement".
// Registries write event names in different ways: letters and colons count.
func (l listeners) count(event string) int32 {
	want := plainEvent(event)
	var n int32
	for k, c := range l {
		asked := plainEvent(k[1])
		if asked != "" && (asked == want || strings.HasPrefix(want, asked+":")) {
			n += int32(c)
		}
	}
	return n
}

func plainEvent(e string) string {
	e = strings.ToLower(strings.ReplaceAll(e, "-", ""))
	return strings.TrimRight(strings.TrimSuffix(e, "*"), ":")
}
