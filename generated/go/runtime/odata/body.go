package odata

import (
	"bufio"
	"bytes"
	"compress/flate"
	"compress/gzip"
	"compress/zlib"
	"fmt"
	"io"
	"strings"
)

const (
	// maxBytes is the largest answer, decompressed; larger files are to be read in ranges.
	maxBytes = 512 << 20
	// maxRatio is how far an answer above freeBytes may inflate; JSON stays far below.
	maxRatio  = 100
	freeBytes = 4 << 20
)

// counted counts what is read.
type counted struct {
	source io.Reader
	taken  int64
}

func (c *counted) Read(into []byte) (int, error) {
	n, err := c.source.Read(into)
	c.taken += int64(n)
	return n, err
}

// readBody gives an answer's body, decompressed within bounds: a small compressed answer must not fill the
// memory.
func readBody(source io.Reader, encoding string) ([]byte, error) {
	raw := &counted{source: source}
	reader, compressed, err := inflater(raw, strings.ToLower(strings.TrimSpace(encoding)))
	if err != nil || reader == nil {
		return nil, err
	}
	var made bytes.Buffer
	for {
		n, err := io.CopyN(&made, reader, 64<<10)
		size := int64(made.Len())
		if size > maxBytes {
			return nil, fmt.Errorf("%w: more than %d bytes", ErrTooLarge, maxBytes)
		}
		if compressed && size > max(freeBytes, maxRatio*raw.taken) {
			return nil, fmt.Errorf("%w: it inflates more than %d times", ErrTooLarge, maxRatio)
		}
		if err == io.EOF && n < 64<<10 {
			return made.Bytes(), nil
		}
		if err != nil && compressed {
			return nil, fmt.Errorf("%w: broken compression: %w", ErrUnexpectedAnswer, err)
		}
		if err != nil {
			return nil, err
		}
	}
}

// inflater gives a reader of the decompressed bytes, nil when there are none at all.
func inflater(raw io.Reader, encoding string) (io.Reader, bool, error) {
	if encoding == "" || encoding == "identity" {
		return raw, false, nil
	}
	buffered := bufio.NewReader(raw)
	head, err := buffered.Peek(1)
	if err == io.EOF {
		return bytes.NewReader(nil), false, nil
	}
	if err != nil {
		return nil, false, err
	}
	var made io.Reader
	switch {
	case encoding == "gzip" || encoding == "x-gzip":
		made, err = gzip.NewReader(buffered)
	case encoding == "deflate" && head[0]&0x0f == 8:
		made, err = zlib.NewReader(buffered)
	case encoding == "deflate":
		made = flate.NewReader(buffered) // without the zlib wrapper
	default:
		return nil, false, fmt.Errorf("%w: an encoding that was not asked for", ErrUnexpectedAnswer)
	}
	if err != nil {
		return nil, false, fmt.Errorf("%w: broken compression: %w", ErrUnexpectedAnswer, err)
	}
	return made, true, nil
}

const jsonType = "application/json"

func isJSON(contentType string) bool {
	kind, _, _ := strings.Cut(strings.ToLower(contentType), ";")
	kind = strings.TrimSpace(kind)
	return kind == jsonType || strings.HasSuffix(kind, "+json")
}
