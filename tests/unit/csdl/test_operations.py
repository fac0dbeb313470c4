"""Actions, functions, terms and the container (CSDL XML 4.01, sections 12, 13 and 14.1)."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from edmund.csdl.document import FacetAttributes, SchemaElement

Read = Callable[[str], SchemaElement]
Found = Callable[[str], list[tuple[str, int]]]


def test_actions_and_their_overloads(read_schema: Read) -> None:
    first, second = read_schema("""<Action Name="Do" IsBound="true" EntitySetPath="it/Items">
             <Parameter Name="it" Type="self.E" Nullable="false"/>
             <Parameter Name="text" Type="Edm.String" MaxLength="5" Unicode="false">
               <Annotation Term="self.T"/></Parameter>
             <ReturnType Type="Collection(Edm.Decimal)" Nullable="false" Precision="3" Scale="1">
               <Annotation Term="self.U"/></ReturnType>
             <Annotation Term="self.V"/></Action>
           <Action Name="Do"/>""").actions
    assert (first.name, first.is_bound, first.entity_set_path) == ("Do", True, "it/Items")
    assert [(p.name, p.type, p.nullable) for p in first.parameters] == [
        ("it", "self.E", False),
        ("text", "Edm.String", None),
    ]
    assert first.parameters[1].facets == FacetAttributes(max_length=5, unicode=False)
    assert first.parameters[1].annotations[0].term == "self.T"
    assert first.return_type is not None
    assert (first.return_type.type, first.return_type.nullable) == (
        "Collection(Edm.Decimal)",
        False,
    )
    assert first.return_type.facets == FacetAttributes(precision=3, scale=1)
    assert first.return_type.annotations[0].term == "self.U"
    assert first.annotations[0].term == "self.V"
    assert (second.is_bound, second.parameters, second.return_type) == (None, (), None)


def test_a_function_returns_something(read_schema: Read, refused: Found) -> None:
    (function,) = read_schema(
        '<Function Name="F" IsBound="false" IsComposable="true"><ReturnType Type="Edm.Int32"/></Function>'
    ).functions
    assert (function.name, function.is_bound, function.is_composable) == ("F", False, True)
    assert refused('<Function Name="F"/>') == [("EDM128", 4)]


@pytest.mark.parametrize("kind", ["Action", "Function"])
def test_one_return_type(refused: Found, kind: str) -> None:
    body = (
        f'<{kind} Name="F"><ReturnType Type="Edm.Int32"/>\n<ReturnType Type="Edm.Int32"/></{kind}>'
    )
    assert refused(body) == [("EDM126", 5)]


def test_terms(read_schema: Read) -> None:
    (term,) = read_schema(
        """<Term Name="T" Type="Edm.Decimal" BaseTerm="self.B" DefaultValue="1.5" Nullable="false"
            Scale="floating" AppliesTo="Property&#10; EntityType"><Annotation Term="self.T"/></Term>"""
    ).terms
    assert (term.name, term.type, term.base_term) == ("T", "Edm.Decimal", "self.B")
    assert (term.default_value, term.nullable) == ("1.5", False)
    assert term.applies_to == ("Property", "EntityType")
    assert term.annotations[0].term == "self.T"


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ('<Term Name="T"/>', "EDM120"),
        ('<Term Name="T" Type="Edm.Boolean" BaseTerm="x"/>', "EDM133"),
        ('<Action Name="A"><Parameter Name="p"/></Action>', "EDM120"),
        ('<Action Name="A"><ReturnType Type="Int32"/></Action>', "EDM134"),
        ('<Action Name="A" IsBound="maybe"/>', "EDM121"),
        ('<EntityContainer/>', "EDM120"),
        ('<EntityContainer Name="C"><EntitySet Name="S"/></EntityContainer>', "EDM120"),
        ('<EntityContainer Name="C"><EntitySet Name="S" EntityType="Collection(a.b.E)"/></EntityContainer>', "EDM133"),
        ('<EntityContainer Name="C"><Singleton Name="S" Type="E"/></EntityContainer>', "EDM133"),
        ('<EntityContainer Name="C"><ActionImport Name="S"/></EntityContainer>', "EDM120"),
        ('<EntityContainer Name="C"><FunctionImport Name="S" Function="f"/></EntityContainer>', "EDM133"),
        ('<EntityContainer Name="C"><Singleton Name="S" Type="a.b.E">'
         '<NavigationPropertyBinding Path="N"/></Singleton></EntityContainer>', "EDM120"),
    ],
)  # fmt: skip
def test_bad_input(refused: Found, body: str, code: str) -> None:
    assert refused(body) == [(code, 4)]


def test_a_container_with_everything(read_schema: Read) -> None:
    (container,) = read_schema("""<EntityContainer Name="C" Extends="other.C">
             <EntitySet Name="Es" EntityType="self.E" IncludeInServiceDocument="false">
               <NavigationPropertyBinding Path="N" Target="Fs"/>
               <NavigationPropertyBinding Path="self.D/N" Target="other.C/Gs"/>
               <Annotation Term="self.T"/></EntitySet>
             <Singleton Name="Me" Type="self.E" Nullable="true">
               <NavigationPropertyBinding Path="M" Target="Me/Ms"/><Annotation Term="self.T"/></Singleton>
             <ActionImport Name="Do" Action="self.Do" EntitySet="Es"><Annotation Term="self.T"/></ActionImport>
             <FunctionImport Name="Find" Function="self.Find" EntitySet="Es" IncludeInServiceDocument="true">
               <Annotation Term="self.T"/></FunctionImport>
             <Annotation Term="self.T"/>
           </EntityContainer>""").containers
    assert (container.name, container.extends) == ("C", "other.C")
    (entity_set,) = container.entity_sets
    assert (entity_set.name, entity_set.entity_type) == ("Es", "self.E")
    assert entity_set.include_in_service_document is False
    assert [(b.path, b.target) for b in entity_set.bindings] == [
        ("N", "Fs"),
        ("self.D/N", "other.C/Gs"),
    ]
    (singleton,) = container.singletons
    assert (singleton.name, singleton.type, singleton.nullable) == ("Me", "self.E", True)
    assert [(b.path, b.target) for b in singleton.bindings] == [("M", "Me/Ms")]
    (action,) = container.action_imports
    assert (action.name, action.action, action.entity_set) == ("Do", "self.Do", "Es")
    (function,) = container.function_imports
    assert (function.name, function.function, function.entity_set) == ("Find", "self.Find", "Es")
    assert function.include_in_service_document is True
    for annotated in (container, entity_set, singleton, action, function):
        assert [a.term for a in annotated.annotations] == ["self.T"]


def test_annotations_by_target(read_schema: Read) -> None:
    schema = read_schema(
        """<Annotations Target="self.C/Es" Qualifier="Tablet"><Annotation Term="self.T"/></Annotations>
           <Annotations Target="self.F(Edm.String,Collection(a.b.T))/p"/>"""
    )
    first, second = schema.external_annotations
    assert (first.target, first.qualifier) == ("self.C/Es", "Tablet")
    assert [a.term for a in first.annotations] == ["self.T"]
    assert (second.target, second.annotations) == ("self.F(Edm.String,Collection(a.b.T))/p", ())


def test_children_keep_their_order(read_schema: Read) -> None:
    schema = read_schema("""<ComplexType Name="B"/><EnumType Name="A"/><Annotation Term="self.Z"/>
           <EntityType Name="D"/><TypeDefinition Name="C" UnderlyingType="Edm.String"/>
           <Annotation Term="self.Y"/>""")
    assert [t.name for t in schema.types] == ["B", "A", "D", "C"]
    assert [a.term for a in schema.annotations] == ["self.Z", "self.Y"]
