package odata

import "regexp"

// Expr is any part of a query: a property of package fields, or what is made of some.
type Expr interface {
	queryNode() queryNode
	criterion() criterion
}

// expr is what every expression is made of.
type expr struct{ part queryNode }

func (e expr) queryNode() queryNode { return e.part }

// criterion orders by the expression, from low to high.
func (e expr) criterion() criterion { return criterion{of: e.part} }

func (e *expr) become(part queryNode) { e.part = part }

// made is an expression that can be given its part.
type made[T any] interface {
	*T
	become(part queryNode)
}

func exprOf[T any, P made[T]](part queryNode) T {
	var result T
	P(&result).become(part)
	return result
}

// Path is a structured value, or an object; without having been led anywhere it is the item that is asked for.
type Path struct{ expr }

func (p Path) queryNode() queryNode { return p.place() }

func (p Path) criterion() criterion { return criterion{of: p.place()} }

func (p Path) place() pathNode {
	if found, is := p.part.(pathNode); is {
		return found
	}
	return itemNode{}
}

func placeOf(of Expr) pathNode {
	if found, is := of.queryNode().(pathNode); is {
		return found
	}
	return itemNode{}
}

// Member gives the property called name of what of leads to. Package fields calls it.
func Member[T any, P made[T]](of Expr, name string) T {
	return exprOf[T, P](&memberNode{of: placeOf(of), name: name})
}

// EnumMember is Member for a property whose values are of an enumeration; kind is how its literals are written.
func EnumMember[E any](of Expr, name, kind string) EnumExpr[E] {
	return enumOf[E](&memberNode{of: placeOf(of), name: name}, kind)
}

// Items gives the property called name, a collection of what T stands for.
func Items[T any, P made[T]](of Expr, name string) ItemsExpr[T] {
	return ItemsExpr[T]{expr{&memberNode{of: placeOf(of), name: name}}, exprOf[T, P]}
}

// EnumItems is Items for a collection of an enumeration's values.
func EnumItems[E any](of Expr, name, kind string) ItemsExpr[EnumExpr[E]] {
	item := func(part queryNode) EnumExpr[E] { return enumOf[E](part, kind) }
	return ItemsExpr[EnumExpr[E]]{expr{&memberNode{of: placeOf(of), name: name}}, item}
}

// As sees what of leads to as the derived type called name. Package fields calls it.
func As[T any, P made[T]](of Expr, name string) T {
	return exprOf[T, P](&memberNode{of: placeOf(of), name: name, cast: true})
}

// ItemsExpr is a collection. What is asked of its items is a condition about one, which is given as T.
type ItemsExpr[T any] struct {
	expr
	item func(part queryNode) T
}

// Any holds where the condition holds for some item; variable is what the query calls that one.
func (i ItemsExpr[T]) Any(variable string, condition func(item T) Condition) Condition {
	return i.lambda("any", variable, condition)
}

// All holds where the condition holds for each item.
func (i ItemsExpr[T]) All(variable string, condition func(item T) Condition) Condition {
	return i.lambda("all", variable, condition)
}

// NotEmpty holds where there is an item.
func (i ItemsExpr[T]) NotEmpty() Condition {
	return conditionOf(&lambdaNode{of: placeOf(i), word: "any"})
}

// Count is how many items there are.
func (i ItemsExpr[T]) Count() NumberExpr[int64] {
	return exprOf[NumberExpr[int64]](&memberNode{of: placeOf(i), name: countSegment, cast: true})
}

func (i ItemsExpr[T]) lambda(word, variable string, condition func(item T) Condition) Condition {
	item := &variableNode{variable, placeOf(i)}
	return conditionOf(&lambdaNode{placeOf(i), word, item, condition(i.item(item)).part})
}

// Condition is what a filter is, and a property that is true or false.
type Condition struct{ expr }

func conditionOf(part queryNode) Condition { return Condition{expr{part}} }

// ConditionText is a condition as text, to be put together with others. What is in it, nobody quotes.
func ConditionText(text string) Condition { return conditionOf(rawNode(text)) }

// And holds where all hold.
func (c Condition) And(others ...Condition) Condition { return c.joined("and", bindsAnd, others) }

// Or holds where any holds.
func (c Condition) Or(others ...Condition) Condition { return c.joined("or", bindsOr, others) }

func (c Condition) joined(word string, level int, others []Condition) Condition {
	for _, other := range others {
		c = conditionOf(&infixNode{word, level, true, c.part, other.part})
	}
	return c
}

// Eq compares with true or false.
func (c Condition) Eq(value bool) Condition {
	return compared(c, Equal, literalNode{value, "Edm.Boolean"})
}

// Ne compares with true or false.
func (c Condition) Ne(value bool) Condition {
	return compared(c, NotEqual, literalNode{value, "Edm.Boolean"})
}

// Compare compares with another expression.
func (c Condition) Compare(by Comparison, other Expr) Condition {
	return compared(c, by, other.queryNode())
}

// Not holds where the condition does not.
func Not(condition Condition) Condition { return conditionOf(&prefixNode{"not ", condition.part}) }

// IsNull holds where there is no value.
func IsNull(of Expr) Condition { return compared(of, Equal, literalNode{}) }

// NotNull holds where there is a value.
func NotNull(of Expr) Condition { return compared(of, NotEqual, literalNode{}) }

// Comparison is how two values are compared.
type Comparison int

// The comparisons (OData URL Conventions 4.01, section 5.1.1.1).
const (
	Equal Comparison = iota
	NotEqual
	GreaterThan
	GreaterOrEqual
	LessThan
	LessOrEqual
)

var comparisons = [...]string{"eq", "ne", "gt", "ge", "lt", "le"}

func compared(left Expr, by Comparison, right queryNode) Condition {
	return conditionOf(&infixNode{comparisons[by], bindsComparison, false, left.queryNode(), right})
}

// ValueExpr is a value that can be compared with a T.
type ValueExpr[T any] struct{ expr }

// kindOf says how literals of T are written.
func kindOf[T any]() string {
	var none T
	return kindOfValue(none)
}

func (v ValueExpr[T]) with(by Comparison, value T) Condition {
	return compared(v, by, literalNode{value, kindOf[T]()})
}

// Eq holds where it is equal to the value.
func (v ValueExpr[T]) Eq(value T) Condition { return v.with(Equal, value) }

// Ne holds where it is not equal to the value.
func (v ValueExpr[T]) Ne(value T) Condition { return v.with(NotEqual, value) }

// Gt holds where it is greater than the value.
func (v ValueExpr[T]) Gt(value T) Condition { return v.with(GreaterThan, value) }

// Ge holds where it is the value or greater.
func (v ValueExpr[T]) Ge(value T) Condition { return v.with(GreaterOrEqual, value) }

// Lt holds where it is less than the value.
func (v ValueExpr[T]) Lt(value T) Condition { return v.with(LessThan, value) }

// Le holds where it is the value or less.
func (v ValueExpr[T]) Le(value T) Condition { return v.with(LessOrEqual, value) }

// In holds where it is one of the values.
func (v ValueExpr[T]) In(values ...T) Condition { return among(v, kindOf[T](), values) }

// Compare compares with another expression.
func (v ValueExpr[T]) Compare(by Comparison, other Expr) Condition {
	return compared(v, by, other.queryNode())
}

// Literal is a value as an expression.
func Literal(value any) Expr {
	value = valueOf(value)
	return expr{literalNode{value, kindOfValue(value)}}
}

var functionName = regexp.MustCompile(`^[A-Za-z_][A-Za-z0-9_.]*$`)

// Function calls what the service has under that name, with expressions; T is what it gives:
// Function[odata.TextExpr]("concat", a, b).
func Function[T any, P made[T]](name string, given ...Expr) T {
	if !functionName.MatchString(name) {
		return exprOf[T, P](nil)
	}
	parts := make([]queryNode, len(given))
	for at, each := range given {
		parts[at] = each.queryNode()
	}
	return exprOf[T, P](&callNode{name, parts})
}

func called[T any, P made[T]](name string, of Expr, values ...any) T {
	given := []Expr{of}
	for _, value := range values {
		given = append(given, Literal(value))
	}
	return Function[T, P](name, given...)
}
