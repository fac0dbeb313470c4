"""What is told of a value that fits none of the schemas of `anyOf` or `oneOf`, or too many."""

from __future__ import annotations

from collections.abc import Sequence

from edmund.frontends.json_schema import assertions as a
from edmund.frontends.json_schema.frames import Frame
from edmund.frontends.json_schema.rules import SchemaRule, SchemaViolation

__all__ = ["tell_branches"]

_LONGEST_REASONS = 400
_KINDS = frozenset(
    {SchemaRule.WRONG_TYPE.code, SchemaRule.ALLOWED_VALUES.code, SchemaRule.NEVER.code}
)


def tell_branches(
    frame: Frame, assertion: a.AnyOf | a.OneOf, told: Sequence[Sequence[SchemaViolation]]
) -> None:
    """Report what is wrong, given what is wrong by each branch.

    Where a branch was perhaps meant, because the value is of its type, what is wrong by that one follows.
    """
    keyword = assertion.keyword
    fitting = [index for index, found in enumerate(told) if not found]
    if len(fitting) > 1 and isinstance(assertion, a.OneOf):
        which = ", ".join(str(index) for index in fitting)
        message = f"the value fits {len(fitting)} schemas of '{keyword}' ({which}); it may fit one"
        frame.report(SchemaRule.ONE_OF, message, keyword)
    if fitting:
        return
    count = len(told)
    nearest = min(range(count), key=lambda index: _distance(told[index], frame.pointer))
    if _is_of_another_kind(told[nearest], frame.pointer):
        reasons = dict.fromkeys(
            each.message for found in told for each in found if each.pointer == frame.pointer
        )
        said = "; ".join(reasons)
        if len(said) > _LONGEST_REASONS:
            said = said[:_LONGEST_REASONS] + "..."
        message = f"the value fits no schema of '{keyword}': {said}"
        frame.report(SchemaRule.ANY_OF, message, keyword)
        return
    if count > 1:
        message = f"the value fits no schema of '{keyword}'; it is nearest to number {nearest}"
        frame.report(SchemaRule.ANY_OF, message, keyword)
    frame.found.extend(told[nearest])


def _distance(found: Sequence[SchemaViolation], pointer: str) -> tuple[bool, bool, int]:
    """How far a value is from a branch: of another kind, with another constant, with so much wrong."""
    other_constant = any(
        each.code == SchemaRule.ALLOWED_VALUES.code and each.pointer.rpartition("/")[0] == pointer
        for each in found
    )
    return (_is_of_another_kind(found, pointer), other_constant, len(found))


def _is_of_another_kind(found: Sequence[SchemaViolation], pointer: str) -> bool:
    """Whether a value is not of the type that a branch is about, nor of one of the branches of that."""
    if len(found) == 1 and found[0].code == SchemaRule.ANY_OF.code:
        return found[0].pointer == pointer
    return any(each.pointer == pointer and each.code in _KINDS for each in found)
