package cin

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"recordwell/validation"
	"recordwell/validation/datatype"
	"recordwell/validation/returns"
)

// Census is the children in need census as a statutory return.
type Census struct {
	// Calendar is for the rules that count working days.
	Calendar *datatype.Workdays
}

var _ returns.Return = Census{}

// Name is the word on the command line.
func (Census) Name() string { return "cin" }

// Title is the name that people know.
func (Census) Title() string { return "Children in need census" }

// Years lists the collection years whose rules are known.
func (Census) Years() []string { return Years() }

// Info describes every rule of every year.
func (Census) Info() []validation.Info { return Rules() }

// sexSince is the first year whose rules are those of the newest year: Sex took
// the place of GenderCurrent.
const sexSince = "2024-25"

// Check reads one XML file or one tables file and checks it; see
// [returns.Return]. Which of the two it is shows in its first character.
func (c Census) Check(ctx context.Context, files []string, opts returns.Options, emit func(validation.Issue)) (returns.Summary, error) {
	if len(files) != 1 {
		return returns.Summary{}, fmt.Errorf("a children in need return is one file, and %d were given", len(files))
	}
	f, err := os.Open(files[0])
	if err != nil {
		return returns.Summary{}, err
	}
	defer f.Close() //nolint:errcheck // only read from
	var size int64
	if info, err := f.Stat(); err == nil {
		size = info.Size()
	}
	summary, err := c.CheckReader(ctx, &watched{ctx: ctx, r: f, total: size, progress: opts.Progress}, opts, emit)
	if err != nil && !errors.Is(err, context.Canceled) {
		err = fmt.Errorf("%s: %w", files[0], err)
	}
	return summary, err
}

// CheckReader is Check on data that is already open.
func (c Census) CheckReader(ctx context.Context, r io.Reader, opts returns.Options, emit func(validation.Issue)) (returns.Summary, error) {
	br := bufio.NewReader(r)
	if isJSON(br) {
		return c.checkTables(ctx, br, opts, emit)
	}
	xml, err := NewReader(br)
	if err != nil {
		return returns.Summary{}, err
	}
	summary, err := c.check(ctx, []Header{*xml.Header()}, xml.Header().ReferenceDate, nil, xml, opts, emit)
	summary.Remarks = append(summary.Remarks, xml.Remarks()...)
	return summary, err
}

func (c Census) checkTables(ctx context.Context, r io.Reader, opts returns.Options, emit func(validation.Issue)) (returns.Summary, error) {
	t, err := ReadTables(r)
	if err != nil {
		return returns.Summary{}, err
	}
	summary, err := c.check(ctx, t.Headers, t.Reference, t.Columns, FromMemory(t.Children), opts, emit)
	summary.Remarks = append(summary.Remarks, t.Remarks...)
	return summary, err
}

func (c Census) check(ctx context.Context, headers []Header, reference Date, columns map[string]bool, src Source, opts returns.Options, emit func(validation.Issue)) (returns.Summary, error) {
	summary := returns.Summary{Year: opts.Year}
	if summary.Year == "" {
		summary.Year = Years()[len(Years())-1]
		if own := collectionYear(reference); own != "" && own < sexSince {
			summary.Remarks = append(summary.Remarks, fmt.Sprintf(
				"the reference date is of %s, and the rules of %s were used. Another year can be asked for: %s", own, summary.Year, strings.Join(Years(), ", ")))
		}
	}
	checker, err := NewChecker(Config{Year: summary.Year, Reference: reference, Codes: opts.Rules, Calendar: c.Calendar, Columns: columns})
	if err != nil {
		return summary, err
	}
	summary.RulesRun, summary.NotChecked = checker.RulesRun(), checker.NotChecked()
	if opts.Started != nil {
		opts.Started(summary.Year)
	}
	count := func(i validation.Issue) {
		summary.Findings++
		emit(i)
	}
	for i := range headers {
		for _, issue := range checker.CheckHeader(&headers[i]) {
			issue.Group = i
			count(issue)
		}
	}
	summary.Children, err = checker.Run(ctx, src, count)
	return summary, err
}

// isJSON looks past a byte order mark and spaces.
func isJSON(br *bufio.Reader) bool {
	head, _ := br.Peek(512)
	if rest, ok := bytes.CutPrefix(head, []byte("\xEF\xBB\xBF")); ok && isJSONStart(rest) {
		_, _ = br.Discard(3)
		return true
	}
	return isJSONStart(head)
}

func isJSONStart(b []byte) bool {
	b = bytes.TrimLeft(b, " \t\r\n")
	return len(b) > 0 && b[0] == '{'
}

// watched tells how much was read, and stops reading when the context ends.
type watched struct {
	ctx         context.Context
	r           io.Reader
	done, total int64
	progress    func(done, total int64)
}

func (w *watched) Read(p []byte) (int, error) {
	if err := w.ctx.Err(); err != nil {
		return 0, err
	}
	n, err := w.r.Read(p)
	w.done += int64(n)
	if w.progress != nil {
		w.progress(w.done, w.total)
	}
	return n, err
}
