package found

import (
	"bytes"
	"slices"
	"strings"

	"recordwell/validation"
)

// Order is what findings are sorted by. Findings that are alike stay in the order
// of the return.
type Order uint8

// The orders.
const (
	ByPlace Order = iota // as in the return
	ByRule
	ByChild
	BySeverity // errors first
)

// Query says which findings are wanted, and in which order.
type Query struct {
	Rule     string              // a code; empty for all
	Child    string              // a part of the child's id; empty for all
	Severity validation.Severity // 0 for all
	// Words are looked for in the child, the values, the code of the rule, and
	// whatever Says gives for it, in capitals or not.
	Words string
	// Says gives the words of a rule.
	Says       func(code string) string
	Order      Order
	Descending bool
}

// View gives the numbers of the findings that a query wants, in its order.
func (b *Book) View(q Query) []uint32 {
	kept := b.filter(q)
	switch q.Order {
	case ByRule:
		return arranged(kept, len(b.ruleRank), q.Descending, func(n uint32) uint32 { return b.ruleRank[b.rule[n]] })
	case ByChild:
		return arranged(kept, len(b.childRank), q.Descending, func(n uint32) uint32 { return b.childRank[b.child[n]] })
	case BySeverity:
		return arranged(kept, len(b.counts), q.Descending, func(n uint32) uint32 { return uint32(b.severity[n]) })
	}
	if q.Descending {
		slices.Reverse(kept)
	}
	return kept
}

func (b *Book) filter(q Query) []uint32 {
	words := strings.ToLower(strings.TrimSpace(q.Words))
	rules := b.rulesOf(q, words)
	children := b.childrenLike(strings.ToLower(strings.TrimSpace(q.Child)))
	var named, valued []bool
	if words != "" {
		named, valued = b.childrenLike(words), b.valuesLike(words)
	}
	kept := make([]uint32, 0, len(b.rule))
	for n, r := range b.rule {
		switch {
		case rules[r] == out,
			q.Severity != 0 && b.severity[n] != q.Severity,
			children != nil && !children[b.child[n]]:
			continue
		case words != "" && rules[r] != said && !named[b.child[n]] && !valued[n]:
			continue
		}
		kept = append(kept, uint32(n))
	}
	return kept
}

// verdict is what a query's words make of a rule.
type verdict uint8

const (
	out  verdict = iota
	in           // wanted, if child or values have the words
	said         // the rule itself has the words
)

func (b *Book) rulesOf(q Query, words string) []verdict {
	rules := make([]verdict, len(b.rules.all))
	for i, code := range b.rules.all {
		if q.Rule != "" && q.Rule != code {
			continue
		}
		rules[i] = in
		if words == "" {
			continue
		}
		text := code
		if q.Says != nil {
			text += " " + q.Says(code)
		}
		if strings.Contains(strings.ToLower(text), words) {
			rules[i] = said
		}
	}
	return rules
}

// childrenLike marks the children whose id has the words; nil for no words.
func (b *Book) childrenLike(words string) []bool {
	if words == "" {
		return nil
	}
	like := make([]bool, len(b.children.all))
	for i, id := range b.children.all {
		like[i] = strings.Contains(strings.ToLower(id), words)
	}
	return like
}

// valuesLike marks the findings of which a value has the words. The text of all
// values is searched once; hits and findings are in the same order.
func (b *Book) valuesLike(words string) []bool {
	like := make([]bool, len(b.rule))
	if strings.IndexByte(words, 0) >= 0 {
		return like
	}
	needle, p, n := []byte(words), 0, 0
	for at := 0; at < len(b.lower); {
		hit := bytes.Index(b.lower[at:], needle)
		if hit < 0 {
			break
		}
		at += hit
		for p+1 < len(b.value) && int(b.value[p+1]) <= at {
			p++
		}
		for n+1 < len(b.first) && int(b.first[n+1]) <= p {
			n++
		}
		like[n] = true
		end := bytes.IndexByte(b.lower[at:], 0)
		at += end + 1 // one hit a value is enough
	}
	return like
}

// arranged sorts by counting, which keeps the order of what is alike.
func arranged(kept []uint32, ranks int, descending bool, rank func(n uint32) uint32) []uint32 {
	starts := make([]int, ranks+1)
	for _, n := range kept {
		starts[rank(n)]++
	}
	at := 0
	each := func(r int) { starts[r], at = at, at+starts[r] }
	if descending {
		for r := ranks; r >= 0; r-- {
			each(r)
		}
	} else {
		for r := range starts {
			each(r)
		}
	}
	sorted := make([]uint32, len(kept))
	for _, n := range kept {
		r := rank(n)
		sorted[starts[r]] = n
		starts[r]++
	}
	return sorted
}
