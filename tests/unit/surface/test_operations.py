"""Actions and functions: where they can be called, how, and what lies behind a composable function."""

from collections.abc import Callable
from typing import Any

from edmund.surface.elements import CallKind, HttpMethod, QueryOption, ResourceKind, SegmentKind
from edmund.surface.type_parts import name_of

Build = Callable[..., Any]

TYPES = """
<EntityType Name="A"><Key><PropertyRef Name="Id"/></Key>
  <Property Name="Id" Type="Edm.String" Nullable="false"/>
  <NavigationProperty Name="Bs" Type="Collection(n.B)" ContainsTarget="true"/></EntityType>
<EntityType Name="B" BaseType="n.A"/>
<EntityContainer Name="C">
  <EntitySet Name="As" EntityType="n.A"/><EntitySet Name="Bs" EntityType="n.B"/>
  %s
</EntityContainer>
"""


def types(imports: str = "") -> str:
    return TYPES % imports


def action(name: str, binding: str, extra: str = "") -> str:
    return f'<Action Name="{name}" IsBound="true"><Parameter Name="it" Type="{binding}"/>{extra}</Action>'


def function(name: str, binding: str, returns: str, extra: str = "", more: str = "") -> str:
    return (
        f'<Function Name="{name}" IsBound="true" {more}><Parameter Name="it" Type="{binding}"/>'
        f'{extra}<ReturnType Type="{returns}"/></Function>'
    )


def test_an_action_is_posted_with_its_own_parameters(surface_of: Build) -> None:
    extra = '<Parameter Name="text" Type="Edm.String"/><ReturnType Type="n.A"/>'
    reader = surface_of(types() + action("Do", "n.A", extra))
    call = reader.call(HttpMethod.POST, "As", "{}", "n.Do")
    assert call.kind is CallKind.INVOKE
    assert [p.name for p in call.parameters] == ["text"]
    assert call.returns is not None and name_of(call.returns) == "n.A"
    assert call.operation == "n.Do"
    assert reader.at("As", "{}", "n.Do").kind is ResourceKind.ACTION


def test_a_bound_operation_is_there_on_derived_types_and_not_on_collections(
    surface_of: Build,
) -> None:
    reader = surface_of(types() + action("Do", "n.A") + action("All", "Collection(n.A)"))
    assert "n.Do" in reader.edges("Bs", "{}")
    assert "n.All" in reader.edges("Bs")
    assert "n.Do" not in reader.edges("Bs")
    assert "n.All" not in reader.edges("Bs", "{}")
    assert reader.at("Bs", "{}", "n.Do") is reader.at("As", "{}", "n.Do")


def test_an_operation_of_a_derived_type_is_not_on_its_base(surface_of: Build) -> None:
    reader = surface_of(types() + action("Do", "n.B"))
    assert "n.Do" not in reader.edges("As", "{}")
    assert "n.Do" in reader.edges("As", "{}", "n.B")


def test_the_overload_of_the_derived_type_wins(surface_of: Build) -> None:
    reader = surface_of(
        types()
        + action("Do", "n.A", '<ReturnType Type="Edm.Int32"/>')
        + action("Do", "n.B", '<ReturnType Type="Edm.String"/>')
    )
    assert reader.edges("Bs", "{}").count("n.Do") == 1
    assert name_of(reader.call(HttpMethod.POST, "Bs", "{}", "n.Do").returns) == "Edm.String"
    assert name_of(reader.call(HttpMethod.POST, "As", "{}", "n.Do").returns) == "Edm.Int32"


def test_overloads_of_a_function_differ_by_parameters(surface_of: Build) -> None:
    parameter = '<Parameter Name="at" Type="Edm.Int32" Nullable="false"/>'
    reader = surface_of(
        types() + function("F", "n.A", "Edm.String") + function("F", "n.A", "Edm.String", parameter)
    )
    assert [e for e in reader.edges("As", "{}") if e.startswith("n.F")] == ["n.F", "n.F(at)"]
    assert reader.call(HttpMethod.GET, "As", "{}", "n.F(at)").parameters == ()


def test_optional_parameters_stand_apart(surface_of: Build) -> None:
    extra = (
        '<Parameter Name="a" Type="Edm.Int32"/><Parameter Name="b" Type="Edm.Int32">'
        '<Annotation Term="Org.OData.Core.V1.OptionalParameter"/></Parameter>'
    )
    edge = surface_of(types() + function("F", "n.A", "Edm.String", extra)).edge(
        "As", "{}", "n.F(a)"
    )
    assert [p.name for p in edge.parameters] == ["a"]
    assert [p.name for p in edge.optional_parameters] == ["b"]


def test_an_action_and_a_function_of_one_name(surface_of: Build) -> None:
    reader = surface_of(
        types()
        + action("Look", "n.A")
        + function("Look", "n.A", "Edm.String", '<Parameter Name="far" Type="Edm.Int32"/>')
    )
    assert reader.at("As", "{}", "n.Look").kind is ResourceKind.ACTION
    assert reader.at("As", "{}", "n.Look(far)").kind is ResourceKind.FUNCTION


def test_only_composable_functions_are_followed(surface_of: Build) -> None:
    reader = surface_of(
        types()
        + function("One", "n.A", "n.B", more='IsComposable="true"')
        + function("Last", "n.A", "n.B")
        + function("Many", "n.A", "Collection(n.B)", more='IsComposable="true"')
        + action("All", "Collection(n.A)")
    )
    assert "Bs" in reader.edges("As", "{}", "n.One")
    assert reader.at("As", "{}", "n.One", "n.One") is reader.at("As", "{}", "n.One")
    assert reader.edges("As", "{}", "n.Last") == []
    assert reader.edges("As", "{}", "n.Many") == ["$count", "n.All"]


def test_a_function_s_collection_takes_query_options(surface_of: Build) -> None:
    reader = surface_of(
        types()
        + function("Entities", "n.A", "Collection(n.B)")
        + function("Texts", "n.A", "Collection(Edm.String)")
        + function("Text", "n.A", "Edm.String")
    )
    assert {"expand", "select", "filter", "top"} <= reader.options("As", "{}", "n.Entities")
    assert reader.options("As", "{}", "n.Texts").isdisjoint({"expand", "select"})
    assert reader.options("As", "{}", "n.Text") == set()
    assert reader.call(HttpMethod.GET, "As", "{}", "n.Texts").pageable
    assert not reader.call(HttpMethod.GET, "As", "{}", "n.Text").pageable


def test_delta_by_annotation_or_by_name(surface_of: Build) -> None:
    annotated = (
        '<Function Name="Changes" IsBound="true"><Parameter Name="it" Type="Collection(n.A)"/>'
        '<ReturnType Type="Collection(n.A)"><Annotation Term="Org.OData.Core.V1.IsDelta"/>'
        "</ReturnType></Function>"
    )
    reader = surface_of(
        types() + annotated + function("delta", "Collection(n.A)", "Collection(n.A)")
    )
    for name in ("n.Changes", "n.delta"):
        call = reader.call(HttpMethod.GET, "As", name)
        assert call.delta
        assert QueryOption.DELTATOKEN in call.query
    assert not reader.call(HttpMethod.GET, "As").delta


def test_imports_are_called_by_their_own_name(surface_of: Build) -> None:
    reader = surface_of(
        types(
            '<ActionImport Name="Reset" Action="n.DoReset"/>'
            '<FunctionImport Name="Near" Function="n.GetNear"/>'
        )
        + '<Action Name="DoReset"/>'
        + '<Function Name="GetNear"><Parameter Name="lat" Type="Edm.Double"/>'
        '<ReturnType Type="n.A"/></Function>'
        '<Function Name="GetNear"><Parameter Name="city" Type="Edm.String"/>'
        '<ReturnType Type="n.A"/></Function>'
    )
    assert reader.edges() == ["As", "Bs", "Reset", "Near(lat)", "Near(city)"]
    assert reader.edge("Reset").kind is SegmentKind.IMPORT
    assert reader.edge("Reset").qualified_name == "n.DoReset"
    assert reader.methods("Reset") == ["POST"]


def test_an_unbound_operation_without_an_import_cannot_be_called(surface_of: Build) -> None:
    reader = surface_of(types() + '<Action Name="Hidden"/>')
    assert all(r.kind is not ResourceKind.ACTION for r in reader.surface.resources)


REQUIRES = '<Annotation Term="Org.OData.Core.V1.RequiresExplicitBinding"/>'


def test_explicit_bindings_alone_bind_what_requires_them(surface_of: Build) -> None:
    binds = (
        '<Annotation Term="Org.OData.Core.V1.ExplicitOperationBindings">'
        "<Collection><String>n.Do</String></Collection></Annotation>"
    )
    schema = types().replace(
        '<EntitySet Name="As" EntityType="n.A"/>',
        f'<EntitySet Name="As" EntityType="n.A">{binds}</EntitySet>'
        '<EntitySet Name="Others" EntityType="n.A"/>',
    )
    reader = surface_of(schema + action("Do", "Collection(n.A)", REQUIRES))
    assert "n.Do" in reader.edges("As")
    assert "n.Do" not in reader.edges("Others")


def test_what_nobody_binds_explicitly_is_bound_to_its_type(surface_of: Build) -> None:
    reader = surface_of(types() + action("Do", "n.A", REQUIRES))
    assert "n.Do" in reader.edges("As", "{}")


def test_names_of_a_default_namespace_are_bare(surface_of: Build) -> None:
    default = '<Annotation Term="Org.OData.Core.V1.DefaultNamespace"/>'
    reader = surface_of(default + types() + action("Do", "n.A"), attributes='Alias="short"')
    assert "Do" in reader.edges("As", "{}")
    assert reader.edge("As", "{}", "Do").qualified_name == "n.Do"
    assert "short.B" in reader.edges("As")


def test_microsoft_graph_takes_bare_names_and_keys_as_segments(surface_of: Build) -> None:
    schema = types().replace("n.A", "microsoft.graph.A").replace("n.B", "microsoft.graph.B")
    schema += action("Do", "microsoft.graph.A")
    reader = surface_of(schema, "microsoft.graph", 'Alias="graph"')
    assert "Do" in reader.edges("As", "{}")
    assert "graph.B" in reader.edges("As")
    assert reader.edge("As", "{}").kind is SegmentKind.KEY


def test_words_and_deprecation_of_an_operation(surface_of: Build) -> None:
    said = (
        '<Annotation Term="Org.OData.Core.V1.Description" String="Does it."/>'
        '<Annotation Term="Org.OData.Core.V1.LongDescription" String="At length."/>'
        '<Annotation Term="Org.OData.Core.V1.Revisions"><Collection><Record>'
        '<PropertyValue Property="Kind"><EnumMember>Org.OData.Core.V1.RevisionKind/Deprecated'
        '</EnumMember></PropertyValue><PropertyValue Property="Description" String="Do not."/>'
        '<PropertyValue Property="RemovalDate" Date="2030-01-02"/>'
        "</Record></Collection></Annotation>"
    )
    reader = surface_of(types() + action("Do", "n.A", said))
    call = reader.call(HttpMethod.POST, "As", "{}", "n.Do")
    assert (call.description, call.long_description) == ("Does it.", "At length.")
    assert call.deprecation is not None
    assert (call.deprecation.description, call.deprecation.removal_date) == (
        "Do not.",
        "2030-01-02",
    )
    assert reader.edge("As", "{}", "n.Do").deprecation == call.deprecation


def test_a_value_that_is_only_a_stream_is_answered_as_bytes(surface_of: Build) -> None:
    stream = '<Property Name="content" Type="Edm.Stream"/>'
    reader = surface_of(
        types()
        + f'<ComplexType Name="Report">{stream}</ComplexType>'
        + f'<ComplexType Name="Named">{stream}<Property Name="Name" Type="Edm.String"/></ComplexType>'
        + f'<ComplexType Name="Open" OpenType="true">{stream}</ComplexType>'
        + function("Report", "n.A", "n.Report")
        + function("Named", "n.A", "n.Named")
        + function("Open", "n.A", "n.Open")
    )
    answers = {
        name: name_of(reader.call(HttpMethod.GET, "As", "{}", f"n.{name}").returns)
        for name in ("Report", "Named", "Open")
    }
    assert answers == {"Report": "Edm.Stream", "Named": "n.Named", "Open": "n.Open"}
