"""TypeScript names for schema names. Expected ones are those of the official SDK's users."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edmund.model.elements import Model
from edmund.surface.elements import Surface
from edmund.surface.types import Types
from edmund.targets.contract import TargetOptions
from edmund.targets.typescript import names
from edmund.targets.typescript.option_checks import check_options, package_name
from edmund.targets.typescript.runtime_files import (
    HTTP_FILES,
    ODATA_FILES,
    OF_VERSION_3,
    SHARED_FILES,
    WITHOUT_OLDER,
    WITHOUT_PATTERNS,
    odata_sources,
)
from edmund.targets.typescript.spelling import KIOTA, NATURAL
from edmund.targets.typescript.target import TYPESCRIPT

ROOT = Path(__file__).resolve().parents[3]


@pytest.mark.parametrize(
    ("wire", "expected"),
    [
        ("displayName", "displayName"),
        ("UserName", "userName"),
        ("cloudPCs", "cloudPCs"),
        ("from", "from"),
        ("delete", "delete"),
        ("additionalData", "additionalDataProperty"),
        ("OdataType", "odataTypeProperty"),
        ("constructor", "constructorProperty"),
        ("__proto__", "__proto__Property"),
        ("a-b", "a-b"),
    ],
)
def test_properties(wire: str, expected: str) -> None:
    assert names.property_name(wire) == expected


@pytest.mark.parametrize(
    ("wire", "expected"),
    [
        ("identityApiConnector", "IdentityApiConnector"),
        ("date", "Date_"),
        ("record", "Record_"),
        ("élan", "Élan"),
        ("a-b", "A_b"),
        ("1st", "X1st"),
        ("_x", "X"),
        ("$", "X"),
        ("ab\u3164", "Ab_"),
    ],
)
def test_interfaces(wire: str, expected: str) -> None:
    assert names.interface_name(wire) == expected


@pytest.mark.parametrize(
    ("wire", "expected"), [("AUX", "aUX_"), ("index", "index_"), ("Alert", "alert")]
)
def test_files(wire: str, expected: str) -> None:
    assert names.file_stem(wire) == expected


@given(st.text(min_size=1, max_size=200))
def test_any_name_gives_names_that_can_be_written(name: str) -> None:
    assert names.interface_name(name).isidentifier()
    assert names.parameter_name(name).isidentifier()
    assert len(names.file_stem(name).encode()) <= 81
    assert names.property_name(name) not in names.OBJECT_MEMBERS


def test_parameters_are_no_keywords() -> None:
    assert [names.parameter_name(n) for n in ("class", "delete", "userId")] == [
        "class_",
        "delete_",
        "userId",
    ]


@pytest.mark.parametrize("package", ["msgraph", "@contoso/msgraph", "a.b-c_1"])
def test_packages_that_npm_takes(package: str) -> None:
    assert list(check_options(TargetOptions(package))) == []


@pytest.mark.parametrize("package", ["MsGraph", "a b", "", "@/x", ".a", "node_modules", "a" * 215])
def test_packages_that_npm_does_not_take(package: str) -> None:
    assert [wrong.key for wrong in check_options(TargetOptions(package))] == ["package"]


@pytest.mark.parametrize("client", ["class", "my-client", "client", "Date", "ODataError"])
def test_clients_that_have_no_interface(client: str) -> None:
    assert [w.key for w in check_options(TargetOptions("a", client))] == ["client"]


def test_packages_are_called_as_npm_has_them() -> None:
    assert package_name("trip_pin") == "trip-pin"


@pytest.mark.parametrize(
    ("name", "natural", "kiota"),
    [
        ("ProductID", "productId", "productID"),
        ("tool_ID", "toolId", "tool_ID"),
        ("HTTPServerURLs", "httpServerUrls", "hTTPServerURLs"),
        ("displayName", "displayName", "displayName"),
        ("constructor", "constructorProperty", "constructorProperty"),
    ],
)
def test_properties_in_both_styles(name: str, natural: str, kiota: str) -> None:
    assert (NATURAL.property(name), KIOTA.property(name)) == (natural, kiota)


def test_types_members_and_keys_in_both_styles() -> None:
    assert (NATURAL.cls("order_line"), KIOTA.cls("order_line")) == ("OrderLine", "Order_line")
    assert (NATURAL.constant("DARK_RED", ""), KIOTA.constant("DARK_RED", "")) == (
        "DarkRed",
        "DARK_RED",
    )
    assert NATURAL.parameter("import") == KIOTA.parameter("import") == "import_"
    assert NATURAL.accessors.by_key(["OrderID", "product_id"]) == "byOrderIdProductId"
    assert KIOTA.accessors.by_key(["orderId", "productId"]) == "byOrderIdAndProductId"


def test_all_support_code_is_shipped() -> None:
    folder = ROOT / "templates" / "typescript" / "runtime"
    replacements = {**WITHOUT_PATTERNS, **WITHOUT_OLDER, **OF_VERSION_3}.values()
    named = {*SHARED_FILES, *ODATA_FILES, *HTTP_FILES, *replacements} - {None}
    assert {path.name for path in folder.iterdir()} == named


@pytest.mark.parametrize("version", ["1.0", "2.0", "3.0", "4.0", "4.01"])
def test_what_older_services_need_is_shipped_with_their_clients_alone(version: str) -> None:
    surface = Surface("/", (), Types(), version=version)
    shipped = dict(odata_sources(surface))
    older = {name for name, source in WITHOUT_OLDER.items() if source is None}
    is_older = not version.startswith("4.")
    assert older & set(shipped) == (older if is_older else set())
    assert shipped["dialect.ts"] == ("dialect.ts" if is_older else "dialectSince4.ts")
    expected = {"3.0": "olderVersion3.ts", "4.0": None, "4.01": None}.get(
        version, "olderVersion.ts"
    )
    assert shipped.get("olderVersion.ts") == expected


def test_symbols_are_what_users_write() -> None:
    from generated_package import METADATA

    from edmund.csdl.reader import parse_document
    from edmund.model.resolve import resolve_model
    from edmund.surface.build import build_surface

    path = METADATA / "graph-identity.csdl"
    model: Model = resolve_model([parse_document(path.read_bytes(), path.name)[0]])[0]
    surface: Surface = build_surface(model, None)[0]
    symbols = TYPESCRIPT.symbols(surface, TargetOptions("msgraph"))
    connector = "microsoft.graph.identityApiConnector"
    upload = "microsoft.graph.uploadClientCertificate"
    assert symbols[connector] == "IdentityApiConnector"
    assert symbols[f"{connector}/targetUrl"] == "IdentityApiConnector.targetUrl"
    assert symbols[upload] == (
        "client.identity.apiConnectors.byIdentityApiConnectorId(...).uploadClientCertificate"
    )
