"""Java names: those of the official SDK, legal for whatever the schema calls things, and never the same twice."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edmund.surface.elements import Resource, ResourceKind, Surface
from edmund.surface.types import StructuredType, Types
from edmund.targets.contract import TargetOptions
from edmund.targets.java.layout import lay_out, path_of, room_for_name
from edmund.targets.java.names import (
    JAVA_LANG,
    KEYWORDS,
    accessor_name,
    class_name,
    member_name,
    package_segment,
    parameter_name,
    property_suffix,
    shortened,
)
from edmund.targets.java.query_parameters import OptionSet, lower_query_parameters
from edmund.targets.java.runtime_files import (
    HTTP_FILES,
    OLDER_FILES,
    RUNTIME_FILES,
    WITHOUT_PATTERNS,
)
from edmund.targets.java.target import JAVA

ROOT = Path(__file__).resolve().parents[3]


@pytest.mark.parametrize(
    ("make", "name", "wanted"),
    [
        (class_name, "identityApiConnector", "IdentityApiConnector"),
        (class_name, "package", "PackageEscaped"),
        (class_name, "list", "List"),
        (class_name, "string", "StringEscaped"),
        (class_name, "con", "ConEscaped"),
        (class_name, "COM1", "COM1Escaped"),
        (class_name, "record", "Record"),
        (member_name, "default", "Default"),
        (member_name, "private", "Private"),
        (member_name, "boolean", "Boolean"),
        (member_name, "unknownFutureValue", "UnknownFutureValue"),
        (member_name, "tls1_2", "Tls1_2"),
        (property_suffix, "displayName", "DisplayName"),
        (property_suffix, "package", "Package"),
        (property_suffix, "class", "ClassEscaped"),
        (property_suffix, "alerts_v2", "AlertsV2"),
        (property_suffix, "cloudPCs", "CloudPCs"),
        (
            accessor_name,
            "microsoft.graph.security.runHuntingQuery",
            "microsoftGraphSecurityRunHuntingQuery",
        ),
        (accessor_name, "graph.user", "graphUser"),
        (accessor_name, "alerts_v2", "alertsV2"),
        (accessor_name, "import", "importEscaped"),
        (accessor_name, "notify", "notifyEscaped"),
        (parameter_name, "StartDateTime", "startDateTime"),
        (parameter_name, "default", "defaultEscaped"),
        (package_segment, "sendMail", "sendmail"),
        (package_segment, "con", "conescaped"),
        (package_segment, "import", "importescaped"),
    ],
)
def test_names(make: object, name: str, wanted: str) -> None:
    assert callable(make)
    assert make(name) == wanted


@given(st.text(min_size=1, max_size=60))
def test_any_name_gives_an_identifier(name: str) -> None:
    for make in (class_name, member_name, accessor_name, parameter_name, package_segment):
        made = make(name)
        assert made.isidentifier(), (make, made)
        assert made not in KEYWORDS
        assert all(ord(c) < 0x10000 for c in made)
    assert class_name(name) not in JAVA_LANG
    assert f"get{property_suffix(name)}".isidentifier()


def test_long_names_are_cut_and_stay_apart() -> None:
    first, second = (shortened(c * 200, 50) for c in "ab")
    assert len(first) == len(second) == 50
    assert first[:-8] != second[:-8]
    assert shortened("short", 50) == "short"
    package = "com.microsoft.graph.requests"
    assert len(path_of(package, "x" * room_for_name(package))) < 120


def test_types_that_give_one_class_are_told_apart_with_a_warning() -> None:
    types = tuple(StructuredType(f"n.{name}") for name in ("alert", "Alert"))
    layout = lay_out(Surface("root", (), Types(types)), "org.example")
    assert {p.cls for p in layout.places.values()} == {"Alert", "Alert_2"}
    assert layout.places["n.Alert"].cls == "Alert"
    (warning,) = layout.diagnostics
    assert warning.code == "EDM420"


@pytest.mark.parametrize(
    ("package", "client", "key"),
    [
        ("class", None, "package"),
        ("com.new.x", None, "package"),
        ("java.graph", None, "package"),
        ("a-b", None, "package"),
        ("", None, "package"),
        ("x" * 50, None, "package"),
        ("org.example", "class", "client"),
        ("org.example", "TokenCredential", "client"),
        ("org.example", "a b", "client"),
    ],
)
def test_options_that_java_does_not_take(package: str, client: str | None, key: str) -> None:
    (wrong,) = JAVA.check(TargetOptions(package, client))
    assert wrong.key == key


def test_the_support_code_is_all_there() -> None:
    folder = ROOT / "templates" / "java" / "runtime"
    found = {path.relative_to(folder).as_posix() for path in folder.rglob("*.java")}
    http = {f"http/{name}" for name in HTTP_FILES}
    older = {f"older/{name}" for name in OLDER_FILES}
    assert {*RUNTIME_FILES, *WITHOUT_PATTERNS.values(), *http, *older} == found


def test_query_options_of_the_services_own_are_fields() -> None:
    view = lower_query_parameters(OptionSet("X", custom=("a-b", "class")), "p", "p")
    assert [field.declaration for field in view.fields] == [
        "public @Nullable Object aB;",
        "public @Nullable Object classEscaped;",
    ]
    assert view.statements == ('query.put("a-b", aB);', 'query.put("class", classEscaped);')


def test_an_empty_model_gives_a_client() -> None:
    names = JAVA.symbols(Surface("root", ()), TargetOptions("org.example"))
    assert dict(names) == {}


def test_packages_of_long_names_leave_room_for_classes() -> None:
    name = "api.v2010." + ".".join(f"recording_add_on_result_{at}" for at in range(6))
    types = Types((StructuredType(f"{name}.Payload"), StructuredType("Other")))
    layout = lay_out(Surface("/", (Resource("/", ResourceKind.ROOT, None),), types), "shop")
    assert all(len(place.path) < 120 for place in layout.places.values())
    assert layout.places["Other"].package == "shop.models"
