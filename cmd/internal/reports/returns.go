package reports

import (
	"context"
	"fmt"
	"io"
	"maps"
	"slices"

	"recordwell/capture"
	"recordwell/capture/export"
	"recordwell/capture/filing"
	"recordwell/capture/sqlite"
	"recordwell/validation/cin"
	"recordwell/validation/datatype"
	"recordwell/validation/returns"
	"recordwell/validation/ssda903"
)

// Filing is what the files of a return need besides the records.
type Filing struct {
	Request
	// Authority is the code of the local authority in the header; may be empty.
	Authority string
	Calendar  *datatype.Workdays
}

// WriteCensus writes a study's finished records as one file of the children in
// need census, with the reasons for queries beside it, into a folder that it makes.
// It returns the names of the files, and a sentence for each kind of record that
// is left out.
func WriteCensus(ctx context.Context, r *sqlite.Reader, q Filing, dir string) (names, left []string, err error) {
	const name = "cin.xml"
	var children []*cin.Child
	filed, left, err := q.each(ctx, r, filing.Census, func(c *filing.Case, f *export.Filed) (bool, error) {
		child, err := c.Child()
		if child == nil || err != nil {
			return false, err
		}
		children = append(children, child)
		f.File, f.Position, f.Child = name, len(children), child.ID()
		return true, nil
	})
	if err != nil {
		return nil, nil, err
	}
	head := cin.Header{
		Collection: cin.NewText("CIN"), ReferenceDate: cin.NewDate(q.Study.Collection.End), SourceLevel: cin.NewText("L"),
		SoftwareCode: cin.NewText("Recordwell"), Release: cin.NewText(q.Program), SerialNo: cin.NewText("001"),
		DateTime: cin.NewText(q.Made.UTC().Format("2006-01-02T15:04:05")),
	}
	if q.Authority != "" {
		head.LEA = cin.NewText(q.Authority)
	}
	year, _, _ := q.Study.Collection.End.Civil()
	head.Year = cin.NewText(fmt.Sprint(year))
	names, err = writeAll(dir, append([]file{{name: name, write: func(w io.Writer) error { return census(ctx, w, &head, children) }}}, besides(filing.Census, filed)...))
	return names, left, err
}

func census(ctx context.Context, w io.Writer, head *cin.Header, children []*cin.Child) error {
	x, err := cin.NewWriter(w, head)
	if err != nil {
		return err
	}
	for _, child := range children {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := x.Write(child); err != nil {
			return err
		}
	}
	return x.Close()
}

// WriteLookedAfter writes the children looked after among a study's finished
// records as CSV files of SSDA903, likewise. Rows of that return belong to a child
// by its number, so a further record about the same child goes into a folder of
// its own: ssda903, ssda903-2 …
func WriteLookedAfter(ctx context.Context, r *sqlite.Reader, q Filing, dir string) (names, left []string, err error) {
	var folders []*care
	filed, left, err := q.each(ctx, r, filing.LookedAfter, func(c *filing.Case, f *export.Filed) (bool, error) {
		rows := c.CareRows()
		if rows == nil {
			return false, nil
		}
		f.Child = rows[0].Value("CHILD")
		var in *care
		for _, folder := range folders {
			if !folder.has[f.Child] {
				in = folder
				break
			}
		}
		if in == nil {
			in = &care{name: filing.LookedAfter, has: map[string]bool{}, tables: map[string]bool{}}
			if len(folders) > 0 {
				in.name = fmt.Sprintf("%s-%d", filing.LookedAfter, len(folders)+1)
			}
			folders = append(folders, in)
		}
		in.add(f.Child, rows, c.Tables(filing.LookedAfter))
		f.File, f.Position = in.name, len(in.has)
		return true, nil
	})
	if err != nil {
		return nil, nil, err
	}
	var files []file
	for _, folder := range folders {
		more, err := folder.files(ctx)
		if err != nil {
			return nil, nil, err
		}
		files = append(files, more...)
	}
	names, err = writeAll(dir, append(files, besides(filing.LookedAfter, filed)...))
	return names, left, err
}

// care is one return of children looked after.
type care struct {
	name   string
	has    map[string]bool // numbers of children
	tables map[string]bool // that somebody was asked for
	rows   []returns.Row
}

func (c *care) add(child string, rows []returns.Row, tables []string) {
	c.has[child] = true
	for _, t := range tables {
		c.tables[t] = true
	}
	for _, row := range rows {
		row.Number = len(c.rows) // the order of the file
		c.rows = append(c.rows, row)
	}
}

func (c *care) files(ctx context.Context) (files []file, err error) {
	full, err := ssda903.FromRows(c.rows, nil)
	if err != nil {
		return nil, err
	}
	for _, t := range ssda903.Model() {
		table, name, ok := ssda903.FileOf(t.Name)
		if !ok || !c.tables[t.Name] {
			continue
		}
		files = append(files, file{name: c.name + "/" + name, write: func(w io.Writer) error {
			if err := ctx.Err(); err != nil {
				return err
			}
			return full.WriteCSV(w, table)
		}})
	}
	return files, nil
}

// besides are the tables about the records in a return, with their dictionary.
func besides(name string, filed []export.Filed) []file {
	tables := []export.Table{export.FiledCases(name, filed), export.FiledReasons(name, filed)}
	dictionary := export.Dictionary(tables)
	dictionary.Name = name + "-dictionary"
	return []file{tableFile(tables[0]), tableFile(tables[1]), tableFile(dictionary)}
}

// each opens the finished records of the request and hands them to file, which
// says whether the record belongs in the return.
func (q Filing) each(ctx context.Context, r *sqlite.Reader, name string, into func(*filing.Case, *export.Filed) (bool, error)) (filed []export.Filed, left []string, err error) {
	if q.Study.Collection.Return == "" {
		return nil, nil, fmt.Errorf("the study %s belongs to no collection, so there is no return to write", q.Study.ID)
	}
	reading, sessions, err := stateOf(ctx, r, q.Request)
	if err != nil {
		return nil, nil, err
	}
	defer reading.Close()
	people := map[capture.SessionID]int{}
	for i := range sessions {
		people[sessions[i].ID] = i
	}
	cases := filing.New(q.Library, q.Study, q.Calendar)
	why, none := map[string]int{}, 0
	for sub, err := range reading.Submissions(ctx, q.Study.ID) {
		if err != nil {
			return nil, nil, err
		}
		n, ok := people[sub.Session]
		if !ok || q.Round != "" && sessions[n].Round != q.Round {
			continue
		}
		if q.Progress != nil {
			q.Progress(int64(n), int64(len(sessions)))
		}
		c, err := cases.Open(&sub)
		if err != nil {
			why[err.Error()]++
			continue
		}
		f := export.Filed{Submission: &sub, Session: &sessions[n], Person: n + 1, Tally: c.Tally(name), Explained: c.Explained(name)}
		belongs, err := into(c, &f)
		if err != nil {
			return nil, nil, err
		}
		if !belongs {
			none++
			continue
		}
		f.Submission = &capture.Submission{Session: sub.Session, Task: sub.Task, Case: capture.Case{ID: sub.Case.ID}, Simulated: sub.Simulated}
		filed = append(filed, f)
	}
	return filed, leftOut(why, none), nil
}

// leftOut says which records are in no file, and why.
func leftOut(why map[string]int, none int) (out []string) {
	for _, reason := range slices.Sorted(maps.Keys(why)) {
		out = append(out, fmt.Sprintf("%s left out: %s", records(why[reason]), reason))
	}
	if none > 0 {
		out = append(out, fmt.Sprintf("%s left out: their forms ask nothing that this return holds, or the child is not in it", records(none)))
	}
	return out
}

func records(n int) string {
	if n == 1 {
		return "1 record is"
	}
	return fmt.Sprintf("%d records are", n)
}
