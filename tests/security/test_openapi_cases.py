"""The hostile OpenAPI of the shared cases, driven through reading, with a file and a server that stay untouched.

Cases whose text must reach generated code escaped, or under another name, are read here: the text must
arrive to the letter, as data. A default that is no value of its type is left out with a warning.
"""

from __future__ import annotations

import json
import os
import socket
import time
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from pathlib import Path

import pytest
from machine import slowness
from security.test_csdl_cases import CANARY, CASES, expand
from shared_material import needs_shared

from edmund.config.inputs import InputFile
from edmund.description import Description, below_root, parse_description
from edmund.diagnostics import Diagnostic, EdmundError, Severity, Span

pytestmark = [pytest.mark.shared, needs_shared]


@dataclass(frozen=True, slots=True)
class Case:
    id: str
    kind: str
    text: str
    encoding: str
    expect: str
    seconds: float


def openapi_cases() -> list[Case]:
    if not CASES.is_file():
        return []
    return [
        Case(
            each["id"],
            each["class"],
            each["input"],
            each.get("encode", "utf-8"),
            "warned" if each["class"] == "literal-typed" else each["expect"],
            each.get("limits", {}).get("seconds", 5),
        )
        for each in json.loads(CASES.read_text(encoding="utf-8"))
        if each["format"] == "openapi"
    ]


@pytest.fixture(scope="module")
def listener() -> Iterator[socket.socket]:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        listening.setblocking(False)
        yield listening


@dataclass(frozen=True, slots=True)
class Outcome:
    text: str
    description: Description | None
    diagnostics: tuple[Diagnostic, ...]
    seconds: float

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        return tuple(d for d in self.diagnostics if d.severity is Severity.ERROR)


def run(case: Case, folder: Path, listener: socket.socket) -> Outcome:
    root = folder / "root"
    root.mkdir()
    canary = folder / "canary.txt"
    canary.write_text(json.dumps({"A": {"type": "string", "description": CANARY}}), "utf-8")
    os.symlink(canary, root / "link.json")
    host, port = listener.getsockname()
    text = expand(case.text, url=f"http://{host}:{port}", file=canary)
    path = root / ("case.json" if text.startswith("{") else "case.yaml")
    read, _ = below_root(path, root)
    started = time.perf_counter()
    description: Description | None = None
    try:
        description = parse_description(InputFile(str(path), text.encode(case.encoding)), read)
        diagnostics = description.diagnostics
    except EdmundError as failed:
        diagnostics = failed.diagnostics
    seconds = time.perf_counter() - started
    with pytest.raises(BlockingIOError):
        listener.accept()
    for diagnostic in diagnostics:
        assert CANARY not in diagnostic.message
    if description is not None:
        assert CANARY not in "".join(texts(description.surface))
    return Outcome(text, description, diagnostics, seconds)


def texts(value: object) -> Iterator[str]:
    """All texts in a value, places aside."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from texts(item)
    elif is_dataclass(value) and not isinstance(value, Span):
        for field in fields(value):
            yield from texts(getattr(value, field.name))


def written(value: object) -> Iterator[str]:
    """All texts of a JSON value, names of members too."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from written(item)
    elif isinstance(value, dict):
        for name, member in value.items():
            yield name
            yield from written(member)


@pytest.mark.parametrize("case", openapi_cases(), ids=lambda case: f"{case.id}-{case.kind}")
def test_case(case: Case, tmp_path: Path, listener: socket.socket) -> None:
    outcome = run(case, tmp_path, listener)
    assert outcome.seconds < case.seconds * slowness()
    for diagnostic in outcome.diagnostics:
        assert len(diagnostic.message) < 1000
        assert diagnostic.span is not None
    match case.expect:
        case "error":
            assert outcome.errors
        case "refused":
            assert [error.code for error in outcome.errors] == ["EDM735"]
        case "warned":
            assert outcome.errors == ()
            assert [each.code for each in outcome.diagnostics] == ["EDM746"]
            assert outcome.description is not None
            assert "CANARY" not in "".join(texts(outcome.description.surface.types))
        case "ignored":
            assert outcome.description is not None
            assert "CANARY" not in "".join(texts(outcome.description.surface))
        case "renamed" | "escaped":
            assert outcome.errors == ()
            assert outcome.description is not None
            if outcome.text.startswith("{"):
                document = json.loads(outcome.text)
                schemas = document.get("components", {}).get("schemas", {})
                types = outcome.description.surface.types
                named = {
                    name
                    for name, schema in schemas.items()
                    if schema.get("type") == "object" or "enum" in schema
                }
                assert set(types.by_name) >= named
                hostile = [each for each in written(schemas) if "CANARY" in each]
                assert set(hostile) <= set(texts(types))
        case _:
            pytest.fail(f"nobody has said what {case.expect!r} means for OpenAPI")


def test_every_kind_of_case_is_here() -> None:
    assert len(openapi_cases()) >= 104
