package program

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"io/fs"
	"strings"

	"recordwell/capture"
	"recordwell/capture/form"
	"recordwell/capture/form/source"
	"recordwell/capture/sqlite"
	"recordwell/capture/study"
)

// definitions are the files of a library as the store keeps them. Forms that a
// round uses are locked.
func definitions(shelf *study.Shelf) ([]sqlite.Definition, error) {
	files, lib := shelf.Files(), shelf.Library
	locked := map[capture.FormVersion]bool{}
	for _, s := range lib.Studies {
		for _, r := range s.Rounds {
			for _, v := range r.Forms {
				locked[v] = true
			}
		}
	}
	var out []sqlite.Definition
	for _, name := range shelf.Usable() {
		content, err := fs.ReadFile(files, name)
		if err != nil {
			return nil, err
		}
		d := sqlite.Definition{Hash: hash(content), Content: content}
		switch folder, _, _ := strings.Cut(name, "/"); folder {
		case "forms":
			f, err := form.Load(files, name)
			if err != nil {
				return nil, err
			}
			d.Kind, d.ID, d.Version, d.Hash = sqlite.FormDefinition, f.ID, f.Version, f.Hash
			d.Locked = locked[capture.FormVersion{Form: f.ID, Version: f.Version, Hash: f.Hash}]
		case "scenarios":
			d.Kind, d.ID = sqlite.ScenarioDefinition, id(files, name, "scenario")
		case "studies":
			d.Kind, d.ID = sqlite.StudyDefinition, id(files, name, "study")
		default:
			continue // code sets are part of the hash of the forms that use them
		}
		out = append(out, d)
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

func id(files fs.FS, name, key string) string {
	root, _ := source.Read(files, name)
	if root == nil || root.Get(key) == nil {
		return name
	}
	return root.Get(key).Value
}

func hash(content []byte) capture.Hash {
	sum := sha256.Sum256(content)
	return capture.Hash(hex.EncodeToString(sum[:]))
}
