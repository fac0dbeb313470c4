"""What a service does not let one ask for: checks of what a query uses against what is said of a segment."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from edmund.queries.expression_checks import Use
from edmund.queries.findings import NOT_ALLOWED, REQUIRED, Findings
from edmund.queries.options import AllOf, AnyOf, Excluded, Order, Phrase, Search
from edmund.surface.restrictions import FilterExpressions, QueryRestrictions

__all__ = [
    "abilities",
    "check_functions",
    "check_order",
    "check_required",
    "check_search",
    "check_uses",
]

_RANGE: Final = frozenset({"gt", "ge", "lt", "le"})
_VALUES: Final = frozenset({"eq", "in"})
_SEARCH: Final = frozenset({"contains", "startswith", "endswith"})
# What each kind of FilterExpressionType takes (Capabilities vocabulary).
_ALLOWED: Final[Mapping[FilterExpressions, frozenset[str]]] = {
    FilterExpressions.SINGLE_VALUE: frozenset({"eq"}),
    FilterExpressions.MULTI_VALUE: _VALUES,
    FilterExpressions.SINGLE_RANGE: _RANGE | {"eq"},
    FilterExpressions.MULTI_RANGE: _RANGE | _VALUES,
    FilterExpressions.SEARCH: _SEARCH,
    FilterExpressions.MULTI_RANGE_OR_SEARCH: _RANGE | _VALUES | _SEARCH,
}
_ONCE: Final = frozenset({FilterExpressions.SINGLE_VALUE})


def check_uses(uses: Iterable[Use], said: QueryRestrictions, what: str, findings: Findings) -> None:
    """Tells properties that cannot be filtered, and conditions that they cannot have; `what` is the option."""
    uses = tuple(uses)
    for use in uses:
        if is_below(use.path, said.not_filterable):
            message = f"'{use.path}' cannot be filtered"
            findings.add(NOT_ALLOWED, message, use.at, abilities(use.path, said))
    for path, kind in said.filter_expressions:
        own = [use for use in uses if use.path == path]
        for use in own:
            if use.operation is not None and use.operation not in _ALLOWED[kind]:
                allowed = ", ".join(sorted(_ALLOWED[kind]))
                message = f"'{path}' cannot be filtered with '{use.operation}'"
                findings.add(NOT_ALLOWED, message, use.at, f"it takes {allowed}")
        if kind in _ONCE and len(own) > 1:
            message = f"'{path}' can have one condition in '{what}'"
            findings.add(NOT_ALLOWED, message, own[1].at)


def check_functions(
    functions: Iterable[tuple[str, int | None]], said: QueryRestrictions, findings: Findings
) -> None:
    """Tells functions that the service does not have in conditions."""
    if said.filter_functions is None:
        return
    known = {name.casefold() for name in said.filter_functions}
    for name, at in functions:
        if name.casefold() not in known:
            offered = ", ".join(said.filter_functions)
            hint = f"it has {offered}" if offered else None
            findings.add(NOT_ALLOWED, f"the service does not filter with '{name}'", at, hint)


def check_required(uses: Iterable[Use], said: QueryRestrictions, findings: Findings) -> None:
    """Tells properties without which the service does not answer."""
    used = {use.path for use in uses}
    missing = [path for path in said.required_in_filter if path not in used]
    if missing:
        names = ", ".join(f"'{path}'" for path in missing)
        findings.add(REQUIRED, f"'$filter' has to ask for {names}", None)
    elif said.filter_required and not used:
        findings.add(REQUIRED, "'$filter' is required here", None)


def check_order(order: Order, path: str, at: int | None, said: QueryRestrictions) -> str | None:
    """What is wrong with sorting by the property at `path`, or None."""
    if is_below(path, said.not_sortable):
        return f"'{path}' cannot be sorted by"
    if order.descending and is_below(path, said.ascending_only):
        return f"'{path}' can be sorted by in ascending order alone"
    if not order.descending and is_below(path, said.descending_only):
        return f"'{path}' can be sorted by in descending order alone"
    return None


def check_search(search: Search, said: QueryRestrictions, findings: Findings) -> None:
    """Tells operators that the service's search does not have."""
    without = set(said.search_without)
    for name in sorted(_operators(search) & without):
        findings.add(NOT_ALLOWED, f"the service does not search with '{name}'", None)


def abilities(path: str, said: QueryRestrictions) -> str:
    """What can be done with a property that something cannot be done with."""
    can = []
    if not is_below(path, said.not_filterable):
        can.append("filtered")
    if not is_below(path, said.not_sortable):
        can.append("sorted by")
    can.append("selected")
    return f"it can be {' and '.join(can)}"


def is_below(path: str, paths: Iterable[str]) -> bool:
    """Whether a path is one of these, or leads on from one."""
    return any(path == each or path.startswith(f"{each}/") for each in paths)


def _operators(search: Search) -> set[str]:
    if isinstance(search, Phrase):
        return {"phrase"}
    if isinstance(search, Excluded):
        return {"NOT"} | _operators(search.operand)
    if isinstance(search, AllOf | AnyOf):
        found = {"AND" if isinstance(search, AllOf) else "OR"}
        return found.union(*map(_operators, search.operands))
    return set()
