"""What annotations of the Capabilities vocabulary take away, add and set apart."""

from collections.abc import Callable
from typing import Any

import pytest

from edmund.surface.elements import CallKind, CustomParameter, HttpMethod

Build = Callable[..., Any]

CAPABILITIES = "Org.OData.Capabilities.V1."
CONTAINER = """
<EntityType Name="A"><Key><PropertyRef Name="Id"/></Key>{on_type}
  <Property Name="Id" Type="Edm.String" Nullable="false"/>
  <NavigationProperty Name="Others" Type="Collection(n.A)">{on_others}</NavigationProperty>
  <NavigationProperty Name="Boss" Type="n.A">{on_boss}</NavigationProperty>
  <NavigationProperty Name="Parts" Type="Collection(n.P)" ContainsTarget="true">{on_parts}</NavigationProperty>
</EntityType>
<EntityType Name="P"><Key><PropertyRef Name="Id"/></Key>
  <Property Name="Id" Type="Edm.String" Nullable="false"/>
  <NavigationProperty Name="Pieces" Type="Collection(n.P)" ContainsTarget="true"/></EntityType>
<EntityContainer Name="C">{on_container}
  <EntitySet Name="As" EntityType="n.A">{on_set}</EntitySet>
  <EntitySet Name="Plain" EntityType="n.A"/>
  <Singleton Name="Top" Type="n.A">{on_singleton}</Singleton>
</EntityContainer>
"""


def schema(**annotations: str) -> str:
    places = ("type", "others", "boss", "parts", "container", "set", "singleton")
    return CONTAINER.format(**{f"on_{place}": annotations.get(place, "") for place in places})


def restrict(term: str, **values: bool | str) -> str:
    said = "".join(_property(name, value) for name, value in values.items())
    return f'<Annotation Term="{CAPABILITIES}{term}"><Record>{said}</Record></Annotation>'


def _property(name: str, value: bool | str) -> str:
    if isinstance(value, bool):
        return f'<PropertyValue Property="{name}" Bool="{str(value).lower()}"/>'
    if value.startswith("<"):
        return f'<PropertyValue Property="{name}">{value}</PropertyValue>'
    return f'<PropertyValue Property="{name}" String="{value}"/>'


def enum(type_: str, *members: str) -> str:
    named = " ".join(f"{CAPABILITIES}{type_}/{member}" for member in members)
    return f"<EnumMember>{named}</EnumMember>"


@pytest.mark.parametrize(
    ("annotation", "collection", "item"),
    [
        (restrict("InsertRestrictions", Insertable=False), ["GET"], ["GET", "PATCH", "DELETE"]),
        (restrict("UpdateRestrictions", Updatable=False), ["GET", "POST"], ["GET", "DELETE"]),
        (restrict("DeleteRestrictions", Deletable=False), ["GET", "POST"], ["GET", "PATCH"]),
        (restrict("ReadRestrictions", Readable=False), ["POST"], ["PATCH", "DELETE"]),
        (
            restrict("UpdateRestrictions", UpdateMethod=enum("HttpMethod", "PUT")),
            ["GET", "POST"],
            ["GET", "PUT", "DELETE"],
        ),
        (
            restrict("UpdateRestrictions", UpdateMethod=enum("HttpMethod", "PUT", "PATCH")),
            ["GET", "POST"],
            ["GET", "PATCH", "PUT", "DELETE"],
        ),
        (
            restrict(
                "ReadRestrictions",
                ReadByKeyRestrictions='<Record><PropertyValue Property="Readable" Bool="false"/></Record>',
            ),
            ["GET", "POST"],
            ["PATCH", "DELETE"],
        ),
        (
            restrict(
                "ReadRestrictions",
                Readable=False,
                ReadByKeyRestrictions='<Record><PropertyValue Property="Readable" Bool="true"/></Record>',
            ),
            ["POST"],
            ["GET", "PATCH", "DELETE"],
        ),
    ],
)
def test_calls_of_a_set_and_its_items(
    surface_of: Build, annotation: str, collection: list[str], item: list[str]
) -> None:
    reader = surface_of(schema(set=annotation))
    assert reader.methods("As") == collection
    assert reader.methods("As", "{}") == item
    assert reader.methods("Plain") == ["GET", "POST"]
    assert reader.methods("Plain", "{}") == ["GET", "PATCH", "DELETE"]


def test_replacing_is_not_updating(surface_of: Build) -> None:
    annotation = restrict("UpdateRestrictions", UpdateMethod=enum("HttpMethod", "PUT"))
    reader = surface_of(schema(set=annotation))
    assert reader.call(HttpMethod.PUT, "As", "{}").kind is CallKind.REPLACE


@pytest.mark.parametrize(
    ("annotation", "option"),
    [
        (restrict("FilterRestrictions", Filterable=False), "filter"),
        (restrict("SortRestrictions", Sortable=False), "orderby"),
        (restrict("SearchRestrictions", Searchable=False), "search"),
        (restrict("ExpandRestrictions", Expandable=False), "expand"),
        (restrict("SelectSupport", Supported=False), "select"),
        (restrict("CountRestrictions", Countable=False), "count"),
        (f'<Annotation Term="{CAPABILITIES}TopSupported" Bool="false"/>', "top"),
        (f'<Annotation Term="{CAPABILITIES}SkipSupported" Bool="false"/>', "skip"),
    ],
)
@pytest.mark.parametrize("place", ["set", "others", "parts"])
def test_query_options_that_are_refused(
    surface_of: Build, place: str, annotation: str, option: str
) -> None:
    steps = {"set": ["As"], "others": ["As", "{}", "Others"], "parts": ["As", "{}", "Parts"]}[place]
    reader = surface_of(schema(**{place: annotation}))
    every = {"count", "expand", "filter", "orderby", "search", "select", "skip", "top"}
    assert reader.options(*steps) == every - {option}
    assert ("$count" in reader.edges(*steps)) is (option != "count")
    assert reader.options(*steps, "{}") == {"expand", "select"} - {option}


def test_a_capability_that_is_granted_changes_nothing(surface_of: Build) -> None:
    granted = restrict("FilterRestrictions", Filterable=True)
    granted += f'<Annotation Term="{CAPABILITIES}TopSupported"/>'
    granted += restrict("InsertRestrictions", Insertable=True)
    reader = surface_of(schema(set=granted))
    assert reader.at("As") is reader.at("Plain")


def test_counts_without_filter_or_search(surface_of: Build) -> None:
    refused = restrict("FilterRestrictions", Filterable=False)
    reader = surface_of(schema(set=refused))
    assert reader.options("As", "$count") == {"search"}
    assert reader.options("Plain", "$count") == {"filter", "search"}


def test_resources_set_apart_are_named_after_the_annotated_element(surface_of: Build) -> None:
    refused = restrict("InsertRestrictions", Insertable=False)
    reader = surface_of(schema(set=refused, others=refused))
    assert reader.at("As").declared_on == "n.C/As"
    assert reader.at("As", "{}", "Others").declared_on == "n.A/Others"
    assert reader.at("Plain").declared_on is None
    # Inserting is no concern of the item, so it is the one that all sets share.
    assert reader.at("As", "{}") is reader.at("Plain", "{}")


def test_ids_do_not_depend_on_what_else_is_annotated(surface_of: Build) -> None:
    refused = restrict("InsertRestrictions", Insertable=False)
    alone = surface_of(schema(parts=refused)).at("As", "{}", "Parts").id
    both = surface_of(schema(parts=refused, set=refused)).at("As", "{}", "Parts").id
    assert alone == both


def test_writes_through_references_can_be_granted_or_refused(surface_of: Build) -> None:
    granted = restrict("DeleteRestrictions", Deletable=True)
    refused = restrict("UpdateRestrictions", Updatable=False)
    reader = surface_of(schema(others=granted, boss=granted + refused))
    assert reader.methods("As", "{}", "Others", "{}") == ["GET", "PATCH", "DELETE"]
    assert reader.methods("As", "{}", "Boss") == ["GET", "DELETE"]


def test_references_can_be_refused(surface_of: Build) -> None:
    refused = restrict("NavigationRestrictions", Referenceable=False)
    reader = surface_of(schema(others=refused, boss=refused))
    assert "$ref" not in reader.edges("As", "{}", "Others")
    assert "$ref" not in reader.edges("As", "{}", "Others", "{}")
    assert "$ref" not in reader.edges("As", "{}", "Boss")


def test_items_without_an_address(surface_of: Build) -> None:
    annotation = f'<Annotation Term="{CAPABILITIES}IndexableByKey" Bool="false"/>'
    reader = surface_of(schema(set=annotation))
    assert "{}" not in reader.edges("As")
    assert "{}" in reader.edges("Plain")


def test_what_is_not_navigable_has_no_edge(surface_of: Build) -> None:
    refused = restrict("NavigationRestrictions", Navigability=enum("NavigationType", "None"))
    reader = surface_of(schema(boss=refused))
    assert "Boss" not in reader.edges("As", "{}")
    reader = surface_of(schema(set=refused))
    assert {"Others", "Boss", "Parts"}.isdisjoint(reader.edges("As", "{}"))
    assert {"Others", "Boss", "Parts"} <= set(reader.edges("Plain", "{}"))


def restricted(path: str, properties: str) -> str:
    return (
        f'<Annotation Term="{CAPABILITIES}NavigationRestrictions"><Record>'
        '<PropertyValue Property="RestrictedProperties"><Collection><Record>'
        f'<PropertyValue Property="NavigationProperty" NavigationPropertyPath="{path}"/>{properties}'
        "</Record></Collection></PropertyValue></Record></Annotation>"
    )


NOT_INSERTABLE = (
    '<PropertyValue Property="InsertRestrictions"><Record>'
    '<PropertyValue Property="Insertable" Bool="false"/></Record></PropertyValue>'
)


def test_a_set_restricts_the_navigation_below_it_alone(surface_of: Build) -> None:
    reader = surface_of(schema(set=restricted("Parts", NOT_INSERTABLE)))
    assert reader.methods("As", "{}", "Parts") == ["GET"]
    assert reader.at("As", "{}", "Parts").declared_on == "n.C/As/Parts"
    assert reader.methods("Plain", "{}", "Parts") == ["GET", "POST"]


def test_a_set_restricts_longer_paths(surface_of: Build) -> None:
    reader = surface_of(schema(set=restricted("Parts/Pieces", NOT_INSERTABLE)))
    assert reader.methods("As", "{}", "Parts") == ["GET", "POST"]
    assert reader.methods("As", "{}", "Parts", "{}", "Pieces") == ["GET"]
    assert reader.methods("As", "{}", "Parts", "{}", "Pieces", "{}", "Pieces") == ["GET", "POST"]
    assert reader.methods("Plain", "{}", "Parts", "{}", "Pieces") == ["GET", "POST"]


def test_the_set_s_word_on_a_navigation_beats_that_of_the_property(surface_of: Build) -> None:
    granted = NOT_INSERTABLE.replace("false", "true")
    refused = restrict("InsertRestrictions", Insertable=False)
    reader = surface_of(schema(set=restricted("Parts", granted), parts=refused))
    assert reader.methods("As", "{}", "Parts") == ["GET", "POST"]
    assert reader.methods("Plain", "{}", "Parts") == ["GET"]


def test_a_path_of_the_container_is_annotated(surface_of: Build) -> None:
    annotations = (
        '<Annotations Target="n.C/As/Parts">'
        + restrict("InsertRestrictions", Insertable=False)
        + "</Annotations>"
    )
    reader = surface_of(schema() + annotations)
    assert reader.methods("As", "{}", "Parts") == ["GET"]
    assert reader.methods("Plain", "{}", "Parts") == ["GET", "POST"]


def test_defaults_of_the_container(surface_of: Build) -> None:
    defaults = (
        f'<Annotation Term="{CAPABILITIES}DefaultCapabilities"><Record>'
        '<PropertyValue Property="SearchRestrictions"><Record>'
        '<PropertyValue Property="Searchable" Bool="false"/></Record></PropertyValue>'
        "</Record></Annotation>"
    )
    own = restrict("SearchRestrictions", Searchable=True)
    reader = surface_of(schema(container=defaults, set=own))
    assert "search" in reader.options("As")
    assert "search" not in reader.options("Plain")


def test_a_type_says_how_it_is_written_everywhere_and_how_its_sets_are_read(
    surface_of: Build,
) -> None:
    said = restrict("DeleteRestrictions", Deletable=False)
    said += restrict("CountRestrictions", Countable=False)
    reader = surface_of(schema(type=said))
    assert reader.methods("As", "{}") == ["GET", "PATCH"]
    assert "$count" not in reader.edges("As")
    assert "$count" in reader.edges("As", "{}", "Others")


def test_qualified_annotations_say_nothing_of_the_surface(surface_of: Build) -> None:
    annotation = restrict("InsertRestrictions", Insertable=False).replace(
        "<Annotation ", '<Annotation Qualifier="x" '
    )
    reader = surface_of(schema(set=annotation))
    assert reader.methods("As") == ["GET", "POST"]


def test_values_that_a_client_cannot_know_restrict_nothing(surface_of: Build) -> None:
    dynamic = (
        f'<Annotation Term="{CAPABILITIES}InsertRestrictions"><Record>'
        '<PropertyValue Property="Insertable" Path="IsOpen"/></Record></Annotation>'
        f'<Annotation Term="{CAPABILITIES}UpdateRestrictions" String="no"/>'
    )
    reader = surface_of(schema(set=dynamic))
    assert reader.methods("As") == ["GET", "POST"]
    assert reader.methods("As", "{}") == ["GET", "PATCH", "DELETE"]


def test_words_and_own_query_options_and_headers(surface_of: Build) -> None:
    custom = (
        "<Collection><Record>"
        '<PropertyValue Property="Name" String="{name}"/>'
        '<PropertyValue Property="Required" Bool="true"/>'
        '<PropertyValue Property="Description" String="Needed."/>'
        "</Record></Collection>"
    )
    annotation = restrict(
        "ReadRestrictions",
        Description="List them.",
        LongDescription="All of them.",
        CustomQueryOptions=custom.format(name="model"),
        CustomHeaders=custom.format(name="ConsistencyLevel"),
    )
    reader = surface_of(schema(set=annotation))
    call = reader.call(HttpMethod.GET, "As")
    assert (call.description, call.long_description) == ("List them.", "All of them.")
    assert call.custom_query == (CustomParameter("model", True, "Needed."),)
    assert call.custom_headers == (CustomParameter("ConsistencyLevel", True, "Needed."),)
    by_key = reader.call(HttpMethod.GET, "As", "{}")
    assert by_key.description is None
    assert by_key.custom_query == call.custom_query


def test_a_singleton_reads_by_its_read_restrictions(surface_of: Build) -> None:
    annotation = restrict("ReadRestrictions", Description="Read it.")
    annotation += restrict("UpdateRestrictions", Updatable=False)
    reader = surface_of(schema(singleton=annotation))
    assert reader.methods("Top") == ["GET"]
    assert reader.call(HttpMethod.GET, "Top").description == "Read it."
    assert reader.at("Top").declared_on == "n.C/Top"


def test_restrictions_that_name_themselves_come_to_an_end(surface_of: Build) -> None:
    """A property may restrict the path over itself; no path may make new resources for ever."""
    reader = surface_of(schema(others=restricted("Others", NOT_INSERTABLE)))
    assert reader.methods("As", "{}", "Others") == ["GET", "POST"]
    assert reader.methods("As", "{}", "Others", "{}", "Others") == ["GET"]
    assert reader.methods("As", "{}", "Others", "{}", "Others", "{}", "Others") == ["GET", "POST"]
    assert len(reader.surface.resources) < 40


def test_many_restricted_paths_make_no_more_resources_than_paths(surface_of: Build) -> None:
    paths = [["Others"] * depth for depth in range(1, 60)]
    said = restricted("Others", NOT_INSERTABLE)
    one = said[
        said.index("<Collection><Record>") + len("<Collection>") : said.index("</Collection>")
    ]
    many = "".join(one.replace('Path="Others"', f'Path="{"/".join(p)}"') for p in paths)
    reader = surface_of(schema(set=said.replace(one, many)))
    steps = [step for _ in range(59) for step in ("{}", "Others")]
    assert reader.methods("As", *steps) == ["GET"]
    assert reader.methods("As", *steps, "{}", "Others") == ["GET", "POST"]
    assert len(reader.surface.resources) < 200


BOUND = """
<EntityType Name="Booking"><Key><PropertyRef Name="Id"/></Key>
  <Property Name="Id" Type="Edm.String" Nullable="false"/>
  <NavigationProperty Name="Carrier" Type="n.Airline"/>
  <NavigationProperty Name="Others" Type="Collection(n.Airline)"/></EntityType>
<EntityType Name="Airline"><Key><PropertyRef Name="Id"/></Key>
  <Property Name="Id" Type="Edm.String" Nullable="false"/></EntityType>
<EntityContainer Name="C">
  <EntitySet Name="Bookings" EntityType="n.Booking">
    <NavigationPropertyBinding Path="Carrier" Target="Airlines"/>
    <NavigationPropertyBinding Path="Others" Target="Airlines"/>{said}</EntitySet>
  <EntitySet Name="Free" EntityType="n.Booking"/>
  <EntitySet Name="Airlines" EntityType="n.Airline">{on_set}</EntitySet>
</EntityContainer>
"""
READ_ONLY = restrict("UpdateRestrictions", Updatable=False) + restrict(
    "InsertRestrictions", Insertable=False
)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (("Bookings", "{}", "Carrier"), {"GET"}),
        (("Bookings", "{}", "Others"), {"GET"}),
        (("Bookings", "{}", "Others", "{}"), {"GET"}),
        # No binding says that these are the same airlines.
        (("Free", "{}", "Carrier"), {"GET", "PATCH"}),
        (("Free", "{}", "Others"), {"GET", "POST"}),
    ],
)
def test_what_a_set_refuses_is_refused_through_navigation_that_is_bound_to_it(
    surface_of: Build, path: tuple[str, ...], expected: set[str]
) -> None:
    surface = surface_of(BOUND.format(said="", on_set=READ_ONLY))
    assert set(surface.methods(*path)) == expected


def test_what_is_said_of_the_navigation_itself_comes_first(surface_of: Build) -> None:
    said = (
        f'<Annotation Term="{CAPABILITIES}NavigationRestrictions"><Record>'
        '<PropertyValue Property="RestrictedProperties"><Collection><Record>'
        '<PropertyValue Property="NavigationProperty" NavigationPropertyPath="Carrier"/>'
        '<PropertyValue Property="UpdateRestrictions"><Record>'
        '<PropertyValue Property="Updatable" Bool="true"/></Record></PropertyValue>'
        "</Record></Collection></PropertyValue></Record></Annotation>"
    )
    surface = surface_of(BOUND.format(said=said, on_set=READ_ONLY))
    assert set(surface.methods("Bookings", "{}", "Carrier")) == {"GET", "PATCH"}
