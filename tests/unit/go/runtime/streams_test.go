package odata

import (
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
	"testing"
	"time"
)

func uploading(t *testing.T, b RequestBuilder, content io.Reader) (any, error) {
	request, err := Request(Child(b, "/x"), "PUT", Content, nil, StreamBody(content))
	if err != nil {
		t.Fatal(err)
	}
	return Send(ctxOf(), b, request, nil)
}

func downloading(t *testing.T, b RequestBuilder) (io.ReadCloser, error) {
	request, err := Request(Child(b, "/x"), "GET", Content, nil, NoBody)
	return Stream(ctxOf(), b, request, err)
}

func TestADownloadComesAsItIsSent(t *testing.T) {
	more := make(chan string)
	b := serving(t, Options{}, func(w http.ResponseWriter, r *http.Request) {
		if got := r.Header.Get("Accept-Encoding"); got != "identity" {
			t.Error(got)
		}
		for piece := range more {
			_, _ = io.WriteString(w, piece)
			w.(http.Flusher).Flush()
		}
	})
	go func() { more <- "first " }()
	stream, err := downloading(t, b)
	if err != nil {
		t.Fatal(err)
	}
	got := make([]byte, 6)
	if _, err := io.ReadFull(stream, got); err != nil || string(got) != "first " {
		t.Fatal(string(got), err)
	}
	go func() { more <- "last"; close(more) }()
	rest, err := io.ReadAll(stream)
	if err != nil || string(rest) != "last" || stream.Close() != nil {
		t.Error(string(rest), err)
	}
}

func TestADownloadThatStandsStillEnds(t *testing.T) {
	stop := make(chan struct{})
	defer close(stop)
	b := serving(t, Options{IdleTimeout: 50 * time.Millisecond, Timeout: time.Hour}, func(w http.ResponseWriter, r *http.Request) {
		_, _ = io.WriteString(w, "a")
		w.(http.Flusher).Flush()
		select {
		case <-stop:
		case <-r.Context().Done():
		}
	})
	stream, err := downloading(t, b)
	if err != nil {
		t.Fatal(err)
	}
	defer stream.Close()
	var slow interface{ Timeout() bool }
	if _, err := io.ReadAll(stream); !errors.As(err, &slow) || !slow.Timeout() {
		t.Error(err)
	}
}

func TestAnErrorInThePlaceOfAStream(t *testing.T) {
	b := serving(t, Options{}, func(w http.ResponseWriter, r *http.Request) {
		w.WriteHeader(404)
		_, _ = io.WriteString(w, `{"error":{"code":"Gone","message":"No"}}`)
	})
	var refused *ODataError
	if stream, err := downloading(t, b); !errors.As(err, &refused) || refused.Code() != "Gone" || stream != nil {
		t.Error(stream, err)
	}
}

// pieces gives a text that comes in pieces, each when the one before it has arrived; it cannot seek.
type pieces struct {
	texts   []string
	arrived chan struct{}
}

func (p *pieces) Read(into []byte) (int, error) {
	if len(p.texts) == 0 {
		return 0, io.EOF
	}
	<-p.arrived
	n := copy(into, p.texts[0])
	p.texts = p.texts[1:]
	return n, nil
}

func TestAnUploadIsReadWhileItIsSent(t *testing.T) {
	source := &pieces{[]string{"one ", "two ", "end"}, make(chan struct{}, 1)}
	b := serving(t, Options{}, func(w http.ResponseWriter, r *http.Request) {
		all := ""
		for _, length := range []int{4, 4, 3} {
			source.arrived <- struct{}{}
			piece := make([]byte, length)
			_, _ = io.ReadFull(r.Body, piece)
			all += string(piece)
		}
		fmt.Fprint(w, all, r.ContentLength, r.Header.Get("Content-Type"))
	})
	got, err := uploading(t, b, source)
	if content, _ := got.([]byte); err != nil || string(content) != "one two end-1application/octet-stream" {
		t.Error(string(content), err)
	}
}

func TestAnUploadIsSentAgainIfItCanSeek(t *testing.T) {
	asked := 0
	b := serving(t, Options{}, func(w http.ResponseWriter, r *http.Request) {
		content, _ := io.ReadAll(r.Body)
		if asked++; asked%2 == 1 {
			w.Header().Set("Retry-After", "0")
			w.WriteHeader(503)
			return
		}
		fmt.Fprint(w, string(content), r.ContentLength)
	})
	from := strings.NewReader("not this")
	_, _ = from.Seek(4, io.SeekStart)
	got, err := uploading(t, b, from)
	if content, _ := got.([]byte); err != nil || string(content) != "this4" || asked != 2 {
		t.Error(string(content), err, asked)
	}
	var refused *ODataError
	if _, err := uploading(t, b, io.LimitReader(from, 1)); !errors.As(err, &refused) || asked != 3 {
		t.Error(err, asked)
	}
	request, err := Request(Child(b, "/x"), "PUT", Content, nil, StreamBody(from))
	if err != nil || !strings.HasSuffix(request.String(), "a stream") {
		t.Error(request, err)
	}
	if _, err := Batch(ctxOf(), b, false, request); !errors.Is(err, ErrArgument) {
		t.Error(err)
	}
}
