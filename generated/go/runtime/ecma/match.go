// Package ecma matches regular expressions of the ECMA 262 dialect in bounded time.
//
// A pattern comes from a schema, text from anywhere, so neither may stall the checker. A pattern becomes a
// non-deterministic automaton that is run over the text with all its states at once: there is no
// backtracking, and a budget of steps bounds the rest. Back references and look-behind, which an automaton
// cannot do, make a pattern unsupported.
package ecma

import "sync"

const (
	maxSteps  = 2_000_000
	maxStates = 5_000
	maxKept   = 256
)

// Match says whether a pattern matches anywhere in a text. It is not known when the pattern is malformed or
// unsupported, or when finding out takes more than a bounded number of steps.
func Match(pattern, text string) (matched, known bool) {
	compiled := compile(pattern)
	if compiled == nil {
		return false, false
	}
	r := run{text: []rune(text), steps: maxSteps, looked: map[looked]bool{}}
	defer func() {
		if problem := recover(); problem != nil {
			if problem != errUnsupported {
				panic(problem)
			}
			matched, known = false, false
		}
	}()
	return r.search(compiled, 0, false), true
}

// state is a character to accept, a condition to hold, or branches to take without either.
type state struct {
	accepts   accepts
	condition *assertion
	look      *program
	negated   bool
	final     bool
	to        []int
}

type program struct {
	states []state
	start  int
}

var kept = struct {
	sync.Mutex
	programs map[string]*program
}{programs: map[string]*program{}}

// compile gives the program of a pattern, nil for one that is not supported.
func compile(pattern string) *program {
	kept.Lock()
	defer kept.Unlock()
	if found, is := kept.programs[pattern]; is {
		return found
	}
	if len(kept.programs) >= maxKept {
		kept.programs = map[string]*program{}
	}
	tree, err := parse(pattern)
	var made *program
	if err == nil {
		a := assembler{budget: maxStates}
		made, err = a.assemble(tree)
	}
	if err != nil {
		made = nil
	}
	kept.programs[pattern] = made
	return made
}

// assembler turns a tree into states; what it makes and how often it is called is bounded.
type assembler struct{ budget int }

func (a *assembler) assemble(tree node) (made *program, err error) {
	defer func() {
		if problem := recover(); problem != nil {
			if problem != errUnsupported {
				panic(problem)
			}
			made, err = nil, errUnsupported
		}
	}()
	return a.program(tree), nil
}

func (a *assembler) program(tree node) *program {
	made := &program{states: []state{{final: true}}}
	made.start = a.add(tree, 0, made)
	return made
}

// add adds the states that match a node and then go on to after; it gives the first of them.
func (a *assembler) add(tree node, after int, into *program) int {
	a.budget--
	if a.budget < 0 {
		unsupported()
	}
	switch n := tree.(type) {
	case anyOf:
		return into.append(state{accepts: n.accepts, to: []int{after}})
	case assertion:
		return into.append(state{condition: &n, to: []int{after}})
	case look:
		return into.append(state{look: a.program(n.inner), negated: n.negated, to: []int{after}})
	case sequence:
		for at := len(n.items) - 1; at >= 0; at-- {
			after = a.add(n.items[at], after, into)
		}
		return after
	case alternation:
		branches := make([]int, len(n.branches))
		for at, branch := range n.branches {
			branches[at] = a.add(branch, after, into)
		}
		return into.append(state{to: branches})
	case repeat:
		return a.addRepeat(n, after, into)
	}
	return after
}

func (a *assembler) addRepeat(n repeat, after int, into *program) int {
	if n.most < 0 {
		loop := into.append(state{})
		first := a.add(n.inner, loop, into)
		into.states[loop].to = []int{first, after}
		after = loop
	} else {
		last := after
		for count := n.least; count < n.most; count++ {
			first := a.add(n.inner, after, into)
			after = into.append(state{to: []int{first, last}})
		}
	}
	for count := 0; count < n.least; count++ {
		after = a.add(n.inner, after, into)
	}
	return after
}

func (p *program) append(s state) int {
	p.states = append(p.states, s)
	return len(p.states) - 1
}

type looked struct {
	program  *program
	position int
}

// run is one text, run through a program and the programs of its look-aheads within one budget.
type run struct {
	text   []rune
	steps  int
	looked map[looked]bool
}

func (r *run) step() {
	r.steps--
	if r.steps < 0 {
		unsupported()
	}
}

// set is a set of states, in the order of their entering.
type set struct {
	has  []bool
	list []int
}

func (s *set) clear() {
	for _, at := range s.list {
		s.has[at] = false
	}
	s.list = s.list[:0]
}

func (r *run) search(p *program, position int, anchored bool) bool {
	current, following := &set{has: make([]bool, len(p.states))}, &set{has: make([]bool, len(p.states))}
	starting := true
	for {
		if starting && r.enter(p, p.start, position, current) {
			return true
		}
		starting = !anchored
		if position == len(r.text) || len(current.list) == 0 && !starting {
			return false
		}
		character := r.text[position]
		position++
		for _, index := range current.list {
			r.step()
			s := &p.states[index]
			if s.accepts == nil || !s.accepts(character) {
				continue
			}
			for _, target := range s.to {
				if r.enter(p, target, position, following) {
					return true
				}
			}
		}
		current.clear()
		current, following = following, current
	}
}

// enter adds all states that are reached without a character, and says whether the final one is among them.
func (r *run) enter(p *program, start, position int, into *set) bool {
	waiting := []int{start}
	for len(waiting) > 0 {
		index := waiting[len(waiting)-1]
		waiting = waiting[:len(waiting)-1]
		if into.has[index] {
			continue
		}
		r.step()
		into.has[index] = true
		into.list = append(into.list, index)
		s := &p.states[index]
		switch {
		case s.final:
			return true
		case s.accepts != nil:
			continue
		case s.condition != nil && !r.holds(s.condition.kind, position):
			continue
		case s.look != nil && !r.looks(s.look, s.negated, position):
			continue
		}
		waiting = append(waiting, s.to...)
	}
	return false
}

func (r *run) looks(p *program, negated bool, position int) bool {
	key := looked{p, position}
	found, is := r.looked[key]
	if !is {
		found = r.search(p, position, true)
		r.looked[key] = found
	}
	return found != negated
}

func (r *run) holds(kind rune, position int) bool {
	switch kind {
	case '^':
		return position == 0
	case '$':
		return position == len(r.text)
	}
	before := position > 0 && isWord(r.text[position-1])
	behind := position < len(r.text) && isWord(r.text[position])
	return (before != behind) == (kind == 'b')
}
