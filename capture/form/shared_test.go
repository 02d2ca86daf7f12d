package form

import (
	"strings"
	"testing"
	"testing/fstest"
)

const sharedForm = `
form: a
version: "1"
title: A
entity: child
survey:
  - type: group
    name: home
    label: Home
    survey:
      - type: repeat
        name: addresses
        entity: address
        label: Addresses
        ask: Another?
        add_label: "Yes"
        end_label: "No"
        title: ${street}
        one_title: An address
        shared_unless: left
        survey:
          - {type: text, name: street, label: Street, shared: siblings}
          - {type: date, name: left, label: Left}
`

func TestWhatIsShared(t *testing.T) {
	read := func(old, with string) (*Definition, string) {
		d, problems := Read(fstest.MapFS{"forms/a.yaml": {Data: []byte(strings.Replace(sharedForm, old, with, 1))}}, "forms/a.yaml")
		var all []string
		for _, p := range problems {
			all = append(all, p.Message)
		}
		return d, strings.Join(all, "; ")
	}
	d, said := read("", "")
	if street, left := d.Named("street"), d.Named("left"); said != "" || !street.Shared || left.Shared || street.Repeat.SharedUnless != left {
		t.Errorf("street is shared: %v, left: %v, unless %v; %s", street.Shared, left.Shared, street.Repeat.SharedUnless, said)
	}
	for _, c := range []struct{ old, with, want string }{
		{"shared: siblings", "shared: everybody", `An answer can be shared by siblings, not by "everybody"`},
		{"shared: siblings", "shared: siblings, item: ChildIdentifiers.UPN", "street says who the child is in a return (ChildIdentifiers.UPN), so it is each child’s own"},
		{"shared_unless: left", "shared_unless: lift", `There is no question "lift" in this list`},
	} {
		if _, said := read(c.old, c.with); !strings.Contains(said, c.want) {
			t.Errorf("%s: said %q", c.with, said)
		}
	}
}
