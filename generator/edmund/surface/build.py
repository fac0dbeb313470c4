"""Builds the Surface: walks from the entity containers over navigation, one resource per type and role.

The walk visits each resource once, whatever the number of paths to it, so it ends on recursive schemas
and costs no more than the schema has elements.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from edmund.diagnostics import Diagnostic
from edmund.model.elements import (
    EntityContainer,
    EntitySet,
    Model,
    Operation,
    OperationImport,
    OperationKind,
    Singleton,
    StructuredType,
    TypeKind,
    TypeReference,
)
from edmund.model.lineage import Lineage
from edmund.surface.annotations import deprecation
from edmund.surface.calls import (
    action_call,
    collection_calls,
    collection_reference_calls,
    complex_calls,
    count_calls,
    entity_calls,
    function_call,
    reference_calls,
    stream_calls,
)
from edmund.surface.capabilities import (
    NOTHING_SAID,
    Capabilities,
    default_capabilities,
    merge,
    read_capabilities,
    under,
)
from edmund.surface.conventions import url_conventions
from edmund.surface.elements import (
    Call,
    Deprecation,
    Edge,
    KeyPart,
    QueryOption,
    Resource,
    ResourceKind,
    SegmentKind,
    Surface,
)
from edmund.surface.grants import attach_permissions
from edmund.surface.members import Child, ChildKind, TypeMembers, description_of
from edmund.surface.operations import BoundOperations, optional_parameters, signature
from edmund.surface.permissions import PermissionTable
from edmund.surface.roles import Homes, settle, settle_item, settle_single

__all__ = ["build_surface"]

_ROOT: Final = "root"


def build_surface(
    model: Model, permissions: PermissionTable | None = None
) -> tuple[Surface, tuple[Diagnostic, ...]]:
    """The surface of all containers of `model`, with `permissions` attached to the calls they name.

    A model without a container has a root and nothing below it. Diagnostics are warnings: permissions
    of schemes that are not known, a table of which no path is in the model.
    """
    builder = _Builder(model)
    return attach_permissions(builder.build(), permissions)


@dataclass(frozen=True, slots=True)
class _Spec:
    """What a resource is, before its edges are known. `said` is settled.

    `item` marks one of a referenced collection, `shared` a containment of what lives elsewhere too.
    `keys` are alternate keys of the entity set; `derived` the types it is constrained to, None for all.
    """

    id: str
    kind: ResourceKind
    type: TypeReference | None = None
    said: Capabilities = NOTHING_SAID
    declared_on: str | None = None
    operation: Operation | None = None
    writable: bool = True
    item: bool = False
    shared: bool = False
    keys: tuple[tuple[KeyPart, ...], ...] = ()
    derived: tuple[str, ...] | None = None


class _Builder:
    def __init__(self, model: Model) -> None:
        self._model = model
        lineage = Lineage(model)
        self._lineage = lineage
        self._conventions = url_conventions(model)
        self._key_segment = (
            SegmentKind.KEY if self._conventions.key_as_segment else SegmentKind.KEY_PREDICATE
        )
        self._members = TypeMembers(model, lineage)
        self._homes = Homes(model, lineage)
        self._operations = BoundOperations(model, lineage)
        self._specs: dict[str, _Spec] = {}
        self._queue: deque[_Spec] = deque()
        self._below: dict[str, tuple[Edge, ...]] = {}
        self._type_deprecations: dict[str, Deprecation | None] = {}

    def build(self) -> Surface:
        self._add(_Spec(_ROOT, ResourceKind.ROOT))
        resources: list[Resource] = []
        while self._queue:
            resources.append(self._resource(self._queue.popleft()))
        return Surface(_ROOT, tuple(resources))

    def _add(self, spec: _Spec) -> str:
        if spec.id not in self._specs:
            self._specs[spec.id] = spec
            self._queue.append(spec)
        return spec.id

    def _resource(self, spec: _Spec) -> Resource:
        type_ = self._model.types_by_name.get(spec.type.name) if spec.type is not None else None
        return Resource(
            spec.id,
            spec.kind,
            spec.type,
            edges=tuple(self._edges(spec)),
            calls=self._calls(spec),
            declared_on=spec.declared_on,
            description=description_of(type_.annotations) if type_ is not None else None,
        )

    # --- calls

    def _calls(self, spec: _Spec) -> tuple[Call, ...]:
        kind, type_, said = spec.kind, spec.type, spec.said
        if kind is ResourceKind.ROOT:
            return ()
        if spec.operation is not None:
            if kind is ResourceKind.ACTION:
                return (action_call(spec.operation),)
            returned = type_ and self._model.structured(type_.name)
            entities = bool(returned and returned.kind is TypeKind.ENTITY)
            return (function_call(spec.operation, entities),)
        if kind is ResourceKind.COUNT:
            return count_calls(said)
        if kind is ResourceKind.STREAM:
            return stream_calls(spec.writable)
        if kind is ResourceKind.REFERENCE:
            return reference_calls(single=not spec.item)
        if kind is ResourceKind.REFERENCE_COLLECTION:
            return collection_reference_calls(said)
        assert type_ is not None
        if kind in (ResourceKind.COMPLEX, ResourceKind.PRIMITIVE):
            return complex_calls(type_, said)
        deprecated = self._deprecation(type_.name)
        if type_.collection:
            return collection_calls(type_, said, deprecated)
        return entity_calls(type_, said, said.reading, deprecated)

    def _deprecation(self, name: str) -> Deprecation | None:
        if name not in self._type_deprecations:
            type_ = self._model.types_by_name.get(name)
            self._type_deprecations[name] = deprecation(type_.annotations) if type_ else None
        return self._type_deprecations[name]

    # --- edges

    def _edges(self, spec: _Spec) -> Iterator[Edge]:
        if spec.kind is ResourceKind.ROOT:
            yield from self._root_edges()
        elif spec.operation is not None:
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
            if spec.kind is ResourceKind.REFERENCED_ENTITY and spec.said.referenceable is not False:
                yield self._reference(spec.item)

    def _root_edges(self) -> Iterator[Edge]:
        extended = {c.extends for c in self._model.containers}
        seen: set[str] = set()
        for container in self._model.containers:
            if container.name in extended:
                continue
            defaults = default_capabilities(container.annotations)
            for edge in self._container_edges(container, defaults):
                identity = edge.name if edge.kind is SegmentKind.CHILD else edge.target
                if identity not in seen:
                    seen.add(identity)
                    yield edge

    def _container_edges(
        self, container: EntityContainer, defaults: Capabilities
    ) -> Iterator[Edge]:
        for entity_set in container.entity_sets:
            yield self._entity_set(container, entity_set, defaults)
        for singleton in container.singletons:
            yield self._singleton(container, singleton, defaults)
        for imported in container.operation_imports:
            yield from self._imports(imported)

    def _entity_set(
        self, container: EntityContainer, entity_set: EntitySet, defaults: Capabilities
    ) -> Edge:
        name = f"{container.name}/{entity_set.name}"
        said = merge(
            read_capabilities(entity_set.annotations),
            merge(self._members.said_of_set(entity_set.type), defaults),
        )
        keys = tuple(self._members.alternate_keys_of(entity_set.type, entity_set.annotations))
        target = self._collection(ResourceKind.COLLECTION, entity_set.type, said, name, keys=keys)
        return Edge(
            SegmentKind.CHILD,
            entity_set.name,
            target,
            qualified_name=name,
            description=description_of(entity_set.annotations),
            deprecation=deprecation(entity_set.annotations),
        )

    def _singleton(
        self, container: EntityContainer, singleton: Singleton, defaults: Capabilities
    ) -> Edge:
        name = f"{container.name}/{singleton.name}"
        said = merge(
            read_capabilities(singleton.annotations),
            merge(self._members.said_of_set(singleton.type), defaults),
        )
        base = self._members.said(singleton.type)
        target = self._shared_or_apart(
            _Spec(
                f"singleton:{singleton.type}",
                ResourceKind.SINGLETON,
                TypeReference(singleton.type, nullable=False),
                settle_single(merge(said, base), updatable=True, deletable=False),
                name,
            ),
            settle_single(base, updatable=True, deletable=False),
        )
        return Edge(
            SegmentKind.CHILD,
            singleton.name,
            target,
            qualified_name=name,
            description=description_of(singleton.annotations),
            deprecation=deprecation(singleton.annotations),
        )

    def _imports(self, imported: OperationImport) -> Iterator[Edge]:
        for operation in self._model.operations_by_name.get(imported.operation, ()):
            if not operation.bound and operation.kind is imported.kind:
                edge = self._operation(operation)
                yield replace(
                    edge,
                    kind=SegmentKind.IMPORT,
                    name=imported.name,
                    description=description_of(imported.annotations) or edge.description,
                )

    def _collection(
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
        owned = shared or kind is ResourceKind.COLLECTION or not self._homes.has(type_name)
        base = self._members.said(type_name)
        spec = _Spec(
            f"{'shared collection' if shared else kind.value}:{type_name}",
            kind,
            TypeReference(type_name, collection=True, nullable=False),
            settle(merge(said, base), owned),
            declared_on,
            shared=shared,
            keys=keys,
            derived=derived,
        )
        return self._shared_or_apart(spec, settle(base, owned))

    def _shared_or_apart(self, spec: _Spec, plain: Capabilities) -> str:
        """The resource of the type where the capabilities are the plain ones, else one of its own."""
        if spec.said == plain and not spec.keys and spec.derived is None:
            return self._add(replace(spec, declared_on=None))
        return self._add(replace(spec, id=f"{spec.id}@{spec.declared_on}"))

    def _collection_edges(self, spec: _Spec) -> Iterator[Edge]:
        assert spec.type is not None
        name = spec.type.name
        said = spec.said
        type_ = self._model.structured(name)
        if type_ is not None and type_.kind is TypeKind.ENTITY and said.indexable is not False:
            item = self._item(spec)
            key = self._members.key(name)
            if key:
                yield Edge(self._key_segment, "", item, keys=key)
            for alternate in dict.fromkeys((*self._members.alternate_keys(name), *spec.keys)):
                yield Edge(SegmentKind.ALTERNATE_KEY, "", item, keys=alternate)
        if said.countable is not False:
            yield self._count(said)
        if spec.kind is ResourceKind.REFERENCED_COLLECTION and said.referenceable is not False:
            yield self._collection_reference(said)
        yield from self._operation_edges(spec)
        if type_ is not None and type_.kind is TypeKind.ENTITY:
            yield from self._casts(name, True, spec.derived)

    def _edges_of_result(self, spec: _Spec) -> Iterator[Edge]:
        """Below a composable function that returns a collection."""
        assert spec.type is not None
        yield self._count(NOTHING_SAID)
        yield from self._operation_edges(spec)
        type_ = self._model.structured(spec.type.name)
        if type_ is not None and type_.kind is TypeKind.ENTITY:
            yield from self._casts(spec.type.name, True, None)

    def _item(self, collection: _Spec) -> str:
        assert collection.type is not None
        name = collection.type.name
        item_type = TypeReference(name, nullable=False)
        if collection.kind is ResourceKind.CAST_COLLECTION:
            return self._cast_entity(name)
        referenced = collection.kind is ResourceKind.REFERENCED_COLLECTION
        owned = collection.shared or not referenced or not self._homes.has(name)
        role = "shared item" if collection.shared else "referenced item" if referenced else "entity"
        return self._shared_or_apart(
            _Spec(
                f"{role}:{name}",
                ResourceKind.REFERENCED_ENTITY if referenced else ResourceKind.ENTITY,
                item_type,
                settle_item(collection.said),
                collection.declared_on,
                item=referenced,
                derived=collection.derived,
            ),
            settle_item(settle(self._members.said(name), owned)),
        )

    def _count(self, said: Capabilities) -> Edge:
        refused = tuple(
            option for option in (QueryOption.FILTER, QueryOption.SEARCH) if not said.allows(option)
        )
        suffix = "".join(f" without {option.value}" for option in refused)
        target = self._add(
            _Spec(
                f"count{suffix}",
                ResourceKind.COUNT,
                said=Capabilities(query=tuple((option, False) for option in refused)),
            )
        )
        return Edge(SegmentKind.COUNT, "$count", target)

    def _reference(self, item: bool) -> Edge:
        spec = _Spec(
            "reference:item" if item else "reference:single", ResourceKind.REFERENCE, item=item
        )
        return Edge(SegmentKind.REFERENCE, "$ref", self._add(spec))

    def _collection_reference(self, said: Capabilities) -> Edge:
        refused = tuple(option for option, allowed in said.query if not allowed)
        suffix = "".join(f" without {option.value}" for option in refused)
        spec = _Spec(
            f"reference:collection{suffix}",
            ResourceKind.REFERENCE_COLLECTION,
            said=Capabilities(query=tuple((option, False) for option in refused)),
        )
        return Edge(SegmentKind.REFERENCE, "$ref", self._add(spec))

    def _edges_below(self, spec: _Spec) -> tuple[Edge, ...]:
        """The properties, operations and casts below one value of a structured type."""
        assert spec.type is not None
        name, said = spec.type.name, spec.said
        set_apart = (
            said.nested
            or said.children_navigable is False
            or said.explicit_operations
            or spec.derived is not None
        )
        if set_apart:
            return tuple(self._fresh_edges_below(spec))
        found = self._below.get(name)
        if found is None:
            found = self._below[name] = tuple(self._fresh_edges_below(spec))
        return found

    def _fresh_edges_below(self, spec: _Spec) -> Iterator[Edge]:
        assert spec.type is not None
        name = spec.type.name
        for child in self._members.children(name):
            edge = self._child(child, spec)
            if edge is not None:
                yield edge
        if self._lineage.has_stream(name):
            yield Edge(SegmentKind.VALUE, "$value", self._stream(writable=True))
        yield from self._operation_edges(spec)
        yield from self._casts(name, False, spec.derived)

    def _child(self, child: Child, parent: _Spec) -> Edge | None:
        override = under(parent.said.nested, child.name) if parent.said.nested else NOTHING_SAID
        said = merge(override, child.said)
        declared_on = child.qualified_name
        if override != NOTHING_SAID:
            declared_on = f"{parent.declared_on}/{child.name}"
        segment = SegmentKind.PROPERTY
        if child.kind is ChildKind.NAVIGATION:
            navigable = said.navigable
            if navigable is None:
                navigable = parent.said.children_navigable is not False
            if not navigable:
                return None
            segment = SegmentKind.NAVIGATION
            target = self._navigation(child, said, declared_on)
        elif child.kind is ChildKind.STREAM:
            target = self._stream(child.writable and said.updatable is not False)
        else:
            target = self._property(child, said, declared_on)
        return Edge(
            segment,
            child.name,
            target,
            qualified_name=child.qualified_name,
            description=child.description,
            deprecation=child.deprecation,
        )

    def _navigation(self, child: Child, said: Capabilities, declared_on: str) -> str:
        name = child.type.name
        shared = child.contained and self._homes.is_shared(child)
        referenced = shared or not child.contained
        if child.type.collection:
            kind = ResourceKind.COLLECTION
            if referenced:
                kind = ResourceKind.REFERENCED_COLLECTION
            return self._collection(
                kind, name, said, declared_on, shared=shared, derived=child.derived_types
            )
        deletable = child.contained or not self._homes.has(name)
        kind = ResourceKind.REFERENCED_ENTITY if referenced else ResourceKind.ENTITY
        base = self._members.said(name)
        return self._shared_or_apart(
            _Spec(
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
        return self._shared_or_apart(
            _Spec(
                f"{kind.value}:{spelled}",
                kind,
                type_,
                settled,
                declared_on,
                derived=child.derived_types,
            ),
            plain,
        )

    def _stream(self, writable: bool) -> str:
        return self._add(
            _Spec(
                "stream" if writable else "stream:read only",
                ResourceKind.STREAM,
                TypeReference("Edm.Stream"),
                writable=writable,
            )
        )

    # --- casts and operations

    def _casts(
        self, name: str, collection: bool, allowed: tuple[str, ...] | None
    ) -> Iterator[Edge]:
        for derived in self._members.derived_types(name, allowed):
            type_ = self._model.structured(derived)
            assert type_ is not None
            if collection:
                target = self._add(
                    _Spec(
                        f"cast collection:{derived}",
                        ResourceKind.CAST_COLLECTION,
                        TypeReference(derived, collection=True, nullable=False),
                        replace(settle(self._members.said(derived), False), insertable=False),
                    )
                )
            else:
                target = self._cast_entity(derived)
            yield Edge(
                SegmentKind.CAST,
                self._conventions.cast(derived),
                target,
                qualified_name=derived,
                description=description_of(type_.annotations),
                deprecation=self._deprecation(derived),
            )

    def _cast_entity(self, name: str) -> str:
        type_ = self._model.structured(name)
        is_complex = isinstance(type_, StructuredType) and type_.kind is TypeKind.COMPLEX
        if is_complex:
            return self._add(
                _Spec(
                    f"complex:{name}",
                    ResourceKind.COMPLEX,
                    TypeReference(name),
                    settle_single(NOTHING_SAID, updatable=True, deletable=False),
                )
            )
        return self._add(
            _Spec(
                f"cast entity:{name}",
                ResourceKind.CAST_ENTITY,
                TypeReference(name, nullable=False),
                replace(
                    settle_single(self._members.said(name), False, False),
                    updatable=False,
                    deletable=False,
                ),
            )
        )

    def _operation_edges(self, spec: _Spec) -> Iterator[Edge]:
        assert spec.type is not None
        for operation in self._operations.of(spec.type, spec.said.explicit_operations):
            yield self._operation(operation)

    def _operation(self, operation: Operation) -> Edge:
        is_function = operation.kind is OperationKind.FUNCTION
        kind = ResourceKind.FUNCTION if is_function else ResourceKind.ACTION
        returned = operation.return_type.type if operation.return_type is not None else None
        target = self._add(
            _Spec(
                f"{kind.value}:{signature(operation)}",
                kind,
                returned if is_function else None,
                operation=operation,
            )
        )
        optional = optional_parameters(operation) if is_function else ()
        required = operation.own_parameters if is_function else ()
        return Edge(
            SegmentKind.OPERATION,
            self._conventions.operation(operation.name),
            target,
            parameters=tuple(p for p in required if p not in optional),
            optional_parameters=optional,
            qualified_name=operation.name,
            description=description_of(operation.annotations),
            deprecation=deprecation(operation.annotations),
        )
