package odata

import (
	"errors"
	"testing"
)

// person is what is read and changed here.
type person struct{ Object }

var (
	personTable = Type{
		Name: "t.person", Label: "person", New: func() Model { return &person{} }, Entity: true,
		Properties: []Property{
			{Name: "id", Type: "Edm.String"},
			{Name: "name", Type: "Edm.String"},
			{Name: "age", Type: "Edm.Int32"},
			{Name: "home", Type: "t.node"},
			{Name: "homes", Type: "t.node", Collection: true},
			{Name: "tags", Type: "Edm.String", Collection: true},
			{Name: "boss", Type: "t.person", Navigation: true},
			{Name: "friends", Type: "t.person", Navigation: true, Collection: true},
		},
	}
	workerTable = Type{
		Name: "t.worker", Label: "worker", Base: &personTable, New: func() Model { return &person{} }, Entity: true,
		RequiredOnUpdate: []string{"id"},
	}
)

func init() { Register([]*Type{&personTable, &workerTable}, nil, nil, nil) }

const personText = `{"@odata.etag":"W/\"1\"","id":"1","name":"A","age":3,"home":{"name":"x","child":{"name":"y"}},` +
	`"homes":[{"name":"a"},{"name":"b"}],"tags":["s"],"extra":{"k":[1.0]}}`

func readPerson(t *testing.T, text string) Model {
	t.Helper()
	made, err := readModel(&reply{status: 200, body: []byte(text)}, &personTable)
	if err != nil {
		t.Fatal(err)
	}
	return made.(Model)
}

func sentBy(t *testing.T, method string, model Model, options ...RequestOption) string {
	t.Helper()
	adapter, err := NewRequestAdapter("https://h.example/v1", nil, nil, Options{})
	if err != nil {
		t.Fatal(err)
	}
	configuration := &RequestConfiguration{Options: options}
	request, err := Request(At(adapter), method, Nothing, configuration, ModelBody(model, "t.person", ForUpdate))
	if err != nil {
		t.Fatal(err)
	}
	return string(request.Content)
}

func TestPatchSendsWhatChangedSinceItWasRead(t *testing.T) {
	for wanted, change := range map[string]func(Model){
		`{}`: func(m Model) {
			_ = GetModel(m, "home", "t.node")
			_ = GetModels[Model](m, "homes", "t.node")
			m.SetAdditionalData(m.GetAdditionalData())
			Set(m, "name", EdmString, Pointer("A"))
			Set(m, "age", EdmInt32, nil)
			Set(m, "age", EdmInt32, Pointer(int32(3)))
			SetList(m, "tags", EdmString, []string{"s"})
			m.Unset("id")
		},
		`{"name":null}`: func(m Model) { Set(m, "name", EdmString, nil) },
		`{"age":4}`:     func(m Model) { Set(m, "age", EdmInt32, Pointer(int32(4))) },
		`{"tags":[]}`:   func(m Model) { SetList(m, "tags", EdmString, []string{}) },
		`{"home":{"name":"x","child":{"name":"z"}}}`: func(m Model) {
			Set(GetModel(GetModel(m, "home", "t.node"), "child", "t.node"), "name", EdmString, Pointer("z"))
		},
		`{"home":{"child":{"name":"y"}}}`: func(m Model) { GetModel(m, "home", "t.node").Unset("name") },
		`{"homes":[{"name":"a"},{"name":"c"}]}`: func(m Model) {
			Set(GetModels[Model](m, "homes", "t.node")[1], "name", EdmString, Pointer("c"))
		},
		`{"homes":[{"name":"a"}]}`: func(m Model) {
			SetModels(m, "homes", GetModels[Model](m, "homes", "t.node")[:1])
		},
		`{"boss@odata.bind":"people('2')"}`: func(m Model) {
			if err := BindURL(m, "boss", "people('2')"); err != nil {
				t.Error(err)
			}
		},
		`{"more":true}`: func(m Model) { SetAny(m, "more", true) },
	} {
		model := readPerson(t, personText)
		change(model)
		if got := sentBy(t, "PATCH", model); got != wanted {
			t.Error(got, wanted)
		}
	}
}

func TestWholeBodiesAreSentOnDemandAndByPut(t *testing.T) {
	if got := sentBy(t, "PATCH", readPerson(t, personText), WholeBody()); got != personText {
		t.Error(got)
	}
	if got := sentBy(t, "PUT", readPerson(t, personText)); got != personText {
		t.Error(got)
	}
	given := &person{}
	Init(given, &personTable)
	Set(given, "name", EdmString, Pointer("N"))
	if got := sentBy(t, "PATCH", given); got != `{"name":"N"}` {
		t.Error(got)
	}
}

func TestChangesOfADerivedTypeNameItAndWhatIsRequired(t *testing.T) {
	model := readPerson(t, `{"@odata.type":"#t.worker","id":"1","name":"A"}`)
	Set(model, "name", EdmString, Pointer("B"))
	if got := sentBy(t, "PATCH", model); got != `{"@odata.type":"#t.worker","id":"1","name":"B"}` {
		t.Error(got)
	}
}

func TestBindingsAndETags(t *testing.T) {
	adapter, _ := NewRequestAdapter("https://h.example/v1", nil, nil, Options{})
	root := At(adapter)
	model := readPerson(t, personText)
	if ETagOf(model) != `W/"1"` || ETagOf(newNode()) != "" {
		t.Error(ETagOf(model))
	}
	if err := Bind(model, "friends", Item(Child(root, "/people"), "a b", "Edm.String"), Child(root, "/me")); err != nil {
		t.Error(err)
	}
	wanted := `{"friends@odata.bind":["https://h.example/v1/people/a%20b","https://h.example/v1/me"]}`
	if got := sentBy(t, "PATCH", model); got != wanted {
		t.Error(got)
	}
	for _, err := range []error{
		BindURL(model, "home", "x"), BindURL(model, "boss"), BindURL(model, "boss", "a", "b"), BindURL(model, "none", "a"),
		Bind(model, "boss", Item(root, "..", "Edm.String")),
	} {
		if !errors.Is(err, ErrArgument) {
			t.Error(err)
		}
	}
}

func TestABodyOfAnotherTypeIsRefused(t *testing.T) {
	adapter, _ := NewRequestAdapter("https://h.example/v1", nil, nil, Options{})
	_, err := Request(At(adapter), "POST", Nothing, nil, ModelBody(newNode(), "t.person", ForCreate))
	if !errors.Is(err, ErrArgument) {
		t.Error(err)
	}
}
