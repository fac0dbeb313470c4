package odata

import (
	"bufio"
	"bytes"
	"crypto/rand"
	"encoding/hex"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"net/textproto"
	"regexp"
	"strconv"
	"strings"
)

// multipartBatch is a batch as a message of parts (OData Protocol 4.01, section 11.7.7); a group is a change set,
// which is a part of parts.
type multipartBatch struct{}

const multipartType = "multipart/mixed"

var statusLine = regexp.MustCompile(`^HTTP/[0-9](?:\.[0-9])? +([1-9][0-9]{2})(?: |$)`)

func (multipartBatch) accepts() string { return multipartType }

func (multipartBatch) content(adapter *RequestAdapter, parts []BatchPart) ([]byte, string, error) {
	boundary, err := newBoundary()
	if err != nil {
		return nil, "", err
	}
	var made bytes.Buffer
	for at := 0; at < len(parts); {
		members := together(parts[at:])
		into, begin, end := &made, "--"+boundary+"\r\n", ""
		if parts[at].Group != "" {
			// No boundary begins as another does: services may look for the beginning alone.
			inner := fmt.Sprintf("changes_%d_%s", at, boundary)
			made.WriteString(begin + "Content-Type: " + multipartType + "; boundary=" + inner + "\r\n\r\n")
			begin, end = "--"+inner+"\r\n", "--"+inner+"--\r\n\r\n"
		}
		for offset, part := range members {
			into.WriteString(begin)
			if err := writeBatchRequest(into, adapter, part, at+offset+1); err != nil {
				return nil, "", err
			}
		}
		into.WriteString(end)
		at += len(members)
	}
	made.WriteString("--" + boundary + "--\r\n")
	return made.Bytes(), multipartType + "; boundary=" + boundary, nil
}

// newBoundary gives a line that no body can hold but by a chance of nothing.
func newBoundary() (string, error) {
	var random [16]byte
	if _, err := rand.Read(random[:]); err != nil {
		return "", err
	}
	return "batch_" + hex.EncodeToString(random[:]), nil
}

// together gives the first part with those that succeed or fail with it.
func together(parts []BatchPart) []BatchPart {
	count := 1
	for parts[0].Group != "" && count < len(parts) && parts[count].Group == parts[0].Group {
		count++
	}
	return parts[:count]
}

func writeBatchRequest(into *bytes.Buffer, adapter *RequestAdapter, part BatchPart, number int) error {
	path, headers, err := batchLine(adapter, part.Request)
	if err != nil {
		return err
	}
	request := part.Request
	if part.Group != "" && request.Method == "GET" {
		return fmt.Errorf("%w: a group of a batch holds changes, no GET", ErrArgument)
	}
	if !methodName.MatchString(request.Method) {
		return fmt.Errorf("%w: a request's method is a word", ErrArgument)
	}
	into.WriteString("Content-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n")
	fmt.Fprintf(into, "Content-ID: %d\r\n\r\n%s %s HTTP/1.1\r\n", number, request.Method, path)
	for _, name := range sortedKeys(headers) {
		into.WriteString(name + ": " + headers[name] + "\r\n")
	}
	if len(request.Content) > 0 {
		fmt.Fprintf(into, "content-length: %d\r\n", len(request.Content))
	}
	into.WriteString("\r\n")
	into.Write(request.Content)
	into.WriteString("\r\n")
	return nil
}

var methodName = regexp.MustCompile(`^[A-Za-z]+$`)

// replies gives the answers in the order of the requests, in which they come; in a change set Content-ID says whose
// they are. A change set that failed has one answer, which is that of each of its requests.
func (multipartBatch) replies(parts []BatchPart, r *reply) ([]*reply, error) {
	answers, err := batchSections(r.headers["content-type"], r.body)
	if err != nil {
		return nil, err
	}
	made := make([]*reply, len(parts))
	for at := 0; at < len(parts) && len(answers) > 0; answers = answers[1:] {
		members := together(parts[at:])
		if err := readUnit(answers[0], made[at:at+len(members)], at+1); err != nil {
			return nil, err
		}
		at += len(members)
	}
	return made, nil
}

// batchSection is one part of a message of parts.
type batchSection struct {
	headers textproto.MIMEHeader
	body    []byte
}

func (s batchSection) kind() string { return s.headers.Get("Content-Type") }

// readUnit reads the answers to requests that succeed or fail together, the first of which has that number.
func readUnit(section batchSection, into []*reply, number int) (err error) {
	if !strings.HasPrefix(strings.ToLower(section.kind()), "multipart/") {
		one, err := batchAnswer(section)
		for at := range into {
			into[at] = one
		}
		return err
	}
	inner, err := batchSections(section.kind(), section.body)
	if err != nil {
		return err
	}
	for at, each := range inner {
		place := at
		if id, err := strconv.Atoi(each.headers.Get("Content-Id")); err == nil {
			place = id - number
		}
		if place < 0 || place >= len(into) {
			continue
		}
		if into[place], err = batchAnswer(each); err != nil {
			return err
		}
	}
	return nil
}

func batchSections(contentType string, body []byte) ([]batchSection, error) {
	kind, parameters, err := mime.ParseMediaType(contentType)
	if err != nil || !strings.HasPrefix(kind, "multipart/") || parameters["boundary"] == "" {
		return nil, errNoBatch
	}
	reader := multipart.NewReader(bytes.NewReader(body), parameters["boundary"])
	var made []batchSection
	for {
		part, err := reader.NextRawPart()
		if err == io.EOF {
			return made, nil
		}
		if err != nil {
			return nil, errNoBatch
		}
		content, err := io.ReadAll(part)
		if err != nil {
			return nil, errNoBatch
		}
		made = append(made, batchSection{part.Header, content})
	}
}

// batchAnswer reads status line, header fields and body.
func batchAnswer(section batchSection) (*reply, error) {
	text := bufio.NewReader(bytes.NewReader(bytes.TrimLeft(section.body, "\r\n")))
	lines := textproto.NewReader(text)
	line, err := lines.ReadLine()
	found := statusLine.FindStringSubmatch(line)
	if found == nil || err != nil && err != io.EOF {
		return nil, fmt.Errorf("%w: one of a batch without a status", ErrUnexpectedAnswer)
	}
	fields, err := lines.ReadMIMEHeader()
	if err != nil && err != io.EOF {
		return nil, fmt.Errorf("%w: one of a batch with broken header fields", ErrUnexpectedAnswer)
	}
	made := &reply{status: number(found[1]), headers: map[string]string{}}
	for name, values := range fields {
		made.headers[strings.ToLower(name)] = strings.Join(values, ", ")
	}
	made.body, err = io.ReadAll(text)
	return made, err
}
