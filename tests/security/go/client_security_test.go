package main

import (
	"bytes"
	"compress/flate"
	"compress/gzip"
	"compress/zlib"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/url"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/microsoftgraph/msgraph-sdk-go/models"
	"github.com/microsoftgraph/msgraph-sdk-go/models/odataerrors"
	"github.com/microsoftgraph/msgraph-sdk-go/runtime/odata"
)

var empty = ok(`{"value": []}`)

func TestAKeyIsOneSegment(t *testing.T) {
	s := serve(t, failure(404, nil))
	for _, key := range []string{"../admin", "a/b", "a?b=c", "a#b", "%2e%2e", `a\b`, "ä b", "x;y", "a\x00b", "\u2028"} {
		client(t, s).Identity().ApiConnectors().ByIdentityApiConnectorId(key).Get(context.Background(), nil)
		path, found := strings.CutPrefix(s.last().target, "/v1.0/identity/apiConnectors/")
		back, err := url.PathUnescape(path)
		if !found || strings.ContainsAny(path, "/?#\\ ") || err != nil || back != key {
			t.Fatal(key, s.last().target)
		}
	}
}

func TestDotSegmentsAndNothingAreRefused(t *testing.T) {
	s := serve(t, empty)
	for _, key := range []string{".", "..", "", "a\xff"} {
		_, err := client(t, s).Identity().ApiConnectors().ByIdentityApiConnectorId(key).Get(context.Background(), nil)
		if !errors.Is(err, odata.ErrArgument) {
			t.Fatal(key, err)
		}
	}
	same(t, len(s.received), 0)
}

func TestSearchAndFilterTextStaysInItsOption(t *testing.T) {
	s := serve(t, empty)
	for _, given := range []string{`"a" OR "b"`, "a AND b", "a\nb", "a&$top=1", "a#b", "'", "100%", "ä+b"} {
		_, err := client(t, s).Identity().ApiConnectors().Get(context.Background(), &odata.ListRequestConfiguration{
			QueryParameters: &odata.ListQueryParameters{Search: &given, Filter: &given},
		})
		if err != nil {
			t.Fatal(err)
		}
		_, query, _ := strings.Cut(s.last().target, "?")
		found, err := url.ParseQuery(query)
		if err != nil || len(found) != 2 || found.Get("$search") != given || found.Get("$filter") != given {
			t.Fatal(given, s.last().target)
		}
	}
}

func TestHeadersWithControlCharactersAreRefused(t *testing.T) {
	s := serve(t, empty)
	connectors := client(t, s).Identity().ApiConnectors()
	try := func(name, value string) {
		t.Helper()
		headers := odata.NewRequestHeaders()
		headers.Add(name, value)
		if _, err := connectors.Get(context.Background(), &odata.ListRequestConfiguration{Headers: headers}); !errors.Is(err, odata.ErrArgument) {
			t.Fatal(name, value, err)
		}
	}
	for _, value := range []string{"a\r\nX-Canary: 1", "a\nb", "a\x00b", "a\x7fb"} {
		try("x-a", value)
		try("x"+value, "a")
		err := connectors.ByIdentityApiConnectorId("c1").Delete(context.Background(), &odata.RequestConfiguration{
			Options: []odata.RequestOption{odata.IfMatch(value)},
		})
		if !errors.Is(err, odata.ErrArgument) {
			t.Fatal(err)
		}
	}
	for _, name := range []string{"Host", "Content-Length", "Transfer-Encoding", "Connection"} {
		try(name, "other.invalid")
	}
	same(t, len(s.received), 0)
}

func TestLinksElsewhereAreRefused(t *testing.T) {
	other := serve(t, empty)
	s := serve(t, empty)
	host := strings.TrimPrefix(other.URL, "http://")
	own := strings.TrimPrefix(s.URL, "http://")
	port := own[strings.LastIndexByte(own, ':')+1:]
	links := []string{
		other.root() + "/x", "https://other.invalid/x", "https://" + own + "/x", "http://" + own + "@" + host + "/",
		"http://user:secret@" + own + "/", "http://" + own + `\@` + host + "/", `http:\\` + host + "/", "//" + host + "/",
		`/\` + host + "/", "\thttp://" + host + "/", "http:/" + host + "/", "http:" + host + "/",
		"http://localhost:" + port + "/x", "http://127.0.0.1.:" + port + "/x", "http://127.0.0.1%2e:" + port + "/x",
		"ftp://" + own + "/", "file:///etc/passwd", "javascript:alert(1)",
	}
	connectors := client(t, s).Identity().ApiConnectors()
	for at, link := range links {
		body, _ := json.Marshal(map[string]any{"value": []any{map[string]any{"id": "1"}}, "@odata.nextLink": link})
		s.answers = []func(received) answer{func(received) answer { return ok(string(body)) }}
		var failed error
		connectors.Iterate(context.Background(), nil)(func(_ models.IdentityApiConnectorable, err error) bool {
			failed = err
			return true
		})
		if !errors.Is(failed, odata.ErrUnsafeURL) {
			t.Fatal(link, failed)
		}
		if _, err := connectors.WithUrl(link).Get(context.Background(), nil); !errors.Is(err, odata.ErrUnsafeURL) {
			t.Fatal(link, err)
		}
		same(t, len(s.received), at+1)
	}
	same(t, len(other.received), 0)
}

func TestTheOriginIsTheFirstOneOnEveryPage(t *testing.T) {
	other := serve(t, empty)
	s := serve(t, empty)
	number := 0
	s.answers = []func(received) answer{func(received) answer {
		number++
		root := s.root()
		if number == 4 {
			root = other.root()
		}
		return ok(fmt.Sprintf(`{"value": [], "@odata.nextLink": "%s/page?n=%d"}`, root, number))
	}}
	failed := walked(t, s, odata.Options{})
	if !errors.Is(failed, odata.ErrUnsafeURL) || len(s.received) != 4 || len(other.received) != 0 {
		t.Fatal(failed, len(s.received))
	}
}

// walked goes through all pages and gives the error at the end.
func walked(t *testing.T, s *service, options odata.Options) (failed error) {
	t.Helper()
	connectors := clientOf(t, s.root(), good(), options).Identity().ApiConnectors()
	connectors.Iterate(context.Background(), nil)(func(_ models.IdentityApiConnectorable, err error) bool {
		failed = err
		return true
	})
	return failed
}

func TestPagingEnds(t *testing.T) {
	s := serve(t, empty)
	number := 0
	s.answers = []func(received) answer{func(received) answer {
		number++
		return ok(fmt.Sprintf(`{"value": [{}], "@odata.nextLink": "%s/page?n=%d"}`, s.root(), number))
	}}
	if err := walked(t, s, odata.Options{MaxPages: 7}); !errors.Is(err, odata.ErrPaging) || len(s.received) != 7 {
		t.Fatal(err, len(s.received))
	}
	s = serve(t, empty)
	s.answers = []func(received) answer{func(received) answer {
		return ok(fmt.Sprintf(`{"value": [], "@odata.nextLink": "%s/identity/apiConnectors"}`, s.root()))
	}}
	if err := walked(t, s, odata.Options{}); !errors.Is(err, odata.ErrPaging) || len(s.received) != 1 {
		t.Fatal(err, len(s.received))
	}
}

func TestRedirectsElsewhereAreRefused(t *testing.T) {
	other := serve(t, empty)
	for _, status := range []int{301, 302, 303, 307, 308} {
		location := other.root() + "/x?sig=abcdef"
		s := serve(t, answer{status: status, headers: map[string]string{"Location": location}})
		headers := odata.NewRequestHeaders()
		headers.Add("X-Api-Key", "k")
		headers.Add("Cookie", "c")
		_, err := client(t, s).Identity().ApiConnectors().Get(context.Background(), &odata.ListRequestConfiguration{Headers: headers})
		var refused *odata.RedirectError
		if !errors.As(err, &refused) || refused.Location != location || strings.Contains(err.Error(), "abcdef") {
			t.Fatal(err)
		}
	}
	same(t, len(other.received), 0)
}

func TestRedirectsWithinTheOriginAreFollowedToAnEnd(t *testing.T) {
	again := answer{status: 302, headers: map[string]string{"Location": "/v1.0/identity/apiConnectors"}}
	s := serve(t, again, empty)
	if _, err := client(t, s).Identity().ApiConnectors().Get(context.Background(), nil); err != nil {
		t.Fatal(err)
	}
	s = serve(t, again)
	var refused *odata.RedirectError
	if _, err := client(t, s).Identity().ApiConnectors().Get(context.Background(), nil); !errors.As(err, &refused) || len(s.received) > 10 {
		t.Fatal(err)
	}
}

func TestRedirectsOfAPostAreNotFollowed(t *testing.T) {
	other := serve(t, empty)
	for _, status := range []int{301, 302, 307, 308} {
		for _, elsewhere := range []bool{true, false} {
			s := serve(t, empty)
			root := s.root()
			if elsewhere {
				root = other.root()
			}
			s.answers = []func(received) answer{func(received) answer {
				return answer{status: status, headers: map[string]string{"Location": root + "/x"}}
			}}
			var refused *odata.RedirectError
			if _, err := client(t, s).Identity().ApiConnectors().Post(context.Background(), connector(), nil); !errors.As(err, &refused) {
				t.Fatal(err)
			}
			same(t, len(s.received), 1)
		}
	}
	same(t, len(other.received), 0)
}

func TestTheBaseURLIsChecked(t *testing.T) {
	for _, base := range []string{
		"http://h.invalid/v1.0", "http://127.0.0.1.nip.invalid/", "http://localhost.invalid/", "ftp://h.invalid/",
		"h.invalid/v1.0", "//h.invalid/", "https://user:pw@h.invalid/", "https://h.invalid/?a=b", "https://h.invalid/#x",
		`https://h.invalid\@other.invalid/`, "https://h.invalid:99999/", "https://{host}/", "https:///v1.0", "",
		"https://h..invalid/", "https://h.invalid:-1/", "https://[::1/", "https://h.invalid/a b",
	} {
		if _, err := odata.NewRequestAdapter(base, good(), nil, odata.Options{}); !errors.Is(err, odata.ErrUnsafeURL) {
			t.Fatal(base, err)
		}
	}
	for _, base := range []string{"http://localhost/", "http://127.0.0.1:8080/v1", "http://[::1]:1/", "https://h.invalid"} {
		if _, err := odata.NewRequestAdapter(base, good(), nil, odata.Options{}); err != nil {
			t.Fatal(base, err)
		}
	}
}

func shown(values ...any) string {
	var all strings.Builder
	for _, value := range values {
		fmt.Fprintf(&all, "%v %+v %#v %s %q\n", value, value, value, value, value)
	}
	return all.String()
}

func TestSecretsAreNotShown(t *testing.T) {
	s := serve(t, answer{status: 500, body: "oops"})
	adapter, err := odata.NewRequestAdapter(s.root(), good(), nil, odata.Options{})
	if err != nil {
		t.Fatal(err)
	}
	graph := client(t, s)
	connectors := graph.Identity().ApiConnectors()
	body := models.NewBasicAuthentication()
	body.SetUsername(odata.Pointer("u"))
	body.SetPassword(odata.Pointer("hush-hush"))
	whole := connector()
	whole.SetAuthenticationConfiguration(body)
	headers := odata.NewRequestHeaders()
	headers.Add("Authorization", "Bearer abc123abc")
	headers.Add("X-Api-Key", "key-789")
	request, err := connectors.ToGetRequestInformation(context.Background(), &odata.ListRequestConfiguration{Headers: headers})
	if err != nil {
		t.Fatal(err)
	}
	_, failed := connectors.Get(context.Background(), nil)
	access, _ := good().GetToken(context.Background(), nil)
	text := shown(graph, *graph, connectors, *connectors, adapter, body, *body, whole, *whole, request, headers, failed, access)
	for _, secret := range []string{token, "hush-hush", "abc123abc", "key-789"} {
		if strings.Contains(text, secret) {
			t.Fatal(secret, text)
		}
	}
}

func TestSecretsOfURLsAreNotInErrors(t *testing.T) {
	for _, name := range []string{"sig", "code", "access_token", "api_key", "client_secret", "SIG"} {
		s := serve(t, answer{status: 500, body: "no"})
		connectors := client(t, s).Identity().ApiConnectors()
		link := s.root() + "/identity/apiConnectors?a=1&" + name + "=canary-7f3a"
		_, err := connectors.WithUrl(link).Get(context.Background(), nil)
		var failed *odataerrors.ODataError
		if !errors.As(err, &failed) || !strings.Contains(s.last().target, name+"=canary-7f3a") {
			t.Fatal(err)
		}
		contains(t, err.Error(), "a=1")
		request, _ := connectors.WithUrl(link).ToGetRequestInformation(context.Background(), nil)
		if text := shown(err, failed.URL, connectors.WithUrl(link), request); strings.Contains(text, "canary-7f3a") {
			t.Fatal(text)
		}
		unreachable := clientOf(t, "http://127.0.0.1:1/v1.0", good(), odata.Options{})
		link = "http://127.0.0.1:1/v1.0/x?" + name + "=canary-7f3a"
		_, err = unreachable.Identity().ApiConnectors().WithUrl(link).Get(context.Background(), nil)
		if err == nil || strings.Contains(err.Error(), "canary-7f3a") {
			t.Fatal(err)
		}
	}
}

func TestTypeNamesOfAPayloadAreOnlyLookedUp(t *testing.T) {
	for _, name := range []string{"#os.system", "#microsoft.graph.user.x", "#", "#..x", strings.Repeat("x", 9999)} {
		s := serve(t, ok(fmt.Sprintf(`{"id": "1", "authenticationConfiguration": {"@odata.type": "%s", "a": 1}}`, name)))
		found, err := client(t, s).Identity().ApiConnectors().ByIdentityApiConnectorId("1").Get(context.Background(), nil)
		if err != nil {
			t.Fatal(err)
		}
		configuration := found.GetAuthenticationConfiguration()
		if _, is := configuration.(*models.ApiAuthenticationConfigurationBase); !is {
			t.Fatalf("a %T", configuration)
		}
		same(t, configuration.GetAdditionalData()["a"], odata.Number("1"))
	}
}

func TestSpecialNamesOfAPayloadAreData(t *testing.T) {
	body := `{"id":"1","__proto__":{"polluted":1},"constructor":{},"String":"no","GetId":null,"":5}`
	s := serve(t, ok(body))
	found, err := client(t, s).Identity().ApiConnectors().ByIdentityApiConnectorId("1").Get(context.Background(), nil)
	if err != nil {
		t.Fatal(err)
	}
	same(t, len(found.GetAdditionalData()), 5)
	written, err := json.Marshal(found)
	if err != nil {
		t.Fatal(err)
	}
	same(t, string(written), body)
}

func packed(t *testing.T, encoding, body string) string {
	t.Helper()
	var made bytes.Buffer
	var w io.WriteCloser
	switch encoding {
	case "gzip":
		w, _ = gzip.NewWriterLevel(&made, 9)
	case "deflate":
		w, _ = zlib.NewWriterLevel(&made, 9)
	default:
		w, _ = flate.NewWriter(&made, 9)
	}
	io.WriteString(w, body)
	w.Close()
	return made.String()
}

func TestInflationIsBounded(t *testing.T) {
	plain := strings.Repeat(" ", 64<<20)
	for _, encoding := range []string{"gzip", "deflate"} {
		s := serve(t, answer{200, packed(t, encoding, plain), map[string]string{"Content-Encoding": encoding}, 0})
		if _, err := client(t, s).Identity().ApiConnectors().Get(context.Background(), nil); !errors.Is(err, odata.ErrTooLarge) {
			t.Fatal(err)
		}
	}
}

func TestCompression(t *testing.T) {
	body := `{"value": [` + strings.Repeat(`{"id": "1"},`, 499) + `{"id": "2"}]}`
	for _, encoding := range []string{"gzip", "deflate", "raw"} {
		s := serve(t, answer{200, packed(t, encoding, body), map[string]string{
			"Content-Encoding": strings.Replace(encoding, "raw", "deflate", 1)}, 0})
		found, err := client(t, s).Identity().ApiConnectors().Get(context.Background(), nil)
		if err != nil {
			t.Fatal(err)
		}
		same(t, len(found.GetValue()), 500)
	}
	for _, encoding := range []string{"br", "zstd", "gzip, gzip", "x"} {
		s := serve(t, answer{200, "{}", map[string]string{"Content-Encoding": encoding}, 0})
		if _, err := client(t, s).Identity().ApiConnectors().Get(context.Background(), nil); !errors.Is(err, odata.ErrUnexpectedAnswer) {
			t.Fatal(err)
		}
	}
	whole := packed(t, "gzip", body)
	s := serve(t, answer{200, whole[:len(whole)-9], map[string]string{"Content-Encoding": "gzip"}, 0})
	if _, err := client(t, s).Identity().ApiConnectors().Get(context.Background(), nil); !errors.Is(err, odata.ErrUnexpectedAnswer) {
		t.Fatal(err)
	}
}

func TestADownloadIsBytesAndNoFile(t *testing.T) {
	before, _ := os.Getwd()
	if err := os.Chdir(t.TempDir()); err != nil {
		t.Fatal(err)
	}
	defer os.Chdir(before)
	for _, name := range []string{"../../x", "CON", `a\x00`, "/etc/passwd"} {
		s := serve(t, answer{200, "\x00\x01", map[string]string{
			"Content-Disposition": `attachment; filename="` + name + `"`}, 0})
		adapter, err := odata.NewRequestAdapter(s.root(), good(), nil, odata.Options{})
		if err != nil {
			t.Fatal(err)
		}
		place := odata.Child(odata.At(adapter), "/file")
		request, err := odata.Request(place, "GET", odata.Content, (*odata.RequestConfiguration)(nil), odata.NoBody)
		if err != nil {
			t.Fatal(err)
		}
		found, err := adapter.Send(context.Background(), request)
		if err != nil {
			t.Fatal(err)
		}
		same(t, found, []byte{0, 1})
	}
	if left, _ := os.ReadDir("."); len(left) != 0 {
		t.Fatal(left)
	}
}

func TestRetryAfterIsCapped(t *testing.T) {
	for _, value := range []string{"999999999", strings.Repeat("9", 400), "Fri, 31 Dec 9999 23:59:59 GMT"} {
		s := serve(t, answer{429, "", map[string]string{"Retry-After": value}, 0})
		started := time.Now()
		_, err := client(t, s).Identity().ApiConnectors().Get(context.Background(), nil)
		var failed *odataerrors.ODataError
		if !errors.As(err, &failed) || time.Since(started) > 30*time.Second || len(s.received) != 1 {
			t.Fatal(err)
		}
	}
}

func TestBatchPartsAreJSON(t *testing.T) {
	s := serve(t, ok(`{"responses": []}`))
	graph := client(t, s)
	connectors := graph.Identity().ApiConnectors()
	hostile := "x\r\n--batch_boundary\r\nX-Canary: 1\r\n\r\n{\"id\":\"0\"}"
	first, err := connectors.ToGetRequestInformation(context.Background(), &odata.ListRequestConfiguration{
		QueryParameters: &odata.ListQueryParameters{Filter: &hostile},
	})
	if err != nil {
		t.Fatal(err)
	}
	change := models.NewIdentityApiConnector()
	change.SetDisplayName(&hostile)
	second, err := connectors.ByIdentityApiConnectorId(hostile).ToPatchRequestInformation(context.Background(), change, nil)
	if err != nil {
		t.Fatal(err)
	}
	answers, err := graph.Batch(context.Background(), false, first, second)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := answers.Get(first); !errors.Is(err, odata.ErrUnexpectedAnswer) {
		t.Fatal(err)
	}
	if strings.Contains(s.last().body, "\n") {
		t.Fatal(s.last().body)
	}
	items := s.last().json(t)["requests"].([]any)
	same(t, items[1].(map[string]any)["body"], map[string]any{"displayName": hostile})
	refuse := func(change func(*odata.RequestInformation), wanted error) {
		t.Helper()
		bad := *first
		change(&bad)
		if _, err := graph.Batch(context.Background(), false, &bad); !errors.Is(err, wanted) {
			t.Fatal(err)
		}
	}
	refuse(func(r *odata.RequestInformation) { r.Headers = map[string]string{"x-a": "b\r\nc: d"} }, odata.ErrArgument)
	refuse(func(r *odata.RequestInformation) { r.URL = "https://other.invalid/v1.0/me" }, odata.ErrUnsafeURL)
	refuse(func(r *odata.RequestInformation) { r.URL = s.URL + "/admin" }, odata.ErrArgument)
}

func TestASilentServiceTimesOut(t *testing.T) {
	s := serve(t, answer{200, "{}", nil, 20 * time.Second})
	started := time.Now()
	graph := clientOf(t, s.root(), good(), odata.Options{Timeout: 300 * time.Millisecond})
	_, err := graph.Identity().ApiConnectors().Get(context.Background(), nil)
	var slow interface{ Timeout() bool }
	if !errors.Is(err, odata.ErrConnection) || !errors.As(err, &slow) || !slow.Timeout() || time.Since(started) > 15*time.Second {
		t.Fatal(err)
	}
	if _, err := odata.NewRequestAdapter("https://h.invalid", nil, nil, odata.Options{Timeout: -1}); !errors.Is(err, odata.ErrConfiguration) {
		t.Fatal(err)
	}
}
