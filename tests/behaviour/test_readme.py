"""The README's examples, run as printed on the checked-in output."""

import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread
from typing import ClassVar

import pytest
from behaviour.service import TOKEN, Service

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text("utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)


def run_python(code: str, **environment: str) -> str:
    finished = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONPATH": str(ROOT / "generated" / "python"), **environment},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert finished.returncode == 0, finished.stderr
    return finished.stdout


def test_the_readme_has_two_client_calls_a_validator_call_and_a_review() -> None:
    assert len(blocks("python")) == 4


def test_the_client_call_works_as_printed() -> None:
    with Service() as service:
        printed = run_python(blocks("python")[0], GRAPH_URL=service.root, GRAPH_TOKEN=TOKEN)
        methods = [(r.method, r.path.removeprefix("/v1.0")) for r in service.received]
    assert methods[:2] == [
        ("POST", "/identity/apiConnectors"),
        ("GET", "/identity/apiConnectors"),
    ]
    assert service.received[0].json == {
        "displayName": "Test API",
        "targetUrl": "https://someapi.com/api",
        "authenticationConfiguration": {
            "@odata.type": "#microsoft.graph.basicAuthentication",
            "username": "MyUsername",
            "password": "MyPassword",
        },
    }
    assert "MyPassword" not in printed
    created, listed = printed.splitlines()
    assert created.startswith("IdentityApiConnector(")
    assert listed.endswith(" Test API")


class Shop(BaseHTTPRequestHandler):
    """Answers as the shop of the vectors does, and keeps what arrives."""

    arrived: ClassVar[list[tuple[str, str, str | None]]] = []

    def do_POST(self) -> None:
        self._answer(201, {"id": "1", **json.loads(self._body())})

    def do_GET(self) -> None:
        self._answer(200, [{"id": "1", "name": "Rex"}])

    def _body(self) -> bytes:
        return self.rfile.read(int(self.headers["content-length"]))

    def _answer(self, status: int, value: object) -> None:
        self.arrived.append((self.command, self.path, self.headers["authorization"]))
        text = json.dumps(value).encode()
        self.send_response(status)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(text)))
        self.end_headers()
        self.wfile.write(text)

    def log_message(self, format: str, *args: object) -> None:
        pass


def test_the_client_of_an_openapi_description_works_as_printed(tmp_path: Path) -> None:
    (command,) = [b for b in blocks("console") if "--metadata tests/vectors/http" in b]
    line, told = command.splitlines()
    words = line.removeprefix("$ edmund ").replace("--output out", f"--output {tmp_path}").split()
    made = subprocess.run(
        [sys.executable, "-m", "edmund", *words],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (made.returncode, told in made.stdout.splitlines()) == (0, True), made.stderr
    with HTTPServer(("127.0.0.1", 0), Shop) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        printed = run_python(
            blocks("python")[1],
            PYTHONPATH=str(tmp_path),
            SHOP_URL=f"http://127.0.0.1:{server.server_port}/v1",
            SHOP_TOKEN=TOKEN,
        )
        server.shutdown()
    assert printed.splitlines() == ["1", "Rex"]
    assert Shop.arrived == [
        ("POST", "/v1/pets", f"Bearer {TOKEN}"),
        ("GET", "/v1/pets?limit=50&tag=small", f"Bearer {TOKEN}"),
    ]


def test_the_validator_call_works_as_printed() -> None:
    lines = run_python(blocks("python")[2]).splitlines()
    found = {tuple(line.split(" ", 3)[:3]) for line in lines}
    assert {(severity, pointer) for severity, pointer, _ in found} == {
        ("error", "/authenticationConfiguration"),
        ("warning", "/id"),
        ("error", "/targetUrl"),
    }


def test_the_validate_command_answers_as_the_validator_does(tmp_path: Path) -> None:
    (command,) = [b for b in blocks("console") if "edmund validate" in b]
    words = command.replace("\\\n", " ").removeprefix("$ ").split()
    payload = {"displayName": "Test API", "targetUrl": "not a URL", "id": "mine"}
    file = tmp_path / "connector.json"
    file.write_text(json.dumps(payload), "utf-8")
    arguments = [str(file) if word == "connector.json" else word for word in words[1:]]
    finished = subprocess.run(
        [sys.executable, "-m", "edmund", *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert finished.returncode == 1, finished.stderr
    for pointer in ("/authenticationConfiguration", "/id", "/targetUrl"):
        assert pointer in finished.stdout


SERVICE = (
    '<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx">'
    '<edmx:DataServices><Schema Namespace="shop" xmlns="http://docs.oasis-open.org/odata/ns/edm">'
    '<EntityType Name="Thing"><Key><PropertyRef Name="Id"/></Key>'
    '<Property Name="Id" Type="Edm.String" Nullable="false"/>{more}</EntityType>'
    '<EntityContainer Name="Shop"><EntitySet Name="Things" EntityType="shop.Thing"/>'
    "</EntityContainer></Schema></edmx:DataServices></edmx:Edmx>"
)
OLD = SERVICE.format(more='<Property Name="Colour" Type="Edm.String"/>')
NEW = SERVICE.format(more="")
CONFIGURATION = """\
[clients.shop]
metadata = ["metadata/service.csdl"]
target = "python"
package = "shop"
output = "generated/python"
"""


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """What a reader has: a repository, metadata in it that has just changed, both versions by name."""
    (tmp_path / "metadata").mkdir()
    (tmp_path / "metadata" / "service.csdl").write_text(OLD, "utf-8")
    (tmp_path / "edmund.toml").write_text(CONFIGURATION, "utf-8")
    for words in ("init -q", "add .", "-c user.name=a -c user.email=a@b.c commit -q -m old"):
        subprocess.run(["git", *words.split()], cwd=tmp_path, check=True)
    (tmp_path / "metadata" / "service.csdl").write_text(NEW, "utf-8")
    for name, text in (("old.csdl", OLD), ("new.csdl", NEW), ("metadata.xml", NEW)):
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path


def section(title: str) -> str:
    begin = README.index(f"## {title}\n")
    end = README.find("\n## ", begin + 1)
    return README[begin:end]


def shell_environment() -> dict[str, str]:
    """`edmund` in a shell is the one under test; no review of ours is told what a workflow is."""
    folder = Path(sys.executable).parent
    inherited = {k: v for k, v in os.environ.items() if not k.startswith(("GIT", "EDMUND"))}
    return {**inherited, "PATH": f"{folder}{os.pathsep}{os.environ['PATH']}"}


def type_in(folder: Path, line: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["sh", "-c", line],
        cwd=folder,
        env=shell_environment(),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def run_section(title: str, folder: Path) -> dict[str, subprocess.CompletedProcess[str]]:
    """Type each command of a section in turn, pip aside; give what it said, by its words."""
    done = {}
    for block in re.findall(r"^```console\n(.*?)^```$", section(title), re.MULTILINE | re.DOTALL):
        for line in block.splitlines():
            if line.startswith("$ edmund"):
                words = line.removeprefix("$ ").partition("  ")[0]
                done[words] = type_in(folder, line.removeprefix("$ "))
    return done


def test_another_service(here: Path) -> None:
    (here / "edmund.toml").unlink()
    done = run_section("Another service", here)
    assert [run.returncode for run in done.values()] == [0, 0, 0], done
    assert (here / "generated/python/shop/__init__.py").is_file()
    assert (here / "clients/trippin/trippin/__init__.py").is_file()


def test_generate_again(here: Path) -> None:
    done = run_section("Generate again", here)
    assert {words: run.returncode for words, run in done.items()} == {
        "edmund generate": 0,
        "edmund generate --check --stat": 0,
        "edmund config show": 0,
    }
    assert "# line 5" in done["edmund config show"].stdout
    (here / "metadata" / "service.csdl").write_text(OLD, "utf-8")
    drifted = type_in(here, "edmund generate --check --stat")
    assert drifted.returncode == 1
    assert "generated/python/shop/generated/models/thing.py" in drifted.stdout


def test_a_step_of_a_build(here: Path) -> None:
    done = run_section("A step of a build", here)
    assert {words: run.returncode for words, run in done.items()} == {
        "edmund lock": 0,
        "edmund generate --locked": 0,
        "edmund generate --list-outputs": 0,
    }
    listed = done["edmund generate --list-outputs"].stdout.splitlines()
    assert sorted(listed) == sorted(
        path.relative_to(here).as_posix()
        for path in (here / "generated").rglob("*")
        if path.is_file()
    )
    (here / "metadata" / "service.csdl").write_text(OLD, "utf-8")
    refused = type_in(here, "edmund generate --locked")
    assert refused.returncode == 2
    assert "the input 'metadata/service.csdl' has changed" in refused.stderr


def test_make_runs_it_when_an_input_changes_and_only_then(here: Path) -> None:
    if shutil.which("make") is None:
        pytest.skip("there is no make")
    (rules,) = blocks("make")
    (here / "Makefile").write_text(rules, "utf-8")
    assert type_in(here, "edmund lock").returncode == 0
    first = type_in(here, "make")
    assert first.returncode == 0, first.stderr
    assert "edmund generate" in first.stdout
    assert "edmund generate" not in type_in(here, "make").stdout
    metadata = here / "metadata" / "service.csdl"
    metadata.write_text(OLD, "utf-8")
    later = (here / "generated/python/.edmund-manifest.json").stat().st_mtime + 5
    os.utime(metadata, (later, later))
    stopped = type_in(here, "make")
    assert stopped.returncode == 2
    assert "has changed" in stopped.stderr
    assert type_in(here, "edmund lock").returncode == 0
    os.utime(metadata)
    rebuilt = type_in(here, "make")
    assert rebuilt.returncode == 0, rebuilt.stderr
    assert "colour" in (here / "generated/python/shop/generated/models/thing.py").read_text("utf-8")
    assert "edmund generate" not in type_in(here, "make").stdout


def test_a_review(here: Path) -> None:
    done = run_section("A review", here)
    assert [run.returncode for run in done.values()] == [1, 1, 0], done
    for run in list(done.values())[:1]:
        assert "shop.Thing/Colour" in run.stdout
    assert "shop.Thing/Colour" in (here / "review.md").read_text("utf-8")


def test_the_review_script_is_ten_lines_and_works_as_printed(here: Path) -> None:
    script = blocks("python")[3]
    assert len([line for line in script.splitlines() if line.strip()]) <= 10
    (here / "review.py").write_text(script, "utf-8")

    def run(*names: str) -> subprocess.CompletedProcess[str]:
        return type_in(here, " ".join(["python review.py", *names]))

    found = run("old.csdl", "new.csdl")
    assert found.returncode == 1
    assert found.stdout.startswith("shop.Thing/Colour: ")
    assert run("new.csdl", "new.csdl").returncode == 0
    (here / "broken.csdl").write_text("<html/>", "utf-8")
    failed = run("old.csdl", "broken.csdl")
    assert failed.returncode == 1
    assert failed.stderr.startswith("broken.csdl")
    assert "Traceback" not in failed.stderr


def test_the_hatch_table_is_the_one_of_the_sample_project() -> None:
    (shown,) = blocks("toml")
    wanted = tomllib.loads(shown)
    sample = tomllib.loads(
        (ROOT / "tests/packaging/hatch_project/pyproject.toml").read_text("utf-8")
    )
    assert wanted["build-system"] == sample["build-system"]
    assert "edmund" in sample["tool"]["hatch"]["build"]["hooks"]


@pytest.mark.parametrize(
    "command", ["generate", "validate", "inspect", "review", "fetch", "init", "config"]
)
def test_the_commands_of_the_table_exist(command: str) -> None:
    assert f"`edmund {command}" in README
    finished = subprocess.run(
        [sys.executable, "-m", "edmund", command, "--help"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert finished.returncode == 0
    assert "Usage:" in finished.stdout
