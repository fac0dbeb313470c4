"""Values held against programs."""

from __future__ import annotations

from edmund.frontends.json_schema.assertions import Program
from edmund.frontends.json_schema.checks import CHECKS
from edmund.frontends.json_schema.frames import Unfinished
from edmund.frontends.json_schema.rules import SchemaRule, SchemaViolation
from edmund.frontends.json_schema.run import Run, nesting_beyond
from edmund.validation.walk import MAX_DEPTH

__all__ = ["check_value"]


def check_value(program: Program, value: object) -> tuple[SchemaViolation, ...]:
    """What is wrong with a JSON value by the schema that `program` was made from.

    A value that nests too deeply, or that would take too long, has that as its only violation.
    """
    place = str(program.nodes[program.root].location)
    deep = nesting_beyond(value)
    if deep is not None:
        message = f"more than {MAX_DEPTH} levels deep"
        return (SchemaRule.TOO_DEEP.at(deep, message, place),)
    try:
        return tuple(Run(program, CHECKS, value).start(value))
    except Unfinished as reason:
        return (reason.violation,)
    except RecursionError:  # the caller's own stack was deep already
        message = "the value and its schema are nested too deeply to be checked from here"
        return (SchemaRule.TOO_DEEP.at("", message, place),)
