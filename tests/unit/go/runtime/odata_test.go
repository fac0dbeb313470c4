package odata

import (
	"context"
	"encoding/json"
	"errors"
	"math"
	"net/http"
	"net/http/httptest"
	"net/url"
	"reflect"
	"strings"
	"testing"
	"testing/quick"
	"time"
	"unicode/utf8"
)

// node is a model of a schema of these tests alone.
type node struct{ Object }

// leaf derives from it.
type leaf struct{ node }

var (
	nodeTable = Type{
		Name: "t.node", Label: "node", New: func() Model { return &node{} },
		Properties: []Property{
			{Name: "name", Type: "Edm.String"},
			{Name: "child", Type: "t.node"},
			{Name: "children", Type: "t.node", Collection: true},
		},
	}
	leafTable = Type{
		Name: "t.leaf", Label: "leaf", Base: &nodeTable, SaysType: true,
		New: func() Model { return &leaf{} },
	}
	pageTable = Type{
		Label: "page", New: func() Model { return &Object{} },
		Properties: []Property{
			{Name: "value", Type: "t.node", Collection: true},
			{Name: "@odata.nextLink", Type: "Edm.String"},
			{Name: "@odata.deltaLink", Type: "Edm.String"},
		},
	}
)

func init() {
	Register([]*Type{&nodeTable, &leafTable}, []*Type{&pageTable}, nil, []Alias{{"alias", "t"}})
}

func newNode() *node {
	made := &node{}
	Init(made, &nodeTable)
	return made
}

func jsonText(t *testing.T, model Model) string {
	t.Helper()
	text, err := json.Marshal(model)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func equal(t *testing.T, found, wanted any) {
	t.Helper()
	if !reflect.DeepEqual(found, wanted) {
		t.Fatalf("found %v, wanted %v", found, wanted)
	}
}

func TestAnyTextIsOneSegment(t *testing.T) {
	check := func(text string) bool {
		written, err := segment(text, "Edm.String")
		if text == "" || text == "." || text == ".." || !utf8.ValidString(text) {
			return errors.Is(err, ErrArgument)
		}
		back, failed := url.PathUnescape(written)
		return err == nil && failed == nil && back == text && !strings.ContainsAny(written, "/?#\\ '&=;")
	}
	if err := quick.Check(check, nil); err != nil {
		t.Fatal(err)
	}
}

func TestTextKeysAreQuotedAndEncoded(t *testing.T) {
	check := func(text string) bool {
		if !utf8.ValidString(text) {
			return true
		}
		written, err := literal(text, "Edm.String")
		inner := written[1 : len(written)-1]
		back, failed := url.PathUnescape(inner)
		return err == nil && failed == nil && !strings.ContainsAny(inner, "'/?#&=() ") &&
			strings.ReplaceAll(back, "''", "'") == text
	}
	if err := quick.Check(check, nil); err != nil {
		t.Fatal(err)
	}
	written, err := keyPredicate([]Part{{"id", "O'Neil')/x?$filter=(1 eq 1", "Edm.String"}})
	if err != nil {
		t.Fatal(err)
	}
	equal(t, written, "(id='O%27%27Neil%27%27%29%2Fx%3F%24filter%3D%281%20eq%201')")
	written, err = keyPredicate([]Part{{"a,b", "x,y=z/", "Edm.String"}, {"c=", 5, "Edm.Int32"}})
	if err != nil {
		t.Fatal(err)
	}
	equal(t, written, "(a%2Cb='x%2Cy%3Dz%2F',c%3D=5)")
}

func TestKeysAreOfTheirType(t *testing.T) {
	for _, part := range []Part{
		{"", "1 or true", "Edm.Guid"}, {"", "00000000-0000-0000-0000-00000000000g", "Edm.Guid"},
		{"", "1 or 1", "Edm.Int32"}, {"", int64(1) << 31, "Edm.Int32"}, {"", true, "Edm.Int32"},
		{"", "true)", "Edm.Boolean"}, {"", "2020-01-01,x=1", "Edm.Date"}, {"", "1e5)/x", "Edm.Double"},
		{"", "PT1S'", "Edm.Duration"}, {"", "a'b", "Edm.Binary"}, {"", "2020-01-01\n", "Edm.Date"},
	} {
		if _, err := segment(part.Value, part.Type); !errors.Is(err, ErrArgument) {
			t.Fatal(part, err)
		}
		if _, err := keyPredicate([]Part{part}); !errors.Is(err, ErrArgument) {
			t.Fatal(part, err)
		}
	}
}

func TestLiterals(t *testing.T) {
	uuid, _ := ParseUUID("01234567-89AB-CDEF-0123-456789ABCDEF")
	for _, each := range []struct {
		value    any
		typeName string
		wanted   string
	}{
		{1.5, "Edm.Double", "1.5"}, {math.Inf(-1), "Edm.Double", "-INF"}, {math.NaN(), "Edm.Double", "NaN"},
		{true, "Edm.Boolean", "true"}, {int64(-5), "Edm.Int64", "-5"}, {"mile", "t.unit", "t.unit'mile'"},
		{uuid, "Edm.Guid", "01234567-89ab-cdef-0123-456789abcdef"},
		{NewISODuration(90 * time.Second), "Edm.Duration", "duration'PT1M30S'"},
		{[]byte{0xfb, 0xff}, "Edm.Binary", "binary'-_8%3D'"},
		{time.Date(2024, 1, 2, 3, 4, 5, 6000, time.UTC), "Edm.DateTimeOffset", "2024-01-02T03%3A04%3A05.000006Z"},
		{DateOnly{2024, 2, 29}, "Edm.Date", "2024-02-29"}, {TimeOnly{Hour: 1}, "Edm.TimeOfDay", "01%3A00%3A00"},
		{NewDecimal(1e21), "Edm.Decimal", "1000000000000000000000"}, {nil, "Edm.String", "null"},
	} {
		written, err := literal(each.value, each.typeName)
		if err != nil {
			t.Fatal(err)
		}
		equal(t, written, each.wanted)
	}
	root := RequestBuilder{&place{}}
	near := Invoked(root, "near", []Part{{"it", PointAt(142.1, 64), "Edm.GeographyPoint"}}, nil)
	equal(t, near.place.url, "/near(it=geography'SRID%3D4326%3BPoint%28142.1%2064%29')")
	made := Invoked(root, "f", []Part{{"a", []string{"x", "y"}, JSON}}, []Part{{"b", (*string)(nil), "Edm.String"}})
	equal(t, made.place.url, "/f(a=@p0)")
	equal(t, made.place.aliases[0], option{"@p0", `["x","y"]`})
	if Invoked(root, "f", []Part{{"a", (*string)(nil), "Edm.String"}}, nil).place.err == nil {
		t.Fatal("a parameter is missing")
	}
}

func TestNothingIsLost(t *testing.T) {
	for _, text := range []string{
		`{"b":1.10,"a":12345678901234567890.5e-7,"@x":null,"n":{"z":[1,{"y":{}}]},"name":"\u0000\u2028"}`,
		`{"s":"\ud800","t":"\udc00\ud83d\ude00x"}`, `{}`,
	} {
		model, err := Parse("t.node", []byte(text))
		if err != nil {
			t.Fatal(err)
		}
		written := jsonText(t, model)
		var before, after any
		if json.Unmarshal([]byte(text), &before) != nil || json.Unmarshal([]byte(written), &after) != nil {
			t.Fatal(written)
		}
		if !strings.Contains(text, "ud800") {
			continue
		}
		equal(t, strings.Contains(written, `\ud800`), true)
	}
	text := `{"b":1.10,"child":{"@odata.type":"#t.hexagon","x":[1.0]},"a":1E400}`
	model, err := Parse("t.node", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	GetModel(model, "child", "t.node")
	equal(t, jsonText(t, model), text)
}

func TestJSONTexts(t *testing.T) {
	for _, text := range []string{
		"", "{", "[1,]", `{"a":1,}`, `{"a" 1}`, "01", "1.", ".5", "+1", "NaN", "tru", `"\x"`, `"\u12"`, "\"a\nb\"", "{}x",
		`{a:1}`, "1e", "-", `"`, "\xff", strings.Repeat("[", 5000),
	} {
		if _, err := parse([]byte(text)); !errors.Is(err, ErrJSON) {
			t.Fatal(text, err)
		}
	}
	check := func(text string) bool {
		w := writer{}
		w.text(text)
		back, err := parse(w.out)
		return err == nil && (back == text || !utf8.ValidString(text))
	}
	if err := quick.Check(check, nil); err != nil {
		t.Fatal(err)
	}
	value, err := parse([]byte("\ufeff {\"a\": 1, \"b\": 2, \"c\": 3} "))
	if err != nil {
		t.Fatal(err)
	}
	found, _ := value.(*record).get("c")
	equal(t, found, Number("3"))
	big := `{"m0":0`
	for at := 1; at < 40; at++ {
		big += `,"m` + strings.Repeat("x", at) + `":` + "1"
	}
	value, err = parse([]byte(big + "}"))
	if err != nil {
		t.Fatal(err)
	}
	data := value.(*record)
	data.remove("mx")
	if _, there := data.get("mx"); there || len(data.members) != 39 {
		t.Fatal("not removed")
	}
	found, _ = data.get("mxx")
	equal(t, found, Number("1"))
}

func TestTypesAreSaid(t *testing.T) {
	parent, child := newNode(), &leaf{}
	Init(child, &leafTable)
	equal(t, *child.GetOdataType(), "#t.leaf")
	SetModel(parent, "child", child)
	SetModels(parent, "children", []Model{newNode(), child, nil})
	equal(t, jsonText(t, parent), `{"child":{"@odata.type":"#t.leaf"},"children":[{},{"@odata.type":"#t.leaf"},null]}`)
	child.SetOdataType(Pointer("t.leaf"))
	child.SetOdataType(nil)
	SetModels(parent, "children", []Model(nil))
	equal(t, jsonText(t, parent), `{"child":{"@odata.type":"#t.leaf"},"children":null}`)
	SetModel(parent, "child", (*node)(nil))
	equal(t, jsonText(t, parent), `{"child":null,"children":null}`)
	parent.Unset("child")
	if parent.IsSet("child") || !parent.IsSet("children") {
		t.Fatal("set?")
	}
	for _, name := range []string{"#t.leaf", "t.leaf", "#alias.leaf", "https://s/$metadata#t.leaf"} {
		model, err := Parse("t.node", []byte(`{"@odata.type":"`+name+`"}`))
		if err != nil {
			t.Fatal(err)
		}
		equal(t, TypeName(model), "t.leaf")
	}
}

func TestAdditionalData(t *testing.T) {
	made := newNode()
	made.SetAdditionalData(map[string]any{
		"b@odata.bind": []string{"x"}, "n": 1.5, "t": time.Unix(0, 0).UTC(), "m": newNode(), "l": []Model{newNode()},
	})
	equal(t, jsonText(t, made), `{"b@odata.bind":["x"],"l":[{"@odata.type":"#t.node"}],"m":{"@odata.type":"#t.node"},"n":1.5,`+
		`"t":"1970-01-01T00:00:00Z"}`)
	equal(t, made.GetAdditionalData()["n"], Number("1.5"))
	made.SetAdditionalData(map[string]any{"f": func() {}})
	if _, err := made.MarshalJSON(); !errors.Is(err, ErrJSON) {
		t.Fatal(err)
	}
	made.SetAdditionalData(map[string]any{"name": "declared"})
	if _, err := made.MarshalJSON(); !errors.Is(err, ErrJSON) {
		t.Fatal(err)
	}
	circle := newNode()
	SetModel(circle, "child", circle)
	if _, err := circle.MarshalJSON(); !errors.Is(err, ErrJSON) {
		t.Fatal(err)
	}
	_ = circle.String()
	_ = Validate(circle, OperationAnswer)
}

func TestExactNumbers(t *testing.T) {
	for _, each := range []struct {
		a, b  string
		order int
	}{
		{"1", "1.0", 0}, {"0", "-0", 0}, {"1e400", "1e401", -1}, {"-2", "1", -1}, {"-2", "-3", 1}, {"0.1", "0.11", -1},
		{"12", "9", 1}, {"0", "-1", 1}, {"-1", "0", -1}, {"10e-1", "1", 0}, {".5", "0.5", 0},
	} {
		a, ok := decimalOf(each.a)
		b, also := decimalOf(each.b)
		if !ok || !also {
			t.Fatal(each)
		}
		equal(t, a.compare(b), each.order)
	}
	for _, text := range []string{"", "e5", "1e", "1e+", "1ee5", "1.2.3", "0x1", "--1", "1e99999999999", " 1", "1_0"} {
		if _, ok := decimalOf(text); ok {
			t.Fatal(text)
		}
	}
	unit, _ := decimalOf("0.25")
	for text, wanted := range map[string]bool{"1.75": true, "1.8": false, "-0.5": true, "1e900": true, "0": true} {
		number, _ := decimalOf(text)
		equal(t, isMultiple(number, unit), wanted)
	}
	decimal, err := ParseDecimal("0.1000000000000000000000001")
	if err != nil {
		t.Fatal(err)
	}
	equal(t, decimal.Rat().FloatString(25), "0.1000000000000000000000001")
	equal(t, decimal.Float64(), 0.1)
	duration, err := ParseISODuration("-P1DT2H3M4.5S")
	if err != nil {
		t.Fatal(err)
	}
	length, fits := duration.Duration()
	equal(t, length, -(26*time.Hour + 3*time.Minute + 4500*time.Millisecond))
	equal(t, fits, true)
	equal(t, duration.String(), "-P1DT2H3M4.5S")
	equal(t, NewISODuration(math.MinInt64).String(), "-PT2562047H47M16.854775808S")
	moment, err := ParseTime("2016-12-31T23:59:60+01:00")
	if err != nil {
		t.Fatal(err)
	}
	equal(t, FormatTime(moment), "2017-01-01T00:00:00+01:00")
}

func TestRetryAfter(t *testing.T) {
	for _, value := range []string{"-1", "x", "1e3", "\xb2", "Fri, 99 Foo 2020", "nan", ""} {
		if _, ok := pauseBeforeRetry("POST", 429, value, 1, time.Now()); ok {
			t.Fatal(value)
		}
		pause, ok := pauseBeforeRetry("GET", 429, value, 1, time.Now())
		equal(t, pause, time.Second)
		equal(t, ok, true)
	}
	pause, ok := pauseBeforeRetry("POST", 503, "7", 1, time.Now())
	equal(t, pause, 7*time.Second)
	equal(t, ok, true)
	if _, ok := pauseBeforeRetry("POST", 504, "7", 1, time.Now()); ok {
		t.Fatal("a 504 may have been processed")
	}
	if _, ok := pauseBeforeRetry("GET", 429, "121", 1, time.Now()); ok {
		t.Fatal("too long")
	}
}

// answering gives the root of a service that answers each request with the next of the texts.
func answering(t *testing.T, texts ...string) (RequestBuilder, *[]string) {
	t.Helper()
	var asked []string
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		asked = append(asked, r.Method+" "+r.URL.RequestURI())
		w.Write([]byte(strings.ReplaceAll(texts[0], "ROOT", "http://"+r.Host)))
		if len(texts) > 1 {
			texts = texts[1:]
		}
	}))
	t.Cleanup(server.Close)
	adapter, err := NewRequestAdapter(server.URL, nil, nil, Options{})
	if err != nil {
		t.Fatal(err)
	}
	return At(adapter), &asked
}

func sent(t *testing.T, b RequestBuilder, answer Answer) any {
	t.Helper()
	request, err := Request(b, "GET", answer, (*RequestConfiguration)(nil), NoBody)
	found, err := Send(context.Background(), b, request, err)
	if err != nil {
		t.Fatal(err)
	}
	return found
}

func TestAnswers(t *testing.T) {
	root, _ := answering(t, `{"value": [{"@odata.id": "a"}, {"@odata.id": "b"}], "@odata.count": 2}`, `{"@odata.id": "c"}`,
		`{"value": [1, "x"]}`, "\x00\xff", `{"@type": "#t.leaf", "name": "n"}`)
	references := sent(t, root, References).(StringCollectionResponseable)
	equal(t, strings.Join(references.GetValue(), ","), "a,b")
	equal(t, *references.GetOdataCount(), int64(2))
	equal(t, *sent(t, root, Reference).(*string), "c")
	equal(t, sent(t, root, Value).([]any)[1], any("x"))
	equal(t, string(sent(t, root, Content).([]byte)), "\x00\xff")
	if _, is := sent(t, root, Entity("t.node")).(*leaf); !is {
		t.Fatal("no leaf")
	}
}

func TestDeltaPages(t *testing.T) {
	root, asked := answering(t, `{"value": [{"name": "a"}, {"@odata.type": "#t.leaf"}], "@nextLink": "?$skiptoken=2"}`,
		`{"value": [{"@removed": {}}], "@odata.deltaLink": "ROOT/x?$deltatoken=1"}`)
	place := Child(root, "/x")
	request, err := Request(place, "GET", Page("t.node"), (*RequestConfiguration)(nil), NoBody)
	count := 0
	Pages[Model](context.Background(), place, request, err)(func(item Model, err error) bool {
		if err != nil {
			t.Fatal(err)
		}
		count++
		return true
	})
	equal(t, count, 3)
	equal(t, strings.Join(*asked, " "), "GET /x GET /x?$skiptoken=2")
	page := sent(t, WithURL(place, root.place.adapter.root.origin+"/x?$deltatoken=1"), Page("t.node")).(Model)
	if link := Get(page, "@odata.deltaLink", EdmString); link == nil || !strings.HasSuffix(*link, "deltatoken=1") {
		t.Fatal("no delta link")
	}
}

func TestReadingFromSeveralGoroutines(t *testing.T) {
	model, err := Parse("t.node", []byte(`{"child":{"name":"a"},"children":[{"name":"b"}]}`))
	if err != nil {
		t.Fatal(err)
	}
	done := make(chan Model)
	for range [8]int{} {
		go func() {
			GetModels[Model](model, "children", "t.node")
			_, _ = model.(json.Marshaler).MarshalJSON()
			done <- GetModel(model, "child", "t.node")
		}()
	}
	first := <-done
	for range [7]int{} {
		equal(t, <-done, first)
	}
}

func TestModelsWithoutAConstructor(t *testing.T) {
	var zero node
	equal(t, zero.String(), "Model{}")
	equal(t, zero.IsSet("name"), false)
	Set(&zero, "name", EdmString, Pointer("x"))
	equal(t, *Get(&zero, "name", EdmString), "x")
	if err := checkBody(&zero, "", None); !errors.Is(err, ErrArgument) {
		t.Fatal(err)
	}
	var lost RequestBuilder
	if _, err := Request(lost, "GET", Nothing, nil, NoBody); !errors.Is(err, ErrConfiguration) {
		t.Fatal(err)
	}
}

func TestMembersNamedTwiceAreRefused(t *testing.T) {
	for _, text := range []string{`{"a":1,"a":1}`, `{"a":1,"\u0061":2}`, `[{"b":{"a":1,"c":2,"a":3}}]`} {
		if _, err := parse([]byte(text)); !errors.Is(err, ErrJSON) {
			t.Fatal(text, err)
		}
	}
}

func TestMessagesAreOneLineInTheirOwnOrder(t *testing.T) {
	equal(t, oneLine("a\u2028b\u2029c\u202ed\u2066e\x1bf\r\ng\u0085h"), "a b c d e f g h")
}

func TestMembersOfEnumerationsInURLs(t *testing.T) {
	for typeName, wanted := range map[string]string{
		"enum": "'Red%2CBlue'", "Shop.Color": "Shop.Color'Red%2CBlue'",
	} {
		found, err := literal("Red,Blue", typeName)
		if err != nil || found != wanted {
			t.Fatal(typeName, found, err)
		}
	}
}

// serving gives a builder of a service that answers by a function.
func serving(t *testing.T, options Options, answer http.HandlerFunc) RequestBuilder {
	t.Helper()
	server := httptest.NewServer(answer)
	t.Cleanup(server.Close)
	adapter, err := NewRequestAdapter(server.URL+"/root", nil, nil, options)
	if err != nil {
		t.Fatal(err)
	}
	return At(adapter)
}

func request(t *testing.T, b RequestBuilder, method string, answer Answer, body Body, headers map[string]string) *RequestInformation {
	t.Helper()
	fields := NewRequestHeaders()
	for name, value := range headers {
		fields.Add(name, value)
	}
	made, err := Request(b, method, answer, &RequestConfiguration{Headers: fields}, body)
	if err != nil {
		t.Fatal(err)
	}
	return made
}

func TestHeaderFieldsOfTheProtocol(t *testing.T) {
	var got http.Header
	b := serving(t, Options{}, func(w http.ResponseWriter, r *http.Request) {
		got = r.Header
		w.WriteHeader(204)
	})
	send := func(body Body, headers map[string]string) {
		if _, err := b.place.adapter.Send(context.Background(), request(t, b, "POST", Nothing, body, headers)); err != nil {
			t.Fatal(err)
		}
	}
	send(NoBody, nil)
	equal(t, got.Get("OData-MaxVersion"), "4.01")
	equal(t, got.Get("OData-Version"), "")
	if !strings.HasSuffix(got.Get("User-Agent"), " edmund-go") {
		t.Fatal(got.Get("User-Agent"))
	}
	send(ModelBody(newNode(), "t.node", None), nil)
	equal(t, got.Get("OData-Version"), "4.01")
	send(ModelBody(newNode(), "t.node", None), map[string]string{
		"OData-Version": "4.0", "OData-MaxVersion": "4.0", "User-Agent": "own",
	})
	equal(t, got.Get("OData-Version"), "4.0")
	equal(t, got.Get("OData-MaxVersion"), "4.0")
	equal(t, got.Get("User-Agent"), "own")
}

func TestAnswersWithStatusAndHeaders(t *testing.T) {
	b := serving(t, Options{}, func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("If-None-Match") != "" {
			w.WriteHeader(304)
			return
		}
		w.Header().Set("ETag", `W/"1"`)
		w.Header().Set("OData-EntityId", "x(1)")
		w.Header().Set("Location", "/root/x(1)")
		w.Header().Set("Request-Id", "r1")
		w.WriteHeader(201)
		w.Write([]byte(`{"name":"a"}`))
	})
	ctx := context.Background()
	found, err := SendResponse(ctx, b, request(t, b, "POST", Entity("t.node"), NoBody, nil))
	if err != nil {
		t.Fatal(err)
	}
	equal(t, []any{found.Status, found.ETag(), found.EntityID(), found.Location(), found.RequestID(), found.Header("eTAG")},
		[]any{201, `W/"1"`, "x(1)", "/root/x(1)", "r1", `W/"1"`})
	equal(t, jsonText(t, found.Value.(Model)), `{"name":"a"}`)
	unchanged := request(t, b, "GET", Entity("t.node"), NoBody, map[string]string{"If-None-Match": `W/"1"`})
	found, err = SendResponse(ctx, b, unchanged)
	if err != nil || found.Status != 304 || found.Value != nil {
		t.Fatal(found, err)
	}
	plainly, err := b.place.adapter.Send(ctx, unchanged)
	if err != nil || plainly != nil {
		t.Fatal(plainly, err)
	}
}

func TestAcceptedOnesAreWaitedFor(t *testing.T) {
	looks := 0
	location := "/root/status"
	b := serving(t, Options{}, func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/root/status" {
			if looks++; looks == 2 {
				w.Write([]byte(`{"name":"done"}`))
				return
			}
		}
		w.Header().Set("Location", location)
		w.Header().Set("Retry-After", "0")
		w.WriteHeader(202)
	})
	ctx := context.Background()
	wait := func() (*Response, error) {
		accepted, err := SendResponse(ctx, b, request(t, b, "POST", Entity("t.node"), NoBody, nil))
		if err != nil || accepted.Status != 202 {
			t.Fatal(accepted, err)
		}
		return Poll(ctx, b, accepted)
	}
	done, err := wait()
	if err != nil || looks != 2 || jsonText(t, done.Value.(Model)) != `{"name":"done"}` {
		t.Fatal(done, err, looks)
	}
	location = "https://other.invalid/status"
	if _, err = wait(); !errors.Is(err, ErrUnsafeURL) {
		t.Fatal(err)
	}
}

func TestRelativeLinksAreBelowTheContext(t *testing.T) {
	for context, wanted := range map[string]string{
		``: "/root/deep/more?n=1", `"@odata.context":"/root/other/$metadata#x",`: "/root/other/more?n=1",
		`"@context":"../up/$metadata#x",`: "/root/up/more?n=1",
	} {
		var paths []string
		b := serving(t, Options{}, func(w http.ResponseWriter, r *http.Request) {
			paths = append(paths, r.URL.RequestURI())
			if len(paths) == 1 {
				w.Write([]byte(`{` + context + `"value":[],"@odata.nextLink":"more?n=1"}`))
				return
			}
			w.Write([]byte(`{"value":[]}`))
		})
		first := request(t, Child(b, "/deep/x"), "GET", Page("t.node"), NoBody, nil)
		Pages[Model](ctxOf(), b, first, nil)(func(_ Model, err error) bool {
			t.Fatal(err)
			return false
		})
		equal(t, paths, []string{"/root/deep/x", wanted})
	}
}

func ctxOf() context.Context { return context.Background() }

func TestTheRestOfAnExpandedCollection(t *testing.T) {
	b := serving(t, Options{}, func(w http.ResponseWriter, r *http.Request) {
		w.Write([]byte(`{"value":[{"name":"b","@odata.type":"#t.leaf"}]}`))
	})
	model, err := Parse("t.node", []byte(`{"children":[],"children@odata.nextLink":"children?n=1"}`))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	ExpandedPages[Model](ctxOf(), b, model, "children")(func(item Model, err error) bool {
		if err != nil {
			t.Fatal(err)
		}
		names = append(names, TypeName(item)+" "+*Get(item, "name", EdmString))
		return true
	})
	equal(t, names, []string{"t.leaf b"})
}

func TestRemovedItemsLookRemoved(t *testing.T) {
	for text, wanted := range map[string]*Removal{
		`{"name":"a"}`:                      nil,
		`{"@removed":{"reason":"changed"}}`: {"changed"},
		`{"@odata.removed":{}}`:             {""},
		`{"@odata.context":"$metadata#x/$deletedEntity","reason":"deleted"}`: {"deleted"},
	} {
		model, err := Parse("t.node", []byte(text))
		if err != nil {
			t.Fatal(err)
		}
		equal(t, RemovalOf(model), wanted)
	}
}

func TestPlainHTTPIsAskedFor(t *testing.T) {
	holder := credentialFunc(func(context.Context, []string) (AccessToken, error) { return AccessToken{}, nil })
	for _, each := range []struct {
		options    Options
		credential Credential
		refused    error
	}{
		{Options{}, nil, ErrUnsafeURL},
		{Options{AllowTokenOverHTTP: true}, holder, ErrUnsafeURL},
		{Options{AllowHTTP: true}, nil, nil},
		{Options{AllowHTTP: true}, holder, ErrConfiguration},
		{Options{AllowHTTP: true, AllowTokenOverHTTP: true}, holder, nil},
	} {
		_, err := NewRequestAdapter("http://a.invalid/root", each.credential, nil, each.options)
		if !errors.Is(err, each.refused) {
			t.Fatal(each, err)
		}
	}
}

func TestATokenOfTheCallersOwnNeedsLeaveOverPlainHTTP(t *testing.T) {
	for allowed, wanted := range map[bool]error{false: ErrUnsafeURL, true: ErrConnection} {
		options := Options{AllowHTTP: true, AllowTokenOverHTTP: allowed, MaxRetries: -1}
		made, err := NewRequestAdapter("http://a.invalid/root", nil, nil, options)
		if err != nil {
			t.Fatal(err)
		}
		own := &RequestInformation{
			Method: "GET", URL: "http://a.invalid/root/x", Headers: map[string]string{"authorization": "Bearer x"},
		}
		if _, err := made.exchange(ctxOf(), own); !errors.Is(err, wanted) {
			t.Fatal(allowed, err)
		}
		part := request(t, Child(At(made), "/x"), "GET", Entity("t.node"), NoBody, nil)
		part.Headers["authorization"] = "Bearer x"
		if _, err := Batch(ctxOf(), At(made), false, part); !errors.Is(err, wanted) {
			t.Fatal("in a batch", allowed, err)
		}
	}
}

func TestPlainHTTPGoesThroughNoProxy(t *testing.T) {
	t.Setenv("HTTP_PROXY", "http://proxy.invalid:1")
	asked := httptest.NewRequest("GET", "http://a.invalid/", nil)
	if proxy, err := proxyOf(asked); proxy != nil || err != nil {
		t.Fatal(proxy, err)
	}
}

func TestASilenceWithinAnAnswerEnds(t *testing.T) {
	b := serving(t, Options{IdleTimeout: 100 * time.Millisecond, MaxRetries: -1}, func(w http.ResponseWriter, r *http.Request) {
		w.Write([]byte(`{"name":`))
		w.(http.Flusher).Flush()
		select {
		case <-r.Context().Done():
		case <-time.After(20 * time.Second):
		}
	})
	began := time.Now()
	_, err := b.place.adapter.Send(ctxOf(), request(t, b, "GET", Entity("t.node"), NoBody, nil))
	var slow interface{ Timeout() bool }
	if !errors.Is(err, ErrConnection) || !errors.As(err, &slow) || !slow.Timeout() || time.Since(began) > 10*time.Second {
		t.Fatal(err, time.Since(began))
	}
}

func TestForgettingATokenWaitsNoLongerThanTheContext(t *testing.T) {
	held := &tokens{turn: make(chan struct{}, 1)}
	held.turn <- struct{}{}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if err := held.forget(ctx, "x"); !errors.Is(err, context.Canceled) {
		t.Fatal(err)
	}
}

func TestBatchesAreSplitAtTheLimit(t *testing.T) {
	var sizes []int
	var urls []string
	b := serving(t, Options{BatchLimit: 2}, func(w http.ResponseWriter, r *http.Request) {
		var got struct {
			Requests []struct{ ID, URL string }
		}
		json.NewDecoder(r.Body).Decode(&got)
		sizes = append(sizes, len(got.Requests))
		answers := []any{}
		for at := len(got.Requests) - 1; at >= 0; at-- {
			urls = append(urls, got.Requests[at].URL)
			answers = append(answers, map[string]any{
				"id": got.Requests[at].ID, "status": 200, "body": map[string]any{"name": got.Requests[at].URL},
			})
		}
		json.NewEncoder(w).Encode(map[string]any{"responses": answers})
	})
	var requests []*RequestInformation
	for _, name := range []string{"a", "b", "c", "d", "e"} {
		requests = append(requests, request(t, Child(b, "/"+name), "GET", Entity("t.node"), NoBody, nil))
	}
	answers, err := Batch(ctxOf(), b, false, requests...)
	if err != nil {
		t.Fatal(err)
	}
	equal(t, sizes, []int{2, 2, 1})
	equal(t, urls, []string{"b", "a", "d", "c", "e"})
	for at, each := range requests {
		model, err := BatchAnswer[Model](answers, each)
		if err != nil || *Get(model, "name", EdmString) != string("abcde"[at]) {
			t.Fatal(at, err)
		}
	}
	if _, err := Batch(ctxOf(), b, true, requests...); !errors.Is(err, ErrArgument) {
		t.Fatal(err)
	}
}

func TestShapesAreLiterals(t *testing.T) {
	for _, each := range []struct{ json, wanted string }{
		{`{"type":"Point","coordinates":[1.50,-2,3]}`, "Point(1.50 -2 3)"},
		{`{"type":"LineString","coordinates":[[1,2],[3,4]]}`, "LineString(1 2,3 4)"},
		{`{"type":"Polygon","coordinates":[[[0,0],[1,0],[0,0]],[[5,5]]]}`, "Polygon((0 0,1 0,0 0),(5 5))"},
		{`{"type":"MultiPoint","coordinates":[[1,2],[3,4]]}`, "MultiPoint((1 2),(3 4))"},
		{`{"type":"MultiLineString","coordinates":[[[1,2],[3,4]]]}`, "MultiLineString((1 2,3 4))"},
		{`{"type":"MultiPolygon","coordinates":[[[[0,0],[1,0],[0,0]]]]}`, "MultiPolygon(((0 0,1 0,0 0)))"},
		{`{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[1,2]}]}`, "Collection(Point(1 2))"},
	} {
		value, err := parse([]byte(each.json))
		if err != nil {
			t.Fatal(err)
		}
		written, err := literalOf(value, "Edm.Geometry")
		if err != nil {
			t.Fatal(err)
		}
		equal(t, written.whole(), "geometry'SRID=0;"+each.wanted+"'")
		shape := goOf(value).(map[string]any)
		shape["crs"] = map[string]any{"type": "name", "properties": map[string]any{"name": "EPSG:3857"}}
		written, err = literalOf(shape, "Edm.Geography")
		if err != nil {
			t.Fatal(err)
		}
		equal(t, written.whole(), "geography'SRID=3857;"+each.wanted+"'")
	}
	for _, wrong := range []map[string]any{
		{}, {"type": "Point"}, {"type": "Point", "coordinates": []any{"1'"}}, {"type": "Sphere", "coordinates": []any{1.0, 2.0}},
		{"type": "LineString", "coordinates": []any{1.0, 2.0}}, {"type": "GeometryCollection", "geometries": 1.0},
	} {
		if _, err := literalOf(wrong, "Edm.Geometry"); !errors.Is(err, ErrArgument) {
			t.Fatal(wrong, err)
		}
	}
	if _, err := literalOf(PointAt(1, 2), "Edm.GeographyPolygon"); !errors.Is(err, ErrArgument) {
		t.Fatal("a point is no polygon")
	}
}
