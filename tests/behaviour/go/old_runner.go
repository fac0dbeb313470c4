// Command old_runner answers the vectors of the old wire (tests/old_wire_answers.py has the protocol) with one
// generated client, whose calls are beside this file.
package main

import (
	"bytes"
	"context"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"net/http"
	"net/url"
	"os"
	"reflect"
	"strconv"
	"strings"

	subject "example.com/subject"
	"example.com/subject/models"
	"example.com/subject/runtime/odata"
)

var (
	ctx = context.Background()
	// calls are those of the vectors, as a user writes them.
	calls = map[string]func(client *subject.ShopClient) (any, error){}
	// queries are those of the vectors' filters.
	queries = map[string]func() odata.Condition{}
)

type object = map[string]any

type answer struct {
	Status       int
	Headers      map[string]string
	Text, Base64 string
}

type question struct {
	Kind    string
	BaseURL string `json:"base_url"`
	Case    struct {
		Name, Type, Value, Text, Operation string
		BaseURL                            string `json:"base_url"`
		Reads                              []struct{ At string }
		Sets                               []struct {
			At    string
			Value json.RawMessage
		}
		Answer answer
		Then   []struct{ Answer answer }
		Gives  given
	}
}

// given says what of what a call gives is wanted.
type given struct {
	Items      *int
	Value      any
	Type       string
	References []string
	Reads      []struct{ At string }
	Answers    []given
}

// service gives what it was told to give, and keeps what it was sent.
type service struct {
	answers []answer
	sent    []object
	client  *subject.ShopClient
}

func serviceOf(baseURL string, answers ...answer) *service {
	made := &service{answers: answers, sent: []object{}}
	options := odata.Options{HTTPClient: &http.Client{Transport: made}, MaxRetries: -1}
	made.client = subject.NewShopClient(must(odata.NewRequestAdapter(baseURL, nil, nil, options)))
	return made
}

func (s *service) RoundTrip(request *http.Request) (*http.Response, error) {
	var body []byte
	if request.Body != nil {
		body, _ = io.ReadAll(request.Body)
	}
	headers := object{}
	for name, values := range request.Header {
		headers[name] = strings.Join(values, ", ")
	}
	s.sent = append(s.sent, object{
		"method": request.Method, "url": request.URL.String(), "headers": headers,
		"body": base64.StdEncoding.EncodeToString(body),
	})
	if len(s.answers) == 0 {
		return nil, errors.New("a request that nobody expected")
	}
	said := s.answers[0]
	s.answers = s.answers[1:]
	content := []byte(said.Text)
	if said.Base64 != "" {
		content = must(base64.StdEncoding.DecodeString(said.Base64))
	}
	made := &http.Response{
		StatusCode: said.Status, Header: http.Header{}, Body: io.NopCloser(bytes.NewReader(content)), Request: request,
	}
	for name, value := range said.Headers {
		made.Header.Set(name, value)
	}
	return made, nil
}

func must[T any](value T, err error) T {
	if err != nil {
		panic(err)
	}
	return value
}

func main() {
	var asked []question
	if err := json.Unmarshal(must(os.ReadFile(os.Args[1])), &asked); err != nil {
		panic(err)
	}
	answers := make([]object, len(asked))
	for at := range asked {
		answers[at] = answered(&asked[at])
	}
	if err := json.NewEncoder(os.Stdout).Encode(answers); err != nil {
		panic(err)
	}
}

func answered(q *question) (found object) {
	defer func() {
		if problem := recover(); problem != nil {
			found = object{"failed": fmt.Sprint(problem)}
		}
	}()
	switch q.Kind {
	case "literal":
		return object{"text": literal(q.Case.Type, q.Case.Value)}
	case "reading":
		return reading(q)
	case "writing":
		return writing(q)
	case "call":
		return called(q)
	case "filter":
		return filter(q.Case.Name)
	}
	panic("no such kind of question")
}

func literal(typeName, text string) string {
	var value any = text
	switch typeName {
	case "Edm.Binary":
		value = must(hex.DecodeString(text))
	case "Edm.Double", "Edm.Single":
		value = must(strconv.ParseFloat(text, 64))
		if text == "-INF" {
			value = math.Inf(-1)
		}
	case "Edm.Boolean":
		value = text == "true"
	}
	client := serviceOf("https://shop.example").client
	part := odata.Part{Value: value, Type: "older:" + typeName}
	address := must(odata.AddressOf(odata.Keyed(client.RequestBuilder, part)))
	key := strings.TrimSuffix(strings.TrimPrefix(address, "https://shop.example("), ")")
	return must(url.PathUnescape(key))
}

func filter(name string) object {
	client := serviceOf("https://shop.example").client
	options := []odata.RequestOption{odata.Filter(queries[name]())}
	request, err := client.Products().ToGetRequestInformation(ctx, &odata.ListRequestConfiguration{Options: options})
	if errors.Is(err, odata.ErrArgument) {
		return object{"refused": true}
	}
	query := must(url.PathUnescape(must(request, err).URL))
	return object{"text": strings.TrimPrefix(query, "https://shop.example/Products?$filter=")}
}

func reading(q *question) object {
	said := answer{Status: 200, Headers: map[string]string{"content-type": "application/json"}, Text: q.Case.Text}
	products := serviceOf(q.BaseURL, said).client.Products()
	if strings.HasPrefix(q.Case.Type, "Collection(") {
		page := must(products.Get(ctx, nil))
		return object{"becomes": q.Case.Type, "reads": reads(modelsOf(page), q.Case.Reads)}
	}
	product := must(products.ByID(1).Get(ctx, nil))
	return object{"becomes": odata.TypeName(product), "reads": reads(product, q.Case.Reads)}
}

func writing(q *question) object {
	values := object{}
	for _, each := range q.Case.Sets {
		values[strings.TrimPrefix(each.At, "/")] = each.Value
	}
	made := must(odata.Parse(q.Case.Type, must(json.Marshal(values)))).(models.Productable)
	for name := range values {
		// What a caller sets is what he has read.
		value := getter(made, name).Call(nil)
		if made.IsSet(name) && !(value[0].Kind() == reflect.Pointer && value[0].IsNil()) {
			reflect.ValueOf(made).MethodByName("Set" + name).Call(value)
		}
	}
	asked := serviceOf(q.BaseURL, answer{Status: 204})
	var err error
	if q.Case.Operation == "create" {
		_, err = asked.client.Products().Post(ctx, made, nil)
	} else {
		_, err = asked.client.Products().ByID(1).Patch(ctx, made, nil)
	}
	if err != nil {
		panic(err)
	}
	return object{"written": string(must(base64.StdEncoding.DecodeString(asked.sent[0]["body"].(string))))}
}

func called(q *question) object {
	baseURL := q.Case.BaseURL
	if baseURL == "" {
		baseURL = q.BaseURL
	}
	answers := []answer{q.Case.Answer}
	for _, each := range q.Case.Then {
		answers = append(answers, each.Answer)
	}
	asked := serviceOf(baseURL, answers...)
	call := calls[q.Case.Name]
	if call == nil {
		panic("the runner lacks this call")
	}
	value, err := call(asked.client)
	return object{"sent": asked.sent, "gives": outcome(value, err, q.Case.Gives)}
}

func outcome(value any, err error, wanted given) object {
	if err != nil {
		return object{"error": errorOf(err)}
	}
	if found, is := value.(*together); is {
		answers := make([]object, len(found.requests))
		for at, request := range found.requests {
			got, err := found.answers.Get(request)
			answers[at] = outcome(got, err, wanted.Answers[at])
		}
		return object{"answers": answers}
	}
	if reflected := reflect.ValueOf(value); value == nil || reflected.Kind() == reflect.Pointer && reflected.IsNil() {
		return object{"nothing": true}
	}
	switch found := value.(type) {
	case []byte:
		if found == nil {
			return object{"nothing": true}
		}
		return object{"base64": base64.StdEncoding.EncodeToString(found)}
	case models.StringCollectionResponseable:
		return object{"references": found.GetValue()}
	case []odata.Model:
		return object{"items": len(found), "reads": reads(found, wanted.Reads)}
	}
	if wanted.Items != nil {
		items := modelsOf(value)
		made := object{"items": len(items), "reads": reads(items, wanted.Reads)}
		if counted, is := value.(interface{ GetOdataCount() *int64 }); is && counted.GetOdataCount() != nil {
			made["count"] = fmt.Sprint(*counted.GetOdataCount())
		}
		return made
	}
	if wanted.Value != nil {
		return object{"type": wanted.Type, "value": shown(value)}
	}
	model := value.(odata.Model)
	return object{
		"becomes": odata.TypeName(model), "reads": reads(model, wanted.Reads), "annotations": model.GetAdditionalData(),
	}
}

// shown gives a value, or the value that an operation's answer holds.
func shown(value any) any {
	if holder := reflect.ValueOf(value).MethodByName("GetValue"); holder.IsValid() {
		value = holder.Call(nil)[0].Interface()
	}
	if texts, is := value.([]string); is {
		return texts
	}
	return fmt.Sprint(reflect.Indirect(reflect.ValueOf(value)).Interface())
}

func errorOf(err error) object {
	var refused *odata.ODataError
	if !errors.As(err, &refused) {
		if !errors.Is(err, odata.ErrUnsafeURL) {
			panic(err)
		}
		return object{}
	}
	made := object{"status": refused.ResponseStatusCode, "code": refused.Code(), "message": refused.Message()}
	if main := refused.GetErrorEscaped(); main != nil {
		details := []object{}
		for _, each := range main.GetDetails() {
			details = append(details, object{"code": each.GetCode(), "message": each.GetMessage()})
		}
		made["details"] = details
	}
	return made
}

// modelsOf gives the items of a page.
func modelsOf(page any) []odata.Model {
	listed := reflect.ValueOf(page).MethodByName("GetValue").Call(nil)[0]
	made := make([]odata.Model, listed.Len())
	for at := range made {
		made[at] = listed.Index(at).Interface().(odata.Model)
	}
	return made
}

func reads(value any, wanted []struct{ At string }) []object {
	made := make([]object, len(wanted))
	for at, each := range wanted {
		made[at] = read(value, strings.Split(each.At, "/")[1:])
	}
	return made
}

// read gives what is at a pointer that begins with an index where the value is a list.
func read(value any, pointer []string) object {
	if items, is := value.([]odata.Model); is {
		return read(items[must(strconv.Atoi(pointer[0]))], pointer[1:])
	}
	model, is := value.(odata.Model)
	if len(pointer) == 0 {
		if is {
			return object{"state": "model", "type": odata.TypeName(model)}
		}
		return object{"state": "value", "value": text(reflect.Indirect(reflect.ValueOf(value)).Interface())}
	}
	if !model.IsSet(pointer[0]) {
		return object{"state": "absent"}
	}
	if raw, _ := odata.Raw(model, pointer[0]); raw == nil {
		return object{"state": "null"}
	}
	found := getter(model, pointer[0]).Call(nil)[0]
	if found.Kind() == reflect.Slice && len(pointer) > 1 {
		return read(found.Index(must(strconv.Atoi(pointer[1]))).Interface(), pointer[2:])
	}
	return read(found.Interface(), pointer[1:])
}

func getter(holder any, name string) reflect.Value {
	return reflect.ValueOf(holder).MethodByName("Get" + name)
}

// text gives a value as tests/vectors/README.md writes it.
func text(value any) string {
	switch v := value.(type) {
	case []byte:
		return hex.EncodeToString(v)
	case float32, float64:
		number := reflect.ValueOf(v).Float()
		if math.IsInf(number, 0) {
			return strings.Replace(strings.ToUpper(fmt.Sprint(number)), "+", "", 1)
		}
		return strconv.FormatFloat(number, 'f', -1, 64)
	case odata.ISODuration:
		return strings.TrimRight(strings.TrimRight(v.Rat().FloatString(15), "0"), ".")
	case interface{ Format(string) string }:
		return v.Format("2006-01-02T15:04:05.999999999Z07:00")
	}
	return fmt.Sprint(value)
}

// together are the answers of a batch, with its requests in their order.
type together struct {
	answers  *odata.BatchAnswers
	requests []*odata.RequestInformation
}

func batch(client *subject.ShopClient, parts ...odata.BatchPart) (any, error) {
	made := &together{}
	for _, each := range parts {
		made.requests = append(made.requests, each.Request)
	}
	var err error
	made.answers, err = odata.BatchOf(ctx, client.RequestBuilder, parts...)
	return made, err
}

// all gives the items of all pages.
func all[T odata.Model](pages func(func(T, error) bool)) (any, error) {
	made := []odata.Model{}
	var failed error
	pages(func(item T, err error) bool {
		if failed = err; err == nil {
			made = append(made, item)
		}
		return true
	})
	return made, failed
}

// nothing is for calls that give none.
func nothing(err error) (any, error) { return nil, err }
