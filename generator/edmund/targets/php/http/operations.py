"""The calls of a service as methods of resources: a file for each resource, and for the parameters of each call."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from edmund.plan.http_calls import PlannedCall
from edmund.plan.operations import OperationGroup, planned_operations
from edmund.render.files import GeneratedFile
from edmund.surface.elements import Surface
from edmund.targets.php.builder_views import HttpBuilderView, MethodView
from edmund.targets.php.http.call_tables import call_table
from edmund.targets.php.http.calls import http_methods
from edmund.targets.php.http.names import CallNames, is_alone, titles_of_parameters
from edmund.targets.php.http.parameters import parameter_classes, parameter_properties
from edmund.targets.php.http.types import HttpTypes
from edmund.targets.php.imports import Imports
from edmund.targets.php.layout import Layout
from edmund.targets.php.links import method, method_room
from edmund.targets.php.literals import array, doc_comment, entry, laid_out
from edmund.targets.php.names import camel_case, distinct_names, pascal_case

__all__ = ["HttpOperations"]

_NAMESPACE = "Generated\\Builders"
_FOLDER = "src/Generated/Builders"
_LONGEST_STEM = 50
_LONGEST_METHOD = 50
_LONGEST_TITLE = 58
# What every group has of its own, and what the client has.
_MEMBERS = ("withUrl", "download", "poll", "send")

_Place = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Group:
    """A group with its names: its class, and in their order the accessors of the groups in it and its calls."""

    group: OperationGroup
    cls: str
    accessors: tuple[str, ...]
    calls: tuple[tuple[PlannedCall, CallNames], ...]


class HttpOperations:
    """Lowers all groups of a service, with their names settled; `root` is the output's namespace."""

    def __init__(self, surface: Surface, layout: Layout, root: str) -> None:
        self._surface = surface
        self._layout = layout
        self._root = root
        self._groups = _named(dict(_places((), planned_operations(surface))))

    @property
    def base(self) -> str:
        """The class that the client extends."""
        return self._groups[()].cls

    def example(self) -> str | None:
        """The first call that needs nothing but the client, as a user writes it."""
        for place, found in self._groups.items():
            for call, names in found.calls:
                if is_alone(call) and not call.path_parameters:
                    return f"$client{self._accessors(place)}->{names.verb}()->wait()"
        return None

    def symbols(self) -> dict[str, str]:
        """What users write for each call, by its method and path."""
        return {
            f"{call.method} {call.path}": f"$client{self._accessors(place)}->{names.verb}(...)"
            for place, found in self._groups.items()
            for call, names in found.calls
        }

    def _accessors(self, place: _Place) -> str:
        return "".join(f"->{accessor}()" for accessor in self._chain(place))

    def _chain(self, place: _Place) -> Iterator[str]:
        for depth, name in enumerate(place):
            above = self._groups[place[:depth]]
            yield above.accessors[[group.name for group in above.group.groups].index(name)]

    def files(self) -> Iterator[GeneratedFile]:
        """The groups, and the classes of their calls' parameters."""
        for place, found in self._groups.items():
            path = f"{_FOLDER}/{found.cls}.php"
            yield GeneratedFile(path, "client/http_builder.php.jinja", self._view(place, found))
            for call, names in found.calls:
                yield from parameter_classes(call, names, self._namespace, self._taken_types)

    @property
    def _namespace(self) -> str:
        return f"{self._root}\\{_NAMESPACE}"

    def _types(self, cls: str) -> HttpTypes:
        return HttpTypes(self._surface, self._layout, self._root, Imports(self._namespace, [cls]))

    def _taken_types(self, cls: str) -> HttpTypes:
        return replace(self._types(cls), takes_alone=True)

    def _view(self, place: _Place, found: _Group) -> HttpBuilderView:
        types = self._types(found.cls)
        base = "RequestBuilder" if place else "ServiceBuilder"
        extended = types.imports.use(f"{self._root}\\Runtime\\{base}")
        methods: list[MethodView] = []
        for group, accessor in zip(found.group.groups, found.accessors, strict=True):
            full = f"{self._namespace}\\{self._groups[(*place, group.name)].cls}"
            target = types.imports.use(full, method_room(accessor))
            methods.append(
                method("", (), accessor, [], target, f"return new {target}($this->place);")
            )
        tables = []
        for call, names in found.calls:
            methods.extend(http_methods(call, names, types, with_path=True))
            properties = parameter_properties(call, types)
            tables.append(entry(names.verb, call_table(call, properties, self._surface.types)))
        return HttpBuilderView(
            self._namespace,
            types.imports.statements(),
            doc_comment(
                f"The calls of {' '.join(place)}." if place else "The calls of the service."
            ),
            f"class {found.cls} extends {extended}",
            bool(tables),
            laid_out(array(tables), 4, before=len("public const CALLS = ")),
            tuple(methods),
        )


def _places(place: _Place, group: OperationGroup) -> Iterator[tuple[_Place, OperationGroup]]:
    """All groups by the names that lead to them, the client's own first."""
    yield place, group
    for inner in group.groups:
        yield from _places((*place, inner.name), inner)


def _named(groups: dict[_Place, OperationGroup]) -> dict[_Place, _Group]:
    """The groups with all names; no two classes are the same, whatever the case."""
    stems = {
        place: "".join(map(_title, place))[:_LONGEST_STEM] if place else "Root" for place in groups
    }
    members = {place: _members(group) for place, group in groups.items()}
    wanted = {f"group {place}": f"{stem}Operations" for place, stem in stems.items()}
    for place, group in groups.items():
        for operation, verb in zip(group.operations, members[place][1], strict=True):
            title = f"{stems[place]}{verb[0].upper()}{verb[1:]}"[:_LONGEST_TITLE]
            key = f"{verb} {place}"
            wanted |= titles_of_parameters(operation.call, key, title)
    names = distinct_names(wanted, wanted.__getitem__).names
    return {
        place: _Group(
            group,
            names[f"group {place}"],
            members[place][0],
            tuple(
                (operation.call, _call_names(verb, place, names))
                for operation, verb in zip(group.operations, members[place][1], strict=True)
            ),
        )
        for place, group in groups.items()
    }


def _call_names(verb: str, place: _Place, names: dict[str, str]) -> CallNames:
    key = f"{verb} {place}"
    return CallNames(
        verb,
        names.get(f"configuration {key}", ""),
        names.get(f"query {key}", ""),
        f"iterate{verb[0].upper()}{verb[1:]}",
    )


def _members(group: OperationGroup) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The accessors of the groups in a group and the methods of its calls, which come first."""
    calls = {f"call {o.name}": o.name for o in group.operations}
    texts = calls | {f"group {g.name}": g.name for g in group.groups}
    names = distinct_names(
        texts, lambda key: camel_case("_".join(texts[key].split()))[:_LONGEST_METHOD], _MEMBERS
    ).names
    return (
        tuple(names[f"group {g.name}"] for g in group.groups),
        tuple(names[f"call {o.name}"] for o in group.operations),
    )


def _title(name: str) -> str:
    return pascal_case("_".join(name.split()))
