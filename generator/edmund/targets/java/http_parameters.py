"""How parameters are described to the runtime."""

from __future__ import annotations

from edmund.plan.http_parameters import PlannedParameter
from edmund.surface.exchange import Location, Style
from edmund.targets.java.imports import Imports
from edmund.targets.java.source import Call, Chain, Expression, Text

__all__ = ["parameter_of"]

_FACTORIES = {
    Location.PATH: "path",
    Location.QUERY: "query",
    Location.HEADER: "header",
    Location.COOKIE: "cookie",
}
_USUAL = {
    Location.PATH: (Style.SIMPLE, False),
    Location.QUERY: (Style.FORM, True),
    Location.HEADER: (Style.SIMPLE, False),
    Location.COOKIE: (Style.FORM, True),
    Location.QUERY_STRING: (Style.FORM, True),
}


def parameter_of(planned: PlannedParameter, imports: Imports) -> Expression:
    """The expression of a parameter: where it goes, and how it is written where that is not usual."""
    cls = imports.runtime("Parameter")
    factory = _FACTORIES.get(planned.location)
    made = (
        Call(f"{cls}.queryString", ())
        if factory is None
        else Call(f"{cls}.{factory}", (Text(planned.name),))
    )
    calls = []
    if planned.style is Style.CONTENT:
        calls.append(Call("content", (Text(planned.media_type or "application/json"),)))
    elif (planned.style, planned.explode) != _USUAL[planned.location]:
        style = f"{imports.runtime('Style')}.{planned.style.name}"
        calls.append(Call("style", (style, "true" if planned.explode else "false")))
    if planned.allow_reserved:
        calls.append(Call("reserved", ()))
    if planned.required and planned.location is not Location.PATH:
        calls.append(Call("required", ()))
    return Chain(made, tuple(calls)) if calls else made
