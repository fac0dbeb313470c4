"""Calls as methods of a builder: what they take, what they give, and the request that is made."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from edmund.plan.odata_exchange import AnswerForm, Body, BodyForm, answer_of, body_of
from edmund.surface.elements import Call, CallKind, Resource, Surface
from edmund.targets.go.builder_views import CallView
from edmund.targets.go.layout import Layout
from edmund.targets.go.literals import comment, string_literal
from edmund.targets.go.options import OptionSet, option_set
from edmund.targets.go.payloads import Payloads
from edmund.targets.go.structured import variable
from edmund.targets.go.values import Values
from edmund.targets.prose import call_text

__all__ = ["CallContext", "lower_call"]

_CONTENT: Final = "odata.Content"
_PURPOSES = {
    CallKind.CREATE: "ForCreate",
    CallKind.REPLACE: "ForCreate",
    CallKind.UPDATE: "ForUpdate",
    CallKind.INVOKE: "Invocation",
    CallKind.ADD_REFERENCE: "Invocation",
    CallKind.SET_REFERENCE: "Invocation",
}


@dataclass(frozen=True, slots=True)
class CallContext:
    """What all calls share."""

    surface: Surface
    layout: Layout
    values: Values
    payloads: Payloads


@dataclass(frozen=True, slots=True)
class _Answer:
    """The runtime's reader, the Go type (None: an error alone), and that of the items of a page.

    `method_stem` is the operation's name in that of a type which only it answers.
    """

    reader: str
    type: str | None
    item: str | None = None
    method_stem: str | None = None


@dataclass(frozen=True, slots=True)
class _Body:
    """The Go type, and the expression that makes the runtime's body of the parameter; `is_content` is a stream's."""

    type: str
    made: str
    is_content: bool = False


def lower_call(call: Call, resource: Resource, context: CallContext) -> tuple[CallView, OptionSet]:
    """`Get`, `Post`, ... and, where the service gives pages, `Iterate`."""
    options = option_set(call, resource)
    answer = _answer(call, resource, context)
    body = _body(call, resource, context)
    method = call.method.value.capitalize()
    pages = answer.item
    view = CallView(
        method=method,
        verb=string_literal(call.method.value),
        comment=comment(f"{method}: {_lower_first(call_text(call))}"),
        body="" if body is None else f"body {body.type}, ",
        passed="" if body is None else "body, ",
        configuration=f"*{options.configuration}",
        answer=answer.reader,
        sent="odata.NoBody" if body is None else body.made,
        nothing=answer.type is None,
        returns=answer.type or "",
        has_answer_method=answer.method_stem is not None,
        answer_method=f"{method}As{answer.method_stem}{method}Response",
        paged=pages is not None,
        pages=pages or "",
        downloads=answer.reader == _CONTENT and (body is None or not body.is_content),
        uploads=body is not None and body.is_content,
    )
    return view, options


def _lower_first(text: str) -> str:
    return text[:1].lower() + text[1:] if text[1:2].islower() else text


def _answer(call: Call, resource: Resource, context: CallContext) -> _Answer:
    planned = answer_of(call, context.surface.types, context.layout.pages)
    name = planned.type or ""
    interface = context.values.interface(name)
    item = interface if planned.iterable else None
    match planned.form:
        case AnswerForm.NOTHING:
            return _Answer("odata.Nothing", None)
        case AnswerForm.COUNT:
            return _Answer("odata.Count", "*int32")
        case AnswerForm.REFERENCE:
            return _Answer("odata.Reference", "*string")
        case AnswerForm.REFERENCES:
            return _Answer("odata.References", "models.StringCollectionResponseable")
        case AnswerForm.STREAM:
            return _Answer(_CONTENT, "[]byte")
        case AnswerForm.WRAPPED:
            payload = context.payloads.answers[resource.id]
            reader = f"odata.Wrapped(&{variable(payload.name)})"
            return _Answer(reader, f"{payload.name}able", item, payload.local)
        case AnswerForm.PAGE:
            reader = f"odata.Page({string_literal(name)})"
            return _Answer(reader, f"models.{context.layout.pages[name]}able", item)
    if planned.form is not AnswerForm.OBJECT or interface is None:
        return _Answer("odata.Value", "any")
    return _Answer(f"odata.Entity({string_literal(name)})", interface)


def _body(call: Call, resource: Resource, context: CallContext) -> _Body | None:
    planned = body_of(call)
    if planned is None:
        return None
    purpose = f"odata.{_PURPOSES.get(call.kind, 'None')}"
    match planned.form:
        case BodyForm.NEW_REFERENCE:
            return _Body("models.ReferenceCreateable", f'odata.ModelBody(body, "", {purpose})')
        case BodyForm.REFERENCE:
            return _Body("models.ReferenceUpdateable", f'odata.ModelBody(body, "", {purpose})')
        case BodyForm.PARAMETERS:
            name = context.payloads.bodies[resource.id].name
            purpose = "odata.OptionalInvocation" if planned.optional else purpose
            return _Body(f"{name}able", f'odata.ModelBody(body, "", {purpose})')
        case BodyForm.STREAM:
            return _Body("[]byte", "odata.BytesBody(body)", is_content=True)
    return _models_body(planned, purpose, context)


def _models_body(planned: Body, purpose: str, context: CallContext) -> _Body:
    name = planned.type or ""
    interface = context.values.interface(name)
    if interface is None or context.surface.types.structured(name) is None:
        return _Body("any", "odata.ValueBody(body)")
    given = f"body, {string_literal(name)}, {purpose}"
    if planned.form is BodyForm.COLLECTION:
        return _Body(f"[]{interface}", f"odata.ModelsBody({given})")
    return _Body(interface, f"odata.ModelBody({given})")
