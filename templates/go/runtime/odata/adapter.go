package odata

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net/http"
	"strings"
	"time"
)

// Options are how a client works; the zero value is what most want.
type Options struct {
	// HTTPClient sends the requests; its redirects are not used. Nil makes one that reads the proxy from
	// the environment.
	HTTPClient *http.Client
	// Timeout bounds each request with its answer; 0 is 100 seconds.
	Timeout time.Duration
	// IdleTimeout bounds the wait for the next bytes of an answer; 0 is 30 seconds.
	IdleTimeout time.Duration
	// AllowHTTP lets the service root be plain http on any host, not on this machine alone. No token goes there.
	AllowHTTP bool
	// AllowTokenOverHTTP sends tokens over such plain http too: everybody on the way can read them.
	AllowTokenOverHTTP bool
	// UserAgent says who calls; empty is the client's own.
	UserAgent string
	// BatchFormat is how several requests become one; 0 is what the service takes.
	BatchFormat BatchFormat
	// BatchLimit is the most requests that are sent in one batch; 0 is what the service takes.
	BatchLimit int
	// MaxRetries is for 429, 503 and 504; 0 is 3, below 0 is none.
	MaxRetries int
	// MaxPages ends a collection that does not end; 0 is 100,000.
	MaxPages int
	// SkipValidation sends bodies without checking them first.
	SkipValidation bool
}

// RequestAdapter sends requests to one origin, fixed when it is made. It is safe for concurrent use.
type RequestAdapter struct {
	root     *ServiceRoot
	protocol *protocol
	tokens   *tokens
	client   *http.Client
	timeout  time.Duration
	idle     time.Duration
	agent    string
	batch    Traits
	retries  int
	maxPages int
	// private says that a token may be sent: nobody on the way can read it, or the caller takes the risk.
	private  bool
	validate bool
}

// NewRequestAdapter makes an adapter for the service at baseURL. A nil credential sends no token; scopes
// default to the origin's /.default.
func NewRequestAdapter(baseURL string, credential Credential, scopes []string, options Options) (*RequestAdapter, error) {
	baseURL, protocol, err := protocolOf(baseURL)
	if err != nil {
		return nil, err
	}
	root, err := serviceRoot(baseURL, options.AllowHTTP)
	if err != nil {
		return nil, err
	}
	if options.Timeout < 0 || options.IdleTimeout < 0 || options.MaxPages < 0 || options.BatchLimit < 0 {
		return nil, fmt.Errorf("%w: a timeout, a number of pages and a limit are above 0", ErrConfiguration)
	}
	made := &RequestAdapter{
		root:     root,
		protocol: protocol,
		client:   clientOf(options.HTTPClient),
		timeout:  options.Timeout,
		idle:     options.IdleTimeout,
		agent:    options.UserAgent,
		batch:    traitsWith(options.BatchFormat, options.BatchLimit),
		retries:  options.MaxRetries,
		maxPages: options.MaxPages,
		private:  !root.clear() || options.AllowTokenOverHTTP,
		validate: !options.SkipValidation,
	}
	if !headerValue.MatchString(made.agent) {
		return nil, fmt.Errorf("%w: a user agent is printable ASCII", ErrConfiguration)
	}
	if !isNil(credential) {
		if !made.private {
			return nil, fmt.Errorf("%w: a token would travel in clear over plain http (AllowTokenOverHTTP)", ErrConfiguration)
		}
		if len(scopes) == 0 {
			scopes = []string{root.origin + "/.default"}
		}
		made.tokens = &tokens{
			credential: credential,
			scopes:     append([]string(nil), scopes...),
			turn:       make(chan struct{}, 1),
		}
	}
	if made.timeout == 0 {
		made.timeout = defaultTimeout
	}
	if made.idle == 0 {
		made.idle = defaultIdle
	}
	if made.agent == "" {
		made.agent = ownAgent()
	}
	if made.retries == 0 {
		made.retries = defaultRetries
	}
	if made.maxPages == 0 {
		made.maxPages = defaultMaxPages
	}
	return made, nil
}

// String shows the root alone.
func (a *RequestAdapter) String() string { return "RequestAdapter(" + a.root.String() + ")" }

// GoString is String.
func (a *RequestAdapter) GoString() string { return a.String() }

// Send sends a request and reads its answer: what the call gives whose method made the request. It fails
// with *ODataError for an error status (304 too, unless the request has If-None-Match: then nothing is given), and *RedirectError for a redirect that is no GET within the origin.
func (a *RequestAdapter) Send(ctx context.Context, request *RequestInformation) (any, error) {
	if request == nil || request.answer.read == nil {
		return nil, fmt.Errorf("%w: a request is made by a request builder", ErrArgument)
	}
	got, err := a.exchange(ctx, request)
	if err != nil {
		return nil, err
	}
	if got.status == http.StatusNotModified {
		if request.Headers["if-none-match"] != "" {
			return nil, nil
		}
		return nil, newODataError(got.status, got.headers, got.body, request.Method, request.URL)
	}
	return request.answer.read(got)
}

// bearsOwnToken says whether the caller gave a token with the request, which is refused where it could be read on the way.
func (a *RequestAdapter) bearsOwnToken(request *RequestInformation) (bool, error) {
	own := false
	for name := range request.Headers {
		own = own || strings.EqualFold(name, "authorization")
	}
	if own && !a.private {
		return true, fmt.Errorf("%w: a token would travel in clear over plain http (AllowTokenOverHTTP)", ErrUnsafeURL)
	}
	return own, nil
}

func (a *RequestAdapter) exchange(ctx context.Context, request *RequestInformation) (*reply, error) {
	target, err := a.root.adopt(request.URL, "")
	if err != nil {
		return nil, err
	}
	attempt, redirects, refreshed, remedied := 1, 0, false, false
	for {
		token := ""
		own, err := a.bearsOwnToken(request)
		if err != nil {
			return nil, err
		}
		if a.tokens != nil && !own {
			if token, err = a.tokens.current(ctx); err != nil {
				return nil, err
			}
		}
		got, err := a.once(ctx, request, target, token)
		if err != nil {
			return nil, err
		}
		switch {
		case got.status >= 200 && got.status < 300 || got.status == http.StatusNotModified:
			return got, nil
		case got.status == http.StatusForbidden && !remedied && request.isRepeatable():
			remedied = true
			if learnt, err := a.remedied(ctx, request, got, token); err != nil {
				return nil, err
			} else if learnt {
				continue
			}
		case got.status >= 300 && got.status < 400:
			redirects++
			if target, err = a.redirected(request, got, target, redirects); err != nil {
				return nil, err
			}
			continue
		case got.status == 401 && token != "" && !refreshed && request.isRepeatable():
			// Revoked or clipped by a clock: one new token, then the service's word counts.
			refreshed = true
			if err := a.tokens.forget(ctx, token); err != nil {
				return nil, err
			}
			continue
		case attempt <= a.retries && request.isRepeatable():
			pause, again := pauseBeforeRetry(
				request.Method, got.status, got.headers["retry-after"], attempt, time.Now())
			if again {
				attempt++
				if err := wait(ctx, pause); err != nil {
					return nil, err
				}
				continue
			}
		}
		return nil, newODataError(got.status, got.headers, got.body, request.Method, target)
	}
}

// remedied does what the service wants before it takes a refused request, and says whether that is to be sent again.
func (a *RequestAdapter) remedied(ctx context.Context, request *RequestInformation, refusal *reply, token string) (bool, error) {
	remedy := a.protocol.remedy(a.root, request, refusal)
	if remedy == nil {
		return false, nil
	}
	got, err := a.once(ctx, remedy, remedy.URL, token)
	return err == nil && a.protocol.learn(got), err
}

func (a *RequestAdapter) redirected(request *RequestInformation, got *reply, target string, redirects int) (string, error) {
	location := got.headers["location"]
	switch {
	case location == "":
		return "", fmt.Errorf("%w: a redirect that names no location", ErrUnexpectedAnswer)
	case request.Method != http.MethodGet:
		return "", &RedirectError{location, "it answers a " + request.Method}
	case redirects > maxRedirects:
		return "", &RedirectError{location, fmt.Sprintf("more than %d in a row", maxRedirects)}
	}
	next, err := a.root.adopt(location, target)
	if err != nil {
		return "", &RedirectError{location, err.Error()}
	}
	return next, nil
}

// once sends once and follows nothing. The answer is whole, unless it is a good one that is asked for as a stream.
func (a *RequestAdapter) once(ctx context.Context, request *RequestInformation, target, token string) (*reply, error) {
	got, err := a.begin(ctx, request, target, token)
	if err != nil {
		return nil, err
	}
	if request.streams && got.status >= 200 && got.status < 300 {
		return got, nil
	}
	return got, got.finish(request)
}

// made gives the request as the http package has it.
func (a *RequestAdapter) made(ctx context.Context, request *RequestInformation, target, token string) (*http.Request, error) {
	var content io.Reader
	if request.Content != nil {
		content = bytes.NewReader(request.Content)
	}
	sent, err := http.NewRequestWithContext(ctx, request.Method, target, content)
	if err != nil {
		return nil, fmt.Errorf("%w: the request cannot be made", ErrArgument)
	}
	sent.Header.Set("User-Agent", a.agent)
	for name, value := range a.protocol.session(request.Method) {
		sent.Header.Set(name, value)
	}
	for name, value := range request.Headers {
		sent.Header.Set(name, value)
	}
	encoding := "gzip, deflate"
	if request.streams {
		encoding = "identity"
	}
	sent.Header.Set("Accept-Encoding", encoding)
	if token != "" {
		sent.Header.Set("Authorization", "Bearer "+token)
	}
	return sent, nil
}

func joinedHeaders(fields http.Header) map[string]string {
	made := make(map[string]string, len(fields))
	for name, values := range fields {
		made[strings.ToLower(name)] = strings.Join(values, ", ")
	}
	return made
}
