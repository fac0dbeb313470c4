package odata

import (
	"fmt"
	"net/http"
	"net/url"
	"regexp"
	"strings"
)

// protocol is what depends on the version of OData that a service speaks: here one of 1.0 to 3.0.
//
// A request is made as for 4.01 and turned into theirs here, its answer back; everything in between (pages, batches,
// retries) is the same for all versions.
type protocol struct {
	version Version
	// options are encoded query options that go with every request: `sap-client=100`.
	options string
	// readingOptions are those of OData, `$format=json`, which are for reading alone.
	readingOptions string
	token          securityToken
}

// protocolOf gives how the service at baseURL is spoken to, and its root without query options.
func protocolOf(baseURL string) (string, *protocol, error) {
	root, query, _ := strings.Cut(baseURL, "?")
	if strings.ContainsAny(query, "?#") || forbiddenInURL.MatchString(query) {
		return "", nil, fmt.Errorf("%w: query options of the base URL that are not encoded", ErrUnsafeURL)
	}
	var all, reading []string
	for _, each := range strings.Split(query, "&") {
		switch {
		case each == "":
		case strings.HasPrefix(each, "$") || strings.HasPrefix(each, "%24"):
			reading = append(reading, each)
		default:
			all = append(all, each)
		}
	}
	made := &protocol{
		version: spokenVersion, options: strings.Join(all, "&"), readingOptions: strings.Join(reading, "&"),
	}
	return root, made, nil
}

// fromRoot gives the URL of what lies at an encoded path below the root, with the options of the root.
func (p *protocol) fromRoot(root *ServiceRoot, path string, reads bool) string {
	made := withQuery(root.String()+path, p.options)
	if reads {
		made = withQuery(made, p.readingOptions)
	}
	return made
}

// spoken gives a request as the service takes it, which is there as 4.01 has it; body is what it carries.
func (p *protocol) spoken(request *RequestInformation, body Body) (*RequestInformation, error) {
	made := *request
	made.URL = olderURL(request.URL)
	if arguments, is := argumentsOf(body); is && !p.version.hasActions() {
		made.Content = nil
		made.URL = withQuery(made.URL, encodedQuery(arguments))
	} else if body.kind != "" {
		addHeader(made.Headers, "content-type", body.kind)
	}
	if made.Content != nil && made.Headers["content-type"] == jsonType {
		content, err := p.content(made.Content, body)
		if err != nil {
			return nil, err
		}
		made.Content = content
	}
	for _, name := range []string{"accept", "content-type"} {
		if made.Headers[name] == jsonType {
			made.Headers[name] = p.version.json()
		}
	}
	if made.Method == "PATCH" {
		made.Method = p.version.updating()
	}
	p.sayVersion(&made)
	return &made, nil
}

// content gives a body of JSON as the service takes it.
func (p *protocol) content(content []byte, body Body) ([]byte, error) {
	value, err := parse(content)
	if err != nil {
		return nil, err
	}
	typ := registry.types[body.declared]
	switch v := body.value.(type) {
	case Model:
		if typ == nil {
			typ = v.object().typ()
		}
	case []any:
		// A list of items goes without the object around it.
		if data, is := value.(*record); is {
			value, _ = data.get("value")
		}
	}
	return write(p.version.sent(value, typ), nil)
}

// sayVersion says which version is understood, and which one the body is written in ([MS-ODATA], section 2.2.5).
func (p *protocol) sayVersion(request *RequestInformation) {
	addHeader(request.Headers, "maxdataserviceversion", p.version.String())
	if request.Content != nil {
		addHeader(request.Headers, "dataserviceversion", p.version.String())
	}
}

// session gives the header fields that the service wants to hear again.
func (p *protocol) session(method string) map[string]string { return p.token.headers(method) }

// remedy gives a request to be sent before a refused one is sent again, nil for none: it fetches a token.
func (p *protocol) remedy(root *ServiceRoot, request *RequestInformation, refusal *reply) *RequestInformation {
	if !isTokenWanted(refusal) {
		return nil
	}
	headers := map[string]string{}
	for name, value := range request.Headers {
		headers[name] = value
	}
	delete(headers, "content-type")
	delete(headers, "if-match")
	headers["accept"], headers[tokenHeader] = jsonType, "Fetch"
	return &RequestInformation{
		Method: http.MethodGet, URL: p.fromRoot(root, "/", false), Headers: headers, timeout: request.timeout, answer: Nothing,
	}
}

// learn keeps what the answer to that says, and tells whether there is a token.
func (p *protocol) learn(got *reply) bool { return p.token.keep(got) }

// jsonOf reads the JSON of an answer as 4.01 has it; typ is what it is read as, nil where that is not known.
func jsonOf(r *reply, typ *Type) (any, error) {
	value, err := parse(r.body)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrUnexpectedAnswer, err)
	}
	return answered(value, typ)
}

// errorIn gives what an error's answer says of it, as 4.01 has it; nil for nothing.
func errorIn(data map[string]any) any {
	found, there := data["error"]
	if !there {
		found = data["odata.error"]
	}
	given, is := found.(map[string]any)
	if !is {
		return found
	}
	made := map[string]any{}
	if inner, is := given["innererror"].(map[string]any); is && inner["errordetails"] != nil {
		// Services of SAP have them inside.
		made["details"] = inner["errordetails"]
	}
	for name, value := range given {
		made[name] = value
	}
	if text, is := given["message"].(map[string]any); is {
		made["message"] = text["value"]
	}
	return made
}

var (
	searchOption  = regexp.MustCompile(`(^|&)\$search=`)
	countOption   = regexp.MustCompile(`(^|&)\$count=true(&|$)`)
	uncountOption = regexp.MustCompile(`(^|&)\$count=false(&|$)`)
	idOption      = regexp.MustCompile(`(?:^|&)\$id=([^&]*)`)
	lastKey       = regexp.MustCompile(`\([^()/]*\)$`)
)

// olderURL gives a URL of 4.01 as it is there: $count as an option is $inlinecount, links are $links before the
// property's name.
func olderURL(address string) string {
	path, query, _ := strings.Cut(address, "?")
	query = searchOption.ReplaceAllString(query, "${1}search=")
	query = countOption.ReplaceAllString(query, "${1}$$inlinecount=allpages${2}")
	query = strings.Trim(uncountOption.ReplaceAllString(query, "${2}"), "&")
	if owner, is := strings.CutSuffix(path, "/$ref"); is {
		path, query = linksURL(owner, query)
	}
	return withQuery(path, query)
}

// linksURL gives path and query of links. One among many is removed by the key of what it leads to, which 4.0 has in $id.
func linksURL(owner, query string) (string, string) {
	at := strings.LastIndexByte(owner, '/')
	key := ""
	if found := idOption.FindStringSubmatchIndex(query); found != nil {
		target, err := url.QueryUnescape(query[found[2]:found[3]])
		if named := lastKey.FindString(target); err == nil && named != "" {
			key = encode(named, unreserved+"()'=,")
			query = strings.Trim(query[:found[0]]+query[found[1]:], "&")
		}
	}
	return owner[:at] + "/$links" + owner[at:] + key, query
}
