"""What one TypeScript client calls things: the target's own names, asked for once for all samples."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from edmund.plan.odata_exchange import answer_of
from edmund.samples.chains import Chains
from edmund.surface.answers import listed_in
from edmund.surface.elements import Call, Resource, Surface
from edmund.targets.contract import TargetOptions
from edmund.targets.typescript.builder_names import BuilderNames, builder_names
from edmund.targets.typescript.layout import Layout, lay_out
from edmund.targets.typescript.package import client_name
from edmund.targets.typescript.payloads import Payloads, lay_out_payloads
from edmund.targets.typescript.schema_tables import payload_names
from edmund.targets.typescript.spelling import STYLES

__all__ = ["TypeScriptNames"]


class TypeScriptNames:
    """Names of the client that `options` describe, for one surface."""

    def __init__(self, surface: Surface, options: TargetOptions) -> None:
        self.package = options.package
        self.client = client_name(surface, options)
        self.spelling = STYLES.of(surface, options)
        self.chains = Chains.of(self.spelling.accessors, with_beside=self.spelling.has_second_names)
        self._surface = surface

    @cached_property
    def layout(self) -> Layout:
        return lay_out(self._surface, listed_in(self._surface), self.spelling)

    @cached_property
    def builders(self) -> BuilderNames:
        return builder_names(self._surface, self.layout)

    @cached_property
    def _payloads(self) -> Payloads:
        return lay_out_payloads(self._surface, self.builders)

    def type_place(self, type_name: str) -> tuple[str, str]:
        """Module and name of a type of the schema."""
        place = self.layout.places[type_name]
        return f"{self.package}/models/{place.module}", place.name

    def body_place(self, resource: Resource) -> tuple[str, str]:
        """Module and interface of an action's parameters."""
        module = self.builders.of(resource.id).module
        return f"{self.package}/builders/{module}", self._payloads.bodies[resource.id].name

    def body_properties(self, resource: Resource) -> Mapping[str, str]:
        """The properties of an action's parameters, by their names on the wire."""
        payload = self._payloads.bodies[resource.id]
        return payload_names(payload.operation, payload.fields, self.spelling)

    def properties(self, type_name: str) -> Mapping[str, str]:
        """The properties of a structured type, by name on the wire."""
        return self.layout.properties[type_name]

    def member(self, enum: str, name: str) -> str | None:
        """The member of an enumeration; None for one that the schema does not declare."""
        return self.layout.members[enum].get(name)

    def iterates(self, call: Call) -> bool:
        """Whether a call has `iterate` beside `get`, which goes on from page to page."""
        return answer_of(call, self._surface.types, self.layout.pages).iterable
