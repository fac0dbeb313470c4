"""Calls as methods of a builder: one that sends, and one that makes the request without sending it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from edmund.naming.distinct import distinct
from edmund.plan.contents import ContentForm, PlannedContent
from edmund.plan.http_calls import PlannedCall
from edmund.plan.http_parameters import PlannedParameter
from edmund.targets.php.builder_views import MethodView
from edmund.targets.php.http.names import CallNames
from edmund.targets.php.http.types import HttpTypes, Spelled
from edmund.targets.php.links import deprecated_tag, method
from edmund.targets.php.literals import Bracketed, laid_out, string_literal
from edmund.targets.php.names import name_key
from edmund.targets.prose import call_text

__all__ = ["http_methods"]

_STREAM = "Psr\\Http\\Message\\StreamInterface"
_CONFIGURATION = "$requestConfiguration"
_VARIABLES = ("this", "body", "requestConfiguration", "contentType")
_LONGEST_BODY = 88
"""With its variable a parameter has to fit on a line."""


@dataclass(frozen=True, slots=True)
class _Given:
    """The parameters of a call's methods, their tags, and what they pass on: all, and what makes the body.

    `place` is what a request is made of.
    """

    parameters: tuple[str, ...]
    tags: tuple[str, ...]
    arguments: tuple[str, ...]
    of_body: tuple[str, ...]
    place: str


def http_methods(
    call: PlannedCall, names: CallNames, types: HttpTypes, *, with_path: bool = False
) -> Iterator[MethodView]:
    """The method that sends, that which makes the request, and those that iterate where there is something to.

    With `with_path` they are given the parameters of the path too.
    """
    runtime = f"{types.root}\\Runtime"
    given = _given(call, names, types, with_path=with_path)
    making = Bracketed(f"$this->{names.maker}", given.arguments)
    request = types.imports.use(f"{runtime}\\Request")
    content = call.success.content
    if content is not None and content.form.is_stream:
        yield _iterator(call_text(call.call), names.verb, "items", content, given, making, types)
    else:
        promise = types.imports.use("Http\\Promise\\Promise")
        yield method(
            _text(call),
            (
                *given.tags,
                f"@return {promise}<{_answer(call, types)}>",
                *deprecated_tag(call.call.deprecation),
            ),
            names.verb,
            list(given.parameters),
            promise,
            laid_out(Bracketed("return $this->place->send", (making,)), 8) + ";",
        )
    table = f"self::CALLS[{string_literal(names.verb)}]"
    yield method(
        f"The request that `{names.verb}` sends.",
        given.tags,
        names.maker,
        list(given.parameters),
        request,
        laid_out(Bracketed(f"return {given.place}->request", (table, *_passed(given))), 8) + ";",
    )
    if call.paging is not None:
        pages = types.imports.use(f"{runtime}\\Pages")
        item = types.spelled(call.paging.item).documented
        yield method(
            f"All items, page by page; see `{names.verb}`.",
            (*given.tags, f"@return {pages}<{item}>"),
            names.iterator,
            list(given.parameters),
            pages,
            laid_out(Bracketed("return $this->place->pages", (making,)), 8) + ";",
        )
    if call.success.streams:
        stream = call.success.streams[0]
        arguments = _passed(given, string_literal(stream.media_type))
        asked = Bracketed(f"{given.place}->request", (table, *arguments))
        text = f"What `{names.verb}` gives, value by value as it comes."
        yield _iterator(text, names.stream, "items", stream, given, asked, types)


def _iterator(
    text: str,
    name: str,
    maker: str,
    content: PlannedContent,
    given: _Given,
    request: Bracketed,
    types: HttpTypes,
) -> MethodView:
    """A method that gives values one after the other."""
    items = types.imports.use(f"{types.root}\\Runtime\\Items")
    item = types.spelled(content.type).documented
    return method(
        text,
        (*given.tags, f"@return {items}<{item}>"),
        name,
        list(given.parameters),
        items,
        laid_out(Bracketed(f"return $this->place->{maker}", (request,)), 8) + ";",
    )


def _passed(given: _Given, accept: str = "") -> tuple[str, ...]:
    """The arguments after the table: the configuration first, then the body and its media type."""
    passed = [_CONFIGURATION, *given.of_body]
    if accept:
        passed.append(f"accept: {accept}")
    return tuple(passed)


def _given(call: PlannedCall, names: CallNames, types: HttpTypes, *, with_path: bool) -> _Given:
    cls = names.configuration or "RequestConfiguration"
    home = "Generated\\Builders" if names.configuration else "Runtime"
    configuration = types.imports.use(f"{types.root}\\{home}\\{cls}")
    parameters = [f"?{configuration} {_CONFIGURATION} = null"]
    of_body: list[str] = []
    tags: list[str] = []
    if call.bodies:
        native, documented = _body(call, types)
        optional = not call.body_required
        null = "|null" if "|" in native else ""
        taken = f"{'' if null or native == 'mixed' else '?'}{native}{null}" if optional else native
        parameters.insert(0, f"{taken} $body{' = null' if optional else ''}")
        of_body.append("$body")
        if documented != native:
            tags.append(f"@param {documented}{'|null' if optional else ''} $body")
        if len(call.bodies) > 1 or call.bodies[0].is_of_caller:
            parameters.append("?string $contentType = null")
            of_body.append("$contentType")
            kinds = ", ".join(body.media_type for body in call.bodies)
            tags.append(f"@param string|null $contentType of the body: {_commented(kinds)}")
    arguments = [*of_body[:1], _CONFIGURATION, *of_body[1:]]
    path = _path(call, types) if with_path else {}
    variables = tuple(path)
    return _Given(
        (*(f"{native} {variable}" for variable, native in path.items()), *parameters),
        tuple(tags),
        (*variables, *arguments),
        tuple(of_body),
        f"$this->place->below({', '.join(variables)})" if variables else "$this->place",
    )


def _path(call: PlannedCall, types: HttpTypes) -> dict[str, str]:
    """The variables of the parameters in the path, each with its native type."""
    labels = {str(at): p.label for at, p in enumerate(call.path_parameters)}
    names = distinct(
        labels, lambda at: types.layout.spelling.parameter(labels[at]), _VARIABLES, name_key
    ).names
    return {
        f"${names[str(at)]}": types.spelled(parameter.type).takes
        for at, parameter in enumerate(call.path_parameters)
    }


def _commented(text: str) -> str:
    """Media types as a comment can have them."""
    shown = "".join(c if c.isascii() and (c.isalnum() or c in " ,;=+-./_*") else "?" for c in text)
    return shown.replace("*/", "* /")[:60]


def _body(call: PlannedCall, types: HttpTypes) -> tuple[str, str]:
    """The native type of the body, and the documented one."""
    native: dict[str, None] = {}
    documented: dict[str, None] = {}
    for body in call.bodies:
        found = _sent(body.content, types)
        native.update(dict.fromkeys(found.takes.split("|")))
        documented.setdefault(found.documented_taken)
    given = "|".join(native)
    if "mixed" in native or len(given) > _LONGEST_BODY:
        return "mixed", "mixed"
    return given, "|".join(documented)


def _sent(content: PlannedContent, types: HttpTypes) -> Spelled:
    if content.form is ContentForm.BYTES:
        stream = types.imports.use(_STREAM)
        taken = f"{stream}|string"
        return Spelled(stream, taken, stream, taken)
    found = types.spelled(content.type)
    if content.form.is_stream:
        item = found.documented_taken
        return Spelled("iterable", "iterable", "iterable", f"iterable<{item}>")
    return found


def _answer(call: PlannedCall, types: HttpTypes) -> str:
    """The documented type of what the call gives."""
    first = call.success.content
    if first is None:
        return "null"
    found: dict[str, None] = {}
    for content in (first, *call.success.others):
        is_bytes = content.form is ContentForm.BYTES
        given = types.imports.use(_STREAM) if is_bytes else types.spelled(content.type).documented
        found.setdefault(given)
    return "mixed" if "mixed" in found else "|".join((*found, "null"))


def _text(call: PlannedCall) -> str:
    """The call's own text, and what it needs."""
    needed = [parameter for parameter in call.parameters if parameter.required]
    parts = [call_text(call.call)]
    if needed:
        parts.append("Needed: " + ", ".join(map(_named, needed)))
    return "\n\n".join(parts)


def _named(parameter: PlannedParameter) -> str:
    return f"{parameter.name} ({parameter.location.value})"
