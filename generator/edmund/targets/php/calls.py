"""Calls as methods of a builder: one that sends, and one that makes the request without sending it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from edmund.plan.odata_exchange import AnswerForm, BodyForm, answer_of, body_of, purpose_of
from edmund.surface.elements import Call, Resource
from edmund.targets.php.builder_names import BuilderNames
from edmund.targets.php.builder_views import MethodView
from edmund.targets.php.layout import Layout
from edmund.targets.php.links import deprecated_tag, method
from edmund.targets.php.literals import Bracketed, laid_out, string_literal
from edmund.targets.php.php_types import PhpTypes
from edmund.targets.prose import call_text

__all__ = ["call_methods"]

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
    name = call.method.value.lower()
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
    if item:
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
        purpose = purpose_of(call)
        arguments.append("$body")
        if body.declared or purpose is not None:
            arguments.append(body.declared or "null")
        if purpose is not None:
            arguments.append(string_literal(purpose.value))
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
    planned = answer_of(call, types.surface.types, layout.pages)
    name = planned.type or ""
    item = types.item(name) if planned.iterable and name else ""

    def model(cls: str, item: str = "") -> tuple[tuple[str, str], str]:
        return (f"{cls}|null", f"{reader}::model({cls}::class)"), item

    match planned.form:
        case AnswerForm.NOTHING:
            return ("null", f"{reader}::nothing()"), ""
        case AnswerForm.COUNT:
            return ("int", f"{reader}::number()"), ""
        case AnswerForm.REFERENCE:
            return ("string|null", f"{reader}::reference()"), ""
        case AnswerForm.REFERENCES:
            return model(types.imports.use(f"{models}\\StringCollectionResponse"), "string")
        case AnswerForm.STREAM:
            stream = types.imports.use("Psr\\Http\\Message\\StreamInterface")
            return (f"{stream}|null", f"{reader}::content()"), ""
        case AnswerForm.WRAPPED:
            cls = names.answers[resource.id].cls
            return model(types.imports.use(f"{types.root}\\Generated\\Builders\\{cls}"), item)
        case AnswerForm.PAGE:
            return model(types.imports.use(layout.pages[name].full(models)), item)
    if planned.form is not AnswerForm.OBJECT or name not in layout.places:
        return ("mixed", f"{reader}::value()"), ""
    return model(types.type_class(name))


def _body(resource: Resource, call: Call, names: BuilderNames, types: PhpTypes) -> _Body | None:
    models = f"{types.root}\\Generated\\Models"
    planned = body_of(call)
    if planned is None:
        return None
    name = planned.type or ""
    match planned.form:
        case BodyForm.NEW_REFERENCE:
            return _Body(types.imports.use(f"{models}\\ReferenceCreate"))
        case BodyForm.REFERENCE:
            return _Body(types.imports.use(f"{models}\\ReferenceUpdate"))
        case BodyForm.PARAMETERS:
            own = f"{types.root}\\Generated\\Builders\\{names.bodies[resource.id].cls}"
            return _Body(types.imports.use(own), optional=planned.optional)
    if name not in types.layout.places:
        return _Body(types.imports.use("Psr\\Http\\Message\\StreamInterface"))
    cls = types.type_class(name)
    if planned.form is BodyForm.COLLECTION:
        return _Body("array", f"{cls}::class", f"array<{cls}>")
    return _Body(cls, f"{cls}::class")
