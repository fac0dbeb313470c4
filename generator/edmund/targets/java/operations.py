"""Calls as methods of a builder: the interface that says which, and the request that is made."""

from __future__ import annotations

from dataclasses import dataclass

from edmund.plan.odata_exchange import (
    AnswerForm,
    Body,
    BodyForm,
    Purpose,
    answer_of,
    body_of,
    purpose_of,
)
from edmund.surface.elements import Call, HttpMethod, Resource, Surface
from edmund.targets.java.layout import Layout
from edmund.targets.java.literals import javadoc
from edmund.targets.java.payloads import Payloads
from edmund.targets.java.source import Call as Invocation
from edmund.targets.java.source import Expression, signature, statement
from edmund.targets.java.types import Types
from edmund.targets.java.views import MethodView
from edmund.targets.prose import call_text, deprecation_text

__all__ = ["Answer", "Operation", "OperationContext", "lower_operation", "verb_of"]

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
    methods = []
    if call.is_documented:
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
    imports = context.types.imports
    answer = imports.runtime("Answer")
    planned = answer_of(call, context.surface.types, context.layout.pages)
    name = planned.type or ""
    item = context.types.name(name) if planned.iterable and name else None

    def of_class(cls: str, item: str | None = None) -> Answer:
        return Answer(cls, Invocation(f"{answer}.object", (f"{cls}.TYPE",)), item)

    match planned.form:
        case AnswerForm.NOTHING:
            return Answer("Void", f"{answer}.nothing()")
        case AnswerForm.COUNT:
            return Answer("Integer", f"{answer}.number()")
        case AnswerForm.REFERENCE:
            return Answer("String", f"{answer}.reference()")
        case AnswerForm.REFERENCES:
            page = imports.use(f"{context.layout.root}.models", "StringCollectionResponse")
            return Answer(page, f"{answer}.object({page}.TYPE)", "String")
        case AnswerForm.STREAM:
            return Answer(imports.use("java.io", "InputStream"), f"{answer}.content()")
        case AnswerForm.WRAPPED:
            place = context.payloads.answers[resource.id].place
            return of_class(imports.use(place.package, place.cls), item)
        case AnswerForm.PAGE:
            place = context.layout.pages[name]
            return of_class(imports.use(place.package, place.cls), item)
    model = None if planned.form is AnswerForm.VALUE else context.types.of_model(name)
    return Answer("Object", f"{answer}.any()") if model is None else of_class(model)


def _body(call: Call, resource: Resource, context: OperationContext) -> _Body | None:
    imports, planned = context.types.imports, body_of(call)
    if planned is None:
        return None
    models = f"{context.layout.root}.models"
    match planned.form:
        case BodyForm.NEW_REFERENCE:
            return _parameters(imports.use(models, "ReferenceCreate"), context)
        case BodyForm.REFERENCE:
            return _parameters(imports.use(models, "ReferenceUpdate"), context)
        case BodyForm.PARAMETERS:
            place = context.payloads.bodies[resource.id].place
            cls = imports.use(place.package, place.cls)
            return _parameters(cls, context, optional=planned.optional)
        case BodyForm.STREAM:
            stream = imports.use("java.io", "InputStream")
            return _Body(stream, f"{imports.runtime('Body')}.stream(body)")
    return _models(call, planned, context)


def _parameters(cls: str, context: OperationContext, *, optional: bool = False) -> _Body:
    body = context.types.imports.runtime("Body")
    made = f"{body}.parameters(body)"
    return _Body(cls, f"body == null ? null : {made}" if optional else made, optional)


def _models(call: Call, planned: Body, context: OperationContext) -> _Body:
    imports = context.types.imports
    body = imports.runtime("Body")
    model = context.types.of_model(planned.type or "")
    if model is None:
        return _Body("Object", f"{body}.any(body)")
    if planned.form is BodyForm.COLLECTION:
        list_ = imports.use("java.util", "List")
        source = Invocation(f"{body}.collection", ("body", f"{model}.TYPE"))
        return _Body(f"{list_}<{model}>", source)
    purpose = purpose_of(call) or Purpose.CREATE
    return _Body(model, Invocation(f"{body}.{purpose.value}", ("body", f"{model}.TYPE")))
