package odata

const (
	// maxVersion is the newest protocol version that is understood (OData Protocol 4.01, section 8.2.7).
	maxVersion = "4.01"
	// bodyVersion is the one that bodies are written in (section 8.1.5).
	bodyVersion = "4.01"
	// graphEntity is the type that only Microsoft Graph's schema has.
	graphEntity = "microsoft.graph.entity"
	// graphBatchLimit is the most requests that Microsoft Graph takes in one batch.
	graphBatchLimit = 20
)

// batchTraits are how a service wants its batches: limit is the most requests in one, 0 for any number, and
// slash begins the URL of each. URLs without one are relative to the batch's own (OData JSON Format 4.01,
// section 19.1).
type batchTraits struct {
	limit int
	slash string
}

func traitsOf(limit int) batchTraits {
	made := batchTraits{limit: limit}
	if registry.types[graphEntity] != nil {
		made.slash = "/"
		if limit == 0 {
			made.limit = graphBatchLimit
		}
	}
	return made
}
