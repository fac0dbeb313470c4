"""Java literals and comments: whatever the text, the source compiles, means the text, and the formatter leaves it alone."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from generated_java import workplace
from hypothesis import given
from hypothesis import strategies as st
from toolchains import java, needs

from edmund.targets.java.literals import int_literal, javadoc, string_literal, string_pieces
from edmund.targets.java.source import Text, flat, laid_out

HOSTILE = [
    "",
    '"',
    "\\",
    '\\"',
    "\\u0022",
    "\\\\u0041 \\uuuu0041 \\uXYZ",
    "*/ CANARY /*",
    "\\u002a\\u002f CANARY",
    "\\u000a CANARY",
    "// x",
    "{@code x} @deprecated <p> &amp; <!-- -->",
    "a\nb\r\nc\td\x00e\x1bf\x7fg\x85h",
    "access \u202e\u2066level\u2069 \u200b \ufeff",
    "line\u2028separator\u2029paragraph",
    "\U0001f600 é 用户 \ue000 \U000e0041 e\u0301",
    "\x01" + "7",
    "x" * 300,
    "word " * 60,
    "'single' `back` ${x} {{y}} %s",
    "- a list\n- of two\n\nand text",
    "text\n- a\n- b\n\n\nmore",
]
ALPHABET = "\"'\\*/u0 \n\t<>&@{}-ab\u202e\U0001f600é0"


def texts(count: int) -> list[str]:
    """Hostile texts, and as many made by chance; the same each time."""
    chance = random.Random(20261125)
    made = ["".join(chance.choices(ALPHABET, k=chance.randrange(1, 120))) for _ in range(count)]
    made += [
        "".join(chr(chance.choice([*range(0xD800), *range(0xE000, 0x110000)])) for _ in range(20))
        for _ in range(count // 4)
    ]
    return HOSTILE + made


def program(found: list[str]) -> str:
    """A program that prints the UTF-16 code units of all literals; each text is a comment of its own, too."""
    methods, calls = [], []
    for number, text in enumerate(found):
        doc = javadoc(text, 2)
        head = f"  {doc}\n" if doc else ""
        literal = laid_out(Text(text), 4, len("    show("), 2)
        shown = f"    show({literal});"
        if "\n" in literal or len(shown) > 100:
            shown = f"    show(\n        {laid_out(Text(text), 8, 8, 2)});"
        methods.append(f"{head}  static void text{number}() {{\n{shown}\n  }}\n")
        calls.append(f"    text{number}();")
    body = "\n".join(methods)
    return (
        "final class Literals {\n  private Literals() {}\n\n"
        "  static void show(String text) {\n"
        "    StringBuilder units = new StringBuilder();\n"
        "    text.chars().forEach(unit -> units.append(Integer.toHexString(unit)).append(' '));\n"
        "    System.out.println(units);\n  }\n\n"
        f"{body}\n  public static void main(String[] arguments) {{\n"
        + "\n".join(calls)
        + "\n  }\n}\n"
    )


@needs("java")
@pytest.mark.xdist_group("java")
def test_literals_mean_their_texts_and_comments_end_where_they_should() -> None:
    found = texts(200)
    folder = workplace() / "literals"
    folder.mkdir(exist_ok=True)
    source = folder / "Literals.java"
    source.write_text(program(found), "utf-8")
    java.compile_java([source], folder / "classes")
    printed = java.run_java("Literals", [], [folder / "classes"]).splitlines()
    for text, line in zip(found, printed, strict=True):
        units = [int(unit, 16) for unit in line.split()]
        assert b"".join(unit.to_bytes(2, "big") for unit in units).decode("utf-16-be") == text
    assert java.unformatted([source], folder) == []


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=300))
def test_nothing_unseen_is_in_a_literal(text: str) -> None:
    literal = string_literal(text)
    assert "\n" not in literal
    assert all(c.isprintable() for c in literal)
    assert literal[0] == literal[-1] == '"'
    assert all(len(piece) <= 80 for piece in string_pieces(text))
    assert "".join(piece[1:-1] for piece in string_pieces(text)) == literal[1:-1]
    assert flat(Text(text)) == literal


@given(st.text(max_size=300), st.sampled_from([0, 2, 4]))
def test_nothing_of_a_comment_is_anything_but_text(text: str, indent: int) -> None:
    doc = javadoc(text, indent)
    if not doc:
        assert not text.split()
        return
    assert doc.startswith("/**") and doc.endswith("*/")
    assert "\\" not in doc and "@" not in doc
    assert doc.count("*/") == 1
    assert "/*" not in doc[1:]
    assert all(c == "\n" or c.isprintable() for c in doc)


def test_integers_are_integers() -> None:
    assert int_literal(-5) == "-5"
    for wrong in (True, 1.5, "1"):
        with pytest.raises(TypeError):
            int_literal(wrong)  # type: ignore[arg-type]


def test_a_text_longer_than_a_constant_is_put_together() -> None:
    written = laid_out(Text("x" * 70_000), 4, 4, 1)
    assert written.startswith("String.join(")
    assert max(map(len, written.splitlines())) <= 100


@needs("java")
@pytest.mark.xdist_group("java")
def test_the_support_code_and_the_tests_own_sources_are_formatted() -> None:
    root = Path(__file__).resolve().parents[3]
    folders = [root / "templates" / "java" / "runtime", root / "tests" / "toolchains"]
    folders += [root / "tests" / "behaviour" / "java", root / "tests" / "compile" / "java"]
    files = [path for folder in folders for path in sorted(folder.rglob("*.java"))]
    assert len(files) > 100
    assert java.unformatted(files, workplace()) == []
