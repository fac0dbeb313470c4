package main

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	msgraphsdk "github.com/microsoftgraph/msgraph-sdk-go"
	"github.com/microsoftgraph/msgraph-sdk-go/builders"
	"github.com/microsoftgraph/msgraph-sdk-go/models"
	"github.com/microsoftgraph/msgraph-sdk-go/models/odataerrors"
	"github.com/microsoftgraph/msgraph-sdk-go/runtime/odata"
)

var ctx = context.Background()

func connector() *models.IdentityApiConnector {
	made := models.NewIdentityApiConnector()
	made.SetDisplayName(odata.Pointer("Test API"))
	made.SetTargetUrl(odata.Pointer("https://someapi.com/api"))
	configuration := models.NewBasicAuthentication()
	configuration.SetUsername(odata.Pointer("MyUsername"))
	configuration.SetPassword(odata.Pointer("MyPassword"))
	made.SetAuthenticationConfiguration(configuration)
	return made
}

const made = `{"@odata.context": "x", "id": "c1", "displayName": "Test API", "authenticationConfiguration":
	{"@odata.type": "#microsoft.graph.basicAuthentication", "username": "MyUsername", "password": "******"}}`

func TestCreate(t *testing.T) {
	s := serve(t, answer{status: 201, body: made})
	answered, err := client(t, s).Identity().ApiConnectors().Post(ctx, connector(), nil)
	if err != nil {
		t.Fatal(err)
	}
	sent := s.last()
	same(t, sent.method+" "+sent.target, "POST /v1.0/identity/apiConnectors")
	same(t, sent.headers.Get("Authorization"), "Bearer "+token)
	same(t, sent.headers.Get("Content-Type"), "application/json")
	same(t, sent.json(t), map[string]any{
		"displayName": "Test API",
		"targetUrl":   "https://someapi.com/api",
		"authenticationConfiguration": map[string]any{
			"@odata.type": "#microsoft.graph.basicAuthentication",
			"username":    "MyUsername",
			"password":    "MyPassword",
		},
	})
	same(t, text(answered.GetId()), "c1")
	basic, is := answered.GetAuthenticationConfiguration().(models.BasicAuthenticationable)
	if !is {
		t.Fatalf("a %T", answered.GetAuthenticationConfiguration())
	}
	same(t, text(basic.GetPassword()), "******")
}

func TestCreateWithACertificate(t *testing.T) {
	s := serve(t, answer{status: 201, body: `{"id": "c1", "authenticationConfiguration": {"@odata.type":
		"#microsoft.graph.clientCertificateAuthentication", "certificateList": [{"thumbprint": "0EB2",
		"notAfter": 1666350522, "notBefore": 1508670522, "isActive": true}]}}`})
	body := connector()
	certificate := models.NewPkcs12Certificate()
	certificate.SetPkcs12Value(odata.Pointer("eyJhbGciOi...plA")) // no base64, and yet what a caller wrote
	certificate.SetPassword(odata.Pointer(""))
	body.SetAuthenticationConfiguration(certificate)
	answered, err := client(t, s).Identity().ApiConnectors().Post(ctx, body, nil)
	if err != nil {
		t.Fatal(err)
	}
	same(t, s.last().json(t)["authenticationConfiguration"], map[string]any{
		"@odata.type": "#microsoft.graph.pkcs12Certificate", "pkcs12Value": "eyJhbGciOi...plA", "password": "",
	})
	listed := answered.GetAuthenticationConfiguration().(models.ClientCertificateAuthenticationable)
	first := listed.GetCertificateList()[0]
	same(t, []any{text(first.GetThumbprint()), *first.GetIsActive(), *first.GetNotAfter()},
		[]any{"0EB2", true, int64(1666350522)})
}

func page(s *service, next string, names ...string) answer {
	items := make([]string, len(names))
	for at, name := range names {
		items[at] = fmt.Sprintf(`{"id": "%s", "displayName": "%s"}`, name, name)
	}
	link := ""
	if next != "" {
		link = fmt.Sprintf(`, "@odata.nextLink": "%s"`, next)
	}
	return ok(fmt.Sprintf(`{"@odata.count": 3, "value": [%s]%s}`, strings.Join(items, ","), link))
}

func TestListIterateAndWithUrl(t *testing.T) {
	s := serve(t, answer{})
	pages := func(r received) answer {
		if strings.Contains(r.target, "skiptoken") {
			return page(s, "", "c")
		}
		return page(s, s.root()+"/identity/apiConnectors?%24skiptoken=2", "a", "b")
	}
	s.answers = []func(received) answer{pages}
	connectors := client(t, s).Identity().ApiConnectors()
	first, err := connectors.Get(ctx, &odata.ListRequestConfiguration{
		QueryParameters: &odata.ListQueryParameters{Count: odata.Pointer(true)},
	})
	if err != nil {
		t.Fatal(err)
	}
	same(t, len(first.GetValue()), 2)
	same(t, *first.GetOdataCount(), int64(3))
	same(t, s.last().target, "/v1.0/identity/apiConnectors?$count=true")
	second, err := connectors.WithUrl(*first.GetOdataNextLink()).Get(ctx, nil)
	if err != nil {
		t.Fatal(err)
	}
	same(t, text(second.GetValue()[0].GetDisplayName()), "c")
	if second.GetOdataNextLink() != nil {
		t.Fatal("the last page has a link")
	}
	var names []string
	connectors.Iterate(ctx, &odata.ListRequestConfiguration{
		QueryParameters: &odata.ListQueryParameters{Top: odata.Pointer(int32(50)), Select: []string{"id", "displayName"}},
	})(func(item models.IdentityApiConnectorable, err error) bool {
		if err != nil {
			t.Fatal(err)
		}
		names = append(names, *item.GetDisplayName())
		return true
	})
	same(t, names, []string{"a", "b", "c"})
	same(t, s.received[2].target, "/v1.0/identity/apiConnectors?$select=id%2CdisplayName&$top=50")
	before := len(s.received)
	connectors.Iterate(ctx, nil)(func(models.IdentityApiConnectorable, error) bool { return false })
	same(t, len(s.received), before+1)
}

func TestReadUpdateAndDelete(t *testing.T) {
	s := serve(t, ok(`{"@odata.etag": "W/\"1\"", "id": "c1", "displayName": "a"}`),
		answer{status: 204}, failure(412, nil), ok(`{"id": "c1", "displayName": "New"}`), answer{status: 204})
	one := client(t, s).Identity().ApiConnectors().ByIdentityApiConnectorId("c1")
	found, err := one.Get(ctx, &odata.ReadRequestConfiguration{
		QueryParameters: &odata.ReadQueryParameters{Select: []string{"id", "displayName"}},
	})
	if err != nil {
		t.Fatal(err)
	}
	same(t, found.GetAdditionalData()["@odata.etag"], `W/"1"`)
	same(t, s.last().target, "/v1.0/identity/apiConnectors/c1?$select=id%2CdisplayName")

	change := models.NewIdentityApiConnector()
	change.SetDisplayName(odata.Pointer("New"))
	matching := &odata.RequestConfiguration{Options: []odata.RequestOption{odata.IfMatch(`W/"1"`)}}
	answered, err := one.Patch(ctx, change, matching)
	if err != nil || answered != nil {
		t.Fatal(answered, err)
	}
	same(t, s.last().method, "PATCH")
	same(t, s.last().json(t), map[string]any{"displayName": "New"})
	same(t, s.last().headers.Get("If-Match"), `W/"1"`)
	_, err = one.Patch(ctx, change, matching)
	var refused *odataerrors.ODataError
	if !errors.As(err, &refused) || refused.ResponseStatusCode != 412 {
		t.Fatal(err)
	}
	answered, err = one.Patch(ctx, change, nil)
	if err != nil {
		t.Fatal(err)
	}
	same(t, text(answered.GetDisplayName()), "New")
	if err := one.Delete(ctx, nil); err != nil {
		t.Fatal(err)
	}
	same(t, s.last().method+s.last().body, "DELETE")
}

func TestUploadAndCount(t *testing.T) {
	s := serve(t, ok(`{"id": "c1"}`), answer{status: 200, body: "\ufeff12"})
	connectors := client(t, s).Identity().ApiConnectors()
	body := builders.NewIdentityApiConnectorUploadClientCertificatePostRequestBody()
	body.SetPkcs12Value(odata.Pointer("AAAA"))
	body.SetPassword(odata.Pointer("secret"))
	answered, err := connectors.ByIdentityApiConnectorId("c1").UploadClientCertificate().Post(ctx, body, nil)
	if err != nil {
		t.Fatal(err)
	}
	same(t, text(answered.GetId()), "c1")
	same(t, s.last().target, "/v1.0/identity/apiConnectors/c1/uploadClientCertificate")
	same(t, s.last().body, `{"pkcs12Value":"AAAA","password":"secret"}`)
	if shown := fmt.Sprintf("%v %+v %#v %s", body, body, body, body); strings.Contains(shown, "secret") {
		t.Fatal(shown)
	}
	count, err := connectors.Count().Get(ctx, nil)
	if err != nil {
		t.Fatal(err)
	}
	same(t, *count, int32(12))
	same(t, s.last().headers.Get("Accept"), "text/plain")
}

func TestRetries(t *testing.T) {
	busy := failure(429, map[string]string{"Retry-After": "0"})
	s := serve(t, busy, busy, answer{status: 201, body: made})
	if _, err := client(t, s).Identity().ApiConnectors().Post(ctx, connector(), nil); err != nil {
		t.Fatal(err)
	}
	same(t, len(s.received), 3)
	same(t, s.received[0].body, s.received[2].body)

	s = serve(t, failure(503, nil))
	if _, err := client(t, s).Identity().ApiConnectors().Post(ctx, connector(), nil); err == nil {
		t.Fatal("no error")
	}
	same(t, len(s.received), 1)

	s = serve(t, busy)
	limited := clientOf(t, s.root(), good(), odata.Options{MaxRetries: 2})
	if _, err := limited.Identity().ApiConnectors().Get(ctx, nil); err == nil {
		t.Fatal("no error")
	}
	same(t, len(s.received), 3)
}

func TestErrors(t *testing.T) {
	s := serve(t, failure(400, map[string]string{"Request-Id": "header-id"}))
	_, err := client(t, s).Identity().ApiConnectors().Get(ctx, nil)
	var found *odataerrors.ODataError
	if !errors.As(fmt.Errorf("wrapped: %w", err), &found) {
		t.Fatal(err)
	}
	main := found.GetErrorEscaped()
	same(t, []string{text(main.GetCode()), text(main.GetMessage()), text(main.GetTarget())},
		[]string{"badRequest", "displayName is taken", "displayName"})
	same(t, text(main.GetDetails()[0].GetCode()), "inner")
	same(t, text(main.GetInnerError().GetRequestId()), "r-1")
	same(t, []string{found.RequestID(), found.ClientRequestID()}, []string{"header-id", "c-1"})
	same(t, found.ResponseStatusCode, 400)
	contains(t, err.Error(), "displayName is taken")
	for _, body := range []string{"<html>Bad gateway</html>", "", "[1]", `{"error": 3}`, "\xff"} {
		s := serve(t, answer{status: 502, body: body})
		_, err := client(t, s).Identity().ApiConnectors().Get(ctx, nil)
		if !errors.As(err, &found) || found.ResponseStatusCode != 502 || found.Code() != "" {
			t.Fatal(err)
		}
	}
	for _, body := range []string{"<html>", "[1]", `"text"`, `{"value": `, "\xff\xfe"} {
		s := serve(t, ok(body))
		if _, err := client(t, s).Identity().ApiConnectors().Get(ctx, nil); !errors.Is(err, odata.ErrUnexpectedAnswer) {
			t.Fatal(body, err)
		}
	}
}

func TestTokens(t *testing.T) {
	stale := &credential{tokens: []string{"stale", token}, lasts: time.Hour}
	s := serve(t, answer{})
	s.answers = []func(received) answer{func(r received) answer {
		if r.headers.Get("Authorization") != "Bearer "+token {
			return failure(401, nil)
		}
		return ok(`{"value": []}`)
	}}
	connectors := clientOf(t, s.root(), stale, odata.Options{}).Identity().ApiConnectors()
	for range [2]int{} {
		if _, err := connectors.Get(ctx, nil); err != nil {
			t.Fatal(err)
		}
	}
	same(t, stale.asked, [][]string{{s.URL + "/.default"}, {s.URL + "/.default"}})

	bad := &credential{tokens: []string{"bad"}, lasts: time.Hour}
	var found *odataerrors.ODataError
	_, err := clientOf(t, s.root(), bad, odata.Options{}).Identity().ApiConnectors().Get(ctx, nil)
	if !errors.As(err, &found) || found.ResponseStatusCode != 401 {
		t.Fatal(err)
	}
	same(t, len(bad.asked), 2)

	expired := &credential{tokens: []string{token}, lasts: -5 * time.Second}
	connectors = clientOf(t, s.root(), expired, odata.Options{}).Identity().ApiConnectors()
	connectors.Get(ctx, nil)
	connectors.Get(ctx, nil)
	same(t, len(expired.asked), 2)

	cause := errors.New("https://login.example/?code=0123456789 refused")
	broken := &credential{fails: cause}
	_, err = clientOf(t, s.root(), broken, odata.Options{}).Identity().ApiConnectors().Get(ctx, nil)
	if !errors.Is(err, odata.ErrAuthentication) || !errors.Is(err, cause) || strings.Contains(err.Error(), "0123456789") {
		t.Fatal(err)
	}

	before := len(s.received)
	clientOf(t, s.root(), nil, odata.Options{}).Identity().ApiConnectors().Get(ctx, nil)
	same(t, s.received[before].headers.Get("Authorization"), "")
}

// policyOptions and azureToken have the shape of azcore's types.
type policyOptions struct {
	Claims string
	Scopes []string
}

type azureToken struct {
	Token     string
	ExpiresOn time.Time
	RefreshOn time.Time
}

type azureCredential struct{ asked []string }

func (c *azureCredential) GetToken(_ context.Context, options policyOptions) (azureToken, error) {
	c.asked = options.Scopes
	return azureToken{Token: token, ExpiresOn: time.Now().Add(time.Hour)}, nil
}

type badCredential struct{}

func (badCredential) GetToken(context.Context, int) (string, error) { return "", nil }

func TestACredentialOfAzuresShape(t *testing.T) {
	s := serve(t, ok(`{"value": []}`))
	given := &azureCredential{}
	made, err := msgraphsdk.NewGraphServiceClientWithCredentialsAndURL(given, []string{"a/.default"}, s.root())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := made.Identity().ApiConnectors().Get(ctx, nil); err != nil {
		t.Fatal(err)
	}
	same(t, given.asked, []string{"a/.default"})
	same(t, s.last().headers.Get("Authorization"), "Bearer "+token)
	if _, err := msgraphsdk.NewGraphServiceClientWithCredentials(given, nil); err != nil {
		t.Fatal(err)
	}
	if _, err := msgraphsdk.NewGraphServiceClientWithCredentials(badCredential{}, nil); !errors.Is(err, odata.ErrConfiguration) {
		t.Fatal(err)
	}
}

func TestABodyIsCheckedBeforeItIsSent(t *testing.T) {
	s := serve(t, failure(400, nil))
	bad := models.NewIdentityApiConnector()
	bad.SetDisplayName(odata.Pointer("only a name"))
	connectors := client(t, s).Identity().ApiConnectors()
	_, err := connectors.Post(ctx, bad, nil)
	var invalid *odata.ValidationError
	if !errors.As(err, &invalid) {
		t.Fatal(err)
	}
	contains(t, err.Error(), "/targetUrl")
	same(t, len(s.received), 0)
	for _, body := range []models.IdentityApiConnectorable{nil, (*models.IdentityApiConnector)(nil), &models.IdentityApiConnector{}} {
		if _, err := connectors.Post(ctx, body, nil); !errors.Is(err, odata.ErrArgument) {
			t.Fatal(err)
		}
	}
	changed := connector()
	changed.SetId(odata.Pointer("1"))
	one := connectors.ByIdentityApiConnectorId("1")
	// What only the service sets it ignores: a warning keeps no request back.
	if _, err := one.ToPatchRequestInformation(ctx, changed, nil); err != nil {
		t.Fatal(err)
	}
	upload := builders.NewIdentityApiConnectorUploadClientCertificatePostRequestBody()
	upload.SetPkcs12Value(odata.Pointer("AQID"))
	if _, err := one.UploadClientCertificate().Post(ctx, upload, nil); !errors.As(err, &invalid) || invalid.Violations[0].Code != odata.RuleRequired {
		t.Fatal(err)
	}
	same(t, len(s.received), 0)
	connectors.Post(ctx, bad, &odata.RequestConfiguration{Options: []odata.RequestOption{odata.SkipValidation()}})
	same(t, len(s.received), 1)
	trusting := clientOf(t, s.root(), good(), odata.Options{SkipValidation: true})
	trusting.Identity().ApiConnectors().Post(ctx, bad, nil)
	same(t, len(s.received), 2)
}

func TestBatch(t *testing.T) {
	s := serve(t, ok(`{"responses": [
		{"id": "4", "status": 200, "headers": {"Content-Type": "text/plain"}, "body": "2"},
		{"id": "3", "status": 404, "body": {"error": {"code": "NotFound", "message": "none"}}},
		{"id": "2", "status": 201, "headers": {"Content-Type": "application/json"}, "body": `+made+`},
		{"id": "1", "status": 200, "headers": {"Content-Type": "application/json"}, "body": {"value": [{"displayName": "a"}]}}
	]}`))
	graph := client(t, s)
	connectors := graph.Identity().ApiConnectors()
	listing, _ := connectors.ToGetRequestInformation(ctx, &odata.ListRequestConfiguration{
		QueryParameters: &odata.ListQueryParameters{Top: odata.Pointer(int32(1))},
	})
	making, _ := connectors.ToPostRequestInformation(ctx, connector(), nil)
	missing, _ := connectors.ByIdentityApiConnectorId("none").ToGetRequestInformation(ctx, nil)
	counting, _ := connectors.Count().ToGetRequestInformation(ctx, nil)
	answers, err := graph.Batch(ctx, true, listing, making, missing, counting)
	if err != nil {
		t.Fatal(err)
	}
	listed, err := odata.BatchAnswer[models.IdentityApiConnectorCollectionResponseable](answers, listing)
	if err != nil {
		t.Fatal(err)
	}
	same(t, text(listed.GetValue()[0].GetDisplayName()), "a")
	created, err := odata.BatchAnswer[models.IdentityApiConnectorable](answers, making)
	if err != nil {
		t.Fatal(err)
	}
	same(t, text(created.GetId()), "c1")
	count, err := odata.BatchAnswer[*int32](answers, counting)
	if err != nil {
		t.Fatal(err)
	}
	same(t, *count, int32(2))
	var refused *odataerrors.ODataError
	if _, err := answers.Get(missing); !errors.As(err, &refused) || refused.ResponseStatusCode != 404 {
		t.Fatal(err)
	}
	requests := s.last().json(t)["requests"].([]any)
	same(t, requests[0].(map[string]any)["url"], "/identity/apiConnectors?$top=1")
	same(t, requests[1].(map[string]any)["dependsOn"], []any{"1"})
	for _, count := range []int{0, 21} {
		if _, err := graph.Batch(ctx, false, make([]*odata.RequestInformation, count)...); !errors.Is(err, odata.ErrArgument) {
			t.Fatal(err)
		}
	}
}

type ownTransport struct{ used int }

func (o *ownTransport) RoundTrip(r *http.Request) (*http.Response, error) {
	o.used++
	return http.DefaultTransport.RoundTrip(r)
}

func TestConfigurationAndTransport(t *testing.T) {
	s := serve(t, ok(`{"value": []}`))
	own := &ownTransport{}
	connectors := clientOf(t, s.root(), good(), odata.Options{HTTPClient: &http.Client{Transport: own}}).Identity().ApiConnectors()
	headers := odata.NewRequestHeaders()
	headers.Add("ConsistencyLevel", "eventual")
	if _, err := connectors.Get(ctx, &odata.ListRequestConfiguration{
		Headers: headers,
		Options: []odata.RequestOption{odata.WithQuery("startDateTime", "a b")},
		QueryParameters: &odata.ListQueryParameters{
			Filter: odata.Pointer("displayName eq 'a&b'"), Orderby: []string{"displayName desc", "id"},
			Skip: odata.Pointer(int32(10)), Expand: []string{"*"}, Search: odata.Pointer(`"a b"`),
		},
	}); err != nil {
		t.Fatal(err)
	}
	same(t, own.used, 1)
	same(t, s.last().headers.Get("Consistencylevel"), "eventual")
	same(t, s.last().target, "/v1.0/identity/apiConnectors?$expand=%2A&$filter=displayName%20eq%20%27a%26b%27"+
		"&$orderby=displayName%20desc%2Cid&$search=%22a%20b%22&$skip=10&startDateTime=a%20b")
	if _, err := connectors.Get(ctx, &odata.ListRequestConfiguration{}); err != nil {
		t.Fatal(err)
	}
	for _, wrong := range []*odata.ListRequestConfiguration{
		{QueryParameters: &odata.ListQueryParameters{Top: odata.Pointer(int32(-1))}},
		{Options: []odata.RequestOption{odata.WithQuery("$top", "1")}},
		{Options: []odata.RequestOption{odata.Timeout(-time.Second)}},
	} {
		if _, err := connectors.Get(ctx, wrong); !errors.Is(err, odata.ErrArgument) {
			t.Fatal(err)
		}
	}
	if _, err := clientOf(t, "http://127.0.0.1:1/v1.0", good(), odata.Options{}).Identity().ApiConnectors().Get(ctx, nil); !errors.Is(err, odata.ErrConnection) {
		t.Fatal(err)
	}
	stopped, stop := context.WithCancel(ctx)
	stop()
	if _, err := connectors.Get(stopped, nil); !errors.Is(err, context.Canceled) {
		t.Fatal(err)
	}
}
