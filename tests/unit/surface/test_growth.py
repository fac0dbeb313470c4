"""What a schema can have many of takes time by its number, not by the square of it."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable

import pytest
from machine import best_of

from edmund.config.inputs import InputFile
from edmund.pipeline import load_model
from edmund.surface.build import build_surface

_KEY = '<Key><PropertyRef Name="Id"/></Key><Property Name="Id" Type="Edm.String" Nullable="false"/>'
_NO_COUNT = (
    '<Annotation Term="Org.OData.Capabilities.V1.CountRestrictions"><Record>'
    '<PropertyValue Property="Countable" Bool="false"/></Record></Annotation>'
)
_NO_INSERT = (
    '<Annotation Term="Org.OData.Capabilities.V1.InsertRestrictions"><Record>'
    '<PropertyValue Property="Insertable" Bool="false"/></Record></Annotation>'
)
_SAP = 'sap:creatable="false" sap:label="x" sap:filterable="false"'


def _service(types: str, container: str) -> str:
    return (
        '<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>'
        f'<Schema Namespace="n" xmlns="http://docs.oasis-open.org/odata/ns/edm">{types}'
        f'<EntityContainer Name="C">{container}</EntityContainer></Schema></edmx:DataServices></edmx:Edmx>'
    )


def _chain(count: int, attributes: str = "") -> str:
    root = f'<EntityType Name="D0">{_KEY}</EntityType>'
    return root + "".join(
        f'<EntityType Name="D{i}" BaseType="n.D{i - 1}">'
        f'<Property Name="q{i}" Type="Edm.String" {attributes}/></EntityType>'
        for i in range(1, count)
    )


def chain_with_properties(count: int) -> str:
    return _service(_chain(count), '<EntitySet Name="ts" EntityType="n.D0"/>')


def old_chain_with_attributes(count: int) -> str:
    return (
        '<edmx:Edmx Version="1.0" xmlns:edmx="http://schemas.microsoft.com/ado/2007/06/edmx"'
        ' xmlns:m="http://schemas.microsoft.com/ado/2007/08/dataservices/metadata"'
        ' xmlns:sap="http://www.sap.com/Protocols/SAPData"><edmx:DataServices m:DataServiceVersion="2.0">'
        '<Schema Namespace="n" xmlns="http://schemas.microsoft.com/ado/2008/09/edm">'
        f'{_chain(count, _SAP)}<EntityContainer Name="C" m:IsDefaultEntityContainer="true">'
        '<EntitySet Name="ts" EntityType="n.D0"/></EntityContainer></Schema></edmx:DataServices></edmx:Edmx>'
    )


def restricted_sets(count: int) -> str:
    sets = (
        f'<EntitySet Name="s{i}" EntityType="n.T">{_NO_COUNT}</EntitySet>' for i in range(count)
    )
    return _service(f'<EntityType Name="T">{_KEY}</EntityType>', "".join(sets))


def bound_sets(count: int) -> str:
    navigation = (f'<NavigationProperty Name="p{i}" Type="Collection(n.T)"/>' for i in range(count))
    bindings = (f'<NavigationPropertyBinding Path="p{i}" Target="s{i}"/>' for i in range(count))
    sets = (
        f'<EntitySet Name="s{i}" EntityType="n.T">{_NO_INSERT}</EntitySet>' for i in range(count)
    )
    return _service(
        f'<EntityType Name="T">{_KEY}</EntityType>'
        f'<EntityType Name="All">{_KEY}{"".join(navigation)}</EntityType>',
        f'<EntitySet Name="all" EntityType="n.All">{"".join(bindings)}</EntitySet>{"".join(sets)}',
    )


def annotated_paths(count: int) -> str:
    navigation = (f'<NavigationProperty Name="p{i}" Type="Collection(n.T)"/>' for i in range(count))
    annotations = (
        f'<Annotations Target="n.C/s/p{i}">{_NO_INSERT}</Annotations>' for i in range(count)
    )
    sets = (f'<EntitySet Name="s{i}" EntityType="n.T"/>' for i in range(count))
    return _service(
        f'<EntityType Name="T">{_KEY}</EntityType>{"".join(annotations)}'
        f'<EntityType Name="All">{_KEY}{"".join(navigation)}</EntityType>',
        f'<EntitySet Name="s" EntityType="n.All"/>{"".join(sets)}',
    )


def alternate_keys(count: int) -> str:
    properties = (f'<Property Name="p{i}" Type="Edm.String"/>' for i in range(count))
    keys = (
        '<Record><PropertyValue Property="Key"><Collection><Record>'
        f'<PropertyValue Property="Name" PropertyPath="p{i}"/>'
        f'<PropertyValue Property="Alias" String="p{i}"/>'
        "</Record></Collection></PropertyValue></Record>"
        for i in range(count)
    )
    return _service(
        f'<EntityType Name="T">{_KEY}{"".join(properties)}'
        '<Annotation Term="Org.OData.Core.V1.AlternateKeys">'
        f'<Collection>{"".join(keys)}</Collection></Annotation></EntityType>',
        '<EntitySet Name="ts" EntityType="n.T"/>',
    )


def _seconds(text: str) -> float:
    """Processor time without the collector's: that goes by all that the tests of this process hold."""
    gc.disable()
    try:
        started = time.process_time()
        build_surface(load_model([InputFile("m.csdl", text.encode())]).model)
        return time.process_time() - started
    finally:
        gc.enable()


@pytest.mark.slow
@pytest.mark.parametrize(
    "made",
    [
        chain_with_properties,
        old_chain_with_attributes,
        restricted_sets,
        bound_sets,
        annotated_paths,
        alternate_keys,
    ],
)
def test_time_grows_with_the_number(made: Callable[[int], str]) -> None:
    few, many = made(300), made(1200)
    short = best_of(3, lambda: _seconds(few))
    long = best_of(3, lambda: _seconds(many))
    assert long < 8 * short  # four times as many; by the square it would be sixteen times
