"""The official test suite of JSON Schema 2020-12, as far as it lies beside the checkout."""

from pathlib import Path

import pytest
from shared_material import SHARED, needs_shared

from edmund.diagnostics import EdmundError
from edmund.frontends.json_schema import Document, Documents, Location, check_value, compile_schema
from edmund.validation.json_text import parse_json

SUITE = SHARED / "openapi" / "json-schema-2020-12"
REMOTES = SHARED / "openapi" / "json-schema-remotes"
SCHEMA = "urn:suite:schema"
# Groups of optional tests that are not all right, and why.
REASONS = {
    "optional/cross-draft.json": "the document that it refers to is not among those here",
    "optional/format/hostname.json": "A-labels are decoded, not held against IDNA 2008",
    "optional/format/idn-hostname.json": "needs the tables of IDNA 2008: always an annotation",
}


def files() -> list[str]:
    return [path.relative_to(SUITE).as_posix() for path in sorted(SUITE.rglob("*.json"))]


def remotes() -> list[Document]:
    return [
        Document(f"http://localhost:1234/{path.relative_to(REMOTES).as_posix()}", contents(path))
        for path in sorted(REMOTES.rglob("*.json"))
    ]


def contents(path: Path) -> object:
    return parse_json(path.read_bytes())


def failures(name: str) -> tuple[list[str], int]:
    """What goes wrong in a file of the suite, and how many tests it has."""
    wrong: list[str] = []
    count = 0
    groups = contents(SUITE / name)
    assert isinstance(groups, list)
    for group in groups:
        tests = group["tests"]
        count += len(tests)
        documents = Documents([Document(SCHEMA, group["schema"]), *remotes()])
        try:
            compiled = compile_schema(
                documents, Location(SCHEMA), assert_formats=name.startswith("optional/format/")
            )
        except EdmundError as failure:
            wrong += [f"{group['description']}: {failure}"] * len(tests)
            continue
        for test in tests:
            found = check_value(compiled.program, test["data"])
            if (not found) is not test["valid"]:
                wrong.append(f"{group['description']}: {test['description']}")
    return wrong, count


@needs_shared
@pytest.mark.shared
@pytest.mark.parametrize("name", files())
def test_suite(name: str) -> None:
    wrong, count = failures(name)
    assert count
    if name in REASONS:
        assert wrong, f"{name} is all right: take it off the list"
        assert len(wrong) < count or count == 1
    else:
        assert not wrong
