"""Lowering of the registry: where the class of each schema type is."""

from __future__ import annotations

from edmund.plan.service import is_older, traits_of
from edmund.surface.elements import Surface
from edmund.surface.types import UnionType
from edmund.targets.python.layout import Layout, Place
from edmund.targets.python.literals import string_literal
from edmund.targets.python.model_views import RegistryEntryView, RegistryView

__all__ = ["lower_registry"]


def lower_registry(surface: Surface, layout: Layout) -> RegistryView:
    """The table that the runtime looks names of payloads up in."""
    types = tuple(
        RegistryEntryView(string_literal(name), string_literal(_place(surface, name, place)))
        for name, place in layout.places.items()
    )
    aliases = tuple(
        RegistryEntryView(string_literal(schema.alias), string_literal(schema.name))
        for schema in surface.types.namespaces
        if schema.alias is not None
    )
    qualified = repr(traits_of(surface).qualified_enumerations)
    older = string_literal(surface.version) if is_older(surface.version) else "None"
    return RegistryView(bool(types), types, bool(aliases), aliases, qualified, older)


def _place(surface: Surface, name: str, place: Place) -> str:
    """Where the class is; of a union, where it says what its values may be."""
    found = surface.types.by_name.get(name)
    return f"{place.module}.{'definition' if isinstance(found, UnionType) else place.cls}"
