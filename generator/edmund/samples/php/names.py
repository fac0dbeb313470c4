"""What one PHP client calls things: the target's own names, asked for once for all samples."""

from __future__ import annotations

from functools import cached_property

from edmund.plan.odata_exchange import answer_of
from edmund.plan.policies import ordered
from edmund.samples.chains import Chains, Link
from edmund.samples.tree import Argument
from edmund.surface.answers import listed_in
from edmund.surface.elements import Call, Resource, Surface
from edmund.targets.contract import TargetOptions
from edmund.targets.php.builder_names import BuilderNames, builder_names
from edmund.targets.php.layout import Layout, lay_out
from edmund.targets.php.package import client_name
from edmund.targets.php.policies import POLICIES
from edmund.targets.php.spelling import STYLES

__all__ = ["PhpNames"]


class PhpNames:
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

    def class_place(self, type_name: str) -> tuple[str, str]:
        """Namespace and class of a type of the schema."""
        place = self.layout.places[type_name]
        full = place.full(f"{self.package}\\Generated\\Models")
        namespace, _, cls = full.rpartition("\\")
        return namespace, cls

    def arguments(self, link: Link) -> tuple[Argument, ...]:
        """What an accessor is given, in the order of its parameters."""
        given = link.arguments or ()
        if link.step.edge.keys or not self.spelling.has_second_names:
            return given
        needed = [argument for argument in given if not argument.optional]
        optional = [argument for argument in given if argument.optional]
        return (*ordered(needed, POLICIES.arguments), *ordered(optional, POLICIES.arguments))

    def body_class(self, resource: Resource) -> str:
        """The class of an action's parameters, in the namespace of builders."""
        return self.builders.bodies[resource.id].cls

    def property(self, type_name: str, wire: str) -> str:
        """What follows `set` in the setter of a member."""
        return self.layout.stems[type_name][wire]

    def member(self, enum: str, name: str) -> str | None:
        """The constant of an enumeration's member; None for one that the schema does not declare."""
        return self.layout.members[enum].get(name)

    def iterates(self, call: Call) -> bool:
        """Whether a call has `iterate` beside `get`, which goes on from page to page."""
        return answer_of(call, self._surface.types, self.layout.pages).iterable
