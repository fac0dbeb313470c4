package odata

// Type is what the schema says of an entity or complex type, of an action's parameters, or of a page.
//
// Tables of types are written by the generator and never change.
type Type struct {
	// Name is qualified with the schema's namespace; empty for what has no name in the schema.
	Name string
	// Label is the name of the Go type.
	Label string
	Base  *Type
	// New makes an empty value.
	New func() Model
	// Properties are those that the type itself declares.
	Properties []Property

	Entity, Abstract, Open bool
	// SaysType means that a value shows its type without having been given one, because values of the
	// type stand where a base type is declared.
	SaysType bool
	// Opaque types have no structure that could be checked.
	Opaque bool

	// Discriminator tells derived types apart by a property; nil where the type's name does.
	Discriminator *Discriminator
	// Initial are the members that a new value has without having been given them.
	Initial []Initial
	// Additional is what all other members are; nil says nothing of them.
	Additional *Shape
	// RequiredInAnswers are the properties that answers always have, declared or inherited.
	RequiredInAnswers []string

	// The rules of writing, by property, declared or inherited.
	RequiredOnCreate, RequiredOnUpdate, NotInsertable, NotUpdatable, ExpectedOnCreate []string
}

// Discriminator is the property that tells the type of an object: the names of types by its values.
type Discriminator struct {
	Property string
	Mapping  map[string]string
}

// Initial is a member of a new value.
type Initial struct {
	Name  string
	Value any
}

// Property is a property, a navigation property or a parameter, and what the schema says of its values.
//
// For a collection, NotNull and the facets speak of the items.
type Property struct {
	// Name is the one on the wire.
	Name string
	// Type is qualified; type definitions are replaced by what they stand for.
	Type       string
	Collection bool
	Navigation bool
	NotNull    bool
	// Secret values are not shown.
	Secret bool
	Facets *Facets
	// Shape says what Type and Collection cannot; nil where these say all.
	Shape *Shape
	// Wire is the type that an older version of OData has in place of Type; empty where that is the same.
	Wire string
}

// ShapeKind is what a shape is.
type ShapeKind int

// The kinds of shapes: a value by the name of its type, a list, an object whose members have any name, exactly
// one value, any value.
const (
	ShapeNamed ShapeKind = iota
	ShapeList
	ShapeMap
	ShapeLiteral
	ShapeAny
)

// Shape is what values are, as deep as that goes.
type Shape struct {
	Kind ShapeKind
	// Type is qualified, for a value by the name of its type.
	Type string
	// Item is what the items of a list are, and the members of an object.
	Item *Shape
	// Value is the only one.
	Value   any
	NotNull bool
	Facets  *Facets
}

// Facets are the restrictions on a property's values that go beyond its type. A nil pointer, an empty
// text and an empty slice say nothing.
type Facets struct {
	MinLength, MaxLength, Precision, Scale, MinItems, MaxItems *int
	// FloatingScale is for decimals of any scale.
	FloatingScale bool
	// Flags means an enumeration whose values name several members.
	Flags            bool
	Pattern          *string
	Minimum, Maximum *Bound
	MultipleOf       string
	AllowedValues    []any
	IsURL, IsBase64  bool
	// Types are those that a value may have, WritableTypes those that a request may carry; empty says nothing.
	Types, WritableTypes []string
	HasAllowedValues     bool
	// UniqueItems means that no two items are equal.
	UniqueItems bool
}

// Bound is an end of an interval, as the value would stand in JSON: a string or a Number.
type Bound struct {
	Value     any
	Exclusive bool
}

// Enum is what the schema says of an enumeration: the names of its members, or their values where these are no
// texts.
type Enum struct {
	Name    string
	Members []string
	Values  []any
}

// Alias is a second name of a namespace.
type Alias struct{ Name, Namespace string }

// IntOf gives a pointer to n, for tables of facets.
func IntOf(n int) *int { return &n }

// TextOf gives a pointer to text, for tables of facets.
func TextOf(text string) *string { return &text }

var registry = struct {
	types   map[string]*Type
	pages   map[string]*Type
	enums   map[string]*Enum
	aliases map[string]string
}{map[string]*Type{}, map[string]*Type{}, map[string]*Enum{}, map[string]string{}}

// Register makes types known by their names, and pages by the type of their items. Generated code calls it
// before anything else runs.
//
// A name that comes with a payload is only ever looked up here.
func Register(types []*Type, pages []*Type, enums []*Enum, aliases []Alias) {
	for _, t := range types {
		registry.types[t.Name] = t
	}
	for _, p := range pages {
		registry.pages[p.property("value").Type] = p
	}
	for _, e := range enums {
		registry.enums[e.Name] = e
	}
	for _, a := range aliases {
		registry.aliases[a.Name] = a.Namespace
	}
}

// FindType gives the type with a qualified name, or nil.
func FindType(name string) *Type { return registry.types[name] }

// isA says whether the type is base or derives from it.
func (t *Type) isA(base *Type) bool {
	for ; t != nil; t = t.Base {
		if t == base {
			return true
		}
	}
	return false
}

// property gives the declaration of a property, inherited ones too, or nil.
func (t *Type) property(name string) *Property {
	for ; t != nil; t = t.Base {
		for at := range t.Properties {
			if t.Properties[at].Name == name {
				return &t.Properties[at]
			}
		}
	}
	return nil
}

// declared gives the type that a property is declared to have, if it is structured.
func (t *Type) declared(name string) *Type {
	if found := t.property(name); found != nil {
		return registry.types[found.Type]
	}
	return nil
}
