"""Names in both styles of each language, and that they stay when something is added."""

from __future__ import annotations

from importlib import import_module

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from edmund.naming.accessors import Accessors
from edmund.naming.spelling import Spelling
from edmund.surface.elements import Edge, KeyPart, Parameter, Resource, ResourceKind, SegmentKind
from edmund.surface.types import Named, Primitive

TEXT = Primitive("Edm.String")
LANGUAGES = ("csharp", "go", "java", "php", "python")
STYLES = ("KIOTA", "NATURAL")

NAMES = st.from_regex(r"[A-Za-z][A-Za-z0-9_]{0,6}", fullmatch=True)
OPERATIONS = st.builds(
    lambda name, parameters: edge(SegmentKind.OPERATION, f"n.{name}", *parameters),
    NAMES,
    st.lists(NAMES, max_size=2, unique=True),
)


def edge(kind: SegmentKind, name: str, *parameters: str) -> Edge:
    return Edge(kind, name, "t", parameters=tuple(Parameter(p, TEXT) for p in parameters))


def key(kind: SegmentKind, *names: str) -> Edge:
    return Edge(kind, "", "t", keys=tuple(KeyPart(n, n, TEXT) for n in names))


def resource(*edges: Edge) -> Resource:
    return Resource("r", ResourceKind.COLLECTION, Named("n.Order"), edges=edges)


def accessors(language: str, style: str) -> Accessors:
    found: Accessors = getattr(
        import_module(f"edmund.targets.{language}.spelling"), style
    ).accessors
    return found


@pytest.mark.parametrize(
    ("language", "by_key", "operation", "cast", "alternate"),
    [
        ("csharp", "this", "GetFriendsTrips", "AsEmployee", "ByZipCode"),
        ("go", "ByOrderIDProductID", "GetFriendsTrips", "AsEmployee", "ByZipCode"),
        ("java", "byOrderIdProductId", "getFriendsTrips", "asEmployee", "byZipCode"),
        ("php", "byOrderIdProductId", "getFriendsTrips", "asEmployee", "byZipCode"),
        ("python", "by_order_id_product_id", "get_friends_trips", "as_employee", "by_zip_code"),
    ],
)
def test_natural_accessors(
    language: str, by_key: str, operation: str, cast: str, alternate: str
) -> None:
    edges = (
        key(SegmentKind.KEY_PREDICATE, "OrderID", "ProductID"),
        edge(SegmentKind.OPERATION, "Trippin.GetFriendsTrips", "userName"),
        edge(SegmentKind.CAST, "Trippin.Employee"),
        key(SegmentKind.ALTERNATE_KEY, "home/zipCode"),
    )
    found = accessors(language, "NATURAL").of(resource(*edges))
    assert found == (by_key, operation, cast, alternate)


@pytest.mark.parametrize(
    ("language", "property_", "cls", "parameter", "constant"),
    [
        ("csharp", "ProductId", "DvdTitle", "orderId", "DarkRed"),
        ("go", "ProductID", "DVDTitle", "orderID", "ColorDarkRed"),
        ("java", "ProductId", "DvdTitle", "orderId", "DARK_RED"),
        ("php", "ProductId", "DvdTitle", "orderId", "DARK_RED"),
    ],
)
def test_natural_identifiers(
    language: str, property_: str, cls: str, parameter: str, constant: str
) -> None:
    spelling: Spelling = import_module(f"edmund.targets.{language}.spelling").NATURAL
    assert spelling.member("n.T", "ProductID") == property_
    assert spelling.type("n.DVDTitle") == cls
    assert spelling.parameter("OrderID") == parameter
    assert spelling.constant("darkRed", "Color") == constant


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("style", STYLES)
def test_an_operation_of_another_name_changes_nothing(language: str, style: str) -> None:
    named = accessors(language, style)

    @settings(max_examples=60, deadline=None)
    @given(st.lists(OPERATIONS, max_size=4), OPERATIONS)
    def check(present: list[Edge], added: Edge) -> None:
        before = named.of(resource(*present))
        taken = {named.fold(name.casefold()) for name in before}
        if named.fold(named.edge_name(resource(), added).casefold()) in taken:
            return
        assert named.of(resource(*present, added))[:-1] == before
        assert named.of(resource(added, *present))[1:] == before

    check()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("style", STYLES)
def test_an_overload_that_takes_more_changes_nothing(language: str, style: str) -> None:
    one = edge(SegmentKind.OPERATION, "n.find", "name")
    more = edge(SegmentKind.OPERATION, "n.find", "name", "age")
    named = accessors(language, style)
    (before,) = named.of(resource(one))
    for edges in ((one, more), (more, one)):
        found = dict(zip(edges, named.of(resource(*edges)), strict=True))
        assert found[one] == before != found[more]
