"""The GitHub Action's script, run as the runner runs it; and what the manifests name exists."""

import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = ROOT / ".github/action/run.sh"
PROJECT = Path(__file__).resolve().parent / "hatch_project"

pytestmark = pytest.mark.skipif(
    not all(map(shutil.which, ("bash", "git"))), reason="needs bash and git"
)


def git(folder: Path, *arguments: str) -> str:
    command = ("git", "-c", "user.name=t", "-c", "user.email=t@example.com", *arguments)
    return subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True).stdout


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A committed project with its output up to date."""
    folder = tmp_path / "a project"
    shutil.copytree(PROJECT, folder)
    (folder / ".gitignore").write_text("/.edmund-cache/\n")
    subprocess.run([sys.executable, "-m", "edmund", "generate", "-q"], cwd=folder, check=True)
    git(folder, "init", "--quiet")
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "-m", "first")
    return folder


def act(folder: Path, **inputs: str) -> tuple[int, str, str]:
    """Run the script; give its code, output and summary."""
    summary = folder.parent / "summary.md"
    summary.write_text("")
    environment = {
        **os.environ,
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "GITHUB_ACTIONS": "true",
        "GITHUB_STEP_SUMMARY": str(summary),
        "NO_COLOR": "1",
        **inputs,
    }
    finished = subprocess.run(
        ["bash", SCRIPT],
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
        timeout=120,
    )
    return finished.returncode, finished.stdout, summary.read_text()


def test_up_to_date(repository: Path) -> None:
    code, out, summary = act(repository)
    assert code == 0, out
    assert "up to date" in summary


def test_drift_fails_and_annotates(repository: Path) -> None:
    csdl = repository / "shop.csdl"
    csdl.write_text(csdl.read_text().replace("price", "cost"))
    code, out, summary = act(repository)
    assert code == 1
    assert "out of date" in summary
    assert re.search(r"^::error file=generated/.*article\.py,title=EDM510::", out, re.M)
    assert act(repository, EDMUND_CHECK="false")[0] == 0


def test_a_breaking_change_fails_and_is_in_the_summary(repository: Path) -> None:
    base = git(repository, "rev-parse", "HEAD").strip()
    csdl = repository / "shop.csdl"
    csdl.write_text(csdl.read_text().replace("price", "cost"))
    subprocess.run([sys.executable, "-m", "edmund", "generate", "-q"], cwd=repository, check=True)
    code, out, summary = act(repository, EDMUND_BASE=base)
    assert code == 1, out
    assert "up to date" in summary
    assert "shop.article" in summary
    assert act(repository, EDMUND_BASE=base, EDMUND_FAIL_ON="none")[0] == 0
    assert "shop.article" not in act(repository, EDMUND_BASE=base, EDMUND_REVIEW="false")[2]


def test_what_cannot_be_loaded_is_no_finding(repository: Path) -> None:
    base = git(repository, "rev-parse", "HEAD").strip()
    (repository / "shop.csdl").write_text("<broken")
    code, _, summary = act(repository, EDMUND_BASE=base)
    assert code == 2
    assert "could not be checked" in summary


@pytest.mark.parametrize(
    "base", ["--upload-pack=touch pwned", "-f", "HEAD:x", "+HEAD:refs/heads/made", "a b"]
)
def test_a_base_is_never_an_option(repository: Path, base: str) -> None:
    code, out, _ = act(repository, EDMUND_CHECK="false", EDMUND_BASE=base)
    assert code == 2, out
    assert "::error::" in out
    assert not (repository / "pwned").exists()
    assert "made" not in git(repository, "branch")


@pytest.mark.parametrize("inputs", [{"EDMUND_FAIL_ON": "--help"}, {"EDMUND_CONFIG": "--help"}])
def test_no_other_input_is_an_option(repository: Path, inputs: dict[str, str]) -> None:
    code, out, _ = act(repository, EDMUND_BASE="HEAD", **inputs)
    assert code == 2, out
    assert "Usage:" not in out


def test_a_branch_of_the_origin_is_a_base(repository: Path) -> None:
    clone = repository.parent / "clone"
    git(repository, "branch", "topic")
    git(repository.parent, "clone", "--quiet", "--single-branch", str(repository), str(clone))
    csdl = clone / "shop.csdl"
    csdl.write_text(csdl.read_text().replace("price", "cost"))
    code, out, summary = act(clone, EDMUND_CHECK="false", EDMUND_BASE="topic")
    assert code == 1, out
    assert "shop.article" in summary


def test_what_the_action_installs_is_pinned() -> None:
    pins = (ROOT / ".github/action/constraints.txt").read_text("utf-8")
    pinned = set(re.findall(r"^([a-z0-9-]+)==[0-9.]+$", pins, re.M))
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    needed = [*project["project"]["dependencies"], *project["build-system"]["requires"]]
    assert {re.split(r"[^a-z0-9-]", need)[0] for need in needed} <= pinned
    assert "constraints.txt" in (ROOT / "action.yml").read_text("utf-8")


def test_manifests_name_what_is_there() -> None:
    action = (ROOT / "action.yml").read_text("utf-8")
    assert ".github/action/run.sh" in action
    # An expression inside a script would let a branch name become a command.
    for line in action.splitlines():
        if line.strip().startswith("run:"):
            assert "${{" not in line
    hooks = (ROOT / ".pre-commit-hooks.yaml").read_text("utf-8")
    assert re.findall(r"^- id: (\S+)$", hooks, re.M) == [
        "edmund-generate",
        "edmund-check",
        "edmund-review",
    ]
    for entry in re.findall(r"^  entry: edmund (.+)$", hooks, re.M):
        finished = subprocess.run(
            [sys.executable, "-m", "edmund", *entry.split(), "--help"],
            check=False,
            capture_output=True,
        )
        assert finished.returncode == 0, entry
