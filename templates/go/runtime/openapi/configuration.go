package odata

import (
	"fmt"
	"net/url"
	"reflect"
	"strings"
	"time"
)

// RequestOptions are what a caller may add to any request beside parameters and header fields.
type RequestOptions struct {
	// Query holds query parameters that the description does not know, by name.
	Query map[string]string
	// Timeout is for this call alone; 0 leaves it to the client.
	Timeout time.Duration
	// SkipValidation sends the body without checking it first.
	SkipValidation bool
	// ContentType says which of its media types the body has.
	ContentType string
	// Content is the body in the place of that of the call.
	Content any
}

// RequestOption changes RequestOptions; see WithQuery, WithContent, Timeout and SkipValidation.
type RequestOption func(*RequestOptions)

// WithQuery adds a query parameter that the description does not know.
func WithQuery(name, value string) RequestOption {
	return func(o *RequestOptions) {
		if o.Query == nil {
			o.Query = map[string]string{}
		}
		o.Query[name] = value
	}
}

// WithContent gives the body in another of the media types that the call takes. It stands in the place of the body
// that the call is given.
func WithContent(mediaType string, body any) RequestOption {
	return func(o *RequestOptions) { o.ContentType, o.Content = mediaType, body }
}

// Timeout bounds this call alone.
func Timeout(length time.Duration) RequestOption {
	return func(o *RequestOptions) { o.Timeout = length }
}

// SkipValidation sends the body without checking it first.
func SkipValidation() RequestOption { return func(o *RequestOptions) { o.SkipValidation = true } }

// Configuration is any of the request configurations.
type Configuration interface {
	details() (parameters []any, headers HeaderFields, options []RequestOption)
}

// RequestConfiguration is what calls take that have no parameters: header fields and options.
type RequestConfiguration struct {
	Headers HeaderFields
	Options []RequestOption
}

func (c *RequestConfiguration) details() ([]any, HeaderFields, []RequestOption) {
	if c == nil {
		return nil, nil, nil
	}
	return nil, c.Headers, c.Options
}

// QueryConfiguration is what calls take that have Parameters: those of the query, header fields and cookies.
type QueryConfiguration[Parameters any] struct {
	Headers         HeaderFields
	Options         []RequestOption
	QueryParameters *Parameters
}

// details gives the fields of Parameters in their order, which is that of the call's parameters.
func (c *QueryConfiguration[Parameters]) details() ([]any, HeaderFields, []RequestOption) {
	if c == nil {
		return nil, nil, nil
	}
	if c.QueryParameters == nil {
		return nil, c.Headers, c.Options
	}
	fields := reflect.ValueOf(c.QueryParameters).Elem()
	made := make([]any, fields.NumField())
	for at := range made {
		if field := fields.Field(at); !isNilField(field) {
			made[at] = field.Interface()
		}
	}
	return made, c.Headers, c.Options
}

func isNilField(field reflect.Value) bool {
	switch field.Kind() {
	case reflect.Pointer, reflect.Slice, reflect.Map, reflect.Interface:
		return field.IsNil()
	}
	return false
}

// details is a configuration, read and checked.
type details struct {
	query   []string
	cookies []string
	headers map[string]string
	options RequestOptions
}

func detailsOf(call *Call, configuration Configuration) (details, error) {
	made := details{headers: map[string]string{}}
	var parameters []any
	var fields HeaderFields
	if !isNil(configuration) {
		var options []RequestOption
		parameters, fields, options = configuration.details()
		for _, change := range options {
			change(&made.options)
		}
	}
	for at := range call.Parameters {
		var value any
		if at < len(parameters) {
			value = parameters[at]
		}
		if err := made.add(&call.Parameters[at], value); err != nil {
			return made, err
		}
	}
	for _, name := range sortedKeys(made.options.Query) {
		made.query = append(made.query, encode(name, unreserved)+"="+encode(made.options.Query[name], unreserved))
	}
	given, err := checkedFields(fields)
	if err != nil {
		return made, err
	}
	for name, value := range given {
		made.headers[name] = value
	}
	if made.options.Timeout < 0 {
		return made, fmt.Errorf("%w: a timeout is above 0", ErrArgument)
	}
	return made, nil
}

// add puts the value of a parameter where it goes.
func (d *details) add(parameter *Parameter, value any) error {
	if value == nil {
		if parameter.Required {
			return fmt.Errorf("%w: the parameter %s is needed", ErrArgument, parameter.Name)
		}
		return nil
	}
	wired, known := parameter.Write(value)
	if !known {
		return fmt.Errorf("%w: %s has another type", ErrArgument, parameter.Name)
	}
	text, there, err := styled(parameter, wired)
	if err != nil || !there {
		return err
	}
	switch parameter.Location {
	case InHeader:
		if !headerValue.MatchString(text) {
			return fmt.Errorf("%w: the header %s is printable ASCII", ErrArgument, parameter.Name)
		}
		d.headers[strings.ToLower(parameter.Name)] = text
	case InCookie:
		d.cookies = append(d.cookies, text)
	default:
		d.query = append(d.query, text)
	}
	return nil
}

// withQuery gives an address with more parameters.
func withQuery(address string, query []string) string {
	mark := "?"
	if strings.Contains(address, "?") {
		mark = "&"
	}
	if len(query) == 0 {
		return address
	}
	return address + mark + strings.Join(query, "&")
}

// replaced gives an address with one query parameter set anew.
func replaced(address, name, value string) (string, error) {
	parts, err := url.Parse(address)
	if err != nil {
		return "", fmt.Errorf("%w: not a URL", ErrUnsafeURL)
	}
	kept := []string{}
	for _, pair := range strings.Split(parts.RawQuery, "&") {
		before, _, _ := strings.Cut(pair, "=")
		if decoded, err := url.QueryUnescape(before); pair != "" && (err != nil || decoded != name) {
			kept = append(kept, pair)
		}
	}
	parts.RawQuery = strings.Join(append(kept, encode(name, unreserved)+"="+encode(value, unreserved)), "&")
	return parts.String(), nil
}
