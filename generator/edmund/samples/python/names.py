"""What one Python client calls things: the target's own names, asked for once for all samples."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from edmund.plan.odata_exchange import answer_of
from edmund.samples.chains import Chains
from edmund.samples.tree import Step
from edmund.surface.answers import listed_in
from edmund.surface.elements import Call, Resource, Surface
from edmund.targets.contract import TargetOptions
from edmund.targets.python.builder_names import BuilderNames, builder_names
from edmund.targets.python.layout import MODELS, Layout, lay_out
from edmund.targets.python.link_bases import Link
from edmund.targets.python.links import given_names
from edmund.targets.python.package import client_name
from edmund.targets.python.payload_views import field_names
from edmund.targets.python.payloads import Payloads, lay_out_payloads
from edmund.targets.python.spelling import STYLES

__all__ = ["PythonNames"]


class PythonNames:
    """Names of the client that `options` describe, for one surface."""

    def __init__(self, surface: Surface, options: TargetOptions) -> None:
        self.package = options.package
        self.client = client_name(surface, options)
        self._spelling = STYLES.of(surface, options)
        self._surface = surface
        self.chains = Chains.of(
            self._spelling.accessors, with_beside=self._spelling.has_second_names
        )

    @cached_property
    def layout(self) -> Layout:
        return lay_out(self._surface, listed_in(self._surface), self._spelling)

    @cached_property
    def places(self) -> BuilderNames:
        return builder_names(self._surface, self.layout)

    @cached_property
    def _payloads(self) -> Payloads:
        return lay_out_payloads(self._surface, self.places)

    def class_place(self, type_name: str) -> tuple[str, str]:
        """Module and class of a type of the schema."""
        module, cls = self.layout.place(type_name)
        return f"{self.package}.{MODELS}.{module}", cls

    def body_place(self, resource: Resource) -> tuple[str, str]:
        """Module and class of the parameters of an action."""
        module = self.places.of(resource.id).module
        return (
            f"{self.package}.generated.builders.{module}",
            self._payloads.bodies[resource.id].name,
        )

    def body_attributes(self, resource: Resource) -> Mapping[str, str]:
        """The attributes of an action's parameters, by their names on the wire."""
        return field_names(self._payloads.bodies[resource.id].payload, self._spelling)

    def attributes(self, type_name: str) -> Mapping[str, str]:
        """The attributes of a structured type, by property."""
        return self.layout.attributes[type_name]

    def member(self, enum: str, name: str) -> str | None:
        """The member of an enumeration; None for one that the schema does not declare."""
        return self.layout.members[enum].get(name)

    def parameter(self, step: Step, name: str) -> str:
        """The parameter of an accessor, for a keyword argument."""
        edge, spelling = step.edge, self._spelling
        keys = spelling.accessors.key_parameters(step.source, edge) if edge.keys else ()
        link = Link(self.chains.name(step), edge, keys)
        return given_names(link, spelling.parameter, spelling.given)[name]

    def method(self, call: Call) -> str:
        """The method of a builder that makes the call."""
        return call.method.value.lower()

    def iterates(self, call: Call) -> bool:
        """Whether a call has `iterate` beside `get`, which goes on from page to page."""
        return answer_of(call, self._surface.types, self.layout.pages).iterable
