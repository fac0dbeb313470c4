package odata

import (
	"fmt"
	"slices"
	"strconv"
)

// The rules of values that only such services have.
const (
	RuleMinProperties Rule = "min-properties"
	RuleMaxProperties Rule = "max-properties"
	RuleUniqueItems   Rule = "unique-items"
)

// nullIsNoValue says that a member which has to be there cannot be null: here its type says so.
const nullIsNoValue = false

// ofOwnKind checks a value of a union or of an enumeration, and says whether it is one, or is text for a number.
func (w *walker) ofOwnKind(shape valueShape, value any, pointer string, depth int) bool {
	if union := unions[shape.Type]; union != nil {
		w.union(union, value, pointer, depth)
		return true
	}
	enum := registry.enums[shape.Type]
	if _, isText := value.(string); enum == nil && isText && isNumber(shape.Type) {
		w.report(pointer, RuleWrongType, "a JSON number is expected")
		return true
	}
	if enum == nil {
		return false
	}
	text, is := value.(string)
	listed := is && slices.Contains(enum.Members, text)
	if !listed && !slices.ContainsFunc(enum.Values, func(each any) bool { return isEqual(each, value) }) {
		w.report(pointer, RuleEnumMember, "the value is none of "+enum.Name)
	}
	return true
}

// isNumber says whether a primitive is a number, which is no text here.
func isNumber(name string) bool {
	_, isInteger := integerRanges[name]
	return isInteger || name == "Edm.Double" || name == "Edm.Single" || name == "Edm.Decimal"
}

// mostTrials bounds how many values are tried as several types, since unions can be in unions.
const mostTrials = 10_000

// union checks a value as the variant that it is told to be, or finds one that it could be.
func (w *walker) union(union *UnionType, value any, pointer string, depth int) {
	kind := kindOf(value)
	if at := union.variantOf(value); at != none && union.Variants[at].Shape != nil {
		w.shaped(union.Variants[at].Shape, value, pointer, depth+1)
	} else if !slices.ContainsFunc(union.Variants, func(v Variant) bool {
		return v.Kinds&kind != 0 && w.fits(v, value, pointer, depth)
	}) {
		w.report(pointer, RuleWrongType, "the value is of none of the types of "+union.Name)
	}
}

// fits says whether nothing is wrong with a value as a variant, or too much was tried already.
func (w *walker) fits(variant Variant, value any, pointer string, depth int) bool {
	w.trials++
	if variant.Shape == nil || w.trials > mostTrials {
		return true
	}
	tried := walker{operation: w.operation, partial: w.partial, trials: w.trials}
	tried.shaped(variant.Shape, value, pointer, depth+1)
	w.trials = tried.trials
	return refusal(tried.found) == nil
}

// shaped checks a value that is told by more than the name of its type.
func (w *walker) shaped(shape *Shape, value any, pointer string, depth int) {
	limits := valueShape{facets: shape.Facets}.limits()
	switch {
	case depth > maxDepth:
		w.report(pointer, RuleTooDeep, "more than 100 levels deep")
	case shape.Kind == ShapeLiteral && !isEqual(value, shape.Value) && (value != nil || shape.NotNull):
		w.report(pointer, RuleAllowedValues, "the value is not the only one allowed")
	case shape.Kind == ShapeLiteral:
	case shape.Kind == ShapeNamed:
		w.item(valueShape{Type: shape.Type, NotNull: shape.NotNull, facets: shape.Facets}, value, pointer, depth)
	case value == nil:
		if shape.NotNull {
			w.report(pointer, RuleNull, "null is not allowed here")
		}
	case shape.Kind == ShapeList:
		w.list(shape, limits, value, pointer, depth)
	case shape.Kind == ShapeMap:
		w.mapped(shape, limits, value, pointer, depth)
	}
}

func (w *walker) list(shape *Shape, limits *Facets, value any, pointer string, depth int) {
	items, is := value.([]any)
	if !is {
		w.report(pointer, RuleNotAnArray, "a JSON array is expected")
		return
	}
	w.all(pointer, checkItems(limits, len(items)))
	if limits.UniqueItems && hasRepeated(items) {
		w.report(pointer, RuleUniqueItems, "two items are equal")
	}
	for at, item := range items {
		w.shaped(shape.Item, item, step(pointer, strconv.Itoa(at)), depth+1)
	}
}

// hasRepeated compares items by their JSON text.
func hasRepeated(items []any) bool {
	seen := make(map[string]bool, len(items))
	for _, item := range items {
		text, err := write(flattened(item), nil)
		if err == nil && seen[string(text)] {
			return true
		}
		seen[string(text)] = true
	}
	return false
}

func (w *walker) mapped(shape *Shape, limits *Facets, value any, pointer string, depth int) {
	members, is := membersOf(value)
	if !is {
		w.report(pointer, RuleNotAnObject, "a JSON object is expected")
		return
	}
	if limits.MinItems != nil && len(members) < *limits.MinItems {
		w.report(pointer, RuleMinProperties, fmt.Sprintf("at least %d members are asked for", *limits.MinItems))
	}
	if limits.MaxItems != nil && len(members) > *limits.MaxItems {
		w.report(pointer, RuleMaxProperties, fmt.Sprintf("at most %d members are allowed", *limits.MaxItems))
	}
	for _, m := range members {
		w.shaped(shape.Item, m.value, step(pointer, m.name), depth+1)
	}
}

// beside checks a member that is no property, and says whether the type speaks of such.
func (w *walker) beside(typ *Type, m member, pointer string, depth int) bool {
	for t := typ; t != nil; t = t.Base {
		if t.Additional != nil {
			w.shaped(t.Additional, m.value, step(pointer, m.name), depth+1)
			return true
		}
	}
	return false
}
