package odata

import (
	"bytes"
	"fmt"
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
		named := typ != declared && (m.name == odataType || m.name == shortType)
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

// ETagOf gives the version of an entity that was read, for IfMatch; empty when the service told none.
func ETagOf(model Model) string {
	for _, name := range []string{"@odata.etag", "@etag"} {
		found, _ := model.object().load(name)
		if text, is := found.(string); is {
			return text
		}
	}
	return ""
}

// Place is any request builder.
type Place interface{ at() *place }

func (b RequestBuilder) at() *place { return b.place }

// AddressOf gives the absolute URL of a place. It fails for what is wrong with a key or a parameter on the way.
func AddressOf(where Place) (string, error) {
	found := where.at()
	if found == nil {
		return "", fmt.Errorf("%w: the request builder was made without a client", ErrConfiguration)
	}
	if found.err != nil {
		return "", found.err
	}
	return found.address(), nil
}

// Bind relates a model to entities that exist when it is sent: `name@odata.bind` (OData JSON Format 4.01,
// section 8.5). A property that holds one entity takes one place. It fails when name is no navigation property.
func Bind(model Model, name string, targets ...Place) error {
	urls := make([]string, len(targets))
	for at, target := range targets {
		found, err := AddressOf(target)
		if err != nil {
			return err
		}
		urls[at] = found
	}
	return BindURL(model, name, urls...)
}

// BindURL is Bind for URLs of entities: absolute, or relative to the service root.
func BindURL(model Model, name string, urls ...string) error {
	declared := model.object().typ().property(name)
	if declared == nil || !declared.Navigation {
		return fmt.Errorf("%w: %q is no navigation property", ErrArgument, name)
	}
	if !declared.Collection {
		if len(urls) != 1 {
			return fmt.Errorf("%w: %q takes one entity", ErrArgument, name)
		}
		model.object().store(name+bindings[0], urls[0])
		return nil
	}
	items := make([]any, len(urls))
	for at, url := range urls {
		items[at] = url
	}
	model.object().store(name+bindings[0], items)
	return nil
}
