package likeness

// Person is what tells one person from another.
type Person struct {
	Given, Family string
	Born          string // ISO, perhaps without day or month; "" for not known
}

// Likeness is how much two people are alike, detail by detail.
type Likeness struct{ Given, Family, Born Degree }

// Compare holds what is typed against somebody who is known. The names may stand
// the other way round.
func Compare(typed, known Person) Likeness {
	l := Likeness{Given(typed.Given, known.Given), Family(typed.Family, known.Family), Born(typed.Born, known.Born)}
	if l.Given == Unlike && l.Family == Unlike &&
		Given(typed.Family, known.Given) == Same && Family(typed.Given, known.Family) == Same {
		l.Given, l.Family = Near, Near
	}
	return l
}

// Likely reports that it could be one person, so that somebody should look: both
// names are near and nothing speaks against the date; both are the same, whatever
// the date; or the date and one name are the same, and the other changed, as family
// names do. One detail alone is never enough.
func (l Likeness) Likely() bool {
	switch {
	case l.Given >= Near && l.Family >= Near:
		return l.Born != Unlike || l.Given == Same && l.Family == Same
	case l.Given == Same && l.Family != Same:
		return l.Born >= Near
	case l.Family >= Near && l.Given == Blank:
		return l.Born >= Near
	}
	return false
}

// Score orders people who are likely, the most alike first at the highest.
func (l Likeness) Score() int {
	return int(l.Given)*2 + int(l.Family)*2 + int(l.Born)*3
}
