package study

import (
	"maps"
	"path"
	"slices"
	"strings"

	"recordwell/capture/form/source"
)

// With returns a shelf on which one study of the researcher's is what this content
// says, without reading all the rest again. This shelf stays as it is.
func (s *Shelf) With(file string, content []byte) *Shelf {
	out := &Shelf{Refused: s.Refused, Stories: s.Stories, hidden: s.hidden, files: s.files}
	out.Library = &Library{Forms: s.Library.Forms, Scenarios: map[string]*Scenario{}, Studies: maps.Clone(s.Library.Studies), versions: s.Library.versions}
	for id, scenario := range s.Library.Scenarios {
		out.Library.Scenarios[id] = scenario.apart()
	}
	e := Entry{ID: strings.TrimSuffix(path.Base(file), ".yaml"), File: file, Own: true}
	for _, old := range s.Entries {
		if old.File != file {
			out.Entries = append(out.Entries, old)
			continue
		}
		e.ID = old.ID
		if old.Sound() {
			delete(out.Library.Studies, old.ID)
		}
	}
	r := &reading{Library: out.Library, rounds: map[string]bool{}, unfinished: s.unfinished()}
	root, problems := source.Parse(file, content)
	r.Problems = problems
	if root != nil && root.Get("study") == nil {
		r.Errorf(root, "The file is not a study. Its first key is %q", "study")
	} else if root != nil {
		st := readStudy(root, &r.Problems)
		if other := out.Entry(st.ID); other != nil {
			r.Errorf(root, "The study %q stands in %s too", st.ID, other.File)
			e.ID = strings.TrimSuffix(path.Base(file), ".yaml")
		} else if st.ID != "" {
			e.ID, e.Study = st.ID, st
		}
		r.checkStudy(st)
	}
	for _, p := range r.Sorted() {
		if p.Severity == source.Error {
			e.Faults = append(e.Faults, faultOf(file, content, p))
		}
	}
	if e.Sound() {
		out.Library.Studies[e.ID] = e.Study
	}
	out.Entries = append(out.Entries, e)
	out.sort()
	return out
}

// apart returns a scenario that can be checked again while others read this one.
func (s *Scenario) apart() *Scenario {
	out := *s
	out.Key.Cells, out.Known = slices.Clone(s.Key.Cells), slices.Clone(s.Known)
	out.Tasks = slices.Clone(s.Tasks)
	for i := range out.Tasks {
		out.Tasks[i].Success = slices.Clone(out.Tasks[i].Success)
	}
	return &out
}
