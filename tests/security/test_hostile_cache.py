"""A scratch folder that came with the checkout: nothing in it moves or deletes a file elsewhere."""

import json
import os
import shutil
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from edmund.output.destination import Destination, WorkFolder, work_folder
from edmund.output.manifest import digest
from edmund.output.write import write_output

OLD = {"pkg/one.py": "one = 1\n"}
NEW = {"pkg/one.py": "one = 2\n"}
VICTIM = "precious\n"


def _exchange(work: WorkFolder, out: Path) -> None:
    (out / "link").symlink_to("../elsewhere")
    (work.stage / "link").mkdir(parents=True)
    (work.stage / "link" / "hook").write_text("pwned\n")
    work.exchange.write_text('{"stage": 1, "files": [], "links": []}')


def _exchange_with_inode(work: WorkFolder, out: Path) -> None:
    _exchange(work, out)
    inode = work.stage.stat().st_ino
    text = {"stage": 1, "output": inode, "files": [], "links": [], "seal": "1-1-0-0"}
    work.exchange.write_text(json.dumps(text))


def _exchange_without_lists(work: WorkFolder, out: Path) -> None:
    work.stage.mkdir()
    work.exchange.write_text('{"stage": 1}')


def _journal_deletes(work: WorkFolder, out: Path) -> None:
    (out / "link").symlink_to("../elsewhere")
    known = {"link/victim": digest(VICTIM.encode())}
    text = {"moves": [], "deletions": ["link/victim"], "before": known, "after": {}, "format": 1}
    work.journal.write_text(json.dumps(text))


def _journal_moves(work: WorkFolder, out: Path) -> None:
    (out / "link").symlink_to("../elsewhere")
    (work.stage / "link").mkdir(parents=True)
    (work.stage / "link" / "hook").write_text("pwned\n")
    text = {"moves": ["link/hook"], "deletions": [], "before": {}, "after": {}, "format": 1}
    work.journal.write_text(json.dumps(text))


def _stage_is_a_link(work: WorkFolder, out: Path) -> None:
    work.stage.symlink_to(out.parent / "elsewhere")


def _links_for_what_is_written(work: WorkFolder, out: Path) -> None:
    for name in ("state.new", "state.json", "state.clock", "journal.new", "exchange.new"):
        (work.folder / name).unlink(missing_ok=True)
        (work.folder / name).symlink_to(out.parent / "elsewhere" / "victim")
    ignore = work.folder.parent / ".gitignore"
    ignore.unlink()
    ignore.symlink_to(out.parent / "elsewhere" / "made")


def _endless(work: WorkFolder, out: Path) -> None:
    for path in (work.exchange, work.journal):
        path.symlink_to("/dev/zero")
    work.state.unlink()
    os.mkfifo(work.state)


def _folders(work: WorkFolder, out: Path) -> None:
    for path in (work.exchange, work.journal):
        path.mkdir()
        (path / "file").write_text("")


CASES = (
    _exchange,
    _exchange_with_inode,
    _exchange_without_lists,
    _journal_deletes,
    _journal_moves,
    _stage_is_a_link,
    _links_for_what_is_written,
    _endless,
    _folders,
)


@pytest.mark.skipif(os.name == "nt", reason="links and pipes")
@pytest.mark.parametrize("copied", [False, True], ids=["added to ours", "in a clone"])
@pytest.mark.parametrize("spoil", CASES, ids=lambda case: case.__name__.strip("_"))
def test_nothing_happens_elsewhere_and_the_run_succeeds(
    tmp_path: Path, spoil: Callable[[WorkFolder, Path], None], copied: bool
) -> None:
    root = tmp_path / "origin"
    (root / "elsewhere").mkdir(parents=True)
    (root / "elsewhere" / "victim").write_text(VICTIM)
    destination = Destination(root / "out", root)
    write_output(OLD.items(), destination)
    spoil(work_folder(destination), root / "out")
    if copied:
        clone = tmp_path / "clone"
        ignored = shutil.ignore_patterns("state.json") if spoil is _endless else None
        shutil.copytree(root, clone, symlinks=True, ignore=ignored)
        root, destination = clone, Destination(clone / "out", clone)
    report = write_output(NEW.items(), destination)
    assert not report.recovered
    assert (root / "out/pkg/one.py").read_text() == NEW["pkg/one.py"]
    assert os.listdir(root / "elsewhere") == ["victim"]
    assert (root / "elsewhere/victim").read_text() == VICTIM


def test_a_sealed_journal_is_not_followed_through_a_link(tmp_path: Path) -> None:
    """A run that died here; then a folder of the output was replaced by a link."""
    from edmund.diagnostics import EdmundError
    from edmund.output.exclusive import exclusive
    from edmund.output.journal import Journal, save_journal
    from edmund.output.steps import Step, StepKind

    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere/victim").write_text(VICTIM)
    destination = Destination(tmp_path / "out", tmp_path)
    write_output(OLD.items(), destination)
    work = work_folder(destination)
    (tmp_path / "out/link").symlink_to("../elsewhere")
    with exclusive(work.lock, timeout=1, waiting=lambda: None) as seal:
        known = {"link/victim": digest(VICTIM.encode())}
        steps = (Step(StepKind.TAKE, "link/victim", 0),)
        save_journal(work.journal, Journal(steps, known, {}), seal)
    with pytest.raises(EdmundError) as failure:
        write_output(NEW.items(), destination)
    assert {d.code for d in failure.value.diagnostics} == {"EDM503"}
    assert (tmp_path / "elsewhere/victim").read_text() == VICTIM


@pytest.mark.skipif(os.name == "nt", reason="umask")
def test_a_umask_that_takes_all_rights(tmp_path: Path) -> None:
    before = os.umask(0o777)
    try:
        write_output(OLD.items(), Destination(tmp_path / "out", tmp_path))
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / ".edmund-cache").stat().st_mode) == 0o700
    assert stat.S_IMODE((tmp_path / "out/pkg").stat().st_mode) == 0o755
