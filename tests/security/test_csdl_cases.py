"""The hostile CSDL of the shared cases, driven through reading and resolving.

A case says what must happen: an error, a refusal that names the Uri and the option, a warning, nothing at
all (`ignored`), or a bounded time. Cases whose text must reach generated code escaped are read here and
their text must arrive to the letter; that it is escaped there is for the tests of the targets, which can
take `csdl_cases` and `expand` from this module.
"""

from __future__ import annotations

import gzip
import json
import re
import socket
import time
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from pathlib import Path
from xml.sax.saxutils import quoteattr

import pytest
from machine import slowness
from shared_material import SHARED, needs_shared

from edmund.csdl.expression import Constant
from edmund.csdl.reader import parse_document
from edmund.diagnostics import Diagnostic, EdmundError, Severity
from edmund.model.elements import Model
from edmund.model.resolve import resolve_model

pytestmark = [pytest.mark.shared, needs_shared]

CASES = SHARED / "security" / "cases.json"
CANARY = "CANARY_FILE_CONTENT"

LATER = {
    "SEC-261": "a pattern that backtracks is a warning of the target that would run it",
    "SEC-264": "a pattern that Go cannot run is a warning of the Go target",
    "SEC-267": "a pattern of another dialect is a warning of the target that would run it",
}
"""Cases whose warning comes after resolving: they must read without error here."""


@dataclass(frozen=True, slots=True)
class Case:
    id: str
    kind: str
    text: str
    encoding: str
    expect: str
    seconds: float

    def data(self, text: str) -> bytes:
        """The bytes of a case's text; `gzip` is no encoding of text, but of its UTF-8."""
        if self.encoding == "gzip":
            return gzip.compress(text.encode("utf-8"), mtime=0)
        return text.encode(self.encoding)


def _expected(each: dict[str, str]) -> str:
    """A default changes neither wire nor code: one that is no literal is left out with a warning."""
    is_default = each["class"] == "literal-typed" and "DefaultValue" in each["input"]
    return "warned" if is_default and each["expect"] == "error" else each["expect"]


def csdl_cases() -> list[Case]:
    """All cases of the format csdl, tokens not expanded; none when the material is absent."""
    if not CASES.is_file():
        return []
    return [
        Case(
            each["id"],
            each["class"],
            each["input"],
            each.get("encode", "utf-8"),
            _expected(each),
            each.get("limits", {}).get("seconds", 20),
        )
        for each in json.loads(CASES.read_text(encoding="utf-8"))
        if each["format"] == "csdl"
    ]


def expand(text: str, *, url: str, file: Path) -> str:
    """The text with its `@@...@@` tokens filled in."""
    text = text.replace("@@CANARY_URL@@", url)
    text = text.replace("@@CANARY_FILE@@", str(file)).replace("@@CANARY_NAME@@", file.name)
    text = re.sub(r'@@REPEAT\((\d+),"(.*?)"\)@@', lambda found: found[2] * int(found[1]), text)
    text = re.sub(
        r'@@COUNT\((\d+),"(.*?)"\)@@',
        lambda found: " ".join(found[2].replace("{i}", str(i)) for i in range(int(found[1]))),
        text,
    )
    assert "@@" not in text
    return text


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
    model: Model | None
    diagnostics: tuple[Diagnostic, ...]
    seconds: float

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        return tuple(d for d in self.diagnostics if d.severity is Severity.ERROR)

    @property
    def warnings(self) -> tuple[Diagnostic, ...]:
        return tuple(d for d in self.diagnostics if d.severity is Severity.WARNING)


def run(case: Case, folder: Path, listener: socket.socket) -> Outcome:
    """Read and resolve a case, with a file and a server that must stay untouched."""
    canary = folder / "canary.txt"
    canary.write_text(CANARY, encoding="utf-8")
    host, port = listener.getsockname()
    text = expand(case.text, url=f"http://{host}:{port}", file=canary)
    data = case.data(text)
    started = time.perf_counter()
    model: Model | None = None
    try:
        document, read = parse_document(data, str(folder / "case.csdl"))
        model, resolved = resolve_model([document])
        diagnostics = read + resolved
    except EdmundError as failed:
        diagnostics = failed.diagnostics
    seconds = time.perf_counter() - started
    with pytest.raises(BlockingIOError):
        listener.accept()
    assert CANARY not in repr(model)
    assert CANARY not in repr(diagnostics)
    return Outcome(text, model, diagnostics, seconds)


def strings(value: object) -> Iterator[str]:
    """The texts of all constants and defaults below a part of the model."""
    if isinstance(value, tuple):
        for item in value:
            yield from strings(item)
    elif isinstance(value, Constant):
        yield value.text
    elif is_dataclass(value):
        for field in fields(value):
            found = getattr(value, field.name)
            if field.name == "default_value" and isinstance(found, str):
                yield found
            yield from strings(found)


@pytest.mark.parametrize("case", csdl_cases(), ids=lambda case: f"{case.id}-{case.kind}")
def test_case(case: Case, tmp_path: Path, listener: socket.socket) -> None:
    outcome = run(case, tmp_path, listener)
    assert outcome.seconds < case.seconds * slowness()
    for diagnostic in outcome.diagnostics:
        assert len(diagnostic.message) < 1000
    if case.id in LATER and not outcome.diagnostics:
        pytest.skip(f"{case.id}: {LATER[case.id]}")
    match case.expect:
        case "error":
            assert outcome.errors
            assert all(error.span is not None for error in outcome.errors)
        case "refused":
            uri = re.search(r'Uri="([^"]*)"', outcome.text)
            assert outcome.errors
            assert uri is None or any(
                uri[1] in error.message and "--metadata" in (error.hint or "")
                for error in outcome.errors
            )
        case "warned":
            assert outcome.errors == ()
            assert outcome.warnings
            assert "CANARY" not in repr(outcome.model)
        case "ignored":
            assert outcome.errors == ()
            assert outcome.model is not None
        case "renamed":
            # A name that is no identifier, or not a safe one, is kept for the wire: code has another.
            # What that does to files and code is seen where each language's output is checked.
            assert outcome.model is not None or all(e.span is not None for e in outcome.errors)
        case "bounded":
            pass  # the time was the point
        case "escaped" if case.kind == "log-injection":
            # The name and the term are refused; the printer's tests show that control characters
            # of a message never reach a terminal or a log.
            assert outcome.errors
        case "escaped":
            assert outcome.errors == ()
            written = [
                element.get("String") or "".join(element.itertext())
                for element in ET.fromstring(outcome.text).iter()
                if element.tag.endswith(("}Annotation", "}String"))
            ]
            written += [
                element.get("DefaultValue", "") for element in ET.fromstring(outcome.text).iter()
            ]
            kept = list(
                strings((outcome.model.types, outcome.model.schemas) if outcome.model else ())
            )
            if case.kind != "xml-text":  # its target does not exist, so no model has it
                assert kept
            assert set(kept) <= set(written)
        case _:
            pytest.fail(f"nobody has said what {case.expect!r} means for CSDL")


@pytest.mark.parametrize(
    "case",
    [case for case in csdl_cases() if case.kind == "reference-ssrf"],
    ids=lambda case: case.id,
)
def test_a_refused_reference_does_not_matter_when_its_file_is_given(
    case: Case, tmp_path: Path
) -> None:
    text = expand(case.text, url="http://127.0.0.1:1", file=tmp_path / "canary.txt")
    given = text.replace('"Canary.Demo"', '"X"')
    given = re.sub(r"<edmx:Reference.*</edmx:Reference>", "", given)
    documents = [parse_document(each.encode(), "in.csdl")[0] for each in (text, given)]
    _, diagnostics = resolve_model(documents)
    assert diagnostics == ()


def test_text_around_a_comment_is_whole(tmp_path: Path, listener: socket.socket) -> None:
    (case,) = [case for case in csdl_cases() if case.kind == "xml-text"]
    text = expand(case.text, url="http://127.0.0.1:1", file=tmp_path)
    document, _ = parse_document(text.encode(), "case.csdl")
    assert list(strings(document.schemas)) == ["abcd"]


@pytest.mark.parametrize(
    ("encoding", "expect", "name", "default"),
    [
        ("gzip", "error", "Thing", "x"),
        ("utf-16", "renamed", "__proto__", "x"),
        ("utf-8", "renamed", "con", "x"),
        ("utf-8", "escaped", "Thing", 'CANARY"); canary("'),
    ],
)
def test_what_cases_may_ask_for(
    encoding: str,
    expect: str,
    name: str,
    default: str,
    tmp_path: Path,
    listener: socket.socket,
) -> None:
    text = (
        '<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx">'
        '<edmx:DataServices><Schema Namespace="X" xmlns="http://docs.oasis-open.org/odata/ns/edm">'
        f'<ComplexType Name="{name}"><Property Name="p" Type="Edm.String" '
        f"DefaultValue={quoteattr(default)}/></ComplexType></Schema></edmx:DataServices></edmx:Edmx>"
    )
    case = Case("own", "own", text, encoding, expect, 20)
    outcome = run(case, tmp_path, listener)
    if expect == "error":
        assert outcome.errors
        return
    assert outcome.errors == () and outcome.model is not None
    assert list(strings(outcome.model.types)) == [default]


def test_every_kind_of_case_is_here() -> None:
    assert len(csdl_cases()) >= 81
