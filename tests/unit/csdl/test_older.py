"""Documents of OData 1 to 3: what they become in 4.01, and what is told of them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from edmund import pipeline
from edmund.config.inputs import InputFile
from edmund.csdl.document import (
    ActionElement,
    Document,
    EntityContainerElement,
    EntitySetElement,
    EntityTypeElement,
    FunctionElement,
    NavigationPropertyElement,
    PropertyElement,
)
from edmund.csdl.expression import AnnotationValue, CollectionExpression, Constant, Path, Record
from edmund.csdl.reader import parse_document
from edmund.csdl.writing.json_document import write_json
from edmund.csdl.writing.xml_document import write_xml
from edmund.diagnostics import Diagnostic, EdmundError, Severity
from edmund.model.resolve import resolve_model
from edmund.pipeline import Recipe, compile_model, load_model
from edmund.slicing.slice import Selection
from edmund.targets.contract import TargetOptions
from edmund.targets.registry import TARGETS

METADATA = "http://schemas.microsoft.com/ado/2007/08/dataservices/metadata"
EDMX = "http://schemas.microsoft.com/ado/2007/06/edmx"
CORE = "Org.OData.Core.V1."
CAPABILITIES = "Org.OData.Capabilities.V1."


def document(body: str, *, edm: str = "2008/09/edm", declared: str = "2.0") -> str:
    """A document of one schema N whose children start on line 2."""
    return (
        f'<edmx:Edmx xmlns:edmx="{EDMX}" Version="1.0" xmlns:m="{METADATA}" '
        'xmlns:sap="http://www.sap.com/Protocols/SAPData" '
        'xmlns:annotation="http://schemas.microsoft.com/ado/2009/02/edm/annotation">'
        f'<edmx:DataServices m:DataServiceVersion="{declared}">'
        f'<Schema Namespace="N" Alias="Self" xmlns="http://schemas.microsoft.com/ado/{edm}">\n'
        f"{body}\n</Schema></edmx:DataServices></edmx:Edmx>"
    )


def read(body: str, **how: str) -> tuple[Document, tuple[Diagnostic, ...]]:
    return parse_document(document(body, **how).encode(), "in.edmx")


def quiet(body: str, **how: str) -> Document:
    found, told = read(body, **how)
    assert told == ()
    return found


def errors(text: str) -> list[tuple[str, int]]:
    with pytest.raises(EdmundError) as failure:
        parse_document(text.encode(), "in.edmx")
    found = [d for d in failure.value.diagnostics if d.severity is Severity.ERROR]
    return [(d.code, d.span.line if d.span else 0) for d in found]


def entity_type(found: Document, name: str) -> EntityTypeElement:
    (one,) = [t for s in found.schemas for t in s.types if t.name == name]
    assert isinstance(one, EntityTypeElement)
    return one


def container(found: Document) -> EntityContainerElement:
    (one,) = [c for s in found.schemas for c in s.containers]
    return one


def entity_set(found: Document, name: str) -> EntitySetElement:
    (one,) = [s for s in container(found).entity_sets if s.name == name]
    return one


def navigation(found: Document, owner: str, name: str) -> NavigationPropertyElement:
    (one,) = [p for p in entity_type(found, owner).navigation_properties if p.name == name]
    return one


def constants(annotations: tuple[AnnotationValue, ...]) -> dict[str, object]:
    """Annotations with a constant or path, by term."""
    return {a.term: a.value.text for a in annotations if isinstance(a.value, Constant | Path)}


ORDERS = """<EntityType Name="Order"><Key><PropertyRef Name="ID"/></Key>
<Property Name="ID" Type="Edm.Int32" Nullable="false"/>
<Property Name="CustomerID" Type="Edm.String" Nullable="false"/>
<NavigationProperty Name="Customer" Relationship="Self.Places" FromRole="Orders" ToRole="Customer"/>
</EntityType>
<EntityType Name="Customer"><Key><PropertyRef Name="ID"/></Key>
<Property Name="ID" Type="Edm.String" Nullable="false"/>
<NavigationProperty Name="Orders" Relationship="N.Places" FromRole="Customer" ToRole="Orders"/>
</EntityType>
<EntityType Name="VIP" BaseType="Self.Customer">
<NavigationProperty Name="Gift" Relationship="N.Gives" FromRole="VIP" ToRole="Gift"/></EntityType>
<EntityType Name="Gift"><Key><PropertyRef Name="ID"/></Key>
<Property Name="ID" Type="Edm.Int32" Nullable="false"/>
<NavigationProperty Name="Receiver" Relationship="N.Gives" FromRole="Gift" ToRole="VIP"/></EntityType>
<Association Name="Places">
<End Role="Customer" Type="N.Customer" Multiplicity="1"><OnDelete Action="Cascade"/></End>
<End Role="Orders" Type="Self.Order" Multiplicity="*"/>
<ReferentialConstraint><Principal Role="Customer"><PropertyRef Name="ID"/></Principal>
<Dependent Role="Orders"><PropertyRef Name="CustomerID"/></Dependent></ReferentialConstraint>
</Association>
<Association Name="Gives"><End Role="VIP" Type="N.VIP" Multiplicity="0..1"/>
<End Role="Gift" Type="N.Gift" Multiplicity="0..1"/></Association>
<EntityContainer Name="C" m:IsDefaultEntityContainer="true">
<EntitySet Name="Orders" EntityType="N.Order"/><EntitySet Name="Customers" EntityType="N.Customer"/>
<EntitySet Name="Gifts" EntityType="N.Gift"/>
<AssociationSet Name="PlacesSet" Association="N.Places">
<End Role="Customer" EntitySet="Customers"/><End EntitySet="Orders"/></AssociationSet>
<AssociationSet Name="GivesSet" Association="N.Gives">
<End Role="VIP" EntitySet="Customers"/><End Role="Gift" EntitySet="Gifts"/></AssociationSet>
</EntityContainer>"""


def test_associations_become_navigation() -> None:
    found = quiet(ORDERS)
    customer = navigation(found, "Order", "Customer")
    assert (customer.type, customer.nullable, customer.partner) == ("N.Customer", False, "Orders")
    assert [(c.property, c.referenced_property) for c in customer.referential_constraints] == [
        ("CustomerID", "ID")
    ]
    assert customer.on_delete is None
    orders = navigation(found, "Customer", "Orders")
    assert (orders.type, orders.partner) == ("Collection(N.Order)", "Customer")
    assert orders.on_delete is not None
    assert orders.on_delete.action == "Cascade"
    assert orders.referential_constraints == ()
    assert orders.contains_target is None
    gift = navigation(found, "VIP", "Gift")
    assert (gift.type, gift.nullable, gift.partner) == ("N.Gift", None, "Receiver")


def test_association_sets_become_bindings() -> None:
    found = quiet(ORDERS)
    bound = [(b.path, b.target) for b in entity_set(found, "Customers").bindings]
    assert bound == [("Orders", "Orders"), ("N.VIP/Gift", "Gifts")]
    assert [(b.path, b.target) for b in entity_set(found, "Gifts").bindings] == [
        ("Receiver", "Customers")
    ]


def test_all_of_it_resolves_and_is_written_as_4_01() -> None:
    found = quiet(ORDERS)
    model, told = resolve_model([found])
    assert told == ()
    assert model.version == "2.0"
    for text in (write_xml(found), write_json(found)[0]):
        again, more = parse_document(text.encode(), "out")
        assert more == ()
        assert again.version == "4.01"
        assert resolve_model([again])[0] == model


@pytest.mark.parametrize(
    ("edm", "declared", "version"),
    [
        ("2006/04/edm", "1.0", "1.0"),
        ("2007/05/edm", "1.0", "1.0"),
        ("2008/01/edm", "1.0", "1.0"),
        ("2008/09/edm", "1.0", "2.0"),
        ("2009/08/edm", "2.0", "2.0"),
        ("2009/11/edm", "3.0", "3.0"),
        ("2006/04/edm", "3.0;", "3.0"),
    ],
)
def test_versions(edm: str, declared: str, version: str) -> None:
    assert quiet(ORDERS, edm=edm, declared=declared).version == version


def properties(body: str, **how: str) -> dict[str, PropertyElement]:
    found, _ = read(
        f'<EntityType Name="T"><Key><PropertyRef Name="K"/></Key>'
        f'<Property Name="K" Type="Edm.Int32" Nullable="false"/>\n{body}</EntityType>',
        **how,
    )
    return {p.name: p for p in entity_type(found, "T").properties}


@pytest.mark.parametrize(
    ("attributes", "type_name", "was"),
    [
        ('Type="Edm.DateTime"', "Edm.DateTimeOffset", "Edm.DateTime"),
        ('Type="Edm.DateTimeOffset"', "Edm.DateTimeOffset", None),
        ('Type="Edm.DateTime" sap:display-format="Date"', "Edm.Date", "Edm.DateTime"),
        ('Type="Edm.Time"', "Edm.Duration", "Edm.Time"),
        ('Type="Edm.Float"', "Edm.Double", "Edm.Float"),
        ('Type="String"', "Edm.String", None),
        ('Type="Collection(Edm.DateTime)"', "Collection(Edm.DateTimeOffset)", "Edm.DateTime"),
        ('Type="Self.T" CollectionKind="List"', "Collection(N.T)", None),
        ('Type="Edm.Nothing"', "Edm.Untyped", None),
        ('Type="T"', "N.T", None),
    ],
)
def test_types_and_what_they_were(attributes: str, type_name: str, was: str | None) -> None:
    found = properties(f'<Property Name="P" {attributes}/>')["P"]
    assert found.type == type_name
    assert constants(found.annotations).get("Edmund.V1.WireType") == was


def test_facets_and_defaults() -> None:
    found = properties(
        '<Property Name="D" Type="Edm.Decimal"/>'
        '<Property Name="E" Type="Edm.Decimal" Precision="5" Scale="2"/>'
        '<Property Name="T" Type="Edm.DateTime" DefaultValue="2012-01-31T10:00:00"/>'
        '<Property Name="B" Type="Edm.Binary" MaxLength="Max" FixedLength="false"/>'
    )
    assert found["D"].facets.scale is not None
    assert not isinstance(found["D"].facets.scale, int)
    assert (found["E"].facets.precision, found["E"].facets.scale) == (5, 2)
    assert found["T"].default_value == "2012-01-31T10:00:00Z"


def test_what_the_service_makes_and_guards() -> None:
    found, _ = read(
        '<EntityType Name="T" m:HasStream="true"><Key><PropertyRef Name="K"/></Key>'
        '<Property Name="K" Type="Edm.Int32" Nullable="false" annotation:StoreGeneratedPattern="Identity"/>'
        '<Property Name="V" Type="Edm.Int32" ConcurrencyMode="Fixed"/>'
        '<Property Name="P" Type="Edm.Binary" m:MimeType="image/png"/></EntityType>'
        '<EntityContainer Name="C"><EntitySet Name="Ts" EntityType="N.T"/></EntityContainer>'
    )
    one = entity_type(found, "T")
    assert one.has_stream is True
    key, _, picture = one.properties
    assert constants(key.annotations) == {CORE + "Computed": "true"}
    assert constants(picture.annotations) == {CORE + "MediaType": "image/png"}
    (guard,) = [
        a for a in entity_set(found, "Ts").annotations if a.term == CORE + "OptimisticConcurrency"
    ]
    assert isinstance(guard.value, CollectionExpression)
    assert [item.text for item in guard.value.items if isinstance(item, Path)] == ["V"]


def test_documentation() -> None:
    found = quiet(
        '<ComplexType Name="A"><Documentation><Summary>  Where it\n is. </Summary>'
        "<LongDescription>At length.</LongDescription></Documentation>"
        '<Property Name="City" Type="Edm.String"><Documentation><Summary>Town.</Summary>'
        "</Documentation></Property></ComplexType>"
    )
    (one,) = found.schemas[0].types
    assert constants(one.annotations) == {
        CORE + "Description": "Where it is.",
        CORE + "LongDescription": "At length.",
    }


IMPORTS = """<EntityType Name="P"><Key><PropertyRef Name="ID"/></Key>
<Property Name="ID" Type="Edm.Int32" Nullable="false"/></EntityType>
<EntityContainer Name="C"><EntitySet Name="Ps" EntityType="N.P"/>
{}
</EntityContainer>"""


@pytest.mark.parametrize(
    ("text", "version", "kind", "method"),
    [
        (
            'ReturnType="Collection(N.P)" EntitySet="Ps" m:HttpMethod="GET"',
            "2.0",
            "function",
            "GET",
        ),
        ('ReturnType="N.P" EntitySet="Ps" m:HttpMethod="POST"', "2.0", "action", "POST"),
        ('m:HttpMethod="GET"', "2.0", "action", "GET"),
        ('m:HttpMethod="DELETE"', "2.0", "action", "DELETE"),
        ('ReturnType="Edm.Int32"', "3.0", "action", None),
        ('ReturnType="Edm.Int32" IsSideEffecting="false"', "3.0", "function", None),
        ('ReturnType="Edm.Int32" IsComposable="true"', "3.0", "function", None),
        ('ReturnType="Edm.Int32"', "2.0", "function", "GET"),
    ],
)
def test_function_imports(text: str, version: str, kind: str, method: str | None) -> None:
    edm = "2009/11/edm" if version == "3.0" else "2008/09/edm"
    body = IMPORTS.format(
        f'<FunctionImport Name="F" {text}><Parameter Name="x" Type="Edm.DateTime" Mode="In"/></FunctionImport>'
    )
    found, _ = read(body, edm=edm, declared=version)
    schema = found.schemas[0]
    operations: list[ActionElement | FunctionElement] = [*schema.actions, *schema.functions]
    (operation,) = operations
    assert isinstance(operation, FunctionElement if kind == "function" else ActionElement)
    (parameter,) = operation.parameters
    assert parameter.type == "Edm.DateTimeOffset"
    assert constants(operation.annotations).get("Edmund.V1.ServiceOperation") == method
    imports = container(found)
    named = [i.name for i in imports.action_imports] + [i.name for i in imports.function_imports]
    assert named == ["F"]


def test_bound_imports_of_version_3() -> None:
    body = IMPORTS.format(
        '<FunctionImport Name="Rate" IsBindable="true" m:IsAlwaysBindable="true" ReturnType="Edm.Double">'
        '<Parameter Name="p" Type="N.P"/><Parameter Name="by" Type="Edm.Int32"/></FunctionImport>'
    )
    found = quiet(body, edm="2009/11/edm", declared="3.0")
    (action,) = found.schemas[0].actions
    assert (action.is_bound, action.return_type and action.return_type.type) == (True, "Edm.Double")
    assert container(found).action_imports == ()


def test_targets_of_annotations_follow_the_imports() -> None:
    found = quiet(
        IMPORTS.format(
            '<FunctionImport Name="Rate" IsBindable="true" ReturnType="Edm.Double">'
            '<Parameter Name="p" Type="N.P"/><Parameter Name="at" Type="Edm.DateTime"/></FunctionImport>'
        )
        + '<Annotations Target="N.C/Rate(N.P, Edm.DateTime)"><ValueAnnotation Term="N.Beta" Bool="true"/>'
        '</Annotations><Annotations Target="Self.P"><TypeAnnotation Term="N.Size">'
        '<PropertyValue Property="Width" Int="3"/></TypeAnnotation></Annotations>',
        edm="2009/11/edm",
        declared="3.0",
    )
    one, other = found.schemas[0].external_annotations
    assert one.target == "N.Rate(N.P,Edm.DateTimeOffset)"
    assert isinstance(other.annotations[0].value, Record)
    model, told = resolve_model([found])
    assert told == ()
    assert [a.term for a in model.operations[0].annotations] == ["N.Beta"]


SAP = """<EntityType Name="Item" sap:label="Item" sap:content-version="1"><Key><PropertyRef Name="ID"/></Key>
<Property Name="ID" Type="Edm.String" Nullable="false" sap:label="Number" sap:quickinfo="Number of the item"/>
<Property Name="Made" Type="Edm.String" sap:creatable="false" sap:updatable="false" sap:sortable="false"/>
<Property Name="Once" Type="Edm.String" sap:updatable="false" sap:filterable="false"/>
<Property Name="Later" Type="Edm.String" sap:creatable="false" sap:required-in-filter="true"/>
<Property Name="Price" Type="Edm.Decimal" sap:unit="Currency" sap:filter-restriction="interval"/>
<Property Name="Currency" Type="Edm.String" sap:semantics="currency-code" sap:visible="false"/>
</EntityType>
<EntityContainer Name="C" sap:supported-formats="atom json">
<EntitySet Name="Items" EntityType="N.Item" sap:creatable="false" sap:updatable="false" sap:deletable="false"
 sap:pageable="false" sap:searchable="true" sap:requires-filter="true" sap:addressable="false"/>
</EntityContainer>"""


def test_sap_on_properties() -> None:
    found, told = read(SAP)
    properties = {p.name: constants(p.annotations) for p in entity_type(found, "Item").properties}
    assert properties == {
        "ID": {CORE + "Description": "Number", CORE + "LongDescription": "Number of the item"},
        "Made": {CORE + "Computed": "true"},
        "Once": {CORE + "Immutable": "true"},
        "Later": {},
        "Price": {"Org.OData.Measures.V1.Unit": "Currency"},
        "Currency": {
            "com.sap.vocabularies.Common.v1.IsCurrency": "true",
            "com.sap.vocabularies.UI.v1.Hidden": "true",
        },
    }
    assert [(d.code, d.severity, d.span and d.span.line) for d in told] == [
        ("EDM174", Severity.INFO, 2)
    ]


def test_sap_on_sets() -> None:
    found, _ = read(SAP)
    one = entity_set(found, "Items")
    assert one.include_in_service_document is False
    said: dict[str, object] = {}
    for annotation in one.annotations:
        term = annotation.term.removeprefix(CAPABILITIES)
        if isinstance(annotation.value, Record):
            for value in annotation.value.properties:
                inner = value.value
                said[f"{term}.{value.name}"] = (
                    inner.text
                    if isinstance(inner, Constant)
                    else (
                        [item.text for item in inner.items if isinstance(item, Path)]
                        if isinstance(inner, CollectionExpression)
                        else "record"
                    )
                )
        elif isinstance(annotation.value, Constant):
            said[term] = annotation.value.text
    assert said == {
        "InsertRestrictions.Insertable": "false",
        "UpdateRestrictions.Updatable": "false",
        "DeleteRestrictions.Deletable": "false",
        "ReadRestrictions.Readable": "false",
        "ReadRestrictions.ReadByKeyRestrictions": "record",
        "ReadRestrictions.CustomQueryOptions": [],
        "SearchRestrictions.Searchable": "false",
        "FilterRestrictions.RequiresFilter": "true",
        "FilterRestrictions.NonFilterableProperties": ["Once"],
        "FilterRestrictions.RequiredProperties": ["Later"],
        "FilterRestrictions.FilterExpressionRestrictions": [],
        "InsertRestrictions.NonInsertableProperties": ["Later"],
        "SortRestrictions.NonSortableProperties": ["Made"],
        "TopSupported": "false",
        "SkipSupported": "false",
    }


def test_a_bad_value_of_an_attribute_of_sap() -> None:
    _, told = read(
        '<ComplexType Name="A"><Property Name="P" Type="Edm.Int32" sap:sortable="no"/></ComplexType>'
    )
    assert [(d.code, d.severity) for d in told] == [("EDM178", Severity.WARNING)]


def test_what_has_no_meaning_is_told_once_with_its_places() -> None:
    _, told = read(
        '<ComplexType Name="A">\n<Property Name="P" Type="Edm.String" m:FC_TargetPath="SyndicationTitle"/>\n'
        '<Property Name="Q" Type="Edm.String" m:FC_TargetPath="SyndicationTitle"/></ComplexType>'
    )
    (one,) = told
    assert (one.code, one.severity, one.span and one.span.line) == ("EDM174", Severity.INFO, 3)
    assert [note.span and note.span.line for note in one.notes] == [4]


def test_using_is_an_alias() -> None:
    text = document(
        '<Using Namespace="M.X" Alias="X"/><ComplexType Name="A"><Property Name="P" Type="X.B"/></ComplexType>'
    )
    text = text.replace(
        "</edmx:DataServices>",
        '<Schema Namespace="M.X" xmlns="http://schemas.microsoft.com/ado/2006/04/edm"><ComplexType Name="B">'
        '<Property Name="Q" Type="Edm.Int32"/></ComplexType></Schema></edmx:DataServices>',
    )
    found, told = parse_document(text.encode(), "in.edmx")
    assert told == ()
    assert resolve_model([found])[1] == ()


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ('Relationship="Self.Places" FromRole="Orders"', 'Relationship="N.No" FromRole="Orders"', ("EDM172", 5)),
        ('ToRole="Customer"/>', 'ToRole="Nobody"/>', ("EDM172", 5)),
        ('FromRole="Orders" ToRole="Customer"', 'FromRole="Orders" ToRole="Orders"', ("EDM172", 5)),
        (' FromRole="Orders" ToRole="Customer"', "", ("EDM172", 5)),
        ('Multiplicity="1"', 'Multiplicity="2"', ("EDM172", 17)),
        ('<End Role="Orders" Type="Self.Order" Multiplicity="*"/>', "", ("EDM172", 16)),
        ('<Principal Role="Customer">', '<Principal Role="Who">', ("EDM175", 19)),
        ('<PropertyRef Name="CustomerID"/>', "", ("EDM175", 19)),
        ('Association="N.Places"', 'Association="N.No"', ("EDM173", 27)),
        ('<End EntitySet="Orders"/>', '<End EntitySet="Nowhere"/>', ("EDM173", 28)),
        ('<End Role="Customer" EntitySet', '<End Role="Who" EntitySet', ("EDM173", 28)),
        ('<End EntitySet="Orders"/>', "", ("EDM173", 27)),
        ('Type="N.Gift" Multiplicity="0..1"', 'Type="N.None" Multiplicity="*"', None),
    ],
)  # fmt: skip
def test_broken_associations(old: str, new: str, expected: tuple[str, int] | None) -> None:
    assert old in ORDERS
    text = document(ORDERS.replace(old, new, 1))
    if expected is not None:
        assert errors(text) == [expected]
    else:  # the entity set at that end says which type is meant
        found, told = parse_document(text.encode(), "in.edmx")
        assert {d.code for d in told} == {"EDM177"}
        assert navigation(found, "VIP", "Gift").type == "Collection(N.Gift)"


EDM4 = "http://docs.oasis-open.org/odata/ns/edm"


@pytest.mark.parametrize(
    "text",
    [
        # a schema of 4.0 in the old wrapper
        document("").replace("</edmx:DataServices>", f'<Schema xmlns="{EDM4}" Namespace="M"/></edmx:DataServices>'),
        # elements of 4.0 in an old schema
        document('<Action Name="A"/>'),
        document('<EntityContainer Name="C"><Singleton Name="S" Type="N.T"/></EntityContainer>'),
        document('<EntityType Name="T"><NavigationProperty Name="P" Type="N.T"/></EntityType>'),
        # an old association in what says that it is 4.0
        document(ORDERS).replace('Version="1.0"', 'Version="4.0"'),
        # a version that is no old one
        document("", declared="4.0"),
    ],
)  # fmt: skip
def test_mixed_versions_are_errors(text: str) -> None:
    found = errors(text)
    assert "EDM170" in {code for code, _ in found}
    assert all(line for _, line in found)


def test_old_namespaces_around_odata_4() -> None:
    text = document(
        '<EntityType Name="T"><Key><PropertyRef Name="K"/></Key><Property Name="K" Type="Edm.Int32"/>'
        '<NavigationProperty Name="P" Type="N.T"/></EntityType>'
    ).replace('Version="1.0"', 'Version="4.0"')
    found, told = parse_document(text.encode(), "in.edmx")
    assert found.version == "4.0"
    assert [d.code for d in told] == ["EDM171"]
    assert navigation(found, "T", "P").type == "N.T"


def test_what_sharepoint_has() -> None:
    body = (
        '<EntityType Name="A" BaseType="N.A"><Key><PropertyRef Name="K"/></Key>'
        '<Property Name="K" Type="Edm.Int32"/></EntityType>'
        '<EntityContainer Name="C"><EntitySet Name="apps" EntityType="N.A"/>'
        '<FunctionImport Name="apps" ReturnType="N.A" IsComposable="true"/>'
        '<FunctionImport Name="Move"><Parameter Name="u" Type="Edm.String"/>'
        '<Parameter Name="u" Type="Edm.String"/></FunctionImport></EntityContainer>'
    )
    found, told = read(body, edm="2009/11/edm", declared="3.0")
    assert [d.code for d in told] == ["EDM177"] * 3
    model, _ = resolve_model([found])
    assert [i.name for i in model.containers[0].operation_imports] == ["Move", "apps"]
    assert model.containers[0].entity_sets == ()


def test_no_client_is_made_that_could_not_talk_to_the_service(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    loaded = load_model([InputFile("in.edmx", document(ORDERS).encode())])
    speaks_4 = replace(TARGETS["go"], versions=frozenset({"4.0"}))
    monkeypatch.setattr(pipeline, "TARGETS", {**TARGETS, "go": speaks_4})
    with pytest.raises(EdmundError) as failure:
        compile_model(loaded, Recipe(Selection(), "go", TargetOptions("shop")))
    (found,) = [d for d in failure.value.diagnostics if d.severity is Severity.ERROR]
    assert (found.code, found.span and found.span.line) == ("EDM190", 24)
    assert "OData 2.0" in found.message
