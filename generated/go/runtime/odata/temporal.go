package odata

import (
	"errors"
	"fmt"
	"math/big"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// DateOnly is an Edm.Date.
type DateOnly struct {
	Year  int
	Month time.Month
	Day   int
}

// TimeOnly is an Edm.TimeOfDay, exact to the nanosecond.
type TimeOnly struct{ Hour, Minute, Second, Nanosecond int }

// ISODuration is an Edm.Duration in days, hours, minutes and seconds, exact in all digits.
type ISODuration struct {
	Negative             bool
	Days, Hours, Minutes int64
	Seconds              int64
	// Fraction are the digits after the decimal point of the seconds.
	Fraction string
}

// UUID is an Edm.Guid.
type UUID [16]byte

var (
	timePattern = regexp.MustCompile(
		`^(\d{4}-\d\d-\d\d)[Tt](\d\d:\d\d)(?::(\d\d)(\.\d{1,12})?)?([Zz]|[+-]\d\d:\d\d)$`)
	clockPattern    = regexp.MustCompile(`^([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.(\d{1,12}))?)?$`)
	durationPattern = regexp.MustCompile(
		`^([+-])?P(?:(\d{1,15})D)?(?:T(?:(\d{1,15})H)?(?:(\d{1,15})M)?(?:(\d{1,15})(?:\.(\d{1,15}))?S)?)?$`)
	uuidPattern = regexp.MustCompile(`^[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$`)

	errTime     = errors.New(label + "the text is no date and time with offset as in 2026-01-31T12:00:00Z")
	errDate     = errors.New(label + "the text is no date as in 2026-01-31")
	errClock    = errors.New(label + "the text is no time of day as in 12:00:00")
	errDuration = errors.New(label + "the text is no duration as in P1DT2H")
	errUUID     = errors.New(label + "the text is no GUID")
)

// ParseTime reads an Edm.DateTimeOffset with the offset that it has. Digits of a second beyond the ninth are
// cut: the text on the wire keeps them. A leap second is the second after :59 (RFC 3339, section 5.6).
func ParseTime(text string) (time.Time, error) {
	found := timePattern.FindStringSubmatch(text)
	if found == nil {
		return time.Time{}, errTime
	}
	seconds, leap := found[3], time.Duration(0)
	switch seconds {
	case "":
		seconds = "00"
	case "60":
		seconds, leap = "59", time.Second
	}
	whole := found[1] + "T" + found[2] + ":" + seconds + found[4] + strings.ToUpper(found[5])
	moment, err := time.Parse(time.RFC3339Nano, whole)
	if err != nil {
		return time.Time{}, errTime
	}
	return moment.Add(leap), nil
}

// FormatTime writes an Edm.DateTimeOffset.
func FormatTime(moment time.Time) string { return moment.Format(time.RFC3339Nano) }

// ParseDateOnly reads an Edm.Date.
func ParseDateOnly(text string) (DateOnly, error) {
	moment, err := time.Parse(time.DateOnly, text)
	if err != nil {
		return DateOnly{}, errDate
	}
	return NewDateOnly(moment), nil
}

// NewDateOnly gives the date of a moment, in that moment's own offset.
func NewDateOnly(moment time.Time) DateOnly {
	return DateOnly{moment.Year(), moment.Month(), moment.Day()}
}

// Time gives midnight of the date in UTC.
func (d DateOnly) Time() time.Time { return time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, time.UTC) }

func (d DateOnly) String() string { return fmt.Sprintf("%04d-%02d-%02d", d.Year, int(d.Month), d.Day) }

// ParseTimeOnly reads an Edm.TimeOfDay. Digits of a second beyond the ninth are cut: the text on the wire
// keeps them.
func ParseTimeOnly(text string) (TimeOnly, error) {
	found := clockPattern.FindStringSubmatch(text)
	if found == nil {
		return TimeOnly{}, errClock
	}
	return TimeOnly{number(found[1]), number(found[2]), number(found[3]), nanoseconds(found[4])}, nil
}

func (t TimeOnly) String() string {
	text := fmt.Sprintf("%02d:%02d:%02d", t.Hour, t.Minute, t.Second)
	if t.Nanosecond != 0 {
		text += "." + strings.TrimRight(fmt.Sprintf("%09d", t.Nanosecond), "0")
	}
	return text
}

func number(digits string) int {
	value, _ := strconv.Atoi(digits)
	return value
}

func nanoseconds(fraction string) int {
	return number((fraction + "000000000")[:9])
}

// ParseISODuration reads an Edm.Duration.
func ParseISODuration(text string) (ISODuration, error) {
	found := durationPattern.FindStringSubmatch(text)
	if found == nil || strings.HasSuffix(text, "P") || strings.HasSuffix(text, "T") {
		return ISODuration{}, errDuration
	}
	part := func(at int) int64 {
		value, _ := strconv.ParseInt(found[at], 10, 64)
		return value
	}
	return ISODuration{found[1] == "-", part(2), part(3), part(4), part(5), found[6]}, nil
}

// NewISODuration gives the duration for one of Go's.
func NewISODuration(length time.Duration) ISODuration {
	made := ISODuration{Negative: length < 0}
	// The smallest duration has no positive counterpart that fits.
	exact := new(big.Int).Abs(big.NewInt(int64(length))).Uint64()
	whole, nanos := exact/1e9, exact%1e9
	made.Hours, made.Minutes, made.Seconds = int64(whole/3600), int64(whole/60%60), int64(whole%60)
	if nanos != 0 {
		made.Fraction = strings.TrimRight(fmt.Sprintf("%09d", nanos), "0")
	}
	return made
}

// Rat gives the length in seconds, exactly.
func (d ISODuration) Rat() *big.Rat {
	seconds := new(big.Int)
	for _, part := range [...][2]int64{{d.Days, 86400}, {d.Hours, 3600}, {d.Minutes, 60}, {d.Seconds, 1}} {
		seconds.Add(seconds, new(big.Int).Mul(big.NewInt(part[0]), big.NewInt(part[1])))
	}
	exact := new(big.Rat).SetInt(seconds)
	if fraction, ok := new(big.Rat).SetString("0." + d.Fraction + "0"); ok {
		exact.Add(exact, fraction)
	}
	if d.Negative {
		exact.Neg(exact)
	}
	return exact
}

// Duration gives the length as Go has it, cut to nanoseconds; false when it is longer than 290 years.
func (d ISODuration) Duration() (time.Duration, bool) {
	exact := d.Rat()
	exact.Mul(exact, new(big.Rat).SetInt64(int64(time.Second)))
	whole := new(big.Int).Quo(exact.Num(), exact.Denom())
	return time.Duration(whole.Int64()), whole.IsInt64()
}

func (d ISODuration) String() string {
	var days, clock string
	if d.Days != 0 {
		days = fmt.Sprintf("%dD", d.Days)
	}
	if d.Hours != 0 {
		clock += fmt.Sprintf("%dH", d.Hours)
	}
	if d.Minutes != 0 {
		clock += fmt.Sprintf("%dM", d.Minutes)
	}
	if d.Fraction != "" {
		clock += fmt.Sprintf("%d.%sS", d.Seconds, d.Fraction)
	} else if d.Seconds != 0 || days+clock == "" {
		clock += fmt.Sprintf("%dS", d.Seconds)
	}
	if clock != "" {
		clock = "T" + clock
	}
	if d.Negative {
		return "-P" + days + clock
	}
	return "P" + days + clock
}

// GUID is what setters and parameters of Edm.Guid take: a UUID, or that of github.com/google/uuid, or a pointer to
// either.
type GUID interface {
	String() string
	URN() string
}

// ParseUUID reads an Edm.Guid.
func ParseUUID(text string) (UUID, error) {
	var made UUID
	if !uuidPattern.MatchString(text) {
		return made, errUUID
	}
	digits := strings.ReplaceAll(text, "-", "")
	for at := range made {
		octet, _ := strconv.ParseUint(digits[2*at:2*at+2], 16, 8)
		made[at] = byte(octet)
	}
	return made, nil
}

// String gives the usual form in lower case.
func (u UUID) String() string {
	return fmt.Sprintf("%x-%x-%x-%x-%x", u[:4], u[4:6], u[6:8], u[8:10], u[10:])
}

// URN gives the form of RFC 9562, section 4: urn:uuid: and String.
func (u UUID) URN() string { return "urn:uuid:" + u.String() }

// UUIDs gives the GUIDs of another package, such as github.com/google/uuid, as those of this one.
func UUIDs[T ~[16]byte](values []T) []UUID {
	if values == nil {
		return nil
	}
	made := make([]UUID, len(values))
	for at, value := range values {
		made[at] = UUID(value)
	}
	return made
}
