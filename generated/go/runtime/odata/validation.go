package odata

import (
	"fmt"
	"strings"
)

// Operation is what a payload is for. An answer is not held against the rules of writing.
type Operation string

// The operations.
const (
	OperationAnswer Operation = ""
	OperationCreate Operation = "create"
	OperationUpdate Operation = "update"
)

// Validate says what is wrong with a model, by the schema's rules; nil when nothing is. The rules are those
// of `edmund validate`: the same payload gives the same codes at the same places.
func Validate(model Model, operation Operation) []Violation {
	return validated(model, walker{operation: operation})
}

func validated(model Model, w walker) []Violation {
	typ := model.object().typ()
	if typ != nil && registry.types[typ.Name] == typ {
		w.value(valueShape{Type: typ.Name, NotNull: true}, model, "", 0)
	} else {
		// Bodies of actions and pages of answers have no types in the schema.
		w.members(typ, model.object().copied(), "", 0)
	}
	return w.found
}

// ValidateJSON says what is wrong with JSON text as a value of the type called typeName: qualified, a
// primitive type, or Collection(...) of one. Then the text is an array, or the object that answers a
// request for a collection. It fails for what is no JSON, and for a type that the schema does not have.
func ValidateJSON(typeName string, text []byte, operation Operation) ([]Violation, error) {
	value, err := parse(text)
	if err != nil {
		return nil, err
	}
	name, collection := strings.CutPrefix(typeName, "Collection(")
	name = plainTypeName(strings.TrimSuffix(name, ")"))
	if !strings.HasPrefix(name, "Edm.") && registry.types[name] == nil && registry.enums[name] == nil {
		return nil, fmt.Errorf("%w: there is no type %q", ErrArgument, name)
	}
	w := walker{operation: operation}
	shape := valueShape{Type: name, Collection: collection, NotNull: true}
	if envelope, is := value.(*record); is && collection {
		w.envelope(shape, envelope)
	} else {
		w.value(shape, value, "", 0)
	}
	return w.found, nil
}

// ValidateBody says what is wrong with JSON text as the value that a model is for, such as an action's
// parameters, which have no type in the schema. The model itself is not read.
func ValidateBody(model Model, text []byte, operation Operation) ([]Violation, error) {
	value, err := parse(text)
	if err != nil {
		return nil, err
	}
	w := walker{operation: operation}
	if data, is := value.(*record); is {
		w.members(model.object().typ(), data.members, "", 0)
	} else {
		w.report("", RuleNotAnObject, "a JSON object is expected")
	}
	return w.found, nil
}

// Check fails with *ValidationError when a model breaks a rule; warnings alone do not count.
func Check(model Model, operation Operation) error { return refusal(Validate(model, operation)) }

func refusal(found []Violation) error {
	for _, each := range found {
		if each.Severity == SeverityError {
			return &ValidationError{found}
		}
	}
	return nil
}

// Purpose is what a body is for: which rules it is held against before it is sent.
type Purpose string

// The purposes of bodies. None sends them unchecked.
const (
	None      Purpose = ""
	ForCreate Purpose = "create"
	ForUpdate Purpose = "update"
	// ForChange is for bodies that say what is to change: nothing is required in them.
	ForChange  Purpose = "change"
	Invocation Purpose = "invoke"
	// OptionalInvocation is for bodies that may be left out whole.
	OptionalInvocation Purpose = "invoke without"
)

// validateBeforeSending fails when a request's body breaks a rule; warnings do not keep it back.
//
// An action's body, which has no type, is always made anew. Names that this schema does not have are no
// reason either: they are there because the caller put them there, and the service may know more.
func validateBeforeSending(model Model, purpose Purpose) error {
	operation := OperationAnswer
	switch typ := model.object().typ(); {
	case purpose == ForCreate, purpose == ForUpdate:
		operation = Operation(purpose)
	case purpose == ForChange:
		operation = OperationUpdate
	case registry.types[typ.Name] != typ:
		operation = OperationCreate
	}
	var kept []Violation
	for _, each := range validated(model, walker{operation: operation, partial: purpose == ForChange}) {
		switch each.Code {
		case RuleUnknownProperty, RuleUnknownType, RuleEnumMember:
		default:
			kept = append(kept, each)
		}
	}
	return refusal(kept)
}

// envelope checks the object that answers a request for a collection (OData JSON Format 4.01, section 13).
func (w *walker) envelope(shape valueShape, payload *record) {
	value, found := payload.get("value")
	if !found {
		w.report("", RuleNotAnArray, "a JSON array, or an object with one in value, is expected")
		return
	}
	for _, m := range payload.members {
		if m.name != "value" && !isControl(m.name) {
			w.report("/"+m.name, RuleUnknownProperty, "a collection has no such property")
		}
	}
	w.value(shape, value, "/value", 0)
}
