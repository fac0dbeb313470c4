package odata

// Call is what the description says of a call, as data.
type Call struct {
	Method     string
	Parameters []Parameter
	// Bodies are the contents that it takes; the first is meant when nobody says which.
	Bodies       []BodyContent
	BodyRequired bool
	// Answers are in the order in which they are looked through.
	Answers []AnswerContent
	Accept  string
	// Security are alternatives, of which one holds whole; Open says that none is needed.
	Security [][]Needed
	Open     bool
	// BaseURL is the call's own, absolute or relative to the client's; empty is the client's.
	BaseURL string
	Paging  *Paging
}

// Form is how a body is written and read.
type Form int

// The forms. Lines have a JSON value each, sequences one behind each record separator (RFC 7464), events are those
// of text/event-stream.
const (
	FormNothing Form = iota
	FormJSON
	FormText
	FormURLEncoded
	FormMultipart
	FormBytes
	FormLines
	FormSequence
	FormEvents
)

// isStream says whether values follow each other.
func (f Form) isStream() bool { return f >= FormLines }

// BodyContent is one content that a request may have.
type BodyContent struct {
	Form      Form
	MediaType string
	// OfCaller means that who sends may say which media type it is.
	OfCaller bool
	Write    Writer
	// Declared is the description's name of the model's type, empty for what is none.
	Declared string
	// Parts are how members of a form are sent, Others how those are that Parts do not name.
	Parts  []Part
	Others *Part
}

// PartForm is how one member of a form is written.
type PartForm int

// The forms of parts: as a parameter of its style, as the text of a scalar, as JSON, as a file.
const (
	PartStyle PartForm = iota
	PartText
	PartJSON
	PartBytes
)

// Part is how one member of a form is sent.
type Part struct {
	Name string
	Form PartForm
	// Repeats makes a part of each item of a list.
	Repeats   bool
	MediaType string
	Style     Style
	Explode   bool
}

// Payload is what one event gives: the text of its data, its data as JSON, or an object of its fields.
type Payload int

// What events give.
const (
	PayloadText Payload = iota
	PayloadJSON
	PayloadFields
)

// AnswerContent is what comes with a status: 200, 4XX or default.
type AnswerContent struct {
	Status    string
	Form      Form
	MediaType string
	Read      Reader
	Payload   Payload
}

// Reader turns a JSON value into the Go value that callers know; false is for what is not of the type.
type Reader func(raw any) (any, bool)

// Reads gives the reader of a codec whose Go type has nil.
func Reads[T any](codec *Codec[T]) Reader {
	return func(raw any) (any, bool) {
		value, ok := codec.Read(raw)
		if model, is := any(value).(Model); is && ok && !isNil(model) {
			markAnswered(model, true)
		}
		return value, ok
	}
}

// ReadsPointer gives the reader of a codec whose Go type needs a pointer to have nil.
func ReadsPointer[T any](codec *Codec[T]) Reader {
	return func(raw any) (any, bool) {
		if raw == nil {
			return (*T)(nil), true
		}
		value, ok := codec.Read(raw)
		return &value, ok
	}
}

// Needed is a credential that a call needs, with the scopes that it must have.
type Needed struct {
	Scheme *Scheme
	Scopes []string
}

// PagingKind is what leads from a page to the next one.
type PagingKind int

// The header Link with rel=next (RFC 8288), a URL in the page, a text in the page that is the value of a parameter,
// and a number that grows by the items or by one.
const (
	PagingLink PagingKind = iota
	PagingNext
	PagingCursor
	PagingOffset
	PagingPage
)

// Paging is how the pages of a list follow each other. Items and Next are members of a page, as paths of names;
// Parameter is the query's that says which page is wanted, First the number of the first one.
type Paging struct {
	Kind      PagingKind
	Items     []string
	Next      []string
	Parameter string
	First     int
	Read      Reader
}
