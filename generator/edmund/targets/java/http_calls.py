"""Calls over HTTP as constants and methods of a builder: what the description says of each, and how it is made."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from edmund.plan.contents import ContentForm, EventPayload, PlannedContent
from edmund.plan.http_answers import Outcome, PlannedAnswer
from edmund.plan.http_bodies import PartForm, PlannedBody, PlannedPart
from edmund.plan.http_calls import PlannedCall
from edmund.plan.http_security import PlannedSecurity
from edmund.plan.paging import Paging, PlannedPaging, member_type
from edmund.surface.lineage import Lineage
from edmund.surface.types import Named, Nullable, Type
from edmund.targets.java.http_parameters import parameter_of
from edmund.targets.java.layout import Layout
from edmund.targets.java.literals import javadoc
from edmund.targets.java.source import (
    Call,
    Chain,
    Expression,
    Text,
    constant,
    flat,
    signature,
    statement,
)
from edmund.targets.java.types import Types
from edmund.targets.java.value_shapes import shape_of_value
from edmund.targets.java.views import MethodView
from edmund.targets.prose import call_text, deprecation_text

__all__ = ["CallNames", "HttpMethods", "LoweredCall", "Way", "constant_of"]

_SEQUENCES = {ContentForm.JSON_LINES: "lines", ContentForm.JSON_SEQUENCE: "sequence"}
_EVENTS = {
    EventPayload.TEXT: "eventTexts",
    EventPayload.JSON: "events",
    EventPayload.FIELDS: "eventObjects",
}


@dataclass(frozen=True, slots=True)
class LoweredCall:
    """The constants of a call and its methods, the one that makes the request first."""

    constants: tuple[str, ...]
    methods: tuple[MethodView, ...]


@dataclass(frozen=True, slots=True)
class CallNames:
    """What a call is called in its builder: the method, its constant and those of its bodies, the class of its parameters.

    `pages` is the method that goes through all pages; None for none.
    """

    verb: str
    constant: str
    bodies: tuple[str, ...]
    parameters: str
    pages: str | None = None


@dataclass(frozen=True, slots=True)
class Way:
    """What the methods of a call take first, types by name, and what leads from the builder's place to the call's."""

    given: Mapping[str, str]
    steps: tuple[Call, ...]


_HERE = Way({}, ())


class HttpMethods:
    """Lowers the calls of one builder."""

    def __init__(self, types: Types, layout: Layout, schemes: Mapping[str, str], path: str) -> None:
        """`schemes` are expressions of the credentials' schemes by their names, `path` is the builder's."""
        self._types = types
        self._imports = types.imports
        self._layout = layout
        self._schemes = schemes
        self._path = path
        self._lineage = Lineage(types.surface.types)

    def lower(
        self,
        call: PlannedCall,
        names: CallNames,
        way: Way = _HERE,
        *,
        shares_bodies: bool = False,
    ) -> LoweredCall:
        """A call; with `shares_bodies` the constants of its bodies are another call's."""
        content = call.success.content
        returned = "Void" if content is None else self._type_of(content)
        constants = [self._call(call, names, returned)]
        bodies = list(zip(call.bodies, names.bodies, strict=True))
        if not shares_bodies:
            constants += [self._body(body, name) for body, name in bodies]
        methods = self._methods(call, names, returned, bodies, way)
        return LoweredCall(tuple(constants), tuple(methods))

    def streams(self, call: PlannedCall) -> list[PlannedCall]:
        """The calls that ask for the streams which the service sends in place of the plain answer."""
        found = []
        for stream in call.success.streams:
            success = replace(call.success, content=stream, streams=())
            found.append(replace(call, success=success, accept=stream.media_type, paging=None))
        return found

    # What the description says

    def _call(self, call: PlannedCall, names: CallNames, returned: str) -> str:
        http_call = self._imports.runtime("HttpCall")
        made = Call(f"new {http_call}<>", (Text(call.method), self._answer(call)))
        more = []
        if call.security.alternatives:
            more.append(Call("security", (self._security(call.security),)))
        if call.path.endswith("/") and not self._path.endswith("/"):
            more.append(Call("slash", ()))
        if call.base_url is not None:
            more.append(Call("server", (Text(call.base_url),)))
        declared = f"private static final {http_call}<{returned}>"
        return constant(declared, names.constant, _chained(made, more))

    def _answer(self, call: PlannedCall) -> Expression:
        answer = self._imports.runtime("Answer")
        form = self._imports.runtime("AnswerForm")
        content = call.success.content
        plain = f"{form}.nothing()" if content is None else self._form(content)
        accept: Expression = "null" if call.accept is None else Text(call.accept)
        rows: list[Call] = []
        for each in call.answers:
            rows += self._rows(each, call)
        return _chained(Call(f"new {answer}<>", (plain, accept)), rows)

    def _rows(self, answer: PlannedAnswer, call: PlannedCall) -> list[Call]:
        rows = []
        if answer.outcome is Outcome.REDIRECT:
            return [Call("leads", (Text(answer.status),))]
        for content in answer.contents:
            told = (Text(answer.status), Text(content.media_type))
            if answer.outcome is Outcome.ERROR:
                rows.append(Call("fails", (*told, self._form(content))))
                continue
            if call.success.content is not None and _same(content, call.success.content):
                rows.append(Call("gives", told))
            else:
                rows.append(Call("when", (*told, self._form(content))))
            if answer.outcome is Outcome.EITHER:
                rows.append(Call("fails", (*told, self._form(content))))
        return rows

    def _form(self, content: PlannedContent) -> Expression:
        form = self._imports.runtime("AnswerForm")
        if content.form is ContentForm.BYTES:
            return f"{form}.bytes()"
        codec = self._types.value(content.type).codec
        if content.form is ContentForm.EVENTS:
            assert content.payload is not None
            return Call(f"{form}.{_EVENTS[content.payload]}", (codec,))
        if content.form.is_stream:
            return Call(f"{form}.{_SEQUENCES[content.form]}", (codec,))
        kind = "text" if content.form is ContentForm.TEXT else "json"
        return Call(f"{form}.{kind}", (codec,))

    def _type_of(self, content: PlannedContent) -> str:
        if content.form is ContentForm.BYTES:
            return self._imports.use("java.io", "InputStream")
        name = self._types.value(content.type).name
        return f"{self._imports.runtime('Items')}<{name}>" if content.form.is_stream else name

    def _security(self, security: PlannedSecurity) -> Expression:
        calls: list[Call] = []
        for alternative in security.alternatives:
            calls.append(Call("either", ()))
            for needed in alternative:
                scheme = self._schemes[needed.name]
                calls.append(Call("with", (scheme, *map(Text, needed.scopes))))
        if security.is_optional:
            calls.append(Call("optional", ()))
        return _chained(Call(f"new {self._imports.runtime('Security')}", ()), calls)

    # What is sent

    def _body_type(self, body: PlannedBody) -> str:
        if body.form is ContentForm.BYTES:
            return self._imports.use("java.io", "InputStream")
        name = self._types.value(body.type).name
        return f"Iterable<{name}>" if body.form.is_stream else name

    def _body(self, body: PlannedBody, name: str) -> str:
        form = self._imports.runtime("BodyForm")
        made: Expression
        if body.form is ContentForm.BYTES:
            made = Call(f"{form}.bytes", (Text(body.media_type),))
        else:
            codec = self._types.value(body.type).codec
            shape = shape_of_value(body.type, self._types)
            given: tuple[Expression, ...] = (Text(body.media_type), codec, shape)
            if body.form in (ContentForm.FORM, ContentForm.MULTIPART):
                assert body.other_parts is not None
                given = (*given, *map(self._part, (body.other_parts, *body.parts)))
            made = Call(f"{form}.{_METHODS_OF_BODIES[body.form]}", given)
        if body.is_of_caller:
            made = _chained(made, [Call("ofCaller", ())])
        return constant(f"private static final {form}<{self._body_type(body)}>", name, made)

    def _part(self, part: PlannedPart) -> Expression:
        cls = self._imports.runtime("Part")
        if part.form is PartForm.STYLE:
            style = f"{self._imports.runtime('Style')}.{part.style.name}"
            made: Expression = Call(f"{cls}.styled", (Text(part.name), style, _truth(part.explode)))
        else:
            made = Call(f"{cls}.{part.form.value}", (Text(part.name),))
        more = [Call("repeats", ())] if part.repeats else []
        if part.media_type is not None:
            more.append(Call("typed", (Text(part.media_type),)))
        return _chained(made, more)

    # Methods

    def _methods(
        self,
        call: PlannedCall,
        names: CallNames,
        returned: str,
        bodies: Sequence[tuple[PlannedBody, str]],
        way: Way,
    ) -> list[MethodView]:
        fresh = f"new {names.parameters}()"
        methods: list[MethodView] = []
        if not bodies or not call.body_required:
            sent = _sent(way, names.constant, fresh, "configure")
            methods += self._ways(call, names, returned, way.given, sent)
        if bodies:
            body, form = bodies[0]
            sent = _sent(way, names.constant, form, "body", fresh, "configure")
            types = {**way.given, "body": self._body_type(body)}
            methods += self._ways(call, names, returned, types, sent)
        if len(bodies) > 1 or any(body.is_of_caller for body, _ in bodies):
            forms = [form for _, form in bodies]
            given = (names.constant, "contentType", "body", fresh, "configure", *forms)
            types = {**way.given, "body": "Object", "contentType": "String"}
            methods += self._ways(call, names, returned, types, _sent(way, *given))
        if call.paging is not None and not bodies and names.pages is not None:
            methods += self._pages(call.paging, call.success.type, names, names.pages, way)
        return methods

    def _ways(
        self,
        call: PlannedCall,
        names: CallNames,
        returned: str,
        given: Mapping[str, str],
        sent: Expression,
    ) -> list[MethodView]:
        """The request that is not sent, the call that waits and the one that does not, each without more, too.

        `given` are the types of what comes before the caller's configuration, by name.
        """
        information = f"{self._imports.runtime('RequestInformation')}<{returned}>"
        future = f"{self._imports.use('java.util.concurrent', 'CompletableFuture')}<{returned}>"
        maker = _maker(names)
        nullable = f"@{self._imports.runtime('Nullable')}"
        waits = "void" if returned == "Void" else f"{nullable} {returned}"
        back = "" if returned == "Void" else "return "
        fewer = [f"{type_} {name}" for name, type_ in given.items()]
        every = [*fewer, self._configure(names)]
        with_all = flat(Call(maker, (*given, "configure")))
        with_fewer = flat(Call(maker, (*given, "null")))
        deprecation = call.call.deprecation
        told = "" if deprecation is None else deprecation_text(deprecation)
        mark = "" if deprecation is None else "\n  @Deprecated"
        doc = javadoc(call_text(call.call), 2, told) + mark
        request_doc = _REQUEST_DOC + mark
        methods = [
            (request_doc, f"public {information}", maker, every, statement("return ", sent, 4))
        ]
        for made, declared in ((with_all, every), (with_fewer, fewer)):
            waiting = statement(back, Chain(made, (Call("send", ()),)), 4)
            methods.append((doc, f"public {waits}", names.verb, declared, waiting))
            started = statement("return ", Call("Place.started", (f"() -> {made}",)), 4)
            methods.append((doc, f"public {future}", f"{names.verb}Async", declared, started))
        self._imports.runtime("Place")
        return [
            MethodView(True, head, signature(kind, name, declared), body)
            for head, kind, name, declared, body in methods
        ]

    def _configure(self, names: CallNames) -> str:
        nullable = f"@{self._imports.runtime('Nullable')}"
        return f"{nullable} {self._imports.runtime('Configure')}<{names.parameters}> configure"

    def _pages(
        self, paging: PlannedPaging, page: Type | None, names: CallNames, name: str, way: Way
    ) -> list[MethodView]:
        pages = self._imports.runtime("Pages")
        item = self._types.value(paging.item).name
        first = Call(_maker(names), (*way.given, "configure"))
        given: list[Expression] = [flat(first), self._items(paging, page)]
        if paging.parameter is not None:
            given.append(parameter_of(paging.parameter, self._imports))
        if paging.kind is Paging.PAGE:
            given.append(f"{paging.first}L")
        given += map(Text, paging.next)
        made = Call(f"{pages}.{_PAGINGS[paging.kind]}", tuple(given))
        head = f"public {pages}<{item}>"
        fewer = [f"{type_} {each}" for each, type_ in way.given.items()]
        every = [*fewer, self._configure(names)]
        again = Call(name, (*way.given, "null"))
        return [
            MethodView(
                True, _PAGES_DOC, signature(head, name, every), statement("return ", made, 4)
            ),
            MethodView(
                True, _PAGES_DOC, signature(head, name, fewer), statement("return ", again, 4)
            ),
        ]

    def _items(self, paging: PlannedPaging, page: Type | None) -> str:
        """The function that gives the items of a page, which may be deeper in it."""
        made, type_ = "page", page
        for depth, name in enumerate(paging.items):
            plain = type_.type if isinstance(type_, Nullable) else type_
            assert isinstance(plain, Named)
            getter = f"get{self._layout.properties[plain.name][name]}()"
            made = (
                f"Pages.of({made}, value{depth} -> value{depth}.{getter})"
                if depth
                else f"page.{getter}"
            )
            type_ = member_type(plain, (name,), self._lineage)
        return f"page -> {made}"


_PAGINGS = {
    Paging.LINK_HEADER: "linked",
    Paging.NEXT_LINK: "nextLink",
    Paging.CURSOR: "cursor",
    Paging.OFFSET: "offset",
    Paging.PAGE: "numbered",
}
_METHODS_OF_BODIES = {
    ContentForm.JSON: "json",
    ContentForm.TEXT: "text",
    ContentForm.FORM: "form",
    ContentForm.MULTIPART: "multipart",
    ContentForm.JSON_LINES: "lines",
    ContentForm.JSON_SEQUENCE: "sequence",
    ContentForm.EVENTS: "lines",
}
_REQUEST_DOC = "/** The finished request, which is not sent. */"
_PAGES_DOC = "/** All items, page by page; requests are sent while they are read. */"


def constant_of(verb: str) -> str:
    """`GET_STREAM` for the method `getStream`."""
    return "".join(f"_{c}" if c.isupper() else c for c in verb).upper()


def _maker(names: CallNames) -> str:
    return f"to{names.verb[0].upper()}{names.verb[1:]}RequestInformation"


def _sent(way: Way, *given: Expression) -> Expression:
    """The expression of the request."""
    if not way.steps:
        return Call("place.request", given)
    return Chain("place", (*way.steps, Call("request", given)))


def _chained(made: Expression, calls: Sequence[Call]) -> Expression:
    return Chain(made, tuple(calls)) if calls else made


def _truth(value: bool) -> str:
    return "true" if value else "false"


def _same(one: PlannedContent, other: PlannedContent) -> bool:
    return (one.form, _plain(one), one.payload) == (other.form, _plain(other), other.payload)


def _plain(content: PlannedContent) -> object:
    type_ = content.type
    return type_.type if isinstance(type_, Nullable) else type_
