// Package ecma runs the programs that patterns of ECMA 262 are compiled to, in bounded time.
//
// A program (a text of numbers) becomes states of a non-deterministic automaton, which is run over the text with
// all its states at once: there is no backtracking, and a budget of steps bounds the rest.
package ecma

import (
	"sort"
	"strconv"
	"strings"
	"sync"
)

const maxSteps = 2_000_000

// The kinds of nodes and states, as programs number them.
const (
	set = iota
	start
	end
	boundary
	noBoundary
	look
	noLook
	sequence
	choice
	repeat
	final
)

// bounds are the first and last code point of a range.
type bounds struct{ low, high rune }

// state has what its kind takes: the set of a set, the first state of a look-ahead.
type state struct {
	kind, taken int
	following   []int
}

type program struct {
	numbers []int
	at      int
	sets    [][]bounds
	states  []state
	start   int
}

var kept sync.Map // the programs, by their texts

// Match says whether a program matches anywhere in a text. It is not known for the empty program, whose pattern
// cannot be run, and when finding out takes too many steps.
func Match(source, text string) (matched, known bool) {
	if source == "" {
		return false, false
	}
	loaded, is := kept.Load(source)
	if !is {
		loaded, _ = kept.LoadOrStore(source, load(source))
	}
	made := loaded.(*program)
	r := run{program: made, text: []rune(text), steps: maxSteps, looked: map[place]bool{}}
	matched = r.search(made.start, 0, false)
	return matched && r.steps >= 0, r.steps >= 0
}

func load(source string) *program {
	p := &program{states: []state{{kind: final}}}
	for _, number := range strings.Fields(source) {
		value, _ := strconv.Atoi(number)
		p.numbers = append(p.numbers, value)
	}
	for left := p.take(); left > 0; left-- {
		ranges := make([]bounds, p.take())
		for i := range ranges {
			ranges[i] = bounds{rune(p.take()), rune(p.take())}
		}
		p.sets = append(p.sets, ranges)
	}
	p.start = p.add(0)
	return p
}

func (p *program) take() int {
	p.at++
	return p.numbers[p.at-1]
}

func (p *program) append(kind, taken int, following ...int) int {
	p.states = append(p.states, state{kind, taken, following})
	return len(p.states) - 1
}

// add adds the states of the next node, which go on to after, and gives the first of them.
func (p *program) add(after int) int {
	switch kind := p.take(); kind {
	case set:
		return p.append(kind, p.take(), after)
	case look, noLook:
		return p.append(kind, p.add(0), after)
	case sequence:
		for left := p.take(); left > 0; left-- {
			after = p.add(after)
		}
		return after
	case choice:
		branches := make([]int, p.take())
		for i := range branches {
			branches[i] = p.add(after)
		}
		return p.append(kind, 0, branches...)
	case repeat:
		least, most := p.take(), p.take()
		return p.repeat(least, most, after)
	default:
		return p.append(kind, 0, after)
	}
}

func (p *program) repeat(least, most, end int) int {
	node, after := p.at, end
	if most < 0 {
		after = p.append(choice, 0)
		p.states[after].following = []int{p.add(after), end}
	}
	for left := most - least; left > 0; left-- {
		p.at = node
		after = p.append(choice, 0, p.add(after), end)
	}
	for ; least > 0; least-- {
		p.at = node
		after = p.add(after)
	}
	return after
}

type place struct{ state, position int }

// run is one text, run through the states within one budget: once steps are below zero nothing is known.
type run struct {
	*program
	text   []rune
	steps  int
	looked map[place]bool
}

// search says whether the final state is reached from a state, unless anchored from any later position too.
func (r *run) search(from, position int, anchored bool) bool {
	current := map[int]bool{}
	for starting := true; r.steps >= 0; position++ {
		if starting && r.enter(from, position, current) {
			return true
		}
		starting = !anchored
		if position == len(r.text) || len(current) == 0 && anchored {
			return false
		}
		following := map[int]bool{}
		for index := range current {
			r.steps--
			at := &r.states[index]
			if at.kind == set && holds(r.sets[at.taken], r.text[position]) && r.enter(at.following[0], position+1, following) {
				return true
			}
		}
		current = following
	}
	return false
}

// enter adds all states that are reached without a character, and says whether the final one is among them.
func (r *run) enter(from, position int, into map[int]bool) bool {
	waiting := []int{from}
	for len(waiting) > 0 && r.steps >= 0 {
		index := waiting[len(waiting)-1]
		waiting = waiting[:len(waiting)-1]
		if into[index] {
			continue
		}
		r.steps--
		into[index] = true
		at := &r.states[index]
		if at.kind == final {
			return true
		}
		if at.kind != set && r.passes(at, position) {
			waiting = append(waiting, at.following...)
		}
	}
	return false
}

// passes says whether what a state asks of the position holds.
func (r *run) passes(at *state, position int) bool {
	switch at.kind {
	case start:
		return position == 0
	case end:
		return position == len(r.text)
	case boundary, noBoundary:
		return (r.isWord(position-1) != r.isWord(position)) == (at.kind == boundary)
	case look, noLook:
		key := place{at.taken, position}
		found, known := r.looked[key]
		if !known {
			found = r.search(at.taken, position, true)
			r.looked[key] = found
		}
		return found == (at.kind == look)
	}
	return true
}

func (r *run) isWord(position int) bool {
	if position < 0 || position >= len(r.text) {
		return false
	}
	c := r.text[position]
	return c == '_' || '0' <= c && c <= '9' || 'A' <= c && c <= 'Z' || 'a' <= c && c <= 'z'
}

// holds says whether sorted ranges have a code point.
func holds(ranges []bounds, point rune) bool {
	i := sort.Search(len(ranges), func(i int) bool { return point <= ranges[i].high })
	return i < len(ranges) && ranges[i].low <= point
}
