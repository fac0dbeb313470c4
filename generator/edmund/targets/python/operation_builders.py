"""The calls of a service as methods of resources: one module for each resource of the client, and what is in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from edmund.naming.distinct import distinct
from edmund.plan.http_calls import PlannedCall
from edmund.plan.operations import OperationGroup, planned_operations
from edmund.render.files import GeneratedFile
from edmund.surface.elements import Surface
from edmund.targets.python.builder_names import BuilderPlace
from edmund.targets.python.builder_views import MemberView
from edmund.targets.python.call_modules import CallModule
from edmund.targets.python.layout import Layout
from edmund.targets.python.literals import docstring
from edmund.targets.python.path_calls import CallPath, lower_call, path_source, python_names
from edmund.targets.python.path_views import PathBuilderView
from edmund.targets.python.signatures import Bracketed, laid_out

__all__ = ["NamedOperation", "OperationBuilders"]

_ROOT_MODULE = "_root"
_LONGEST_STEM = 60
# What clients have of their own; groups have the rest of their names to themselves.
_MEMBERS = ("close", "send", "stream", "with_url")
_OWN_ARGUMENTS = ("body", "options", "request_configuration", "self")

_Place = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NamedOperation:
    """A call with the accessors that lead to its group, its method, and the one that goes through all pages."""

    call: PlannedCall
    chain: tuple[str, ...]
    method: str
    iteration: str

    def __str__(self) -> str:
        return ".".join(("client", *self.chain, self.method))


@dataclass(frozen=True, slots=True)
class _Operation:
    """A call with the names of its method, and of the one that goes through all pages."""

    call: PlannedCall
    method: str
    iteration: str


@dataclass(frozen=True, slots=True)
class _Group:
    """A group with its names: where its class is, its operations, and the accessors of the groups in it."""

    group: OperationGroup
    place: BuilderPlace
    operations: tuple[_Operation, ...]
    accessors: tuple[str, ...]

    @property
    def members(self) -> tuple[str, ...]:
        return (*self.accessors, *(each.method for each in self.operations))


class OperationBuilders:
    """Lowers all groups of a service, with their names settled."""

    def __init__(self, surface: Surface, layout: Layout, package: str) -> None:
        self._surface = surface
        self.layout = layout
        self._package = package
        groups = dict(_places((), planned_operations(surface)))
        places = self._places_of(groups)
        self._groups = {each: self._named(groups[each], places[each]) for each in groups}

    @property
    def root(self) -> BuilderPlace:
        """The class that the clients extend."""
        return self._groups[()].place

    @property
    def named(self) -> Iterator[NamedOperation]:
        """All calls with what users write."""
        for place, found in self._groups.items():
            chain = self._chain(place)
            for each in found.operations:
                yield NamedOperation(each.call, chain, each.method, each.iteration)

    def first_call(self) -> str:
        """The first call that needs nothing but the client, as a user writes it; nothing where there is none."""
        for each in self.named:
            call = each.call
            needs = call.path_parameters or any(p.required for p in call.parameters)
            if not needs and call.method == "GET":
                return f"{each}()"
        return ""

    def symbols(self) -> Mapping[str, str]:
        """What users write for each call, by its method and path."""
        return {f"{each.call.method} {each.call.path}": f"{each}(...)" for each in self.named}

    def files(self) -> Iterator[GeneratedFile]:
        """The modules."""
        by_module: dict[str, list[_Place]] = {}
        for place, found in self._groups.items():
            by_module.setdefault(found.place.module, []).append(place)
        folder = f"{self._package.replace('.', '/')}/generated/builders"
        for module, places in by_module.items():
            own = [self._groups[place].place.name for place in places]
            hidden = [name for place in places for name in self._groups[place].members]
            parts = CallModule(self._surface, self.layout, self._package, module, own, hidden)
            builders = [self._view(place, parts) for place in places]
            named = " ".join(places[0][:1])
            text = docstring(f"The calls of {named}." if named else "The calls of the service.")
            yield GeneratedFile(
                f"{folder}/{module}.py", "client/paths.py.jinja", parts.view(text, builders)
            )

    def _view(self, place: _Place, parts: CallModule) -> PathBuilderView:
        found = self._groups[place]
        members: list[MemberView] = []
        for group, accessor in zip(found.group.groups, found.accessors, strict=True):
            target = self._groups[(*place, group.name)].place
            members.append(parts.link(accessor, ["self"], target, ('""',), ""))
        stem = found.place.name.removesuffix("Operations")
        for each in found.operations:
            source = lower_call(
                each.call,
                stem,
                each.method,
                parts.values,
                self.layout.spelling,
                len(each.call.path) > 1 and each.call.path.endswith("/"),
                self._path(each, stem, parts),
                each.iteration,
            )
            members.extend(parts.add(source))
        text = f"The calls of {' '.join(place)}." if place else "The calls of the service."
        return PathBuilderView(
            laid_out(Bracketed(f"class {found.place.name}", ("PathBuilder[M]",)), 0, 1),
            docstring(text, 4),
            tuple(members),
        )

    def _path(self, operation: _Operation, stem: str, parts: CallModule) -> CallPath:
        call, spelling = operation.call, self.layout.spelling
        taken = (*_OWN_ARGUMENTS, *python_names(call, spelling).values())
        labels = [each.label for each in call.path_parameters]
        names = distinct(labels, spelling.parameter, taken).names
        arguments: list[str] = []
        sources: list[str] = []
        for each in call.path_parameters:
            python = names[each.label]
            arguments.append(f"{python}: {parts.values.annotation(each.type)}")
            sources.append(parts.in_path(each, f"{stem}_{operation.method}", python))
        template = call.path.removeprefix("/").removesuffix("/")
        return CallPath(tuple(arguments), path_source(template, sources))

    def _chain(self, place: _Place) -> tuple[str, ...]:
        accessors = []
        for depth, name in enumerate(place):
            above = self._groups[place[:depth]]
            names = [group.name for group in above.group.groups]
            accessors.append(above.accessors[names.index(name)])
        return tuple(accessors)

    def _places_of(self, groups: Mapping[_Place, OperationGroup]) -> Mapping[_Place, BuilderPlace]:
        """The modules and classes: what lies in one group of the client is in one module."""
        spelling = self.layout.spelling
        wanted = {place: " ".join(place) or "root" for place in groups}
        classes = distinct(
            (str(place) for place in groups),
            {
                str(place): f"{spelling.cls(_joined(text)).rstrip('_')[:_LONGEST_STEM]}Operations"
                for place, text in wanted.items()
            }.__getitem__,
            key=str.lower,
        ).names
        tops = dict.fromkeys(place[0] for place in groups if place)
        modules = distinct(
            tops,
            lambda name: spelling.module(_joined(name))[:_LONGEST_STEM],
            (_ROOT_MODULE,),
            key=str.lower,
        ).names
        return {
            place: BuilderPlace(
                modules[place[0]] if place else _ROOT_MODULE,
                classes[str(place)],
            )
            for place in groups
        }

    def _named(self, group: OperationGroup, place: BuilderPlace) -> _Group:
        """No two members of a group are the same; those of its calls come first."""
        texts = {f"call {each.name}": each.name for each in group.operations}
        texts |= {f"group {each.name}": each.name for each in group.groups}
        texts |= {f"pages {each.name}": f"iterate {each.name}" for each in group.operations}
        names = distinct(texts, lambda key: self._member_name(texts[key]), _MEMBERS).names
        return _Group(
            group,
            place,
            tuple(
                _Operation(each.call, names[f"call {each.name}"], names[f"pages {each.name}"])
                for each in group.operations
            ),
            tuple(names[f"group {each.name}"] for each in group.groups),
        )

    def _member_name(self, text: str) -> str:
        """A method may be called `list`: annotations beside it know the builtin by another name."""
        name = self.layout.spelling.parameter(_joined(text))
        return "list" if name == "list_" else name


def _places(place: _Place, group: OperationGroup) -> Iterator[tuple[_Place, OperationGroup]]:
    """All groups by the names that lead to them, the client's own first."""
    yield place, group
    for inner in group.groups:
        yield from _places((*place, inner.name), inner)


def _joined(name: str) -> str:
    return "_".join(name.split())
