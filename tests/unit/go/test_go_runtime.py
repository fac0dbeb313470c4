"""The support code of the Go target: its own tests, written in Go beside it in a copy."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

import go_tests
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from toolchains import needs
from toolchains import toolchain as toolchain_of
from vector_files import ROOT

from edmund.patterns import matches, pattern_program
from edmund.targets.go.runtime_files import (
    OF_ANY_SERVICE,
    OF_HTTP,
    OF_ODATA,
    OF_OLDER_ODATA,
    WITHOUT_OLDER,
    WITHOUT_PATTERNS,
)

pytestmark = [needs("go"), pytest.mark.xdist_group("go")]

RUNTIME = ROOT / "templates" / "go" / "runtime"
TESTS = sorted((Path(__file__).resolve().parent / "runtime").glob("*_test.go"))
HTTP_TESTS = sorted((Path(__file__).resolve().parent / "runtime_http").glob("*_test.go"))


def test_all_support_code_is_in_the_output() -> None:
    found = sorted(p.relative_to(RUNTIME).as_posix() for p in RUNTIME.rglob("*") if p.is_file())
    others = [name for name in WITHOUT_OLDER.values() if name is not None]
    own = [*OF_ODATA, *OF_OLDER_ODATA, *OF_HTTP]
    assert found == sorted([*OF_ANY_SERVICE, *own, *others, *WITHOUT_PATTERNS.values()])


def _copied(folder: Path, own: Iterable[str], tests: Iterable[Path]) -> Path:
    """The support code of clients of one kind of service, with the tests of it."""
    for name in (*OF_ANY_SERVICE, *own, *WITHOUT_PATTERNS.values()):
        place = folder / name.replace("openapi/", "odata/")
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(RUNTIME / name, place)
    (folder / "go.mod").write_text("module edmundruntime\n\ngo 1.22\n", "utf-8")
    for file in tests:
        shutil.copy(file, folder / "odata" / file.name)
    return folder


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    own = (*OF_ODATA, *filter(None, WITHOUT_OLDER.values()))
    return _copied(tmp_path_factory.mktemp("go-runtime"), own, TESTS)


@pytest.fixture(scope="module")
def http_copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = _copied(tmp_path_factory.mktemp("go-runtime-http"), OF_HTTP, HTTP_TESTS)
    (folder / "odata" / "testdata").mkdir()
    shutil.copy(ROOT / "tests" / "vectors" / "http" / "styles.json", folder / "odata" / "testdata")
    return folder


@pytest.fixture(scope="module")
def results(copy: Path) -> dict[str, str]:
    return go_tests.run(copy / "odata")


@pytest.fixture(scope="module")
def http_results(http_copy: Path) -> dict[str, str]:
    return go_tests.run(http_copy / "odata")


@pytest.mark.parametrize("name", [name for file in TESTS for name in go_tests.names(file)])
def test_in_go(name: str, results: dict[str, str]) -> None:
    assert results[name] == ""


@pytest.mark.parametrize("name", [name for file in HTTP_TESTS for name in go_tests.names(file)])
def test_in_go_of_http(name: str, http_results: dict[str, str]) -> None:
    assert http_results[name] == ""


@pytest.mark.parametrize("kind", ["copy", "http_copy"])
def test_gofmt_and_vet_have_nothing_to_say(kind: str, request: pytest.FixtureRequest) -> None:
    go, folder = toolchain_of("go"), request.getfixturevalue(kind)
    assert go.unformatted(folder) == []
    go.run("vet", "./...", cwd=folder)
    assert go.unformatted(ROOT / "tests") == []


ATOMS = st.sampled_from(
    [
        *("a", "b", ".", "[ab]", "[^a]", "\\d", "\\w", "(a|b)", "(?:ab)", "(?=a)", "(?!b)", "\\b"),
        "\\p{L}",
    ]
)
TERMS = st.tuples(ATOMS, st.sampled_from(["", "*", "+", "?", "{2}", "{1,3}", "{0,}"])).map("".join)
BODIES = st.lists(TERMS, max_size=5).map("".join)
PATTERNS = BODIES.flatmap(lambda b: st.sampled_from([b, f"^{b}$", f"^{b}", f"{b}|b"])) | st.text(
    "ab[](){}^$.*+?|\\dwpuxc0-9,=!<>:L", max_size=12
)
KNOWN = [
    *("^[a\\-c]+$", "^[\\d-x]+$", "^[]$|ok", "^[^]$", "^\\x41\\u0042\\u{43}$", "^\\uD83D\\uDE00$"),
    *(
        "^\\p{Lu}\\P{Lu}$",
        "a{x}",
        "x]}",
        "(|a)*b",
        "^\\t\\n\\v\\f\\r\\0$",
        "^\\cJ$",
        "(a)\\1",
        "(?<=a)b",
    ),
    *(
        "(?i)a",
        "\\p{Script=Greek}",
        "a{3,2}",
        "a{0,5000}",
        "(" * 1000 + ")" * 1000,
        "(a{1000}){1000}",
    ),
    *(
        "\\u{110000}",
        "\\xZZ",
        "[b-a]",
        "(?<year>[0-9]{4})",
        "^\\p{Cn}$",
        "^\\p{C}$",
        "^\\s$",
        "\\07",
    ),
]
TEXTS = [
    "",
    "a",
    "b",
    "ABC",
    "5-x",
    "\U0001f600",
    "Äa",
    "aab",
    "\n",
    "\t\n\v\f\r\0",
    "\u00a0",
    "\u0378",
    "2026",
]
SLOW = [
    ("^(a+)+$", "a" * 20_000 + "b"),
    ("^(a|aa)+$", "a" * 20_000 + "b"),
    ("(?=.*b)" * 20 + "c", "a" * 20_000),
    ("a{0,2000}b", "a" * 20_000),
]
PROGRAM = """package main

import (
	"encoding/json"
	"fmt"
	"os"

	"edmundruntime/ecma"
)

func main() {
	text, _ := os.ReadFile(os.Args[1])
	var pairs [][2]string
	if err := json.Unmarshal(text, &pairs); err != nil {
		panic(err)
	}
	for _, pair := range pairs {
		matched, known := ecma.Match(pair[0], pair[1])
		fmt.Println(matched, known)
	}
}
"""


def program_of(pattern: str) -> str:
    return pattern_program(pattern) or ""


def test_patterns_match_what_they_match_elsewhere(copy: Path, tmp_path: Path) -> None:
    pairs = [(program_of(pattern), text) for pattern in KNOWN for text in TEXTS]

    @settings(
        max_examples=400,
        derandomize=True,
        database=None,
        suppress_health_check=[HealthCheck.too_slow],
    )
    @given(PATTERNS, st.text("ab1_ äÄ", max_size=8))
    def collect(pattern: str, text: str) -> None:
        pairs.append((program_of(pattern), text))

    collect()
    file = tmp_path / "pairs.json"
    file.write_text(
        json.dumps([*pairs, *((program_of(pattern), text) for pattern, text in SLOW)]), "utf-8"
    )
    built = toolchain_of("go").program(
        tmp_path / "program", {"main.go": PROGRAM}, {"edmundruntime": copy}
    )
    done = subprocess.run([built, file], capture_output=True, text=True, timeout=60, check=True)
    found = done.stdout.splitlines()
    for (program, text), line in zip(pairs, found, strict=False):
        wanted = matches(program, text)
        told = "false false" if wanted is None else f"{str(wanted).lower()} true"
        assert line == told, (program, text)
    assert "true true" not in found[len(pairs) :]
