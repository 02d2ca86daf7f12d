package screens

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"recordwell/assets"
	"recordwell/ui/theme"
)

// TestLooks writes every screen of every table in seven looks into the folder that
// LOOKS names, for people to look at; `make looks` does so. Without a folder there is
// nothing to look at, and the tests of each table have gone there already.
func TestLooks(t *testing.T) {
	dir := os.Getenv("LOOKS")
	if dir == "" {
		return
	}
	people := made(t)
	groups := []struct {
		name    string
		screens []screen
		open    func(t *testing.T, l look) *world
	}{
		{"person", screens, func(t *testing.T, l look) *world { return open(t, l) }},
		{"known", knownScreens, func(t *testing.T, l look) *world { return openOn(t, l, knownFiles) }},
		{"desk-empty", desk, func(t *testing.T, l look) *world { return open(t, l) }},
		{"set-up", setting, func(t *testing.T, l look) *world { return open(t, l) }},
		{"results", results, func(t *testing.T, l look) *world { return openMade(t, l, people) }},
		{"work", casework, func(t *testing.T, l look) *world { return openOn(t, l, assets.Content) }},
	}
	seen := []look{
		{theme.Light, 100, 1280, 800}, {theme.Dark, 100, 1280, 800}, {theme.ContrastDark, 100, 1280, 800}, {theme.ContrastLight, 100, 1280, 800},
		{theme.Light, 200, 1280, 800}, {theme.Light, 400, 1280, 800}, {theme.Light, 100, 1024, 640},
	}
	for _, g := range groups {
		if only := os.Getenv("GROUP"); only != "" && only != g.name {
			continue
		}
		for _, l := range seen {
			if only := os.Getenv("LOOK"); only != "" && only != l.String() {
				continue
			}
			t.Run(g.name+"/"+l.String(), func(t *testing.T) {
				out := filepath.Join(dir, l.String())
				if err := os.MkdirAll(out, 0o755); err != nil {
					t.Fatal(err)
				}
				w := g.open(t, l)
				for _, s := range g.screens {
					if !s.reach(w) {
						continue
					}
					if err := w.program.Sync(context.Background()); err != nil {
						t.Fatal(err)
					}
					w.app.pump()
					name := strings.NewReplacer(",", "", " ", "-", "/", "-").Replace(s.name)
					write(t, filepath.Join(out, g.name+"-"+name+".png"), w.picture())
				}
			})
		}
	}
}
