"""Which actions and functions can be called where.

A bound operation is available on its binding type and on all types derived from it, and on collections
likewise (OData CSDL 4.01, section 12.1; Protocol 11.5). Where a derived type has an overload of its
own with the same parameters, that one is called.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from edmund.csdl.expression import AnnotationValue
from edmund.model.elements import (
    EntityContainer,
    Model,
    Operation,
    OperationKind,
    Parameter,
    StructuredType,
    TypeReference,
)
from edmund.model.lineage import Lineage
from edmund.model.vocabulary import (
    EXPLICIT_OPERATION_BINDINGS,
    REQUIRES_EXPLICIT_BINDING,
    find_value,
    is_optional,
    is_true,
    texts,
)

__all__ = ["BoundOperations", "optional_parameters", "required_parameters", "signature"]


def signature(operation: Operation) -> str:
    """The operation's identity among its overloads: `ns.name(Collection(ns.T),parameter)`.

    Overloads differ by binding type and by the names of the other parameters (CSDL 12.2 and 12.4).
    """
    parts = [] if operation.binding is None else [_spelled(operation.binding)]
    if operation.kind is OperationKind.FUNCTION:
        parts += [parameter.name for parameter in operation.own_parameters]
    return f"{operation.name}({','.join(parts)})"


def optional_parameters(operation: Operation) -> tuple[Parameter, ...]:
    """The parameters of a function that a call may leave out (Core.OptionalParameter)."""
    return tuple(p for p in operation.own_parameters if is_optional(p))


def required_parameters(operation: Operation) -> tuple[Parameter, ...]:
    """The other parameters of a function."""
    optional = optional_parameters(operation)
    return tuple(p for p in operation.own_parameters if p not in optional)


def _spelled(type_: TypeReference) -> str:
    return f"Collection({type_.name})" if type_.collection else type_.name


class BoundOperations:
    """The bound operations of a model, by what they are bound to."""

    def __init__(self, model: Model, lineage: Lineage) -> None:
        self._lineage = lineage
        self._by_binding: dict[tuple[str, bool], list[Operation]] = {}
        self._found: dict[bool, dict[str, tuple[Operation, ...]]] = {False: {}, True: {}}
        bound_somewhere = frozenset(_explicit_bindings(model))
        self._explicit_only: set[str] = set()
        for operation in model.operations:
            binding = operation.binding
            if binding is None:
                continue
            self._by_binding.setdefault((binding.name, binding.collection), []).append(operation)
            # One that no element binds could not be called at all; it is taken for bound to its type.
            if operation.name in bound_somewhere and is_true(
                operation.annotations, REQUIRES_EXPLICIT_BINDING
            ):
                self._explicit_only.add(operation.name)

    def of(self, type_: TypeReference, explicit: tuple[str, ...]) -> tuple[Operation, ...]:
        """What can be called on a value of `type_` whose element binds `explicit`; bases first."""
        found = self._bound_to(type_.name, type_.collection)
        if not self._explicit_only:
            return found
        return tuple(o for o in found if o.name not in self._explicit_only or o.name in explicit)

    def _bound_to(self, name: str, collection: bool) -> tuple[Operation, ...]:
        """What is bound to a type, whose bases' operations come first; a type without own ones shares theirs."""
        known = self._found[collection]
        line = [type_.name for type_ in self._lineage.unknown(name, known)]
        for one in line or ([] if name in known else [name]):  # a primitive type has no line
            inherited = known.get(self._lineage.base(one) or "", ())
            own = self._by_binding.get((one, collection), ())
            by_call = (
                {_call(operation): operation for operation in (*inherited, *own)} if own else {}
            )
            known[one] = tuple(by_call.values()) if own else inherited
        return known[name]


def _call(operation: Operation) -> tuple[object, ...]:
    """What tells calls apart; actions are not overloaded beyond their binding (CSDL 12.2)."""
    is_action = operation.kind is OperationKind.ACTION
    parameters = () if is_action else tuple(p.name for p in operation.own_parameters)
    return (operation.kind, operation.name, parameters)


def _explicit_bindings(model: Model) -> Iterator[str]:
    """The operations that some element of the model binds explicitly."""
    for annotated in _annotated(model):
        yield from texts(find_value(annotated, EXPLICIT_OPERATION_BINDINGS)) or ()


def _annotated(model: Model) -> Iterator[Iterable[AnnotationValue]]:
    for type_ in model.types:
        if isinstance(type_, StructuredType):
            yield type_.annotations
            yield from (n.annotations for n in type_.navigation_properties)
            yield from (p.annotations for p in type_.properties)
    for container in model.containers:
        yield from _held(container)


def _held(container: EntityContainer) -> Iterator[Iterable[AnnotationValue]]:
    yield from (s.annotations for s in container.entity_sets)
    yield from (s.annotations for s in container.singletons)
