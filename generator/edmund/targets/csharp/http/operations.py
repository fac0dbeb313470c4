"""The calls of a service as methods of resources: a class for each resource, and for the parameters of each call."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from edmund.naming.distinct import distinct, file_key
from edmund.plan.http_calls import PlannedCall
from edmund.plan.operations import OperationGroup, planned_operations
from edmund.render.files import GeneratedFile
from edmund.surface.elements import Surface
from edmund.surface.lineage import Lineage
from edmund.targets.csharp.builder_names import BUILDERS
from edmund.targets.csharp.held_types import HeldTypes
from edmund.targets.csharp.http.calls import CallNames, HttpCalls, key_parameters
from edmund.targets.csharp.http.parameters import lower_parameters
from edmund.targets.csharp.http.shapes import Shapes
from edmund.targets.csharp.layout import Layout
from edmund.targets.csharp.literals import doc_lines
from edmund.targets.csharp.members import Members
from edmund.targets.csharp.names import BUILDER_MEMBERS, file_stem, pascal
from edmund.targets.csharp.usings import FileNames, TypeNames
from edmund.targets.csharp.views import BuilderFileView, BuilderView, LinkView, ParametersFileView

__all__ = ["HttpOperations"]

_LONGEST_STEM = 50
_LONGEST_METHOD = 50
# What the client has of its own.
_ROOT_MEMBERS = ("Dispose", "SendAsync")
_ASYNC = "Async"

_Place = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Group:
    """A group with its names: its class, and in their order the accessors of the groups in it and its calls."""

    group: OperationGroup
    cls: str
    accessors: tuple[str, ...]
    calls: tuple[tuple[PlannedCall, CallNames], ...]


class HttpOperations:
    """Lowers all groups of a service, with their names settled."""

    def __init__(self, surface: Surface, layout: Layout, package: str) -> None:
        self._surface = surface
        self._layout = layout
        self._package = package
        self._namespace = f"{package}.{BUILDERS}"
        self._groups = _named(dict(_places((), planned_operations(surface))))
        self._lineage = Lineage(surface.types)

    @property
    def base(self) -> str:
        """The class that the client extends."""
        return self._groups[()].cls

    @property
    def classes(self) -> tuple[str, ...]:
        """The classes of all groups."""
        return tuple(found.cls for found in self._groups.values())

    def example(self) -> str:
        """The first call that reads and needs nothing but the client, as a user writes it; '' for none."""
        for place, found in self._groups.items():
            for call, names in found.calls:
                is_alone = not (call.path_parameters or any(p.required for p in call.parameters))
                if call.method == "GET" and is_alone:
                    return f"var answer = await client{self._chain(place)}.{names.verb}{_ASYNC}();"
        return ""

    def symbols(self) -> dict[str, str]:
        """What users write for each call, by its method and path."""
        return {
            f"{call.method} {call.path}": f"client{self._chain(place)}.{names.verb}{_ASYNC}"
            for place, found in self._groups.items()
            for call, names in found.calls
        }

    def files(self, types: TypeNames) -> Iterator[GeneratedFile]:
        """The groups, and the classes of their calls' parameters beside them."""
        for place, found in self._groups.items():
            stem = file_stem(found.cls)
            yield GeneratedFile(
                f"{BUILDERS}/{stem}.cs", "builders.cs.jinja", self._file(place, found, types)
            )
            parameters = self._parameters(found, types)
            if parameters.classes:
                path = f"{BUILDERS}/{file_stem(f'{found.cls}Parameters')}.cs"
                yield GeneratedFile(path, "http/parameters.cs.jinja", parameters)

    def _chain(self, place: _Place) -> str:
        chain = ""
        for depth, name in enumerate(place):
            above = self._groups[place[:depth]]
            at = [group.name for group in above.group.groups].index(name)
            chain += f".{above.accessors[at]}"
        return chain

    def _held(self, names: FileNames) -> HeldTypes:
        return HeldTypes(Members(self._surface, self._layout, self._package, names))

    def _file(self, place: _Place, found: _Group, types: TypeNames) -> BuilderFileView:
        names = types.file(self._namespace)
        held = self._held(names)
        calls = HttpCalls(Shapes(held), self._package, self._lineage)
        lowered = [
            made
            for call, given in found.calls
            for made in calls.lower(call, given, key_parameters(call, held, found.cls))
        ]
        builder = BuilderView(
            doc=doc_lines(
                f"The calls of {' '.join(place)}." if place else "The calls of the service."
            ),
            is_root=not place,
            name=found.cls,
            base=names.known("RequestBuilder"),
            place=names.known("UrlPlace"),
            links=tuple(
                LinkView(
                    doc_lines(f"The calls of {group.name}."),
                    (),
                    f"{names.own(self._namespace, self._groups[(*place, group.name)].cls)} {accessor}",
                    "new(PlaceBelow())",
                )
                for group, accessor in zip(found.group.groups, found.accessors, strict=True)
            ),
            calls=tuple(method for each in lowered for method in each.methods),
            fields=tuple(each.field for each in lowered),
        )
        return BuilderFileView(names.usings(), self._namespace, (builder,))

    def _parameters(self, found: _Group, types: TypeNames) -> ParametersFileView:
        names = types.file(self._namespace)
        shapes = Shapes(self._held(names))
        classes = tuple(
            lower_parameters(given.parameters, call.parameters, shapes)
            for call, given in found.calls
            if call.parameters
        )
        return ParametersFileView(names.usings(), self._namespace, classes)


def _places(place: _Place, group: OperationGroup) -> Iterator[tuple[_Place, OperationGroup]]:
    """All groups by the names that lead to them, the client's own first."""
    yield place, group
    for inner in group.groups:
        yield from _places((*place, inner.name), inner)


def _named(groups: Mapping[_Place, OperationGroup]) -> dict[_Place, _Group]:
    """The groups with all names; no two classes are the same, whatever the case."""
    stems = {place: "".join(map(_spelled, place))[:_LONGEST_STEM] or "Service" for place in groups}
    wanted = {f"group {place}": f"{stem}Operations" for place, stem in stems.items()}
    methods = {place: _methods(group) for place, group in groups.items()}
    for place, verbs in methods.items():
        for name, verb in verbs.items():
            wanted[f"{name} {place}"] = f"{stems[place]}{verb}QueryParameters"
    names = distinct(wanted, wanted.__getitem__, ("RequestBuilder",), file_key).names
    found: dict[_Place, _Group] = {}
    for place, group in groups.items():
        verbs, cls = methods[place], names[f"group {place}"]
        found[place] = _Group(
            group,
            cls,
            _accessors(group, cls, tuple(verbs.values())),
            tuple(
                (each.call, _call_names(each.name, verbs, names[f"call {each.name} {place}"]))
                for each in group.operations
            ),
        )
    return found


def _methods(group: OperationGroup) -> dict[str, str]:
    """The stems of all methods: of each call, of its further forms and of the iteration over its pages."""
    wanted = {
        f"call {each.name}": _spelled(each.name)[:_LONGEST_METHOD] for each in group.operations
    }
    for each in group.operations:
        plain = wanted[f"call {each.name}"]
        wanted[f"pages {each.name}"] = f"Iterate{plain}"
        for at in range(len(each.call.success.streams)):
            wanted[f"stream {at} {each.name}"] = f"{plain}Stream{at + 1 if at else ''}"
    taken = [name.removesuffix(_ASYNC) for name in (*BUILDER_MEMBERS, *_ROOT_MEMBERS)]
    free = {"Delete", "Get", "Head", "Iterate", "Options", "Patch", "Post", "Put", "Trace"}
    return dict(distinct(wanted, wanted.__getitem__, set(taken) - free).names)


def _call_names(name: str, verbs: Mapping[str, str], parameters: str) -> CallNames:
    streams = (verbs.get(f"stream {at} {name}") for at in range(len(verbs)))
    return CallNames(
        verbs[f"call {name}"],
        parameters,
        f"{verbs[f'pages {name}']}{_ASYNC}",
        tuple(verb for verb in streams if verb is not None),
    )


def _accessors(group: OperationGroup, cls: str, verbs: tuple[str, ...]) -> tuple[str, ...]:
    """The properties that lead to the groups in a group."""
    methods = [f"{verb}{_ASYNC}" for verb in verbs]
    methods += [f"To{verb}RequestInformation" for verb in verbs]
    taken = (*BUILDER_MEMBERS, *_ROOT_MEMBERS, *methods, cls)
    texts = {each.name: _spelled(each.name) for each in group.groups}
    names = distinct(texts, texts.__getitem__, taken).names
    return tuple(names[each.name] for each in group.groups)


def _spelled(name: str) -> str:
    return pascal("_".join(name.split()))
