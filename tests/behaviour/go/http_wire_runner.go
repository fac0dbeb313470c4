// Command runner reads and writes the values of tests/vectors/http/wire.json with a generated module.
package main

import (
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"
	"reflect"
	"strconv"
	"strings"
	"time"

	"example.com/subject/models"
	"example.com/subject/runtime/odata"
)

var (
	// getters are the names of properties' getters by type and by name on the wire.
	getters = map[string]map[string]string{}
	// sets are what is set on the model of a case.
	sets = map[string]func(model odata.Model){}
	// made are the models of cases that a caller makes.
	made = map[string]func() odata.Model{}
	_    = models.NewHolder
)

type question struct {
	Name, Type, Text string
	Reads            []struct{ At string }
}

type state struct{ State, Type, Value string }

type answer struct {
	Becomes, Written, Error string
	Reads                   []state
}

func read[T any](codec *odata.Codec[T], text string) T {
	value, err := odata.ReadJSON(codec, []byte(text))
	if err != nil {
		panic(err)
	}
	return value
}

func answered(q question) (given answer) {
	defer func() {
		if problem := recover(); problem != nil {
			given.Error = fmt.Sprint(problem)
		}
	}()
	var model odata.Model
	if construct := made[q.Name]; construct != nil {
		model = construct()
	} else {
		parsed, err := odata.Parse(q.Type, []byte(q.Text))
		if err != nil {
			return answer{Error: err.Error()}
		}
		model = parsed
	}
	given.Becomes = odata.TypeName(model)
	for _, each := range q.Reads {
		given.Reads = append(given.Reads, reached(reflect.ValueOf(model), strings.Split(each.At, "/")[1:]))
	}
	if set := sets[q.Name]; set != nil {
		set(model)
	}
	text, err := json.Marshal(model)
	if err != nil {
		return answer{Error: err.Error()}
	}
	given.Written = string(text)
	return given
}

// reached is what is at a path of names and indexes.
func reached(value reflect.Value, path []string) state {
	for value.Kind() == reflect.Interface {
		value = value.Elem()
	}
	if len(path) == 0 {
		return shown(value)
	}
	switch holder := value.Interface().(type) {
	case odata.Model:
		return member(holder, path)
	case interface{ Raw() any }:
		variant := variantOf(value)
		if !variant.IsValid() {
			return state{State: "raw"}
		}
		return reached(variant, path)
	}
	switch value.Kind() {
	case reflect.Slice:
		index, err := strconv.Atoi(path[0])
		if err != nil {
			panic(err)
		}
		return reached(value.Index(index), path[1:])
	case reflect.Map:
		found := value.MapIndex(reflect.ValueOf(path[0]))
		if !found.IsValid() {
			return state{State: "absent"}
		}
		return reached(found, path[1:])
	}
	panic("nothing is below a " + value.Kind().String())
}

func member(model odata.Model, path []string) state {
	raw, found := odata.Raw(model, path[0])
	if !found {
		return state{State: "absent"}
	}
	if raw == nil {
		return state{State: "null"}
	}
	name := getters[odata.TypeName(model)][path[0]]
	if name == "" {
		additional := reflect.ValueOf(model).MethodByName("GetAdditionalProperties").Call(nil)[0]
		value := additional.MapIndex(reflect.ValueOf(path[0]))
		if !value.IsValid() {
			return state{State: "raw"}
		}
		return reached(value, path[1:])
	}
	value := reflect.ValueOf(model).MethodByName("Get" + name).Call(nil)[0]
	if value.Type() == reflect.TypeOf((*any)(nil)).Elem() || value.IsNil() {
		return state{State: "raw"}
	}
	return reached(value, path[1:])
}

// variantOf is what the one getter of a union gives that gives something.
func variantOf(union reflect.Value) reflect.Value {
	for at := 0; at < union.NumMethod(); at++ {
		if strings.HasPrefix(union.Type().Method(at).Name, "Get") {
			if value := union.Method(at).Call(nil)[0]; !value.IsNil() {
				return value
			}
		}
	}
	return reflect.Value{}
}

func shown(value reflect.Value) state {
	if !value.IsValid() || value.Kind() == reflect.Pointer && value.IsNil() {
		return state{State: "null"}
	}
	switch v := value.Interface().(type) {
	case odata.Model:
		return state{State: "model", Type: odata.TypeName(v)}
	case interface{ Raw() any }:
		variant := variantOf(value)
		if !variant.IsValid() {
			return state{State: "raw"}
		}
		return reached(variant, nil)
	case []byte:
		return state{State: "value", Value: hex.EncodeToString(v)}
	}
	if value.Kind() == reflect.Pointer {
		value = value.Elem()
	}
	if moment, is := value.Interface().(time.Time); is {
		return state{State: "value", Value: moment.Format("2006-01-02T15:04:05.999999999Z07:00")}
	}
	text := fmt.Sprint(value.Interface())
	if strings.HasPrefix(text, `"`) { // a value of an enumeration of several kinds is its JSON text
		if err := json.Unmarshal([]byte(text), &text); err != nil {
			panic(err)
		}
	}
	return state{State: "value", Value: text}
}

func main() {
	var asked []question
	text, err := os.ReadFile(os.Args[1])
	if err == nil {
		err = json.Unmarshal(text, &asked)
	}
	if err != nil {
		panic(err)
	}
	given := map[string]answer{}
	for _, each := range asked {
		given[each.Name] = answered(each)
	}
	if err := json.NewEncoder(os.Stdout).Encode(given); err != nil {
		panic(err)
	}
}
