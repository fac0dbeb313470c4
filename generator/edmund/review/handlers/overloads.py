"""Overloads of an operation that both versions have: which are gone, which are new, which belong together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from edmund.model.elements import Operation, OperationKind
from edmund.review.comparison import Comparison
from edmund.review.findings import Change, Direction
from edmund.review.shape import type_text
from edmund.review.terms import OPTIONAL_PARAMETER, is_tagged

__all__ = ["compare_overload_sets"]


def compare_overload_sets(
    c: Comparison, name: str, old: Mapping[str, Operation], new: Mapping[str, Operation]
) -> Iterator[Change]:
    """Overloads by name. An overload that only grew optional parameters breaks nothing."""
    gone = {n: o for n, o in old.items() if n not in new}
    come = {n: o for n, o in new.items() if n not in old}
    grown = _grown(gone, come)
    rebound = _rebound(c, gone, come, alone=len(old) == 1 and len(new) == 1)
    for overload, operation in gone.items():
        yield _removed(
            c,
            overload,
            operation,
            grown=grown.get(overload),
            rebound=rebound.get(overload),
            new=new,
        )
    origins = {n: o for o, n in (grown | rebound).items()}
    for overload, operation in come.items():
        detail: dict[str, object] = {"from": None, "to": overload, "operation": name}
        if overload in origins:
            detail["instead_of"] = origins[overload]
        yield Change(
            "overload-added",
            overload,
            f"overload {overload} is added",
            next(iter(old.values())).span,
            operation.span,
            detail=detail,
        )


def _binding(operation: Operation) -> str:
    return type_text(operation.binding) if operation.binding else ""


def _names(operation: Operation) -> frozenset[str]:
    return frozenset(p.name for p in operation.own_parameters)


def _grown(gone: Mapping[str, Operation], come: Mapping[str, Operation]) -> dict[str, str]:
    """Functions whose one successor has the same binding and more parameters, all new ones optional."""
    found: dict[str, str] = {}
    for overload, operation in gone.items():
        if operation.kind is not OperationKind.FUNCTION:
            continue
        successors = [
            n
            for n, o in come.items()
            if o.kind is operation.kind
            and _binding(o) == _binding(operation)
            and _names(operation) < _names(o)
            and all(
                is_tagged(p.annotations, OPTIONAL_PARAMETER)
                for p in o.own_parameters
                if p.name not in _names(operation)
            )
        ]
        if len(successors) == 1 and successors[0] not in found.values():
            found[overload] = successors[0]
    return found


def _rebound(
    c: Comparison, gone: Mapping[str, Operation], come: Mapping[str, Operation], *, alone: bool
) -> dict[str, str]:
    """Overloads that differ in the binding type alone: the only ones, or bound to related types."""
    found: dict[str, str] = {}
    for overload, operation in gone.items():
        candidates = [
            n
            for n, o in come.items()
            if o.kind is operation.kind
            and _names(o) == _names(operation)
            and _binding(o) != _binding(operation)
            and (alone or _related(c, operation, o))
        ]
        if len(candidates) == 1 and candidates[0] not in found.values():
            found[overload] = candidates[0]
    return found


def _related(c: Comparison, old: Operation, new: Operation) -> bool:
    if old.binding is None or new.binding is None:
        return False
    if old.binding.collection != new.binding.collection:
        return False
    one, other = old.binding.name, new.binding.name
    return c.new.is_derived(one, other) or c.new.is_derived(other, one)


def _removed(
    c: Comparison,
    overload: str,
    operation: Operation,
    *,
    grown: str | None,
    rebound: str | None,
    new: Mapping[str, Operation],
) -> Change:
    is_function = operation.kind is OperationKind.FUNCTION
    kind = "function-overload-removed" if is_function else "operation-removed"
    detail: dict[str, object] = {"from": overload, "to": None, "operation": operation.name}
    place = c.new.place(operation.binding.name if operation.binding else None)
    if grown is not None:
        return Change(
            "operation-parameter-added-optional",
            overload,
            f"{overload} takes more parameters, all optional: {grown}",
            operation.span,
            new[grown].span,
            kind=kind,
            direction=Direction.REQUEST,
            detail=detail | {"to": grown},
        )
    if rebound is not None:
        return Change(
            "operation-binding-type-changed",
            overload,
            f"{overload} is now bound to {_binding(new[rebound])}",
            operation.span,
            new[rebound].span,
            kind=kind,
            detail=detail | {"to": rebound},
        )
    return Change(
        kind,
        overload,
        f"overload {overload} is removed",
        operation.span,
        place,
        detail=detail,
    )
