"""What a service says that it does not filter, sort or expand is refused before it is sent."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from .errors import QueryError
from .properties import Attribute
from .query import Expansion, Expression, Members, Order

__all__ = ["check_limits"]


def check_limits(limits: Mapping[str, tuple[str, ...]], options: Mapping[str, Any]) -> None:
    """Refuse what the service says that it does not filter, sort or expand. Text is not looked into.

    Raises `QueryError`.
    """
    for option, words in (
        ("filter", "cannot be filtered"),
        ("orderby", "cannot be sorted by"),
        ("expand", "cannot be expanded"),
    ):
        refused = limits.get(option, ())
        for path in _paths(options.get(option)):
            if any(path == each or path.startswith(f"{each}/") for each in refused):
                raise QueryError(f"'{path}' {words}; it can be {_abilities(path, limits)}")


def _paths(value: Any) -> Iterator[str]:
    """Paths of properties in the value of an option; what is text, nobody looks into."""
    pending = list(value) if isinstance(value, (list, tuple, set, frozenset)) else [value]
    while pending:
        one = pending.pop()
        if isinstance(one, Attribute):
            yield one._declaration.wire_name
        elif isinstance(one, (Expansion, Members)):
            yield one._names
        elif isinstance(one, Order):
            pending.append(one._expression)
        elif isinstance(one, Expression):
            for part in one._parts:
                if isinstance(part, str):
                    yield part
                else:
                    pending.append(part)


def _abilities(path: str, limits: Mapping[str, tuple[str, ...]]) -> str:
    can = [
        word
        for option, word in (("filter", "filtered"), ("orderby", "sorted by"))
        if path not in limits.get(option, ())
    ]
    return " and ".join([*can, "selected"])
