package odata

import (
	"errors"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"net/http"
	"strings"
	"testing"
)

// partsOf tells what a multipart message holds: `METHOD URL body` of each request, `[...]` around those of a change set.
func partsOf(t *testing.T, contentType string, body io.Reader) string {
	kind, parameters, err := mime.ParseMediaType(contentType)
	if err != nil || kind != "multipart/mixed" {
		t.Error(contentType, err)
		return ""
	}
	reader := multipart.NewReader(body, parameters["boundary"])
	var told []string
	for {
		part, err := reader.NextRawPart()
		if err == io.EOF {
			return strings.Join(told, ", ")
		}
		if err != nil {
			t.Error(err)
			return ""
		}
		if kind := part.Header.Get("Content-Type"); kind != "application/http" {
			told = append(told, "["+partsOf(t, kind, part)+"]")
			continue
		}
		text, _ := io.ReadAll(part)
		head, content, _ := strings.Cut(string(text), "\r\n\r\n")
		line, _, _ := strings.Cut(head, " HTTP/1.1\r\n")
		told = append(told, strings.TrimSpace(line+" "+content))
	}
}

// answered writes the answer to one request of a batch.
func answered(id, status, body string) string {
	head := "Content-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n"
	if id != "" {
		head += "Content-ID: " + id + "\r\n"
	}
	return head + "\r\nHTTP/1.1 " + status + "\r\nContent-Type: application/json\r\n\r\n" + body
}

func joinedBy(boundary string, parts ...string) string {
	made := ""
	for _, part := range parts {
		made += "--" + boundary + "\r\n" + part + "\r\n"
	}
	return made + "--" + boundary + "--\r\n"
}

func multipartService(t *testing.T, told *string, answer string) RequestBuilder {
	return serving(t, Options{BatchFormat: BatchAsMultipart}, func(w http.ResponseWriter, r *http.Request) {
		*told = r.Header.Get("Prefer") + " " + partsOf(t, r.Header.Get("Content-Type"), r.Body)
		w.Header().Set("Content-Type", `multipart/mixed; boundary="b b"`)
		fmt.Fprint(w, answer)
	})
}

func reading(t *testing.T, b RequestBuilder, method, path string) *RequestInformation {
	made, err := Request(Child(b, path), method, Value, nil, NoBody)
	if err != nil {
		t.Fatal(err)
	}
	return made
}

func TestABatchOfParts(t *testing.T) {
	set := "Content-Type: multipart/mixed; boundary=c\r\n\r\n" +
		joinedBy("c", answered("3", "201 Created", `{"value":3}`), answered("2", "200 OK", `{"value":2}`))
	var told string
	b := multipartService(t, &told, "a preamble\r\n"+joinedBy("b b", answered("", "200 OK", `{"value":1}`), set,
		answered("", "404 Not Found", `{"error":{"code":"Gone","message":"No"}}`)))
	first, last := reading(t, b, "GET", "/a('x')"), reading(t, b, "GET", "/d:e")
	changing := reading(t, b, "DELETE", "/b")
	posting, err := Request(Child(b, "/c"), "POST", Value, nil, ValueBody("--b b\r\n\r\nx"))
	if err != nil {
		t.Fatal(err)
	}
	answers, err := BatchOf(ctxOf(), b, BatchPart{Request: first}, BatchPart{Request: changing, Group: "g"},
		BatchPart{Request: posting, Group: "g"}, BatchPart{Request: last})
	if err != nil {
		t.Fatal(err)
	}
	wanted := "odata.continue-on-error GET a('x'), [DELETE b, POST c {\"value\":\"--b b\\u000d\\u000a\\u000d\\u000ax\"}], GET " + last.URL
	if told != wanted {
		t.Errorf("%s\n%s", told, wanted)
	}
	for at, each := range []*RequestInformation{first, changing, posting} {
		if value, err := answers.Get(each); err != nil || fmt.Sprint(value) != fmt.Sprint(at+1) {
			t.Error(at, value, err)
		}
	}
	var refused *ODataError
	if _, err := answers.Get(last); !errors.As(err, &refused) || refused.Code() != "Gone" || refused.ResponseStatusCode != 404 {
		t.Error(err)
	}
}

func TestAChangeSetThatFailedHasOneAnswer(t *testing.T) {
	var told string
	b := multipartService(t, &told, joinedBy("b b", answered("", "409 Conflict", `{"error":{"code":"X","message":"No"}}`)))
	one, two, never := reading(t, b, "DELETE", "/a"), reading(t, b, "DELETE", "/b"), reading(t, b, "GET", "/c")
	answers, err := BatchOf(ctxOf(), b, BatchPart{Request: one, Group: "g"}, BatchPart{Request: two, Group: "g"},
		BatchPart{Request: never, DependsOn: []*RequestInformation{two}})
	if err != nil {
		t.Fatal(err)
	}
	if told != " [DELETE a, DELETE b], GET c" {
		t.Error(told)
	}
	var refused *ODataError
	for _, each := range []*RequestInformation{one, two} {
		if _, err := answers.Get(each); !errors.As(err, &refused) || refused.Code() != "X" {
			t.Error(err)
		}
	}
	if _, err := answers.Get(never); !errors.Is(err, ErrUnexpectedAnswer) {
		t.Error(err)
	}
}

func TestWhatIsNoBatchOfParts(t *testing.T) {
	for _, answer := range []string{
		"", "{}", joinedBy("b b", "Content-Type: application/http\r\n\r\nno status"),
		joinedBy("b b", "Content-Type: application/http\r\n\r\nHTTP/1.1 200 OK\r\nno field\r\n\r\n"),
		joinedBy("b b", "Content-Type: multipart/mixed\r\n\r\n--c--"),
	} {
		var told string
		b := multipartService(t, &told, answer)
		if _, err := Batch(ctxOf(), b, false, reading(t, b, "GET", "/a")); !errors.Is(err, ErrUnexpectedAnswer) {
			t.Errorf("%q: %v", answer, err)
		}
	}
	var told string
	b := multipartService(t, &told, "")
	hidden := reading(t, b, "GET", "/a")
	hidden.Method = "GET / HTTP/1.1\r\nx:"
	for _, part := range []BatchPart{{Request: reading(t, b, "GET", "/a"), Group: "g"}, {Request: hidden}} {
		if _, err := BatchOf(ctxOf(), b, part); !errors.Is(err, ErrArgument) {
			t.Error(err)
		}
	}
}
