"""Emitters of the Go target: whatever the text, the source compiles, means the text, and gofmt leaves it alone."""

from __future__ import annotations

import json
import subprocess
import unicodedata
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from toolchains import needs
from toolchains import toolchain as toolchain_of

from edmund.targets.go.literals import comment, json_value, string_literal

HOSTILE = [
    *("", '"', "`", "\\", 'a\\"', "*/", "//", "/* x */", "\\u0022", "%s ${x} {{ x }} {% x %}"),
    *(
        "a\nb\r\nc\td",
        "\u202ebidi\u2066",
        "zero\u200bwidth \ufeff \x00 \x1b \x7f",
        "a\u2028b\u2029c\x85",
    ),
    *(
        "\U0001f600 é 用户 \ue000 \U000e0100",
        "line\\",
        "# heading",
        "A paragraph.\n\nAn old heading of Go's kind\n\nAnother paragraph.",
        "- item",
        "[a]: http://x",
        "1. one",
    ),
    *(
        "text\n- item\n- item two\n\nmore",
        "go:build ignore",
        "line x.go:1",
        "+build ignore",
        "export X",
    ),
    *(
        "``curled'' 'x' \"y\"",
        "\n\n\n",
        "   lead",
        "\tcode",
        "    indented\n    code",
        "word " * 80,
    ),
    *(
        "Deprecated: no",
        "Package x",
        "a" * 400,
        "TODO(x): y",
        "* star\n* star",
        "# a\n\n## b",
        "== x\n----",
    ),
    *(
        "[Link]\n[Link]: https://x",
        "x\n\n[Link]: https://x\n[B]: y",
        "- \n-\n- x",
        "x:\n  - y\n    z",
    ),
]
TEXTS = st.text(max_size=200) | st.text("\"\\`'\n\r\t -#*/[]:.1ab", max_size=120)


def collected(strategy: st.SearchStrategy[str], count: int) -> list[str]:
    found = list(HOSTILE)

    @settings(
        max_examples=count,
        derandomize=True,
        database=None,
        suppress_health_check=[HealthCheck.too_slow],
    )
    @given(strategy)
    def collect(text: str) -> None:
        found.append(text)

    collect()
    return found


@pytest.mark.xdist_group("go")
@needs("go")
def test_string_literals_are_their_text(tmp_path: Path) -> None:
    texts = [
        t for t in collected(TEXTS, 400) if not any(unicodedata.category(c) == "Cs" for c in t)
    ]
    lines = "".join(f"\t{string_literal(text)},\n" for text in texts)
    source = (
        'package main\n\nimport (\n\t"encoding/json"\n\t"os"\n)\n\nvar texts = []string{\n'
        f"{lines}}}\n\nfunc main() {{\n\tjson.NewEncoder(os.Stdout).Encode(texts)\n}}\n"
    )
    assert all(c in "\n\t" or 0x20 <= ord(c) < 0x7F for c in source)
    go = toolchain_of("go")
    program = go.program(tmp_path, {"main.go": source}, {})
    assert go.unformatted(tmp_path) == []
    done = subprocess.run([program], capture_output=True, check=True)
    assert json.loads(done.stdout) == texts


@pytest.mark.xdist_group("go")
@needs("go")
def test_comments_are_comments_that_gofmt_leaves_alone(tmp_path: Path) -> None:
    texts = collected(TEXTS, 400)
    parts = ["package p\n"]
    for at, text in enumerate(texts):
        written = comment(f"F{at}: {text}" if at % 2 else text)
        parts.append(f"{written}\nfunc F{at}() {{\n}}\n" if written else f"func F{at}() {{\n}}\n")
    (tmp_path / "p.go").write_text("\n".join(parts), "utf-8")
    assert toolchain_of("go").unformatted(tmp_path) == []


@settings(max_examples=300)
@given(TEXTS)
def test_comments_hold_nothing_unseen(text: str) -> None:
    written = comment(text)
    for line in written.split("\n") if written else []:
        assert line == "//" or line.startswith(("// ", "//   - ", "//     "))
        assert all(unicodedata.category(c)[0] not in "CZ" or c == " " for c in line)


@pytest.mark.parametrize(
    ("value", "source"),
    [
        (None, "nil"),
        (True, "true"),
        (5, 'odata.Number("5")'),
        (1.5, 'odata.Number("1.5")'),
        (float("-inf"), '"-INF"'),
        (Decimal("1.10"), 'odata.Number("1.10")'),
        (Decimal("NaN"), '"NaN"'),
        ('a"b', '"a\\"b"'),
    ],
)
def test_json_values(value: object, source: str) -> None:
    assert json_value(value) == source
