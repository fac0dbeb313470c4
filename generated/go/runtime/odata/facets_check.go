package odata

import (
	"fmt"
	"math/big"
	"strings"
	"unicode/utf8"

	"github.com/microsoftgraph/msgraph-sdk-go/runtime/ecma"
)

// checkFacets gives what is wrong with a value that is a valid literal of the shape's primitive type.
func checkFacets(shape valueShape, value any) []finding {
	limits := shape.facets
	if limits == nil {
		return nil
	}
	var found []finding
	if text, is := value.(string); is {
		found = append(checkLength(shape.Type, limits, text), checkString(shape.Type, limits, text)...)
		if limits.Precision != nil && isTemporal(shape.Type) && fractionDigits(text) > *limits.Precision {
			found = append(found, finding{RulePrecision,
				fmt.Sprintf("at most %d fractional digits of a second are allowed", *limits.Precision)})
		}
	}
	if shape.Type == "Edm.Decimal" {
		found = append(found, checkDigits(limits, value)...)
	}
	found = append(found, checkInterval(shape.Type, limits, value)...)
	if limits.HasAllowedValues && !isAllowed(shape, value) {
		found = append(found, finding{RuleAllowedValues, "the value is none of those allowed"})
	}
	return found
}

// checkItems gives what is wrong with the number of a collection's items.
func checkItems(limits *Facets, count int) []finding {
	var found []finding
	if limits.MinItems != nil && count < *limits.MinItems {
		found = append(found, finding{RuleMinItems,
			fmt.Sprintf("%d items; at least %d are asked for", count, *limits.MinItems)})
	}
	if limits.MaxItems != nil && count > *limits.MaxItems {
		found = append(found, finding{RuleMaxItems,
			fmt.Sprintf("%d items; at most %d are allowed", count, *limits.MaxItems)})
	}
	return found
}

func isTemporal(typeName string) bool {
	return typeName == "Edm.DateTimeOffset" || typeName == "Edm.Duration" || typeName == "Edm.TimeOfDay"
}

func checkLength(typeName string, limits *Facets, text string) []finding {
	if limits.MaxLength == nil && limits.MinLength == nil {
		return nil
	}
	size, unit := 0, "characters"
	switch typeName {
	case "Edm.String":
		size = utf8.RuneCountInString(text)
	case "Edm.Binary":
		data, _ := decodeBase64(text)
		size, unit = len(data), "bytes"
	}
	if limits.MinLength != nil && size < *limits.MinLength {
		return []finding{{RuleMinLength, fmt.Sprintf("%d %s; at least %d are asked for", size, unit, *limits.MinLength)}}
	}
	if limits.MaxLength == nil || size <= *limits.MaxLength {
		return nil
	}
	return []finding{{RuleMaxLength, fmt.Sprintf("%d %s; at most %d are allowed", size, unit, *limits.MaxLength)}}
}

func checkString(typeName string, limits *Facets, text string) []finding {
	if typeName != "Edm.String" {
		return nil
	}
	var found []finding
	if limits.Pattern != nil {
		matched, known := ecma.Match(*limits.Pattern, text)
		if !known {
			found = append(found, finding{RulePatternSkipped, "the declared pattern cannot be checked in bounded time"})
		} else if !matched {
			found = append(found, finding{RulePattern, "the text does not match the declared pattern"})
		}
	}
	if limits.IsURL && !isURLReference(text) {
		found = append(found, finding{RuleURL, "the text is no URL, neither absolute nor relative"})
	}
	if limits.IsBase64 {
		if _, ok := decodeBase64(text); !ok {
			found = append(found, finding{RuleBase64, "the text is neither base64 nor base64url"})
		}
	}
	return found
}

// fractionDigits is how many digits the seconds' fraction of a temporal literal has, trailing zeros aside.
func fractionDigits(text string) int {
	_, fraction, _ := strings.Cut(text, ".")
	digits := fraction[:len(fraction)-len(strings.TrimLeft(fraction, "0123456789"))]
	return len(strings.TrimRight(digits, "0"))
}

func checkDigits(limits *Facets, value any) []finding {
	number, ok := orderKey("Edm.Decimal", value)
	if !ok || number.infinite != 0 {
		return nil
	}
	digits := int64(len(number.digits))
	left, right := max(0, digits+number.exponent), max(0, -number.exponent)
	if digits == 0 {
		left, right = 0, 0
	}
	precision, scale := int64(-1), int64(-1)
	if limits.Precision != nil {
		precision = int64(*limits.Precision)
	}
	if limits.Scale != nil {
		scale = int64(*limits.Scale)
	}
	var found []finding
	say := func(rule Rule, most int64, what string) {
		found = append(found, finding{rule, fmt.Sprintf("at most %d %s are allowed", most, what)})
	}
	if limits.FloatingScale {
		if precision >= 0 && digits > precision {
			say(RulePrecision, precision, "significant digits")
		}
		return found
	}
	if scale >= 0 && right > scale {
		say(RuleScale, scale, "fractional digits")
	}
	switch {
	case precision < 0:
	case scale >= 0 && left > precision-scale:
		say(RulePrecision, precision-scale, "digits before the decimal point")
	case scale < 0 && left+right > precision:
		say(RulePrecision, precision, "digits")
	}
	return found
}

func checkInterval(typeName string, limits *Facets, value any) []finding {
	if limits.Minimum == nil && limits.Maximum == nil && limits.MultipleOf == "" {
		return nil
	}
	key, ok := orderKey(typeName, value)
	if !ok {
		return nil
	}
	var found []finding
	if low, ok := limitKey(typeName, limits.Minimum); ok {
		switch order := key.compare(low); {
		case order < 0:
			found = append(found, finding{RuleMinimum, fmt.Sprintf("the minimum is %v", limits.Minimum.Value)})
		case order == 0 && limits.Minimum.Exclusive:
			found = append(found, finding{RuleMinimum,
				fmt.Sprintf("the value must be above %v", limits.Minimum.Value)})
		}
	}
	if high, ok := limitKey(typeName, limits.Maximum); ok {
		switch order := key.compare(high); {
		case order > 0:
			found = append(found, finding{RuleMaximum, fmt.Sprintf("the maximum is %v", limits.Maximum.Value)})
		case order == 0 && limits.Maximum.Exclusive:
			found = append(found, finding{RuleMaximum,
				fmt.Sprintf("the value must be below %v", limits.Maximum.Value)})
		}
	}
	if unit, ok := decimalOf(limits.MultipleOf); ok && key.infinite == 0 && !isMultiple(key.decimal, unit) {
		found = append(found, finding{RuleMultipleOf, "the value must be a multiple of " + limits.MultipleOf})
	}
	return found
}

func limitKey(typeName string, bound *Bound) (order, bool) {
	if bound == nil {
		return order{}, false
	}
	return orderKey(typeName, bound.Value)
}

func isMultiple(number, unit decimal) bool {
	if unit.isZero() || unit.negative || number.isZero() {
		return true
	}
	low := min(number.exponent, unit.exponent)
	if max(number.adjusted(), unit.adjusted())-low > 1000 {
		return true // Too far apart to be written out; nothing is claimed.
	}
	return new(big.Int).Mod(number.integer(low), unit.integer(low)).Sign() == 0
}

// isAllowed says whether a value, nil for null, is one of the allowed ones; numbers and times compare as
// such.
func isAllowed(shape valueShape, value any) bool {
	for _, allowed := range shape.limits().AllowedValues {
		if isSame(shape.Type, value, allowed) {
			return true
		}
	}
	return false
}

func isSame(typeName string, value, allowed any) bool {
	_, isBool := value.(bool)
	if isBool || value == nil || allowed == nil {
		return value == allowed
	}
	mine, ok := orderKey(typeName, value)
	theirs, also := orderKey(typeName, allowed)
	if ok && also {
		return mine.compare(theirs) == 0
	}
	text, isText := value.(string)
	other, alsoText := allowed.(string)
	if typeName == "Edm.Guid" && isText && alsoText {
		return strings.EqualFold(text, other)
	}
	return isText && alsoText && text == other
}
