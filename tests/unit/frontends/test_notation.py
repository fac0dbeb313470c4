"""JSON and YAML documents: their values are JSON's, exact, and what is wrong has a place."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest

from edmund.diagnostics import Diagnostic, EdmundError, Span
from edmund.frontends.notation.json_text import MAX_DEPTH, MAX_DIGITS
from edmund.frontends.notation.source import Source, parse_source
from edmund.frontends.notation.yaml_text import MAX_EXPANDED


def read(text: str | bytes, name: str = "a.yaml") -> Source:
    return parse_source(text if isinstance(text, bytes) else text.encode(), name)


def refused(text: str | bytes, name: str = "a.yaml") -> Diagnostic:
    with pytest.raises(EdmundError) as caught:
        read(text, name)
    (diagnostic,) = caught.value.diagnostics
    return diagnostic


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("no", "no"),
        ("on", "on"),
        ("Yes", "Yes"),
        ("12:30:45", "12:30:45"),
        ("2024-01-01", "2024-01-01"),
        ("1_000", "1_000"),
        ("012", 12),
        ("0o17", 15),
        ("0x1F", 31),
        ("-7", -7),
        ("true", True),
        ("FALSE", False),
        ("~", None),
        ("null", None),
        ("1e3", Decimal("1e3")),
        (".5", Decimal("0.5")),
        ("0.1000000000000000000001", Decimal("0.1000000000000000000001")),
        ("'12'", "12"),
        ("!!str 12", "12"),
        ("! 12", "12"),
        ("!!int '12'", 12),
        ("1.2.3", "1.2.3"),
        ("- a", ["a"]),
        ("a: &x [1]\nb: *x", {"a": [1], "b": [1]}),
        ("200: ok\ntrue: t", {"200": "ok", "true": "t"}),
        (
            "base: &b {a: 1, c: 2}\nover: {<<: *b, c: 3}",
            {"base": {"a": 1, "c": 2}, "over": {"c": 3, "a": 1}},
        ),
    ],
)
def test_yaml_has_the_types_of_its_version_1_2(text: str, value: object) -> None:
    found = read(text).value
    assert found == value
    assert type(found) is type(value)


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ("a: 1\nb: 2\na: 3", "EDM733", 3, 1),
        ("a: !local {b: 1}", "EDM734", 1, 4),
        ("a: !!binary aGk=", "EDM734", 1, 4),
        ("a: .inf", "EDM734", 1, 4),
        ("a: 1\n---\na: 2", "EDM734", 2, 1),
        ("? [a]\n: 1", "EDM734", 1, 3),
        ("a: &x\n  b: *x", "EDM732", 2, 6),
        ("a: *x", "EDM731", 1, 4),
        ("a: [", "EDM731", 2, 1),
        ("a: " + "9" * (MAX_DIGITS + 1), "EDM732", 1, 4),
        ("- " * 300 + "a", "EDM732", 1, 2 * MAX_DEPTH + 1),
        ("[" * 3000 + "]" * 3000, "EDM732", 1, 1001),  # libyaml's own bound
        ("", "EDM730", 1, 1),
        (b"a: \xff", "EDM730", 1, 4),
        (b"\x1f\x8b\x08", "EDM730", 1, 1),
    ],
    ids=lambda value: repr(value)[:20],
)
def test_what_yaml_says_more_than_json_is_told(
    text: str | bytes, code: str, line: int, column: int
) -> None:
    diagnostic = refused(text)
    assert diagnostic.code == code
    assert diagnostic.span == Span("a.yaml", line, column)


def test_a_repeated_key_tells_both_places() -> None:
    diagnostic = refused("a:\n  x: 1\n  x: 2")
    assert [note.span for note in diagnostic.notes] == [Span("a.yaml", 2, 3)]


def test_aliases_of_aliases_are_counted_before_they_fill_the_memory() -> None:
    lines = ["a0: &a0 [1, 2, 3, 4, 5, 6, 7, 8, 9]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 9)]
    diagnostic = refused("\n".join(lines))
    assert diagnostic.code == "EDM732"
    assert f"{MAX_EXPANDED:,}" in diagnostic.message


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ('{"a": 1,\n "a": 2}', "EDM733", 2, 2),
        ('{"a": 1,\n }', "EDM731", 2, 2),
        ('{"a":\n NaN}', "EDM731", 2, 2),
        ('{"a":\n ' + "1" * (MAX_DIGITS + 1) + "}", "EDM732", 2, 2),
        ("[" * 3000 + "]" * 3000, "EDM732", 1, 1),
        ("[" * 100_000, "EDM732", 1, 1),
        ('{"a": {"b":\n "x\\ud800y"}}', "EDM730", 1, 8),
    ],
    ids=lambda value: repr(value)[:20],
)
def test_json_that_is_none_is_told_at_its_place(
    text: str, code: str, line: int, column: int
) -> None:
    diagnostic = refused(text, "a.json")
    assert (diagnostic.code, diagnostic.span) == (code, Span("a.json", line, column))


def test_json_is_exact() -> None:
    value = read('{"a": 0.10, "b": 12345678901234567890123, "c": "\\ud83d\\ude00"}', "a.json").value
    assert value == {"a": Decimal("0.10"), "b": 12345678901234567890123, "c": "\U0001f600"}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_the_encodings_of_unicode_read_alike(encoding: str) -> None:
    assert read("a: \u00e9".encode(encoding)).value == {"a": "\u00e9"}


DOCUMENT = {"a": {"b/c": [{"d": 1}, {"~": [2, 3]}]}, "e": "x"}
POINTERS = ["", "/a", "/a/b~1c", "/a/b~1c/1/~0/1", "/e", "/a/b~1c/0/d"]


def test_places_in_json() -> None:
    source = read(json.dumps(DOCUMENT, indent=2), "a.json")
    spans = {pointer: source.span(pointer) for pointer in [*POINTERS, "/a/none/x"]}
    text = json.dumps(DOCUMENT, indent=2).split("\n")
    assert (spans[""].line, spans[""].column) == (1, 1)
    for pointer, word in (
        ("/a", '"a"'),
        ("/a/b~1c", '"b/c"'),
        ("/a/b~1c/0/d", '"d"'),
        ("/e", '"e"'),
    ):
        span = spans[pointer]
        assert text[span.line - 1][span.column - 1 :].startswith(word)
    last = spans["/a/b~1c/1/~0/1"]
    assert text[last.line - 1][last.column - 1 :].startswith("3")
    assert spans["/a/none/x"] == spans["/a"]


def test_places_in_yaml() -> None:
    source = read("a:\n  b/c:\n  - d: 1\n  - '~': [2, 3]\ne: x\n")
    found = {pointer: source.span(pointer) for pointer in [*POINTERS, "/e/f"]}
    places = {pointer: (span.line, span.column) for pointer, span in found.items()}
    assert places == {
        "": (1, 1),
        "/a": (1, 1),
        "/a/b~1c": (2, 3),
        "/a/b~1c/1/~0/1": (4, 14),
        "/e": (5, 1),
        "/a/b~1c/0/d": (3, 5),
        "/e/f": (5, 1),
    }
