"""Whatever text a schema holds: as a literal it is the same text, as a comment it stays one."""

from __future__ import annotations

import json
import random
from decimal import Decimal
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from toolchains import csharp, needs

from edmund.targets.csharp.literals import doc_lines, int_literal, json_literal, string_literal


@given(st.text())
def test_a_literal_is_the_text(text: str) -> None:
    """Our literals have the escapes of JSON alone, which C# has as well."""
    written = string_literal(text)
    assert written.isascii()
    assert written.isprintable()
    assert json.loads(written) == text


@given(st.text())
def test_a_comment_stays_a_comment(text: str) -> None:
    lines = doc_lines(text)
    for line in lines:
        assert line == "".join(line.splitlines())
        assert len(line) < 120 or " " not in line.strip()
    ElementTree.fromstring("\n".join(lines))


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", ("<summary>No description.</summary>",)),
        ("a < b & c", ("<summary>a &lt; b &amp; c</summary>",)),
        ("one\ntwo", ("<summary>", "one", "two", "</summary>")),
        (
            "one\n\ntwo",
            ("<summary>", "<para>", "one", "</para>", "<para>", "two", "</para>", "</summary>"),
        ),
    ],
)
def test_paragraphs(text: str, lines: tuple[str, ...]) -> None:
    assert doc_lines(text) == lines


def test_numbers() -> None:
    assert int_literal(5) == "5"
    assert int_literal(2**40) == "2147483647"
    assert json_literal(Decimal("1.10")) == '"1.10"'
    assert json_literal(float("inf")) == '"\\"INF\\""'
    assert json_literal("a") == '"\\"a\\""'
    assert json_literal(True) == '"true"'
    assert json_literal(None) == '"null"'


@needs("csharp")
@pytest.mark.xdist_group("csharp")
def test_literals_and_comments_as_the_compiler_reads_them(tmp_path: Path) -> None:
    chance = random.Random(11)
    letters = (
        [chr(n) for n in range(256)] + list('"\\{}$@*/') * 9 + ["\u2028", "\u202e", "\U0001f600"]
    )
    texts = ["".join(chance.choices(letters, k=chance.randint(0, 12))) for _ in range(300)]
    comments = "\n".join(f"/// {line}" for text in texts for line in doc_lines(text)[:1] if text)
    body = ",\n".join(map(string_literal, texts))
    (tmp_path / "Program.cs").write_text(
        "using System;\nusing System.Text.Json;\n\n/// <summary>Texts.</summary>\npublic static class Program\n{\n"
        "    /// <summary>Prints them.</summary>\n    public static void Main() => "
        f"Console.Out.Write(JsonSerializer.Serialize(new[]\n{{\n{body}\n}}));\n}}\n",
        "utf-8",
    )
    assert "\r" not in comments
    program = tmp_path / "Program.dll"
    assert csharp.compiled(csharp.Compilation(program, [tmp_path], exe=True)) == [[]]
    done = csharp.run(program)
    assert json.loads(done.stdout) == texts
