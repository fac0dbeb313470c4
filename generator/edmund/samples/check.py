"""Checks examples against a description: what they call, with what, and what is answered."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from edmund.diagnostics import Diagnostic, EdmundError, Severity
from edmund.queries.check import check_query as check_expressions
from edmund.samples.address import (
    Address,
    Addresses,
    NotAddressed,
    parted_target,
    split_query,
)
from edmund.samples.binding import bind_parameters, bind_value
from edmund.samples.exchange import Example, Header
from edmund.samples.payload_checks import PayloadCheck, is_json
from edmund.samples.query_checks import check_query
from edmund.samples.tree import AnyJson, QueryItem, RawBody, Sample, Value
from edmund.samples.url_values import NoLiteral
from edmund.surface.elements import Call, CallKind, HttpMethod, Surface
from edmund.surface.lookup import Found
from edmund.surface.type_parts import is_list
from edmund.surface.type_schema import TypeSchema
from edmund.surface.types import AnyJson as AnyJsonType

__all__ = ["Checked", "Checker"]

# What the client or the transport writes itself.
_NOT_SHOWN: Final = frozenset(
    {"authorization", "connection", "content-length", "host", "transfer-encoding", "user-agent"}
)
_REFERENCES: Final = (CallKind.ADD_REFERENCE, CallKind.SET_REFERENCE)


@dataclass(frozen=True, slots=True)
class Checked:
    """An example, the call that it is (None: it is none), and what is wrong with it."""

    example: Example
    sample: Sample | None
    diagnostics: tuple[Diagnostic, ...] = ()


class Checker:
    """Checks examples against one description; `roots` are the service's roots, which URLs may begin with."""

    def __init__(
        self,
        surface: Surface,
        roots: Iterable[str] = (),
        schema: TypeSchema | None = None,
    ) -> None:
        self._schema = schema or TypeSchema(surface.types)
        self._surface = surface
        self._addresses = Addresses(surface, self._schema, roots)

    def check(self, example: Example) -> Checked:
        """The call behind an example.

        What is wrong with the request leaves it without a call; what is wrong with the answer, and with the
        expressions of a query, is told only.
        """
        request = example.request
        path, query_text = parted_target(request.target)
        query = split_query(query_text)
        aliases = {item.name: item.value for item in query if item.name.startswith("@")}
        try:
            address = self._addresses.find(path, aliases)
        except NotAddressed as error:
            return _refused(example, "EDM943", str(error), error.hint)
        except NoLiteral as error:
            return _refused(example, "EDM946", str(error))
        call = _called(address, request.method)
        if call is None:
            methods = sorted({each.method.value for each in address.resource.calls})
            hint = f"there are: {', '.join(methods)}" if methods else None
            message = f"there is no {request.method} of '{path}'"
            return _refused(example, "EDM944", message, hint)
        return self._check_call(example, address, call, query)

    def _check_call(
        self, example: Example, address: Address, call: Call, query: Sequence[QueryItem]
    ) -> Checked:
        request = example.request
        found = [
            Diagnostic("EDM945", each.severity, each.message, example.span(request.line), each.hint)
            for each in check_query(query, call)
        ]
        found += _check_headers(example, call)
        bodies = PayloadCheck(example, self._schema)
        value = bodies.request_value(call)
        found += bodies.found
        sample = None
        if not any(each.severity is Severity.ERROR for each in found):
            sample = Sample(
                example,
                address.steps,
                address.resource,
                call,
                tuple(item for item in query if not item.name.startswith("@")),
                _shown_headers(example, call),
                self._body(example, call, value),
            )
            found += self._query_findings(example, address)
        answers = PayloadCheck(example, self._schema)
        answers.check_answer(call)
        return Checked(example, sample, (*found, *answers.found))

    def _query_findings(self, example: Example, address: Address) -> list[Diagnostic]:
        """What is wrong with the expressions of a query: told, and sent all the same."""
        request = example.request
        path, query = parted_target(request.target)
        if not query:
            return []
        found = Found(address.resource, tuple(step.edge for step in address.steps))
        column = len(request.method) + len(path) + 3
        try:
            findings = check_expressions(self._surface, found, query, example.file, column)
        except EdmundError as failure:
            findings = failure.diagnostics
        return [
            replace(each, span=example.span(request.line, each.span.column if each.span else 1))
            for each in findings
        ]

    def _body(self, example: Example, call: Call, value: object) -> Value | RawBody | None:
        body = example.request.body
        if body is None:
            return None
        media_type = example.request.header("Content-Type")
        if value is None:
            return RawBody(body.text, media_type or "application/octet-stream")
        if call.kind in _REFERENCES:
            return AnyJson(value)
        if call.kind is CallKind.INVOKE and isinstance(value, Mapping):
            return bind_parameters(value, call.operation or "", call.parameters, self._schema)
        type_ = call.body or AnyJsonType()
        if is_list(type_) and isinstance(value, Mapping) and "value" in value:
            value = value["value"]
        return bind_value(value, type_, self._schema)


def _called(address: Address, method: str) -> Call | None:
    try:
        wanted = HttpMethod(method)
    except ValueError:
        return None
    return next((call for call in address.resource.calls if call.method is wanted), None)


def _check_headers(example: Example, call: Call) -> list[Diagnostic]:
    given = {header.name.lower() for header in example.request.headers}
    return [
        Diagnostic(
            "EDM949",
            Severity.ERROR,
            f"the header '{parameter.name}' is required",
            example.span(example.request.line),
        )
        for parameter in call.custom_headers
        if parameter.required and parameter.name.lower() not in given
    ]


def _shown_headers(example: Example, call: Call) -> tuple[Header, ...]:
    """The header fields that a caller gives: not the client's own, nor a media type that it writes anyway."""
    kept: list[Header] = []
    for header in example.request.headers:
        name = header.name.lower()
        if name in _NOT_SHOWN:
            continue
        body = example.request.body
        if name == "content-type" and (body is None or is_json(header.value)):
            continue
        kept.append(header)
    return tuple(kept)


def _refused(example: Example, code: str, message: str, hint: str | None = None) -> Checked:
    place = example.span(example.request.line)
    return Checked(example, None, (Diagnostic(code, Severity.ERROR, message, place, hint),))
