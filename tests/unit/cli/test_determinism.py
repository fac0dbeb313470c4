"""The same inputs give the same bytes, whatever the machine is like that makes them."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import pytest
from unit.cli.cli_run import EDMX

ROOT = Path(__file__).resolve().parents[3]
_TYPES = "".join(
    f'<EntityType Name="Thing{i}"><Key><PropertyRef Name="Id"/></Key>'
    f'<Property Name="Id" Type="Edm.String" Nullable="false"/>'
    f'<Property Name="Größe{i}" Type="shop.Kind"/>'
    f'<NavigationProperty Name="Others" Type="Collection(shop.Thing{(i * 7) % 150})"/></EntityType>\n'
    for i in range(150)
)
_SETS = "".join(f'<EntitySet Name="Things{i}" EntityType="shop.Thing{i}"/>' for i in range(150))
_KINDS = "".join(f'<Member Name="kind{i}"/>' for i in range(30))
MODEL = EDMX.replace(
    "BODY",
    f'{_TYPES}<EnumType Name="Kind">{_KINDS}</EnumType>'
    f'<EntityContainer Name="Shop">{_SETS}</EntityContainer>',
)
NOTES = EDMX.replace('Namespace="shop"', 'Namespace="notes"').replace(
    "BODY",
    "".join(
        f'<Annotations Target="shop.Thing{i}"><Annotation Term="Org.OData.Core.V1.Description"'
        f' String="Straße, İ and ß {i}"/></Annotations>'
        for i in range(150)
    ),
)
CONFIGURATION = """\
[clients.shop]
metadata = ["service.csdl", "notes.csdl"]
target = "python"
package = "shop"
output = "out/all"

[clients.some]
metadata = ["service.csdl", "notes.csdl"]
target = "python"
package = "some"
output = "out/some"
templates = "templates"
include_types = ["shop.Thing1"]
"""
# Folders are listed backwards, as another file system might.
BACKWARDS = """\
import os

class Backwards:
    def __init__(self, entries): self.entries = iter(entries)
    def __enter__(self): return self
    def __next__(self): return next(self.entries)
    def __exit__(self, *_): pass
    def close(self): pass
    def __iter__(self): return self

scandir, listdir = os.scandir, os.listdir

def listed(*given):
    with scandir(*given) as found:
        return Backwards(list(found)[::-1])

os.scandir = listed
os.listdir = lambda *given: listdir(*given)[::-1]
"""


def make_project(folder: Path) -> Path:
    folder.mkdir(parents=True)
    (folder / "edmund.toml").write_text(CONFIGURATION, "utf-8")
    (folder / "service.csdl").write_text(MODEL, "utf-8")
    (folder / "notes.csdl").write_text(NOTES, "utf-8")
    templates = folder / "templates"
    templates.mkdir(mode=0o755)
    for name in ("readme.jinja", "notice.txt", "a.jinja", "z.jinja"):
        (templates / name).write_text(f"{name}\n", "utf-8")
    return folder


@dataclass(frozen=True)
class Way:
    """How a run differs from the plain one."""

    name: str
    folder: str = "project"
    environment: dict[str, str] = field(default_factory=dict)
    umask: int = 0o022
    arguments: tuple[str, ...] = ()
    from_elsewhere: bool = False
    prepare: Callable[[Path], dict[str, str]] = lambda folder: {}


def _backwards(folder: Path) -> dict[str, str]:
    (folder / "site").mkdir()
    (folder / "site" / "sitecustomize.py").write_text(BACKWARDS, "utf-8")
    return {"PYTHONPATH": str(folder / "site")}


def _other_checkout(folder: Path) -> dict[str, str]:
    """Edmund itself, somewhere else."""
    ignore = shutil.ignore_patterns("__pycache__")
    for name in ("generator", "templates"):
        shutil.copytree(ROOT / name, folder / "edmund copy" / name, ignore=ignore)
    return {"PYTHONPATH": str(folder / "edmund copy" / "generator")}


WAYS = [
    *(
        Way(f"hash seed {seed}", environment={"PYTHONHASHSEED": seed})
        for seed in ("0", "1", "4711")
    ),
    Way("no locale", environment={"LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0"}),
    Way("no UTF-8", environment={"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}),
    Way("Turkish", environment={"LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"}),
    Way("time zone east", environment={"TZ": "Pacific/Kiritimati"}),
    Way("time zone west", environment={"TZ": "Etc/GMT+12"}),
    Way("another day", environment={"SOURCE_DATE_EPOCH": "1"}),
    Way("open umask", umask=0),
    Way("closed umask", umask=0o077),
    Way("from elsewhere", from_elsewhere=True),
    Way("other folder", folder="a/deep folder/with ümlaut #1"),
    Way("folders listed backwards", prepare=_backwards),
    Way("Edmund elsewhere", prepare=_other_checkout),
    Way("one process", arguments=("--jobs", "1")),
    Way("three processes", arguments=("--jobs", "3")),
    Way("continuous integration", environment={"CI": "true", "GITHUB_ACTIONS": "true"}),
]


def outcome(way: Way, base: Path) -> dict[str, tuple[int, bytes]]:
    """Every file that `edmund lock` and `edmund generate` leave behind, with its mode."""
    folder = make_project(base / way.folder)
    environment = {**os.environ, "NO_COLOR": "1", **way.environment, **way.prepare(base)}
    here = base if way.from_elsewhere else folder
    run = partial(
        subprocess.run,
        cwd=here,
        env=environment,
        umask=way.umask,
        capture_output=True,
        timeout=120,
        check=False,
    )
    config = ["--config", os.path.relpath(folder / "edmund.toml", here)]
    for command in (["lock", *config], ["generate", "--locked", *config, *way.arguments]):
        finished = run([sys.executable, "-m", "edmund", *command])
        assert finished.returncode == 0, (way.name, finished.stderr)
    made = {"edmund.lock": (0, (folder / "edmund.lock").read_bytes())}
    for path in sorted((folder / "out").rglob("*")):
        name = path.relative_to(folder).as_posix()
        made[name] = (path.stat().st_mode, path.read_bytes() if path.is_file() else b"")
    return made


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[int, bytes]]:
    made = outcome(Way("plain"), tmp_path_factory.mktemp("plain"))
    files = [name for name in made if name.startswith("out/all/")]
    assert len(files) > 420, "enough to be rendered by several processes"
    return made


@pytest.mark.xdist_group("determinism")
@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.name)
def test_same_bytes(way: Way, plain: dict[str, tuple[int, bytes]], tmp_path: Path) -> None:
    made = outcome(way, tmp_path)
    assert made.keys() == plain.keys()
    assert [name for name in made if made[name] != plain[name]] == []


def test_the_variations_take_effect(tmp_path: Path) -> None:
    """Without this, a variation that does nothing would prove nothing."""
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()
    show = "import os, edmund; print(edmund.__file__); print([e.name for e in os.scandir('.')])"

    def told(**environment: str) -> list[str]:
        command = [sys.executable, "-c", show]
        shown = subprocess.run(
            command,
            cwd=tmp_path,
            env={**os.environ, **environment},
            capture_output=True,
            check=True,
        )
        return shown.stdout.decode().splitlines()

    plain_file, order = told()
    assert told(**_backwards(tmp_path))[1] != order
    copied = told(**_other_checkout(tmp_path))[0]
    assert copied.startswith(str(tmp_path))
    assert copied != plain_file
