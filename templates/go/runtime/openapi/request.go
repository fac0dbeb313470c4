package odata

import (
	"bytes"
	"fmt"
	"io"
	"reflect"
	"slices"
	"strings"
	"time"
)

// RequestInformation is one request, finished before anything is sent: method, absolute URL, header fields
// and body, and how its answer is read.
type RequestInformation struct {
	Method  string
	URL     string
	Headers map[string]string

	body    *content
	timeout time.Duration
	call    *Call
	root    *ServiceRoot
	// streams asks for a content whose values follow each other, where the call has both.
	streams bool
}

// String shows no secret: neither of the URL nor of the header fields, and nothing of the body.
func (r *RequestInformation) String() string {
	size := "no body"
	if r.body != nil {
		size = "a body"
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

// content is a body: read from the start for each attempt, if it can be.
type content struct {
	open func() (io.Reader, error)
	// once means that it cannot be read again.
	once bool
}

func bytesContent(text []byte) *content {
	return &content{open: func() (io.Reader, error) { return bytes.NewReader(text), nil }}
}

// streamContent is what a reader gives; one that can seek is read again from where it was.
func streamContent(source io.Reader) *content {
	seeker, can := source.(io.Seeker)
	if !can {
		return &content{open: func() (io.Reader, error) { return source, nil }, once: true}
	}
	start, err := seeker.Seek(0, io.SeekCurrent)
	if err != nil {
		return &content{open: func() (io.Reader, error) { return source, nil }, once: true}
	}
	return &content{open: func() (io.Reader, error) {
		_, err := seeker.Seek(start, io.SeekStart)
		return source, err
	}}
}

// NewRequest finishes a request. The body is checked first, unless the caller says otherwise.
func NewRequest(b RequestBuilder, call *Call, configuration Configuration, body any) (*RequestInformation, error) {
	if b.place == nil || b.place.adapter == nil {
		return nil, fmt.Errorf("%w: the request builder was made without a client", ErrConfiguration)
	}
	if b.place.err != nil {
		return nil, b.place.err
	}
	given, err := detailsOf(call, configuration)
	if err != nil {
		return nil, err
	}
	root, err := b.place.adapter.rootOf(call)
	if err != nil {
		return nil, err
	}
	made := &RequestInformation{
		Method:  call.Method,
		URL:     withQuery(b.place.address(root), given.query),
		Headers: given.headers,
		timeout: given.options.Timeout,
		call:    call,
		root:    root,
	}
	if _, set := made.Headers["accept"]; !set && call.Accept != "" {
		made.Headers["accept"] = call.Accept
	}
	if len(given.cookies) > 0 {
		made.addCookies(given.cookies)
	}
	if given.options.Content != nil {
		body = given.options.Content
	}
	if body == nil || isNilField(reflect.ValueOf(body)) {
		if call.BodyRequired {
			return nil, fmt.Errorf("%w: a body is needed", ErrArgument)
		}
		return made, nil
	}
	skip := given.options.SkipValidation || !b.place.adapter.validate
	return made, made.fill(body, given.options.ContentType, skip)
}

// Streaming asks for the content of a call whose values follow each other.
func Streaming(request *RequestInformation, err error) (*RequestInformation, error) {
	if err != nil {
		return nil, err
	}
	made := *request
	made.Headers = map[string]string{}
	for name, value := range request.Headers {
		made.Headers[name] = value
	}
	made.streams = true
	for _, each := range request.call.Answers {
		if each.Form.isStream() {
			made.Headers["accept"] = each.MediaType
			break
		}
	}
	return &made, nil
}

func (r *RequestInformation) addCookies(cookies []string) {
	if own := r.Headers["cookie"]; own != "" {
		cookies = append([]string{own}, cookies...)
	}
	r.Headers["cookie"] = strings.Join(cookies, "; ")
}

// fill writes the body in its form.
func (r *RequestInformation) fill(body any, mediaType string, skip bool) error {
	kind, err := r.call.bodyOf(mediaType)
	if err != nil {
		return err
	}
	if mediaType == "" {
		mediaType = kind.MediaType
	}
	if source, is := body.(io.Reader); is && kind.Form != FormMultipart {
		r.body = streamContent(source)
		r.setContentType(mediaType)
		return nil
	}
	if raw, is := body.([]byte); is && kind.Form == FormBytes {
		r.body = bytesContent(append([]byte{}, raw...))
		r.setContentType(mediaType)
		return nil
	}
	value, known := kind.Write(body)
	if !known {
		if value, err = wireOf(body); err != nil {
			return err
		}
	}
	if model, is := value.(Model); is {
		// What is required need not be among what changes.
		patches := baseType(mediaType) == mergePatch
		if err := r.check(model, kind, skip || patches); err != nil {
			return err
		}
		if patches && isAnswered(model) {
			value = changesOf(model, model.object().typ())
		}
	}
	return r.encode(value, kind, mediaType)
}

// mergePatch is what changes alone are sent in (RFC 7396).
const mergePatch = "application/merge-patch+json"

func (r *RequestInformation) check(model Model, kind *BodyContent, skip bool) error {
	object := model.object()
	if object.typ() == nil {
		return fmt.Errorf("%w: a model is made by its constructor", ErrArgument)
	}
	if err := object.problem(); err != nil || skip || kind.Form != FormJSON {
		return err
	}
	purpose := ForCreate
	switch r.Method {
	case "PUT":
		purpose = ForUpdate
	case "PATCH":
		purpose = ForChange
	}
	return validateBeforeSending(model, purpose)
}

func (r *RequestInformation) setContentType(mediaType string) {
	if _, set := r.Headers["content-type"]; !set {
		r.Headers["content-type"] = mediaType
	}
}

func (r *RequestInformation) encode(value any, kind *BodyContent, mediaType string) error {
	var text []byte
	var err error
	switch kind.Form {
	case FormMultipart:
		return r.encodeMultipart(value, kind, mediaType)
	case FormURLEncoded:
		text, err = urlEncoded(value, kind)
	case FormText, FormBytes, FormEvents:
		s := styling{Parameter: &Parameter{Name: "the body"}}
		text = []byte(s.scalar(value))
		err = s.err
	case FormLines, FormSequence:
		text, err = lines(value, kind.Form)
	default:
		text, err = write(value, nil)
	}
	if err != nil {
		return err
	}
	r.body = bytesContent(text)
	r.setContentType(mediaType)
	return nil
}

// lines writes the items of a list behind each other.
func lines(value any, form Form) ([]byte, error) {
	items, is := value.([]any)
	if !is {
		items = []any{value}
	}
	var made []byte
	for _, item := range items {
		text, err := write(item, nil)
		if err != nil {
			return nil, err
		}
		if form == FormSequence {
			made = append(made, 0x1e)
		}
		made = append(append(made, text...), '\n')
	}
	return made, nil
}

// bodyOf gives the content of a media type; empty is the one that is meant when nobody says which.
func (c *Call) bodyOf(mediaType string) (*BodyContent, error) {
	if len(c.Bodies) == 0 {
		return nil, fmt.Errorf("%w: the call takes no body", ErrArgument)
	}
	if mediaType == "" {
		return &c.Bodies[0], nil
	}
	if !headerValue.MatchString(mediaType) {
		return nil, fmt.Errorf("%w: a media type is printable ASCII", ErrArgument)
	}
	wanted := baseType(mediaType)
	is := func(b BodyContent) bool { return baseType(b.MediaType) == wanted }
	at := slices.IndexFunc(c.Bodies, is)
	if at < 0 {
		at = slices.IndexFunc(c.Bodies, func(b BodyContent) bool { return b.OfCaller })
	}
	if at < 0 {
		return nil, fmt.Errorf("%w: the call takes no %s", ErrArgument, wanted)
	}
	return &c.Bodies[at], nil
}

// baseType is a media type without its parameters, in small letters.
func baseType(mediaType string) string {
	kind, _, _ := strings.Cut(mediaType, ";")
	return strings.ToLower(strings.TrimSpace(kind))
}
