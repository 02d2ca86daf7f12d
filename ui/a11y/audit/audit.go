package audit

import (
	"fmt"
	"slices"

	"recordwell/ui/a11y"
)

// Rule is one thing that can be wrong. Its words name the WCAG 2.2 criterion.
type Rule string

// The rules.
const (
	Nameless       Rule = "no name or role (4.1.2)"
	SameName       Rule = "two actions with the same name in one group (2.4.4, 2.4.6)"
	ErrorUntold    Rule = "error is not in the description (3.3.1)"
	HeadingSkipped Rule = "heading level (1.3.1)"
	OutsideParent  Rule = "outside its parent (1.4.10)"
	TargetSmall    Rule = "target under 44 px (2.5.5)"
	TabOrder       Rule = "Tab order (2.4.3, 2.1.1)"
	FocusHidden    Rule = "focus hidden or lost (2.4.7, 2.4.11)"
	TextCut        Rule = "text cut off (1.4.4, 1.4.10, 1.4.12)"
	Identity       Rule = "id is missing or taken (4.1.2)"
	Contradiction  Rule = "says two things at once (4.1.2)"
	LeadsNowhere   Rule = "relation leads nowhere (1.3.1)"
)

// Rules are all rules, in the order in which they are checked.
func Rules() []Rule {
	return []Rule{
		Nameless, SameName, ErrorUntold, HeadingSkipped, OutsideParent, TargetSmall,
		TabOrder, FocusHidden, TextCut, Identity, Contradiction, LeadsNowhere,
	}
}

// Finding is one thing that is wrong at a node.
type Finding struct {
	Rule Rule
	ID   string // the node's key, see a11y.Tree
	Role a11y.Role
	Name string
	Why  string
}

// String is a line for a test's output.
func (f Finding) String() string {
	return fmt.Sprintf("%s: %s %q (%s): %s", f.Rule, f.Role, f.Name, f.ID, f.Why)
}

// Options say what a tree alone does not. The zero value is ready.
type Options struct {
	// Tab is the ids of the stops in the order of the Tab key; nil is not known.
	Tab []string
	// Only limits the audit to some rules; nil means all.
	Only []Rule
	// Allow takes findings out that a test knows and accepts, with its reason in a
	// comment beside it. Nil allows none.
	Allow func(Finding) bool
}

// Check audits the tree below a node, normally a window, and gives what is
// wrong, by rule and then in reading order.
func Check(root *a11y.Node, opts Options) []Finding {
	a := &audit{tree: a11y.NewTree(root), opts: opts}
	checks := map[Rule]func(){
		Nameless: a.names, SameName: a.sameNames, ErrorUntold: a.errors, HeadingSkipped: a.headings,
		OutsideParent: a.bounds, TargetSmall: a.targets, TabOrder: a.tabOrder, FocusHidden: a.focus,
		TextCut: a.text, Identity: a.identity, Contradiction: a.contradictions, LeadsNowhere: a.relations,
	}
	for _, r := range Rules() {
		if opts.Only == nil || slices.Contains(opts.Only, r) {
			a.rule = r
			checks[r]()
		}
	}
	return a.findings
}

// Reporter is the part of testing.TB that Report uses.
type Reporter interface {
	Helper()
	Errorf(format string, args ...any)
}

// Report fails a test with everything that Check finds; what says which screen,
// theme and size it was.
func Report(t Reporter, what string, root *a11y.Node, opts Options) {
	t.Helper()
	for _, f := range Check(root, opts) {
		t.Errorf("%s: %s", what, f)
	}
}

type audit struct {
	tree     *a11y.Tree
	opts     Options
	rule     Rule
	findings []Finding
}

func (a *audit) found(i int, format string, args ...any) {
	n := a.tree.Node(i)
	f := Finding{a.rule, a.tree.Key(i), n.Role, n.Name, fmt.Sprintf(format, args...)}
	if a.opts.Allow == nil || !a.opts.Allow(f) {
		a.findings = append(a.findings, f)
	}
}

// each calls check for every node in reading order.
func (a *audit) each(check func(i int, n *a11y.Node)) {
	for i := range a.tree.Len() {
		check(i, a.tree.Node(i))
	}
}
