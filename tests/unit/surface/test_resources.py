"""Which resources a schema has, and how they hang together (OData URL Conventions 4.01, section 4)."""

from collections.abc import Callable
from typing import Any

from edmund.surface.elements import HttpMethod, ResourceKind, SegmentKind
from edmund.surface.type_parts import is_list, name_of

Build = Callable[..., Any]

PEOPLE = """
<EntityType Name="Person">
  <Key><PropertyRef Name="Id"/></Key>
  <Property Name="Id" Type="Edm.String" Nullable="false"/>
  <Property Name="Home" Type="n.Address"/>
  <Property Name="Others" Type="Collection(n.Address)"/>
  <Property Name="Name" Type="Edm.String"/>
  <Property Name="Portrait" Type="Edm.Stream"/>
  <NavigationProperty Name="Friends" Type="Collection(n.Person)"/>
  <NavigationProperty Name="Boss" Type="n.Person"/>
  <NavigationProperty Name="Trips" Type="Collection(n.Trip)" ContainsTarget="true"/>
  <NavigationProperty Name="Diary" Type="n.Diary" ContainsTarget="true"/>
</EntityType>
<EntityType Name="Employee" BaseType="n.Person">
  <NavigationProperty Name="Badge" Type="n.Diary" ContainsTarget="true"/>
</EntityType>
<EntityType Name="Trip" HasStream="true">
  <Key><PropertyRef Name="Id"/></Key>
  <Property Name="Id" Type="Edm.Int32" Nullable="false"/>
</EntityType>
<EntityType Name="Diary"><Property Name="Text" Type="Edm.String"/></EntityType>
<ComplexType Name="Address">
  <Property Name="City" Type="Edm.String"/>
  <Property Name="Place" Type="n.Place"/>
</ComplexType>
<ComplexType Name="Place"><Property Name="Lat" Type="Edm.Double"/></ComplexType>
<EntityContainer Name="C">
  <EntitySet Name="People" EntityType="n.Person"/>
  <Singleton Name="Me" Type="n.Employee"/>
</EntityContainer>
"""


def test_an_entity_set_lists_and_creates(surface_of: Build) -> None:
    people = surface_of(PEOPLE).at("People")
    assert people.kind is ResourceKind.COLLECTION
    assert [(c.method, c.pageable) for c in people.calls] == [
        (HttpMethod.GET, True),
        (HttpMethod.POST, False),
    ]
    create = people.calls[1]
    assert create.body is not None and name_of(create.body) == "n.Person"
    assert create.returns is not None and not is_list(create.returns)


def test_an_entity_is_read_updated_and_deleted_and_replaced_only_when_annotated(
    surface_of: Build,
) -> None:
    assert surface_of(PEOPLE).methods("People", "{}") == ["GET", "PATCH", "DELETE"]


def test_a_singleton_is_read_and_updated_only(surface_of: Build) -> None:
    me = surface_of(PEOPLE).at("Me")
    assert me.kind is ResourceKind.SINGLETON
    assert [c.method.value for c in me.calls] == ["GET", "PATCH"]


def test_a_count_is_a_number(surface_of: Build) -> None:
    call = surface_of(PEOPLE).call(HttpMethod.GET, "People", "$count")
    assert call.returns is not None and name_of(call.returns) == "Edm.Int64"
    assert {o.value for o in call.query} == {"filter", "search"}


def test_contained_collections_have_all_calls_and_no_references(surface_of: Build) -> None:
    reader = surface_of(PEOPLE)
    assert reader.methods("People", "{}", "Trips") == ["GET", "POST"]
    assert reader.methods("People", "{}", "Trips", "{}") == ["GET", "PATCH", "DELETE"]
    assert "$ref" not in reader.edges("People", "{}", "Trips")
    assert "$ref" not in reader.edges("People", "{}", "Trips", "{}")


def test_what_is_only_referenced_is_not_deleted_through_the_reference(surface_of: Build) -> None:
    reader = surface_of(PEOPLE)
    assert reader.methods("People", "{}", "Friends") == ["GET", "POST"]
    assert reader.methods("People", "{}", "Friends", "{}") == ["GET", "PATCH"]
    assert reader.methods("People", "{}", "Boss") == ["GET", "PATCH"]


def test_references_are_listed_added_set_and_removed(surface_of: Build) -> None:
    reader = surface_of(PEOPLE)
    assert reader.methods("People", "{}", "Friends", "$ref") == ["GET", "POST", "DELETE"]
    assert reader.methods("People", "{}", "Friends", "{}", "$ref") == ["DELETE"]
    assert reader.methods("People", "{}", "Boss", "$ref") == ["GET", "PUT", "DELETE"]


def test_what_lives_nowhere_else_is_deleted_where_it_is(surface_of: Build) -> None:
    reader = surface_of("""
        <EntityType Name="A"><Key><PropertyRef Name="Id"/></Key>
          <Property Name="Id" Type="Edm.String" Nullable="false"/>
          <NavigationProperty Name="Bs" Type="Collection(n.B)"/>
        </EntityType>
        <EntityType Name="B"><Key><PropertyRef Name="Id"/></Key>
          <Property Name="Id" Type="Edm.String" Nullable="false"/></EntityType>
        <EntityContainer Name="C"><EntitySet Name="As" EntityType="n.A"/></EntityContainer>
    """)
    assert reader.methods("As", "{}", "Bs", "{}") == ["GET", "PATCH", "DELETE"]


def test_a_containment_of_what_an_entity_set_holds_takes_references(surface_of: Build) -> None:
    reader = surface_of("""
        <EntityType Name="A"><Key><PropertyRef Name="Id"/></Key>
          <Property Name="Id" Type="Edm.String" Nullable="false"/>
          <NavigationProperty Name="Subs" Type="Collection(n.A)" ContainsTarget="true"/>
        </EntityType>
        <EntityContainer Name="C"><EntitySet Name="As" EntityType="n.A"/></EntityContainer>
    """)
    assert "$ref" in reader.edges("As", "{}", "Subs")
    assert reader.methods("As", "{}", "Subs", "{}") == ["GET", "PATCH", "DELETE"]
    assert "$ref" not in reader.edges("As")


def test_an_entity_type_without_a_key_has_no_items(surface_of: Build) -> None:
    reader = surface_of(PEOPLE)
    assert reader.methods("People", "{}", "Diary") == ["GET", "PATCH", "DELETE"]
    assert reader.edges("People", "{}", "Diary") == []


def test_media_and_stream_properties_are_read_written_and_deleted(surface_of: Build) -> None:
    reader = surface_of(PEOPLE)
    assert reader.methods("People", "{}", "Trips", "{}", "$value") == ["GET", "PUT", "DELETE"]
    assert reader.methods("People", "{}", "Portrait") == ["GET", "PUT", "DELETE"]
    assert reader.edge("People", "{}", "Trips", "{}", "$value").kind is SegmentKind.VALUE


def test_complex_properties_of_entities_are_resources_and_primitive_ones_are_not(
    surface_of: Build,
) -> None:
    reader = surface_of(PEOPLE)
    assert reader.methods("People", "{}", "Home") == ["GET", "PATCH"]
    assert reader.methods("People", "{}", "Others") == ["GET", "PUT"]
    assert reader.edges("People", "{}", "Home") == []  # Place leads nowhere
    assert "Name" not in reader.edges("People", "{}")


def test_a_way_through_complex_values_to_navigation_is_found(surface_of: Build) -> None:
    reader = surface_of("""
        <EntityType Name="A"><Key><PropertyRef Name="Id"/></Key>
          <Property Name="Id" Type="Edm.String" Nullable="false"/>
          <Property Name="Outer" Type="n.Outer"/></EntityType>
        <ComplexType Name="Outer"><Property Name="Inner" Type="n.Inner"/>
          <Property Name="Self" Type="n.Outer"/></ComplexType>
        <ComplexType Name="Inner" Abstract="true"/>
        <ComplexType Name="Real" BaseType="n.Inner">
          <NavigationProperty Name="As" Type="Collection(n.A)"/></ComplexType>
        <EntityContainer Name="C"><EntitySet Name="As" EntityType="n.A"/></EntityContainer>
    """)
    assert reader.at("As", "{}", "Outer", "Inner", "n.Real", "As").kind is (
        ResourceKind.REFERENCED_COLLECTION
    )


def test_a_computed_complex_property_is_only_read(surface_of: Build) -> None:
    reader = surface_of("""
        <EntityType Name="A"><Key><PropertyRef Name="Id"/></Key>
          <Property Name="Id" Type="Edm.String" Nullable="false"/>
          <Property Name="Made" Type="n.V">
            <Annotation Term="Org.OData.Core.V1.Computed"/></Property>
          <Property Name="Given" Type="n.V"/></EntityType>
        <ComplexType Name="V"/>
        <EntityContainer Name="C"><EntitySet Name="As" EntityType="n.A"/></EntityContainer>
    """)
    assert reader.methods("As", "{}", "Made") == ["GET"]
    assert reader.at("As", "{}", "Made").declared_on == "n.A/Made"
    assert reader.methods("As", "{}", "Given") == ["GET", "PATCH"]


def test_casts_go_to_all_derived_types_and_reach_their_members(surface_of: Build) -> None:
    reader = surface_of(PEOPLE)
    assert reader.at("People", "n.Employee").kind is ResourceKind.CAST_COLLECTION
    assert reader.edges("People", "n.Employee") == ["{}", "$count"]
    cast = reader.at("People", "{}", "n.Employee")
    assert cast.kind is ResourceKind.CAST_ENTITY
    assert [c.method.value for c in cast.calls] == ["GET"]
    assert "Badge" in reader.edges("People", "{}", "n.Employee")
    assert "Badge" not in reader.edges("People", "{}")


def test_a_derived_type_constraint_limits_the_casts(surface_of: Build) -> None:
    reader = surface_of("""
        <EntityType Name="A"><Key><PropertyRef Name="Id"/></Key>
          <Property Name="Id" Type="Edm.String" Nullable="false"/>
          <NavigationProperty Name="Some" Type="Collection(n.A)">
            <Annotation Term="Org.OData.Validation.V1.DerivedTypeConstraint">
              <Collection><String>n.B</String></Collection></Annotation>
          </NavigationProperty></EntityType>
        <EntityType Name="B" BaseType="n.A"/><EntityType Name="D" BaseType="n.A"/>
        <EntityContainer Name="C"><EntitySet Name="As" EntityType="n.A"/></EntityContainer>
    """)
    casts = [e for e in reader.edges("As", "{}", "Some") if e.startswith("n.")]
    assert casts == ["n.B"]
    assert [e for e in reader.edges("As") if e.startswith("n.")] == ["n.B", "n.D"]


def test_no_casts_from_a_root_that_only_has_the_key(surface_of: Build) -> None:
    reader = surface_of("""
        <EntityType Name="entity" Abstract="true"><Key><PropertyRef Name="id"/></Key>
          <Property Name="id" Type="Edm.String" Nullable="false"/></EntityType>
        <EntityType Name="A" BaseType="n.entity">
          <NavigationProperty Name="any" Type="n.entity"/></EntityType>
        <EntityContainer Name="C"><EntitySet Name="As" EntityType="n.A"/></EntityContainer>
    """)
    assert reader.edges("As", "{}", "any") == ["$ref"]


def test_recursion_is_one_resource(surface_of: Build) -> None:
    reader = surface_of(PEOPLE)
    friends = reader.at("People", "{}", "Friends")
    assert reader.at("People", "{}", "Friends", "{}", "Friends", "{}", "Friends") is friends


def test_keys_are_predicates_unless_the_service_says_otherwise(surface_of: Build) -> None:
    assert surface_of(PEOPLE).edge("People", "{}").kind is SegmentKind.KEY_PREDICATE
    as_segments = PEOPLE.replace(
        '<EntityContainer Name="C">',
        '<EntityContainer Name="C">'
        '<Annotation Term="Org.OData.Capabilities.V1.KeyAsSegmentSupported"/>',
    )
    assert surface_of(as_segments).edge("People", "{}").kind is SegmentKind.KEY


def test_compound_keys_with_aliases(surface_of: Build) -> None:
    reader = surface_of("""
        <EntityType Name="A"><Key><PropertyRef Name="Number"/>
            <PropertyRef Name="Place/City" Alias="City"/></Key>
          <Property Name="Number" Type="Edm.Int32" Nullable="false"/>
          <Property Name="Place" Type="n.P" Nullable="false"/></EntityType>
        <ComplexType Name="P"><Property Name="City" Type="Edm.String" Nullable="false"/></ComplexType>
        <EntityContainer Name="C"><EntitySet Name="As" EntityType="n.A"/></EntityContainer>
    """)
    keys = reader.edge("As", "{}").keys
    assert [(k.name, k.property, name_of(k.type)) for k in keys] == [
        ("Number", "Number", "Edm.Int32"),
        ("City", "Place/City", "Edm.String"),
    ]


def test_alternate_keys_lead_to_the_item(surface_of: Build) -> None:
    reader = surface_of("""
        <EntityType Name="A"><Key><PropertyRef Name="Id"/></Key>
          <Property Name="Id" Type="Edm.String" Nullable="false"/>
          <Property Name="AppId" Type="Edm.Guid"/>
          <Annotation Term="Org.OData.Core.V1.AlternateKeys"><Collection><Record>
            <PropertyValue Property="Key"><Collection><Record>
              <PropertyValue Property="Name" PropertyPath="AppId"/>
              <PropertyValue Property="Alias" String="appId"/>
            </Record></Collection></PropertyValue></Record></Collection></Annotation>
        </EntityType>
        <EntityType Name="B" BaseType="n.A"/>
        <EntityContainer Name="C"><EntitySet Name="Bs" EntityType="n.B"/></EntityContainer>
    """)
    edge = reader.edge("Bs", "{appId}")
    assert edge.kind is SegmentKind.ALTERNATE_KEY
    assert name_of(edge.keys[0].type) == "Edm.Guid"
    assert reader.at("Bs", "{appId}") is reader.at("Bs", "{}")


def test_a_schema_without_a_container_has_a_root_only(surface_of: Build) -> None:
    reader = surface_of('<EnumType Name="Nothing"/>')
    assert [r.id for r in reader.surface.resources] == ["root"]


def test_ids_are_unique_and_all_targets_exist(surface_of: Build) -> None:
    surface = surface_of(PEOPLE).surface
    assert len(surface.by_id) == len(surface.resources)
    assert {e.target for r in surface.resources for e in r.edges} < set(surface.by_id) | {"root"}


def test_deep_hierarchies_and_deep_values_are_no_trouble(surface_of: Build) -> None:
    depth = 1500
    types = '<EntityType Name="T0"><Key><PropertyRef Name="Id"/></Key>'
    types += '<Property Name="Id" Type="Edm.String" Nullable="false"/>'
    types += '<Property Name="V" Type="n.V0"/></EntityType>'
    for at in range(1, depth):
        types += f'<EntityType Name="T{at}" BaseType="n.T{at - 1}"/>'
    for at in range(depth):
        types += f'<ComplexType Name="V{at}"><Property Name="P" Type="n.V{at + 1}"/></ComplexType>'
    types += (
        f'<ComplexType Name="V{depth}"><NavigationProperty Name="N" Type="n.T0"/></ComplexType>'
    )
    types += '<EntityContainer Name="C"><EntitySet Name="Ts" EntityType="n.T0"/></EntityContainer>'
    reader = surface_of(types)
    assert len(reader.edges("Ts")) == 2 + depth - 1
    assert name_of(reader.at("Ts", "{}", "V", *["P"] * depth, "N").type) == "n.T0"


def test_writing_the_content_answers_its_entity(surface_of: Build) -> None:
    reader = surface_of("""
        <EntityType Name="File"><Key><PropertyRef Name="Id"/></Key>
          <Property Name="Id" Type="Edm.String" Nullable="false"/>
          <Property Name="content" Type="Edm.Stream"/>
          <Property Name="preview" Type="Edm.Stream"/></EntityType>
        <EntityContainer Name="C"><EntitySet Name="Files" EntityType="n.File"/></EntityContainer>
    """)
    written = reader.call(HttpMethod.PUT, "Files", "{}", "content")
    assert written.body is not None and name_of(written.body) == "Edm.Stream"
    assert written.returns is not None and name_of(written.returns) == "n.File"
    assert name_of(reader.call(HttpMethod.GET, "Files", "{}", "content").returns) == "Edm.Stream"
    assert name_of(reader.call(HttpMethod.PUT, "Files", "{}", "preview").returns) == "Edm.Stream"
