"""What the description says of a call, as the array that the runtime reads (templates/php/runtime/Http/Place.php)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from edmund.plan.contents import ContentForm, PlannedContent
from edmund.plan.http_answers import PlannedAnswer
from edmund.plan.http_bodies import PartForm, PlannedBody, PlannedPart
from edmund.plan.http_calls import PlannedCall
from edmund.plan.http_parameters import PlannedParameter
from edmund.plan.http_security import PlannedSecurity
from edmund.plan.paging import PlannedPaging
from edmund.surface.types import Types
from edmund.targets.php.http.shapes import shape
from edmund.targets.php.literals import Bracketed, array, entry, scalar_literal, string_literal

__all__ = ["call_table"]

_Item = str | Bracketed


def call_table(call: PlannedCall, properties: Mapping[str, str], types: Types) -> Bracketed:
    """The table of a call; `properties` are where the values of its parameters are, by label."""
    return array(_call(call, properties, types))


def _call(call: PlannedCall, properties: Mapping[str, str], types: Types) -> Iterator[_Item]:
    yield _text("method", call.method)
    yield _text("path", call.path)
    if call.path_parameters:
        yield entry(
            "pathParameters", array(_parameter(p, None, types) for p in call.path_parameters)
        )
    if call.parameters:
        given = (_parameter(p, properties[p.label], types) for p in call.parameters)
        yield entry("parameters", array(given))
    if call.bodies:
        yield entry("bodies", array(_body(body, types) for body in call.bodies))
        if call.body_required:
            yield entry("bodyRequired", "true")
    if call.accept is not None:
        yield _text("accept", call.accept)
    yield entry("answers", array(_answer(answer, types) for answer in call.answers))
    yield from _security(call.security)
    if call.base_url is not None:
        yield _text("server", call.base_url)
    if call.paging is not None:
        yield entry("paging", array(_paging(call.paging)))


def _parameter(parameter: PlannedParameter, where: str | None, types: Types) -> Bracketed:
    items: list[_Item] = [_text("name", parameter.name)]
    if where is not None:
        items += [_text("in", parameter.location.value), _text("property", where)]
    items += [
        entry("shape", shape(parameter.type, types)),
        _text("style", parameter.style.value),
    ]
    flags = {
        "explode": parameter.explode,
        "reserved": parameter.allow_reserved,
        "required": parameter.required and where is not None,
    }
    items += [entry(name, "true") for name, holds in flags.items() if holds]
    if parameter.media_type is not None:
        items.append(_text("mediaType", parameter.media_type))
    return array(items)


def _body(body: PlannedBody, types: Types) -> Bracketed:
    items = list(_content(body.content, types))
    if body.is_of_caller:
        items.append(entry("ofCaller", "true"))
    if body.parts:
        items.append(entry("parts", array(entry(p.name, _part(p)) for p in body.parts)))
    if body.other_parts is not None:
        items.append(entry("otherParts", _part(body.other_parts)))
    return array(items)


def _part(part: PlannedPart) -> Bracketed:
    items: list[_Item] = [_text("form", part.form.value)]
    if part.repeats:
        items.append(entry("repeats", "true"))
    if part.form is PartForm.STYLE:
        items.append(_text("style", part.style.value))
        if part.explode:
            items.append(entry("explode", "true"))
    if part.media_type is not None:
        items.append(_text("mediaType", part.media_type))
    return array(items)


def _answer(answer: PlannedAnswer, types: Types) -> Bracketed:
    items: list[_Item] = [_text("status", answer.status), _text("outcome", answer.outcome.value)]
    if answer.contents:
        contents = (array(_content(content, types)) for content in answer.contents)
        items.append(entry("contents", array(contents)))
    return array(items)


def _content(content: PlannedContent, types: Types) -> Iterator[_Item]:
    yield _text("form", content.form.value)
    yield _text("mediaType", content.media_type)
    if content.form is not ContentForm.BYTES:
        yield entry("shape", shape(content.type, types))
    if content.payload is not None:
        yield _text("payload", content.payload.value)


def _security(security: PlannedSecurity) -> Iterator[_Item]:
    """The alternatives, the last of them none where a call may go without."""
    if not security.alternatives:
        return
    alternatives = [
        array(entry(need.name, array(map(string_literal, need.scopes))) for need in alternative)
        for alternative in security.alternatives
    ]
    if security.is_optional:
        alternatives.append(array(()))
    yield entry("security", array(alternatives))


def _paging(paging: PlannedPaging) -> Iterator[_Item]:
    yield _text("kind", paging.kind.value)
    for name, path in (("items", paging.items), ("next", paging.next)):
        if path:
            yield entry(name, array(map(string_literal, path)))
    if paging.parameter is not None:
        yield _text("parameter", paging.parameter.name)
        yield entry("first", scalar_literal(paging.first))


def _text(name: str, value: str) -> _Item:
    return entry(name, string_literal(value))
