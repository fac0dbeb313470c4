"""The classes that hold the parameters of a call."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from edmund.naming.distinct import distinct
from edmund.plan.http_calls import PlannedCall
from edmund.plan.http_parameters import PlannedParameter
from edmund.render.files import GeneratedFile
from edmund.surface.exchange import Location
from edmund.targets.php.builder_views import ConfigurationView, QueryView, ValueView
from edmund.targets.php.http.names import CallNames
from edmund.targets.php.http.types import HttpTypes, or_null
from edmund.targets.php.literals import doc_comment
from edmund.targets.php.names import name_key

__all__ = ["parameter_classes", "parameter_properties"]

_FOLDER = "src/Generated/Builders"
_OF_QUERY = (Location.QUERY, Location.QUERY_STRING)
# What every configuration has, and what no variable is called.
_TAKEN = (
    "this",
    "customQueryOptions",
    "headers",
    "options",
    "queryParameters",
    "timeout",
    "validate",
)


def parameter_properties(call: PlannedCall, types: HttpTypes) -> Mapping[str, str]:
    """What the values of a call's parameters are called, by label."""
    labels = [parameter.label for parameter in call.parameters]
    return distinct(labels, types.layout.spelling.parameter, _TAKEN, name_key).names


def parameter_classes(
    call: PlannedCall, names: CallNames, namespace: str, types_of: Callable[[str], HttpTypes]
) -> Iterator[GeneratedFile]:
    """A configuration for each call with parameters, and a class for those of its query."""
    if names.query:
        types = types_of(names.query)
        properties = parameter_properties(call, types)
        base = types.imports.use(f"{types.root}\\Runtime\\QueryParameters")
        values = _values([p for p in call.parameters if _is_of_query(p)], properties, types)
        view = QueryView(
            namespace,
            types.imports.statements(),
            doc_comment(f"What can be asked of {call.method} {call.path}."),
            f"final class {names.query} extends {base}",
            values,
        )
        yield GeneratedFile(f"{_FOLDER}/{names.query}.php", "client/query.php.jinja", view)
    if names.configuration:
        types = types_of(names.configuration)
        base = types.imports.use(f"{types.root}\\Runtime\\RequestConfiguration")
        properties = parameter_properties(call, types)
        own = _values([p for p in call.parameters if not _is_of_query(p)], properties, types)
        asked = _values([p for p in call.parameters if _is_of_query(p)], properties, types)
        arguments = ", ".join(value.variable for value in asked)
        made = f"return new {names.query}({arguments});"
        if 8 + len(made) > 120:
            lines = ",\n".join(f"            {value.variable}" for value in asked)
            made = f"return new {names.query}(\n{lines}\n        );"
        configuration = ConfigurationView(
            namespace,
            types.imports.statements(),
            doc_comment(f"What a caller adds to {call.method} {call.path}."),
            f"final class {names.configuration} extends {base}",
            bool(names.query),
            names.query,
            own,
            asked,
            made,
        )
        path = f"{_FOLDER}/{names.configuration}.php"
        yield GeneratedFile(path, "client/configuration.php.jinja", configuration)


def _is_of_query(parameter: PlannedParameter) -> bool:
    return parameter.location in _OF_QUERY


def _values(
    parameters: Sequence[PlannedParameter], properties: Mapping[str, str], types: HttpTypes
) -> tuple[ValueView, ...]:
    found: list[ValueView] = []
    for parameter in parameters:
        spelled = types.spelled(parameter.type)
        tags = (
            (f"@var {spelled.documented_taken}|null",) if spelled.takes.startswith("array") else ()
        )
        comment = doc_comment(_text(parameter), tags, 8)
        name = f"${properties[parameter.label]}"
        found.append(ValueView(bool(comment), comment, f"{or_null(spelled.takes)} {name}", name))
    return tuple(found)


def _text(parameter: PlannedParameter) -> str:
    parts = [parameter.description or ""]
    if parameter.required:
        parts.append("The call needs it.")
    if parameter.default is not None:
        parts.append(f"Without it the service takes {parameter.default}.")
    if parameter.deprecated:
        parts.append("Deprecated.")
    return "\n\n".join(part for part in parts if part)
