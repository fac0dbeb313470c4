package odata

import (
	"fmt"
	"reflect"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// RequestOptions are what a caller may add to any request beside query options and header fields.
type RequestOptions struct {
	// Query holds query options of the service's own, by name.
	Query map[string]string
	// IfMatch makes the call fail (412) when the resource is no longer the one of that ETag.
	IfMatch string
	// Timeout is for this call alone; 0 leaves it to the client.
	Timeout time.Duration
	// SkipValidation sends the body without checking it first.
	SkipValidation bool
	// WholeBody sends a model that was read with all that it has, not what changed alone.
	WholeBody bool

	asks asked
}

// RequestOption changes RequestOptions; see WithQuery, IfMatch, Timeout, SkipValidation, and Filter and its like.
type RequestOption func(*RequestOptions)

// WithQuery adds a query option of the service's own.
func WithQuery(name, value string) RequestOption {
	return func(o *RequestOptions) {
		if o.Query == nil {
			o.Query = map[string]string{}
		}
		o.Query[name] = value
	}
}

// IfMatch makes a change fail (412) when the resource is no longer the one of that ETag.
func IfMatch(etag string) RequestOption { return func(o *RequestOptions) { o.IfMatch = etag } }

// Timeout bounds this call alone.
func Timeout(length time.Duration) RequestOption {
	return func(o *RequestOptions) { o.Timeout = length }
}

// SkipValidation sends the body without checking it first.
func SkipValidation() RequestOption { return func(o *RequestOptions) { o.SkipValidation = true } }

// WholeBody makes PATCH send a model that was read with all that it has, not what changed since alone.
func WholeBody() RequestOption { return func(o *RequestOptions) { o.WholeBody = true } }

// Configuration is any of the request configurations of this package.
type Configuration interface {
	details() (query []option, headers HeaderFields, options []RequestOption)
	// offers are the names of the query options that the call takes.
	offers() []string
}

// option is a query option by its name on the wire.
type option struct{ name, value string }

// RequestConfiguration is what calls take that have no query options: header fields and options.
type RequestConfiguration struct {
	Headers HeaderFields
	Options []RequestOption
}

func (c *RequestConfiguration) details() ([]option, HeaderFields, []RequestOption) {
	if c == nil {
		return nil, nil, nil
	}
	return nil, c.Headers, c.Options
}

func (c *RequestConfiguration) offers() []string { return nil }

// QueryConfiguration is what calls take that have the query options of Parameters.
type QueryConfiguration[Parameters any] struct {
	Headers         HeaderFields
	Options         []RequestOption
	QueryParameters *Parameters
}

func (c *QueryConfiguration[Parameters]) details() ([]option, HeaderFields, []RequestOption) {
	if c == nil {
		return nil, nil, nil
	}
	if c.QueryParameters == nil {
		return nil, c.Headers, c.Options
	}
	return optionsOf(reflect.ValueOf(c.QueryParameters).Elem()), c.Headers, c.Options
}

func (c *QueryConfiguration[Parameters]) offers() []string {
	fields := reflect.TypeOf((*Parameters)(nil)).Elem()
	made := make([]string, fields.NumField())
	for at := range made {
		made[at] = fields.Field(at).Tag.Get("query")
	}
	return made
}

// optionsOf reads a struct of pointers and slices; the tags name the options, and what is nil is not sent.
func optionsOf(parameters reflect.Value) []option {
	var made []option
	for at := 0; at < parameters.NumField(); at++ {
		name := parameters.Type().Field(at).Tag.Get("query")
		switch v := parameters.Field(at).Interface().(type) {
		case *string:
			if v != nil {
				made = append(made, option{name, *v})
			}
		case *bool:
			if v != nil {
				made = append(made, option{name, strconv.FormatBool(*v)})
			}
		case *int32:
			if v != nil {
				made = append(made, option{name, strconv.Itoa(int(*v))})
			}
		case []string:
			if v != nil {
				made = append(made, option{name, strings.Join(v, ",")})
			}
		}
	}
	return made
}

// ListQueryParameters are the system query options of collections (OData URL Conventions 4.01, section 5.1).
type ListQueryParameters struct {
	Count   *bool    `query:"$count"`
	Expand  []string `query:"$expand"`
	Filter  *string  `query:"$filter"`
	Orderby []string `query:"$orderby"`
	Search  *string  `query:"$search"`
	Select  []string `query:"$select"`
	Skip    *int32   `query:"$skip"`
	Top     *int32   `query:"$top"`
}

// ReadQueryParameters are the system query options of single objects.
type ReadQueryParameters struct {
	Expand []string `query:"$expand"`
	Select []string `query:"$select"`
}

// CountQueryParameters are the system query options of counts.
type CountQueryParameters struct {
	Filter *string `query:"$filter"`
	Search *string `query:"$search"`
}

// RemoveQueryParameters say which reference to remove: Id is the URL of its object.
type RemoveQueryParameters struct {
	Id *string `query:"$id"`
}

// The request configurations, by the query options that calls have.
type (
	ListRequestConfiguration   = QueryConfiguration[ListQueryParameters]
	ReadRequestConfiguration   = QueryConfiguration[ReadQueryParameters]
	CountRequestConfiguration  = QueryConfiguration[CountQueryParameters]
	RemoveRequestConfiguration = QueryConfiguration[RemoveQueryParameters]
)

// details is a configuration, read and checked.
type details struct {
	query   []option
	headers map[string]string
	timeout time.Duration
	skip    bool
	whole   bool
}

var customName = regexp.MustCompile(`^[\p{L}\p{N}_-]+$`)

func detailsOf(configuration Configuration, limits *QueryLimits) (details, error) {
	made := details{headers: map[string]string{}}
	if isNil(configuration) {
		return made, nil
	}
	query, headers, options := configuration.details()
	var given RequestOptions
	for _, change := range options {
		change(&given)
	}
	query, err := withAsked(query, &given.asks, configuration, limits)
	if err != nil {
		return made, err
	}
	for _, each := range query {
		if strings.ContainsRune(each.value, 0) {
			return made, fmt.Errorf("%w: option %s holds a NUL character", ErrArgument, each.name)
		}
		if (each.name == "$top" || each.name == "$skip") && strings.HasPrefix(each.value, "-") {
			return made, fmt.Errorf("%w: option %s is below 0", ErrArgument, each.name)
		}
		made.query = append(made.query, each)
	}
	for _, name := range sortedKeys(given.Query) {
		if !customName.MatchString(name) || strings.ContainsRune(given.Query[name], 0) {
			return made, fmt.Errorf("%w: %q is no query option", ErrArgument, name)
		}
		made.query = append(made.query, option{name, given.Query[name]})
	}
	fields, err := checkedFields(headers)
	if err != nil {
		return made, err
	}
	made.headers = fields
	if given.IfMatch != "" {
		if !headerValue.MatchString(given.IfMatch) {
			return made, fmt.Errorf("%w: the ETag has a character that is not printable ASCII", ErrArgument)
		}
		made.headers["if-match"] = given.IfMatch
	}
	if given.Timeout < 0 {
		return made, fmt.Errorf("%w: a timeout is above 0", ErrArgument)
	}
	made.timeout, made.skip, made.whole = given.Timeout, given.SkipValidation, given.WholeBody
	return made, nil
}

// encodedQuery gives $select=id&$top=5: names as they are, values encoded whole.
func encodedQuery(options []option) string {
	parts := make([]string, len(options))
	for at, each := range options {
		parts[at] = encode(each.name, "$@.-_") + "=" + encode(each.value, unreserved)
	}
	return strings.Join(parts, "&")
}
