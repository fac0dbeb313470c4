package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	msgraphsdk "github.com/microsoftgraph/msgraph-sdk-go"
	"github.com/microsoftgraph/msgraph-sdk-go/runtime/odata"
)

const token = "token-of-the-tests"

// received is a request as the service got it.
type received struct {
	method, target string
	headers        http.Header
	body           string
}

func (r received) json(t *testing.T) map[string]any {
	t.Helper()
	var found map[string]any
	if err := json.Unmarshal([]byte(r.body), &found); err != nil {
		t.Fatal(err)
	}
	return found
}

type answer struct {
	status  int
	body    string
	headers map[string]string
	delay   time.Duration
}

// service answers what a test has scripted, one for each request; the last answer is given again and again.
type service struct {
	*httptest.Server
	lock     sync.Mutex
	received []received
	answers  []func(received) answer
}

func serve(t *testing.T, answers ...answer) *service {
	t.Helper()
	s := &service{}
	for _, each := range answers {
		s.answers = append(s.answers, func(received) answer { return each })
	}
	s.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		got := received{r.Method, r.URL.RequestURI(), r.Header, string(body)}
		s.lock.Lock()
		s.received = append(s.received, got)
		give := s.answers[0]
		if len(s.answers) > 1 {
			s.answers = s.answers[1:]
		}
		s.lock.Unlock()
		given := give(got)
		select {
		case <-time.After(given.delay):
		case <-r.Context().Done():
		}
		for name, value := range given.headers {
			w.Header()[name] = []string{value}
		}
		w.WriteHeader(given.status)
		io.WriteString(w, given.body)
	}))
	t.Cleanup(s.Close)
	return s
}

func (s *service) root() string { return s.URL + "/v1.0" }

func (s *service) last() received { return s.received[len(s.received)-1] }

func ok(body string) answer {
	return answer{200, body, map[string]string{"Content-Type": "application/json"}, 0}
}

func failure(status int, headers map[string]string) answer {
	body := `{"error": {"code": "badRequest", "message": "displayName is taken", "target": "displayName",
		"details": [{"code": "inner", "message": "more", "target": "x"}],
		"innerError": {"date": "2026-05-04T03:02:01", "request-id": "r-1", "client-request-id": "c-1"}}}`
	return answer{status, body, headers, 0}
}

// credential counts how often it is asked, and gives its tokens one after another.
type credential struct {
	tokens []string
	lasts  time.Duration
	asked  [][]string
	fails  error
}

func (c *credential) GetToken(_ context.Context, scopes []string) (odata.AccessToken, error) {
	c.asked = append(c.asked, scopes)
	if c.fails != nil {
		return odata.AccessToken{}, c.fails
	}
	given := c.tokens[min(len(c.asked), len(c.tokens))-1]
	return odata.AccessToken{Token: given, ExpiresOn: time.Now().Add(c.lasts)}, nil
}

func good() *credential { return &credential{tokens: []string{token}, lasts: time.Hour} }

func clientOf(t *testing.T, root string, given odata.Credential, options odata.Options) *msgraphsdk.GraphServiceClient {
	t.Helper()
	adapter, err := odata.NewRequestAdapter(root, given, nil, options)
	if err != nil {
		t.Fatal(err)
	}
	return msgraphsdk.NewGraphServiceClient(adapter)
}

func client(t *testing.T, s *service) *msgraphsdk.GraphServiceClient {
	t.Helper()
	return clientOf(t, s.root(), good(), odata.Options{})
}

func same(t *testing.T, found, wanted any) {
	t.Helper()
	if fmt.Sprintf("%#v", found) != fmt.Sprintf("%#v", wanted) {
		t.Fatalf("found %#v, wanted %#v", found, wanted)
	}
}

func text(value *string) string {
	if value == nil {
		return "<nil>"
	}
	return *value
}

func contains(t *testing.T, whole, part string) {
	t.Helper()
	if !strings.Contains(whole, part) {
		t.Fatalf("%q has no %q", whole, part)
	}
}
