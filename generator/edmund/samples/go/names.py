"""What one Go client calls things: the target's own names, asked for once for all samples."""

from __future__ import annotations

from functools import cached_property

from edmund.samples.chains import Chains
from edmund.surface.answers import listed_in
from edmund.surface.elements import Call, Resource, Surface
from edmund.surface.type_schema import TypeSchema
from edmund.targets.contract import TargetOptions
from edmund.targets.go.builder_names import BuilderNames, builder_names
from edmund.targets.go.layout import Layout, lay_out
from edmund.targets.go.options import OptionSet, option_set
from edmund.targets.go.package import client_name, root_package
from edmund.targets.go.payloads import Payloads, payloads_of
from edmund.targets.go.spelling import STYLES

__all__ = ["GoNames"]


class GoNames:
    """Names of the client that `options` describe, for one surface."""

    def __init__(self, surface: Surface, options: TargetOptions) -> None:
        self.package = options.package
        self.base_url = options.base_url
        self.client = client_name(surface, options)
        self.root_package = root_package(options.package)
        self.spelling = STYLES.of(surface, options)
        self.chains = Chains.of(self.spelling.accessors, with_beside=self.spelling.has_second_names)
        self._surface = surface

    @cached_property
    def layout(self) -> Layout:
        listed = [each.name for each in listed_in(self._surface)]
        return lay_out(self._surface, listed, self.spelling)

    @cached_property
    def builders(self) -> BuilderNames:
        return builder_names(self._surface, self.layout)

    @cached_property
    def _payloads(self) -> Payloads:
        return payloads_of(self._surface, self.builders, TypeSchema(self._surface.types))

    def options(self, resource: Resource, call: Call) -> OptionSet:
        """The structs of a call's configuration and query parameters."""
        return option_set(call, resource)

    def method(self, call: Call) -> str:
        """The method of a builder that makes the call."""
        return call.method.value.capitalize()

    def struct(self, type_name: str) -> str:
        """The struct of a type; all are of one package."""
        return self.layout.names[type_name]

    def body_struct(self, resource: Resource) -> str:
        """The struct of an action's parameters, in the package of builders."""
        return self._payloads.bodies[resource.id].name

    def property(self, type_name: str, wire: str) -> str:
        """What follows `Set` in the setter of a member."""
        return self.layout.properties[type_name][wire]

    def constant(self, enum: str, name: str) -> str | None:
        """The constant of an enumeration's member; None for one that the schema does not declare."""
        return self.layout.constants[enum].get(name)
