"""Calls over HTTP as methods of a struct, with the structs of their parameters: the same for both shapes of clients."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from edmund.naming.distinct import distinct
from edmund.plan.contents import ContentForm
from edmund.plan.http_bodies import PlannedBody
from edmund.plan.http_calls import PlannedCall
from edmund.plan.http_parameters import PlannedParameter
from edmund.plan.http_security import schemes_of
from edmund.render.files import GeneratedFile
from edmund.surface.elements import Surface
from edmund.surface.types import Type
from edmund.targets.go.http_tables import call_facts, scheme_source, sent_type
from edmund.targets.go.http_views import FieldView, HttpCallView, SchemesView
from edmund.targets.go.layout import Layout
from edmund.targets.go.literals import comment
from edmund.targets.go.names import unexported
from edmund.targets.go.structured import imports_of
from edmund.targets.go.values import ANY_GUID, Values
from edmund.targets.prose import call_text

__all__ = ["HERE", "SCHEMES_FILE", "CallPlace", "HttpCalls"]

SCHEMES_FILE = "schemes"


@dataclass(frozen=True, slots=True)
class CallPlace:
    """Where a call is, seen from the struct that has it: its parameters, what is passed on, and an expression."""

    parameters: str
    passed: str
    place: str


HERE: Final = CallPlace("", "", "b.RequestBuilder")
"""The struct's own place."""


class HttpCalls:
    """Lowers calls of one service."""

    def __init__(self, surface: Surface, layout: Layout) -> None:
        self.values = Values(surface, layout, "models.")
        self.spelling = layout.spelling
        self._declared = schemes_of(surface)
        self._schemes: Mapping[str, str] = distinct(
            [each.name for each in self._declared], lambda name: f"{unexported(name)}Scheme"
        ).names

    def schemes_files(self, module: str) -> list[GeneratedFile]:
        """The file of the schemes that calls need credentials for, if there are any."""
        if not self._declared:
            return []
        sources = (scheme_source(self._schemes[each.name], each) for each in self._declared)
        view = SchemesView(imports_of(module, ()), tuple(sources))
        return [GeneratedFile(f"builders/{SCHEMES_FILE}.go", "client/schemes.go.jinja", view)]

    def view(
        self, stem: str, method: str, iterate: str, call: PlannedCall, at: CallPlace = HERE
    ) -> HttpCallView:
        """A call as methods called `method` and `iterate`; `stem` starts the names of what is declared for it."""
        fields = self.fields(call)
        configuration = f"{stem}RequestConfiguration"
        body = call.bodies[0] if call.bodies else None
        success = call.success
        content = success.content
        form = None if content is None else content.form
        streams = success.streams[0] if success.streams else None
        is_stream = form is not None and form.is_stream
        returns = "" if content is None else self.values.of(content.type).optional
        return HttpCallView(
            method=method,
            comment=comment(f"{method}: {_lower_first(call_text(call.call))}"),
            table=f"{unexported(stem)}Call",
            facts=call_facts(call, self.values, self._schemes),
            given=at.parameters + ("" if body is None else f"body {self.body(body)}, "),
            passed=at.passed + ("" if body is None else "body, "),
            place=at.place,
            sent="nil" if body is None else "body",
            has_parameters=bool(fields),
            parameters=f"{stem}QueryParameters",
            configuration=configuration,
            configured=configuration if fields else "odata.RequestConfiguration",
            fields=fields,
            nothing=content is None,
            returns="[]byte" if form is ContentForm.BYTES else returns,
            is_stream=is_stream,
            is_bytes=form is ContentForm.BYTES,
            streams=streams is not None,
            streamed="" if streams is None else self.values.of(streams.type).optional,
            paged=call.paging is not None,
            iterate=iterate,
            pages="" if call.paging is None else self.values.of(call.paging.item).optional,
        )

    def taken(self, type_: Type) -> str:
        """The Go type of a parameter of the path."""
        go = self.values.of(type_).type
        return ANY_GUID if go == "odata.UUID" else go

    def body(self, body: PlannedBody) -> str:
        """The Go type of a body."""
        if body.form in (ContentForm.BYTES, ContentForm.EVENTS):
            return "io.Reader"
        return self.values.of(sent_type(body)).optional

    def field_names(self, call: PlannedCall) -> tuple[str, ...]:
        """The fields of a call's parameters, in the order of these."""
        labels = [parameter.label for parameter in call.parameters]
        names = distinct(labels, self.spelling.property).names
        return tuple(names[label] for label in labels)

    def fields(self, call: PlannedCall) -> tuple[FieldView, ...]:
        """The struct of parameters, whose fields are in the order of the call's table."""
        names = self.field_names(call)
        said = [_about(parameter) for parameter in call.parameters]
        spaced = any(said)
        width = 0 if spaced else max(map(len, names), default=0)
        return tuple(
            FieldView(
                spaced and at > 0,
                f"{name:<{width}}",
                self.values.of(parameter.type).optional,
                bool(text),
                comment(text, "\t"),
            )
            for at, (name, parameter, text) in enumerate(
                zip(names, call.parameters, said, strict=True)
            )
        )


def _about(parameter: PlannedParameter) -> str:
    text = parameter.description or ""
    return f"{text}\n\nDeprecated." if parameter.deprecated else text


def _lower_first(text: str) -> str:
    return text[:1].lower() + text[1:] if text[1:2].islower() else text
