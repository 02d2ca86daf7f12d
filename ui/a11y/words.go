package a11y

import "strings"

// Words is what a node says by itself: its name and value, or where it has
// neither, the words below it, in reading order.
func Words(n *Node) string {
	if said := join(n.Name, value(n)); said != "" {
		return said
	}
	var parts []string
	for _, c := range n.Children {
		if c != nil {
			if w := Words(c); w != "" {
				parts = append(parts, w)
			}
		}
	}
	return join(parts...)
}

// value is the value of a node in words. What a secret box holds is never told.
func value(n *Node) string {
	switch {
	case n.Text != nil && n.Text.Secret:
		return ""
	case n.Text != nil && n.Text.Content != "":
		return n.Text.Content
	case n.Value == "" && n.Range != nil:
		return n.Range.Words
	}
	return n.Value
}

// Reading is the page as it is read aloud to somebody who also sees it: a phrase
// a stop, in reading order, with names, values, hints and errors but without the
// names of roles. Words that stand twice because a label also names its box are
// read once.
func Reading(n *Node) []string {
	r := reading{}
	r.read(n)
	return r.phrases
}

type reading struct {
	phrases []string
	recent  [4]string
	next    int
}

func (r *reading) read(n *Node) {
	if n == nil {
		return
	}
	if n.Role != RoleWindow && n.Role != RoleApplication {
		said := n.Description
		if n.Role == RoleHeading {
			said = "" // it stands on the page, and is said with the title to those who do not read on
		}
		if phrase := join(r.once(n.Name), value(n), r.once(said)); phrase != "" {
			r.phrases = append(r.phrases, phrase)
		}
	}
	for _, c := range n.Children {
		r.read(c)
	}
}

// once is the words, or nothing if they were just read.
func (r *reading) once(words string) string {
	words = strings.TrimSpace(words)
	if words == "" {
		return ""
	}
	for _, said := range r.recent {
		if said == words {
			return ""
		}
	}
	r.recent[r.next%len(r.recent)] = words
	r.next++
	return words
}

// join puts a pause between parts, unless a part ends in one.
func join(parts ...string) string {
	var b strings.Builder
	for _, p := range parts {
		p = strings.TrimSpace(p)
		if p == "" {
			continue
		}
		if b.Len() > 0 {
			if !strings.ContainsRune(".,:;?!", rune(b.String()[b.Len()-1])) {
				b.WriteByte(',')
			}
			b.WriteByte(' ')
		}
		b.WriteString(p)
	}
	return b.String()
}
