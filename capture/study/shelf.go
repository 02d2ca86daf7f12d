package study

import (
	"cmp"
	"io/fs"
	"path"
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
	// Refused are the researcher's other files that cannot be used, by path.
	Refused map[string]source.Problems
	files   fs.FS
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
	r := shelfReader{}
	s := &Shelf{Refused: map[string]source.Problems{}, files: Layers(own, ships)}
	r.files = s.files
	mine := Files(own)
	for _, f := range Files(ships) {
		if !slices.Contains(mine, f) {
			r.base = append(r.base, f)
		}
	}
	var studies []string
	for _, f := range mine {
		if strings.HasPrefix(f, "studies/") {
			studies = append(studies, f)
		} else {
			r.base = append(r.base, f)
		}
	}
	if err := r.leaveOut(s, mine); err != nil {
		return nil, err
	}
	s.Library = r.read(s, studies)
	r.ships(s)
	s.sort()
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
		return s.Refused[f] != nil || slices.ContainsFunc(s.Entries, func(e Entry) bool { return e.File == f && !e.Sound() })
	})
}

// shelfReader reads a library in which some files may be at fault.
type shelfReader struct {
	files fs.FS
	base  []string // all but the researcher's studies
}

// leaveOut takes files of the researcher's out of the base that cannot be used.
func (r *shelfReader) leaveOut(s *Shelf, mine []string) error {
	for {
		_, problems := Read(r.files, r.base, form.Known{})
		if problems.Errors() == 0 {
			return nil
		}
		found := false
		for _, p := range problems {
			if p.Severity != source.Error || !slices.Contains(mine, p.File) {
				continue
			}
			found = true
			s.Refused[p.File] = append(s.Refused[p.File], p)
			r.base = slices.DeleteFunc(r.base, func(f string) bool { return f == p.File })
		}
		if !found {
			// A file of theirs breaks one that ships: none of them can be used.
			if !slices.ContainsFunc(r.base, func(f string) bool { return slices.Contains(mine, f) }) {
				return problems.Err()
			}
			for _, f := range mine {
				if slices.Contains(r.base, f) {
					s.Refused[f] = problems
					r.base = slices.DeleteFunc(r.base, func(x string) bool { return x == f })
				}
			}
		}
	}
}

// read reads the researcher's studies with all that is sound, each for itself
// where there is any fault: what is wrong with a study may show in the scenario
// that it uses.
func (r *shelfReader) read(s *Shelf, studies []string) *Library {
	lib, problems := Read(r.files, slices.Concat(r.base, studies), form.Known{})
	if problems.Errors() == 0 {
		for _, f := range studies {
			s.Entries = append(s.Entries, Entry{ID: idOf(lib, f), File: f, Own: true, Study: lib.Studies[idOf(lib, f)]})
		}
		return lib
	}
	sound := slices.Clone(r.base)
	for _, f := range studies {
		with, problems := Read(r.files, slices.Concat(sound, []string{f}), form.Known{})
		e := Entry{ID: strings.TrimSuffix(path.Base(f), ".yaml"), File: f, Own: true}
		for _, st := range with.Studies {
			if st.node.File == f && st.ID != "" {
				e.ID, e.Study = st.ID, st
			}
		}
		content, _ := fs.ReadFile(r.files, f) // read a moment ago
		for _, p := range problems {
			if p.Severity == source.Error {
				e.Faults = append(e.Faults, faultOf(f, content, p))
			}
		}
		if e.Sound() {
			sound = append(sound, f)
		}
		s.Entries = append(s.Entries, e)
	}
	lib, _ = Read(r.files, sound, form.Known{})
	return lib
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

func idOf(lib *Library, file string) string {
	for id, st := range lib.Studies {
		if st.node.File == file {
			return id
		}
	}
	return ""
}

// ships adds the studies that ship.
func (r *shelfReader) ships(s *Shelf) {
	for id, st := range s.Library.Studies {
		if s.Entry(id) == nil {
			s.Entries = append(s.Entries, Entry{ID: id, File: st.node.File, Study: st})
		}
	}
}
