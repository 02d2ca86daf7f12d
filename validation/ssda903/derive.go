package ssda903

import (
	"math"
	"strconv"
)

// derive fills the derived columns of a return read from its own files.
// A tables file gives them or leaves them out.
func (b *builder) derive(postcodes Postcodes, authority string) {
	for _, year := range []Table{0, Last} {
		if b.ret.Has(HeaderTable+year) && b.ret.Has(UASCTable+year) && !b.ret.HasColumn(HeaderTable+year, "UASC") {
			b.deriveUASC(year)
		}
		if postcodes != nil && b.ret.Has(EpisodesTable+year) {
			b.derivePlace(year, postcodes, authority)
		}
	}
}

// deriveUASC: 1 when the child has a row in UASC, else 0.
func (b *builder) deriveUASC(year Table) {
	yes, no := b.text([]byte("1"), derivedColumn), b.text([]byte("0"), derivedColumn)
	b.ret.hasColumn(HeaderTable+year, uascColumn)
	for _, c := range b.ret.Children {
		ts := c.year(year)
		for _, h := range ts.Header {
			h.UASC.text = no
			if len(ts.UASC) > 0 {
				h.UASC.text = yes
			}
		}
	}
}

// derivePlace: the authority of the placement, whether that is the returning
// authority, and how far it is from home.
func (b *builder) derivePlace(year Table, postcodes Postcodes, authority string) {
	t := EpisodesTable + year
	for _, name := range []string{"PL_LA", "PL_LOCATION", "PL_DISTANCE"} {
		if i, ok := t.columnNamed(name); ok && (name != "PL_LOCATION" || authority != "") {
			b.ret.hasColumn(t, i)
		}
	}
	for _, c := range b.ret.Children {
		for _, ep := range c.year(year).Episodes {
			if ep.PL_POST.Missing() {
				continue
			}
			place, ok := postcodes.Postcode(ep.PL_POST.Text())
			if !ok {
				continue
			}
			la := upperTier(place.Authority)
			ep.PL_LA.text = b.text([]byte(la), derivedColumn)
			if authority != "" {
				in := "OUT"
				if la == authority {
					in = "IN"
				}
				ep.PL_LOCATION.text = b.text([]byte(in), derivedColumn)
			}
			home, ok := postcodes.Postcode(ep.HOME_POST.Text())
			if ok && home.Grid && place.Grid {
				ep.PL_DISTANCE.text = b.text(strconv.AppendFloat(nil, miles(home, place), 'f', 1, 64), derivedColumn)
			}
		}
	}
}

// upperTier names the other nations as the Department does.
func upperTier(la string) string {
	if la == "" {
		return la
	}
	switch la[0] {
	case 'S':
		return "SCO"
	case 'W':
		return "WAL"
	case 'N':
		return "NIR"
	}
	return la
}

// miles is the straight line, as the Department converts it.
func miles(a, b Location) float64 {
	metres := math.Hypot(float64(a.East-b.East), float64(a.North-b.North))
	return metres / 1000 / 1.6093
}
