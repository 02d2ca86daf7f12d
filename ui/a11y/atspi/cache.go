package atspi

// cacheItem is one object as a client keeps a copy of it.
type cacheItem struct {
	Object, App, Parent ref
	Index, Count        int32
	Interfaces          []string
	Name                string
	Role                uint32
	Description         string
	States              []uint32
}

func (o object) cacheItem() cacheItem {
	return cacheItem{
		Object: o.ref(), App: o.refAt(0), Parent: o.parent(),
		Index: int32(o.t.Index(o.i)), Count: int32(o.t.ChildCount(o.i)),
		Interfaces: o.fullInterfaces(), Name: o.name(), Role: o.kind().number,
		Description: o.describe(), States: o.states().words(),
	}
}

// cacheTables is org.a11y.atspi.Cache: the whole tree in one answer. A client
// that has asked for it is told of every object that comes and goes.
var cacheTables = map[string]*table[*server]{
	atspiPrefix + "Cache": {
		methods: map[string]method[*server]{
			"GetItems": {out: "a((so)(so)(so)iiassusau)", call: func(s *server, _ []any) ([]any, error) {
				s.cached.Store(true)
				t := s.tree.Load()
				items := make([]cacheItem, t.Len())
				for i := range items {
					items[i] = object{s: s, t: t, i: i}.cacheItem()
				}
				return []any{items}, nil
			}},
		},
	},
}
