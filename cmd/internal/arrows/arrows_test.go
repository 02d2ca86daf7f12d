package arrows

import (
	"bytes"
	"encoding/json"
	"io"
	"os/exec"
	"strings"
	"testing"
)

const module = "recordwell/"

// pkg is what the go command tells of a package.
type pkg struct {
	ImportPath   string
	Imports      []string
	TestImports  []string
	XTestImports []string
	Doc          string
	GoFiles      []string
}

// layers, the lowest first; a package may import its own layer and lower ones.
var layers = map[string]int{"assets": 0, "validation": 0, "capture": 1, "ui": 2, "cmd": 3}

// only tells where, besides tests, a library may be imported.
var only = map[string][]string{
	"fyne.io/":                           {"ui", "cmd/recordwell", "cmd/internal/emptywindow"},
	"modernc.org/sqlite":                 {"capture/sqlite"},
	"github.com/pressly/goose":           {"capture/sqlite"},
	"github.com/godbus/dbus":             {"ui/a11y/atspi"},
	"github.com/jezek/xgb":               {"ui/a11y/place"},
	"github.com/go-text/":                {"ui/theme"},
	"github.com/rymdport/portal":         {"cmd/recordwell"},
	"github.com/go-playground/validator": {"validation/field"},
	"github.com/goccy/go-yaml":           {"capture/form/source"},
	"gonum.org/":                         {"capture/metrics"},
	"filippo.io/age":                     {"capture/bundle"},
	"github.com/xuri/excelize":           {"capture/form/xlsform"},
}

// pure packages of capture import no driver and no adapter.
var pure = []string{"form", "draft", "event", "study", "metrics", "quality", "readback", "replay", "report"}

// adapters of capture do not import each other.
var adapters = []string{"sqlite", "export", "bundle", "collate"}

// blind packages of ui know no domain.
var blind = []string{"ui/widgets", "ui/theme", "ui/a11y", "ui/shortcut"}

func TestImportsPointOneWay(t *testing.T) {
	for _, p := range list(t) {
		from := strings.TrimPrefix(p.ImportPath, module)
		for _, imp := range p.Imports {
			if to, ok := strings.CutPrefix(imp, module); ok {
				inside(t, from, to)
			} else {
				outside(t, from, imp)
			}
		}
	}
}

func TestEveryPackageSaysWhatItIs(t *testing.T) {
	for _, p := range list(t) {
		if len(p.GoFiles) > 0 && p.Doc == "" {
			t.Errorf("%s has no package comment", p.ImportPath)
		}
	}
}

func inside(t *testing.T, from, to string) {
	t.Helper()
	lf, lt := layers[top(from)], layers[top(to)]
	if lt > lf || top(from) == "validation" && top(to) == "assets" {
		t.Errorf("%s imports %s: arrows point cmd -> ui -> capture -> validation", from, to)
	}
	if top(to) == "assets" && strings.HasSuffix(from, "test") {
		return // made for tests, and imported by them alone
	}
	if top(to) == "assets" && top(from) != "cmd" {
		t.Errorf("%s imports assets: only cmd and tests do", from)
	}
	if top(from) == "ui" && under(to, "capture/sqlite") {
		t.Errorf("%s opens a database: ui takes interfaces of its own", from)
	}
	for _, b := range blind {
		if under(from, b) && top(to) != "ui" {
			t.Errorf("%s imports %s: it knows no domain", from, to)
		}
	}
	for _, p := range pure {
		for _, a := range append(adapters, "session", "journal") {
			if under(from, "capture/"+p) && under(to, "capture/"+a) {
				t.Errorf("%s imports %s: it is pure", from, to)
			}
		}
	}
	for _, a := range adapters {
		for _, b := range adapters {
			if a != b && under(from, "capture/"+a) && under(to, "capture/"+b) {
				t.Errorf("%s imports %s: adapters do not know each other", from, to)
			}
		}
	}
}

func outside(t *testing.T, from, imp string) {
	t.Helper()
	for lib, rooms := range only {
		if !strings.HasPrefix(imp, lib) {
			continue
		}
		allowed := false
		for _, r := range rooms {
			allowed = allowed || under(from, r)
		}
		if !allowed {
			t.Errorf("%s imports %s: only %s may", from, imp, strings.Join(rooms, " and "))
		}
	}
	if top(from) == "validation" && strings.Contains(strings.SplitN(imp, "/", 2)[0], ".") && !under(from, "validation/field") {
		t.Errorf("%s imports %s: validation stands on the standard library", from, imp)
	}
}

func top(path string) string { return strings.SplitN(path, "/", 2)[0] }

func under(path, room string) bool { return path == room || strings.HasPrefix(path, room+"/") }

func list(t *testing.T) []pkg {
	t.Helper()
	cmd := exec.Command("go", "list", "-e", "-json=ImportPath,Imports,Doc,GoFiles", "./...")
	cmd.Dir = "../../.."
	var errs bytes.Buffer
	cmd.Stderr = &errs
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list: %v\n%s", err, errs.String())
	}
	var all []pkg
	for d := json.NewDecoder(bytes.NewReader(out)); ; {
		var p pkg
		if err := d.Decode(&p); err == io.EOF {
			break
		} else if err != nil {
			t.Fatal(err)
		}
		all = append(all, p)
	}
	if len(all) < 10 {
		t.Fatalf("go list found only %d packages", len(all))
	}
	return all
}
