"""Regular expressions of the ECMA 262 dialect, matched in bounded time.

A pattern comes from a schema, text from anywhere, so neither may stall the checker. A pattern becomes
a non-deterministic automaton that is run over the text with all its states at once: there is no
backtracking, and a budget of steps bounds the rest. Back references and look-behind, which an
automaton cannot do, make a pattern unsupported.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from .validation_pattern_syntax import (
    Alternation,
    AnyOf,
    Assertion,
    AssertionKind,
    Look,
    Node,
    Repeat,
    Sequence,
    UnsupportedPattern,
    is_word,
    parse_pattern,
)

__all__ = ["matches"]

MAX_STEPS = 2_000_000
MAX_STATES = 5_000

Accepts = Callable[[str], bool]


def matches(pattern: str, text: str) -> bool | None:
    """Whether `pattern` matches anywhere in `text`; None when that cannot be found out.

    That is so when the pattern is malformed or unsupported, or when it takes more than a bounded
    number of steps.
    """
    program = _compile(pattern)
    if program is None:
        return None
    try:
        return _Run(text).search(program)
    except UnsupportedPattern:
        return None


@dataclass(slots=True)
class _State:
    """One state: a character to accept, a condition to hold, or branches to take without either."""

    accepts: Accepts | None = None
    condition: Assertion | None = None
    look: tuple[_Program, bool] | None = None
    final: bool = False
    to: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class _Program:
    states: tuple[_State, ...]
    start: int


@lru_cache(maxsize=256)
def _compile(pattern: str) -> _Program | None:
    try:
        return _assemble(parse_pattern(pattern))
    except UnsupportedPattern:
        return None


def _assemble(node: Node) -> _Program:
    return _Assembler().assemble(node)


class _Assembler:
    """Turns a tree into states; what it makes and how often it is called is bounded."""

    def __init__(self) -> None:
        self.budget = MAX_STATES

    def assemble(self, node: Node) -> _Program:
        states = [_State(final=True)]
        start = self.add(node, 0, states)
        return _Program(tuple(states), start)

    def add(self, node: Node, after: int, states: list[_State]) -> int:
        """Add the states that match `node` and then go on to `after`; give the first of them."""
        self.budget -= 1
        if self.budget < 0:
            raise UnsupportedPattern("too large")
        if isinstance(node, AnyOf):
            return _append(states, _State(accepts=node.accepts, to=(after,)))
        if isinstance(node, Assertion):
            return _append(states, _State(condition=node, to=(after,)))
        if isinstance(node, Look):
            inner = self.assemble(node.inner)
            return _append(states, _State(look=(inner, node.negated), to=(after,)))
        if isinstance(node, Sequence):
            for item in reversed(node.items):
                after = self.add(item, after, states)
            return after
        if isinstance(node, Alternation):
            branches = tuple(self.add(branch, after, states) for branch in node.branches)
            return _append(states, _State(to=branches))
        return self.add_repeat(node, after, states)

    def add_repeat(self, node: Repeat, after: int, states: list[_State]) -> int:
        if node.most is None:
            loop = _append(states, _State())
            states[loop].to = (self.add(node.inner, loop, states), after)
            after = loop
        else:
            end = after
            for _ in range(node.most - node.least):
                after = _append(states, _State(to=(self.add(node.inner, after, states), end)))
        for _ in range(node.least):
            after = self.add(node.inner, after, states)
        return after


def _append(states: list[_State], state: _State) -> int:
    states.append(state)
    return len(states) - 1


class _Run:
    """One text, run through a program and the programs of its look-aheads within one budget."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.steps = MAX_STEPS
        self.looked: dict[tuple[int, int], bool] = {}

    def search(self, program: _Program) -> bool:
        return self._run(program, 0, anchored=False)

    def _run(self, program: _Program, position: int, *, anchored: bool) -> bool:
        current: set[int] = set()
        starting = True
        while True:
            if starting and self._enter(program, program.start, position, current):
                return True
            starting = not anchored
            if position == len(self.text) or not (current or starting):
                return False
            character = self.text[position]
            position += 1
            following: set[int] = set()
            for index in current:
                self._step()
                state = program.states[index]
                if state.accepts is not None and state.accepts(character):
                    for target in state.to:
                        if self._enter(program, target, position, following):
                            return True
            current = following

    def _enter(self, program: _Program, start: int, position: int, into: set[int]) -> bool:
        """Add all states that are reached without a character; whether the final one is among them."""
        waiting = [start]
        while waiting:
            index = waiting.pop()
            if index in into:
                continue
            self._step()
            into.add(index)
            state = program.states[index]
            if state.final:
                return True
            if state.accepts is not None:
                continue
            if state.condition is not None and not self._holds(state.condition, position):
                continue
            if state.look is not None and not self._looks(*state.look, position):
                continue
            waiting.extend(state.to)
        return False

    def _looks(self, program: _Program, negated: bool, position: int) -> bool:
        key = (id(program), position)
        if key not in self.looked:
            self.looked[key] = self._run(program, position, anchored=True)
        return self.looked[key] is not negated

    def _holds(self, condition: Assertion, position: int) -> bool:
        if condition.kind is AssertionKind.START:
            return position == 0
        if condition.kind is AssertionKind.END:
            return position == len(self.text)
        before = position > 0 and is_word(self.text[position - 1])
        behind = position < len(self.text) and is_word(self.text[position])
        return (before is not behind) is (condition.kind is AssertionKind.BOUNDARY)

    def _step(self) -> None:
        self.steps -= 1
        if self.steps < 0:
            raise UnsupportedPattern("too slow")
