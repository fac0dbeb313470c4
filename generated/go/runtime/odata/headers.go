package odata

import (
	"fmt"
	"regexp"
	"sort"
	"strings"
)

var (
	headerName   = regexp.MustCompile("^[!#$%&'*+.^_`|~0-9A-Za-z-]+$")
	headerValue  = regexp.MustCompile(`^[\t\x20-\x7e]*$`)
	secretHeader = regexp.MustCompile(`(?i)authorization|cookie|key|token|secret|password|signature`)
	// Fields that frame the message are set by the transport.
	reservedHeaders = map[string]bool{
		"host": true, "content-length": true, "transfer-encoding": true, "connection": true,
	}
)

// HeaderFields are what configurations take: *RequestHeaders, and that of github.com/microsoft/kiota-abstractions-go.
type HeaderFields interface {
	Add(key string, value string, additionalValues ...string)
	Get(key string) []string
	ListKeys() []string
}

// RequestHeaders are header fields of one request, each with its values; names are compared without case.
type RequestHeaders struct{ values map[string][]string }

// NewRequestHeaders gives a collection without fields.
func NewRequestHeaders() *RequestHeaders { return &RequestHeaders{} }

// Add adds values to those that the field has.
func (h *RequestHeaders) Add(key string, value string, additionalValues ...string) {
	if h.values == nil {
		h.values = map[string][]string{}
	}
	name := strings.ToLower(key)
	for _, each := range append([]string{value}, additionalValues...) {
		known := false
		for _, have := range h.values[name] {
			known = known || have == each
		}
		if !known {
			h.values[name] = append(h.values[name], each)
		}
	}
}

// TryAdd adds the field unless it is there, and says whether it was added.
func (h *RequestHeaders) TryAdd(key string, value string, additionalValues ...string) bool {
	if h.ContainsKey(key) {
		return false
	}
	h.Add(key, value, additionalValues...)
	return true
}

// AddAll adds all fields of another collection.
func (h *RequestHeaders) AddAll(other *RequestHeaders) {
	for _, name := range other.ListKeys() {
		for _, value := range other.values[name] {
			h.Add(name, value)
		}
	}
}

// Get gives the values of a field, none if it is not there.
func (h *RequestHeaders) Get(key string) []string {
	if h == nil {
		return nil
	}
	return append([]string(nil), h.values[strings.ToLower(key)]...)
}

// Remove removes a field and gives its values.
func (h *RequestHeaders) Remove(key string) []string {
	found := h.Get(key)
	if h != nil {
		delete(h.values, strings.ToLower(key))
	}
	return found
}

// ContainsKey says whether the field is there.
func (h *RequestHeaders) ContainsKey(key string) bool { return len(h.Get(key)) > 0 }

// ListKeys gives the names of all fields, in lower case and in order.
func (h *RequestHeaders) ListKeys() []string {
	if h == nil {
		return nil
	}
	names := make([]string, 0, len(h.values))
	for name := range h.values {
		names = append(names, name)
	}
	sort.Strings(names)
	return names
}

// Clear removes all fields.
func (h *RequestHeaders) Clear() { h.values = nil }

// String shows the fields, with those masked that carry credentials.
func (h *RequestHeaders) String() string {
	fields := map[string]string{}
	for _, name := range h.ListKeys() {
		fields[name] = strings.Join(h.values[name], ", ")
	}
	return shownHeaders(fields)
}

// GoString is String.
func (h *RequestHeaders) GoString() string { return h.String() }

// checkedFields gives the fields by lower-case name. It refuses a name that is no token, a value with a line break
// or a control character (RFC 9110, section 5), and the fields that frame the message.
func checkedFields(h HeaderFields) (map[string]string, error) {
	found := map[string]string{}
	if isNil(h) {
		return found, nil
	}
	keys := h.ListKeys()
	sort.Strings(keys)
	for _, key := range keys {
		name, values := strings.ToLower(key), h.Get(key)
		if !headerName.MatchString(name) {
			return nil, fmt.Errorf("%w: %q is no header name", ErrArgument, name)
		}
		if reservedHeaders[name] {
			return nil, fmt.Errorf("%w: header %q is set by the transport", ErrArgument, name)
		}
		for _, value := range values {
			if !headerValue.MatchString(value) {
				return nil, fmt.Errorf("%w: the value of header %q has a line break or a character that is not"+
					" printable ASCII", ErrArgument, name)
			}
		}
		found[name] = strings.TrimSpace(strings.Join(values, ", "))
	}
	return found, nil
}

func shownHeaders(fields map[string]string) string {
	names := sortedKeys(fields)
	parts := make([]string, len(names))
	for at, name := range names {
		value := fields[name]
		if secretHeader.MatchString(name) {
			value = masked
		}
		parts[at] = fmt.Sprintf("%s: %q", name, value)
	}
	return "{" + strings.Join(parts, ", ") + "}"
}
