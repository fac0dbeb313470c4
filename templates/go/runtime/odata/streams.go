package odata

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"time"
)

// Stream gives what a request answers as it comes, without holding it; the caller closes it. Between two pieces no more
// time may pass than the idle timeout; no other bounds them. It is nil when the service says that nothing changed.
func Stream(ctx context.Context, b RequestBuilder, request *RequestInformation, err error) (io.ReadCloser, error) {
	if err != nil {
		return nil, err
	}
	made := *request
	made.streams = true
	got, err := b.place.adapter.exchange(ctx, &made)
	switch {
	case err != nil:
		return nil, err
	case got.status == http.StatusNotModified && request.Headers["if-none-match"] != "":
		return nil, nil
	case got.status == http.StatusNotModified:
		return nil, newODataError(got.status, got.headers, got.body, request.Method, request.URL)
	case got.open == nil:
		return io.NopCloser(bytes.NewReader(got.body)), nil
	}
	got.open.whole.Stop()
	return got.open, nil
}

// StreamBody is a stream's content that is read when it is sent. One that can seek is read again from where it was, when
// the request has to be sent again.
func StreamBody(content io.Reader) Body {
	if isNil(content) {
		return Body{value: &source{reader: bytes.NewReader(nil)}}
	}
	made := &source{reader: content, size: -1}
	if seeker, can := content.(io.Seeker); can {
		made.seek(seeker)
	}
	return Body{value: made}
}

// source is a body that is not held; size is below 0 where it is not known.
type source struct {
	reader io.Reader
	seeker io.Seeker
	start  int64
	size   int64
	used   bool
}

func (s *source) seek(seeker io.Seeker) {
	start, err := seeker.Seek(0, io.SeekCurrent)
	if err != nil {
		return
	}
	end, err := seeker.Seek(0, io.SeekEnd)
	if err != nil {
		return
	}
	if _, err := seeker.Seek(start, io.SeekStart); err == nil {
		s.seeker, s.start, s.size = seeker, start, end-start
	}
}

// rewind makes the source begin once more.
func (s *source) rewind() error {
	if !s.used {
		s.used = true
		return nil
	}
	if s.seeker != nil {
		if _, err := s.seeker.Seek(s.start, io.SeekStart); err == nil {
			return nil
		}
	}
	return fmt.Errorf("%w: the body cannot be read again", ErrArgument)
}

// isRepeatable says whether the request can be sent again.
func (r *RequestInformation) isRepeatable() bool { return r.source == nil || r.source.seeker != nil }

// sending reads a source while it is sent: until it ends, no more time may pass between two pieces than the idle timeout;
// then the service has the timeout to answer.
type sending struct {
	from    io.Reader
	watch   *watch
	whole   *time.Timer
	timeout time.Duration
}

func (s *sending) Read(into []byte) (int, error) {
	n, err := s.from.Read(into)
	if err != nil {
		s.watch.rest()
		s.whole.Reset(s.timeout)
	} else {
		s.watch.moved()
	}
	return n, err
}

// openAnswer is an answer whose body is not read yet.
type openAnswer struct {
	io.Reader
	answer *http.Response
	watch  *watch
	whole  *time.Timer
}

// Close ends the answer.
func (o *openAnswer) Close() error {
	o.whole.Stop()
	err := o.answer.Body.Close()
	o.watch.end()
	return err
}

// begin sends a request once, and gives its answer with the body unread.
func (a *RequestAdapter) begin(ctx context.Context, request *RequestInformation, target, token string) (*reply, error) {
	timeout := a.timeout
	if request.timeout > 0 {
		timeout = request.timeout
	}
	ctx, watch := watched(ctx, a.idle)
	whole := time.AfterFunc(timeout, func() { watch.cancel(context.DeadlineExceeded) })
	sent, err := a.made(ctx, request, target, token)
	if err == nil && request.source != nil {
		if err = request.source.rewind(); err == nil {
			whole.Stop()
			watch.moved()
			sent.Body = io.NopCloser(&sending{request.source.reader, watch, whole, timeout})
			sent.ContentLength = request.source.size
		}
	}
	var answer *http.Response
	if err == nil {
		if answer, err = a.client.Do(sent); err != nil {
			if cause := context.Cause(ctx); cause != nil {
				err = cause
			}
			err = failed(err, request.Method, request.URL)
		}
	}
	if err != nil {
		whole.Stop()
		watch.end()
		return nil, err
	}
	watch.moved()
	got := &reply{status: answer.StatusCode, headers: joinedHeaders(answer.Header)}
	got.open = &openAnswer{watch.over(answer.Body), answer, watch, whole}
	return got, nil
}

// finish reads the whole body, decompressed.
func (r *reply) finish(request *RequestInformation) (err error) {
	defer r.open.Close()
	r.body, err = readBody(r.open, r.headers["content-encoding"])
	if err != nil && !errors.Is(err, ErrUnexpectedAnswer) {
		if cause := context.Cause(r.open.watch.ctx); cause != nil {
			err = cause
		}
		return failed(err, request.Method, request.URL)
	}
	return err
}
