package study

import (
	"testing"
	"testing/fstest"

	"recordwell/capture/form"
	"recordwell/capture/form/source"
)

// FuzzRead reads a damaged file as a scenario and as a study beside a good form:
// whatever it holds, every problem has words and a place.
func FuzzRead(f *testing.F) {
	for _, src := range []string{
		"scenario: s\ntitle: S\ncontent_note: n\ntoday: 2025-10-16\nvignette: '[1: a] b'\ntasks: [{task: t, title: T, forms: [child], success: [a.born]}]\nkey: {entities: {a: {type: child}}, answers: {a: {born: {value: 2018, facts: [1]}}}}",
		"scenario: s\ntasks: [{task: t, forms: [child]}]\nkey: {entities: {a: {type: person, parent: b}, b: {type: person, parent: a}}, answers: {a: {first_name: [x, y]}}}",
		"study: s\ncollection: {return: cin, start: 2025-04-01}\nrounds: [{round: r, forms: [{form: child, version: 1}], scenarios: [s]}]\ncodes: [K7M4QX]",
	} {
		f.Add([]byte(src))
	}
	// A form small enough to be linked again for each try.
	const small = "form: child\nversion: 1\ntitle: C\nentity: child\nsurvey: [{type: group, name: g, label: G, survey: [" +
		"{type: date, name: born, constraint: . <= today(), appearance: partial-date}, {type: repeat, name: r, entity: person, survey: [{type: text, name: first_name}]}]}]"
	child, err := form.Load(fstest.MapFS{"forms/child.yaml": {Data: []byte(small)}}, "forms/child.yaml")
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		root, problems := source.Parse("x.yaml", data)
		if root == nil {
			if problems.Errors() == 0 {
				t.Fatal("neither a file nor a problem")
			}
			return
		}
		r := &reading{Library: &Library{
			Forms: map[string]*form.Definition{"child": child}, Scenarios: map[string]*Scenario{}, Studies: map[string]*Study{}, versions: []*form.Definition{child},
		}, rounds: map[string]bool{}}
		r.Scenarios["s"] = readScenario(root, &problems)
		r.checkScenario(r.Scenarios["s"], func(id string) *form.Definition { return r.Forms[id] })
		r.checkStudy(readStudy(root, &problems))
		problems = append(problems, r.Problems...)
		for _, p := range problems {
			if p.Message == "" || p.File == "" || p.Line < 1 {
				t.Fatalf("a problem without words or file: %+v", p)
			}
		}
	})
}
