"""Warnings: refused by --strict, silenced by code, one line for each code, and only those of the slice."""

import json
from pathlib import Path

import pytest
from unit.cli.cli_run import CONFIGURATION, EDMX, edmund

# Two bindings that lead nowhere, on different sets; a default that is no literal, in a type of neither.
FLAWED = EDMX.replace(
    "BODY",
    '<EntityType Name="Good"><Key><PropertyRef Name="Id"/></Key>\n'
    '<Property Name="Id" Type="Edm.String" Nullable="false"/></EntityType>\n'
    '<EntityType Name="Other"><Key><PropertyRef Name="Id"/></Key>\n'
    '<Property Name="Id" Type="Edm.String" Nullable="false"/>\n'
    '<Property Name="Size" Type="Edm.Int32" DefaultValue="large"/></EntityType>\n'
    '<EntityContainer Name="Shop"><EntitySet Name="Goods" EntityType="shop.Good">\n'
    '<NavigationPropertyBinding Path="Missing" Target="Goods"/></EntitySet>\n'
    '<EntitySet Name="Others" EntityType="shop.Other">\n'
    '<NavigationPropertyBinding Path="Missing" Target="Others"/>\n'
    '<NavigationPropertyBinding Path="Absent" Target="Others"/></EntitySet></EntityContainer>',
)
SELECTED = 'include_paths = ["/Goods/**"]\n'


def flawed(folder: Path, more: str = "") -> Path:
    (folder / "edmund.toml").write_text(CONFIGURATION + more, "utf-8")
    (folder / "service.csdl").write_text(FLAWED, "utf-8")
    return folder


def codes_of(out: str) -> list[tuple[str, str]]:
    return sorted((d["code"], d["severity"]) for d in json.loads(out)["diagnostics"])


def test_warnings_of_one_code_are_one_line(tmp_path: Path) -> None:
    run = edmund(flawed(tmp_path), "generate")
    assert run.code == 0
    told = run.err.splitlines()
    assert [line.partition("warning[")[2][:6] for line in told] == ["EDM136", "EDM222"]
    assert told[1].endswith("(and 2 more EDM222: --verbose shows them)")


def test_verbose_shows_each(tmp_path: Path) -> None:
    run = edmund(flawed(tmp_path), "generate", "--verbose")
    assert run.err.count("warning[EDM222]") == 3
    assert "more EDM222" not in run.err


def test_programs_get_each(tmp_path: Path) -> None:
    run = edmund(flawed(tmp_path), "generate", "--json")
    assert codes_of(run.out) == [("EDM136", "warning"), *[("EDM222", "warning")] * 3]


def test_only_what_is_in_the_slice_is_told(tmp_path: Path) -> None:
    run = edmund(flawed(tmp_path, SELECTED), "generate", "--json")
    assert codes_of(run.out) == [("EDM222", "warning")]


@pytest.mark.parametrize(
    ("configured", "given", "code", "errors"),
    [
        ("", ("--strict",), 2, ["EDM136", "EDM222", "EDM222", "EDM222"]),
        ("strict = true\n", (), 2, ["EDM136", "EDM222", "EDM222", "EDM222"]),
        ("strict = true\n", ("--ignore", "EDM222"), 2, ["EDM136"]),
        ('strict = true\nignore = ["EDM222"]\n', (), 2, ["EDM136"]),
        ('ignore = ["EDM222"]\n', ("--strict", "--ignore", "EDM136"), 0, []),
        # What is wrong outside the slice is nothing to it.
        ("strict = true\n" + SELECTED, (), 2, ["EDM222"]),
        (SELECTED, ("--strict", "--ignore", "EDM222"), 0, []),
    ],
)
def test_strict_refuses_what_is_not_ignored(
    tmp_path: Path, configured: str, given: tuple[str, ...], code: int, errors: list[str]
) -> None:
    folder = flawed(tmp_path, configured)
    run = edmund(folder, "generate", "--json", *given)
    assert run.code == code
    assert codes_of(run.out) == [(error, "error") for error in errors]
    assert (folder / "out").exists() is (code == 0)


def test_an_output_that_was_made_with_warnings_is_not_up_to_date_for_strict(tmp_path: Path) -> None:
    folder = flawed(tmp_path)
    assert edmund(folder, "generate", "-q").code == 0
    assert edmund(folder, "generate", "--strict").code == 2
    assert edmund(folder, "generate", "--check").code == 0


def test_ignored_codes_are_not_told_and_errors_are_never_ignored(tmp_path: Path) -> None:
    folder = flawed(tmp_path, 'ignore = ["EDM222", "EDM203"]\n')
    run = edmund(folder, "generate", "--json")
    assert codes_of(run.out) == [("EDM136", "warning")]
    (folder / "service.csdl").write_text(FLAWED.replace("Edm.Int32", "shop.Gone"), "utf-8")
    run = edmund(folder, "generate", "--json")
    assert run.code == 2
    assert codes_of(run.out) == [("EDM203", "error")]


@pytest.mark.parametrize(
    "command",
    [
        ("inspect", "-m", "service.csdl", "shop.Good"),
        ("inspect", "shop.Good"),
        ("validate", "-m", "service.csdl", "--type", "shop.Good", "body.json"),
        ("validate", "--type", "shop.Good", "body.json"),
        ("review", "service.csdl", "service.csdl"),
    ],
)
def test_other_commands_refuse_warnings_too(tmp_path: Path, command: tuple[str, ...]) -> None:
    folder = flawed(tmp_path)
    (folder / "body.json").write_text('{"Id": "1"}')
    assert edmund(folder, *command).code == 0
    run = edmund(folder, *command, "--strict", "--ignore", "EDM136")
    assert run.code == 2
    assert "error[EDM222]" in run.err
    assert "EDM136" not in run.err
    assert (
        edmund(folder, *command, "--strict", "--ignore", "EDM136", "--ignore", "EDM222").code == 0
    )


@pytest.mark.parametrize("wrong", ['strict = "yes"', "ignore = 222", "ignore = []"])
def test_settings_of_another_type_are_refused(tmp_path: Path, wrong: str) -> None:
    run = edmund(flawed(tmp_path, wrong + "\n"), "generate")
    assert run.code == 2
    assert "EDM604" in run.err
