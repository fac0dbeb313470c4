"""Taking out of a Model what a slice does not keep, so that nothing left refers to what has gone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain

from edmund.csdl.expression import AnnotationValue
from edmund.model.elements import (
    EntityContainer,
    EntitySet,
    EnumType,
    Model,
    NavigationProperty,
    NavigationPropertyBinding,
    Operation,
    SchemaType,
    Singleton,
    StructuredType,
    Term,
)
from edmund.model.homes import homes_of
from edmund.model.lineage import Lineage
from edmund.model.paths import MemberPaths

__all__ = ["Kept", "prune"]


@dataclass(frozen=True, slots=True)
class Kept:
    """Names of types (all, and those of which values occur), operations, and `ns.Container/child`s."""

    types: frozenset[str]
    payload: frozenset[str]
    operations: frozenset[Operation]
    children: frozenset[str]


def prune(model: Model, kept: Kept) -> Model:
    """The model with only what is kept, closed: partners, bindings and paths that lost their end go too."""
    structures = tuple(_structure(t, kept) for t in model.types if t.name in kept.types)
    smaller = Model(types=structures)
    paths = MemberPaths(smaller, Lineage(smaller))
    types = tuple(_without_lost_partners(t, paths) for t in structures)
    containers = tuple(_containers(model, kept, paths))
    operations = tuple(_operation(o, paths) for o in model.operations if o in kept.operations)
    terms = _terms(model, kept, types, operations, containers)
    names = chain(
        (t.name for t in types),
        (o.name for o in operations),
        (t.name for t in terms),
        (c.name for c in containers),
    )
    namespaces = {name.rpartition(".")[0] for name in names}
    schemas = tuple(schema for schema in model.schemas if schema.namespace in namespaces)
    return Model(schemas, types, operations, terms, containers, model.version, homes_of(model))


def _structure(declared: SchemaType, kept: Kept) -> SchemaType:
    if not isinstance(declared, StructuredType):
        return declared
    navigation = tuple(
        nav
        for nav in declared.navigation_properties
        if nav.type.name in kept.payload or nav.type.is_primitive
    )
    if len(navigation) == len(declared.navigation_properties):
        return declared
    return replace(declared, navigation_properties=navigation)


def _without_lost_partners(declared: SchemaType, paths: MemberPaths) -> SchemaType:
    if not isinstance(declared, StructuredType):
        return declared
    navigation = tuple(_partnered(nav, paths) for nav in declared.navigation_properties)
    if navigation == declared.navigation_properties:
        return declared
    return replace(declared, navigation_properties=navigation)


def _partnered(navigation: NavigationProperty, paths: MemberPaths) -> NavigationProperty:
    if navigation.partner is None:
        return navigation
    wrong = paths.first_wrong(navigation.type.name, navigation.partner.split("/"))
    return navigation if wrong is None else replace(navigation, partner=None)


def _operation(operation: Operation, paths: MemberPaths) -> Operation:
    """The operation; its EntitySetPath stays as long as it can be followed."""
    binding = operation.binding
    if operation.entity_set_path is None or binding is None:
        return operation
    segments = operation.entity_set_path.split("/")[1:]
    if paths.first_wrong(binding.name, segments) is None:
        return operation
    return replace(operation, entity_set_path=None)


def _containers(model: Model, kept: Kept, paths: MemberPaths) -> Iterator[EntityContainer]:
    for container in model.containers:
        prefix = container.name + "/"
        sets = tuple(s for s in container.entity_sets if prefix + s.name in kept.children)
        singletons = tuple(s for s in container.singletons if prefix + s.name in kept.children)
        places = {child.name: child.type for child in sets + singletons}
        sets_by_type = {s.type: s.name for s in reversed(container.entity_sets)}
        imports = tuple(
            i if i.entity_set is None or i.entity_set in places else replace(i, entity_set=None)
            for i in container.operation_imports
            if prefix + i.name in kept.children
        )
        if not places and not imports:
            continue
        # What the container extends has been merged in: its children are all here.
        yield replace(
            container,
            extends=None,
            entity_sets=tuple(replace(s, bindings=_bindings(s, places, paths)) for s in sets),
            singletons=tuple(
                replace(
                    s,
                    bindings=_bindings(s, places, paths),
                    set_of_type=s.set_of_type or sets_by_type.get(s.type),
                )
                for s in singletons
            ),
            operation_imports=imports,
            path_annotations=tuple(
                annotated
                for annotated in container.path_annotations
                if _leads_somewhere(annotated.path, places, paths)
            ),
        )


def _bindings(
    child: EntitySet | Singleton, places: Mapping[str, str], paths: MemberPaths
) -> tuple[NavigationPropertyBinding, ...]:
    return tuple(
        binding
        for binding in child.bindings
        if paths.first_wrong(child.type, binding.path.split("/")) is None
        and _leads_somewhere(binding.target, places, paths)
    )


def _leads_somewhere(path: str, places: Mapping[str, str], paths: MemberPaths) -> bool:
    first, *rest = path.split("/")
    return first in places and paths.first_wrong(places[first], rest) is None


def _terms(
    model: Model,
    kept: Kept,
    types: Iterable[SchemaType],
    operations: Iterable[Operation],
    containers: Iterable[EntityContainer],
) -> tuple[Term, ...]:
    """The terms that annotate what is kept or are meant for it, if their own types are kept."""
    if not model.terms:
        return ()
    used: set[str] = set()
    for annotation in _annotations(types, operations, containers):
        used.add(annotation.term)
        used.update(nested.term for nested in annotation.annotations)
    return tuple(
        term
        for term in model.terms
        if (term.type.is_primitive or term.type.name in kept.types)
        and (term.name in used or any(name in kept.types for name in term.applies_to))
    )


def _annotations(
    types: Iterable[SchemaType],
    operations: Iterable[Operation],
    containers: Iterable[EntityContainer],
) -> Iterator[AnnotationValue]:
    for declared in types:
        yield from declared.annotations
        if isinstance(declared, EnumType):
            for member in declared.members:
                yield from member.annotations
        elif isinstance(declared, StructuredType):
            for prop in declared.properties + declared.navigation_properties:
                yield from prop.annotations
    for operation in operations:
        yield from operation.annotations
        for parameter in operation.parameters:
            yield from parameter.annotations
        if operation.return_type is not None:
            yield from operation.return_type.annotations
    for container in containers:
        yield from container.annotations
        children = container.entity_sets + container.singletons + container.operation_imports
        for child in children:
            yield from child.annotations
        for annotated in container.path_annotations:
            yield from annotated.annotations
