package odata

import (
	"encoding/base64"
	"fmt"
	"strconv"
	"strings"
)

// jsonBatch is a batch as one JSON object (OData JSON Format 4.01, section 19).
type jsonBatch struct{}

func (jsonBatch) accepts() string { return jsonType }

func (jsonBatch) content(adapter *RequestAdapter, parts []BatchPart) ([]byte, string, error) {
	items := make([]any, len(parts))
	for at, part := range parts {
		item, err := batchItem(adapter, part.Request)
		if err != nil {
			return nil, "", err
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
	text, err := write(content, nil)
	return text, jsonType, err
}

func batchItem(adapter *RequestAdapter, request *RequestInformation) (*record, error) {
	path, checked, err := batchLine(adapter, request)
	if err != nil {
		return nil, err
	}
	item := &record{}
	item.set("method", request.Method)
	item.set("url", path)
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

// replies gives the answers in the order of the requests; the service may give them in any.
func (jsonBatch) replies(parts []BatchPart, r *reply) ([]*reply, error) {
	value, err := parse(r.body)
	if err != nil {
		return nil, errNoBatch
	}
	data, is := value.(*record)
	if !is {
		return nil, errNoBatch
	}
	listed, _ := data.get("responses")
	items, is := listed.([]any)
	if !is {
		return nil, errNoBatch
	}
	made := make([]*reply, len(parts))
	for _, item := range items {
		part, is := item.(*record)
		if !is {
			return nil, errNoBatch
		}
		id, _ := part.get("id")
		text, _ := id.(string)
		at, err := strconv.Atoi(text)
		if err != nil || at < 1 || at > len(parts) {
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
