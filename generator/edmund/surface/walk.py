"""Walks a model from resource to resource: each is visited once, so cycles end and cost nothing.

What is below a resource depends on its type alone, unless annotations set it apart.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import replace

from edmund.diagnostics import Diagnostic, Severity, Span
from edmund.model.elements import (
    Model,
    Operation,
    OperationKind,
    TypeKind,
    TypeReference,
)
from edmund.model.homes import homes_of
from edmund.model.lineage import Lineage
from edmund.model.vocabulary import description
from edmund.surface.capabilities import NOTHING_SAID, Capabilities, merge, operation_notes, under
from edmund.surface.conventions import url_conventions
from edmund.surface.declared_types import DeclaredTypes
from edmund.surface.elements import (
    Call,
    Deprecation,
    Edge,
    KeyPart,
    Resource,
    ResourceKind,
    Scheme,
    SegmentKind,
)
from edmund.surface.members import Child, ChildKind, TypeMembers, deprecation_of
from edmund.surface.operations import (
    BoundOperations,
    optional_parameters,
    required_parameters,
    signature,
)
from edmund.surface.restrictions import NOTHING_RESTRICTED, merge_restrictions
from edmund.surface.roles import is_shared, settle, settle_item, settle_single
from edmund.surface.specs import (
    Spec,
    calls_of,
    cast_collection_spec,
    cast_complex_spec,
    cast_entity_spec,
    collection_reference_spec,
    content_spec,
    count_spec,
    reference_spec,
    stream_spec,
)

__all__ = ["Walk"]


class Walk:
    """Finds the resources below a root, breadth first.

    `add`, `collection` and `operation` give the id of a resource and see to it that it is visited.
    """

    def __init__(self, model: Model) -> None:
        self._model = model
        lineage = Lineage(model)
        self._lineage = lineage
        self._conventions = url_conventions(model)
        self._declared = DeclaredTypes(model)
        self.members = TypeMembers(model, lineage, self._declared)
        self._homes = homes_of(model)
        self._operations = BoundOperations(model, lineage)
        self._specs: dict[str, Spec] = {}
        self._queue: deque[Spec] = deque()
        self._below: dict[str, tuple[Edge, ...]] = {}
        self._child_edges: dict[str, Edge] = {}
        self._cast_edges: dict[tuple[str, bool], Edge] = {}
        self._casts_below: dict[tuple[str, bool, tuple[str, ...] | None], tuple[Edge, ...]] = {}
        self._operation_edges_by_target: dict[str, Edge] = {}
        self._type_deprecations: dict[str, Deprecation | None] = {}

    def resources(self) -> Iterator[Resource]:
        """All resources asked for so far and all below them, each when the walk first meets it."""
        while self._queue:
            yield self._resource(self._queue.popleft())

    def findings(self) -> Iterator[Diagnostic]:
        """What annotations of the resources met so far say that is not understood."""
        seen: set[tuple[str, Span | None]] = set()
        for spec in self._specs.values():
            notes = spec.said.notes
            if spec.operation is not None:
                notes = (operation_notes(spec.operation.annotations),)
            for one in notes:
                for scheme in one.unknown_schemes:
                    if (scheme, one.span) not in seen:
                        seen.add((scheme, one.span))
                        yield _unknown_scheme(scheme, one.span)

    def _add(self, spec: Spec) -> str:
        if spec.id not in self._specs:
            self._specs[spec.id] = spec
            self._queue.append(spec)
        return spec.id

    def _resource(self, spec: Spec) -> Resource:
        type_ = self._model.types_by_name.get(spec.type.name) if spec.type is not None else None
        return Resource(
            spec.id,
            spec.kind,
            None if spec.type is None else self._declared.type(spec.type),
            edges=tuple(self._edges(spec)),
            calls=self._calls(spec),
            declared_on=spec.declared_on,
            description=description(type_.annotations) if type_ is not None else None,
        )

    def _calls(self, spec: Spec) -> tuple[Call, ...]:
        if spec.type is None or spec.type.is_primitive:
            return calls_of(spec, False, None, self._declared)
        type_ = self._model.structured(spec.type.name)
        entities = type_ is not None and type_.kind is TypeKind.ENTITY
        deprecated = self._deprecation(spec.type.name)
        return calls_of(spec, entities, deprecated, self._declared)

    def _deprecation(self, name: str) -> Deprecation | None:
        if name not in self._type_deprecations:
            type_ = self._model.types_by_name.get(name)
            self._type_deprecations[name] = deprecation_of(type_.annotations) if type_ else None
        return self._type_deprecations[name]

    def type_of(self, resource: str) -> TypeReference | None:
        """The type of the resource of this id, which has been asked for."""
        return self._specs[resource].type

    def operation_of(self, resource: str) -> Operation | None:
        """The overload that the resource of this id stands for."""
        return self._specs[resource].operation

    # --- edges

    def edges_of(self, resource: str) -> tuple[Edge, ...]:
        """The edges of the resource of this id."""
        return tuple(self._edges(self._specs[resource]))

    def _edges(self, spec: Spec) -> Iterator[Edge]:
        if spec.operation is not None:
            operation = spec.operation
            if operation.composable and spec.type is not None:
                if spec.type.collection:
                    yield from self._edges_of_result(spec)
                else:
                    yield from self._edges_below(spec)
        elif spec.type is None or spec.type.is_primitive:
            return
        elif spec.type.collection:
            yield from self._collection_edges(spec)
        else:
            yield from self._edges_below(spec)
            if spec.kind is not ResourceKind.CAST_ENTITY:
                yield from self._casts(spec.type.name, False, spec.derived)
            if spec.kind is ResourceKind.REFERENCED_ENTITY and spec.said.referenceable is not False:
                yield self._reference(reference_spec(spec.item))

    def singleton(self, type_name: str, said: Capabilities, declared_on: str) -> str:
        """The id of the singleton `declared_on` of which `said` is said."""
        base = self.members.said(type_name)
        spec = Spec(
            f"singleton:{type_name}",
            ResourceKind.SINGLETON,
            TypeReference(type_name, nullable=False),
            settle_single(merge(said, base), updatable=True, deletable=False),
            declared_on,
        )
        return self._settled(spec, settle_single(base, updatable=True, deletable=False))

    def collection(
        self,
        kind: ResourceKind,
        type_name: str,
        said: Capabilities,
        declared_on: str,
        *,
        shared: bool = False,
        keys: tuple[tuple[KeyPart, ...], ...] = (),
        derived: tuple[str, ...] | None = None,
    ) -> str:
        """The id of the collection of `type_name` that `declared_on` holds or refers to.

        Entity sets say `said` of it, and may add alternate `keys` to those of the type; `shared` and
        `derived` are those of `Spec`.
        """
        owned = shared or kind is ResourceKind.COLLECTION or type_name not in self._homes.housed
        base = self.members.said(type_name)
        spec = Spec(
            f"{'shared collection' if shared else kind.value}:{type_name}",
            kind,
            TypeReference(type_name, collection=True, nullable=False),
            settle(merge(said, base), owned),
            declared_on,
            shared=shared,
            keys=keys,
            derived=derived,
        )
        return self._settled(spec, settle(base, owned))

    def _settled(self, spec: Spec, plain: Capabilities) -> str:
        """The resource of the type where the capabilities are the plain ones, else one of its own."""
        if spec.said == plain and not spec.keys and spec.derived is None:
            return self._add(replace(spec, declared_on=None))
        return self._add(replace(spec, id=f"{spec.id}@{spec.declared_on}"))

    def _collection_edges(self, spec: Spec) -> Iterator[Edge]:
        assert spec.type is not None
        name = spec.type.name
        said = spec.said
        type_ = self._model.structured(name)
        if type_ is not None and type_.kind is TypeKind.ENTITY and said.indexable is not False:
            yield from self._key_edges(spec)
        if said.countable is not False:
            yield self._count(said)
        if spec.kind is ResourceKind.REFERENCED_COLLECTION and said.referenceable is not False:
            yield self._reference(collection_reference_spec(said))
        yield from self._operation_edges(spec)
        is_entity = type_ is not None and type_.kind is TypeKind.ENTITY
        if is_entity and spec.kind is not ResourceKind.CAST_COLLECTION:
            yield from self._casts(name, True, spec.derived)

    def _key_edges(self, spec: Spec) -> Iterator[Edge]:
        assert spec.type is not None
        key = self.members.key(spec.type.name)
        alternates = dict.fromkeys((*self.members.alternate_keys(spec.type.name), *spec.keys))
        if not key and not alternates:
            return  # Nothing leads to an item.
        item = self._item(spec)
        if key:
            # One segment holds one part; several can always be written as a predicate (URL 4.3.1).
            in_segment = self._conventions.key_as_segment and len(key) == 1
            kind = SegmentKind.KEY if in_segment else SegmentKind.KEY_PREDICATE
            yield Edge(kind, "", item, keys=key)
        for alternate in alternates:
            yield Edge(SegmentKind.ALTERNATE_KEY, "", item, keys=alternate)

    def _edges_of_result(self, spec: Spec) -> Iterator[Edge]:
        """Below a composable function that returns a collection."""
        assert spec.type is not None
        yield self._count(NOTHING_SAID)
        yield from self._operation_edges(spec)
        type_ = self._model.structured(spec.type.name)
        if type_ is not None and type_.kind is TypeKind.ENTITY:
            yield from self._casts(spec.type.name, True, None)

    def _item(self, collection: Spec) -> str:
        assert collection.type is not None
        name = collection.type.name
        item_type = TypeReference(name, nullable=False)
        if collection.kind is ResourceKind.CAST_COLLECTION:
            return self._cast_entity(name)
        referenced = collection.kind is ResourceKind.REFERENCED_COLLECTION
        owned = collection.shared or not referenced or name not in self._homes.housed
        role = "shared item" if collection.shared else "referenced item" if referenced else "entity"
        return self._settled(
            Spec(
                f"{role}:{name}",
                ResourceKind.REFERENCED_ENTITY if referenced else ResourceKind.ENTITY,
                item_type,
                settle_item(collection.said),
                collection.declared_on,
                item=referenced,
                derived=collection.derived,
            ),
            settle_item(settle(self.members.said(name), owned)),
        )

    def _count(self, said: Capabilities) -> Edge:
        return Edge(SegmentKind.COUNT, "$count", self._add(count_spec(said)))

    def _reference(self, spec: Spec) -> Edge:
        return Edge(SegmentKind.REFERENCE, "$ref", self._add(spec))

    def _edges_below(self, spec: Spec) -> tuple[Edge, ...]:
        """The properties, operations and casts below one value of a structured type."""
        assert spec.type is not None
        name, said = spec.type.name, spec.said
        set_apart = said.nested or said.children_navigable is False or said.explicit_operations
        if set_apart:
            return tuple(self._fresh_edges_below(spec))
        found = self._below.get(name)
        if found is None:
            found = self._below[name] = tuple(self._fresh_edges_below(spec))
        return found

    def _fresh_edges_below(self, spec: Spec) -> Iterator[Edge]:
        assert spec.type is not None
        name = spec.type.name
        for child in self.members.children(name):
            edge = self._child(child, spec)
            if edge is not None:
                yield edge
        if self._lineage.has_stream(name):
            yield Edge(SegmentKind.VALUE, "$value", self._add(stream_spec(writable=True)))
        yield from self._operation_edges(spec)

    def _child(self, child: Child, parent: Spec) -> Edge | None:
        override = under(parent.said.nested, child.name) if parent.said.nested else NOTHING_SAID
        navigable = child.said.navigable if override.navigable is None else override.navigable
        if navigable is None:
            navigable = parent.said.children_navigable is not False
        if child.kind is ChildKind.NAVIGATION and not navigable:
            return None
        if override != NOTHING_SAID:
            # Nested restrictions of the property itself would follow one another without end.
            said = merge(override, replace(child.said, nested=()))
            return self._child_edge(child, said, f"{parent.declared_on}/{child.name}")
        found = self._child_edges.get(child.qualified_name)
        if found is None:
            found = self._child_edge(child, child.said, child.qualified_name)
            self._child_edges[child.qualified_name] = found
        if override.restrictions != NOTHING_RESTRICTED:
            restrictions = merge_restrictions(override.restrictions, found.restrictions)
            return replace(found, restrictions=restrictions)
        return found

    def _child_edge(self, child: Child, said: Capabilities, declared_on: str) -> Edge:
        segment = SegmentKind.PROPERTY
        if child.kind is ChildKind.NAVIGATION:
            segment = SegmentKind.NAVIGATION
            target = self._navigation(child, said, declared_on)
        elif child.kind is ChildKind.STREAM:
            target = self._stream(child, child.writable and said.updatable is not False)
        else:
            target = self._property(child, said, declared_on)
        return Edge(
            segment,
            child.name,
            target,
            restrictions=said.restrictions,
            qualified_name=child.qualified_name,
            description=child.description,
            deprecation=child.deprecation,
        )

    def _stream(self, child: Child, writable: bool) -> str:
        """A property called `content` is what its entity is about: writing it answers the entity."""
        owner = self._model.structured(child.qualified_name.partition("/")[0])
        is_entity = owner is not None and owner.kind is TypeKind.ENTITY
        if writable and is_entity and child.name.lower() == "content":
            return self._add(content_spec(child.qualified_name))
        return self._add(stream_spec(writable))

    def _navigation(self, child: Child, said: Capabilities, declared_on: str) -> str:
        name = child.type.name
        shared = child.contained and is_shared(self._homes, child)
        referenced = shared or not child.contained
        if child.type.collection:
            kind = ResourceKind.COLLECTION
            if referenced:
                kind = ResourceKind.REFERENCED_COLLECTION
            return self.collection(
                kind, name, said, declared_on, shared=shared, derived=child.derived_types
            )
        deletable = child.contained or name not in self._homes.housed
        kind = ResourceKind.REFERENCED_ENTITY if referenced else ResourceKind.ENTITY
        base = self.members.said(name)
        return self._settled(
            Spec(
                f"{'shared entity' if shared else kind.value}:{name}",
                kind,
                TypeReference(name, nullable=False),
                settle_single(merge(said, base), True, deletable),
                declared_on,
                derived=child.derived_types,
            ),
            settle_single(base, True, deletable),
        )

    def _property(self, child: Child, said: Capabilities, declared_on: str) -> str:
        type_ = replace(child.type, nullable=True)
        kind = ResourceKind.PRIMITIVE
        if child.kind is ChildKind.COMPLEX:
            kind = ResourceKind.COMPLEX
        spelled = f"Collection({type_.name})" if type_.collection else type_.name
        writable = child.writable
        if type_.collection:
            settled = replace(
                settle(said, writable), insertable=said.insertable or False, deletable=None
            )
            plain = replace(settle(NOTHING_SAID, True), insertable=False, deletable=None)
        else:
            settled = settle_single(said, updatable=writable, deletable=False)
            plain = settle_single(NOTHING_SAID, updatable=True, deletable=False)
        return self._settled(
            Spec(
                f"{kind.value}:{spelled}",
                kind,
                type_,
                settled,
                declared_on,
                derived=child.derived_types,
            ),
            plain,
        )

    # --- casts and operations

    def _casts(
        self, name: str, collection: bool, allowed: tuple[str, ...] | None
    ) -> tuple[Edge, ...]:
        """The casts below a value or collection; a cast itself leads to no other, nobody needs two."""
        key = (name, collection, allowed)
        found = self._casts_below.get(key)
        if found is None:
            derived = self.members.derived_types(name, allowed)
            found = self._casts_below[key] = tuple(self._cast(one, collection) for one in derived)
        return found

    def _cast(self, derived: str, collection: bool) -> Edge:
        key = (derived, collection)
        found = self._cast_edges.get(key)
        if found is None:
            type_ = self._model.structured(derived)
            found = self._cast_edges[key] = Edge(
                SegmentKind.CAST,
                self._conventions.cast(derived),
                self._cast_collection(derived) if collection else self._cast_entity(derived),
                qualified_name=derived,
                description=description(type_.annotations) if type_ is not None else None,
                deprecation=self._deprecation(derived),
            )
        return found

    def _cast_collection(self, name: str) -> str:
        return self._add(cast_collection_spec(name, self.members.said(name)))

    def _cast_entity(self, name: str) -> str:
        type_ = self._model.structured(name)
        if type_ is not None and type_.kind is TypeKind.COMPLEX:
            return self._add(cast_complex_spec(name))
        return self._add(cast_entity_spec(name, self.members.said(name)))

    def _operation_edges(self, spec: Spec) -> Iterator[Edge]:
        assert spec.type is not None
        for operation in self._operations.of(spec.type, spec.said.explicit_operations):
            yield self.operation(operation)

    def operation(self, operation: Operation) -> Edge:
        """The edge to one overload of an action or function."""
        is_function = operation.kind is OperationKind.FUNCTION
        kind = ResourceKind.FUNCTION if is_function else ResourceKind.ACTION
        target = f"{kind.value}:{signature(operation)}"
        edge = self._operation_edges_by_target.get(target)
        if edge is None:
            edge = self._operation_edges_by_target[target] = Edge(
                SegmentKind.OPERATION,
                self._conventions.operation(operation.name),
                target,
                parameters=(
                    tuple(map(self._declared.parameter, required_parameters(operation)))
                    if is_function
                    else ()
                ),
                optional_parameters=(
                    tuple(map(self._declared.parameter, optional_parameters(operation)))
                    if is_function
                    else ()
                ),
                qualified_name=operation.name,
                description=description(operation.annotations),
                deprecation=deprecation_of(operation.annotations),
            )
            returned = operation.return_type.type if operation.return_type is not None else None
            self._add(
                Spec(
                    target,
                    kind,
                    returned if is_function else None,
                    operation=operation,
                    answers_stream=returned is not None and self.members.is_mere_stream(returned),
                )
            )
        return edge


def _unknown_scheme(scheme: str, span: Span | None) -> Diagnostic:
    return Diagnostic(
        "EDM301",
        Severity.WARNING,
        f"the permission scheme '{scheme}' is not known; its permissions are left out",
        span,
        hint="known are " + ", ".join(s.value for s in Scheme),
    )
