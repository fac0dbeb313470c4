"""PHP source for any text: it evaluates to the text, comments hold nothing that ends them, lines are short."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, seed, settings
from hypothesis import strategies as st
from toolchains import needs
from toolchains import php as toolchain

from edmund.targets.php.literals import (
    LINE_LENGTH,
    Bracketed,
    array,
    doc_comment,
    entry,
    laid_out,
    scalar_literal,
    string_literal,
)

TEXT = st.text(alphabet=st.characters(exclude_categories=["Cs"]))
HOSTILE = [
    "",
    "'",
    "\\",
    "\\'",
    "'\\",
    "$x ${x} {$x}",
    "?> <?php",
    "*/ /* //",
    "\x00\n\r\t\x7f",
    "\u202e\u200b\ufeff\u2028",
    '"\\u{41}"',
    "a" * 300,
    ("b'\\\n" * 80),
    "\U0001f600é" * 60,
]


def samples() -> list[str]:
    """Texts of all kinds, always the same."""
    found = list(HOSTILE)

    @seed(7)
    @settings(max_examples=300, database=None)
    @given(TEXT)
    def collect(text: str) -> None:
        found.append(text)

    collect()
    return found


@needs("php")
@pytest.mark.xdist_group("php")
def test_any_text_is_itself_again(tmp_path: Path) -> None:
    texts = samples()
    items = [entry(text, laid_out(string_literal(text), 8)) for text in dict.fromkeys(texts)]
    lists = [laid_out(array([string_literal(text)]), 4) for text in texts]
    keyed = "".join(f"    [{item}],\n" for item in map(_flat, items))
    listed = "".join(f"    {item},\n" for item in lists)
    script = tmp_path / "literals.php"
    script.write_text(
        f"<?php\n$keyed = [\n{keyed}];\n$listed = [\n{listed}];\n"
        "$pairs = array_map(fn ($one) => [(string) array_key_first($one), reset($one)], $keyed);\n"
        "echo json_encode([$pairs, $listed], JSON_THROW_ON_ERROR);\n",
        "utf-8",
        newline="",
    )
    pairs, again = json.loads(toolchain.run([str(script)]).stdout)
    assert pairs == [[text, text] for text in dict.fromkeys(texts)]
    assert again == [[text] for text in texts]


def _flat(item: str | Bracketed) -> str:
    return item if isinstance(item, str) else item.flat()


@given(TEXT)
def test_literals_show_what_they_hold(text: str) -> None:
    written = string_literal(text)
    assert not [c for c in written if unicodedata.category(c) in {"Cc", "Cf", "Cs", "Zl", "Zp"}]


@given(TEXT)
def test_comments_end_where_they_should(text: str) -> None:
    written = doc_comment(text, (), 4)
    if not text.split():
        return
    assert written.startswith("/**") and written.endswith("*/")
    assert "*/" not in written[3:-2]
    assert "?>" not in written
    assert max(len(line) for line in written.split("\n")) <= LINE_LENGTH
    assert not [c for c in written if c != "\n" and unicodedata.category(c) in {"Cc", "Cf"}]


@pytest.mark.parametrize(
    ("value", "wanted"),
    [
        (None, "null"),
        (True, "true"),
        (5, "5"),
        (2**63, "'9223372036854775808'"),
        (0.25, "'0.25'"),
        ("x", "'x'"),
    ],
)
def test_scalars(value: object, wanted: str) -> None:
    assert scalar_literal(value) == wanted
