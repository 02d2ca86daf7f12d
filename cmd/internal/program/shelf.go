package program

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"sync"
	"sync/atomic"

	"recordwell/capture/form"
	"recordwell/capture/sqlite"
	"recordwell/capture/study"
	"recordwell/validation/cin"
	"recordwell/validation/field"
	"recordwell/validation/returns"
	"recordwell/validation/ssda903"
)

// studyKey is the setting that names the study in use.
const studyKey = "study"

// shelves hold what there is to work with now. Whoever reads takes one shelf and
// keeps it: a study that is saved meanwhile is on the next one.
type shelves struct {
	ships fs.FS
	// read is closed when there is a first shelf, or err says why there is none.
	read   chan struct{}
	err    error
	over   context.Context // done when the program is closed
	end    context.CancelFunc
	now    atomic.Pointer[shelf]
	change sync.Mutex
}

type shelf struct {
	*study.Shelf
	inUse *study.Study
}

// shelf is the one there is now. There is none for those who go on after
// [Program.Ready] has failed.
func (p *Program) shelf() *shelf {
	<-p.shelves.read
	return p.shelves.now.Load()
}

// Study is the study in use: the one that the researcher's desk shows.
func (p *Program) Study() *study.Study { return p.shelf().inUse }

// Library is every form, scenario and study that can be used.
func (p *Program) Library() *study.Library { return p.shelf().Library }

// Shelf is every study with what is wrong with it.
func (p *Program) Shelf() *study.Shelf { return p.shelf().Shelf }

// ReadShelf reads what ships and, over it, the files of a data folder.
func ReadShelf(dir string, ships fs.FS) (*study.Shelf, error) {
	s, err := study.ReadShelf(os.DirFS(dir), ships)
	if err != nil {
		return nil, fmt.Errorf("the program's own forms cannot be read: %w", err)
	}
	return s, nil
}

// StudyInUse names the study that a data folder's desk shows, at first the newest.
func StudyInUse(ctx context.Context, r *sqlite.Reader, lib *study.Library) (string, error) {
	id, err := r.Setting(ctx, studyKey)
	if err == nil && lib.Studies[id] == nil && lib.Newest() != nil {
		id = lib.Newest().ID
	}
	return id, err
}

// readShelf reads everything again and opens the chosen study, or the newest where
// that cannot be used.
func (p *Program) readShelf(chosen string) error {
	s, err := ReadShelf(p.Store.Dir(), p.shelves.ships)
	if err != nil {
		return err
	}
	return p.putUp(s, chosen)
}

// putUp makes this the shelf there is now.
func (p *Program) putUp(s *study.Shelf, chosen string) error {
	next := &shelf{Shelf: s, inUse: s.Library.Studies[chosen]}
	if next.inUse == nil {
		next.inUse = s.Library.Newest()
	}
	if next.inUse == nil {
		return errors.New("there is no study among the program's files")
	}
	p.shelves.now.Store(next)
	return nil
}

// Known is what forms can refer to: the columns of the returns, and the checks of
// single answers.
func Known() form.Known {
	k := form.Known{Items: map[string]bool{}, Validators: map[string]bool{}, Validate: field.Lint}
	for prefix, model := range map[string][]returns.Table{"": cin.Model(), "ssda903/": ssda903.Model()} {
		for _, table := range model {
			for _, column := range table.Columns {
				k.Items[prefix+table.Name+"."+column.Name] = true
			}
		}
	}
	for _, tag := range field.Tags() {
		k.Validators[tag] = true
	}
	return k
}
