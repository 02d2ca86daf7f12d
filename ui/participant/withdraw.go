package participant

import (
	"context"
	"time"

	"recordwell/capture/session"
)

// withdraw deletes everything of a session and shows the receipt. If that fails, the
// page comes back and failed is told what to do; asking again cleans up what was left.
func withdraw(host Host, desk Desk, page Page, s *session.Session, failed func(words string)) {
	id := s.ID()
	s.Withdraw()
	var at time.Time
	between(host, page.Title(), "Deleting your data", func(ctx context.Context) (err error) {
		at, err = desk.Withdraw(ctx, id)
		return err
	}, func(err error) {
		if err != nil {
			host.Show(page)
			failed("Your data are not deleted yet. " + err.Error() + " Then choose Withdraw again")
			return
		}
		host.Show(newReceipt(host, desk, string(id), at))
	})
}

// newReceipt says what was deleted and when, under a number that says nothing of
// the person.
func newReceipt(host Host, desk Desk, id string, at time.Time) *Message {
	return newMessage(host, "receipt", frameStart, "Your data are deleted", []string{
		"We deleted your answers, the log, your comments and what you agreed to, on this computer and in every backup on it, at " + at.Format("15:04") + " on " + at.Format("2 January 2006") + ".",
		"Your receipt number is " + id + ". It is all that is left. If results from this computer were collected before, it makes sure that yours are deleted there too and do not come back. Write it down if you want to ask about it.",
		"You do not need to say why. Tell the researcher that you have withdrawn.",
	}, "Go to the start", func() {
		host.Seat(nil, nil) // their text and colours stay until they have read this
		host.Show(NewStart(host, desk))
	})
}
