"""What the command says and offers to who types it: help, completion, misplaced options, quiet runs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from unit.cli.cli_run import CONFIGURATION, GOOD_CSDL, edmund, project


def test_help_is_a_word_too(tmp_path: Path) -> None:
    assert edmund(tmp_path, "help").out == edmund(tmp_path, "--help").out
    assert edmund(tmp_path, "help", "init").out == edmund(tmp_path, "init", "--help").out
    assert edmund(tmp_path, "help").code == 0


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("version", "edmund --version says"),
        ("-v", "--version says which"),
        ("--color", "goes behind a command"),
        ("--json", "goes behind a command"),
    ],
)
def test_what_is_meant_otherwise_is_told(tmp_path: Path, word: str, said: str) -> None:
    run = edmund(tmp_path, word, "generate")
    assert run.code == 2
    assert said in run.err


def completed(folder: Path, line: str) -> set[str]:
    words = line.split(" ")
    run = edmund(
        folder, COMP_WORDS=line, COMP_CWORD=str(len(words) - 1), _EDMUND_COMPLETE="bash_complete"
    )
    return {offered.partition(",")[2] for offered in run.out.splitlines() if offered}


def test_a_shell_completes_commands_targets_clients_and_rules(tmp_path: Path) -> None:
    project(tmp_path)
    assert completed(tmp_path, "edmund gen") == {"generate"}
    assert completed(tmp_path, "edmund generate --target p") == {"python", "php"}
    assert completed(tmp_path, "edmund generate s") == {"shop"}
    assert completed(tmp_path, "edmund review --client ") == {"shop"}
    assert completed(tmp_path, "edmund review --explain nullable-r") == {"nullable-relaxed"}


def test_completion_is_silent_where_nothing_can_be_found_out(tmp_path: Path) -> None:
    (tmp_path / "edmund.toml").write_text("[clients", "utf-8")
    assert completed(tmp_path, "edmund generate s") == set()


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_of_a_shell_is_printed(tmp_path: Path, shell: str) -> None:
    run = edmund(tmp_path, "completion", shell)
    assert run.code == 0
    assert f"_EDMUND_COMPLETE={shell}_complete" in run.out


def test_quiet_checks_print_a_line_and_no_diff(tmp_path: Path) -> None:
    project(tmp_path)
    run = edmund(tmp_path, "generate", "--check", "-q")
    assert run.code == 1
    assert len(run.out.splitlines()) == 1


def test_one_file_that_differs_is_one(tmp_path: Path) -> None:
    project(tmp_path)
    edmund(tmp_path, "generate")
    (tmp_path / "out/README.md").unlink()
    run = edmund(tmp_path, "generate", "--check", "-q")
    assert "1 file differs in out; `edmund generate` brings it up to date" in run.out


def test_a_run_that_changed_nothing_was_up_to_date(tmp_path: Path) -> None:
    project(tmp_path)
    edmund(tmp_path, "generate")
    made = json.loads(edmund(tmp_path, "generate", "--json", "--force").out)
    assert [client["up_to_date"] for client in made["clients"]] == [True]


def test_a_review_may_be_quiet_or_json(tmp_path: Path) -> None:
    project(tmp_path)
    changed = GOOD_CSDL.replace('Type="Edm.String" N', 'Type="Edm.Guid" N')
    (tmp_path / "new.csdl").write_text(changed, "utf-8")
    quiet = edmund(tmp_path, "review", "-q", "service.csdl", "new.csdl")
    assert (quiet.code, quiet.out, quiet.err) == (1, "", "")
    as_json = edmund(tmp_path, "review", "--json", "service.csdl", "new.csdl")
    assert json.loads(as_json.out)["new"] == "new.csdl"


@pytest.mark.parametrize(
    ("target", "table", "package"),
    [
        ("csharp", "[clients.Shop]", '"Shop"'),
        ("go", "[clients.shop-go]", '"example.com/shop-go"'),
        ("php", "[clients.Shop]", '"Shop"'),
    ],
)
def test_a_starter_is_called_as_its_language_calls_things(
    tmp_path: Path, target: str, table: str, package: str
) -> None:
    (tmp_path / "service.csdl").write_text(GOOD_CSDL, "utf-8")
    lines = edmund(tmp_path, "init", "service.csdl", "-t", target, "--stdout").out.splitlines()
    assert table in lines
    assert f"package = {package}" in lines


@pytest.mark.parametrize("folder", ["out", "out/inner", "./out/../out"])
def test_no_output_lies_in_another_one(tmp_path: Path, folder: str) -> None:
    project(tmp_path)
    second = CONFIGURATION.replace("[clients.shop]", "[clients.more]").replace(
        '"out"', f'"{folder}"'
    )
    (tmp_path / "edmund.toml").write_text(CONFIGURATION + second, "utf-8")
    run = edmund(tmp_path, "generate")
    assert run.code == 2
    assert "error[EDM607]" in run.err


def test_a_template_that_replaces_nothing_is_told_with_its_place(tmp_path: Path) -> None:
    project(tmp_path)
    misplaced = tmp_path / "own/python/client/README.md.jinja"
    misplaced.parent.mkdir(parents=True)
    misplaced.write_text("mine", "utf-8")
    (tmp_path / "own/client").mkdir()
    (tmp_path / "own/client/README.md.jinja").write_text('{% include "parts/top.jinja" %}', "utf-8")
    (tmp_path / "own/parts").mkdir()
    (tmp_path / "own/parts/top.jinja").write_text("mine", "utf-8")
    run = edmund(tmp_path, "generate", "--config", "edmund.toml")
    assert "EDM415" not in run.err
    text = CONFIGURATION + 'templates = "own"\n'
    (tmp_path / "edmund.toml").write_text(text, "utf-8")
    run = edmund(tmp_path, "generate")
    assert run.code == 0
    assert run.err.count("EDM415") == 1
    assert "put it at 'client/README.md.jinja'" in run.err
