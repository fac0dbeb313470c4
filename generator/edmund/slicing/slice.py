"""A smaller Model: what a selection of types and URL paths needs, and no more."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from edmund.diagnostics import Diagnostic, EdmundError, Severity
from edmund.model.elements import Model, Operation
from edmund.model.lineage import Lineage
from edmund.slicing.closure import Closure
from edmund.slicing.leads import lead_of
from edmund.slicing.pruning import Kept, prune
from edmund.slicing.selection import Match, MissedPattern, match_pattern
from edmund.slicing.steps import CHILDREN, SYSTEM, Steps
from edmund.suggestions import did_you_mean, near_qualified_names
from edmund.surface.called import names_called
from edmund.surface.elements import SegmentKind

__all__ = ["Selection", "SliceResult", "slice_model"]


@dataclass(frozen=True, slots=True)
class Selection:
    """What to keep: types by qualified name (an alias of the model will do) and URL path patterns.

    The module `selection` documents the patterns. With neither, everything is kept.
    """

    include_types: tuple[str, ...] = ()
    include_paths: tuple[str, ...] = ()

    @property
    def is_everything(self) -> bool:
        return not self.include_types and not self.include_paths


@dataclass(frozen=True, slots=True)
class SliceResult:
    """The smaller model; `reasons` tells for each of its types why it is there, the selection first."""

    model: Model
    reasons: Mapping[str, tuple[str, ...]]


def slice_model(model: Model, selection: Selection) -> SliceResult:
    """The part of `model` that the selection needs.

    It is closed: bases, types of properties, types that may stand in the place of a property's or an
    addressed entity's, parameters and results of the chosen operations. It is minimal: a navigation property
    stays only if values of its type are chosen, and a base does not bring its other descendants. A type
    selected by name brings the operations bound to it; a path brings those that it matches.

    Raises `EdmundError` when a name or a path matches nothing.
    """
    if selection.is_everything:
        return SliceResult(model, {t.name: ("everything is selected",) for t in model.types})
    lineage = Lineage(model)
    closure = Closure(model, lineage)
    operations: dict[Operation, None] = {}
    children: dict[str, None] = {}
    problems: list[Diagnostic] = []
    aliases = {s.alias: s.namespace for s in model.schemas if s.alias is not None}
    for written in selection.include_types:
        called = names_called(aliases, written, model.types_by_name)
        if len(called) != 1:
            problems.append(_no_such_type(model, written, called))
            continue
        name = called[0]
        closure.add(name, None, f"{name} was selected by name")
        for operation in _bound_to(model, lineage, name):
            operations.setdefault(operation)
            closure.add_operation(operation, name)
    if selection.include_paths:
        steps = Steps(model, lineage)
        for pattern in selection.include_paths:
            matches = match_pattern(steps, pattern)
            if isinstance(matches, MissedPattern):
                problems.append(_no_such_path(pattern, matches))
                continue
            for match in matches:
                _choose(closure, pattern, match)
                if match.ends:
                    _keep_address(closure, lead_of(model, lineage, _complex(match)))
                if match.step.operation is not None:
                    operations.setdefault(match.step.operation)
                if match.step.edge.kind in CHILDREN:
                    children.update(dict.fromkeys(match.step.elements))
    if problems:
        raise EdmundError(problems)
    closure.close()
    kept = Kept(
        types=frozenset(closure.types),
        payload=frozenset(closure.payload),
        operations=frozenset(operations),
        children=frozenset(children),
    )
    return SliceResult(prune(model, kept), closure.reasons)


_NOUNS = {SegmentKind.NAVIGATION: "navigation property"}


def _choose(closure: Closure, pattern: str, match: Match) -> None:
    """Choose the types that one step of a matching path uses."""
    step = match.step
    kind = step.edge.kind
    because = match.origin.type_name or None
    if step.operation is not None:
        closure.add_operation(step.operation, because)
    name = step.target.type_name
    if not name or kind in (SegmentKind.OPERATION, *SYSTEM):
        return
    if kind in CHILDREN:
        reason = f"{name} is at {step.edge.name!r}, selected by path {pattern!r}"
        because = None
    elif kind is SegmentKind.CAST:
        reason = f"{name} derives from {because}"
    else:
        reason = f"{name} is the type of {_NOUNS.get(kind, kind.value)} {step.elements[0]}"
    if match.ends:
        closure.add(name, because, reason)
    else:
        closure.add_exactly(name, because, reason)


def _complex(match: Match) -> str:
    """The type of a value whose address depends on what it leads to."""
    kinds = (SegmentKind.CAST, SegmentKind.PROPERTY)
    return match.step.target.type_name if match.step.edge.kind in kinds else ""


def _keep_address(closure: Closure, lead: tuple[str, ...]) -> None:
    for before, name in pairwise(lead):
        closure.add_exactly(name, before, f"{before} has an address because it leads to {name}")


def _bound_to(model: Model, lineage: Lineage, name: str) -> tuple[Operation, ...]:
    """The operations bound to the type or to a base of it, alone or as a collection."""
    types = {name, *(base.name for base in lineage.ancestors(name))}
    return tuple(
        operation
        for operation in model.operations
        if operation.binding is not None and operation.binding.name in types
    )


def _no_such_type(model: Model, written: str, called: tuple[str, ...]) -> Diagnostic:
    if called:
        message = f"{written!r} may be one of {len(called)} types"
    else:
        message = f"no type is called {written!r}: nothing to include"
    hint = did_you_mean(called[:5] or near_qualified_names(written, model.types_by_name))
    return Diagnostic("EDM302", Severity.ERROR, message, None, hint)


def _no_such_path(pattern: str, missed: MissedPattern) -> Diagnostic:
    message = f"no path matches {pattern!r}"
    if missed.segment:
        message += f": {missed.matched!r} has no {missed.segment!r}"
    hint = did_you_mean(missed.candidates)
    return Diagnostic("EDM301", Severity.ERROR, message, None, hint)
