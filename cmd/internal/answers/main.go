// Command answers prints what a person would type to give every right answer, as
// JSON: of one scenario, or of every task of a study's first round. The
// demonstration and the end-to-end tests press these keys in the real window.
package main

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"os"

	"recordwell/assets"
	"recordwell/capture/study"
)

func main() {
	id := flag.String("study", "", "every task of this study's first round, in order")
	flag.Parse()
	s, err := answers(*id, flag.Args())
	if err != nil {
		fmt.Fprintln(os.Stderr, "answers:", err)
		fmt.Fprintln(os.Stderr, "usage: answers SCENARIO | answers --study STUDY")
		os.Exit(2)
	}
	e := json.NewEncoder(os.Stdout)
	e.SetIndent("", " ")
	if err := e.Encode(s); err != nil {
		fmt.Fprintln(os.Stderr, "answers:", err)
		os.Exit(2)
	}
}

// book is the sheets of a study. The first is spelt out in the book itself, for
// whoever does one task only.
type book struct {
	Codes []string `json:"codes"`
	*sheet
	Tasks []*sheet `json:"tasks"`
}

func answers(id string, scenarios []string) (*book, error) {
	lib, err := study.Load(assets.Content)
	if err != nil {
		return nil, err
	}
	st := lib.Newest()
	switch {
	case id != "" && len(scenarios) == 0:
		if st = lib.Studies[id]; st == nil {
			return nil, fmt.Errorf("there is no study %q", id)
		}
		scenarios = st.Rounds[0].Scenarios
	case id != "" || len(scenarios) != 1:
		return nil, errors.New("name one scenario, or a study")
	}
	out := &book{}
	if st != nil {
		out.Codes = st.Codes
	}
	for _, name := range scenarios {
		scenario := lib.Scenarios[name]
		if scenario == nil {
			return nil, fmt.Errorf("there is no scenario %q", name)
		}
		for i := range scenario.Tasks {
			s, err := sheetOf(lib, scenario, &scenario.Tasks[i])
			if err != nil {
				return nil, err
			}
			out.Tasks = append(out.Tasks, s)
		}
	}
	out.sheet = out.Tasks[0]
	return out, nil
}
