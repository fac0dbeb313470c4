package odata

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// maxDepth is how deep values nest.
const maxDepth = 100

var enumNumber = regexp.MustCompile(`^[+-]?[0-9]{1,19}$`)

// valueShape is a value in use: its type, facets and constraints. For a collection, all but Type speak of
// the items.
type valueShape struct {
	Type       string
	Collection bool
	NotNull    bool
	facets     *Facets
}

func (s valueShape) limits() *Facets {
	if s.facets == nil {
		return &Facets{}
	}
	return s.facets
}

// step is the pointer to a member below pointer (RFC 6901, section 3).
func step(pointer, name string) string {
	return pointer + "/" + strings.ReplaceAll(strings.ReplaceAll(name, "~", "~0"), "/", "~1")
}

// walker checks one payload; found has the violations in the order of the payload.
type walker struct {
	operation Operation
	// partial is for what says what is to change: nothing is required in it.
	partial bool
	found   []Violation
	trials  int
}

func (w *walker) report(pointer string, rule Rule, message string) {
	severity := rule.Severity()
	if isWarning(rule) {
		severity = SeverityWarning
	}
	w.found = append(w.found, Violation{pointer, rule, message, severity})
}

func (w *walker) all(pointer string, found []finding) {
	for _, each := range found {
		w.report(pointer, each.rule, each.message)
	}
}

// value checks a single value or a collection.
func (w *walker) value(shape valueShape, value any, pointer string, depth int) {
	if depth > maxDepth {
		w.report(pointer, RuleTooDeep, "more than 100 levels deep")
		return
	}
	if !shape.Collection {
		w.item(shape, value, pointer, depth)
		return
	}
	items, is := value.([]any)
	switch {
	case value == nil:
		w.report(pointer, RuleNull, "a collection is never null; it can be empty")
	case !is:
		w.report(pointer, RuleNotAnArray, "a JSON array is expected")
	default:
		w.all(pointer, checkItems(shape.limits(), len(items)))
		for at, item := range items {
			w.item(shape, item, step(pointer, strconv.Itoa(at)), depth+1)
		}
	}
}

// item checks one value: a primitive, an enumeration's or a structured one.
func (w *walker) item(shape valueShape, value any, pointer string, depth int) {
	if value == nil {
		if shape.NotNull {
			w.report(pointer, nullRule(shape.Type), "null is not allowed here")
		} else if shape.limits().HasAllowedValues && !isAllowed(shape, nil) {
			w.report(pointer, RuleAllowedValues, "null is none of the values allowed")
		}
		return
	}
	if w.ofOwnKind(shape, value, pointer, depth) {
		return
	}
	if enum := registry.enums[shape.Type]; enum != nil {
		w.enum(enum, shape, value, pointer)
	} else if isAbstractStructure(shape.Type) || !strings.HasPrefix(shape.Type, "Edm.") {
		w.structured(shape, value, pointer, depth)
	} else if wrong := checkLiteral(shape.Type, value, shape.limits().FloatingScale); wrong != nil {
		w.report(pointer, wrong.rule, wrong.message)
	} else {
		w.all(pointer, checkFacets(shape, value))
	}
}

func isAbstractStructure(name string) bool {
	return name == "Edm.EntityType" || name == "Edm.ComplexType"
}

func (w *walker) enum(enum *Enum, shape valueShape, value any, pointer string) {
	text, is := value.(string)
	if !is {
		w.report(pointer, RuleWrongType, "text is expected for "+enum.Name)
		return
	}
	if len(enum.Members) == 0 {
		return
	}
	names := []string{text}
	if shape.limits().Flags {
		names = strings.Split(text, ",")
	}
	for _, name := range names {
		if shape.limits().Flags {
			name = strings.Trim(name, " ")
		}
		// What no member stands for is written as a number.
		if !slices.Contains(enum.Members, name) && !enumNumber.MatchString(name) {
			w.report(pointer, RuleEnumMember, "the text names no member of "+enum.Name)
			return
		}
	}
	if shape.limits().HasAllowedValues && !isAllowed(shape, text) {
		w.report(pointer, RuleAllowedValues, "the value is none of those allowed")
	}
}

// structured checks that a value is an object, of which type, and what is in it.
func (w *walker) structured(shape valueShape, value any, pointer string, depth int) {
	if declared := registry.types[shape.Type]; declared != nil && declared.Opaque {
		return
	}
	var members []member
	var own *Type
	switch v := value.(type) {
	case *record:
		members, own = v.members, toldType(v, registry.types[shape.Type])
	case Model:
		members, own = v.object().copied(), v.object().typ()
	default:
		w.report(pointer, RuleNotAnObject, "a JSON object is expected for "+shape.Type)
		return
	}
	if isNoEntity(members) {
		return
	}
	if actual := w.typeOf(shape, members, own, pointer, depth); actual != nil {
		w.members(actual, members, pointer, depth)
	}
}

func lookup(members []member, names ...string) (any, string, bool) {
	for _, name := range names {
		for at := range members {
			if members[at].name == name {
				return members[at].value, name, true
			}
		}
	}
	return nil, "", false
}

// typeOf gives the type of an object; nil when it is unknown, abstract or out of place, which is reported.
func (w *walker) typeOf(shape valueShape, members []member, own *Type, pointer string, depth int) *Type {
	name := shape.Type
	if own != nil && own.Name != "" {
		name = own.Name
	}
	named, key, says := lookup(members, typeNames...)
	if says {
		pointer = step(pointer, key)
		text, is := named.(string)
		if !is {
			w.report(pointer, RuleWrongType, "the name of a type is text")
			return nil
		}
		name = plainTypeName(text)
	}
	actual := registry.types[name]
	_, _, refers := lookup(members, referenceNames...)
	// An update of a value that is there already says what changes, not of which type it is.
	changes := w.operation == OperationUpdate && depth == 0
	switch {
	case actual == nil && !says && isAbstractStructure(name):
		w.report(pointer, RuleAbstractType, "@odata.type is needed to know the type")
	case actual == nil:
		w.report(pointer, RuleUnknownType, "the schema has no such type")
	case !isTypeOf(actual, shape.Type):
		w.report(pointer, RuleTypeNotAllowed, "the type does not derive from "+shape.Type)
	case actual.Abstract && !changes && !refers:
		w.report(pointer, RuleAbstractType, actual.Name+" is abstract; @odata.type names the type of the value")
	case !isOneOf(actual, shape.limits().Types):
		w.report(pointer, RuleTypeNotAllowed, name+" is not allowed here")
	case w.operation != OperationAnswer && !isOneOf(actual, shape.limits().WritableTypes):
		w.report(pointer, RuleTypeNotAllowed, name+" cannot be written here")
	default:
		return actual
	}
	return nil
}

func isTypeOf(actual *Type, base string) bool {
	switch base {
	case "Edm.EntityType":
		return actual.Entity
	case "Edm.ComplexType":
		return !actual.Entity
	}
	return actual.isA(registry.types[base])
}

func isOneOf(actual *Type, allowed []string) bool {
	if len(allowed) == 0 {
		return true
	}
	return slices.ContainsFunc(allowed, func(base string) bool { return isTypeOf(actual, base) })
}

func (w *walker) members(typ *Type, members []member, pointer string, depth int) {
	for _, m := range members {
		if isControl(m.name) {
			w.annotation(typ, m, pointer)
			continue
		}
		declared := typ.property(m.name)
		if declared == nil {
			if !w.beside(typ, m, pointer, depth) && (typ == nil || !typ.Open) {
				w.report(step(pointer, m.name), RuleUnknownProperty, typ.title()+" has no such property")
			}
			continue
		}
		w.property(typ, declared, m.value, step(pointer, m.name), depth)
	}
	if _, _, refers := lookup(members, referenceNames...); !refers {
		w.absent(typ, members, pointer)
	}
}

func (t *Type) title() string {
	if t == nil {
		return ""
	}
	return t.Name
}

func (w *walker) property(typ *Type, declared *Property, value any, pointer string, depth int) {
	switch {
	case !w.writable(typ, declared.Name):
		w.report(pointer, RuleNotWritable, "cannot be written on "+string(w.operation))
	case nullIsNoValue && value == nil && w.required(typ, declared.Name) && !declared.Collection:
		w.report(pointer, RuleNull, w.isRequired()+"; null is no value")
	case declared.Shape != nil:
		w.shaped(declared.Shape, value, pointer, depth+1)
	default:
		shape := valueShape{declared.Type, declared.Collection, declared.NotNull, declared.Facets}
		w.value(shape, value, pointer, depth+1)
	}
}

// annotation checks control information and annotations: they may stand anywhere, but a binding is a
// property in disguise.
func (w *walker) annotation(typ *Type, m member, pointer string) {
	for _, suffix := range bindings {
		name, is := strings.CutSuffix(m.name, suffix)
		if !is || name == "" {
			continue
		}
		pointer = step(pointer, m.name)
		declared := typ.property(name)
		switch {
		case declared == nil || !declared.Navigation:
			if typ == nil || !typ.Open {
				w.report(pointer, RuleUnknownProperty, typ.title()+" has no such navigation property")
			}
		case !w.writable(typ, name):
			w.report(pointer, RuleNotWritable, "cannot be written on "+string(w.operation))
		default:
			w.binding(declared, m.value, pointer)
		}
	}
}

func (w *walker) binding(declared *Property, value any, pointer string) {
	if !declared.Collection {
		if _, is := value.(string); !is && (value != nil || declared.NotNull) {
			w.report(pointer, RuleWrongType, "the URL of an entity is expected")
		}
		return
	}
	items, is := value.([]any)
	if !is {
		w.report(pointer, RuleNotAnArray, "an array of URLs of entities is expected")
	}
	for at, item := range items {
		if _, is := item.(string); !is {
			w.report(step(pointer, strconv.Itoa(at)), RuleWrongType, "the URL of an entity is expected")
		}
	}
}

// absent reports what is not there and should be, in the order of the properties, inherited ones first.
func (w *walker) absent(typ *Type, members []member, pointer string) {
	if typ == nil || w.partial && pointer == "" || w.operation == OperationAnswer && len(typ.RequiredInAnswers) == 0 {
		return
	}
	given := make(map[string]bool, len(members))
	for at := range members {
		given[members[at].name] = true
	}
	var lines []*Type
	for t := typ; t != nil; t = t.Base {
		lines = append(lines, t)
	}
	slices.Reverse(lines)
	for _, navigation := range []bool{false, true} {
		for _, t := range lines {
			for at := range t.Properties {
				declared := &t.Properties[at]
				name := declared.Name
				if declared.Navigation != navigation || given[name] {
					continue
				}
				if navigation && isBound(given, name) {
					continue
				}
				if w.required(typ, name) {
					w.report(step(pointer, name), RuleRequired, w.isRequired())
				} else if w.operation == OperationCreate && slices.Contains(typ.ExpectedOnCreate, name) {
					w.report(step(pointer, name), RuleMissing, "is never null, has no default and is not given")
				}
			}
		}
	}
}

func (w *walker) writable(typ *Type, name string) bool {
	switch w.operation {
	case OperationCreate:
		return !slices.Contains(typ.NotInsertable, name)
	case OperationUpdate:
		return !slices.Contains(typ.NotUpdatable, name)
	}
	return true
}

func (w *walker) required(typ *Type, name string) bool {
	switch w.operation {
	case OperationCreate:
		return slices.Contains(typ.RequiredOnCreate, name)
	case OperationUpdate:
		return slices.Contains(typ.RequiredOnUpdate, name)
	}
	return slices.Contains(typ.RequiredInAnswers, name)
}

func (w *walker) isRequired() string {
	if w.operation == OperationAnswer {
		return "is required"
	}
	return "is required on " + string(w.operation)
}
