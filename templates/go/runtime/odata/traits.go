package odata

const (
	// maxVersion is the newest protocol version that is understood (OData Protocol 4.01, section 8.2.7).
	maxVersion = "4.01"
	// bodyVersion is the one that bodies are written in (section 8.1.5).
	bodyVersion = "4.01"
)

// BatchFormat is how several requests become one.
type BatchFormat int

const (
	// BatchOfService is what every service of the version understands.
	BatchOfService BatchFormat = iota
	// BatchAsJSON is one JSON object (OData JSON Format 4.01, section 19), which services from 4.01 on know.
	BatchAsJSON
	// BatchAsMultipart is a message of parts (OData Protocol 4.01, section 11.7.7).
	BatchAsMultipart
)

// Traits are how a service talks, as far as its clients have to know.
type Traits struct {
	BatchFormat BatchFormat
	// BatchLimit is the most requests in one batch, 0 for any number.
	BatchLimit int
	// BatchSlash means that URLs in a batch begin with a slash although they are relative to the service root.
	// Others are relative to the batch's own (OData JSON Format 4.01, section 19.1).
	BatchSlash bool
}

var traits = Traits{BatchFormat: BatchAsJSON}

// RegisterTraits says how the service talks. Generated code calls it before anything else runs.
func RegisterTraits(given Traits) { traits = given }

// traitsWith gives the service's traits with what the caller wants in their place; nothing is 0.
func traitsWith(format BatchFormat, limit int) Traits {
	made := traits
	if format != BatchOfService {
		made.BatchFormat = format
	}
	if limit != 0 {
		made.BatchLimit = limit
	}
	return made
}
