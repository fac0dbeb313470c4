package odata

import (
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// Values as OData 1 to 3 write them: literals of URLs ([MS-ODATA], section 2.2.2) and verbose JSON (2.2.6.3). `wire` is
// the name that the older version has for a type: Edm.DateTime for a moment without an offset, Edm.Time for a duration.

const (
	localTime = "Edm.DateTime"
	timeOfDay = "Edm.Time"
)

var (
	ticksPattern = regexp.MustCompile(`^/Date\((-?[0-9]{1,17})([+-][0-9]{1,4})?\)/$`)
	localPattern = regexp.MustCompile(`^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]+)?)?$`)
	datePattern  = regexp.MustCompile(`^[0-9]{4}-[0-9]{2}-[0-9]{2}$`)
	numberText   = regexp.MustCompile(`^-?(0|[1-9][0-9]{0,39})(\.[0-9]{1,40})?([eE][+-]?[0-9]{1,4})?$`)
	wholeText    = regexp.MustCompile(`^-?(0|[1-9][0-9]{0,18})$`)
	clockLength  = regexp.MustCompile(`^PT(?:([0-9]{1,6})H)?(?:([0-9]{1,6})M)?(?:([0-9]{1,6})(\.[0-9]+)?S)?$`)
	suffixes     = map[string]string{"Edm.Int64": "L", "Edm.Decimal": "M", "Edm.Double": "d", "Edm.Single": "f"}
	// todayNames are the types of 4.01 by those that are called otherwise there.
	todayNames = map[string]string{localTime: "Edm.DateTimeOffset", timeOfDay: "Edm.Duration"}
)

const (
	firstSecond = -62_135_596_800 // of the year 1
	lastSecond  = 253_402_300_799 // of the year 9999
	secondsADay = 86_400
)

// olderLiteral gives the literal of a value that is there as the text which 4.01 has for it, checked.
func olderLiteral(text, wire string) urlLiteral {
	switch wire {
	case localTime:
		return urlLiteral{"datetime", localText(text), true}
	case "Edm.DateTimeOffset":
		return urlLiteral{"datetimeoffset", text, true}
	case timeOfDay, "Edm.Duration":
		return urlLiteral{"time", clockText(text), true}
	case "Edm.Guid":
		return urlLiteral{"guid", text, true}
	case "Edm.Binary":
		content, _ := parseBinary(text)
		return urlLiteral{"X", strings.ToUpper(hex.EncodeToString(content)), true}
	}
	switch {
	case wire == "Edm.String" || !strings.HasPrefix(wire, "Edm."):
		return urlLiteral{"", strings.ReplaceAll(text, "'", "''"), true}
	case text == "NaN" || strings.HasSuffix(text, "INF"):
		return urlLiteral{text: text}
	}
	return urlLiteral{text: text + suffixes[wire]}
}

// valueSent gives a primitive JSON value of 4.01 as the version has it.
func (v Version) valueSent(value any, wire string) any {
	if digits, is := value.(Number); is && (wire == "Edm.Int64" || wire == "Edm.Decimal") {
		return digits.String()
	}
	text, is := value.(string)
	if !is {
		return value
	}
	switch wire {
	case localTime:
		if v.hasTimesAsText() {
			return localText(text)
		}
		return ticksText(text, false)
	case "Edm.DateTimeOffset":
		if v.hasTimesAsText() {
			return text
		}
		return ticksText(text, true)
	case timeOfDay, "Edm.Duration":
		return clockText(text)
	case "Edm.Binary":
		if content, err := parseBinary(text); err == nil {
			return base64.StdEncoding.EncodeToString(content)
		}
	}
	return value
}

// valueAnswered gives a primitive JSON value of an older version as 4.01 has it, whose type is called typeName there.
// What is none of the type stays as it is: reading the property says so. It fails for a moment that no calendar has.
func valueAnswered(value any, typeName, wire string) (any, error) {
	text, is := value.(string)
	if !is {
		return value, nil
	}
	if suffixes[wire] != "" {
		return numberAnswered(text, wire), nil
	}
	if wire != localTime && wire != "Edm.DateTimeOffset" {
		return value, nil
	}
	if found := ticksPattern.FindStringSubmatch(text); found != nil {
		ticks, _ := strconv.ParseInt(found[1], 10, 64)
		offset, _ := strconv.Atoi(found[2])
		moment, err := momentOf(ticks, offset)
		if err != nil {
			return nil, err
		}
		text = moment
	} else if localPattern.MatchString(text) {
		text += "Z"
	}
	if typeName == "Edm.Date" && len(text) > 10 {
		text = text[:10]
	}
	return text, nil
}

// numberAnswered reads a number that stands as text: with the suffix of a literal, or without.
func numberAnswered(text, wire string) any {
	plain := text
	if last := len(text) - 1; last > 0 && strings.EqualFold(text[last:], suffixes[wire]) {
		plain = text[:last]
	}
	pattern := numberText
	if wire == "Edm.Int64" {
		pattern = wholeText
	}
	if pattern.MatchString(plain) {
		return Number(plain)
	}
	return text
}

// momentOf gives the moment at which a clock of that offset shows the ticks: what .NET, Olingo and datajs mean by them.
func momentOf(milliseconds int64, minutes int) (string, error) {
	shown := time.UnixMilli(milliseconds).UTC()
	if shown.Unix() < firstSecond || shown.Unix() > lastSecond || minutes <= -1440 || minutes >= 1440 {
		return "", fmt.Errorf("%w: a time that no calendar has", ErrUnexpectedAnswer)
	}
	moment := shown.Add(-time.Duration(minutes) * time.Minute).In(time.FixedZone("", minutes*60))
	return FormatTime(moment), nil
}

// readMoment gives the moment that a text of 4.01 stands for; of a date its beginning.
func readMoment(text string) (time.Time, error) {
	if datePattern.MatchString(text) {
		text += "T00:00:00Z"
	}
	return ParseTime(text)
}

// localText gives a moment without its offset, in universal time.
func localText(text string) string {
	moment, err := readMoment(text)
	if err != nil {
		return text
	}
	return moment.UTC().Format("2006-01-02T15:04:05.999999999")
}

func ticksText(text string, withOffset bool) string {
	moment, err := readMoment(text)
	if err != nil {
		return text
	}
	if !withOffset {
		return fmt.Sprintf("/Date(%d)/", moment.UnixMilli())
	}
	_, seconds := moment.Zone()
	return fmt.Sprintf("/Date(%d%+05d)/", moment.UnixMilli()+int64(seconds)*1000, seconds/60)
}

// clockText gives a duration of less than a day with all its parts: services of SAP take no other form.
func clockText(text string) string {
	found := clockLength.FindStringSubmatch(text)
	if found == nil {
		return text
	}
	total := number(found[1])*3600 + number(found[2])*60 + number(found[3])
	if total >= secondsADay {
		return text
	}
	return fmt.Sprintf("PT%02dH%02dM%02d%sS", total/3600, total/60%60, total%60, found[4])
}
