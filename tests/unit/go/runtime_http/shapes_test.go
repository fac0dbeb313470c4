package odata

import (
	"fmt"
	"testing"
)

var boxes = Type{Name: "Box", Label: "Box", New: func() Model { return &Object{} },
	Properties: []Property{
		{Name: "counts", Shape: &Shape{Kind: ShapeMap, NotNull: true, Facets: &Facets{MaxItems: IntOf(2)}, Item: &Shape{Type: "Edm.Int64", NotNull: true}}},
		{Name: "grid", Shape: &Shape{Kind: ShapeList, Facets: &Facets{UniqueItems: true}, Item: &Shape{Kind: ShapeList, NotNull: true, Item: &Shape{Type: "Edm.Boolean", NotNull: true}}}},
		{Name: "kind", Shape: &Shape{Kind: ShapeLiteral, Value: "box", NotNull: true}},
		{Name: "size", Type: "Size", NotNull: true},
		{Name: "owner", Type: "Owner"},
		{Name: "note", Type: "Edm.String"},
	},
	Additional:       &Shape{Type: "Edm.Boolean", NotNull: true},
	RequiredOnCreate: []string{"note"},
}

func init() {
	Register([]*Type{&boxes}, nil, []*Enum{{Name: "Size", Values: []any{Number("1"), Number("2.5"), "big"}}}, nil)
	RegisterUnions([]*UnionType{{Name: "Owner", Variants: []Variant{
		{Kinds: KindString, Shape: &Shape{Type: "Edm.String", NotNull: true, Facets: &Facets{MaxLength: IntOf(3)}}},
		{Kinds: KindArray, Shape: &Shape{Kind: ShapeList, NotNull: true, Item: &Shape{Type: "Edm.Int64", NotNull: true}}},
	}}})
}

func TestValuesAreCheckedAsDeepAsTheirTypesSay(t *testing.T) {
	for text, wanted := range map[string]string{
		`{"counts": {"a": 1}, "grid": null, "kind": "box", "size": 1.0, "owner": [1]}`: "[]",
		`{"counts": null}`:                        "[/counts null]",
		`{"counts": []}`:                          "[/counts not-an-object]",
		`{"counts": {"a": 1, "b/": "x", "c": 3}}`: "[/counts max-properties /counts/b~1 wrong-type]",
		`{"grid": [[true], [1]]}`:                 "[/grid/1/0 wrong-type]",
		`{"grid": [[true], [true]]}`:              "[/grid unique-items]",
		`{"grid": [null]}`:                        "[/grid/0 null]",
		`{"kind": "bag"}`:                         "[/kind allowed-values]",
		`{"size": "1"}`:                           "[/size enum-member]",
		`{"owner": "anna"}`:                       "[/owner max-length]",
		`{"owner": ["a"]}`:                        "[/owner/0 wrong-type]",
		`{"owner": 5}`:                            "[/owner wrong-type]",
		`{"@odata.type": "x", "more": true}`:      "[/@odata.type wrong-type]",
	} {
		found, err := ValidateJSON("Box", []byte(text), OperationAnswer)
		if err != nil {
			t.Fatal(err)
		}
		told := []string{}
		for _, each := range found {
			told = append(told, each.Pointer+" "+string(each.Code))
		}
		if fmt.Sprint(told) != wanted {
			t.Errorf("%s: %v", text, told)
		}
	}
}

func TestWhatHasToBeThereMayBeNullWhereItsTypeSaysSo(t *testing.T) {
	found, err := ValidateJSON("Box", []byte(`{"note": null}`), OperationCreate)
	if err != nil || len(found) > 0 {
		t.Error(found, err)
	}
	if found, _ = ValidateJSON("Box", []byte(`{}`), OperationCreate); len(found) != 1 || found[0].Code != RuleRequired {
		t.Error(found)
	}
}
