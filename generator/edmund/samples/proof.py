"""Whether a request that arrived is the one of an example: method, way, query, header fields and body."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from edmund.samples.address import Addresses, NotAddressed, parted_target, split_query
from edmund.samples.payload_checks import is_json
from edmund.samples.tree import QueryItem, RawBody, Sample
from edmund.samples.url_values import NoLiteral
from edmund.surface.elements import CallKind, Surface
from edmund.surface.type_schema import TypeSchema
from edmund.validation.json_text import NotJson, parse_json

__all__ = ["Arrived", "Prover", "json_differences"]


@dataclass(frozen=True, slots=True)
class Arrived:
    """A request as a service got it; the names of header fields are in lower case."""

    method: str
    target: str
    headers: Mapping[str, str]
    body: bytes


class Prover:
    """Compares requests to one service, whose paths all begin with `prefix`, and which takes the token `token`."""

    def __init__(self, surface: Surface, schema: TypeSchema, prefix: str, token: str) -> None:
        self._token = token
        self._addresses = Addresses(surface, schema, (prefix,))

    def differences(self, sample: Sample, arrived: Arrived) -> Iterator[str]:
        """In what a request is another one than the example's, in words; nothing when it is the same."""
        if arrived.method != sample.call.method.value:
            yield f"the method is {arrived.method}, not {sample.call.method.value}"
        path, query_text = parted_target(arrived.target)
        query = split_query(query_text)
        yield from self._path_differences(sample, path, query)
        yield from _query_differences(sample.query, query)
        for header in sample.headers:
            found = arrived.headers.get(header.name.lower())
            if found is None:
                yield f"the header field {header.name} is missing"
            elif found.strip() != header.value.strip():
                yield f"the header field {header.name} has another value"
        yield from _body_differences(sample, arrived)
        if arrived.headers.get("authorization") != f"Bearer {self._token}":
            yield "the token is not sent"

    def _path_differences(
        self, sample: Sample, path: str, query: tuple[QueryItem, ...]
    ) -> Iterator[str]:
        aliases = {item.name: item.value for item in query if item.name.startswith("@")}
        try:
            address = self._addresses.find(path, aliases)
        except (NotAddressed, NoLiteral) as error:
            yield f"the path {path} is none of the service: {error}"
            return
        if address.steps != sample.steps:
            yield f"the path {path} addresses something else"


def _query_differences(
    expected: tuple[QueryItem, ...], found: tuple[QueryItem, ...]
) -> Iterator[str]:
    def plain(items: tuple[QueryItem, ...]) -> list[tuple[str, str]]:
        """Names of system query options in one spelling; parameter aliases are part of the path."""
        return sorted(
            (f"${item.option.value}" if item.option is not None else item.name, item.value)
            for item in items
            if not item.name.startswith("@")
        )

    wanted, given = plain(expected), plain(found)
    for name, _ in wanted:
        if (name, _) not in given:
            yield f"the query option {name} is missing or has another value"
    names = {name for name, _ in wanted}
    for name, _ in given:
        if name not in names:
            yield f"the query option {name} is not the example's"


def _body_differences(sample: Sample, arrived: Arrived) -> Iterator[str]:
    body = sample.example.request.body
    if body is None or sample.body is None:
        if arrived.body and sample.call.kind is not CallKind.INVOKE:
            yield "there is a body"
        return
    if isinstance(sample.body, RawBody):
        if arrived.body != body.text.encode():
            yield "the bytes of the body are others"
        return
    if not is_json(arrived.headers.get("content-type")):
        yield "the body is not sent as JSON"
    try:
        found = parse_json(arrived.body)
    except NotJson as error:
        yield f"the body is no JSON: {error}"
        return
    yield from json_differences(parse_json(body.text), found, "")


def json_differences(expected: object, found: object, pointer: str) -> Iterator[str]:
    """In what one JSON value, at `pointer`, is another one than the expected."""
    place = pointer or "the body"
    if isinstance(expected, Mapping) and isinstance(found, Mapping):
        for name in expected:
            if name not in found:
                yield f"{pointer}/{name} is missing"
            else:
                yield from json_differences(expected[name], found[name], f"{pointer}/{name}")
        yield from (
            f"{pointer}/{name} is not the example's" for name in found if name not in expected
        )
    elif isinstance(expected, list) and isinstance(found, list):
        if len(expected) != len(found):
            yield f"{place} has {len(found)} items, not {len(expected)}"
        for at, (one, other) in enumerate(zip(expected, found, strict=False)):
            yield from json_differences(one, other, f"{pointer}/{at}")
    elif not _same(expected, found):
        yield f"{place} has another value"


def _same(one: object, other: object) -> bool:
    numbers = (int, Decimal)
    if isinstance(one, bool) or isinstance(other, bool):
        return one is other
    if isinstance(one, numbers) and isinstance(other, numbers):
        return one == other
    return type(one) is type(other) and one == other
