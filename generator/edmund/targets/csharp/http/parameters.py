"""The parameters of calls as classes: a property for each value that goes beside path and body."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from edmund.naming.distinct import distinct
from edmund.plan.http_parameters import PlannedParameter
from edmund.surface.exchange import Location
from edmund.targets.csharp.http.shapes import Shapes
from edmund.targets.csharp.literals import doc_lines
from edmund.targets.csharp.names import pascal
from edmund.targets.csharp.views import OptionView, ParametersView

__all__ = ["lower_parameters", "property_names"]

# What the base class has (templates/csharp/runtime/http/QueryParameters.cs), and every object.
_MEMBERS = (
    *("CheckRequired", "Get", "Headers", "Query", "Set", "SetCustom", "Shapes"),
    *("Equals", "GetHashCode", "GetType", "MemberwiseClone", "ReferenceEquals", "ToString"),
    "Finalize",
)
_PLACES = {
    Location.HEADER: "A header field.",
    Location.COOKIE: "A cookie.",
    Location.QUERY_STRING: "All of the query.",
}


def lower_parameters(
    name: str, parameters: tuple[PlannedParameter, ...], shapes: Shapes
) -> ParametersView:
    """The class called `name` for the parameters of one call."""
    held = shapes.held
    given = property_names(name, parameters)
    options = []
    for at, parameter in enumerate(parameters):
        type_ = held.of(parameter.type)
        options.append(
            OptionView(
                doc_lines(_text(parameter)),
                type_.optional,
                given[parameter.label],
                f"Get<{type_.argument}>({at})",
                f"Set<{type_.argument}>({at}, value, {type_.codec})",
            )
        )
    names = held.members.names
    return ParametersView(
        doc=doc_lines("The parameters of a call, beside those in its path."),
        name=name,
        base=names.known("QueryParameters"),
        shape=names.known("ParameterShape"),
        shapes=tuple(shapes.parameter(each) for each in parameters),
        options=tuple(options),
    )


def property_names(cls: str, parameters: Iterable[PlannedParameter]) -> Mapping[str, str]:
    """The properties of the class `cls` by the labels of the parameters."""
    return distinct([each.label for each in parameters], pascal, (*_MEMBERS, cls)).names


def _text(parameter: PlannedParameter) -> str:
    parts = [parameter.description or f"The value of {parameter.name}."]
    facts = [_PLACES[parameter.location]] if parameter.location in _PLACES else []
    if parameter.required:
        facts.append("The call needs it.")
    if parameter.default is not None:
        facts.append(f"Without it: {parameter.default}.")
    if parameter.deprecated:
        facts.append("Deprecated.")
    return "\n\n".join([*parts, *([" ".join(facts)] if facts else [])])
