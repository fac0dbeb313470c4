"""Whose configuration and templates are used: this user's, and those that nobody else may write."""

import os
from pathlib import Path

import pytest

from edmund.build.recipe import check_templates
from edmund.config import Client, find_configuration
from edmund.diagnostics import EdmundError

pytestmark = pytest.mark.skipif(
    os.name != "posix" or os.geteuid() != 0, reason="only root can give a file away"
)

OTHER = 54321


@pytest.fixture
def below(tmp_path: Path) -> Path:
    (tmp_path / "edmund.toml").write_text("[clients]\n")
    folder = tmp_path / "below"
    folder.mkdir()
    return folder


def test_the_search_ends_where_the_owner_changes(below: Path) -> None:
    assert find_configuration(below) == below.parent / "edmund.toml"
    for path in (below.parent, below.parent / "edmund.toml"):
        os.chown(path, OTHER, OTHER)
    assert find_configuration(below) is None


def test_a_configuration_of_another_user_is_refused(
    below: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    os.chown(below.parent / "edmund.toml", OTHER, OTHER)
    with pytest.raises(EdmundError, match="EDM615"):
        find_configuration(below)
    monkeypatch.setenv("EDMUND_TRUSTED_OWNERS", f"7,{OTHER}")
    assert find_configuration(below) is not None


@pytest.mark.parametrize("mode, group", [(0o666, 0), (0o664, OTHER)])
def test_a_configuration_that_others_may_write_is_refused(
    below: Path, mode: int, group: int
) -> None:
    path = below.parent / "edmund.toml"
    os.chown(path, 0, group)
    path.chmod(mode)
    with pytest.raises(EdmundError, match="EDM615"):
        find_configuration(below)
    path.chmod(0o644)
    assert find_configuration(below) == path


@pytest.mark.parametrize("what", ["owner", "group", "pipe"])
def test_templates_of_others_are_refused(tmp_path: Path, what: str) -> None:
    folder = tmp_path / "templates"
    (folder / "models").mkdir(parents=True)
    template = folder / "models/model.py.jinja"
    template.write_text("x = 1\n")
    client = Client(
        "t", (), "python", "x", tmp_path / "out", templates=folder, settings={}, origins={}
    )
    check_templates(client)
    if what == "owner":
        os.chown(template, OTHER, OTHER)
    elif what == "group":
        os.chown(template.parent, 0, OTHER)
        template.parent.chmod(0o775)
    else:
        template.unlink()
        os.mkfifo(template)
    with pytest.raises(EdmundError, match="EDM610"):
        check_templates(client)
