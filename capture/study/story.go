package study

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"recordwell/capture/form/source"
)

// Story is one scenario on the shelf.
type Story struct {
	ID, File string
	Own      bool // a file of the researcher's, which can be changed
	// Scenario is as far as it could be read; nil when its file is not YAML that can
	// be read.
	Scenario *Scenario
	// Faults keep it from being used; Doubts are worth a second look.
	Faults, Doubts []Fault
}

// Title is the scenario's title, or its id where it has none.
func (s *Story) Title() string {
	if s.Scenario != nil && s.Scenario.Title != "" {
		return s.Scenario.Title
	}
	return s.ID
}

// Story returns a scenario by its id, or nil.
func (s *Shelf) Story(id string) *Story {
	for i := range s.Stories {
		if s.Stories[i].ID == id {
			return &s.Stories[i]
		}
	}
	return nil
}

// Open reports whether people can get a scenario: it is in an open round of a study
// without faults.
func (s *Shelf) Open(id string) bool {
	return slices.ContainsFunc(s.Entries, func(e Entry) bool {
		return e.Sound() && slices.ContainsFunc(e.Study.Rounds, func(r Round) bool { return r.Open && slices.Contains(r.Scenarios, id) })
	})
}

// Draft reads the file of a scenario, to be copied or changed.
func (s *Shelf) Draft(id string) (*Draft, error) {
	st := s.Story(id)
	if st == nil {
		return nil, fs.ErrNotExist
	}
	content, err := fs.ReadFile(s.files, st.File)
	if err != nil {
		return nil, err
	}
	return ReadDraft(content)
}

func stem(file string) string { return strings.TrimSuffix(path.Base(file), ".yaml") }

// Trial returns a library in which a scenario can be tried, though it may have faults:
// its forms have to be there, and its date.
func (s *Shelf) Trial(id string) (*Library, error) {
	if s.Library.Scenarios[id] != nil {
		return s.Library, nil
	}
	st := s.Story(id)
	switch {
	case st == nil:
		return nil, errors.New("there is no such scenario. Choose another")
	case st.Scenario == nil || len(st.Scenario.Tasks) == 0:
		return nil, errors.New("the file of the scenario cannot be read. Put it right with a text editor")
	case st.Scenario.Today.IsZero():
		return nil, errors.New("the scenario has no story date yet. Enter it first")
	}
	for _, t := range st.Scenario.Tasks {
		for _, f := range slices.Concat(t.Forms, t.Background) {
			if s.Library.Forms[f] == nil {
				return nil, fmt.Errorf("the form “%s” is not here. Import it first", f)
			}
		}
	}
	out := *s.Library
	out.Scenarios = maps.Clone(out.Scenarios)
	out.Scenarios[id] = st.Scenario
	return &out, nil
}

// tellStories adds the scenarios of the library, with what is worth a second look.
func (s *Shelf) tellStories(problems source.Problems) {
	for i := range s.Stories {
		if st := &s.Stories[i]; s.Library.Scenarios[st.ID] != nil {
			st.ID = stem(st.File) // the name belongs to another file
		}
	}
	for id, scenario := range s.Library.Scenarios {
		st := Story{ID: id, File: scenario.File(), Scenario: scenario}
		st.tell(s.files, problems)
		s.Stories = append(s.Stories, st)
	}
	slices.SortFunc(s.Stories, func(a, b Story) int {
		return cmp.Or(cmp.Compare(a.ID, b.ID), cmp.Compare(a.File, b.File))
	})
}

// refuseStory keeps a scenario's file that the library leaves out.
func (s *Shelf) refuseStory(lib *Library, file string, problems source.Problems) {
	if !strings.HasPrefix(file, "scenarios/") {
		return
	}
	st := Story{ID: stem(file), File: file}
	content, _ := fs.ReadFile(s.files, file) // one that cannot be read is told as a problem
	if root, _ := source.Parse(file, content); root != nil && root.Get("scenario") != nil {
		var found source.Problems
		st.Scenario = readScenario(root, &found)
		st.ID = cmp.Or(st.Scenario.ID, st.ID)
		if checked := lib.Scenarios[st.ID]; checked != nil && checked.File() == file {
			st.Scenario = checked // its key has ids for questions
		}
	}
	st.tell(s.files, problems)
	if len(st.Faults) == 0 { // what is wrong shows in another file
		st.Faults = []Fault{{"", problems[0].Message}}
	}
	s.Stories = append(s.Stories, st)
}

// tell takes over what was found in the scenario's file.
func (s *Story) tell(files fs.FS, problems source.Problems) {
	var content []byte
	for _, p := range problems {
		if p.File != s.File {
			continue
		}
		if content == nil {
			content, _ = fs.ReadFile(files, s.File)
		}
		if f := faultOf(s.File, content, p); p.Severity == source.Error {
			s.Faults = append(s.Faults, f)
		} else {
			s.Doubts = append(s.Doubts, f)
		}
	}
}

// unfinished are the titles of the scenarios that cannot be used yet, by id.
func (s *Shelf) unfinished() map[string]string {
	out := map[string]string{}
	for i := range s.Stories {
		if st := &s.Stories[i]; len(st.Faults) > 0 {
			out[st.ID] = st.Title()
		}
	}
	return out
}
