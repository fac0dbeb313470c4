"""Where each schema type lives in the output: its namespace and class, and the names of its properties."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from edmund.diagnostics import Diagnostic
from edmund.naming.distinct import by_spelling, clash_warnings, distinct
from edmund.naming.spelling import Spelling
from edmund.plan.service import speaks_odata
from edmund.surface.answers import ListedType
from edmund.surface.elements import Surface
from edmund.surface.types import EnumType, NamedType, StructuredType
from edmund.targets.php.names import (
    distinct_names,
    namespace_part,
)
from edmund.targets.php.spelling import KIOTA

__all__ = ["Layout", "Place", "lay_out"]

# Classes and namespaces of the root of models that are no schema types.
_OWN_CLASSES = ("ReferenceCreate", "ReferenceUpdate", "StringCollectionResponse")
_OWN_NAMESPACES = ("ODataErrors",)

_LONGEST_PATH = 117
"""Of a file, from the package's folder on; two letters are left for a number that tells names apart."""

_SHORTEST_CLASS = 16


@dataclass(frozen=True, slots=True)
class Place:
    """A class: `namespace` is below that of models, '' for the models' own (`Security`)."""

    namespace: str
    cls: str

    @property
    def path(self) -> str:
        """The class's file, below the folder of models."""
        folder = f"{self.namespace.replace(chr(92), '/')}/" if self.namespace else ""
        return f"{folder}{self.cls}.php"

    def full(self, models: str) -> str:
        """The qualified name, `models` being the models' namespace."""
        return "\\".join(part for part in (models, self.namespace, self.cls) if part)


@dataclass(frozen=True)
class Layout:
    """Names for everything in a model that generated code names.

    `places` by type, `pages` (collection responses) by listed type, `stems` of getters and setters by type and
    property, inherited ones included, `members` (constants) by enumeration and member.
    """

    places: Mapping[str, Place]
    pages: Mapping[str, Place]
    stems: Mapping[str, Mapping[str, str]]
    members: Mapping[str, Mapping[str, str]]
    spelling: Spelling = KIOTA
    diagnostics: tuple[Diagnostic, ...] = field(default=(), compare=False)


def lay_out(
    surface: Surface, listed: Iterable[ListedType] = (), spelling: Spelling = KIOTA
) -> Layout:
    """Names for all types of `surface`; `listed` are the types of which calls answer collections.

    Names that give one identifier where case does not count are told apart by their spelling and not by their
    place in the documents, each with a warning.
    """
    found: list[Diagnostic] = []
    types = surface.types.types
    namespaces = _namespaces({t.name.rpartition(".")[0] for t in types}, surface, found)
    places = _places(surface, namespaces, spelling, found)
    return Layout(
        places=places,
        pages=_pages([each.name for each in listed if each.name in places], places, spelling),
        stems=_stems(surface, types, spelling, found),
        members={
            t.name: _members(t, places[t.name].cls, spelling, found)
            for t in types
            if isinstance(t, EnumType)
        },
        spelling=spelling,
        diagnostics=tuple(found),
    )


def _namespaces(names: set[str], surface: Surface, found: list[Diagnostic]) -> dict[str, str]:
    """The namespace below the models' for each of the schema: what it has beyond what all share."""
    ordered = [s.name for s in surface.types.namespaces if s.name in names]
    ordered += sorted(names.difference(ordered, ("",)))
    split = [name.split(".") for name in ordered]
    # Types without a namespace lie beside the namespaces of others.
    shared = 0
    while split and "" not in names and all(len(parts) > shared for parts in split):
        if len({parts[shared] for parts in split}) > 1:
            break
        shared += 1
    children: dict[tuple[str, ...], list[str]] = {}
    for parts in split:
        for depth in range(shared, len(parts)):
            children.setdefault(tuple(parts[:depth]), []).append(parts[depth])
    named: dict[tuple[str, ...], dict[str, str]] = {}
    for parent, parts in children.items():
        taken = _OWN_NAMESPACES if len(parent) == shared else ()
        result = distinct_names(by_spelling(parts, namespace_part), namespace_part, taken)
        named[parent] = result.names
        spans = {
            part: next(
                (s.span for s in surface.types.namespaces if _below(s.name, (*parent, part))), None
            )
            for part in parts
        }
        found.extend(clash_warnings("PHP", "namespace parts", result.clashes, spans))
    return {"": ""} | {
        name: "\\".join(
            named[tuple(parts[:depth])][parts[depth]] for depth in range(shared, len(parts))
        )
        for name, parts in zip(ordered, split, strict=True)
    }


def _below(namespace: str, parts: tuple[str, ...]) -> bool:
    return tuple(namespace.split(".")[: len(parts)]) == parts


def _places(
    surface: Surface,
    namespaces: Mapping[str, str],
    spelling: Spelling,
    found: list[Diagnostic],
) -> dict[str, Place]:
    groups: dict[str, list[NamedType]] = {}
    types = surface.types.types
    for type_ in types:
        groups.setdefault(namespaces[type_.name.rpartition(".")[0]], []).append(type_)
    places: dict[str, Place] = {}
    for namespace, group in groups.items():
        spans = {
            t.name: t.span for t in sorted(group, key=lambda type_: _precedence(type_, spelling))
        }
        taken = () if namespace else _OWN_CLASSES
        room = max(_room(namespace, surface), _SHORTEST_CLASS)
        make = _fitting(spelling, room)
        result = distinct_names(spans, make, taken, spelling.given.types)
        found.extend(clash_warnings("PHP", "types", result.clashes, spans))
        places.update((name, Place(namespace, cls)) for name, cls in result.names.items())
    return {t.name: places[t.name] for t in types}


def _room(namespace: str, surface: Surface) -> int:
    """How long a class in the namespace may be called, for its own file and that of its paths in queries."""
    file = "Queries/{}/Path.php" if speaks_odata(surface) else "Models/{}/.php"
    return _LONGEST_PATH - len(f"src/Generated/{file.format(namespace)}")


def _fitting(spelling: Spelling, room: int) -> Callable[[str], str]:
    """How a type's class is spelled in at most `room` letters."""
    return lambda name: spelling.type(name)[:room]


def _precedence(type_: NamedType, spelling: Spelling) -> tuple[bool, str, str]:
    """One order, whatever that of the documents: as `by_spelling`."""
    local = _local(type_.name)
    return (spelling.type(type_.name) != local, local, type_.name)


def _local(name: str) -> str:
    return name.rpartition(".")[2]


def _pages(
    listed: Iterable[str], places: Mapping[str, Place], spelling: Spelling
) -> dict[str, Place]:
    """Collection responses live beside their types and give way to them."""
    taken: dict[str, list[str]] = {"": list(_OWN_CLASSES)}
    for place in places.values():
        taken.setdefault(place.namespace, []).append(place.cls)
    groups: dict[str, list[str]] = {}
    known = spelling.given.types
    for name in sorted(listed, key=lambda name: (known.rank(name), name)):
        groups.setdefault(places[name].namespace, []).append(name)
    pages: dict[str, Place] = {}

    def page_class(name: str) -> str:
        return spelling.cls(f"{_local(spelling.given.types.word(name))}CollectionResponse")

    for namespace, names in groups.items():
        result = distinct_names(names, page_class, taken.get(namespace, ()))
        pages.update((name, Place(namespace, cls)) for name, cls in result.names.items())
    return pages


def _stems(
    surface: Surface, types: Sequence[NamedType], spelling: Spelling, found: list[Diagnostic]
) -> dict[str, Mapping[str, str]]:
    """Stems by property; a derived type gives way to what it inherits."""
    done: dict[str, dict[str, str]] = {}

    def stems_of(type_: StructuredType) -> dict[str, str]:
        known = done.get(type_.name)
        if known is not None:
            return known
        done[type_.name] = {}
        base = surface.types.structured(type_.base) if type_.base is not None else None
        inherited = stems_of(base) if base is not None else {}
        members = type_.properties
        spans = {p.name: p.span for p in members if p.name not in inherited}

        def make(name: str) -> str:
            return spelling.property(name)

        given = spelling.given.members(type_.name)
        result = distinct_names(by_spelling(spans, make), make, inherited.values(), given)
        found.extend(clash_warnings("PHP", f"properties of '{type_.name}'", result.clashes, spans))
        done[type_.name] = {**inherited, **result.names}
        return done[type_.name]

    return {t.name: stems_of(t) for t in types if isinstance(t, StructuredType)}


def _members(
    type_: EnumType, cls: str, spelling: Spelling, found: list[Diagnostic]
) -> dict[str, str]:
    spans = {member.name: member.span for member in type_.members}

    def make(name: str) -> str:
        return spelling.constant(name, cls)

    result = distinct(by_spelling(spans, make), make, given=spelling.given.members(type_.name))
    found.extend(clash_warnings("PHP", f"members of '{type_.name}'", result.clashes, spans))
    return result.names
