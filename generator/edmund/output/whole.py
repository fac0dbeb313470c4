"""Which folders may be replaced whole, and which only entry by entry."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from edmund.output.manifest import MANIFEST_NAME
from edmund.output.staging import CannotStage, Entries

__all__ = ["check_may_go_whole"]

_MOST_FOREIGN = 5_000


def check_may_go_whole(
    folder: Path, old: Entries, is_ours: Callable[[str], bool], work: Path
) -> None:
    """Raise CannotStage when `folder`, which holds `old`, has to stay the folder that it is.

    `is_ours` tells of a path below `folder` whether Edmund wrote the file; `work` is the scratch folder.
    """
    foreign = [path for path in (*old.files, *old.links) if not is_ours(path)]
    if (
        old.others
        or len(foreign) > _MOST_FOREIGN
        # Repositories and outputs of other targets belong to programs that may be at work in them.
        or any(path.rpartition("/")[2] in (".git", MANIFEST_NAME) for path in foreign)
        or any(path.rpartition("/")[2] == ".git" for path in old.folders)
        or any(os.path.ismount(folder / path) for path in ("", *old.folders))
        or work.is_relative_to(folder)
        or _holds_current_folder(folder)
    ):
        raise CannotStage


def _holds_current_folder(folder: Path) -> bool:
    """A shell that stands in the output would stand in a deleted folder after an exchange."""
    try:
        return Path.cwd().is_relative_to(os.path.realpath(folder))
    except OSError:
        return False
