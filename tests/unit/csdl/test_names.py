"""Simple identifiers, namespaces, qualified names, types (CSDL XML 4.01, section 15)."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edmund.csdl.names import (
    is_qualified_name,
    is_simple_identifier,
    is_type_reference,
    namespace_problem,
    path_problem,
    simple_identifier_problem,
)


@pytest.mark.parametrize(
    "name",
    [
        "a",
        "_",
        "_1",
        "case",
        "import",
        "__class__",
        "None",
        "Straße",
        "名前",
        "имя",
        "été",
        "Ⅷ",
        "a‿b",
    ],
)
def test_simple_identifiers(name: str) -> None:
    assert is_simple_identifier(name)


@pytest.mark.parametrize(
    "name",
    [
        "",
        "1a",
        "a b",
        "a-b",
        "a.b",
        "a/b",
        "a;b",
        "a\n",
        "a\0",
        "$a",
        "@a",
        "a²",
        "‿a",
        "é ",
        "a\x9b",
    ],
)
def test_not_simple_identifiers(name: str) -> None:
    assert not is_simple_identifier(name)


@pytest.mark.parametrize("invisible", ["\u202e", "\u200b", "\u200d", "\u2066", "\ufeff", "\u00ad"])
def test_invisible_characters_are_refused_and_named(invisible: str) -> None:
    problem = simple_identifier_problem(f"pass{invisible}word")
    assert problem is not None
    assert f"U+{ord(invisible):04X}" in problem
    assert invisible not in problem


def test_at_most_128_characters() -> None:
    assert is_simple_identifier("a" * 128)
    assert not is_simple_identifier("a" * 129)
    assert is_simple_identifier("é" * 128)
    assert not is_simple_identifier("é" * 129)


@pytest.mark.parametrize(
    "namespace", ["a", "a.b", "com.example.v1", "Ü.ß", "microsoft.graph.security"]
)
def test_namespaces(namespace: str) -> None:
    assert namespace_problem(namespace) is None


@pytest.mark.parametrize(
    "namespace",
    ["", ".", "a.", ".a", "a..b", "a/b", "../a", "a.b;c", "a\\b", "a.b c", "a.1", "a." + "b" * 129,
     ".".join(["abcdefg"] * 65)],
)  # fmt: skip
def test_not_namespaces(namespace: str) -> None:
    assert namespace_problem(namespace) is not None


def test_a_qualified_name_has_a_namespace() -> None:
    assert is_qualified_name("self.T")
    assert is_qualified_name("a.b.Ü")
    assert not is_qualified_name("T")
    assert not is_qualified_name("a..T")
    assert not is_qualified_name("Collection(a.T)")


def test_a_type_may_be_a_collection_of_one_level() -> None:
    assert is_type_reference("Edm.String")
    assert is_type_reference("Collection(a.b.T)")
    for text in (
        "String",
        "Collection(T)",
        "Collection(Collection(a.T))",
        "Collection(a.T",
        "collection(a.T)",
    ):
        assert not is_type_reference(text)


def test_paths_hide_nothing() -> None:
    for path in (
        "a/b",
        "",
        "@Core.Description#q",
        "a.F(Edm.String,Collection(a.T))/p",
        "Ü/名",
        "$count",
    ):
        assert path_problem(path) is None
    for character in "\n\0\x1b\x85\u2028\u202e\u200b":
        assert path_problem(f"a{character}b") is not None


@given(st.text(max_size=10))
def test_what_is_accepted_is_safe_in_files_and_code(text: str) -> None:
    if is_simple_identifier(text):
        assert not set(text) & set("./\\:;'\"`<>|*?{}()[]$@#% \t\r\n")
        assert all(unicodedata.category(c)[0] in "LNMP" for c in text)
        # Python's own rule for identifiers is the same but for compatibility characters.
        assert unicodedata.normalize("NFKC", text).isidentifier() or not text.isascii()


@given(st.from_regex(r"[A-Za-z_][A-Za-z0-9_]{0,127}", fullmatch=True))
def test_every_ascii_identifier_is_accepted(text: str) -> None:
    assert is_simple_identifier(text)
    assert is_qualified_name(f"x.{text}")
