"""javac on all of Graph, whole, with every warning an error, and on typical calls of its client."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from generated_java import generate, sources, workplace
from shared_material import SHARED, needs_shared
from toolchains import java, needs

pytestmark = [
    pytest.mark.shared,
    pytest.mark.slow,
    needs_shared,
    needs("java"),
    pytest.mark.xdist_group("java"),
]

CALLS = Path(__file__).resolve().parent / "java"
SAMPLE = 40
"""One of so many files is formatted: all of them take minutes."""


@cache
def graph() -> Path:
    """The sources of all of Graph."""
    metadata = SHARED / "metadata" / "graph-v1.0-2026-08.csdl"
    options = ["--metadata", str(metadata), "--package", "com.microsoft.graph"]
    options += ["--base-url", "https://graph.microsoft.com/v1.0"]
    return generate(options, workplace() / "graph")


@cache
def classes() -> Path:
    """All of Graph and the typical calls, compiled at once."""
    output = workplace() / "graph-classes"
    java.compile_java([*sources(graph()), CALLS / "GraphCalls.java"], output)
    return output


def test_all_of_graph_and_its_calls_compile() -> None:
    assert (classes() / "GraphCalls.class").is_file()
    assert len(list(classes().rglob("*.class"))) > 9_000


def test_mistakes_are_found() -> None:
    with pytest.raises(java.Failed) as failure:
        java.compile_java([CALLS / "WrongCalls.java"], workplace() / "wrong", [classes()])
    found = set(map(int, re.findall(r"WrongCalls\.java:(\d+): error", str(failure.value))))
    assert found == {2, 8, 11, 12, 13, 14, 15}


def test_the_formatter_changes_nothing_in_a_sample() -> None:
    files = [path for path in sources(graph()) if "runtime" not in path.parts]
    longest = sorted(files, key=lambda path: len(path.name))[-10:]
    assert java.unformatted([*files[::SAMPLE], *longest], workplace()) == []


def test_paths_are_short_and_differ_in_more_than_case() -> None:
    paths = [path.relative_to(graph().parent).as_posix() for path in sources(graph())]
    assert max(map(len, paths)) < 120
    assert len({path.lower() for path in paths}) == len(paths)
