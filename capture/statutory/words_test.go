package statutory_test

import (
	"regexp"
	"strings"
	"testing"

	"recordwell/validation"
	"recordwell/validation/message"
)

// codes of the returns, which nobody at a form has to know.
var code = regexp.MustCompile(`\b([0-9]{4}Q?|RC[0-9]|UN[0-9]|N[0-9]|[0-9]{1,2}[A-C]|NONE|NOBT|REFU|UPNunknown)\b`)

var notOurs = regexp.MustCompile(`(?i)\b(please|sorry|valid|invalid|illegal|forbidden|oops)\b|—`)

// What is said of each broken rule has every value in it and no code. Where the
// catalogue's own words name a code, the rule needs words of its own for entry.
func TestWhatIsSaidHasEveryValueAndNoCode(t *testing.T) {
	said := 0
	for _, b := range broken {
		d := full(t)
		d.save()
		d.fill(b.do...)
		rules := d.draft.Returns()
		for _, f := range d.draft.Findings() {
			labels := func(place, value string) (string, bool) {
				var out []string
				for _, one := range strings.Split(value, ", ") {
					c := rules.Choice(f.Rule, place, one)
					if c == nil {
						return "", false
					}
					out = append(out, c.Label.Source())
				}
				return strings.Join(out, ", "), true
			}
			issue := f.Issue
			issue.Args = map[string]string{"child": "Maya"}
			for name, value := range f.Args {
				issue.Args[name] = value
			}
			m := message.English().For(issue, f.Info, message.Options{Labels: labels})
			said++
			words := strings.ReplaceAll(m.Title, "{child}", "Maya") + " | " + m.Text + " | " + m.Do
			if strings.ContainsAny(words, "{}") {
				t.Errorf("%s: %q has a value left out", f.Rule, words)
			}
			if years := regexp.MustCompile(`\b20[0-9]{2}\b|`+upns).ReplaceAllString(words, ""); code.MatchString(years) {
				t.Errorf("%s: %q names a code", f.Rule, words)
			}
			if notOurs.MatchString(words) {
				t.Errorf("%s: %q has a word that is not ours", f.Rule, words)
			}
		}
	}
	if said < len(broken) {
		t.Errorf("%d findings for %d cases", said, len(broken))
	}
}

const upns = `\b[A-Z][0-9]{12}\b`

// Rules that run have words, and none ends with a full stop.
func TestEveryRuleHasWords(t *testing.T) {
	d := full(t)
	for _, id := range d.draft.Returns().IDs() {
		info := d.draft.Returns().Info(id)
		if info.Title == "" || info.What+info.Do == "" {
			t.Errorf("%s has no words", id)
		}
		for _, words := range []string{info.Title, info.Do} {
			if strings.HasSuffix(words, ".") {
				t.Errorf("%s: %q ends with a full stop", id, words)
			}
		}
		if info.Severity == validation.Query && !strings.Contains(info.Do, "explain") {
			t.Errorf("%s is a query and does not ask to explain: %q", id, info.Do)
		}
	}
}

// Who fills in a form knows the child by name, and not by the number of a return.
func TestNoRuleOfARecordCallsAChildByNumber(t *testing.T) {
	rules := newDesk(t, "2025-12-04", "contact_referral", "child_details", "looked_after", "missing").draft.Returns()
	for _, id := range rules.IDs() {
		info := rules.Info(id)
		if words := info.Title + info.What + info.Do; strings.Contains(words, "{CHILD}") {
			t.Errorf("%s: %q", id, words)
		}
	}
}
