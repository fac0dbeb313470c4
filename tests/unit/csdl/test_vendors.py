"""CSDL as the generators of other vendors write it. The documents are made up, their habits are not."""

from __future__ import annotations

import pytest

from edmund.csdl.document import EntityTypeElement, EnumTypeElement, ScaleKeyword
from edmund.csdl.expression import (
    CollectionExpression,
    Constant,
    ConstantKind,
    Logical,
    LogicalOperator,
    Path,
    PathKind,
    Record,
)
from edmund.csdl.reader import parse_document
from edmund.diagnostics import Severity
from edmund.model.resolve import resolve_model

SAP_GATEWAY = """<?xml version="1.0" encoding="utf-8"?>
<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx" xmlns="http://docs.oasis-open.org/odata/ns/edm">
<edmx:Reference Uri="/sap/opu/odata/IWFND/CATALOGSERVICE;v=2/Vocabularies(TechnicalName='%2FIWBEP%2FVOC_COMMON',Version='0001',SAP__Origin='LOCAL')/$value">
<edmx:Include Namespace="com.sap.vocabularies.Common.v1" Alias="SAP__common"/>
</edmx:Reference>
<edmx:Reference Uri="/sap/opu/odata/IWFND/CATALOGSERVICE;v=2/Vocabularies(TechnicalName='%2FIWBEP%2FVOC_CORE',Version='0001',SAP__Origin='LOCAL')/$value">
<edmx:Include Namespace="Org.OData.Core.V1" Alias="SAP__core"/>
</edmx:Reference>
<edmx:DataServices>
<Schema Namespace="com.sap.gateway.srvd.zui_travel.v0001" Alias="SAP__self">
<Annotation Term="SAP__core.SchemaVersion" String="1.0.0"/>
<EntityType Name="TravelType">
<Key><PropertyRef Name="TravelUUID"/><PropertyRef Name="IsActiveEntity"/></Key>
<Property Name="TravelUUID" Type="Edm.Guid" Nullable="false"/>
<Property Name="IsActiveEntity" Type="Edm.Boolean" Nullable="false"/>
<Property Name="_BIC_Fee" Type="Edm.Decimal" Nullable="false" Precision="16" Scale="variable"/>
<Property Name="LastChangedAt" Type="Edm.DateTimeOffset" Precision="7"/>
<NavigationProperty Name="_Booking" Type="Collection(com.sap.gateway.srvd.zui_travel.v0001.BookingType)" Partner="_Travel"><OnDelete Action="Cascade"/></NavigationProperty>
<NavigationProperty Name="SiblingEntity" Type="com.sap.gateway.srvd.zui_travel.v0001.TravelType"/>
</EntityType>
<EntityType Name="BookingType">
<Key><PropertyRef Name="BookingUUID"/></Key>
<Property Name="BookingUUID" Type="Edm.Guid" Nullable="false"/>
<Property Name="TravelUUID" Type="Edm.Guid" Nullable="false"/>
<NavigationProperty Name="_Travel" Type="com.sap.gateway.srvd.zui_travel.v0001.TravelType" Nullable="false" Partner="_Booking">
<ReferentialConstraint Property="TravelUUID" ReferencedProperty="TravelUUID"/>
</NavigationProperty>
</EntityType>
<Action Name="acceptTravel" EntitySetPath="_it" IsBound="true">
<Parameter Name="_it" Type="com.sap.gateway.srvd.zui_travel.v0001.TravelType" Nullable="false"/>
<ReturnType Type="com.sap.gateway.srvd.zui_travel.v0001.TravelType" Nullable="false"/>
</Action>
<EntityContainer Name="Container">
<EntitySet Name="Travel" EntityType="com.sap.gateway.srvd.zui_travel.v0001.TravelType">
<NavigationPropertyBinding Path="_Booking" Target="Booking"/>
<NavigationPropertyBinding Path="SiblingEntity" Target="Travel"/>
</EntitySet>
<EntitySet Name="Booking" EntityType="com.sap.gateway.srvd.zui_travel.v0001.BookingType"/>
</EntityContainer>
<Annotations Target="SAP__self.TravelType/_BIC_Fee">
<Annotation Term="SAP__common.Label" String="Fee"/>
<Annotation Term="SAP__common.FieldControl" EnumMember="SAP__common.FieldControlType/ReadOnly"/>
</Annotations>
<Annotations Target="SAP__self.acceptTravel(com.sap.gateway.srvd.zui_travel.v0001.TravelType)">
<Annotation Term="SAP__core.OperationAvailable" Path="_it/__OperationControl/acceptTravel"/>
</Annotations>
<Annotations Target="SAP__self.Container/Travel">
<Annotation Term="SAP__common.DraftRoot"><Record>
<PropertyValue Property="ActivationAction" String="com.sap.gateway.srvd.zui_travel.v0001.Activate"/>
</Record></Annotation>
</Annotations>
</Schema>
</edmx:DataServices>
</edmx:Edmx>
"""

SAP_CAP = """<?xml version="1.0" encoding="utf-8"?>
<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx">
  <edmx:Reference Uri="https://sap.github.io/odata-vocabularies/vocabularies/UI.xml">
    <edmx:Include Alias="UI" Namespace="com.sap.vocabularies.UI.v1"/>
  </edmx:Reference>
  <edmx:DataServices>
    <Schema Namespace="CatalogService" xmlns="http://docs.oasis-open.org/odata/ns/edm">
      <EntityContainer Name="EntityContainer">
        <EntitySet Name="Books" EntityType="CatalogService.Books"/>
        <ActionImport Name="submitOrder" Action="CatalogService.submitOrder"/>
      </EntityContainer>
      <EntityType Name="Books">
        <Key><PropertyRef Name="ID"/></Key>
        <Property Name="ID" Type="Edm.Int32" Nullable="false"/>
        <Property Name="price" Type="Edm.Decimal" Scale="variable"/>
        <Property Name="stock" Type="Edm.Int32" DefaultValue="0"/>
        <Property Name="image" Type="Edm.Stream"/>
      </EntityType>
      <Action Name="submitOrder" IsBound="false"><Parameter Name="book" Type="Edm.Int32"/></Action>
      <Annotations Target="CatalogService.Books">
        <Annotation Term="UI.LineItem" Qualifier="Small">
          <Collection>
            <Record Type="UI.DataField">
              <PropertyValue Property="Value" Path="price"/>
              <PropertyValue Property="Criticality" EnumMember="UI.CriticalityType/Positive"/>
              <Annotation Term="UI.Hidden"><Not><Path>IsActiveEntity</Path></Not></Annotation>
            </Record>
          </Collection>
        </Annotation>
        <Annotation Term="UI.FieldGroup#Main" String="x"/>
      </Annotations>
    </Schema>
  </edmx:DataServices>
</edmx:Edmx>
"""

BUSINESS_CENTRAL = """<?xml version="1.0" encoding="utf-8"?>
<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx">
  <edmx:DataServices>
    <Schema Namespace="Microsoft.NAV" xmlns="http://docs.oasis-open.org/odata/ns/edm">
      <EntityType Name="company">
        <Key><PropertyRef Name="id" /></Key>
        <Property Name="id" Type="Edm.Guid" Nullable="false" />
        <Property Name="displayName" Type="Edm.String" MaxLength="250">
          <Annotation Term="NAV.LabelId" String="displayName" />
        </Property>
        <NavigationProperty Name="items" Type="Collection(Microsoft.NAV.company)" ContainsTarget="true" />
        <Annotation Term="NAV.LabelId" String="company" />
      </EntityType>
      <EnumType Name="contactType">
        <Member Name="_x0020_" Value="0" />
        <Member Name="Blanket_x0020_Order" Value="1" />
        <Annotation Term="NAV.LabelId" String="contactType" />
      </EnumType>
      <EnumType Name="nothingYet" />
      <Action Name="Microsoft_NAV_post" IsBound="true">
        <Parameter Name="bindingParameter" Type="Microsoft.NAV.company" />
      </Action>
      <EntityContainer Name="NAV">
        <EntitySet Name="companies" EntityType="Microsoft.NAV.company">
          <NavigationPropertyBinding Path="items" Target="companies" />
        </EntitySet>
      </EntityContainer>
      <Annotations Target="Microsoft.NAV.company">
        <Annotation Term="NAV.Plural" String="companies" />
      </Annotations>
    </Schema>
  </edmx:DataServices>
</edmx:Edmx>
"""

DATAVERSE = """<?xml version="1.0" encoding="utf-8"?>
<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx">
  <edmx:Reference Uri="http://vocabularies.odata.org/OData.Community.Keys.V1.xml">
    <edmx:Include Namespace="OData.Community.Keys.V1" Alias="Keys" />
    <edmx:IncludeAnnotations TermNamespace="OData.Community.Keys.V1" />
  </edmx:Reference>
  <edmx:DataServices>
    <Schema Namespace="Microsoft.Dynamics.CRM" Alias="mscrm" xmlns="http://docs.oasis-open.org/odata/ns/edm">
      <EntityType Name="crmbaseentity" Abstract="true" />
      <EntityType Name="expando" BaseType="mscrm.crmbaseentity" OpenType="true">
        <Key><PropertyRef Name="id" /></Key>
        <Property Name="id" Type="Edm.Guid" />
      </EntityType>
      <EntityType Name="account" BaseType="mscrm.crmbaseentity">
        <Key><PropertyRef Name="accountid" /></Key>
        <Property Name="accountid" Type="Edm.Guid" />
        <Property Name="_primarycontactid_value" Type="Edm.Guid" />
        <Property Name="revenue" Type="Edm.Decimal" Scale="Variable" />
        <NavigationProperty Name="parent" Type="mscrm.account" Nullable="false" Partner="children">
          <ReferentialConstraint Property="_primarycontactid_value" ReferencedProperty="accountid" />
        </NavigationProperty>
        <NavigationProperty Name="children" Type="Collection(mscrm.account)" Partner="parent" />
        <Annotation Term="OData.Community.Keys.V1.AlternateKeys"><Collection /></Annotation>
      </EntityType>
      <Function Name="WhoAmI"><ReturnType Type="mscrm.WhoAmIResponse" Nullable="false" /></Function>
      <ComplexType Name="WhoAmIResponse"><Property Name="UserId" Type="Edm.Guid" Nullable="false" /></ComplexType>
      <EntityContainer Name="System">
        <EntitySet Name="accounts" EntityType="Microsoft.Dynamics.CRM.account" />
        <FunctionImport Name="WhoAmI" Function="Microsoft.Dynamics.CRM.WhoAmI" IncludeInServiceDocument="false" />
      </EntityContainer>
    </Schema>
  </edmx:DataServices>
</edmx:Edmx>
"""

LEGACY_SAP_ATTRIBUTES = """<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"
    xmlns:sap="http://www.sap.com/Protocols/SAPData" xmlns:m="http://schemas.microsoft.com/ado/2007/08/dataservices/metadata">
  <edmx:DataServices m:DataServiceVersion="2.0">
    <Schema Namespace="ÜBUNG" xmlns="http://docs.oasis-open.org/odata/ns/edm" sap:schema-version="1">
      <EntityType Name="Größe" sap:content-version="1"><Key><PropertyRef Name="名前"/></Key>
        <Property Name="名前" Type="Edm.String" Nullable="false" sap:label="Name" sap:sortable="false"/>
      </EntityType>
    </Schema>
    <Schema Namespace="ÜBUNG.case.import" xmlns="http://docs.oasis-open.org/odata/ns/edm">
      <ComplexType Name="__class__"><Property Name="import" Type="ÜBUNG.case.import.__class__" sap:label="x"/></ComplexType>
    </Schema>
  </edmx:DataServices>
</edmx:Edmx>
"""


@pytest.mark.parametrize(
    "text", [SAP_GATEWAY, BUSINESS_CENTRAL, DATAVERSE], ids=["sap", "nav", "crm"]
)
def test_documents_of_vendors_are_read_without_a_word(text: str) -> None:
    _, diagnostics = parse_document(text.encode(), "in.csdl")
    assert diagnostics == ()


@pytest.mark.parametrize(
    "text", [SAP_GATEWAY, BUSINESS_CENTRAL, DATAVERSE], ids=["sap", "nav", "crm"]
)
def test_vocabularies_need_not_be_given(text: str) -> None:
    document, _ = parse_document(text.encode(), "in.csdl")
    _, diagnostics = resolve_model([document])
    assert [d for d in diagnostics if d.severity is Severity.ERROR] == []


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_marks_encodings_and_line_ends_change_nothing(encoding: str, newline: str) -> None:
    text = SAP_GATEWAY.replace("utf-8", encoding.removesuffix("-sig")).replace("\n", newline)
    expected, _ = parse_document(SAP_GATEWAY.encode(), "in.csdl")
    document, diagnostics = parse_document(text.encode(encoding), "in.csdl")
    assert (document, diagnostics) == (expected, ())


def test_sap_gateway() -> None:
    document, _ = parse_document(SAP_GATEWAY.encode(), "in.csdl")
    (schema,) = document.schemas
    travel = schema.types[0]
    assert isinstance(travel, EntityTypeElement)
    assert travel.properties[2].facets.scale is ScaleKeyword.VARIABLE
    assert [a.target.partition(".")[2] for a in schema.external_annotations] == [
        "TravelType/_BIC_Fee",
        "acceptTravel(com.sap.gateway.srvd.zui_travel.v0001.TravelType)",
        "Container/Travel",
    ]


def test_sap_cap() -> None:
    # `Term="UI.FieldGroup#Main"` is a known mistake of hand-written annotations.
    _, (found,) = parse_document(SAP_CAP.encode(), "in.csdl")
    assert (found.code, found.severity) == ("EDM133", Severity.WARNING)
    assert "Qualifier" in str(found.hint)
    text = SAP_CAP.replace("UI.FieldGroup#Main", "UI.FieldGroup")
    document, diagnostics = parse_document(text.encode(), "in.csdl")
    assert diagnostics == ()
    (annotations,) = document.schemas[0].external_annotations
    line_item = annotations.annotations[0]
    assert line_item.qualifier == "Small"
    assert isinstance(line_item.value, CollectionExpression)
    (record,) = line_item.value.items
    assert isinstance(record, Record)
    assert record.get("Value") == Path(PathKind.PATH, "price")
    assert record.get("Criticality") == Constant(
        ConstantKind.ENUM_MEMBER, "UI.CriticalityType/Positive"
    )
    assert record.annotations[0].value == Logical(
        LogicalOperator.NOT, (Path(PathKind.PATH, "IsActiveEntity"),)
    )


def test_business_central_has_an_enumeration_without_members() -> None:
    document, _ = parse_document(BUSINESS_CENTRAL.encode(), "in.csdl")
    contact, nothing = [t for t in document.schemas[0].types if isinstance(t, EnumTypeElement)]
    assert [m.name for m in contact.members] == ["_x0020_", "Blanket_x0020_Order"]
    assert nothing.members == ()


def test_foreign_attributes_and_names_of_any_script() -> None:
    document, diagnostics = parse_document(LEGACY_SAP_ATTRIBUTES.encode(), "in.csdl")
    assert {d.code for d in diagnostics} == {"EDM124"}
    # DataServiceVersion, schema-version, content-version, label (twice, told once), sortable
    assert len(diagnostics) == 5
    assert [s.namespace for s in document.schemas] == ["ÜBUNG", "ÜBUNG.case.import"]
