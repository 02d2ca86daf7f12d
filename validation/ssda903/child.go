package ssda903

// Tables are the rows of one child, by table, each in document order.
type Tables struct {
	Header         []*Header
	Episodes       []*Episode
	Reviews        []*Review
	UASC           []*UASC
	OC2            []*OC2
	OC3            []*OC3
	AD1            []*AD1
	PlacedAdoption []*PlacedAdoption
	PrevPerm       []*PrevPerm
	Missing        []*Missing
	SWEpisodes     []*SWEpisode
	DoLo           []*DoLo
}

// Child is one child with everything of its own below it: this year's rows, and
// last year's below Last. A row that names no child is a child of its own.
type Child struct {
	// ID is the local identifier, the CHILD column; empty for a row without one.
	ID string
	Tables
	// Last is never nil; it is empty for a child who was not in last year's
	// return.
	Last *Tables

	id *text // of CHILD, shared by its rows; nil for a row without one
}

// row is one row of any table, for what treats all tables alike.
type row interface {
	// field is the value of a column, by its position in the schema.
	field(i int) *Value
}

// Len counts the rows of one of this year's tables.
func (ts *Tables) Len(t Table) int {
	switch t.thisYear() {
	case HeaderTable:
		return len(ts.Header)
	case EpisodesTable:
		return len(ts.Episodes)
	case ReviewsTable:
		return len(ts.Reviews)
	case UASCTable:
		return len(ts.UASC)
	case OC2Table:
		return len(ts.OC2)
	case OC3Table:
		return len(ts.OC3)
	case AD1Table:
		return len(ts.AD1)
	case PlacedAdoptionTable:
		return len(ts.PlacedAdoption)
	case PrevPermTable:
		return len(ts.PrevPerm)
	case MissingTable:
		return len(ts.Missing)
	case SWEpisodesTable:
		return len(ts.SWEpisodes)
	case DoLoTable:
		return len(ts.DoLo)
	}
	return 0
}

// Value is the value of a row of a table; column is a name of the schema, such
// as "DOB". It is for rules that treat several tables alike.
func (ts *Tables) Value(t Table, i int, column string) Value {
	c, ok := t.columnNamed(column)
	if !ok {
		return Value{table: t, row: nowhere}
	}
	return *ts.at(t, i).field(c)
}

func (ts *Tables) at(t Table, i int) row {
	switch t.thisYear() {
	case HeaderTable:
		return ts.Header[i]
	case EpisodesTable:
		return ts.Episodes[i]
	case ReviewsTable:
		return ts.Reviews[i]
	case UASCTable:
		return ts.UASC[i]
	case OC2Table:
		return ts.OC2[i]
	case OC3Table:
		return ts.OC3[i]
	case AD1Table:
		return ts.AD1[i]
	case PlacedAdoptionTable:
		return ts.PlacedAdoption[i]
	case PrevPermTable:
		return ts.PrevPerm[i]
	case MissingTable:
		return ts.Missing[i]
	case SWEpisodesTable:
		return ts.SWEpisodes[i]
	}
	return ts.DoLo[i]
}
