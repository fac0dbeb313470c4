"""What a name that somebody wrote means in a model: qualified, by an alias, or the last part alone."""

from __future__ import annotations

from collections.abc import Collection

from edmund.model.elements import Model

__all__ = ["names_called"]


def names_called(model: Model, text: str, known: Collection[str]) -> tuple[str, ...]:
    """The qualified names of `known` that `text` may mean; more than one when it is ambiguous.

    An alias of a schema may stand for its namespace. A name alone means every element so called; case
    counts where that leaves one.
    """
    if text in known:
        return (text,)
    namespace, dot, simple = text.rpartition(".")
    if dot:
        full = (f"{s.namespace}.{simple}" for s in model.schemas if s.alias == namespace)
        return tuple(name for name in full if name in known)
    same = sorted(name for name in known if name.rpartition(".")[2] == simple)
    if same:
        return tuple(same)
    folded = simple.casefold()
    return tuple(sorted(n for n in known if n.rpartition(".")[2].casefold() == folded))
