"""Habits of other services' metadata, written after what those services publish."""

from __future__ import annotations

from unit.model.conftest import Csdl

from edmund.model import vocabulary
from edmund.slicing.slice import Selection, slice_model

ORDERS = """
<EntityType Name="OrderType"><Key><PropertyRef Name="OrderUUID"/><PropertyRef Name="IsActiveEntity"/></Key>
  <Property Name="OrderUUID" Type="Edm.Guid" Nullable="false"/>
  <Property Name="IsActiveEntity" Type="Edm.Boolean" Nullable="false"/>
  <Property Name="__EntityControl" Type="SAP__self.EntityControl"/>
  <Property Name="Amount" Type="Edm.Decimal" Nullable="false" Precision="16" Scale="variable"/>
  <NavigationProperty Name="_Item" Type="Collection(SAP__self.ItemType)" Partner="_Order"
    ContainsTarget="true"><OnDelete Action="Cascade"/></NavigationProperty>
  <NavigationProperty Name="SiblingEntity" Type="SAP__self.OrderType"/></EntityType>
<EntityType Name="ItemType"><Key><PropertyRef Name="ItemUUID"/></Key>
  <Property Name="ItemUUID" Type="Edm.Guid" Nullable="false"/>
  <NavigationProperty Name="_Order" Type="SAP__self.OrderType" Nullable="false" Partner="_Item">
    <ReferentialConstraint Property="ItemUUID" ReferencedProperty="OrderUUID"/></NavigationProperty></EntityType>
<ComplexType Name="EntityControl"/>
<Action Name="Activate" EntitySetPath="_it" IsBound="true">
  <Parameter Name="_it" Type="SAP__self.OrderType" Nullable="false"/>
  <ReturnType Type="SAP__self.OrderType" Nullable="false"/></Action>
<Action Name="Edit" EntitySetPath="_it" IsBound="true">
  <Parameter Name="_it" Type="SAP__self.OrderType" Nullable="false"/>
  <Parameter Name="PreserveChanges" Type="Edm.Boolean" Nullable="false"/>
  <ReturnType Type="SAP__self.OrderType" Nullable="false"/></Action>
<EntityContainer Name="Container"><EntitySet Name="Order" EntityType="SAP__self.OrderType">
    <NavigationPropertyBinding Path="_Item" Target="Item"/>
    <NavigationPropertyBinding Path="SiblingEntity" Target="Order"/>
    <NavigationPropertyBinding Path="_Item/_Order" Target="Order"/></EntitySet>
  <EntitySet Name="Item" EntityType="SAP__self.ItemType"/></EntityContainer>
<Annotations Target="SAP__self.Activate(SAP__self.OrderType)">
  <Annotation Term="SAP__core.OperationAvailable" Path="_it/__EntityControl/Activate"/></Annotations>
<Annotations Target="SAP__self.Edit(SAP__self.OrderType)/PreserveChanges">
  <Annotation Term="SAP__common.Label" String="Keep the draft"/></Annotations>
<Annotations Target="SAP__self.Container/Order/_Item">
  <Annotation Term="SAP__common.Label" String="Items"/></Annotations>
<Annotations Target="SAP__self.OrderType/Amount">
  <Annotation Term="SAP__common.Label" String="Amount"/></Annotations>
<Annotations Target="SAP__self.OrderType/Amount@SAP__common.Label">
  <Annotation Term="SAP__core.IsLanguageDependent"/></Annotations>
"""


def test_a_draft_enabled_service(csdl: Csdl) -> None:
    """Undeclared vocabulary aliases, labels of labels, contained items that are a set too."""
    common = "com.sap.vocabularies.Common.v1"
    uri = "/sap/opu/odata/IWFND/CATALOGSERVICE;v=2/Vocabularies(TechnicalName='X')/$value"
    model = csdl.of(
        ORDERS,
        namespace="com.sap.gateway.srvd.orders.v0001",
        alias="SAP__self",
        references=csdl.include(uri, common, "SAP__common"),
    ).good
    order = model.structured("com.sap.gateway.srvd.orders.v0001.OrderType")
    amount = next(p for p in order.properties if p.name == "Amount")
    label = vocabulary.find(amount.annotations, f"{common}.Label")
    assert label.value.text == "Amount"
    assert [a.term for a in label.annotations] == ["SAP__core.IsLanguageDependent"]
    (container,) = model.containers
    assert [p.path for p in container.path_annotations] == ["Order/_Item"]
    items = slice_model(model, Selection(include_paths=("/Order/{key}/_Item/**",))).model
    assert [o.name for o in items.operations] == []
    assert {t.name.rpartition(".")[2] for t in items.types} == {
        "OrderType",
        "ItemType",
        "EntityControl",
    }


def test_types_in_one_schema_and_the_container_in_another(csdl: Csdl) -> None:
    """As Northwind and other services built on Entity Framework have it."""
    model = csdl.of(
        '<EntityType Name="T"><Key><PropertyRef Name="ID"/></Key>'
        '<Property Name="ID" Type="Edm.Int32" Nullable="false"/></EntityType>',
        namespace="Data.Models",
        more=csdl.schema(
            '<EntityContainer Name="C"><EntitySet Name="Ts" EntityType="Data.Models.T"/>'
            "</EntityContainer>",
            "Default",
        ),
    ).good
    assert model.containers[0].entity_sets[0].type == "Data.Models.T"


def test_names_that_are_words_of_other_languages(csdl: Csdl) -> None:
    model = csdl.of(
        '<EnumType Name="case"/><ComplexType Name="import"><Property Name="class" Type="ns.case"/>'
        '<Property Name="__init__" Type="Edm.String"/></ComplexType>'
    ).good
    assert [t.name for t in model.types] == ["ns.case", "ns.import"]
