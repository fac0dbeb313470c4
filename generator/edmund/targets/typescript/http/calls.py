"""Calls as members of a builder's interface, with the interfaces of what they take beside the body."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from edmund.naming.distinct import by_spelling, distinct
from edmund.plan.contents import ContentForm, EventPayload, PlannedContent
from edmund.plan.http_bodies import PlannedBody
from edmund.plan.http_calls import PlannedCall
from edmund.plan.http_parameters import PlannedParameter
from edmund.surface.exchange import Location
from edmund.targets.prose import call_text
from edmund.targets.typescript.builder_views import PayloadView
from edmund.targets.typescript.http.call_tables import call_table
from edmund.targets.typescript.http.types import TypeText, ValueTexts
from edmund.targets.typescript.literals import LINE_LENGTH, doc_comment, property_key
from edmund.targets.typescript.model_views import MemberView
from edmund.targets.typescript.names import OBJECT_MEMBERS, camel, parameter_name
from edmund.targets.typescript.source import Data, method

__all__ = ["LoweredCall", "call_methods", "iteration_name", "lower_http_call", "query_names"]

_ODD = re.compile(r"[^\w]+")
_GROUPS = {
    "QueryParameters": (Location.QUERY, Location.QUERY_STRING),
    "Headers": (Location.HEADER,),
    "Cookies": (Location.COOKIE,),
}
_TITLES = {
    "QueryParameters": "The query parameters",
    "Headers": "The header fields",
    "Cookies": "The cookies",
}


@dataclass(frozen=True, slots=True)
class LoweredCall:
    """`parameters` are interfaces of their own; `rows` are those of the table by method."""

    members: tuple[MemberView, ...]
    parameters: tuple[PayloadView, ...]
    rows: Mapping[str, Data]


def call_methods(calls: Sequence[PlannedCall]) -> tuple[str, ...]:
    """What the methods of calls are named, one for each: `get`, `copy`."""
    named = {str(at): _letters(call.method.lower()) for at, call in enumerate(calls)}
    return tuple(distinct(named, named.__getitem__).names.values())


def iteration_name(method: str) -> str:
    """The method that goes through all pages of another one, which takes the values of its path."""
    return f"iterate{method[:1].upper()}{method[1:]}"


def lower_http_call(
    call: PlannedCall, name: str, builder: str, texts: ValueTexts, *, takes_keys: bool
) -> LoweredCall:
    """A call of the builder's interface called `builder`; `name` is its method.

    With `takes_keys` the method itself takes the values of the path, before all others.
    """
    stem = f"{builder}{name[:1].upper()}{name[1:]}"
    names = query_names(call)
    groups = {
        group: tuple(each for each in call.parameters if each.location in places)
        for group, places in _GROUPS.items()
    }
    views = tuple(
        _parameters_view(f"{stem}{group}", f"{_TITLES[group]} of `{name}`.", own, names, texts)
        for group, own in groups.items()
        if own
    )
    configuration, is_needed = _configuration(stem, groups, texts)
    keys = _keys(call, texts) if takes_keys else []
    parameters = [*keys, *_arguments(call, configuration, is_needed, texts)]
    answer = _answer(call, texts)
    rows: dict[str, Data] = {name: call_table(call, names, takes_keys=takes_keys)}
    members = list(_members(call, name, parameters, answer, texts))
    if call.paging is not None and not call.bodies:
        pages = (texts.names.runtime("httpPages", "HttpPages"), texts.of(call.paging.item).source)
        source = method(iteration_name(name) if takes_keys else "iterate", parameters, pages)
        members.append(MemberView(True, "/** All items, page by page. */", source))
    if call.success.streams:
        streamed = f"{name}AsStream"
        content = call.success.streams[0]
        rows[streamed] = call_table(call, names, content.media_type, takes_keys=takes_keys)
        text = _content_text(content, texts)
        members.extend(_members(call, streamed, parameters, text, texts))
    return LoweredCall(tuple(members), views, rows)


def _members(
    call: PlannedCall, name: str, parameters: Sequence[str], answer: TypeText, texts: ValueTexts
) -> Iterator[MemberView]:
    deprecation = call.call.deprecation
    why = "" if deprecation is None else deprecation.description or "See above."
    comment = doc_comment(call_text(call.call), 2, why)
    returns = ("Promise", answer.source)
    yield MemberView(bool(comment), comment, method(name, parameters, returns))
    request = texts.names.runtime("request", "RequestInformation")
    title = f"to{name[:1].upper()}{name[1:]}RequestInformation"
    source = method(title, parameters, (request, answer.source))
    yield MemberView(True, f"/** The request that `{name}` would send. */", source)


def _letters(name: str) -> str:
    """`name` in camel case, without letters that no identifier has."""
    first, *others = [part for part in _ODD.split(name) if part] or ["x"]
    made = camel(first) + "".join(part[:1].upper() + part[1:] for part in others)
    made = f"x{made}" if made[:1].isdigit() else made
    return f"{made}_" if made in OBJECT_MEMBERS else made


def query_names(call: PlannedCall) -> Mapping[str, str]:
    """The names of the query's parameters, which official clients have without their odd letters."""
    places = _GROUPS["QueryParameters"]
    labels = {each.name: each.label for each in call.parameters if each.location in places}

    def spelled(name: str) -> str:
        return _letters(labels[name])

    return distinct(by_spelling(labels, spelled), spelled).names


def _parameters_view(
    name: str,
    comment: str,
    parameters: Sequence[PlannedParameter],
    names: Mapping[str, str],
    texts: ValueTexts,
) -> PayloadView:
    members = []
    for each in parameters:
        is_query = each.location in _GROUPS["QueryParameters"]
        key = property_key(names[each.name] if is_query else each.name)
        optional = "" if each.required else "?"
        why = "See above." if each.deprecated else ""
        told = doc_comment(_parameter_text(each), 2, why)
        text = texts.parameter(each.type).source
        members.append(MemberView(bool(told), told, f"{key}{optional}: {text};"))
    return PayloadView(
        doc_comment(comment), f"export interface {name} {{", not members, tuple(members)
    )


def _parameter_text(parameter: PlannedParameter) -> str:
    said = "" if parameter.default is None else f"The service's own: {parameter.default}"
    return "\n\n".join(part for part in (parameter.description or "", said) if part)


def _configuration(
    stem: str, groups: Mapping[str, Sequence[PlannedParameter]], texts: ValueTexts
) -> tuple[str, bool]:
    """The type of a call's configuration, and whether it has to be given."""
    name = texts.names.runtime("httpConfiguration", "RequestConfiguration")
    arguments = [f"{stem}{group}" if own else "object" for group, own in groups.items()]
    while arguments and arguments[-1] == "object":
        arguments.pop()
    is_needed = any(each.required for own in groups.values() for each in own)
    return _generic(name, arguments, is_needed), is_needed


def _generic(name: str, arguments: Sequence[str], is_needed: bool) -> str:
    """The type with its arguments, on lines of their own where one is too short for a parameter of that type."""
    if not arguments:
        return name
    flat = f"{name}<{', '.join(arguments)}>"
    before = len("requestConfiguration: " if is_needed else "requestConfiguration?: ")
    if len(arguments) == 1 or 4 + before + len(flat) + 1 <= LINE_LENGTH:
        return flat
    listed = ",\n".join(f"      {argument}" for argument in arguments)
    return f"{name}<\n{listed}\n    >"


def _keys(call: PlannedCall, texts: ValueTexts) -> list[str]:
    """The parameters for the values of the path."""
    wanted = {part.name: parameter_name(part.label) for part in call.path_parameters}
    names = distinct(wanted, wanted.__getitem__, ("body", "requestConfiguration")).names
    return [
        f"{names[part.name]}: {texts.parameter(part.type).source}" for part in call.path_parameters
    ]


def _arguments(
    call: PlannedCall, configuration: str, is_needed: bool, texts: ValueTexts
) -> list[str]:
    found = [f"requestConfiguration{'' if is_needed else '?'}: {configuration}"]
    if not call.bodies:
        return found
    alternatives: dict[str, None] = {}
    for body in call.bodies:
        alternatives.update(dict.fromkeys(_body_text(body, texts).alternatives))
    text = "unknown" if "unknown" in alternatives else " | ".join(alternatives)
    if call.body_required:
        return [f"body: {text}", *found]
    if is_needed:
        return [f"body: {text} | undefined", *found]
    return [f"body?: {text}", *found]


def _body_text(body: PlannedBody, texts: ValueTexts) -> TypeText:
    if body.form is ContentForm.BYTES:
        return TypeText((texts.names.runtime("contents", "BodyContent"),))
    text = texts.of(body.type)
    return TypeText((f"Iterable<{text.source}>",)) if body.form.is_stream else text


def _answer(call: PlannedCall, texts: ValueTexts) -> TypeText:
    success = call.success
    if success.content is None:
        return TypeText(("void",))
    alternatives: dict[str, None] = {}
    for content in (success.content, *success.others):
        alternatives.update(dict.fromkeys(_content_text(content, texts).alternatives))
    if "unknown" in alternatives:
        return TypeText(("unknown",))
    return TypeText((*alternatives, "undefined"))


def _content_text(content: PlannedContent, texts: ValueTexts) -> TypeText:
    if content.form is ContentForm.BYTES:
        return TypeText(("Uint8Array",))
    text = texts.of(content.type)
    if content.payload is EventPayload.TEXT:
        text = TypeText(("string",))
    return TypeText((f"AsyncIterable<{text.source}>",)) if content.form.is_stream else text
