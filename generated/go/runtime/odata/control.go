package odata

import (
	"slices"
	"strings"
)

// label begins the texts of errors.
const label = "odata: "

// What OData puts into objects beside their properties (OData JSON Format 4.01, section 4.6).
const (
	odataType = "@odata.type"
	shortType = "@type"
)

var (
	typeNames    = []string{odataType, shortType}
	contextNames = []string{"@odata.context", "@context"}
	bindings     = []string{"@odata.bind", "@bind"}
	// An object with one of these may stand for an entity that is described elsewhere, or is gone.
	referenceNames = []string{"@odata.id", "@id", "@removed", "@odata.removed"}
	// Items of an OData 4.0 delta answer that are no entities (OData JSON Format 4.0, sections 14.2 to 14.4).
	noEntities = []string{"/$deletedEntity", "/$link", "/$deletedLink"}
)

// TypeNamed is what may say its type in the JSON that it is.
type TypeNamed interface {
	// GetOdataType gives the type's name as the service writes it: #namespace.type.
	GetOdataType() *string
	SetOdataType(value *string)
}

// GetOdataType gives the type's name as the service writes it; see Model.
func (o *Object) GetOdataType() *string {
	named, found := o.load(odataType)
	if !found {
		if named, found = o.load(shortType); !found {
			if typ := o.typ(); typ != nil && typ.SaysType {
				named = "#" + typ.Name
			}
		}
	}
	if text, is := named.(string); is {
		return &text
	}
	return nil
}

// SetOdataType says of which type the value is. Nil leaves that to the model: null names no type.
func (o *Object) SetOdataType(value *string) {
	if value == nil {
		o.Unset(odataType)
	} else {
		o.store(odataType, *value)
	}
}

// isWarning says whether breaking a rule is no error, although the rule is one of errors elsewhere.
func isWarning(Rule) bool { return false }

// nullRule is the rule that null breaks where no null is allowed.
func nullRule(string) Rule { return RuleNull }

// toldType gives the type that an object says it is by a property of its own; nil where that is no one's business.
func toldType(*record, *Type) *Type { return nil }

// isTypeName says whether a member of that name is the type's name, which every model has an accessor of.
func isTypeName(name string) bool { return name == odataType }

// withTypeName gives the members with the name of their type, unless they have one.
func withTypeName(members []member, typ *Type) []member {
	if _, _, named := lookup(members, typeNames...); named {
		return members
	}
	return append([]member{{odataType, "#" + typ.Name}}, members...)
}

// plainTypeName is the qualified name in an @odata.type (OData JSON Format 4.01, section 4.6.3): with or
// without #, relative to a metadata document or not; a schema's alias becomes its namespace.
func plainTypeName(text string) string {
	name := text[strings.LastIndexByte(text, '#')+1:]
	if registry.types[name] != nil {
		return name
	}
	if dot := strings.LastIndexByte(name, '.'); dot > 0 {
		if namespace, found := registry.aliases[name[:dot]]; found {
			return namespace + name[dot:]
		}
	}
	return name
}

// variant gives the type that a payload names, if that is declared or derives from it, else declared.
func variant(data *record, declared *Type) *Type {
	named, found := data.get(odataType)
	if !found {
		named = nil
	}
	if named == nil {
		named, _ = data.get(shortType)
	}
	text, is := named.(string)
	if !is {
		return declared
	}
	if actual := registry.types[plainTypeName(text)]; actual != nil && actual.isA(declared) {
		return actual
	}
	return declared
}

// isControl says whether a member's name is of control information, an annotation or an advertised operation.
func isControl(name string) bool { return strings.Contains(name, "@") || strings.HasPrefix(name, "#") }

// isNoEntity says whether the object tells, in a delta answer, of a deleted entity, or of a link added or
// deleted.
func isNoEntity(members []member) bool {
	for _, name := range contextNames {
		context, _, _ := lookup(members, name)
		text, _ := context.(string)
		if slices.ContainsFunc(noEntities, func(end string) bool { return strings.HasSuffix(text, end) }) {
			return true
		}
	}
	return false
}

// isBound says whether a navigation property that is not given itself is bound to what exists.
func isBound(given map[string]bool, name string) bool {
	return slices.ContainsFunc(bindings, func(suffix string) bool { return given[name+suffix] })
}

// nullIsNoValue says that a member which has to be there cannot be null.
const nullIsNoValue = true

// The values of an OData service are told by the names of their types alone.

func (w *walker) ofOwnKind(valueShape, any, string, int) bool { return false }

func (w *walker) shaped(*Shape, any, string, int) {}

func (w *walker) beside(*Type, member, string, int) bool { return false }
