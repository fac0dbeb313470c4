package odata

import (
	"context"
	"fmt"
	"strings"
)

// RequestBuilder is a place in the service's URL space. What is wrong with a key or a parameter on the way
// there is reported by the call.
type RequestBuilder struct{ place *place }

type place struct {
	adapter *RequestAdapter
	// url is the encoded path below the service root, or an absolute URL that was checked.
	url     string
	aliases []option
	err     error
	// limits are what the service does not let one ask of the items here.
	limits *QueryLimits
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

func (b RequestBuilder) below(path string, aliases []option, err error) RequestBuilder {
	made := *b.place
	made.url += path
	made.limits = nil
	made.aliases = append(append([]option(nil), made.aliases...), aliases...)
	if made.err == nil {
		made.err = err
	}
	return RequestBuilder{&made}
}

// Child gives the place at path, which is encoded already, below b.
func Child(b RequestBuilder, path string) RequestBuilder { return b.below(path, nil, nil) }

// Limited gives b, at which there are limits to what can be asked.
func Limited(b RequestBuilder, limits *QueryLimits) RequestBuilder {
	made := *b.place
	made.limits = limits
	return RequestBuilder{&made}
}

// Same gives the place at path, which is encoded already, below b: of the same items, or their number.
func Same(b RequestBuilder, path string) RequestBuilder {
	return Limited(Child(b, path), b.place.limits)
}

// Item gives the place of one member by its key as a segment.
func Item(b RequestBuilder, key any, typeName string) RequestBuilder {
	written, err := segment(key, typeName)
	return Limited(b.below("/"+written, nil, err), b.place.limits)
}

// Keyed gives the place of one member by a key in parentheses, on the same segment.
func Keyed(b RequestBuilder, parts ...Part) RequestBuilder {
	given, err := pointed(parts, nil)
	if err != nil {
		return b.below("", nil, err)
	}
	written, err := keyPredicate(given)
	return Limited(b.below(written, nil, err), b.place.limits)
}

// pointed replaces pointers by their values.
func pointed(required []Part, optional []Part) ([]Part, error) {
	made := make([]Part, 0, len(required)+len(optional))
	for at, part := range append(append([]Part(nil), required...), optional...) {
		value := valueOf(part.Value)
		if value == nil && at >= len(required) {
			continue
		}
		if value == nil {
			return nil, fmt.Errorf("%w: %s is needed", ErrArgument, part.Name)
		}
		made = append(made, Part{part.Name, value, part.Type})
	}
	return made, nil
}

// WithURL gives the place of a URL that the service gave, such as a next or a delta link. One of another
// origin is refused by the call.
func WithURL(b RequestBuilder, rawURL string) RequestBuilder {
	adopted, err := b.place.adapter.root.adopt(rawURL, "")
	return RequestBuilder{&place{adapter: b.place.adapter, url: adopted, err: err, limits: b.place.limits}}
}

// isAbsolute says whether the URL is one that the service gave.
func (p *place) isAbsolute() bool { return strings.HasPrefix(p.url, "http") }

// address gives the absolute URL.
func (p *place) address() string {
	if p.isAbsolute() {
		return p.url
	}
	return p.adapter.root.String() + p.url
}

// addressed is address, with what goes with every request to the service, or with every one that reads.
func (p *place) addressed(reads bool) string {
	if p.isAbsolute() {
		return p.url
	}
	return p.adapter.protocol.fromRoot(p.adapter.root, p.url, reads)
}

// Body is what a request carries: a model, models, or bytes.
type Body struct {
	value    any
	declared string
	purpose  Purpose
	// kind is the media type, where the caller says no other.
	kind string
}

// NoBody is for requests without one.
var NoBody = Body{}

// ModelBody is a model; declared is the schema's name of the type that the service expects.
func ModelBody(model Model, declared string, purpose Purpose) Body {
	if isNil(model) {
		return Body{purpose: purpose}
	}
	return Body{value: model, declared: declared, purpose: purpose}
}

// ModelsBody is the value of a collection (OData JSON Format 4.01, section 14).
func ModelsBody[T Model](models []T, declared string, purpose Purpose) Body {
	made := make([]any, len(models))
	for at, model := range models {
		made[at] = Model(model)
	}
	return Body{value: made, declared: declared, purpose: purpose}
}

// BytesBody is a stream's content.
func BytesBody(content []byte) Body {
	if content == nil {
		content = []byte{}
	}
	return Body{value: content}
}

// ValueBody is a value that is no object.
func ValueBody(value any) Body {
	return Body{value: map[string]any{"value": value}}
}

// Request finishes a request. The body is checked first, unless the caller says otherwise.
func Request(b RequestBuilder, method string, answer Answer, configuration Configuration, body Body) (*RequestInformation, error) {
	if b.place == nil {
		return nil, fmt.Errorf("%w: the request builder was made without a client", ErrConfiguration)
	}
	if b.place.err != nil {
		return nil, b.place.err
	}
	given, err := detailsOf(configuration, b.place.limits)
	if err != nil {
		return nil, err
	}
	addHeader(given.headers, "accept", answer.accept)
	if body.value == nil && body.purpose != None && body.purpose != OptionalInvocation {
		return nil, fmt.Errorf("%w: a body is needed", ErrArgument)
	}
	var content []byte
	var from *source
	if body.value != nil {
		purpose := body.purpose
		if given.skip || !b.place.adapter.validate {
			purpose = None
		}
		var kind string
		if method == "PATCH" && !given.whole {
			body = changedBody(body)
		}
		if streamed, is := body.value.(*source); is {
			from, kind = streamed, binaryType
		} else if content, kind, err = encodeBody(body, purpose); err != nil {
			return nil, err
		}
		body.kind = kind
	}
	query := encodedQuery(append(append([]option(nil), b.place.aliases...), given.query...))
	reads := method == "GET" && answer.accept == jsonType
	target := withQuery(b.place.addressed(reads), query)
	request := &RequestInformation{
		Method: method, URL: target, Headers: given.headers, Content: content,
		timeout: given.timeout, answer: answer, source: from,
	}
	return b.place.adapter.protocol.spoken(request, body)
}

// addHeader gives a header field the value unless it has one.
func addHeader(headers map[string]string, name, value string) {
	if _, set := headers[name]; !set {
		headers[name] = value
	}
}

// withQuery adds encoded query options to a URL.
func withQuery(address, query string) string {
	switch {
	case query == "":
		return address
	case strings.Contains(address, "?"):
		return address + "&" + query
	}
	return address + "?" + query
}

// changedBody replaces a model that was read by what changed in it since.
func changedBody(body Body) Body {
	if model, is := body.value.(Model); is && isAnswered(model) {
		body.value = changesOf(model, registry.types[body.declared])
	}
	return body
}

// binaryType is that of a stream's content when the caller does not say another.
const binaryType = "application/octet-stream"

func encodeBody(body Body, purpose Purpose) ([]byte, string, error) {
	switch v := body.value.(type) {
	case []byte:
		return append([]byte{}, v...), binaryType, nil
	case Model:
		if err := checkBody(v, body.declared, purpose); err != nil {
			return nil, "", err
		}
		text, err := write(v, registry.types[body.declared])
		return text, jsonType, err
	case []any:
		for _, item := range v {
			if isNil(item) {
				return nil, "", fmt.Errorf("%w: a model of the body is nil", ErrArgument)
			}
			if err := checkBody(item.(Model), body.declared, purpose); err != nil {
				return nil, "", err
			}
		}
		w := writer{out: []byte(`{"value":`)}
		w.value(v, registry.types[body.declared], 1)
		return append(w.out, '}'), jsonType, w.err
	}
	wired, err := wireOf(body.value)
	if err != nil {
		return nil, "", err
	}
	text, err := write(wired, nil)
	return text, jsonType, err
}

func checkBody(model Model, declared string, purpose Purpose) error {
	object := model.object()
	if object.typ() == nil {
		return fmt.Errorf("%w: a model is made by its constructor", ErrArgument)
	}
	if err := object.problem(); err != nil {
		return err
	}
	if purpose == None {
		return nil
	}
	if wanted := registry.types[declared]; wanted != nil && object.typ().Name != "" && !object.typ().isA(wanted) {
		return fmt.Errorf("%w: the body is a %s, and a %s is needed", ErrArgument, object.typ().Name, declared)
	}
	return validateBeforeSending(model, purpose)
}

// Send sends a finished request; err is that of finishing it.
func Send(ctx context.Context, b RequestBuilder, request *RequestInformation, err error) (any, error) {
	if err != nil {
		return nil, err
	}
	return b.place.adapter.Send(ctx, request)
}
