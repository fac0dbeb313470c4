package odata

import (
	"fmt"
	"math/big"
	"strings"
	"time"
)

// order is where a value stands in the order of its type; infinite is -1 or 1 for INF.
type order struct {
	decimal
	infinite int
}

func (o order) compare(other order) int {
	if o.infinite != 0 || other.infinite != 0 {
		return o.infinite - other.infinite
	}
	return o.decimal.compare(other.decimal)
}

// orderKey says where a valid value stands in the order of its type, or false where there is no such order.
//
// Numbers stand for themselves, durations and times of day for their seconds, dates for their day, points in
// time for the seconds since the year 0.
func orderKey(typeName string, value any) (order, bool) {
	text, isText := value.(string)
	switch typeName {
	case "Edm.Date", "Edm.DateTimeOffset", "Edm.TimeOfDay", "Edm.Duration":
		if !isText || checkText(typeName, text) != nil {
			return order{}, false
		}
		return temporalKey(typeName, text), true
	}
	if number, is := value.(Number); is {
		made, ok := decimalOf(number.String())
		return order{decimal: made}, ok
	}
	if !isText {
		return order{}, false
	}
	switch text {
	case "INF":
		return order{infinite: 1}, true
	case "-INF":
		return order{infinite: -1}, true
	}
	_, isInteger := integerRanges[typeName]
	if !isInteger && typeName != "Edm.Decimal" && typeName != "Edm.Double" && typeName != "Edm.Single" {
		return order{}, false
	}
	made, ok := decimalOf(text)
	return order{decimal: made}, ok
}

// fraction is how many digits of a second count: a literal has no more.
const fraction = 15

func temporalKey(typeName, text string) order {
	switch typeName {
	case "Edm.Date":
		return seconds(big.NewInt(dayNumber(text)*86400), "", false)
	case "Edm.TimeOfDay":
		whole, digits := secondsOfDay(text)
		return seconds(big.NewInt(whole), digits, false)
	case "Edm.Duration":
		return durationKey(text)
	}
	day, clock, offset, _ := splitMoment(text)
	whole, digits := secondsOfDay(clock)
	whole += dayNumber(day) * 86400
	if !strings.EqualFold(offset, "z") {
		shift, _ := secondsOfDay(offset[1:])
		if offset[0] == '+' {
			shift = -shift
		}
		whole += shift
	}
	return seconds(big.NewInt(whole), digits, false)
}

// seconds gives whole seconds and the digits after them.
func seconds(whole *big.Int, digits string, negative bool) order {
	padded, _ := new(big.Int).SetString((digits + strings.Repeat("0", fraction))[:fraction], 10)
	unit := new(big.Int).Exp(big.NewInt(10), big.NewInt(fraction), nil)
	total := padded.Add(padded, new(big.Int).Mul(whole, unit))
	if negative {
		total.Neg(total)
	}
	made, _ := decimalOf(fmt.Sprintf("%se-%d", total, fraction))
	return order{decimal: made}
}

func dayNumber(text string) int64 {
	found := dateText.FindStringSubmatch(text)
	year := int64(number(found[2]))
	if found[1] != "" {
		year = -year
	}
	// The calendar repeats every 400 years.
	cycles, within := year/400, year%400
	if within < 0 {
		cycles, within = cycles-1, within+400
	}
	day := time.Date(2000+int(within), time.Month(number(found[3])), number(found[4]), 0, 0, 0, 0, time.UTC)
	return cycles*146097 + day.Unix()/86400
}

func secondsOfDay(text string) (int64, string) {
	found := clockPattern.FindStringSubmatch(text)
	return int64(3600*number(found[1]) + 60*number(found[2]) + number(found[3])), found[4]
}

func durationKey(text string) order {
	found := lengthText.FindStringSubmatch(text)
	whole := new(big.Int)
	for at, unit := range map[int]int64{2: 86400, 3: 3600, 4: 60, 5: 1} {
		part, _ := new(big.Int).SetString("0"+found[at], 10)
		whole.Add(whole, part.Mul(part, big.NewInt(unit)))
	}
	return seconds(whole, found[6], found[1] == "-")
}
