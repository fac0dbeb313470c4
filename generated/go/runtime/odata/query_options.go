package odata

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// criterion is what items are ordered by.
type criterion struct {
	of         queryNode
	descending bool
}

// Criterion is what items are ordered by: an expression, or Desc of one.
type Criterion interface{ criterion() criterion }

func (c criterion) criterion() criterion { return c }

// Desc orders from high to low.
func Desc(of Expr) Criterion { return criterion{of.queryNode(), true} }

// expansion is something related that comes along, with options of its own.
type expansion struct {
	of   queryNode
	asks asked
}

// asked are query options that are code.
type asked struct {
	filters []queryNode
	orders  []criterion
	selects []queryNode
	expands []expansion
	// plain are options that are no expressions, by name, as text.
	plain map[string]string
	err   error
}

func (a *asked) fail(err error) {
	if a.err == nil {
		a.err = err
	}
}

// Filter asks for items for which the condition holds, and what the option's text says beside that.
func Filter(condition Condition) RequestOption {
	return func(o *RequestOptions) { o.asks.filters = append(o.asks.filters, condition.part) }
}

// OrderBy orders items, first by what comes first.
func OrderBy(criteria ...Criterion) RequestOption {
	return func(o *RequestOptions) {
		for _, each := range criteria {
			o.asks.orders = append(o.asks.orders, each.criterion())
		}
	}
}

// Select asks for these properties alone.
func Select(properties ...Expr) RequestOption {
	return func(o *RequestOptions) {
		for _, each := range properties {
			o.asks.selects = append(o.asks.selects, each.queryNode())
		}
	}
}

// Expand asks for what is related: options of a query say what of that, and how.
func Expand(of Expr, options ...RequestOption) RequestOption {
	return func(o *RequestOptions) {
		var inner RequestOptions
		for _, change := range options {
			change(&inner)
		}
		if len(inner.Query) > 0 || inner.IfMatch != "" || inner.Timeout != 0 || inner.SkipValidation || inner.WholeBody {
			o.asks.fail(fmt.Errorf("%w: what is expanded takes options of queries alone", ErrArgument))
		}
		o.asks.expands = append(o.asks.expands, expansion{of.queryNode(), inner.asks})
	}
}

// Top asks for so many items at most.
func Top(count int) RequestOption { return plainOption("$top", count) }

// Skip leaves out the first items.
func Skip(count int) RequestOption { return plainOption("$skip", count) }

// Levels expands what is related to that, too, so many times; below 0 without an end. It is for Expand.
func Levels(count int) RequestOption { return plainOption("$levels", count) }

// WithCount asks for the number of all items beside them.
func WithCount() RequestOption {
	return func(o *RequestOptions) { o.asks.say("$count", "true") }
}

// Search asks for items that match a search expression (OData URL Conventions 4.01, section 5.1.7).
func Search(text string) RequestOption {
	return func(o *RequestOptions) { o.asks.say("$search", text) }
}

func plainOption(name string, count int) RequestOption {
	text := strconv.Itoa(count)
	if name == "$levels" && count < 0 {
		text = "max"
	}
	return func(o *RequestOptions) { o.asks.say(name, text) }
}

func (a *asked) say(name, text string) {
	if a.plain == nil {
		a.plain = map[string]string{}
	}
	a.plain[name] = text
}

// written is one option as text, and what it names.
type written struct {
	name, value string
	used        queryUse
}

// options gives those that something is asked for in, in the order in which they are written. given has the texts
// of the caller's own, which stand before what is code.
func (a *asked) options(given func(name string) string) ([]written, error) {
	err := a.err
	var made []written
	add := func(name string, write func(w *queryWriter)) {
		w := &queryWriter{}
		write(w)
		if err == nil {
			err = w.err
		}
		text := w.text.String()
		if before := given(name); before != "" && name != "$filter" {
			text = before + "," + text
		}
		made = append(made, written{name, text, w.used})
	}
	if len(a.filters) > 0 {
		add("$filter", func(w *queryWriter) { w.within(allOf(given("$filter"), a.filters), bindsOr) })
	}
	if len(a.orders) > 0 {
		add("$orderby", func(w *queryWriter) {
			for at, each := range a.orders {
				separate(&w.text, at, ',')
				w.within(each.of, bindsOr)
				if each.descending {
					w.text.WriteString(" desc")
				}
			}
		})
	}
	if len(a.selects) > 0 {
		add("$select", func(w *queryWriter) { w.list(a.selects) })
	}
	if len(a.expands) > 0 {
		add("$expand", func(w *queryWriter) {
			for at, each := range a.expands {
				separate(&w.text, at, ',')
				each.write(w)
			}
		})
	}
	for _, name := range []string{"$search", "$top", "$skip", "$count", "$levels"} {
		if text, there := a.plain[name]; there {
			made = append(made, written{name: name, value: text})
		}
	}
	return made, err
}

func allOf(text string, filters []queryNode) queryNode {
	if text != "" {
		filters = append([]queryNode{rawNode(text)}, filters...)
	}
	whole := filters[0]
	for _, each := range filters[1:] {
		whole = &infixNode{"and", bindsAnd, true, whole, each}
	}
	return whole
}

func (e expansion) write(w *queryWriter) {
	if _, path := e.of.(*memberNode); !path {
		w.fail(fmt.Errorf("%w: what is expanded is a property", ErrArgument))
		return
	}
	w.within(e.of, bindsWhole)
	options, err := e.asks.options(func(string) string { return "" })
	if err != nil {
		w.fail(err)
	}
	if len(options) > 0 {
		w.needs("options of what is expanded", since4)
	}
	for at, each := range options {
		w.text.WriteByte("(;"[min(at, 1)])
		w.text.WriteString(each.name + "=" + each.value)
	}
	if len(options) > 0 {
		w.text.WriteByte(')')
	}
}

// QueryLimits are what a service says that it does not filter, sort or expand (vocabulary Capabilities): paths of
// properties, and all below them.
type QueryLimits struct {
	NotFilterable, NotSortable, NotExpandable []string
	AscendingOnly, DescendingOnly             []string
	// Functions are those that filters may call, where the service says so.
	Functions []string
}

// check gives what of an option the service does not do, or nil.
func (l *QueryLimits) check(each written, orders []criterion) error {
	if l == nil {
		return nil
	}
	refused, words := l.of(each.name)
	for _, path := range each.used.paths {
		if isBelow(path, refused) {
			return fmt.Errorf("%w: '%s' cannot be %s; it can be %s", ErrArgument, path, words, l.abilities(path))
		}
	}
	if each.name == "$filter" && l.Functions != nil {
		for _, name := range each.used.functions {
			if !slices.ContainsFunc(l.Functions, func(one string) bool { return strings.EqualFold(one, name) }) {
				return fmt.Errorf("%w: the service does not filter with '%s'; it has %s", ErrArgument, name, strings.Join(l.Functions, ", "))
			}
		}
	}
	if each.name == "$orderby" {
		return l.checkOrders(orders)
	}
	return nil
}

func (l *QueryLimits) checkOrders(orders []criterion) error {
	for _, each := range orders {
		path, is := each.of.(pathNode)
		switch {
		case !is:
		case each.descending && isBelow(path.names(), l.AscendingOnly):
			return fmt.Errorf("%w: '%s' can be sorted by in ascending order alone", ErrArgument, path.names())
		case !each.descending && isBelow(path.names(), l.DescendingOnly):
			return fmt.Errorf("%w: '%s' can be sorted by in descending order alone", ErrArgument, path.names())
		}
	}
	return nil
}

func (l *QueryLimits) of(option string) (paths []string, words string) {
	switch option {
	case "$filter":
		return l.NotFilterable, "filtered"
	case "$orderby":
		return l.NotSortable, "sorted by"
	case "$expand":
		return l.NotExpandable, "expanded"
	}
	return nil, ""
}

func (l *QueryLimits) abilities(path string) string {
	can := []string{}
	if !isBelow(path, l.NotFilterable) {
		can = append(can, "filtered")
	}
	if !isBelow(path, l.NotSortable) {
		can = append(can, "sorted by")
	}
	return strings.Join(append(can, "selected"), " and ")
}

// isBelow says whether a path is one of paths, or leads on from one.
func isBelow(path string, paths []string) bool {
	return slices.ContainsFunc(paths, func(one string) bool {
		return path == one || strings.HasPrefix(path, one+"/")
	})
}

// withAsked gives the options of a call with those that are code. What the call does not take, or the service does
// not do, is refused.
func withAsked(query []option, asks *asked, configuration Configuration, limits *QueryLimits) ([]option, error) {
	at := func(name string) int {
		return slices.IndexFunc(query, func(each option) bool { return each.name == name })
	}
	options, err := asks.options(func(name string) string {
		if found := at(name); found >= 0 {
			return query[found].value
		}
		return ""
	})
	if err != nil {
		return nil, err
	}
	for _, each := range options {
		if !slices.Contains(configuration.offers(), each.name) {
			return nil, fmt.Errorf("%w: the call does not take %s", ErrArgument, each.name)
		}
		if !utf8.ValidString(each.value) {
			return nil, fmt.Errorf("%w: option %s is not UTF-8", ErrArgument, each.name)
		}
		if err := limits.check(each, asks.orders); err != nil {
			return nil, err
		}
		if found := at(each.name); found >= 0 {
			query[found].value = each.value
		} else {
			query = append(query, option{each.name, each.value})
		}
	}
	return query, nil
}
