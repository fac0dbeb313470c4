"""The Model: what the documents mean. Resolved, indexed by qualified name, annotations attached.

Every reference is a qualified name with the schema's namespace (never an alias, never an object), so
that a Model can be compared, hashed, sliced and pickled. Spans are carried but excluded from
comparison. Names keep their CSDL spelling. Tuples keep document order.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from functools import cached_property

from edmund.csdl.document import MaxLength, ScaleKeyword
from edmund.csdl.expression import AnnotationValue
from edmund.diagnostics import Span

__all__ = [
    "EntityContainer",
    "EntitySet",
    "EnumMember",
    "EnumType",
    "Facets",
    "MaxLength",
    "Model",
    "NavigationProperty",
    "NavigationPropertyBinding",
    "OnDelete",
    "Operation",
    "OperationImport",
    "OperationKind",
    "Parameter",
    "PathAnnotations",
    "Property",
    "PropertyRef",
    "ReferentialConstraint",
    "ReturnType",
    "ScaleKeyword",
    "SchemaInfo",
    "SchemaType",
    "Singleton",
    "StructuredType",
    "Term",
    "TypeDefinition",
    "TypeKind",
    "TypeReference",
]


class TypeKind(Enum):
    ENTITY = "entity"
    COMPLEX = "complex"
    ENUM = "enum"
    TYPE_DEFINITION = "type definition"


class OperationKind(Enum):
    ACTION = "action"
    FUNCTION = "function"


@dataclass(frozen=True, slots=True)
class Facets:
    """Facets with the specification's defaults left out: None means unspecified or unlimited.

    A type definition's facets are merged in where the property gives none.
    """

    max_length: int | MaxLength | None = None
    precision: int | None = None
    scale: int | ScaleKeyword | None = None
    unicode: bool | None = None
    srid: int | ScaleKeyword | None = None


NO_FACETS = Facets()


@dataclass(frozen=True, slots=True)
class TypeReference:
    """A type in use.

    `name` is qualified: `Edm.String`, `microsoft.graph.user`. For a collection, `nullable` speaks of the
    elements (section 7.2.1). Unspecified nullability is already the specification's default: true for
    single values and for collections of 4.0 structural properties alike. `wire` is the built-in type that
    the value has in OData 1 to 3, where 4.01 has another one in its place.
    """

    name: str
    collection: bool = False
    nullable: bool = True
    facets: Facets = NO_FACETS
    wire: str | None = None

    @property
    def is_primitive(self) -> bool:
        """Whether the name is of the Edm namespace (abstract Edm types included)."""
        return self.name.startswith("Edm.")


@dataclass(frozen=True, slots=True)
class Property:
    name: str
    type: TypeReference
    default_value: str | None = None
    annotations: tuple[AnnotationValue, ...] = ()
    span: Span | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class ReferentialConstraint:
    property: str
    referenced_property: str


class OnDelete(Enum):
    CASCADE = "Cascade"
    NONE = "None"
    SET_NULL = "SetNull"
    SET_DEFAULT = "SetDefault"


@dataclass(frozen=True, slots=True)
class NavigationProperty:
    name: str
    type: TypeReference
    contains_target: bool = False
    partner: str | None = None
    referential_constraints: tuple[ReferentialConstraint, ...] = ()
    on_delete: OnDelete | None = None
    annotations: tuple[AnnotationValue, ...] = ()
    span: Span | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class PropertyRef:
    """One key property: `path` from the type; `alias` where the path has more than one segment."""

    path: str
    alias: str | None = None


@dataclass(frozen=True, slots=True)
class StructuredType:
    """An entity or complex type with what it declares itself; see `Lineage` for the inherited members."""

    name: str
    kind: TypeKind
    base: str | None = None
    abstract: bool = False
    open: bool = False
    has_stream: bool = False
    key: tuple[PropertyRef, ...] = ()
    properties: tuple[Property, ...] = ()
    navigation_properties: tuple[NavigationProperty, ...] = ()
    annotations: tuple[AnnotationValue, ...] = ()
    span: Span | None = field(default=None, compare=False)

    @property
    def is_any_json(self) -> bool:
        """Whether values are JSON of any form: a complex type called Json that says nothing more.

        Graph's workbooks use such a type for cells, which are arrays of arrays on the wire.
        """
        says_more = self.base or self.properties or self.navigation_properties
        return self.kind is TypeKind.COMPLEX and not says_more and self.name.endswith(".Json")


@dataclass(frozen=True, slots=True)
class EnumMember:
    """`value` is always set: assigned in order from 0 where the document leaves it out."""

    name: str
    value: int
    annotations: tuple[AnnotationValue, ...] = ()
    span: Span | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class EnumType:
    name: str
    underlying: str = "Edm.Int32"
    flags: bool = False
    members: tuple[EnumMember, ...] = ()
    annotations: tuple[AnnotationValue, ...] = ()
    span: Span | None = field(default=None, compare=False)

    kind = TypeKind.ENUM


@dataclass(frozen=True, slots=True)
class TypeDefinition:
    name: str
    underlying: str
    facets: Facets = NO_FACETS
    annotations: tuple[AnnotationValue, ...] = ()
    span: Span | None = field(default=None, compare=False)

    kind = TypeKind.TYPE_DEFINITION


SchemaType = StructuredType | EnumType | TypeDefinition


@dataclass(frozen=True, slots=True)
class Parameter:
    name: str
    type: TypeReference
    annotations: tuple[AnnotationValue, ...] = ()
    span: Span | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class ReturnType:
    type: TypeReference
    annotations: tuple[AnnotationValue, ...] = ()
    span: Span | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Operation:
    """One overload. When `bound`, `parameters[0]` is the binding parameter."""

    name: str
    kind: OperationKind
    bound: bool = False
    composable: bool = False
    entity_set_path: str | None = None
    parameters: tuple[Parameter, ...] = ()
    return_type: ReturnType | None = None
    annotations: tuple[AnnotationValue, ...] = ()
    span: Span | None = field(default=None, compare=False)

    @property
    def binding(self) -> TypeReference | None:
        """The type this overload is bound to, or None for an unbound one."""
        return self.parameters[0].type if self.bound else None

    @property
    def own_parameters(self) -> tuple[Parameter, ...]:
        """The parameters without the binding parameter."""
        return self.parameters[1:] if self.bound else self.parameters


@dataclass(frozen=True, slots=True)
class Term:
    name: str
    type: TypeReference
    base_term: str | None = None
    default_value: str | None = None
    applies_to: tuple[str, ...] = ()
    annotations: tuple[AnnotationValue, ...] = ()
    span: Span | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class NavigationPropertyBinding:
    path: str
    target: str


@dataclass(frozen=True, slots=True)
class EntitySet:
    name: str
    type: str
    include_in_service_document: bool = True
    bindings: tuple[NavigationPropertyBinding, ...] = ()
    annotations: tuple[AnnotationValue, ...] = ()
    span: Span | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Singleton:
    """`set_of_type` is the first entity set of the same type in the whole description: a slice may lack it."""

    name: str
    type: str
    nullable: bool = False
    bindings: tuple[NavigationPropertyBinding, ...] = ()
    annotations: tuple[AnnotationValue, ...] = ()
    span: Span | None = field(default=None, compare=False)
    set_of_type: str | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class OperationImport:
    """An action or function import: `operation` is the qualified name of unbound overloads."""

    name: str
    kind: OperationKind
    operation: str
    entity_set: str | None = None
    include_in_service_document: bool = False
    annotations: tuple[AnnotationValue, ...] = ()
    span: Span | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class PathAnnotations:
    """Annotations for what a path in the container leads to, there and nowhere else.

    `path` starts with a child (`identity/apiConnectors`); casts in it are qualified. The elements on the
    path themselves keep their own annotations (section 14.2.1, targets below an entity set or singleton).
    """

    path: str
    annotations: tuple[AnnotationValue, ...]
    span: Span | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class EntityContainer:
    """`name` is qualified. Children of an extended container are merged in by `resolve`."""

    name: str
    extends: str | None = None
    entity_sets: tuple[EntitySet, ...] = ()
    singletons: tuple[Singleton, ...] = ()
    operation_imports: tuple[OperationImport, ...] = ()
    annotations: tuple[AnnotationValue, ...] = ()
    span: Span | None = field(default=None, compare=False)
    path_annotations: tuple[PathAnnotations, ...] = ()


@dataclass(frozen=True, slots=True)
class SchemaInfo:
    namespace: str
    alias: str | None = field(default=None, compare=False)
    annotations: tuple[AnnotationValue, ...] = ()
    span: Span | None = field(default=None, compare=False)


def _name(child: EntitySet | Singleton | OperationImport) -> str:
    return child.name


@dataclass(frozen=True, slots=True)
class EntityHomes:
    """Where in a service entities live, by the names of their types.

    To hold one of `mere_roots` is to hold anything: they are abstract, and say nothing but how their
    descendants are identified. `listed` types have entity sets, of their own or of a base that is no mere root.
    Entities of `housed` types live somewhere else than behind a mere reference. Those of `collected_apart` are in
    several containments, in a collection among others.
    """

    mere_roots: frozenset[str] = frozenset()
    listed: frozenset[str] = frozenset()
    housed: frozenset[str] = frozenset()
    collected_apart: frozenset[str] = frozenset()


@dataclass(frozen=True, eq=False)
class Model:
    """A closed set of schema elements, in document order. Lookups by qualified name are cached.

    `version` is the OData version of the documents that describe the service: `4.0` or `4.01`. `homes` is set for
    a part of a service, which does not show them all: see `homes_of`.

    Two models are equal when they mean the same: spans, aliases, the split over files and the order of
    schema children do not count.
    """

    schemas: tuple[SchemaInfo, ...] = ()
    types: tuple[SchemaType, ...] = ()
    operations: tuple[Operation, ...] = ()
    terms: tuple[Term, ...] = ()
    containers: tuple[EntityContainer, ...] = ()
    version: str = "4.01"
    homes: EntityHomes | None = None

    @cached_property
    def types_by_name(self) -> Mapping[str, SchemaType]:
        return {t.name: t for t in self.types}

    @cached_property
    def operations_by_name(self) -> Mapping[str, tuple[Operation, ...]]:
        """Overloads by qualified name."""
        found: dict[str, list[Operation]] = {}
        for operation in self.operations:
            found.setdefault(operation.name, []).append(operation)
        return {name: tuple(overloads) for name, overloads in found.items()}

    @cached_property
    def terms_by_name(self) -> Mapping[str, Term]:
        return {t.name: t for t in self.terms}

    @cached_property
    def derived_by_name(self) -> Mapping[str, tuple[str, ...]]:
        """Direct derived types by base type."""
        found: dict[str, list[str]] = {}
        for t in self.types:
            if isinstance(t, StructuredType) and t.base is not None:
                found.setdefault(t.base, []).append(t.name)
        return {name: tuple(derived) for name, derived in found.items()}

    def structured(self, name: str) -> StructuredType | None:
        """The entity or complex type called `name`, or None."""
        found = self.types_by_name.get(name)
        return found if isinstance(found, StructuredType) else None

    @cached_property
    def _meaning(self) -> tuple[frozenset[object], ...]:
        """What is compared. A schema that only holds annotations for others adds nothing to it."""
        return (
            frozenset(s for s in self.schemas if s.annotations),
            frozenset(self.types),
            frozenset(self.operations),
            frozenset(self.terms),
            frozenset(
                replace(
                    container,
                    entity_sets=tuple(sorted(container.entity_sets, key=_name)),
                    singletons=tuple(sorted(container.singletons, key=_name)),
                    operation_imports=tuple(sorted(container.operation_imports, key=_name)),
                )
                for container in self.containers
            ),
        )

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Model):
            return NotImplemented
        return self is other or self._meaning == other._meaning

    def __hash__(self) -> int:
        return hash(self._meaning)

    def __getstate__(self) -> dict[str, object]:
        return {name: self.__dict__[name] for name in self.__dataclass_fields__}
