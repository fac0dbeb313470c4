"""The files of models: one for each named type, page, and class of an operation's own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from edmund.render.files import GeneratedFile
from edmund.surface.elements import Surface
from edmund.surface.types import EnumType, StructuredType
from edmund.targets.java.enums import lower_enum
from edmund.targets.java.layout import Layout
from edmund.targets.java.models import Classes, Payload
from edmund.targets.java.unions import lower_union

__all__ = ["lower_models"]


def lower_models(
    surface: Surface, layout: Layout, payloads: Iterable[Payload] = ()
) -> Iterator[GeneratedFile]:
    """The files, types first, in the order of the description."""
    classes = Classes(surface, layout)
    for type_ in surface.types.types:
        place = layout.places.get(type_.name)
        if place is None:
            continue
        if isinstance(type_, StructuredType):
            yield GeneratedFile(place.path, "models/model.java.jinja", classes.type(type_))
        elif isinstance(type_, EnumType):
            yield from lower_enum(type_, layout)
        else:
            union = lower_union(type_, surface, layout)
            yield GeneratedFile(place.path, "models/union.java.jinja", union)
    for name, page in layout.pages.items():
        yield GeneratedFile(page.path, "models/model.java.jinja", classes.page(name))
    for payload in payloads:
        view = classes.payload(payload)
        yield GeneratedFile(payload.place.path, "models/model.java.jinja", view)
