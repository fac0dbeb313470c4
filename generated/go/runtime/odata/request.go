package odata

import (
	"fmt"
	"time"
)

// RequestInformation is one request, finished before anything is sent: method, absolute URL, header fields
// and body, and how its answer is read. The body is bytes already, checked and encoded, so that a request can
// be sent again as it was; or it is a stream.
type RequestInformation struct {
	Method  string
	URL     string
	Headers map[string]string
	// Content is the body; nil for none.
	Content []byte

	timeout time.Duration
	answer  Answer
	// source is a body that is not held, in the place of Content.
	source *source
	// streams asks for the answer as it comes.
	streams bool
}

// Answer says how an answer is read: by a function from the reply to what the call gives.
type Answer struct {
	accept string
	read   func(reply *reply) (any, error)
}

// reply is status, header fields by lower-case name, and the whole body, decompressed.
type reply struct {
	status  int
	headers map[string]string
	body    []byte
	// open is there while the body is not read.
	open *openAnswer
}

func (r *reply) empty() bool { return r.status == 204 || len(r.body) == 0 }

// String shows no secret: neither of the URL nor of the header fields, and nothing of the body.
func (r *RequestInformation) String() string {
	size := "no body"
	if r.source != nil {
		size = "a stream"
	}
	if r.Content != nil {
		size = fmt.Sprintf("%d bytes", len(r.Content))
	}
	return fmt.Sprintf("%s %s %s %s", r.Method, mask(r.URL), shownHeaders(r.Headers), size)
}

// GoString is String.
func (r *RequestInformation) GoString() string { return r.String() }

// at is the same request for another URL, which the caller has checked.
func (r *RequestInformation) at(url string) *RequestInformation {
	made := *r
	made.URL = url
	return &made
}
