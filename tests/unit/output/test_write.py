"""Writing output folders: what may be overwritten, what may not, and that nothing is lost."""

import errno
import json
import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from edmund.diagnostics import EdmundError
from edmund.output import pieces, staging, steps, swap
from edmund.output.destination import Destination
from edmund.output.exchange import ExchangeUnsupported
from edmund.output.manifest import MANIFEST_NAME, digest
from edmund.output.steps import CannotTrade
from edmund.output.write import WriteReport, plan_output, write_output

FIRST = {"pkg/__init__.py": "", "pkg/one.py": "one = 1\n", "pkg/two.py": "two = 2\n"}
SECOND = {"pkg/__init__.py": "", "pkg/one.py": "one = 11\n", "pkg/sub/three.py": "three = 3\n"}

Write = Callable[..., WriteReport]


def refuse_exchange(one: Path, other: Path) -> None:
    raise ExchangeUnsupported


def refuse_folders(staged: str, target: str, retired: str) -> None:
    raise CannotTrade


@pytest.fixture(params=["exchange", "pieces", "renames", "file by file"])
def write(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Write:
    """Write a tree to `out`, by each of the ways of replacing a folder."""
    if request.param != "exchange":
        monkeypatch.setattr(swap, "exchange", refuse_exchange)
    if request.param == "renames":
        monkeypatch.setattr(steps, "exchange", refuse_exchange)
        monkeypatch.setattr(pieces, "can_exchange", lambda folder: False)
    if request.param == "file by file":
        monkeypatch.setattr(steps, "_trade", refuse_folders)

    def run(tree: dict[str, str], *, force: bool = False) -> WriteReport:
        return write_output(tree.items(), destination(tmp_path), force=force)

    return run


def destination(folder: Path) -> Destination:
    return Destination(folder=folder / "out", workspace=folder)


def tree(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text("utf-8")
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.is_symlink() and path.name != MANIFEST_NAME
    }


def codes(failure: pytest.ExceptionInfo[EdmundError]) -> set[str]:
    return {diagnostic.code for diagnostic in failure.value.diagnostics}


def test_first_run_writes_all_and_a_manifest(write: Write, tmp_path: Path) -> None:
    report = write(FIRST)
    assert report.created == tuple(sorted(FIRST))
    assert tree(tmp_path / "out") == FIRST
    manifest = json.loads((tmp_path / "out" / MANIFEST_NAME).read_text("utf-8"))
    assert manifest["files"] == {path: digest(text.encode()) for path, text in FIRST.items()}


def test_second_run_replaces_removes_and_keeps(write: Write, tmp_path: Path) -> None:
    write(FIRST)
    kept = (tmp_path / "out/pkg/__init__.py").stat()
    report = write(SECOND)
    assert tree(tmp_path / "out") == SECOND
    assert (report.created, report.updated, report.deleted) == (
        ("pkg/sub/three.py",),
        ("pkg/one.py",),
        ("pkg/two.py",),
    )
    now = (tmp_path / "out/pkg/__init__.py").stat()
    assert (now.st_mtime_ns, now.st_ino) == (kept.st_mtime_ns, kept.st_ino)


def test_folder_that_becomes_empty_goes(write: Write, tmp_path: Path) -> None:
    write(SECOND)
    write(FIRST)
    assert not (tmp_path / "out/pkg/sub").exists()


def test_nothing_to_do_touches_nothing(write: Write, tmp_path: Path) -> None:
    write(FIRST)
    before = (tmp_path / "out").stat()
    report = write(FIRST)
    after = (tmp_path / "out").stat()
    assert (report.created, report.updated, report.deleted) == ((), (), ())
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)


def test_hand_edited_file_is_refused_by_name(write: Write, tmp_path: Path) -> None:
    write(FIRST)
    (tmp_path / "out/pkg/one.py").write_text("mine\n")
    with pytest.raises(EdmundError) as failure:
        write(SECOND)
    assert codes(failure) == {"EDM505"}
    assert "pkg/one.py" in failure.value.diagnostics[0].message
    assert tree(tmp_path / "out") == {**FIRST, "pkg/one.py": "mine\n"}


def test_hand_edited_file_that_is_no_longer_made_is_kept(write: Write, tmp_path: Path) -> None:
    write(FIRST)
    (tmp_path / "out/pkg/two.py").write_text("mine\n")
    with pytest.raises(EdmundError) as failure:
        write(SECOND)
    assert codes(failure) == {"EDM505"}
    assert (tmp_path / "out/pkg/two.py").read_text() == "mine\n"


def test_force_replaces_and_says_what(write: Write, tmp_path: Path) -> None:
    write(FIRST)
    (tmp_path / "out/pkg/one.py").write_text("mine\n")
    report = write(SECOND, force=True)
    assert report.replaced_by_force == ("pkg/one.py",)
    assert tree(tmp_path / "out") == SECOND


def test_foreign_file_in_the_way_is_refused_by_name(write: Write, tmp_path: Path) -> None:
    write(FIRST)
    (tmp_path / "out/pkg/sub").mkdir()
    (tmp_path / "out/pkg/sub/three.py").write_text("theirs\n")
    with pytest.raises(EdmundError) as failure:
        write(SECOND)
    assert codes(failure) == {"EDM504"}
    assert tree(tmp_path / "out") == {**FIRST, "pkg/sub/three.py": "theirs\n"}


def test_foreign_files_elsewhere_stay(write: Write, tmp_path: Path) -> None:
    write(FIRST)
    out = tmp_path / "out"
    (out / "notes.txt").write_text("notes\n")
    (out / "empty").mkdir()
    (out / "pkg/link").symlink_to("nowhere")
    (out / "pkg/sub").mkdir(mode=0o700)
    (out / "pkg/sub/cache.bin").write_text("cache\n")
    inode = (out / "notes.txt").stat().st_ino
    write(SECOND)
    assert tree(out) == {**SECOND, "notes.txt": "notes\n", "pkg/sub/cache.bin": "cache\n"}
    assert (out / "notes.txt").stat().st_ino == inode
    assert os.readlink(out / "pkg/link") == "nowhere"
    assert (out / "empty").is_dir()


def test_folder_with_other_files_is_refused_at_first(write: Write, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out/notes.txt").write_text("notes\n")
    with pytest.raises(EdmundError) as failure:
        write(FIRST)
    assert codes(failure) == {"EDM511"}
    assert "notes.txt" in failure.value.diagnostics[0].message
    assert tree(tmp_path / "out") == {"notes.txt": "notes\n"}


@pytest.mark.parametrize("name", [".git", ".edmund-cache"])
def test_folders_of_tools_do_not_count_as_foreign(write: Write, tmp_path: Path, name: str) -> None:
    (tmp_path / "out" / name).mkdir(parents=True)
    (tmp_path / "out" / name / "config").write_text("x")
    write(FIRST)
    assert tree(tmp_path / "out") == {**FIRST, f"{name}/config": "x"}


def test_lost_manifest_is_made_again(write: Write, tmp_path: Path) -> None:
    write(FIRST)
    (tmp_path / "out" / MANIFEST_NAME).unlink()
    write(FIRST)
    assert (tmp_path / "out" / MANIFEST_NAME).is_file()


def test_output_of_another_target_inside_stays(write: Write, tmp_path: Path) -> None:
    write(FIRST)
    inner = Destination(folder=tmp_path / "out/go", workspace=tmp_path)
    write_output([("client.go", "package x\n")], inner)
    write(SECOND)
    assert tree(tmp_path / "out") == {**SECOND, "go/client.go": "package x\n"}
    assert (tmp_path / "out/go" / MANIFEST_NAME).is_file()


def test_modes_do_not_depend_on_the_umask(write: Write, tmp_path: Path) -> None:
    for umask in (0o000, 0o077):
        before = os.umask(umask)
        try:
            write({f"pkg/{umask}/file.py": "x\n"})
        finally:
            os.umask(before)
        for path in (tmp_path / "out").rglob("*"):
            expected = 0o755 if path.is_dir() else 0o644
            assert stat.S_IMODE(path.stat().st_mode) == expected, path
        assert stat.S_IMODE((tmp_path / "out").stat().st_mode) == 0o755


def test_file_where_a_folder_is_needed(write: Write, tmp_path: Path) -> None:
    write({"a.py": "x\n"})
    (tmp_path / "out/pkg").write_text("a file\n")
    with pytest.raises(EdmundError) as failure:
        write(FIRST)
    assert codes(failure) == {"EDM506"}
    assert (tmp_path / "out/pkg").read_text() == "a file\n"


def test_folder_where_a_file_is_needed(write: Write, tmp_path: Path) -> None:
    write(FIRST)
    (tmp_path / "out/pkg/one.py").unlink()
    (tmp_path / "out/pkg/one.py").mkdir()
    with pytest.raises(EdmundError) as failure:
        write(SECOND)
    assert codes(failure) == {"EDM506"}


def test_own_file_becomes_a_folder_and_back(write: Write, tmp_path: Path) -> None:
    """A module that grows into a package: both are Edmund's, so this must just work."""
    write({"models": "file\n"})
    write({"models/user.py": "x\n"})
    assert tree(tmp_path / "out") == {"models/user.py": "x\n"}
    write({"models": "file\n"})
    assert tree(tmp_path / "out") == {"models": "file\n"}


@pytest.mark.parametrize(
    "content",
    [b"", b"[]", b"{", b'{"edmund_manifest": 2, "files": {}}', b'{"edmund_manifest": 1}']
    + [
        json.dumps({"edmund_manifest": 1, "files": {name: "0" * 64}}).encode()
        for name in ("../x", "/etc/passwd", "a//b", "", "a/../../b", "..", "a\0b", MANIFEST_NAME)
    ]
    + [b'{"edmund_manifest": 1, "files": {"a": "../x"}}', b"[" * 100_000],
)
def test_manifest_that_cannot_be_trusted(tmp_path: Path, content: bytes) -> None:
    canary = tmp_path / "x"
    canary.write_text("canary\n")
    out = tmp_path / "out"
    out.mkdir()
    (out / MANIFEST_NAME).write_bytes(content)
    with pytest.raises(EdmundError) as failure:
        write_output(FIRST.items(), destination(tmp_path))
    assert codes(failure) == {"EDM508"}
    assert canary.read_text() == "canary\n"
    assert sorted(path.name for path in out.iterdir()) == [MANIFEST_NAME]


@pytest.mark.parametrize(
    "path",
    [
        "../x",
        "/x",
        "a//b",
        "",
        ".",
        "a/..",
        "con",
        "AUX.py",
        "com¹.txt",
        "a.",
        "a ",
        "a\nb",
        "a\0b",
        "a\\b",
        "a:b",
        "x" * 256,
        "é" * 128,
        "\ud800",
    ],
)
def test_unsafe_names_are_never_written(tmp_path: Path, path: str) -> None:
    with pytest.raises(EdmundError) as failure:
        write_output([(path, "x")], destination(tmp_path))
    assert codes(failure) == {"EDM501"}
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    "paths",
    [("a.py", "A.py"), ("caf\u00e9", "cafe\u0301"), ("a", "a/b"), ("a.py", "a.py"), ("x/A", "X/a")],
)
def test_names_that_fall_together_are_refused(tmp_path: Path, paths: tuple[str, str]) -> None:
    with pytest.raises(EdmundError) as failure:
        write_output([(path, "x") for path in paths], destination(tmp_path))
    assert codes(failure) == {"EDM501"}


def test_full_disk_leaves_the_old_output(
    write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(FIRST)
    written = 0
    real = staging._write_new

    def full(path: str, content: bytes) -> None:
        nonlocal written
        written += 1
        if written % 2 == 0:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), path)
        real(path, content)

    monkeypatch.setattr(staging, "_write_new", full)
    with pytest.raises(EdmundError) as failure:
        write(SECOND)
    assert codes(failure) == {"EDM507"}
    assert "No space left" in failure.value.diagnostics[0].message
    assert tree(tmp_path / "out") == FIRST
    monkeypatch.undo()
    write(SECOND)
    assert tree(tmp_path / "out") == SECOND


def test_folder_that_the_system_says_is_not_writable(
    write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By the answer of `access`; tests of the command take the permission away for good."""
    write(FIRST)
    closed = str(tmp_path / "out/pkg")
    real = os.access
    monkeypatch.setattr(os, "access", lambda path, mode: str(path) != closed and real(path, mode))
    with pytest.raises(EdmundError) as failure:
        write(SECOND)
    assert codes(failure) == {"EDM507"}
    assert failure.value.diagnostics[0].span is not None
    assert failure.value.diagnostics[0].span.file == closed
    assert tree(tmp_path / "out") == FIRST


def test_plan_writes_nothing(tmp_path: Path) -> None:
    plan = plan_output(FIRST.items(), destination(tmp_path))
    assert plan.created == tuple(sorted(FIRST))
    assert list(tmp_path.iterdir()) == []


def test_manifest_does_not_depend_on_the_order_of_files(tmp_path: Path) -> None:
    one = Destination(tmp_path / "one", tmp_path)
    other = Destination(tmp_path / "other", tmp_path)
    write_output(FIRST.items(), one)
    write_output(reversed(FIRST.items()), other)
    manifests = {(tmp_path / name / MANIFEST_NAME).read_bytes() for name in ("one", "other")}
    assert len(manifests) == 1


def test_stays_in_place_when_the_shell_stands_in_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_output(FIRST.items(), destination(tmp_path))
    monkeypatch.chdir(tmp_path / "out/pkg")
    write_output(SECOND.items(), destination(tmp_path))
    assert Path("one.py").read_text("utf-8") == SECOND["pkg/one.py"]


def test_scratch_folder_is_private_and_ignored_by_git(tmp_path: Path) -> None:
    write_output(FIRST.items(), destination(tmp_path))
    cache = tmp_path / ".edmund-cache"
    assert stat.S_IMODE(cache.stat().st_mode) == 0o700
    assert (cache / ".gitignore").read_text("utf-8").endswith("*\n")


@pytest.mark.parametrize("number", [errno.EACCES, errno.EROFS])
def test_the_folder_that_refuses_is_named_and_not_what_it_would_hold(
    write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    def refuse(path: Path, *rest: object) -> None:
        raise OSError(number, os.strerror(number), str(tmp_path / "closed/.edmund-cache/out/stage"))

    (tmp_path / "closed").mkdir()
    monkeypatch.setattr(staging, "_write_new", refuse)
    with pytest.raises(EdmundError) as failure:
        write(FIRST)
    (diagnostic,) = failure.value.diagnostics
    assert diagnostic.code == "EDM507"
    assert diagnostic.span is not None and diagnostic.span.file == str(tmp_path / "closed")
