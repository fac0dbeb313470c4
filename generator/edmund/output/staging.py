"""Making files: everything new is written to a folder of its own before anything old is touched."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable, Mapping, Set
from dataclasses import dataclass
from pathlib import Path

__all__ = [
    "CannotStage",
    "Entries",
    "list_entries",
    "make_folders",
    "remove_tree",
    "stage_files",
    "stage_rest_again",
    "stage_tree",
]

_FILE_MODE = 0o644
_FOLDER_MODE = 0o755
# No link may be made to a file of another user, of another file system (a mount), or to one that has too many.
_NO_LINK = frozenset({errno.EPERM, errno.EACCES, errno.EXDEV, errno.EMLINK, errno.ENOTSUP})


class CannotStage(Exception):
    """The output holds what cannot be carried over by hard links; replace file by file instead."""


@dataclass(frozen=True, slots=True)
class Entries:
    """All that a folder holds, links not followed; paths with `/`, folders before their content."""

    folders: tuple[str, ...]
    files: tuple[str, ...]
    links: tuple[str, ...]
    others: tuple[str, ...]


def list_entries(folder: Path) -> Entries:
    """Walk `folder`. A folder that is not there holds nothing. Raises OSError."""
    folders: list[str] = []
    files: list[str] = []
    links: list[str] = []
    others: list[str] = []
    waiting = [""]
    while waiting:
        current = waiting.pop()
        try:
            entries = list(os.scandir(os.path.join(folder, current)))
        except FileNotFoundError:
            continue
        for entry in entries:
            path = f"{current}/{entry.name}" if current else entry.name
            if entry.is_symlink():
                links.append(path)
            elif entry.is_dir(follow_symlinks=False):
                folders.append(path)
                waiting.append(path)
            elif entry.is_file(follow_symlinks=False):
                files.append(path)
            else:
                others.append(path)
    return Entries(tuple(folders), tuple(files), tuple(links), tuple(others))


def stage_files(
    stage: Path,
    contents: Mapping[str, bytes],
    step: Callable[[int], None] | None = None,
    made: set[str] | None = None,
) -> None:
    """Write `contents` below the folder `stage`: 0644 and 0755 whatever the umask says.

    `made` holds the folders that are there already and is added to.
    """
    made = {""} if made is None else made
    for count, (path, content) in enumerate(contents.items()):
        make_folders(stage, path.rpartition("/")[0], made)
        _write_new(os.path.join(stage, path), content)
        if step is not None and count % 100 == 0:
            step(count)


def stage_tree(
    stage: Path,
    output: Path,
    contents: Mapping[str, bytes],
    *,
    old: Entries,
    drop: frozenset[str],
    step: Callable[[int], None] | None = None,
) -> None:
    """Make in `stage` what `output` shall become: `contents`, and the rest of `old` but for `drop`.

    What stays is hard-linked: it keeps its inode and its times. Raises CannotStage, or OSError when
    the disk is full and the like.
    """
    made = {""}
    replaced = drop.union(contents)
    _carry_folders(stage, output, old, replaced, made)
    stage_files(stage, contents, step, made)
    _carry_files(stage, output, old, replaced, made)


def stage_rest_again(stage: Path, output: Path, staged: Set[str], drop: Set[str]) -> None:
    """Make what was carried over to `stage` what `output` holds now; `staged` are the files written there.

    Raises as `stage_tree` does.
    """
    here = list_entries(stage)
    for path in (*(file for file in here.files if file not in staged), *here.links, *here.others):
        os.unlink(stage / path)
    made = {"", *(folder for path in staged for folder in _above(path))}
    for folder in sorted(set(here.folders) - made, reverse=True):
        os.rmdir(stage / folder)
    old, replaced = list_entries(output), staged | drop
    _carry_folders(stage, output, old, replaced, made)
    _carry_files(stage, output, old, replaced, made)


def _carry_folders(
    stage: Path, output: Path, old: Entries, replaced: Set[str], made: set[str]
) -> None:
    """Make the folders that are not only there for what is replaced, with their modes."""
    mine = {folder for path in replaced for folder in _above(path)}
    for folder in sorted(old.folders):
        if folder not in mine:
            make_folders(stage, folder, made)
            mode = stat.S_IMODE(os.lstat(output / folder).st_mode)
            os.chmod(stage / folder, mode | stat.S_IRWXU)


def _carry_files(
    stage: Path, output: Path, old: Entries, replaced: Set[str], made: set[str]
) -> None:
    try:
        for path in old.files:
            if path not in replaced:
                make_folders(stage, path.rpartition("/")[0], made)
                os.link(output / path, stage / path, follow_symlinks=False)
        for path in old.links:
            make_folders(stage, path.rpartition("/")[0], made)
            os.symlink(os.readlink(output / path), stage / path)
    except NotImplementedError as error:
        raise CannotStage from error
    except OSError as error:
        if error.errno not in _NO_LINK:
            raise
        raise CannotStage from error


def remove_tree(folder: Path, known: Entries | None = None) -> Entries:
    """Delete `folder` and return what was left in it.

    With `known`, only what it lists is deleted: a file that somebody made meanwhile stays. Links are
    deleted, never followed.
    """
    if os.path.lexists(folder) and (os.path.islink(folder) or not os.path.isdir(folder)):
        os.unlink(folder)
        return Entries((), (), (), ())
    here = list_entries(folder)
    files = here.files if known is None else _both(here.files, known.files)
    links = here.links if known is None else _both(here.links, known.links)
    for path in (*files, *links, *(here.others if known is None else ())):
        os.unlink(os.path.join(folder, path))
    for path in sorted(here.folders, reverse=True):
        try:
            os.rmdir(os.path.join(folder, path))
        except OSError:
            continue
    try:
        os.rmdir(folder)
    except FileNotFoundError:
        pass
    except OSError:
        return list_entries(folder)
    return Entries((), (), (), ())


def _both(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    allowed = frozenset(other)
    return tuple(path for path in one if path in allowed)


def _above(path: str) -> list[str]:
    parts = path.split("/")[:-1]
    return ["/".join(parts[: count + 1]) for count in range(len(parts))]


def make_folders(root: Path, folder: str, made: set[str]) -> None:
    """Make `folder` below `root`, and those above it; `made` holds what is there and is added to.

    Raises OSError, also where something else is in the way: links are not followed.
    """
    if folder in made:
        return
    make_folders(root, folder.rpartition("/")[0], made)
    full = os.path.join(root, folder)
    try:
        os.mkdir(full)
        os.chmod(full, _FOLDER_MODE)
    except FileExistsError:
        if not stat.S_ISDIR(os.lstat(full).st_mode):
            raise
    made.add(folder)


def _write_new(full: str, content: bytes) -> None:
    descriptor = os.open(full, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _FILE_MODE)
    with open(descriptor, "wb") as file:
        if hasattr(os, "fchmod"):
            os.fchmod(descriptor, _FILE_MODE)
        file.write(content)
