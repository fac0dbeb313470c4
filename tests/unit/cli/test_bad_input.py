"""Bad input: a clear error with code and place, exit 2, nothing written, nothing lost."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from unit.cli.cli_run import EDMX, GOOD_CSDL, THING, Run, edmund

SUFFIX = ".jinja"


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
    "XML cut short": (GOOD_CSDL[:200], "service.csdl:", "EDM1"),
    "not CSDL": ("<html/>", "service.csdl:1:1", "EDM1"),
    "a DOCTYPE": ("<!DOCTYPE x>\n" + GOOD_CSDL, "service.csdl:1:", "EDM1"),
    "wrong namespace": (
        GOOD_CSDL.replace("odata/ns/edm", "odata/ns/other"),
        "service.csdl:",
        "EDM1",
    ),
    "wrong version": (
        GOOD_CSDL.replace('Version="4.0"', 'Version="3.0"'),
        "service.csdl:1:1",
        "EDM1",
    ),
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
    assert generate(tmp_path, GOOD_CSDL).code == 0
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
    run = generate(tmp_path, GOOD_CSDL, *options)
    assert run.code == 2
    assert "othing" in run.err
    assert "error[EDM3" in run.err or "error[EDM2" in run.err
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("broken", ["line 1\n{{ view.no_such_field }}\n", "line 1\n{% if %}\n"])
def test_broken_template_names_file_and_line(tmp_path: Path, broken: str) -> None:
    built_in = Path(__file__).resolve().parents[3] / "templates/python"
    names = [path.relative_to(built_in) for path in built_in.rglob("*") if path.suffix == SUFFIX]
    assert names
    for name in names:
        own = tmp_path / "templates" / name
        own.parent.mkdir(parents=True, exist_ok=True)
        own.write_text(broken)
    run = generate(tmp_path, GOOD_CSDL, "--templates", "templates")
    assert run.code == 2
    first = next(line for line in run.err.splitlines() if "error[" in line)
    assert re.match(r"templates/[\w/.]+:2: error\[EDM41\d\]", first), run.err
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
    (tmp_path / "service.csdl").write_text(GOOD_CSDL)
    shown = '{colour = "red"}' if isinstance(value, dict) else f"'{value}'"
    rest = "" if key == "target" else "target = 'python'\n"
    (tmp_path / "edmund.toml").write_text(
        f"[clients.x]\nmetadata = 'service.csdl'\n{key} = {shown}\n{rest}package = 'x'\noutput = 'out'\n"
    )
    run = edmund(tmp_path, "generate")
    assert run.code == 2
    assert run.err.startswith(f"edmund.toml:3:1: error[{code}]"), run.err
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("name", ["class", "1x", "a b", "a.b-c", "X/Y", "é", "types", "__init__"])
def test_packages_that_nobody_could_import(tmp_path: Path, name: str) -> None:
    (tmp_path / "service.csdl").write_text(GOOD_CSDL)
    (tmp_path / "edmund.toml").write_text(
        f"[clients.x]\nmetadata = 'service.csdl'\npackage = '{name}'\n"
        "target = 'python'\noutput = 'out'\n",
        encoding="utf-8",
    )
    run = edmund(tmp_path, "generate")
    assert run.code == 2
    assert run.err.startswith("edmund.toml:3:1: error[EDM604]"), run.err
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("name", ["class", "1a", "A B", "TYPE_CHECKING", "Async", "RootBuilder"])
def test_clients_that_nobody_could_name(tmp_path: Path, name: str) -> None:
    run = generate(tmp_path, GOOD_CSDL, "--client", name)
    assert run.code == 2 and "error[EDM604]" in run.err and f"'{name}'" in run.err
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


def test_full_disk(tmp_path: Path) -> None:
    """The system refuses to write any more: the old output stays, the next run completes."""
    resource = pytest.importorskip("resource")
    assert generate(tmp_path, GOOD_CSDL).code == 0
    before = {p: p.read_bytes() for p in (tmp_path / "out").rglob("*") if p.is_file()}
    (tmp_path / "service.csdl").write_text(
        GOOD_CSDL.replace(
            "</EntityType>", '<Property Name="Colour" Type="Edm.String"/></EntityType>'
        )
    )
    script = (
        "import resource, sys\nresource.setrlimit(resource.RLIMIT_FSIZE, (600, 600))\n"
        "from edmund.cli import main\nmain(sys.argv[1:])"
    )
    assert resource
    arguments = (
        "--metadata",
        "service.csdl",
        "--target",
        "python",
        "--package",
        "shop",
        "--output",
        "out",
    )
    finished = subprocess.run(
        [sys.executable, "-c", script, "generate", *arguments],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert finished.returncode == 2, finished.stderr
    assert "error[EDM507]" in finished.stderr
    assert "File too large" in finished.stderr
    assert {p: p.read_bytes() for p in (tmp_path / "out").rglob("*") if p.is_file()} == before
    assert edmund(tmp_path, "generate", *arguments).code == 0


@pytest.mark.parametrize("style", ["foreign", "edited", "link", "file"])
def test_output_folder_that_is_not_ours(tmp_path: Path, style: str) -> None:
    thing = tmp_path / "out/shop/generated/models/thing.py"
    if style == "foreign":
        (tmp_path / "out").mkdir()
        (tmp_path / "out/notes.txt").write_text("mine")
        code, name = "EDM511", "notes.txt"
    elif style == "link":
        (tmp_path / "elsewhere").mkdir()
        (tmp_path / "out").symlink_to("elsewhere")
        code, name = "EDM503", "out"
    elif style == "file":
        (tmp_path / "out").write_text("mine")
        code, name = "EDM506", "out"
    else:
        assert generate(tmp_path, GOOD_CSDL).code == 0
        thing.write_text("mine")
        code, name = "EDM505", "thing.py"
    before = sorted(tmp_path.rglob("*"))
    run = generate(tmp_path, GOOD_CSDL)
    assert run.code == 2
    assert f"error[{code}]" in run.err
    assert name in run.err
    after = sorted(path for path in tmp_path.rglob("*") if ".edmund-cache" not in path.parts)
    assert after == sorted(
        {path for path in before if ".edmund-cache" not in path.parts} | {tmp_path / "service.csdl"}
    )


# Root may write anywhere, unless it gives up its capabilities (capset(2), version 3).
_POWERLESS = """
import ctypes, os, sys
if os.geteuid() == 0:
    header = (ctypes.c_uint32 * 2)(0x20080522, 0)
    if ctypes.CDLL(None).capset(header, (ctypes.c_uint32 * 6)()) != 0:
        sys.exit(77)
from edmund.cli import main
main(sys.argv[1:])
"""


@pytest.mark.skipif(sys.platform != "linux", reason="gives up root's rights as Linux does")
@pytest.mark.parametrize("closed", ["out", "out/shop/generated/models"])
def test_no_permission(tmp_path: Path, closed: str) -> None:
    def run() -> subprocess.CompletedProcess[str]:
        arguments = ("--metadata", "service.csdl", "--target", "python", "--package", "shop")
        return subprocess.run(
            [sys.executable, "-c", _POWERLESS, "generate", *arguments, "--output", "out"],
            cwd=tmp_path,
            env={**os.environ, "NO_COLOR": "1"},
            capture_output=True,
            text=True,
            check=False,
        )

    service = tmp_path / "service.csdl"
    service.write_text(GOOD_CSDL)
    first = run()
    if first.returncode == 77:
        pytest.skip("this system does not let root give up its rights")
    assert first.returncode == 0, first.stderr
    before = {p: p.read_bytes() for p in (tmp_path / "out").rglob("*") if p.is_file()}
    service.write_text(
        GOOD_CSDL.replace("</EntityType>", '<Property Name="C" Type="Edm.String"/></EntityType>')
    )
    shutil.rmtree(tmp_path / ".edmund-cache")
    (tmp_path / closed).chmod(0o555)
    refused = run()
    (tmp_path / closed).chmod(0o755)
    assert {p: p.read_bytes() for p in (tmp_path / "out").rglob("*") if p.is_file()} == before
    assert refused.returncode == 2, refused.stdout
    assert "error[EDM507]" in refused.stderr
    assert "Traceback" not in refused.stderr
    assert run().returncode == 0


def test_a_wrong_type_is_a_mistake_of_the_call(tmp_path: Path) -> None:
    """Not a violation of the payload: exit code 2, not 1."""
    person = '<ComplexType Name="Person"/>'
    nearest = '<Function Name="Nearest"><ReturnType Type="shop.Person"/></Function>'
    (tmp_path / "m.csdl").write_text(with_body(person + nearest))
    (tmp_path / "p.json").write_text("{}")
    for wrong, hint in (
        ("Nearest", "give the type of its answer: shop.Person"),
        ("Persn", "did you mean 'shop.Person'?"),
        ("Edm.Strin", "did you mean 'Edm.String'?"),
        ("Person(x)", "no type"),
    ):
        run = edmund(tmp_path, "validate", "-m", "m.csdl", "--type", wrong, "p.json")
        assert run.code == 2, wrong
        assert hint in run.err, wrong
    assert edmund(tmp_path, "validate", "-m", "m.csdl", "--type", "Person", "p.json").code == 0


def test_the_severity_and_the_place_of_a_violation_are_shown(tmp_path: Path) -> None:
    thing = GOOD_CSDL.replace("</EntityType>", '<Property Name="N" Type="Edm.Int32"/></EntityType>')
    (tmp_path / "m.csdl").write_text(thing)
    (tmp_path / "p.json").write_text('{\n  "Id": "a",\n  "N": "x"\n}')
    run = edmund(tmp_path, "validate", "-m", "m.csdl", "--type", "Thing", "p.json")
    assert run.code == 1
    assert "p.json:3:3: error: /N: " in run.out
    run = edmund(tmp_path, "validate", "-m", "m.csdl", "--type", "Thing", "--json", "p.json")
    (violation,) = json.loads(run.out)["violations"]
    assert (violation["line"], violation["column"]) == (3, 3)
    run = edmund(
        tmp_path, "validate", "-m", "m.csdl", "--type", "Thing", "--format", "sarif", "p.json"
    )
    (result,) = json.loads(run.out)["runs"][0]["results"]
    assert result["ruleId"] == violation["code"]
    assert result["locations"][0]["physicalLocation"]["region"]["startLine"] == 3
