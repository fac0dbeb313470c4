package odata

import (
	"encoding/base64"
	"math/big"
	"net/netip"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// finding is a broken rule and what to say of it.
type finding struct {
	rule    Rule
	message string
}

var integerRanges = map[string][2]int64{
	"Edm.Byte":  {0, 255},
	"Edm.SByte": {-1 << 7, 1<<7 - 1},
	"Edm.Int16": {-1 << 15, 1<<15 - 1},
	"Edm.Int32": {-1 << 31, 1<<31 - 1},
	"Edm.Int64": {-1 << 63, 1<<63 - 1},
}

var (
	integerText = regexp.MustCompile(`^[+-]?[0-9]{1,19}$`)
	decimalText = regexp.MustCompile(`^[+-]?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]{1,9})?$`)
	dateText    = regexp.MustCompile(`^(-?)([0-9]{4}|[1-9][0-9]{4,5})-([0-9]{2})-([0-9]{2})$`)
	offsetText  = regexp.MustCompile(`^((?s:.+?))([zZ]|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])$`)
	lengthText  = regexp.MustCompile(
		`^([+-]?)P(?:([0-9]{1,15})D)?` +
			`(?:T(?:([0-9]{1,15})H)?(?:([0-9]{1,15})M)?(?:([0-9]{1,15})(?:\.([0-9]{1,15}))?S)?)?$`)
	base64Text = regexp.MustCompile(`^[A-Za-z0-9+/_-]*={0,2}$`)
	notInURL   = regexp.MustCompile(`[\x00-\x20\x7f<>"\\]`)
	schemeText = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9+.-]*:`)
	hostText   = regexp.MustCompile(`^[^\s/?#@\[\]:%]+$`)

	largestSingle = largest(128, 104)
	largestDouble = largest(1024, 970)
)

// largest is 2 to the high less 2 to the low: the largest number that a float of that size holds.
func largest(high, low uint) decimal {
	one := big.NewInt(1)
	made, _ := decimalOf(new(big.Int).Sub(new(big.Int).Lsh(one, high), new(big.Int).Lsh(one, low)).String())
	return made
}

func isSpecial(text string) bool { return text == "INF" || text == "-INF" || text == "NaN" }

// checkLiteral gives what keeps a value, which is not null, from being one of a primitive type (OData JSON
// Format 4.01, section 7.1); nil when nothing does. The literals are those of the OData ABNF 4.01. A type
// that is not known here has no values that could be wrong.
func checkLiteral(typeName string, value any, floating bool) *finding {
	text, isText := value.(string)
	number, isNumber := value.(Number)
	switch {
	case typeName == "Edm.Untyped":
		return nil
	case typeName == "Edm.PrimitiveType":
		switch value.(type) {
		case *record, []any, Model:
			return &finding{RuleWrongType, "a primitive value is expected"}
		}
		return nil
	case typeName == "Edm.Boolean":
		if _, is := value.(bool); !is {
			return &finding{RuleWrongType, "true or false is expected"}
		}
		return nil
	case typeName == "Edm.Decimal":
		return checkDecimal(text, isText, isNumber, floating)
	case typeName == "Edm.Double" || typeName == "Edm.Single":
		return checkFloat(typeName, text, number, isNumber)
	case strings.HasPrefix(typeName, "Edm.Geography") || strings.HasPrefix(typeName, "Edm.Geometry"):
		problem := checkGeo(typeName, value)
		if problem == "" {
			return nil
		}
		if _, is := value.(*record); is {
			return &finding{RuleFormat, problem}
		}
		return &finding{RuleWrongType, problem}
	}
	if _, is := integerRanges[typeName]; is {
		return checkInteger(typeName, text, isText, number, isNumber)
	}
	if !isText {
		return &finding{RuleWrongType, "text is expected for " + typeName}
	}
	return checkText(typeName, text)
}

func checkInteger(typeName, text string, isText bool, number Number, isNumber bool) *finding {
	limits := integerRanges[typeName]
	expected := &finding{RuleWrongType, "a whole number is expected for " + typeName}
	switch {
	case isText && typeName != "Edm.Int64":
		return expected
	case isText && !integerText.MatchString(text):
		return &finding{RuleFormat, "the text is no whole number"}
	case !isText && !isNumber:
		return expected
	case isNumber:
		text = number.String()
	}
	found, ok := decimalOf(text)
	if !ok || found.exponent < 0 {
		return expected
	}
	if whole, fits := found.int64(); !fits || whole < limits[0] || whole > limits[1] {
		low, high := strconv.FormatInt(limits[0], 10), strconv.FormatInt(limits[1], 10)
		return &finding{RuleOutOfRange, typeName + " goes from " + low + " to " + high}
	}
	return nil
}

func checkDecimal(text string, isText, isNumber, floating bool) *finding {
	switch {
	case isText && isSpecial(text) && floating:
		return nil
	case isText && isSpecial(text):
		return &finding{RuleFormat, "only a decimal with floating scale can be INF, -INF or NaN"}
	case isText && !decimalText.MatchString(text):
		return &finding{RuleFormat, "the text is no decimal number"}
	case !isText && !isNumber:
		return &finding{RuleWrongType, "a number is expected for Edm.Decimal"}
	}
	return nil
}

func checkFloat(typeName, text string, number Number, isNumber bool) *finding {
	if isSpecial(text) {
		return nil
	}
	found, ok := decimalOf(number.String())
	if !isNumber || !ok {
		return &finding{RuleWrongType, "a number is expected for " + typeName + ", or INF, -INF or NaN"}
	}
	found.negative = false
	limit := largestDouble
	if typeName == "Edm.Single" {
		limit = largestSingle
	}
	if found.compare(limit) > 0 {
		return &finding{RuleOutOfRange, "the number is too large for " + typeName}
	}
	return nil
}

func checkText(typeName, text string) *finding {
	ok, problem := true, ""
	switch typeName {
	case "Edm.Guid":
		ok, problem = uuidPattern.MatchString(text), "the text is no GUID"
	case "Edm.Date":
		ok, problem = isDate(text), "the text is no date as in 2026-01-31"
	case "Edm.DateTimeOffset":
		ok = isDateTimeOffset(text)
		problem = "the text is no date and time with offset as in 2026-01-31T12:00:00Z"
	case "Edm.Duration":
		ok = isDuration(text)
		problem = "the text is no duration in days, hours, minutes and seconds as in P1DT2H"
	case "Edm.TimeOfDay":
		ok, problem = clockPattern.MatchString(text), "the text is no time of day as in 12:00:00"
	case "Edm.Binary":
		_, ok = decodeBase64(text)
		problem = "the text is neither base64 nor base64url"
	}
	if ok {
		return nil
	}
	return &finding{RuleFormat, problem}
}

func isDate(text string) bool {
	found := dateText.FindStringSubmatch(text)
	if found == nil {
		return false
	}
	year, month, day := number(found[2]), number(found[3]), number(found[4])
	if found[1] != "" {
		year = -year
	}
	moment := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	return month >= 1 && month <= 12 && day >= 1 && moment.Day() == day && int(moment.Month()) == month
}

// splitMoment gives the date, the time and the offset of a date and time.
func splitMoment(text string) (day, clock, offset string, ok bool) {
	found := offsetText.FindStringSubmatch(text)
	if found == nil {
		return "", "", "", false
	}
	day, clock, ok = strings.Cut(strings.ReplaceAll(found[1], "t", "T"), "T")
	return day, clock, found[2], ok
}

func isDateTimeOffset(text string) bool {
	day, clock, _, ok := splitMoment(text)
	return ok && isDate(day) && clockPattern.MatchString(clock)
}

func isDuration(text string) bool {
	return lengthText.MatchString(text) && !strings.HasSuffix(text, "P") && !strings.HasSuffix(text, "T")
}

// decodeBase64 gives the bytes that base64 or base64url text (RFC 4648, sections 4 and 5) stands for.
// Padding may be left out; where it is given it has to be right.
func decodeBase64(text string) ([]byte, bool) {
	if !base64Text.MatchString(text) {
		return nil, false
	}
	body := strings.TrimRight(text, "=")
	padding := len(text) - len(body)
	if len(body)%4 == 1 || padding != 0 && padding != (4-len(body)%4)%4 {
		return nil, false
	}
	made, err := base64.RawStdEncoding.DecodeString(standardAlphabet.Replace(body))
	return made, err == nil
}

// isURLReference says whether text is a URI reference (RFC 3986, section 4.1): of any scheme, or relative.
// Letters outside of ASCII may stand as they are. With the scheme http or https there is a host.
func isURLReference(text string) bool {
	if notInURL.MatchString(text) {
		return false
	}
	web, rest := false, text
	if scheme := schemeText.FindString(text); scheme != "" {
		rest = text[len(scheme):]
		web = strings.EqualFold(scheme, "http:") || strings.EqualFold(scheme, "https:")
	}
	if !strings.HasPrefix(rest, "//") {
		return !web
	}
	authority := rest[2:]
	if end := strings.IndexAny(authority, "/?#"); end >= 0 {
		authority = authority[:end]
	}
	host, port, ok := splitAuthority(authority)
	if !ok || port != "" && !isPort(port) {
		return false
	}
	if !web {
		return true
	}
	named := strings.HasPrefix(host, "[") || hostText.MatchString(host)
	return named && (port == "" || strings.Trim(port, "0") != "")
}

// splitAuthority gives the host, with the brackets that it may have, and the port (RFC 3986, section 3.2).
func splitAuthority(authority string) (host, port string, ok bool) {
	host = authority[strings.LastIndexByte(authority, '@')+1:]
	if strings.HasPrefix(host, "[") {
		inner, after, closed := strings.Cut(host[1:], "]")
		port, found := strings.CutPrefix(after, ":")
		return "[" + inner + "]", port, closed && isIPLiteral(inner) && (found || after == "")
	}
	host, port, _ = strings.Cut(host, ":")
	return host, port, !strings.ContainsAny(authority, "[]")
}

func isPort(text string) bool {
	_, err := strconv.ParseUint(text, 10, 16)
	return err == nil && allDigits(text)
}

func isIPLiteral(text string) bool {
	address, err := netip.ParseAddr(text)
	if err == nil {
		return address.Is6()
	}
	return ipFuture.MatchString(text)
}

var ipFuture = regexp.MustCompile(`^[vV][0-9A-Fa-f]+\.[A-Za-z0-9._~!$&'()*+,;=:-]+$`)
