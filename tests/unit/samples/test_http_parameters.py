"""Parameters are written as the vectors of styles say, and read back from there."""

from __future__ import annotations

import json
from typing import Any

import pytest
from vector_files import VECTORS

from edmund.plan.http_parameters import PlannedParameter
from edmund.samples.http.reading import ABSENT, ParameterReader, raw_pairs
from edmund.samples.http.styles import cookie_text, header_text, path_text, query_text
from edmund.samples.http.texts import NoValue, scalar_value
from edmund.surface.exchange import Location, Style
from edmund.surface.lineage import Lineage
from edmund.surface.types import (
    EnumMember,
    EnumType,
    ListOf,
    MapOf,
    Named,
    Nullable,
    Primitive,
    Type,
    Types,
    UnionType,
)

CASES = json.loads((VECTORS / "http" / "styles.json").read_text("utf-8"))["cases"]
WRITERS = {"path": path_text, "header": header_text, "cookie": cookie_text}
TEXT, WHOLE = Primitive("Edm.String"), Primitive("Edm.Int64")
COLOR = EnumType("Color", (EnumMember("red", "red"), EnumMember("1", 1)))
EITHER = UnionType("Either", (TEXT, WHOLE, Primitive("Edm.Boolean")))
LINEAGE = Lineage(Types((COLOR, EITHER)))


def type_of(value: object) -> Type:
    if isinstance(value, bool):
        return Primitive("Edm.Boolean")
    if isinstance(value, int | float):
        return Primitive("Edm.Int64" if isinstance(value, int) else "Edm.Double")
    if isinstance(value, list):
        return ListOf(type_of(value[0]) if value else TEXT)
    if isinstance(value, dict):
        kinds = {type_of(each) for each in value.values()}
        return MapOf(kinds.pop() if len(kinds) == 1 else TEXT)
    return TEXT


def parameter_of(case: dict[str, Any]) -> PlannedParameter:
    return PlannedParameter(
        case["parameter"],
        case["parameter"],
        Location(case["in"]),
        type_of(case["value"]),
        True,
        Style(case["style"]),
        case["explode"],
        case.get("allowReserved", False),
        case.get("mediaType"),
    )


@pytest.mark.parametrize(
    "case", [case for case in CASES if not case.get("refused")], ids=lambda case: case["name"]
)
def test_a_value_is_written_in_its_style(case: dict[str, Any]) -> None:
    write = WRITERS.get(case["in"], query_text)
    assert (write(parameter_of(case), case["value"]) or None) == (case["text"] or None)


def is_read_back(case: dict[str, Any]) -> bool:
    """Not null, what is nested where a style has no place for it, or has what parts items, or maps of unknown names."""
    value = case["value"]
    items = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    nested = any(each is None or isinstance(each, dict | list) for each in items)
    unknown = (
        isinstance(value, dict)
        and case["explode"]
        and case["in"] in ("query", "cookie")
        and case["style"] in ("form", "cookie")
    )
    is_content = case["style"] == "content"
    empty = value in ([], {}, None)
    parted = case["name"] in ("a pipe in an item of pipes", "a dot in a label stays")
    is_content = is_content or case.get("allowReserved", False)
    return not case.get("refused") and not (nested or unknown or empty or is_content or parted)


@pytest.mark.parametrize(
    "case", [case for case in CASES if is_read_back(case)], ids=lambda case: case["name"]
)
def test_a_value_is_read_back_from_its_style(case: dict[str, Any]) -> None:
    parameter, reader = parameter_of(case), ParameterReader(LINEAGE)
    match case["in"]:
        case "path":
            found = reader.path(parameter, case["text"])
        case "header":
            found = reader.header(parameter, case["text"])
        case "cookie":
            found = reader.cookie(parameter, case["text"])
        case _:
            found, _ = reader.query(parameter, raw_pairs(case["text"]), case["text"])
    assert found == case["value"]


def test_most_of_the_vectors_are_read_back() -> None:
    assert sum(map(is_read_back, CASES)) >= 70


@pytest.mark.parametrize(
    ("text", "type_", "value"),
    [
        ("1", Named("Color"), 1),
        ("red", Named("Color"), "red"),
        ("blue", Named("Color"), "blue"),
        ("7", Named("Either"), 7),
        ("true", Nullable(Named("Either")), True),
        ("seven", Named("Either"), "seven"),
        ("9007199254740993", WHOLE, 9007199254740993),
    ],
)
def test_texts_are_read_by_their_types(text: str, type_: Type, value: object) -> None:
    assert scalar_value(text, type_, LINEAGE) == value


@pytest.mark.parametrize("text", ["", "1.5", "1e1000000000", "x", "1" * 1000, "true", '"1"'])
def test_what_is_no_whole_number_is_refused(text: str) -> None:
    with pytest.raises(NoValue):
        scalar_value(text, WHOLE, LINEAGE)


def test_what_is_not_there_is_absent() -> None:
    parameter = PlannedParameter("a", "a", Location.QUERY, TEXT, False, Style.FORM, True)
    assert ParameterReader(LINEAGE).query(parameter, raw_pairs("b=1"), "b=1")[0] is ABSENT
    deep = PlannedParameter("a", "a", Location.QUERY, MapOf(TEXT), False, Style.DEEP_OBJECT, True)
    found, taken = ParameterReader(LINEAGE).query(deep, raw_pairs("a[b]=1&a=2&ab[c]=3"), "")
    assert found == {"b": "1"} and taken == {0}
