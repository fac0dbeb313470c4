"""What a resource is before its edges are known, and the calls that follow from it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from edmund.model.elements import Operation, TypeReference
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
    streamed,
)
from edmund.surface.capabilities import NOTHING_SAID, Capabilities
from edmund.surface.declared_types import DeclaredTypes
from edmund.surface.elements import Call, KeyPart, QueryOption, ResourceKind
from edmund.surface.roles import settle, settle_single
from edmund.surface.types import Deprecation

__all__ = [
    "Spec",
    "calls_of",
    "cast_collection_spec",
    "cast_complex_spec",
    "cast_entity_spec",
    "collection_reference_spec",
    "content_spec",
    "count_spec",
    "reference_spec",
    "stream_spec",
]


@dataclass(frozen=True, slots=True)
class Spec:
    """What a resource is, before its edges are known. `said` is settled.

    `item` marks one of a referenced collection, `shared` a containment of what lives elsewhere too.
    `keys` are alternate keys of the entity set; `derived` the types it is constrained to, None for all;
    `owner` the type whose content a stream is; `answers_stream` marks an operation that answers bytes.
    """

    id: str
    kind: ResourceKind
    type: TypeReference | None = None
    said: Capabilities = NOTHING_SAID
    declared_on: str | None = None
    operation: Operation | None = None
    writable: bool = True
    owner: TypeReference | None = None
    answers_stream: bool = False
    item: bool = False
    shared: bool = False
    keys: tuple[tuple[KeyPart, ...], ...] = ()
    derived: tuple[str, ...] | None = None


def count_spec(said: Capabilities) -> Spec:
    """The `$count` of a collection: one for all whose items can be filtered and searched alike."""
    return _narrowed(
        "count",
        ResourceKind.COUNT,
        tuple(o for o in (QueryOption.FILTER, QueryOption.SEARCH) if not said.allows(o)),
    )


def collection_reference_spec(said: Capabilities) -> Spec:
    """The `$ref` of a collection; `said` is settled."""
    shaping = (QueryOption.EXPAND, QueryOption.SELECT)
    return _narrowed(
        "reference:collection",
        ResourceKind.REFERENCE_COLLECTION,
        tuple(o for o, allowed in said.query if not allowed and o not in shaping),
    )


def reference_spec(item: bool) -> Spec:
    """The `$ref` of an item of a collection, or of a single navigation."""
    id_ = "reference:item" if item else "reference:single"
    return Spec(id_, ResourceKind.REFERENCE, item=item)


def stream_spec(writable: bool) -> Spec:
    """A media stream or stream property."""
    id_ = "stream" if writable else "stream:read only"
    return Spec(id_, ResourceKind.STREAM, TypeReference("Edm.Stream"), writable=writable)


def content_spec(declared_on: str) -> Spec:
    """The stream property `ns.Type/content`, whose owner is what a write answers."""
    owner = TypeReference(declared_on.rpartition("/")[0], nullable=False)
    return Spec(
        f"stream:{declared_on}",
        ResourceKind.STREAM,
        TypeReference("Edm.Stream"),
        declared_on=declared_on,
        owner=owner,
    )


def cast_collection_spec(type_name: str, said: Capabilities) -> Spec:
    """The items of a collection that are of the type; `said` is what the type says of itself."""
    return Spec(
        f"cast collection:{type_name}",
        ResourceKind.CAST_COLLECTION,
        TypeReference(type_name, collection=True, nullable=False),
        replace(settle(said, False), insertable=False),
    )


def cast_entity_spec(type_name: str, said: Capabilities) -> Spec:
    """An entity as one of the type."""
    return Spec(
        f"cast entity:{type_name}",
        ResourceKind.CAST_ENTITY,
        TypeReference(type_name, nullable=False),
        replace(settle_single(said, False, False), updatable=False, deletable=False),
    )


def cast_complex_spec(type_name: str) -> Spec:
    """A complex value as one of the type."""
    return Spec(
        f"complex:{type_name}",
        ResourceKind.COMPLEX,
        TypeReference(type_name),
        settle_single(NOTHING_SAID, updatable=True, deletable=False),
    )


def _narrowed(id_: str, kind: ResourceKind, refused: tuple[QueryOption, ...]) -> Spec:
    names = "".join(f" without {option.value}" for option in refused)
    said = Capabilities(query=tuple((option, False) for option in refused))
    return Spec(f"{id_}{names}", kind, said=said)


def calls_of(
    spec: Spec, returns_entities: bool, deprecated: Deprecation | None, declared: DeclaredTypes
) -> tuple[Call, ...]:
    """The calls that a resource takes. `deprecated` is the deprecation of its type.

    `returns_entities` says whether a function's answer is of an entity type.
    """
    kind, said = spec.kind, spec.said
    if kind is ResourceKind.COUNT:
        return count_calls(said)
    if kind is ResourceKind.STREAM:
        owner = None if spec.owner is None else declared.type(spec.owner)
        return stream_calls(spec.writable, owner)
    if kind is ResourceKind.REFERENCE:
        return reference_calls(single=not spec.item)
    if kind is ResourceKind.REFERENCE_COLLECTION:
        return collection_reference_calls(said)
    if spec.operation is not None:
        if kind is ResourceKind.ACTION:
            called = action_call(spec.operation, declared)
        else:
            called = function_call(spec.operation, returns_entities, declared)
        return (streamed(called) if spec.answers_stream else called,)
    if spec.type is None:
        return ()
    type_ = declared.type(spec.type)
    if kind in (ResourceKind.COMPLEX, ResourceKind.PRIMITIVE):
        return complex_calls(type_, said)
    if spec.type.collection:
        return collection_calls(type_, said, deprecated)
    return entity_calls(type_, said, said.reading, deprecated)
