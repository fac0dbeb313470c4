"""Types, their members and what they are made of (OData CSDL XML 4.01, sections 6 to 11)."""

from __future__ import annotations

import gc
import time

import pytest
from unit.model.conftest import Csdl

from edmund.model.elements import (
    EnumType,
    Facets,
    MaxLength,
    PropertyRef,
    StructuredType,
    TypeDefinition,
    TypeKind,
    TypeReference,
)

ID = '<Key><PropertyRef Name="id"/></Key><Property Name="id" Type="Edm.String" Nullable="false"/>'


def structured(model: object, name: object):
    found = model.types_by_name[name]
    assert isinstance(found, StructuredType)
    return found


def test_an_alias_and_its_namespace_are_one_name(csdl: Csdl) -> None:
    model = csdl.of(
        f'<EntityType Name="A">{ID}</EntityType>'
        '<EntityType Name="B" BaseType="me.A"><Property Name="x" Type="Collection(me.C)"/>'
        '<NavigationProperty Name="a" Type="ns.v1.A"/></EntityType><ComplexType Name="C"/>',
        namespace="ns.v1",
        alias="me",
    ).good
    b = structured(model, "ns.v1.B")
    assert b.base == "ns.v1.A"
    assert b.properties[0].type == TypeReference("ns.v1.C", collection=True)
    assert b.navigation_properties[0].type.name == "ns.v1.A"


def test_an_alias_belongs_to_its_document(csdl: Csdl) -> None:
    """Two documents may use one alias for two namespaces (section 4.2)."""
    one = csdl.document('<ComplexType Name="C"/>', namespace="one", alias="self")
    two = csdl.document(
        '<ComplexType Name="C"/><ComplexType Name="D" BaseType="self.C"/>',
        namespace="two",
        alias="self",
        source="b.csdl",
    )
    assert structured(csdl.resolve(one, two).good, "two.D").base == "two.C"


def test_an_alias_of_another_document_is_taken_but_told(csdl: Csdl) -> None:
    one = csdl.document('<ComplexType Name="C"/>', namespace="one", alias="o")
    two = csdl.document('<ComplexType Name="D" BaseType="o.C"/>', namespace="two", source="b.csdl")
    found = csdl.resolve(one, two)
    assert found.only("EDM230").span.file == "b.csdl"
    assert structured(found.model, "two.D").base == "one.C"


def test_an_include_gives_the_alias_of_another_schema(csdl: Csdl) -> None:
    one = csdl.document('<ComplexType Name="C"/>', namespace="one")
    two = csdl.document(
        '<ComplexType Name="D" BaseType="o.C"/>',
        namespace="two",
        references=csdl.include("one.csdl", "one", "o"),
        source="b.csdl",
    )
    assert structured(csdl.resolve(two, one).good, "two.D").base == "one.C"


def test_defaults_of_the_specification(csdl: Csdl) -> None:
    """Nullable is true for single values and for the elements of collections; the rest false or none."""
    model = csdl.of(
        f'<EntityType Name="A">{ID}<Property Name="p" Type="Edm.Decimal"/>'
        '<Property Name="c" Type="Collection(Edm.String)"/>'
        '<NavigationProperty Name="one" Type="ns.A"/>'
        '<NavigationProperty Name="all" Type="Collection(ns.A)"/></EntityType>'
    ).good
    a = structured(model, "ns.A")
    assert (a.kind, a.abstract, a.open, a.has_stream) == (TypeKind.ENTITY, False, False, False)
    assert a.key == (PropertyRef("id"),)
    nullable = {member.name: member.type.nullable for member in a.properties}
    assert nullable == {"id": False, "p": True, "c": True}
    assert a.properties[1].type.facets == Facets()
    # A collection of entities holds no nulls (section 8.4).
    assert [n.type.nullable for n in a.navigation_properties] == [True, False]
    assert a.navigation_properties[0].contains_target is False


def test_facets_are_kept_and_those_of_a_type_definition_filled_in(csdl: Csdl) -> None:
    model = csdl.of(
        '<TypeDefinition Name="Money" UnderlyingType="Edm.Decimal" Precision="19" Scale="4"/>'
        '<ComplexType Name="C"><Property Name="m" Type="ns.Money" Scale="2"/>'
        '<Property Name="s" Type="Edm.String" MaxLength="max" Unicode="false"/></ComplexType>'
    ).good
    money, text = structured(model, "ns.C").properties
    assert money.type.facets == Facets(precision=19, scale=2)
    assert money.type.name == "ns.Money"
    assert text.type.facets == Facets(max_length=MaxLength.MAX, unicode=False)


def test_type_definitions_are_followed_to_the_primitive_type(csdl: Csdl) -> None:
    found = csdl.of(
        '<TypeDefinition Name="B" UnderlyingType="ns.A" MaxLength="5"/>'
        '<TypeDefinition Name="A" UnderlyingType="Edm.String" MaxLength="9" Unicode="false"/>'
    )
    found.only("EDM207")  # Section 11.1 wants a primitive type; the meaning is clear all the same.
    b = found.model.types_by_name["ns.B"]
    assert b == TypeDefinition("ns.B", "Edm.String", Facets(max_length=5, unicode=False))


@pytest.mark.parametrize("last", ["ns.A", "ns.B"])
def test_a_type_definition_that_is_defined_by_itself(csdl: Csdl, last: str) -> None:
    found = csdl.of(
        '<TypeDefinition Name="A" UnderlyingType="ns.B"/>'
        f'<TypeDefinition Name="B" UnderlyingType="{last}"/>'
    )
    error = found.errors[0]
    assert error.code == "EDM207"
    cycle = "ns.A -> ns.B -> ns.A" if last == "ns.A" else "ns.B -> ns.B"
    assert cycle in error.message


def test_a_type_definition_of_a_structured_type(csdl: Csdl) -> None:
    found = csdl.of('<ComplexType Name="C"/><TypeDefinition Name="A" UnderlyingType="ns.C"/>')
    assert "not a primitive type" in found.only("EDM207").message


def test_a_default_value_is_of_the_type_that_a_definition_stands_for(csdl: Csdl) -> None:
    found = csdl.of(
        '<TypeDefinition Name="Count" UnderlyingType="Edm.Byte"/>'
        '<ComplexType Name="C"><Property Name="ok" Type="ns.Count" DefaultValue="255"/>\n'
        '<Property Name="p" Type="ns.Count" DefaultValue="256"/></ComplexType>'
    )
    warning = found.only("EDM210")
    assert not found.errors
    assert found.model.types_by_name["ns.C"].properties[1].default_value is None
    assert "'256'" in warning.message and "Edm.Byte" in warning.message
    assert warning.span.line == 3  # Line 1 ends after the Schema tag.


class TestEnums:
    def test_values_count_from_zero(self, csdl: Csdl) -> None:
        model = csdl.of('<EnumType Name="E"><Member Name="a"/><Member Name="b"/></EnumType>').good
        enum = model.types_by_name["ns.E"]
        assert isinstance(enum, EnumType)
        assert [(m.name, m.value) for m in enum.members] == [("a", 0), ("b", 1)]
        assert (enum.underlying, enum.flags) == ("Edm.Int32", False)

    def test_a_missing_value_counts_on_and_is_told(self, csdl: Csdl) -> None:
        found = csdl.of(
            '<EnumType Name="E"><Member Name="a" Value="5"/><Member Name="b"/></EnumType>'
        )
        found.only("EDM209")
        assert [m.value for m in found.model.types_by_name["ns.E"].members] == [5, 6]

    def test_flags_need_values(self, csdl: Csdl) -> None:
        found = csdl.of('<EnumType Name="E" IsFlags="true"><Member Name="a"/></EnumType>')
        assert "is a set of flags" in found.only("EDM209").message

    def test_no_members_at_all(self, csdl: Csdl) -> None:
        assert csdl.of('<EnumType Name="E"/>').good.types_by_name["ns.E"].members == ()

    def test_a_counted_value_beyond_the_underlying_type(self, csdl: Csdl) -> None:
        found = csdl.of(
            '<EnumType Name="E" UnderlyingType="Edm.Byte"><Member Name="a" Value="255"/>'
            '<Member Name="b"/></EnumType>'
        )
        error = found.errors[0]
        assert error.code == "EDM209" and "256" in error.message

    def test_a_member_twice(self, csdl: Csdl) -> None:
        error = csdl.of(
            '<EnumType Name="E"><Member Name="a"/>\n<Member Name="a"/></EnumType>'
        ).only("EDM201")
        assert error.span.line == 3 and error.notes[0].span.line == 2

    def test_a_hundred_thousand_members_take_linear_time(self, csdl: Csdl) -> None:
        def seconds(count: object):
            members = "".join(f'<Member Name="M{i}"/>' for i in range(count))
            document = csdl.document(f'<EnumType Name="E">{members}</EnumType>')
            # The pipeline pauses the cycle collector too: what it costs depends on all that is alive.
            gc.disable()
            try:
                start = time.process_time()
                assert len(csdl.resolve(document).good.types_by_name["ns.E"].members) == count
                return time.process_time() - start
            finally:
                gc.enable()

        seconds(1000)
        # Ten times the members: quadratic time would be a hundred times as long.
        small = min(seconds(10_000) for _ in range(3))
        assert min(seconds(100_000) for _ in range(3)) < 40 * max(small, 0.005)


class TestInheritance:
    def test_a_cycle_is_one_error_that_names_it(self, csdl: Csdl) -> None:
        found = csdl.of(
            '<EntityType Name="A" BaseType="ns.C"/>\n<EntityType Name="B" BaseType="ns.A"/>\n'
            '<EntityType Name="C" BaseType="ns.B"/><EntityType Name="D" BaseType="ns.C"/>'
        )
        error = found.only("EDM204")
        assert "ns.A -> ns.C -> ns.B -> ns.A" in error.message
        assert [note.span.line for note in error.notes] == [4, 3]

    def test_a_long_cycle_is_told_in_short(self, csdl: Csdl) -> None:
        types = "".join(
            f'<ComplexType Name="T{i}" BaseType="ns.T{(i + 1) % 500}"/>' for i in range(500)
        )
        error = csdl.of(types).only("EDM204")
        assert "(489 more)" in error.message and len(error.message) < 250

    def test_a_type_that_derives_from_itself(self, csdl: Csdl) -> None:
        error = csdl.of('<ComplexType Name="A" BaseType="ns.A"/>').only("EDM204")
        assert "ns.A -> ns.A" in error.message

    @pytest.mark.parametrize("base", ["ns.C", "ns.E"])
    def test_an_entity_type_derives_from_entity_types_only(self, csdl: Csdl, base: str) -> None:
        error = csdl.of(
            '<ComplexType Name="C"/><EnumType Name="E"/>'
            f'<EntityType Name="A" BaseType="{base}"/>'
        ).only("EDM205")
        assert base in error.message and error.notes[0].span is not None

    def test_built_in_types_are_no_bases(self, csdl: Csdl) -> None:
        csdl.of('<EntityType Name="A" BaseType="Edm.EntityType"/>').only("EDM205")

    def test_ten_thousand_generations(self, csdl: Csdl) -> None:
        chain = "".join(
            f'<ComplexType Name="T{i}" BaseType="ns.T{i - 1}"><Property Name="p{i}" Type="ns.T0"/>'
            "</ComplexType>"
            for i in range(1, 10_000)
        )
        model = csdl.of('<ComplexType Name="T0"/>' + chain).good
        assert len(model.types) == 10_000

    def test_redefining_an_inherited_property_is_told(self, csdl: Csdl) -> None:
        found = csdl.of(
            '<ComplexType Name="A"><Property Name="p" Type="Edm.String"/></ComplexType>'
            '<ComplexType Name="B" BaseType="ns.A"/>'
            '<ComplexType Name="C" BaseType="ns.B"><Property Name="p" Type="Edm.Int32"/></ComplexType>'
            '<ComplexType Name="Other"><Property Name="p" Type="Edm.Int32"/></ComplexType>'
        )
        assert "'ns.C'" in found.only("EDM225").message


class TestKeys:
    def test_a_key_names_a_property(self, csdl: Csdl) -> None:
        error = csdl.of(
            '<EntityType Name="A"><Key><PropertyRef Name="x"/></Key></EntityType>'
        ).only("EDM206")
        assert "'x'" in error.message

    def test_a_key_may_be_inherited_or_nested(self, csdl: Csdl) -> None:
        model = csdl.of(
            '<ComplexType Name="C"><Property Name="code" Type="Edm.String"/></ComplexType>'
            '<EntityType Name="A" Abstract="true"><Property Name="c" Type="ns.C"/></EntityType>'
            '<EntityType Name="B" BaseType="ns.A"><Key><PropertyRef Name="c/code" Alias="code"/></Key>'
            "</EntityType>"
        ).good
        assert structured(model, "ns.B").key == (PropertyRef("c/code", "code"),)

    def test_an_open_type_has_to_declare_its_key(self, csdl: Csdl) -> None:
        csdl.of(
            '<EntityType Name="A" OpenType="true"><Key><PropertyRef Name="x"/></Key></EntityType>'
        ).only("EDM206")


class TestDuplicates:
    def test_a_type_in_two_documents(self, csdl: Csdl) -> None:
        one = csdl.document('<ComplexType Name="C"/>')
        two = csdl.document('<EnumType Name="C"/>', source="b.csdl")
        error = csdl.resolve(one, two).only("EDM201")
        assert (error.span.file, error.notes[0].span.file) == ("b.csdl", "a.csdl")

    def test_the_same_file_twice_says_so(self, csdl: Csdl) -> None:
        one = csdl.document('<ComplexType Name="C"/>')
        assert csdl.resolve(one, one).only("EDM201").hint == "the same file was given twice"

    def test_a_property_and_a_navigation_property_share_a_name(self, csdl: Csdl) -> None:
        error = csdl.of(
            f'<EntityType Name="A">{ID}<Property Name="x" Type="Edm.String"/>'
            '<NavigationProperty Name="x" Type="ns.A"/></EntityType>'
        ).only("EDM201")
        assert "'ns.A'" in error.message

    def test_names_that_differ_in_case_are_distinct_but_told(self, csdl: Csdl) -> None:
        found = csdl.of('<ComplexType Name="User"/><ComplexType Name="user"/>')
        found.only("EDM226")
        assert len(found.model.types) == 2

    def test_a_name_of_two_alphabets_is_told(self, csdl: Csdl) -> None:
        """SEC-246: the second 'a' is Cyrillic."""
        found = csdl.of('<ComplexType Name="Password"/><ComplexType Name="P\u0430ssword"/>')
        warning = found.only("EDM227")
        assert "Cyrillic and Latin" in warning.message and "\\u0430" in warning.hint
        assert len(found.model.types) == 2

    def test_a_name_of_one_foreign_alphabet_is_fine(self, csdl: Csdl) -> None:
        assert csdl.of('<ComplexType Name="Größe"/><ComplexType Name="цена"/>').good


class TestUnresolved:
    def test_the_place_and_a_likely_name(self, csdl: Csdl) -> None:
        error = csdl.of(
            '<ComplexType Name="Address"/>\n'
            '<ComplexType Name="C">\n <Property Name="p" Type="ns.Adress"/></ComplexType>'
        ).only("EDM203")
        assert (error.span.line, error.span.column) == (4, 2)
        assert "'ns.Adress'" in error.message and "'p'" in error.message
        assert error.hint == "did you mean 'ns.Address'?"

    @pytest.mark.parametrize(
        ("written", "hint"),
        [
            ("Edm.DateTime", "Edm.DateTimeOffset"),
            ("Edm.Sting", "'Edm.String'"),
            ("ns.c", "'ns.C'"),
            ("other.C", "'ns.C'"),
        ],
    )
    def test_hints(self, csdl: Csdl, written: str, hint: str) -> None:
        error = csdl.of(
            f'<ComplexType Name="C"><Property Name="p" Type="{written}"/></ComplexType>'
        ).only("EDM203")
        assert hint in error.hint

    def test_every_one_is_reported(self, csdl: Csdl) -> None:
        found = csdl.of(
            '<ComplexType Name="C" BaseType="ns.No"><Property Name="p" Type="ns.Nor"/>'
            '<NavigationProperty Name="n" Type="ns.Never"/></ComplexType>'
            '<Action Name="a"><Parameter Name="x" Type="ns.Not"/><ReturnType Type="ns.None"/></Action>'
        )
        assert [e.code for e in found.errors] == ["EDM203"] * 5

    def test_a_reference_that_was_not_given_is_named(self, csdl: Csdl) -> None:
        found = csdl.of(
            '<ComplexType Name="C" BaseType="o.D"/>',
            references=csdl.include("other/$metadata", "other.ns", "o"),
        )
        error = found.errors[0]
        assert error.code == "EDM203"
        assert "'other/$metadata'" in error.message and "--metadata" in error.hint

    @pytest.mark.parametrize("uri", ["https://example.org/x.xml", "http://169.254.10.10/x.xml"])
    def test_a_reference_that_nobody_needs_is_told_with_its_uri(self, csdl: Csdl, uri: str) -> None:
        """Nothing is fetched; the Uri and the way out are named. SEC-023: some Uris are refused."""
        found = csdl.of("", references=csdl.include(uri, "X"))
        told = found.only("EDM213")
        assert repr(uri) in told.message and "--metadata" in told.hint
        assert bool(found.errors) == ("169.254" in uri)

    def test_vocabularies_need_not_be_given(self, csdl: Csdl) -> None:
        model = csdl.of(
            '<Term Name="T" Type="Core.Tag"/>'
            '<ComplexType Name="C"><Property Name="at" Type="Core.LocalDateTime"/></ComplexType>',
            references=csdl.include("https://x/Org.OData.Core.V1.xml", "Org.OData.Core.V1", "Core"),
        ).good
        assert model.terms[0].type.name == "Edm.Boolean"
        assert structured(model, "ns.C").properties[0].type.name == "Edm.String"


class TestNavigation:
    def test_partner_and_constraints_that_exist(self, csdl: Csdl) -> None:
        model = csdl.of(
            f'<EntityType Name="A">{ID}<NavigationProperty Name="bs" Type="Collection(ns.B)" '
            'Partner="a"/></EntityType>'
            f'<EntityType Name="B">{ID}<Property Name="aId" Type="Edm.String"/>'
            '<NavigationProperty Name="a" Type="ns.A" Partner="bs"><OnDelete Action="Cascade"/>'
            '<ReferentialConstraint Property="aId" ReferencedProperty="id"/></NavigationProperty>'
            "</EntityType>"
        ).good
        nav = structured(model, "ns.B").navigation_properties[0]
        assert (nav.partner, nav.on_delete.value) == ("bs", "Cascade")

    def test_partner_and_constraints_that_do_not(self, csdl: Csdl) -> None:
        found = csdl.of(
            f'<EntityType Name="A">{ID}<NavigationProperty Name="b" Type="ns.A" Partner="no">'
            '<ReferentialConstraint Property="nor" ReferencedProperty="id"/>'
            "</NavigationProperty></EntityType>"
        )
        assert sorted(found.codes) == ["EDM223", "EDM224"] and not found.errors

    def test_a_partner_behind_a_cast(self, csdl: Csdl) -> None:
        model = csdl.of(
            f'<EntityType Name="A">{ID}<NavigationProperty Name="b" Type="ns.A" Partner="me.D/x"/>'
            '</EntityType><EntityType Name="D" BaseType="me.A">'
            '<NavigationProperty Name="x" Type="me.A"/></EntityType>',
            alias="me",
        ).good
        assert structured(model, "ns.A").navigation_properties[0].partner == "ns.D/x"

    def test_a_property_of_an_entity_type_is_told(self, csdl: Csdl) -> None:
        found = csdl.of(
            f'<EntityType Name="A">{ID}</EntityType>'
            '<ComplexType Name="C"><Property Name="a" Type="ns.A"/></ComplexType>'
        )
        found.only("EDM228")
