package study

import (
	"cmp"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strconv"
	"strings"
	"sync"

	"recordwell/capture"
	"recordwell/capture/form"
	"recordwell/capture/form/source"
)

// Library gives the forms and scenarios that a study names.
type Library struct {
	// Forms holds the newest version of each form, by id.
	Forms     map[string]*form.Definition
	Scenarios map[string]*Scenario
	Studies   map[string]*Study

	versions []*form.Definition
}

// Version returns one version of a form, or nil.
func (l *Library) Version(v capture.FormVersion) *form.Definition {
	for _, d := range l.versions {
		if d.ID == v.Form && d.Version == v.Version {
			return d
		}
	}
	return nil
}

// Versions returns every version of every form, in the order of their files.
func (l *Library) Versions() []*form.Definition { return l.versions }

// Newest returns the study whose data are kept longest, or nil: the one to open
// when nobody says which.
func (l *Library) Newest() *Study {
	var newest *Study
	for _, id := range slices.Sorted(maps.Keys(l.Studies)) {
		if s := l.Studies[id]; newest == nil || s.Retention >= newest.Retention {
			newest = s
		}
	}
	return newest
}

// Folders hold the files of a library, below its root.
var Folders = []string{"codesets", "forms", "scenarios", "studies"}

// Files returns the YAML files of a library in order.
func Files(fsys fs.FS) []string {
	var out []string
	for _, folder := range Folders {
		found, _ := fs.Glob(fsys, folder+"/*.yaml") // errs on the pattern only
		out = append(out, found...)
	}
	return out
}

// Load reads and checks a library: every file of its folders. The error is a
// [source.Problems] with what makes it unusable.
func Load(fsys fs.FS) (*Library, error) {
	l, problems := Read(fsys, Files(fsys), form.Known{})
	if err := problems.Err(); err != nil {
		return nil, err
	}
	return l, nil
}

// Read reads and checks the given files as one library and reports everything,
// warnings too. What a file is its first key says: form, codeset, scenario or
// study.
func Read(fsys fs.FS, files []string, known form.Known) (*Library, source.Problems) {
	r := &reading{
		Library: &Library{Forms: map[string]*form.Definition{}, Scenarios: map[string]*Scenario{}, Studies: map[string]*Study{}},
		known:   known, rounds: map[string]bool{},
	}
	parsed := source.NewFiles(fsys)
	parse(parsed, files)
	for _, file := range files {
		r.file(parsed, file)
	}
	r.checkForms()
	for _, id := range slices.Sorted(maps.Keys(r.Studies)) {
		r.checkStudy(r.Studies[id])
	}
	for _, id := range slices.Sorted(maps.Keys(r.Scenarios)) {
		if s := r.Scenarios[id]; !r.rounds[id] {
			r.checkScenario(s, func(id string) *form.Definition { return r.Forms[id] })
		}
	}
	for _, id := range slices.Sorted(maps.Keys(r.Scenarios)) {
		r.checkSiblings(r.Scenarios[id])
	}
	return r.Library, r.Sorted()
}

// reading is a library while its files are read and checked.
type reading struct {
	*Library
	source.Problems
	known form.Known
	// rounds has the scenarios that a round uses: they are checked with the
	// round's versions of the forms.
	rounds map[string]bool
	broken map[string]bool // forms that cannot be used
	linked map[string]*form.Set
	// unfinished are the titles of scenarios that are there and cannot be used yet.
	unfinished map[string]string
}

// parse reads all paths at the same time: that is most of what a start waits for.
func parse(files *source.Files, paths []string) {
	var reading sync.WaitGroup
	for _, path := range paths {
		reading.Go(func() { files.Read(path) })
	}
	reading.Wait()
}

func (r *reading) file(files *source.Files, file string) {
	root, problems := files.Read(file)
	if root == nil {
		r.Problems = append(r.Problems, problems...)
		return
	}
	kind := ""
	for _, key := range []string{"form", "codeset", "scenario", "study"} {
		if root.Get(key) != nil {
			kind = key
			break
		}
	}
	switch kind {
	case "form":
		d, problems := form.ReadFrom(files, file)
		r.Problems = append(r.Problems, problems...)
		r.Problems = append(r.Problems, d.Check(r.known)...)
		r.addForm(d, root, problems.Errors() > 0)
	case "codeset":
		r.Problems = append(r.Problems, form.CheckCodeset(files, file)...)
	case "scenario":
		r.Problems = append(r.Problems, problems...)
		s := readScenario(root, &r.Problems)
		if other := r.Scenarios[s.ID]; other != nil {
			r.Errorf(root, "The scenario %q stands in %s too", s.ID, other.node.File)
		}
		r.Scenarios[s.ID] = s
	case "study":
		r.Problems = append(r.Problems, problems...)
		s := readStudy(root, &r.Problems)
		if other := r.Studies[s.ID]; other != nil {
			r.Errorf(root, "The study %q stands in %s too", s.ID, other.node.File)
		}
		r.Studies[s.ID] = s
	default:
		r.Errorf(root, "The file is neither a form, a codeset, a scenario nor a study. One of these is its first key")
	}
}

func (r *reading) addForm(d *form.Definition, root *source.Node, broken bool) {
	if r.Version(capture.FormVersion{Form: d.ID, Version: d.Version}) != nil {
		r.Errorf(root, "Version %s of the form %q stands in another file too", d.Version, d.ID)
		return
	}
	if broken {
		if r.broken == nil {
			r.broken = make(map[string]bool)
		}
		r.broken[d.ID] = true
	}
	r.versions = append(r.versions, d)
	if newest := r.Forms[d.ID]; newest == nil || LaterVersion(d.Version, newest.Version) {
		r.Forms[d.ID] = d
	}
}

// LaterVersion reports whether version a of a form comes after b: by number where
// both are numbers.
func LaterVersion(a, b string) bool {
	x, errX := strconv.Atoi(a)
	y, errY := strconv.Atoi(b)
	if errX == nil && errY == nil {
		return x > y
	}
	return cmp.Compare(a, b) > 0
}

// checkForms links the forms that no task uses with all others, so that names of
// other forms mean something.
func (r *reading) checkForms() {
	used := make(map[string]bool)
	for _, s := range r.Scenarios {
		for _, t := range s.Tasks {
			for _, id := range slices.Concat(t.Forms, t.Background) {
				used[id] = true
			}
		}
	}
	for _, id := range slices.Sorted(maps.Keys(r.Forms)) {
		if used[id] || len(r.broken) > 0 {
			continue
		}
		all := []*form.Definition{r.Forms[id]}
		for _, other := range slices.Sorted(maps.Keys(r.Forms)) {
			if other != id {
				all = append(all, r.Forms[other])
			}
		}
		set, err := form.Link(all...)
		if err != nil {
			r.addOf(all[0], err)
			continue
		}
		r.addOf(all[0], set.Check())
	}
}

// addOf adds the problems of an error that are about one form.
func (r *reading) addOf(d *form.Definition, err error) {
	problems, _ := err.(source.Problems)
	for _, p := range problems {
		if p.File == d.File() {
			r.Problems = append(r.Problems, p)
		}
	}
}

// link joins the forms of a task, and checks them together.
func (r *reading) link(t *Task, version func(id string) *form.Definition) *form.Set {
	var defs []*form.Definition
	places := slices.Concat(t.forms, t.background)
	for i, id := range slices.Concat(t.Forms, t.Background) {
		d := version(id)
		switch {
		case r.Forms[id] == nil:
			r.Unknown(places[i], id, slices.Sorted(maps.Keys(r.Forms)), "There is no form %q", id)
			return nil
		case d == nil:
			r.Errorf(places[i], "A round that uses this task does not have the form %q", id)
			return nil
		case slices.Contains(defs, d):
			r.Errorf(places[i], "The task names the form %q twice", id)
			return nil
		case r.broken[id]:
			return nil
		}
		defs = append(defs, d)
	}
	return r.linkOnce(defs[:len(t.Forms)], defs[len(t.Forms):])
}

// linkOnce joins forms, and reports what is wrong with them when they are met for
// the first time: many tasks have the same.
func (r *reading) linkOnce(forms, background []*form.Definition) *form.Set {
	var name strings.Builder
	for _, d := range forms {
		fmt.Fprintf(&name, "%q %q ", d.ID, d.Version)
	}
	for _, d := range background {
		fmt.Fprintf(&name, "behind %q %q ", d.ID, d.Version)
	}
	set, done := r.linked[name.String()]
	if done {
		return set
	}
	set, err := form.LinkTask(forms, background)
	if err != nil {
		problems, _ := err.(source.Problems)
		r.Problems = append(r.Problems, problems...)
	} else {
		r.Problems = append(r.Problems, set.Check()...)
	}
	if r.linked == nil {
		r.linked = make(map[string]*form.Set)
	}
	r.linked[name.String()] = set
	return set
}

func (r *reading) checkStudy(s *Study) {
	for i := range s.Rounds {
		round := &s.Rounds[i]
		versions := make(map[string]*form.Definition)
		for j := range round.Forms {
			v := &round.Forms[j]
			place := round.node.Get("forms").Items[j]
			d := r.Version(*v)
			switch {
			case d == nil && r.Forms[v.Form] != nil:
				r.Errorf(place, "The form %s has no version %q. The newest is %q", v.Form, v.Version, r.Forms[v.Form].Version)
			case d == nil:
				r.Unknown(place, v.Form, slices.Sorted(maps.Keys(r.Forms)), "There is no form %q", v.Form)
			case v.Hash != "" && v.Hash != d.Hash:
				r.Errorf(place, "The form %s was changed after it was locked. Give the change a new version. The hash is now %s", v.Form, d.Hash)
			default:
				v.Hash = d.Hash
				versions[v.Form] = d
			}
		}
		r.checkRound(s, round, func(id string) *form.Definition { return versions[id] })
	}
}

func (r *reading) checkRound(s *Study, round *Round, version func(id string) *form.Definition) {
	tasks := make(map[string]string)
	for i, id := range round.Scenarios {
		place := round.node.Get("scenarios")
		if len(place.Items) > i {
			place = place.Items[i]
		}
		scenario := r.Scenarios[id]
		if title := r.unfinished[id]; scenario == nil && title != "" {
			r.Errorf(place, "The story “%s” has something to put right first", title)
			continue
		}
		if scenario == nil {
			r.Unknown(place, id, slices.Sorted(maps.Keys(r.Scenarios)), "There is no scenario %q", id)
			continue
		}
		if t := scenario.Today; !t.IsZero() && (t < s.Collection.Start || t > s.Collection.End) {
			r.Errorf(scenario.node.Get("today"), "The story’s today is outside the collection of %s, %s to %s", s.Title, s.Collection.Start.Words(), s.Collection.End.Words())
		}
		for _, t := range scenario.Tasks {
			if other, twice := tasks[t.ID]; twice {
				r.Errorf(t.node, "The task %q is in the scenario %s too. Tasks of a round need names of their own", t.ID, other)
			}
			tasks[t.ID] = id
		}
		r.rounds[id] = true
		r.checkScenario(scenario, version)
	}
}
