"""Hostile output folders, names and inputs: each case of the list that concerns writing and fetching.

The ids are those of the list of hostile inputs that the project keeps beside its checkout; a test
makes sure that none of them is left out here.
"""

import json
import os
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from shared_material import SHARED, needs_shared

CSDL = """<?xml version="1.0"?>
<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>
<Schema Namespace="shop" xmlns="http://docs.oasis-open.org/odata/ns/edm">
<EntityType Name="Thing"><Key><PropertyRef Name="Id"/></Key>
<Property Name="Id" Type="Edm.String" Nullable="false"/></EntityType>
<EntityContainer Name="Shop"><EntitySet Name="Things" EntityType="shop.Thing"/></EntityContainer>
</Schema></edmx:DataServices></edmx:Edmx>
"""
CANARY = "CANARY_7F3A\n"
# The module of the one entity type, below the output folder.
THING = "shop/generated/models/thing.py"

Cases = dict[str, Callable[[Path], None]]
CASES: Cases = {}


def case(*ids: str) -> Callable[[Callable[[Path], None]], Callable[[Path], None]]:
    def register(function: Callable[[Path], None]) -> Callable[[Path], None]:
        CASES.update(dict.fromkeys(ids, function))
        return function

    return register


def generate(
    folder: Path, *options: str, output: str = "out", env: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Generate from `folder`/project/service.csdl with that folder as the current one."""
    project = folder / "project"
    project.mkdir(exist_ok=True)
    if not (project / "service.csdl").exists():
        (project / "service.csdl").write_text(CSDL, "utf-8")
    return subprocess.run(
        [
            *(sys.executable, "-m", "edmund", "generate", "--metadata", "service.csdl"),
            *("--target", "python", "--package", "shop", "--output", output, *options),
        ],
        cwd=project,
        env={**os.environ, "NO_COLOR": "1", **(env or {})},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def refused(finished: subprocess.CompletedProcess[str], *codes: str) -> None:
    assert finished.returncode == 2, finished.stderr
    assert any(f"error[{code}]" in finished.stderr for code in codes), finished.stderr
    assert "Traceback" not in finished.stderr


def done(finished: subprocess.CompletedProcess[str]) -> None:
    assert finished.returncode == 0, finished.stderr


def canary(folder: Path) -> Path:
    path = folder / "canary.txt"
    path.write_text(CANARY, "utf-8")
    return path


def snapshot(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and ".edmund-cache" not in path.parts
    }


@case("SEC-276")
def output_is_a_symlink(folder: Path) -> None:
    (folder / "elsewhere").mkdir()
    (folder / "elsewhere/file.txt").write_text(CANARY)
    (folder / "project").mkdir()
    (folder / "project/out").symlink_to(folder / "elsewhere")
    refused(generate(folder), "EDM503")
    assert snapshot(folder / "elsewhere") == {"file.txt": CANARY.encode()}
    # A link above the output, below the project, is no better.
    refused(generate(folder, output="out/deep"), "EDM503")
    assert snapshot(folder / "elsewhere") == {"file.txt": CANARY.encode()}


@case("SEC-278")
def generated_file_is_a_symlink(folder: Path) -> None:
    target = canary(folder)
    done(generate(folder))
    thing = folder / "project/out" / THING
    thing.unlink()
    thing.symlink_to(target)
    for options in ([], ["--force"]):
        refused(generate(folder, "--package", "shop", *options), "EDM503")
        assert target.read_text() == CANARY
        assert thing.is_symlink()


@case("SEC-279")
def generated_file_is_a_hard_link(folder: Path) -> None:
    target = canary(folder)
    done(generate(folder))
    thing = folder / "project/out" / THING
    thing.unlink()
    os.link(target, thing)
    refused(generate(folder), "EDM505")
    assert target.read_text() == CANARY
    done(generate(folder, "--force"))
    assert target.read_text() == CANARY
    assert thing.stat().st_ino != target.stat().st_ino


@case("SEC-281")
def foreign_files_stay(folder: Path) -> None:
    done(generate(folder))
    out = folder / "project/out"
    (out / ".git").mkdir()
    foreign = {".git/config": "[core]\n", "notes.txt": "notes\n", "shop/hand_written.py": "x = 1\n"}
    for name, text in foreign.items():
        (out / name).write_text(text)
    service = folder / "project/service.csdl"
    service.write_text(CSDL.replace("Thing", "Item").replace("Things", "Items"))
    done(generate(folder))
    now = snapshot(out)
    assert not (out / THING).exists()
    assert {name: now[name].decode() for name in foreign} == foreign


@case("SEC-282")
def edited_file_is_kept(folder: Path) -> None:
    done(generate(folder))
    thing = folder / "project/out" / THING
    thing.write_text("# mine\n")
    finished = generate(folder)
    refused(finished, "EDM505")
    assert THING in finished.stderr
    assert thing.read_text() == "# mine\n"


@case("SEC-284")
def places_that_are_never_an_output(folder: Path) -> None:
    project = folder / "project"
    (project / ".git").mkdir(parents=True)
    (project / "sub").mkdir()
    before = snapshot(folder)
    home = folder / "home"
    home.mkdir()
    for output in ("/", str(home), str(folder), ".", "..", str(project), "sub/.."):
        refused(generate(folder, output=output, env={"HOME": str(home)}), "EDM502")
    (project / "sub/service.csdl").write_text(CSDL)
    refused(generate(folder, "--metadata", "sub/service.csdl", output="sub"), "EDM502")
    assert set(snapshot(folder)) == set(before) | {
        "project/service.csdl",
        "project/sub/service.csdl",
    }


@case("SEC-285")
def another_output_inside_stays(folder: Path) -> None:
    done(generate(folder))
    done(generate(folder, "--package", "inner", output="out/inner"))
    inner = snapshot(folder / "project/out/inner")
    service = folder / "project/service.csdl"
    service.write_text(CSDL.replace("Thing", "Item"))
    done(generate(folder))
    assert snapshot(folder / "project/out/inner") == inner


@case("SEC-287")
def modes_do_not_follow_the_umask(folder: Path) -> None:
    before = os.umask(0)
    try:
        done(generate(folder))
    finally:
        os.umask(before)
    for path in (folder / "project/out").rglob("*"):
        assert stat.S_IMODE(path.stat().st_mode) == (0o755 if path.is_dir() else 0o644), path
    cache = folder / "project/.edmund-cache"
    assert stat.S_IMODE(cache.stat().st_mode) == 0o700


@case("SEC-288")
def input_file_name_does_not_reach_code(folder: Path) -> None:
    project = folder / "project"
    project.mkdir()
    name = "a\nCANARY_7F3A = 1.xml"
    (project / name).write_text(CSDL)
    finished = generate(folder, "--metadata", name)
    # The same types twice: the message names the file, on one line, and nothing is written.
    assert finished.returncode == 2
    assert "a\\nCANARY_7F3A = 1.xml" in finished.stderr
    (project / "service.csdl").write_text(
        CSDL.replace("shop", "shelf").replace('Name="Shop"', 'Name="S"')
    )
    finished = generate(folder, "--metadata", name)
    assert "\nCANARY" not in finished.stderr + finished.stdout
    for content in snapshot(project / "out").values() if (project / "out").exists() else ():
        assert b"CANARY_7F3A" not in content


@case("SEC-290", "SEC-341")
def same_bytes_everywhere(folder: Path) -> None:
    trees = []
    variants = [
        {"PYTHONHASHSEED": "0", "TZ": "UTC", "LC_ALL": "C"},
        {
            "PYTHONHASHSEED": "4242",
            "TZ": "Asia/Kathmandu",
            "LC_ALL": "tr_TR.UTF-8",
            "LANG": "tr_TR",
        },
    ]
    for number, env in enumerate(variants):
        place = folder / f"place {number}" / ("deep" * number)
        place.mkdir(parents=True)
        done(generate(place, "--jobs", str(number + 1), env=env))
        trees.append(snapshot(place / "project/out"))
    assert trees[0] == trees[1]
    assert trees[0]


@case("SEC-338")
def metadata_cannot_name_code(folder: Path) -> None:
    project = folder / "project"
    project.mkdir()
    annotation = (
        '<Annotation Term="edmund.plugin" String="os:system"/>'
        '<Annotation Term="edmund.template" String="../../canary.txt"/>'
    )
    (project / "service.csdl").write_text(CSDL.replace("</Schema>", annotation + "</Schema>"))
    canary(folder)
    done(generate(folder))
    for content in snapshot(project / "out").values():
        assert b"os:system" not in content
        assert b"CANARY_7F3A" not in content


@case("SEC-339")
def templates_are_code(folder: Path) -> None:
    project = folder / "project"
    templates = project / "templates"
    templates.mkdir(parents=True)
    (templates / "x.j2").write_text("x\n")
    templates.chmod(0o777)
    refused(generate(folder, "--templates", "templates"), "EDM610")
    templates.chmod(0o755)
    (templates / "x.j2").chmod(0o666)
    refused(generate(folder, "--templates", "templates"), "EDM610")
    (templates / "x.j2").chmod(0o644)
    refused(
        generate(folder, "--templates", "templates", output="templates/out"), "EDM502", "EDM610"
    )
    (templates / "link.j2").symlink_to(canary(folder))
    refused(generate(folder, "--templates", "templates"), "EDM610")
    (templates / "link.j2").unlink()
    done(generate(folder, "--templates", "templates"))


@case("SEC-342")
def environment_does_not_reach_output(folder: Path) -> None:
    secret = "CANARY_7F3A_SECRET"
    finished = generate(folder, env={"SECRET_CANARY": secret, "GITHUB_TOKEN": secret})
    done(finished)
    assert secret not in finished.stdout + finished.stderr
    for content in snapshot(folder / "project").values():
        assert secret.encode() not in content


@pytest.mark.parametrize("identifier", sorted(CASES))
def test_case(identifier: str, tmp_path: Path) -> None:
    CASES[identifier](tmp_path)


# Cases about a fetch are with the command: tests/unit/cli/test_fetch.py.
FETCH_CASES = {"SEC-051", "SEC-053", "SEC-335", "SEC-336"}


@needs_shared
@pytest.mark.shared
def test_no_case_is_left_out() -> None:
    cases = json.loads((SHARED / "security/cases.json").read_text("utf-8"))
    mine = ("output-tree", "supply-chain", "ref-redirect", "ref-size")
    wanted = {c["id"] for c in cases if c["format"] == "client" and c["class"] in mine}
    assert wanted
    assert wanted <= set(CASES) | FETCH_CASES
