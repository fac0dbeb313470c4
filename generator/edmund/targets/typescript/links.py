"""Edges as members of a builder's interface and as rows of its table: properties, or methods for keys."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from urllib.parse import quote

from edmund.naming.distinct import distinct
from edmund.naming.spelling import Spelling
from edmund.plan.literals import LITERALS_BY_VALUE, older_literal, url_literal
from edmund.plan.policies import ordered
from edmund.plan.service import is_older
from edmund.surface.elements import Edge, Parameter, Resource, SegmentKind, Surface
from edmund.surface.types import Type
from edmund.targets.prose import deprecation_text
from edmund.targets.typescript.literals import doc_comment, property_key, string_literal
from edmund.targets.typescript.model_views import MemberView
from edmund.targets.typescript.policies import POLICIES
from edmund.targets.typescript.query_limits import limits_row
from edmund.targets.typescript.source import Data, Text, method
from edmund.targets.typescript.types import TypeTexts

__all__ = ["link_member", "link_row"]

_KEYS = (SegmentKind.KEY, SegmentKind.KEY_PREDICATE, SegmentKind.ALTERNATE_KEY)
_LITERALS = LITERALS_BY_VALUE | {
    f"Edm.{name}"
    for name in (
        *("Boolean", "Byte", "SByte", "Int16", "Int32", "Int64", "Single", "Double", "Decimal"),
        *("Guid", "Date", "DateTimeOffset", "TimeOfDay", "Duration", "String", "Binary"),
    )
}


def link_member(
    name: str, source: Resource, edge: Edge, target: str, texts: TypeTexts, *, invoked: bool = False
) -> MemberView:
    """The member for an edge; `invoked` says that it leads to a function, whose parameters are in the URL."""
    deprecation = edge.deprecation
    text = edge.description or ""
    if deprecation is not None:
        text = f"{text}\n\n{deprecation_text(deprecation)}".strip()
    why = "" if deprecation is None else deprecation.description or "See above."
    comment = doc_comment(text, 2, why)
    required, optional = _values(edge, invoked)
    if not (required or optional):
        return MemberView(bool(comment), comment, f"readonly {property_key(name)}: {target};")
    given = _names(source, edge, [*required, *optional], texts.layout.spelling)
    parameters = [f"{given[p.name]}: {texts.in_url(p.type)}" for p in required]
    parameters += [f"{given[p.name]}?: {texts.in_url(p.type)}" for p in optional]
    return MemberView(bool(comment), comment, method(property_key(name), parameters, ("", target)))


def link_row(
    name: str, edge: Edge, target: str, invoked: bool, surface: Surface, before: str = ""
) -> Data:
    """What the table of a builder says of an edge; `before` is the path of the edge that it follows at once."""
    to: dict[str, Data] = {"to": Text(string_literal(target))}
    if edge.kind is SegmentKind.KEY:
        return {
            **to,
            "key": Text(string_literal(_literal(edge.keys[0].type, surface))),
        }
    if edge.kind in _KEYS:
        path: dict[str, Data] = {"path": Text(string_literal(before))}
        unnamed = edge.kind is SegmentKind.KEY_PREDICATE and len(edge.keys) == 1
        keys = [Parameter("" if unnamed else k.name, k.type) for k in edge.keys]
        return {**to, **path, "keys": _parts(keys, surface)}
    plain = f"/{quote(edge.name, safe='$.:@_-~')}"
    written = Text(string_literal(plain))
    if not invoked:
        limits = limits_row(edge)
        said: dict[str, Data] = {"limits": limits} if limits else {}
        if plain != f"/{name}":
            said = {"path": written, **said}
        return {**to, **said} if said else to["to"]
    found: dict[str, Data] = {
        **to,
        "path": written,
        "parameters": _parts(edge.parameters, surface),
    }
    if edge.optional_parameters:
        found["optional"] = _parts(edge.optional_parameters, surface)
    return found


def _parts(parameters: Sequence[Parameter], surface: Surface) -> list[Data]:
    return [
        [Text(string_literal(text)) for text in (p.name, _literal(p.type, surface))]
        for p in parameters
    ]


def _literal(type_: Type, surface: Surface) -> str:
    """By which rule the runtime writes a value into a URL."""
    if is_older(surface.version):
        return older_literal(type_)
    return url_literal(type_, surface, _LITERALS)


def _values(edge: Edge, invoked: bool) -> tuple[list[Parameter], list[Parameter]]:
    """What has to be given, and what may be."""
    if edge.kind in _KEYS:
        return [Parameter(k.name, k.type) for k in edge.keys], []
    if not invoked:
        return [], []
    order = POLICIES.arguments
    return ordered(edge.parameters, order), ordered(edge.optional_parameters, order)


def _names(
    source: Resource, edge: Edge, values: Sequence[Parameter], spelling: Spelling
) -> Mapping[str, str]:
    wanted = dict(_wanted(source, edge, values, spelling))
    return distinct(wanted, wanted.__getitem__).names


def _wanted(
    source: Resource, edge: Edge, values: Sequence[Parameter], spelling: Spelling
) -> Iterator[tuple[str, str]]:
    keys = spelling.accessors.key_parameters(source, edge) if edge.kind in _KEYS else ()
    for at, value in enumerate(values):
        if at < len(keys):
            name = keys[at]
        else:
            name = spelling.given.parameter(edge, value.name).rpartition("/")[2]
        yield value.name, spelling.parameter(name)
