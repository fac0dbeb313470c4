package odata

import (
	"context"
	"fmt"
	"io"
	"maps"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Response is an answer with its status and header fields.
type Response struct {
	Status int
	// Value is what the call gives for the status and the media type; nil for 304 and for no content.
	Value   any
	headers map[string]string
}

// Header gives a header field by its name, in any case; empty when the answer has none.
func (r *Response) Header(name string) string { return r.headers[strings.ToLower(name)] }

// Headers gives all header fields by lower-case name.
func (r *Response) Headers() map[string]string { return maps.Clone(r.headers) }

// Location gives where something new is.
func (r *Response) Location() string { return r.Header("location") }

// ETag gives the version of the resource.
func (r *Response) ETag() string { return r.Header("etag") }

// String shows neither value nor secrets.
func (r *Response) String() string { return fmt.Sprintf("%d %s", r.Status, shownHeaders(r.headers)) }

// GoString is String.
func (r *Response) GoString() string { return r.String() }

// fitting gives the content of the status, among several that of the media type that came.
func (c *Call) fitting(got *reply) *AnswerContent {
	text := strconv.Itoa(got.status)
	kind := baseType(got.headers["content-type"])
	for _, status := range []string{text, text[:1] + "XX", "default"} {
		var found *AnswerContent
		for at := range c.Answers {
			each := &c.Answers[at]
			if !strings.EqualFold(each.Status, status) {
				continue
			}
			if baseType(each.MediaType) == kind {
				return each
			}
			alike := each.Form == FormJSON && isJSON(kind)
			if found == nil || alike && found.Form != FormJSON {
				found = each
			}
		}
		if found != nil {
			return found
		}
	}
	return nil
}

// describes says whether the description speaks of a status by itself.
func (c *Call) describes(status int) bool {
	return slices.ContainsFunc(c.Answers, func(a AnswerContent) bool { return a.Status == strconv.Itoa(status) })
}

// value reads the body of an answer that is no error.
func (c *Call) value(got *reply, body []byte) (any, error) {
	answer := c.fitting(got)
	if got.status == http.StatusNoContent || got.status == http.StatusResetContent ||
		got.status == http.StatusNotModified || c.Method == http.MethodHead || answer == nil {
		return nil, nil
	}
	if len(body) == 0 && answer.Form != FormBytes && answer.Form != FormText {
		return nil, nil
	}
	return answer.value(got, body)
}

func (a *AnswerContent) value(got *reply, body []byte) (any, error) {
	var raw any
	switch a.Form {
	case FormNothing:
		return nil, nil
	case FormBytes:
		return body, nil
	case FormText:
		return a.text(decoded(body, got.headers["content-type"]))
	default:
		value, err := parse(body)
		if err != nil {
			return nil, fmt.Errorf("%w: %w", ErrUnexpectedAnswer, err)
		}
		raw = value
	}
	value, ok := a.Read(raw)
	if !ok {
		return nil, fmt.Errorf("%w: the answer has another type than the description says", ErrUnexpectedAnswer)
	}
	return value, nil
}

// text reads a text as the value of its type: numbers and the like as JSON has them.
func (a *AnswerContent) text(text string) (any, error) {
	if value, ok := a.Read(text); ok {
		return value, nil
	}
	if raw, err := parse([]byte(text)); err == nil {
		if value, ok := a.Read(raw); ok {
			return value, nil
		}
	}
	return nil, fmt.Errorf("%w: the text has another type than the description says", ErrUnexpectedAnswer)
}

// decoded is a text of the character set that the media type names: UTF-8, or one byte for each character.
func decoded(body []byte, contentType string) string {
	_, parameters, _ := strings.Cut(strings.ToLower(contentType), ";")
	if strings.Contains(parameters, "iso-8859-1") {
		made := make([]rune, len(body))
		for at, each := range body {
			made[at] = rune(each)
		}
		return string(made)
	}
	if utf8.Valid(body) {
		return string(body)
	}
	return strings.ToValidUTF8(string(body), "\ufffd")
}

// failure is the error for an answer with an error status.
func (c *Call) failure(got *reply, body []byte, method, url string) error {
	made := &APIError{
		ResponseStatusCode: got.status,
		ResponseHeaders:    got.headers,
		Raw:                body,
		Method:             method,
		URL:                mask(url),
	}
	if len(body) == 0 {
		return made
	}
	if answer := c.fitting(got); answer != nil && answer.Read != nil {
		if value, err := answer.value(got, body); err == nil {
			made.Body = value
			return made
		}
	}
	if value, err := parse(body); err == nil {
		made.Body = goOf(value)
	} else {
		made.Body = decoded(body, got.headers["content-type"])
	}
	return made
}

// Stream sends a finished request and gives the body of its answer as it comes. The caller closes it.
func Stream(ctx context.Context, b RequestBuilder, request *RequestInformation, err error) (io.ReadCloser, error) {
	if err != nil {
		return nil, err
	}
	made := *request
	made.streams = true
	got, err := b.place.adapter.exchange(ctx, &made)
	if err != nil {
		return nil, err
	}
	return got.stream(), nil
}
