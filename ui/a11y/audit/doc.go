// Package audit finds what is wrong with an accessibility tree, as far as a
// program can tell. It knows no toolkit and no screen: tests of screens hand it
// the tree they would publish.
//
//	func TestRecordPage(t *testing.T) {
//		page := newRecordPage(…)
//		audit.Report(t, "record page, dark, 200 %", page.Describe(), audit.Options{
//			Tab: []string{"title", "first", "save"},
//		})
//	}
//
// What it looks for is the list of rules, [Rules]. Three of them need more than
// the tree:
//
//   - TabOrder needs Options.Tab: the ids of the stops as Tab reaches them, from
//     the first of the window to the last. A test gets it by pressing Tab until it
//     is back at the start.
//   - FocusHidden looks at the node with the focus, so a test that walks through
//     a page audits it at every stop; [Options].Only spares it the other rules.
//   - TextCut needs nodes with Measure. A node without is taken to have no words
//     of its own.
//
// What it cannot find, a person must: whether names are the right words, whether
// the order makes sense, whether the page can be understood by ear.
package audit
