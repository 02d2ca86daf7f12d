package research

// Help is noted, as the other pages that lie over everything are.
func (w *window) Help() { w.opened = append(w.opened, "help") }
