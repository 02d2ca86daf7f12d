package research

import (
	"context"
	"time"

	"recordwell/capture"
	"recordwell/capture/form"
	"recordwell/capture/session"
	"recordwell/capture/study"
)

// Studio is where studies are set up. Its calls that touch the disk run off the UI
// goroutine; those without a context are short and are finished even when the
// window closes.
type Studio interface {
	// Shelf is every study that is there, with what is wrong with it; it is not
	// changed once it is given. Study is the one in use.
	Shelf() *study.Shelf
	Study() *study.Study
	// Use opens a study on this computer.
	Use(id string) error
	// NewStudy begins one from another, copied with all but its codes, or without
	// what consent promises too. It returns its id.
	NewStudy(from, title string, copied bool) (id string, err error)
	// SaveStudy writes a study as it is, finished or not.
	SaveStudy(s *study.Study) error
	// RemoveStudy puts a study's file aside.
	RemoveStudy(id string) error
	// StudyFile is where a study is kept; "" for one that comes with the program.
	StudyFile(id string) string

	// CopyStory makes a scenario that can be changed from another one, with another
	// title. It returns its id. SaveStory writes one as it is, finished or not.
	CopyStory(from, title string) (id string, err error)
	SaveStory(d *study.Draft) error
	// StoryUsed is how many people have taken part with a scenario: then it stays.
	StoryUsed(ctx context.Context, id string) (people int, err error)

	// Sessions are those of a study, in the order they began. Where results of several
	// computers came together, a code may stand for two.
	Sessions(ctx context.Context, id string) ([]capture.SessionRow, error)
	// NewCodes makes n codes that nobody has.
	NewCodes(ctx context.Context, s *study.Study, n int) ([]string, error)
	// SaveSlips writes a page of codes to print into a folder, and returns the names
	// of the files.
	SaveSlips(dir string, s *study.Study, codes []string) ([]string, error)

	// ImportForm takes a copy of a form's file; the error may be source.Problems.
	ImportForm(name string) (*form.Definition, error)

	// TryStudy and TryScenario begin a session that is handed to a journal of ours.
	TryStudy(id, round string, condition int, j session.Journal) (*session.Session, error)
	TryScenario(id string, j session.Journal) (*session.Session, error)

	// FindPerson tells what there is of the person with a code: capture.ErrBadCode,
	// capture.ErrNotFound. Withdraw deletes it all and returns when.
	FindPerson(ctx context.Context, code string) (capture.Held, error)
	Withdraw(ctx context.Context, id capture.SessionID) (time.Time, error)
}
