package odata

import "testing"

// base is abstract.
type base struct{ Object }

var baseTable = Type{
	Name: "t.base", Label: "base", New: func() Model { return &base{} }, Abstract: true,
	Properties: []Property{{Name: "name", Type: "Edm.String"}, {Name: "part", Type: "t.base"}},
}

func init() { Register([]*Type{&baseTable}, nil, nil, nil) }

func TestURLReferencesOfAnySchemeOrRelative(t *testing.T) {
	for text, wanted := range map[string]bool{
		"someapi.com/api": true, "/api": true, "": true, "?q#f": true, "ldap://host/x": true, "mailto:a@b.example": true,
		"javascript:alert(1)": true, "//host:8080/x": true, "https://[::1]:8080/": true, "urn:isbn:1": true,
		"HTTP://host": true, "ftp://": true, "ftp://host:0/": true, "a:b:c": true, "1:2": true, "https://ä.example/ö": true,
		"http:host": false, "https://": false, "https:///path": false, "https://host:0/": false, "https://user@/": false,
		"ftp://host:99999/": false, "//host:port/": false, "http://a b/": false, "https://[::1": false, "ftp://[1.2.3.4]/": false,
		"a\\b": false, "a\nb": false, "<a>": false, "http://h%41/": false, "//h:1:2/": false,
	} {
		if got := isURLReference(text); got != wanted {
			t.Errorf("%q: %v", text, got)
		}
	}
}

func TestWhatServicesSendIsNoViolation(t *testing.T) {
	for text, operation := range map[string]Operation{
		`{"#t.rename":{"title":"Rename"},"#other":[{}]}`: OperationAnswer,
		`{"name":"a"}`: OperationUpdate,
	} {
		found, err := ValidateJSON(map[Operation]string{OperationAnswer: "t.node", OperationUpdate: "t.base"}[operation], []byte(text), operation)
		if err != nil || len(found) > 0 {
			t.Error(text, found, err)
		}
	}
	delta := `{"#t.rename":{},"value":[{"@odata.context":"https://h/$metadata#n/$deletedEntity","id":"n('1')","reason":"deleted"},
		{"@context":"#n/$link","source":"a"},{"@odata.context":"#n/$deletedLink","target":"b"}]}`
	found, err := ValidateJSON("Collection(t.base)", []byte(delta), OperationAnswer)
	if err != nil || len(found) > 0 {
		t.Error(found, err)
	}
	for text, operation := range map[string]Operation{
		`{"name":"a"}`:                    OperationCreate,
		`{"part":{}}`:                     OperationUpdate,
		`{"x#y":1}`:                       OperationUpdate,
		`{"@odata.context":"#n/$entity"}`: OperationCreate,
	} {
		found, err := ValidateJSON("t.base", []byte(text), operation)
		if err != nil || len(found) != 1 {
			t.Error(text, found, err)
		}
	}
}
