// Package ssda903 checks the SSDA903 return, children looked after: it reads and
// writes the return's CSV and XML files, groups their rows by child, and runs
// the Department's rules of 2026/27 over one child at a time.
//
// A [Return] is this year's rows with last year's beside them; a [Child] holds
// its own. Every cell is a [Value], which keeps missing, unusable and usable
// apart and knows where it stands. A [Context] holds what is known beside the
// files: the period, the authority, outside lists. A [Plan] is the rules that can
// run on what was given, and why the others cannot; [Check] runs it in parallel,
// and a [Checker] runs again only what a change can have changed.
//
// # How to write a rule
//
// A rule is a [Rule] in the slice of its group (rules_*.go), found by its code.
// Message, scope, severity and the columns it reads come from facts.json.
//
//		{
//			Code: "356", Needs: "Episodes.DECOM Episodes.DEC",
//			Title: "Episode ended before it began",
//			What:  "The episode began on {DECOM} and ended on {DEC}.",
//			Do:    "Change one of the dates.",
//			Check: func(c *View, found *Found) {
//				for _, ep := range c.Episodes {
//					if ep.DEC.Before(ep.DECOM.Day()) {
//						flag(found, ep.DECOM, ep.DEC)
//					}
//				}
//			},
//		},
//
//	  - Follow the Department's text; where there is none, the message; where both
//	    leave a question open, the fixture. Where text and fixture differ, follow
//	    the text and write a departure (departures_test.go) with its reason, and
//	    say it in docs/rules-ssda903.md.
//	  - Needs is as little as the rule can do with: a table whose absence leaves
//	    nothing to say, a column likewise. Any other absent table is empty and any
//	    other absent column is missing everywhere. Rules on last year need the
//	    "_last" table, unless the published facts call last year optional.
//	  - Comparisons of dates ([Value.Before], [Value.After], [Value.On]) are false
//	    when either is missing or not a real date, and so are [AgedOn] and
//	    [YoungerOn]. So write the condition that flags, not its opposite. Whether
//	    a missing value is a fault, ask for with Missing, Present or NotDate.
//	  - [Value.Same] calls two missing values the same. Codes compare as text.
//	  - c.Episodes and the other tables are in document order, c.Last holds last
//	    year's. c.ByDate(), c.First(), c.Latest(), c.LatestLast(), c.Neighbours()
//	    and c.Spells() order episodes by DECOM.
//	  - flag the row's columns that facts.json lists under "flags", of every row
//	    that the fixture expects; flagWith also brings values that the words name.
//	    One call is one finding: rows that break the rule together go together.
//	  - Reads (replace) and More (add) correct the published columns where the rule
//	    reads others; a test takes columns away to see that they are complete.
//	  - A rule sees one child. What it must know of other children is counted
//	    before, in the Context (see UPNCount).
//	  - Title is a plain heading under 70 letters. What says what is wrong with the
//	    values in it, Do what to do. No "valid", "please" or "e.g.".
//
// Then take the code out of pending (pending_test.go), and give the rule cases
// of its own (cases_test.go; a file cases_GROUP_test.go a group) for what the fixture leaves out:
// passing, failing, the boundary, and missing.
package ssda903
