"""Calls as rows of the table of routes, by which the runtime makes requests and reads answers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from edmund.plan.contents import PlannedContent
from edmund.plan.http_answers import PlannedAnswer
from edmund.plan.http_bodies import PlannedBody, PlannedPart
from edmund.plan.http_calls import PlannedCall
from edmund.plan.http_parameters import PlannedParameter
from edmund.plan.paging import PlannedPaging
from edmund.surface.exchange import Style
from edmund.targets.typescript.http.tables import type_table
from edmund.targets.typescript.literals import string_literal
from edmund.targets.typescript.source import Data, Text

__all__ = ["call_table"]

_PARAMETER = re.compile(r"\{[^{}]*\}")
_TRUE = Text("true")


def call_table(
    call: PlannedCall,
    names: Mapping[str, str],
    accept: str | None = None,
    *,
    takes_keys: bool,
) -> dict[str, Data]:
    """The row of a call; `names` are those of its query's parameters, `accept` what is asked for in its stead.

    With `takes_keys` the call itself is given the values of its path.
    """
    found = dict(_call(call, names, accept or call.accept))
    says_so = takes_keys and (call.path_parameters or call.paging is not None)
    return {**found, "takesKeys": _TRUE} if says_so else found


def _call(
    call: PlannedCall, names: Mapping[str, str], accept: str | None
) -> Iterator[tuple[str, Data]]:
    yield "method", _text(call.method)
    yield "path", _text(_PARAMETER.sub("{}", call.path))
    if call.path_parameters:
        yield "keys", [_parameter(each, {}) for each in call.path_parameters]
    if call.parameters:
        yield "parameters", [_parameter(each, names) for each in call.parameters]
    if call.bodies:
        yield "bodies", [_body(each) for each in call.bodies]
    if call.body_required:
        yield "bodyRequired", _TRUE
    if call.answers:
        yield "answers", [_answer(each) for each in call.answers]
    if accept is not None:
        yield "accept", _text(accept)
    if call.security.alternatives:
        yield "security", [
            [[_text(text) for text in (need.name, *need.scopes)] for need in alternative]
            for alternative in call.security.alternatives
        ]
        if call.security.is_optional:
            yield "open", _TRUE
    if call.base_url is not None:
        yield "baseUrl", _text(call.base_url)
    if call.paging is not None:
        yield "paging", _paging(call.paging)


def _text(value: str) -> Text:
    return Text(string_literal(value))


def _flag(value: bool) -> Text:
    return _TRUE if value else Text("false")


def _parameter(parameter: PlannedParameter, names: Mapping[str, str]) -> dict[str, Data]:
    found: dict[str, Data] = {
        "name": _text(parameter.name),
        "place": _text(parameter.location.value),
        "style": _text(parameter.style.value),
        "type": type_table(parameter.type),
    }
    own = names.get(parameter.name, parameter.name)
    if own != parameter.name:
        found["as"] = _text(own)
    if parameter.explode:
        found["explode"] = _TRUE
    if parameter.allow_reserved:
        found["reserved"] = _TRUE
    if parameter.media_type is not None:
        found["media"] = _text(parameter.media_type)
    if parameter.required:
        found["required"] = _TRUE
    return found


def _content(content: PlannedContent) -> dict[str, Data]:
    found: dict[str, Data] = {
        "form": _text(content.form.value),
        "media": _text(content.media_type),
        "type": type_table(content.type),
    }
    if content.payload is not None:
        found["payload"] = _text(content.payload.value)
    return found


def _body(body: PlannedBody) -> dict[str, Data]:
    found = _content(body.content)
    if body.is_of_caller:
        found["range"] = _TRUE
    if body.parts:
        found["parts"] = [_part(each) for each in body.parts]
    if body.other_parts is not None:
        found["others"] = _part(body.other_parts)
    return found


def _part(part: PlannedPart) -> dict[str, Data]:
    found: dict[str, Data] = {
        "name": _text(part.name),
        "form": _text(part.form.value),
        "type": type_table(part.type),
    }
    if part.repeats:
        found["repeats"] = _TRUE
    if part.media_type is not None:
        found["media"] = _text(part.media_type)
    if part.style is not Style.FORM:
        found["style"] = _text(part.style.value)
    if not part.explode:
        found["explode"] = _flag(part.explode)
    return found


def _answer(answer: PlannedAnswer) -> dict[str, Data]:
    found: dict[str, Data] = {
        "status": _text(answer.status),
        "outcome": _text(answer.outcome.value),
    }
    if answer.contents:
        found["contents"] = [_content(each) for each in answer.contents]
    return found


def _paging(paging: PlannedPaging) -> dict[str, Data]:
    found: dict[str, Data] = {
        "kind": _text(paging.kind.value),
        "items": [_text(name) for name in paging.items],
        "next": [_text(name) for name in paging.next],
    }
    if paging.parameter is not None:
        found["parameter"] = _text(paging.parameter.name)
        found["first"] = Text(str(paging.first))
    return found
