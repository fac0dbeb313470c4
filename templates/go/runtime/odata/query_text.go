package odata

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// How closely operators bind, the loosest first (OData URL Conventions 4.01, section 5.1.1.17).
const (
	bindsOr = iota
	bindsAnd
	bindsComparison
	bindsSum
	bindsProduct
	bindsUnary
	bindsWhole
)

// queryNode is a part of a query: how closely it binds, and its text.
type queryNode interface {
	binding() int
	write(w *queryWriter)
}

// pathNode is what names a property, so that what a service says of it can be looked up.
type pathNode interface {
	queryNode
	// names are the properties that lead there from the item that is asked for.
	names() string
}

// queryWriter writes one query option.
type queryWriter struct {
	text strings.Builder
	err  error
	// variables are those of the lambdas around, by what stands for them.
	variables map[*variableNode]string
	used      queryUse
}

// queryUse is what a query names: properties, and functions.
type queryUse struct{ paths, functions []string }

func (w *queryWriter) fail(err error) {
	if w.err == nil {
		w.err = err
	}
}

// within writes a part where nothing looser than level may stand.
func (w *queryWriter) within(part queryNode, level int) {
	switch {
	case part == nil:
		w.fail(fmt.Errorf("%w: a part of the query is no expression", ErrArgument))
	case part.binding() < level:
		w.text.WriteByte('(')
		part.write(w)
		w.text.WriteByte(')')
	default:
		part.write(w)
	}
}

func (w *queryWriter) list(parts []queryNode) {
	for at, part := range parts {
		if at > 0 {
			w.text.WriteByte(',')
		}
		w.within(part, bindsOr)
	}
}

// itemNode is the item that is asked for.
type itemNode struct{}

func (itemNode) binding() int         { return bindsWhole }
func (itemNode) names() string        { return "" }
func (itemNode) write(w *queryWriter) { w.text.WriteString("$it") }

// countSegment leads to the number of items.
const countSegment = "$count"

// memberNode is a property of what another path leads to, or its items seen as a derived type.
type memberNode struct {
	of   pathNode
	name string
	cast bool
}

func (m *memberNode) binding() int { return bindsWhole }

func (m *memberNode) names() string {
	before := m.of.names()
	switch {
	case m.cast:
		return before
	case before == "":
		return m.name
	}
	return before + "/" + m.name
}

func (m *memberNode) write(w *queryWriter) {
	w.used.paths = append(w.used.paths, m.names())
	m.writePath(w)
}

func (m *memberNode) writePath(w *queryWriter) {
	switch {
	case m.name == countSegment:
		w.needs(countSegment, since4)
	case m.cast:
		w.needs("type in a path", since3)
	}
	switch of := m.of.(type) {
	case itemNode:
	case *memberNode:
		of.writePath(w)
		w.text.WriteByte('/')
	default:
		of.write(w)
		w.text.WriteByte('/')
	}
	w.text.WriteString(m.name)
}

// variableNode is the variable of a lambda, each of whose values is an item of a collection.
type variableNode struct {
	wanted string
	of     pathNode
}

func (v *variableNode) binding() int  { return bindsWhole }
func (v *variableNode) names() string { return v.of.names() }

func (v *variableNode) write(w *queryWriter) {
	name, known := w.variables[v]
	if !known {
		w.fail(fmt.Errorf("%w: the variable %s is used outside of its condition", ErrArgument, v.wanted))
	}
	w.text.WriteString(name)
}

// lambdaNode is any or all; without a condition it asks whether there is an item.
type lambdaNode struct {
	of        pathNode
	word      string
	variable  *variableNode
	condition queryNode
}

var variableName = regexp.MustCompile(`^[A-Za-z_][A-Za-z0-9_]{0,127}$`)

func (l *lambdaNode) binding() int { return bindsWhole }

func (l *lambdaNode) write(w *queryWriter) {
	w.needs(l.word, since3)
	w.within(l.of, bindsWhole)
	w.text.WriteString("/" + l.word + "(")
	if l.variable != nil {
		name := w.named(l.variable.wanted)
		w.variables[l.variable] = name
		w.text.WriteString(name + ":")
		w.within(l.condition, bindsOr)
		delete(w.variables, l.variable)
	}
	w.text.WriteByte(')')
}

// named gives the name of a variable, or one like it where a lambda around has that name.
func (w *queryWriter) named(wanted string) string {
	if !variableName.MatchString(wanted) {
		w.fail(fmt.Errorf("%w: %q is no name of a variable", ErrArgument, wanted))
	}
	if w.variables == nil {
		w.variables = map[*variableNode]string{}
	}
	name := wanted
	for number := 1; w.isTaken(name); number++ {
		name = fmt.Sprint(wanted, number)
	}
	return name
}

func (w *queryWriter) isTaken(name string) bool {
	for _, each := range w.variables {
		if each == name {
			return true
		}
	}
	return false
}

// literalNode is a value of the type that is called kind; see literal.
type literalNode struct {
	value any
	kind  string
}

func (l literalNode) binding() int { return bindsWhole }

func (l literalNode) write(w *queryWriter) {
	made, err := literalOf(valueOf(l.value), l.kind)
	if err != nil {
		w.fail(err)
		return
	}
	w.text.WriteString(made.whole())
}

// hasFlag asks for a member among several.
const hasFlag = "has"

// infixNode stands between its operands. The left one may bind as loosely as it does where chains may do without
// parentheses.
type infixNode struct {
	word        string
	level       int
	chains      bool
	left, right queryNode
}

func (i *infixNode) binding() int { return i.level }

// write goes down the left side without a call for each, since chains may be long.
func (i *infixNode) write(w *queryWriter) {
	chain := []*infixNode{i}
	for first := i; first.chains; {
		left, is := first.left.(*infixNode)
		if !is || left.level < first.level {
			break
		}
		chain = append(chain, left)
		first = left
	}
	slices.Reverse(chain)
	level := chain[0].level
	if !chain[0].chains {
		level++
	}
	w.within(chain[0].left, level)
	for _, each := range chain {
		if each.word == hasFlag {
			w.needs(hasFlag, since4)
		}
		w.text.WriteString(" " + each.word + " ")
		w.within(each.right, each.level+1)
	}
}

// prefixNode stands before its operand.
type prefixNode struct {
	word string
	of   queryNode
}

func (p *prefixNode) binding() int { return bindsUnary }

func (p *prefixNode) write(w *queryWriter) {
	w.text.WriteString(p.word)
	w.within(p.of, bindsWhole)
}

// listNode is what stands behind in.
type listNode struct{ items []queryNode }

func (l *listNode) binding() int { return bindsWhole }

func (l *listNode) write(w *queryWriter) {
	w.text.WriteByte('(')
	w.list(l.items)
	w.text.WriteByte(')')
}

// rawNode is text of the caller's own, which nobody quotes or looks into.
type rawNode string

func (r rawNode) binding() int         { return bindsOr }
func (r rawNode) write(w *queryWriter) { w.text.WriteString(string(r)) }
