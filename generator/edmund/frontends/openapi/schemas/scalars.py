"""Values without parts: the kinds of JSON that schemas let pass, enumerations, formats and constraints."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from functools import cache

from edmund.diagnostics import Note
from edmund.frontends.notation.source import Node
from edmund.frontends.openapi.findings import Code, Findings
from edmund.frontends.openapi.schemas.conjuncts import Conjuncts, kinds_said
from edmund.suggestions import suggestion
from edmund.surface.types import Bound, Constraints, JsonScalar, Primitive

__all__ = [
    "KINDS",
    "Kinds",
    "allowed_values",
    "are_possible",
    "count",
    "kind_of_value",
    "kinds_of",
    "primitive_of",
]

Kinds = frozenset[str]

KINDS: Kinds = frozenset({"string", "number", "integer", "boolean", "object", "array"})
_ONE_KIND: Mapping[str, Kinds] = {kind: frozenset({kind}) for kind in KINDS}
_IMPLIED = {
    "properties": "object",
    "additionalProperties": "object",
    "patternProperties": "object",
    "items": "array",
    "prefixItems": "array",
}
# Formats of OpenAPI's registry that a type of its own stands for; all others are text, or plain numbers.
_FORMATS = {
    ("string", "date-time"): "Edm.DateTimeOffset",
    ("string", "date"): "Edm.Date",
    ("string", "uuid"): "Edm.Guid",
    ("string", "byte"): "Edm.Binary",
    ("string", "base64url"): "Edm.Binary",
    ("string", "binary"): "Edm.Stream",
    ("string", "decimal"): "Edm.String",
    ("integer", "int8"): "Edm.SByte",
    ("integer", "uint8"): "Edm.Byte",
    ("integer", "int16"): "Edm.Int16",
    ("integer", "int32"): "Edm.Int32",
    ("integer", "int64"): "Edm.Int64",
    ("integer", "uint64"): "Edm.Decimal",
    ("number", "float"): "Edm.Single",
    ("number", "double"): "Edm.Double",
    ("number", "decimal"): "Edm.Decimal",
    ("number", "decimal128"): "Edm.Decimal",
    ("number", "int32"): "Edm.Int32",
    ("number", "int64"): "Edm.Int64",
}
_PLAIN = {
    "string": "Edm.String",
    "integer": "Edm.Int64",
    "number": "Edm.Double",
    "boolean": "Edm.Boolean",
}
# Keywords that make more of a primitive than its kind and format do.
_CONSTRAINING = frozenset(
    [
        "minLength",
        "maxLength",
        "pattern",
        "minimum",
        "maximum",
        "exclusiveMinimum",
        "exclusiveMaximum",
        "multipleOf",
        "contentEncoding",
        "contentMediaType",
    ]
)
_NUMBER = re.compile(r"-?[0-9]{1,30}(?:\.[0-9]{1,30})?")
_URLS = frozenset({"uri", "url", "uri-reference", "iri", "iri-reference"})


def kind_of_value(value: object) -> str:
    """The kind of a JSON value; whole numbers are "integer", however they are written."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, str):
        return "string"
    if isinstance(value, dict):
        return "object"
    if isinstance(value, list):
        return "array"
    if isinstance(value, Decimal) and (
        value.adjusted() > 400 or value != value.to_integral_value()
    ):
        return "number"
    return "integer"


def are_possible(conjuncts: Conjuncts, findings: Findings) -> bool:
    """Whether there is a kind that all parts let pass."""
    left = KINDS
    for part in conjuncts.parts:
        kinds = _kinds_of_part(part, findings)
        if kinds is not None:
            left = _meet(left, kinds)
    return bool(left)


def kinds_of(conjuncts: Conjuncts, findings: Findings) -> Kinds:
    """The kinds that all parts let pass, null aside; all of them when nothing is said.

    Parts that exclude each other are told at both places, and the first one counts.
    """
    if len(conjuncts.parts) == 1:
        return _kinds_of_part(conjuncts.parts[0], findings) or KINDS
    found: Kinds = KINDS
    decided: Node | None = None
    for part in conjuncts.parts:
        kinds = _kinds_of_part(part, findings)
        if kinds is None:
            continue
        left = _meet(found, kinds)
        if not left and decided is not None:
            findings.error(
                Code.CONTRADICTION,
                f"this is {_listed(kinds)}, and what it is combined with is {_listed(found)}",
                part,
                notes=(Note("this is the other one", decided.span),),
            )
            continue
        if decided is None or left != found:
            decided = part
        found = left
    return found


def _listed(kinds: Kinds) -> str:
    return " or ".join(sorted(kinds))


def _meet(one: Kinds, other: Kinds) -> Kinds:
    left = one & other
    if ("integer" in one) != ("integer" in other) and "number" in one | other:
        left |= {"integer"} if "number" in (one if "integer" in other else other) else set()
    return left


def _kinds_of_part(part: Node, findings: Findings) -> Kinds | None:
    said = kinds_said(part)
    if len(said) == 1 and said[0] in KINDS:
        return _ONE_KIND[said[0]]
    if said:
        found = set()
        for word in said:
            if word in KINDS:
                found.add(word)
            elif word == "file":
                found.add("string")
            elif word not in ("null", "any"):
                message = f"'{word}' is no type of JSON"
                findings.error(Code.TYPE, message, part.at("type"), hint=suggestion(word, KINDS))
        return frozenset(found) or None
    return (
        frozenset({kind for keyword, kind in _IMPLIED.items() if part.said(keyword) is not None})
        or None
    )


# Enumerations


def allowed_values(
    conjuncts: Conjuncts, kinds: Kinds, findings: Findings
) -> tuple[JsonScalar, ...] | None:
    """The values that all enumerations and constants have, null aside; None when there is no such keyword.

    None also when values are objects or arrays: what has parts is no enumeration. Text that is no value of
    the schema's type is taken for the number or boolean that it says, else it is left out: clients keep values that
    they do not know. None when there is no other value.
    """
    found: list[object] | None = None
    first: Node | None = None
    for part in conjuncts.parts:
        values = _values_of(part, findings)
        if values is None:
            continue
        if found is None or first is None:
            found, first = values, part
            continue
        other = {_key(each) for each in values}
        left = [each for each in found if _key(each) in other]
        if not left and found:
            findings.error(
                Code.CONTRADICTION,
                "no value is allowed by both of two enumerations",
                part,
                notes=(Note("this is the other one", first.span),),
            )
            continue
        found = left
    if found is None or first is None:
        return None
    scalars: list[JsonScalar] = []
    unfit = 0
    for value in found:
        kind = kind_of_value(value)
        if kind == "null":
            continue
        if isinstance(value, dict | list):
            return None
        assert isinstance(value, str | int | float | Decimal | bool)
        meant: JsonScalar | None = value
        if not _is_of(kind, kinds):
            message = (
                f"the value {_shown(value)} of the enumeration is {kind}, not {_listed(kinds)}"
            )
            if "string" in kinds:  # how it was written is lost: 012, 1e3, no
                findings.error(Code.ENUM_VALUE, message, first, hint="put it into quotes")
                continue
            meant = _meant(value, kinds) if isinstance(value, str) else None
            unfit += meant is None
            taken = "left out" if meant is None else f"taken for {_shown(meant)}"
            findings.warning(Code.ENUM_VALUE, f"{message}; it is {taken}", first)
        if meant is not None:
            scalars.append(meant)
    return None if unfit and not scalars else _distinct(scalars)


def _is_of(kind: str, kinds: Kinds) -> bool:
    return kind in kinds or (kind == "integer" and "number" in kinds)


def _meant(value: str, kinds: Kinds) -> JsonScalar | None:
    """The number or boolean that an author meant who wrote too many quotes; None for none."""
    if value in ("true", "false") and "boolean" in kinds:
        return value == "true"
    if _NUMBER.fullmatch(value):
        number = Decimal(value)
        if _is_of(kind_of_value(number), kinds):
            return int(number) if number.adjusted() < 20 and number == int(number) else number
    return None


def _shown(value: JsonScalar) -> str:
    return (json.dumps(value) if isinstance(value, str) else _as_text(value))[:60]


def _as_text(value: JsonScalar) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _distinct(values: Iterable[JsonScalar]) -> tuple[JsonScalar, ...]:
    """Each value once; true and 1 are two."""
    return tuple({_key(value): value for value in values}.values())


def _key(value: object) -> object:
    """Equal for equal JSON values; true is not 1."""
    if isinstance(value, dict | list):
        return json.dumps(value, sort_keys=True, default=str)
    return isinstance(value, bool), value


def _values_of(part: Node, findings: Findings) -> list[object] | None:
    value = part.value
    if not isinstance(value, dict):
        return None
    if "const" in value:
        return [value["const"]]
    enum = value.get("enum")
    if enum is None:
        return None
    if not isinstance(enum, list):
        findings.error(Code.SHAPE, "'enum' is an array", part.at("enum"))
        return None
    return enum


# Primitives


def primitive_of(conjuncts: Conjuncts, kind: str, findings: Findings) -> Primitive:
    """The primitive for one kind of value, with all constraints together."""
    parts = conjuncts.parts
    format_ = next((each for part in parts if isinstance(each := part.said("format"), str)), "")
    value = parts[0].value if len(parts) == 1 else None
    if isinstance(value, dict) and _CONSTRAINING.isdisjoint(value) and value.get("type") != "file":
        is_known = (kind, format_) in _FORMATS or format_ in _URLS
        return _unrestricted(kind, format_ if is_known else "")
    return _restricted(parts, kind, format_, findings)


@cache
def _unrestricted(kind: str, format_: str) -> Primitive:
    """The primitive of a kind and a format alone, made once."""
    return _restricted((), kind, format_, Findings())


def _restricted(parts: Sequence[Node], kind: str, format_: str, findings: Findings) -> Primitive:
    name = _FORMATS.get((kind, format_), _PLAIN[kind])
    encoding = next((each for part in parts if (each := part.said("contentEncoding"))), None)
    media_type = next((each for part in parts if (each := part.said("contentMediaType"))), None)
    is_file = any("file" in kinds_said(part) for part in parts)
    if kind == "string" and is_file:
        name = "Edm.Stream"
    elif kind == "string" and encoding in ("base64", "base64url"):
        name = "Edm.Binary"
    elif kind == "string" and media_type == "application/octet-stream" and encoding is None:
        name = "Edm.Stream"
    is_number = kind in ("integer", "number")
    low, high = _interval(parts, findings) if is_number else (None, None)
    return Primitive(
        name,
        Constraints(
            min_length=max(count(parts, "minLength", findings), default=None),
            max_length=min(count(parts, "maxLength", findings), default=None),
            scale=0 if (kind, format_) == ("integer", "uint64") else None,
            pattern=_pattern(parts, findings) if kind == "string" else None,
            minimum=low,
            maximum=high,
            multiple_of=_multiple(parts, findings) if is_number else None,
            is_url=kind == "string" and format_ in _URLS,
            is_base64=name == "Edm.Binary" and "base64url" not in (format_, encoding),
        ),
    )


def _numbers(parts: Sequence[Node], keyword: str, findings: Findings) -> list[int | Decimal]:
    found: list[int | Decimal] = []
    for part in parts:
        value = part.said(keyword)
        if isinstance(value, int | Decimal) and not isinstance(value, bool):
            found.append(value)
        elif value is not None and not (
            isinstance(value, bool) and keyword in ("exclusiveMinimum", "exclusiveMaximum")
        ):
            message = f"'{keyword}' is no number; it is left out"
            findings.warning(Code.CONSTRAINT, message, part.at(keyword))
    return found


def count(parts: Sequence[Node], keyword: str, findings: Findings) -> list[int]:
    """What a keyword that counts says in each part that has it."""
    found: list[int] = []
    for value in _numbers(parts, keyword, findings):
        if kind_of_value(value) == "integer" and value >= 0:
            found.append(int(value))
    return found


def _multiple(parts: Sequence[Node], findings: Findings) -> Decimal | None:
    found = [Decimal(each) for each in _numbers(parts, "multipleOf", findings) if each > 0]
    return found[0] if found else None


def _pattern(parts: Sequence[Node], findings: Findings) -> str | None:
    for part in parts:
        value = part.said("pattern")
        if isinstance(value, str):
            return value
        if value is not None:
            message = "'pattern' is no text; it is left out"
            findings.warning(Code.CONSTRAINT, message, part.at("pattern"))
    return None


def _interval(parts: Sequence[Node], findings: Findings) -> tuple[Bound | None, Bound | None]:
    """The narrowest interval: inclusive and exclusive bounds, in the spellings of all versions."""
    lows: list[Bound] = []
    highs: list[Bound] = []
    for part in parts:
        for keyword, exclusive, ends in (
            ("minimum", "exclusiveMinimum", lows),
            ("maximum", "exclusiveMaximum", highs),
        ):
            before_3_1 = part.said(exclusive) is True
            ends.extend(Bound(each, before_3_1) for each in _numbers((part,), keyword, findings))
            ends.extend(Bound(each, True) for each in _numbers((part,), exclusive, findings))
    low = max(lows, key=lambda each: (each.value, each.exclusive), default=None)
    high = min(highs, key=lambda each: (each.value, not each.exclusive), default=None)
    return low, high
