package odata

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

// Location is where a parameter goes.
type Location int

// The places of parameters. InQueryString is all that stands behind the question mark, as one value.
const (
	InPath Location = iota
	InQuery
	InHeader
	InCookie
	InQueryString
)

// Style is how the value of a parameter is written (OpenAPI 3.2.0, section 4.12.3).
type Style int

// The styles. StyleContent is written as its media type says, StyleTab is Swagger 2.0's tsv.
const (
	StyleSimple Style = iota
	StyleLabel
	StyleMatrix
	StyleForm
	StyleSpace
	StylePipe
	StyleTab
	StyleDeepObject
	StyleCookie
	StyleContent
)

var delimiters = map[Style]string{StyleSpace: "%20", StylePipe: "%7C", StyleTab: "%09"}

// Parameter is one value that a call takes outside of its body.
type Parameter struct {
	// Name is the one on the wire.
	Name     string
	Location Location
	Style    Style
	Explode  bool
	Required bool
	// Reserved lets characters stay that URLs reserve.
	Reserved bool
	// MediaType is that of StyleContent.
	MediaType string
	// Write gives the JSON value of a Go value.
	Write Writer
}

// Writer turns a Go value into a JSON one; false is for what it does not know.
type Writer func(value any) (any, bool)

// Writes gives the writer of a codec, for values and for pointers to them.
func Writes[T any](codec *Codec[T]) Writer {
	return func(value any) (any, bool) {
		switch v := value.(type) {
		case nil:
			return nil, true
		case T:
			return codec.Write(v), true
		case *T:
			if v == nil {
				return nil, true
			}
			return codec.Write(*v), true
		case GUID:
			// That of another package.
			if made, err := ParseUUID(v.String()); err == nil {
				own, is := any(made).(T)
				return codec.Write(own), is
			}
		}
		return nil, false
	}
}

// styled is a JSON value as the text of a parameter. It is empty and false for what is left out.
func styled(parameter *Parameter, value any) (string, bool, error) {
	value = flattened(value)
	if parameter.Style != StyleContent && isNothing(value) {
		if parameter.Location == InPath {
			return "", false, fmt.Errorf("%w: %s is needed, it is a part of the path", ErrArgument, parameter.Name)
		}
		return "", false, nil
	}
	s := styling{Parameter: parameter}
	var text string
	switch parameter.Location {
	case InPath:
		text = s.path(value)
		if text == "" || text == "." || text == ".." {
			s.fail("would be no segment of its own in the path")
		}
	case InHeader:
		text = s.simple(value)
		if strings.ContainsAny(text, "\r\n\x00") {
			s.fail("has a line break")
		}
	case InCookie:
		text = strings.Join(s.pairs(value), "; ")
		if parameter.Style == StyleCookie {
			s.checkCookie(value)
		}
	default:
		text = strings.Join(s.pairs(value), "&")
	}
	return text, s.err == nil, s.err
}

type styling struct {
	*Parameter
	err error
	// plain leaves every character as it is.
	plain bool
}

func (s *styling) fail(problem string) {
	if s.err == nil {
		s.err = fmt.Errorf("%w: %s %s", ErrArgument, s.Name, problem)
	}
}

// isNothing says whether there is nothing to write: null, and lists and objects in which nothing else is.
func isNothing(value any) bool {
	switch v := value.(type) {
	case nil:
		return true
	case []any:
		for _, item := range v {
			if item != nil {
				return false
			}
		}
		return true
	case *record:
		for _, m := range v.members {
			if m.value != nil {
				return false
			}
		}
		return true
	}
	return false
}

// flattened replaces models by the objects that they are.
func flattened(value any) any {
	switch v := value.(type) {
	case Model:
		if isNil(v) {
			return nil
		}
		return flattened(&record{members: v.object().copied()})
	case *record:
		made := &record{}
		for _, m := range v.members {
			made.set(m.name, flattened(m.value))
		}
		return made
	case []any:
		made := make([]any, len(v))
		for at, item := range v {
			made[at] = flattened(item)
		}
		return made
	}
	return value
}

var encodedTriple = regexp.MustCompile(`%[0-9A-Fa-f]{2}`)

// What may stand where reserved characters may, but for what would part the query or the path.
const (
	reservedInQuery = unreserved + ":/?@!$'()*,;="
	reservedInPath  = unreserved + ":@!$&'()*+,;="
)

func (s *styling) encode(text string) string {
	switch {
	case s.plain, s.Location == InHeader, s.Style == StyleCookie:
		return text
	case !s.Reserved:
		return encode(text, unreserved)
	}
	safe := reservedInQuery
	if s.Location == InPath {
		safe = reservedInPath
	}
	var made strings.Builder
	at := 0
	for _, found := range encodedTriple.FindAllStringIndex(text, -1) {
		made.WriteString(encode(text[at:found[0]], safe) + text[found[0]:found[1]])
		at = found[1]
	}
	made.WriteString(encode(text[at:], safe))
	return made.String()
}

// scalar is the text of a scalar, and the JSON of what nests deeper than a style can say.
func (s *styling) scalar(value any) string {
	switch v := value.(type) {
	case nil:
		return ""
	case string:
		return v
	}
	return s.json(value)
}

func (s *styling) json(value any) string {
	text, err := write(value, nil)
	if err != nil && s.err == nil {
		s.err = err
	}
	return string(text)
}

func (s *styling) items(values []any) []string {
	var made []string
	for _, value := range values {
		if value != nil {
			made = append(made, s.encode(s.scalar(value)))
		}
	}
	return made
}

// assigned gives a=1 for each member.
func (s *styling) assigned(data *record) []string {
	var made []string
	for _, m := range data.members {
		if m.value != nil {
			made = append(made, s.encode(m.name)+"="+s.encode(s.scalar(m.value)))
		}
	}
	return made
}

// alternating gives names and values in turn.
func (s *styling) alternating(data *record) []string {
	var made []string
	for _, m := range data.members {
		if m.value != nil {
			made = append(made, s.encode(m.name), s.encode(s.scalar(m.value)))
		}
	}
	return made
}

func (s *styling) simple(value any) string {
	if s.Style == StyleContent {
		return s.encode(s.content(value))
	}
	switch v := value.(type) {
	case []any:
		return strings.Join(s.items(v), ",")
	case *record:
		if s.Explode {
			return strings.Join(s.assigned(v), ",")
		}
		return strings.Join(s.alternating(v), ",")
	}
	return s.encode(s.scalar(value))
}

func (s *styling) path(value any) string {
	if s.Style == StyleMatrix {
		return s.matrix(value)
	}
	if s.Style != StyleLabel {
		return s.simple(value)
	}
	delimiter := ","
	if s.Explode {
		delimiter = "."
	}
	parts := []string{s.encode(s.scalar(value))}
	switch v := value.(type) {
	case []any:
		parts = s.items(v)
	case *record:
		if parts = s.alternating(v); s.Explode {
			parts = s.assigned(v)
		}
	}
	return "." + strings.Join(parts, delimiter)
}

func (s *styling) matrix(value any) string {
	name := s.encode(s.Name)
	pair := func(text string) string {
		if text == "" {
			return ";" + name
		}
		return ";" + name + "=" + text
	}
	switch v := value.(type) {
	case []any:
		if !s.Explode {
			return pair(strings.Join(s.items(v), ","))
		}
		made := ""
		for _, text := range s.items(v) {
			made += pair(text)
		}
		return made
	case *record:
		if s.Explode {
			return ";" + strings.Join(s.assigned(v), ";")
		}
		return pair(strings.Join(s.alternating(v), ","))
	}
	return pair(s.encode(s.scalar(value)))
}

// pairs gives name=value, or several of them: of a query, of a cookie or of a form.
func (s *styling) pairs(value any) []string {
	name := s.encode(s.Name)
	if s.Style == StyleContent {
		return s.contents(name, value)
	}
	delimiter, known := delimiters[s.Style]
	if !known {
		delimiter = ","
	}
	switch v := value.(type) {
	case []any:
		switch {
		case s.Style == StyleDeepObject:
			return s.deep(name, v)
		case !s.Explode:
			return []string{name + "=" + strings.Join(s.items(v), delimiter)}
		}
		made := s.items(v)
		for at := range made {
			made[at] = name + "=" + made[at]
		}
		return made
	case *record:
		switch {
		case s.Style == StyleDeepObject:
			return s.deep(name, v)
		case s.Explode:
			return s.assigned(v)
		}
		return []string{name + "=" + strings.Join(s.alternating(v), delimiter)}
	}
	return []string{name + "=" + s.encode(s.scalar(value))}
}

// deep gives a[b][c]=d, as deep as the value nests.
func (s *styling) deep(name string, value any) []string {
	inner := func(key string) string { return name + s.encode("[") + s.encode(key) + s.encode("]") }
	var made []string
	switch v := value.(type) {
	case nil:
	case []any:
		for at, item := range v {
			made = append(made, s.deep(inner(strconv.Itoa(at)), item)...)
		}
	case *record:
		for _, m := range v.members {
			made = append(made, s.deep(inner(m.name), m.value)...)
		}
	default:
		made = append(made, name+"="+s.encode(s.scalar(value)))
	}
	return made
}

func (s *styling) content(value any) string {
	_, isText := value.(string)
	if isText && !isJSON(s.MediaType) {
		return s.scalar(value)
	}
	return s.json(value)
}

// contents are the pairs of a value that its media type says how to write.
func (s *styling) contents(name string, value any) []string {
	if s.Location != InQueryString {
		return []string{name + "=" + s.encode(s.content(value))}
	}
	data, is := value.(*record)
	if !is || isJSON(s.MediaType) {
		return []string{s.encode(s.content(value))}
	}
	var made []string
	for _, m := range data.members {
		if !isNothing(m.value) {
			member := styling{Parameter: &Parameter{Name: m.name, Location: InQuery, Style: StyleForm, Explode: true}}
			made = append(made, member.pairs(m.value)...)
		}
	}
	return made
}

var cookieValue = regexp.MustCompile(`^[\x20-\x3a\x3c-\x7e]*$`)

// checkCookie refuses what would end a cookie: they are sent as they are.
func (s *styling) checkCookie(value any) {
	for _, pair := range s.pairs(value) {
		if !cookieValue.MatchString(pair) {
			s.fail("has a character that ends a cookie")
		}
	}
}
