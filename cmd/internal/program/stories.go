package program

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"recordwell/capture"
	"recordwell/capture/sqlite"
	"recordwell/capture/study"
)

// scenariosFolder is where the researcher's scenarios are kept, below the data folder.
const scenariosFolder = "scenarios"

// CopyStory makes a scenario of the researcher's from another one, with another title
// and all else as it is there. It returns its id.
func (r *Research) CopyStory(from, title string) (string, error) {
	r.background.Add(1)
	defer r.background.Done()
	title = strings.Join(strings.Fields(title), " ")
	for i := range r.Shelf().Stories {
		if st := &r.Shelf().Stories[i]; strings.EqualFold(st.Title(), title) {
			return "", fmt.Errorf("there is a scenario called “%s” already. Choose another title", st.Title())
		}
	}
	d, err := r.Shelf().Draft(from)
	if err != nil {
		return "", errors.New("the scenario to copy cannot be read. Choose another")
	}
	r.shelves.change.Lock()
	defer r.shelves.change.Unlock()
	shelf := r.Shelf()
	id := freeName("scenario", title, func(id string) bool {
		_, err := os.Stat(r.storyPath(id))
		return err == nil || shelf.Story(id) != nil
	})
	content, err := d.Copy(id, title, func(task string) bool {
		return slices.ContainsFunc(shelf.Stories, func(st study.Story) bool { return st.Scenario.HasTask(task) })
	}).YAML()
	if err != nil {
		return "", err
	}
	return id, r.writeStory(r.storyPath(id), content)
}

func (p *Program) storyPath(id string) string {
	return filepath.Join(p.Store.Dir(), scenariosFolder, id+".yaml")
}

// SaveStory writes a scenario of the researcher's as it is, finished or not, and reads
// everything again. One that people have used stays as it is.
func (r *Research) SaveStory(d *study.Draft) error {
	r.background.Add(1)
	defer r.background.Done()
	st := r.Shelf().Story(d.ID)
	if st == nil || !st.Own {
		return errors.New("this scenario comes with the program and stays as it is. Make a copy and change that")
	}
	people, err := r.StoryUsed(context.Background(), d.ID)
	if err != nil {
		return err
	}
	if people > 0 {
		return errors.New("people have taken part with this scenario, so it stays as it is. Make a copy and change that")
	}
	content, err := d.YAML()
	if err != nil {
		return err
	}
	r.shelves.change.Lock()
	defer r.shelves.change.Unlock()
	return r.writeStory(filepath.Join(r.Store.Dir(), filepath.FromSlash(st.File)), content)
}

// writeStory writes a scenario's file and puts up what is there then.
func (r *Research) writeStory(name string, content []byte) error {
	if err := os.MkdirAll(filepath.Dir(name), 0o700); err != nil {
		return cannotWrite(filepath.Dir(name), err)
	}
	if err := replaceFile(name, content); err != nil {
		return cannotWrite(name, err)
	}
	if r.settings.Get(studyKey) == "" {
		r.settings.Set(studyKey, r.Study().ID)
	}
	if err := r.readShelf(r.settings.Get(studyKey)); err != nil {
		return err
	}
	return r.keepStories(context.Background())
}

// keepStories writes the researcher's scenarios that people can get into the store as
// they are now.
func (p *Program) keepStories(ctx context.Context) error {
	shelf := p.Shelf()
	for i := range shelf.Stories {
		st := &shelf.Stories[i]
		if !st.Own || len(st.Faults) > 0 || !shelf.Open(st.ID) {
			continue
		}
		content, err := fs.ReadFile(shelf.Files(), st.File)
		if err != nil {
			return err
		}
		if err := p.Store.KeepDefinitions(ctx, sqlite.Definition{Kind: sqlite.ScenarioDefinition, ID: st.ID, Hash: hash(content), Content: content}); err != nil {
			return err
		}
	}
	return nil
}

// StoryUsed is how many people have been in a round with a scenario, or done one of
// its tasks, made-up people too.
func (r *Research) StoryUsed(ctx context.Context, id string) (people int, err error) {
	if err := r.Sync(ctx); err != nil {
		return 0, err
	}
	rows, err := r.Store.Sessions(ctx, "")
	if err != nil {
		return 0, err
	}
	shelf := r.Shelf()
	st := shelf.Story(id)
	for _, row := range rows {
		used := st != nil && slices.ContainsFunc(row.Tasks, func(t capture.TaskRow) bool { return st.Scenario.HasTask(t.Task) })
		if e := shelf.Entry(row.Study); e != nil && e.Study != nil && !used {
			used = slices.ContainsFunc(e.Study.Rounds, func(x study.Round) bool { return x.ID == row.Round && slices.Contains(x.Scenarios, id) })
		}
		if used {
			people++
		}
	}
	return people, nil
}
