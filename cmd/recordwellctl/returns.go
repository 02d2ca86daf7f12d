package main

import "recordwell/validation/returns"

// statutory lists the returns that can be checked.
func statutory() ([]returns.Return, error) {
	return nil, nil
}
