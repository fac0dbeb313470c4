"""How parameters are described to the runtime."""

from __future__ import annotations

from collections.abc import Mapping

from edmund.naming.distinct import distinct
from edmund.plan.http_calls import PlannedCall
from edmund.plan.http_parameters import PlannedParameter
from edmund.surface.exchange import Location, Style
from edmund.targets.java.imports import Imports
from edmund.targets.java.literals import javadoc
from edmund.targets.java.names import parameter_name
from edmund.targets.java.source import Call, Chain, Expression, Text, statement
from edmund.targets.java.types import Types
from edmund.targets.java.views import FieldView, HttpParametersView

__all__ = ["field_names", "parameter_of", "parameters_of"]

_WRITER = ("writer",)

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


def field_names(plan: PlannedCall) -> Mapping[str, str]:
    """What the fields are called that hold the parameters of a call, by label."""
    labels = [each.label for each in plan.parameters]
    return distinct(labels, parameter_name, _WRITER).names


def parameters_of(plan: PlannedCall, cls: str, types: Types) -> HttpParametersView:
    """The class of what a call takes beside path and body."""
    imports = types.imports
    nullable = f"@{imports.runtime('Nullable')}"
    names = field_names(plan)
    fields, statements = [], []
    for each in plan.parameters:
        java = types.value(each.type)
        name = names[each.label]
        doc = javadoc(
            each.description or _described(each), 4, "" if not each.deprecated else "It is."
        )
        mark = "@Deprecated " if each.deprecated else ""
        fields.append(FieldView(True, doc, f"{mark}public {nullable} {java.name} {name};"))
        put = Call("writer.put", (parameter_of(each, imports), name, java.codec))
        statements.append(statement("", put, 6))
    base = imports.runtime("QueryParameters")
    imports.runtime("ParameterWriter")
    return HttpParametersView(
        doc=f"/** What {plan.method} takes beside its body. */",
        header=f"public static final class {cls} extends {base} {{",
        fields=tuple(fields),
        statements=tuple(statements),
    )


def _described(planned: PlannedParameter) -> str:
    kinds = {
        Location.HEADER: "The header field",
        Location.COOKIE: "The cookie",
        Location.QUERY_STRING: "All of the query:",
    }
    return f"{kinds.get(planned.location, 'The query parameter')} {planned.name}."
