package odata

import (
	"fmt"
	"slices"
)

// Kind is a set of kinds of JSON.
type Kind uint8

// The kinds of JSON.
const (
	KindString Kind = 1 << iota
	KindNumber
	KindBoolean
	KindObject
	KindArray
	KindNull
)

func kindOf(value any) Kind {
	switch value.(type) {
	case nil:
		return KindNull
	case bool:
		return KindBoolean
	case string, *File:
		return KindString
	case Number:
		return KindNumber
	case []any:
		return KindArray
	}
	return KindObject
}

// UnionType is how the variants of a union are told apart: by the kind of JSON; objects by the value of
// Property, by a member that only one has, or as what is left.
type UnionType struct {
	Name     string
	Property string
	Variants []Variant
}

// Variant is one type of a union: the kinds of JSON of its values, the values of the union's property that
// stand for it, the member that only it has, and what its values are.
type Variant struct {
	Kinds  Kind
	Values []string
	Member string
	Shape  *Shape
}

var unions = map[string]*UnionType{}

// RegisterUnions makes unions known by their names. Generated code calls it before anything else runs.
func RegisterUnions(tables []*UnionType) {
	for _, table := range tables {
		unions[table.Name] = table
	}
}

// none is for values that fit no variant, or more than one.
const none = -1

// variantOf gives the index of the variant that a value is of.
func (t *UnionType) variantOf(value any) int {
	kind := kindOf(value)
	var fitting []int
	for at, each := range t.Variants {
		if each.Kinds&kind != 0 {
			fitting = append(fitting, at)
		}
	}
	if len(fitting) < 2 || kind != KindObject {
		return only(fitting)
	}
	told, named := fieldOf(value, t.Property)
	text, is := scalarText(told)
	var byValue, byMember, left []int
	for _, at := range fitting {
		each := t.Variants[at]
		_, has := fieldOf(value, each.Member)
		switch {
		case named && is && slices.Contains(each.Values, text):
			byValue = append(byValue, at)
		case each.Member != "" && has:
			byMember = append(byMember, at)
		case each.Member == "" && len(each.Values) == 0:
			left = append(left, at)
		}
	}
	switch {
	case len(byValue) > 0:
		return only(byValue)
	case len(byMember) > 0:
		return only(byMember)
	}
	return only(left)
}

func only(found []int) int {
	if len(found) == 1 {
		return found[0]
	}
	return none
}

func fieldOf(value any, name string) (any, bool) {
	switch v := value.(type) {
	case *record:
		return v.get(name)
	case Model:
		return v.object().load(name)
	}
	return nil, false
}

func scalarText(value any) (string, bool) {
	switch v := value.(type) {
	case string:
		return v, true
	case bool:
		return fmt.Sprint(v), true
	case Number:
		return v.String(), true
	}
	return "", false
}

// Union is what every union embeds: a value of one of several types. What is none of them stays as it came.
type Union struct {
	typ   *UnionType
	value any
	// chosen is the variant that a setter took; 0 leaves it to the value.
	chosen int
}

type unionPointer[T any] interface {
	*T
	union() *Union
}

func (u *Union) union() *Union { return u }

// InitUnion gives an empty union its type. Constructors call it.
func InitUnion(holder interface{ union() *Union }, typ *UnionType) { holder.union().typ = typ }

// Raw gives the value converted as little as possible: nil, bool, string, Number, []any, map[string]any or Model.
func (u *Union) Raw() any { return goOf(u.value) }

// SetRaw takes any JSON value. It fails for what is none.
func (u *Union) SetRaw(value any) error {
	wired, err := wireOf(value)
	if err == nil {
		u.value, u.chosen = wired, 0
	}
	return err
}

func (u *Union) is(at int) bool {
	if u.chosen > 0 {
		return u.chosen-1 == at
	}
	return u.typ != nil && u.typ.variantOf(u.value) == at
}

func (u *Union) jsonValue() any { return u.value }

// MarshalJSON gives the JSON text of the value.
func (u *Union) MarshalJSON() ([]byte, error) { return write(u.value, nil) }

// UnmarshalJSON takes any JSON value.
func (u *Union) UnmarshalJSON(text []byte) error {
	value, err := parse(text)
	if err == nil {
		u.value, u.chosen = value, 0
	}
	return err
}

// String shows no value, which may be a secret.
func (u *Union) String() string {
	if u.typ == nil {
		return "Union()"
	}
	return u.typ.Name + "(***)"
}

// GoString is String.
func (u *Union) GoString() string { return u.String() }

// UnionOf reads and writes unions; nil is null.
func UnionOf[T any, P unionPointer[T]](name string) *Codec[P] {
	read := func(raw any) (P, bool) {
		if raw == nil {
			return nil, true
		}
		made := P(new(T))
		*made.union() = Union{typ: unions[name], value: raw}
		return made, true
	}
	write := func(given P) any {
		if given == nil {
			return nil
		}
		return given.union().value
	}
	return &Codec[P]{read, write}
}

// GetVariant reads a value as the variant at an index; nil when it is another one.
func GetVariant[T any](u *Union, at int, codec *Codec[T]) *T {
	if !u.is(at) || u.value == nil {
		return nil
	}
	if value, ok := codec.Read(u.value); ok {
		return &value
	}
	return nil
}

// GetVariantValue is GetVariant for Go types that have nil.
func GetVariantValue[T any](u *Union, at int, codec *Codec[T]) T {
	if found := GetVariant(u, at, codec); found != nil {
		return *found
	}
	var nothing T
	return nothing
}

// SetVariant makes a value of the variant at an index; nil is null.
func SetVariant[T any](u *Union, at int, codec *Codec[T], value *T) {
	u.value, u.chosen = nil, at+1
	if value != nil {
		u.value = codec.Write(*value)
	}
}

// SetVariantValue is SetVariant for Go types that have nil.
func SetVariantValue[T any](u *Union, at int, codec *Codec[T], value T) {
	u.value, u.chosen = codec.Write(value), at+1
}
