"""Annotations on their targets (OData CSDL XML 4.01, section 14.2) with qualified names in them."""

from __future__ import annotations

import pytest

from edmund.csdl.expression import (
    Apply,
    Cast,
    CollectionExpression,
    Constant,
    ConstantKind,
    If,
    IsOf,
    Path,
    Record,
)
from edmund.model.elements import OperationKind

BODY = """
<EntityType Name="A"><Key><PropertyRef Name="id"/></Key>
  <Property Name="id" Type="Edm.String" Nullable="false"/>
  <NavigationProperty Name="parts" Type="Collection(ns.A)" ContainsTarget="true"/></EntityType>
<EntityType Name="B" BaseType="ns.A"><NavigationProperty Name="more" Type="ns.A"/></EntityType>
<EnumType Name="E"><Member Name="a"/></EnumType>
<TypeDefinition Name="D" UnderlyingType="Edm.String"/>
<Term Name="T" Type="Edm.String"/>
<Action Name="act" IsBound="true"><Parameter Name="it" Type="ns.A"/>
  <Parameter Name="x" Type="Edm.String"/><ReturnType Type="ns.A"/></Action>
<Action Name="act" IsBound="true"><Parameter Name="it" Type="Collection(ns.A)"/>
  <Parameter Name="x" Type="Edm.String"/><ReturnType Type="ns.A"/></Action>
<Function Name="f"><Parameter Name="n" Type="Edm.Int32"/><ReturnType Type="Edm.String"/></Function>
<EntityContainer Name="C"><EntitySet Name="as" EntityType="ns.A"/><Singleton Name="one" Type="ns.B"/>
  <ActionImport Name="go" Action="ns.un"/></EntityContainer>
<Action Name="un"/>
"""


def said(annotations):
    return [a.value.text for a in annotations]


def annotated(csdl, target):
    """The model with one annotation put on `target` from another document, and the warnings."""
    other = csdl.document(
        f'<Annotations Target="{target}"><Annotation Term="v.Note" String="here"/></Annotations>',
        namespace="elsewhere",
        references=csdl.include("a.csdl", "ns", "al"),
        source="notes.csdl",
    )
    return csdl.resolve(csdl.document(BODY), other)


def the(items, name):
    return next(item for item in items if item.name == name)


TARGETS = {
    "al.A": lambda m: [m.types_by_name["ns.A"]],
    "ns.A": lambda m: [m.types_by_name["ns.A"]],
    "al.A/id": lambda m: [m.types_by_name["ns.A"].properties[0]],
    "al.A/parts": lambda m: [m.types_by_name["ns.A"].navigation_properties[0]],
    "al.E": lambda m: [m.types_by_name["ns.E"]],
    "al.E/a": lambda m: [m.types_by_name["ns.E"].members[0]],
    "al.D": lambda m: [m.types_by_name["ns.D"]],
    "al.T": lambda m: [m.terms_by_name["ns.T"]],
    "al.act": lambda m: list(m.operations_by_name["ns.act"]),
    "al.act(al.A,Edm.String)": lambda m: [m.operations_by_name["ns.act"][0]],
    "al.act(Collection(al.A), Edm.String)": lambda m: [m.operations_by_name["ns.act"][1]],
    "ns.act(ns.A)": lambda m: [m.operations_by_name["ns.act"][0]],
    "al.act/x": lambda m: [o.parameters[1] for o in m.operations_by_name["ns.act"]],
    "al.act(Collection(al.A),Edm.String)/x": lambda m: [
        m.operations_by_name["ns.act"][1].parameters[1]
    ],
    "al.act/$ReturnType": lambda m: [o.return_type for o in m.operations_by_name["ns.act"]],
    "al.f(Edm.Int32)/$ReturnType": lambda m: [m.operations_by_name["ns.f"][0].return_type],
    "al.f(n)": lambda m: [m.operations_by_name["ns.f"][0]],
    "al.act(Collection(al.A),x)": lambda m: [m.operations_by_name["ns.act"][1]],
    "al.f(Edm.Int32)/n": lambda m: [m.operations_by_name["ns.f"][0].parameters[0]],
    "al.C": lambda m: [m.containers[0]],
    "al.C/as": lambda m: [m.containers[0].entity_sets[0]],
    "al.C/one": lambda m: [m.containers[0].singletons[0]],
    "al.C/go": lambda m: [m.containers[0].operation_imports[0]],
    "al.C/as/parts": lambda m: [m.containers[0].path_annotations[0]],
    "al.C/one/more/al.B/more": lambda m: [m.containers[0].path_annotations[0]],
    "al": lambda m: [m.schemas[0]],
    "ns": lambda m: [m.schemas[0]],
}


def everything_annotated(model):
    """Every element of the model that has annotations."""
    elements = [*model.schemas, *model.types, *model.operations, *model.terms, *model.containers]
    for t in model.types:
        for each in ("properties", "navigation_properties", "members"):
            elements += getattr(t, each, ())
    for o in model.operations:
        elements += o.parameters
        elements += [o.return_type] if o.return_type is not None else []
    for c in model.containers:
        elements += c.entity_sets + c.singletons + c.operation_imports + c.path_annotations
    return [e for e in elements if e.annotations]


@pytest.mark.parametrize("target", TARGETS)
def test_a_target_gets_the_annotation_and_nothing_else_does(csdl, target):
    model = annotated(csdl, target).good
    expected = TARGETS[target](model)
    assert expected and everything_annotated(model) == expected
    assert all(said(element.annotations) == ["here"] for element in expected)


def test_a_type_that_is_called_like_a_namespace_is_the_target(csdl):
    model = csdl.of(
        '<ComplexType Name="b"/>'
        '<Annotations Target="a.b"><Annotation Term="v.T" String="x"/></Annotations>',
        namespace="a",
        more=csdl.schema('<ComplexType Name="c"/>', "a.b"),
    ).good
    assert everything_annotated(model) == [model.types_by_name["a.b"]]


def test_the_path_below_a_container_child_is_qualified(csdl):
    model = annotated(csdl, "al.C/one/more/al.B/more").good
    assert model.containers[0].path_annotations[0].path == "one/more/ns.B/more"


@pytest.mark.parametrize(
    ("target", "hint"),
    [
        ("al.ac", "did you mean 'ns.act'?"),
        ("al.A/idd", "did you mean 'ns.A/id'?"),
        ("al.B/id", "'ns.B' itself declares no 'id'"),
        ("al.act(al.B)", "no overload of 'ns.act'"),
        ("al.C/as/no", None),
        ("al.E/b", None),
        ("nowhere.X", None),
    ],
)
def test_a_target_that_matches_nothing_is_told(csdl, target, hint):
    found = annotated(csdl, target)
    warning = found.only("EDM220")
    assert repr(target) in warning.message
    assert (warning.span.file, warning.span.line) == ("notes.csdl", 2)
    assert hint is None or hint in warning.hint
    assert not everything_annotated(found.model)


def test_a_target_in_a_file_that_was_not_given(csdl):
    found = csdl.of(
        '<Annotations Target="o.X"><Annotation Term="v.T" String=""/></Annotations>',
        references=csdl.include("Org.OData.Core.V1.xml", "Org.OData.Core.V1", "o"),
    )
    assert "'Org.OData.Core.V1.xml'" in found.only("EDM220").message


def test_the_qualifier_of_the_element_applies_where_an_annotation_has_none(csdl):
    """Section 14.2.2."""
    model = csdl.of(
        '<ComplexType Name="C"/><Annotations Target="ns.C" Qualifier="Q">'
        '<Annotation Term="v.T" String="outer"/>'
        '<Annotation Term="v.T" Qualifier="Own" String="own"/></Annotations>'
    ).good
    found = {(a.term, a.qualifier): a.value.text for a in model.types[0].annotations}
    assert found == {("v.T", "Q"): "outer", ("v.T", "Own"): "own"}


def test_the_last_of_two_different_annotations_counts_and_both_places_are_told(csdl):
    found = csdl.of(
        '<ComplexType Name="C"><Annotation Term="v.T" String="inline"/></ComplexType>\n'
        '<Annotations Target="ns.C"><Annotation Term="v.T" String="outside"/></Annotations>'
    )
    warning = found.only("EDM221")
    assert (warning.span.line, warning.notes[0].span.line) == (3, 2)
    assert said(found.model.types[0].annotations) == ["outside"]


def test_the_same_annotation_twice_is_one(csdl):
    model = csdl.of(
        '<ComplexType Name="C"><Annotation Term="v.T" String="x"/></ComplexType>'
        '<Annotations Target="ns.C"><Annotation Term="v.T" String="x"/></Annotations>'
    ).good
    assert said(model.types[0].annotations) == ["x"]


def test_an_annotation_of_an_annotation(csdl):
    model = csdl.of(
        '<ComplexType Name="C"><Annotation Term="v.T" String="x"/></ComplexType>'
        '<Annotations Target="me.C@v.T"><Annotation Term="v.U" String="y"/></Annotations>',
        alias="me",
    ).good
    (outer,) = model.types[0].annotations
    assert said(outer.annotations) == ["y"]


def test_annotations_of_unknown_terms_are_kept_as_they_are(csdl):
    model = csdl.of('<ComplexType Name="C"><Annotation Term="x.y.Z" Int="3"/></ComplexType>').good
    (annotation,) = model.types[0].annotations
    assert annotation.term == "x.y.Z"
    assert annotation.value == Constant(ConstantKind.INT, "3")


class TestNamesInExpressions:
    def value(self, csdl, xml):
        model = csdl.of(
            f'{BODY}<ComplexType Name="X"><Annotation Term="v.T">{xml}</Annotation></ComplexType>',
            references=csdl.include("Org.OData.Core.V1.xml", "Org.OData.Core.V1", "Core"),
            alias="me",
        ).good
        return model.types_by_name["ns.X"].annotations[0].value

    def test_enum_members(self, csdl):
        value = self.value(csdl, "<EnumMember>me.E/a  me.E/a</EnumMember>")
        assert value == Constant(ConstantKind.ENUM_MEMBER, "ns.E/a ns.E/a")

    def test_record_types_and_nested_annotations(self, csdl):
        value = self.value(
            csdl,
            '<Record Type="me.X"><PropertyValue Property="p"><Annotation Term="Core.Description" '
            'String="d"/></PropertyValue><Annotation Term="me.T" String="t"/></Record>',
        )
        assert isinstance(value, Record) and value.type == "ns.X"
        assert value.annotations[0].term == "ns.T"
        assert value.properties[0].annotations[0].term == "Org.OData.Core.V1.Description"

    @pytest.mark.parametrize(
        ("written", "meant"),
        [
            ("a/b", "a/b"),
            ("me.B/more", "ns.B/more"),
            ("parts/me.B/more", "parts/ns.B/more"),
            ("@Core.Description#Q", "@Org.OData.Core.V1.Description#Q"),
            ("id@Core.Description", "id@Org.OData.Core.V1.Description"),
            ("me.f(me.A,Collection(me.A))/n", "ns.f(ns.A,Collection(ns.A))/n"),
            ("/me.C/as", "/ns.C/as"),
            ("/me.C/as('me.A, b')/id", "/ns.C/as('me.A, b')/id"),
        ],
    )
    def test_paths(self, csdl, written, meant):
        value = self.value(csdl, f"<Path>{written}</Path>")
        assert isinstance(value, Path) and value.text == meant

    def test_casts_tests_conditions_and_functions(self, csdl):
        value = self.value(
            csdl,
            '<If><IsOf Type="Collection(me.A)"><Path>me.B/more</Path></IsOf>'
            '<Cast Type="me.A"><Path>x</Path></Cast>'
            '<Apply Function="odata.concat"><Path>me.B/more</Path></Apply></If>',
        )
        assert isinstance(value, If)
        assert isinstance(value.condition, IsOf) and value.condition.type == "Collection(ns.A)"
        assert value.condition.operand.text == "ns.B/more"
        assert isinstance(value.then, Cast) and value.then.type == "ns.A"
        assert isinstance(value.otherwise, Apply)
        assert value.otherwise.function == "odata.concat"

    def test_strings_stay_unless_the_term_says_that_they_are_names(self, csdl):
        value = self.value(csdl, "<String>me.A</String>")
        assert value.text == "me.A"
        model = csdl.of(
            '<ComplexType Name="C"/><ComplexType Name="H"><Property Name="p" Type="me.C">'
            '<Annotation Term="Org.OData.Validation.V1.DerivedTypeConstraint"><Collection>'
            "<String>me.C</String></Collection></Annotation></Property></ComplexType>",
            alias="me",
        ).good
        constraint = model.types_by_name["ns.H"].properties[0].annotations[0].value
        assert isinstance(constraint, CollectionExpression)
        assert constraint.items[0].text == "ns.C"


class TestOperations:
    def test_an_overload_twice(self, csdl):
        overload = '<Function Name="g"><Parameter Name="p" Type="Edm.String"/><ReturnType Type="Edm.String"/></Function>'
        found = csdl.of(overload + "\n" + overload)
        warning = found.only("EDM208")
        assert (warning.span.line, warning.notes[0].span.line) == (3, 2)
        assert not found.errors
        assert len(found.model.operations_by_name["ns.g"]) == 1

    def test_two_overloads_that_cannot_be_told_apart(self, csdl):
        overload = '<Function Name="g"><Parameter Name="p" Type="Edm.String"/><ReturnType Type="Edm.%s"/></Function>'
        found = csdl.of(overload % "String" + "\n" + overload % "Guid")
        assert found.errors == [found.only("EDM208")]

    def test_overloads_that_differ_in_binding_or_parameters(self, csdl):
        model = csdl.of(BODY).good
        first, second = model.operations_by_name["ns.act"]
        assert first.kind is OperationKind.ACTION and first.bound
        assert (first.binding.collection, second.binding.collection) == (False, True)
        assert [p.name for p in first.own_parameters] == ["x"]

    def test_a_parameter_twice(self, csdl):
        csdl.of(
            '<Action Name="g"><Parameter Name="p" Type="Edm.String"/>'
            '<Parameter Name="p" Type="Edm.Int32"/></Action>'
        ).only("EDM201")


def test_inherited_keys_and_long_chains(csdl):
    """Each of many types redeclares a key: told each time, in linear time."""
    key = '<Key><PropertyRef Name="id"/></Key>'
    chain = "".join(
        f'<EntityType Name="T{i}" BaseType="ns.T{i - 1}">{key}</EntityType>' for i in range(1, 2000)
    )
    found = csdl.of(
        f'<EntityType Name="T0">{key}<Property Name="id" Type="Edm.String"/></EntityType>{chain}'
    )
    assert found.codes == ["EDM225"] * 1999
