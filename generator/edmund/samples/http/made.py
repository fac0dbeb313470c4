"""Examples made from a description: of the examples that it holds, and else of the types."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Final

from edmund.plan.contents import ContentForm
from edmund.plan.http_bodies import PlannedBody
from edmund.plan.http_calls import PlannedCall
from edmund.plan.http_parameters import PlannedParameter
from edmund.samples.address import NotAddressed
from edmund.samples.exchange import Body, Example, Header, HttpRequest
from edmund.samples.http.addresses import HttpAddresses
from edmund.samples.http.bodies import written_body
from edmund.samples.http.check import BodyRules
from edmund.samples.http.described import DescribedBody, DescribedCall
from edmund.samples.http.made_values import HttpValueMaker
from edmund.samples.http.styles import cookie_text, header_text, path_text, query_text
from edmund.samples.made import NotMade
from edmund.surface.exchange import Location
from edmund.surface.lineage import Lineage
from edmund.surface.media_types import base_name
from edmund.surface.types import ListOf, Primitive, Type

__all__ = ["HttpMadeExamples"]

_CALL: Final = re.compile(r"\s*([A-Za-z-]+)\s+(\S.*?)\s*\Z")
_PLACEHOLDER: Final = re.compile(r"\{[^{}]*\}")
_MOST_TRIES: Final = 5


class HttpMadeExamples:
    """Makes examples of the calls of one surface; the same `seed` gives the same ones.

    `described` gives what the description has as examples of a call.
    """

    def __init__(
        self,
        addresses: HttpAddresses,
        calls: Mapping[str, tuple[PlannedCall, ...]],
        lineage: Lineage,
        described: Callable[[PlannedCall], DescribedCall],
        rules: BodyRules | None = None,
        seed: int = 0,
    ) -> None:
        self._addresses = addresses
        self._calls = calls
        self._described = described
        self._values = HttpValueMaker(lineage, seed)
        self._rules = rules

    def make(self, text: str) -> Example:
        """The example for a call such as `POST /pets`. Raises `NotMade`."""
        match = _CALL.match(text)
        if match is None:
            raise NotMade(f"'{text}' is no call", "such as: GET /pets/{petId}")
        method, path = match[1].upper(), match[2]
        try:
            address = self._addresses.find(path, method)
        except NotAddressed as error:
            raise NotMade(str(error), error.hint) from None
        calls = self._calls[address.resource.id]
        planned = next((each for each in calls if each.method == method), None)
        if planned is None:
            there = ", ".join(each.method for each in calls)
            raise NotMade(f"there is no {method} of '{path}'", there and f"there are: {there}")
        described = self._described(planned)
        body = next(iter(described.bodies), None)
        return self._example(planned, described, body, address.texts)

    def of_description(self) -> Iterator[Example]:
        """The examples that the description holds: one for each body, and one for a call whose parameters have some."""
        for calls in self._calls.values():
            for planned in calls:
                described = self._described(planned)
                for body in described.bodies:
                    yield self._example(planned, described, body, ())
                if described.parameters and not described.bodies:
                    yield self._example(planned, described, None, ())

    def _example(
        self,
        planned: PlannedCall,
        described: DescribedCall,
        said: DescribedBody | None,
        texts: tuple[str, ...],
    ) -> Example:
        known = described.parameters
        query: list[str] = []
        headers: list[Header] = []
        cookies: list[str] = []
        for parameter in planned.parameters:
            is_said = (parameter.location, parameter.name) in known
            if not parameter.required and not is_said:
                continue
            value = self._parameter(parameter, known)
            match parameter.location:
                case Location.HEADER:
                    headers.append(Header(parameter.name, header_text(parameter, value)))
                case Location.COOKIE:
                    cookies.append(cookie_text(parameter, value))
                case _:
                    query.append(query_text(parameter, value))
        if cookies:
            headers.append(Header("Cookie", "; ".join(cookies)))
        body = self._body(planned, said)
        if body is not None:
            headers.append(Header("Content-Type", body[1]))
        target = self._path(planned, known, texts)
        asked = "&".join(part for part in query if part)
        request = HttpRequest(
            planned.method,
            f"{target}?{asked}" if asked else target,
            tuple(headers),
            None if body is None else Body(body[0], 1),
            1,
        )
        wanted = [planned.id or f"{planned.method} {planned.path}"]
        if said is not None and said.name is not None:
            wanted.append(said.name)
        name = re.sub("[^A-Za-z0-9]+", "-", " ".join(wanted)).strip("-")[:80]
        title = (said.title if said is not None else None) or planned.call.description
        return Example(request, None, name, title or f"{planned.method} {planned.path}")

    def _path(
        self,
        planned: PlannedCall,
        known: Mapping[tuple[Location, str], object],
        texts: tuple[str, ...],
    ) -> str:
        """The path with values in place of its parameters."""
        given: dict[str, str] = {}
        for at, parameter in enumerate(planned.path_parameters):
            text = texts[at] if at < len(texts) else "{}"
            if _PLACEHOLDER.search(text):
                text = path_text(parameter, self._parameter(parameter, known))
            given[parameter.name] = text
        return _PLACEHOLDER.sub(lambda found: given[found[0][1:-1]], planned.path)

    def _parameter(
        self, parameter: PlannedParameter, known: Mapping[tuple[Location, str], object]
    ) -> object:
        key = (parameter.location, parameter.name)
        if key in known:
            return known[key]
        value = self._values.value(parameter.type, parameter.name)
        is_free = parameter.location is Location.PATH and parameter.type == Primitive("Edm.String")
        return parameter.name if value is None or is_free else value

    def _body(self, planned: PlannedCall, said: DescribedBody | None) -> tuple[str, str] | None:
        if said is not None:
            for body in planned.bodies:
                if base_name(body.media_type) == base_name(said.media_type):
                    return written_body(body, _framed(body, said.value))
        if not planned.bodies:
            return None
        body = planned.bodies[0]
        return written_body(body, _framed(body, self._valid(planned, body)))

    def _valid(self, planned: PlannedCall, body: PlannedBody) -> object:
        """A body without what its own rules refuse: what is only possible is left out where it does not fit."""
        value = self._values.value(_body_type(body), "body")
        if body.form is ContentForm.BYTES or value is None:
            value = "content" if body.form in (ContentForm.BYTES, ContentForm.TEXT) else value
        if body.form is not ContentForm.JSON or self._rules is None:
            return {} if value is None and body.form is not ContentForm.JSON else value
        for _ in range(_MOST_TRIES):
            if not isinstance(value, dict):
                break
            wrong = {
                violation.pointer.split("/")[1].replace("~1", "/").replace("~0", "~")
                for violation in self._rules(planned, None, body.media_type, value)
                if violation.pointer
            }
            if not wrong & value.keys():
                break
            value = {name: item for name, item in value.items() if name not in wrong}
        return value


def _body_type(body: PlannedBody) -> Type:
    return ListOf(body.type) if body.form.is_stream else body.type


def _framed(body: PlannedBody, value: object) -> object:
    """What a form of the body can hold: forms are objects."""
    forms = (ContentForm.FORM, ContentForm.MULTIPART)
    return {} if body.form in forms and not isinstance(value, dict) else value
