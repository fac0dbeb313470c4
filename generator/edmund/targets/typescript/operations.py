"""Calls: what a builder's interface extends for them, and their row in the table of routes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from edmund.plan.odata_exchange import AnswerForm, BodyForm, Purpose, answer_of, body_of, purpose_of
from edmund.plan.query_options import UsualSet, options_of
from edmund.surface.elements import Call, Resource, Surface
from edmund.surface.type_parts import is_list, name_of
from edmund.targets.prose import call_text
from edmund.targets.typescript.layout import Layout
from edmund.targets.typescript.literals import LINE_LENGTH, doc_comment, string_literal
from edmund.targets.typescript.model_views import MemberView
from edmund.targets.typescript.payloads import Payloads
from edmund.targets.typescript.policies import POLICIES
from edmund.targets.typescript.source import Data, Text, method, width
from edmund.targets.typescript.types import TypeTexts

__all__ = ["Lowered", "OperationContext", "lower_call"]

_BASES = {"get": "Gets", "post": "Posts", "patch": "Patches", "put": "Puts", "delete": "Deletes"}
_INTERFACES = {
    UsualSet.NONE: "QueryParameters",
    UsualSet.LIST: "ListQueryParameters",
    UsualSet.READ: "ReadQueryParameters",
    UsualSet.COUNT: "CountQueryParameters",
    UsualSet.REMOVED_REFERENCE: "QueryParameters",
    UsualSet.OTHER: "ListQueryParameters",
}
_DEFAULTS = {"Gets": "ReadQueryParameters", "Lists": "ListQueryParameters"}
"""The query parameters of the runtime's interfaces where their type arguments say nothing."""


@dataclass(frozen=True, slots=True)
class OperationContext:
    surface: Surface
    layout: Layout
    payloads: Payloads


@dataclass(frozen=True, slots=True)
class Lowered:
    """`base` is the interface of the call with its type arguments; `members` say what is special of it.

    `name` is the method, `row` what the table of routes says of it.
    """

    base: tuple[str, tuple[str, ...]]
    members: tuple[MemberView, ...]
    name: str
    row: Mapping[str, Data]


@dataclass(frozen=True, slots=True)
class _Answer:
    """`text` is the type of the answer, `item` that of a page's items."""

    text: str
    row: Mapping[str, Data]
    item: str | None = None


@dataclass(frozen=True, slots=True)
class _Body:
    text: str
    row: Mapping[str, Data]
    optional: bool = False


def lower_call(
    call: Call, resource: Resource, context: OperationContext, texts: TypeTexts
) -> Lowered:
    """A call of a resource; what it names is imported by way of `texts`."""
    name = call.method.value.lower()
    answer = _answer(call, resource, context, texts)
    body = _body(call, resource, context, texts)
    paged = answer.item is not None
    options = _options(call, resource)
    item = _item(call, context)
    interface, arguments = _interface(name, answer, body, paged)
    query = _query(options, item, texts)
    if options != _DEFAULTS.get(interface, "QueryParameters"):
        arguments = (*arguments, query())
    row: dict[str, Data] = {**answer.row}
    if body is not None:
        row.update(body.row)
        purpose = purpose_of(call)
        if purpose in (Purpose.CREATE, Purpose.UPDATE):
            row["check"] = Text(string_literal(purpose.value))
    members: tuple[MemberView, ...] = ()
    if call.is_documented:
        members = (_documented(name, call, answer, body, query, texts),)
    base = (texts.runtime("operations", interface), arguments)
    return Lowered(base, members, name, row)


def _options(call: Call, resource: Resource) -> str:
    """The runtime's interface of query parameters that has what the call takes."""
    return _INTERFACES[options_of(call, resource, POLICIES).set]


def _item(call: Call, context: OperationContext) -> str | None:
    """The type of the objects that options speak of, where it has properties."""
    type_ = call.returns
    known = None if type_ is None else context.surface.types.structured(name_of(type_))
    return None if known is None or known.opaque else known.name


def _query(options: str, item: str | None, texts: TypeTexts) -> Callable[[], str]:
    """What gives the interface of query parameters; it is imported when it is asked for."""

    def text() -> str:
        name = texts.runtime("operations", options)
        if item is None or options not in ("ListQueryParameters", "ReadQueryParameters"):
            return name
        return f"{name}<{texts.name(item)}>"

    return text


def _interface(
    name: str, answer: _Answer, body: _Body | None, paged: bool
) -> tuple[str, tuple[str, ...]]:
    if paged and answer.item is not None:
        return "Lists", (answer.item, answer.text)
    base = _BASES[name]
    if name == "delete":
        return base, ()
    if name == "get":
        return base, (answer.text,)
    if body is None:
        return "PostsNothing", (answer.text,)
    return ("PostsOptionally" if body.optional else base), (answer.text, body.text)


def _documented(
    name: str,
    call: Call,
    answer: _Answer,
    body: _Body | None,
    query: Callable[[], str],
    texts: TypeTexts,
) -> MemberView:
    """The method once more, for what the schema says of it."""
    deprecation = call.deprecation
    why = "" if deprecation is None else deprecation.description or "See above."
    configuration = texts.runtime("operations", "RequestConfiguration")
    parameters = [_optional_parameter(configuration, query() if call.query else "")]
    if body is not None:
        parameters.insert(0, f"body{'?' if body.optional else ''}: {body.text}")
    return MemberView(
        True,
        doc_comment(call_text(call), 2, why),
        method(name, parameters, ("Promise", answer.text)),
    )


def _optional_parameter(configuration: str, argument: str) -> str:
    """The last parameter of a method; below its name an argument that has arguments and too little room."""
    head = f"requestConfiguration?: {configuration}"
    flat = f"{head}<{argument}>" if argument else head
    if 4 + width(flat) + 1 <= LINE_LENGTH or "<" not in argument:
        return flat
    return f"{head}<\n      {argument}\n    >"


def _answer(call: Call, resource: Resource, context: OperationContext, texts: TypeTexts) -> _Answer:
    planned = answer_of(call, context.surface.types, context.layout.pages)
    name = planned.type or ""
    item = texts.name(name) if planned.iterable and name else None
    literal = Text(string_literal(name))
    match planned.form:
        case AnswerForm.NOTHING:
            return _Answer("void", {})
        case AnswerForm.COUNT:
            return _Answer("number", {"answer": Text('"number"')})
        case AnswerForm.REFERENCE:
            return _Answer("string | undefined", {"answer": Text('"reference"')})
        case AnswerForm.REFERENCES:
            page = texts.runtime("operations", "StringCollectionResponse")
            return _Answer(f"{page} | undefined", {"answer": Text('"references"')}, "string")
        case AnswerForm.STREAM:
            return _Answer("Uint8Array | undefined", {"answer": Text('"content"')})
        case AnswerForm.WRAPPED:
            wrapper = context.payloads.answers[resource.id].name
            kind = "page" if call.returns is not None and is_list(call.returns) else "value"
            return _Answer(f"{wrapper} | undefined", {kind: literal}, item)
        case AnswerForm.PAGE:
            return _Answer(f"{texts.page(name)} | undefined", {"page": literal}, item)
        case AnswerForm.COLLECTION:
            page = texts.runtime("operations", "BaseCollectionPaginationCountResponse")
            return _Answer(f"{page} | undefined", {"page": literal})
        case AnswerForm.VALUE if call.returns is not None:
            value, _ = texts.value(call.returns)
            answer = texts.runtime("operations", "ValueResponse")
            return _Answer(f"{answer}<{value}> | undefined", {"value": literal})
    written = texts.name(name)
    return _Answer(written if written == "unknown" else f"{written} | undefined", {"type": literal})


def _body(
    call: Call, resource: Resource, context: OperationContext, texts: TypeTexts
) -> _Body | None:
    planned = body_of(call)
    if planned is None:
        return None
    reference: Mapping[str, Data] = {"bodyIs": Text('"reference"')}
    match planned.form:
        case BodyForm.NEW_REFERENCE:
            return _Body(texts.runtime("operations", "ReferenceCreate"), reference)
        case BodyForm.REFERENCE:
            return _Body(texts.runtime("operations", "ReferenceUpdate"), reference)
        case BodyForm.PARAMETERS:
            payload = context.payloads.bodies[resource.id]
            named: dict[str, Data] = {
                "body": Text(string_literal(payload.key)),
                "bodyIs": Text('"parameters"'),
            }
            return _Body(payload.name, named, planned.optional)
        case BodyForm.STREAM:
            return _Body(texts.runtime("operations", "Content"), {"bodyIs": Text('"content"')})
    row: dict[str, Data] = {"body": Text(string_literal(planned.type or ""))}
    name = texts.name(planned.type or "")
    if planned.form is BodyForm.COLLECTION:
        return _Body(f"{name}[]", {**row, "bodyIs": Text('"collection"')})
    return _Body(name, row)
