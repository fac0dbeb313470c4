"""Edges as methods of a builder."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import quote

from edmund.naming.distinct import distinct
from edmund.plan.literals import LITERALS_BY_VALUE, older_literal, url_literal
from edmund.plan.service import is_older
from edmund.surface.elements import Edge, Parameter, Resource, ResourceKind, SegmentKind, Surface
from edmund.surface.type_parts import is_list, name_of
from edmund.surface.types import EnumType, Type
from edmund.targets.go.builder_views import LinkView
from edmund.targets.go.go_types import PRIMITIVES
from edmund.targets.go.literals import comment, string_literal
from edmund.targets.go.query_limits import limited
from edmund.targets.go.values import ANY_GUID, Values
from edmund.targets.prose import deprecation_text

__all__ = ["KEYS", "encoded", "link", "link_text"]

KEYS = (SegmentKind.KEY, SegmentKind.KEY_PREDICATE, SegmentKind.ALTERNATE_KEY)
# What leads to the same items, or to their number.
_SAME = (SegmentKind.CAST, SegmentKind.COUNT)
_LITERALS = frozenset((*PRIMITIVES, "Edm.Binary")) | LITERALS_BY_VALUE


def link(
    name: str,
    source: Resource,
    edge: Edge,
    target: Resource,
    returns: str,
    values: Values,
    *,
    base: str = "b.RequestBuilder",
) -> LinkView:
    """The method called `name` for an edge that leads to `target`; `base` is the place that it extends.

    As in the official SDK, keys are values; the parameters of functions and of alternate keys are pointers,
    those of functions in alphabetical order, where members of enumerations are texts.
    """
    keys = [Parameter(k.name, k.type) for k in edge.keys] if edge.kind in KEYS else []
    required = tuple(keys) or edge.parameters
    everything = [*required, *edge.optional_parameters]
    if not keys:
        everything.sort(key=lambda p: p.name.lower())
    spelling = values.layout.spelling
    wanted = (
        dict(
            zip(
                [p.name for p in required],
                spelling.accessors.key_parameters(source, edge),
                strict=False,
            )
        )
        if keys
        else {}
    )
    given = distinct(
        [p.name for p in everything],
        lambda p: wanted.get(p) or spelling.parameter(spelling.given.parameter(edge, p)),
    ).names
    pointers = edge.kind not in (SegmentKind.KEY, SegmentKind.KEY_PREDICATE)
    invoked = target.kind is ResourceKind.FUNCTION
    texts = [p for p in everything if invoked and _is_member(p.type, values.surface)]
    parameters = ", ".join(
        f"{given[p.name]} "
        + ("*string" if p in texts else _parameter_type(p.type, values, pointers))
        for p in everything
    )
    return LinkView(
        name=name,
        comment=comment(
            "\n\n".join(
                [link_text(name, edge), *(_of_enumeration(given[p.name], p, values) for p in texts)]
            )
        ),
        parameters=parameters,
        returns=returns,
        place=limited(edge, _place(edge, target, required, given, values.surface, base)),
    )


def link_text(name: str, edge: Edge) -> str:
    segment = "one item by its key" if edge.kind in KEYS else f"the segment {edge.name}"
    text = f"{name} leads to {segment}."
    if edge.description:
        text += f"\n\n{edge.description}"
    if edge.deprecation is not None:
        text += f"\n\n{deprecation_text(edge.deprecation)}"
    return text


def _parameter_type(type_: Type, values: Values, pointers: bool) -> str:
    go = values.parameter(name_of(type_), is_list(type_))
    plain = go.startswith("[]") or go == "any" or go.endswith("able") or go == "odata.Model"
    if go == "odata.UUID":
        return ANY_GUID
    return f"*{go}" if pointers and not plain else go


def _is_member(type_: Type, surface: Surface) -> bool:
    return not is_list(type_) and isinstance(surface.types.by_name.get(name_of(type_)), EnumType)


def _of_enumeration(name: str, parameter: Parameter, values: Values) -> str:
    go = values.parameter(name_of(parameter.type), collection=False)
    return f"What {name} takes is the text of a {go}."


def _place(
    edge: Edge,
    target: Resource,
    required: Sequence[Parameter],
    given: dict[str, str],
    surface: Surface,
    base: str,
) -> str:
    if edge.kind is SegmentKind.KEY:
        value = given[required[0].name]
        return f"odata.Item({base}, {value}, {string_literal(url_type(required[0].type, surface))})"
    if edge.kind in KEYS:
        unnamed = edge.kind is SegmentKind.KEY_PREDICATE and len(required) == 1
        parts = ", ".join(_part(p, given, surface, "" if unnamed else p.name) for p in required)
        return f"odata.Keyed({base}, {parts})"
    if target.kind is ResourceKind.FUNCTION:
        groups = [
            f"[]odata.Part{{{', '.join(inner)}}}" if inner else "nil"
            for inner in (
                [_part(p, given, surface, p.name).removeprefix("odata.Part") for p in group]
                for group in (edge.parameters, edge.optional_parameters)
            )
        ]
        return f"odata.Invoked({base}, {string_literal(encoded(edge.name))}, {', '.join(groups)})"
    step = "Same" if edge.kind in _SAME else "Child"
    return f"odata.{step}({base}, {string_literal('/' + encoded(edge.name))})"


def _part(part: Parameter, given: dict[str, str], surface: Surface, name: str) -> str:
    kind = string_literal(url_type(part.type, surface))
    return f"odata.Part{{Name: {string_literal(name)}, Value: {given[part.name]}, Type: {kind}}}"


def encoded(name: str) -> str:
    """A segment of the schema's own: encoded where a name has letters beyond ASCII."""
    return quote(name, safe="$.:@_-~")


def url_type(type_: Type, surface: Surface) -> str:
    """By which rule the runtime writes a value into a URL."""
    if is_older(surface.version):
        return older_literal(type_)
    return url_literal(type_, surface, _LITERALS)
