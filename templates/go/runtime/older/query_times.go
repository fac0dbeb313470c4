package odata

import "time"

// LocalTimeExpr is a date and time without an offset, which is compared in universal time.
type LocalTimeExpr struct{ expr }

func (t LocalTimeExpr) with(by Comparison, value time.Time) Condition {
	return compared(t, by, literalNode{value, localTime})
}

// Eq holds where it is equal to the value.
func (t LocalTimeExpr) Eq(value time.Time) Condition { return t.with(Equal, value) }

// Ne holds where it is not equal to the value.
func (t LocalTimeExpr) Ne(value time.Time) Condition { return t.with(NotEqual, value) }

// Gt holds where it is later than the value.
func (t LocalTimeExpr) Gt(value time.Time) Condition { return t.with(GreaterThan, value) }

// Ge holds where it is the value or later.
func (t LocalTimeExpr) Ge(value time.Time) Condition { return t.with(GreaterOrEqual, value) }

// Lt holds where it is earlier than the value.
func (t LocalTimeExpr) Lt(value time.Time) Condition { return t.with(LessThan, value) }

// Le holds where it is the value or earlier.
func (t LocalTimeExpr) Le(value time.Time) Condition { return t.with(LessOrEqual, value) }

// In holds where it is one of the values.
func (t LocalTimeExpr) In(values ...time.Time) Condition { return among(t, localTime, values) }

// Compare compares with another expression.
func (t LocalTimeExpr) Compare(by Comparison, other Expr) Condition {
	return compared(t, by, other.queryNode())
}

// Year is the year.
func (t LocalTimeExpr) Year() NumberExpr[int32] { return called[part]("year", t) }

// Month is the month.
func (t LocalTimeExpr) Month() NumberExpr[int32] { return called[part]("month", t) }

// Day is the day of the month.
func (t LocalTimeExpr) Day() NumberExpr[int32] { return called[part]("day", t) }

// Hour is the hour.
func (t LocalTimeExpr) Hour() NumberExpr[int32] { return called[part]("hour", t) }

// Minute is the minute.
func (t LocalTimeExpr) Minute() NumberExpr[int32] { return called[part]("minute", t) }

// Second is the second.
func (t LocalTimeExpr) Second() NumberExpr[int32] { return called[part]("second", t) }
