package odata

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"net/http"
	"strings"
	"sync"
	"time"
)

// Options are how a client works; the zero value is what most want.
type Options struct {
	// HTTPClient sends the requests; its redirects are not used. Nil makes one that reads the proxy from
	// the environment. Its transport has the certificate of mutual TLS.
	HTTPClient *http.Client
	// Timeout bounds each request with its answer, for streams until that begins; 0 is 100 seconds.
	Timeout time.Duration
	// IdleTimeout bounds the wait for the next bytes of an answer; 0 is 30 seconds.
	IdleTimeout time.Duration
	// AllowHTTP lets the service root be plain http on any host, not on this machine alone. No credential goes there.
	AllowHTTP bool
	// AllowTokenOverHTTP sends credentials over such plain http too: everybody on the way can read them.
	AllowTokenOverHTTP bool
	// UserAgent says who calls; empty is the client's own.
	UserAgent string
	// MaxRetries is for 429, 503 and 504; 0 is 3, below 0 is none.
	MaxRetries int
	// MaxPages ends a collection that does not end; 0 is 100,000.
	MaxPages int
	// SkipValidation sends bodies without checking them first.
	SkipValidation bool
}

// RequestAdapter sends requests to one service. It is safe for concurrent use.
type RequestAdapter struct {
	root        *ServiceRoot
	credentials []SchemeCredential
	client      *http.Client
	timeout     time.Duration
	idle        time.Duration
	agent       string
	retries     int
	maxPages    int
	allowHTTP   bool
	allowTokens bool
	validate    bool

	// roots are those of calls that have a base URL of their own.
	lock  sync.Mutex
	roots map[string]*ServiceRoot
}

// NewRequestAdapter makes an adapter for the service at baseURL.
func NewRequestAdapter(baseURL string, credentials []SchemeCredential, options Options) (*RequestAdapter, error) {
	root, err := serviceRoot(baseURL, options.AllowHTTP)
	if err != nil {
		return nil, err
	}
	if options.Timeout < 0 || options.IdleTimeout < 0 || options.MaxPages < 0 {
		return nil, fmt.Errorf("%w: a timeout and a number of pages are above 0", ErrConfiguration)
	}
	made := &RequestAdapter{
		root:        root,
		client:      clientOf(options.HTTPClient),
		timeout:     orElse(options.Timeout, defaultTimeout),
		idle:        orElse(options.IdleTimeout, defaultIdle),
		agent:       orElse(options.UserAgent, ownAgent()),
		retries:     orElse(options.MaxRetries, defaultRetries),
		maxPages:    orElse(options.MaxPages, defaultMaxPages),
		allowHTTP:   options.AllowHTTP,
		allowTokens: options.AllowTokenOverHTTP,
		validate:    !options.SkipValidation,
		roots:       map[string]*ServiceRoot{},
	}
	if !headerValue.MatchString(made.agent) {
		return nil, fmt.Errorf("%w: a user agent is printable ASCII", ErrConfiguration)
	}
	for _, each := range credentials {
		if !isNil(each) {
			made.credentials = append(made.credentials, each)
		}
	}
	return made, nil
}

func orElse[T comparable](given, otherwise T) T {
	var none T
	if given == none {
		return otherwise
	}
	return given
}

// String shows the root alone.
func (a *RequestAdapter) String() string { return "RequestAdapter(" + a.root.String() + ")" }

// GoString is String.
func (a *RequestAdapter) GoString() string { return a.String() }

// rootOf gives the root of a call: its own, or the client's.
func (a *RequestAdapter) rootOf(call *Call) (*ServiceRoot, error) {
	if call.BaseURL == "" {
		return a.root, nil
	}
	a.lock.Lock()
	defer a.lock.Unlock()
	if found := a.roots[call.BaseURL]; found != nil {
		return found, nil
	}
	address := call.BaseURL
	if !absoluteURL.MatchString(address) {
		adopted, err := a.root.adopt(address, a.root.String()+"/")
		if err != nil {
			return nil, err
		}
		address = adopted
	}
	made, err := serviceRoot(strings.TrimRight(address, "/"), a.allowHTTP)
	if err == nil {
		a.roots[call.BaseURL] = made
	}
	return made, err
}

// Send sends a request and reads its answer: what the call gives whose method made the request. It fails with
// *APIError for an error status, and with *RedirectError for a redirect that is no GET within the origin.
func (a *RequestAdapter) Send(ctx context.Context, request *RequestInformation) (any, error) {
	response, err := a.SendResponse(ctx, request)
	if err != nil {
		return nil, err
	}
	return response.Value, nil
}

// SendResponse sends a request and gives its answer with status and header fields. It fails as Send does, but 304
// is no error.
func (a *RequestAdapter) SendResponse(ctx context.Context, request *RequestInformation) (*Response, error) {
	got, err := a.exchange(ctx, request)
	if err != nil {
		return nil, err
	}
	defer got.Close()
	body, err := got.read()
	if err != nil {
		return nil, err
	}
	value, err := request.call.value(got, body)
	return &Response{Status: got.status, Value: value, headers: got.headers}, err
}

// exchange gives the answer that is no error, its body unread; the caller closes it.
func (a *RequestAdapter) exchange(ctx context.Context, request *RequestInformation) (*reply, error) {
	if request == nil || request.call == nil {
		return nil, fmt.Errorf("%w: a request is made by a request builder", ErrArgument)
	}
	target, err := request.root.adopt(request.URL, "")
	if err != nil {
		return nil, err
	}
	attempt, redirects, refreshed := 1, 0, false
	for {
		proofs, err := a.proofsFor(ctx, request.call)
		if err != nil {
			return nil, err
		}
		got, err := a.once(ctx, request, target, proofs)
		if err != nil {
			return nil, err
		}
		if got.status >= 200 && got.status < 300 || got.status == http.StatusNotModified {
			return got, nil
		}
		body, err := got.read()
		got.Close()
		if err != nil {
			return nil, err
		}
		switch {
		case got.status >= 300 && got.status < 400:
			redirects++
			next, err := redirected(request, got.headers["location"], target, redirects)
			if err != nil && request.call.describes(got.status) {
				return got.finished(body), nil
			}
			if err != nil {
				return nil, err
			}
			target = next
			continue
		case got.status == 401 && !refreshed && request.isRepeatable():
			// Revoked or clipped by a clock: one new token, then the service's word counts.
			if refreshed, err = forgotten(ctx, proofs); err != nil {
				return nil, err
			}
			if refreshed {
				continue
			}
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
		return nil, request.call.failure(got, body, request.Method, target)
	}
}

func (r *RequestInformation) isRepeatable() bool { return r.body == nil || !r.body.once }

func forgotten(ctx context.Context, proofs []shownProof) (bool, error) {
	changes := false
	for _, each := range proofs {
		can, err := each.credential.forget(ctx, each.needed.Scopes, each.text)
		if err != nil {
			return false, err
		}
		changes = changes || can
	}
	return changes, nil
}

func redirected(request *RequestInformation, location, target string, redirects int) (string, error) {
	switch {
	case location == "":
		return "", fmt.Errorf("%w: a redirect that names no location", ErrUnexpectedAnswer)
	case request.Method != http.MethodGet && request.Method != http.MethodHead:
		return "", &RedirectError{location, "it answers a " + request.Method}
	case redirects > maxRedirects:
		return "", &RedirectError{location, fmt.Sprintf("more than %d in a row", maxRedirects)}
	}
	next, err := request.root.adopt(location, target)
	if err != nil {
		return "", &RedirectError{location, err.Error()}
	}
	return next, nil
}

// once sends once and follows nothing. The body of its answer is unread.
func (a *RequestAdapter) once(ctx context.Context, request *RequestInformation, target string, proofs []shownProof) (*reply, error) {
	ctx, watch := watched(ctx, a.idle)
	whole := time.AfterFunc(orElse(request.timeout, a.timeout), func() { watch.cancel(context.DeadlineExceeded) })
	got := &reply{watch: watch, whole: whole, request: request}
	sent, err := a.made(ctx, request, target, proofs)
	if err != nil {
		got.Close()
		return nil, err
	}
	answer, err := a.client.Do(sent)
	if err != nil {
		got.Close()
		if cause := context.Cause(ctx); cause != nil {
			err = cause
		}
		return nil, failed(err, request.Method, request.URL)
	}
	watch.moved()
	got.answer = answer
	got.status = answer.StatusCode
	got.headers = make(map[string]string, len(answer.Header))
	for name, values := range answer.Header {
		got.headers[strings.ToLower(name)] = strings.Join(values, ", ")
	}
	return got, nil
}

func (a *RequestAdapter) made(ctx context.Context, request *RequestInformation, target string, proofs []shownProof) (*http.Request, error) {
	var body io.Reader
	if request.body != nil {
		source, err := request.body.open()
		if err != nil {
			return nil, fmt.Errorf("%w: the body cannot be read again", ErrArgument)
		}
		body = source
	}
	headers := maps.Clone(request.Headers)
	open := request.root.clear() && !a.allowTokens
	_, own := headers["authorization"]
	if (own || len(proofs) > 0) && open {
		return nil, fmt.Errorf("%w: a credential would travel in clear over plain http (AllowTokenOverHTTP)", ErrUnsafeURL)
	}
	for _, each := range proofs {
		scheme := each.needed.Scheme
		name := encode(scheme.Parameter, unreserved)
		switch {
		case scheme.Kind != SchemeAPIKey:
			if !own {
				headers["authorization"] = each.text
			}
		case scheme.Location == InQuery:
			target = withQuery(target, []string{name + "=" + encode(each.text, unreserved)})
		case scheme.Location == InCookie:
			headers["cookie"] = strings.TrimPrefix(headers["cookie"]+"; "+scheme.Parameter+"="+each.text, "; ")
		default:
			headers[strings.ToLower(scheme.Parameter)] = each.text
		}
	}
	sent, err := http.NewRequestWithContext(ctx, request.Method, target, body)
	if err != nil {
		return nil, fmt.Errorf("%w: the request cannot be made", ErrArgument)
	}
	sent.Header.Set("User-Agent", a.agent)
	for name, value := range headers {
		sent.Header.Set(name, value)
	}
	encoding := "gzip, deflate"
	if request.streams {
		encoding = "identity"
	}
	sent.Header.Set("Accept-Encoding", encoding)
	return sent, nil
}

// reply is an answer whose body is not read yet, or is there.
type reply struct {
	status  int
	headers map[string]string
	body    []byte
	done    bool
	answer  *http.Response
	watch   *watch
	whole   *time.Timer
	request *RequestInformation
}

// finished is the answer with its body, which was read.
func (r *reply) finished(body []byte) *reply {
	r.body, r.done = body, true
	return r
}

// read gives the whole body, decompressed.
func (r *reply) read() ([]byte, error) {
	if r.done {
		return r.body, nil
	}
	body, err := readBody(r.watch.over(r.answer.Body), r.headers["content-encoding"])
	if err != nil && !errors.Is(err, ErrUnexpectedAnswer) {
		if cause := context.Cause(r.watch.ctx); cause != nil {
			err = cause
		}
		return nil, failed(err, r.request.Method, r.request.URL)
	}
	return body, err
}

// stream gives the body as it comes, bound by the idle time alone. Closing it ends the answer.
func (r *reply) stream() io.ReadCloser {
	if r.done {
		return io.NopCloser(bytes.NewReader(r.body))
	}
	r.whole.Stop()
	return &streamed{r.watch.over(r.answer.Body), r}
}

type streamed struct {
	io.Reader
	reply *reply
}

func (s *streamed) Close() error { return s.reply.Close() }

// Close ends the answer.
func (r *reply) Close() error {
	r.whole.Stop()
	var err error
	if r.answer != nil {
		err = r.answer.Body.Close()
	}
	r.watch.end()
	return err
}
