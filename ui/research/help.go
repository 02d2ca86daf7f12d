package research

import (
	"fmt"
	"strings"

	"recordwell/ui/participant"
	"recordwell/ui/theme"
	"recordwell/ui/widgets"
)

// topics are what the help page explains.
var topics = []struct{ title, words string }{
	{"Studies", "Which studies there are and which is in use on this computer. A new one is made from one that is there. Everything you change in its set-up is saved at once. Show what is missing lists what has to be filled in before people can take part."},
	{"Scenarios and forms", "A scenario is a made-up story with its right answers. Copy one to change it; what people have used stays as it is. The form library shows each form with its versions, and takes in a form from a file. A round that has opened locks the forms it uses."},
	{"Study overview", "How many people have taken part, how many tasks they completed, how long a task took, and where time was lost. Each figure says how many people stand behind it, and its likely range."},
	{"Questions", "Every question with what it cost people. Darker numbers are more of what costs time. Press Enter on a column’s head to sort, and on a question to see all about it."},
	{"Compare rounds", "Holds two rounds of a study against each other, measure by measure, and says what changed in the forms between them. Right of the middle is better. A filled diamond is a clear change; a hollow one may be chance. The findings pages can be turned to one round."},
	{"Session replay", "Goes through one session: where the person was, when, and for how long. It never shows what they typed. It stands still until you press Play. Next error has the same key as in a record. Open a question on the page Questions to find the sessions where it cost most."},
	{"Observer notes", "Write down what you noticed, while you watch or later, on the time of the replay. A note can say how a task ended, with a reason: that then takes the place of the record’s own rule, and the report says so. Notes are deleted when the person withdraws."},
	{"Data quality", "How complete, valid, accurate, consistent and unique the records are, each against a target. Accuracy is held against the answer key of the story. Enter on a bar, a rule, a section or a form lists the places where records failed. No answer is shown unless you ask, and that you asked is written down. The report is saved in full for the research team, or as a version for anyone."},
	{"Check a return", "Checks the files of a children in need census or an SSDA903 return against the Department’s rules. The files are read on this computer and are sent nowhere. An error must be put right; a thing to check may be right, and is then explained."},
	{"Withdraw a person", "Deletes everything of one person when they ask for it, by their code: answers, log, comments, consent, and notes about them, on this computer and in every backup on it. It cannot be brought back."},
	{"Made-up results", "An empty study can be filled with made-up people, to see what the pages look like. In a study of several rounds they are in each, and find a question harder before its words were changed than after. Every page and every file then says that the data are simulated."},
	{"Screen lock", "A passphrase keeps people who take part out of the research desk. It is a screen lock. It does not seal the records."},
	{"Keys", "Tab goes from one control to the next. F6 goes to the next part of the window. Up and down move in the menu and in tables, Enter opens. Ctrl and + makes text bigger. Esc closes what is open."},
	{"Accessibility", strings.Join(participant.Statement, " ")},
}

// help explains the researcher's pages.
type help struct{ *frame }

func newHelp(r *room) *help {
	p := &help{newFrame(r, pageHelp, "Help")}
	for i, t := range topics {
		id := fmt.Sprintf("%s/topic-%d", p.id, i+1)
		p.body.Add(widgets.NewMeasure(widgets.NewStack(theme.Space1, widgets.NewHeading(id, t.title, 2), widgets.NewText(id+"/words", t.words, theme.Body))))
	}
	return p
}
