package main

import (
	"fmt"
	"strings"

	"recordwell/cmd/internal/program"
	"recordwell/validation/returns"
)

// statutory makes the return of that name. Authority is the code of the local
// authority, where a return needs one.
func statutory(name, authority string) (returns.Return, error) {
	all, err := program.Returns(authority)
	if err != nil {
		return nil, err
	}
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
