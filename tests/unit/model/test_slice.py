"""Slices by type and by path: closed, minimal, and with reasons."""

from __future__ import annotations

import pytest
from unit.model.conftest import Csdl

from edmund.diagnostics import EdmundError
from edmund.model.elements import Model
from edmund.slicing.slice import Selection, slice_model

KEY = '<Key><PropertyRef Name="id"/></Key><Property Name="id" Type="Edm.String" Nullable="false"/>'

BODY = f"""
<EntityType Name="entity" Abstract="true">{KEY}</EntityType>
<EntityType Name="user" BaseType="me.entity">
  <Property Name="home" Type="me.address"/><Property Name="mood" Type="me.mood"/>
  <NavigationProperty Name="manager" Type="me.person"/>
  <NavigationProperty Name="notes" Type="Collection(me.note)" ContainsTarget="true" Partner="owner"/>
  <NavigationProperty Name="settings" Type="me.settings" ContainsTarget="true"/></EntityType>
<EntityType Name="person" BaseType="me.entity" Abstract="true"/>
<EntityType Name="employee" BaseType="me.person"><Property Name="badge" Type="me.badge"/></EntityType>
<EntityType Name="guest" BaseType="me.person"/>
<EntityType Name="note" BaseType="me.entity">
  <Property Name="body" Type="me.body"/><NavigationProperty Name="owner" Type="me.user" Partner="notes"/>
  <NavigationProperty Name="files" Type="Collection(me.file)" ContainsTarget="true"/></EntityType>
<EntityType Name="file" BaseType="me.entity"><Property Name="size" Type="me.size"/></EntityType>
<EntityType Name="settings" BaseType="me.entity"/>
<EntityType Name="invoice" BaseType="me.entity">
  <NavigationProperty Name="payer" Type="me.user"/></EntityType>
<ComplexType Name="address"><Property Name="country" Type="me.country"/></ComplexType>
<ComplexType Name="country"/>
<ComplexType Name="badge"/>
<ComplexType Name="body" Abstract="true"/>
<ComplexType Name="text" BaseType="me.body"/>
<ComplexType Name="drawing" BaseType="me.body"><Property Name="colour" Type="me.colour"/></ComplexType>
<ComplexType Name="colour"/>
<ComplexType Name="lonely"/>
<EnumType Name="mood"><Member Name="good"/></EnumType>
<TypeDefinition Name="size" UnderlyingType="Edm.Int64"/>
<ComplexType Name="receipt"/><ComplexType Name="wish"/>
<Action Name="archive" IsBound="true"><Parameter Name="it" Type="me.note"/>
  <Parameter Name="why" Type="me.wish"/><ReturnType Type="me.receipt"/></Action>
<Action Name="rename" IsBound="true"><Parameter Name="it" Type="me.user"/></Action>
<Function Name="recent" IsBound="true"><Parameter Name="them" Type="Collection(me.note)"/>
  <ReturnType Type="Collection(me.note)"/></Function>
<Function Name="whoAmI"><ReturnType Type="me.country"/></Function>
<Term Name="colourOf" Type="Edm.String" AppliesTo="ns.drawing"/>
<Term Name="shape" Type="me.lonely" AppliesTo="ns.drawing"/>
<EntityContainer Name="Service">
  <EntitySet Name="users" EntityType="me.user">
    <NavigationPropertyBinding Path="manager" Target="people"/></EntitySet>
  <EntitySet Name="people" EntityType="me.person"/>
  <EntitySet Name="invoices" EntityType="me.invoice">
    <NavigationPropertyBinding Path="payer" Target="users"/></EntitySet>
  <Singleton Name="me" Type="me.user"/>
  <FunctionImport Name="whoAmI" Function="me.whoAmI"/>
</EntityContainer>
"""


@pytest.fixture(scope="module")
def model(csdl: Csdl):
    return csdl.of(BODY, alias="me").good


def by_path(model: object, *patterns):
    return slice_model(model, Selection(include_paths=patterns))


def by_type(model: object, *names):
    return slice_model(model, Selection(include_types=names))


def names(model: Model):
    return {t.name.removeprefix("ns.") for t in model.types}


def children(model: Model):
    return [
        child.name
        for c in model.containers
        for child in c.entity_sets + c.singletons + c.operation_imports
    ]


def operations(model: Model):
    return [o.name.removeprefix("ns.") for o in model.operations]


def navigation(model: Model):
    return {
        f"{t.name.removeprefix('ns.')}/{n.name}"
        for t in model.types
        for n in getattr(t, "navigation_properties", ())
    }


def test_without_a_selection_everything_stays(model: object) -> None:
    result = slice_model(model, Selection())
    assert result.model == model
    assert set(result.reasons) == set(model.types_by_name)


class TestByType:
    def test_a_type_brings_its_base_and_the_types_of_its_properties(self, model: object) -> None:
        result = by_type(model, "ns.file")
        assert names(result.model) == {"file", "entity", "size"}

    def test_what_a_property_declared_as_a_base_may_carry(self, model: object) -> None:
        """`body` is abstract: a payload carries a text or a drawing, and a drawing a colour."""
        result = by_type(model, "ns.note")
        assert {"body", "text", "drawing", "colour"} <= names(result.model)

    def test_one_type_derived_from_entity_does_not_pull_in_the_others(self, model: object) -> None:
        assert names(by_type(model, "ns.settings").model) == {"settings", "entity"}

    def test_a_type_that_is_selected_brings_those_that_derive_from_it(self, model: object) -> None:
        expected = {"person", "employee", "guest", "badge", "entity"}
        assert names(by_type(model, "ns.person").model) == expected

    def test_an_alias_will_do(self, model: object) -> None:
        assert by_type(model, "me.file").model == by_type(model, "ns.file").model

    def test_bound_operations_come_with_what_they_take_and_give(self, model: object) -> None:
        result = by_type(model, "ns.note").model
        assert operations(result) == ["archive", "recent"]
        assert {"wish", "receipt"} <= names(result)

    def test_no_container_is_left(self, model: object) -> None:
        assert by_type(model, "ns.user").model.containers == ()

    def test_a_navigation_property_stays_if_its_target_does(self, model: object) -> None:
        assert navigation(by_type(model, "ns.user").model) == set()
        both = by_type(model, "ns.user", "ns.note").model
        assert navigation(both) == {"user/notes", "note/owner"}

    def test_a_mere_base_is_no_target(self, csdl: Csdl) -> None:
        """`link` leads to an entity, but no entity is chosen: one is only the base of what is."""
        model = csdl.of(
            f'<EntityType Name="entity">{KEY}</EntityType>'
            '<EntityType Name="A" BaseType="ns.entity"><NavigationProperty Name="link" '
            'Type="ns.entity"/></EntityType><EntityType Name="B" BaseType="ns.entity"/>'
        ).good
        assert names(by_type(model, "ns.A").model) == {"A", "entity"}
        assert navigation(by_type(model, "ns.A").model) == set()
        assert navigation(by_type(model, "ns.entity").model) == {"A/link"}

    def test_a_derived_type_constraint_narrows_what_a_payload_may_carry(self, csdl: Csdl) -> None:
        model = csdl.of(
            '<ComplexType Name="base"/><ComplexType Name="yes" BaseType="ns.base"/>'
            '<ComplexType Name="evenMore" BaseType="ns.yes"/><ComplexType Name="no" BaseType="ns.base"/>'
            '<ComplexType Name="holder"><Property Name="p" Type="ns.base"><Annotation '
            'Term="Org.OData.Validation.V1.DerivedTypeConstraint"><Collection><String>ns.yes</String>'
            "</Collection></Annotation></Property></ComplexType>"
        ).good
        assert names(by_type(model, "ns.holder").model) == {"holder", "base", "yes", "evenMore"}

    def test_an_unknown_type(self, model: object) -> None:
        with pytest.raises(EdmundError) as failed:
            by_type(model, "ns.nope", "ns.adress")
        found = failed.value.diagnostics
        assert [d.code for d in found] == ["EDM302", "EDM302"]
        assert found[1].hint == "did you mean 'ns.address'?"


class TestByPath:
    def test_a_path_with_all_below(self, model: object) -> None:
        result = by_path(model, "/users/{id}/notes/**").model
        assert children(result) == ["users"]
        assert operations(result) == ["archive", "recent"]
        assert {"note", "file", "size", "user", "entity", "receipt", "wish"} <= names(result)
        assert not {"invoice", "settings", "person", "lonely"} & names(result)
        assert navigation(result) == {"user/notes", "note/owner", "note/files"}

    def test_two_stars_stand_for_nothing_too(self, model: object) -> None:
        everything = by_path(model, "/users/{id}/notes/**").model
        assert by_path(model, "/users/*/notes/**").model == everything
        assert "note" in names(by_path(model, "/users/**/notes").model)

    def test_a_path_takes_only_what_it_names(self, model: object) -> None:
        result = by_path(model, "/users/{id}/notes").model
        assert operations(result) == []
        assert navigation(result) == {"user/notes", "note/owner"}
        assert "file" not in names(result)

    def test_segments_are_compared_without_case(self, model: object) -> None:
        assert by_path(model, "/USERS/{x}/Notes").model == by_path(model, "users/{id}/notes").model

    def test_a_place_on_the_way_does_not_bring_its_derived_types(self, csdl: Csdl) -> None:
        model = csdl.of(
            f'<EntityType Name="hub">{KEY}<NavigationProperty Name="parts" '
            'Type="Collection(ns.part)" ContainsTarget="true"/></EntityType>'
            '<EntityType Name="superHub" BaseType="ns.hub"/>'
            f'<EntityType Name="part">{KEY}</EntityType><EntityType Name="cog" BaseType="ns.part"/>'
            '<EntityContainer Name="S"><Singleton Name="hub" Type="ns.hub"/></EntityContainer>'
        ).good
        assert names(by_path(model, "/hub/parts").model) == {"hub", "part", "cog"}
        assert names(by_path(model, "/hub/**").model) == {"hub", "superHub", "part", "cog"}

    def test_operations_are_segments(self, model: object) -> None:
        for pattern in (
            "/users/{id}/notes/{id}/archive",
            "/users/{id}/notes/{id}/ns.archive",
            "/users/{id}/notes/*/me.Archive",
        ):
            result = by_path(model, pattern).model
            assert operations(result) == ["archive"]
            assert {"receipt", "wish"} <= names(result)
        assert operations(by_path(model, "/users/{id}/notes/recent()").model) == ["recent"]

    def test_an_operation_import(self, model: object) -> None:
        result = by_path(model, "/whoAmI()").model
        assert children(result) == ["whoAmI"]
        assert (operations(result), names(result)) == (["whoAmI"], {"country"})

    def test_casts(self, model: object) -> None:
        result = by_path(model, "/people/{id}/me.employee").model
        assert {"person", "employee", "badge"} <= names(result) and "guest" not in names(result)

    def test_two_stars_stop_where_something_only_refers(self, model: object) -> None:
        """A manager is a person: that type and its kinds are chosen, what belongs to them is not."""
        result = by_path(model, "/users/**").model
        assert {"person", "employee", "guest"} <= names(result)
        assert children(result) == ["users"] and "invoice" not in names(result)
        far = by_path(model, "/invoices/**").model
        assert "user" in names(far) and "note" not in names(far) and operations(far) == []

    def test_written_out_a_path_goes_on(self, model: object) -> None:
        result = by_path(model, "/invoices/{id}/payer/notes/**").model
        assert {"invoice", "user", "note", "file"} <= names(result)
        assert operations(result) == ["archive", "recent"]

    def test_two_stars_go_into_what_a_composable_function_returns(self, csdl: Csdl) -> None:
        body = (
            f'<EntityType Name="range">{KEY}</EntityType>'
            '<Function Name="cell" IsBound="true"'
            ' IsComposable="{}"><Parameter Name="it" Type="ns.range"/><ReturnType Type="ns.range"/>'
            '</Function><Action Name="clear" IsBound="true"><Parameter Name="it" Type="ns.range"/>'
            f'</Action><EntityType Name="sheet">{KEY}</EntityType>'
            '<Function Name="used" IsBound="true" IsComposable="{}"><Parameter Name="it" '
            'Type="ns.sheet"/><ReturnType Type="ns.range"/></Function><EntityContainer Name="C">'
            '<Singleton Name="sheet" Type="ns.sheet"/></EntityContainer>'
        )
        yes = csdl.of(body.format("true", "true")).good
        assert set(operations(by_path(yes, "/sheet/**").model)) == {"cell", "clear", "used"}
        no = csdl.of(body.format("false", "false")).good
        assert operations(by_path(no, "/sheet/**").model) == ["used"]

    def test_bindings_and_partners_without_an_end_go(self, model: object) -> None:
        result = by_path(model, "/users/{id}").model
        assert result.containers[0].entity_sets[0].bindings == ()
        both = by_path(model, "/users/**", "/people").model
        assert [b.target for b in both.containers[0].entity_sets[0].bindings] == ["people"]
        notes = by_path(model, "/users/{id}/notes").model
        user = notes.structured("ns.user")
        assert user.navigation_properties[0].partner == "owner"

    def test_terms_stay_with_what_they_are_for(self, model: object) -> None:
        """`shape` is for drawings too, but its own type is not chosen."""
        assert [t.name for t in by_path(model, "/users/{id}/notes").model.terms] == ["ns.colourOf"]
        assert by_path(model, "/people").model.terms == ()

    def test_several_patterns_are_added_up(self, model: object) -> None:
        result = by_path(model, "/people", "/whoAmI").model
        assert children(result) == ["people", "whoAmI"]

    @pytest.mark.parametrize(
        ("pattern", "message", "hint"),
        [
            ("/usres", "'/' has no 'usres'", "'users'"),
            ("/users/{id}/note", "'/users/{id}' has no 'note'", "'notes'"),
            ("/users/notes", "'/users' has no 'notes'", "'{id}'"),
            ("/users/{id}/notes/{id}/archve", "has no 'archve'", "'ns.archive'"),
            ("/", "no path matches", ""),
        ],
    )
    def test_a_pattern_that_matches_nothing(
        self, model: object, pattern: str, message: str, hint: str
    ) -> None:
        with pytest.raises(EdmundError) as failed:
            by_path(model, pattern)
        (found,) = failed.value.diagnostics
        assert found.code == "EDM301" and message in found.message
        assert hint in (found.hint or "")

    def test_one_good_pattern_does_not_hide_a_bad_one(self, model: object) -> None:
        with pytest.raises(EdmundError):
            by_path(model, "/users/**", "/nope")


class TestReasons:
    def test_a_chain_from_the_selection_to_the_type(self, model: object) -> None:
        chain = by_path(model, "/users/{id}/notes").reasons["ns.colour"]
        assert "'/users/{id}/notes'" in chain[0] and "ns.user" in chain[0]
        steps = ["ns.user/notes", "ns.note/body", "derives from ns.body", "ns.drawing/colour"]
        assert len(chain) == 5
        assert all(step in text for step, text in zip(steps, chain[1:], strict=True))

    def test_there_is_one_for_each_type(self, model: object) -> None:
        result = by_path(model, "/**")
        assert set(result.reasons) == set(result.model.types_by_name)
        assert all(result.reasons[name] for name in result.reasons)

    def test_a_base_is_there_for_what_derives_from_it(self, model: object) -> None:
        chain = by_type(model, "ns.file").reasons["ns.entity"]
        assert chain == (
            "ns.file was selected by name",
            "ns.entity is the base of ns.file",
        )


def test_types_that_refer_to_each_other_have_finite_reasons(csdl: Csdl) -> None:
    model = csdl.of(
        '<ComplexType Name="A"><Property Name="b" Type="ns.B"/></ComplexType>'
        '<ComplexType Name="B"><Property Name="a" Type="ns.A"/></ComplexType>'
    ).good
    assert len(by_type(model, "ns.A").reasons["ns.B"]) == 2


def test_path_annotations_follow_their_path(csdl: Csdl) -> None:
    notes = '<Annotations Target="me.Service/users/notes"><Annotation Term="v.T" String="x"/></Annotations>'
    model = csdl.of(BODY + notes, alias="me").good
    kept = by_path(model, "/users/{id}/notes").model.containers[0].path_annotations
    assert [p.path for p in kept] == ["users/notes"]
    assert by_path(model, "/users/{id}/settings").model.containers[0].path_annotations == ()
