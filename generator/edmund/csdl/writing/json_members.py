"""Objects of CSDL JSON that are being filled. A member that is there twice cannot be said in JSON."""

from __future__ import annotations

import re
from collections.abc import Sequence

from edmund.csdl.document import FacetAttributes, MaxLength, ScaleKeyword
from edmund.csdl.findings import Code, Findings
from edmund.csdl.json.scanner import JsonNumber
from edmund.csdl.writing.json_text import JsonValue
from edmund.diagnostics import Span

__all__ = ["Objects", "facet_members", "is_json_number", "number_or_text", "type_members"]

_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?")


class Objects:
    """Puts members into objects and tells what does not go (EDM160): an error, or a warning if little is lost."""

    def __init__(self, findings: Findings) -> None:
        self.findings = findings

    def put(self, into: dict[str, JsonValue], name: str, value: JsonValue, span: Span) -> None:
        """A member called by the document: not as CSDL JSON calls its own, and not twice."""
        if name[:1] == "$" or "@" in name:
            self.refuse(f"JSON cannot call a member '{name}'", span)
        else:
            self.put_key(into, name, value, span)

    def put_key(self, into: dict[str, JsonValue], key: str, value: JsonValue, span: Span) -> None:
        if into.setdefault(key, value) != value:
            self.refuse(f"JSON cannot have '{key}' twice in one object", span)

    def put_annotation(
        self, into: dict[str, JsonValue], key: str, value: JsonValue, span: Span
    ) -> None:
        """An annotation; the last of several with one term and qualifier counts."""
        earlier = [name for name in into if name.startswith(f"{key}@")] if key in into else []
        if key in into and (earlier or into[key] != value):
            message = f"'{key}' is there twice, with different values; the last one is written"
            self.findings.warning(Code.UNSPEAKABLE, message, span)
        for name in earlier:
            del into[name]
        into[key] = value

    def put_declaration(
        self, into: dict[str, JsonValue], name: str, value: JsonValue, span: Span
    ) -> None:
        """A type, term, container or overload. Services have a type and an operation of one name, which
        no member of an object can have: they share a list, as overloads do."""
        known = into.get(name)
        if known is None:
            self.put(into, name, value, span)
            return
        self.findings.warning(
            Code.UNSPEAKABLE,
            f"'{name}' is declared twice; the two are written as a list, which other tools may not read",
            span,
        )
        into[name] = [*_listed(known), *_listed(value)]

    def refuse(self, message: str, span: Span) -> None:
        self.findings.error(Code.UNSPEAKABLE, message, span)


def _listed(value: JsonValue) -> Sequence[JsonValue]:
    return value if isinstance(value, list) else [value]


def is_json_number(text: str) -> bool:
    return _NUMBER.fullmatch(text) is not None


def number_or_text(value: int | str) -> JsonValue:
    return JsonNumber(value) if isinstance(value, int) else value


def facet_members(facets: FacetAttributes, type_name: str) -> dict[str, JsonValue]:
    """Facets (CSDL JSON 4.01, section 7.2).

    A length of `max` is what no length means; the scale of a decimal is always told, for without one
    XML means 0 and JSON `variable`.
    """
    members: dict[str, JsonValue] = {}
    if facets.max_length is not None and not isinstance(facets.max_length, MaxLength):
        members["$MaxLength"] = JsonNumber(facets.max_length)
    if facets.precision is not None:
        members["$Precision"] = JsonNumber(facets.precision)
    scale = facets.scale
    if type_name == "Edm.Decimal":
        scale = 0 if scale is None else scale
        scale = None if scale is ScaleKeyword.VARIABLE else scale
    if scale is not None:
        members["$Scale"] = _scale(scale)
    if facets.unicode is not None:
        members["$Unicode"] = facets.unicode
    if facets.srid is not None:
        members["$SRID"] = _scale(facets.srid)
    return members


def _scale(scale: int | ScaleKeyword) -> JsonValue:
    return scale.value if isinstance(scale, ScaleKeyword) else JsonNumber(scale)


def type_members(
    type_name: str, facets: FacetAttributes, *, nullable: bool | None = None, nulls: bool = True
) -> dict[str, JsonValue]:
    """Type, collection, nullable and facets; `nulls` says whether there is `$Nullable` in this place."""
    inner = type_name.removeprefix("Collection(")
    members: dict[str, JsonValue] = {}
    if inner != type_name:
        inner = inner.removesuffix(")")
        members["$Collection"] = True
        if nullable is not None and nulls:
            members["$Nullable"] = nullable
    elif nulls and nullable is not False:
        members["$Nullable"] = True
    if inner != "Edm.String":
        members = {"$Type": inner, **members}
    return members | facet_members(facets, inner)
