package odata

import (
	"encoding/json"
	"sort"
)

// Number is a JSON number by its text, so that no digit is lost.
type Number = json.Number

// member is one name and value of a JSON object.
type member struct {
	name  string
	value any
}

// record is a JSON object in the order of its members, each named once.
//
// A value is nil, a bool, a string, a Number, a []any, a *record, or a Model that took the place of one.
type record struct {
	members []member
	index   map[string]int
}

// indexFrom is the number of members from which an index pays.
const indexFrom = 12

func (r *record) find(name string) int {
	if r.index != nil {
		if at, found := r.index[name]; found {
			return at
		}
		return -1
	}
	for at := range r.members {
		if r.members[at].name == name {
			return at
		}
	}
	return -1
}

// get gives the value of a member, and whether there is one.
func (r *record) get(name string) (any, bool) {
	if at := r.find(name); at >= 0 {
		return r.members[at].value, true
	}
	return nil, false
}

// set gives a member its value; a new one comes last.
func (r *record) set(name string, value any) {
	if at := r.find(name); at >= 0 {
		r.members[at].value = value
		return
	}
	r.members = append(r.members, member{name, value})
	if r.index != nil {
		r.index[name] = len(r.members) - 1
	} else if len(r.members) >= indexFrom {
		r.reindex()
	}
}

func (r *record) remove(name string) {
	at := r.find(name)
	if at < 0 {
		return
	}
	kept := make([]member, 0, len(r.members)-1)
	kept = append(append(kept, r.members[:at]...), r.members[at+1:]...)
	r.members, r.index = kept, nil
	if len(kept) >= indexFrom {
		r.reindex()
	}
}

func (r *record) reindex() {
	r.index = make(map[string]int, len(r.members))
	for at := range r.members {
		r.index[r.members[at].name] = at
	}
}

// sortedKeys gives the names of a map in order.
func sortedKeys[T any](values map[string]T) []string {
	names := make([]string, 0, len(values))
	for name := range values {
		names = append(names, name)
	}
	sort.Strings(names)
	return names
}
