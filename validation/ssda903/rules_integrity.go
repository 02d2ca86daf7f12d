package ssda903

import "slices"

// integrityRules are the checks that tables agree with each other. They are not
// the Department's rules.
var integrityRules = slices.Concat(
	[]Rule{
		notInHeader("INT01", AD1Table), notInHeader("INT02", PlacedAdoptionTable), notInHeader("INT03", EpisodesTable),
		notInHeader("INT04", MissingTable), notInHeader("INT05", OC2Table), notInHeader("INT06", OC3Table),
		notInHeader("INT07", PrevPermTable), notInHeader("INT08", ReviewsTable), notInHeader("INT09", UASCTable),
		differs("INT11", AD1Table, "DOB"), differs("INT12", PlacedAdoptionTable, "DOB"), differs("INT13", MissingTable, "DOB"),
		differs("INT14", OC2Table, "DOB"), differs("INT15", OC3Table, "DOB"), differs("INT16", PrevPermTable, "DOB"),
		differs("INT17", ReviewsTable, "DOB"), differs("INT18", UASCTable, "DOB"), differs("INT21", UASCTable, "SEX"),
		onlyOnce("INT31", AD1Table), onlyOnce("INT32", HeaderTable), onlyOnce("INT33", OC2Table),
		onlyOnce("INT34", OC3Table), onlyOnce("INT35", PrevPermTable), onlyOnce("INT36", UASCTable),
		{
			Code: "EPI", Needs: "Header Episodes",
			Title: "Child has no episodes",
			What:  "The return has no episode of care for child {CHILD}, and does not name them as a care leaver.",
			Do:    "Add each placement and legal status of the child, so that the other rules can be checked.",
			More:  "OC3.CHILD",
			Check: func(c *View, found *Found) {
				if len(c.Episodes) > 0 || len(c.OC3) > 0 {
					return
				}
				for _, h := range c.Header {
					flag(found, h.CHILD)
				}
			},
		},
		{
			Code: "1012", Needs: "Episodes",
			Title: "Child without episodes has other answers than as a care leaver",
			What:  "Child {CHILD} has no episode this year. A care leaver without one has answers in OC3 alone.",
			Do:    "Add the child’s episodes, or take the row away.",
			More:  "AD1.CHILD Missing.CHILD OC2.CHILD PlacedAdoption.CHILD PrevPerm.CHILD Reviews.CHILD",
			Check: func(c *View, found *Found) {
				if len(c.Episodes) > 0 {
					return
				}
				for _, t := range onlyWithEpisodes {
					for i := range c.Len(t) {
						flag(found, c.Value(t, i, "CHILD"))
					}
				}
			},
		},
	},
)

// onlyWithEpisodes are tables in which a child without episodes has no row.
var onlyWithEpisodes = [...]Table{AD1Table, PlacedAdoptionTable, PrevPermTable, MissingTable, OC2Table, ReviewsTable}

// notInHeader flags the rows of a child who has no row in Header.
func notInHeader(code string, t Table) Rule {
	return Rule{
		Code: code, Needs: "Header " + t.String(),
		Title: "Child in " + t.String() + " is not in Header",
		What:  "Child {CHILD} has a row in " + t.String() + " and none in Header.",
		Do:    "Add the child to Header, or take the row away.",
		Check: func(c *View, found *Found) {
			if len(c.Header) > 0 {
				return
			}
			for i := range c.Len(t) {
				flag(found, c.Value(t, i, "CHILD"))
			}
		},
	}
}

// differs flags the rows that say something else about the child than every row
// of Header does. It asks nothing where either is missing
// or not a real date.
func differs(code string, t Table, column string) Rule {
	words := map[string]string{"DOB": "Date of birth", "SEX": "Sex"}[column]
	return Rule{
		Code: code, Needs: "Header." + column + " " + t.String() + "." + column,
		Reads: "Header." + column + " " + t.String() + "." + column,
		Title: words + " in " + t.String() + " is not the same as in Header",
		What:  words + " is {" + t.String() + "." + column + "} in " + t.String() + " and {Header." + column + "} in Header.",
		Do:    "Find out which one is right and change the other.",
		Check: func(c *View, found *Found) {
			for i := range c.Len(t) {
				v := c.Value(t, i, column)
				for _, h := range c.Header {
					said := h.DOB
					if column == "SEX" {
						said = h.SEX
					}
					known := v.Present() && said.Present()
					if column == "DOB" {
						known = v.IsDate() && said.IsDate()
					}
					if known && !v.Same(said) {
						flagWith(found, naming(said), v)
						break
					}
				}
			}
		},
	}
}

// onlyOnce flags every row of a child who has several in a table for one.
func onlyOnce(code string, t Table) Rule {
	return Rule{
		Code: code, Needs: t.String(),
		Title: "Child is in " + t.String() + " more than once",
		What:  "Child {CHILD} has more than one row in " + t.String() + ".",
		Do:    "Keep the right row and take the others away.",
		Check: func(c *View, found *Found) {
			if n := c.Len(t); n > 1 && c.ID != "" {
				rows := make([]Value, n)
				for i := range rows {
					rows[i] = c.Value(t, i, "CHILD")
				}
				flag(found, rows...)
			}
		},
	}
}
