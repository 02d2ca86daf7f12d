package program

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"io/fs"
	"maps"
	"slices"

	"recordwell/capture"
	"recordwell/capture/sqlite"
	"recordwell/capture/study"
)

// definitions are the files of a library as the store keeps them. Forms that a
// round uses are locked.
func definitions(shelf *study.Shelf) ([]sqlite.Definition, error) {
	lib := shelf.Library
	locked := map[capture.FormVersion]bool{}
	for _, s := range lib.Studies {
		for _, r := range s.Rounds {
			for _, v := range r.Forms {
				locked[v] = true
			}
		}
	}
	var out []sqlite.Definition
	keep := func(d sqlite.Definition, file string) (err error) {
		if d.Content, err = fs.ReadFile(shelf.Files(), file); err != nil {
			return err
		}
		if d.Hash == "" {
			d.Hash = hash(d.Content)
		}
		out = append(out, d)
		return nil
	}
	// Code sets are part of the hash of the forms that use them.
	for _, f := range lib.Versions() {
		v := capture.FormVersion{Form: f.ID, Version: f.Version, Hash: f.Hash}
		if err := keep(sqlite.Definition{Kind: sqlite.FormDefinition, ID: f.ID, Version: f.Version, Hash: f.Hash, Locked: locked[v]}, f.File()); err != nil {
			return nil, err
		}
	}
	for _, id := range slices.Sorted(maps.Keys(lib.Scenarios)) {
		if err := keep(sqlite.Definition{Kind: sqlite.ScenarioDefinition, ID: id}, lib.Scenarios[id].File()); err != nil {
			return nil, err
		}
	}
	for _, id := range slices.Sorted(maps.Keys(lib.Studies)) {
		if err := keep(sqlite.Definition{Kind: sqlite.StudyDefinition, ID: id}, lib.Studies[id].File()); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// keepStudy writes one study into the store as it is now, if people can take part
// in it.
func (p *Program) keepStudy(ctx context.Context, s *study.Study) error {
	if p.Library().Studies[s.ID] == nil {
		return nil
	}
	content := s.YAML()
	return p.Store.KeepDefinitions(ctx, sqlite.Definition{Kind: sqlite.StudyDefinition, ID: s.ID, Hash: hash(content), Content: content})
}

func hash(content []byte) capture.Hash {
	sum := sha256.Sum256(content)
	return capture.Hash(hex.EncodeToString(sum[:]))
}
