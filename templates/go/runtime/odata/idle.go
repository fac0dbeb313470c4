package odata

import (
	"context"
	"io"
	"time"
)

// idleError is the cause of an answer that was given up because nothing more of it came.
type idleError struct{}

func (idleError) Error() string { return label + "nothing more of the answer came" }

// Timeout makes this a net.Error's kind of timeout.
func (idleError) Timeout() bool { return true }

// watch ends a context when nothing moves for a while. It begins with the first move: how long a service may
// think before it answers is the timeout's to say.
type watch struct {
	limit  time.Duration
	cancel context.CancelCauseFunc
	timer  *time.Timer
	ctx    context.Context
}

// watched gives a context that the watch can end.
func watched(ctx context.Context, limit time.Duration) (context.Context, *watch) {
	ctx, cancel := context.WithCancelCause(ctx)
	return ctx, &watch{limit: limit, cancel: cancel, ctx: ctx}
}

// moved starts the wait anew.
func (w *watch) moved() {
	if w.timer == nil {
		w.timer = time.AfterFunc(w.limit, func() { w.cancel(idleError{}) })
	} else {
		w.timer.Reset(w.limit)
	}
}

// rest stops the wait until something moves again.
func (w *watch) rest() {
	if w.timer != nil {
		w.timer.Stop()
	}
}

func (w *watch) end() {
	if w.timer != nil {
		w.timer.Stop()
	}
	w.cancel(context.Canceled)
}

// over gives a reader whose every byte is a move.
func (w *watch) over(source io.Reader) io.Reader { return &watchedReader{source, w} }

type watchedReader struct {
	source io.Reader
	watch  *watch
}

func (r *watchedReader) Read(into []byte) (int, error) {
	n, err := r.source.Read(into)
	if n > 0 {
		r.watch.moved()
	}
	if cause := context.Cause(r.watch.ctx); err != nil && cause == (idleError{}) {
		err = cause
	}
	return n, err
}
