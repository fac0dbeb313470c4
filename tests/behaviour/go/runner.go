// Command runner answers the questions of tests/vector_answers.py about one generated module, which the test
// names in model.go beside this file.
package main

import (
	"context"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"os"
	"reflect"
	"sort"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"example.com/subject/runtime/odata"
)

var (
	// root gives the client.
	root func() any
	// bodies make the parameters of actions, by the action's name.
	bodies = map[string]func() odata.Model{}
	// calls make the requests of tests/vectors/calls, by their names.
	calls = map[string]func() (*odata.RequestInformation, error){}
)

type question struct {
	Kind, Type, Text, Name string
	Operation              *string
	Reads, Sets            []struct{ At, Text string }
	Path                   []any
	Query                  map[string]any
	Headers                map[string]string
	Body                   *struct {
		Type *string
		Text string
	}
}

type object = map[string]any

func main() {
	text, err := os.ReadFile(os.Args[1])
	var asked []question
	if err == nil {
		err = json.Unmarshal(text, &asked)
	}
	if err != nil {
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

func answered(q *question) (answer object) {
	defer func() {
		if problem := recover(); problem != nil {
			answer = object{"error": fmt.Sprint(problem)}
		}
	}()
	var err error
	switch q.Kind {
	case "validation":
		answer, err = validation(q)
	case "wire":
		answer, err = wire(q)
	case "request":
		answer, err = request(q)
	case "call":
		answer, err = call(q)
	default:
		err = errors.New("no such kind of question")
	}
	if err != nil {
		return object{"error": err.Error()}
	}
	return answer
}

func validation(q *question) (object, error) {
	operation := odata.OperationAnswer
	if q.Operation != nil {
		operation = odata.Operation(*q.Operation)
	}
	if body := bodies[q.Type]; body != nil {
		made := body()
		found, err := odata.ValidateBody(made, []byte(q.Text), operation)
		if err != nil || made.(json.Unmarshaler).UnmarshalJSON([]byte(q.Text)) != nil {
			return violations(found), err
		}
		touch(made)
		if again := odata.Validate(made, operation); fmt.Sprint(again) != fmt.Sprint(found) {
			return nil, fmt.Errorf("the model breaks other rules: %v, %v", again, found)
		}
		return violations(found), nil
	}
	found, err := odata.ValidateJSON(q.Type, []byte(q.Text), operation)
	if err != nil {
		return nil, err
	}
	answer := violations(found)
	// A model of the same text, all of it read, breaks the same rules.
	if model, err := odata.Parse(q.Type, []byte(q.Text)); err == nil {
		touch(model)
		_, says := model.GetAdditionalData()["@type"]
		if says = says || model.IsSet("@odata.type"); says || odata.TypeName(model) == q.Type {
			again := violations(odata.Validate(model, operation))
			if fmt.Sprint(again) != fmt.Sprint(answer) {
				return nil, fmt.Errorf("the model breaks other rules: %v, %v", again, answer)
			}
		}
	}
	return answer, nil
}

func violations(found []odata.Violation) object {
	made := make([][3]string, len(found))
	for at, each := range found {
		made[at] = [3]string{each.Pointer, string(each.Code), string(each.Severity)}
	}
	sort.Slice(made, func(a, b int) bool { return fmt.Sprint(made[a]) < fmt.Sprint(made[b]) })
	return object{"violations": made}
}

// touch reads all that can be read: reading must not change what is validated or written.
func touch(model odata.Model) {
	value := reflect.ValueOf(model)
	for at := 0; at < value.NumMethod(); at++ {
		method := value.Type().Method(at)
		if !strings.HasPrefix(method.Name, "Get") || method.Type.NumIn() != 1 {
			continue
		}
		got := value.Method(at).Call(nil)[0]
		if inner, is := got.Interface().(odata.Model); is && inner != nil {
			touch(inner)
		}
		for index := 0; got.Kind() == reflect.Slice && index < got.Len(); index++ {
			if inner, is := got.Index(index).Interface().(odata.Model); is && inner != nil {
				touch(inner)
			}
		}
	}
}

func wire(q *question) (object, error) {
	model, err := odata.Parse(q.Type, []byte(q.Text))
	if err != nil {
		return nil, err
	}
	answer := object{"becomes": odata.TypeName(model)}
	reads := []object{}
	for _, each := range q.Reads {
		reads = append(reads, read(model, each.At))
	}
	answer["reads"] = reads
	touch(model)
	for _, each := range q.Sets {
		set(model, each.At, each.Text)
	}
	written, err := model.(json.Marshaler).MarshalJSON()
	answer["written"] = string(written)
	return answer, err
}

// getter finds the method for a property: initialisms are in capitals where names are natural.
func getter(holder any, name string) reflect.Value {
	found := reflect.ValueOf(holder).MethodByName("Get" + exported(name))
	if found.IsValid() {
		return found
	}
	return reflect.ValueOf(holder).MethodByName("Get" + strings.ToUpper(name))
}

func exported(name string) string {
	first, size := utf8.DecodeRuneInString(name)
	return string(unicode.ToUpper(first)) + name[size:]
}

// reach gives the model that has the last name of a pointer, that name, and an index into its value or -1.
func reach(model odata.Model, pointer string) (odata.Model, string, int) {
	parts := strings.Split(pointer, "/")[1:]
	for len(parts) > 1 {
		value := getter(model, parts[0]).Call(nil)[0]
		name := parts[0]
		parts = parts[1:]
		if index, err := strconv.Atoi(parts[0]); err == nil {
			if len(parts) == 1 {
				return model, name, index
			}
			value = value.Index(index)
			parts = parts[1:]
		}
		model = value.Interface().(odata.Model)
	}
	return model, parts[0], -1
}

func read(model odata.Model, pointer string) object {
	holder, name, index := reach(model, pointer)
	value := getter(holder, name).Call(nil)[0]
	if !holder.IsSet(name) {
		return object{"state": "absent"}
	}
	if index >= 0 {
		if odata.IsNullItem(holder, name, index) {
			return object{"state": "null"}
		}
		value = value.Index(index)
	} else if raw, _ := odata.Raw(holder, name); raw == nil {
		return object{"state": "null"}
	}
	if found, is := value.Interface().(odata.Model); is {
		return object{"state": "model", "type": odata.TypeName(found)}
	}
	if value.Kind() == reflect.Pointer {
		value = value.Elem()
	}
	return object{"state": "value", "value": text(value.Interface())}
}

// text gives a value as tests/vectors/README.md writes it.
func text(value any) string {
	switch v := value.(type) {
	case []byte:
		return hex.EncodeToString(v)
	case float32:
		return number(float64(v), 32)
	case float64:
		return number(v, 64)
	case odata.ISODuration:
		return strings.TrimRight(strings.TrimRight(v.Rat().FloatString(15), "0"), ".")
	case interface{ Format(string) string }:
		return v.Format("2006-01-02T15:04:05.999999999Z07:00")
	}
	reflected := reflect.ValueOf(value)
	if split := reflected.MethodByName("Members"); split.IsValid() {
		members := split.Call(nil)[0]
		names := make([]string, members.Len())
		for at := range names {
			names[at] = members.Index(at).String()
		}
		sort.Strings(names)
		return strings.Join(names, ",")
	}
	return fmt.Sprint(value)
}

func number(value float64, bits int) string {
	switch {
	case math.IsNaN(value):
		return "NaN"
	case math.IsInf(value, 1):
		return "INF"
	case math.IsInf(value, -1):
		return "-INF"
	}
	return strconv.FormatFloat(value, 'g', -1, bits)
}

// set sets a property to the value of a JSON text.
func set(model odata.Model, pointer, text string) {
	holder, name, _ := reach(model, pointer)
	setter := reflect.ValueOf(holder).MethodByName("Set" + exported(name))
	value := reflect.New(setter.Type().In(0))
	if text != "null" {
		if err := json.Unmarshal([]byte(text), value.Interface()); err != nil {
			panic(err)
		}
	}
	setter.Call([]reflect.Value{value.Elem()})
}

var methods = map[string]string{
	"list": "Get", "read": "Get", "count": "Get", "create": "Post", "invoke": "Post", "update": "Patch",
	"delete": "Delete",
}

func request(q *question) (object, error) {
	builder := reflect.ValueOf(root())
	for _, segment := range q.Path {
		if key, is := segment.(map[string]any); is {
			builder = byKey(builder, key["key"])
		} else {
			name := strings.TrimPrefix(segment.(string), "$")
			builder = builder.MethodByName(exported(name[strings.LastIndexByte(name, '.')+1:])).Call(nil)[0]
		}
	}
	method := builder.MethodByName("To" + methods[*q.Operation] + "RequestInformation")
	arguments := []reflect.Value{reflect.ValueOf(context.Background())}
	if q.Body != nil {
		body, err := bodyOf(q)
		if err != nil {
			return nil, err
		}
		arguments = append(arguments, reflect.ValueOf(body))
	}
	arguments = append(arguments, configuration(method.Type().In(len(arguments)), q))
	results := method.Call(arguments)
	if err, is := results[1].Interface().(error); is && err != nil {
		return nil, err
	}
	return sent(results[0].Interface().(*odata.RequestInformation)), nil
}

func byKey(builder reflect.Value, key any) reflect.Value {
	for at := 0; at < builder.NumMethod(); at++ {
		if strings.HasPrefix(builder.Type().Method(at).Name, "By") {
			return builder.Method(at).Call([]reflect.Value{reflect.ValueOf(key)})[0]
		}
	}
	panic("no key")
}

func bodyOf(q *question) (any, error) {
	if q.Body.Type != nil {
		return odata.Parse(*q.Body.Type, []byte(q.Body.Text))
	}
	for _, make := range bodies {
		made := make()
		return made, made.(json.Unmarshaler).UnmarshalJSON([]byte(q.Body.Text))
	}
	return nil, errors.New("no body")
}

// configuration makes a request configuration of the type that a call takes.
func configuration(typ reflect.Type, q *question) reflect.Value {
	made := reflect.New(typ.Elem())
	if len(q.Headers) > 0 {
		headers := odata.NewRequestHeaders()
		for name, value := range q.Headers {
			headers.Add(name, value)
		}
		made.Elem().FieldByName("Headers").Set(reflect.ValueOf(headers))
	}
	if len(q.Query) > 0 {
		field := made.Elem().FieldByName("QueryParameters")
		parameters := reflect.New(field.Type().Elem())
		for name, value := range q.Query {
			text, _ := json.Marshal(value)
			into := parameters.Elem().FieldByName(exported(name)).Addr().Interface()
			if err := json.Unmarshal(text, into); err != nil {
				panic(err)
			}
		}
		field.Set(parameters)
	}
	return made
}

func call(q *question) (object, error) {
	made := calls[q.Name]
	if made == nil {
		return nil, errors.New("the runner lacks this call")
	}
	request, err := made()
	if err != nil {
		return nil, err
	}
	return sent(request), nil
}

func sent(request *odata.RequestInformation) object {
	answer := object{"method": request.Method, "url": request.URL, "headers": request.Headers, "body": nil}
	if request.Content != nil {
		answer["body"] = string(request.Content)
	}
	return answer
}
