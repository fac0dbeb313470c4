"""What one Go client calls things: the target's own names, asked for once for all samples."""

from __future__ import annotations

from functools import cached_property

from edmund.model.elements import Model
from edmund.model.schema import ModelSchema
from edmund.samples.chains import Chains
from edmund.surface.answers import listed_types
from edmund.surface.elements import Resource, Surface
from edmund.targets.contract import TargetOptions
from edmund.targets.go.builder_names import BuilderNames, builder_names
from edmund.targets.go.chain_names import accessor_names, alternate_key_name
from edmund.targets.go.layout import Layout, lay_out
from edmund.targets.go.payloads import Payloads, payloads_of

__all__ = ["GoNames"]


class GoNames:
    """Names of the client that `options` describe, for one model and surface."""

    def __init__(self, model: Model, surface: Surface, options: TargetOptions) -> None:
        self.model = model
        self.package = options.package
        self.chains = Chains(accessor_names, alternate_key_name)
        self._surface = surface

    @cached_property
    def layout(self) -> Layout:
        listed = listed_types(self.model, self._surface)
        return lay_out(self.model, [each.name for each in listed])

    @cached_property
    def builders(self) -> BuilderNames:
        return builder_names(self._surface, self.layout)

    @cached_property
    def _payloads(self) -> Payloads:
        schema = ModelSchema(self.model)
        return payloads_of(self.model, self._surface, self.builders, schema)

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
