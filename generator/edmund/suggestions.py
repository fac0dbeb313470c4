"""What was perhaps meant: the known names that are like one that is not known, and the hint made of them."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping

__all__ = ["did_you_mean", "near_names", "near_qualified_names", "suggestion"]

# As much unlike as two names may be; difflib's ratio, 1 for equal ones.
_CUTOFF = 0.7
# Beyond these sizes a likeness search would cost more than the hint is worth.
_MOST_CANDIDATES = 20_000
_LONGEST_NAME = 200


def near_names(name: str, known: Iterable[str], limit: int = 3) -> tuple[str, ...]:
    """The names of `known` that are like `name`, at most `limit`, the likeliest first.

    Names that differ in case alone come before others, and then alone.
    """
    return _near(name, {each: each for each in known}, limit)


def near_qualified_names(name: str, known: Iterable[str], limit: int = 3) -> tuple[str, ...]:
    """As `near_names` by the last parts of dotted names, so that another namespace does not matter."""
    tails = {each: each.rpartition(".")[2] for each in known}
    return _near(name.rpartition(".")[2], tails, limit)


def _near(simple: str, tails: Mapping[str, str], limit: int) -> tuple[str, ...]:
    """The names whose tails are like `simple`."""
    folded = simple.casefold()
    same = [each for each, tail in tails.items() if tail.casefold() == folded]
    if same:
        same.sort(key=lambda each: (tails[each] != simple, each))
        return tuple(same[:limit])
    if len(simple) > _LONGEST_NAME:
        return ()
    by_tail: dict[str, str] = {}
    for each, tail in tails.items():
        if abs(len(tail) - len(simple)) <= 3:
            by_tail.setdefault(tail.casefold(), each)
    if len(by_tail) > _MOST_CANDIDATES:
        return ()
    close = difflib.get_close_matches(folded, sorted(by_tail), n=limit, cutoff=_CUTOFF)
    return tuple(by_tail[tail] for tail in close)


def did_you_mean(names: Iterable[str]) -> str | None:
    """The hint that offers `names`, or None without any."""
    offered = " or ".join(map(repr, names))
    return f"did you mean {offered}?" if offered else None


def suggestion(name: str, known: Iterable[str]) -> str | None:
    """The hint that offers the one known name that `name` is most like, or None."""
    return did_you_mean(near_names(name, known, 1))
