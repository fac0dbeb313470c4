"""Names of methods out of a configuration of Stainless."""

from __future__ import annotations

import pytest

from edmund.diagnostics import EdmundError
from edmund.frontends.notation.source import parse_source
from edmund.frontends.stainless import stainless_names

CONFIGURATION = b"""
organization: {name: shop}
resources:
  $client: {methods: {ping: get /ping}}
  pets:
    models: {pet: '#/components/schemas/Pet'}
    methods:
      list: get /pets
      create: {endpoint: post /pets, body_param_name: pet}
      other: {skip: true}
    subresources:
      toys: {methods: {retrieve: 'get  /pets/{pet_id}/toys/{toy_id}'}}
"""


def test_methods_of_resources_and_of_those_in_them() -> None:
    assert stainless_names(parse_source(CONFIGURATION, "stainless.yml")) == {
        "GET /ping": ("ping",),
        "GET /pets": ("pets", "list"),
        "POST /pets": ("pets", "create"),
        "GET /pets/{pet_id}/toys/{toy_id}": ("pets", "toys", "retrieve"),
    }


@pytest.mark.parametrize("text", [b"{}", b"resources: []", b"- a"])
def test_what_has_no_resources_is_told(text: bytes) -> None:
    with pytest.raises(EdmundError) as failure:
        stainless_names(parse_source(text, "stainless.yml"))
    assert failure.value.diagnostics[0].code == "EDM739"
