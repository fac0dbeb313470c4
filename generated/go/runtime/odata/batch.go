package odata

import (
	"context"
	"fmt"
	"strings"
)

// batchForm is one of the ways in which requests become one, and answers several.
type batchForm interface {
	// accepts is the media type of the answer.
	accepts() string
	// content gives the body and its media type.
	content(adapter *RequestAdapter, parts []BatchPart) (content []byte, kind string, err error)
	// replies gives the answers in the order of the requests, nil for those that have none.
	replies(parts []BatchPart, r *reply) ([]*reply, error)
}

var errNoBatch = fmt.Errorf("%w: none of a batch", ErrUnexpectedAnswer)

// BatchAnswers are the answers of a batch.
type BatchAnswers struct {
	requests []*RequestInformation
	replies  []*reply
}

// Batch sends requests in one, or in as few as the service's limit allows (OData Protocol 4.01, section 11.7).
// They are made by methods such as ToGetRequestInformation. With inOrder each waits for the one before it to
// succeed, which only works within one batch.
func Batch(ctx context.Context, b RequestBuilder, inOrder bool, requests ...*RequestInformation) (*BatchAnswers, error) {
	parts := make([]BatchPart, len(requests))
	for at, request := range requests {
		parts[at].Request = request
		if inOrder && at > 0 {
			parts[at].DependsOn = requests[at-1 : at]
		}
	}
	return BatchOf(ctx, b, parts...)
}

// BatchOf is Batch for requests that belong together. It fails when those of one group, or one and what it depends
// on, do not come to lie in the same batch of the service's limit.
func BatchOf(ctx context.Context, b RequestBuilder, parts ...BatchPart) (*BatchAnswers, error) {
	requests := make([]*RequestInformation, len(parts))
	for at := range parts {
		requests[at] = parts[at].Request
	}
	adapter := b.place.adapter
	size := adapter.batch.BatchLimit
	if size == 0 {
		size = len(requests)
	}
	if len(requests) == 0 {
		return nil, fmt.Errorf("%w: a batch holds 1 request or more", ErrArgument)
	}
	if err := checkBatchGroups(parts, size); err != nil {
		return nil, err
	}
	var batches []*RequestInformation
	for at := 0; at < len(parts); at += size {
		whole, err := batchRequest(adapter, parts[at:min(at+size, len(parts))])
		if err != nil {
			return nil, err
		}
		batches = append(batches, whole)
	}
	made := &BatchAnswers{requests: append([]*RequestInformation(nil), requests...)}
	for at, whole := range batches {
		answer, err := adapter.Send(ctx, whole)
		replies, _ := answer.([]*reply)
		if err != nil && at == 0 {
			return nil, err
		}
		made.replies = append(made.replies, replies...)
		for len(made.replies) < min((at+1)*size, len(requests)) {
			made.replies = append(made.replies, nil)
		}
		if err != nil {
			// What was answered before is given all the same: the service did it.
			return made, err
		}
	}
	return made, nil
}

// batchRequest gives the request that the parts become.
func batchRequest(adapter *RequestAdapter, parts []BatchPart) (*RequestInformation, error) {
	var form batchForm = jsonBatch{}
	if adapter.batch.BatchFormat == BatchAsMultipart {
		form = multipartBatch{}
	}
	content, kind, err := form.content(adapter, parts)
	if err != nil {
		return nil, err
	}
	made := &RequestInformation{
		Method:  "POST",
		URL:     adapter.protocol.fromRoot(adapter.root, "/$batch", false),
		Headers: map[string]string{"accept": form.accepts(), "content-type": kind},
		Content: content,
		answer: Answer{form.accepts(), func(r *reply) (any, error) {
			return form.replies(parts, r)
		}},
	}
	if form == (multipartBatch{}) && !inOrder(parts) {
		// Without it a service stops at the first error (OData Protocol 4.01, section 8.2.8.3).
		made.Headers["prefer"] = "odata.continue-on-error"
	}
	adapter.protocol.sayVersion(made)
	return made, nil
}

// inOrder says whether one of the parts waits for another.
func inOrder(parts []BatchPart) bool {
	for _, part := range parts {
		if len(part.DependsOn) > 0 {
			return true
		}
	}
	return false
}

// Get gives the answer to one of the requests: what its call gives, or its error.
func (a *BatchAnswers) Get(request *RequestInformation) (any, error) {
	for at, own := range a.requests {
		if own != request {
			continue
		}
		got := a.replies[at]
		if got == nil {
			return nil, fmt.Errorf("%w: none to this request of the batch", ErrUnexpectedAnswer)
		}
		if got.status == 304 && request.Headers["if-none-match"] != "" {
			return nil, nil
		}
		if got.status >= 300 {
			return nil, newODataError(got.status, got.headers, got.body, request.Method, request.URL)
		}
		return request.answer.read(got)
	}
	return nil, fmt.Errorf("%w: the request is not of this batch", ErrArgument)
}

// BatchAnswer gives the answer to one of the requests of a batch as T, such as models.Userable.
func BatchAnswer[T any](answers *BatchAnswers, request *RequestInformation) (T, error) {
	answer, err := answers.Get(request)
	typed, _ := answer.(T)
	return typed, err
}

// batchLine gives what a batch says first of a request: its URL, which is relative to the root, and its header fields.
func batchLine(adapter *RequestAdapter, request *RequestInformation) (string, map[string]string, error) {
	if request == nil || request.answer.read == nil {
		return "", nil, fmt.Errorf("%w: a request of a batch is made by a request builder", ErrArgument)
	}
	if request.source != nil {
		return "", nil, fmt.Errorf("%w: a request of a batch has its whole body, no stream", ErrArgument)
	}
	if _, err := adapter.bearsOwnToken(request); err != nil {
		return "", nil, err
	}
	path, err := batchURL(adapter, request.URL)
	if err != nil {
		return "", nil, err
	}
	fields := NewRequestHeaders()
	for name, value := range request.Headers {
		fields.Add(name, value)
	}
	checked, err := checkedFields(fields)
	return path, checked, err
}

func batchURL(adapter *RequestAdapter, address string) (string, error) {
	target, err := adapter.root.adopt(address, "")
	if err != nil {
		return "", err
	}
	path, below := strings.CutPrefix(target, adapter.root.String())
	if !below || path != "" && !strings.HasPrefix(path, "/") && !strings.HasPrefix(path, "?") {
		return "", fmt.Errorf("%w: a request of a batch lies below the service root", ErrArgument)
	}
	path = strings.TrimPrefix(path, "/")
	if adapter.batch.BatchSlash {
		return "/" + path, nil
	}
	// What is nothing, or looks like a scheme, would be resolved to something else.
	first, _, _ := strings.Cut(path, "/")
	if first, _, _ = strings.Cut(first, "?"); first == "" || strings.Contains(first, ":") {
		return target, nil
	}
	return path, nil
}
