"""Examples made from types: valid by their rules, the same for the same seed, without secrets."""

import json
from pathlib import Path

import pytest
from unit.samples.samples_shop import shop

from edmund import api

ROOT = Path(__file__).resolve().parents[3]
METADATA = ("graph-identity.csdl", "graph-identity.annotations.csdl", "edmund.vocabulary.csdl")
CALLS = (
    "GET /Orders",
    "POST /Orders",
    "GET /Orders({Number})",
    "PATCH /Orders/{id}",
    "DELETE /Customers(Region={Region},Code={Code})",
    "GET /Orders/$count",
    "POST /Orders({Number})/Ship",
    "POST /Orders({Number})/Shop.Sum",
    "GET /Orders/Shop.Between(from={from},color={color},name={name},ids={ids})",
    "POST /Orders({Number})/Followers/$ref",
    "PUT /Orders({Number})/Photo",
)


def connectors() -> api.Samples:
    return api.Samples(api.load(*(ROOT / "metadata" / name for name in METADATA)))


def test_examples_of_every_kind_of_call_are_right() -> None:
    examples = shop().make(CALLS)
    assert len(examples) == len(CALLS)
    assert shop().check(examples) == ()


def test_the_seed_decides_what_is_free() -> None:
    def made(seed: int) -> list[str]:
        return [f"{e.request.target} {e.request.body}" for e in shop().make(CALLS, seed)]

    assert made(1) == made(1)
    assert len({tuple(made(seed)) for seed in range(6)}) > 1


def test_what_is_required_is_there_and_secrets_are_placeholders() -> None:
    (example,) = connectors().make(["POST /identity/apiConnectors"])
    assert example.request.body is not None
    body = json.loads(example.request.body.text)
    assert body["targetUrl"] == "https://example.com/target-url"
    assert body["authenticationConfiguration"]["password"] == "<password>"
    assert "id" not in body
    assert connectors().check([example]) == ()


def test_values_of_the_path_that_are_given_stay() -> None:
    (example,) = shop().make(["DELETE /Customers(Region='EU',Code={Code})"])
    assert example.request.target == "/Customers(Region='EU',Code=1)"


@pytest.mark.parametrize(
    "call", ["", "Orders", "GET", "GET /Nothing", "PUT /Orders", "GET /Orders(a=1,b=2)"]
)
def test_what_is_no_call_is_told(call: str) -> None:
    with pytest.raises(api.EdmundError, match="EDM950"):
        shop().make([call])
