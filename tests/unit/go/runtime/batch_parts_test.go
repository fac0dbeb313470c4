package odata

import (
	"context"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

func TestGroupsAndDependenciesOfABatch(t *testing.T) {
	sent := ""
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		sent = string(body)
		w.Header().Set("Content-Type", "application/json")
		_, _ = io.WriteString(w, `{"responses":[{"id":"2","status":204},{"id":"1","status":204},{"id":"3","status":424}]}`)
	}))
	defer server.Close()
	adapter, err := NewRequestAdapter(server.URL, nil, nil, Options{BatchLimit: 3})
	if err != nil {
		t.Fatal(err)
	}
	root := At(adapter)
	requests := make([]*RequestInformation, 4)
	for at := range requests {
		if requests[at], err = Request(Child(root, "/x"), "DELETE", Nothing, nil, NoBody); err != nil {
			t.Fatal(err)
		}
	}
	answers, err := BatchOf(context.Background(), root,
		BatchPart{Request: requests[0], Group: "g1"}, BatchPart{Request: requests[1], Group: "g1"},
		BatchPart{Request: requests[2], DependsOn: requests[:2]})
	if err != nil {
		t.Fatal(err)
	}
	for _, wanted := range []string{`"id":"1","atomicityGroup":"g1"`, `"id":"2","atomicityGroup":"g1"`, `"id":"3","dependsOn":["1","2"]`} {
		if !strings.Contains(sent, wanted) {
			t.Error(sent)
		}
	}
	var failed *ODataError
	if _, err := answers.Get(requests[2]); !errors.As(err, &failed) {
		t.Error(err)
	}
	for _, parts := range [][]BatchPart{
		{{Request: requests[0], Group: "a b"}},
		{{Request: requests[0], Group: "1"}},
		{{Request: requests[0], Group: "g"}, {Request: requests[1]}, {Request: requests[2], Group: "g"}},
		{{Request: requests[0]}, {Request: requests[1]}, {Request: requests[2], Group: "g"}, {Request: requests[3], Group: "g"}},
		{{Request: requests[0], DependsOn: requests[1:2]}, {Request: requests[1]}},
		{{Request: requests[0]}, {Request: requests[1]}, {Request: requests[2]}, {Request: requests[3], DependsOn: requests[:1]}},
		{{Request: requests[0], DependsOn: requests[3:]}},
		{},
	} {
		if _, err := BatchOf(context.Background(), root, parts...); !errors.Is(err, ErrArgument) {
			t.Error(err)
		}
	}
}
