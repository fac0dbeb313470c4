"""Which addresses there are: keys of several parts, several imports of one operation."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from edmund.surface.elements import SegmentKind

SurfaceOf = Callable[..., Any]

AS_SEGMENT = '<Annotation Term="Org.OData.Capabilities.V1.KeyAsSegmentSupported" Bool="true"/>'
KEYS = (
    '<EntityType Name="One"><Key><PropertyRef Name="A"/></Key>'
    '<Property Name="A" Type="Edm.Int32" Nullable="false"/></EntityType>'
    '<EntityType Name="Two"><Key><PropertyRef Name="A"/><PropertyRef Name="B"/></Key>'
    '<Property Name="A" Type="Edm.Int32" Nullable="false"/>'
    '<Property Name="B" Type="Edm.Int32" Nullable="false"/></EntityType>'
    '<EntityContainer Name="C"><EntitySet Name="Ones" EntityType="n.One"/>'
    f'<EntitySet Name="Twos" EntityType="n.Two"/>{AS_SEGMENT}</EntityContainer>'
)


def test_a_key_of_several_parts_is_a_predicate_where_keys_are_segments(
    surface_of: SurfaceOf,
) -> None:
    read = surface_of(KEYS)
    assert read.edge("Ones", "{}").kind is SegmentKind.KEY
    two = read.edge("Twos", "{}")
    assert two.kind is SegmentKind.KEY_PREDICATE
    assert [part.name for part in two.keys] == ["A", "B"]


def test_each_import_of_an_operation_is_an_address(surface_of: SurfaceOf) -> None:
    read = surface_of(
        '<Action Name="Pay"/><Function Name="Sum"><ReturnType Type="Edm.Int32"/></Function>'
        '<EntityContainer Name="C"><ActionImport Name="Pay" Action="n.Pay"/>'
        '<ActionImport Name="PayAgain" Action="n.Pay"/><FunctionImport Name="Sum" Function="n.Sum"/>'
        '<FunctionImport Name="Total" Function="n.Sum"/></EntityContainer>'
    )
    assert read.edges() == ["Pay", "PayAgain", "Sum", "Total"]


def test_an_annotation_that_is_null_makes_no_parameter_optional(surface_of: SurfaceOf) -> None:
    term = 'Term="Org.OData.Core.V1.OptionalParameter"'
    read = surface_of(
        '<Function Name="F"><Parameter Name="a" Type="Edm.Int32"/>'
        f'<Parameter Name="b" Type="Edm.Int32"><Annotation {term}><Null/></Annotation></Parameter>'
        f'<Parameter Name="c" Type="Edm.Int32"><Annotation {term}/></Parameter>'
        '<ReturnType Type="Edm.Int32"/></Function><EntityContainer Name="C">'
        '<FunctionImport Name="F" Function="n.F"/></EntityContainer>'
    )
    edge = read.edge("F(a,b)")
    assert [one.name for one in edge.optional_parameters] == ["c"]
