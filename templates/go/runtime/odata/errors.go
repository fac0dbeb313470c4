package odata

import (
	"errors"
	"fmt"
	"regexp"
	"strings"
)

// The kinds of errors that the client gives beside *ODataError and *ValidationError; errors.Is finds them.
var (
	// ErrConfiguration: the client cannot be made, or cannot work, with what it was given.
	ErrConfiguration = errors.New("odata: unusable configuration")
	// ErrArgument: a key, parameter, option or header that cannot be sent.
	ErrArgument = errors.New("odata: unusable argument")
	// ErrUnsafeURL: a URL that leaves the service's origin, or that parsers could read in two ways.
	ErrUnsafeURL = errors.New("odata: refused URL")
	// ErrAuthentication: the credential gave no usable token; its own error is wrapped.
	ErrAuthentication = errors.New("odata: no token")
	// ErrConnection: no answer; the transport's own error is wrapped.
	ErrConnection = errors.New("odata: no answer")
	// ErrUnexpectedAnswer: an answer that the service should not give.
	ErrUnexpectedAnswer = errors.New("odata: unexpected answer")
	// ErrTooLarge: an answer above the size allowed, or compressed beyond any honest ratio.
	ErrTooLarge = fmt.Errorf("%w: too large", ErrUnexpectedAnswer)
	// ErrPaging: a collection that does not end.
	ErrPaging = errors.New("odata: paging stopped")
)

// RedirectError is for a redirect that the client does not follow: it leads elsewhere, or answers
// something else than a GET. No credential is sent there; a download from a storage host is the caller's
// own decision.
type RedirectError struct {
	// Location is the URL as the service gave it.
	Location string
	reason   string
}

func (e *RedirectError) Error() string { return "odata: redirect refused: " + e.reason }

// Unwrap makes errors.Is(err, ErrUnexpectedAnswer) true.
func (e *RedirectError) Unwrap() error { return ErrUnexpectedAnswer }

var (
	secretQuery = regexp.MustCompile(`(?i)([?&;#](?:[^=&#\s]*(?:token|secret|password|signature|key|credential)` +
		`[^=&#\s]*|sig|code|auth|tempauth)=)[^&#\s'"]+`)
	userInfo = regexp.MustCompile(`(?i)\b([a-z][a-z0-9+.-]*://)[^/?#\s@]*@`)
	bearer   = regexp.MustCompile(`(?i)\b(bearer|basic)\s+[A-Za-z0-9._~+/=-]{8,}`)
	// Control characters, line separators and what turns the direction of writing.
	controlText = regexp.MustCompile(
		`[\x00-\x1f\x7f-\x{9f}\x{061c}\x{200e}\x{200f}\x{2028}-\x{202e}\x{2066}-\x{2069}]+`)
)

// mask hides user names in URLs, bearer tokens and the values of secret query options.
func mask(text string) string {
	text = userInfo.ReplaceAllString(text, "${1}***@")
	text = secretQuery.ReplaceAllString(text, "${1}***")
	return bearer.ReplaceAllString(text, "${1} ***")
}

// oneLine gives at most 500 characters of the text, without characters that would
// make another line of it or show it in another order.
func oneLine(text string) string {
	if runes := []rune(text); len(runes) > 500 {
		text = string(runes[:500])
	}
	return controlText.ReplaceAllString(text, " ")
}

// ErrorPart is one object of an error answer, read with tolerance: what has the wrong type reads as nil.
type ErrorPart struct{ data map[string]any }

// GetAdditionalData gives everything that the service sent in this object.
func (p *ErrorPart) GetAdditionalData() map[string]any { return p.data }

func (p *ErrorPart) text(name string) *string {
	if text, is := p.data[name].(string); is {
		return &text
	}
	return nil
}

// GetCode gives the service's error code, nil when it gave none.
func (p *ErrorPart) GetCode() *string { return p.text("code") }

// GetMessage gives what the service says.
func (p *ErrorPart) GetMessage() *string { return p.text("message") }

// GetTarget gives what the error is about.
func (p *ErrorPart) GetTarget() *string { return p.text("target") }

// ErrorDetails is one of an error's details.
type ErrorDetails struct{ ErrorPart }

// InnerError is what the service adds for its own support.
type InnerError struct{ ErrorPart }

// GetRequestId gives the service's id of the request.
func (p *InnerError) GetRequestId() *string { return p.text("request-id") }

// GetClientRequestId gives the caller's id of the request.
func (p *InnerError) GetClientRequestId() *string { return p.text("client-request-id") }

// GetDate gives the time of the error as the service writes it.
func (p *InnerError) GetDate() *string { return p.text("date") }

// GetOdataType gives the inner error's type.
func (p *InnerError) GetOdataType() *string { return p.text("@odata.type") }

// MainError is the error itself (OData JSON Format 4.01, section 21.1).
type MainError struct{ ErrorPart }

// GetDetails gives the error's details.
func (p *MainError) GetDetails() []*ErrorDetails {
	items, _ := p.data["details"].([]any)
	var made []*ErrorDetails
	for _, item := range items {
		if data, is := item.(map[string]any); is {
			made = append(made, &ErrorDetails{ErrorPart{data}})
		}
	}
	return made
}

// GetInnerError gives what the service adds for its own support, nil when it adds nothing.
func (p *MainError) GetInnerError() *InnerError {
	for _, name := range []string{"innerError", "innererror"} {
		if data, is := p.data[name].(map[string]any); is {
			return &InnerError{ErrorPart{data}}
		}
	}
	return nil
}

// ODataError: the service answered with an error status.
type ODataError struct {
	ResponseStatusCode int
	// ResponseHeaders has the header fields by lower-case name.
	ResponseHeaders map[string]string
	// Body is the answer as it came, at most 64 KiB of it.
	Body   []byte
	Method string
	// URL is the request's, with secrets masked.
	URL  string
	main *MainError
}

func newODataError(status int, headers map[string]string, body []byte, method, url string) *ODataError {
	if len(body) > 65536 {
		body = body[:65536]
	}
	made := &ODataError{
		ResponseStatusCode: status,
		ResponseHeaders:    headers,
		Body:               body,
		Method:             method,
		URL:                mask(url),
	}
	value, err := parse(body)
	data, is := goOf(value).(map[string]any)
	if err != nil || !is {
		return made
	}
	found, there := data["error"]
	if !there {
		found = data["odata.error"]
	}
	switch v := found.(type) {
	case map[string]any:
		made.main = &MainError{ErrorPart{v}}
	case string:
		made.main = &MainError{ErrorPart{map[string]any{"message": v}}}
	}
	return made
}

// GetErrorEscaped gives what the service says; nil when the answer was no OData error.
func (e *ODataError) GetErrorEscaped() *MainError { return e.main }

// GetStatusCode gives the HTTP status.
func (e *ODataError) GetStatusCode() int { return e.ResponseStatusCode }

// Code gives the service's error code, empty when it gave none.
func (e *ODataError) Code() string {
	if e.main == nil {
		return ""
	}
	return textOr(e.main.GetCode(), "")
}

// Message gives what the service says, or the status when it says nothing.
func (e *ODataError) Message() string {
	status := fmt.Sprintf("the service answered with status %d", e.ResponseStatusCode)
	if e.main == nil {
		return status
	}
	return textOr(e.main.GetMessage(), status)
}

// RequestID gives the service's id of the request, to be quoted to its support.
func (e *ODataError) RequestID() string {
	return e.id("request-id", (*InnerError).GetRequestId)
}

// ClientRequestID gives the caller's id of the request.
func (e *ODataError) ClientRequestID() string {
	return e.id("client-request-id", (*InnerError).GetClientRequestId)
}

func (e *ODataError) id(header string, read func(*InnerError) *string) string {
	if found := e.ResponseHeaders[header]; found != "" || e.main == nil {
		return found
	}
	if inner := e.main.GetInnerError(); inner != nil {
		return textOr(read(inner), "")
	}
	return ""
}

func textOr(text *string, otherwise string) string {
	if text == nil || *text == "" {
		return otherwise
	}
	return *text
}

// Error gives status, code, message, request and request id in one line, without secrets.
func (e *ODataError) Error() string {
	parts := []string{strings.TrimSpace(fmt.Sprintf("%d %s", e.ResponseStatusCode, oneLine(e.Code())))}
	parts = append(parts, oneLine(e.Message()))
	if e.Method != "" {
		parts = append(parts, e.Method+" "+e.URL)
	}
	if id := e.RequestID(); id != "" {
		parts = append(parts, "request-id "+oneLine(id))
	}
	return mask(strings.Join(parts, " | "))
}
