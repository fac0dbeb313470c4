package odata

import (
	"context"
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

// Pages gives the items of a list, page by page, for as long as there is a next one. It is an iterator for
// `for item, err := range`, and an iter.Seq2; after an error it ends. Links are held to the service's origin.
func Pages[T any](ctx context.Context, b RequestBuilder, request *RequestInformation, err error) func(yield func(T, error) bool) {
	return func(yield func(T, error) bool) {
		var none T
		if err := walk(ctx, b, request, err, func(value any) bool {
			item, _ := value.(T)
			return yield(item, nil)
		}); err != nil {
			yield(none, err)
		}
	}
}

// walk gives all items to each until it says false.
func walk(ctx context.Context, b RequestBuilder, request *RequestInformation, err error, each func(any) bool) error {
	if err != nil {
		return err
	}
	adapter, paging := b.place.adapter, request.call.Paging
	seen := map[string]bool{request.URL: true}
	for left := adapter.maxPages; ; left-- {
		if left == 0 {
			return fmt.Errorf("%w: more pages than this client allows (MaxPages)", ErrPaging)
		}
		page, headers, err := adapter.page(ctx, request)
		if err != nil {
			return err
		}
		items, _ := below(page, paging.Items).([]any)
		for _, item := range items {
			value, ok := paging.Read(item)
			if !ok {
				return fmt.Errorf("%w: an item of a page has another type", ErrUnexpectedAnswer)
			}
			if !each(value) {
				return nil
			}
		}
		target, err := paging.next(request, page, headers, len(items))
		if err != nil || target == "" {
			return err
		}
		if seen[target] {
			return fmt.Errorf("%w: the service linked to a page that it gave already", ErrPaging)
		}
		seen[target] = true
		request = request.at(target)
	}
}

func (a *RequestAdapter) page(ctx context.Context, request *RequestInformation) (any, map[string]string, error) {
	got, err := a.exchange(ctx, request)
	if err != nil {
		return nil, nil, err
	}
	defer got.Close()
	body, err := got.read()
	if err != nil || len(body) == 0 {
		return nil, got.headers, err
	}
	value, err := parse(body)
	if err != nil {
		return nil, nil, fmt.Errorf("%w: %w", ErrUnexpectedAnswer, err)
	}
	return value, got.headers, nil
}

// below gives the member at a path of names.
func below(value any, path []string) any {
	for _, name := range path {
		data, is := value.(*record)
		if !is {
			return nil
		}
		value, _ = data.get(name)
	}
	return value
}

// next gives the URL of the next page; empty when there is none.
func (p *Paging) next(request *RequestInformation, page any, headers map[string]string, count int) (string, error) {
	switch p.Kind {
	case PagingLink:
		return adopted(request, nextLink(headers["link"]))
	case PagingNext:
		text, _ := below(page, p.Next).(string)
		return adopted(request, text)
	case PagingCursor:
		text, is := scalarText(below(page, p.Next))
		if !is || text == "" {
			return "", nil
		}
		return replaced(request.URL, p.Parameter, text)
	}
	if count == 0 {
		return "", nil
	}
	if p.Kind == PagingPage {
		return grown(request.URL, p.Parameter, 1, p.First)
	}
	return grown(request.URL, p.Parameter, count, 0)
}

func adopted(request *RequestInformation, link string) (string, error) {
	if link == "" {
		return "", nil
	}
	return request.root.adopt(link, request.URL)
}

// grown gives an address whose parameter is a larger number; where it has none it was now.
func grown(address, name string, by, now int) (string, error) {
	_, query, _ := strings.Cut(address, "?")
	for _, pair := range strings.Split(query, "&") {
		before, value, _ := strings.Cut(pair, "=")
		if number, err := strconv.Atoi(value); before == encode(name, unreserved) && err == nil {
			now = number
		}
	}
	return replaced(address, name, strconv.Itoa(now+by))
}

var (
	linkTarget = regexp.MustCompile(`<([^<>]*)>([^<]*)`)
	relNext    = regexp.MustCompile(`(?i);\s*rel\s*=\s*(?:"(?:[^"]*\s)?next(?:\s[^"]*)?"|next\s*(?:[;,]|$))`)
)

// nextLink gives the target of the link with rel=next (RFC 8288, section 3).
func nextLink(header string) string {
	for _, found := range linkTarget.FindAllStringSubmatch(header, -1) {
		if relNext.MatchString(found[2]) {
			return found[1]
		}
	}
	return ""
}
