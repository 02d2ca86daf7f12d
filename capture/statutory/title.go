package statutory

import (
	"strings"
	"sync"

	"recordwell/validation"
	"recordwell/validation/cin"
	"recordwell/validation/ssda903"
)

// Title describes a rule by its id, for those who read results and have no case
// before them: "The referral is more than 40 weeks before the birth (census rule
// 8606)". It is empty for what is not the id of a return's rule.
func Title(id string) string { return titles()[id] }

var titles = sync.OnceValue(func() map[string]string {
	out := map[string]string{}
	add := func(prefix, name string, list []validation.Info) {
		for _, info := range list {
			id := prefix + info.Code
			title := strings.ReplaceAll(spoken(id, info).Title, "{child}", "the child")
			out[id] = strings.ToUpper(title[:1]) + title[1:] + " (" + name + " rule " + info.Code + ")"
		}
	}
	add("cin/", "census", cin.Rules())
	add("ssda903/", "SSDA903", ssda903.Statutory{}.Info())
	return out
})
