// Command runner makes the calls of tests/vectors/http, which the test writes beside this file, and prints what was
// sent and what each call gave.
package main

import (
	"bytes"
	"context"
	"encoding/base64"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"os"

	"example.com/subject"
	"example.com/subject/runtime/odata"
)

var ctx = context.Background()

// cases are the calls by their names.
var cases = map[string]func(client *subject.ShopClient) (any, error){}

// credentials are those of a case.
var credentials = map[string][]odata.SchemeCredential{}

type answer struct {
	Status  int
	Headers map[string]string
	Text    string
	Base64  []byte
}

type sent struct {
	Method, URL string
	Headers     map[string]string
	Body        []byte
}

// service gives the answers that it is told, and keeps what it is asked.
type service struct {
	answers []answer
	asked   []sent
}

func (s *service) RoundTrip(request *http.Request) (*http.Response, error) {
	kept := sent{Method: request.Method, URL: request.URL.String(), Headers: map[string]string{}}
	for name := range request.Header {
		kept.Headers[http.CanonicalHeaderKey(name)] = request.Header.Get(name)
	}
	if request.Body != nil {
		kept.Body, _ = io.ReadAll(request.Body)
	}
	s.asked = append(s.asked, kept)
	if len(s.asked) > len(s.answers) {
		return nil, errors.New("nobody told the answer")
	}
	given := s.answers[len(s.asked)-1]
	body := []byte(given.Text)
	if given.Base64 != nil {
		body = given.Base64
	}
	made := &http.Response{StatusCode: given.Status, Header: http.Header{}, Body: io.NopCloser(bytes.NewReader(body)), Request: request}
	for name, value := range given.Headers {
		made.Header.Set(name, value)
	}
	return made, nil
}

type result struct {
	Asked   []sent
	Value   any
	Items   any
	Base64  []byte
	Status  int
	Headers map[string]string
	Error   *failure
}

type failure struct {
	Status     int
	Type, Text string
	Body       any
	Message    string
}

// items are what an iterator gave before its error.
type items []any

func collected[T any](sequence func(yield func(T, error) bool)) (any, error) {
	made := items{}
	var failed error
	sequence(func(item T, err error) bool {
		if failed = err; err == nil {
			made = append(made, item)
		}
		return true
	})
	return made, failed
}

func read[T any](codec *odata.Codec[T], text string) T {
	value, err := odata.ReadJSON(codec, []byte(text))
	if err != nil {
		panic(err)
	}
	return value
}

func decoded(text string) []byte {
	made, err := base64.StdEncoding.DecodeString(text)
	if err != nil {
		panic(err)
	}
	return made
}

func file(name, contentType, content string) *odata.File {
	made := odata.FileOf(name, decoded(content))
	made.ContentType = contentType
	return made
}

func headers(pairs ...string) odata.HeaderFields {
	made := odata.NewRequestHeaders()
	for at := 0; at < len(pairs); at += 2 {
		made.Add(pairs[at], pairs[at+1])
	}
	return made
}

func outcome(name string, answers []answer) result {
	told := &service{answers: answers}
	adapter, err := odata.NewRequestAdapter(subject.DefaultBaseURL, credentials[name], odata.Options{
		HTTPClient: &http.Client{Transport: told}, MaxRetries: -1,
	})
	if err != nil {
		panic(err)
	}
	value, err := cases[name](subject.NewShopClient(adapter))
	made := result{Asked: told.asked}
	if err != nil {
		made.Error = &failure{Message: err.Error()}
		var refused *odata.APIError
		if errors.As(err, &refused) {
			made.Error.Status = refused.ResponseStatusCode
			if model, is := refused.Body.(odata.Model); is {
				made.Error.Type = odata.TypeName(model)
			}
			if text, is := refused.Body.(string); is {
				made.Error.Text = text
			} else {
				made.Error.Body = refused.Body
			}
		}
		return made
	}
	if response, is := value.(*odata.Response); is {
		made.Status, made.Headers, value = response.Status, response.Headers(), response.Value
	}
	switch v := value.(type) {
	case items:
		made.Items = v
	case []byte:
		made.Base64 = v
	default:
		made.Value = v
	}
	return made
}

func main() {
	var asked map[string][]answer
	text, err := os.ReadFile(os.Args[1])
	if err == nil {
		err = json.Unmarshal(text, &asked)
	}
	if err != nil {
		panic(err)
	}
	made := map[string]result{}
	for name, answers := range asked {
		made[name] = outcome(name, answers)
	}
	if err := json.NewEncoder(os.Stdout).Encode(made); err != nil {
		panic(err)
	}
}
