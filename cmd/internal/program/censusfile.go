package program

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/google/uuid"

	"recordwell/capture"
	"recordwell/capture/filing"
	"recordwell/capture/study"
	"recordwell/validation/cin"
	"recordwell/validation/datatype"
	"recordwell/validation/returns"
)

// fileRound is the one round of a study of a file's children.
const fileRound = "file"

// TakenIn says what came of a file of a return.
type TakenIn struct {
	// Study is the id of the study that the records are in.
	Study string
	// Children counts those of the file, Added and Known the records: one for each
	// referral. Known ones were taken in before, and are the same.
	Children, Added, Known int
	// Differ are children whose record was taken in before from a file that said
	// something else: it stays as it was. Twice are those that the file has more
	// than once: only the first is taken in. Both by LAchildID.
	Differ, Twice []string
	// Unnamed counts children without a number. They are left out, because
	// nobody could tell whether they are here already.
	Unnamed int
	// Missing counts, by "Table.Column", values that the records do not hold; Made
	// those that the forms work out and the file has not.
	Missing, Made map[string]int
}

// TakeCensus takes the children of a census file in as finished records, one for
// each referral of a child, in a study of their own: "census-2025-26" for the year
// that the file's reference date ends. Progress hears how many children are done.
func (r *Research) TakeCensus(ctx context.Context, file io.Reader, progress func(done, of int)) (TakenIn, error) {
	x, err := cin.NewReader(file)
	if err != nil {
		return TakenIn{}, err
	}
	end := x.Header().ReferenceDate.Day()
	if end.IsZero() {
		return TakenIn{}, errors.New("the file gives no reference date that can be read, so nobody can tell which year it is of")
	}
	in := newIntake(r, &censusFile)
	if err := in.readCensus(ctx, x); err != nil {
		return in.done, err
	}
	err = in.take(ctx, end, progress)
	return in.done, err
}

// fileKind is what the files of one return have of their own.
type fileKind struct {
	name  string // of the return, as package filing has it
	study string // its id, before the year
	task  string // its id, before the year
	title string // of the study, before the year
	noun  string // what the file is
	years []string
	forms []string // that ask for the return, in the order of a case
	// back are the rows that a record gives back.
	back func(c *filing.Case) ([]returns.Row, error)
}

var censusFile = fileKind{
	name: filing.Census, study: "census-", task: "child", title: "Children of a census file, ", noun: "census file", years: cin.Years(),
	forms: []string{"contact_referral", "child_details", "assessment", "section47", "conference_plan", "protection_review", "cin_plan"},
	back: func(c *filing.Case) ([]returns.Row, error) {
		child, err := c.Child()
		if err != nil || child == nil {
			return nil, err
		}
		return child.Rows(), nil
	},
}

// intake is the children of one file on their way in.
type intake struct {
	*Research
	kind  *fileKind
	done  TakenIn
	seen  map[string]bool // numbers of children
	cases []oneCase
	study *study.Study
	story *study.Scenario
	there map[capture.SessionID]*capture.SessionRow
}

func newIntake(r *Research, kind *fileKind) *intake {
	return &intake{Research: r, kind: kind, done: TakenIn{Missing: map[string]int{}, Made: map[string]int{}}, seen: map[string]bool{}}
}

// oneCase is what becomes one record: one referral of a child, or a child looked
// after. What tells it from others is the same each time the file is read.
type oneCase struct {
	rows  []returns.Row
	child string // its number
	key   string
}

// fresh reports a child that has a number and was not in the file before.
func (in *intake) fresh(id string) bool {
	in.done.Children++
	switch {
	case id == "":
		in.done.Unnamed++
		return false
	case in.seen[id]:
		if !slices.Contains(in.done.Twice, id) {
			in.done.Twice = append(in.done.Twice, id)
		}
		return false
	}
	in.seen[id] = true
	return true
}

func (in *intake) readCensus(ctx context.Context, x *cin.Reader) error {
	for {
		child, err := x.Next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err == nil {
			err = ctx.Err()
		}
		if err != nil {
			return err
		}
		id := child.ID()
		if !in.fresh(id) {
			continue
		}
		same := map[string]int{}
		for _, one := range filing.Referrals(child) {
			key := id
			if len(one.Details) > 0 {
				key += " " + one.Details[0].CINreferralDate.String()
			}
			same[key]++
			in.cases = append(in.cases, oneCase{one.Rows(), id, key + " " + strconv.Itoa(same[key])})
		}
	}
}

// prepare makes the study of the year, or gives the one there is codes for the
// records that are new.
func (in *intake) prepare(ctx context.Context, end datatype.Date) error {
	y, _, _ := end.Civil()
	year := fmt.Sprintf("%04d-%02d", y-1, y%100)
	if !slices.Contains(in.kind.years, year) {
		return fmt.Errorf("the file is of %s, and its rules are not known. They are for %s", year, strings.Join(in.kind.years, ", "))
	}
	id := in.kind.study + year
	in.done.Study = id
	in.there = map[capture.SessionID]*capture.SessionRow{}
	rows, err := in.Store.Sessions(ctx, id)
	if err != nil {
		return err
	}
	for i := range rows {
		in.there[rows[i].ID] = &rows[i]
	}
	fresh := 0
	for _, c := range in.cases {
		if in.there[in.session(c)] == nil {
			fresh++
		}
	}
	s := in.Library().Studies[id]
	if s == nil {
		if s, err = in.newStudy(id, year, end); err != nil {
			return err
		}
	} else if s = s.Clone(); fresh == 0 {
		in.found(s)
		return nil
	}
	codes, err := in.NewCodes(ctx, s, fresh)
	if err != nil {
		return err
	}
	s.Codes = append(s.Codes, codes...)
	if err := in.SaveStudy(s); err != nil {
		return err
	}
	if s = in.Library().Studies[id]; s == nil {
		return fmt.Errorf("the study %s has a fault. Look at it with recordwellctl lint", id)
	}
	in.found(s)
	return nil
}

func (in *intake) found(s *study.Study) {
	in.study, in.story = s, in.Library().Scenarios[s.Rounds[0].Scenarios[0]]
}

// newStudy writes the story that the records belong to, and begins their study from
// the newest there is: what consent promises is a matter of the desk, not of a file.
func (in *intake) newStudy(id, year string, end datatype.Date) (*study.Study, error) {
	path := filepath.Join(in.Store.Dir(), "scenarios", id+".yaml")
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return nil, cannotWrite(filepath.Dir(path), err)
	}
	if err := replaceFile(path, in.kind.story(id, year, end)); err != nil {
		return nil, cannotWrite(path, err)
	}
	if err := in.readShelf(in.Study().ID); err != nil {
		return nil, err
	}
	base := in.Library().Newest()
	s := base.Copy(id, in.kind.title+year, base.Seed+int64(end))
	s.Collection = study.Collection{Return: in.kind.name, Year: year, Start: end.AddYears(-1).AddDays(1), End: end}
	round := study.Round{ID: fileRound, Title: "Children of the file", Open: true, Scenarios: []string{id}, Conditions: base.Rounds[0].Conditions[:1]}
	for _, name := range in.kind.forms {
		f := in.Library().Forms[name]
		if f == nil {
			return nil, fmt.Errorf("the form %s is not there, so there is nowhere to put the answers", name)
		}
		round.Forms = append(round.Forms, capture.FormVersion{Form: f.ID, Version: f.Version})
	}
	s.Rounds = []study.Round{round}
	return s, nil
}

// fileStory is the story of records that have none: it has a day, which is the last
// of the year, and no answers that would be right.
func (k *fileKind) story(id, year string, end datatype.Date) []byte {
	return fmt.Appendf(nil, "scenario: %s\ntitle: A child of a %s, %s\nsummary: A record that was made of a file\ncontent_note: what the file says\n"+
		"today: %s\nvignette: This record was made of a child in a %s. There is no story to it.\n"+
		"tasks:\n  - task: %s_%s\n    title: A child of the file\n    minutes: 5\n    forms: [%s]\nkey:\n  entities: {}\n  answers: {}\n",
		id, k.noun, year, end.String(), k.noun, k.task, year[:4], strings.Join(k.forms, ", "))
}

// session is the id of a case's session, the same each time.
func (in *intake) session(c oneCase) capture.SessionID {
	return capture.SessionID(uuid.NewSHA1(uuid.NameSpaceOID, []byte(in.done.Study+" "+c.key)).String())
}

// take makes the study of the year that ends then, writes each case that is new, and
// compares each that is not.
func (in *intake) take(ctx context.Context, end datatype.Date, progress func(done, of int)) error {
	if err := in.prepare(ctx, end); err != nil {
		return err
	}
	round, task := &in.study.Rounds[0], &in.story.Tasks[0]
	way, err := filing.NewIntake(in.Library(), round, in.story, task, in.kind.name)
	if err != nil {
		return err
	}
	filer := filing.New(in.Library(), in.study, Calendar())
	before, err := in.before(ctx, filer)
	if err != nil {
		return err
	}
	codes := in.freeCodes()
	for i, c := range in.cases {
		if err := ctx.Err(); err != nil {
			return err
		}
		taken := way.Take(c.rows, task.ID, capture.CaseID(in.IDs.New()), in.IDs, in.Clock.Now())
		opened, err := filer.Open(&taken.Submission)
		if err != nil {
			return err
		}
		back, err := in.kind.back(opened)
		if err != nil {
			return err
		}
		id := in.session(c)
		switch rows, known := before[id]; {
		case known && sameRows(rows, back):
			in.done.Known++
		case known:
			in.done.Differ = append(in.done.Differ, c.child)
		default:
			if err := in.write(ctx, id, &codes, taken); err != nil {
				return err
			}
			in.done.Added++
			for _, place := range filing.Missing(c.rows, back) {
				in.done.Missing[place]++
			}
			for _, place := range filing.Missing(back, c.rows) {
				in.done.Made[place]++
			}
		}
		progress(i+1, len(in.cases))
	}
	slices.Sort(in.done.Differ)
	in.done.Differ = slices.Compact(in.done.Differ)
	return nil
}

// before are the rows of the records that are here already.
func (in *intake) before(ctx context.Context, filer *filing.Filer) (map[capture.SessionID][]returns.Row, error) {
	out := map[capture.SessionID][]returns.Row{}
	for sub, err := range in.Store.Submissions(ctx, in.study.ID) {
		if err != nil {
			return nil, err
		}
		c, err := filer.Open(&sub)
		if err != nil {
			return nil, err
		}
		if out[sub.Session], err = in.kind.back(c); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// freeCodes are the study's codes that no session has.
func (in *intake) freeCodes() []string {
	used := map[string]bool{}
	for _, row := range in.there {
		used[row.Code] = true
	}
	return slices.DeleteFunc(slices.Clone(in.study.Codes), func(code string) bool { return used[code] })
}

// write keeps one record. A session that was begun when an earlier attempt stopped
// is gone on with.
func (in *intake) write(ctx context.Context, id capture.SessionID, codes *[]string, taken filing.Taken) error {
	if in.there[id] == nil {
		row := capture.SessionRow{ID: id, Code: (*codes)[0], Study: in.study.ID, Round: fileRound, Started: in.Clock.Now()}
		if err := in.Store.CreateSession(ctx, row); err != nil {
			return err
		}
		*codes = (*codes)[1:]
	}
	status := capture.TaskFinished
	taken.Submission.Session = id
	return in.Store.SaveBatch(ctx, capture.Batch{
		Session: id, Task: taken.Submission.Task, Case: taken.Saved.Case.ID, Entities: taken.Saved.Case.Entities,
		Changes: taken.Saved.Changes, Status: &status, Submission: &taken.Submission,
	})
}

func sameRows(a, b []returns.Row) bool {
	return slices.EqualFunc(a, b, func(x, y returns.Row) bool {
		return x.Table == y.Table && x.Parent == y.Parent && slices.Equal(x.Cells, y.Cells)
	})
}
