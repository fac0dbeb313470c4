package odata

import (
	"fmt"
	"net/url"
	"regexp"
	"strconv"
	"strings"
)

var (
	forbiddenInURL = regexp.MustCompile(`[\x00-\x20\x7f\\]`)
	hostPattern    = regexp.MustCompile(`^(\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?)$`)
	loopback       = regexp.MustCompile(`^(localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|\[::1\])$`)
	absoluteURL    = regexp.MustCompile(`^([A-Za-z][A-Za-z0-9+.-]*:|//)`)
	defaultPorts   = map[string]string{"http": "80", "https": "443"}
)

// ServiceRoot is the service's root URL, fixed when the client is made.
//
// Every URL that is sent is put together from it and encoded parts. A link that the service sends is parsed
// once, compared with the root's origin, and then rebuilt from that origin and the parsed path, so that two
// parsers can never disagree about the host.
type ServiceRoot struct {
	key, origin, path string
	// open says that the root is plain http on a host that is not this machine.
	open bool
}

// NewServiceRoot takes an absolute http(s) URL without user name, query and fragment; plain http is for a
// loopback host alone.
func NewServiceRoot(text string) (*ServiceRoot, error) { return serviceRoot(text, false) }

func serviceRoot(text string, allowHTTP bool) (*ServiceRoot, error) {
	parts, err := parseURL(text)
	if err != nil {
		return nil, err
	}
	if strings.ContainsAny(text, "?#") {
		return nil, fmt.Errorf("%w: the base URL must not have a query or a fragment", ErrUnsafeURL)
	}
	open := parts.scheme == "http" && !loopback.MatchString(parts.host)
	if open && !allowHTTP {
		return nil, fmt.Errorf("%w: plain http to %s: credentials would travel in clear", ErrUnsafeURL, parts.host)
	}
	origin := parts.scheme + "://" + parts.host
	if parts.port != defaultPorts[parts.scheme] {
		origin += ":" + parts.port
	}
	return &ServiceRoot{parts.key(), origin, strings.TrimRight(parts.path, "/"), open}, nil
}

// clear says whether others on the way can read what is sent.
func (r *ServiceRoot) clear() bool { return r.open }

// Origin gives scheme, host and port.
func (r *ServiceRoot) Origin() string { return r.origin }

// String gives the root URL.
func (r *ServiceRoot) String() string { return r.origin + r.path }

// adopt gives text, if it is of this origin; base is the URL that a relative one is resolved against.
func (r *ServiceRoot) adopt(text, base string) (string, error) {
	if base != "" && !absoluteURL.MatchString(text) {
		if forbiddenInURL.MatchString(text) {
			return "", fmt.Errorf("%w: a backslash, a space or a control character", ErrUnsafeURL)
		}
		relative, err := url.Parse(text)
		if err != nil {
			return "", fmt.Errorf("%w: not a URL", ErrUnsafeURL)
		}
		known, err := url.Parse(base)
		if err != nil {
			return "", fmt.Errorf("%w: not a URL", ErrUnsafeURL)
		}
		text = known.ResolveReference(relative).String()
	}
	parts, err := parseURL(text)
	if err != nil {
		return "", err
	}
	if parts.key() != r.key {
		return "", fmt.Errorf("%w: a link to %s, which is not %s", ErrUnsafeURL, parts.key(), r.origin)
	}
	path := parts.path
	if path == "" {
		path = "/"
	}
	return r.origin + path + parts.query, nil
}

type urlParts struct{ scheme, host, port, path, query string }

func (p urlParts) key() string { return p.scheme + "://" + p.host + ":" + p.port }

// parseURL takes an absolute http(s) URL apart; the host is in lower case, the query has its question mark.
func parseURL(text string) (urlParts, error) {
	fail := func(problem string) (urlParts, error) {
		return urlParts{}, fmt.Errorf("%w: %s", ErrUnsafeURL, problem)
	}
	if forbiddenInURL.MatchString(text) {
		return fail("a backslash, a space or a control character")
	}
	scheme, rest, found := strings.Cut(text, "://")
	scheme = strings.ToLower(scheme)
	if !found || defaultPorts[scheme] == "" {
		return fail("not an absolute http(s) URL")
	}
	rest, _, _ = strings.Cut(rest, "#")
	rest, query, hasQuery := strings.Cut(rest, "?")
	host, path := rest, ""
	if slash := strings.IndexByte(rest, '/'); slash >= 0 {
		host, path = rest[:slash], rest[slash:]
	}
	if strings.Contains(host, "@") {
		return fail("a user name")
	}
	host = strings.ToLower(host)
	port := defaultPorts[scheme]
	if colon := strings.LastIndexByte(host, ':'); colon > strings.LastIndexByte(host, ']') {
		given := host[colon+1:]
		host = host[:colon]
		if given != "" {
			number, err := strconv.ParseUint(given, 10, 16)
			if err != nil || !allDigits(given) {
				return fail("no port")
			}
			port = strconv.FormatUint(number, 10)
		}
	}
	if !hostPattern.MatchString(host) || strings.Contains(host, "..") {
		return fail("no host name")
	}
	made := urlParts{scheme, host, port, encode(path, "/%:@!$&'()*+,;=-._~"), ""}
	if hasQuery {
		made.query = "?" + encode(query, "/%:@!$&'()*+,;=-._~?[]")
	}
	return made, nil
}

// encode percent-encodes all but letters, digits and what is safe.
func encode(text, safe string) string {
	var made strings.Builder
	for at := 0; at < len(text); at++ {
		c := text[at]
		plain := c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'
		if plain || strings.IndexByte(safe, c) >= 0 {
			made.WriteByte(c)
		} else {
			fmt.Fprintf(&made, "%%%02X", c)
		}
	}
	return made.String()
}

// unreserved characters are never encoded (RFC 3986, section 2.3).
const unreserved = "-._~"
