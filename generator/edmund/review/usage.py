"""Use: which types a service reads in requests and answers in responses, taken from the Surface."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from edmund.model.elements import Model, Parameter, StructuredType
from edmund.review.specification import Facing
from edmund.surface.build import build_resources
from edmund.surface.elements import CallKind, SegmentKind, Surface
from edmund.surface.operations import signature
from edmund.surface.type_parts import name_of

__all__ = ["Usage", "everything_used", "usage_in", "usage_of"]

_BODIES = (CallKind.CREATE, CallKind.UPDATE, CallKind.REPLACE, CallKind.INVOKE)
_NOWHERE: frozenset[Facing] = frozenset()
_BOTH = frozenset({Facing.REQUEST, Facing.RESPONSE})
_REQUEST = frozenset({Facing.REQUEST})
_RESPONSE = frozenset({Facing.RESPONSE})


@dataclass(frozen=True, slots=True)
class Usage:
    """The types that requests and responses can carry. `known` is False where there is no surface.

    `declared_only` are base types of answered ones that no answer is declared to be.
    """

    requests: frozenset[str]
    responses: frozenset[str]
    declared_only: frozenset[str] = frozenset()
    known: bool = True

    def facings(self, type_name: str) -> frozenset[Facing]:
        """Where a type is met; both when nothing is known."""
        if not self.known:
            return _BOTH
        if type_name in self.requests:
            return _BOTH if type_name in self.responses else _REQUEST
        return _RESPONSE if type_name in self.responses else _NOWHERE

    def is_carried(self, type_name: str) -> bool:
        """Whether answers are declared to carry the type, so that its derived types may come too."""
        return type_name not in self.declared_only


def everything_used() -> Usage:
    """Use of a model without a container: nothing is known, so anything may be anywhere."""
    return Usage(frozenset(), frozenset(), known=False)


def usage_of(model: Model, surface: Surface) -> Usage:
    """What the calls of `surface` can carry, closed over bases, derived types and members.

    Answers follow navigation properties ($expand), requests follow contained ones (deep insert).
    """
    sent: set[str] = set()
    answered: set[str] = set()
    overloads = {signature(operation): operation for operation in model.operations}
    for resource in surface.resources:
        for edge in resource.edges:
            if edge.kind is SegmentKind.KEY:
                sent.update(name_of(part.type) for part in edge.keys)
        for call in resource.calls:
            if call.body is not None and call.kind in _BODIES:
                sent.add(name_of(call.body))
            if call.returns is not None:
                answered.add(name_of(call.returns))
        # The surface names no type definitions; operations of the model do.
        operation = overloads.get(resource.id.partition(":")[2])
        if operation is not None:
            sent.update(_names(operation.own_parameters))
            if operation.return_type is not None:
                answered.add(operation.return_type.type.name)
    requests, request_bases = _closed(model, sent, contained_only=True)
    responses, response_bases = _closed(model, answered, contained_only=False)
    return Usage(requests | request_bases, responses | response_bases, response_bases - responses)


def _names(parameters: Iterable[Parameter]) -> Iterable[str]:
    return (p.type.name for p in parameters)


def _closed(
    model: Model, start: Iterable[str], *, contained_only: bool
) -> tuple[frozenset[str], frozenset[str]]:
    types = model.types_by_name
    visited: set[str] = set()  # values of these types are carried, derived ones included
    bases: set[str] = set()  # only what these declare is carried
    waiting = [name for name in start if name in types]
    while waiting:
        name = waiting.pop()
        if name in visited:
            continue
        visited.add(name)
        declared = types[name]
        if not isinstance(declared, StructuredType):
            continue
        neighbours = [*model.derived_by_name.get(name, ())]
        neighbours.extend(_member_types(declared, contained_only=contained_only))
        base = declared.base
        while base is not None and isinstance(parent := types.get(base), StructuredType):
            if base in bases:
                break  # and so are those above it
            bases.add(base)
            neighbours.extend(_member_types(parent, contained_only=contained_only))
            base = parent.base
        waiting.extend(n for n in neighbours if n in types and n not in visited)
    return frozenset(visited), frozenset(bases)


def _member_types(declared: StructuredType, *, contained_only: bool) -> Iterable[str]:
    for prop in declared.properties:
        yield prop.type.name
    for navigation in declared.navigation_properties:
        if navigation.contains_target or not contained_only:
            yield navigation.type.name


def usage_in(model: Model, surface: Surface | None = None) -> Usage:
    """The use of types in the calls of a model. Without a container any type may be anywhere."""
    if not model.containers:
        return everything_used()
    return usage_of(model, surface or build_resources(model)[0])
