"""Checks examples against the plan of a service's calls: what they call, with what."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import unquote_plus

from edmund.diagnostics import Diagnostic, Severity
from edmund.plan.contents import ContentForm
from edmund.plan.http_bodies import PlannedBody
from edmund.plan.http_calls import PlannedCall, planned_calls
from edmund.plan.http_parameters import PlannedParameter
from edmund.samples.address import NotAddressed, parted_target
from edmund.samples.exchange import Body, Example, Header
from edmund.samples.http.addresses import HttpAddress, HttpAddresses
from edmund.samples.http.binding import Binding
from edmund.samples.http.bodies import read_body
from edmund.samples.http.reading import ABSENT, ParameterReader, RawPair, raw_pairs
from edmund.samples.http.texts import NoValue
from edmund.samples.http.tree import Given, GivenBody, HttpSample
from edmund.samples.tree import Argument, Step
from edmund.surface.elements import Surface
from edmund.surface.exchange import Location
from edmund.surface.lineage import Lineage
from edmund.surface.media_types import base_name, is_json
from edmund.surface.types import ListOf, Type
from edmund.validation.json_text import NotJson, find_duplicates, parse_json
from edmund.validation.places import places
from edmund.validation.rules import Violation

__all__ = ["BodyRules", "HttpChecked", "HttpChecker"]

BodyRules = Callable[[PlannedCall, str | None, str, object], Sequence[Violation]]
"""What is wrong with the JSON of a call's body: of its request (None), or of the answer with a status."""

# What the client or the transport writes itself.
_NOT_SHOWN: Final = frozenset(
    {
        *("accept", "authorization", "connection", "content-length", "content-type", "cookie"),
        *("host", "transfer-encoding", "user-agent"),
    }
)


@dataclass(frozen=True, slots=True)
class HttpChecked:
    """An example, the call that it is (None: it is none), and what is wrong with it."""

    example: Example
    sample: HttpSample | None
    diagnostics: tuple[Diagnostic, ...] = ()


class HttpChecker:
    """Checks examples against one surface. `roots` are the service's roots, which URLs may begin with."""

    def __init__(
        self, surface: Surface, roots: Iterable[str] = (), rules: BodyRules | None = None
    ) -> None:
        self._lineage = Lineage(surface.types)
        self._addresses = HttpAddresses(surface, roots)
        self._reader = ParameterReader(self._lineage)
        self._binding = Binding(self._lineage)
        self._rules = rules
        self._query_keys = _keys_of_schemes(surface, Location.QUERY)
        self._header_keys = _keys_of_schemes(surface, Location.HEADER)
        self.surface = surface
        self.calls = planned_calls(surface)

    @property
    def lineage(self) -> Lineage:
        """Inheritance among the types of the surface."""
        return self._lineage

    def check(self, example: Example) -> HttpChecked:
        """The call behind an example. What is wrong with the request leaves it without one."""
        request = example.request
        path, query = parted_target(request.target)
        try:
            address = self._addresses.find(path, request.method)
        except NotAddressed as error:
            return _refused(example, "EDM943", str(error), error.hint)
        calls = self.calls[address.resource.id]
        planned = next((each for each in calls if each.method == request.method), None)
        if planned is None:
            there = ", ".join(each.method for each in calls)
            hint = f"there are: {there}" if there else None
            message = f"there is no {request.method} of '{path}'"
            return _refused(example, "EDM944", message, hint)
        try:
            keys = tuple(
                self._given(each, self._reader.path(each, text))
                for each, text in zip(planned.path_parameters, address.texts, strict=True)
            )
        except NoValue as error:
            return _refused(example, "EDM946", f"a value of '{path}': {error}")
        return self._checked(example, address, planned, keys, query)

    def _checked(
        self,
        example: Example,
        address: HttpAddress,
        planned: PlannedCall,
        keys: tuple[Given, ...],
        query: str,
    ) -> HttpChecked:
        found: list[Diagnostic] = []
        pairs = raw_pairs(query)
        parameters, beyond = self._parameters(example, planned, pairs, query, found)
        body = self._body(example, planned, found)
        sample = None
        if not any(each.severity is Severity.ERROR for each in found):
            sample = HttpSample(
                example,
                self._steps(address, keys),
                address.resource,
                planned,
                keys,
                parameters,
                beyond,
                self._other_headers(example, planned),
                body,
            )
        self._check_answer(example, planned, found)
        return HttpChecked(example, sample, tuple(found))

    def _steps(self, address: HttpAddress, keys: Sequence[Given]) -> tuple[Step, ...]:
        rest = list(keys)
        steps: list[Step] = []
        for source, at in address.edges:
            edge = source.edges[at]
            own, rest = rest[: len(edge.keys)], rest[len(edge.keys) :]
            arguments = tuple(
                Argument(each.parameter.name, each.parameter.type, each.value) for each in own
            )
            steps.append(Step(source, at, arguments))
        return tuple(steps)

    def _given(self, parameter: PlannedParameter, value: object) -> Given:
        return Given(parameter, self._binding.value(value, parameter.type), value)

    # Parameters

    def _parameters(
        self,
        example: Example,
        planned: PlannedCall,
        pairs: Sequence[RawPair],
        query: str,
        found: list[Diagnostic],
    ) -> tuple[tuple[Given, ...], tuple[tuple[str, str], ...]]:
        place = example.span(example.request.line)
        given: list[Given] = []
        used: set[int] = set()
        for parameter in planned.parameters:
            try:
                value, taken = self._value(example, parameter, pairs, query)
            except NoValue as error:
                message = f"the {parameter.location.value} parameter '{parameter.name}': {error}"
                found.append(Diagnostic("EDM946", Severity.ERROR, message, place))
                continue
            used |= taken
            if value is not ABSENT:
                given.append(self._given(parameter, value))
            elif parameter.required:
                code = "EDM949" if parameter.location is Location.HEADER else "EDM945"
                message = f"the {parameter.location.value} parameter '{parameter.name}' is required"
                found.append(Diagnostic(code, Severity.ERROR, message, place))
        beyond: list[tuple[str, str]] = []
        for at, (name, raw) in enumerate(pairs):
            if at in used or name in self._query_keys:
                continue
            beyond.append((name, unquote_plus(raw)))
            message = f"the description does not know the query parameter '{name}'"
            found.append(Diagnostic("EDM945", Severity.WARNING, message, place))
        return tuple(given), tuple(beyond)

    def _value(
        self,
        example: Example,
        parameter: PlannedParameter,
        pairs: Sequence[RawPair],
        query: str,
    ) -> tuple[object, frozenset[int]]:
        if parameter.location in (Location.QUERY, Location.QUERY_STRING):
            return self._reader.query(parameter, pairs, query)
        if parameter.location is Location.COOKIE:
            field = example.request.header("Cookie") or ""
            return self._reader.cookie(parameter, field), frozenset()
        header = example.request.header(parameter.name)
        value = ABSENT if header is None else self._reader.header(parameter, header)
        return value, frozenset()

    # Bodies

    def _body(
        self, example: Example, planned: PlannedCall, found: list[Diagnostic]
    ) -> GivenBody | None:
        request = example.request
        body = request.body
        if body is None:
            if planned.body_required:
                _report(example, found, request.line, "this call needs a body")
            return None
        if not planned.bodies:
            _report(example, found, body.line, f"this {planned.method} has no body")
            return None
        said = request.header("Content-Type")
        media_type = said or planned.bodies[0].media_type
        chosen = _chosen(planned.bodies, media_type)
        if chosen is None:
            there = ", ".join(each.media_type for each in planned.bodies)
            message = f"this call takes no body of the type '{base_name(media_type)}'"
            _report(example, found, body.line, message, hint=f"it takes: {there}")
            return None
        try:
            value = read_body(chosen, body.text, media_type, self._lineage)
        except NotJson as error:
            line, column = error.line or 1, error.column or 1
            place = example.span(body.line + line - 1, column)
            found.append(Diagnostic("EDM802", Severity.ERROR, str(error), place))
            return None
        except NoValue as error:
            _report(example, found, body.line, f"the body is not as the call takes it: {error}")
            return None
        if chosen.form is ContentForm.JSON and self._rules is not None:
            _place(example, body, self._rules(planned, None, chosen.media_type, value), found)
        named = None if chosen is planned.bodies[0] and not chosen.is_of_caller else media_type
        if named is not None and chosen.form is ContentForm.MULTIPART:
            named = chosen.media_type
        bound = self._binding.value(value, _body_type(chosen))
        return GivenBody(chosen, bound, value, named)

    def _other_headers(self, example: Example, planned: PlannedCall) -> tuple[Header, ...]:
        """The header fields that no parameter is for, and that the client does not write itself."""
        declared = {
            each.name.lower() for each in planned.parameters if each.location is Location.HEADER
        }
        known = declared | _NOT_SHOWN | self._header_keys
        return tuple(each for each in example.request.headers if each.name.lower() not in known)

    def _check_answer(
        self, example: Example, planned: PlannedCall, found: list[Diagnostic]
    ) -> None:
        """What is wrong with the answer of an example, if it has one that tells of success."""
        answer = example.answer
        if answer is None or answer.body is None or self._rules is None:
            return
        said = answer.header("Content-Type") or "application/json"
        if not is_json(said):
            return
        at = (str(answer.status), f"{answer.status // 100}XX", "default")
        status = next((s for s in at if any(each.status == s for each in planned.answers)), None)
        if status is None:
            return
        try:
            value = parse_json(answer.body.text)
        except NotJson as error:
            place = example.span(answer.body.line + (error.line or 1) - 1, error.column or 1)
            found.append(Diagnostic("EDM802", Severity.ERROR, str(error), place))
            return
        _place(example, answer.body, self._rules(planned, status, said, value), found)


def _body_type(body: PlannedBody) -> Type:
    return ListOf(body.type) if body.form.is_stream else body.type


def _chosen(bodies: Sequence[PlannedBody], media_type: str) -> PlannedBody | None:
    """The body that is meant by a media type: the same, else one of a range that it is in."""
    name = base_name(media_type)
    for body in bodies:
        if base_name(body.media_type) == name:
            return body
    return next((body for body in bodies if body.is_of_caller), None)


def _keys_of_schemes(surface: Surface, location: Location) -> frozenset[str]:
    """The names of what carries credentials at one place of requests; those of header fields in small letters."""
    return frozenset(
        credential.parameter.lower() if location is Location.HEADER else credential.parameter
        for resource in surface.resources
        for call in resource.calls
        if call.http is not None
        for alternative in call.http.security or ()
        for credential in alternative
        if credential.location is location and credential.parameter is not None
    )


def _place(
    example: Example, body: Body, violations: Sequence[Violation], found: list[Diagnostic]
) -> None:
    """Tell violations at their lines."""
    every = (*find_duplicates(parse_json(body.text)), *violations)
    where = places(body.text, {violation.pointer for violation in every})
    for violation in every:
        line, column = where[violation.pointer]
        place = example.span(body.line + line - 1, column)
        message = f"{violation.pointer or '/'}: {violation.message}"
        found.append(Diagnostic(violation.code, violation.severity, message, place))


def _report(
    example: Example,
    found: list[Diagnostic],
    line: int,
    message: str,
    hint: str | None = None,
) -> None:
    found.append(Diagnostic("EDM947", Severity.ERROR, message, example.span(line), hint))


def _refused(example: Example, code: str, message: str, hint: str | None = None) -> HttpChecked:
    place = example.span(example.request.line)
    return HttpChecked(example, None, (Diagnostic(code, Severity.ERROR, message, place, hint),))
