"""What one C# client calls things: the target's own names, asked for once for all samples."""

from __future__ import annotations

from functools import cached_property

from edmund.samples.chains import Chains
from edmund.samples.tree import Sample
from edmund.surface.answers import listed_in
from edmund.surface.elements import CallKind, Surface
from edmund.targets.contract import TargetOptions
from edmund.targets.csharp.builder_names import BuilderNames, builder_names, official_part
from edmund.targets.csharp.layout import Layout, lay_out
from edmund.targets.csharp.names import member_name
from edmund.targets.csharp.package import client_name
from edmund.targets.csharp.spelling import STYLES

__all__ = ["CSharpNames"]


class CSharpNames:
    """Names of the client that `options` describe, for one surface."""

    def __init__(self, surface: Surface, options: TargetOptions) -> None:
        self.package = options.package
        self.base_url = options.base_url
        self.client = client_name(surface, options)
        self._spelling = STYLES.of(surface, options)
        self.chains = Chains.of(
            self._spelling.accessors, with_beside=self._spelling.has_second_names
        )
        self._surface = surface

    @cached_property
    def layout(self) -> Layout:
        return lay_out(self._surface, listed_in(self._surface), self._spelling)

    @cached_property
    def builders(self) -> BuilderNames:
        return builder_names(self._surface, self.layout, frozenset())

    def class_place(self, type_name: str) -> tuple[str, str]:
        """Namespace and class of a type of the schema."""
        place = self.layout.places[type_name]
        return ".".join(filter(None, (self.package, "Models", place.namespace))), place.cls

    def official_body(self, sample: Sample) -> tuple[str, str]:
        """Namespace, one for each path, and class of an action's parameters in the official client."""
        parts = [
            official_part(step.source, step.edge, self._spelling.accessors) for step in sample.steps
        ]
        payload = self.builders.bodies[sample.resource.id]
        return ".".join((self.package, *parts)), payload.official

    def body_place(self, sample: Sample) -> tuple[str, str]:
        """Namespace and class of an action's parameters."""
        namespace, cls = self.builders.bodies[sample.resource.id].place
        return f"{self.package}.{namespace}", cls

    def property(self, type_name: str, wire: str, sample: Sample | None = None) -> str:
        """The property for a member of a structured type, or of an action's parameters."""
        if sample is not None and sample.call.kind is CallKind.INVOKE:
            return member_name(self._spelling.member(sample.call.operation or "", wire))
        return self.layout.attributes[type_name][wire]

    def member(self, enum: str, name: str) -> str | None:
        """The member of an enumeration; None for one that the schema does not declare."""
        return self.layout.members[enum].get(name)
