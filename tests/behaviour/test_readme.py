"""The README's examples, run as printed on the checked-in output."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

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


def test_the_readme_has_a_client_call_and_a_validator_call() -> None:
    assert len(blocks("python")) == 2


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


def test_the_validator_call_works_as_printed() -> None:
    lines = run_python(blocks("python")[1]).splitlines()
    found = {tuple(line.split(" ", 3)[:3]) for line in lines}
    assert {(severity, pointer) for severity, pointer, _ in found} == {
        ("error", "/authenticationConfiguration"),
        ("error", "/id"),
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


@pytest.mark.parametrize("command", ["generate", "validate", "inspect", "review", "init", "config"])
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
