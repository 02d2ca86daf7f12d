package stat

// Keeping makes draws keep no more than most.
func (d *Draws) Keeping(most int) *Draws {
	d.most = most
	return d
}
