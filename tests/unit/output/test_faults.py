"""Runs that die: the old output or the new one is there, whole, and the next run completes."""

import os
import signal
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from edmund.output.destination import Destination, work_folder
from edmund.output.manifest import MANIFEST_NAME, load_manifest
from edmund.output.write import write_output

OLD = {f"pkg/m{number}.py": f"old = {number}\n" for number in range(6)}
NEW = {f"pkg/m{number}.py": f"new = {number}\n" for number in range(3, 9)}
SAME = {"pkg/same.py": "same\n"}
FOREIGN = {"notes.txt": "notes\n", "pkg/data/own.txt": "own\n"}

# Counts every call that changes the file system and kills the process before the one asked for.
_SCRIPT = """
    import builtins, os, signal, sys
    from pathlib import Path
    from edmund.output import swap, journal, scratch, staging
    from edmund.output.destination import Destination
    from edmund.output.exchange import ExchangeUnsupported
    from edmund.output.write import write_output

    fatal, way = int(sys.argv[1]), sys.argv[2]
    count = 0

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
    Path.write_text = mortal(Path.write_text)
    scratch.write_scratch = mortal(scratch.write_scratch)
    if way == "exchange":
        swap.exchange = mortal(swap.exchange)
    else:
        def refuse(one, other):
            raise ExchangeUnsupported
        swap.exchange = refuse
    if way == "file by file":
        del os.fork  # as on systems that have none
    tree = {new!r}
    write_output(tree.items(), Destination(Path("out").absolute(), Path.cwd()))
    print(count)
"""


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


def run(folder: Path, fatal: int, way: str) -> subprocess.CompletedProcess[str]:
    script = textwrap.dedent(_SCRIPT).replace("{new!r}", repr({**NEW, **SAME}))
    return subprocess.run(
        [sys.executable, "-c", script, str(fatal), way],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


@pytest.mark.parametrize("empty", [False, True], ids=["over an old output", "first run"])
@pytest.mark.parametrize("way", ["exchange", "file by file"])
def test_kill_at_every_step(tmp_path: Path, way: str, empty: bool) -> None:
    """Every system call that changes something is once the last one."""
    step = 0
    while True:
        folder = tmp_path / str(step)
        folder.mkdir()
        old = prepare(folder, empty=empty)
        new = {**NEW, **SAME, **({} if empty else FOREIGN)}
        finished = run(folder, step, way)
        if finished.returncode == 0:
            break
        assert finished.returncode == -signal.SIGKILL, finished.stderr
        if way == "exchange":
            assert tree(folder / "out") in (old, new), step
            manifest = load_manifest(folder / "out")
            assert (manifest is None) == (tree(folder / "out") == {})
        else:
            there = tree(folder / "out")
            assert FOREIGN.items() <= there.items() or empty
            # Every file is an old one or a new one, whole.
            assert all(
                old.get(name) == text or new.get(name) == text for name, text in there.items()
            )
        again = run(folder, -1, way)
        assert again.returncode == 0, (step, again.stderr)
        assert tree(folder / "out") == new, step
        work = work_folder(Destination(folder / "out", folder))
        assert sorted(path.name for path in work.folder.iterdir()) == ["lock", "state.json"], step
        step += 1
    assert step > 15  # the script did count


# The child that moves the files kills the run, or its whole group, before the step asked for.
_ORPHAN = """
    import os, signal, sys
    from pathlib import Path
    from edmund.output import swap
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

    for name in ("mkdir", "replace", "unlink", "rmdir", "chmod"):
        setattr(os, name, murderous(getattr(os, name)))

    def refuse(one, other):
        raise ExchangeUnsupported

    swap.exchange = refuse
    write_output({new!r}.items(), Destination(Path("out").absolute(), Path.cwd()))
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the system has no fork")
@pytest.mark.parametrize("kill", ["kill", "killpg"])
def test_a_run_that_is_killed_while_files_move_leaves_the_new_output(
    tmp_path: Path, kill: str
) -> None:
    step = 0
    while True:
        folder = tmp_path / str(step)
        folder.mkdir()
        prepare(folder, empty=False)
        script = textwrap.dedent(_ORPHAN).replace("{new!r}", repr({**NEW, **SAME}))
        finished = subprocess.run(  # whoever moves has the pipes: they are open until it has ended
            [sys.executable, "-c", script, str(step), kill],
            cwd=folder,
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
            start_new_session=True,
        )
        assert tree(folder / "out") == {**NEW, **SAME, **FOREIGN}, step
        if finished.returncode == 0:
            break
        assert finished.returncode == -signal.SIGKILL, finished.stderr
        again = run(folder, -1, "file by file")
        assert again.returncode == 0, again.stderr
        work = work_folder(Destination(folder / "out", folder))
        assert sorted(path.name for path in work.folder.iterdir()) == ["lock", "state.json"]
        step += 1
    assert step > 8  # the child did move


def test_edit_between_a_crash_and_the_next_run_is_not_lost(tmp_path: Path) -> None:
    prepare(tmp_path, empty=False)
    step = 0
    journal = work_folder(Destination(tmp_path / "out", tmp_path)).journal
    while not journal.exists():
        assert run(tmp_path, step, "file by file").returncode == -signal.SIGKILL
        step += 1
    victim = next(
        name for name in sorted(NEW) if name in OLD and tree(tmp_path / "out")[name] == OLD[name]
    )
    (tmp_path / "out" / victim).write_text("edited\n", "utf-8")
    refused = run(tmp_path, -1, "file by file")
    assert refused.returncode == 1
    assert "EdmundError" in refused.stderr
    assert (tmp_path / "out" / victim).read_text("utf-8") == "edited\n"
    (tmp_path / "out" / victim).rename(tmp_path / "mine.py")
    assert run(tmp_path, -1, "file by file").returncode == 0
    assert tree(tmp_path / "out") == {**NEW, **SAME, **FOREIGN}


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
