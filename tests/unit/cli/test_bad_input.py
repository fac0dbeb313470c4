"""Bad input: a clear error with code and place, exit 2, nothing written, nothing lost."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

EDMX = (
    '<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx">'
    "<edmx:DataServices>\n"
    '<Schema Namespace="shop" xmlns="http://docs.oasis-open.org/odata/ns/edm">\n'
    "BODY\n</Schema></edmx:DataServices></edmx:Edmx>\n"
)
THING = (
    '<EntityType Name="Thing"><Key><PropertyRef Name="Id"/></Key>\n'
    '<Property Name="Id" Type="Edm.String" Nullable="false"/>EXTRA</EntityType>\n'
    '<EntityContainer Name="Shop"><EntitySet Name="Things" EntityType="shop.Thing"/></EntityContainer>'
)
GOOD = EDMX.replace("BODY", THING).replace("EXTRA", "")


@dataclass(frozen=True)
class Run:
    code: int
    out: str
    err: str


def edmund(folder: Path, *arguments: str) -> Run:
    environment = {
        k: v for k, v in os.environ.items() if k not in ("GITHUB_ACTIONS", "FORCE_COLOR")
    }
    finished = subprocess.run(
        [sys.executable, "-m", "edmund", *arguments],
        cwd=folder,
        env={**environment, "NO_COLOR": "1", "COLUMNS": "100"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert "Traceback" not in finished.stderr, finished.stderr
    assert "this is a bug" not in finished.stderr, finished.stderr
    return Run(finished.returncode, finished.stdout, finished.stderr)


def generate(folder: Path, csdl: str | bytes, *options: str) -> Run:
    content = csdl if isinstance(csdl, bytes) else csdl.encode()
    (folder / "service.csdl").write_bytes(content)
    return edmund(
        folder,
        *("generate", "--metadata", "service.csdl", "--target", "python"),
        *("--package", "shop", "--output", "out", *options),
    )


def with_body(body: str) -> str:
    return EDMX.replace("BODY", body)


BAD = {
    "not XML": ("hello", "service.csdl:1:", "EDM1"),
    "empty": ("", "service.csdl", "EDM1"),
    "XML cut short": (GOOD[:200], "service.csdl:", "EDM1"),
    "not CSDL": ("<html/>", "service.csdl:1:1", "EDM1"),
    "a DOCTYPE": ("<!DOCTYPE x>\n" + GOOD, "service.csdl:1:", "EDM1"),
    "wrong namespace": (GOOD.replace("odata/ns/edm", "odata/ns/other"), "service.csdl:", "EDM1"),
    "wrong version": (GOOD.replace('Version="4.0"', 'Version="3.0"'), "service.csdl:1:1", "EDM1"),
    "unresolved type": (
        with_body(THING.replace("EXTRA", '\n<Property Name="p" Type="shop.Missing"/>')),
        "service.csdl:5:1",
        "EDM2",
    ),
    "inheritance cycle": (
        with_body(
            '<ComplexType Name="A" BaseType="shop.B"/>\n<ComplexType Name="B" BaseType="shop.A"/>'
        ),
        "service.csdl:",
        "EDM2",
    ),
    "duplicate names": (
        with_body('<ComplexType Name="A"/>\n<ComplexType Name="A"/>'),
        "service.csdl:4:1",
        "EDM2",
    ),
}


@pytest.mark.parametrize("name", sorted(BAD))
def test_bad_metadata(name: str, tmp_path: Path) -> None:
    csdl, place, code = BAD[name]
    run = generate(tmp_path, csdl)
    assert run.code == 2
    first = next(line for line in run.err.splitlines() if "error[" in line)
    assert first.startswith(place), run.err
    assert f"error[{code}" in first
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("name", sorted(BAD))
def test_bad_metadata_loses_nothing(name: str, tmp_path: Path) -> None:
    assert generate(tmp_path, GOOD).code == 0
    before = {p: p.read_bytes() for p in (tmp_path / "out").rglob("*") if p.is_file()}
    assert generate(tmp_path, BAD[name][0]).code == 2
    assert {p: p.read_bytes() for p in (tmp_path / "out").rglob("*") if p.is_file()} == before


def test_names_that_fall_together_and_odd_names_are_fine(tmp_path: Path) -> None:
    """Names that differ only in case, normalise alike, are keywords or dunder names get names of their own."""
    extra = "".join(
        f'<Property Name="{name}" Type="Edm.String"/>'
        for name in ("class", "Class", "import", "__init__", "foo_bar", "fooBar", "None", "self")
    )
    types = '<ComplexType Name="thing"/><ComplexType Name="import"/><ComplexType Name="Import"/>'
    run = generate(tmp_path, with_body(types + THING.replace("EXTRA", extra)))
    assert run.code == 0, run.err
    for path in (tmp_path / "out").rglob("*.py"):
        compile(path.read_text("utf-8"), str(path), "exec")


@pytest.mark.parametrize(
    "options",
    [
        ("--include-path", "/nothing/**"),
        ("--include-type", "shop.Nothing"),
        ("--include-type", "shop.Nothing", "--include-path", "/Things"),
    ],
)
def test_selection_that_matches_nothing(options: tuple[str, ...], tmp_path: Path) -> None:
    run = generate(tmp_path, GOOD, *options)
    assert run.code == 2
    assert "othing" in run.err
    assert "error[EDM3" in run.err or "error[EDM2" in run.err
    assert not (tmp_path / "out").exists()


def test_broken_template_names_file_and_line(tmp_path: Path) -> None:
    built_in = Path(__file__).resolve().parents[3] / "templates/python"
    victim = min(built_in.glob("*.j2"), key=lambda path: path.name)
    templates = tmp_path / "templates"
    templates.mkdir()
    for broken in ("line 1\n{{ view.no_such_field }}\n", "line 1\n{% if %}\n"):
        for template in built_in.glob("*.j2"):
            (templates / template.name).write_text(broken)
        run = generate(tmp_path, GOOD, "--templates", "templates")
        assert run.code == 2
        assert ":2:" in run.err or ".j2:2" in run.err, run.err
        assert "error[EDM41" in run.err
        assert victim.suffix in run.err
        assert not (tmp_path / "out").exists()


def test_broken_configuration_names_key_and_line(tmp_path: Path) -> None:
    (tmp_path / "edmund.toml").write_text("[clients.x]\nmetadata = 'a'\npakage = 'x'\n")
    run = edmund(tmp_path, "generate")
    assert run.code == 2
    assert run.err.startswith("edmund.toml:3:1: error[EDM603]: unknown key 'pakage'")
    assert "did you mean 'package'?" in run.err


def test_input_that_is_not_there_is_named_at_its_key(tmp_path: Path) -> None:
    (tmp_path / "edmund.toml").write_text(
        "[clients.x]\nmetadata = ['a.csdl', 'b.csdl']\ntarget = 'python'\npackage = 'x'\noutput = 'out'\n"
    )
    run = edmund(tmp_path, "generate")
    assert run.code == 2
    assert run.err.count("edmund.toml:2:1: error[EDM608]") == 2
    assert "'a.csdl'" in run.err
    assert "'b.csdl'" in run.err


@pytest.mark.parametrize(
    ("key", "value", "code"),
    [("target", "pyhton", "EDM606"), ("settings", {"colour": "red"}, "EDM603")],
)
def test_target_and_its_settings(tmp_path: Path, key: str, value: object, code: str) -> None:
    (tmp_path / "service.csdl").write_text(GOOD)
    shown = '{colour = "red"}' if isinstance(value, dict) else f"'{value}'"
    rest = "" if key == "target" else "target = 'python'\n"
    (tmp_path / "edmund.toml").write_text(
        f"[clients.x]\nmetadata = 'service.csdl'\n{key} = {shown}\n{rest}package = 'x'\noutput = 'out'\n"
    )
    run = edmund(tmp_path, "generate")
    assert run.code == 2
    assert run.err.startswith(f"edmund.toml:3:1: error[{code}]"), run.err
    assert not (tmp_path / "out").exists()


def test_folder_instead_of_a_file(tmp_path: Path) -> None:
    run = edmund(tmp_path, "inspect", "-m", ".")
    assert run.code == 2
    assert "error[EDM608]" in run.err


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_does_not_hang(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert edmund(tmp_path, "inspect", "-m", "pipe").code == 2


USAGE = [
    (["genrate"], "Did you mean 'generate'?"),
    (["generate", "--chek"], "--check"),
    (["generate", "--metadata", "x"], "--target"),
    (
        [
            "generate",
            "x",
            "--metadata",
            "m",
            "--target",
            "python",
            "--package",
            "p",
            "--output",
            "o",
        ],
        "x",
    ),
    (["validate", "--type", "t"], "PAYLOAD"),
    (["validate", "--type", "t", "--operation", "delete", "x"], "create"),
    (["generate", "--config", "none.toml"], "none.toml"),
    (["generate"], "edmund init"),
    (["config", "sow"], "show"),
]


@pytest.mark.parametrize(("arguments", "said"), USAGE, ids=lambda value: " ".join(value)[:30])
def test_usage(tmp_path: Path, arguments: list[str], said: str) -> None:
    run = edmund(tmp_path, *arguments)
    assert run.code == 2
    assert said in run.err
    assert list(tmp_path.iterdir()) == []
