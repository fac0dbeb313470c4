package odata

import (
	"bytes"
	"slices"
)

// notThere stands for a member that an answer did not have.
type notThere struct{}

// remember keeps what a member of an answer was before it is changed for the first time. The caller holds the
// lock.
func (s *state) remember(name string) {
	if !s.answered {
		return
	}
	if _, known := s.before[name]; known {
		return
	}
	if s.before == nil {
		s.before = map[string]any{}
	}
	value, found := s.data.get(name)
	if !found {
		value = notThere{}
	}
	s.before[name] = value
}

// markAnswered says that a model is of an answer: what changes in it from now on is known.
func markAnswered(model Model, answered bool) Model {
	model.object().own().answered = answered
	return model
}

func isAnswered(model Model) bool {
	object := model.object()
	return object.state != nil && object.state.answered
}

// changesOf gives a model with what changed in one of an answer since it came: properties that have another
// value, whole ones if they are structured, and those that the service requires on each update. The type is
// named where the declared one would not tell.
func changesOf(model Model, declared *Type) Model {
	object := model.object()
	typ := object.typ()
	made := typ.New()
	made.object().state = &state{typ: typ, data: &record{}, problem: object.problem()}
	kept := made.object().state.data
	for _, m := range object.copied() {
		named := typ != declared && slices.Contains(typeNames, m.name)
		if named || slices.Contains(typ.RequiredOnUpdate, m.name) || object.changed(m, 0) {
			kept.set(m.name, m.value)
		}
	}
	return made
}

// changed says whether a member has another value than it came with.
func (o *Object) changed(m member, depth int) bool {
	o.state.Lock()
	before, set := o.state.before[m.name]
	o.state.Unlock()
	return set && !isAsBefore(before, m.value, o.typ().declared(m.name)) || isTouched(m.value, depth)
}

// isTouched says whether something in a value changed since it came.
func isTouched(value any, depth int) bool {
	if depth > maxNesting {
		return true // Whoever writes it will fail.
	}
	switch v := value.(type) {
	case []any:
		for _, item := range v {
			if isTouched(item, depth+1) {
				return true
			}
		}
	case Model:
		object := v.object()
		members := object.copied()
		for _, m := range members {
			if object.changed(m, depth+1) {
				return true
			}
		}
		return object.lacks(members)
	}
	return false
}

// lacks says whether something was removed.
func (o *Object) lacks(members []member) bool {
	if o.state == nil {
		return false
	}
	o.state.Lock()
	defer o.state.Unlock()
	for name, value := range o.state.before {
		if _, _, found := lookup(members, name); !found && value != (notThere{}) {
			return true
		}
	}
	return false
}

func isAsBefore(before, now any, declared *Type) bool {
	switch v := before.(type) {
	case notThere:
		return false
	case nil, bool, string, Number:
		return v == now
	}
	old, given := writer{}, writer{}
	old.value(before, declared, 0)
	given.value(now, declared, 0)
	return old.err == nil && given.err == nil && bytes.Equal(old.out, given.out)
}
