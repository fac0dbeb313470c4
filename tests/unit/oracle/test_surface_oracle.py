"""The official Python SDK's operations, walked on the surface of the same metadata.

For each operation of the oracle: follow its chain over the surface by accessor names, write the URL
template that the way spells, and look for the call. The misses are listed by cause.
"""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

import pytest
from shared_material import SHARED, needs_shared

from edmund.csdl.reader import parse_document
from edmund.model.elements import EnumType, Model, TypeReference
from edmund.model.resolve import resolve_model
from edmund.surface.build import build_surface
from edmund.surface.elements import Call, Edge, HttpMethod, Resource, SegmentKind, Surface
from edmund.targets.python.chain_names import (
    accessor_names,
    alternate_key_name,
    numbered,
)

pytestmark = [pytest.mark.shared, needs_shared]

METADATA = SHARED / "metadata" / "graph-v1.0-2026-08.csdl"
ORACLE = SHARED / "oracle" / "sdk_surface.json.gz"
KEYS = (SegmentKind.KEY, SegmentKind.KEY_PREDICATE)
TEMPLATE_TAIL = re.compile(r"(\?[^{]*\{[^?]*)?(\{[?&][^}]*\})?$")

# What the walk reaches, in per cent; the rest is listed by cause when this module runs with -s.
REACHED = 97.1


class Walk(NamedTuple):
    resource: Resource
    path: str


@dataclass(frozen=True)
class Miss:
    cause: str
    detail: str


class Walker:
    def __init__(self, model: Model, surface: Surface) -> None:
        self._model = model
        self._surface = surface
        self.accessors = cache(self._accessors)

    def _accessors(self, id_: str) -> dict[str, tuple[Edge, ...]]:
        """The edges behind each accessor of a resource: two for `applications_with_app_id`."""
        resource = self._surface.by_id[id_]
        found: dict[str, tuple[Edge, ...]] = {}
        for name, edge in zip(accessor_names(resource), resource.edges, strict=True):
            found[name] = (edge,)
            for key in self._surface.by_id[edge.target].edges:
                if key.kind is SegmentKind.ALTERNATE_KEY:
                    found[alternate_key_name(edge, key)] = (edge, key)
        return found

    def walk(self, chain: str) -> Walk | Miss:
        resource, path = self._surface.by_id[self._surface.root], ""
        used: Counter[str] = Counter()
        for accessor in re.split(r"\.(?![^()]*\))", chain):
            name = accessor.partition("(")[0]
            accessors = self.accessors(resource.id)
            edges = accessors.get(name)
            if edges is None and name.endswith("1"):
                edges = next((e for n, e in accessors.items() if numbered(n) == name), None)
            if edges is None:
                where = resource.type.name if resource.type is not None else resource.id
                return Miss(f"no accessor below {resource.kind.value}", f"{where}: {name}")
            for edge in edges:
                path += self._spelled(resource, edge, used)
                resource = self._surface.by_id[edge.target]
        return Walk(resource, path)

    def _spelled(self, source: Resource, edge: Edge, used: Counter[str]) -> str:
        if edge.kind in KEYS:
            assert source.type is not None
            type_name = source.type.name.rpartition(".")[2]
            return "/" + _numbered(f"{type_name}%2D{edge.keys[0].name}", used)
        if edge.kind is SegmentKind.ALTERNATE_KEY:
            return self._arguments(((k.name, k.type) for k in edge.keys), used)
        is_function = edge.target.startswith("function:")
        if not is_function:
            return f"/{edge.name}"
        return f"/{edge.name}" + self._arguments(((p.name, p.type) for p in edge.parameters), used)

    def _arguments(self, named: Iterable[tuple[str, TypeReference]], used: Counter[str]) -> str:
        written = []
        for name, type_ in named:
            placeholder = _numbered(name, used)
            quote = "'" if self._is_quoted(type_) else ""
            written.append(f"{name}={quote}{placeholder}{quote}")
        return f"({','.join(written)})"

    def _is_quoted(self, type_: TypeReference) -> bool:
        is_enum = isinstance(self._model.types_by_name.get(type_.name), EnumType)
        return not type_.collection and (is_enum or type_.name == "Edm.String")


def _numbered(name: str, used: Counter[str]) -> str:
    used[name] += 1
    return "{" + (name if used[name] == 1 else f"{name}{used[name] - 1}") + "}"


def _path(url: str) -> str:
    return TEMPLATE_TAIL.sub("", url.removeprefix("{+baseurl}"))


def _options(url: str) -> set[str]:
    found = re.search(r"\{[?&]([^}]*)\}$", url)
    return {o.removeprefix("%24").rstrip("*") for o in found[1].split(",")} if found else set()


def _call(resource: Resource, method: str) -> Call | None:
    wanted = HttpMethod(method.upper())
    return next((call for call in resource.calls if call.method is wanted), None)


@pytest.fixture(scope="module")
def model() -> Model:
    document, _ = parse_document(METADATA.read_bytes(), METADATA.name)
    return resolve_model([document])[0]


@pytest.fixture(scope="module")
def surface(model: Model) -> Surface:
    return build_surface(model)[0]


@pytest.fixture(scope="module")
def oracle() -> list[dict[str, str]]:
    operations = json.loads(gzip.decompress(ORACLE.read_bytes()))
    assert isinstance(operations, list)
    return operations


def test_the_oracle_s_operations_are_reached(
    model: Model, surface: Surface, oracle: list[dict[str, str]]
) -> None:
    walker = Walker(model, surface)
    causes: Counter[str] = Counter()
    details: Counter[tuple[str, str]] = Counter()
    reached = equal = 0
    for operation in oracle:
        miss = _reach(walker, operation)
        if miss is not None:
            causes[miss.cause] += 1
            details[miss.cause, miss.detail] += 1
            continue
        reached += 1
        walked = walker.walk(operation["chain"])
        assert isinstance(walked, Walk)
        call = _call(walked.resource, operation["method"])
        assert call is not None
        if call.method is HttpMethod.GET:
            # The oracle's template is that of the URL, whatever the method.
            given = {o.value for o in call.query} | {c.name for c in call.custom_query}
            equal += given == _options(operation["url"])
            if given != _options(operation["url"]):
                wrong = f"{walked.resource.kind.value}: -{sorted(_options(operation['url']) - given)} +{sorted(given - _options(operation['url']))}"
                details["OPTIONS", wrong] += 1
    share = 100 * reached / len(oracle)
    gets = sum(o["method"] == "get" for o in oracle)
    print(f"\n{reached} of {len(oracle)} operations: {share:.2f} %")
    print(f"query options equal in {equal} of {gets} reads: {100 * equal / gets:.2f} %")
    for cause, count in causes.most_common():
        print(f"{count:6} {cause}")
        for (of, detail), times in details.most_common():
            if of == cause:
                print(f"       {times:6} {detail}")
    for (of, detail), times in details.most_common():
        if of == "OPTIONS":
            print(f"       {times:6} {detail}")
    assert share >= REACHED


def _reach(walker: Walker, operation: dict[str, str]) -> Miss | None:
    walked = walker.walk(operation["chain"])
    if isinstance(walked, Miss):
        return walked
    if walked.path != _path(operation["url"]):
        return Miss("another URL", f"{walked.path} for {_path(operation['url'])}")
    if _call(walked.resource, operation["method"]) is None:
        kind = walked.resource.kind.value
        last = walked.path.rpartition("/")[2]
        return Miss(f"no {operation['method'].upper()} on {kind}", f"{walked.resource.id} {last}")
    return None
