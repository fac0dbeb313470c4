package odata

import (
	"context"
	"errors"
	"net"
	"net/http"
	"net/url"
	"strings"
	"time"
)

const (
	defaultTimeout  = 100 * time.Second
	defaultIdle     = 30 * time.Second
	connectTimeout  = 10 * time.Second
	defaultRetries  = 3
	defaultMaxPages = 100_000
	maxRedirects    = 5
)

// clientOf gives a client that follows no redirect and leaves decompression to us.
func clientOf(given *http.Client) *http.Client {
	made := &http.Client{}
	if given != nil {
		*made = *given
	} else {
		dialer := &net.Dialer{Timeout: connectTimeout}
		made.Transport = &http.Transport{
			Proxy:                 proxyOf,
			DialContext:           dialer.DialContext,
			ForceAttemptHTTP2:     true,
			TLSHandshakeTimeout:   connectTimeout,
			MaxIdleConnsPerHost:   16,
			IdleConnTimeout:       90 * time.Second,
			ResponseHeaderTimeout: 0,
		}
	}
	made.Jar = nil
	made.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	return made
}

// proxyOf gives the environment's proxy for https alone, which goes through it as a tunnel: over plain http the
// proxy would read tokens.
func proxyOf(request *http.Request) (*url.URL, error) {
	if request.URL.Scheme != "https" {
		return nil, nil
	}
	return http.ProxyFromEnvironment(request)
}

func wait(ctx context.Context, pause time.Duration) error {
	timer := time.NewTimer(pause)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// connectionError is for no answer; its text names no query, which may hold secrets.
type connectionError struct {
	cause error
	where string
}

func (e *connectionError) Error() string {
	reason := "the connection failed"
	if e.Timeout() {
		reason = "not in time"
	}
	return ErrConnection.Error() + ": " + reason + ": " + e.where
}

// Timeout makes this a net.Error's kind of timeout.
func (e *connectionError) Timeout() bool {
	var slow interface{ Timeout() bool }
	return errors.As(e.cause, &slow) && slow.Timeout()
}

func (e *connectionError) Unwrap() []error { return []error{ErrConnection, e.cause} }

func failed(err error, method, address string) error {
	where, _, _ := strings.Cut(address, "?")
	var wrapped interface{ Unwrap() error }
	if errors.As(err, &wrapped) {
		// The http package's own error repeats the URL with its query.
		if inner := wrapped.Unwrap(); inner != nil {
			err = inner
		}
	}
	return &connectionError{err, method + " " + mask(where)}
}
