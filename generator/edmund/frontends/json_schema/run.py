"""Programs run: a value held against a compiled schema.

Time and depth are bounded, whatever the schema and the value are. What is expected is said in the schema's
words; nothing of the value is repeated but the names of members, in pointers.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from edmund.frontends.json_schema import assertions as a
from edmund.frontends.json_schema.frames import Evaluated, Frame, Share, Unfinished
from edmund.frontends.json_schema.rules import SchemaRule, SchemaViolation
from edmund.validation.walk import MAX_DEPTH, step

__all__ = ["Checks", "Run", "nesting_beyond"]

# Schemas that apply each other: two frames of Python each, of the 1,000 that there are.
MAX_LEVELS = 400
# Applications of a schema: so many for any value, and so many more for each value within it.
FIRST_STEPS = 100_000
STEPS_FOR_EACH = 1_000

Checks = Mapping[type[a.Assertion], Callable[["Run", Frame, Any], None]]


class Run:
    """One check of one value; `checks` says how each kind of assertion is checked."""

    def __init__(self, program: a.Program, checks: Checks, value: object) -> None:
        self.program = program
        self.checks = checks
        self.steps = FIRST_STEPS + STEPS_FOR_EACH * _size(value)
        self._active: set[tuple[int, str]] = set()

    def start(self, value: object) -> list[SchemaViolation]:
        """What is wrong with the value."""
        nowhere = Frame(self.program.nodes[0], value, "", (), 0, None, [])
        return self.apply(self.program.root, value, "", nowhere)

    def apply(
        self, index: int, value: object, pointer: str, above: Frame, share: Share = Share.NEVER
    ) -> list[SchemaViolation]:
        """What is wrong with `value` by the schema with this index; none when it is valid.

        `share` says when the frame above, whose value it then is, learns what was evaluated.
        """
        node = self.program.nodes[index]
        if value is None and node.nullable:
            return []
        self.steps -= 1
        if self.steps < 0:
            message = "the check takes too many steps and was ended"
            raise Unfinished(SchemaRule.TOO_MUCH_WORK.at(pointer, message, str(node.location)))
        level = above.level + 1
        if level > MAX_LEVELS:
            message = f"more than {MAX_LEVELS} schemas apply each other here"
            raise Unfinished(SchemaRule.TOO_DEEP.at(pointer, message, str(node.location)))
        key = (index, pointer)
        if key in self._active:
            return []  # A loop, where loops are allowed: what holds if it holds is taken to hold.
        wanted = share is not Share.NEVER and above.evaluated is not None
        evaluated = Evaluated() if wanted or _asks(node) else None
        scope = above.scope
        if node.resource not in scope:
            scope = (*scope, node.resource)
        frame = Frame(node, value, pointer, scope, level, evaluated, [])
        self._active.add(key)
        try:
            for assertion in node.assertions:
                self.checks[type(assertion)](self, frame, assertion)
        finally:
            self._active.discard(key)
        learns = share is Share.ALWAYS or (share is Share.IF_VALID and not frame.found)
        if learns and evaluated is not None and above.evaluated is not None:
            above.evaluated.members |= evaluated.members
            above.evaluated.items |= evaluated.items
        return frame.found


def _asks(node: a.Node) -> bool:
    """Whether a schema asks for what was evaluated; that assertion is the last one."""
    return bool(node.assertions) and isinstance(
        node.assertions[-1], a.UnevaluatedItems | a.UnevaluatedProperties
    )


def _size(value: object) -> int:
    """How many values there are within a value."""
    size = 0
    waiting = [value]
    while waiting:
        each = waiting.pop()
        size += 1
        if isinstance(each, dict):
            waiting.extend(each.values())
        elif isinstance(each, list):
            waiting.extend(each)
    return size


def nesting_beyond(value: object) -> str | None:
    """The pointer of a value that lies deeper than values may nest; None when there is none."""
    waiting = [(value, "", 0)]
    while waiting:
        each, pointer, depth = waiting.pop()
        if depth > MAX_DEPTH:
            return pointer
        if isinstance(each, dict):
            waiting.extend((item, step(pointer, name), depth + 1) for name, item in each.items())
        elif isinstance(each, list):
            waiting.extend((item, step(pointer, i), depth + 1) for i, item in enumerate(each))
    return None
