"""Where each schema type lives in the output: its module and interface, and the names of its properties."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from edmund.diagnostics import Diagnostic, Note, Severity, Span
from edmund.naming.distinct import Clash, by_spelling, distinct, file_key
from edmund.naming.spelling import Spelling
from edmund.surface.answers import ListedType
from edmund.surface.elements import Surface
from edmund.surface.types import EnumType, NamedType, StructuredType
from edmund.targets.typescript.names import file_stem
from edmund.targets.typescript.spelling import KIOTA

__all__ = ["Layout", "Place", "lay_out"]


@dataclass(frozen=True, slots=True)
class Place:
    """An interface: `module` is its file below the folder of models, without extension (`security/alert`)."""

    module: str
    name: str

    @property
    def folder(self) -> str:
        return self.module.rpartition("/")[0]


_MAX_FAMILY = 100
"""A union of more types than this takes compilers long, and nobody tells so many apart."""


@dataclass(frozen=True)
class Layout:
    """Names for everything in a model that generated code names.

    `places` by type, `pages` (collection responses, beside their types) by listed type. `shapes` are the interfaces
    of types from which others derive, the type's own name being that of the union of all of them; types with too
    many below them have none. `properties` by type and property, inherited ones included, `members` by enumeration and member. `folders` are those of
    namespaces, every parent among them.
    """

    places: Mapping[str, Place]
    pages: Mapping[str, str]
    shapes: Mapping[str, str]
    properties: Mapping[str, Mapping[str, str]]
    members: Mapping[str, Mapping[str, str]]
    folders: tuple[str, ...]
    diagnostics: tuple[Diagnostic, ...] = field(default=(), compare=False)
    spelling: Spelling = KIOTA


def lay_out(
    surface: Surface, listed: Iterable[ListedType] = (), spelling: Spelling = KIOTA
) -> Layout:
    """Names for all types of `surface`; `listed` are the types of which calls answer collections.

    Names that give one identifier, or one file where case does not count, are told apart by their spelling
    and not by their place in the documents, each with a warning.
    """
    found: list[Diagnostic] = []
    types = surface.types.types
    by_namespace = _folders({t.name.rpartition(".")[0] for t in types}, surface, found)
    places: dict[str, Place] = {}
    pages: dict[str, str] = {}
    shapes: dict[str, str] = {}
    families = frozenset(t.name for t in types if 0 < _below(t.name, surface) <= _MAX_FAMILY)
    by_folder: dict[str, list[NamedType]] = {}
    for type_ in types:
        folder = by_namespace[type_.name.rpartition(".")[0]]
        by_folder.setdefault(folder, []).append(type_)
    wanted_pages = {each.name for each in listed}

    def module_name(name: str) -> str:
        return file_stem(spelling.text(_local(name)))

    for folder, members in by_folder.items():
        spans = {t.name: t.span for t in sorted(members, key=lambda t: _precedence(t, spelling))}
        modules = distinct(spans, module_name, (), file_key, spelling.given.modules)
        names = distinct(spans, spelling.type, given=spelling.given.types)
        _report("types", (*modules.clashes, *names.clashes), spans, found)
        for name in spans:
            module = f"{folder}/{modules.names[name]}" if folder else modules.names[name]
            places[name] = Place(module, names.names[name])
        # An enumeration has its object beside it, under a name of its own.
        taken = {*names.names.values()}
        taken |= {f"{names.names[t.name]}Object" for t in members if isinstance(t, EnumType)}
        own = {
            name: f"{names.names[name].rstrip('_')}CollectionResponse"
            for name in sorted(wanted_pages & spans.keys())
        }
        pages.update(distinct(own, own.__getitem__, taken).names)
        taken |= {pages[name] for name in own}
        own = {
            name: f"{names.names[name].rstrip('_')}Properties"
            for name in sorted(families & spans.keys())
        }
        shapes.update(distinct(own, own.__getitem__, taken).names)
    return Layout(
        places={t.name: places[t.name] for t in types},
        pages=pages,
        shapes=shapes,
        properties=_properties(surface, types, spelling, found),
        members={
            t.name: _members(t, places[t.name].name, spelling, found)
            for t in types
            if isinstance(t, EnumType)
        },
        folders=_with_parents(by_folder),
        diagnostics=tuple(found),
        spelling=spelling,
    )


def _folders(namespaces: set[str], surface: Surface, found: list[Diagnostic]) -> dict[str, str]:
    """The folder of each namespace: what it has beyond the prefix that all share."""
    ordered = [s.name for s in surface.types.namespaces if s.name in namespaces]
    ordered += sorted(namespaces.difference(ordered))
    split = [name.split(".") for name in ordered]
    shared = 0
    while split and all(len(parts) > shared for parts in split):
        if len({parts[shared] for parts in split}) > 1:
            break
        shared += 1
    children: dict[tuple[str, ...], list[str]] = {}
    for parts in split:
        for depth in range(shared, len(parts)):
            children.setdefault(tuple(parts[:depth]), []).append(parts[depth])
    named: dict[tuple[str, ...], dict[str, str]] = {}
    for parent, names in children.items():
        result = distinct(by_spelling(names, file_stem), file_stem, (), file_key)
        named[parent] = result.names
        _report("namespace parts", result.clashes, dict.fromkeys(names), found)
    return {
        name: "/".join(
            named[tuple(parts[:depth])][parts[depth]] for depth in range(shared, len(parts))
        )
        for name, parts in zip(ordered, split, strict=True)
    }


def _below(name: str, surface: Surface) -> int:
    """How many types derive from the type, at any distance; no more than just too many."""
    found: set[str] = set()
    pending = [name]
    while pending and len(found) <= _MAX_FAMILY:
        below = set(surface.types.derived_by_name.get(pending.pop(), ())) - found
        found |= below
        pending.extend(below)
    return len(found)


def _with_parents(folders: Iterable[str]) -> tuple[str, ...]:
    found = {""}
    for folder in folders:
        parts = folder.split("/") if folder else []
        found |= {"/".join(parts[:depth]) for depth in range(1, len(parts) + 1)}
    return tuple(sorted(found))


def _precedence(type_: NamedType, spelling: Spelling) -> tuple[bool, str, str]:
    """One order for modules and interfaces, whatever the order of the documents: as `by_spelling`."""
    local = _local(type_.name)
    return (spelling.cls(local) != local, local, type_.name)


def _local(name: str) -> str:
    return name.rpartition(".")[2]


def _properties(
    surface: Surface, types: Sequence[NamedType], spelling: Spelling, found: list[Diagnostic]
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

        result = distinct(
            by_spelling(spans, spelling.property),
            spelling.property,
            inherited.values(),
            given=spelling.given.members(type_.name),
        )
        _report(f"properties of '{type_.name}'", result.clashes, spans, found)
        done[type_.name] = {**inherited, **result.names}
        return done[type_.name]

    return {t.name: names_of(t) for t in types if isinstance(t, StructuredType)}


def _members(
    type_: EnumType, interface: str, spelling: Spelling, found: list[Diagnostic]
) -> dict[str, str]:
    spans = {member.name: member.span for member in type_.members}

    def make(name: str) -> str:
        return spelling.constant(name, interface)

    result = distinct(by_spelling(spans, make), make, given=spelling.given.members(type_.name))
    _report(f"members of '{type_.name}'", result.clashes, spans, found)
    return result.names


def _report(
    what: str, clashes: Iterable[Clash], spans: Mapping[str, Span | None], found: list[Diagnostic]
) -> None:
    for clash in clashes:
        winner = f"'{clash.winner}'" if clash.winner is not None else "a name that is there already"
        first = spans.get(clash.winner) if clash.winner is not None else None
        found.append(
            Diagnostic(
                "EDM420",
                Severity.WARNING,
                f"{what} '{clash.name}' and {winner} have the same name in TypeScript;"
                f" '{clash.name}' is called '{clash.given}'",
                spans.get(clash.name),
                hint="rename one of them in the schema to choose the name yourself",
                notes=(Note(f"{winner} is declared here", first),) if first is not None else (),
            )
        )
