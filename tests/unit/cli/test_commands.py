"""`validate`, `inspect`, `init`, `config`, help and start-up."""

import json
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from unit.cli.cli_run import EDMX, GOOD_CSDL, edmund, project

ROOT = Path(__file__).resolve().parents[3]
COMMANDS = ("init", "generate", "validate", "inspect", "review", "fetch", "lock", "config")

# A path with a key, an action and permissions; a secret and a computed property.
RICH = EDMX.replace(
    "BODY",
    '<EntityType Name="Base" Abstract="true"><Key><PropertyRef Name="Id"/></Key>'
    '<Property Name="Id" Type="Edm.String" Nullable="false">'
    '<Annotation Term="Org.OData.Core.V1.Computed"/></Property></EntityType>\n'
    '<EntityType Name="Thing" BaseType="shop.Base"><Property Name="password" Type="Edm.String"/>'
    '<Property Name="Colour" Type="shop.Colour"/></EntityType>\n'
    '<EnumType Name="Colour"><Member Name="red" Value="1"/><Member Name="blue" Value="4"/></EnumType>\n'
    '<Action Name="paint" IsBound="true"><Parameter Name="it" Type="shop.Thing"/>'
    '<Parameter Name="colour" Type="shop.Colour" Nullable="false"/></Action>\n'
    '<EntityContainer Name="Shop"><EntitySet Name="Things" EntityType="shop.Thing"/></EntityContainer>',
)
PERMISSIONS = {
    "permissions": {
        "Things.Read": {
            "schemes": {"DelegatedWork": {}},
            "pathSets": [
                {
                    "schemeKeys": ["DelegatedWork"],
                    "methods": ["GET"],
                    "paths": {"/things/{id}": "least=DelegatedWork"},
                }
            ],
        },
        "Things.ReadWrite": {
            "schemes": {"DelegatedWork": {}},
            "pathSets": [
                {
                    "schemeKeys": ["DelegatedWork"],
                    "methods": ["GET", "PATCH"],
                    "paths": {"/things/{id}": ""},
                }
            ],
        },
    }
}


def rich(folder: Path) -> tuple[str, ...]:
    (folder / "service.csdl").write_text(RICH)
    (folder / "permissions.json").write_text(json.dumps(PERMISSIONS))
    return ("-m", "service.csdl", "--permissions", "permissions.json")


# --- validate ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("payload", "operation", "code", "said"),
    [
        ('{"Id": "1", "Colour": "red"}', None, 0, "is valid"),
        ('{"Id": "1", "Colur": "red"}', None, 1, "/Colur: unknown-property"),
        ('{"Colour": 3}', "update", 1, "/Colour: "),
        # What only the service sets is a warning: services ignore it.
        ('{"Id": "1"}', "update", 0, "/Id: "),
    ],
)
def test_validate(
    tmp_path: Path, payload: str, operation: str | None, code: int, said: str
) -> None:
    project(tmp_path, RICH)
    (tmp_path / "body.json").write_text(payload)
    more = ("--operation", operation) if operation else ()
    for metadata in ((), ("-m", "service.csdl")):
        run = edmund(tmp_path, "validate", *metadata, "--type", "shop.Thing", *more, "body.json")
        assert (run.code, run.err) == (code, "")
        assert said in run.out


def test_validate_never_shows_values(tmp_path: Path) -> None:
    project(tmp_path, RICH)
    (tmp_path / "body.json").write_text('{"password": ["CANARY_7F3A"], "Colour": "CANARY_7F3A"}')
    for style in ("text", "json", "github", "sarif"):
        run = edmund(tmp_path, "validate", "--type", "Thing", "--format", style, "body.json")
        assert run.code == 1
        assert "CANARY" not in run.out + run.err
        assert "password" in run.out


def test_validate_json(tmp_path: Path) -> None:
    project(tmp_path, RICH)
    (tmp_path / "body.json").write_text('{"nope": 1}')
    told = json.loads(edmund(tmp_path, "validate", "--type", "Thing", "--json", "body.json").out)
    assert (told["valid"], told["exit_code"]) == (False, 1)
    assert told["violations"][0]["pointer"] == "/nope"
    assert told["violations"][0]["code"] == "unknown-property"


@pytest.mark.parametrize(
    ("content", "type_name", "code"),
    [("{", "Thing", "EDM802"), ("{}", "Thng", "EDM801"), (None, "Thing", "EDM608")],
)
def test_what_cannot_be_checked_is_no_finding(
    tmp_path: Path, content: str | None, type_name: str, code: str
) -> None:
    project(tmp_path, RICH)
    if content is not None:
        (tmp_path / "body.json").write_text(content)
    run = edmund(tmp_path, "validate", "--type", type_name, "body.json")
    assert run.code == 2
    assert f"error[{code}]" in run.err


# --- inspect -------------------------------------------------------------------------------------


def test_inspect_the_whole(tmp_path: Path) -> None:
    run = edmund(tmp_path, "inspect", *rich(tmp_path))
    assert run.code == 0
    assert "types: 2 entity, 1 enum" in run.out
    assert "  /Things" in run.out.splitlines()


def test_inspect_a_type(tmp_path: Path) -> None:
    run = edmund(tmp_path, "inspect", *rich(tmp_path), "shop.Thing")
    lines = run.out.splitlines()
    assert lines[0] == "entity shop.Thing : shop.Base"
    assert "  Id: Edm.String  (computed, from shop.Base)" in lines
    assert "  password: Edm.String?  (secret)" in lines
    assert "  action shop.paint(colour: shop.Colour)" in lines


def test_inspect_an_enumeration(tmp_path: Path) -> None:
    lines = edmund(tmp_path, "inspect", *rich(tmp_path), "Colour").out.splitlines()
    assert lines[0] == "enum shop.Colour"
    assert lines[-2:] == ["  red = 1", "  blue = 4"]


@pytest.mark.parametrize(
    "path", ["/Things/{id}", "/things/{thing-id}", "/THINGS/42", "/Things('42')"]
)
def test_inspect_a_path(tmp_path: Path, path: str) -> None:
    run = edmund(tmp_path, "inspect", *rich(tmp_path), path, "--json")
    assert run.code == 0, run.err
    told = json.loads(run.out)["path"]
    calls = {call["method"]: call for call in told["calls"]}
    assert set(calls) == {"GET", "PATCH", "DELETE"}
    assert "$select" in calls["GET"]["query"]
    grant = calls["GET"]["permissions"][0]["schemes"]["DelegatedWork"]
    assert grant == {"supported": True, "least": ["Things.Read"], "higher": ["Things.ReadWrite"]}
    assert any("paint" in step["segment"] for step in told["below"])


@pytest.mark.parametrize("subject", ["/Things/{id}/nothing", "/Thing", "shop.Nothing"])
def test_inspect_what_is_not_there(tmp_path: Path, subject: str) -> None:
    run = edmund(tmp_path, "inspect", *rich(tmp_path), subject)
    assert run.code == 2
    assert "error[EDM" in run.err


def test_inspect_why(tmp_path: Path) -> None:
    run = edmund(
        tmp_path, "inspect", *rich(tmp_path), "--why", "--include-type", "shop.Thing", "shop.Base"
    )
    assert run.code == 0
    assert run.out.splitlines()[0] == "shop.Base"
    assert "shop.Thing" in run.out
    # An enumeration needs no other type.
    selection = ("--why", "--include-type", "shop.Colour")
    missing = edmund(tmp_path, "inspect", *rich(tmp_path), *selection, "shop.Base")
    assert missing.code == 2
    assert "is not in the slice" in missing.err


def test_inspect_into_a_closed_pipe(tmp_path: Path) -> None:
    """`edmund inspect | head -1` is no failure."""
    project(tmp_path, RICH)
    piped = subprocess.run(
        f"'{sys.executable}' -m edmund inspect | head -c 1",
        cwd=tmp_path,
        shell=True,
        capture_output=True,
        text=True,
        check=True,
    )
    assert piped.stderr == ""


# --- init ----------------------------------------------------------------------------------------


def test_init_writes_a_configuration_that_works(tmp_path: Path) -> None:
    (tmp_path / "service.csdl").write_text(GOOD_CSDL)
    run = edmund(tmp_path, "init", "service.csdl")
    assert run.code == 0
    table = tomllib.loads((tmp_path / "edmund.toml").read_text())
    assert table["clients"]["shop"]["metadata"] == ["service.csdl"]
    assert edmund(tmp_path, "generate").code == 0
    again = edmund(tmp_path, "init", "service.csdl")
    assert again.code == 2
    assert "left as it is" in again.err


@pytest.mark.parametrize("name", ['a"b.csdl', "a'b.csdl", "a b.csdl", "naïve.csdl", "a\\b.csdl"])
def test_init_takes_any_file_name(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(GOOD_CSDL)
    assert edmund(tmp_path, "init", name, "--package", "shop").code == 0
    table = tomllib.loads((tmp_path / "edmund.toml").read_text("utf-8"))
    assert table["clients"]["shop"]["metadata"] == [name]


def test_init_of_bad_metadata_writes_nothing(tmp_path: Path) -> None:
    (tmp_path / "service.csdl").write_text("<x/>")
    assert edmund(tmp_path, "init", "service.csdl").code == 2
    assert not (tmp_path / "edmund.toml").exists()


def test_init_for_a_target_that_is_not_there(tmp_path: Path) -> None:
    (tmp_path / "service.csdl").write_text(GOOD_CSDL)
    run = edmund(tmp_path, "init", "service.csdl", "--target", "pyton")
    assert run.code == 2
    assert "did you mean 'python'?" in run.err
    assert not (tmp_path / "edmund.toml").exists()


# --- config --------------------------------------------------------------------------------------


def test_config_show(tmp_path: Path) -> None:
    run = edmund(project(tmp_path), "config", "show")
    assert run.code == 0
    assert 'package = "shop"  # line 4' in run.out.splitlines()
    assert "base_url = null  # default" in run.out.splitlines()


def test_config_schema() -> None:
    schema = json.loads(edmund(ROOT, "config", "schema").out)
    assert "clients" in schema["properties"]


# --- help and start-up ---------------------------------------------------------------------------


@pytest.mark.parametrize("command", COMMANDS)
def test_help_teaches(tmp_path: Path, command: str) -> None:
    run = edmund(tmp_path, command, "--help")
    assert run.code == 0
    if command not in ("config",):
        assert f"  edmund {command}" in run.out
        assert (
            len(
                [
                    line
                    for line in run.out.splitlines()
                    if line.strip().startswith(f"edmund {command}")
                ]
            )
            >= 2
        )


def test_every_command_is_listed_with_what_it_does(tmp_path: Path) -> None:
    out = edmund(tmp_path, "--help").out
    for command in COMMANDS:
        assert re.search(rf"^  {command} +\w", out, re.M), command


def test_version_loads_nothing_heavy(tmp_path: Path) -> None:
    script = (
        "import sys\nfrom edmund.cli import main\n"
        "try:\n    main(['--version'])\nexcept SystemExit:\n    pass\n"
        "heavy = {'lxml', 'jinja2', 'black', 'edmund.pipeline', 'edmund.validation', 'edmund.output'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    finished = subprocess.run(
        [sys.executable, "-c", script], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert finished.stdout.splitlines()[-1] == "[]"


def test_a_bug_is_told_from_a_mistake(tmp_path: Path) -> None:
    script = (
        "import edmund.cli.generate as command\nfrom edmund.cli import main\n"
        "def broken(*args, **more):\n    raise KeyError('x')\n"
        "command.clients_of = broken\nmain(sys.argv[1:])"
    )
    for options, traced in (((), False), (("--debug",), True)):
        finished = subprocess.run(
            [sys.executable, "-c", "import sys\n" + script, "generate", *options],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=False,
        )
        assert finished.returncode == 2
        assert "this is a bug in Edmund" in finished.stderr
        assert ("Traceback" in finished.stderr) is traced


def test_colour_only_where_it_is_wanted(tmp_path: Path) -> None:
    project(tmp_path, "x")
    plain = edmund(tmp_path, "generate")
    assert "\x1b" not in plain.err
    assert "\x1b[1;31merror[EDM1" in edmund(tmp_path, "generate", "--color", "always").err
    assert "\x1b" not in edmund(tmp_path, "generate", "--color", "never", FORCE_COLOR="1").err


def test_progress_is_shown_on_a_terminal_and_cleared(tmp_path: Path) -> None:
    pty = pytest.importorskip("pty")
    project(tmp_path)
    ours, theirs = pty.openpty()
    for options, shown in (((), True), (("--quiet",), False), (("--json",), False)):
        finished = subprocess.run(
            [sys.executable, "-m", "edmund", "generate", "--force", *options],
            cwd=tmp_path,
            stdout=subprocess.PIPE,
            stderr=theirs,
            check=True,
        )
        os.write(theirs, b"END")
        said = b""
        while not said.endswith(b"END"):
            said += os.read(ours, 4096)
        assert (b"shop: rendering" in said) is shown
        assert b"rendering" not in finished.stdout
        if shown:
            assert said.removesuffix(b"END").endswith(b"\r\x1b[2K")
    os.close(ours)
    os.close(theirs)
