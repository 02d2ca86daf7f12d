package a11y

import "unicode/utf8"

// content compares what a text box holds. What was typed is passed on to the
// reader alone; it is kept nowhere.
func (d *differ) content(i, j int) {
	n, o, key := d.now.Node(i).Text, d.old.Node(j).Text, d.now.Key(i)
	if n == nil || o == nil {
		return
	}
	if n.Content != o.Content || n.Secret != o.Secret {
		at, gone, came := splice(o.Shown(), n.Shown())
		if gone != "" {
			d.say(Change{Kind: TextDeleted, Key: key, Index: at, Words: gone})
		}
		if came != "" {
			d.say(Change{Kind: TextInserted, Key: key, Index: at, Words: came})
		}
	}
}

// caret compares where the caret of a text box is, and what is selected.
func (d *differ) caret(i, j int) {
	n, o, key := d.now.Node(i).Text, d.old.Node(j).Text, d.now.Key(i)
	if n == nil || o == nil {
		return
	}
	if n.Caret != o.Caret {
		d.say(Change{Kind: CaretMoved, Key: key, Index: n.Caret})
	}
	if (n.SelStart != n.SelEnd || o.SelStart != o.SelEnd) && (n.SelStart != o.SelStart || n.SelEnd != o.SelEnd) {
		d.say(Change{Kind: TextSelectionChanged, Key: key})
	}
}

// splice finds the one change that makes b of a: at the letter at, gone went and
// came took its place.
func splice(a, b string) (at int, gone, came string) {
	for a != "" && b != "" {
		r, n := utf8.DecodeRuneInString(a)
		s, m := utf8.DecodeRuneInString(b)
		if r != s || n != m {
			break
		}
		a, b = a[n:], b[m:]
		at++
	}
	for a != "" && b != "" {
		r, n := utf8.DecodeLastRuneInString(a)
		s, m := utf8.DecodeLastRuneInString(b)
		if r != s || n != m {
			break
		}
		a, b = a[:len(a)-n], b[:len(b)-m]
	}
	return at, a, b
}

// live finds what must be announced: a live node whose words changed, one that
// came by itself to a page that was there, and an alert however it came. What
// has the focus, or holds it, speaks by that.
func (d *differ) live() {
	for i, j := range d.was {
		n := d.now.Node(i)
		how := n.Live
		if how == LiveOff {
			if n.Role != RoleAlert {
				continue
			}
			how = LiveAssertive
		}
		if j < 0 {
			p := d.now.Parent(i)
			alone := p >= 0 && d.was[p] >= 0
			if !alone && n.Role != RoleAlert || d.old.Len() == 0 {
				continue
			}
		}
		if d.now.Contains(i, d.now.Focus()) {
			continue
		}
		words := Words(n)
		if words == "" || j >= 0 && words == Words(d.old.Node(j)) {
			continue
		}
		d.say(Change{Kind: Said, Key: d.now.Key(i), Words: words, Live: how})
	}
}
