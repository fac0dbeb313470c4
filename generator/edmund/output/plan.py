"""What a run would do to an output folder, and what stands in its way. Writes nothing."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from edmund.diagnostics import Diagnostic, EdmundError, Severity, Span
from edmund.output.destination import CACHE_NAME
from edmund.output.manifest import MANIFEST_NAME, Manifest, digest, load_manifest
from edmund.output.state import KnownFiles

__all__ = ["Plan", "make_plan"]

# A folder that holds nothing else counts as empty.
_HARMLESS = frozenset({".git", ".gitattributes", ".gitignore", ".gitkeep", CACHE_NAME})
_MOST_NAMED = 20


@dataclass(frozen=True, slots=True)
class Plan:
    """Paths below the output folder, each tuple sorted.

    `contents` holds every file of the new output; `previous` the digest of each file that is there
    now and is ours; `stale` all that the manifest lists and the new output lacks. `obstacles` must be
    empty for the plan to be carried out.
    """

    contents: Mapping[str, bytes]
    manifest: Manifest
    previous: Mapping[str, str]
    created: tuple[str, ...]
    updated: tuple[str, ...]
    unchanged: tuple[str, ...]
    deleted: tuple[str, ...]
    stale: tuple[str, ...]
    manifest_differs: bool
    replaced_by_force: tuple[str, ...] = ()
    obstacles: tuple[Diagnostic, ...] = ()

    @property
    def changes_nothing(self) -> bool:
        return not (self.created or self.updated or self.deleted or self.manifest_differs)


def make_plan(
    output: Path, contents: Mapping[str, bytes], known: KnownFiles, *, force: bool = False
) -> Plan:
    """Compare `contents` (path -> bytes) with the folder `output` and its manifest.

    A file may be overwritten or deleted when the manifest lists it and its content is still what the
    manifest says; a file that already is as it shall be is left alone whoever wrote it. With `force`,
    regular files in the way are replaced as well. Raises EdmundError (EDM507, EDM508).
    """
    if MANIFEST_NAME in contents:
        message = f"the output may not hold a file called {MANIFEST_NAME}"
        raise EdmundError((Diagnostic("EDM501", Severity.ERROR, message),))
    old = load_manifest(output)
    listed: Mapping[str, str] = old.files if old is not None else {}
    new = Manifest({path: digest(content) for path, content in sorted(contents.items())})
    look = _Look(output, known, frozenset(listed.keys() - new.files.keys()))
    created: list[str] = []
    updated: list[str] = []
    unchanged: list[str] = []
    deleted: list[str] = []
    forced: list[str] = []
    previous: dict[str, str] = {}
    obstacles: list[Diagnostic] = []

    for path, wanted in new.files.items():
        current = look.at(path)
        if isinstance(current, Diagnostic):
            obstacles.append(current)
        elif current is None:
            created.append(path)
        elif current == wanted:
            unchanged.append(path)
            previous[path] = current
        elif listed.get(path) == current or force:
            updated.append(path)
            previous[path] = current
            if listed.get(path) != current:
                forced.append(path)
        else:
            obstacles.append(_obstacle(output, path, edited=path in listed))
    for path in sorted(listed.keys() - new.files.keys()):
        current = look.at(path)
        if isinstance(current, Diagnostic):
            obstacles.append(current)
        elif current is None:
            continue
        elif current == listed[path] or force:
            deleted.append(path)
            previous[path] = current
            if current != listed[path]:
                forced.append(path)
        else:
            obstacles.append(_obstacle(output, path, edited=True))
    if old is None and not obstacles and not force:
        obstacles.extend(_foreign(output, unchanged))
    return Plan(
        contents=contents,
        manifest=new,
        previous=previous,
        created=tuple(created),
        updated=tuple(updated),
        unchanged=tuple(unchanged),
        deleted=tuple(deleted),
        stale=tuple(sorted(listed.keys() - new.files.keys())),
        manifest_differs=old is None or old != new,
        replaced_by_force=tuple(forced),
        obstacles=_capped(output, obstacles),
    )


class _Look:
    """Looks at files without following a link on the way to them; each folder is looked at once.

    What is `stale` will be deleted, and makes room: a module may grow into a package of its name.
    """

    def __init__(self, output: Path, known: KnownFiles, stale: frozenset[str]) -> None:
        self._stale = stale
        self._output = output
        self._known = known
        self._folders: dict[str, Diagnostic | bool] = {}

    def at(self, path: str) -> str | Diagnostic | None:
        """The digest of the regular file at `path`, None when nothing is there, or what is wrong."""
        folder = self._folder(path.rpartition("/")[0])
        if folder is not True:
            return folder or None
        full = os.path.join(self._output, path)
        try:
            status = os.lstat(full)
        except FileNotFoundError:
            return None
        except OSError as error:
            return _unreadable(full, error)
        if stat.S_ISLNK(status.st_mode):
            return _link(full)
        if stat.S_ISDIR(status.st_mode) and self._all_stale(path):
            return None
        if not stat.S_ISREG(status.st_mode):
            message = "a file is to be written here, and there is something else"
            return Diagnostic("EDM506", Severity.ERROR, message, Span(full))
        known = self._known.digest(path, status)
        if known is not None:
            return known
        try:
            return digest(_read(full))
        except OSError as error:
            return _unreadable(full, error)

    def _folder(self, folder: str) -> Diagnostic | bool:
        """True for a real folder, False for nothing there, else what is wrong."""
        found = self._folders.get(folder)
        if found is not None:
            return found
        above = self._folder(folder.rpartition("/")[0]) if folder else True
        self._folders[folder] = result = above if above is not True else self._inspect(folder)
        return result

    def _inspect(self, folder: str) -> Diagnostic | bool:
        full = os.path.join(self._output, folder) if folder else str(self._output)
        try:
            mode = os.lstat(full).st_mode
        except FileNotFoundError:
            return False
        except OSError as error:
            return _unreadable(full, error)
        if stat.S_ISLNK(mode):
            return _link(full)
        if stat.S_ISREG(mode) and folder in self._stale:
            return False
        if not stat.S_ISDIR(mode):
            message = "the output needs a folder here, and there is a file"
            return Diagnostic("EDM506", Severity.ERROR, message, Span(full))
        return True

    def _all_stale(self, folder: str) -> bool:
        """Whether the folder holds stale files and nothing else."""
        entries = list(os.scandir(os.path.join(self._output, folder)))
        paths = [f"{folder}/{entry.name}" for entry in entries]
        return bool(entries) and all(
            self._all_stale(path) if entry.is_dir(follow_symlinks=False) else path in self._stale
            for entry, path in zip(entries, paths, strict=True)
        )


def _read(full: str) -> bytes:
    descriptor = os.open(full, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0))
    with open(descriptor, "rb") as file:
        return file.read()


def _link(full: str) -> Diagnostic:
    message = "is a symbolic link, which is neither followed nor replaced"
    hint = "remove the link, or choose another output folder"
    return Diagnostic("EDM503", Severity.ERROR, message, Span(full), hint)


def _unreadable(full: str, error: OSError) -> Diagnostic:
    if error.errno == errno.ELOOP:
        return _link(full)
    return Diagnostic("EDM507", Severity.ERROR, f"cannot be read: {error.strerror}", Span(full))


def _obstacle(output: Path, path: str, *, edited: bool) -> Diagnostic:
    place = Span(os.path.join(output, path))
    if edited:
        message = f"generated file {path!r} has been edited by hand and is left as it is"
        hint = "move the edit to a template or another file and restore this one, or use --force"
        return Diagnostic("EDM505", Severity.ERROR, message, place, hint)
    message = f"a file that Edmund did not write is in the way: {path!r}"
    hint = "move it elsewhere, or use --force to replace it"
    return Diagnostic("EDM504", Severity.ERROR, message, place, hint)


def _foreign(output: Path, ours: Iterable[str]) -> Iterable[Diagnostic]:
    """Without a manifest the folder must hold nothing but what this run would write anyway.

    A file that a lost manifest listed is adopted when it is still the same. Outputs of their own (folders
    with a manifest) do not count.
    """
    expected = frozenset(ours)
    count = 0
    waiting = [""]
    while waiting:
        folder = waiting.pop()
        try:
            entries = sorted(os.scandir(os.path.join(output, folder)), key=lambda e: e.name)
        except (FileNotFoundError, NotADirectoryError):
            continue
        if folder and any(entry.name == MANIFEST_NAME for entry in entries):
            continue
        for entry in entries:
            path = f"{folder}/{entry.name}" if folder else entry.name
            if count > _MOST_NAMED:
                return
            if entry.name in _HARMLESS or path in expected:
                continue
            if entry.is_dir(follow_symlinks=False):
                waiting.append(path)
                continue
            message = f"the output folder already holds {path!r}, which Edmund did not write"
            hint = "choose an empty folder, or use --force to generate beside what is there"
            count += 1
            yield Diagnostic("EDM511", Severity.ERROR, message, Span(entry.path), hint)


def _capped(output: Path, found: list[Diagnostic]) -> tuple[Diagnostic, ...]:
    if len(found) <= _MOST_NAMED:
        return tuple(found)
    more = f"{len(found) - _MOST_NAMED} more files are in the way"
    return (*found[:_MOST_NAMED], Diagnostic("EDM504", Severity.ERROR, more, Span(str(output))))
