package form

// Expr is a compiled expression of XLSForm's language. Names are resolved when
// it is compiled; evaluating it allocates little and never fails: what cannot
// be computed is null.
type Expr struct {
	source string
	node   node
	// Reads are the names it refers to.
	reads []string
}

type node interface{}

// Source returns the expression as written.
func (e *Expr) Source() string { return e.source }
