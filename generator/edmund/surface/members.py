"""What lies below a value of a structured type: the part of the surface that the type alone decides."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import Enum

from edmund.csdl.expression import AnnotationValue, Path, Record
from edmund.model.elements import (
    Model,
    NavigationProperty,
    Property,
    StructuredType,
    TypeKind,
    TypeReference,
)
from edmund.model.homes import homes_of
from edmund.model.lineage import Lineage
from edmund.model.vocabulary import (
    ALTERNATE_KEYS,
    INSERT_RESTRICTIONS,
    READ_RESTRICTIONS,
    UPDATE_RESTRICTIONS,
    deprecation,
    derived_type_constraint,
    description,
    find,
    find_value,
    is_computed,
    permissions,
    records,
    text,
)
from edmund.surface.capabilities import NOTHING_SAID, Capabilities, read_capabilities
from edmund.surface.declared_types import DeclaredTypes
from edmund.surface.elements import KeyPart
from edmund.surface.types import Deprecation

__all__ = ["Child", "ChildKind", "TypeMembers", "deprecation_of"]

_ALTERNATE_KEYS = (ALTERNATE_KEYS, "OData.Community.Keys.V1.AlternateKeys")
_ADDRESSED = (READ_RESTRICTIONS, UPDATE_RESTRICTIONS, INSERT_RESTRICTIONS)


class ChildKind(Enum):
    NAVIGATION = "navigation"
    COMPLEX = "complex"
    STREAM = "stream"
    PRIMITIVE = "primitive"


@dataclass(frozen=True, slots=True)
class Child:
    """An addressable property. `qualified_name` is `ns.type/property`, of the type that declares it."""

    kind: ChildKind
    name: str
    type: TypeReference
    qualified_name: str
    said: Capabilities
    contained: bool = False
    writable: bool = True
    derived_types: tuple[str, ...] | None = None
    description: str | None = None
    deprecation: Deprecation | None = None


def deprecation_of(annotations: Iterable[AnnotationValue]) -> Deprecation | None:
    """What Core.Revisions says of the element's deprecation, or None."""
    found = deprecation(annotations)
    if found is None:
        return None
    return Deprecation(found.description, found.date, found.removal_date, found.version)


class TypeMembers:
    """Answers from the model, each computed once per type."""

    def __init__(self, model: Model, lineage: Lineage, declared: DeclaredTypes) -> None:
        self._model = model
        self._lineage = lineage
        self._in_use = declared
        self._mere_roots = homes_of(model).mere_roots
        self._children: dict[str, tuple[Child, ...]] = {}
        self._alternate: dict[str, tuple[tuple[AnnotationValue, ...], ...]] = {}
        self._alternate_keys: dict[str, tuple[tuple[KeyPart, ...], ...]] = {}
        self._types: dict[str, dict[str, TypeReference]] = {}
        self._leading: frozenset[str] | None = None
        self._said: dict[str, Capabilities] = {}

    def children(self, name: str) -> tuple[Child, ...]:
        """The addressable properties of type `name`, inherited ones first."""
        known = self._children
        for type_ in self._lineage.unknown(name, known):
            inherited, own = known.get(type_.base or "", ()), self._declared(type_)
            by_name = {child.name: child for child in (*inherited, *own)} if own else {}
            known[type_.name] = tuple(by_name.values()) if own else inherited
        return known.get(name, ())

    def leads_on(self, name: str) -> bool:
        """Whether something can be addressed below a value of the complex type `name`."""
        if self._leading is None:
            self._leading = self._complex_types_that_lead_on()
        return name in self._leading

    def _complex_types_that_lead_on(self) -> frozenset[str]:
        """Those with a navigation property or a stream, and all that hold, derive from or are bases of one."""
        near: dict[str, set[str]] = {}
        queue: list[str] = []
        for type_ in self._model.types:
            if not isinstance(type_, StructuredType) or type_.kind is not TypeKind.COMPLEX:
                continue
            streams = any(p.type.name == "Edm.Stream" for p in type_.properties)
            if type_.navigation_properties or streams:
                queue.append(type_.name)
            for prop in type_.properties:
                near.setdefault(prop.type.name, set()).add(type_.name)
            if type_.base is not None:
                near.setdefault(type_.name, set()).add(type_.base)
                near.setdefault(type_.base, set()).add(type_.name)
        found = set(queue)
        while queue:
            for one in near.get(queue.pop(), ()):
                if one not in found:
                    found.add(one)
                    queue.append(one)
        return frozenset(found)

    def derived_types(self, name: str, allowed: tuple[str, ...] | None) -> tuple[str, ...]:
        """The types to which a value of type `name` may be cast; complex ones only if they lead on."""
        type_ = self._model.structured(name)
        if type_ is None or (allowed is None and name in self._mere_roots):
            return ()
        derived = self._lineage.descendants(name)
        if allowed is not None:
            derived = tuple(one for one in derived if one in allowed)
        if type_.kind is TypeKind.COMPLEX:
            derived = tuple(one for one in derived if self.leads_on(one))
        return derived

    def said(self, name: str) -> Capabilities:
        """What the annotations of a type say of its entities wherever they are: how they are written.

        The vocabulary has no place for that, services do it. What they say there of reading and query
        options holds for the entity sets of the type only (`said_of_set`).
        """
        if name not in self._said:
            said = self.said_of_set(name)
            self._said[name] = Capabilities(
                insertable=said.insertable,
                updatable=said.updatable,
                update_methods=said.update_methods,
                deletable=said.deletable,
                creating=said.creating,
                updating=said.updating,
                deleting=said.deleting,
                explicit_operations=said.explicit_operations,
            )
        return self._said[name]

    def said_of_set(self, name: str) -> Capabilities:
        """All that the annotations of a type say."""
        type_ = self._model.structured(name)
        return read_capabilities(type_.annotations) if type_ is not None else NOTHING_SAID

    def is_mere_stream(self, type_: TypeReference) -> bool:
        """Whether a value is a stream and nothing else: it has no JSON, so its bytes are the answer."""
        found = self._model.structured(type_.name)
        if (
            type_.collection
            or found is None
            or found.kind is not TypeKind.COMPLEX
            or found.abstract
        ):
            return False
        properties = self._lineage.properties(type_.name)
        return (
            len(properties) == 1
            and properties[0].type.name == "Edm.Stream"
            and not self._lineage.navigation_properties(type_.name)
            and not self._lineage.is_open(type_.name)
        )

    def key(self, name: str) -> tuple[KeyPart, ...]:
        """The key of an entity type, empty where it has none."""
        parts: list[KeyPart] = []
        for ref in self._lineage.key(name):
            type_ = self.property_type(name, ref.path)
            if type_ is None:
                return ()
            parts.append(KeyPart(ref.alias or ref.path, ref.path, self._in_use.type(type_)))
        return tuple(parts)

    def alternate_keys(self, name: str) -> tuple[tuple[KeyPart, ...], ...]:
        """The alternate keys that an entity type and its bases declare (Core.AlternateKeys)."""
        known = self._alternate_keys.get(name)
        if known is None:
            found: list[tuple[KeyPart, ...]] = []
            for declared in self._with_alternate_keys(name):
                found += self.alternate_keys_of(name, declared)
            known = self._alternate_keys[name] = tuple(dict.fromkeys(found))
        return known

    def _with_alternate_keys(self, name: str) -> tuple[tuple[AnnotationValue, ...], ...]:
        """The annotations of those in the line of a type that declare alternate keys, the root first."""
        known = self._alternate
        for type_ in self._lineage.unknown(name, known):
            own = any(records(find_value(type_.annotations, term)) for term in _ALTERNATE_KEYS)
            inherited = known.get(type_.base or "", ())
            known[type_.name] = (*inherited, type_.annotations) if own else inherited
        return known.get(name, ())

    def alternate_keys_of(
        self, name: str, annotations: Iterable[AnnotationValue]
    ) -> list[tuple[KeyPart, ...]]:
        """Those that `annotations` of a type or entity set give for entities of type `name`."""
        annotations = tuple(annotations)
        found: list[tuple[KeyPart, ...]] = []
        for term in _ALTERNATE_KEYS:
            for alternate in records(find_value(annotations, term)):
                parts = [self._key_part(name, ref) for ref in records(alternate.get("Key"))]
                if parts and None not in parts:
                    found.append(tuple(part for part in parts if part is not None))
        return found

    def property_type(self, name: str, path: str) -> TypeReference | None:
        """The type of the property that `path` (`Address/City`) leads to from type `name`."""
        found: TypeReference | None = None
        current = name
        for segment in path.split("/"):
            found = self._types_of(current).get(segment)
            if found is None:
                return None
            current = found.name
        return found

    def _types_of(self, name: str) -> dict[str, TypeReference]:
        """The types of the members of type `name`, inherited ones included, by their names."""
        known = self._types.get(name)
        if known is None:
            lineage = self._lineage
            navigation = {n.name: n.type for n in lineage.navigation_properties(name)}
            own = {p.name: p.type for p in lineage.properties(name)}
            known = self._types[name] = navigation | own
        return known

    def _key_part(self, name: str, ref: Record) -> KeyPart | None:
        name_of, alias = ref.get("Name"), text(ref.get("Alias"))
        path = name_of.text if isinstance(name_of, Path) else text(name_of)
        type_ = self.property_type(name, path) if path else None
        if not path or type_ is None:
            return None
        return KeyPart(alias or path, path, self._in_use.type(type_))

    def _declared(self, type_: StructuredType) -> tuple[Child, ...]:
        children = [self._navigation(type_, n) for n in type_.navigation_properties]
        for prop in type_.properties:
            child = self._property(type_, prop)
            if child is not None:
                children.append(child)
        return tuple(children)

    def _navigation(self, owner: StructuredType, nav: NavigationProperty) -> Child:
        said = read_capabilities(nav.annotations)
        if said.children_navigable is False:
            # Services write it on the property that is not to be navigated to.
            said = replace(said, navigable=False)
        return Child(
            ChildKind.NAVIGATION,
            nav.name,
            nav.type,
            f"{owner.name}/{nav.name}",
            said,
            contained=nav.contains_target,
            derived_types=derived_type_constraint(nav.annotations),
            description=description(nav.annotations),
            deprecation=deprecation_of(nav.annotations),
        )

    def _property(self, owner: StructuredType, prop: Property) -> Child | None:
        type_ = prop.type
        if type_.name == "Edm.Stream":
            kind = ChildKind.STREAM
        elif (value := self._model.structured(type_.name)) is not None:
            if not self._has_address(owner, prop, value):
                return None
            kind = ChildKind.COMPLEX
        elif _is_annotated_address(prop):
            kind = ChildKind.PRIMITIVE
        else:
            return None
        return Child(
            kind,
            prop.name,
            type_,
            f"{owner.name}/{prop.name}",
            read_capabilities(prop.annotations),
            writable=not _is_read_only(prop),
            derived_types=derived_type_constraint(prop.annotations),
            description=description(prop.annotations),
            deprecation=deprecation_of(prop.annotations),
        )

    def _has_address(self, owner: StructuredType, prop: Property, value: StructuredType) -> bool:
        """Whether a complex property is a resource.

        All could be (URL Conventions 4.01, section 4.6). These are: what annotations or further paths ask
        for, and what an entity has, unless it is one value of a type that cannot be sent as it is.
        """
        if _is_annotated_address(prop) or self.leads_on(value.name):
            return True
        return owner.kind is TypeKind.ENTITY and (prop.type.collection or not value.abstract)


def _is_annotated_address(prop: Property) -> bool:
    return any(find(prop.annotations, term) is not None for term in _ADDRESSED)


def _is_read_only(prop: Property) -> bool:
    """Whether no client may ever write the property (Core.Computed, Core.Permissions)."""
    allowed = permissions(prop.annotations)
    return is_computed(prop.annotations) or (allowed is not None and "Write" not in allowed)
