"""Names of the PHP target: identifiers that PHP and PSR-1 take, told apart without case."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edmund.targets.contract import TargetOptions
from edmund.targets.php import names
from edmund.targets.php.chain_names import BUILDER_MEMBERS, ROOT_MEMBERS
from edmund.targets.php.http.package import HTTP_FILES, SHARED_FILES
from edmund.targets.php.option_checks import check_options
from edmund.targets.php.package import (
    OLDER_FILES,
    QUERY_FILES,
    RUNTIME_FILES,
    WITHOUT_PATTERNS,
    package_name,
)

RUNTIME = Path(__file__).resolve().parents[3] / "templates" / "php" / "runtime"


@given(st.text(min_size=1))
def test_any_text_gives_names(text: str) -> None:
    assert re.fullmatch(r"[A-Z][A-Za-z0-9]*", names.pascal_case(text))
    assert re.fullmatch(r"[a-z][A-Za-z0-9]*", names.camel_case(text))
    assert re.fullmatch(r"[A-Z][A-Za-z0-9]{0,69}", names.class_name(text))
    assert re.fullmatch(r"[A-Z][A-Z0-9_]*", names.constant_name(text))
    assert names.class_name(text).lower() not in names.RESERVED
    assert names.variable_name(text) != "this"


@given(st.lists(st.text(alphabet="aA_b1é", min_size=1, max_size=4)))
def test_no_two_classes_are_one(texts: list[str]) -> None:
    found = names.distinct_names(texts, names.class_name, ("Taken",))
    given_ = list(found.names.values())
    assert len({name.lower() for name in given_}) == len(set(texts))
    assert all(re.fullmatch(r"[A-Z][A-Za-z0-9]*", name) for name in given_)


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("user", "User"),
        ("list", "EscapedList"),
        ("print", "EscapedPrint"),
        ("class", "EscapedClass"),
        ("con", "EscapedCon"),
        ("event_type", "EventType"),
        ("größe", "GroUDFe"),
        ("2nd", "X2nd"),
        ("_x", "X"),
    ],
)
def test_classes(name: str, wanted: str) -> None:
    assert names.class_name(name) == wanted


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("unknownFutureValue", "UNKNOWN_FUTURE_VALUE"),
        ("iOS", "I_O_S"),
        ("private", "PRIVATE"),
        ("String", "STRING"),
        ("class", "ESCAPED_CLASS"),
        ("remote_Control", "REMOTE__CONTROL"),
        ("high", "HIGH"),
        ("a_b", "A_B"),
    ],
)
def test_constants_are_those_of_the_official_sdk(name: str, wanted: str) -> None:
    assert names.constant_name(name) == wanted


def test_stems_of_models_own_accessors_are_taken() -> None:
    text = "".join((RUNTIME / f"{name}.php").read_text("utf-8") for name in ("Model", "Accessors"))
    own = set(re.findall(r"function [gs]et([A-Z]\w+)\(", text))
    assert own == {"OdataType", "AdditionalData"}
    assert {names.property_stem(name) for name in own} == {f"{name}Property" for name in own}


def test_all_support_code_is_shipped() -> None:
    shipped = {*RUNTIME_FILES, *WITHOUT_PATTERNS.values()}
    assert {f"{name}.php" for name in shipped} == {p.name for p in RUNTIME.glob("*.php")}
    assert set(SHARED_FILES) < set(RUNTIME_FILES)
    assert {f"{name}.php" for name in QUERY_FILES} == {
        p.name for p in (RUNTIME / "Query").glob("*")
    }
    assert {f"{name}.php" for name in OLDER_FILES} == {
        p.name for p in (RUNTIME / "Older").glob("*")
    }
    assert {f"{name}.php" for name in HTTP_FILES} == {p.name for p in (RUNTIME / "Http").glob("*")}


@pytest.mark.parametrize(
    ("package", "client", "keys"),
    [
        ("Microsoft\\Graph", None, []),
        ("Shop", "ShopClient", []),
        ("shop.client", None, ["package"]),
        ("Shop\\List", None, ["package"]),
        ("Shop\\\\X", None, ["package"]),
        ("Größe", None, ["package"]),
        ("Shop", "class", ["client"]),
        ("Shop", "Generated", ["client"]),
        ("Shop", "a-b", ["client"]),
    ],
)
def test_options(package: str, client: str | None, keys: list[str]) -> None:
    found = check_options(TargetOptions(package, client))
    assert [wrong.key for wrong in found] == keys


@pytest.mark.parametrize("words", ["trip_pin", "list", "client", "x"])
def test_packages_made_of_words_are_names(words: str) -> None:
    assert list(check_options(TargetOptions(package_name(words)))) == []


def test_builders_own_methods_are_taken() -> None:
    for members, sources in (
        (BUILDER_MEMBERS, ["RequestBuilder"]),
        (ROOT_MEMBERS, ["RequestBuilder", "ServiceBuilder"]),
    ):
        text = "".join((RUNTIME / f"{name}.php").read_text("utf-8") for name in sources)
        own = set(re.findall(r"public function ([a-z]\w+)\(", text))
        assert own
        assert own <= members
