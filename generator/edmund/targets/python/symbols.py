"""The names that users of the generated Python package write, by schema element, for reviews."""

from __future__ import annotations

from collections.abc import Mapping

from edmund.model.elements import Model
from edmund.targets.python.layout import lay_out

__all__ = ["python_symbols"]


def python_symbols(model: Model) -> Mapping[str, str]:
    """`ns.type` to its class, `ns.type/property` to `Class.attribute`, `ns.enum/member` to `Enum.Member`.

    A property is listed under the type that declares it and under those that inherit it.
    """
    layout = lay_out(model)
    found: dict[str, str] = {}
    for name, place in layout.places.items():
        found[name] = place.cls
        names = layout.attributes.get(name) or layout.members.get(name) or {}
        found.update((f"{name}/{wire}", f"{place.cls}.{own}") for wire, own in names.items())
    return found
