"""The calls of a service as methods of resources: one file for each resource, the client's own first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from edmund.naming.distinct import distinct, file_key
from edmund.plan.http_calls import PlannedCall
from edmund.plan.operations import OperationGroup, PlannedOperation, planned_operations
from edmund.render.files import GeneratedFile
from edmund.surface.elements import Surface
from edmund.targets.java.http_builders import ROOT_DOC, stream_verb, template_of
from edmund.targets.java.http_calls import CallNames, HttpMethods, LoweredCall, Way, constant_of
from edmund.targets.java.http_parameters import parameter_of, parameters_of
from edmund.targets.java.imports import Imports
from edmund.targets.java.layout import Layout, path_of, room_for_name
from edmund.targets.java.literals import javadoc
from edmund.targets.java.names import natural_accessor, parameter_name, pascal, shortened
from edmund.targets.java.source import Call, Text, class_header, signature, statement
from edmund.targets.java.types import Types
from edmund.targets.java.views import HttpBuilderView, HttpParametersView, MethodView

__all__ = ["HttpOperations"]

_LONGEST = 60
_ENDING = "Operations"
# What the client has of its own, and what the methods of every call take.
_CLIENT_MEMBERS = ("send", "sendAsync")
_TAKEN = ("body", "configure", "contentType", "place", "adapter")
_NAMED_IN_TEXT = ("Pages", "ParameterWriter", "Place")

_Place = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Named:
    """A group with its names: its class, its accessors in their order, its calls by their methods."""

    group: OperationGroup
    cls: str
    accessors: tuple[str, ...]
    verbs: tuple[str, ...]

    @property
    def calls(self) -> Iterator[tuple[PlannedCall, str]]:
        found = zip(self.group.operations, self.verbs, strict=True)
        return ((operation.call, verb) for operation, verb in found)


class HttpOperations:
    """Lowers all groups of a service; `schemes` are expressions of the credentials' schemes by their names."""

    def __init__(self, surface: Surface, layout: Layout, schemes: Mapping[str, str]) -> None:
        self._surface = surface
        self._layout = layout
        self._schemes = schemes
        self._package = f"{layout.root}.requests"
        self._groups = _named(
            dict(_places((), planned_operations(surface))), room_for_name(self._package)
        )

    @property
    def base(self) -> str:
        """The class that the client extends."""
        return self._groups[()].cls

    def example(self) -> str:
        """The first call of GET that needs nothing but the client; '' where there is none."""
        for place, found in self._groups.items():
            for call, verb in found.calls:
                needs = call.path_parameters or any(each.required for each in call.parameters)
                if call.method == "GET" and call.success.content is not None and not needs:
                    return f"client{self._chain(place)}.{verb}()"
        return ""

    def symbols(self) -> dict[str, str]:
        """What users write for each call, by its method and path."""
        return {
            f"{call.method} {call.path}": f"client{self._chain(place)}.{verb}(...)"
            for place, found in self._groups.items()
            for call, verb in found.calls
        }

    def files(self) -> Iterator[GeneratedFile]:
        """One for each group."""
        for place, found in self._groups.items():
            path = path_of(self._package, found.cls)
            yield GeneratedFile(path, "client/http_builder.java.jinja", self._view(place, found))

    def _chain(self, place: _Place) -> str:
        steps = []
        for depth, name in enumerate(place):
            above = self._groups[place[:depth]]
            at = [group.name for group in above.group.groups].index(name)
            steps.append(f".{above.accessors[at]}()")
        return "".join(steps)

    def _view(self, place: _Place, found: _Named) -> HttpBuilderView:
        names = dict(zip(found.verbs, _call_names(found), strict=True))
        imports = Imports(self._package, self._layout.root, (found.cls, *_classes(found)))
        for name in _NAMED_IN_TEXT:
            imports.reserve(name)
        types = Types(self._surface, self._layout, imports)
        base = imports.runtime("RequestBuilder" if place else "ServiceRequestBuilder")
        links = [self._link(place, at, types) for at in range(len(found.accessors))]
        lowered: list[LoweredCall] = []
        parameters: list[HttpParametersView] = []
        methods = HttpMethods(types, self._layout, self._schemes, "/")
        for call, verb in found.calls:
            if call.security.alternatives:
                imports.use(f"{self._layout.root}.serviceclient", "Schemes")
            own = names[verb]
            if call.parameters:
                parameters.append(parameters_of(call, own.parameters, types))
            else:
                own = replace(own, parameters=imports.runtime("QueryParameters"))
            way = _way(call, types)
            lowered.append(methods.lower(call, own, way))
            for at, stream in enumerate(methods.streams(call), 1):
                streamed = replace(
                    own,
                    verb=stream_verb(verb, at),
                    constant=f"{own.constant}_STREAM{'' if at == 1 else at}",
                    pages=None,
                )
                lowered.append(methods.lower(stream, streamed, way, shares_bodies=True))
        held, given = ("Place", "place") if place else ("RequestAdapter", "adapter")
        head = "" if place else "public "
        constructor = signature(
            f"{head}{found.cls}", "", (f"{imports.runtime(held)} {given}",)
        ).replace(f"{found.cls} (", f"{found.cls}(", 1)
        doc = f"The calls of {' '.join(place)}." if place else "The calls of the service."
        return HttpBuilderView(
            package=self._package,
            imports=imports.statements(),
            doc=javadoc(doc),
            header=class_header(f"public {'final ' if place else ''}class {found.cls}", base),
            constants=tuple(each for call in lowered for each in call.constants),
            constructor_doc="" if place else ROOT_DOC,
            has_constructor_doc=not place,
            constructor=constructor,
            construction=f"super({given});",
            methods=(*links, *(each for call in lowered for each in call.methods)),
            parameters=tuple(parameters),
        )

    def _link(self, place: _Place, at: int, types: Types) -> MethodView:
        found = self._groups[place]
        below = (*place, found.group.groups[at].name)
        cls = types.imports.use(self._package, self._groups[below].cls)
        return MethodView(
            True,
            javadoc(f"The calls of {' '.join(below)}.", 2),
            signature(f"public {cls}", found.accessors[at], ()),
            statement("return ", Call(f"new {cls}", ("place",)), 4),
        )


def _way(call: PlannedCall, types: Types) -> Way:
    """The values in the path, and the place that they lead to."""
    names = distinct([each.name for each in call.path_parameters], parameter_name, _TAKEN).names
    given, values = {}, []
    for each in call.path_parameters:
        java = types.value(each.type)
        given[names[each.name]] = java.name
        made = (parameter_of(each, types.imports), names[each.name], java.codec)
        values.append(Call(f"{types.imports.runtime('PathValue')}.of", made))
    template = "".join(map(template_of, call.path.removeprefix("/").split("/")))
    return Way(given, (Call("child", (Text(template), *values)),))


def _places(place: _Place, group: OperationGroup) -> Iterator[tuple[_Place, OperationGroup]]:
    """All groups by the names that lead to them, the client's own first."""
    yield place, group
    for inner in group.groups:
        yield from _places((*place, inner.name), inner)


def _named(groups: Mapping[_Place, OperationGroup], longest: int) -> dict[_Place, _Named]:
    """The groups with all names; no two classes are the same, whatever the case."""
    room = longest - len(_ENDING) - 4
    stems = {
        " ".join(map(repr, place)): (
            "".join(pascal("_".join(name.split())) for name in place) if place else "Root"
        )
        for place in groups
    }
    classes = distinct(stems, lambda key: shortened(stems[key], room) + _ENDING, (), file_key).names
    found = {}
    for place, group in groups.items():
        members = () if place else _CLIENT_MEMBERS
        verbs = _verbs(group.operations, members)
        reserved = [*members, *(form for verb in verbs for form in _forms(verb))]
        accessors = distinct([each.name for each in group.groups], _method, reserved).names
        cls = classes[" ".join(map(repr, place))]
        found[place] = _Named(group, cls, tuple(accessors.values()), verbs)
    return found


def _verbs(operations: tuple[PlannedOperation, ...], members: tuple[str, ...]) -> tuple[str, ...]:
    """The methods of the calls; none is called as another's request, stream or pages."""
    taken = list(members)
    found: dict[str, str] = {}
    for operation in sorted(operations, key=lambda each: (len(each.name), each.name)):
        (verb,) = distinct([operation.name], _method, taken, file_key).names.values()
        found[operation.name] = verb
        taken += _forms(verb)
    return tuple(found[operation.name] for operation in operations)


def _forms(verb: str) -> Iterator[str]:
    """All methods of a call, and what its parameters are called after."""
    title = f"{verb[0].upper()}{verb[1:]}"
    for form in (verb, *(stream_verb(verb, at) for at in range(1, 4))):
        yield from (form, f"{form}Async", f"to{form[0].upper()}{form[1:]}RequestInformation")
    yield f"iterate{title}"


def _method(name: str) -> str:
    """`listForOrg` for `list for org`."""
    return shortened(natural_accessor("_".join(name.split())), _LONGEST)


def _classes(found: _Named) -> list[str]:
    """The classes of the calls' parameters."""
    wanted = [f"{verb[0].upper()}{verb[1:]}QueryParameters" for verb in found.verbs]
    return list(distinct(wanted, str, (found.cls,), file_key).names.values())


def _call_names(found: _Named) -> list[CallNames]:
    """The names of each call, no two constants the same."""
    wanted = {verb: constant_of(verb) for _, verb in found.calls}
    for call, verb in found.calls:
        for at in range(1, len(call.bodies) + 1):
            wanted[f"{verb} body {at}"] = f"{constant_of(verb)}_BODY{'' if at == 1 else f'_{at}'}"
    constants = distinct(wanted, wanted.__getitem__).names
    return [
        CallNames(
            verb,
            constants[verb],
            tuple(constants[f"{verb} body {at}"] for at in range(1, len(call.bodies) + 1)),
            parameters,
            f"iterate{verb[0].upper()}{verb[1:]}",
        )
        for (call, verb), parameters in zip(found.calls, _classes(found), strict=True)
    ]
