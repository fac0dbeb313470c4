package odata

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"io"
	"strings"
)

// maxItem bounds one item of a stream.
const maxItem = 64 << 20

// Items gives what an answer holds, item by item as it comes. It is an iterator for `for item, err := range`, and an
// iter.Seq2; after an error it ends.
func Items[T any](ctx context.Context, b RequestBuilder, request *RequestInformation, err error) func(yield func(T, error) bool) {
	return func(yield func(T, error) bool) {
		var none T
		if err := streamItems(ctx, b, request, err, func(value any) bool {
			item, _ := value.(T)
			return yield(item, nil)
		}); err != nil {
			yield(none, err)
		}
	}
}

func streamItems(ctx context.Context, b RequestBuilder, request *RequestInformation, err error, each func(any) bool) error {
	if err != nil {
		return err
	}
	made := *request
	made.streams = true
	got, err := b.place.adapter.exchange(ctx, &made)
	if err != nil {
		return err
	}
	defer got.Close()
	answer := request.call.fitting(got)
	if answer == nil || !answer.Form.isStream() {
		return fmt.Errorf("%w: no stream of items", ErrUnexpectedAnswer)
	}
	source := got.stream()
	next := lineItems(source, answer.Form)
	if answer.Form == FormEvents {
		next = eventItems(source, answer.Payload)
	}
	for {
		raw, err := next()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		value, ok := answer.Read(raw)
		if !ok {
			return fmt.Errorf("%w: an item of the stream has another type", ErrUnexpectedAnswer)
		}
		if !each(value) {
			return nil
		}
	}
}

// textLines reads lines that end with CR, LF or both; an end of file ends the last one.
type textLines struct {
	source *bufio.Reader
	size   int
	after  bool
}

func (l *textLines) next() (string, error) {
	var made []byte
	for {
		c, err := l.source.ReadByte()
		if err == io.EOF && len(made) > 0 {
			return string(made), nil
		}
		if err != nil {
			return "", err
		}
		wasReturn := l.after
		l.after = c == '\r'
		switch {
		case c == '\n' && wasReturn && len(made) == 0:
			continue
		case c == '\n' || c == '\r':
			return string(made), nil
		}
		if made = append(made, c); len(made) > maxItem {
			return "", fmt.Errorf("%w: an item of a stream", ErrTooLarge)
		}
	}
}

// lineItems gives the JSON value of each line, or behind each record separator.
func lineItems(source io.Reader, form Form) func() (any, error) {
	reader := bufio.NewReader(source)
	end := byte('\n')
	if form == FormSequence {
		end = 0x1e
	}
	return func() (any, error) {
		for {
			text, err := bounded(reader, end)
			text = bytes.Trim(text, "\x1e \t\r\n")
			if len(text) == 0 {
				if err != nil {
					return nil, err
				}
				continue
			}
			if err != nil && err != io.EOF {
				return nil, err
			}
			value, err := parse(text)
			if err != nil {
				return nil, fmt.Errorf("%w: an item of the stream: %w", ErrUnexpectedAnswer, err)
			}
			return value, nil
		}
	}
}

// bounded reads up to a byte.
func bounded(reader *bufio.Reader, end byte) ([]byte, error) {
	var made []byte
	for {
		part, err := reader.ReadSlice(end)
		if made = append(made, part...); len(made) > maxItem {
			return nil, fmt.Errorf("%w: an item of a stream", ErrTooLarge)
		}
		if err != bufio.ErrBufferFull {
			return made, err
		}
	}
}

// eventItems gives what each event says (HTML, section 9.2.6). One without data is none.
func eventItems(source io.Reader, payload Payload) func() (any, error) {
	lines := &textLines{source: bufio.NewReader(source)}
	first := true
	return func() (any, error) {
		fields := &record{}
		var data []string
		size := 0
		for {
			line, err := lines.next()
			if err != nil {
				return nil, err
			}
			if first {
				line, first = strings.TrimPrefix(line, "\ufeff"), false
			}
			if line == "" {
				if data == nil {
					fields = &record{}
					continue
				}
				return eventValue(fields, strings.Join(data, "\n"), payload)
			}
			name, value, _ := strings.Cut(line, ":")
			value = strings.TrimPrefix(value, " ")
			if size += len(line); size > maxItem {
				return nil, fmt.Errorf("%w: an item of a stream", ErrTooLarge)
			}
			switch name {
			case "data":
				data = append(data, value)
			case "event", "id":
				fields.set(name, value)
			case "retry":
				if value != "" && allDigits(value) {
					fields.set(name, Number(strings.TrimLeft(value[:len(value)-1], "0")+value[len(value)-1:]))
				}
			}
		}
	}
}

func eventValue(fields *record, data string, payload Payload) (any, error) {
	switch payload {
	case PayloadText:
		return data, nil
	case PayloadFields:
		fields.set("data", data)
		return fields, nil
	}
	value, err := parse([]byte(data))
	if err != nil {
		return nil, fmt.Errorf("%w: an item of the stream: %w", ErrUnexpectedAnswer, err)
	}
	return value, nil
}
