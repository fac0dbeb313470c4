package odata

import (
	"context"
	"fmt"
	"maps"
	"net/http"
	"strings"
	"time"
)

const (
	// pollPause is the pause between two looks at what is not done yet, when the service names none.
	pollPause = 2 * time.Second
	// pollLimit bounds the looks in all when the context has no deadline.
	pollLimit = 10 * time.Minute
)

// Response is an answer with its status and header fields.
type Response struct {
	Status int
	// Value is what the call gives whose method made the request; nil for 304 and for no content.
	Value   any
	headers map[string]string
	request *RequestInformation
	url     string
}

// Header gives a header field by its name, in any case; empty when the answer has none.
func (r *Response) Header(name string) string { return r.headers[strings.ToLower(name)] }

// Headers gives all header fields by lower-case name.
func (r *Response) Headers() map[string]string { return maps.Clone(r.headers) }

// Location gives where a new entity is, or where an operation tells how far it is.
func (r *Response) Location() string { return r.Header("location") }

// ETag gives the version of the resource, for IfMatch.
func (r *Response) ETag() string { return r.Header("etag") }

// EntityID gives OData-EntityId: the id of an entity that was made and is not in the answer.
func (r *Response) EntityID() string { return r.Header("odata-entityid") }

// RequestID gives the service's id of the request.
func (r *Response) RequestID() string { return r.Header("request-id") }

// String shows neither value nor secrets.
func (r *Response) String() string {
	return fmt.Sprintf("%d %s", r.Status, shownHeaders(r.headers))
}

// GoString is String.
func (r *Response) GoString() string { return r.String() }

// SendResponse sends a request and gives its answer with status and header fields. It fails as Send does, but
// 304 is no error.
func (a *RequestAdapter) SendResponse(ctx context.Context, request *RequestInformation) (*Response, error) {
	if request == nil || request.answer.read == nil {
		return nil, fmt.Errorf("%w: a request is made by a request builder", ErrArgument)
	}
	got, err := a.exchange(ctx, request)
	if err != nil {
		return nil, err
	}
	made := &Response{Status: got.status, headers: got.headers, request: request, url: request.URL}
	if got.status != http.StatusNotModified && !got.empty() {
		made.Value, err = request.answer.read(got)
	}
	return made, err
}

// Poll follows the Location of a 202 answer until it is another (OData Protocol 4.01, section 8.2.8.8), with
// the pauses that Retry-After asks for. It ends with the context, after ten minutes when that has no deadline.
func (a *RequestAdapter) Poll(ctx context.Context, response *Response) (*Response, error) {
	if response == nil || response.request == nil {
		return nil, fmt.Errorf("%w: there is nothing to wait for", ErrArgument)
	}
	if _, bounded := ctx.Deadline(); !bounded {
		var cancel context.CancelFunc
		ctx, cancel = context.WithTimeout(ctx, pollLimit)
		defer cancel()
	}
	target := response.url
	for response.Status == http.StatusAccepted {
		if location := response.Location(); location != "" {
			adopted, err := a.root.adopt(location, target)
			if err != nil {
				return nil, err
			}
			target = adopted
		} else if target == response.request.URL {
			return nil, fmt.Errorf("%w: a 202 that names no location", ErrUnexpectedAnswer)
		}
		pause, asked := retryAfter(response.Header("retry-after"), time.Now())
		if !asked {
			pause = pollPause
		}
		if err := wait(ctx, pause); err != nil {
			return nil, err
		}
		look, err := a.look(target, response.request.answer)
		if err != nil {
			return nil, err
		}
		look.timeout = response.request.timeout
		next, err := a.SendResponse(ctx, look)
		if err != nil {
			return nil, err
		}
		next.request, next.url = response.request, target
		response = next
	}
	return response, nil
}

// look gives the request that reads what is at a URL of the service.
func (a *RequestAdapter) look(target string, answer Answer) (*RequestInformation, error) {
	headers := map[string]string{"accept": answer.accept}
	made := &RequestInformation{Method: http.MethodGet, URL: target, Headers: headers, answer: answer}
	return a.protocol.spoken(made, NoBody)
}

// SendResponse sends a request by a builder's adapter.
func SendResponse(ctx context.Context, b RequestBuilder, request *RequestInformation) (*Response, error) {
	return b.place.adapter.SendResponse(ctx, request)
}

// Poll waits by a builder's adapter.
func Poll(ctx context.Context, b RequestBuilder, response *Response) (*Response, error) {
	return b.place.adapter.Poll(ctx, response)
}
