"""Names of the Go target: identifiers, files and packages for whatever a schema calls its elements."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edmund.targets.contract import TargetOptions
from edmund.targets.go.names import (
    KEYWORDS,
    constant_name,
    escaped,
    exported,
    file_stem,
    package_name,
    parameter_name,
    property_name,
    unexported,
)
from edmund.targets.go.option_checks import check_options
from edmund.targets.go.package import root_package


@pytest.mark.parametrize(
    ("name", "go"),
    [
        ("identityApiConnector", "IdentityApiConnector"),
        ("pkcs12Value", "Pkcs12Value"),
        ("_data", "Data"),
        ("__init__", "Init__"),
        ("7zip", "X7zip"),
        ("größe", "Größe"),
        ("ßtype", "Xßtype"),
        ("用户", "X用户"),
        ("a-b.c", "A_b_c"),
        ("", "X"),
    ],
)
def test_exported(name: str, go: str) -> None:
    assert exported(name) == go


def test_names_of_the_official_sdk() -> None:
    assert constant_name("high", "Importance") == "HIGH_IMPORTANCE"
    assert constant_name("unknownFutureValue", "BodyType") == "UNKNOWNFUTUREVALUE_BODYTYPE"
    assert escaped("type") == "TypeEscaped"
    assert escaped("Package") == "PackageEscaped"
    assert escaped("error") == "ErrorEscaped"
    assert parameter_name("userId") == "userId"
    assert parameter_name("type") == "typeEscaped"
    assert package_name("deviceManagement") == "devicemanagement"
    assert package_name("func") == "funcns"


@given(st.text(max_size=40))
def test_any_name_gives_an_identifier(name: str) -> None:
    for made in (exported(name), unexported(name), escaped(name), parameter_name(name)):
        assert all(
            c == "_" or unicodedata.category(c) in ("Lu", "Ll", "Lt", "Lm", "Lo", "Nd")
            for c in made
        )
        assert unicodedata.category(made[0]) != "Nd"
        assert made not in KEYWORDS or made == unexported(name)
    assert unicodedata.category(exported(name)[0]) == "Lu"
    assert parameter_name(name) not in KEYWORDS
    assert re.fullmatch(r"[a-z][a-z0-9]*", package_name(name))


@given(st.text(max_size=200))
def test_any_name_gives_a_file(name: str) -> None:
    stem = file_stem(name)
    assert len(stem.encode()) <= 80
    assert not set(stem) & set('/\\:*?"<>|. ') and not stem.startswith("_")
    assert stem.rpartition("_")[2] not in ("windows", "linux", "test", "amd64", "js")


@pytest.mark.parametrize(
    "name", ["deviceManagementWindows", "unitTest", "appLinux", "con", "aux", "iosJs"]
)
def test_files_that_systems_would_skip_or_refuse(name: str) -> None:
    assert file_stem(name).endswith("_type")


@pytest.mark.parametrize(
    ("module", "package"),
    [
        ("github.com/microsoftgraph/msgraph-sdk-go", "msgraphsdk"),
        ("example.com/zoo/v2", "zoo"),
        ("example.com/go-client", "client"),
        ("example.com/7.x", "p7x"),
        ("zoo", "zoo"),
    ],
)
def test_the_package_at_the_root(module: str, package: str) -> None:
    assert root_package(module) == package


@pytest.mark.parametrize(
    ("package", "client", "wrong"),
    [
        ("example.com/zoo", None, []),
        ("zoo", "ZooClient", []),
        ("example.com/zoo client", None, ["package"]),
        ("example.com//zoo", None, ["package"]),
        ("../zoo", None, ["package"]),
        ("example.com/con", None, ["package"]),
        ("fmt", None, ["package"]),
        ("example.com/zoo", "zooClient", ["client"]),
        ("example.com/zoo", "Zoo Client", ["client"]),
        ("example.com/zoo", "RootRequestBuilder", ["client"]),
        ('example.com/"', "func", ["package", "client"]),
    ],
)
def test_options_that_go_cannot_take(package: str, client: str | None, wrong: list[str]) -> None:
    assert [found.key for found in check_options(TargetOptions(package, client))] == wrong


@pytest.mark.parametrize(
    ("name", "accessor"),
    [
        ("postal_code", "PostalCode"),
        ("v10_0", "V100"),
        ("riskEventTypes_v2", "RiskEventTypesV2"),
        ("error", "Error"),
        ("type", "TypeEscaped"),
        ("__", "X"),
        ("a_\u01f0", "A\u01f0"),  # its capital is two characters, one of them no letter
    ],
)
def test_accessors_of_properties(name: str, accessor: str) -> None:
    assert property_name(name) == accessor
