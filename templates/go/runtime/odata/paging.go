package odata

import (
	"context"
	"fmt"
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
		target, err := adapter.root.adopt(*next, request.URL)
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

func itemType(page Model) string {
	if declared := page.object().typ().property("value"); declared != nil {
		return declared.Type
	}
	return ""
}
