package odata

// version is one of OData in which queries got something.
type version int

// The versions in which queries got what those before them lack.
const (
	since3 version = iota
	since4
)

// needs fails for what queries have only since a later version than the service's; 4.0 and 4.01 have all.
func (*queryWriter) needs(string, version) {}

// callNode is a function with what it is given.
type callNode struct {
	name  string
	given []queryNode
}

func (c *callNode) binding() int { return bindsWhole }

func (c *callNode) write(w *queryWriter) {
	w.used.functions = append(w.used.functions, c.name)
	w.text.WriteString(c.name + "(")
	w.list(c.given)
	w.text.WriteByte(')')
}

func among[T any](of Expr, kind string, values []T) Condition {
	items := make([]queryNode, len(values))
	for at, value := range values {
		items[at] = literalNode{value, kind}
	}
	return conditionOf(&infixNode{"in", bindsComparison, false, of.queryNode(), &listNode{items}})
}
