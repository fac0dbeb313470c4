"""Request builders of services that follow no protocol above HTTP: one file for each path."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from urllib.parse import quote

from edmund.naming.accessors import Accessors
from edmund.naming.distinct import distinct
from edmund.plan.http_calls import PlannedCall
from edmund.plan.http_parameters import PlannedParameter
from edmund.plan.http_paths import HttpPaths
from edmund.surface.elements import Edge, Resource, ResourceKind, SegmentKind, Surface
from edmund.targets.java.builder_names import BuilderNames
from edmund.targets.java.http_calls import CallNames, HttpMethods, LoweredCall, constant_of
from edmund.targets.java.http_parameters import parameter_of, parameters_of
from edmund.targets.java.imports import Imports
from edmund.targets.java.layout import Layout
from edmund.targets.java.literals import javadoc
from edmund.targets.java.names import KEYWORDS, camel, parameter_name
from edmund.targets.java.source import (
    Call,
    Text,
    class_header,
    signature,
    statement,
)
from edmund.targets.java.types import Types
from edmund.targets.java.views import (
    HttpBuilderView,
    HttpParametersView,
    MethodView,
)

__all__ = [
    "ROOT_DOC",
    "HttpBuilders",
    "http_accessors",
    "stream_verb",
    "template_of",
    "verbs_of",
]

_NAMED_IN_TEXT = ("Pages", "ParameterWriter", "Place")
"""What templates and lambda expressions call by their simple names."""

_PLACEHOLDER = re.compile(r"\{[^{}]*\}")


def http_accessors(paths: HttpPaths, accessors: Accessors) -> dict[str, tuple[str, ...]]:
    """The accessors of all resources, by id; none is called as a method that sends."""
    return {
        resource.id: accessors.of(
            resource,
            *(
                name
                for verb in verbs_of(paths.calls[resource.id])
                for name in (verb, f"{verb}Async", f"{verb}Stream", f"{verb}StreamAsync")
            ),
        )
        for resource in paths.surface.resources
    }


@dataclass(frozen=True, slots=True)
class HttpBuilders:
    """Lowers request builders, with what all of them share."""

    surface: Surface
    layout: Layout
    places: BuilderNames
    names: Mapping[str, tuple[str, ...]]
    plans: Mapping[str, Sequence[PlannedCall]]
    styles: Mapping[str, Sequence[PlannedParameter]]
    schemes: Mapping[str, str]

    def lower(self, resource: Resource) -> HttpBuilderView:
        """The builder of a resource."""
        package, cls = self.places.package, self.places.names[resource.id]
        plans = self.plans.get(resource.id, ())
        verbs = verbs_of(plans)
        classes = [f"{verb[0].upper()}{verb[1:]}QueryParameters" for verb in verbs]
        imports = Imports(package, self.layout.root, (cls, *classes))
        for name in _NAMED_IN_TEXT:
            imports.reserve(name)
        types = Types(self.surface, self.layout, imports)
        is_root = resource.kind is ResourceKind.ROOT
        base = imports.runtime("ServiceRequestBuilder" if is_root else "RequestBuilder")
        lowered: list[LoweredCall] = []
        parameters: list[HttpParametersView] = []
        if any(plan.security.alternatives for plan in plans):
            imports.use(f"{self.layout.root}.serviceclient", "Schemes")
        methods = HttpMethods(types, self.layout, self.schemes, resource.id)
        for plan, verb, own in zip(plans, verbs, classes, strict=True):
            given = imports.runtime("QueryParameters")
            if plan.parameters:
                parameters.append(parameters_of(plan, own, types))
                given = own
            names = _call_names(plan, verb, given)
            lowered.append(methods.lower(plan, names))
            for at, stream in enumerate(methods.streams(plan), 1):
                streamed = stream_verb(verb, at)
                other = replace(names, verb=streamed, constant=constant_of(streamed), pages=None)
                lowered.append(methods.lower(stream, other, shares_bodies=True))
        links = [] if is_root else [_with_url(cls)]
        for edge, name in zip(resource.edges, self.names[resource.id], strict=True):
            links.append(self._link(edge, name, types))
        held = imports.runtime("RequestAdapter" if is_root else "Place")
        given_name = "adapter" if is_root else "place"
        visibility = "public " if is_root else ""
        return HttpBuilderView(
            package=package,
            imports=imports.statements(),
            doc=javadoc(resource.description or f"What is at {resource.id}."),
            header=class_header(f"public {'' if is_root else 'final '}class {cls}", base),
            constants=tuple(each for call in lowered for each in call.constants),
            constructor_doc=ROOT_DOC if is_root else "",
            has_constructor_doc=is_root,
            constructor=signature(f"{visibility}{cls}", "", (f"{held} {given_name}",)).replace(
                f"{cls} (", f"{cls}(", 1
            ),
            construction=f"super({given_name});",
            methods=(*links, *(each for call in lowered for each in call.methods)),
            parameters=tuple(parameters),
        )

    def _link(self, edge: Edge, name: str, types: Types) -> MethodView:
        imports = types.imports
        cls = imports.use(self.places.package, self.places.names[edge.target])
        styles = self.styles.get(edge.target, ())
        keys = [part.name for part in edge.keys]
        given = distinct(keys, parameter_name, ("place",)).names if keys else {}
        declared, values = [], []
        for key, planned in zip(edge.keys, styles, strict=True):
            java = types.value(key.type)
            declared.append(f"{java.name} {given[key.name]}")
            made = parameter_of(planned, imports)
            arguments = (made, given[key.name], java.codec)
            values.append(Call(f"{imports.runtime('PathValue')}.of", arguments))
        template = "/{}" if edge.kind is SegmentKind.KEY else template_of(edge.name)
        place = Call("place.child", (Text(template), *values))
        head = javadoc(edge.description or "", 2)
        return MethodView(
            bool(head),
            head,
            signature(f"public {cls}", name, declared),
            statement("return ", Call(f"new {cls}", (place,)), 4),
        )


ROOT_DOC = "/**\n   * A builder.\n   *\n   * @param adapter what the client is made of\n   */"


def verbs_of(plans: Sequence[PlannedCall]) -> list[str]:
    """The names of the methods, no two the same."""
    raw = {str(at): plan.method for at, plan in enumerate(plans)}
    return list(distinct(raw, lambda at: _verb(raw[at])).names.values())


def _verb(method: str) -> str:
    made = camel(method.lower())
    return f"{made}Call" if made in KEYWORDS else made


def _with_url(cls: str) -> MethodView:
    return MethodView(
        True,
        "/** The same builder for a URL that the service gave, such as a link to a next page. */",
        signature(f"public {cls}", "withUrl", ("String rawUrl",)),
        statement("return ", Call(f"new {cls}", ("place.withUrl(rawUrl)",)), 4),
    )


def stream_verb(verb: str, at: int) -> str:
    """The method that gives the `at`-th kind of stream which a call may answer in place of the plain value."""
    return f"{verb}Stream{'' if at == 1 else at}"


def _call_names(plan: PlannedCall, verb: str, parameters: str) -> CallNames:
    own = constant_of(verb)
    bodies = tuple(
        f"{own}_BODY{'' if at == 1 else f'_{at}'}" for at in range(1, len(plan.bodies) + 1)
    )
    return CallNames(verb, own, bodies, parameters, "iterate" if verb == "get" else None)


def template_of(name: str) -> str:
    """A segment with the slash before it and `{}` for each parameter, encoded but for what segments may hold."""
    pieces = _PLACEHOLDER.split(name)
    return "/" + "{}".join(quote(piece, safe="!$&'()*+,;=:@%-._~") for piece in pieces)
