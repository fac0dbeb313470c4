"""When a request is the one of an example, and what is said when it is not."""

from functools import cache

import pytest
from unit.samples.samples_shop import EXAMPLES, METADATA

from edmund import api
from edmund.samples.check import Checker
from edmund.samples.proof import Arrived, Prover
from edmund.samples.tree import Sample
from edmund.surface.build import build_surface
from edmund.surface.type_schema import TypeSchema

MODEL = api.load(METADATA).model
SURFACE, _ = build_surface(MODEL)
PROVER = Prover(SURFACE, TypeSchema(SURFACE.types), "/root", "a-token")


@cache
def sample(name: str) -> Sample:
    examples, _ = api.read_examples(EXAMPLES)
    (found,) = [each for each in examples if each.name == name]
    checked = Checker(SURFACE).check(found).sample
    assert checked is not None
    return checked


SIGNED = {"authorization": "Bearer a-token"}
JSON = {"content-type": "application/json; charset=utf-8"}
SHIP = '{"boxes": [{"Weight": 1.0}], "when": "2026-12-01", "days": "Monday"}'


@pytest.mark.parametrize(
    ("name", "method", "target", "headers", "body"),
    [
        ("get", "GET", "/root/Orders/7?%24select=Number", {}, ""),
        ("get", "GET", "/root/Orders(Number=7)?$select=Number", {}, ""),
        ("composite", "DELETE", "/root/Customers(Region='O''Neil%2FEU',Code=9007199254740993)", {}, ""),
        ("ship", "POST", "/root/Orders(7)/Shop.Ship", JSON, SHIP),
        (
            "between",
            "GET",
            "/root/Orders/Shop.Between(from=2026-11-30T10:05:00Z,color='Red',name='a%2Fb''c%3F',ids=@p0)"
            "?@p0=%5B1,2%5D",
            {},
            "",
        ),
    ],
)  # fmt: skip
def test_the_same_request_may_be_spelled_in_several_ways(
    name: str, method: str, target: str, headers: dict[str, str], body: str
) -> None:
    arrived = Arrived(method, target, {**SIGNED, **headers}, body.encode())
    assert list(PROVER.differences(sample(name), arrived)) == []


@pytest.mark.parametrize(
    ("name", "method", "target", "headers", "body", "said"),
    [
        ("get", "HEAD", "/root/Orders(7)?$select=Number", {}, "", "the method is HEAD"),
        ("get", "GET", "/root/Orders(8)?$select=Number", {}, "", "addresses something else"),
        ("get", "GET", "/root/Order(7)?$select=Number", {}, "", "is none of the service"),
        ("get", "GET", "/root/Orders(7)", {}, "", "option $select is missing"),
        ("get", "GET", "/root/Orders(7)?$select=Number,Note", {}, "", "option $select is missing"),
        ("get", "GET", "/root/Orders(7)?$select=Number&x=1", {}, "", "option x is not"),
        ("ship", "POST", "/root/Orders(7)/Shop.Ship", {"content-type": "text/plain"}, SHIP, "as JSON"),
        ("ship", "POST", "/root/Orders(7)/Shop.Ship", JSON, "{", "no JSON"),
        ("ship", "POST", "/root/Orders(7)/Shop.Ship", JSON, SHIP.replace("1.0", "true"), "/boxes/0/Weight has"),
        ("ship", "POST", "/root/Orders(7)/Shop.Ship", JSON, SHIP.replace("}]", '}, {}]'), "2 items, not 1"),
        ("ship", "POST", "/root/Orders(7)/Shop.Ship", JSON, SHIP.replace('"when"', '"When"'), "/when is missing"),
        ("write-stream", "PUT", "/root/Orders(7)/Photo", {"content-type": "image/svg+xml"}, "x", "bytes of the body"),
        ("write-stream", "PUT", "/root/Orders(7)/Photo", {}, "x", "field Content-Type is missing"),
    ],
)  # fmt: skip
def test_another_request_is_told(
    name: str, method: str, target: str, headers: dict[str, str], body: str, said: str
) -> None:
    arrived = Arrived(method, target, {**SIGNED, **headers}, body.encode())
    assert said in "; ".join(PROVER.differences(sample(name), arrived))


def test_the_token_has_to_be_sent() -> None:
    arrived = Arrived("GET", "/root/Orders/7?%24select=Number", {}, b"")
    assert list(PROVER.differences(sample("get"), arrived)) == ["the token is not sent"]
