"""What a name that somebody wrote means: qualified, by an alias of its namespace, or the last part alone."""

from __future__ import annotations

from collections.abc import Collection, Mapping

__all__ = ["names_called"]


def names_called(aliases: Mapping[str, str], text: str, known: Collection[str]) -> tuple[str, ...]:
    """The qualified names of `known` that `text` may mean; more than one when it is ambiguous.

    `aliases` are namespaces by what may stand for them. A name alone means every element so called; case
    counts where that leaves one.
    """
    if text in known:
        return (text,)
    namespace, dot, simple = text.rpartition(".")
    if dot:
        full = f"{aliases.get(namespace, namespace)}.{simple}"
        return (full,) if full in known else ()
    same = sorted(name for name in known if name.rpartition(".")[2] == simple)
    if same:
        return tuple(same)
    folded = simple.casefold()
    return tuple(sorted(n for n in known if n.rpartition(".")[2].casefold() == folded))
