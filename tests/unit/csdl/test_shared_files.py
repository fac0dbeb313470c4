"""Real files: Microsoft Graph, the OASIS examples and the OASIS vocabularies."""

from __future__ import annotations

import re
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest
from machine import slowness
from shared_material import SHARED, needs_shared

from edmund.csdl.document import Document, EntityTypeElement
from edmund.csdl.expression import Constant
from edmund.csdl.reader import parse_document
from edmund.diagnostics import Severity, Span

pytestmark = [pytest.mark.shared, needs_shared]

METADATA = SHARED / "metadata"
FILES = sorted(
    path for path in METADATA.rglob("*") if path.suffix in {".xml", ".csdl"} and path.is_file()
)
GRAPH = METADATA / "graph-v1.0-2026-08.csdl"
LOCAL_NAMES = {
    "AnnotationValue": "Annotation",
    "CollectionExpression": "Collection",
    "Constant": None,  # in either notation
    "Path": None,
    "FacetAttributes": None,
}


def read(path: Path) -> Document:
    return parse_document(path.read_bytes(), path.name)[0]


def everything(value: object) -> Iterator[object]:
    """Every dataclass instance below `value`."""
    if isinstance(value, tuple):
        for item in value:
            yield from everything(item)
    elif is_dataclass(value) and not isinstance(value, Span):
        yield value
        for field in fields(value):
            yield from everything(getattr(value, field.name))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_file_loads(path: Path) -> None:
    document, diagnostics = parse_document(path.read_bytes(), path.name)
    assert document.schemas
    assert all(d.severity is not Severity.ERROR for d in diagnostics)
    # Graph has two qualifiers with dots; nothing else may be strange to Edmund.
    assert {d.code for d in diagnostics} <= {"EDM139"}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_no_element_is_lost(path: Path) -> None:
    text = re.sub(r"<!--.*?-->", "", path.read_text(encoding="utf-8-sig"), flags=re.DOTALL)
    written = Counter(name for name in re.findall(r"<(?:\w+:)?(\w+)", text))
    # The wrapper is the Document, and constants and paths are counted in either notation below.
    for name in ("Edmx", "DataServices", "String", "EnumMember", "PropertyPath", "AnnotationPath",
                 "NavigationPropertyPath", "Int", "Bool", "Date", "Path"):  # fmt: skip
        written.pop(name, None)
    kept: Counter[str] = Counter()
    for item in everything(read(path)):
        name = type(item).__name__
        local = LOCAL_NAMES.get(
            name, name.removesuffix("Element") if name != "LabeledElement" else name
        )
        if local is not None and name != "Document":
            kept[local] += 1
    assert kept == written


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_place_is_where_the_element_is_written(path: Path) -> None:
    lines = path.read_text(encoding="utf-8-sig").splitlines()
    checked = 0
    for item in everything(read(path)):
        span = getattr(item, "span", None)
        if span is None or isinstance(item, Constant):
            continue
        start = lines[span.line - 1][span.column - 1 :]
        assert start.startswith("<")
        name = getattr(item, "name", None)
        if isinstance(name, str) and not type(item).__name__.startswith("LabeledElementReference"):
            tag = (start + " ".join(lines[span.line : span.line + 12])).split(">", 1)[0]
            assert f'"{name}"' in tag
        checked += 1
    assert checked > 10


def test_graph_has_all_its_entity_types() -> None:
    types = [t for s in read(GRAPH).schemas for t in s.types]
    assert len([t for t in types if isinstance(t, EntityTypeElement)]) == 1182
    assert max(t.span.line for t in types) > 30_000


def test_graph_is_read_quickly() -> None:
    data = GRAPH.read_bytes()
    best = min(_seconds(data) for _ in range(3))
    assert best < 1.2 * slowness()  # 0.4 on an idle machine


def _seconds(data: bytes) -> float:
    started = time.process_time()
    parse_document(data, "graph.csdl")
    return time.process_time() - started
