"""Where each schema type lives in the output, and what it and its members are called there.

All types are one Go package: those of different namespaces refer to each other in circles, which packages may
not. A namespace below the root has a package of its own as well, of second names for its types
(`models/security.Alert` for `models.SecurityAlert`).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from edmund.diagnostics import Diagnostic
from edmund.naming.distinct import Clash, by_spelling, clash_warnings, distinct, file_key
from edmund.naming.spelling import Spelling
from edmund.surface.elements import Surface
from edmund.surface.types import EnumType, NamedType, StructuredType, UnionType
from edmund.targets.go.names import (
    MODEL_MEMBERS,
    exported,
    file_stem,
    package_name,
)
from edmund.targets.go.spelling import KIOTA

__all__ = ["Layout", "Subpackage", "lay_out", "structured_family"]

# Files and names of the package of models that are no schema types.
_OWN_FILES = ("registry", "references")
_OWN_NAMES = (
    *("ReferenceCreate", "ReferenceCreateable", "NewReferenceCreate"),
    *("ReferenceUpdate", "ReferenceUpdateable", "NewReferenceUpdate"),
    *("StringCollectionResponse", "StringCollectionResponseable"),
)
_OWN_PROPERTIES = ("AdditionalData", "OdataType")


@dataclass(frozen=True, slots=True)
class Subpackage:
    """A package of second names: its folder below the models, and its types' names by those of the models."""

    folder: str
    name: str
    names: Mapping[str, str]


@dataclass(frozen=True)
class Layout:
    """Names for everything in a model that generated code names.

    `names` and `files` by type; `pages` (collection responses) by listed type, in whose file they are;
    `properties` by type and property, inherited ones included: `DisplayName` for `GetDisplayName`; `constants` by
    enumeration and member.
    """

    names: Mapping[str, str]
    files: Mapping[str, str]
    pages: Mapping[str, str]
    properties: Mapping[str, Mapping[str, str]]
    constants: Mapping[str, Mapping[str, str]]
    subpackages: tuple[Subpackage, ...]
    spelling: Spelling = KIOTA
    diagnostics: tuple[Diagnostic, ...] = field(default=(), compare=False)


def structured_family(name: str) -> tuple[str, ...]:
    """All that a structured type called `name` declares in its package."""
    return name, f"{name}able", f"New{name}"


def lay_out(surface: Surface, listed: Iterable[str] = (), spelling: Spelling = KIOTA) -> Layout:
    """Names for all types of `surface`; `listed` are the types of which calls answer collections.

    Names that give one identifier are told apart by their spelling and not by their place in the documents,
    each with a warning.
    """
    found: list[Diagnostic] = []
    types = surface.types.types
    root = _root_namespace([t.name for t in types])
    taken = set(_OWN_NAMES)
    names = _type_names(types, root, surface, spelling, taken, found)
    pages = _page_names(sorted(set(listed) & names.keys()), names, taken)
    constants = {
        t.name: _constants(t, names[t.name], spelling, taken, found)
        for t in types
        if isinstance(t, EnumType)
    }
    files = distinct(names, lambda name: file_stem(names[name]), _OWN_FILES, file_key).names
    return Layout(
        names=names,
        files=files,
        pages=pages,
        properties=_properties(surface, types, spelling, found),
        constants=constants,
        subpackages=_subpackages(names, pages, root, spelling),
        spelling=spelling,
        diagnostics=tuple(found),
    )


def _root_namespace(names: Sequence[str]) -> tuple[str, ...]:
    """The parts that all namespaces share."""
    split = sorted({tuple(name.split(".")[:-1]) for name in names})
    if not split:
        return ()
    first, last = split[0], split[-1]
    shared = 0
    while shared < min(len(first), len(last)) and first[shared] == last[shared]:
        shared += 1
    return first[:shared]


def _stem(name: str, root: tuple[str, ...], spelling: Spelling) -> str:
    """`microsoft.graph.security.alert` as `SecurityAlert`."""
    parts = name.split(".")
    return "".join(map(exported, parts[len(root) : -1])) + spelling.type(name)


def _type_names(
    types: Sequence[NamedType],
    root: tuple[str, ...],
    surface: Surface,
    spelling: Spelling,
    taken: set[str],
    found: list[Diagnostic],
) -> dict[str, str]:
    """What is in the root namespace chooses before the others, what stays as it is spelled before what does not."""
    spans = {t.name: t.span for t in types}
    clashes: list[Clash] = []
    owners: dict[str, str] = {}
    names: dict[str, str] = {}
    known = spelling.given.types

    def precedence(type_: NamedType) -> tuple[int, int, bool, str, str]:
        local = type_.name.rpartition(".")[2]
        is_other = spelling.type(type_.name) != local
        return known.rank(type_.name), type_.name.count("."), is_other, local, type_.name

    for type_ in sorted(types, key=precedence):
        wanted = known.identifier(type_.name) or _stem(known.word(type_.name), root, spelling)
        if type_.name in surface.types.derived_by_name and _hides_methods(wanted):
            wanted = f"{wanted}Type"
        given, number = wanted, 1
        while taken.intersection(_family(type_, given)):
            number += 1
            given = f"{wanted}_{number}"
        if given != wanted:
            winner = next((owners[n] for n in _family(type_, wanted) if n in owners), None)
            clashes.append(Clash(type_.name, wanted, given, winner))
        names[type_.name] = given
        taken.update(_family(type_, given))
        owners.update((n, type_.name) for n in _family(type_, given))
    found.extend(clash_warnings("Go", "types", clashes, spans))
    return {t.name: names[t.name] for t in types}


def _hides_methods(name: str) -> bool:
    return name in MODEL_MEMBERS or (name[:3] in ("Get", "Set") and not name[3:4].islower())


def _family(type_: NamedType, name: str) -> tuple[str, ...]:
    if isinstance(type_, EnumType):
        return name, f"Join{name}"
    if isinstance(type_, UnionType):
        return name, f"New{name}"
    return structured_family(name)


def _page_names(listed: Sequence[str], names: Mapping[str, str], taken: set[str]) -> dict[str, str]:
    pages: dict[str, str] = {}
    for name in listed:
        wanted = given = f"{names[name]}CollectionResponse"
        number = 1
        while taken.intersection(structured_family(given)):
            number += 1
            given = f"{wanted}_{number}"
        pages[name] = given
        taken.update(structured_family(given))
    return pages


def _constants(
    type_: EnumType, name: str, spelling: Spelling, taken: set[str], found: list[Diagnostic]
) -> Mapping[str, str]:
    spans = {member.name: member.span for member in type_.members}
    order = by_spelling(spans, lambda member: member.upper())
    given = spelling.given.members(type_.name)
    result = distinct(order, lambda member: spelling.constant(member, name), given=given)
    if not taken.isdisjoint(result.names.values()):  # rare, and slow: all names of the package
        result = distinct(order, lambda member: spelling.constant(member, name), taken, given=given)
    found.extend(clash_warnings("Go", f"members of '{type_.name}'", result.clashes, spans))
    taken.update(result.names.values())
    return result.names


def _properties(
    surface: Surface, types: Sequence[NamedType], spelling: Spelling, found: list[Diagnostic]
) -> dict[str, Mapping[str, str]]:
    """Names of accessors by property; a derived type gives way to what it inherits."""
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
        taken = (*inherited.values(), *_OWN_PROPERTIES)

        def make(name: str) -> str:
            return spelling.property(name)

        given = spelling.given.members(type_.name)
        result = distinct(by_spelling(spans, make), make, taken, given=given)
        found.extend(clash_warnings("Go", f"properties of '{type_.name}'", result.clashes, spans))
        done[type_.name] = {**inherited, **result.names}
        return done[type_.name]

    return {t.name: names_of(t) for t in types if isinstance(t, StructuredType)}


def _subpackages(
    names: Mapping[str, str], pages: Mapping[str, str], root: tuple[str, ...], spelling: Spelling
) -> tuple[Subpackage, ...]:
    """One for each namespace below the root, where namespaces differ only in case one for both."""
    found: dict[tuple[str, ...], dict[str, str]] = {}
    for name, go in names.items():
        parts = tuple(name.split(".")[len(root) :])
        if len(parts) > 1:
            folder = tuple(map(package_name, parts[:-1]))
            second = _free(spelling.type(name), found.setdefault(folder, {}).values())
            found[folder][go] = second
            if name in pages:
                page = _free(f"{second}CollectionResponse", found[folder].values())
                found[folder][pages[name]] = page
    return tuple(
        Subpackage("/".join(folder), folder[-1], second)
        for folder, second in sorted(found.items())
        if folder != ("odataerrors",)
    )


def _free(wanted: str, taken: Collection[str]) -> str:
    used = {each for name in taken for each in (*structured_family(name), f"Join{name}")}
    given, number = wanted, 1
    while used.intersection((*structured_family(given), f"Join{given}")):
        number += 1
        given = f"{wanted}_{number}"
    return given
