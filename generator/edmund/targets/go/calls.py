"""Calls as methods of a builder: what they take, what they give, and the request that is made."""

from __future__ import annotations

from dataclasses import dataclass

from edmund.surface.answers import has_envelope
from edmund.surface.elements import Call, CallKind, Resource, ResourceKind, Surface
from edmund.surface.type_parts import is_list, name_of
from edmund.surface.types import StructuredType, Type
from edmund.targets.go.builder_views import CallView
from edmund.targets.go.layout import Layout
from edmund.targets.go.literals import comment, string_literal
from edmund.targets.go.options import OptionSet, option_set
from edmund.targets.go.payloads import Payloads
from edmund.targets.go.structured import variable
from edmund.targets.go.values import Values
from edmund.targets.prose import call_text

__all__ = ["METHODS", "CallContext", "lower_call"]

METHODS = {
    CallKind.LIST: "Get",
    CallKind.READ: "Get",
    CallKind.CREATE: "Post",
    CallKind.UPDATE: "Patch",
    CallKind.REPLACE: "Put",
    CallKind.DELETE: "Delete",
    CallKind.COUNT: "Get",
    CallKind.READ_STREAM: "Get",
    CallKind.WRITE_STREAM: "Put",
    CallKind.LIST_REFERENCES: "Get",
    CallKind.READ_REFERENCE: "Get",
    CallKind.ADD_REFERENCE: "Post",
    CallKind.SET_REFERENCE: "Put",
    CallKind.REMOVE_REFERENCE: "Delete",
}
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
    """The Go type, and the expression that makes the runtime's body of the parameter."""

    type: str
    made: str


def lower_call(call: Call, resource: Resource, context: CallContext) -> tuple[CallView, OptionSet]:
    """`Get`, `Post`, ... and, where the service gives pages, `Iterate`."""
    options = option_set(call, resource.kind is ResourceKind.REFERENCE_COLLECTION)
    answer = _answer(call, resource, context)
    body = _body(call, resource, context)
    method = METHODS.get(call.kind) or call.method.value.capitalize()
    pages = answer.item if call.pageable and body is None else None
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
    )
    return view, options


def _lower_first(text: str) -> str:
    return text[:1].lower() + text[1:] if text[1:2].islower() else text


def _answer(call: Call, resource: Resource, context: CallContext) -> _Answer:
    returned = call.returns
    if call.kind is CallKind.COUNT:
        return _Answer("odata.Count", "*int32")
    if call.kind is CallKind.LIST_REFERENCES:
        return _Answer("odata.References", "models.StringCollectionResponseable")
    if call.kind is CallKind.READ_REFERENCE:
        return _Answer("odata.Reference", "*string")
    if returned is None:
        return _Answer("odata.Nothing", None)
    if name_of(returned) == "Edm.Stream":
        return _Answer("odata.Content", "[]byte")
    payload = context.payloads.answers.get(resource.id)
    if call.kind is CallKind.INVOKE and payload is not None:
        item = context.values.interface(name_of(returned)) if payload.paged else None
        reader = f"odata.Wrapped(&{variable(payload.name)})"
        return _Answer(reader, f"{payload.name}able", item, payload.local)
    page = context.layout.pages.get(name_of(returned))
    if is_list(returned) and page is not None:
        return _Answer(
            f"odata.Page({string_literal(name_of(returned))})",
            f"models.{page}able",
            context.values.interface(name_of(returned)),
        )
    interface = context.values.interface(name_of(returned))
    if is_list(returned) or has_envelope(returned, context.surface.types) or interface is None:
        return _Answer("odata.Value", "any")
    return _Answer(f"odata.Entity({string_literal(name_of(returned))})", interface)


def _body(call: Call, resource: Resource, context: CallContext) -> _Body | None:
    purpose = f"odata.{_PURPOSES.get(call.kind, 'None')}"
    if call.kind is CallKind.ADD_REFERENCE:
        return _Body("models.ReferenceCreateable", f'odata.ModelBody(body, "", {purpose})')
    if call.kind is CallKind.SET_REFERENCE:
        return _Body("models.ReferenceUpdateable", f'odata.ModelBody(body, "", {purpose})')
    payload = context.payloads.bodies.get(resource.id)
    if payload is not None and call.kind is CallKind.INVOKE:
        if all(p.optional for p in call.parameters):
            purpose = "odata.OptionalInvocation"
        return _Body(f"{payload.name}able", f'odata.ModelBody(body, "", {purpose})')
    if call.body is None:
        return None
    return _typed_body(call.body, purpose, context)


def _typed_body(body: Type, purpose: str, context: CallContext) -> _Body:
    if name_of(body) == "Edm.Stream":
        return _Body("[]byte", "odata.BytesBody(body)")
    interface = context.values.interface(name_of(body))
    found = context.surface.types.by_name.get(name_of(body))
    if interface is None or not isinstance(found, StructuredType):
        return _Body("any", "odata.ValueBody(body)")
    given = f"body, {string_literal(name_of(body))}, {purpose}"
    if is_list(body):
        return _Body(f"[]{interface}", f"odata.ModelsBody({given})")
    return _Body(interface, f"odata.ModelBody({given})")
