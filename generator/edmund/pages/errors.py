"""What is found wrong with a request before it is sent: the rules that its body can break, and where."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Final

from edmund.pages.blocks import Block, Heading, Paragraph, Table
from edmund.pages.members import prose
from edmund.surface.elements import Call, CallKind
from edmund.surface.shapes import PropertyShape
from edmund.surface.type_parts import name_of
from edmund.surface.type_schema import TypeSchema
from edmund.validation.rules import Rule

__all__ = ["errors_of_request"]

_INTRODUCTION: Final = (
    "Clients check the body before they send it, and `edmund validate` checks it in a file. Beside what holds for any "
    "value of its type, these rules can be broken:"
)
_Test = Callable[[PropertyShape], bool]
_BY_CONSTRAINT: Final[Mapping[Rule, _Test]] = {
    Rule.NULL: lambda p: not p.value.nullable,
    Rule.MAX_LENGTH: lambda p: p.value.max_length is not None,
    Rule.PRECISION: lambda p: p.value.precision is not None and p.value.type == "Edm.Decimal",
    Rule.SCALE: lambda p: p.value.scale is not None and p.value.type == "Edm.Decimal",
    Rule.PATTERN: lambda p: p.value.pattern is not None,
    Rule.MINIMUM: lambda p: p.value.minimum is not None,
    Rule.MAXIMUM: lambda p: p.value.maximum is not None,
    Rule.MULTIPLE_OF: lambda p: p.value.multiple_of is not None,
    Rule.ALLOWED_VALUES: lambda p: p.value.allowed_values is not None,
    Rule.MIN_ITEMS: lambda p: p.value.min_items is not None,
    Rule.MAX_ITEMS: lambda p: p.value.max_items is not None,
    Rule.TYPE_NOT_ALLOWED: lambda p: bool(p.value.types or p.value.writable_types),
    Rule.URL: lambda p: p.value.is_url,
    Rule.BASE64: lambda p: p.value.is_base64,
}


def errors_of_request(call: Call, schema: TypeSchema) -> Iterator[Block]:
    """A table of rules with the members of the body that they are about; nothing for a call without such a body."""
    if call.kind is CallKind.INVOKE:
        members: Iterable[PropertyShape] = (
            PropertyShape(p.name, schema.value(p.type), required_on_create=p.required)
            for p in call.parameters
        )
        writing: Mapping[Rule, _Test] = {Rule.REQUIRED: lambda p: p.required_on_create}
    else:
        shape = None if call.body is None else schema.structured(name_of(call.body))
        members = () if shape is None else shape.properties.values()
        writing = _of_writing(creates=call.kind is not CallKind.UPDATE)
    sent = tuple(each for each in members if not each.navigation)
    rows = tuple(_rows(sent, writing, schema))
    if rows:
        yield Heading(2, "Errors of validation")
        yield Paragraph(_INTRODUCTION)
        yield Table(("Rule", "Severity", "Of", "What it asks for"), rows)


def _of_writing(*, creates: bool) -> Mapping[Rule, _Test]:
    if not creates:
        return {
            Rule.REQUIRED: lambda p: p.required_on_update,
            Rule.NOT_WRITABLE: lambda p: not p.updatable,
        }
    return {
        Rule.REQUIRED: lambda p: p.required_on_create,
        Rule.MISSING: lambda p: p.expected_on_create,
        Rule.NOT_WRITABLE: lambda p: not p.insertable,
    }


def _rows(
    members: Sequence[PropertyShape], writing: Mapping[Rule, _Test], schema: TypeSchema
) -> Iterator[tuple[str, ...]]:
    """What may not be written at all is no matter of other rules."""
    closed = writing.get(Rule.NOT_WRITABLE)
    written = [each for each in members if closed is None or not closed(each)]
    constraints: Mapping[Rule, _Test] = {
        **_BY_CONSTRAINT,
        Rule.ENUM_MEMBER: lambda p: schema.enum(p.value.type) is not None,
    }
    for rule in Rule:
        if rule in writing:
            names = [f"`{each.name}`" for each in members if writing[rule](each)]
        else:
            test = constraints.get(rule)
            names = [f"`{each.name}`" for each in written if test is not None and test(each)]
        if names:
            yield f"`{rule.code}`", rule.severity.value, ", ".join(names), prose(rule.summary)
