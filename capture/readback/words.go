package readback

import (
	"recordwell/capture/draft"
	"recordwell/capture/form"
)

// Name says who a reader is: "A child under 8".
func Name(r form.Reader) string {
	return [form.Readers]string{"A child under 8", "A child of 8 to 12", "A young person of 13 or over", "Parents and carers"}[r]
}

// wording is what stands around the lines of a sheet.
type wording struct {
	Lead       []string
	Boxes      []string // to tick at each line
	NotKnown   string   // heads what nobody knows yet
	Missing    string   // heads the room to write in
	MissingAsk string
	Checked    string // heads the names
}

var words = [form.Readers]wording{
	form.Under8: {
		Lead:    []string{"We wrote some things about you. Someone will read them to you.", "Is each one right? You can say no. Nobody will be cross."},
		Boxes:   []string{"Yes", "No", "I do not know"},
		Missing: "What did we forget?", MissingAsk: "You can tell us, write or draw.",
		Checked: "Who read this with you?",
	},
	form.From8: {
		Lead: []string{
			"This is what we have written about you so far.",
			"Tick a box at each line. If it is not right, tell us or write what it should say. You do not have to answer them all.",
		},
		Boxes: []string{"Right", "Not right", "Not sure"}, NotKnown: "What we do not know yet",
		Missing: "What is missing?", MissingAsk: "You can write or draw here.",
		Checked: "Who checked this with you?",
	},
	form.From13: {
		Lead: []string{
			"This is what we have written about you so far. It should be right, and it should be fair.",
			"Tick a box at each line and change what is not right. If we see it differently, your words stay in the record too.",
		},
		Boxes: []string{"Right", "Not right", "Not sure"}, NotKnown: "What we do not know yet",
		Missing: "What is missing, or unfair?", MissingAsk: "Use your own words.",
		Checked: "Who checked this, and when?",
	},
	form.Carers: {
		Lead: []string{
			"This is what we have written so far. You can check it and tell us what is not right.",
			"Tick a box at each line and write what it should say. If we see it differently, your words stay in the record too.",
		},
		Boxes: []string{"Right", "Not right", "Not sure"}, NotKnown: "What we do not know yet",
		Missing: "What is missing, or unfair?", MissingAsk: "Use your own words.",
		Checked: "Who checked this, and when?",
	},
}

// title heads a sheet. A child is spoken to; their carers read about the child
// by the name that the story gives them.
func title(d *draft.Draft, r form.Reader) string {
	if r != form.Carers {
		return "What we wrote about you"
	}
	if name := d.Story().Words["child_name"]; name != "" {
		return "What we wrote about " + name
	}
	return "What we wrote about your child"
}
