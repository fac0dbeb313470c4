"""Literals and comments: whatever the text, it compiles, means the text, and prettier leaves it alone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from toolchains import needs, typescript

from edmund.targets.typescript.literals import doc_comment, property_key, string_literal
from edmund.targets.typescript.source import Text, statement

HOSTILE = [
    "",
    '"',
    "'",
    "'\"'",
    "\\",
    "*/",
    "a */ b /* c",
    "`${1}`",
    "</script>",
    "\r\n\t\v\f\0",
    "\u2028\u2029\u0085\ufeff",
    "\u202e\u2066bidi",
    "\ud800 alone",
    "😀 漢字 é e\u0301",
    "\U000e0100\ue000\u3164",
    "//# sourceMappingURL=x",
    "@ts-ignore",
    "\\u0041 \\x41",
    "__proto__",
    "x" * 200,
    "word " * 60,
]


@pytest.mark.parametrize("text", HOSTILE)
def test_comments_end_where_they_end(text: str) -> None:
    comment = doc_comment(f"x {text}")
    assert comment.startswith("/**")
    assert comment.index("*/") == len(comment) - 2
    assert "@" not in comment.replace("\\@", "")


@given(st.text())
def test_any_comment_ends_where_it_ends(text: str) -> None:
    comment = doc_comment(f"x {text}", 2, text)
    assert comment.index("*/") == len(comment) - 2
    assert "sourceMappingURL" not in comment


def test_no_text_gives_no_comment() -> None:
    assert doc_comment(" \n ") == ""
    assert doc_comment("", deprecated="gone") == "/** @deprecated gone */"


@given(st.text())
def test_literals_show_what_they_hold(text: str) -> None:
    literal = string_literal(text)
    assert literal[0] == literal[-1]
    assert literal.isprintable() or not text.isprintable()
    assert "sourceMappingURL" not in literal


@needs("typescript")
@pytest.mark.xdist_group("typescript")
def test_literals_and_keys_mean_the_text(tmp_path: Path) -> None:
    """One program of all texts, run by node."""
    texts = [
        *HOSTILE,
        *(chr(code) + "x" for code in range(0x250)),
        *(chr(c) for c in range(0x2000, 0x2070)),
    ]
    names = [text for text in dict.fromkeys(texts) if text != "__proto__"]
    rows = statement("const texts: string[]", [Text(string_literal(text)) for text in texts])
    keys = statement(
        "const keys: Record<string, number>", {property_key(name): Text("1") for name in names}
    )
    comments = "\n".join(comment for text in texts if (comment := doc_comment(text)))
    last = "console.log(JSON.stringify([texts, Object.keys(keys)]));"
    source = f"{rows}\n\n{keys}\n\n{comments}\n{last}\n"
    (tmp_path / "all.ts").write_text(source, encoding="utf-8")
    typescript.write_project(tmp_path, ["*.ts"])
    typescript.compile_project(tmp_path)
    done = typescript.node(["dist/all.js"], tmp_path)
    assert done.returncode == 0, done.stderr
    found, named = json.loads(done.stdout)
    assert found == texts
    assert sorted(named) == sorted(names)
    assert typescript.unformatted(tmp_path, ["all.ts"]) == []
