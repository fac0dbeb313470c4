"""Where each schema type lives in the output: its module and class, and the names of its attributes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from edmund.diagnostics import Diagnostic, Severity, Span
from edmund.naming.distinct import by_spelling, clash_warnings, distinct, file_key
from edmund.surface.answers import ListedType
from edmund.surface.elements import Surface
from edmund.surface.types import EnumType, NamedType, StructuredType
from edmund.targets.python.spelling import KIOTA, Spelling

__all__ = ["MODELS", "Layout", "Place", "lay_out"]

MODELS = "generated.models"

# Modules and packages of the root of models that are no schema types.
_OWN_MODULES = (
    "_registry",
    "o_data_errors",
    "reference_create",
    "reference_update",
    "string_collection_response",
    "collection_responses",
    "base_collection_pagination_count_response",
)
_SHARED_PAGES, _PAGE_BASE = _OWN_MODULES[-2:]

_LONGEST_PAGE_MODULE = 90
"""Paths of the output stay below 120 characters: a page of a longer name shares the module of the rare ones."""


@dataclass(frozen=True, slots=True)
class Place:
    """A class: `module` is dotted, below the package of models (`security.alert`)."""

    module: str
    cls: str

    @property
    def path(self) -> str:
        """The module's file, below the folder of models."""
        return f"{self.module.replace('.', '/')}.py"


@dataclass(frozen=True)
class Layout:
    """Names for everything in a model that generated code names.

    `root_namespace` is what all namespaces share. `places` by type, `pages` (collection responses) by
    listed type, `attributes` by type and property, inherited ones included, `members` by enumeration
    and member. `packages` are the dotted sub-packages, every parent before its children.
    """

    root_namespace: str
    places: Mapping[str, Place]
    pages: Mapping[str, Place]
    page_base: Place
    attributes: Mapping[str, Mapping[str, str]]
    members: Mapping[str, Mapping[str, str]]
    packages: tuple[str, ...]
    spelling: Spelling = KIOTA
    diagnostics: tuple[Diagnostic, ...] = field(default=(), compare=False)

    def place(self, type_name: str) -> tuple[str, str]:
        """Module, below the models, and class of a type."""
        found = self.places[type_name]
        return found.module, found.cls

    def collection_place(self, type_name: str) -> tuple[str, str]:
        """Module, below the models, and class of one page of a collection of a listed type."""
        found = self.pages[type_name]
        return found.module, found.cls


def lay_out(
    surface: Surface, listed: Iterable[ListedType] = (), spelling: Spelling = KIOTA
) -> Layout:
    """Names for all types of `surface`; `listed` are the types of which calls answer collections.

    Names that give one identifier, or one file where case does not count, are told apart by their
    spelling and not by their place in the documents, each with a warning.
    """
    found: list[Diagnostic] = []
    types = surface.types.types
    namespaces = {t.name.rpartition(".")[0] for t in types}
    root, by_namespace = _packages(namespaces, surface, spelling, found)
    packages = _with_parents(by_namespace.values())
    places = _places(types, by_namespace, packages, spelling, found)
    in_places = [each for each in listed if each.name in places]
    pages, page_base = _pages(in_places, places, packages, spelling)
    return Layout(
        root_namespace=root,
        places=places,
        pages=pages,
        page_base=page_base,
        attributes=_attributes(surface, types, spelling, found),
        members={t.name: _members(t, spelling, found) for t in types if isinstance(t, EnumType)},
        packages=packages,
        spelling=spelling,
        diagnostics=tuple(found),
    )


def _packages(
    namespaces: set[str], surface: Surface, spelling: Spelling, found: list[Diagnostic]
) -> tuple[str, dict[str, str]]:
    """The prefix that all namespaces share, and the sub-package of each: what it has beyond that."""
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
        result = distinct(
            by_spelling(names, spelling.module), spelling.module, _OWN_MODULES, file_key
        )
        named[parent] = result.names
        spans = {
            name: next(
                (s.span for s in surface.types.namespaces if _below(s.name, (*parent, name))), None
            )
            for name in names
        }
        found.extend(clash_warnings("Python", "namespace parts", result.clashes, spans))
    packages = {
        name: ".".join(
            named[tuple(parts[:depth])][parts[depth]] for depth in range(shared, len(parts))
        )
        for name, parts in zip(ordered, split, strict=True)
    }
    return ".".join(split[0][:shared]) if split else "", packages


def _below(namespace: str, parts: tuple[str, ...]) -> bool:
    return tuple(namespace.split(".")[: len(parts)]) == parts


def _with_parents(packages: Iterable[str]) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for package in packages:
        parts = package.split(".") if package else []
        for depth in range(1, len(parts) + 1):
            found[".".join(parts[:depth])] = None
    return tuple(sorted(found))


def _places(
    types: Sequence[NamedType],
    by_namespace: Mapping[str, str],
    packages: Sequence[str],
    spelling: Spelling,
    found: list[Diagnostic],
) -> dict[str, Place]:
    """A type whose module would hide a sub-package moves into it, behind those that belong there."""
    keys = {file_key(package): package for package in packages}
    native: dict[str, list[NamedType]] = {}
    moved: dict[str, list[NamedType]] = {}
    for type_ in types:
        namespace, _, local = type_.name.rpartition(".")
        package = by_namespace[namespace]
        inner = keys.get(file_key(_join(package, spelling.module(local))))
        if inner is None:
            native.setdefault(package, []).append(type_)
        else:
            moved.setdefault(inner, []).append(type_)
    places: dict[str, Place] = {}
    for package in dict.fromkeys([*native, *moved]):
        spans = {
            t.name: t.span
            for group in (native.get(package, ()), moved.get(package, ()))
            for t in sorted(group, key=lambda type_: _precedence(type_, spelling))
        }
        depth = len(package.split(".")) if package else 0
        taken = [
            p.split(".")[-1] for p in packages if p and p.count(".") == depth and _in(p, package)
        ]
        if not package:
            taken += _OWN_MODULES
        modules = distinct(
            spans,
            lambda name: spelling.module(_local(name)),
            taken,
            file_key,
            spelling.given.modules,
        )
        classes = distinct(
            spans,
            lambda name: spelling.cls(_local(name)),
            (),
            file_key,
            spelling.given.types,
        )
        found.extend(clash_warnings("Python", "types", (*modules.clashes, *classes.clashes), spans))
        for name in spans:
            places[name] = Place(_join(package, modules.names[name]), classes.names[name])
    return {t.name: places[t.name] for t in types}


def _in(package: str, parent: str) -> bool:
    return not parent or package.startswith(parent + ".")


def _join(package: str, module: str) -> str:
    return f"{package}.{module}" if package else module


def _precedence(type_: NamedType, spelling: Spelling) -> tuple[bool, str, str]:
    """One order for modules and classes, whatever the order of the documents: as `by_spelling`."""
    local = _local(type_.name)
    return (spelling.cls(local) != local, local, type_.name)


def _local(name: str) -> str:
    return name.rpartition(".")[2]


def _pages(
    listed: Iterable[ListedType],
    places: Mapping[str, Place],
    packages: Sequence[str],
    spelling: Spelling,
) -> tuple[dict[str, Place], Place]:
    """Collection responses live beside their types and give way to them; the rare ones share a module."""
    modules = {file_key(place.module) for place in places.values()}
    modules |= {file_key(name) for name in (*packages, *_OWN_MODULES[:-2])}
    base = Place(_free(_PAGE_BASE, modules), "BaseCollectionPaginationCountResponse")
    shared = _free(_SHARED_PAGES, modules)
    modules |= {file_key(base.module), file_key(shared)}
    pages: dict[str, Place] = {}
    together: list[str] = []
    known = spelling.given.types
    for each in sorted(listed, key=lambda each: (known.rank(each.name), each.name)):
        package = places[each.name].module.rpartition(".")[0]
        local = _local(spelling.given.types.word(each.name)) + "CollectionResponse"
        module = _free(_join(package, spelling.module(local)), modules)
        if not each.widely or len(module) > _LONGEST_PAGE_MODULE:
            together.append(each.name)
            continue
        modules.add(file_key(module))
        pages[each.name] = Place(module, _page_class(each.name, spelling))
    classes = distinct(
        sorted(together, key=lambda name: (known.rank(name), name)),
        lambda name: _page_class(name, spelling),
        (base.cls,),
    ).names
    pages.update((name, Place(shared, cls)) for name, cls in classes.items())
    return pages, base


def _page_class(name: str, spelling: Spelling) -> str:
    return spelling.cls(_local(spelling.given.types.word(name))).rstrip("_") + "CollectionResponse"


def _free(module: str, taken: set[str]) -> str:
    candidate, number = module, 1
    while file_key(candidate) in taken:
        number += 1
        candidate = f"{module}_{number}"
    return candidate


def _attributes(
    surface: Surface, types: Sequence[NamedType], spelling: Spelling, found: list[Diagnostic]
) -> dict[str, Mapping[str, str]]:
    """Attribute names by property; a derived type gives way to what it inherits."""
    done: dict[str, dict[str, str]] = {}

    def names_of(type_: StructuredType) -> dict[str, str]:
        known = done.get(type_.name)
        if known is not None:
            return known
        done[type_.name] = {}
        base = surface.types.structured(type_.base) if type_.base is not None else None
        inherited = names_of(base) if base is not None else {}
        members = type_.properties
        own = [member for member in members if member.name not in inherited]
        spans = {p.name: p.span for p in own}
        result = distinct(
            by_spelling(spans, spelling.attribute),
            spelling.attribute,
            inherited.values(),
            given=spelling.given.members(type_.name),
        )
        found.extend(
            clash_warnings("Python", f"properties of '{type_.name}'", result.clashes, spans)
        )
        _report_special(type_.name, spans, spelling, found)
        done[type_.name] = {**inherited, **result.names}
        return done[type_.name]

    return {t.name: names_of(t) for t in types if isinstance(t, StructuredType)}


def _members(type_: EnumType, spelling: Spelling, found: list[Diagnostic]) -> dict[str, str]:
    spans = {member.name: member.span for member in type_.members}
    given = spelling.given.members(type_.name)
    result = distinct(by_spelling(spans, spelling.member), spelling.member, given=given)
    found.extend(clash_warnings("Python", f"members of '{type_.name}'", result.clashes, spans))
    return result.names


def _report_special(
    type_name: str,
    spans: Mapping[str, Span | None],
    spelling: Spelling,
    found: list[Diagnostic],
) -> None:
    """Names that Python gives a meaning of its own, and that would otherwise change silently."""
    for name, span in spans.items():
        if name.startswith("__") and name.endswith("__"):
            found.append(
                Diagnostic(
                    "EDM421",
                    Severity.WARNING,
                    f"property '{name}' of '{type_name}' has the shape of Python's special names;"
                    f" its attribute is '{spelling.attribute(name)}'",
                    span,
                )
            )
