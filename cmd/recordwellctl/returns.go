package main

import (
	"fmt"
	"strings"

	"recordwell/assets/calendars"
	"recordwell/validation/cin"
	"recordwell/validation/datatype"
	"recordwell/validation/returns"
	"recordwell/validation/ssda903"
)

// statutory makes the return of that name, with the calendar that ships.
// Authority is the code of the local authority, where a return needs one.
func statutory(name, authority string) (returns.Return, error) {
	england, err := datatype.ParseWorkdays(calendars.England)
	if err != nil {
		return nil, err
	}
	all := []returns.Return{cin.Census{Calendar: england}, ssda903.Statutory{Authority: authority}}
	var names []string
	for _, r := range all {
		if r.Name() == name {
			return r, nil
		}
		names = append(names, r.Name())
	}
	if name == "" {
		return nil, fmt.Errorf("say which return it is: --return %s", strings.Join(names, " or --return "))
	}
	return nil, fmt.Errorf("there is no return %q. Choose %s", name, strings.Join(names, " or "))
}
