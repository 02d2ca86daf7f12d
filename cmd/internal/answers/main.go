// Command answers prints what a person would type to give every right answer, and
// to fall into every trap, as JSON: of one scenario, of every task of a study's first
// round, or of some scenarios as that round has them. The demonstration and the
// end-to-end tests press these keys in the real window.
package main

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"

	"recordwell/assets"
	"recordwell/capture/study"
)

func main() {
	id := flag.String("study", "", "every task of this study's first round, in order, or those of the scenarios that are named")
	flag.Parse()
	s, err := answers(*id, flag.Args())
	if err != nil {
		fmt.Fprintln(os.Stderr, "answers:", err)
		fmt.Fprintln(os.Stderr, "usage: answers SCENARIO | answers --study STUDY [SCENARIO…]")
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
	st, only := lib.Newest(), []string(nil)
	switch {
	case id != "":
		if st = lib.Studies[id]; st == nil {
			return nil, fmt.Errorf("there is no study %q", id)
		}
		only, scenarios = scenarios, st.Rounds[0].Scenarios
	case len(scenarios) != 1:
		return nil, errors.New("name one scenario, or a study")
	}
	out := &book{}
	if st == nil {
		return nil, errors.New("there is no study")
	}
	out.Codes = st.Codes
	number := 0
	for _, name := range scenarios {
		scenario := lib.Scenarios[name]
		if scenario == nil {
			return nil, fmt.Errorf("there is no scenario %q", name)
		}
		for i := range scenario.Tasks {
			if number++; len(only) > 0 && !slices.Contains(only, name) {
				continue
			}
			s, err := sheetOf(lib, st, scenario, &scenario.Tasks[i])
			if err != nil {
				return nil, err
			}
			s.Number = number
			out.Tasks = append(out.Tasks, s)
		}
	}
	if len(out.Tasks) == 0 {
		return nil, fmt.Errorf("the study %s has no task of %s", id, strings.Join(only, ", "))
	}
	out.sheet = out.Tasks[0]
	return out, nil
}
