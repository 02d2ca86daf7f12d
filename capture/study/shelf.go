package study

import (
	"cmp"
	"io/fs"
	"slices"
	"strings"

	"recordwell/capture/form"
	"recordwell/capture/form/source"
)

// Shelf is all there is to work with: what ships, and the researcher's own files
// over it. A file of their own that has a fault is left out of the library and
// kept with what is wrong, so that it can be put right; it never stops the rest.
type Shelf struct {
	Library *Library
	// Entries are the studies, by title.
	Entries []Entry
	// Stories are the scenarios, by id: those of the library, and the researcher's
	// own that have something to put right.
	Stories []Story
	// Refused are the researcher's other files that cannot be used, by path.
	Refused map[string]source.Problems
	// hidden are those of the refused files for which one that ships is read instead.
	hidden map[string]bool
	files  fs.FS
}

// Entry is one study on the shelf.
type Entry struct {
	ID, File string
	Own      bool // a file of the researcher's, which can be changed
	// Study may be half finished; nil when its file is not YAML that can be read.
	Study *Study
	// Faults are what keeps it from being opened for participants; none when sound.
	Faults []Fault
}

// Sound reports whether people can take part.
func (e *Entry) Sound() bool { return len(e.Faults) == 0 }

// Fault is one thing that is wrong with a study.
type Fault struct {
	// Path says which part: "title", "rounds/0/forms"; "" is the whole file.
	Path  string
	Words string
}

// ReadShelf reads what ships and the researcher's own files. Only a fault in what
// ships is an error.
func ReadShelf(own, ships fs.FS) (*Shelf, error) {
	s := &Shelf{Refused: map[string]source.Problems{}, hidden: map[string]bool{}}
	s.files = Layers(without{own, s.hidden}, ships)
	mine := Files(own)
	var base, studies []string
	for _, f := range Files(ships) {
		if !slices.Contains(mine, f) {
			base = append(base, f)
		}
	}
	for _, f := range mine {
		if strings.HasPrefix(f, "studies/") {
			studies = append(studies, f)
		} else {
			base = append(base, f)
		}
	}
	if err := s.read(base, mine, ships); err != nil {
		return nil, err
	}
	for i := range s.Stories {
		st := &s.Stories[i]
		_, err := fs.Stat(ships, st.File)
		st.Own = err != nil && slices.Contains(mine, st.File)
	}
	for id, st := range s.Library.Studies {
		s.Entries = append(s.Entries, Entry{ID: id, File: st.node.File, Study: st})
	}
	s.sort()
	for _, f := range studies {
		content, err := fs.ReadFile(s.files, f)
		if err != nil {
			content = nil // said of a file without anything in it
		}
		s = s.With(f, content)
	}
	return s, nil
}

func (s *Shelf) sort() {
	slices.SortFunc(s.Entries, func(a, b Entry) int {
		return cmp.Or(cmp.Compare(strings.ToLower(a.title()), strings.ToLower(b.title())), cmp.Compare(a.File, b.File))
	})
}

func (e *Entry) title() string {
	if e.Study != nil {
		return e.Study.Title
	}
	return e.ID
}

// Entry returns a study by its id, or nil.
func (s *Shelf) Entry(id string) *Entry {
	for i := range s.Entries {
		if s.Entries[i].ID == id {
			return &s.Entries[i]
		}
	}
	return nil
}

// Files is where everything on the shelf was read from.
func (s *Shelf) Files() fs.FS { return s.files }

// Usable are the paths of the files that the library is made of.
func (s *Shelf) Usable() []string {
	return slices.DeleteFunc(Files(s.files), func(f string) bool {
		return s.Refused[f] != nil && !s.hidden[f] || slices.ContainsFunc(s.Entries, func(e Entry) bool { return e.File == f && !e.Sound() })
	})
}

// read reads everything but the researcher's studies, and leaves out those files
// of theirs that cannot be used. Where a file that ships has the same path, it is read
// instead.
func (s *Shelf) read(base, mine []string, ships fs.FS) error {
	for {
		lib, problems := Read(s.files, base, form.Known{})
		if problems.Errors() == 0 {
			s.Library = lib
			s.tellStories(problems)
			return nil
		}
		bad := map[string]bool{}
		for _, p := range problems {
			if p.Severity == source.Error && slices.Contains(mine, p.File) {
				bad[p.File] = true
				s.Refused[p.File] = append(s.Refused[p.File], p)
			}
		}
		if len(bad) == 0 { // what breaks a file that ships may be one of theirs: none is used
			for _, f := range mine {
				if slices.Contains(base, f) {
					bad[f] = true
					s.Refused[f] = problems
				}
			}
		}
		if len(bad) == 0 {
			return problems.Err()
		}
		for f := range bad {
			if _, err := fs.Stat(ships, f); err == nil {
				s.hidden[f] = true
				delete(bad, f)
				mine = slices.DeleteFunc(slices.Clone(mine), func(m string) bool { return m == f })
				continue
			}
			s.refuseStory(lib, f, problems)
		}
		base = slices.DeleteFunc(base, func(f string) bool { return bad[f] })
	}
}

// faultOf says where in the study's own file a problem is; one that shows in
// another file is about the rounds, which name it.
func faultOf(file string, content []byte, p source.Problem) Fault {
	words := p.Message
	if p.Suggestion != "" {
		words += ". Did you mean “" + p.Suggestion + "”?"
	}
	if p.File != file {
		return Fault{"rounds", words}
	}
	return Fault{Locate(content, p), words}
}
