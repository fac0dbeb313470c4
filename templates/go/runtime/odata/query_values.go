package odata

import "time"

// TextExpr is a text.
type TextExpr struct{ ValueExpr[string] }

// StartsWith holds where the text starts with another.
func (t TextExpr) StartsWith(text string) Condition { return called[Condition]("startswith", t, text) }

// EndsWith holds where the text ends with another.
func (t TextExpr) EndsWith(text string) Condition { return called[Condition]("endswith", t, text) }

// Contains holds where another is in the text.
func (t TextExpr) Contains(text string) Condition { return called[Condition]("contains", t, text) }

// MatchesPattern holds where the text matches a regular expression of ECMAScript.
func (t TextExpr) MatchesPattern(pattern string) Condition {
	return called[Condition]("matchesPattern", t, pattern)
}

// Concat is the text with another behind it.
func (t TextExpr) Concat(text string) TextExpr { return called[TextExpr]("concat", t, text) }

// IndexOf is where another starts in the text, counted from 0, or -1.
func (t TextExpr) IndexOf(text string) NumberExpr[int32] {
	return called[NumberExpr[int32]]("indexof", t, text)
}

// Length is how many characters the text has.
func (t TextExpr) Length() NumberExpr[int32] { return called[NumberExpr[int32]]("length", t) }

// ToLower is the text in small letters.
func (t TextExpr) ToLower() TextExpr { return called[TextExpr]("tolower", t) }

// ToUpper is the text in capitals.
func (t TextExpr) ToUpper() TextExpr { return called[TextExpr]("toupper", t) }

// Trim is the text without blanks around it.
func (t TextExpr) Trim() TextExpr { return called[TextExpr]("trim", t) }

// Substring is the text from a character on.
func (t TextExpr) Substring(start int) TextExpr { return called[TextExpr]("substring", t, start) }

// SubstringOf is so many characters of the text, from one on.
func (t TextExpr) SubstringOf(start, length int) TextExpr {
	return called[TextExpr]("substring", t, start, length)
}

// NumberExpr is a number, which is compared and calculated with a T.
type NumberExpr[T any] struct{ ValueExpr[T] }

// Calculation is how two numbers become one.
type Calculation int

// The calculations (OData URL Conventions 4.01, section 5.1.1.2).
const (
	Plus Calculation = iota
	Minus
	Times
	DividedBy
	Modulo
)

var calculations = [...]struct {
	word  string
	level int
}{{"add", bindsSum}, {"sub", bindsSum}, {"mul", bindsProduct}, {"div", bindsProduct}, {"mod", bindsProduct}}

// Calculate calculates with another expression.
func (n NumberExpr[T]) Calculate(by Calculation, other Expr) NumberExpr[T] {
	found := calculations[by]
	return exprOf[NumberExpr[T]](&infixNode{found.word, found.level, true, n.part, other.queryNode()})
}

func (n NumberExpr[T]) with(by Calculation, value T) NumberExpr[T] {
	return n.Calculate(by, expr{literalNode{value, kindOf[T]()}})
}

// Add is the sum with a value.
func (n NumberExpr[T]) Add(value T) NumberExpr[T] { return n.with(Plus, value) }

// Sub is the difference from a value.
func (n NumberExpr[T]) Sub(value T) NumberExpr[T] { return n.with(Minus, value) }

// Mul is the product with a value.
func (n NumberExpr[T]) Mul(value T) NumberExpr[T] { return n.with(Times, value) }

// Div is the quotient by a value.
func (n NumberExpr[T]) Div(value T) NumberExpr[T] { return n.with(DividedBy, value) }

// Mod is the remainder of a division by a value.
func (n NumberExpr[T]) Mod(value T) NumberExpr[T] { return n.with(Modulo, value) }

// Neg is the number with the other sign.
func (n NumberExpr[T]) Neg() NumberExpr[T] {
	return exprOf[NumberExpr[T]](&prefixNode{"-", n.part})
}

// Round is the nearest whole number.
func (n NumberExpr[T]) Round() NumberExpr[T] { return called[NumberExpr[T]]("round", n) }

// Floor is the nearest whole number that is not greater.
func (n NumberExpr[T]) Floor() NumberExpr[T] { return called[NumberExpr[T]]("floor", n) }

// Ceiling is the nearest whole number that is not less.
func (n NumberExpr[T]) Ceiling() NumberExpr[T] { return called[NumberExpr[T]]("ceiling", n) }

type part = NumberExpr[int32]

// DateExpr is a date.
type DateExpr struct{ ValueExpr[DateOnly] }

// Year is the year.
func (d DateExpr) Year() NumberExpr[int32] { return called[part]("year", d) }

// Month is the month.
func (d DateExpr) Month() NumberExpr[int32] { return called[part]("month", d) }

// Day is the day of the month.
func (d DateExpr) Day() NumberExpr[int32] { return called[part]("day", d) }

// TimeOfDayExpr is a time of the day.
type TimeOfDayExpr struct{ ValueExpr[TimeOnly] }

// Hour is the hour.
func (t TimeOfDayExpr) Hour() NumberExpr[int32] { return called[part]("hour", t) }

// Minute is the minute.
func (t TimeOfDayExpr) Minute() NumberExpr[int32] { return called[part]("minute", t) }

// Second is the second.
func (t TimeOfDayExpr) Second() NumberExpr[int32] { return called[part]("second", t) }

// TimeExpr is a date and time.
type TimeExpr struct{ ValueExpr[time.Time] }

// Now is the time of the service.
func Now() TimeExpr { return Function[TimeExpr]("now") }

// Date is the date.
func (t TimeExpr) Date() DateExpr { return called[DateExpr]("date", t) }

// Time is the time of the day.
func (t TimeExpr) Time() TimeOfDayExpr { return called[TimeOfDayExpr]("time", t) }

// TotalOffsetMinutes is how far from UTC the time is.
func (t TimeExpr) TotalOffsetMinutes() NumberExpr[int32] {
	return called[part]("totaloffsetminutes", t)
}

// Year is the year.
func (t TimeExpr) Year() NumberExpr[int32] { return called[part]("year", t) }

// Month is the month.
func (t TimeExpr) Month() NumberExpr[int32] { return called[part]("month", t) }

// Day is the day of the month.
func (t TimeExpr) Day() NumberExpr[int32] { return called[part]("day", t) }

// Hour is the hour.
func (t TimeExpr) Hour() NumberExpr[int32] { return called[part]("hour", t) }

// Minute is the minute.
func (t TimeExpr) Minute() NumberExpr[int32] { return called[part]("minute", t) }

// Second is the second.
func (t TimeExpr) Second() NumberExpr[int32] { return called[part]("second", t) }

// DurationExpr is a length of time.
type DurationExpr struct{ ValueExpr[ISODuration] }

// TotalSeconds is how many seconds it has.
func (d DurationExpr) TotalSeconds() NumberExpr[Decimal] {
	return called[NumberExpr[Decimal]]("totalseconds", d)
}

// EnumExpr is a value of an enumeration.
type EnumExpr[E any] struct {
	expr
	kind string
}

func enumOf[E any](part queryNode, kind string) EnumExpr[E] { return EnumExpr[E]{expr{part}, kind} }

// Eq holds where it is the member.
func (e EnumExpr[E]) Eq(member E) Condition { return compared(e, Equal, literalNode{member, e.kind}) }

// Ne holds where it is another member.
func (e EnumExpr[E]) Ne(member E) Condition {
	return compared(e, NotEqual, literalNode{member, e.kind})
}

// In holds where it is one of the members.
func (e EnumExpr[E]) In(members ...E) Condition { return among(e, e.kind, members) }

// Has holds where the member, or all that are joined in it, is among those that the value has.
func (e EnumExpr[E]) Has(member E) Condition {
	return conditionOf(&infixNode{hasFlag, bindsComparison, false, e.part, literalNode{member, e.kind}})
}

// Compare compares with another expression.
func (e EnumExpr[E]) Compare(by Comparison, other Expr) Condition {
	return compared(e, by, other.queryNode())
}

// Earth and Plane are where shapes can be (CSDL 4.01, section 3.3).
type (
	Earth struct{}
	Plane struct{}
)

// ShapeExpr is a place or a shape on the Earth or in a Plane.
type ShapeExpr[S Earth | Plane] struct{ expr }

// Distance is how far it is to a point, which is GeoJSON.
func (s ShapeExpr[S]) Distance(point map[string]any) NumberExpr[float64] {
	return exprOf[NumberExpr[float64]](s.call("geo.distance", point))
}

// Length is how long a line is.
func (s ShapeExpr[S]) Length() NumberExpr[float64] {
	return called[NumberExpr[float64]]("geo.length", s)
}

// Intersects holds where a point is within a shape, which is GeoJSON.
func (s ShapeExpr[S]) Intersects(shape map[string]any) Condition {
	return conditionOf(s.call("geo.intersects", shape))
}

func (s ShapeExpr[S]) call(name string, shape map[string]any) queryNode {
	kind := geometry
	if _, earth := any(s).(ShapeExpr[Earth]); earth {
		kind = geography
	}
	return &callNode{name, []queryNode{s.part, literalNode{shape, kind}}}
}

// PointAt is a point as GeoJSON: of degrees east and north, or of a plane.
func PointAt(x, y float64) map[string]any {
	return map[string]any{"type": "Point", "coordinates": []any{x, y}}
}
