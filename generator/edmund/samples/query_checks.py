"""What is wrong with the query options of an example, by what its call takes (URL Conventions 4.01, section 5).

What the options say is checked by `edmund.queries`; this is about which of them there may be.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from edmund.diagnostics import Severity
from edmund.samples.tree import QueryItem
from edmund.suggestions import did_you_mean, near_names, suggestion
from edmund.surface.elements import Call, QueryOption

__all__ = ["QueryFinding", "check_query"]

# Options of OData's that no call declares: tokens are the service's own, the others depend on what it can do.
_OTHER_OPTIONS: Final = frozenset(
    {"apply", "compute", "deltatoken", "format", "id", "index", "schemaversion", "skiptoken"}
)
_SYSTEM: Final = frozenset(option.value for option in QueryOption) | _OTHER_OPTIONS


@dataclass(frozen=True, slots=True)
class QueryFinding:
    message: str
    severity: Severity = Severity.ERROR
    hint: str | None = None


def check_query(query: Iterable[QueryItem], call: Call) -> Iterator[QueryFinding]:
    """What the call does not take, values that an option cannot have, and what is required and absent."""
    items = tuple(query)
    for item in items:
        if not item.name.startswith("@"):
            yield from _check_item(item, call)
    given = {item.name for item in items}
    if len(given) < len(items):
        yield QueryFinding("the query has one option twice")
    for parameter in call.custom_query:
        if parameter.required and parameter.name not in given:
            yield QueryFinding(f"the query option '{parameter.name}' is required")


def _check_item(item: QueryItem, call: Call) -> Iterator[QueryFinding]:
    plain = item.name.removeprefix("$").lower()
    own = {parameter.name for parameter in call.custom_query}
    if item.name in own:
        return
    if item.name.startswith("$") and plain not in _SYSTEM:
        hint = suggestion(item.name, [f"${name}" for name in sorted(_SYSTEM)])
        yield QueryFinding(f"OData has no query option '{item.name}'", hint=hint)
        return
    if item.option is not None and item.option not in call.query and plain not in _OTHER_OPTIONS:
        taken = ", ".join(f"${option.value}" for option in call.query)
        hint = f"it takes {taken}" if taken else None
        yield QueryFinding(f"this call takes no query option '{item.name}'", hint=hint)
        return
    if item.option is None and plain not in _OTHER_OPTIONS:
        near = near_names(item.name, sorted(own | {option.value for option in call.query}), 1)
        if near:
            message = f"the call declares no query option '{item.name}'"
            yield QueryFinding(message, Severity.WARNING, did_you_mean(near))
        return
    yield from _check_value(item)


def _check_value(item: QueryItem) -> Iterator[QueryFinding]:
    if item.option in (QueryOption.TOP, QueryOption.SKIP):
        if not re.fullmatch("[0-9]{1,10}", item.value):
            yield QueryFinding(f"'{item.name}' is a whole number")
    elif item.option is QueryOption.COUNT:
        if item.value.lower() not in ("true", "false"):
            yield QueryFinding(f"'{item.name}' is true or false")
    elif item.option is QueryOption.FILTER and not item.value.strip():
        yield QueryFinding(f"'{item.name}' is empty")
