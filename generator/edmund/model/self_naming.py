"""Which types' values name their type when they are written, without being asked (OData JSON Format 4.01, section 4.5.3)."""

from __future__ import annotations

from edmund.model.elements import Model, OperationKind, StructuredType

__all__ = ["self_naming_types"]


def self_naming_types(model: Model) -> frozenset[str]:
    """Types whose values may stand where one of their bases is declared.

    Those are the types with an abstract base, and with one that a single-valued property or an action's
    parameter is declared to have: what the official client lets say its type from the start. `entity`,
    the base of everything, does not count. Everywhere else it depends on where the value stands.
    """
    declared = _declared_alone(model)
    found: set[str] = set()
    pending: list[str] = []
    for type_ in model.types:
        if not isinstance(type_, StructuredType) or type_.name in found:
            continue
        if type_.name in declared or (type_.abstract and not _is_root(type_.name)):
            pending.extend(model.derived_by_name.get(type_.name, ()))
            while pending:
                below = pending.pop()
                if below not in found:
                    found.add(below)
                    pending.extend(model.derived_by_name.get(below, ()))
    return frozenset(found)


def _declared_alone(model: Model) -> frozenset[str]:
    """Types that a single-valued property or an action's parameter is declared to have."""
    found: set[str] = set()
    for type_ in model.types:
        if isinstance(type_, StructuredType):
            found |= {p.type.name for p in type_.properties if not p.type.collection}
            found |= {p.type.name for p in type_.navigation_properties if not p.type.collection}
    found |= {
        parameter.type.name
        for operation in model.operations
        if operation.kind is OperationKind.ACTION
        for parameter in operation.parameters
        if not parameter.type.collection
    }
    return frozenset(name for name in found if not _is_root(name))


def _is_root(name: str) -> bool:
    return name.rpartition(".")[2].lower() == "entity"
