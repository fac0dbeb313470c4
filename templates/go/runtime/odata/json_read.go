package odata

import (
	"bytes"
	"errors"
	"fmt"
	"unicode/utf16"
	"unicode/utf8"
)

// maxNesting is how deep JSON may nest before it is refused.
const maxNesting = 1000

// ErrJSON is what every error about JSON text wraps.
var ErrJSON = errors.New(label + "not JSON of the kind expected")

// parse reads a JSON text (RFC 8259) in UTF-8. Its errors give the place, never the text, which may hold
// secrets. A member named twice is refused: readers differ in which of the two counts (RFC 8259, section 4).
func parse(text []byte) (any, error) {
	text = bytes.TrimPrefix(text, []byte("\ufeff"))
	if !utf8.Valid(text) {
		return nil, fmt.Errorf("%w: the text is not UTF-8", ErrJSON)
	}
	p := parser{text: text}
	value, err := p.value(0)
	if err != nil {
		return nil, err
	}
	p.space()
	if p.at < len(p.text) {
		return nil, p.fail("something follows the value")
	}
	return value, nil
}

type parser struct {
	text []byte
	at   int
}

func (p *parser) fail(problem string) error {
	return fmt.Errorf("%w: %s at byte %d", ErrJSON, problem, p.at)
}

func (p *parser) space() {
	for p.at < len(p.text) {
		switch p.text[p.at] {
		case ' ', '\t', '\n', '\r':
			p.at++
		default:
			return
		}
	}
}

// peek gives the next byte after blanks, 0 at the end.
func (p *parser) peek() byte {
	p.space()
	if p.at < len(p.text) {
		return p.text[p.at]
	}
	return 0
}

func (p *parser) value(depth int) (any, error) {
	if depth > maxNesting {
		return nil, p.fail("nested too deeply")
	}
	switch c := p.peek(); {
	case c == '{':
		return p.object(depth)
	case c == '[':
		return p.array(depth)
	case c == '"':
		return p.quoted()
	case c == '-' || c >= '0' && c <= '9':
		return p.number()
	}
	switch {
	case p.word("true"):
		return true, nil
	case p.word("false"):
		return false, nil
	case p.word("null"):
		return nil, nil
	}
	return nil, p.fail("no value")
}

// word skips a word if it is next.
func (p *parser) word(word string) bool {
	if !bytes.HasPrefix(p.text[p.at:], []byte(word)) {
		return false
	}
	p.at += len(word)
	return true
}

func (p *parser) object(depth int) (any, error) {
	made := &record{}
	p.at++
	if p.peek() == '}' {
		p.at++
		return made, nil
	}
	for {
		if p.peek() != '"' {
			return nil, p.fail("no name")
		}
		name, err := p.quoted()
		if err != nil {
			return nil, err
		}
		if p.peek() != ':' {
			return nil, p.fail("no colon")
		}
		p.at++
		value, err := p.value(depth + 1)
		if err != nil {
			return nil, err
		}
		if made.find(name) >= 0 {
			return nil, p.fail("a member that was there already")
		}
		made.set(name, value)
		switch p.peek() {
		case ',':
			p.at++
		case '}':
			p.at++
			return made, nil
		default:
			return nil, p.fail("no comma")
		}
	}
}

func (p *parser) array(depth int) (any, error) {
	made := []any{}
	p.at++
	if p.peek() == ']' {
		p.at++
		return made, nil
	}
	for {
		value, err := p.value(depth + 1)
		if err != nil {
			return nil, err
		}
		made = append(made, value)
		switch p.peek() {
		case ',':
			p.at++
		case ']':
			p.at++
			return made, nil
		default:
			return nil, p.fail("no comma")
		}
	}
}

func (p *parser) digits() bool {
	start := p.at
	for p.at < len(p.text) && p.text[p.at] >= '0' && p.text[p.at] <= '9' {
		p.at++
	}
	return p.at > start
}

func (p *parser) skip(options string) bool {
	if p.at < len(p.text) && bytes.IndexByte([]byte(options), p.text[p.at]) >= 0 {
		p.at++
		return true
	}
	return false
}

func (p *parser) number() (any, error) {
	start := p.at
	p.skip("-")
	if !p.skip("0") && !p.digits() {
		return nil, p.fail("no digit")
	}
	if p.skip(".") && !p.digits() {
		return nil, p.fail("no digit")
	}
	if p.skip("eE") {
		p.skip("+-")
		if !p.digits() {
			return nil, p.fail("no digit")
		}
	}
	return Number(p.text[start:p.at]), nil
}

// quoted reads a string; the next byte is its quote.
func (p *parser) quoted() (string, error) {
	p.at++
	start := p.at
	for p.at < len(p.text) {
		switch c := p.text[p.at]; {
		case c == '"':
			p.at++
			return string(p.text[start : p.at-1]), nil
		case c == '\\':
			return p.escaped(start)
		case c < 0x20:
			return "", p.fail("a control character in a string")
		}
		p.at++
	}
	return "", p.fail("a string without end")
}

var escapes = map[byte]byte{
	'"': '"', '\\': '\\', '/': '/', 'b': '\b', 'f': '\f', 'n': '\n', 'r': '\r', 't': '\t',
}

// escaped goes on with a string that began at start and has escapes from here.
func (p *parser) escaped(start int) (string, error) {
	made := append([]byte(nil), p.text[start:p.at]...)
	for p.at < len(p.text) {
		c := p.text[p.at]
		p.at++
		switch {
		case c == '"':
			return string(made), nil
		case c < 0x20:
			return "", p.fail("a control character in a string")
		case c != '\\':
			made = append(made, c)
		case p.at < len(p.text) && p.text[p.at] == 'u':
			p.at++
			unit, err := p.hex()
			if err != nil {
				return "", err
			}
			made = appendUnit(made, p.pair(unit))
		case p.at < len(p.text) && escapes[p.text[p.at]] != 0:
			made = append(made, escapes[p.text[p.at]])
			p.at++
		default:
			return "", p.fail("an unknown escape")
		}
	}
	return "", p.fail("a string without end")
}

// pair joins a first surrogate with the second one that follows.
func (p *parser) pair(unit rune) rune {
	if unit < 0xd800 || unit > 0xdbff || !bytes.HasPrefix(p.text[p.at:], []byte(`\u`)) {
		return unit
	}
	back := p.at
	p.at += 2
	second, err := p.hex()
	if err == nil {
		if joined := utf16.DecodeRune(unit, second); joined != utf8.RuneError {
			return joined
		}
	}
	p.at = back
	return unit
}

func (p *parser) hex() (rune, error) {
	var unit rune
	for range [4]struct{}{} {
		if p.at >= len(p.text) {
			return 0, p.fail("a short escape")
		}
		digit := bytes.IndexByte([]byte("0123456789abcdef"), p.text[p.at]|0x20)
		if digit < 0 || p.text[p.at] < '0' {
			return 0, p.fail("a malformed escape")
		}
		unit = unit<<4 | rune(digit)
		p.at++
	}
	return unit, nil
}

// appendUnit appends a rune. A surrogate alone is kept as the three bytes that UTF-8 forbids, so that it
// can be written again as it came.
func appendUnit(made []byte, unit rune) []byte {
	if unit >= 0xd800 && unit <= 0xdfff {
		return append(made, 0xe0|byte(unit>>12), 0x80|byte(unit>>6&0x3f), 0x80|byte(unit&0x3f))
	}
	return utf8.AppendRune(made, unit)
}
