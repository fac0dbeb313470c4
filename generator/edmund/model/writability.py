"""What a request may and must write, type by type, gathered from all over the model.

Restrictions on writing are annotated where instances are created and changed: at entity sets,
singletons and navigation properties (Capabilities.InsertRestrictions, Capabilities.UpdateRestrictions).
A payload is checked by its type, wherever it is sent. So a restriction counts for a type when every way
of creating (or changing) an instance has it, and is left to the service when only some do.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from edmund.csdl.expression import AnnotationValue, Expression, Path, Record
from edmund.model.elements import (
    Model,
    NavigationProperty,
    OperationKind,
    Parameter,
    Property,
    StructuredType,
)
from edmund.model.lineage import Lineage
from edmund.model.vocabulary import (
    EDMUND,
    INSERT_RESTRICTIONS,
    NAVIGATION_RESTRICTIONS,
    UPDATE_RESTRICTIONS,
    boolean,
    find,
    find_value,
    is_computed,
    is_immutable,
    is_optional,
    is_true,
    paths,
    permissions,
    records,
    texts,
)

__all__ = ["TypeWriteRules", "is_required", "write_rules"]

REQUIRED = EDMUND + "Required"


@dataclass(frozen=True, slots=True)
class TypeWriteRules:
    """The rules of one structured type. Names are of properties that it declares or inherits."""

    required_on_create: tuple[str, ...] = ()
    required_on_update: tuple[str, ...] = ()
    not_insertable: tuple[str, ...] = ()
    not_updatable: tuple[str, ...] = ()


NO_RULES = TypeWriteRules()


def is_required(parameter: Parameter) -> bool:
    """Whether the call of an action must give the parameter a value.

    So it is when the value can neither be null nor be left out (OData Protocol 4.01, section 11.5.5.1), and
    when Edmund.V1.Required says so.
    """
    if is_true(parameter.annotations, REQUIRED):
        return True
    return not (parameter.type.nullable or parameter.type.collection or is_optional(parameter))


def write_rules(model: Model) -> Mapping[str, TypeWriteRules]:
    """The rules of each structured type that has any, by qualified name."""
    gathered = _Gathered(model, Lineage(model))
    found: dict[str, TypeWriteRules] = {}
    for type_ in model.types:
        if isinstance(type_, StructuredType):
            rules = gathered.rules(type_)
            if rules != NO_RULES:
                found[type_.name] = rules
    return found


@dataclass(frozen=True, slots=True)
class _Restriction:
    """One annotation's lists of paths, as sets of steps: a step is a property's name or a type's."""

    required: frozenset[tuple[str, ...]] = frozenset()
    closed: frozenset[tuple[str, ...]] = frozenset()


@dataclass(frozen=True, slots=True)
class _Way:
    """One place where instances of `type` are created or changed."""

    type: str
    restriction: _Restriction


OPEN = _Restriction()


@dataclass(frozen=True, slots=True)
class _Said:
    """Which of a type's members say of themselves that they are computed, immutable or only read."""

    computed: frozenset[str] = frozenset()
    immutable: frozenset[str] = frozenset()
    read_only: frozenset[str] = frozenset()

    def with_members_of(self, type_: StructuredType) -> _Said:
        """These, inherited by a type, with its own members."""
        own: tuple[Property | NavigationProperty, ...] = type_.properties
        own += type_.navigation_properties
        said = {m.name: m.annotations for m in own if m.annotations}
        # What is redefined says nothing any more but what it says itself.
        silenced = {m.name for m in own} & (self.computed | self.immutable | self.read_only)
        if not said and not silenced:
            return self
        return _Said(
            (self.computed - silenced) | {n for n, a in said.items() if is_computed(a)},
            (self.immutable - silenced) | {n for n, a in said.items() if is_immutable(a)},
            (self.read_only - silenced) | {n for n, a in said.items() if _is_read_only(a)},
        )


_SILENT = _Said()


class _Gathered:
    """All ways of creating and changing, and what they ask for."""

    def __init__(self, model: Model, lineage: Lineage) -> None:
        self.model = model
        self.lineage = lineage
        self.aliases = {s.alias: s.namespace for s in model.schemas if s.alias is not None}
        self.uses = _uses(model)
        self._said: dict[str, _Said] = {}
        self.creating = _Gathering(self, tuple(self._ways(creating=True)))
        self.changing = _Gathering(self, tuple(self._ways(creating=False)))

    def said(self, name: str) -> _Said:
        """What the members of the type called `name`, inherited ones too, say of themselves."""
        for at in self.lineage.unknown(name, self._said):
            self._said[at.name] = self._said.get(at.base or "", _SILENT).with_members_of(at)
        return self._said.get(name, _SILENT)

    def rules(self, type_: StructuredType) -> TypeWriteRules:
        create = self.creating.names(type_.name)
        update = self.changing.names(type_.name)
        said = self.said(type_.name)
        # A key that is only read afterwards has to come from somewhere: from whoever creates.
        never = said.computed | (said.read_only - {r.path for r in self.lineage.key(type_.name)})
        not_insertable = never | create.closed
        not_updatable = never | said.immutable | said.read_only | update.closed
        return TypeWriteRules(
            required_on_create=self._ordered(type_.name, create.required - not_insertable),
            required_on_update=self._ordered(type_.name, update.required - not_updatable),
            not_insertable=self._ordered(type_.name, not_insertable),
            not_updatable=self._ordered(type_.name, not_updatable),
        )

    def _ordered(self, type_: str, chosen: frozenset[str]) -> tuple[str, ...]:
        """Those of the type's members that are among `chosen`, in their order."""
        if not chosen:
            return ()
        names = [prop.name for prop in self.lineage.properties(type_)]
        names += [navigation.name for navigation in self.lineage.navigation_properties(type_)]
        return tuple(name for name in names if name in chosen)

    def qualified(self, name: str) -> str:
        """A type's name in the text of an annotation, where an alias may stand for its namespace."""
        namespace, _, local = name.rpartition(".")
        return f"{self.aliases.get(namespace, namespace)}.{local}"

    def _ways(self, *, creating: bool) -> Iterator[_Way]:
        """Entity sets, navigation to collections that live there, and, for changing, single instances."""
        term = INSERT_RESTRICTIONS if creating else UPDATE_RESTRICTIONS
        switch = "Insertable" if creating else "Updatable"
        for container in self.model.containers:
            for entity_set in container.entity_sets:
                yield from self._way(entity_set.type, entity_set.annotations, term, switch)
            for singleton in container.singletons if not creating else ():
                yield from self._way(singleton.type, singleton.annotations, term, switch)
        along = self._restrictions_along(term)
        for type_ in self.model.types:
            if not isinstance(type_, StructuredType):
                continue
            for navigation in type_.navigation_properties:
                special = along.get((type_.name, navigation.name), ())
                annotated = find(navigation.annotations, term) is not None
                lives_here = navigation.contains_target and (
                    navigation.type.collection or not creating
                )
                if not (lives_here or annotated or special):
                    continue
                for record in special:
                    yield from self._way_of(navigation.type.name, record, switch)
                some_only = bool(special) and len(special) < self._count_holders(type_.name)
                if annotated or not special or some_only:
                    yield from self._way(navigation.type.name, navigation.annotations, term, switch)

    def _way(
        self, type_: str, annotations: tuple[AnnotationValue, ...], term: str, switch: str
    ) -> Iterator[_Way]:
        value = find_value(annotations, term)
        yield from self._way_of(type_, value if isinstance(value, Record) else None, switch)

    def _way_of(self, type_: str, record: Record | None, switch: str) -> Iterator[_Way]:
        if record is None:
            yield _Way(type_, OPEN)
        elif boolean(record.get(switch)) is not False:
            yield _Way(type_, self._restriction(record))

    def _restriction(self, record: Record) -> _Restriction:
        closed: set[tuple[str, ...]] = set()
        for name in CLOSED_LISTS:
            closed.update(self._paths(record.get(name)))
        required = frozenset(self._paths(record.get("RequiredProperties")))
        return _Restriction(required, frozenset(closed))

    def _paths(self, listed: Expression | None) -> Iterator[tuple[str, ...]]:
        """Each path in steps; some services write paths as strings."""
        for path in (*(paths(listed) or ()), *(texts(listed) or ())):
            steps = [step for step in path.split("/") if step]
            if steps:
                yield tuple(self.qualified(s) if "." in s else s for s in steps)

    def _restrictions_along(self, term: str) -> Mapping[tuple[str, str], tuple[Record, ...]]:
        """Restrictions for single ways to a navigation property, by the type that declares it and name.

        They stand within NavigationRestrictions, or are annotated to a path in the container.
        """
        found: dict[tuple[str, str], list[Record]] = {}
        for start, path, value in (
            *self._within_navigation_restrictions(term),
            *self._at_paths(term),
        ):
            owner = self._end(start, path)
            if owner is not None and isinstance(value, Record):
                found.setdefault(owner, []).append(value)
        return {key: tuple(values) for key, values in found.items()}

    def _within_navigation_restrictions(
        self, term: str
    ) -> Iterator[tuple[str, str, Expression | None]]:
        short = term.rpartition(".")[2]
        for type_name, annotated in self._annotated_places():
            restrictions = find_value(annotated, NAVIGATION_RESTRICTIONS)
            if not isinstance(restrictions, Record):
                continue
            for record in records(restrictions.get("RestrictedProperties")):
                path = record.get("NavigationProperty")
                if isinstance(path, Path):
                    yield type_name, path.text, record.get(short)

    def _at_paths(self, term: str) -> Iterator[tuple[str, str, Expression | None]]:
        for container in self.model.containers:
            types = {child.name: child.type for child in container.entity_sets}
            types.update((child.name, child.type) for child in container.singletons)
            for annotated in container.path_annotations:
                child, _, path = annotated.path.partition("/")
                value = find_value(annotated.annotations, term)
                if child in types and path and value is not None:
                    yield types[child], path, value

    def _annotated_places(self) -> Iterator[tuple[str, tuple[AnnotationValue, ...]]]:
        for container in self.model.containers:
            for entity_set in container.entity_sets:
                yield entity_set.type, entity_set.annotations
            for singleton in container.singletons:
                yield singleton.type, singleton.annotations
        for _, navigation in self._navigation():
            yield navigation.type.name, navigation.annotations

    def _navigation(self) -> Iterator[tuple[StructuredType, NavigationProperty]]:
        for type_ in self.model.types:
            if isinstance(type_, StructuredType):
                for navigation in type_.navigation_properties:
                    yield type_, navigation

    def _count_holders(self, name: str) -> int:
        """How many places hold instances that have what the type `name` declares."""
        places = [type_name for type_name, _ in self._annotated_places()]
        related = {name, *self.lineage.descendants(name)}
        related.update(a.name for a in self.lineage.ancestors(name))
        return sum(place in related for place in places)

    def _end(self, start: str, path: str) -> tuple[str, str] | None:
        """The type that declares the navigation property at the end of `path`, and its name."""
        at: str = start
        last: tuple[str, str] | None = None
        for step in path.split("/"):
            if "." in step:
                at, last = self.qualified(step), None
                continue
            last = None
            for name in (at, *(a.name for a in self.lineage.ancestors(at))):
                type_ = self.model.structured(name)
                for navigation in type_.navigation_properties if type_ is not None else ():
                    if navigation.name == step:
                        at, last = navigation.type.name, (name, step)
                if last is not None:
                    break
            if last is None:
                return None
        return last


CLOSED_LISTS = (
    "NonInsertableProperties",
    "NonInsertableNavigationProperties",
    "NonUpdatableProperties",
    "NonUpdatableNavigationProperties",
)


@dataclass(frozen=True, slots=True)
class _Names:
    """Properties of one type that are required, and those that are closed to writing."""

    required: frozenset[str] = frozenset()
    closed: frozenset[str] = frozenset()


Use = tuple[str, str]
"""A property in use: the type that declares it, and its name."""


def _uses(model: Model) -> Mapping[str, tuple[Use | None, ...]]:
    """The properties of each structured type; None stands for an action's parameter.

    Properties of an abstract Edm type, which could hold anything, are no use of any one type.
    """
    found: dict[str, list[Use | None]] = {}
    for holder in model.types:
        if isinstance(holder, StructuredType):
            for prop in holder.properties:
                if not prop.type.is_primitive:
                    found.setdefault(prop.type.name, []).append((holder.name, prop.name))
    for operation in model.operations:
        if operation.kind is OperationKind.ACTION:
            for parameter in operation.own_parameters:
                if not parameter.type.is_primitive:
                    found.setdefault(parameter.type.name, []).append(None)
    return {name: tuple(uses) for name, uses in found.items()}


class _Gathering:
    """What all ways of creating, or all of changing, ask for: of a type itself and below its properties.

    A path such as `authenticationConfiguration/graph.basicAuthentication/username` speaks of a complex
    type, which is written wherever a property has it: each such use is a way of its own.
    """

    def __init__(self, gathered: _Gathered, ways: tuple[_Way, ...]) -> None:
        self.gathered = gathered
        self.by_type: dict[str, list[_Restriction]] = {}
        self.nested: dict[Use, list[tuple[str, str, bool]]] = {}
        self._lines: dict[str, tuple[str, ...]] = {}
        for way in ways:
            self.by_type.setdefault(way.type, []).append(way.restriction)
            for path in way.restriction.required:
                self._collect(way.type, path, required=True)
            for path in way.restriction.closed:
                self._collect(way.type, path, required=False)

    def names(self, name: str) -> _Names:
        """What every way that gives an instance of type `name` asks for."""
        each: list[_Names] = []
        for base in self._spoken_of(name):
            for restriction in self.by_type.get(base, ()):
                each.append(self._of_type(name, restriction))
            for use in self.gathered.uses.get(base, ()) if self.nested else ():
                each.append(self._of_use(name, use))
        if not each:
            return _Names()
        return _Names(
            frozenset.intersection(*(names.required for names in each)),
            frozenset.intersection(*(names.closed for names in each)),
        )

    def _spoken_of(self, name: str) -> tuple[str, ...]:
        """The type and its bases, nearest first, as far as something is said of them."""
        lineage = self.gathered.lineage
        pending: list[str] = []
        at: str | None = name
        while at is not None and at not in self._lines:
            pending.append(at)
            at = lineage.base(at)
        for one in reversed(pending):
            rest = self._lines.get(lineage.base(one) or "", ())
            said = one in self.by_type or (bool(self.nested) and one in self.gathered.uses)
            self._lines[one] = (one, *rest) if said else rest
        return self._lines[name]

    def _of_type(self, name: str, restriction: _Restriction) -> _Names:
        if restriction is OPEN:
            return NO_NAMES
        return _Names(self._own(name, restriction.required), self._own(name, restriction.closed))

    def _own(self, name: str, among: frozenset[tuple[str, ...]]) -> frozenset[str]:
        """The paths that name a property of `name` itself, perhaps after a cast that it passes."""
        is_a = self.gathered.lineage.is_assignable
        return frozenset(
            last
            for *casts, last in among
            if all("." in cast for cast in casts) and (not casts or is_a(name, casts[-1]))
        )

    def _of_use(self, name: str, use: Use | None) -> _Names:
        asked = self.nested.get(use, ()) if use is not None else ()
        if not asked:
            return NO_NAMES
        is_a = self.gathered.lineage.is_assignable
        mine = [(prop, required) for type_, prop, required in asked if is_a(name, type_)]
        return _Names(
            frozenset(prop for prop, required in mine if required),
            frozenset(prop for prop, required in mine if not required),
        )

    def _collect(self, root: str, path: tuple[str, ...], *, required: bool) -> None:
        at = root
        use: Use | None = None
        for step in path[:-1]:
            if "." in step:
                at = step
                continue
            declared = self._declared(at, step)
            if declared is None:
                return
            use, at = (declared[0], step), declared[1]
        if use is not None:
            self.nested.setdefault(use, []).append((at, path[-1], required))

    def _declared(self, type_name: str, prop: str) -> tuple[str, str] | None:
        """The type that declares `prop`, for `type_name` or an ancestor, and the property's own type."""
        for name in (type_name, *(a.name for a in self.gathered.lineage.ancestors(type_name))):
            type_ = self.gathered.model.structured(name)
            for declared in type_.properties if type_ is not None else ():
                if declared.name == prop:
                    return name, declared.type.name
        return None


NO_NAMES = _Names()


def _is_read_only(annotations: tuple[AnnotationValue, ...]) -> bool:
    """Core.Permissions that lack Write."""
    allowed = permissions(annotations)
    return allowed is not None and "Write" not in allowed
