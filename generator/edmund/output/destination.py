"""Where output may go: guards on the folder itself, before anything in it is looked at."""

from __future__ import annotations

import hashlib
import os
import stat
from dataclasses import dataclass, field
from pathlib import Path

from edmund.diagnostics import Diagnostic, EdmundError, Severity, Span, raise_on_errors
from edmund.output.scratch import write_scratch

__all__ = [
    "CACHE_NAME",
    "Destination",
    "WorkFolder",
    "check_destination",
    "prepare_cache",
    "prepare_work_folder",
    "work_folder",
]

CACHE_NAME = ".edmund-cache"


@dataclass(frozen=True, slots=True)
class Destination:
    """An output folder and what it must stay clear of.

    `folder` is absolute. `workspace` is the folder of the configuration (or the current one): links
    above it are the user's own business, links below it are refused; scratch files go to its
    `.edmund-cache`. `inputs` are files that the run reads: none may come to lie in the output.
    """

    folder: Path
    workspace: Path
    inputs: tuple[Path, ...] = field(default=())


def check_destination(destination: Destination) -> None:
    """Refuse the root, the home folder, a repository, a folder that holds an input, and links.

    Raises EdmundError (EDM502, EDM503, EDM506).
    """
    folder = destination.folder
    place = Span(str(folder))
    if ".." in folder.parts:
        folder = Path(os.path.normpath(folder))
    real = Path(os.path.realpath(folder))
    reason = _forbidden(folder, real, destination)
    if reason is not None:
        hint = "choose a folder that holds nothing but this output"
        raise EdmundError(
            (Diagnostic("EDM502", Severity.ERROR, f"the output folder {reason}", place, hint),)
        )
    found: list[Diagnostic] = []
    for part in _parts_below(folder, destination.workspace):
        try:
            mode = part.lstat().st_mode
        except FileNotFoundError:
            break
        except NotADirectoryError:
            break
        except OSError as error:
            message = f"the output folder cannot be looked at: {error.strerror}"
            found.append(Diagnostic("EDM507", Severity.ERROR, message, Span(str(part))))
            break
        if stat.S_ISLNK(mode):
            message = "the way to the output leads through a symbolic link, which is not followed"
            hint = f"name the place itself: {os.path.realpath(part)}"
            found.append(Diagnostic("EDM503", Severity.ERROR, message, Span(str(part)), hint))
            break
        if not stat.S_ISDIR(mode):
            message = "the output needs a folder here, and there is a file"
            found.append(Diagnostic("EDM506", Severity.ERROR, message, Span(str(part))))
            break
    raise_on_errors(found)


def _forbidden(folder: Path, real: Path, destination: Destination) -> str | None:
    home = Path(os.path.realpath(Path.home()))
    if real.parent == real:
        return "is the root of the file system"
    if home == real or home.is_relative_to(real):
        return "is the home folder or holds it"
    workspace = Path(os.path.realpath(destination.workspace))
    if workspace.is_relative_to(real):
        return "is the folder of the configuration or holds it"
    repository = _repository(workspace)
    if repository is not None and repository.is_relative_to(real):
        return "is the root of the repository or holds it"
    if ".git" in folder.parts or CACHE_NAME in folder.parts:
        return "lies in a folder of tools"
    for source in destination.inputs:
        if Path(os.path.realpath(source)).is_relative_to(real):
            return f"holds an input: {source}"
    return None


def _repository(start: Path) -> Path | None:
    for folder in (start, *start.parents):
        if (folder / ".git").exists():
            return folder
    return None


def _parts_below(folder: Path, workspace: Path) -> tuple[Path, ...]:
    """The folders from below `workspace` to `folder`; only `folder` itself when it lies elsewhere."""
    if not folder.is_relative_to(workspace):
        return (folder,)
    names = folder.relative_to(workspace).parts
    return tuple(workspace.joinpath(*names[: count + 1]) for count in range(len(names)))


@dataclass(frozen=True, slots=True)
class WorkFolder:
    """The scratch folder of one output and what lies in it."""

    folder: Path

    @property
    def lock(self) -> Path:
        return self.folder / "lock"

    @property
    def stage(self) -> Path:
        return self.folder / "stage"

    @property
    def retired(self) -> Path:
        """What a replacement piece by piece took away."""
        return self.folder / "retired"

    @property
    def journal(self) -> Path:
        """What a replacement piece by piece has still to do."""
        return self.folder / "journal.json"

    @property
    def exchange(self) -> Path:
        """What an exchange of folders was about to do."""
        return self.folder / "exchange.json"

    @property
    def state(self) -> Path:
        return self.folder / "state.json"


def work_folder(destination: Destination) -> WorkFolder:
    """The scratch folder of this output: beside the configuration, on the file system of the output.

    Nothing is made. Where the configuration is on another file system or cannot be written, it is
    beside the output; where that fails too (the output is a mount), in it.
    """
    folder = destination.folder
    name = f"{folder.name}-{_key(destination)}"
    target = _nearest(folder)
    for home in (destination.workspace, folder.parent):
        base = _nearest(home)
        try:
            same = base.stat().st_dev == target.stat().st_dev
        except OSError:
            continue
        if same and os.access(base, os.W_OK | os.X_OK):
            return WorkFolder(home / CACHE_NAME / name)
    return WorkFolder(folder / CACHE_NAME / name)


def prepare_work_folder(work: WorkFolder) -> None:
    """Make the scratch folder of an output. Raises OSError, or EdmundError (EDM503)."""
    prepare_cache(work.folder.parent)
    _make_private(work.folder)


def prepare_cache(cache: Path) -> None:
    """Make the folder of all scratch files, private to the user and invisible to git.

    Raises OSError, or EdmundError (EDM503) when it is a link.
    """
    _make_private(cache)
    ignore = cache / ".gitignore"
    if not os.path.lexists(ignore):
        write_scratch(ignore, b"# Made by edmund: scratch files, safe to delete.\n*\n")


def _make_private(folder: Path) -> None:
    if folder.is_symlink():
        message = "Edmund's scratch folder is a symbolic link, which is not followed"
        raise EdmundError((Diagnostic("EDM503", Severity.ERROR, message, Span(str(folder))),))
    folder.parent.mkdir(parents=True, exist_ok=True)
    try:
        folder.mkdir(mode=0o700)
        folder.chmod(0o700)  # a umask may have taken even the user's own rights
    except FileExistsError:
        if not folder.is_dir():
            raise


def _key(destination: Destination) -> str:
    relative = os.path.relpath(destination.folder, destination.workspace)
    return hashlib.sha256(Path(relative).as_posix().encode()).hexdigest()[:12]


def _nearest(folder: Path) -> Path:
    """`folder`, or the nearest folder above it that exists."""
    while not folder.exists() and folder.parent != folder:
        folder = folder.parent
    return folder
