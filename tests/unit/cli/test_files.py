"""Files that commands are asked to write: regular ones in one step, terminals and pipes as they are."""

from __future__ import annotations

import os
import stat
import sys
import threading
from pathlib import Path

import pytest
from unit.cli.cli_run import edmund

from edmund.cli.files import write_file
from edmund.diagnostics import EdmundError

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")
CSDL = """<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>
<Schema Namespace="s" xmlns="http://docs.oasis-open.org/odata/ns/edm"/></edmx:DataServices></edmx:Edmx>"""


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    path = tmp_path / "there"
    path.write_text("old")
    write_file(path, "new \ud800\n", "there", "EDM706")
    assert path.read_text("utf-8") == "new \\ud800\n"
    assert [p.name for p in tmp_path.iterdir()] == ["there"]


def test_a_terminal_stays_what_it_is() -> None:
    controller, terminal = os.openpty()
    try:
        path = Path(os.ttyname(terminal))
        write_file(path, "said", "terminal", "EDM706")
        assert os.read(controller, 100) == b"said"
        assert stat.S_ISCHR(path.stat().st_mode)
    finally:
        os.close(controller)
        os.close(terminal)


def test_a_review_goes_into_a_pipe(tmp_path: Path) -> None:
    pipe, source = tmp_path / "pipe", tmp_path / "s.xml"
    source.write_text(CSDL)
    os.mkfifo(pipe)
    read: list[str] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_text("utf-8")), daemon=True)
    reader.start()
    done = edmund(tmp_path, "review", str(source), str(source), "--output", str(pipe))
    reader.join(60)
    assert done.code == 0, done.err
    assert "no change" in read[0]
    assert stat.S_ISFIFO(pipe.stat().st_mode)


@pytest.mark.parametrize("kind", ["link to a file", "link to a pipe", "folder"])
def test_what_else_is_there_is_refused(kind: str, tmp_path: Path) -> None:
    path, other = tmp_path / "asked", tmp_path / "other"
    if kind == "folder":
        path.mkdir()
    else:
        os.mkfifo(other) if kind == "link to a pipe" else other.write_text("kept")
        path.symlink_to(other)
    with pytest.raises(EdmundError) as refused:
        write_file(path, "new", "asked", "EDM706")
    (found,) = refused.value.diagnostics
    assert found.message == "'asked' cannot be written: it is there and is no regular file"
    assert kind != "link to a file" or other.read_text() == "kept"
