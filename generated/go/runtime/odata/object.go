package odata

import (
	"fmt"
	"sync"
)

// Model is any value of an entity or complex type, an action's parameters, or a page of a collection.
//
// A model keeps the JSON object that the service sent or will get, so that absent, null and a value stay
// different and nothing that this client does not know is lost. Getters give nil both for what is absent
// and for null; IsSet tells them apart. Setting nil sends an explicit null; Unset sends nothing.
type Model interface {
	TypeNamed
	// GetAdditionalData gives what the object has beside the declared properties, annotations too, as a
	// copy. Numbers are Numbers, objects maps.
	GetAdditionalData() map[string]any
	// SetAdditionalData replaces what the object has beside the declared properties. What is no JSON
	// value is reported when the model is sent.
	SetAdditionalData(value map[string]any)
	// IsSet says whether the property called name on the wire is there, null included.
	IsSet(name string) bool
	// Unset removes the property called name on the wire.
	Unset(name string)

	object() *Object
}

// Object is what every model embeds. A value that no constructor made has no type and cannot be sent.
type Object struct{ state *state }

// state is shared by copies of a model. The lock makes reading from several goroutines safe: reading puts
// models in the place of the objects that they were read from.
type state struct {
	sync.Mutex
	typ     *Type
	data    *record
	problem error
	// answered means that the model is of an answer; before is what changed members were then.
	answered bool
	before   map[string]any
}

// Init gives an empty model its type. Constructors call it.
func Init(model Model, typ *Type) {
	data := &record{}
	for _, given := range typ.Initial {
		data.set(given.Name, given.Value)
	}
	model.object().state = &state{typ: typ, data: data}
}

// over makes a model over data, which it keeps: of the type that the payload names, if that is declared or
// derives from it.
func over(data *record, declared *Type) Model {
	if declared == nil {
		declared = anyType
	}
	typ := variant(data, declared)
	made := typ.New()
	made.object().state = &state{typ: typ, data: data}
	return made
}

// anyType is the declared type where the schema allows any structured value.
var anyType = &Type{New: func() Model { return &Object{} }, Open: true}

func (o *Object) object() *Object { return o }

func (o *Object) own() *state {
	if o.state == nil {
		o.state = &state{data: &record{}}
	}
	return o.state
}

func (o *Object) typ() *Type {
	if o == nil || o.state == nil {
		return nil
	}
	return o.state.typ
}

// load gives the value of a member, and whether there is one.
func (o *Object) load(name string) (any, bool) {
	if o == nil || o.state == nil {
		return nil, false
	}
	o.state.Lock()
	defer o.state.Unlock()
	return o.state.data.get(name)
}

// store gives a member its value.
func (o *Object) store(name string, value any) {
	own := o.own()
	own.Lock()
	defer own.Unlock()
	own.remember(name)
	own.data.set(name, value)
}

// copied gives the members as they are now.
func (o *Object) copied() []member {
	if o == nil || o.state == nil {
		return nil
	}
	o.state.Lock()
	defer o.state.Unlock()
	return append([]member(nil), o.state.data.members...)
}

// GetAdditionalData gives what the object has beside the declared properties; see Model.
func (o *Object) GetAdditionalData() map[string]any {
	made := map[string]any{}
	for _, m := range o.copied() {
		if o.isAdditional(m.name) {
			made[m.name] = goOf(m.value)
		}
	}
	return made
}

func (o *Object) isAdditional(name string) bool {
	return !isTypeName(name) && o.typ().property(name) == nil
}

// SetAdditionalData replaces what the object has beside the declared properties; see Model.
func (o *Object) SetAdditionalData(value map[string]any) {
	wired, err := wireOfMap(value)
	own := o.own()
	for _, m := range o.copied() {
		if o.isAdditional(m.name) {
			o.Unset(m.name)
		}
	}
	own.problem = err
	if given, is := wired.(*record); is && err == nil {
		for _, m := range given.members {
			if o.isAdditional(m.name) {
				o.store(m.name, m.value)
			} else {
				own.problem = fmt.Errorf("%w: %q is declared, it has a setter", ErrJSON, m.name)
			}
		}
	}
}

// IsSet says whether the property called name on the wire is there, null included.
func (o *Object) IsSet(name string) bool {
	_, found := o.load(name)
	return found
}

// Unset removes the property called name on the wire.
func (o *Object) Unset(name string) {
	own := o.own()
	own.Lock()
	defer own.Unlock()
	own.remember(name)
	own.data.remove(name)
}

// MarshalJSON gives the JSON object as it goes on the wire.
func (o *Object) MarshalJSON() ([]byte, error) {
	if err := o.problem(); err != nil {
		return nil, err
	}
	return write(o, nil)
}

func (o *Object) problem() error {
	if o == nil || o.state == nil {
		return nil
	}
	return o.state.problem
}

// UnmarshalJSON takes over a JSON object. The Go type stays; Parse makes one of a derived type.
func (o *Object) UnmarshalJSON(text []byte) error {
	value, err := parse(text)
	if err != nil {
		return err
	}
	data, is := value.(*record)
	if !is {
		return fmt.Errorf("%w: a model is read from an object", ErrJSON)
	}
	own := o.own()
	own.Lock()
	defer own.Unlock()
	own.data, own.answered, own.before = data, false, nil
	return nil
}

// Parse reads a model from JSON text: of the type called typeName in the schema, or of the derived type that
// the text says it is.
func Parse(typeName string, text []byte) (Model, error) {
	typ := registry.types[typeName]
	if typ == nil {
		return nil, fmt.Errorf("%w: there is no type %q", ErrJSON, typeName)
	}
	value, err := parse(text)
	if err != nil {
		return nil, err
	}
	data, is := value.(*record)
	if !is {
		return nil, fmt.Errorf("%w: a model is read from an object", ErrJSON)
	}
	return over(data, typ), nil
}

// TypeName gives the schema's name of a model's type; empty for what has none.
func TypeName(model Model) string {
	if typ := model.object().typ(); typ != nil {
		return typ.Name
	}
	return ""
}

// Raw gives the value of the member called name as it came, converted as little as possible: nil, bool,
// string, Number, []any, map[string]any or Model. It is for values that are not what the schema says, for
// which getters give nil.
func Raw(model Model, name string) (value any, found bool) {
	value, found = model.object().load(name)
	return goOf(value), found
}
