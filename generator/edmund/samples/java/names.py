"""What one Java client calls things: the target's own names, asked for once for all samples."""

from __future__ import annotations

from functools import cached_property

from edmund.samples.chains import Chains
from edmund.surface.answers import listed_in
from edmund.surface.elements import Resource, Surface
from edmund.targets.contract import TargetOptions
from edmund.targets.java.builder_names import BuilderNames, builder_names
from edmund.targets.java.canonical_paths import canonical_packages
from edmund.targets.java.layout import Layout, Place, lay_out
from edmund.targets.java.package import client_name
from edmund.targets.java.payloads import Payloads, lay_out_payloads
from edmund.targets.java.spelling import STYLES

__all__ = ["JavaNames"]


class JavaNames:
    """Names of the client that `options` describe, for one surface."""

    def __init__(self, surface: Surface, options: TargetOptions) -> None:
        self.package = options.package
        self.base_url = options.base_url
        self.client = client_name(surface, options)
        self.spelling = STYLES.of(surface, options)
        self.chains = Chains.of(self.spelling.accessors, with_beside=self.spelling.has_second_names)
        self._surface = surface

    @cached_property
    def layout(self) -> Layout:
        return lay_out(self._surface, self.package, listed_in(self._surface), self.spelling)

    @cached_property
    def builders(self) -> BuilderNames:
        return builder_names(self._surface, self.layout)

    @cached_property
    def _payloads(self) -> Payloads:
        accessors = self.spelling.accessors
        names = {each.id: accessors.of(each) for each in self._surface.resources}
        packages = canonical_packages(self._surface, names, accessors)
        arrivals = self.builders.arrivals
        return lay_out_payloads(self._surface, accessors, self.package, arrivals, packages)

    def place(self, type_name: str) -> Place:
        """Package and class of a type of the schema."""
        return self.layout.places[type_name]

    def body_place(self, resource: Resource) -> Place:
        """Package and class of an action's parameters."""
        return self._payloads.bodies[resource.id].place

    def property(self, type_name: str, wire: str) -> str:
        """What follows `set` in the setter of a member."""
        return self.layout.properties[type_name][wire]

    def member(self, enum: str, name: str) -> str | None:
        """The member of an enumeration; None for one that the schema does not declare."""
        return self.layout.members[enum].get(name)
