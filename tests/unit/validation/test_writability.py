"""What all ways of creating or changing a type have in common."""

from __future__ import annotations

import pytest
from vector_files import model_of

from edmund.csdl.reader import parse_document
from edmund.model.resolve import resolve_model
from edmund.model.writability import TypeWriteRules, write_rules

FRAME = """<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx">
<edmx:Reference Uri="https://oasis-tcs.github.io/odata-vocabularies/vocabularies/Org.OData.Core.V1.xml">
<edmx:Include Namespace="Org.OData.Core.V1" Alias="Core"/></edmx:Reference>
<edmx:Reference Uri="https://oasis-tcs.github.io/odata-vocabularies/vocabularies/Org.OData.Capabilities.V1.xml">
<edmx:Include Namespace="Org.OData.Capabilities.V1" Alias="Capabilities"/></edmx:Reference>
<edmx:DataServices><Schema Namespace="n" Alias="a" xmlns="http://docs.oasis-open.org/odata/ns/edm">
<EntityType Name="base"><Key><PropertyRef Name="id"/></Key><Property Name="id" Type="Edm.String" Nullable="false"/>
<Property Name="x" Type="Edm.String"/><Property Name="y" Type="Edm.String"/><Property Name="c" Type="n.complex"/></EntityType>
<EntityType Name="derived" BaseType="n.base"><Property Name="z" Type="Edm.String"/></EntityType>
<ComplexType Name="complex"><Property Name="p" Type="Edm.String"/><Property Name="q" Type="n.inner"/></ComplexType>
<ComplexType Name="special" BaseType="n.complex"><Property Name="s" Type="Edm.String"/></ComplexType>
<ComplexType Name="inner"><Property Name="r" Type="Edm.String"/></ComplexType>
{more}
<EntityContainer Name="service">{children}</EntityContainer>
{annotations}
</Schema></edmx:DataServices></edmx:Edmx>"""


def restriction(term: str, **lists: str) -> str:
    """An annotation whose record has lists of paths (`x y`) or, for a name without lists, a Boolean."""
    values = ""
    for name, paths in lists.items():
        if paths in {"true", "false"}:
            values += f'<PropertyValue Property="{name}" Bool="{paths}"/>'
            continue
        items = "".join(f"<PropertyPath>{path}</PropertyPath>" for path in paths.split())
        values += (
            f'<PropertyValue Property="{name}"><Collection>{items}</Collection></PropertyValue>'
        )
    return f'<Annotation Term="Capabilities.{term}"><Record>{values}</Record></Annotation>'


def rules(children: str = "", more: str = "", annotations: str = "") -> dict[str, TypeWriteRules]:
    text = FRAME.format(children=children, more=more, annotations=annotations)
    document, _ = parse_document(text.encode(), "test.csdl")
    model, diagnostics = resolve_model([document])
    assert not diagnostics
    return dict(write_rules(model))


def entity_set(name: str, type_: str, *annotations: str) -> str:
    return f'<EntitySet Name="{name}" EntityType="n.{type_}">{"".join(annotations)}</EntitySet>'


def insert(**lists: str) -> str:
    return restriction("InsertRestrictions", **lists)


def update(**lists: str) -> str:
    return restriction("UpdateRestrictions", **lists)


def test_nothing_is_known_without_annotations() -> None:
    assert rules(entity_set("s", "base")) == {}


def test_one_way_decides() -> None:
    found = rules(entity_set("s", "base", insert(RequiredProperties="y x")))
    assert found["n.base"].required_on_create == ("x", "y")


def test_a_derived_type_is_created_where_its_base_is() -> None:
    found = rules(entity_set("s", "base", insert(RequiredProperties="x")))
    assert found["n.derived"].required_on_create == ("x",)


def test_a_cast_speaks_of_the_derived_type_alone() -> None:
    found = rules(entity_set("s", "base", insert(RequiredProperties="a.derived/z n.derived/x")))
    assert found["n.derived"].required_on_create == ("x", "z")
    assert "n.base" not in found


def test_all_ways_must_require_it() -> None:
    found = rules(
        entity_set("s", "base", insert(RequiredProperties="x y"))
        + entity_set("t", "base", insert(RequiredProperties="y"))
    )
    assert found["n.base"].required_on_create == ("y",)
    assert (
        rules(entity_set("s", "base", insert(RequiredProperties="x")) + entity_set("t", "base"))
        == {}
    )


def test_a_way_that_is_closed_does_not_count() -> None:
    found = rules(
        entity_set("s", "base", insert(RequiredProperties="x"))
        + entity_set("t", "base", insert(Insertable="false"))
    )
    assert found["n.base"].required_on_create == ("x",)


def test_contained_collections_are_ways_of_creating() -> None:
    holder = """<EntityType Name="holder"><Key><PropertyRef Name="id"/></Key>
    <Property Name="id" Type="Edm.String" Nullable="false"/>
    <NavigationProperty Name="many" Type="Collection(n.base)" ContainsTarget="true">{}</NavigationProperty>
    <NavigationProperty Name="elsewhere" Type="Collection(n.base)"/></EntityType>"""
    required = insert(RequiredProperties="x")
    assert rules(more=holder.format(required))["n.base"].required_on_create == ("x",)
    assert rules(entity_set("s", "base", required), more=holder.format("")) == {}
    both = rules(entity_set("s", "base", required), more=holder.format(required))
    assert both["n.base"].required_on_create == ("x",)


@pytest.mark.parametrize(
    "place",
    [
        '<Annotations Target="n.service/h/many">{}</Annotations>',
        '<Annotations Target="n.service/h"><Annotation Term="Capabilities.NavigationRestrictions"><Record>'
        '<PropertyValue Property="RestrictedProperties"><Collection><Record>'
        '<PropertyValue Property="NavigationProperty" NavigationPropertyPath="many"/>{}'
        "</Record></Collection></PropertyValue></Record></Annotation></Annotations>",
    ],
)
def test_a_restriction_for_one_path_counts_when_there_is_no_other(place: str) -> None:
    holder = """<EntityType Name="holder"><Key><PropertyRef Name="id"/></Key>
    <Property Name="id" Type="Edm.String" Nullable="false"/>
    <NavigationProperty Name="many" Type="Collection(n.base)" ContainsTarget="true"/></EntityType>"""
    record = insert(RequiredProperties="x")
    if "RestrictedProperties" in place:
        record = record.replace(
            '<Annotation Term="Capabilities.InsertRestrictions">',
            '<PropertyValue Property="InsertRestrictions">',
        ).replace("</Annotation>", "</PropertyValue>")
    one = '<Singleton Name="h" Type="n.holder"/>'
    annotations = place.format(record)
    assert rules(one, holder, annotations)["n.base"].required_on_create == ("x",)
    two = one + '<Singleton Name="other" Type="n.holder"/>'
    assert rules(two, holder, annotations) == {}


def test_nested_paths_speak_of_the_complex_type() -> None:
    found = rules(entity_set("s", "base", insert(RequiredProperties="c/p c/q/r c/n.special/s")))
    assert found["n.complex"].required_on_create == ("p",)
    assert found["n.special"].required_on_create == ("p", "s")
    assert found["n.inner"].required_on_create == ("r",)
    assert "n.base" not in found


def test_a_complex_type_in_use_elsewhere_is_not_restricted() -> None:
    other = '<ComplexType Name="other"><Property Name="again" Type="Collection(n.complex)"/></ComplexType>'
    required = entity_set("s", "base", insert(RequiredProperties="c/p"))
    assert rules(required, more=other) == {}
    action = '<Action Name="do"><Parameter Name="what" Type="n.complex"/></Action>'
    assert rules(required, more=action) == {}


def test_nested_values_can_be_required_on_update() -> None:
    found = rules(entity_set("s", "base", update(RequiredProperties="c/p")))
    assert found["n.complex"] == TypeWriteRules(required_on_update=("p",))


def test_what_cannot_be_inserted_or_updated() -> None:
    found = rules(
        entity_set(
            "s",
            "base",
            insert(NonInsertableProperties="x", RequiredProperties="x y"),
            update(NonUpdatableProperties="y"),
        )
    )
    assert found["n.base"].not_insertable == ("x",)
    assert found["n.base"].required_on_create == ("y",)  # never what cannot be written
    assert found["n.base"].not_updatable == ("y",)


def test_singletons_are_ways_of_changing_only() -> None:
    one = f'<Singleton Name="s" Type="n.base">{update(NonUpdatableProperties="x")}</Singleton>'
    assert rules(one)["n.base"].not_updatable == ("x",)
    assert rules(one + entity_set("t", "base")) == {}
    created = rules(one + entity_set("t", "base", insert(RequiredProperties="y")))
    assert created["n.base"].required_on_create == ("y",)


@pytest.mark.parametrize(
    ("annotation", "create", "change"),
    [
        ('<Annotation Term="Core.Computed"/>', False, False),
        ('<Annotation Term="Core.Computed" Bool="false"/>', True, True),
        ('<Annotation Term="Core.Immutable"/>', True, False),
        ('<Annotation Term="Core.Permissions" EnumMember="Core.Permission/Read"/>', False, False),
        ('<Annotation Term="Core.Permissions" EnumMember="Core.Permission/None"/>', False, False),
        (
            '<Annotation Term="Core.Permissions" EnumMember="Core.Permission/ReadWrite"/>',
            True,
            True,
        ),
        ('<Annotation Term="Core.Permissions" EnumMember="Core.Permission/Write"/>', True, True),
        (
            '<Annotation Term="Core.Permissions" '
            'EnumMember="Core.Permission/Read Core.Permission/Write"/>',
            True,
            True,
        ),
    ],
)
def test_a_property_says_it_of_itself(annotation: str, create: bool, change: bool) -> None:
    found = rules(annotations=f'<Annotations Target="n.base/x">{annotation}</Annotations>')
    own = found.get("n.base", TypeWriteRules())
    assert ("x" not in own.not_insertable) is create
    assert ("x" not in own.not_updatable) is change


def test_a_read_only_key_is_given_by_whoever_creates() -> None:
    """As in TripPin, whose people are created with the read-only key UserName."""
    read = '<Annotation Term="Core.Permissions" EnumMember="Core.Permission/Read"/>'
    found = rules(annotations=f'<Annotations Target="n.base/id">{read}</Annotations>')["n.base"]
    assert (found.not_insertable, found.not_updatable) == ((), ("id",))


def test_the_api_connector() -> None:
    found = write_rules(model_of("graph-identity"))
    connector = found["microsoft.graph.identityApiConnector"]
    assert set(connector.required_on_create) == {
        "displayName",
        "targetUrl",
        "authenticationConfiguration",
    }
    assert connector.required_on_update == ()
    assert connector.not_insertable == connector.not_updatable == ("id",)
    certificate = found["microsoft.graph.pkcs12Certificate"]
    assert set(certificate.required_on_create) == {"pkcs12Value", "password"}
    assert set(certificate.required_on_update) == {"pkcs12Value", "password"}
    assert "microsoft.graph.basicAuthentication" not in found
