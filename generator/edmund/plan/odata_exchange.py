"""What a call of an OData service sends and answers, told apart once: languages only spell the cases."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass
from enum import Enum

from edmund.surface.answers import answer_member, has_envelope
from edmund.surface.elements import Call, CallKind, HttpMethod, Parameter, Resource
from edmund.surface.type_parts import is_list, name_of
from edmund.surface.types import Types

__all__ = [
    "Answer",
    "AnswerForm",
    "Body",
    "BodyForm",
    "Payload",
    "PayloadRole",
    "Purpose",
    "answer_of",
    "body_of",
    "payloads_of",
    "purpose_of",
]

STREAM = "Edm.Stream"


class AnswerForm(Enum):
    """What the caller gets; the section of OData JSON Format 4.01 says what stands in the answer."""

    NOTHING = "nothing"
    COUNT = "count"  # plain text, of `/$count`
    REFERENCE = "reference"  # 14, one URL
    REFERENCES = "references"  # 14, a collection of URLs
    STREAM = "stream"  # a media stream or a stream property
    WRAPPED = "wrapped"  # 11 and 12, `value` in a type of the operation's own
    PAGE = "page"  # 13, in a type for collections of the items' type
    COLLECTION = "collection"  # 12 and 13, where no type was made for it
    VALUE = "value"  # 11, a primitive value in `value`
    OBJECT = "object"  # 5 and 6, an entity or a complex value


@dataclass(frozen=True, slots=True)
class Answer:
    """`type` is the qualified name of the value or of the items, None where there is none in the schema.

    `iterable` says that callers can go through the items, from page to page.
    """

    form: AnswerForm
    type: str | None = None
    iterable: bool = False


class BodyForm(Enum):
    NEW_REFERENCE = "new reference"  # `@odata.id` of what is added to a collection
    REFERENCE = "reference"  # `@odata.id` of what is set
    PARAMETERS = "parameters"  # those of an action, in a type of its own
    STREAM = "stream"
    COLLECTION = "collection"
    OBJECT = "object"


@dataclass(frozen=True, slots=True)
class Body:
    """`type` is the qualified name of the value or of the items where the schema has it.

    `optional` says that it may be left out whole.
    """

    form: BodyForm
    type: str | None = None
    optional: bool = False


class Purpose(Enum):
    """What a body is for, which decides what it must and may carry."""

    CREATE = "create"
    UPDATE = "update"
    INVOKE = "invoke"


class PayloadRole(Enum):
    BODY = "body"
    ANSWER = "answer"


@dataclass(frozen=True, slots=True)
class Payload:
    """A type that only one operation has: the parameters of an action, or an answer that is no object.

    Its name is the operation's with `suffix` behind it. `paged` says that the answer may link to a next page.
    """

    role: PayloadRole
    suffix: str
    operation: str
    fields: tuple[Parameter, ...]
    paged: bool = False


_FORMS = {
    CallKind.COUNT: AnswerForm.COUNT,
    CallKind.LIST_REFERENCES: AnswerForm.REFERENCES,
    CallKind.READ_REFERENCE: AnswerForm.REFERENCE,
}
_PURPOSES = {
    CallKind.CREATE: Purpose.CREATE,
    CallKind.REPLACE: Purpose.CREATE,
    CallKind.UPDATE: Purpose.UPDATE,
    CallKind.INVOKE: Purpose.INVOKE,
}


def answer_of(call: Call, types: Types, paged: Container[str]) -> Answer:
    """What a call answers; `paged` are the types whose collections have a type of their own."""
    goes_on = call.pageable and body_of(call) is None
    form = _FORMS.get(call.kind)
    if form is not None:
        return Answer(form, iterable=goes_on and form is AnswerForm.REFERENCES)
    if call.returns is None:
        return Answer(AnswerForm.NOTHING)
    name = name_of(call.returns)
    if name == STREAM:
        return Answer(AnswerForm.STREAM)
    wrapped = answer_member(call, types) if call.kind is CallKind.INVOKE else None
    if wrapped is not None:
        return Answer(AnswerForm.WRAPPED, name, goes_on and wrapped[1])
    if is_list(call.returns):
        if name in paged:
            return Answer(AnswerForm.PAGE, name, goes_on)
        return Answer(AnswerForm.COLLECTION, name)
    enveloped = has_envelope(call.returns, types)
    return Answer(AnswerForm.VALUE if enveloped else AnswerForm.OBJECT, name)


def body_of(call: Call) -> Body | None:
    """What a call sends, None where it sends nothing."""
    if call.kind is CallKind.ADD_REFERENCE:
        return Body(BodyForm.NEW_REFERENCE)
    if call.kind is CallKind.SET_REFERENCE:
        return Body(BodyForm.REFERENCE)
    if call.kind is CallKind.INVOKE and call.parameters:
        return Body(BodyForm.PARAMETERS, optional=all(p.optional for p in call.parameters))
    if call.body is None:
        return None
    name = name_of(call.body)
    if name == STREAM:
        return Body(BodyForm.STREAM)
    return Body(BodyForm.COLLECTION if is_list(call.body) else BodyForm.OBJECT, name)


def purpose_of(call: Call) -> Purpose | None:
    return _PURPOSES.get(call.kind)


def payloads_of(resource: Resource, types: Types) -> tuple[Payload, ...]:
    """The types that the operation behind `resource` needs beside the schema's; none where it is no operation."""
    return tuple(
        payload
        for call in resource.calls
        if call.kind is CallKind.INVOKE
        for payload in _payloads_of(call, types)
    )


def _payloads_of(call: Call, types: Types) -> list[Payload]:
    found: list[Payload] = []
    name = call.operation or ""
    if call.parameters:
        found.append(Payload(PayloadRole.BODY, "PostRequestBody", name, call.parameters))
    answered = answer_member(call, types)
    if answered is not None:
        value, paged = answered
        suffix = "PostResponse" if call.method is HttpMethod.POST else "GetResponse"
        found.append(Payload(PayloadRole.ANSWER, suffix, name, (value,), paged))
    return found
