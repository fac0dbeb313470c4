package odata

import (
	"context"
	"encoding/base64"
	"fmt"
	"strconv"
	"strings"
)

// BatchAnswers are the answers of a batch.
type BatchAnswers struct {
	requests []*RequestInformation
	replies  []*reply
}

// Batch sends requests in one, or in as few as the service's limit allows (OData JSON Format 4.01, section 19).
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
	size := adapter.batch.limit
	if size == 0 {
		size = len(requests)
	}
	if len(requests) == 0 {
		return nil, fmt.Errorf("%w: a batch holds 1 request or more", ErrArgument)
	}
	if err := checkBatchGroups(parts, size); err != nil {
		return nil, err
	}
	var contents [][]byte
	for at := 0; at < len(requests); at += size {
		content, err := batchContent(adapter, parts[at:min(at+size, len(parts))])
		if err != nil {
			return nil, err
		}
		contents = append(contents, content)
	}
	made := &BatchAnswers{requests: append([]*RequestInformation(nil), requests...)}
	for at, content := range contents {
		part := requests[at*size : min((at+1)*size, len(requests))]
		replies, err := sendBatch(ctx, adapter, content, part)
		if err != nil && at == 0 {
			return nil, err
		}
		made.replies = append(made.replies, replies...)
		for range part[len(replies):] {
			made.replies = append(made.replies, nil)
		}
		if err != nil {
			// What was answered before is given all the same: the service did it.
			return made, err
		}
	}
	return made, nil
}

func sendBatch(ctx context.Context, adapter *RequestAdapter, content []byte, requests []*RequestInformation) ([]*reply, error) {
	sent := &RequestInformation{
		Method: "POST",
		URL:    adapter.root.String() + "/$batch",
		Headers: map[string]string{
			"accept": jsonType, "content-type": jsonType, "odata-maxversion": maxVersion, "odata-version": bodyVersion,
		},
		Content: content,
		answer: Answer{jsonType, func(r *reply) (any, error) {
			return batchReplies(requests, r)
		}},
	}
	answer, err := adapter.Send(ctx, sent)
	replies, _ := answer.([]*reply)
	return replies, err
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

func batchContent(adapter *RequestAdapter, parts []BatchPart) ([]byte, error) {
	items := make([]any, len(parts))
	for at, part := range parts {
		item, err := batchItem(adapter, part.Request)
		if err != nil {
			return nil, err
		}
		item.set("id", strconv.Itoa(at+1))
		if part.Group != "" {
			item.set("atomicityGroup", part.Group)
		}
		var ids []any
		for _, needed := range part.DependsOn {
			ids = append(ids, strconv.Itoa(indexOf(parts, needed)+1))
		}
		if ids != nil {
			item.set("dependsOn", ids)
		}
		items[at] = item
	}
	content := &record{}
	content.set("requests", items)
	return write(content, nil)
}

func batchItem(adapter *RequestAdapter, request *RequestInformation) (*record, error) {
	root := adapter.root
	if request == nil || request.answer.read == nil {
		return nil, fmt.Errorf("%w: a request of a batch is made by a request builder", ErrArgument)
	}
	if _, err := adapter.bearsOwnToken(request); err != nil {
		return nil, err
	}
	target, err := root.adopt(request.URL, "")
	if err != nil {
		return nil, err
	}
	path, below := strings.CutPrefix(target, root.String())
	if !below || path != "" && !strings.HasPrefix(path, "/") {
		return nil, fmt.Errorf("%w: a request of a batch lies below the service root", ErrArgument)
	}
	path = adapter.batch.slash + strings.TrimPrefix(path, "/")
	item := &record{}
	item.set("method", request.Method)
	item.set("url", path)
	fields := NewRequestHeaders()
	for name, value := range request.Headers {
		fields.Add(name, value)
	}
	checked, err := checkedFields(fields)
	if err != nil {
		return nil, err
	}
	if request.Content != nil {
		body, err := batchBody(request.Content, checked["content-type"])
		if err != nil {
			return nil, err
		}
		item.set("body", body)
	}
	headers := &record{}
	for _, name := range sortedKeys(checked) {
		headers.set(name, checked[name])
	}
	item.set("headers", headers)
	return item, nil
}

func batchBody(content []byte, contentType string) (any, error) {
	if isJSON(contentType) {
		return parse(content)
	}
	return base64.StdEncoding.EncodeToString(content), nil
}

// batchReplies gives the answers in the order of the requests; the service may give them in any.
func batchReplies(requests []*RequestInformation, r *reply) ([]*reply, error) {
	refused := fmt.Errorf("%w: none of a batch", ErrUnexpectedAnswer)
	value, err := parse(r.body)
	if err != nil {
		return nil, refused
	}
	data, is := value.(*record)
	if !is {
		return nil, refused
	}
	listed, _ := data.get("responses")
	items, is := listed.([]any)
	if !is {
		return nil, refused
	}
	made := make([]*reply, len(requests))
	for _, item := range items {
		part, is := item.(*record)
		if !is {
			return nil, refused
		}
		id, _ := part.get("id")
		text, _ := id.(string)
		at, err := strconv.Atoi(text)
		if err != nil || at < 1 || at > len(requests) {
			continue
		}
		if made[at-1], err = batchReply(part); err != nil {
			return nil, err
		}
	}
	return made, nil
}

func batchReply(part *record) (*reply, error) {
	given, _ := part.get("status")
	digits, _ := given.(Number)
	status, err := strconv.Atoi(string(digits))
	if err != nil {
		return nil, fmt.Errorf("%w: one of a batch without a status", ErrUnexpectedAnswer)
	}
	made := &reply{status: status, headers: map[string]string{}}
	fields, _ := part.get("headers")
	if known, is := fields.(*record); is {
		for _, m := range known.members {
			if text, is := m.value.(string); is {
				made.headers[strings.ToLower(m.name)] = text
			}
		}
	}
	body, _ := part.get("body")
	text, isText := body.(string)
	kind := made.headers["content-type"]
	switch {
	case body == nil:
	case isText && !strings.Contains(kind, "json") && (kind == "" || strings.HasPrefix(kind, "text/")):
		made.body = []byte(text)
	case isText && !strings.Contains(kind, "json"):
		if made.body, err = parseBinary(text); err != nil {
			return nil, fmt.Errorf("%w: a binary one of a batch that is not base64", ErrUnexpectedAnswer)
		}
	default:
		made.body, err = write(body, nil)
	}
	return made, err
}
