package odata

import (
	"bytes"
	"compress/gzip"
	"errors"
	"testing"
	"time"
)

func TestHugeExponentsAreToldAtOnce(t *testing.T) {
	start := time.Now()
	text := []byte(`{"age":1e1000000000,"@odata.count":1e999999999,"id":"1"}`)
	value, err := readModel(&reply{status: 200, body: text}, &personTable)
	if err != nil {
		t.Fatal(err)
	}
	if Get(value.(Model), "age", EdmInt32) != nil || Get(value.(Model), "@odata.count", EdmInt64) != nil {
		t.Error("a number that does not fit was read")
	}
	found, err := ValidateJSON("t.person", text, OperationAnswer)
	if err != nil || len(found) != 1 || found[0].Pointer != "/age" {
		t.Error(found, err)
	}
	if _, err := readCount(&reply{status: 200, body: []byte("1e1000000")}); !errors.Is(err, ErrUnexpectedAnswer) {
		t.Error(err)
	}
	if pause, asked := retryAfter("1e1000000", time.Now()); asked {
		t.Error(pause)
	}
	if spent := time.Since(start); spent > 2*time.Second {
		t.Error(spent)
	}
}

func TestWhatFollowsAGzipStreamIsRefused(t *testing.T) {
	var made bytes.Buffer
	packer := gzip.NewWriter(&made)
	_, _ = packer.Write([]byte(`{}`))
	_ = packer.Close()
	whole := made.Bytes()
	if body, err := readBody(bytes.NewReader(whole), "gzip"); err != nil || string(body) != `{}` {
		t.Error(string(body), err)
	}
	for _, text := range [][]byte{append(bytes.Clone(whole), "more"...), whole[:len(whole)-3]} {
		if _, err := readBody(bytes.NewReader(text), "gzip"); !errors.Is(err, ErrUnexpectedAnswer) {
			t.Error(err)
		}
	}
	many := bytes.Repeat(packed(t, bytes.Repeat([]byte("0"), 1<<20)), 8)
	if _, err := readBody(bytes.NewReader(many), "gzip"); !errors.Is(err, ErrTooLarge) {
		t.Error(err)
	}
}

func packed(t *testing.T, text []byte) []byte {
	t.Helper()
	var made bytes.Buffer
	packer := gzip.NewWriter(&made)
	if _, err := packer.Write(text); err != nil {
		t.Fatal(err)
	}
	if err := packer.Close(); err != nil {
		t.Fatal(err)
	}
	return made.Bytes()
}
