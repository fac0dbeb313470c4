"""Whose files are believed: a configuration names templates, and templates are code."""

from __future__ import annotations

import os
import stat

__all__ = ["OWNERS_VARIABLE", "distrust"]

OWNERS_VARIABLE = "EDMUND_TRUSTED_OWNERS"


def distrust(status: os.stat_result) -> str | None:
    """Why a file or folder may be somebody else's doing, to follow its name in a message; or None.

    Believed are this user, root, who called sudo, and the user numbers that the environment variable
    EDMUND_TRUSTED_OWNERS lists (a checkout that is mounted into a container). A group may write
    when it is the owner's own of the same number, or root's. Not POSIX: all is believed.
    """
    if os.name != "posix":
        return None
    if status.st_uid not in _believed():
        return f"belongs to another user (number {status.st_uid})"
    if status.st_mode & stat.S_IWOTH:
        return "may be written by everybody"
    if status.st_mode & stat.S_IWGRP and status.st_gid not in (status.st_uid, 0):
        return f"may be written by a group (number {status.st_gid})"
    return None


def _believed() -> frozenset[int]:
    user = os.geteuid()
    named = os.environ.get(OWNERS_VARIABLE, "").split(",")
    if user == 0:
        named.append(os.environ.get("SUDO_UID", ""))
    numbers = {int(text) for text in named if text.strip().isdecimal() and text.strip().isascii()}
    return frozenset({user, 0, *numbers})
