package odata

import (
	"fmt"
	"math"
	"math/big"
	"strconv"
	"strings"
)

// Decimal is an Edm.Decimal, exactly: its digits are kept as they are written.
type Decimal struct{ text string }

// ParseDecimal reads a decimal number, INF, -INF or NaN.
func ParseDecimal(text string) (Decimal, error) {
	switch text {
	case "INF", "-INF", "NaN":
		return Decimal{text}, nil
	}
	if _, ok := decimalOf(text); !ok {
		return Decimal{}, fmt.Errorf(label + "the text is no decimal number")
	}
	return Decimal{text}, nil
}

// NewDecimal gives the decimal with the shortest text that stands for value.
func NewDecimal(value float64) Decimal {
	switch {
	case math.IsNaN(value):
		return Decimal{"NaN"}
	case math.IsInf(value, 0):
		return Decimal{infinity(value > 0)}
	}
	return Decimal{strconv.FormatFloat(value, 'f', -1, 64)}
}

// String gives the number's text, 0 for the zero value.
func (d Decimal) String() string {
	if d.text == "" {
		return "0"
	}
	return d.text
}

// Float64 gives the nearest float.
func (d Decimal) Float64() float64 {
	number, _ := strconv.ParseFloat(d.String(), 64)
	return number
}

// Rat gives the number exactly, or nil for INF, -INF, NaN and exponents beyond 10,000.
func (d Decimal) Rat() *big.Rat {
	number, ok := decimalOf(d.String())
	if !ok || number.exponent > 10000 || number.exponent < -10000 {
		return nil
	}
	exact, _ := new(big.Rat).SetString(d.String())
	return exact
}

func (d Decimal) wire() any {
	if number := strings.TrimPrefix(d.String(), "+"); isJSONNumber(number) {
		return Number(number)
	}
	return d.String()
}

func isJSONNumber(text string) bool {
	value, err := parse([]byte(text))
	_, is := value.(Number)
	return err == nil && is
}

// decimal is a finite number for comparisons: sign, digits without zeros around them, and the exponent of
// the last one. Nothing is ever written out, so that 1e999999 costs no more than 1.
type decimal struct {
	negative bool
	digits   string
	exponent int64
}

// decimalOf reads [+-]digits[.digits][e[+-]digits], where either side of the point may be missing.
func decimalOf(text string) (decimal, bool) {
	var made decimal
	rest := text
	if rest != "" && (rest[0] == '-' || rest[0] == '+') {
		made.negative = rest[0] == '-'
		rest = rest[1:]
	}
	if mark := strings.IndexAny(rest, "eE"); mark >= 0 {
		power := strings.TrimLeft(rest[mark+1:], "+-")
		if power == "" || len(power) > 9 || !allDigits(power) || len(rest[mark+1:])-len(power) > 1 {
			return decimal{}, false
		}
		made.exponent, _ = strconv.ParseInt(rest[mark+1:], 10, 64)
		rest = rest[:mark]
	}
	whole, fraction, _ := strings.Cut(rest, ".")
	if whole+fraction == "" || !allDigits(whole) || !allDigits(fraction) {
		return decimal{}, false
	}
	made.exponent -= int64(len(fraction))
	digits := strings.TrimLeft(whole+fraction, "0")
	made.digits = strings.TrimRight(digits, "0")
	made.exponent += int64(len(digits) - len(made.digits))
	if made.digits == "" {
		return decimal{}, true
	}
	return made, true
}

func allDigits(text string) bool {
	for at := 0; at < len(text); at++ {
		if text[at] < '0' || text[at] > '9' {
			return false
		}
	}
	return true
}

func (d decimal) isZero() bool { return d.digits == "" }

// adjusted is the exponent of the first digit.
func (d decimal) adjusted() int64 { return d.exponent + int64(len(d.digits)) - 1 }

// compare gives -1, 0 or 1.
func (d decimal) compare(other decimal) int {
	switch {
	case d.isZero() && other.isZero():
		return 0
	case d.isZero():
		return sign(other.negative)
	case other.isZero() || d.negative != other.negative:
		return -sign(d.negative)
	}
	found := strings.Compare(d.digits, other.digits)
	if d.adjusted() != other.adjusted() {
		found = 1
		if d.adjusted() < other.adjusted() {
			found = -1
		}
	}
	return found * -sign(d.negative)
}

// sign is 1 for a negative number: how zero compares with it.
func sign(negative bool) int {
	if negative {
		return 1
	}
	return -1
}

// int64 gives the number if it is whole and fits.
func (d decimal) int64() (int64, bool) {
	if d.isZero() {
		return 0, true
	}
	if d.exponent < 0 || d.adjusted() > 18 {
		return 0, false
	}
	text := d.digits + strings.Repeat("0", int(d.exponent))
	if d.negative {
		text = "-" + text
	}
	number, err := strconv.ParseInt(text, 10, 64)
	return number, err == nil
}

// integer gives how often 10 to the power goes into the number.
func (d decimal) integer(power int64) *big.Int {
	made, _ := new(big.Int).SetString("0"+d.digits+strings.Repeat("0", int(d.exponent-power)), 10)
	return made
}
