package odata

import (
	"context"
	"fmt"
	"strings"
)

// RequestBuilder is a place in the service's URL space. What is wrong with a parameter on the way there is reported
// by the call.
type RequestBuilder struct{ place *place }

type place struct {
	adapter *RequestAdapter
	// url is the encoded path below the service root, or an absolute URL that was checked.
	url string
	err error
}

// At gives the service root of an adapter.
func At(adapter *RequestAdapter) RequestBuilder { return RequestBuilder{&place{adapter: adapter}} }

// String shows the place, with secrets masked.
func (b RequestBuilder) String() string {
	if b.place == nil {
		return "RequestBuilder()"
	}
	return "RequestBuilder(" + mask(b.place.url) + ")"
}

// GoString is String.
func (b RequestBuilder) GoString() string { return b.String() }

func (b RequestBuilder) below(path string, err error) RequestBuilder {
	if b.place == nil {
		return b
	}
	made := *b.place
	made.url += path
	if made.err == nil {
		made.err = err
	}
	return RequestBuilder{&made}
}

// Child gives the place at path, which is encoded already, below b.
func Child(b RequestBuilder, path string) RequestBuilder { return b.below(path, nil) }

// SegmentPart is a text of the description's, encoded already, or a parameter with its value.
type SegmentPart struct {
	Text      string
	Parameter *Parameter
	Value     any
}

// Segment gives the place below b that is made of parameters, and perhaps of text between them: one segment or several.
func Segment(b RequestBuilder, parts ...SegmentPart) RequestBuilder {
	var made strings.Builder
	for _, part := range parts {
		made.WriteString(part.Text)
		if part.Parameter == nil {
			continue
		}
		value, known := part.Parameter.Write(part.Value)
		if !known {
			return b.below("", fmt.Errorf("%w: %s has another type", ErrArgument, part.Parameter.Name))
		}
		text, _, err := styled(part.Parameter, value)
		if err != nil {
			return b.below("", err)
		}
		made.WriteString(text)
	}
	return b.below("/"+made.String(), nil)
}

// WithURL gives the place of a URL that the service gave, such as a link to a next page. One of another origin is
// refused by the call.
func WithURL(b RequestBuilder, rawURL string) RequestBuilder {
	if b.place == nil {
		return b
	}
	adopted, err := b.place.adapter.root.adopt(rawURL, "")
	return RequestBuilder{&place{b.place.adapter, adopted, err}}
}

// address gives the absolute URL of a place for a call, which may have a base URL of its own.
func (p *place) address(root *ServiceRoot) string {
	if strings.HasPrefix(p.url, "http") {
		return p.url
	}
	return root.String() + p.url
}

// Result sends a finished request and gives what the call answers; err is that of finishing it.
func Result[T any](ctx context.Context, b RequestBuilder, request *RequestInformation, err error) (T, error) {
	var none T
	if err != nil {
		return none, err
	}
	answer, err := b.place.adapter.Send(ctx, request)
	if err != nil || answer == nil {
		return none, err
	}
	result, is := answer.(T)
	if !is {
		return none, fmt.Errorf("%w: a %T, as another status or media type has; Send gives it", ErrUnexpectedAnswer, answer)
	}
	return result, nil
}

// Done sends a finished request and gives no more than that it succeeded.
func Done(ctx context.Context, b RequestBuilder, request *RequestInformation, err error) error {
	if err != nil {
		return err
	}
	_, err = b.place.adapter.Send(ctx, request)
	return err
}

// Answered sends a finished request and gives its answer with status and header fields.
func Answered(ctx context.Context, b RequestBuilder, request *RequestInformation) (*Response, error) {
	if b.place == nil || b.place.adapter == nil {
		return nil, fmt.Errorf("%w: the client was made without an adapter", ErrConfiguration)
	}
	return b.place.adapter.SendResponse(ctx, request)
}
