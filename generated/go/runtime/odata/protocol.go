package odata

import "fmt"

// protocol is what depends on the version of OData that a service speaks: here 4.0 or 4.01.
type protocol struct{}

// protocolOf gives how the service at baseURL is spoken to, and its root.
func protocolOf(baseURL string) (string, *protocol, error) { return baseURL, &protocol{}, nil }

// spoken gives a request as the service takes it, which is there as 4.01 has it; body is what it carries.
func (p *protocol) spoken(request *RequestInformation, body Body) (*RequestInformation, error) {
	if body.kind != "" {
		addHeader(request.Headers, "content-type", body.kind)
	}
	p.sayVersion(request)
	return request, nil
}

// sayVersion says which versions are understood, and which one the body is written in.
func (*protocol) sayVersion(request *RequestInformation) {
	addHeader(request.Headers, "odata-maxversion", maxVersion)
	if request.Content != nil && isJSON(request.Headers["content-type"]) {
		addHeader(request.Headers, "odata-version", bodyVersion)
	}
}

// fromRoot gives the URL of what lies at an encoded path below the root.
func (*protocol) fromRoot(root *ServiceRoot, path string, _ bool) string { return root.String() + path }

// session gives the header fields that the service wants to hear again; there are none.
func (*protocol) session(string) map[string]string { return nil }

// remedy gives a request to be sent before a refused one is sent again; there is none.
func (*protocol) remedy(*ServiceRoot, *RequestInformation, *reply) *RequestInformation { return nil }

// learn keeps what the answer to that says, and tells whether there is something.
func (*protocol) learn(*reply) bool { return false }

// jsonOf reads the JSON of an answer.
func jsonOf(r *reply, _ *Type) (any, error) {
	value, err := parse(r.body)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrUnexpectedAnswer, err)
	}
	return value, nil
}

// errorIn gives what an error's answer says of it; nil for nothing.
func errorIn(data map[string]any) any {
	if found, there := data["error"]; there {
		return found
	}
	return data["odata.error"]
}
