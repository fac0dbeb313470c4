"""Where each schema type lives in the output: its namespace and class, and the names of its members."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from edmund.diagnostics import Diagnostic
from edmund.naming.distinct import by_spelling, clash_warnings, distinct, file_key
from edmund.naming.spelling import Spelling
from edmund.surface.answers import ListedType
from edmund.surface.elements import Surface
from edmund.surface.types import EnumType, NamedType, StructuredType
from edmund.targets.csharp.names import (
    file_stem,
    member_name,
    namespace_name,
)
from edmund.targets.csharp.spelling import KIOTA

__all__ = ["Layout", "Place", "lay_out"]

# What the root namespace of models has that is no type of the schema.
_OWN = (
    "BaseCollectionPaginationCountResponse",
    "ODataErrors",
    "ReferenceCreate",
    "ReferenceUpdate",
    "StringCollectionResponse",
)


_LONGEST = 112
"""How long the path of a model's file is, below the folder of models: paths of the output stay below 120 characters."""


@dataclass(frozen=True, slots=True)
class Place:
    """A class: `namespace` is below the one of models (`Security`), empty for that itself."""

    namespace: str
    cls: str

    @property
    def path(self) -> str:
        """The class's file below the folder of models; in that itself where the way there is too long."""
        folder = f"{self.namespace.replace('.', '/')}/" if self.namespace else ""
        path = f"{folder}{file_stem(self.cls)}.cs"
        return path if len(path) <= _LONGEST else f"{file_stem(f'{self.namespace}.{self.cls}')}.cs"


@dataclass(frozen=True)
class Layout:
    """Names for everything in a model that generated code names.

    `places` by type, `pages` (collection responses) by listed type, `attributes` by type and property,
    inherited ones included, `members` by enumeration and member.
    """

    places: Mapping[str, Place]
    pages: Mapping[str, Place]
    attributes: Mapping[str, Mapping[str, str]]
    members: Mapping[str, Mapping[str, str]]
    namespaces: tuple[str, ...]
    spelling: Spelling = KIOTA
    diagnostics: tuple[Diagnostic, ...] = field(default=(), compare=False)


def lay_out(
    surface: Surface, listed: Iterable[ListedType] = (), spelling: Spelling = KIOTA
) -> Layout:
    """Names for all types of `surface`; `listed` are the types of which calls answer collections.

    Names that give one identifier, or one file where case does not count, are told apart by their
    spelling and not by their place in the documents, each with a warning.
    """
    found: list[Diagnostic] = []
    types = surface.types.types
    by_namespace = _namespaces({t.name.rpartition(".")[0] for t in types}, surface, found)
    namespaces = _with_parents(by_namespace.values())
    places = _places(types, by_namespace, namespaces, spelling, found)
    return Layout(
        places=places,
        pages=_pages([each.name for each in listed if each.name in places], places),
        attributes=_attributes(surface, types, places, spelling, found),
        members={
            t.name: _members(t, places[t.name].cls, spelling, found)
            for t in types
            if isinstance(t, EnumType)
        },
        namespaces=namespaces,
        spelling=spelling,
        diagnostics=tuple(found),
    )


def _namespaces(namespaces: set[str], surface: Surface, found: list[Diagnostic]) -> dict[str, str]:
    """The namespace of each in the output: what it has beyond the prefix that all share.

    What has none, in descriptions where types need none, is in the one of models itself, and then nothing is left out.
    """
    ordered = [s.name for s in surface.types.namespaces if s.name in namespaces]
    ordered += sorted(namespaces.difference((*ordered, "")))
    split = [name.split(".") for name in ordered]
    shared = 0
    while split and "" not in namespaces and all(len(parts) > shared for parts in split):
        if len({parts[shared] for parts in split}) > 1:
            break
        shared += 1
    children: dict[tuple[str, ...], list[str]] = {}
    for parts in split:
        for depth in range(shared, len(parts)):
            children.setdefault(tuple(parts[:depth]), []).append(parts[depth])
    named: dict[tuple[str, ...], dict[str, str]] = {}
    for parent, names in children.items():
        result = distinct(by_spelling(names, namespace_name), namespace_name, _OWN, file_key)
        named[parent] = result.names
        spans = {
            name: next(
                (s.span for s in surface.types.namespaces if _is_below(s.name, (*parent, name))),
                None,
            )
            for name in names
        }
        found.extend(clash_warnings("C#", "namespace parts", result.clashes, spans))
    at_root = {"": ""} if "" in namespaces else {}
    return at_root | {
        name: ".".join(
            named[tuple(parts[:depth])][parts[depth]] for depth in range(shared, len(parts))
        )
        for name, parts in zip(ordered, split, strict=True)
    }


def _is_below(namespace: str, parts: tuple[str, ...]) -> bool:
    return tuple(namespace.split(".")[: len(parts)]) == parts


def _with_parents(namespaces: Iterable[str]) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for namespace in namespaces:
        parts = namespace.split(".") if namespace else []
        for depth in range(1, len(parts) + 1):
            found[".".join(parts[:depth])] = None
    return tuple(sorted(found))


def _places(
    types: Sequence[NamedType],
    by_namespace: Mapping[str, str],
    namespaces: Sequence[str],
    spelling: Spelling,
    found: list[Diagnostic],
) -> dict[str, Place]:
    """A type that is called like a namespace beside it moves in there, behind those that belong there."""
    keys = {file_key(namespace): namespace for namespace in namespaces}
    native: dict[str, list[NamedType]] = {}
    moved: dict[str, list[NamedType]] = {}
    for type_ in types:
        namespace = by_namespace[type_.name.rpartition(".")[0]]
        inner = keys.get(file_key(_join(namespace, spelling.type(type_.name))))
        if inner is None:
            native.setdefault(namespace, []).append(type_)
        else:
            moved.setdefault(inner, []).append(type_)
    places: dict[str, Place] = {}
    for namespace in dict.fromkeys([*native, *moved]):
        spans = {
            t.name: t.span
            for group in (native.get(namespace, ()), moved.get(namespace, ()))
            for t in sorted(group, key=lambda type_: _precedence(type_, spelling))
        }
        taken = [n.rpartition(".")[2] for n in namespaces if n.rpartition(".")[0] == namespace]
        taken += () if namespace else _OWN
        classes = distinct(spans, spelling.type, taken, file_key, spelling.given.types)
        found.extend(clash_warnings("C#", "types", classes.clashes, spans))
        places.update((name, Place(namespace, classes.names[name])) for name in spans)
    return {t.name: places[t.name] for t in types}


def _join(namespace: str, name: str) -> str:
    return f"{namespace}.{name}" if namespace else name


def _precedence(type_: NamedType, spelling: Spelling) -> tuple[bool, bool, str, str]:
    """One order, whatever that of the documents: what needs no suffix, then what is spelled so."""
    local = type_.name.rpartition(".")[2]
    made = spelling.type(type_.name)
    return (made.lower() != local.lower(), made != local, local, type_.name)


def _pages(listed: Sequence[str], places: Mapping[str, Place]) -> dict[str, Place]:
    """Collection responses live beside their types and give way to them."""
    taken: dict[str, list[str]] = {}
    for place in places.values():
        taken.setdefault(place.namespace, []).append(place.cls)
    pages: dict[str, Place] = {}
    by_namespace: dict[str, list[str]] = {}
    for name in sorted(set(listed)):
        by_namespace.setdefault(places[name].namespace, []).append(name)
    for namespace, names in by_namespace.items():
        own = (*taken[namespace], *(() if namespace else _OWN))
        given = distinct(names, lambda n: f"{places[n].cls}CollectionResponse", own, file_key).names
        pages.update((name, Place(namespace, cls)) for name, cls in given.items())
    return pages


def _attributes(
    surface: Surface,
    types: Sequence[NamedType],
    places: Mapping[str, Place],
    spelling: Spelling,
    found: list[Diagnostic],
) -> dict[str, Mapping[str, str]]:
    """Names by property; a derived type gives way to what it inherits."""
    done: dict[str, dict[str, str]] = {}

    def names_of(type_: StructuredType) -> dict[str, str]:
        known = done.get(type_.name)
        if known is not None:
            return known
        done[type_.name] = {}
        base = surface.types.structured(type_.base) if type_.base is not None else None
        inherited = names_of(base) if base is not None else {}
        members = type_.properties
        spans = {p.name: p.span for p in members if p.name not in inherited}
        cls = places[type_.name].cls

        def make(name: str) -> str:
            return member_name(spelling.property(name), cls)

        given = spelling.given.members(type_.name)
        result = distinct(by_spelling(spans, make), make, (*inherited.values(), cls), given=given)
        found.extend(clash_warnings("C#", f"properties of '{type_.name}'", result.clashes, spans))
        done[type_.name] = {**inherited, **result.names}
        return done[type_.name]

    return {t.name: names_of(t) for t in types if isinstance(t, StructuredType)}


def _members(
    type_: EnumType, cls: str, spelling: Spelling, found: list[Diagnostic]
) -> dict[str, str]:
    spans = {member.name: member.span for member in type_.members}
    make: Callable[[str], str] = lambda name: spelling.constant(name, cls)  # noqa: E731
    given = spelling.given.members(type_.name)
    result = distinct(by_spelling(spans, make), make, (cls,), given=given)
    found.extend(clash_warnings("C#", f"members of '{type_.name}'", result.clashes, spans))
    return result.names
