"""The calls of a service as methods of resources: an interface for each resource, and routes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from edmund.naming.distinct import distinct, file_key
from edmund.plan.operations import OperationGroup, planned_operations
from edmund.render.files import GeneratedFile
from edmund.surface.elements import Surface
from edmund.targets.typescript.builder_names import BUILDERS, BuilderPlace
from edmund.targets.typescript.builder_views import (
    BuilderModuleView,
    BuilderView,
    PayloadView,
    RoutesView,
)
from edmund.targets.typescript.chain_names import pascal
from edmund.targets.typescript.http.builders import BOUND, ROUTES
from edmund.targets.typescript.http.calls import iteration_name, lower_http_call
from edmund.targets.typescript.http.types import ValueTexts
from edmund.targets.typescript.imports import Imports
from edmund.targets.typescript.layout import Layout
from edmund.targets.typescript.literals import doc_comment, property_key, string_literal
from edmund.targets.typescript.model_views import MemberView
from edmund.targets.typescript.names import OBJECT_MEMBERS, camel, file_stem, interface_name
from edmund.targets.typescript.source import Data, Text, extends_clause, statement
from edmund.targets.typescript.types import TypeTexts

__all__ = ["HttpOperations"]

_LONGEST = 60
_ROOT_MODULE = "root"
_MEMBERS = OBJECT_MEMBERS | {"then", "toJSON", "withUrl", "send", "sendAsStream"}
_ODD = re.compile(r"[\W_]+")

_Place = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Group:
    """A group with its names; accessors and methods are in the order of the groups and the operations in it."""

    group: OperationGroup
    place: BuilderPlace
    accessors: tuple[str, ...]
    methods: tuple[str, ...]


@dataclass(frozen=True)
class HttpOperations:
    """All groups of a service, with their names settled; `rows` collects the table of routes."""

    surface: Surface
    layout: Layout
    groups: Mapping[_Place, _Group]
    rows: dict[str, Data] = field(default_factory=dict)

    @classmethod
    def of(cls, surface: Surface, layout: Layout) -> HttpOperations:
        """The groups of a service."""
        return cls(surface, layout, _named(dict(_places((), planned_operations(surface)))))

    @property
    def root(self) -> BuilderPlace:
        """The interface that the client extends."""
        return self.groups[()].place

    def symbols(self) -> Mapping[str, str]:
        """What users write for each call, by its method and path."""
        return {
            call: f"client{''.join(f'.{name}' for name in (*chain, method))}(...)"
            for call, (chain, method) in self.calls().items()
        }

    def calls(self) -> Mapping[str, tuple[Sequence[str], str]]:
        """The accessors that lead to each call and the method that makes it, by the call's own method and path."""
        return {
            f"{each.call.method} {each.call.path}": (self._chain(place), method)
            for place, named in self.groups.items()
            for each, method in zip(named.group.operations, named.methods, strict=True)
        }

    def files(self) -> Iterator[GeneratedFile]:
        """The modules of groups, one for each that the client itself leads to, then the table of routes."""
        by_module: dict[str, list[_Place]] = {}
        for place, named in self.groups.items():
            by_module.setdefault(named.place.module, []).append(place)
        for module, places in by_module.items():
            view = self._module(module, places)
            yield GeneratedFile(f"src/{BUILDERS}/{module}.ts", "client/builders.ts.jinja", view)
        table = RoutesView(statement(ROUTES, self.rows))
        yield GeneratedFile("src/tables/builders.ts", "http/routes.ts.jinja", table)

    def _chain(self, place: _Place) -> list[str]:
        found = []
        for depth, name in enumerate(place):
            above = self.groups[place[:depth]]
            names = [group.name for group in above.group.groups]
            found.append(above.accessors[names.index(name)])
        return found

    def _module(self, module: str, places: Sequence[_Place]) -> BuilderModuleView:
        own = [self.groups[place].place.name for place in places]
        imports = Imports(f"{BUILDERS}/{module}", (*own, *BOUND))
        texts = ValueTexts(TypeTexts(self.surface, self.layout, imports))
        interfaces: list[BuilderView] = []
        parameters: list[PayloadView] = []
        for place in places:
            interface, taken = self._interface(place, texts)
            interfaces.append(interface)
            parameters.extend(taken)
        return BuilderModuleView(imports.statements(), tuple(parameters), tuple(interfaces))

    def _interface(
        self, place: _Place, texts: ValueTexts
    ) -> tuple[BuilderView, Sequence[PayloadView]]:
        """The interface, and those of its calls' parameters; its table joins the others."""
        named = self.groups[place]
        name = named.place.name
        members: list[MemberView] = []
        links: dict[str, Data] = {}
        for group, accessor in zip(named.group.groups, named.accessors, strict=True):
            to = self.groups[(*place, group.name)].place
            local = texts.names.imports.use(f"{BUILDERS}/{to.module}", to.name)
            source = f"readonly {property_key(accessor)}: {local};"
            members.append(MemberView(False, "", source))
            links[property_key(accessor)] = Text(string_literal(to.name))
        calls: dict[str, Data] = {}
        parameters: list[PayloadView] = []
        for operation, called in zip(named.group.operations, named.methods, strict=True):
            lowered = lower_http_call(operation.call, called, name, texts, takes_keys=True)
            members.extend(lowered.members)
            parameters.extend(lowered.parameters)
            calls.update((property_key(each), row) for each, row in lowered.rows.items())
        tables: dict[str, Data] = {"links": links, "calls": calls}
        self.rows[property_key(name)] = {key: each for key, each in tables.items() if each}
        what = " ".join(place)
        view = BuilderView(
            comment=doc_comment(f"The calls of {what}." if what else "The calls of the service."),
            heading=extends_clause(f"export interface {name}", [], not members),
            is_empty=not members,
            members=tuple(members),
        )
        return view, parameters


def _places(place: _Place, group: OperationGroup) -> Iterator[tuple[_Place, OperationGroup]]:
    """All groups by the names that lead to them, the client's own first."""
    yield place, group
    for inner in group.groups:
        yield from _places((*place, inner.name), inner)


def _named(groups: Mapping[_Place, OperationGroup]) -> Mapping[_Place, _Group]:
    stems = {place: "".join(map(_title, place))[:_LONGEST] or "Root" for place in groups}
    keys = {str(place): place for place in groups}
    names = distinct(keys, lambda key: f"{stems[keys[key]]}Operations").names
    tops = {place[0]: _camel(place[0]) for place in groups if place}
    modules = distinct(tops, lambda top: file_stem(tops[top]), (_ROOT_MODULE,), file_key).names
    found = {}
    for key, place in keys.items():
        module = modules[place[0]] if place else _ROOT_MODULE
        accessors, methods = _members(groups[place])
        own = BuilderPlace(module, names[key])
        found[place] = _Group(groups[place], own, accessors, methods)
    return found


def _members(group: OperationGroup) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The accessors of the groups in a group and the methods of its calls, which choose first.

    None is called as what goes with a method, such as its request.
    """
    calls = {f"call {each.name}": _camel(each.name) for each in group.operations}
    texts = calls | {f"group {each.name}": _camel(each.name) for each in group.groups}
    wanted = distinct(calls, calls.__getitem__, _MEMBERS).names
    taken = _MEMBERS | {name for method in wanted.values() for name in _besides(method)}
    names = distinct(texts, texts.__getitem__, taken).names
    return (
        tuple(names[f"group {each.name}"] for each in group.groups),
        tuple(names[f"call {each.name}"] for each in group.operations),
    )


def _besides(method: str) -> tuple[str, ...]:
    request = f"to{pascal(method)}RequestInformation"
    return request, iteration_name(method), f"{method}AsStream"


def _camel(words: str) -> str:
    made = camel(_title(words))
    return f"x{made}" if made[:1].isdigit() else made


def _title(words: str) -> str:
    parts = [part for part in _ODD.split(words) if part] or ["x"]
    return interface_name("".join(map(pascal, parts))[:_LONGEST]).rstrip("_")
