package odata

import (
	"fmt"
	"strings"
)

// APIError is for an answer with an error status.
type APIError struct {
	ResponseStatusCode int
	// ResponseHeaders has the header fields by lower-case name.
	ResponseHeaders map[string]string
	// Body is the answer as the description has it for the status; else any JSON, or text. Nil for no body.
	Body any
	// Raw is the answer as it came.
	Raw    []byte
	Method string
	// URL is the request's, with secrets masked.
	URL string
}

// GetStatusCode gives the HTTP status.
func (e *APIError) GetStatusCode() int { return e.ResponseStatusCode }

// messageNames are where services say what went wrong (RFC 9457 has title and detail).
var messageNames = []string{"message", "detail", "title", "error_description", "error"}

// Message gives what the service says, or the status when it says nothing.
func (e *APIError) Message() string {
	value, err := parse(e.Raw)
	data, is := value.(*record)
	for depth := 0; err == nil && is && depth < 2; depth++ {
		for _, name := range messageNames {
			found, _ := data.get(name)
			if text, is := found.(string); is && text != "" {
				return text
			}
		}
		inner, _ := data.get("error")
		data, is = inner.(*record)
	}
	return fmt.Sprintf("the service answered with status %d", e.ResponseStatusCode)
}

// Error gives status, message and request in one line, without secrets.
func (e *APIError) Error() string {
	parts := []string{fmt.Sprint(e.ResponseStatusCode), oneLine(e.Message()), e.Method + " " + e.URL}
	return mask(strings.Join(parts, " | "))
}
