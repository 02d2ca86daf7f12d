//go:build desktop

package atspi

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"recordwell/ui/a11y"
	"recordwell/ui/a11y/a11ytest"
)

// These tests run the demo program on a desktop without a screen and look at it
// as others do: a client in Python and the Orca screen reader. They need the
// Debian packages that .ci/desktop/README.md names.

// demoPath is the program, built once.
var demoPath string

func TestMain(m *testing.M) {
	if act, ok := inside[os.Getenv("ATSPI_INSIDE")]; ok {
		if err := act(os.Getenv("DEMO")); err != nil {
			os.Stderr.WriteString(err.Error() + "\n")
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(withDemo(m))
}

func withDemo(m *testing.M) int {
	dir, err := os.MkdirTemp("", "demo")
	if err != nil {
		panic(err)
	}
	defer os.RemoveAll(dir)
	demoPath = filepath.Join(dir, "demo")
	if out, err := exec.Command("go", "build", "-o", demoPath, "./internal/demo").CombinedOutput(); err != nil {
		os.Stderr.Write(out)
		return 1
	}
	return m.Run()
}

// desktop runs a command in a desktop session and gives what it printed.
func desktop(t *testing.T, env []string, args ...string) string {
	t.Helper()
	tools, err := filepath.Abs("../../../.ci/desktop")
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(context.Background(), 3*time.Minute)
	defer cancel()
	cmd := exec.CommandContext(ctx, filepath.Join(tools, "session"), args...)
	cmd.Cancel = func() error { return cmd.Process.Signal(os.Interrupt) }
	cmd.WaitDelay = 10 * time.Second
	cmd.Env = append(append(os.Environ(), "DEMO="+demoPath, "PYTHONPATH="+tools, "PYTHONDONTWRITEBYTECODE=1"), env...)
	var out, errs bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errs
	if err := cmd.Run(); err != nil {
		t.Fatalf("%v\n%s\n%s", err, errs.Bytes(), out.Bytes())
	}
	return out.String()
}

// seen is what the tree of the sample looks like to a client, with the facts
// that a node says of itself and not as this package maps them.
type seen struct {
	Depth       int
	Role        string
	Name        string
	Description string
	ID          string
	Text        *string
	Value       *float64
	Actions     []string
	Bounds      []int
	Rows        int
	Columns     int
	States      []string
	Attributes  map[string]string
}

func TestTreeAsAClientSeesIt(t *testing.T) {
	out := desktop(t, nil, "sh", "-c", `(sleep 30; echo quit) | "$DEMO" & tree "Recordwell demo"`)
	var got []seen
	for _, line := range strings.Split(strings.TrimSpace(out), "\n") {
		var s seen
		if err := json.Unmarshal([]byte(line), &s); err != nil {
			t.Fatalf("%v in %s", err, line)
		}
		got = append(got, s)
	}
	var want []*a11y.Node
	var depths []int
	depth := map[*a11y.Node]int{}
	a11ytest.NewSample().Describe().Walk(func(n, parent *a11y.Node) bool {
		depth[n] = depth[parent] + 1
		want, depths = append(want, n), append(depths, depth[n])
		return true
	})
	if len(got) != len(want)+1 || got[0].Role != "application" || got[0].Name != "Recordwell demo" {
		t.Fatalf("the client sees %d objects, want the application and %d nodes:\n%s", len(got), len(want), out)
	}
	for i, n := range want {
		s := got[i+1]
		if s.ID != n.ID || s.Depth != depths[i] || s.Name != n.Name {
			t.Fatalf("object %d is %q %q at depth %d, want %q %q at %d", i, s.ID, s.Name, s.Depth, n.ID, n.Name, depths[i])
		}
		checkSeen(t, n, s)
	}
}

// clientRoles are the names that libatspi gives to the roles that the tests of
// screens and Orca's phrases rest on.
var clientRoles = map[a11y.Role]string{
	a11y.RoleWindow: "frame", a11y.RoleHeading: "heading", a11y.RoleButton: "push button", a11y.RoleTextBox: "entry",
	a11y.RoleRadio: "radio button", a11y.RoleCheckBox: "check box", a11y.RoleComboBox: "combo box", a11y.RoleTable: "table",
	a11y.RoleCell: "table cell", a11y.RoleTab: "page tab", a11y.RoleLink: "link", a11y.RoleDialog: "dialog",
	a11y.RoleGroup: "panel", a11y.RoleRegion: "landmark", a11y.RoleSlider: "slider", a11y.RoleOption: "list item",
}

func checkSeen(t *testing.T, n *a11y.Node, s seen) {
	t.Helper()
	if want, ok := clientRoles[n.Role]; ok && s.Role != want && (n.Text == nil || !n.Text.Secret) {
		t.Errorf("%s is a %q, want %q", n.ID, s.Role, want)
	}
	if n.Description != "" && s.Description != n.Description {
		t.Errorf("%s is described as %q, want %q", n.ID, s.Description, n.Description)
	}
	for word, state := range map[string]a11y.State{
		"focusable": a11y.Focusable, "focused": a11y.Focused, "checked": a11y.Checked, "selected": a11y.Selected,
		"required": a11y.Required, "invalid entry": a11y.Invalid, "multi line": a11y.MultiLine, "active": a11y.Active,
		"expandable": a11y.Expandable,
	} {
		if slices.Contains(s.States, word) != n.Has(state) {
			t.Errorf("%s is %s: %t, want %t", n.ID, word, !n.Has(state), n.Has(state))
		}
	}
	if n.Text != nil && (s.Text == nil || *s.Text != n.Text.Shown()) {
		t.Errorf("%s holds another text than %q", n.ID, n.Text.Shown())
	}
	if n.Range != nil && (s.Value == nil || *s.Value != n.Range.Now) {
		t.Errorf("%s has another value than %v", n.ID, n.Range.Now)
	}
	if len(n.Actions) > 0 && !slices.Equal(s.Actions, []string{n.Actions[0].Name}) {
		t.Errorf("%s has the actions %q", n.ID, s.Actions)
	}
	if want := []int{int(n.Bounds.X), int(n.Bounds.Y), int(n.Bounds.W), int(n.Bounds.H)}; !cmp.Equal(s.Bounds, want) {
		t.Errorf("%s is at %v, want %v", n.ID, s.Bounds, want)
	}
	if s.Rows != n.Rows || s.Columns != n.Cols {
		t.Errorf("%s has %d rows and %d columns", n.ID, s.Rows, s.Columns)
	}
	if n.Level > 0 && s.Attributes["level"] != string(rune('0'+n.Level)) {
		t.Errorf("%s is a heading of level %q", n.ID, s.Attributes["level"])
	}
}

func TestForeignClient(t *testing.T) {
	script, err := filepath.Abs("testdata/foreign.py")
	if err != nil {
		t.Fatal(err)
	}
	out := desktop(t, nil, "/usr/bin/python3", script)
	const want = `first="Joana" pressed=1 focus=notes reader=true` + "\n"
	if out != want {
		t.Errorf("after a client worked the page it holds\n%s, want\n%s", out, want)
	}
}

// conduct is a shell that starts the demo program and sends it lines, and marks
// each among what Orca says.
const conduct = `
mkfifo "$DESKTOP_SCRATCH/lines"
"$DEMO" < "$DESKTOP_SCRATCH/lines" &
exec 7> "$DESKTOP_SCRATCH/lines"
do_() { echo "# $*" >> "$SPEECH"; echo "$*" >&7; sleep 0.7; }
sleep 1
`

// expectOrder fails if the phrases were not said in this order, each in a part
// of a line or across lines that follow each other.
func expectOrder(t *testing.T, said string, phrases ...string) {
	t.Helper()
	flat := strings.Join(strings.Fields(said), " ")
	at := 0
	for _, p := range phrases {
		i := strings.Index(flat[at:], p)
		if i < 0 {
			t.Fatalf("Orca did not say %q in its turn. It said:\n%s", p, said)
		}
		at += i + len(p)
	}
}

func TestOrcaSpeaks(t *testing.T) {
	said := desktop(t, nil, "orca", "bash", "-c", conduct+`
do_ focus save
do_ focus first
do_ key x
do_ type x
do_ fail Enter Maya’s first name
do_ focus agree
do_ focus first
do_ focus school-yes
do_ choose no
do_ focus section
do_ focus language
do_ search p
do_ mark 0
do_ mark 1
do_ focus figures-1-0
do_ focus figures-1-1
do_ focus tab-story
do_ focus size
do_ focus title
do_ alert There is a problem. 2 errors, 1 to check
do_ status 3 languages found
do_ say Tomás removed
do_ focus passcode
do_ quit
`)
	t.Logf("%s", said)
	expectOrder(
		t, said,
		"# Orca 4", "Recordwell sample frame", "Maya’s details heading level 1",
		"# focus save", "Save and continue push button",
		"# focus first", "What is Maya’s first name? panel", "First name entry required", "As on the birth certificate",
		"# key x", "x",
		"# fail", "Error: Enter Maya’s first name",
		"# focus agree", "I agree check box not checked",
		"# focus first", "First name entry x", "invalid entry", "Error: Enter Maya’s first name",
		"# focus school-yes", "Does Maya go to school? panel", "Yes", "not selected radio button",
		"# choose no", "No", "selected radio button",
		"# focus section", "Section combo box", "All sections",
		"# focus language", "What is Maya’s first language? panel", "First language combo box",
		"# search p", "expanded",
		"# mark 0", "Languages List with 3 items", "Polish",
		"# mark 1", "Portuguese",
		"# focus figures-1-0", "Questions", "table with 2 rows 2 columns", "Assessment end date row header",
		"# focus figures-1-1", "Errors met column header 12",
		"# focus tab-story", "Story and answer key page tab",
		"# focus size", "Text size horizontal slider 100%",
		"# focus title", "Maya’s details heading level 1",
		"# alert", "There is a problem. 2 errors, 1 to check",
		"# status", "3 languages found",
		"# say", "Tomás removed",
		"# focus passcode", "Passphrase password text",
	)
}

func TestOrcaStartsAfterTheProgram(t *testing.T) {
	said := desktop(t, nil, "bash", "-c", `
mkfifo "$DESKTOP_SCRATCH/lines"
"$DEMO" < "$DESKTOP_SCRATCH/lines" &
exec 7> "$DESKTOP_SCRATCH/lines"
sleep 1
orca bash -c 'sleep 1; echo focus first > "$DESKTOP_SCRATCH/lines"; sleep 1'
echo quit >&7
`)
	t.Logf("%s", said)
	expectOrder(t, said, "First name entry required", "As on the birth certificate")
}

// within runs one of the acts below in a session.
func within(t *testing.T, act string, options ...string) string {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	return desktop(t, []string{"ATSPI_INSIDE=" + act}, append(options, self)...)
}

func TestAnswersWhileTheWindowIsBusy(t *testing.T) { t.Log(within(t, "busy")) }

func TestIdleCostsNothing(t *testing.T) { t.Log(within(t, "idle")) }

func TestBusGoesAwayAndComesBack(t *testing.T) { within(t, "bus gone") }

func TestFollowsTheDesktopsWish(t *testing.T) { within(t, "wish", "--no-access") }
