package odata

import (
	"slices"
	"strings"
)

// sent gives JSON of 4.01 as services of OData 1 to 3 take it ([MS-ODATA], section 2.2.6.3); typ is the type of the
// object, or of the items of a list.
func (v Version) sent(value any, typ *Type) any {
	switch given := value.(type) {
	case []any:
		made := make([]any, len(given))
		for at, item := range given {
			made[at] = v.sent(item, typ)
		}
		return made
	case *record:
		return v.objectSent(given, typ)
	}
	return value
}

func (v Version) objectSent(data *record, typ *Type) *record {
	made := &record{}
	named, _ := data.get(odataType)
	if text, is := named.(string); is {
		name := plainTypeName(text)
		made.set("__metadata", recordOf("type", name))
		if found := registry.types[name]; found != nil {
			typ = found
		}
	} else if link, there := data.get(odataID); there && (typ == nil || typ.Name == "") {
		return recordOf("uri", link)
	}
	for _, m := range data.members {
		owner, control, annotated := strings.Cut(m.name, "@")
		if !annotated {
			made.set(m.name, v.memberSent(m.value, typ.property(m.name)))
		} else if owner != "" && slices.Contains(bindings, "@"+control) {
			made.set(owner, v.linksSent(m.value))
		}
	}
	return made
}

func (v Version) memberSent(value any, declared *Property) any {
	if declared == nil {
		return value
	}
	if !strings.HasPrefix(declared.Type, "Edm.") {
		made := v.sent(value, registry.types[declared.Type])
		if items, is := made.([]any); is {
			return v.collection(items)
		}
		return made
	}
	items, is := value.([]any)
	if !is {
		return v.valueSent(value, declared.wire())
	}
	made := make([]any, len(items))
	for at, item := range items {
		made[at] = v.valueSent(item, declared.wire())
	}
	return v.collection(made)
}

func (v Version) linksSent(urls any) any {
	items, is := urls.([]any)
	if !is {
		return recordOf("__metadata", recordOf("uri", urls))
	}
	made := make([]any, len(items))
	for at, item := range items {
		made[at] = recordOf("__metadata", recordOf("uri", item))
	}
	return v.collection(made)
}

func (v Version) collection(items []any) any {
	if v.wrapsCollections() {
		return recordOf("results", items)
	}
	return items
}

func recordOf(name string, value any) *record {
	made := &record{}
	made.set(name, value)
	return made
}

// argumentsOf gives the arguments of an operation by name, as literals, and whether the body is such arguments. What is
// null or was not set is left out.
func argumentsOf(body Body) ([]option, bool) {
	model, is := body.value.(Model)
	if !is || body.purpose != Invocation && body.purpose != OptionalInvocation {
		return nil, false
	}
	typ := model.object().typ()
	if typ.property(odataID) != nil {
		return nil, false // a link
	}
	var made []option
	for _, m := range model.object().copied() {
		declared := typ.property(m.name)
		if m.value == nil || declared == nil {
			continue
		}
		text, is := m.value.(string)
		if !is {
			written, err := write(m.value, nil)
			if err != nil {
				continue
			}
			text = string(written)
		}
		made = append(made, option{m.name, olderLiteral(text, declared.wire()).whole()})
	}
	return made, true
}

// wire is the name that the older version has for the type.
func (p *Property) wire() string {
	if p.Wire != "" {
		return p.Wire
	}
	return p.Type
}
