"""A Model seen by its effective shape: what each type has, its own and what it inherits."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import cached_property

from edmund.diagnostics import Span
from edmund.model.elements import (
    Model,
    NavigationProperty,
    Operation,
    OperationKind,
    Property,
    StructuredType,
    TypeReference,
)

__all__ = [
    "Member",
    "Shape",
    "members_of",
    "namespace_of",
    "overload_name",
    "simple_name",
    "type_text",
]

Member = Property | NavigationProperty

_MANY = 50  # below this, a caller may well have listed all types that derive from a root


def members_of(declared: StructuredType) -> tuple[Member, ...]:
    """What the type itself declares: properties, then navigation properties."""
    return (*declared.properties, *declared.navigation_properties)


def namespace_of(name: str) -> str:
    """`microsoft.graph` of `microsoft.graph.user`."""
    return name.rpartition(".")[0]


def simple_name(name: str) -> str:
    """`user` of `microsoft.graph.user`."""
    return name.rpartition(".")[2]


def type_text(reference: TypeReference) -> str:
    """The type as CSDL writes it: `Collection(ns.type)` or `ns.type`."""
    return f"Collection({reference.name})" if reference.collection else reference.name


def overload_name(operation: Operation) -> str:
    """An overload's name: `ns.action(binding)`, `ns.function(binding|param,param)`.

    Actions overload by binding type alone, functions by the set of parameter names too (CSDL 4.01,
    section 12.3), hence the names in alphabetical order.
    """
    binding = type_text(operation.binding) if operation.binding else ""
    if operation.kind is OperationKind.ACTION:
        return f"{operation.name}({binding})"
    names = ",".join(sorted(p.name for p in operation.own_parameters))
    return f"{operation.name}({binding}|{names})"


class Shape:
    """Lookups over one Model; nothing is computed before it is asked for."""

    def __init__(self, model: Model) -> None:
        self.model = model
        self._ancestors: dict[str, tuple[StructuredType, ...]] = {}

    def ancestors(self, name: str) -> tuple[StructuredType, ...]:
        """The base types of `name`, nearest first. A base outside the model ends the line."""
        below: list[str] = []
        at: str | None = name
        line: tuple[StructuredType, ...] = ()
        seen: set[str] = set()
        # Up to a type whose bases are known, and down again: a long chain is walked once.
        while at is not None and at not in seen:
            known = self._ancestors.get(at)
            if known is not None:
                line = known
                break
            seen.add(at)
            below.append(at)
            declared = self.model.structured(at)
            at = declared.base if declared is not None else None
        above = at
        for each in reversed(below):
            base = self.model.structured(above) if above is not None else None
            line = self._ancestors[each] = () if base is None else (base, *line)
            above = each
        return line

    def is_derived(self, name: str, base: str) -> bool:
        """Whether `base` is a proper ancestor of `name`."""
        return any(a.name == base for a in self.ancestors(name))

    @cached_property
    def universal_roots(self) -> frozenset[str]:
        """Types from which more than half of all types of their kind derive, where there are many."""
        structured = [t for t in self.model.types if isinstance(t, StructuredType)]
        kinds = Counter(t.kind for t in structured)
        below = Counter(
            (line[-1].name, t.kind) for t in structured if (line := self.ancestors(t.name))
        )
        return frozenset(
            name
            for (name, kind), n in below.items()
            if kinds[kind] >= _MANY and 2 * n > kinds[kind]
        )

    def inherited_property(self, name: str, prop: str) -> tuple[StructuredType, Property] | None:
        """The property called `prop` that `name` inherits, with the type that declares it."""
        for ancestor in self.ancestors(name):
            for found in ancestor.properties:
                if found.name == prop:
                    return ancestor, found
        return None

    def inherited_navigation(
        self, name: str, prop: str
    ) -> tuple[StructuredType, NavigationProperty] | None:
        """As `inherited_property`, for navigation properties."""
        for ancestor in self.ancestors(name):
            for found in ancestor.navigation_properties:
                if found.name == prop:
                    return ancestor, found
        return None

    def inherited_members(self, name: str) -> frozenset[str]:
        """The names of all properties and navigation properties that `name` inherits."""
        return frozenset(
            member.name for ancestor in self.ancestors(name) for member in members_of(ancestor)
        )

    def key(self, found: StructuredType) -> tuple[tuple[str, str | None], ...]:
        """The effective key: the type's own, or the nearest inherited one."""
        for candidate in (found, *self.ancestors(found.name)):
            if candidate.key:
                return tuple((ref.path, ref.alias) for ref in candidate.key)
        return ()

    def is_open(self, found: StructuredType) -> bool:
        """Openness is inherited (CSDL 4.01, section 6.3)."""
        return found.open or any(a.open for a in self.ancestors(found.name))

    def has_stream(self, found: StructuredType) -> bool:
        """Being a media entity is inherited (CSDL 4.01, section 6.4)."""
        return found.has_stream or any(a.has_stream for a in self.ancestors(found.name))

    @cached_property
    def namespaces(self) -> Mapping[str, Span | None]:
        """Where each schema stands, by namespace."""
        found: dict[str, Span | None] = {}
        for schema in self.model.schemas:
            found.setdefault(schema.namespace, schema.span)
        return found

    @cached_property
    def declaring_namespaces(self) -> frozenset[str]:
        """The namespaces that declare something; a schema may hold nothing but annotations."""
        model = self.model
        return frozenset(
            namespace_of(element.name)
            for element in (*model.types, *model.operations, *model.terms, *model.containers)
        )

    @cached_property
    def overloads(self) -> Mapping[str, Mapping[str, Operation]]:
        """Operations by qualified name, then by overload name."""
        found: dict[str, dict[str, Operation]] = {}
        for operation in self.model.operations:
            found.setdefault(operation.name, {})[overload_name(operation)] = operation
        return found

    def place(self, name: str | None) -> Span | None:
        """Where to point for something that is not there: the type, else its schema, else the file."""
        while name:
            found = self.model.types_by_name.get(name)
            if found is not None and found.span is not None:
                return found.span
            if name in self.namespaces:
                return self.namespaces[name]
            name = namespace_of(name)
        spans = [s for s in self.namespaces.values() if s is not None]
        return spans[0] if spans else None
