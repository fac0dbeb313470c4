"""Lowering of types: names that clash, hostile texts, and source that every tool accepts."""

from __future__ import annotations

import ast
import importlib
import py_compile
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from xml.sax.saxutils import quoteattr

import black
import pytest
from black.mode import TargetVersion
from models_at_hand import EDM, HEAD, TAIL, Models

from edmund.csdl.reader import parse_document
from edmund.diagnostics import Severity
from edmund.model.elements import Model
from edmund.model.resolve import resolve_model
from edmund.surface.answers import ListedType
from edmund.surface.build import build_surface
from edmund.surface.elements import Surface
from edmund.targets.python.layout import lay_out
from edmund.targets.python.names import MODEL_MEMBERS
from edmund.targets.python.symbols import python_symbols

Compiled = Callable[[str, str], Path]
MODE = black.Mode(line_length=100, target_versions={TargetVersion.PY311})


def schema(body: str, namespace: str = "try.it") -> str:
    return f'<Schema Namespace="{namespace}" Alias="s{len(namespace)}" {EDM}>{body}</Schema>'


def model_of(*schemas: str) -> Model:
    data = (HEAD + "".join(schemas) + TAIL).encode()
    return resolve_model([parse_document(data, "try.csdl")[0]])[0]


def surface_of(*schemas: str) -> Surface:
    return build_surface(model_of(*schemas))[0]


def complex_type(name: str, *properties: str, base: str = "") -> str:
    inner = "".join(f'<Property Name="{p}" Type="Edm.String"/>' for p in properties)
    return f'<ComplexType Name="{name}"{base}>{inner}</ComplexType>'


# --- Names


def test_names_that_normalise_to_one_are_told_apart_with_a_warning_and_a_place() -> None:
    layout = lay_out(surface_of(schema(complex_type("t", "userName", "UserName", "user_name"))))
    assert layout.attributes["try.it.t"] == {
        "userName": "user_name_3",
        "UserName": "user_name_2",
        "user_name": "user_name",
    }
    first, second = layout.diagnostics
    assert first.code == second.code == "EDM420" and first.severity is Severity.WARNING
    assert "'UserName'" in first.message and "'user_name'" in first.message
    assert "user_name_2" in first.message
    assert first.span is not None and first.span.line == 1 and first.span.column > 0
    assert first.notes and first.notes[0].span is not None
    assert first.notes[0].span.column > first.span.column, "what is spelled so keeps the name"


def test_types_that_differ_in_case_get_files_that_differ_anywhere() -> None:
    layout = lay_out(surface_of(schema(complex_type("Password") + complex_type("password"))))
    assert {p.module for p in layout.places.values()} == {"password", "password_2"}
    assert {p.cls for p in layout.places.values()} == {"Password", "password_2".capitalize()}
    assert {d.code for d in layout.diagnostics} == {"EDM420"}


def test_a_property_gives_way_to_an_inherited_one() -> None:
    base = ' BaseType="try.it.a"'
    layout = lay_out(
        surface_of(schema(complex_type("a", "userName") + complex_type("b", "UserName", base=base)))
    )
    assert layout.attributes["try.it.b"] == {"userName": "user_name", "UserName": "user_name_2"}


def test_special_names_are_reported() -> None:
    layout = lay_out(surface_of(schema(complex_type("t", "__init__", "class", "_data"))))
    assert layout.attributes["try.it.t"] == {
        "__init__": "init__",
        "class": "class_",
        "_data": "data",
    }
    assert [d.code for d in layout.diagnostics] == ["EDM421"]


def test_a_type_named_like_a_namespace_moves_into_its_package() -> None:
    layout = lay_out(
        surface_of(
            schema(complex_type("security") + complex_type("user")),
            schema(complex_type("alert") + complex_type("user"), "try.it.security"),
        )
    )
    assert {name: (p.module, p.cls) for name, p in layout.places.items()} == {
        "try.it.security": ("security.security", "Security"),
        "try.it.user": ("user", "User"),
        "try.it.security.alert": ("security.alert", "Alert"),
        "try.it.security.user": ("security.user", "User"),
    }
    assert layout.packages == ("security",) and layout.root_namespace == "try.it"
    assert not layout.diagnostics


def test_namespaces_without_a_common_part_become_packages() -> None:
    layout = lay_out(
        surface_of(schema(complex_type("a"), "One.Two"), schema(complex_type("a"), "Three"))
    )
    assert [p.module for p in layout.places.values()] == ["one.two.a", "three.a"]
    assert layout.packages == ("one", "one.two", "three")


def test_types_do_not_take_the_modules_of_the_output_itself() -> None:
    names = ("oDataErrors", "collectionResponses", "userCollectionResponse", "user")
    layout = lay_out(
        surface_of(schema("".join(map(complex_type, names)))), [ListedType("try.it.user", True)]
    )
    assert layout.places["try.it.oDataErrors"].module == "o_data_errors_2"
    assert layout.places["try.it.userCollectionResponse"].module == "user_collection_response"
    assert layout.pages["try.it.user"].module == "user_collection_response_2"


def test_names_do_not_depend_on_the_order_of_the_document() -> None:
    types = [complex_type("t"), complex_type("T"), complex_type("t_2")]
    names = ["Ab", "a_b", "ab", "aB"]
    one = lay_out(surface_of(schema("".join(types) + complex_type("u", *names))))
    two = lay_out(surface_of(schema(complex_type("u", *names[::-1]) + "".join(types[::-1]))))
    assert dict(one.places) == dict(two.places)
    assert dict(one.attributes["try.it.u"]) == dict(two.attributes["try.it.u"])


def test_type_checkers_know_a_module_by_its_own_type_checking() -> None:
    layout = lay_out(surface_of(schema(complex_type("TYPE_CHECKING"))))
    assert layout.places["try.it.TYPE_CHECKING"].cls == "TYPE_CHECKING_"


def test_the_page_of_a_type_called_string_is_not_that_of_strings() -> None:
    layout = lay_out(
        surface_of(schema(complex_type("string"))), [ListedType("try.it.string", True)]
    )
    assert layout.pages["try.it.string"].module == "string_collection_response_2"


def test_reserved_attributes_are_those_that_models_have(things: Models) -> None:
    model = things.module("runtime.model").Model
    own = {name for name in dir(model) if not name.startswith("_")}
    assert own <= MODEL_MEMBERS


def test_symbols_are_what_users_write() -> None:
    symbols = python_symbols(
        surface_of(
            schema(
                '<EnumType Name="color"><Member Name="none"/></EnumType>'
                + complex_type("theThing", "targetUrl")
            )
        )
    )
    assert symbols == {
        "try.it.color": "Color",
        "try.it.color/none": "Color.None_",
        "try.it.theThing": "TheThing",
        "try.it.theThing/targetUrl": "TheThing.target_url",
    }


def test_symbols_of_operations_and_sets_are_the_ways_to_them() -> None:
    """Overloads are named as in a review: functions by their parameters in alphabetical order too."""
    body = (
        '<EntityType Name="ship"><Key><PropertyRef Name="id"/></Key>'
        '<Property Name="id" Type="Edm.String" Nullable="false"/></EntityType>'
        '<Action Name="setSail" IsBound="true"><Parameter Name="it" Type="try.it.ship"/></Action>'
        '<Function Name="crewOf" IsBound="true"><Parameter Name="it" Type="Collection(try.it.ship)"/>'
        '<Parameter Name="year" Type="Edm.Int32"/><Parameter Name="by" Type="Edm.String"/>'
        '<ReturnType Type="Edm.String"/></Function>'
        '<EntityContainer Name="C"><EntitySet Name="ships" EntityType="try.it.ship"/></EntityContainer>'
    )
    symbols = python_symbols(surface_of(schema(body)))
    assert symbols["try.it.C/ships"] == "client.ships"
    sail = "client.ships.by_ship_id(...).try_it_set_sail"
    assert symbols["try.it.setSail"] == symbols["try.it.setSail(try.it.ship)"] == sail
    assert symbols["try.it.crewOf(Collection(try.it.ship)|by,year)"].startswith(
        "client.ships.try_it_crew_of_with_"
    )


# --- Output that is right whatever the schema says

SHADOWING = ["str", "int", "bool", "float", "bytes", "list", "dict", "frozenset", "type", "object", "property", "datetime", "date", "time", "timedelta", "Decimal", "UUID", "Any", "Property", "Flags", "primitive", "navigation", "complexValue", "enumValue", "schemaType", "Model", "TYPE_CHECKING", "annotations", "self", "cls", "value", "name", "mro", "id"]  # fmt: skip

HOSTILE = [
    'a""" \nCANARY = 1\n"""',
    'ends with quote "',
    "C:\\Nope \\xyz \\N{X}",
    "see\n>>> 1/0",
    "type: ignore # noqa",
    "{{ 7*7 }} {% include 'x' %} {# x #} {0.__class__}",
    "access \u202e\u2066level\u2069 zero\u200bwidth",
    "x" * 300,
    ("word " * 60).strip(),
]


def shadowing_schema() -> str:
    types = ("String", "Int64", "Boolean", "Double", "Binary", "DateTimeOffset", "Date", "TimeOfDay",
             "Duration", "Guid", "Decimal", "GeographyPoint", "Untyped")  # fmt: skip
    properties = "".join(
        f'<Property Name="{name}" Type="Edm.{types[at % len(types)]}"/>'
        f'<Property Name="{name}List" Type="Collection(Edm.{types[(at + 5) % len(types)]})"/>'
        for at, name in enumerate(SHADOWING)
    )
    more = (
        '<EnumType Name="model"><Member Name="mro"/><Member Name="name"/></EnumType>'
        '<EnumType Name="openEnum" IsFlags="true"><Member Name="value" Value="1"/></EnumType>'
        f'<ComplexType Name="flags">{properties}'
        '<Property Name="kind" Type="try.it.model"/><Property Name="kinds" Type="Collection(try.it.openEnum)"/>'
        '<Property Name="other" Type="try.it.other.flags"/><Property Name="one" Type="try.it.openEnum"/>'
        '<Property Name="self2" Type="try.it.flags"/></ComplexType>'
        '<ComplexType Name="Property" BaseType="try.it.flags"/><ComplexType Name="decimal"/>'
        '<ComplexType Name="any" BaseType="try.it.other.flags">'
        '<Property Name="p" Type="Edm.Untyped"/><Property Name="d" Type="try.it.decimal"/>'
        '<Property Name="e" Type="Edm.Decimal"/></ComplexType>'
    )
    texts = "".join(
        f'<Property Name="p{at}" Type="Edm.String"><Annotation Term="Org.OData.Core.V1.Description"'
        f" String={quoteattr(text)}/></Property>"
        for at, text in enumerate(HOSTILE)
    )
    long = "L" + "ong" * 40
    rest = (
        f'<ComplexType Name="documented"><Annotation Term="Org.OData.Core.V1.Description" String={quoteattr(HOSTILE[0])}/>'
        f"{texts}</ComplexType>"
        f'<EnumType Name="{long}"><Member Name="{long}"/></EnumType>'
        f'<ComplexType Name="{long}2"><Property Name="{long}" Type="Collection(try.it.other.{long})"/>'
        f'</ComplexType><ComplexType Name="{long}3" BaseType="try.it.other.{long}2"/>'
    )
    return HEAD + schema(more) + schema('<ComplexType Name="flags"/>' + rest, "try.it.other") + TAIL


@pytest.fixture
def shadowing(compiled: Compiled) -> Path:
    return compiled(shadowing_schema(), "tried_shadowing")


def test_hostile_schemas_give_source_that_compiles_and_that_black_leaves_alone(
    shadowing: Path,
) -> None:
    files = sorted((shadowing / "generated" / "models").rglob("*.py"))
    assert len(files) > 10
    for path in files:
        text = path.read_text(encoding="utf-8")
        py_compile.compile(str(path), doraise=True)
        assert black.format_str(text, mode=MODE) == text, path
        assert all(c == "\n" or c.isprintable() for c in text), path
        for node in ast.walk(ast.parse(text)):
            assert not (isinstance(node, ast.Name) and node.id == "CANARY")
    documented = (shadowing / "generated/models/other/documented.py").read_text(encoding="utf-8")
    assert "{{ 7*7 }}" in documented, "template syntax stays text"
    assert "\\u202e" in documented


def test_hostile_names_import_and_read(shadowing: Path) -> None:
    flags = importlib.import_module("tried_shadowing.generated.models.flags").Flags
    wire = dict.fromkeys(SHADOWING)
    it = flags.from_dict(wire)
    assert {d.wire_name for d in flags._attributes.values()} >= set(SHADOWING)
    assert it.to_dict() == wire and not it.additional_data
    assert flags(str="x", self=None).to_dict() == {"str": "x", "self": None}


def test_hostile_names_hold_under_mypy(shadowing: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "--cache-dir", str(shadowing.parent / "cache"),
         "-p", "tried_shadowing.generated.models"],
        cwd=shadowing.parent,
        capture_output=True,
        text=True,
        check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
