"""Runs the programs that patterns are compiled to, in bounded time.

A program (a text of numbers) becomes states of a non-deterministic automaton, which is run over the text with
all its states at once: there is no backtracking, and a budget of steps bounds the rest.
"""

from __future__ import annotations

from functools import lru_cache

__all__ = ["matches"]

MAX_STEPS = 2_000_000

SET, START, END, BOUNDARY, NO_BOUNDARY, LOOK, NO_LOOK, SEQUENCE, CHOICE, REPEAT = range(10)
FINAL = 10


def matches(program: str, text: str) -> bool | None:
    """Whether a program matches anywhere in `text`; None when that cannot be found out.

    That is so for the empty program, whose pattern cannot be run, and when it takes too many steps.
    """
    if not program:
        return None
    try:
        states = _load(program)
        return _Run(states, text).search(states.start, 0, anchored=False)
    except _TooSlow:
        return None


class _TooSlow(Exception):
    pass


class _States:
    """The states of a program: the kind of each, what it takes, and the states that follow."""

    def __init__(self, numbers: list[int]) -> None:
        self.numbers = numbers
        self.at = 0
        self.kinds = [FINAL]
        self.taken = [0]
        self.following: list[tuple[int, ...]] = [()]
        self.sets = [
            [(self.take(), self.take()) for _ in range(self.take())] for _ in range(self.take())
        ]
        self.start = self.add(0)

    def take(self) -> int:
        self.at += 1
        return self.numbers[self.at - 1]

    def append(self, kind: int, taken: int, *following: int) -> int:
        self.kinds.append(kind)
        self.taken.append(taken)
        self.following.append(following)
        return len(self.kinds) - 1

    def add(self, after: int) -> int:
        """Add the states of the next node, which go on to `after`; give the first of them."""
        kind = self.take()
        if kind == SET:
            return self.append(kind, self.take(), after)
        if kind in (LOOK, NO_LOOK):
            return self.append(kind, self.add(0), after)
        if kind == SEQUENCE:
            for _ in range(self.take()):
                after = self.add(after)
            return after
        if kind == CHOICE:
            return self.append(kind, 0, *[self.add(after) for _ in range(self.take())])
        if kind == REPEAT:
            return self.repeat(self.take(), self.take(), after)
        return self.append(kind, 0, after)

    def repeat(self, least: int, most: int, after: int) -> int:
        node, end = self.at, after
        if most < 0:
            loop = self.append(CHOICE, 0)
            self.following[loop] = (self.add(loop), after)
            after = loop
        for _ in range(most - least):
            self.at = node
            after = self.append(CHOICE, 0, self.add(after), end)
        for _ in range(least):
            self.at = node
            after = self.add(after)
        return after


@lru_cache(maxsize=256)
def _load(program: str) -> _States:
    return _States([int(number) for number in program.split(" ")])


class _Run:
    """One text, run through the states within one budget."""

    def __init__(self, states: _States, text: str) -> None:
        self.states = states
        self.points = [ord(character) for character in text]
        self.steps = MAX_STEPS
        self.looked: dict[tuple[int, int], bool] = {}

    def search(self, start: int, position: int, *, anchored: bool) -> bool:
        """Whether the final state is reached from `start`; unless `anchored`, from any later position too."""
        states = self.states
        current: set[int] = set()
        starting = True
        while True:
            if starting and self.enter(start, position, current):
                return True
            starting = not anchored
            if position == len(self.points) or not (current or starting):
                return False
            point = self.points[position]
            position += 1
            following: set[int] = set()
            for state in current:
                self.step()
                taken = states.kinds[state] == SET and _holds(
                    states.sets[states.taken[state]], point
                )
                if taken and self.enter(states.following[state][0], position, following):
                    return True
            current = following

    def enter(self, start: int, position: int, into: set[int]) -> bool:
        """Add all states that are reached without a character; whether the final one is among them."""
        kinds = self.states.kinds
        waiting = [start]
        while waiting:
            state = waiting.pop()
            if state in into:
                continue
            self.step()
            into.add(state)
            if kinds[state] == FINAL:
                return True
            if kinds[state] != SET and self.passes(state, position):
                waiting.extend(self.states.following[state])
        return False

    def passes(self, state: int, position: int) -> bool:
        """Whether what a state asks of the position holds."""
        kind = self.states.kinds[state]
        if kind == START:
            return position == 0
        if kind == END:
            return position == len(self.points)
        if kind in (BOUNDARY, NO_BOUNDARY):
            return (self.is_word(position - 1) is not self.is_word(position)) is (kind == BOUNDARY)
        if kind in (LOOK, NO_LOOK):
            key = (self.states.taken[state], position)
            if key not in self.looked:
                self.looked[key] = self.search(*key, anchored=True)
            return self.looked[key] is (kind == LOOK)
        return True

    def is_word(self, position: int) -> bool:
        if not 0 <= position < len(self.points):
            return False
        character = chr(self.points[position])
        return character.isascii() and (character.isalnum() or character == "_")

    def step(self) -> None:
        self.steps -= 1
        if self.steps < 0:
            raise _TooSlow


def _holds(ranges: list[tuple[int, int]], point: int) -> bool:
    """Whether a set has a code point: the ranges are sorted."""
    low, high = 0, len(ranges)
    while low < high:
        middle = (low + high) // 2
        if point > ranges[middle][1]:
            low = middle + 1
        else:
            high = middle
    return low < len(ranges) and ranges[low][0] <= point
