package odata

import "testing"

type dog struct{ Object }

type pet struct{ Union }

var dogs = Type{Name: "Dog", Label: "Dog", Open: true, New: func() Model { return &dog{} },
	Properties: []Property{{Name: "kind", Type: "Edm.String"}},
	Initial:    []Initial{{Name: "kind", Value: "dog"}},
}

var pets = UnionType{Name: "Pet", Property: "kind", Variants: []Variant{
	{Kinds: KindObject, Values: []string{"dog"}},
	{Kinds: KindObject, Member: "lives"},
	{Kinds: KindString},
	{Kinds: KindObject},
}}

func init() {
	Register([]*Type{&dogs}, nil, nil, nil)
	RegisterUnions([]*UnionType{&pets})
}

func TestVariantsAreToldByKindThenByValueThenByMemberThenByWhatIsLeft(t *testing.T) {
	for text, wanted := range map[string]int{
		`{"kind": "dog", "lives": 9}`: 0,
		`{"lives": 9}`:                1,
		`"a name"`:                    2,
		`{"kind": "fish"}`:            3,
		`[1]`:                         none,
		`true`:                        none,
	} {
		value, err := parse([]byte(text))
		if err != nil {
			t.Fatal(err)
		}
		if found := pets.variantOf(value); found != wanted {
			t.Errorf("%s is of variant %d, not %d", text, found, wanted)
		}
	}
}

func TestWhatFitsNoVariantStaysRawAndIsWrittenAsItCame(t *testing.T) {
	codec := UnionOf[pet]("Pet")
	value, _ := parse([]byte(`[1.50,{"a":null}]`))
	read, ok := codec.Read(value)
	if !ok || GetVariant(&read.Union, 2, EdmString) != nil {
		t.Fatal("a list is no text")
	}
	if text, err := write(codec.Write(read), nil); err != nil || string(text) != `[1.50,{"a":null}]` {
		t.Errorf("%s %v", text, err)
	}
}

func TestModelsOfUnionsAreWrittenWithWhatTheirTypeSays(t *testing.T) {
	made, animal := &pet{}, &dog{}
	Init(animal, &dogs)
	InitUnion(made, &pets)
	SetVariantValue[Model](&made.Union, 0, ModelOf[Model]("Dog"), animal)
	if text, err := made.MarshalJSON(); err != nil || string(text) != `{"kind":"dog"}` {
		t.Errorf("%s %v", text, err)
	}
	if found := GetVariantValue(&made.Union, 0, ModelOf[*dog]("Dog")); found != animal {
		t.Error("what was set is what is read")
	}
}

func TestListsAndMapsOfAnyDepthKeepNull(t *testing.T) {
	codec := ListOf(MapOf(NullableOf(EdmInt64)))
	value, _ := parse([]byte(`[{"b":null,"a":1},null]`))
	read, ok := codec.Read(value)
	if !ok || len(read) != 2 || read[0]["b"] != nil || *read[0]["a"] != 1 || read[1] != nil {
		t.Fatal(read)
	}
	if text, err := write(codec.Write(read), nil); err != nil || string(text) != `[{"a":1,"b":null},null]` {
		t.Errorf("%s %v", text, err)
	}
}

func TestEnumerationsOfSeveralKindsAreWrittenAsTheVeryValue(t *testing.T) {
	type mixed string
	codec := ScalarEnum[mixed]()
	for _, text := range []string{`"a"`, `1.0`, `true`, `null`} {
		value, _ := parse([]byte(text))
		read, ok := codec.Read(value)
		if written, err := write(codec.Write(read), nil); !ok || err != nil || string(written) != text {
			t.Errorf("%s became %s", text, written)
		}
	}
	if !IsListed(&Enum{Values: []any{Number("1"), nil}}, codec, mixed("1.0")) {
		t.Error("numbers are the same whatever their digits")
	}
}
