"""Where each schema type lives in the output: its package and class, and what follows `get` in its accessors."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from edmund.diagnostics import Diagnostic
from edmund.naming.distinct import by_spelling, clash_warnings, distinct, file_key
from edmund.naming.spelling import Spelling
from edmund.surface.answers import ListedType
from edmund.surface.elements import Surface
from edmund.surface.types import EnumType, NamedType, StructuredType
from edmund.targets.java.names import (
    package_segment,
    shortened,
)
from edmund.targets.java.spelling import KIOTA

__all__ = [
    "LONGEST_PATH",
    "SOURCES",
    "Layout",
    "Place",
    "lay_out",
    "path_of",
    "room_for_name",
]

SOURCES = "src"
LONGEST_PATH = 119
_LONGEST_CLASS = 79
_ROOM_FOR_CLASS = 40
_OWN_CLASSES = (
    "BaseCollectionPaginationCountResponse",
    "ReferenceCreate",
    "ReferenceUpdate",
    "StringCollectionResponse",
)
_OWN_PACKAGES = ("odataerrors",)
_PAGE = "CollectionResponse"
_MEMBERS_OF_ENUMS = ("TYPE",)


@dataclass(frozen=True, slots=True)
class Place:
    """A class and its package."""

    package: str
    cls: str

    @property
    def path(self) -> str:
        """The file, below the output's root."""
        return path_of(self.package, self.cls)


def path_of(package: str, cls: str) -> str:
    """The file of a class."""
    return f"{SOURCES}/{package.replace('.', '/')}/{cls}.java"


def room_for_name(package: str) -> int:
    """How long the name of a class of `package` may be for its file's path, and lines with it, to be short enough."""
    return min(_LONGEST_CLASS, LONGEST_PATH - len(path_of(package, "")))


@dataclass(frozen=True)
class Layout:
    """Names for everything in a model that generated code names.

    `root` is the output's package. `places` by type, `pages` (collection responses) by listed type,
    `properties` (suffixes of accessors) by type and property, inherited ones included, `members` by
    enumeration and member.
    """

    root: str
    places: Mapping[str, Place]
    pages: Mapping[str, Place]
    properties: Mapping[str, Mapping[str, str]]
    members: Mapping[str, Mapping[str, str]]
    spelling: Spelling = KIOTA
    diagnostics: tuple[Diagnostic, ...] = field(default=(), compare=False)


def lay_out(
    surface: Surface,
    root: str,
    listed: Iterable[ListedType] = (),
    spelling: Spelling = KIOTA,
) -> Layout:
    """Names for all types of `surface`; `listed` are the types of which calls answer collections.

    Names that give one identifier, or one file where case does not count, are told apart by their
    spelling and not by their place in the documents, each with a warning.
    """
    found: list[Diagnostic] = []
    types = surface.types.types
    packages = _packages({t.name.rpartition(".")[0] for t in types}, root)
    places = _places(types, packages, spelling, found)
    return Layout(
        root=root,
        places=places,
        pages=_pages([each.name for each in listed if each.name in places], places),
        properties=_properties(surface, types, spelling, found),
        members={
            t.name: _members(t, places[t.name].cls, spelling, found)
            for t in types
            if isinstance(t, EnumType)
        },
        spelling=spelling,
        diagnostics=tuple(found),
    )


def _packages(namespaces: set[str], root: str) -> dict[str, str]:
    """The package of each namespace: what it has beyond the prefix that all share."""
    split = {name: name.split(".") if name else [] for name in sorted(namespaces)}
    shared = 0
    while split and all(len(parts) > shared for parts in split.values()):
        if len({parts[shared] for parts in split.values()}) > 1:
            break
        shared += 1
    longest = LONGEST_PATH - _ROOM_FOR_CLASS - len(path_of(f"{root}.models.", ""))
    below = {
        name: shortened(".".join(package_segment(part) for part in parts[shared:]), longest)
        for name, parts in split.items()
    }
    names = distinct(below, below.__getitem__, _OWN_PACKAGES, file_key).names
    return {name: f"{root}.models.{own}".rstrip(".") for name, own in names.items()}


def _places(
    types: Sequence[NamedType],
    packages: Mapping[str, str],
    spelling: Spelling,
    found: list[Diagnostic],
) -> dict[str, Place]:
    by_package: dict[str, list[NamedType]] = {}
    for type_ in types:
        by_package.setdefault(packages[type_.name.rpartition(".")[0]], []).append(type_)
    places: dict[str, Place] = {}
    for package, members in by_package.items():
        spans = {
            t.name: t.span for t in sorted(members, key=lambda type_: _precedence(type_, spelling))
        }
        taken = _OWN_CLASSES if package.endswith(".models") else ()
        make = partial(_class_in, package, spelling)
        result = distinct(spans, make, taken, file_key, spelling.given.types)
        found.extend(clash_warnings("Java", "types", result.clashes, spans))
        places.update((name, Place(package, cls)) for name, cls in result.names.items())
    return {t.name: places[t.name] for t in types}


def _class_in(package: str, spelling: Spelling, name: str) -> str:
    return shortened(spelling.type(name), room_for_name(package))


def _precedence(type_: NamedType, spelling: Spelling) -> tuple[bool, str, str]:
    """One order whatever the order of the documents: as `by_spelling`."""
    local = _local(type_.name)
    return (spelling.type(type_.name) != local, local, type_.name)


def _local(name: str) -> str:
    return name.rpartition(".")[2]


def _pages(listed: Sequence[str], places: Mapping[str, Place]) -> dict[str, Place]:
    """Collection responses live beside their types and give way to them."""
    taken: dict[str, list[str]] = {}
    for place in places.values():
        taken.setdefault(place.package, []).append(place.cls)
    by_package: dict[str, list[str]] = {}
    for name in sorted(listed):
        by_package.setdefault(places[name].package, []).append(name)
    pages: dict[str, Place] = {}
    for package, names in by_package.items():
        wanted = {
            name: shortened(
                places[name].cls.removesuffix("Escaped") + _PAGE, room_for_name(package)
            )
            for name in names
        }
        others = (*taken[package], *(_OWN_CLASSES if package.endswith(".models") else ()))
        given = distinct(wanted, wanted.__getitem__, others, file_key).names
        pages.update((name, Place(package, cls)) for name, cls in given.items())
    return pages


def _properties(
    surface: Surface, types: Sequence[NamedType], spelling: Spelling, found: list[Diagnostic]
) -> dict[str, Mapping[str, str]]:
    """Suffixes of accessors by property; a derived type gives way to what it inherits."""
    done: dict[str, dict[str, str]] = {}

    def names_of(type_: StructuredType) -> dict[str, str]:
        known = done.get(type_.name)
        if known is not None:
            return known
        done[type_.name] = {}
        base = surface.types.structured(type_.base) if type_.base is not None else None
        inherited = names_of(base) if base is not None else {}
        members = type_.properties
        spans = {m.name: m.span for m in members if m.name not in inherited}

        def make(name: str) -> str:
            return spelling.property(name)

        given = spelling.given.members(type_.name)
        result = distinct(by_spelling(spans, make), make, inherited.values(), given=given)
        found.extend(clash_warnings("Java", f"properties of '{type_.name}'", result.clashes, spans))
        done[type_.name] = {**inherited, **result.names}
        return done[type_.name]

    return {t.name: names_of(t) for t in types if isinstance(t, StructuredType)}


def _members(
    type_: EnumType, cls: str, spelling: Spelling, found: list[Diagnostic]
) -> dict[str, str]:
    spans = {member.name: member.span for member in type_.members}

    def make(name: str) -> str:
        return spelling.constant(name, cls)

    given = spelling.given.members(type_.name)
    result = distinct(by_spelling(spans, make), make, _MEMBERS_OF_ENUMS, given=given)
    found.extend(clash_warnings("Java", f"members of '{type_.name}'", result.clashes, spans))
    return result.names
