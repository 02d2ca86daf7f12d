package stat

// Keeping makes draws keep no more than most.
func (d *Draws) Keeping(most int) *Draws {
	d.most = most
	return d
}

// Quantile is quantile, to be held against sorting.
var Quantile = quantile
