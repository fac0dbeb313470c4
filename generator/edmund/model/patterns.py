"""Regular expressions in Validation.Pattern: is this one at all, and does it mean the same everywhere?

Nothing is run here. A pattern is a text of ECMA 262 (the term's own description); what is no regular
expression in any dialect is an error, what dialects read differently or backtracking engines choke on
is told, so that nobody is surprised by a validator that leaves it out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from edmund.patterns import UnsupportedPattern, compile_pattern

__all__ = ["PatternReport", "inspect_pattern"]

_COUNT = re.compile(r"\{(\d{1,9})(,(\d{0,9}))?\}", re.ASCII)


@dataclass(slots=True)
class PatternReport:
    """`error` says why it is no regular expression; `risks` what may go wrong with one that is."""

    error: str | None = None
    risks: list[str] = field(default_factory=list)


class _Malformed(Exception):
    pass


@dataclass(slots=True)
class _Group:
    """An open group: whether something in it repeats without limit."""

    repeats: bool = False


def inspect_pattern(pattern: str) -> PatternReport:
    """What can be said of a pattern without running it, in one pass."""
    report = PatternReport()
    try:
        for risk in _scan(pattern):
            if risk not in report.risks:
                report.risks.append(risk)
    except _Malformed as problem:
        report.error = str(problem)
        return report
    try:
        compile_pattern(pattern)
    except UnsupportedPattern as reason:
        report.risks.append(f"it cannot be checked ({reason}), and validators say so")
    return report


def _scan(pattern: str) -> Iterator[str]:
    groups = [_Group()]
    at = 0
    operand = False  # Whether a quantifier may stand here.
    closed: _Group | None = None  # The group that has just ended.
    while at < len(pattern):
        character = pattern[at]
        ended, closed = closed, None
        if character == "\\":
            if at + 1 == len(pattern):
                raise _Malformed("it ends in a backslash")
            yield from _escape_risks(pattern, at)
            at += 2
            operand = True
        elif character == "[":
            at = _after_class(pattern, at)
            operand = True
        elif character == "(":
            groups.append(_Group())
            at, risk = _after_opening(pattern, at)
            if risk is not None:
                yield risk
            operand = False
        elif character == ")":
            if len(groups) == 1:
                raise _Malformed("a ')' closes nothing")
            closed = groups.pop()
            groups[-1].repeats |= closed.repeats
            at += 1
            operand = True
        elif (quantifier := _quantifier(pattern, at)) is not None:
            length, unlimited = quantifier
            if not operand:
                raise _Malformed(f"{pattern[at]!r} repeats nothing")
            if unlimited:
                if ended is not None and ended.repeats:
                    yield "a repetition is repeated, which backtracking engines may take forever to match"
                groups[-1].repeats = True
            at += length
            operand = False
        else:
            at += 1
            operand = character != "|"
    if len(groups) > 1:
        raise _Malformed("a '(' is never closed")


def _quantifier(pattern: str, at: int) -> tuple[int, bool] | None:
    """The length of a quantifier with its modifier, and whether it has no upper limit; None for none."""
    character = pattern[at]
    if character in "*+?":
        length, unlimited = 1, character != "?"
    else:
        counted = _COUNT.match(pattern, at) if character == "{" else None
        if counted is None:
            return None
        low, upper = int(counted[1]), counted[3]
        if upper and int(upper) < low:
            raise _Malformed(f"{counted[0]!r} counts down")
        length, unlimited = len(counted[0]), counted[2] is not None and not upper
    # A lazy or (in some dialects) possessive quantifier.
    if pattern[at + length : at + length + 1] in ("?", "+"):
        length += 1
    return length, unlimited


def _after_class(pattern: str, start: int) -> int:
    """Where a character class that begins at `start` has ended."""
    at = start + 1
    if pattern[at : at + 1] == "^":
        at += 1
    while at < len(pattern):
        if pattern[at] == "\\":
            at += 2
        elif pattern[at] == "]":
            return at + 1
        else:
            at += 1
    raise _Malformed("a '[' is never closed")


def _after_opening(pattern: str, at: int) -> tuple[int, str | None]:
    """Where a group's content begins, and what is particular to the group."""
    if not pattern.startswith("(?", at):
        return at + 1, None
    if pattern.startswith("(?:", at):
        return at + 3, None
    for look in ("(?=", "(?!", "(?<=", "(?<!"):
        if pattern.startswith(look, at):
            return at + len(look), "it looks ahead or behind, which not every engine can"
    named = re.compile(r"\(\?P?<[A-Za-z_$][\w$]*>").match(pattern, at)
    if named is not None:
        return named.end(), "it names a group, which dialects write differently"
    flags = re.compile(r"\(\?[A-Za-z-]+[:)]").match(pattern, at)
    if flags is not None:
        # `(?i)` is a group without content, `(?i:` one with.
        end = flags.end() - 1 if flags[0].endswith(")") else flags.end()
        return end, "it sets flags, which dialects write differently"
    return at + 2, "it uses a group of one dialect only"


def _escape_risks(pattern: str, at: int) -> Iterator[str]:
    escaped = pattern[at + 1]
    if escaped in "pP":
        yield "it uses Unicode properties, which dialects read differently"
    elif escaped in "123456789k":
        yield "it refers back to a group, which not every engine can"
    elif escaped in "AZzGQEhHRX":
        yield f"it uses \\{escaped}, which dialects read differently"
