"""Which generated names a finding touches, as the targets of the configured clients name them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from edmund.diagnostics import Span
from edmund.model.elements import EnumType, StructuredType
from edmund.review.comparison import Comparison
from edmund.review.findings import Change, Finding
from edmund.review.handlers.container import children_of
from edmund.review.handlers.names import RULE
from edmund.review.shape import members_of, overload_name

__all__ = ["Naming", "name_findings", "renamed"]


@dataclass(frozen=True)
class Naming:
    """The names of one client by schema element, as either version gives them."""

    target: str
    old: Mapping[str, str]
    new: Mapping[str, str]

    @cached_property
    def either(self) -> Mapping[str, str]:
        """The new names, and the old ones of what is gone."""
        return {**self.old, **self.new}


def renamed(c: Comparison, namings: Sequence[Naming]) -> Iterator[Change]:
    """Elements that both versions have and to which a client's code gives another name.

    A member is compared by its own name: that of its class is the class's change.
    """
    before, after = _elements(c, old=True), _elements(c, old=False)
    for element, place in before.items():
        if element not in after:
            continue
        names: dict[str, list[str]] = {}
        for naming in namings:
            was, is_ = naming.old.get(element), naming.new.get(element)
            if was is not None and is_ is not None and _own(element, was) != _own(element, is_):
                names[naming.target] = [was, is_]
        if names:
            told = ", ".join(f"{t}: {was} -> {is_}" for t, (was, is_) in names.items())
            message = f"{element} gets another name in generated code ({told})"
            detail: dict[str, object] = {"names": names}
            yield Change(RULE, element, message, place, after[element], detail=detail)


def _elements(c: Comparison, *, old: bool) -> dict[str, Span | None]:
    """What has a name of its own, with its place."""
    model = (c.old if old else c.new).model
    found: dict[str, Span | None] = {}
    for type_ in model.types:
        found[type_.name] = type_.span
        if isinstance(type_, StructuredType):
            found.update((f"{type_.name}/{m.name}", m.span) for m in members_of(type_))
        elif isinstance(type_, EnumType):
            found.update((f"{type_.name}/{m.name}", m.span) for m in type_.members)
    for operation in model.operations:
        found[overload_name(operation)] = operation.span
    for container in model.containers:
        for name, child in children_of(container).items():
            found[f"{container.name}/{name}"] = child.span
    return found


def _own(element: str, symbol: str) -> str:
    """What of a symbol belongs to the element: of `Class.attribute` and of chains, the last name."""
    if "/" not in element and "(" not in element:
        return symbol
    return re.split(r"\.|::|->", symbol.replace("(...)", ""))[-1]


def name_findings(findings: Sequence[Finding], namings: Sequence[Naming]) -> tuple[Finding, ...]:
    """Each finding with the names of its element, or of the type that it belongs to."""
    named: list[Finding] = []
    for finding in findings:
        symbols: dict[str, None] = {}
        for naming in namings:
            symbol = _name(finding.element, naming.either)
            if symbol is not None:
                symbols[symbol] = None
        named.append(replace(finding, symbols=tuple(symbols)) if symbols else finding)
    return tuple(named)


def _name(element: str, names: Mapping[str, str]) -> str | None:
    """The element's own name; else that of what holds it: type, operation."""
    while element:
        if element in names:
            return names[element]
        shorter = element.rpartition("/")[0] if "/" in element else element.partition("(")[0]
        if shorter == element:
            return None
        element = shorter
    return None
