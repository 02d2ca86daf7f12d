package study

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"

	"recordwell/capture/form/source"
)

var factNumber = regexp.MustCompile(`\[(\d+):`)

// InOrder reports that the facts of the story are numbered from 1, without gaps, in the
// order in which they are told.
func (d *Draft) InOrder() bool {
	highest := 0
	for _, words := range d.Paragraphs {
		for _, n := range Facts(words) {
			if n < 1 || n > highest+1 {
				return false
			}
			highest = max(highest, n)
		}
	}
	return true
}

// Renumber numbers the facts from 1 in the order in which they are told, in the story
// and in the answers that rest on them. An answer no longer rests on a fact that the
// story does not have. It returns how many facts there are.
func (d *Draft) Renumber() int {
	to := map[int]int{}
	for i, words := range d.Paragraphs {
		for _, n := range Facts(words) {
			if to[n] == 0 {
				to[n] = len(to) + 1
			}
		}
		d.Paragraphs[i] = factMark.ReplaceAllStringFunc(words, func(mark string) string {
			return factNumber.ReplaceAllStringFunc(mark, func(open string) string {
				n, _ := strconv.Atoi(factNumber.FindStringSubmatch(open)[1])
				return fmt.Sprintf("[%d:", to[n])
			})
		})
	}
	for i := range d.Cells {
		var facts []int
		for _, n := range d.Cells[i].Facts {
			if to[n] > 0 && !slices.Contains(facts, to[n]) {
				facts = append(facts, to[n])
			}
		}
		d.Cells[i].Facts = facts
	}
	d.root = d.root.Clone() // what is known rests on facts too, and stands in the file alone
	for _, about := range d.root.Get("known").Get("answers").EntriesOrNone() {
		for _, e := range about.Value.EntriesOrNone() {
			if facts := e.Value.Get("facts"); facts != nil {
				renumberKnown(e.Value, facts, to)
			}
		}
	}
	return len(to)
}

func renumberKnown(cell, facts *source.Node, to map[int]int) {
	var out []string
	for _, item := range append(slices.Clone(facts.Items), facts) {
		if n, err := strconv.Atoi(item.Value); err == nil && to[n] > 0 {
			out = append(out, strconv.Itoa(to[n]))
		}
	}
	if len(out) == 0 {
		cell.Set("facts", nil)
		return
	}
	cell.Set("facts", texts(out))
}
