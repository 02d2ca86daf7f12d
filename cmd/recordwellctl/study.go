package main

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"recordwell/assets"
	"recordwell/capture/sqlite"
	"recordwell/capture/study"
	"recordwell/cmd/internal/program"
	"recordwell/cmd/internal/reports"
)

// openStudy opens the records of a data folder and finds the study to report on:
// the one of an id, or for "" the one in use. The caller closes the records.
func openStudy(ctx context.Context, data, id, round string) (*sqlite.Reader, reports.Request, error) {
	request := reports.Request{Round: round, Made: time.Now(), Program: program.Version}
	shelf, err := program.ReadShelf(data, assets.Content)
	if err != nil {
		return nil, request, err
	}
	records, err := sqlite.OpenReader(ctx, data)
	if err != nil {
		return nil, request, err
	}
	request.Library = shelf.Library
	if id == "" {
		id, err = program.StudyInUse(ctx, records, shelf.Library)
	}
	if err == nil {
		request.Study, err = chooseStudy(shelf.Library, id, round)
	}
	if err != nil {
		return nil, request, errors.Join(err, records.Close())
	}
	return records, request, nil
}

// chooseStudy returns the study of an id and makes sure that it has the round.
func chooseStudy(lib *study.Library, id, round string) (*study.Study, error) {
	ids := slices.Sorted(maps.Keys(lib.Studies))
	s := lib.Studies[id]
	if s == nil {
		return nil, fmt.Errorf("there is no study %q. There is: %s", id, strings.Join(ids, ", "))
	}
	var rounds []string
	for _, r := range s.Rounds {
		rounds = append(rounds, r.ID)
	}
	if round != "" && !slices.Contains(rounds, round) {
		return nil, fmt.Errorf("the study %s has no round %q. It has: %s", id, round, strings.Join(rounds, ", "))
	}
	return s, nil
}
