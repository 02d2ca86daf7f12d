package screens

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

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
	empty := func(*testing.T) string { return "" }
	fresh := func(t *testing.T, l look, _ string) *world { return open(t, l) }
	groups := []struct {
		name    string
		screens []screen
		made    func(t *testing.T) string
		open    func(t *testing.T, l look, made string) *world
	}{
		{"person", screens, empty, fresh},
		{"known", knownScreens, empty, func(t *testing.T, l look, _ string) *world { return openOn(t, l, knownFiles) }},
		{"desk-empty", desk, empty, fresh},
		{"set-up", setting, empty, fresh},
		{"results", results, made, openMade},
		{"rounds", rounds, madeRounds, openMade},
		{"returns", returns, empty, fresh},
		{"work", casework, empty, fresh},
	}
	seen := []look{
		{theme.Light, 100, 1280, 800}, {theme.Dark, 100, 1280, 800}, {theme.ContrastDark, 100, 1280, 800}, {theme.ContrastLight, 100, 1280, 800},
		{theme.Light, 200, 1280, 800}, {theme.Light, 400, 1280, 800}, {theme.Light, 100, 1024, 640},
	}
	for _, g := range groups {
		if only := os.Getenv("GROUP"); only != "" && only != g.name {
			continue
		}
		made := g.made(t)
		for _, l := range seen {
			if only := os.Getenv("LOOK"); only != "" && only != l.String() {
				continue
			}
			t.Run(g.name+"/"+l.String(), func(t *testing.T) {
				out := filepath.Join(dir, l.String())
				if err := os.MkdirAll(out, 0o755); err != nil {
					t.Fatal(err)
				}
				w := g.open(t, l, made)
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
