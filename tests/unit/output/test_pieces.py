"""An output that has to stay the folder that it is: its folders are replaced whole, in a few renames."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from edmund.output import piecewise, steps
from edmund.output.destination import Destination
from edmund.output.manifest import MANIFEST_NAME
from edmund.output.steps import Places, Step, StepKind
from edmund.output.write import write_output

linked = pytest.mark.skipif(os.name == "nt", reason="links and pipes")


def made(count: int, text: str) -> dict[str, str]:
    files = {f"pkg/part{n % 7}/m{n}.py": f"{text} = {n}\n" for n in range(count)}
    return {**files, f"pkg/{text}.py": "", "README.md": text}


def tree(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text("utf-8")
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != MANIFEST_NAME
    }


@pytest.fixture
def taken(monkeypatch: pytest.MonkeyPatch) -> list[tuple[StepKind, str]]:
    """The steps that were made, in this process."""
    found: list[tuple[StepKind, str]] = []
    ready_steps = steps.ready_steps

    def note(all_steps: tuple[Step, ...], places: Places) -> Callable[[], None]:
        found.extend((step.kind, step.path) for step in all_steps)
        return ready_steps(all_steps, places)

    monkeypatch.setattr(piecewise, "ready_steps", note)
    monkeypatch.setattr(piecewise, "outlived", lambda prepare: False)
    return found


@pytest.mark.parametrize("count", [10, 400])
def test_the_number_of_renames_is_not_that_of_the_files(
    tmp_path: Path, taken: list[tuple[StepKind, str]], count: int
) -> None:
    destination = Destination(tmp_path / "out", tmp_path)
    (tmp_path / "out/.git").mkdir(parents=True)
    write_output(made(count, "old").items(), destination)
    taken.clear()
    write_output(made(count, "new").items(), destination)
    assert [path for _, path in taken] == ["README.md", "pkg", MANIFEST_NAME]
    assert tree(tmp_path / "out") == made(count, "new")


def test_what_has_to_stay_keeps_the_folders_above_it_alone(
    tmp_path: Path, taken: list[tuple[StepKind, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    destination = Destination(tmp_path / "out", tmp_path)
    write_output(made(30, "old").items(), destination)
    monkeypatch.chdir(tmp_path / "out/pkg/part3")
    write_output(made(30, "new").items(), destination)
    folders = {path for kind, path in taken if (tmp_path / "out" / path).is_dir()}
    assert folders == {f"pkg/part{n}" for n in (0, 1, 2, 4, 5, 6)}
    assert Path("m3.py").read_text("utf-8") == "new = 3\n"
    assert tree(tmp_path / "out") == made(30, "new")


@linked
def test_what_is_not_ours_is_carried_over(
    tmp_path: Path, taken: list[tuple[StepKind, str]]
) -> None:
    out = tmp_path / "out"
    (out / ".git").mkdir(parents=True)
    destination = Destination(out, tmp_path)
    write_output(made(30, "old").items(), destination)
    (out / "pkg/part2/own.py").write_text("own\n")
    (out / "pkg/empty").mkdir(mode=0o750)
    (out / "pkg/link").symlink_to("nowhere")
    (out / "gone").mkdir()
    inode = (out / "pkg/part2/own.py").stat().st_ino
    os.mkfifo(out / "pkg/part4/pipe")
    write_output(made(30, "new").items(), destination)
    pipe = out / "pkg/part4/pipe"
    assert pipe.is_fifo()
    pipe.unlink()
    assert tree(out) == {**made(30, "new"), "pkg/part2/own.py": "own\n"}
    assert (out / "pkg/part2/own.py").stat().st_ino == inode
    assert os.readlink(out / "pkg/link") == "nowhere"
    assert (out / "pkg/empty").is_dir() and (out / "gone").is_dir()


def test_a_folder_that_is_no_longer_made_goes_in_one_step(
    tmp_path: Path, taken: list[tuple[StepKind, str]]
) -> None:
    out = tmp_path / "out"
    (out / ".git").mkdir(parents=True)
    destination = Destination(out, tmp_path)
    write_output({**made(9, "old"), "b/c.py": "c\n", "b/d.py": "d\n"}.items(), destination)
    taken.clear()
    write_output(made(9, "old").items(), destination)
    assert [path for _, path in taken] == ["b", MANIFEST_NAME]
    assert taken[0][0] is StepKind.TAKE
    assert tree(out) == made(9, "old")
    assert not (out / "b").exists()


@pytest.mark.parametrize("late", ["pkg/late.txt", "pkg/part1/late.txt"])
def test_a_file_that_comes_at_the_last_moment_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, late: str
) -> None:
    out = tmp_path / "out"
    (out / ".git").mkdir(parents=True)
    destination = Destination(out, tmp_path)
    write_output(made(30, "old").items(), destination)

    def put(all_steps: tuple[Step, ...], places: Places) -> Callable[[], None]:
        (out / late).write_text("late\n")
        return steps.ready_steps(all_steps, places)

    monkeypatch.setattr(piecewise, "ready_steps", put)
    monkeypatch.setattr(piecewise, "outlived", lambda prepare: False)
    write_output(made(30, "new").items(), destination)
    assert tree(out) == {**made(30, "new"), late: "late\n"}


class Died(BaseException):
    """The machine stops."""


@pytest.mark.parametrize("steps_made", [0, 1, 2])
def test_what_changed_after_a_stop_is_in_the_completed_output(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, steps_made: int
) -> None:
    """Hand-written files that come, change or go between the stop and the next run."""
    out = tmp_path / "out"
    (out / ".git").mkdir(parents=True)
    destination = Destination(out, tmp_path)
    write_output(made(30, "old").items(), destination)
    for name in ("kept", "changed", "gone"):
        (out / f"pkg/{name}.txt").write_text("before\n")

    def stop(all_steps: tuple[Step, ...], places: Places) -> None:
        steps.ready_steps(all_steps[:steps_made], places)()
        raise Died

    with monkeypatch.context() as patched:
        patched.setattr(piecewise, "ready_steps", stop)
        patched.setattr(piecewise, "outlived", lambda prepare: False)
        with pytest.raises(Died):
            write_output(made(30, "new").items(), destination)
    (out / "pkg/changed.tmp").write_text("after\n")
    (out / "pkg/changed.tmp").rename(out / "pkg/changed.txt")
    (out / "pkg/gone.txt").unlink()
    (out / "pkg/come.txt").write_text("after\n")
    report = write_output(made(30, "new").items(), destination)
    assert report.recovered
    hand_written = {"kept": "before\n", "changed": "after\n", "come": "after\n"}
    if (
        steps_made == 2
    ):  # "pkg" was made: what is in the old one alone may have come at the last moment
        (out / "pkg/gone.txt").unlink()
    assert tree(out) == {
        **made(30, "new"),
        **{f"pkg/{name}.txt": text for name, text in hand_written.items()},
    }


def test_a_folder_that_can_no_longer_go_whole_after_a_stop(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody makes a repository in it: the run is taken back and made anew."""
    out = tmp_path / "out"
    (out / ".git").mkdir(parents=True)
    destination = Destination(out, tmp_path)
    write_output(made(30, "old").items(), destination)

    def stop(all_steps: tuple[Step, ...], places: Places) -> None:
        steps.ready_steps(all_steps[:1], places)()
        raise Died

    with monkeypatch.context() as patched:
        patched.setattr(piecewise, "ready_steps", stop)
        patched.setattr(piecewise, "outlived", lambda prepare: False)
        with pytest.raises(Died):
            write_output(made(30, "new").items(), destination)
    (out / "pkg/.git").mkdir()
    (out / "pkg/.git/config").write_text("x\n")
    report = write_output(made(30, "new").items(), destination)
    assert not report.recovered
    assert tree(out) == {**made(30, "new"), "pkg/.git/config": "x\n"}
