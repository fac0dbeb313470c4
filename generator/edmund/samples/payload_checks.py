"""What is wrong with the bodies of an example: its request's and its answer's, each at its line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from edmund.diagnostics import Diagnostic, Severity, Span
from edmund.samples.exchange import Body, Example
from edmund.surface.answers import has_envelope
from edmund.surface.elements import Call, CallKind
from edmund.surface.media_types import base_name
from edmund.surface.type_parts import is_list, name_of
from edmund.surface.type_schema import TypeSchema
from edmund.surface.types import OperationType, Type
from edmund.validation.check import (
    Operation,
    Violation,
    validate_parameters,
    validate_payload,
)
from edmund.validation.json_text import NotJson, find_duplicates, parse_json
from edmund.validation.places import places

__all__ = ["PayloadCheck", "is_json"]

_PURPOSES = {
    CallKind.CREATE: Operation.CREATE,
    CallKind.REPLACE: Operation.CREATE,
    CallKind.UPDATE: Operation.UPDATE,
}
_REFERENCES = (CallKind.ADD_REFERENCE, CallKind.SET_REFERENCE)
_NO_OBJECTS = (CallKind.COUNT, CallKind.LIST_REFERENCES, CallKind.READ_REFERENCE)


def is_json(media_type: str | None) -> bool:
    """Whether a body of this media type is JSON; one that names none is."""
    if media_type is None:
        return True
    plain = base_name(media_type)
    return plain in ("application/json", "text/json") or plain.endswith("+json")


class PayloadCheck:
    """Checks the bodies of one example; `found` collects what is wrong."""

    def __init__(self, example: Example, schema: TypeSchema) -> None:
        self._example = example
        self._schema = schema
        self.found: list[Diagnostic] = []

    def request_value(self, call: Call) -> object:
        """The parsed body of the request, checked; None when it has none or is no JSON."""
        request = self._example.request
        body = request.body
        if body is None:
            if self._needs_body(call):
                self._report(request.line, f"this {call.kind.value} needs a body")
            return None
        if not is_json(request.header("Content-Type")):
            return None
        if call.body is None and not call.parameters and call.kind not in _REFERENCES:
            self._report(body.line, f"a {call.method.value} of this kind has no body")
            return None
        if call.body is not None and name_of(call.body) == "Edm.Stream":
            return None
        value = self._parsed(body)
        if value is not _NO_VALUE:
            self._place(body, self._request_violations(call, value))
            return value
        return None

    def check_answer(self, call: Call) -> None:
        """Check status and body of the answer, if the example has one that tells of success."""
        answer = self._example.answer
        if answer is None or not 200 <= answer.status < 300:
            return
        body = answer.body
        if body is None or not is_json(answer.header("Content-Type")):
            return
        if answer.status == 204:
            self._report(body.line, "an answer with status 204 has no body", code="EDM948")
            return
        returned = call.returns
        if returned is None or name_of(returned) == "Edm.Stream" or call.kind in _NO_OBJECTS:
            return
        value = self._parsed(body)
        if value is not _NO_VALUE:
            self._place(body, self._answer_violations(call, returned, value))

    def _needs_body(self, call: Call) -> bool:
        if call.kind is CallKind.INVOKE:
            return any(not parameter.optional for parameter in call.parameters)
        return call.body is not None or call.kind in _REFERENCES

    def _request_violations(self, call: Call, value: object) -> tuple[Violation, ...]:
        schema = self._schema
        if call.kind in _REFERENCES:
            return ()
        if call.kind is CallKind.INVOKE:
            return validate_parameters(schema, self._overload(call), value)
        assert call.body is not None, "the caller has looked"
        return validate_payload(schema, _written(call.body), value, _PURPOSES.get(call.kind))

    def _overload(self, call: Call) -> OperationType:
        """The overload of the action that the call invokes."""
        overloads = self._schema.types.operations_by_name[call.operation or ""]
        given = [(each.name, each.type) for each in call.parameters]
        return next(o for o in overloads if [(p.name, p.type) for p in o.parameters] == given)

    def _answer_violations(self, call: Call, returned: Type, value: object) -> Sequence[Violation]:
        name = name_of(returned)
        wrapped = call.kind is CallKind.INVOKE and has_envelope(returned, self._schema.types)
        if wrapped and not is_list(returned):
            if not isinstance(value, Mapping) or "value" not in value:
                return ()
            found = validate_payload(self._schema, name, value["value"])
            return [Violation(f"/value{v.pointer}", v.code, v.message, v.severity) for v in found]
        # A list says of which type its items are.
        if is_list(returned) or call.kind is CallKind.LIST:
            name = f"Collection({name})"
        return validate_payload(self._schema, name, value)

    def _parsed(self, body: Body) -> object:
        try:
            return parse_json(body.text)
        except NotJson as error:
            place = self._span(body, error.line or 1, error.column or 1)
            self.found.append(Diagnostic("EDM802", Severity.ERROR, str(error), place))
            return _NO_VALUE

    def _place(self, body: Body, violations: Sequence[Violation]) -> None:
        every = (*find_duplicates(_reparsed(body)), *violations)
        where = places(body.text, {violation.pointer for violation in every})
        for violation in every:
            self.found.append(
                Diagnostic(
                    violation.code,
                    violation.severity,
                    f"{violation.pointer or '/'}: {violation.message}",
                    self._span(body, *where[violation.pointer]),
                )
            )

    def _span(self, body: Body, line: int, column: int) -> Span | None:
        return self._example.span(body.line + line - 1, column)

    def _report(self, line: int, message: str, code: str = "EDM947") -> None:
        self.found.append(Diagnostic(code, Severity.ERROR, message, self._example.span(line)))


_NO_VALUE = object()


def _reparsed(body: Body) -> object:
    return parse_json(body.text)


def _written(type_: Type) -> str:
    name = name_of(type_)
    return f"Collection({name})" if is_list(type_) else name
