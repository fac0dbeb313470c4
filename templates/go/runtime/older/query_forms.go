package odata

import (
	"fmt"
	"slices"
)

// What filters of OData 1 to 3 can call ([MS-ODATA], section 2.2.3.6.1.1), and what those of 3.0 can.
var (
	olderFunctions = []string{
		"startswith", "endswith", "length", "indexof", "substring", "tolower", "toupper", "trim", "concat",
		"year", "month", "day", "hour", "minute", "second", "round", "floor", "ceiling",
	}
	shapeFunctions = []string{"geo.distance", "geo.intersects", "geo.length"}
)

// The versions in which queries got what those before them lack.
const (
	since3 = Version3
	since4 = Version3 + 1
)

// needs fails for what queries have only since a later version than the service's.
func (w *queryWriter) needs(what string, since Version) {
	if spokenVersion < since {
		w.fail(fmt.Errorf("%w: OData %s has no %s in queries", ErrArgument, spokenVersion, what))
	}
}

// callNode is a function with what it is given.
type callNode struct {
	name  string
	given []queryNode
}

func (c *callNode) binding() int { return bindsWhole }

func (c *callNode) write(w *queryWriter) {
	w.used.functions = append(w.used.functions, c.name)
	name, given := c.name, c.given
	switch {
	case name == "contains" && len(given) == 2:
		name, given = "substringof", []queryNode{given[1], given[0]}
	case slices.Contains(shapeFunctions, name):
		w.needs(name, since3)
	case !slices.Contains(olderFunctions, name):
		w.needs(name, since4)
	}
	w.text.WriteString(name + "(")
	w.list(given)
	w.text.WriteByte(')')
}

// among holds where of is one of the values, for which no version before 4.01 has a word.
func among[T any](of Expr, kind string, values []T) Condition {
	var made queryNode = rawNode("false")
	for at, value := range values {
		one := compared(of, Equal, literalNode{value, kind}).part
		if at == 0 {
			made = one
		} else {
			made = &infixNode{"or", bindsOr, true, made, one}
		}
	}
	return conditionOf(made)
}
