package capture

import "time"

// EntityType names a kind of thing a case holds: "case", "child", "referral",
// "person" … Form definitions declare which they are about and where each nests.
type EntityType string

// CaseEntity is the type of the root entity of every case.
const CaseEntity EntityType = "case"

// Entity is a person or thing of a case. It has its identity from the moment it
// is added; its order among siblings is a property.
type Entity struct {
	ID     EntityID
	Type   EntityType
	Parent EntityID // empty for the root
	Order  int      // among siblings of one type, from 0
	// Removed entities keep their answers, so that removing can be undone.
	Removed bool
	Added   time.Time
}

// Case is the record of one family in one session.
type Case struct {
	ID       CaseID
	Entities []Entity // the root first, parents before children
}

// TypeOf returns the type of an entity of the case; empty when it has none.
func (c Case) TypeOf(id EntityID) EntityType {
	for _, e := range c.Entities {
		if e.ID == id {
			return e.Type
		}
	}
	return ""
}
