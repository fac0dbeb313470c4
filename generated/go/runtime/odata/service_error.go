package odata

import (
	"fmt"
	"strings"
)

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
	switch v := errorIn(data).(type) {
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
