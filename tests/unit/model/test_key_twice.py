"""A key that names a property twice."""

import pytest

from edmund.config.inputs import InputFile
from edmund.diagnostics import EdmundError
from edmund.pipeline import load_model

CSDL = b"""<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>
<Schema Namespace="s" xmlns="http://docs.oasis-open.org/odata/ns/edm"><EntityType Name="T">
<Key><PropertyRef Name="Id"/><PropertyRef Name="Id"/></Key>
<Property Name="Id" Type="Edm.String" Nullable="false"/></EntityType></Schema></edmx:DataServices></edmx:Edmx>"""


def test_a_key_that_names_a_property_twice_is_an_error() -> None:
    with pytest.raises(EdmundError) as failure:
        load_model([InputFile("m.csdl", CSDL)])
    assert [(d.code, d.span.line if d.span else 0) for d in failure.value.diagnostics] == [
        ("EDM206", 2)
    ]
