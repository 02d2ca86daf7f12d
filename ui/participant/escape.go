package participant

// closeNearest closes the menu, the list of sections, help, or the family where it
// stands in the strip, and reports whether any was open.
func (r *Record) closeNearest() bool {
	switch {
	case r.top.close():
	case r.strip.narrow && r.strip.open:
		r.strip.toggle()
	case r.side.closeHelp():
	case r.narrow() && r.side.open:
		r.showSide(false)
	default:
		return false
	}
	return true
}
