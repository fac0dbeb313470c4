package odata

import (
	"bytes"
	"fmt"
	"strconv"
)

// The answers that calls have; Entity, Page and Wrapped make the others.
var (
	// Nothing is for calls that answer nothing; what a service sends all the same is not looked at.
	Nothing = Answer{jsonType, func(*reply) (any, error) { return nil, nil }}
	// Content gives the bytes of a stream; nil when the service says that there is none.
	Content = Answer{"*/*", func(r *reply) (any, error) {
		if r.status == 204 {
			return []byte(nil), nil
		}
		return r.body, nil
	}}
	// Count gives a $count: digits as text.
	Count = Answer{"text/plain", readCount}
	// Reference gives the @odata.id that a $ref answers.
	Reference = Answer{jsonType, readReference}
	// Value gives the value of an answer that is no object, and of which there is no more to say.
	Value = Answer{jsonType, readValue}
)

func readCount(r *reply) (any, error) {
	text := bytes.TrimSpace(bytes.TrimPrefix(r.body, []byte("\ufeff")))
	if len(text) == 0 || len(text) > 10 || !allDigits(string(text)) {
		return nil, fmt.Errorf("%w: a count that is none", ErrUnexpectedAnswer)
	}
	number, err := strconv.ParseInt(string(text), 10, 32)
	if err != nil {
		return nil, fmt.Errorf("%w: a count that is too large", ErrUnexpectedAnswer)
	}
	count := int32(number)
	return &count, nil
}

func readReference(r *reply) (any, error) {
	if r.empty() {
		return (*string)(nil), nil
	}
	value, err := jsonOf(r, nil)
	if err != nil {
		return nil, err
	}
	if data, is := value.(*record); is {
		found, there := data.get("@odata.id")
		if !there {
			found, _ = data.get("value")
		}
		value = found
	}
	text, is := value.(string)
	if !is {
		return nil, fmt.Errorf("%w: a reference that is none", ErrUnexpectedAnswer)
	}
	return &text, nil
}

func readValue(r *reply) (any, error) {
	if r.empty() {
		return nil, nil
	}
	value, err := jsonOf(r, nil)
	if err != nil {
		return nil, err
	}
	if data, is := value.(*record); is {
		if found, there := data.get("value"); there {
			value = found
		}
	}
	return goOf(value), nil
}

// Entity gives an object of the type called name in the schema, or of one derived from it.
func Entity(name string) Answer {
	return Answer{jsonType, func(r *reply) (any, error) {
		return readModel(r, registry.types[name])
	}}
}

// Page gives a page of a collection of the type called name in the schema.
func Page(name string) Answer {
	return Answer{jsonType, func(r *reply) (any, error) { return readModel(r, registry.pages[name]) }}
}

// Wrapped gives an object of a type that has no name in the schema, such as what a function
// answers.
func Wrapped(typ *Type) Answer {
	return Answer{jsonType, func(r *reply) (any, error) { return readModel(r, typ) }}
}

// links are what says where a collection goes on; OData 4.01 services may leave out `odata.` (OData JSON
// Format 4.01, section 4.5).
var links = map[string]string{
	"@nextLink": "@odata.nextLink", "@deltaLink": "@odata.deltaLink", "@count": "@odata.count",
}

func readModel(r *reply, typ *Type) (any, error) {
	if r.empty() {
		return nil, nil
	}
	value, err := jsonOf(r, typ)
	if err != nil {
		return nil, err
	}
	data, is := value.(*record)
	if !is {
		return nil, fmt.Errorf("%w: JSON, but no object", ErrUnexpectedAnswer)
	}
	for short, name := range links {
		if found, there := data.get(short); there {
			if _, known := data.get(name); !known {
				data.set(name, found)
			}
		}
	}
	return markAnswered(over(data, typ), true), nil
}
