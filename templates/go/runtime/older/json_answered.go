package odata

import (
	"fmt"
	"strings"
)

// deepestAnswer is how deep objects may nest.
const deepestAnswer = 100

// metadataControls are what 4.01 calls the parts of __metadata.
var metadataControls = [][2]string{
	{"uri", odataID},
	{"etag", "@odata.etag"},
	{"media_src", "@odata.mediaReadLink"},
	{"edit_media", "@odata.mediaEditLink"},
	{"content_type", "@odata.mediaContentType"},
	{"media_etag", "@odata.mediaEtag"},
}

// answered gives JSON of OData 1 to 3 as that of 4.01 ([MS-ODATA], section 2.2.6.3): a collection is an object with
// `value`, as a primitive is; nil for none. typ is the type of the object, of a page, or of what holds an operation's value.
func answered(value any, typ *Type) (any, error) {
	reader := &answerReader{}
	made := reader.whole(value, typ)
	return made, reader.err
}

// answerReader converts one answer; the first error is kept.
type answerReader struct{ err error }

func (a *answerReader) whole(value any, typ *Type) any {
	var held *Property
	item := typ
	if typ != nil && typ.Name == "" {
		// What only holds something has no name of its own in the schema.
		item = nil
		if held = typ.property("value"); held != nil {
			item = registry.types[held.Type]
		}
	}
	data, is := value.(*record)
	if !is {
		return a.light(value, item)
	}
	inner, wrapped := data.get("d")
	if !wrapped {
		return a.light(value, item)
	}
	switch found := unwrapped(inner, item).(type) {
	case nil:
		return nil
	case []any:
		return recordOf("value", a.items(found, held, item))
	case *record:
		if results, is := memberOf[[]any](found, "results"); is {
			return a.page(found, results, held, item)
		}
		made := a.object(found, item, 0)
		if held != nil && held.Collection {
			return recordOf("value", []any{made})
		}
		return made
	default:
		return recordOf("value", a.declared(found, held, 0))
	}
}

// memberOf gives a member that is of a kind.
func memberOf[T any](data *record, name string) (T, bool) {
	found, _ := data.get(name)
	typed, is := found.(T)
	return typed, is
}

func (a *answerReader) page(data *record, results []any, held *Property, item *Type) *record {
	made := &record{}
	if count, there := data.get("__count"); there && count != nil {
		made.set("@odata.count", countOf(count))
	}
	made.set("value", a.items(results, held, item))
	if next, is := memberOf[string](data, "__next"); is && next != "" {
		made.set("@odata.nextLink", next)
	}
	return made
}

func (a *answerReader) items(given []any, held *Property, item *Type) []any {
	made := make([]any, len(given))
	for at, each := range given {
		if data, is := each.(*record); is {
			made[at] = a.object(data, item, 0)
		} else {
			made[at] = a.declared(each, held, 0)
		}
	}
	return made
}

func countOf(count any) any {
	if text, is := count.(string); is && wholeText.MatchString(text) {
		return Number(text)
	}
	return count
}

// light gives an answer in 3.0's light JSON: it is as that of 4.0 but for values, and for the `@` before its annotations.
func (a *answerReader) light(value any, item *Type) any {
	data, is := value.(*record)
	if !is {
		if value == nil {
			return nil
		}
		return recordOf("value", value)
	}
	listed, isPage := memberOf[[]any](data, "value")
	found := data
	if !isPage {
		found = a.object(data, item, 0)
	}
	made := &record{}
	for _, m := range found.members {
		switch {
		case isPage && m.name == "value":
			made.set(m.name, a.items(listed, nil, item))
		case m.name == "odata.count":
			made.set("@odata.count", countOf(m.value))
		case strings.HasPrefix(m.name, "odata."):
			made.set("@"+m.name, m.value)
		default:
			made.set(m.name, m.value)
		}
	}
	return made
}

// unwrapped gives what a service operation answers, which stands in a member of the operation's name.
func unwrapped(inner any, typ *Type) any {
	data, is := inner.(*record)
	if !is || len(data.members) != 1 {
		return inner
	}
	only := data.members[0]
	if typ.property(only.name) != nil || only.name == "results" || only.name == "__metadata" || only.name == "uri" {
		return inner
	}
	return only.value
}

func (a *answerReader) object(data *record, typ *Type, depth int) *record {
	if a.isTooDeep(depth) {
		return data
	}
	made := &record{}
	if metadata, is := memberOf[*record](data, "__metadata"); is {
		if named, is := memberOf[string](metadata, "type"); is && !strings.HasPrefix(named, "Edm.") {
			made.set(odataType, "#"+named)
			if found := registry.types[plainTypeName(named)]; found != nil {
				typ = found
			}
		}
		addControls(made, "", metadata)
	} else if link, there := data.get("uri"); there && typ == nil && len(data.members) == 1 {
		made.set(odataID, link)
		return made
	}
	for _, m := range data.members {
		if m.name != "__metadata" {
			a.addMember(made, m, typ.property(m.name), depth)
		}
	}
	return made
}

func (a *answerReader) isTooDeep(depth int) bool {
	if depth > deepestAnswer && a.err == nil {
		a.err = fmt.Errorf("%w: nested too deeply", ErrUnexpectedAnswer)
	}
	return a.err != nil
}

func addControls(made *record, owner string, metadata *record) {
	for _, each := range metadataControls {
		if text, is := memberOf[string](metadata, each[0]); is {
			made.set(owner+each[1], text)
		}
	}
}

func (a *answerReader) addMember(made *record, m member, declared *Property, depth int) {
	if data, is := m.value.(*record); is {
		if deferred, is := memberOf[*record](data, "__deferred"); is {
			link, _ := deferred.get("uri")
			made.set(m.name+"@odata.navigationLink", link)
			return
		}
		if media, is := memberOf[*record](data, "__mediaresource"); is {
			addControls(made, m.name, media)
			return
		}
		if results, is := memberOf[[]any](data, "results"); is {
			if next, is := memberOf[string](data, "__next"); is && next != "" {
				made.set(m.name+"@odata.nextLink", next)
			}
			m.value = results
		}
	}
	made.set(m.name, a.declared(m.value, declared, depth+1))
}

// declared gives a value, or the items of a list, of what is declared; nil where nothing is.
func (a *answerReader) declared(value any, declared *Property, depth int) any {
	if declared == nil {
		return a.value(value, nil, depth)
	}
	if !strings.HasPrefix(declared.Type, "Edm.") {
		return a.value(value, registry.types[declared.Type], depth)
	}
	items, is := value.([]any)
	if !is {
		return a.primitive(value, declared)
	}
	made := make([]any, len(items))
	for at, item := range items {
		made[at] = a.primitive(item, declared)
	}
	return made
}

func (a *answerReader) primitive(value any, declared *Property) any {
	made, err := valueAnswered(value, declared.Type, declared.wire())
	if err != nil && a.err == nil {
		a.err = err
	}
	return made
}

func (a *answerReader) value(value any, typ *Type, depth int) any {
	switch given := value.(type) {
	case *record:
		return a.object(given, typ, depth)
	case []any:
		if a.isTooDeep(depth) {
			return value
		}
		made := make([]any, len(given))
		for at, item := range given {
			made[at] = a.value(item, typ, depth+1)
		}
		return made
	}
	return value
}
