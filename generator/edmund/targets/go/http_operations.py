"""The calls of a service as methods of resources: a struct for each resource, a file for each that the client has."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from edmund.naming.distinct import distinct, file_key
from edmund.plan.http_calls import PlannedCall
from edmund.plan.operations import OperationGroup, planned_operations
from edmund.render.files import GeneratedFile
from edmund.surface.elements import Surface
from edmund.targets.go.builder_names import ROOT_FILE
from edmund.targets.go.builder_views import LinkView
from edmund.targets.go.http_calls import SCHEMES_FILE, CallPlace, HttpCalls
from edmund.targets.go.http_files import builder_file, encoded_path, path_part, with_text
from edmund.targets.go.http_views import HttpBuilderView
from edmund.targets.go.layout import Layout
from edmund.targets.go.literals import comment, string_literal
from edmund.targets.go.names import exported, file_stem
from edmund.targets.go.spelling import in_go_case

__all__ = ["GroupNames", "HttpOperations"]

# What every struct of calls has of its own, and what the client has, which embeds that of the root.
_MEMBERS: Final = frozenset(
    {"GoString", "Poll", "RequestBuilder", "RootOperations", "Send", "String"}
)
# What the methods of calls name beside the parameters of paths.
_VARIABLES: Final = ("b", "body", "ctx", "err", "request", "requestConfiguration")

_Place = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GroupNames:
    """A group with its names: its struct, and in their order the accessors of the groups in it and its methods.

    `stems` start the names of what is declared for each of its calls.
    """

    group: OperationGroup
    struct: str
    accessors: tuple[str, ...]
    methods: tuple[str, ...]
    stems: tuple[str, ...]

    def calls(self) -> Iterator[tuple[PlannedCall, str, str]]:
        """The calls, each with its method and its stem."""
        for operation, method, stem in zip(
            self.group.operations, self.methods, self.stems, strict=True
        ):
            yield operation.call, method, stem


class HttpOperations:
    """Lowers all groups of a service; `module` is the path of the Go module."""

    def __init__(self, surface: Surface, layout: Layout, module: str) -> None:
        self.methods = HttpCalls(surface, layout)
        self._module = module
        self.groups = _named(dict(_places((), planned_operations(surface))))

    @property
    def root(self) -> str:
        """The struct that the client embeds."""
        return self.groups[()].struct

    def files(self) -> list[GeneratedFile]:
        """The groups and the schemes of credentials."""
        tops = [place[0] for place in self.groups if len(place) == 1]
        taken = (ROOT_FILE, SCHEMES_FILE)
        files = distinct(tops, lambda name: file_stem(_title(name)), taken, file_key).names
        by_file: dict[str, list[_Place]] = {}
        for place in self.groups:
            by_file.setdefault(files[place[0]] if place else ROOT_FILE, []).append(place)
        return [
            *(self._file(file, places) for file, places in by_file.items()),
            *self.methods.schemes_files(self._module),
        ]

    def _file(self, file: str, places: Sequence[_Place]) -> GeneratedFile:
        text = "Package builders has the calls of the service, as methods of resources."
        builders = tuple(map(self._view, places))
        view = builder_file(self._module, text if file == ROOT_FILE else "", builders)
        return GeneratedFile(f"builders/{file}.go", "client/http_builders.go.jinja", view)

    def _view(self, place: _Place) -> HttpBuilderView:
        found = self.groups[place]
        about = f"the calls of {' '.join(place)}." if place else "the calls of the service."
        links = tuple(
            self._link(accessor, (*place, group.name))
            for accessor, group in zip(found.accessors, found.group.groups, strict=True)
        )
        return HttpBuilderView(
            found.struct,
            comment(f"{found.struct} has {about}"),
            False,
            links,
            tuple(
                self.methods.view(stem, method, f"Iterate{method}", call, self._place(call))
                for call, method, stem in found.calls()
            ),
        )

    def _link(self, name: str, target: _Place) -> LinkView:
        text = comment(f"{name} has the calls of {' '.join(target)}.")
        return LinkView(name, text, "", self.groups[target].struct, "b.RequestBuilder")

    def _place(self, call: PlannedCall) -> CallPlace:
        """Where a call is, below the service root."""
        template = call.path.removeprefix("/")
        spelling = self.methods.spelling
        labels = [parameter.label for parameter in call.path_parameters]
        names = distinct(labels, spelling.parameter, _VARIABLES).names
        parts = [
            path_part(parameter, names[parameter.label], self.methods.values)
            for parameter in call.path_parameters
        ]
        return CallPlace(
            "".join(
                f"{names[parameter.label]} {self.methods.taken(parameter.type)}, "
                for parameter in call.path_parameters
            ),
            "".join(f"{names[label]}, " for label in labels),
            (
                f"odata.Segment(b.RequestBuilder, {', '.join(with_text(template, parts))})"
                if parts
                else f"odata.Child(b.RequestBuilder, {string_literal('/' + encoded_path(template))})"
            ),
        )

    def chain(self, place: _Place) -> str:
        """How users of the client get to a group."""
        return "client" + "".join(f".{accessor}()" for accessor in self.accessors(place))

    def accessors(self, place: tuple[str, ...]) -> Iterator[str]:
        """The names of the accessors that lead to a group."""
        for depth, name in enumerate(place):
            above = self.groups[place[:depth]]
            yield above.accessors[[group.name for group in above.group.groups].index(name)]

    def example(self) -> str:
        """The first call that needs nothing but the client, as a user writes it."""
        for place, found in self.groups.items():
            for call, method, _ in found.calls():
                alone = not call.bodies and not call.path_parameters
                if alone and not any(each.required for each in call.parameters):
                    given = "err" if call.success.content is None else "result, err"
                    return f"{given} := {self.chain(place)}.{method}(ctx, nil)"
        return "// Calls of this service take parameters or bodies."

    def symbols(self) -> Mapping[str, str]:
        """What users write for each call, by its method and path."""
        return {
            f"{call.method} {call.path}": f"{self.chain(place)}.{method}(...)"
            for place, found in self.groups.items()
            for call, method, _ in found.calls()
        }


def _places(place: _Place, group: OperationGroup) -> Iterator[tuple[_Place, OperationGroup]]:
    """All groups by the names that lead to them, the client's own first."""
    yield place, group
    for inner in group.groups:
        yield from _places((*place, inner.name), inner)


def _named(groups: Mapping[_Place, OperationGroup]) -> Mapping[_Place, GroupNames]:
    """The groups with all names, no two of the package the same."""
    wanted = {str(place): "".join(map(_title, place)) or "Root" for place in groups}
    stems = distinct(wanted, wanted.__getitem__).names
    members = {place: _members(group) for place, group in groups.items()}
    calls = {
        f"{place} {method}": f"{stems[str(place)]}{method}"
        for place, (_, methods) in members.items()
        for method in methods
    }
    declared = distinct(calls, calls.__getitem__).names
    return {
        place: GroupNames(
            group,
            f"{stems[str(place)]}Operations",
            members[place][0],
            members[place][1],
            tuple(declared[f"{place} {method}"] for method in members[place][1]),
        )
        for place, group in groups.items()
    }


def _members(group: OperationGroup) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The accessors of the groups in a group, and the methods of its calls, which choose first."""
    calls = {f"call {each.name}": each.name for each in group.operations}
    texts = calls | {f"group {each.name}": each.name for each in group.groups}
    others = {other for name in calls.values() for other in _beside(_title(name))}
    names = distinct(texts, lambda key: _title(texts[key]), _MEMBERS | others).names
    return (
        tuple(names[f"group {each.name}"] for each in group.groups),
        tuple(names[f"call {each.name}"] for each in group.operations),
    )


def _beside(method: str) -> tuple[str, ...]:
    """The methods that a call may have beside its own."""
    return (
        f"Iterate{method}",
        f"To{method}RequestInformation",
        f"{method}Items",
        f"{method}Stream",
    )


def _title(name: str) -> str:
    """`ListForOrg` for `list for org`, and for whatever else names of operations are made of."""
    return exported(in_go_case("_".join(re.split(r"[\W_]+", name)).strip("_") or "X"))
