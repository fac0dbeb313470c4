"""Calls as methods of a builder: the interface that says which, and the request that is made."""

from __future__ import annotations

from dataclasses import dataclass

from edmund.surface.answers import has_envelope
from edmund.surface.elements import Call, CallKind, HttpMethod, Resource, Surface
from edmund.surface.type_parts import is_list, name_of
from edmund.surface.types import Type
from edmund.targets.java.layout import Layout
from edmund.targets.java.literals import javadoc
from edmund.targets.java.payloads import Payloads
from edmund.targets.java.source import Call as Invocation
from edmund.targets.java.source import Expression, signature, statement
from edmund.targets.java.types import Types
from edmund.targets.java.views import MethodView
from edmund.targets.prose import call_text, deprecation_text

__all__ = ["Answer", "Operation", "OperationContext", "lower_operation", "verb_of"]

_PURPOSES = {
    CallKind.CREATE: "create",
    CallKind.REPLACE: "create",
    CallKind.UPDATE: "update",
}
_INTERFACES = {
    "get": "Gets",
    "post": "Posts",
    "patch": "Patches",
    "put": "Puts",
    "delete": "Deletes",
}
_VERBS = {
    HttpMethod.GET: "get",
    HttpMethod.POST: "post",
    HttpMethod.PATCH: "patch",
    HttpMethod.PUT: "put",
    HttpMethod.DELETE: "delete",
}


@dataclass(frozen=True, slots=True)
class OperationContext:
    """What operations need of the file that they stand in, and of the output."""

    surface: Surface
    layout: Layout
    payloads: Payloads
    types: Types


@dataclass(frozen=True, slots=True)
class Answer:
    """The Java type, how it is read, and the items where it is a page."""

    type: str
    reader: Expression
    item: str | None = None


@dataclass(frozen=True, slots=True)
class _Body:
    type: str
    source: Expression
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Operation:
    """The interface that a builder implements for a call, and the methods that it declares."""

    interface: str
    methods: tuple[MethodView, ...]


def verb_of(call: Call) -> str:
    """The method's name: `get`, `post`, ..."""
    return _VERBS[call.method]


def lower_operation(
    call: Call, resource: Resource, parameters: str, context: OperationContext
) -> Operation:
    """A call; `parameters` is the class of its query parameters, as the file calls it."""
    imports = context.types.imports
    answer = _answer(call, resource, context)
    body = _body(call, resource, context)
    verb = verb_of(call)
    interface, arguments = _interface(verb, answer, body, parameters)
    shown = imports.runtime(interface)
    configure = (
        f"@{imports.runtime('Nullable')} {imports.runtime('Configure')}<{parameters}> configure"
    )
    given = [configure] if body is None else [f"{body.type} body", configure]
    information = imports.runtime("RequestInformation")
    documented = bool(
        call.permissions or call.description or call.long_description or call.deprecation
    )
    methods = []
    if documented:
        methods.append(_documented(call, shown, verb, answer, given, has_body=body is not None))
    sent: list[Expression] = [f"{imports.runtime('HttpMethod')}.{call.method.value}"]
    if body is not None:
        sent.append(body.source)
    sent += [answer.reader, f"new {parameters}()", "configure"]
    deprecated = "@Deprecated\n  " if call.deprecation is not None else ""
    methods.append(
        MethodView(
            True,
            f"{deprecated}@Override",
            signature(
                f"public {information}<{answer.type}>",
                f"to{verb.capitalize()}RequestInformation",
                given,
            ),
            statement("return ", Invocation("place.request", tuple(sent)), 4),
        )
    )
    return Operation(f"{shown}<{', '.join(arguments)}>", tuple(methods))


def _interface(
    verb: str, answer: Answer, body: _Body | None, parameters: str
) -> tuple[str, list[str]]:
    if verb == "delete":
        return "Deletes", [parameters]
    if answer.item is not None:
        return "Lists", [answer.type, answer.item, parameters]
    if verb == "get":
        return "Gets", [answer.type, parameters]
    if body is None:
        return "Invokes", [answer.type, parameters]
    name = "PostsOptionally" if body.optional else _INTERFACES[verb]
    return name, [body.type, answer.type, parameters]


def _documented(
    call: Call, interface: str, verb: str, answer: Answer, given: list[str], *, has_body: bool
) -> MethodView:
    """The method that users look at, with what the schema says of the call."""
    returns = "void" if verb == "delete" else answer.type
    nullable = "" if returns == "void" else f"{given[-1].partition(' ')[0]} "
    if call.deprecation is None:
        head = javadoc(call_text(call), 2)
    else:
        head = javadoc(call_text(call), 2, deprecation_text(call.deprecation)) + "\n  @Deprecated"
    arguments = "body, configure" if has_body else "configure"
    called = Invocation(f"{interface}.super.{verb}", tuple(arguments.split(", ")))
    return MethodView(
        True,
        f"{head}\n  @Override",
        signature(f"public {nullable}{returns}", verb, given),
        statement("" if returns == "void" else "return ", called, 4),
    )


def _answer(call: Call, resource: Resource, context: OperationContext) -> Answer:
    imports, returned = context.types.imports, call.returns
    answer = imports.runtime("Answer")
    is_read = call.method is HttpMethod.GET
    if call.kind is CallKind.COUNT:
        return Answer("Integer", f"{answer}.number()")
    if call.kind is CallKind.LIST_REFERENCES:
        page = imports.use(f"{context.layout.root}.models", "StringCollectionResponse")
        return Answer(page, f"{answer}.object({page}.TYPE)", "String")
    if call.kind is CallKind.READ_REFERENCE:
        return Answer("String", f"{answer}.reference()")
    if returned is None or call.method is HttpMethod.DELETE:
        return Answer("Void", f"{answer}.nothing()")
    if name_of(returned) == "Edm.Stream":
        return Answer(imports.use("java.io", "InputStream"), f"{answer}.content()")
    wrapper = context.payloads.answer(resource) if call.kind is CallKind.INVOKE else None
    if wrapper is not None:
        cls = imports.use(wrapper.place.package, wrapper.place.cls)
        item = context.types.name(name_of(returned)) if wrapper.paged and is_read else None
        return Answer(cls, Invocation(f"{answer}.object", (f"{cls}.TYPE",)), item)
    page_place = context.layout.pages.get(name_of(returned))
    if is_list(returned) and page_place is not None:
        cls = imports.use(page_place.package, page_place.cls)
        item = context.types.name(name_of(returned)) if is_read else None
        return Answer(cls, Invocation(f"{answer}.object", (f"{cls}.TYPE",)), item)
    name = name_of(returned)
    model = None if has_envelope(returned, context.surface.types) else context.types.of_model(name)
    if model is None:
        return Answer("Object", f"{answer}.any()")
    return Answer(model, Invocation(f"{answer}.object", (f"{model}.TYPE",)))


def _body(call: Call, resource: Resource, context: OperationContext) -> _Body | None:
    imports = context.types.imports
    models = f"{context.layout.root}.models"
    if call.kind is CallKind.ADD_REFERENCE:
        return _parameters(imports.use(models, "ReferenceCreate"), context)
    if call.kind is CallKind.SET_REFERENCE:
        return _parameters(imports.use(models, "ReferenceUpdate"), context)
    payload = context.payloads.body(resource) if call.kind is CallKind.INVOKE else None
    if payload is not None:
        cls = imports.use(payload.place.package, payload.place.cls)
        return _parameters(cls, context, optional=all(p.optional for p in call.parameters))
    if call.body is None:
        return None
    return _content(call, call.body, context)


def _parameters(cls: str, context: OperationContext, *, optional: bool = False) -> _Body:
    body = context.types.imports.runtime("Body")
    made = f"{body}.parameters(body)"
    return _Body(cls, f"body == null ? null : {made}" if optional else made, optional)


def _content(call: Call, type_: Type, context: OperationContext) -> _Body:
    imports = context.types.imports
    body = imports.runtime("Body")
    if name_of(type_) == "Edm.Stream":
        return _Body(imports.use("java.io", "InputStream"), f"{body}.stream(body)")
    model = context.types.of_model(name_of(type_))
    if model is None:
        return _Body("Object", f"{body}.any(body)")
    if is_list(type_):
        list_ = imports.use("java.util", "List")
        source = Invocation(f"{body}.collection", ("body", f"{model}.TYPE"))
        return _Body(f"{list_}<{model}>", source)
    purpose = _PURPOSES.get(call.kind, "create")
    return _Body(model, Invocation(f"{body}.{purpose}", ("body", f"{model}.TYPE")))
