package odata

// ReferenceCreate is a reference to add: the URL of an object that exists (OData JSON Format 4.01, section
// 14).
type ReferenceCreate struct{ Object }

// ReferenceUpdate is a reference to set.
type ReferenceUpdate struct{ Object }

// StringCollectionResponse is a page of references.
type StringCollectionResponse struct{ Object }

// ReferenceCreateable is what a *ReferenceCreate is.
type ReferenceCreateable interface {
	Model
	GetOdataId() *string
	SetOdataId(value *string)
}

// ReferenceUpdateable is what a *ReferenceUpdate is.
type ReferenceUpdateable interface {
	Model
	GetOdataId() *string
	SetOdataId(value *string)
}

// StringCollectionResponseable is what a *StringCollectionResponse is.
type StringCollectionResponseable interface {
	Model
	GetValue() []string
	GetOdataNextLink() *string
	GetOdataCount() *int64
}

const odataID = "@odata.id"

var (
	referenceProperties = []Property{
		{Name: odataID, Type: "Edm.String", Facets: &Facets{IsURL: true}},
	}
	referenceCreateType = Type{
		Label: "ReferenceCreate", New: func() Model { return &ReferenceCreate{} },
		Properties: referenceProperties,
	}
	referenceUpdateType = Type{
		Label: "ReferenceUpdate", New: func() Model { return &ReferenceUpdate{} },
		Properties: referenceProperties,
	}
	referencesType = Type{
		Label: "StringCollectionResponse", New: func() Model { return &StringCollectionResponse{} },
		Properties: []Property{
			{Name: "value", Type: "Edm.Untyped", Collection: true},
			{Name: "@odata.nextLink", Type: "Edm.String"},
			{Name: "@odata.count", Type: "Edm.Int64"},
		},
	}
)

// References gives a page of references.
var References = Wrapped(&referencesType)

// NewReferenceCreate makes a reference to add.
func NewReferenceCreate() *ReferenceCreate {
	made := &ReferenceCreate{}
	Init(made, &referenceCreateType)
	return made
}

// NewReferenceUpdate makes a reference to set.
func NewReferenceUpdate() *ReferenceUpdate {
	made := &ReferenceUpdate{}
	Init(made, &referenceUpdateType)
	return made
}

// GetOdataId gives the URL of the object that is referred to.
func (m *ReferenceCreate) GetOdataId() *string { return Get(m, odataID, EdmString) }

// SetOdataId sets the URL of the object that is referred to.
func (m *ReferenceCreate) SetOdataId(value *string) { Set(m, odataID, EdmString, value) }

// GetOdataId gives the URL of the object that is referred to.
func (m *ReferenceUpdate) GetOdataId() *string { return Get(m, odataID, EdmString) }

// SetOdataId sets the URL of the object that is referred to.
func (m *ReferenceUpdate) SetOdataId(value *string) { Set(m, odataID, EdmString, value) }

// GetValue gives the URLs of the objects that are referred to.
func (m *StringCollectionResponse) GetValue() []string {
	raw, _ := m.load("value")
	items, _ := raw.([]any)
	var made []string
	for _, item := range items {
		if data, is := item.(*record); is {
			item, _ = data.get(odataID)
		}
		if url, is := item.(string); is {
			made = append(made, url)
		}
	}
	return made
}

// GetOdataNextLink gives the URL of the next page.
func (m *StringCollectionResponse) GetOdataNextLink() *string {
	return Get(m, "@odata.nextLink", EdmString)
}

// GetOdataCount gives the number of all references.
func (m *StringCollectionResponse) GetOdataCount() *int64 { return Get(m, "@odata.count", EdmInt64) }
