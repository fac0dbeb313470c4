"""Calls as methods of a builder: one that sends, and one that makes the request without sending it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from edmund.surface.answers import has_envelope
from edmund.surface.elements import Call, CallKind, Resource
from edmund.surface.type_parts import is_list, name_of
from edmund.targets.php.builder_names import BuilderNames
from edmund.targets.php.builder_views import MethodView
from edmund.targets.php.layout import Layout
from edmund.targets.php.links import deprecated_tag, method
from edmund.targets.php.literals import Bracketed, laid_out, string_literal
from edmund.targets.php.php_types import PhpTypes
from edmund.targets.prose import call_text

__all__ = ["call_methods"]

_METHODS = {
    CallKind.LIST: "get",
    CallKind.READ: "get",
    CallKind.CREATE: "post",
    CallKind.UPDATE: "patch",
    CallKind.REPLACE: "put",
    CallKind.DELETE: "delete",
    CallKind.COUNT: "get",
    CallKind.READ_STREAM: "get",
    CallKind.WRITE_STREAM: "put",
    CallKind.LIST_REFERENCES: "get",
    CallKind.READ_REFERENCE: "get",
    CallKind.ADD_REFERENCE: "post",
    CallKind.SET_REFERENCE: "put",
    CallKind.REMOVE_REFERENCE: "delete",
}
_PURPOSES = {
    CallKind.CREATE: "create",
    CallKind.REPLACE: "create",
    CallKind.UPDATE: "update",
    CallKind.INVOKE: "invoke",
}
_CONFIGURATION = "$requestConfiguration"


@dataclass(frozen=True, slots=True)
class _Body:
    """`takes` is the native type; `declared` the class that the service expects, `X::class`, or ''."""

    takes: str
    declared: str = ""
    documented: str = ""
    optional: bool = False


def call_methods(
    resource: Resource, call: Call, names: BuilderNames, layout: Layout, types: PhpTypes
) -> Iterator[MethodView]:
    """`get`, `post`, ..., their `toGetRequestInformation`, and `iterate` where the service gives pages."""
    name = _METHODS.get(call.kind) or call.method.value.lower()
    maker = f"to{name.capitalize()}RequestInformation"
    runtime = f"{types.root}\\Runtime"
    configuration = types.imports.use(f"{runtime}\\RequestConfiguration")
    promise = types.imports.use("Http\\Promise\\Promise")
    request = types.imports.use(f"{runtime}\\Request")
    answer, item = _answer(resource, call, names, layout, types)
    body = _body(resource, call, names, types)
    parameters = [f"?{configuration} {_CONFIGURATION} = null"]
    arguments = [_CONFIGURATION]
    tags: list[str] = []
    if body is not None:
        default = " = null" if body.optional else ""
        parameters.insert(0, f"{'?' if body.optional else ''}{body.takes} $body{default}")
        arguments.insert(0, "$body")
        tags += [f"@param {body.documented} $body"] if body.documented else []
    making = f"$this->{maker}({', '.join(arguments)})"
    returned, read = answer
    yield method(
        _text(call),
        (*tags, f"@return {promise}<{returned}>", *deprecated_tag(call.deprecation)),
        name,
        parameters,
        promise,
        laid_out(Bracketed("return $this->place->send", (making,)), 8) + ";",
    )
    yield method(
        f"The request that `{name}` sends.",
        tuple(tags),
        maker,
        parameters,
        request,
        _making(call, read, body),
    )
    if call.pageable and item and body is None:
        pages = types.imports.use(f"{runtime}\\Pages")
        yield method(
            f"All items, page by page; see `{name}`.",
            (f"@return {pages}<{item}>",),
            "iterate",
            parameters,
            pages,
            laid_out(Bracketed("return $this->place->pages", (making,)), 8) + ";",
        )


def _making(call: Call, read: str, body: _Body | None) -> str:
    arguments = [string_literal(call.method.value), read, _CONFIGURATION]
    if body is not None:
        purpose = _PURPOSES.get(call.kind)
        arguments.append("$body")
        if body.declared or purpose is not None:
            arguments.append(body.declared or "null")
        if purpose is not None:
            arguments.append(string_literal(purpose))
    return laid_out(Bracketed("return $this->place->request", tuple(arguments)), 8) + ";"


def _text(call: Call) -> str:
    """The call's own text, and what the service takes beside the options of OData."""
    parts = [call_text(call)]
    for what, custom in (("Query options", call.custom_query), ("Headers", call.custom_headers)):
        if custom:
            lines = [f"{what} of the service's own:"]
            for parameter in custom:
                needed = " (required)" if parameter.required else ""
                about = f": {parameter.description}" if parameter.description else ""
                lines.append(f"- {parameter.name}{needed}{about}")
            parts.append("\n".join(lines))
    return "\n\n".join(parts)


def _answer(
    resource: Resource, call: Call, names: BuilderNames, layout: Layout, types: PhpTypes
) -> tuple[tuple[str, str], str]:
    """The documented type of the answer and how it is read; the documented type of its items, or ''."""
    reader = types.imports.use(f"{types.root}\\Runtime\\Answer")
    models = f"{types.root}\\Generated\\Models"
    returned = call.returns
    if call.kind is CallKind.COUNT:
        return ("int", f"{reader}::number()"), ""
    if call.kind is CallKind.LIST_REFERENCES:
        page = types.imports.use(f"{models}\\StringCollectionResponse")
        return (f"{page}|null", f"{reader}::model({page}::class)"), "string"
    if call.kind is CallKind.READ_REFERENCE:
        return ("string|null", f"{reader}::reference()"), ""
    if returned is None:
        return ("null", f"{reader}::nothing()"), ""
    if name_of(returned) == "Edm.Stream":
        stream = types.imports.use("Psr\\Http\\Message\\StreamInterface")
        return (f"{stream}|null", f"{reader}::content()"), ""
    wrapper = names.answers.get(resource.id)
    if call.kind is CallKind.INVOKE and wrapper is not None:
        item = types.item(name_of(returned)) if wrapper.paged else ""
        cls = types.imports.use(f"{types.root}\\Generated\\Builders\\{wrapper.cls}")
        return (f"{cls}|null", f"{reader}::model({cls}::class)"), item
    page_place = layout.pages.get(name_of(returned))
    if is_list(returned) and page_place is not None:
        page = types.imports.use(page_place.full(models))
        return (f"{page}|null", f"{reader}::model({page}::class)"), types.item(name_of(returned))
    if (
        is_list(returned)
        or has_envelope(returned, types.surface.types)
        or name_of(returned) not in layout.places
    ):
        return ("mixed", f"{reader}::value()"), ""
    cls = types.type_class(name_of(returned))
    return (f"{cls}|null", f"{reader}::model({cls}::class)"), ""


def _body(resource: Resource, call: Call, names: BuilderNames, types: PhpTypes) -> _Body | None:
    models = f"{types.root}\\Generated\\Models"
    if call.kind is CallKind.ADD_REFERENCE:
        return _Body(types.imports.use(f"{models}\\ReferenceCreate"))
    if call.kind is CallKind.SET_REFERENCE:
        return _Body(types.imports.use(f"{models}\\ReferenceUpdate"))
    payload = names.bodies.get(resource.id)
    if payload is not None and call.kind is CallKind.INVOKE:
        cls = types.imports.use(f"{types.root}\\Generated\\Builders\\{payload.cls}")
        return _Body(cls, optional=all(p.optional for p in call.parameters))
    if call.body is None:
        return None
    if name_of(call.body) not in types.layout.places:
        return _Body(types.imports.use("Psr\\Http\\Message\\StreamInterface"))
    cls = types.type_class(name_of(call.body))
    if is_list(call.body):
        return _Body("array", f"{cls}::class", f"array<{cls}>")
    return _Body(cls, f"{cls}::class")
