"""Runs that die: the old output or the new one is there, whole, and the next run completes."""

import os
import signal
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from edmund.diagnostics import EdmundError
from edmund.output.destination import Destination, work_folder
from edmund.output.manifest import MANIFEST_NAME, load_manifest
from edmund.output.write import WriteReport, write_output

OLD = {f"pkg/m{number}.py": f"old = {number}\n" for number in range(6)}
NEW = {f"pkg/m{number}.py": f"new = {number}\n" for number in range(3, 9)}
SAME = {"pkg/same.py": "same\n"}
FOREIGN = {"notes.txt": "notes\n", "pkg/data/own.txt": "own\n"}

# For each call that changes the file system: a process of its own is killed before it, in a folder of its own.
_SCRIPT = """
    import itertools, os, signal, sys
    from pathlib import Path
    from edmund.output import pieces, scratch, staging, steps, swap
    from edmund.output.destination import Destination
    from edmund.output.exchange import ExchangeUnsupported
    from edmund.output.write import write_output

    ways, last = sys.argv[1], int(sys.argv[2])
    count = 0

    def refuse(one, other):
        raise ExchangeUnsupported

    def refuse_folders(staged, target, retired):
        raise steps.CannotTrade

    def die_before(fatal, way):
        def mortal(function):
            def call(*args, **kwargs):
                global count
                if count == fatal:
                    os.kill(os.getpid(), signal.SIGKILL)
                count += 1
                return function(*args, **kwargs)
            return call

        for name in ("mkdir", "rename", "replace", "link", "unlink", "rmdir", "chmod", "symlink"):
            setattr(os, name, mortal(getattr(os, name)))
        staging._write_new = mortal(staging._write_new)
        scratch.write_scratch = mortal(scratch.write_scratch)
        if way == "exchange":
            swap.exchange = mortal(swap.exchange)
        else:
            swap.exchange = refuse
            del os.fork  # as on systems that have none
        if way == "pieces":
            steps.exchange = mortal(steps.exchange)
        if way == "renames":
            steps.exchange = refuse
            pieces.can_exchange = lambda folder: False
        if way == "file by file":
            steps._trade = refuse_folders

    for fatal in range(last + 1):
        child = os.fork()
        if child == 0:
            os.chdir(str(fatal))
            die_before(fatal, ways)
            write_output({new!r}.items(), Destination(Path("out").absolute(), Path.cwd()))
            os._exit(0)
        status = os.waitpid(child, 0)[1]
        if status == 0:
            print(fatal)
            break
        assert os.WTERMSIG(status) == signal.SIGKILL, status
"""
_MOST_STEPS = 150


def tree(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text("utf-8")
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != MANIFEST_NAME
    }


def prepare(folder: Path, *, empty: bool) -> dict[str, str]:
    if empty:
        return {}
    write_output({**OLD, **SAME}.items(), Destination(folder / "out", folder))
    for name, text in FOREIGN.items():
        (folder / "out" / name).parent.mkdir(exist_ok=True)
        (folder / "out" / name).write_text(text, "utf-8")
    return {**OLD, **SAME, **FOREIGN}


def kill_at_each(folder: Path, way: str) -> int:
    """Runs that are killed, each in a folder of its own below `folder`; how many there were before one lived."""
    script = textwrap.dedent(_SCRIPT).replace("{new!r}", repr({**NEW, **SAME}))
    finished = subprocess.run(
        [sys.executable, "-c", script, way, str(_MOST_STEPS)],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert finished.returncode == 0 and finished.stdout, finished.stderr
    return int(finished.stdout)


def run_again(folder: Path) -> WriteReport:
    return write_output({**NEW, **SAME}.items(), Destination(folder / "out", folder))


def left_over(folder: Path) -> list[str]:
    work = work_folder(Destination(folder / "out", folder))
    return sorted(path.name for path in work.folder.iterdir())


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the system has no fork")
@pytest.mark.parametrize("empty", [False, True], ids=["over an old output", "first run"])
@pytest.mark.parametrize("way", ["exchange", "pieces", "renames", "file by file"])
def test_kill_at_every_step(tmp_path: Path, way: str, empty: bool) -> None:
    """Every system call that changes something is once the last one."""
    for step in range(_MOST_STEPS + 1):
        (tmp_path / str(step)).mkdir()
    old = prepare(tmp_path / "0", empty=empty)
    new = {**NEW, **SAME, **({} if empty else FOREIGN)}
    for step in range(1, _MOST_STEPS + 1):
        prepare(tmp_path / str(step), empty=empty)
    steps = kill_at_each(tmp_path, way)
    assert 15 < steps < _MOST_STEPS  # the script did count
    for step in range(steps):
        folder = tmp_path / str(step)
        there = tree(folder / "out")
        if way == "exchange":
            assert there in (old, new), step
            manifest = load_manifest(folder / "out")
            assert (manifest is None) == (there == {})
        else:
            assert FOREIGN.items() <= there.items() or empty
            # Every file is an old one or a new one, whole.
            assert all(
                old.get(name) == text or new.get(name) == text for name, text in there.items()
            )
        run_again(folder)
        assert tree(folder / "out") == new, step
        assert left_over(folder) == ["lock", "state.json"], step


# The child that replaces the pieces kills the run, or its whole group, before the step asked for.
_ORPHAN = """
    import os, signal, sys
    from pathlib import Path
    from edmund.output import pieces, steps, swap
    from edmund.output.destination import Destination
    from edmund.output.exchange import ExchangeUnsupported
    from edmund.output.write import write_output

    fatal, kill, run, count = int(sys.argv[1]), getattr(os, sys.argv[2]), os.getpid(), 0

    def murderous(function):
        def call(*args, **kwargs):
            global count
            if os.getpid() != run:
                if count == fatal:
                    kill(run, signal.SIGKILL)
                count += 1
            return function(*args, **kwargs)
        return call

    def refuse(one, other):
        raise ExchangeUnsupported

    for name in ("_rehearse", "_put", "_trade"):
        setattr(steps, name, murderous(getattr(steps, name)))
    os.rename = murderous(os.rename)
    swap.exchange = steps.exchange = refuse
    pieces.can_exchange = lambda folder: False
    write_output({new!r}.items(), Destination(Path("out").absolute(), Path.cwd()))
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the system has no fork")
@pytest.mark.parametrize("kill", ["kill", "killpg"])
def test_a_run_that_is_killed_while_files_move_leaves_the_old_output_or_the_new_one(
    tmp_path: Path, kill: str
) -> None:
    script = textwrap.dedent(_ORPHAN).replace("{new!r}", repr({**NEW, **SAME}))
    step = 0
    while True:
        folder = tmp_path / str(step)
        folder.mkdir()
        old = prepare(folder, empty=False)
        finished = subprocess.run(  # whoever moves has the pipes: they are open until it has ended
            [sys.executable, "-c", script, str(step), kill],
            cwd=folder,
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
            start_new_session=True,
        )
        new = {**NEW, **SAME, **FOREIGN}
        there = tree(folder / "out")
        # Before it rehearses, and when it does, nothing has begun: it may see that the run is dead.
        assert there == new or (step < 2 and there == old), step
        if finished.returncode == 0:
            break
        assert finished.returncode == -signal.SIGKILL, finished.stderr
        assert run_again(folder).recovered
        assert left_over(folder) == ["lock", "state.json"]
        step += 1
    assert step > 4  # the child did move


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the system has no fork")
def test_edit_between_a_crash_and_the_next_run_is_not_lost(tmp_path: Path) -> None:
    for step in range(_MOST_STEPS + 1):
        (tmp_path / str(step)).mkdir()
        prepare(tmp_path / str(step), empty=False)
    killed = kill_at_each(tmp_path, "pieces")
    interrupted = [
        folder
        for folder in (tmp_path / str(step) for step in range(killed))
        if work_folder(Destination(folder / "out", folder)).journal.exists()
        and tree(folder / "out") == {**OLD, **SAME, **FOREIGN}
    ]
    assert interrupted
    for folder in interrupted:
        victim = next(name for name in sorted(NEW) if name in OLD)
        (folder / "out" / victim).write_text("edited\n", "utf-8")
        with pytest.raises(EdmundError):
            run_again(folder)
        assert (folder / "out" / victim).read_text("utf-8") == "edited\n"
        (folder / "out" / victim).rename(folder / "mine.py")
        run_again(folder)
        assert tree(folder / "out") == {**NEW, **SAME, **FOREIGN}


def test_two_runs_at_once(tmp_path: Path) -> None:
    """Many runs of two different trees on one folder: one of the two is there at the end, whole."""
    trees = [{**OLD, **SAME}, {**NEW, **SAME}]
    script = textwrap.dedent("""
        import sys
        from pathlib import Path
        from edmund.output.destination import Destination
        from edmund.output.write import write_output
        for _ in range(8):
            write_output(TREE.items(), Destination(Path("out").absolute(), Path.cwd()))
        """)
    running = [
        subprocess.Popen(
            [sys.executable, "-c", f"TREE = {one!r}\n{script}"],
            cwd=tmp_path,
            stderr=subprocess.PIPE,
            text=True,
        )
        for one in trees * 2
    ]
    for process in running:
        _, errors = process.communicate(timeout=120)
        assert process.returncode == 0, errors
    assert tree(tmp_path / "out") in trees


def test_second_run_says_that_it_waits_and_gives_up(tmp_path: Path) -> None:
    fcntl = pytest.importorskip("fcntl")
    destination = Destination(tmp_path / "out", tmp_path)
    write_output(SAME.items(), destination)
    lock = os.open(work_folder(destination).lock, os.O_RDWR)
    said: list[str] = []
    try:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with pytest.raises(Exception) as failure:
            write_output(
                NEW.items(), destination, timeout=0.1, waiting=lambda: said.append("waiting")
            )
    finally:
        os.close(lock)
    assert [d.code for d in failure.value.diagnostics] == ["EDM509"]  # type: ignore[attr-defined]
    assert said == ["waiting"]
    assert tree(tmp_path / "out") == SAME
