package odata

import (
	"context"
	"fmt"
	"net/url"
	"strings"
)

// Pages gives the items of a collection, page by page, for as long as the service links to a next one. It
// is an iterator for `for item, err := range`, and an iter.Seq2; after an error it ends. Links are held to
// the original root's origin, never to the last page's.
func Pages[T Model](ctx context.Context, b RequestBuilder, request *RequestInformation, err error) func(yield func(T, error) bool) {
	return func(yield func(T, error) bool) {
		var none T
		failed := walk(ctx, b, request, err, func(item Model) bool {
			typed, _ := item.(T)
			return yield(typed, nil)
		})
		if failed != nil {
			yield(none, failed)
		}
	}
}

// walk gives all items to each until it says false.
func walk(ctx context.Context, b RequestBuilder, request *RequestInformation, err error, each func(Model) bool) error {
	if err != nil {
		return err
	}
	adapter := b.place.adapter
	seen := map[string]bool{request.URL: true}
	for left := adapter.maxPages; ; left-- {
		if left == 0 {
			return fmt.Errorf("%w: more pages than this client allows (MaxPages)", ErrPaging)
		}
		answer, err := adapter.Send(ctx, request)
		if err != nil {
			return err
		}
		page, is := answer.(Model)
		if !is {
			return nil
		}
		for _, item := range readModels(page, "value", itemType(page)) {
			model, _ := item.(Model)
			if !each(model) {
				return nil
			}
		}
		if value, found := page.object().load("value"); found && value != nil {
			if _, list := value.([]any); !list {
				return fmt.Errorf("%w: a page's value is no list", ErrUnexpectedAnswer)
			}
		}
		next := Get(page, "@odata.nextLink", EdmString)
		if next == nil || *next == "" {
			return nil
		}
		target, err := adapter.root.adopt(*next, linkBase(page, request.URL))
		if err != nil {
			return err
		}
		if seen[target] {
			return fmt.Errorf("%w: the service linked to a page that it gave already", ErrPaging)
		}
		seen[target] = true
		request = request.at(target)
	}
}

// linkBase is what relative links of a payload are resolved against: its context URL, else the request's (OData
// JSON Format 4.01, sections 4.3 to 4.5).
func linkBase(payload Model, requestURL string) string {
	for _, name := range contextNames {
		found, _ := payload.object().load(name)
		text, is := found.(string)
		if !is || text == "" {
			continue
		}
		text, _, _ = strings.Cut(text, "#")
		context, err := url.Parse(text)
		if err != nil {
			continue
		}
		if base, err := url.Parse(requestURL); err == nil {
			return base.ResolveReference(context).String()
		}
	}
	return requestURL
}

// ExpandedPages gives what follows the items of an expanded collection that the service gave in part: the
// pages behind `name@odata.nextLink` of a model. It gives nothing when there is no such link. The builder is any
// of the client's.
func ExpandedPages[T Model](ctx context.Context, b RequestBuilder, model Model, name string) func(yield func(T, error) bool) {
	next := Get(model, name+"@odata.nextLink", EdmString)
	if next == nil {
		next = Get(model, name+"@nextLink", EdmString)
	}
	if next == nil || *next == "" {
		return func(func(T, error) bool) {}
	}
	root := b.place.adapter.root
	target, err := root.adopt(*next, linkBase(model, root.String()+"/"))
	items := ""
	if declared := model.object().typ().property(name); declared != nil {
		items = declared.Type
	}
	page := &Type{
		Label: "page", New: func() Model { return &Object{} },
		Properties: []Property{{Name: "value", Type: items, Collection: true}},
	}
	if err != nil {
		return Pages[T](ctx, b, nil, err)
	}
	request, err := b.place.adapter.look(target, Wrapped(page))
	return Pages[T](ctx, b, request, err)
}

// Removal is why an item of a delta answer is no longer there.
type Removal struct {
	// Reason is "deleted" or "changed" (it no longer matches); empty when the service names none.
	Reason string
}

// RemovalOf gives why an item is no longer there, nil for one that is: what `@removed` says (OData JSON Format
// 4.01, section 15.3), and what the context of a deleted entity does in 4.0.
func RemovalOf(model Model) *Removal {
	for _, name := range []string{"@removed", "@odata.removed"} {
		if found, there := Raw(model, name); there {
			return &Removal{reasonIn(found)}
		}
	}
	for _, name := range contextNames {
		found, _ := model.object().load(name)
		if text, is := found.(string); is && strings.HasSuffix(text, "$deletedEntity") {
			reason, _ := model.object().load("reason")
			named, _ := reason.(string)
			return &Removal{named}
		}
	}
	return nil
}

func reasonIn(removed any) string {
	fields, _ := removed.(map[string]any)
	reason, _ := fields["reason"].(string)
	return reason
}

func itemType(page Model) string {
	if declared := page.object().typ().property("value"); declared != nil {
		return declared.Type
	}
	return ""
}
