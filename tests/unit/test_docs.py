"""The documentation: reference pages are what the code says, examples are what the command takes."""

import ast
import importlib.util
import re
import shlex
import subprocess
import sys
import tomllib
from importlib import import_module
from pathlib import Path
from types import ModuleType

import click
import pytest

from edmund.cli.group import _COMMANDS
from edmund.codes import CODES, GROUPS
from edmund.config import parse_configuration

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
PAGES = [ROOT / "README.md", *sorted(DOCS.glob("*.md"))]


def make_reference() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_reference", DOCS / "make_reference.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def blocks(page: Path, language: str) -> list[str]:
    pattern = rf"^```{language}\n(.*?)^```$"
    return re.findall(pattern, page.read_text("utf-8"), re.MULTILINE | re.DOTALL)


def test_reference_pages_are_up_to_date() -> None:
    there = {path.name: path.read_text("utf-8") for path in (DOCS / "reference").iterdir()}
    assert there == make_reference().pages(), "run `make docs`"


def test_the_script_says_what_is_out_of_date(tmp_path: Path) -> None:
    copy = tmp_path / "make_reference.py"
    copy.write_text((DOCS / "make_reference.py").read_text("utf-8"), "utf-8")

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, str(copy), *arguments]
        return subprocess.run(command, capture_output=True, text=True, check=False)

    assert run("--check").returncode == 1
    assert run().returncode == 0
    assert run("--check").returncode == 0
    page = tmp_path / "reference" / "diagnostics.md"
    page.write_text(page.read_text("utf-8") + "more\n", "utf-8")
    again = run("--check")
    assert again.returncode == 1
    assert "diagnostics.md" in again.stdout


def test_every_code_that_is_used_has_a_meaning_and_the_reverse() -> None:
    used: set[str] = set()
    for path in (ROOT / "generator" / "edmund").rglob("*.py"):
        if path.name == "codes.py":
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            text = getattr(node, "value", None) if isinstance(node, ast.Constant) else None
            if isinstance(text, str) and re.fullmatch(r"EDM\d{3}", text):
                used.add(text)
    assert used == set(CODES)
    assert list(CODES) == sorted(CODES)
    assert {code[3] for code in CODES} == set(GROUPS)
    for meaning in CODES.values():
        assert meaning
        assert not meaning.endswith(".")


def test_every_page_is_in_the_site_and_every_link_leads_somewhere() -> None:
    site = (ROOT / "mkdocs.yml").read_text("utf-8")
    listed = set(re.findall(r": (\S+\.md)$", site, re.MULTILINE))
    there = {path.relative_to(DOCS).as_posix() for path in DOCS.rglob("*.md")}
    assert listed == there
    for page in DOCS.rglob("*.md"):
        for target in re.findall(r"\]\(([^)#]+)", page.read_text("utf-8")):
            assert (page.parent / target).is_file(), f"{page.name}: {target}"


def test_the_site_needs_its_own_group_and_no_other_server() -> None:
    groups = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["dependency-groups"]
    assert any("mkdocs-material" in item for item in groups["docs"])
    assert not any("mkdocs" in item for item in groups["dev"])
    site = (ROOT / "mkdocs.yml").read_text("utf-8")
    assert "font: false" in site
    assert "http" not in site


def commands() -> list[tuple[str, str]]:
    """Every line that is typed at a prompt, and every recipe and rule that runs the command."""
    found = []
    for page in PAGES:
        for block in (b for kind in ("console", "make", "ninja") for b in blocks(page, kind)):
            for line in block.replace("\\\n", " ").splitlines():
                match = re.search(r"\bedmund (?!install)\w+.*", line)
                typed = line.startswith(("$ edmund", "\t")) or "command =" in line
                if typed and match:
                    found.append((page.name, match.group()))
    return found


@pytest.mark.parametrize(("page", "line"), commands())
def test_examples_are_commands_that_there_are(page: str, line: str) -> None:
    words = shlex.split(line, comments=True)
    words = words[1 : words.index("&&") if "&&" in words else len(words)]
    command = getattr(import_module(_COMMANDS[words[0]][0]), words[0])
    rest = words[1:]
    if isinstance(command, click.Group):
        command, rest = command.commands[rest[0]], rest[1:]
    known = {name for parameter in command.params for name in parameter.opts}
    for word in rest:
        if word.startswith("--"):
            assert word.partition("=")[0] in known, f"{page}: {line}"


def test_enough_examples_are_found() -> None:
    assert len(commands()) >= 20


def test_configurations_in_the_documentation_load() -> None:
    """Each TOML example that is an edmund.toml; others belong to build backends and waivers."""
    loaded = 0
    for page in PAGES:
        for text in blocks(page, "toml"):
            tables = tomllib.loads(text)
            if tables.keys() & {"clients", "sources"}:
                parse_configuration(text.encode(), Path("edmund.toml"), shown=page.name)
                loaded += 1
    assert loaded >= 2
