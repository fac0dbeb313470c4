"""Whether a request that arrived is the one of an example: method, way, parameters, header fields and body."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from edmund.samples.exchange import Body, Example, Header, HttpRequest
from edmund.samples.http.check import HttpChecker
from edmund.samples.http.tree import Given, GivenBody, HttpSample
from edmund.samples.proof import Arrived, json_differences
from edmund.samples.tree import File
from edmund.surface.exchange import Credential, CredentialKind, Location
from edmund.surface.media_types import base_name

__all__ = ["USER", "HttpProver"]

USER: Final = "user"
"""Whom samples name where a scheme asks for a name and a password."""


class HttpProver:
    """Compares requests to one service; `checker` knows the root that all of its paths begin with.

    `schemes` are those of the service, each of which has `token` for a secret.
    """

    def __init__(self, checker: HttpChecker, schemes: Iterable[Credential], token: str) -> None:
        self._checker = checker
        self._schemes = {each.name: each for each in schemes}
        self._token = token

    def differences(self, sample: HttpSample, arrived: Arrived) -> Iterator[str]:
        """In what a request is another one than the example's, in words; nothing when it is the same."""
        headers = tuple(Header(name, value) for name, value in arrived.headers.items())
        text = arrived.body.decode("utf-8", "replace")
        is_empty = not arrived.body and sample.body is None
        body = None if is_empty else Body(text)
        request = HttpRequest(arrived.method, arrived.target, headers, body)
        checked = self._checker.check(Example(request))
        found = checked.sample
        if found is None:
            told = checked.diagnostics[0].message if checked.diagnostics else "it is wrong"
            yield f"{arrived.method} {arrived.target.partition('?')[0]}: {told}"
            return
        if found.planned.method != sample.planned.method:
            yield f"the method is {found.planned.method}, not {sample.planned.method}"
        if [step.edge for step in found.steps] != [step.edge for step in sample.steps]:
            yield f"the path {arrived.target.partition('?')[0]} addresses something else"
        yield from _given_differences("path", sample.keys, found.keys)
        yield from _given_differences("request", sample.parameters, found.parameters)
        if dict(sample.query) != dict(found.query):
            yield "the query has other parameters that the description does not know"
        for header in sample.headers:
            if arrived.headers.get(header.name.lower(), "").strip() != header.value.strip():
                yield f"the header field {header.name} is missing or has another value"
        yield from _body_differences(sample.body, found.body)
        alternatives = sample.planned.security.alternatives
        for needed in alternatives[0] if alternatives else ():
            if not self._is_sent(self._schemes[needed.name], arrived):
                yield f"what the scheme {needed.name} asks for is not sent"

    def _is_sent(self, scheme: Credential, arrived: Arrived) -> bool:
        header = arrived.headers.get("authorization", "")
        match scheme.kind:
            case CredentialKind.API_KEY if scheme.location is Location.QUERY:
                return f"{scheme.parameter}={self._token}" in arrived.target
            case CredentialKind.API_KEY if scheme.location is Location.COOKIE:
                return f"{scheme.parameter}={self._token}" in arrived.headers.get("cookie", "")
            case CredentialKind.API_KEY:
                return arrived.headers.get((scheme.parameter or "").lower()) == self._token
            case CredentialKind.BASIC:
                pair = b64encode(f"{USER}:{self._token}".encode()).decode("ascii")
                return header == f"Basic {pair}"
            case CredentialKind.HTTP:
                return header == f"{scheme.parameter} {self._token}"
            case _:
                return header == f"Bearer {self._token}"


def _given_differences(
    place: str, expected: tuple[Given, ...], found: tuple[Given, ...]
) -> Iterator[str]:
    wanted = {(each.parameter.location, each.parameter.label): each.json for each in expected}
    given = {(each.parameter.location, each.parameter.label): each.json for each in found}
    for key, value in wanted.items():
        if key not in given:
            yield f"the parameter {key[1]} of the {place} is missing"
        elif next(json_differences(value, given[key], ""), None) is not None:
            yield f"the parameter {key[1]} of the {place} has another value"
    for key in given:
        if key not in wanted:
            yield f"the parameter {key[1]} of the {place} is not the example's"


def _body_differences(expected: GivenBody | None, found: GivenBody | None) -> Iterator[str]:
    if expected is None or found is None:
        if expected is not found:
            yield "the body is missing" if found is None else "there is a body"
        return
    one, other = base_name(expected.planned.media_type), base_name(found.planned.media_type)
    if one != other:
        yield f"the body is sent as {other}, not {one}"
        return
    wanted, given = expected.json, found.json
    yield from json_differences(_comparable(wanted, given), _comparable(given, wanted), "")


def _comparable(value: object, other: object) -> object:
    """A value in which files are objects of their text, and of what both it and `other` say of them."""
    if isinstance(value, File):
        theirs = other if isinstance(other, File) else value
        said = {"text": value.text}
        if value.name and theirs.name:  # a client may call a file somehow where nobody does
            said["name"] = value.name
        if value.media_type and theirs.media_type:
            said["media type"] = value.media_type
        return said
    if isinstance(value, Mapping):
        beside = other if isinstance(other, Mapping) else {}
        return {name: _comparable(each, beside.get(name)) for name, each in value.items()}
    if isinstance(value, list):
        items = other if isinstance(other, list) else []
        return [
            _comparable(each, items[at] if at < len(items) else None)
            for at, each in enumerate(value)
        ]
    return value
