package ecma

import (
	"errors"
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf16"
)

const (
	maxNesting = 50
	maxRepeats = 2_000
)

// errUnsupported: the pattern is malformed, or more than can be matched in bounded time.
var errUnsupported = errors.New("ecma: unsupported pattern")

// accepts says whether a character is one of those that a part of a pattern stands for.
type accepts func(character rune) bool

// node is one of anyOf, assertion, look, sequence, alternation and repeat.
type node interface{}

type (
	// anyOf is one character that is accepted.
	anyOf struct{ accepts accepts }
	// assertion is one of ^, $, \b as 'b' and \B as 'B'.
	assertion struct{ kind rune }
	// look is a look-ahead.
	look struct {
		inner   node
		negated bool
	}
	sequence    struct{ items []node }
	alternation struct{ branches []node }
	// repeat is least to most times; most -1 is without end.
	repeat struct {
		inner       node
		least, most int
	}
)

var (
	quantifier = regexp.MustCompile(`^\{([0-9]+)(,([0-9]*))?\}`)
	category   = regexp.MustCompile(`^\{(?:General_Category=|gc=)?([A-Za-z_]+)\}`)

	longCategories = map[string]string{
		"Letter": "L", "Lowercase_Letter": "Ll", "Uppercase_Letter": "Lu", "Mark": "M", "Number": "N",
		"Decimal_Number": "Nd", "Punctuation": "P", "Symbol": "S", "Separator": "Z", "Space_Separator": "Zs",
	}
	// The major categories and, behind each, what refines it.
	categories = map[string]string{
		"L": "ultmo", "M": "nce", "N": "dlo", "P": "cdseifo", "S": "mcko", "Z": "slp", "C": "cfson",
	}
	controls = map[rune]rune{'t': '\t', 'n': '\n', 'v': '\v', 'f': '\f', 'r': '\r', '0': 0}
	classes  = map[rune]accepts{
		'd': isDigit, 'D': not(isDigit), 'w': isWord, 'W': not(isWord), 's': isSpace, 'S': not(isSpace),
	}
)

// isWord says whether \w matches: ASCII letters, digits and the underscore.
func isWord(c rune) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_'
}

func isDigit(c rune) bool { return c >= '0' && c <= '9' }

func isLineEnd(c rune) bool { return c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029' }

func isSpace(c rune) bool {
	return strings.ContainsRune("\t\v\f \u00a0\ufeff", c) || isLineEnd(c) || unicode.Is(unicode.Zs, c)
}

func not(accepted accepts) accepts { return func(c rune) bool { return !accepted(c) } }

func only(wanted rune) accepts { return func(c rune) bool { return c == wanted } }

// parse gives the tree of a pattern; errUnsupported where it is not of the dialect handled here.
func parse(pattern string) (made node, err error) {
	p := parser{text: []rune(pattern)}
	defer func() {
		if problem := recover(); problem != nil {
			if problem != errUnsupported {
				panic(problem)
			}
			made, err = nil, errUnsupported
		}
	}()
	made = p.alternation(0)
	if p.at < len(p.text) {
		unsupported()
	}
	return made, nil
}

// unsupported gives up on a pattern; parse recovers.
func unsupported() { panic(errUnsupported) }

// parser is a reader with one position, which only moves on.
type parser struct {
	text []rune
	at   int
}

// end is what peek gives at the end.
const end rune = -1

func (p *parser) peek() rune {
	if p.at < len(p.text) {
		return p.text[p.at]
	}
	return end
}

func (p *parser) take() rune {
	if p.at >= len(p.text) {
		unsupported()
	}
	p.at++
	return p.text[p.at-1]
}

func (p *parser) startsWith(text string) bool {
	wanted := []rune(text)
	return len(p.text)-p.at >= len(wanted) && string(p.text[p.at:p.at+len(wanted)]) == text
}

func (p *parser) skip(text string) bool {
	found := p.startsWith(text)
	if found {
		p.at += len([]rune(text))
	}
	return found
}

func (p *parser) alternation(nesting int) node {
	if nesting > maxNesting {
		unsupported()
	}
	branches := []node{p.sequence(nesting)}
	for p.skip("|") {
		branches = append(branches, p.sequence(nesting))
	}
	if len(branches) == 1 {
		return branches[0]
	}
	return alternation{branches}
}

func (p *parser) sequence(nesting int) node {
	var items []node
	for c := p.peek(); c != end && c != '|' && c != ')'; c = p.peek() {
		items = append(items, p.quantified(p.term(nesting)))
	}
	return sequence{items}
}

func (p *parser) term(nesting int) node {
	switch c := p.take(); c {
	case '^', '$':
		return assertion{c}
	case '(':
		return p.group(nesting)
	case '[':
		return anyOf{p.characterClass()}
	case '.':
		return anyOf{not(isLineEnd)}
	case '\\':
		if next := p.peek(); next == 'b' || next == 'B' {
			return assertion{p.take()}
		}
		return anyOf{p.escape(false)}
	case '*', '+', '?':
		unsupported()
		return nil
	default:
		return anyOf{only(c)}
	}
}

func (p *parser) group(nesting int) node {
	ahead, negated := false, false
	switch {
	case p.skip("?="):
		ahead = true
	case p.skip("?!"):
		ahead, negated = true, true
	case p.skip("?<"):
		if next := p.peek(); next == '=' || next == '!' {
			unsupported()
		}
		for p.take() != '>' {
		}
	case p.skip("?:"):
	case p.peek() == '?':
		unsupported()
	}
	inner := p.alternation(nesting + 1)
	if !p.skip(")") {
		unsupported()
	}
	if ahead {
		return look{inner, negated}
	}
	return inner
}

func (p *parser) quantified(inner node) node {
	least, most := 0, -1
	switch {
	case p.skip("*"):
	case p.skip("+"):
		least = 1
	case p.skip("?"):
		most = 1
	default:
		found := quantifier.FindStringSubmatch(string(p.text[p.at:min(len(p.text), p.at+64)]))
		if found == nil {
			return inner
		}
		p.at += len(found[0])
		if len(found[1]) > 6 || len(found[3]) > 6 {
			unsupported()
		}
		least, _ = strconv.Atoi(found[1])
		if found[2] == "" {
			most = least
		} else if found[3] != "" {
			most, _ = strconv.Atoi(found[3])
		}
	}
	if _, is := inner.(assertion); is {
		unsupported()
	}
	if least > maxRepeats || most >= 0 && (most < least || most > maxRepeats) {
		unsupported()
	}
	p.skip("?")
	if next := p.peek(); next == '*' || next == '+' || next == '?' {
		unsupported()
	}
	return repeat{inner, least, most}
}

// escape gives what a backslash, already taken, and what follows it accept.
func (p *parser) escape(inClass bool) accepts {
	c := p.peek()
	if class, is := classes[c]; is {
		p.at++
		return class
	}
	if p.isCategory() {
		p.at++
		if c == 'P' {
			return not(p.category())
		}
		return p.category()
	}
	return only(p.escapedCharacter(inClass))
}

func (p *parser) isCategory() bool { return p.startsWith("p{") || p.startsWith("P{") }

func (p *parser) escapedCharacter(inClass bool) rune {
	c := p.take()
	control, isControl := controls[c]
	switch {
	case c == 'b' && inClass:
		return '\b'
	case c == '0' && unicode.Is(unicode.Nd, p.peek()):
		unsupported()
	case isControl:
		return control
	case unicode.Is(unicode.Nd, c) || c == 'k':
		unsupported()
	case c == 'c':
		letter := p.take()
		if !(letter >= 'a' && letter <= 'z' || letter >= 'A' && letter <= 'Z') {
			unsupported()
		}
		return letter % 32
	case c == 'x':
		return p.codePoint(2)
	case c == 'u':
		return p.unicodeEscape()
	}
	return c
}

func (p *parser) unicodeEscape() rune {
	if p.skip("{") {
		var digits []rune
		for c := p.take(); c != '}'; c = p.take() {
			digits = append(digits, c)
		}
		return character(string(digits))
	}
	first := p.codePoint(4)
	if first >= 0xd800 && first <= 0xdbff && p.skip(`\u`) {
		second := p.codePoint(4)
		if second < 0xdc00 || second > 0xdfff {
			unsupported()
		}
		return utf16.DecodeRune(first, second)
	}
	return first
}

func (p *parser) codePoint(length int) rune {
	if p.at+length > len(p.text) {
		unsupported()
	}
	p.at += length
	return character(string(p.text[p.at-length : p.at]))
}

func character(digits string) rune {
	value, err := strconv.ParseUint(digits, 16, 32)
	if err != nil || len(digits) > 6 || value > 0x10ffff || strings.ContainsAny(digits, "+_") {
		unsupported()
	}
	return rune(value)
}

func (p *parser) category() accepts {
	found := category.FindStringSubmatch(string(p.text[p.at:min(len(p.text), p.at+64)]))
	if found == nil {
		unsupported()
	}
	p.at += len([]rune(found[0]))
	name := found[1]
	if short, is := longCategories[name]; is {
		name = short
	}
	minors, known := categories[name[:1]]
	if !known || len(name) > 2 || len(name) == 2 && !strings.Contains(minors, name[1:]) {
		unsupported()
	}
	return inCategory(name)
}

// assigned are the categories of all characters that Unicode has given a meaning.
var assigned = []*unicode.RangeTable{
	unicode.L, unicode.M, unicode.N, unicode.P, unicode.S, unicode.Z, unicode.Cc, unicode.Cf, unicode.Co, unicode.Cs,
}

// others are those of them in the major category C.
var others = assigned[6:]

func inCategory(name string) accepts {
	switch name {
	case "Cn":
		return func(c rune) bool { return !unicode.In(c, assigned...) }
	case "C":
		return func(c rune) bool { return unicode.In(c, others...) || !unicode.In(c, assigned...) }
	}
	table := unicode.Categories[name]
	return func(c rune) bool { return unicode.Is(table, c) }
}

func (p *parser) characterClass() accepts {
	negated := p.skip("^")
	singles := map[rune]bool{}
	var ranges [][2]rune
	var kinds []accepts
	for !p.skip("]") {
		low := p.classItem(&kinds)
		if p.peek() == '-' && !p.startsWith("-]") {
			p.at++
			high := p.classItem(&kinds)
			switch {
			case low == end || high == end:
				for _, each := range []rune{low, '-', high} {
					if each != end {
						singles[each] = true
					}
				}
			case low > high:
				unsupported()
			default:
				ranges = append(ranges, [2]rune{low, high})
			}
		} else if low != end {
			singles[low] = true
		}
	}
	return func(c rune) bool {
		found := singles[c]
		for at := 0; !found && at < len(ranges); at++ {
			found = ranges[at][0] <= c && c <= ranges[at][1]
		}
		for at := 0; !found && at < len(kinds); at++ {
			found = kinds[at](c)
		}
		return found != negated
	}
}

// classItem gives the next character of a class; end when it was a class escape, now among kinds.
func (p *parser) classItem(kinds *[]accepts) rune {
	c := p.take()
	if c != '\\' {
		return c
	}
	if _, is := classes[p.peek()]; is || p.isCategory() {
		*kinds = append(*kinds, p.escape(true))
		return end
	}
	return p.escapedCharacter(true)
}
