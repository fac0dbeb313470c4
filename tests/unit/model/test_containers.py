"""Entity containers (OData CSDL XML 4.01, section 13)."""

from __future__ import annotations

import pytest
from unit.model.conftest import Csdl

from edmund.model.elements import NavigationPropertyBinding, OperationKind

A = (
    '<EntityType Name="A"><Key><PropertyRef Name="id"/></Key>'
    '<Property Name="id" Type="Edm.String" Nullable="false"/>'
    '<NavigationProperty Name="other" Type="ns.A"/>'
    '<NavigationProperty Name="parts" Type="Collection(ns.A)" ContainsTarget="true"/></EntityType>'
    '<EntityType Name="B" BaseType="ns.A"><NavigationProperty Name="own" Type="ns.A"/></EntityType>'
)


def test_children_and_their_defaults(csdl: Csdl) -> None:
    model = csdl.of(
        A + '<Function Name="f"><ReturnType Type="ns.A"/></Function><Action Name="g"/>'
        '<EntityContainer Name="C"><EntitySet Name="as" EntityType="me.A"/>'
        '<Singleton Name="one" Type="me.B"/><ActionImport Name="g" Action="me.g"/>'
        '<FunctionImport Name="f" Function="me.f" EntitySet="as"/></EntityContainer>',
        alias="me",
    ).good
    (container,) = model.containers
    assert container.entity_sets[0].type == "ns.A"
    assert container.entity_sets[0].include_in_service_document is True
    assert (container.singletons[0].type, container.singletons[0].nullable) == ("ns.B", False)
    action, function = container.operation_imports
    assert (action.kind, action.operation) == (OperationKind.ACTION, "ns.g")
    assert (function.entity_set, function.include_in_service_document) == ("as", False)


@pytest.mark.parametrize(
    ("path", "target", "meant"),
    [
        ("other", "as", ("other", "as")),
        ("me.B/own", "as", ("ns.B/own", "as")),
        ("other", "as/parts", ("other", "as/parts")),
        ("other", "me.C/as", ("other", "as")),
        ("parts/other", "as", ("parts/other", "as")),
    ],
)
def test_bindings(csdl: Csdl, path: str, target: str, meant: tuple[str, ...]) -> None:
    model = csdl.of(
        A + '<EntityContainer Name="C"><EntitySet Name="as" EntityType="ns.A">'
        f'<NavigationPropertyBinding Path="{path}" Target="{target}"/></EntitySet></EntityContainer>',
        alias="me",
    ).good
    bindings = model.containers[0].entity_sets[0].bindings
    assert bindings == (NavigationPropertyBinding(*meant),)


@pytest.mark.parametrize(
    ("path", "target"), [("no", "as"), ("other", "no"), ("ns.X/own", "as"), ("other", "as/no")]
)
def test_a_binding_that_leads_nowhere_is_told_and_kept(csdl: Csdl, path: str, target: str) -> None:
    found = csdl.of(
        A + '<EntityContainer Name="C"><EntitySet Name="as" EntityType="ns.A">'
        f'<NavigationPropertyBinding Path="{path}" Target="{target}"/></EntitySet></EntityContainer>'
    )
    assert not found.errors
    found.only("EDM222")
    assert found.model is not None
    assert len(found.model.containers[0].entity_sets[0].bindings) == 1


def test_a_container_in_two_documents_is_one(csdl: Csdl) -> None:
    one = csdl.document(
        A + '<EntityContainer Name="C"><EntitySet Name="as" EntityType="ns.A"/></EntityContainer>'
    )
    two = csdl.document(
        '<EntityContainer Name="C"><Singleton Name="one" Type="ns.A"/></EntityContainer>',
        source="b.csdl",
    )
    (container,) = csdl.resolve(one, two).good.containers
    assert [c.name for c in container.entity_sets + container.singletons] == ["as", "one"]


def test_a_child_twice(csdl: Csdl) -> None:
    error = csdl.of(
        A + '<EntityContainer Name="C"><EntitySet Name="x" EntityType="ns.A"/>'
        '<Singleton Name="x" Type="ns.A"/></EntityContainer>'
    ).only("EDM201")
    assert "'x'" in error.message


class TestExtends:
    """Section 13.1.2."""

    def test_the_children_of_the_extended_container_come_first(self, csdl: Csdl) -> None:
        model = csdl.of(
            A
            + '<EntityContainer Name="C" Extends="me.Base"><EntitySet Name="own" EntityType="ns.A"/>'
            '</EntityContainer><EntityContainer Name="Base" Extends="ns.Root">'
            '<Singleton Name="base" Type="ns.A"/></EntityContainer>'
            '<EntityContainer Name="Root"><EntitySet Name="root" EntityType="ns.A"/></EntityContainer>',
            alias="me",
        ).good
        by_name = {c.name: c for c in model.containers}
        assert [s.name for s in by_name["ns.C"].entity_sets] == ["root", "own"]
        assert [s.name for s in by_name["ns.C"].singletons] == ["base"]
        assert [s.name for s in by_name["ns.Root"].entity_sets] == ["root"]

    def test_a_set_declared_again_takes_the_place_of_the_other(self, csdl: Csdl) -> None:
        model = csdl.of(
            A
            + '<EntityContainer Name="C" Extends="ns.Base"><EntitySet Name="s" EntityType="ns.B"/>'
            '</EntityContainer><EntityContainer Name="Base"><EntitySet Name="s" EntityType="ns.A"/>'
            "</EntityContainer>"
        ).good
        assert [(s.name, s.type) for s in model.containers[0].entity_sets] == [("s", "ns.B")]

    def test_a_name_of_two_kinds(self, csdl: Csdl) -> None:
        csdl.of(
            A + '<EntityContainer Name="C" Extends="ns.Base"><Singleton Name="s" Type="ns.B"/>'
            '</EntityContainer><EntityContainer Name="Base"><EntitySet Name="s" EntityType="ns.A"/>'
            "</EntityContainer>"
        ).only("EDM201")

    def test_an_unknown_container(self, csdl: Csdl) -> None:
        error = csdl.of('<EntityContainer Name="C" Extends="ns.No"/>').only("EDM211")
        assert "'ns.No'" in error.message

    def test_a_container_of_a_file_that_was_not_given(self, csdl: Csdl) -> None:
        found = csdl.of(
            '<EntityContainer Name="C" Extends="o.Base"/>',
            references=csdl.include("base.csdl", "o"),
        )
        error = next(e for e in found.errors if e.code == "EDM211")
        assert error.hint is not None and "--metadata" in error.hint and "base.csdl" in error.hint

    def test_a_cycle_is_one_error(self, csdl: Csdl) -> None:
        found = csdl.of(
            '<EntityContainer Name="C" Extends="ns.D"/><EntityContainer Name="D" Extends="ns.C"/>'
        )
        assert "ns.C -> ns.D -> ns.C" in found.only("EDM211").message

    def test_a_chain_that_no_service_has(self, csdl: Csdl) -> None:
        containers = "".join(
            f'<EntityContainer Name="C{i}" Extends="ns.C{i + 1}"/>' for i in range(3000)
        )
        found = csdl.of(containers + '<EntityContainer Name="C3000"/>')
        assert "at most 100" in found.only("EDM211").message

    def test_a_container_that_extends_itself(self, csdl: Csdl) -> None:
        csdl.of('<EntityContainer Name="C" Extends="ns.C"/>').only("EDM211")


class TestImports:
    def test_an_unknown_operation(self, csdl: Csdl) -> None:
        found = csdl.of(
            '<Action Name="restart"/><EntityContainer Name="C">'
            '<ActionImport Name="r" Action="ns.restrat"/></EntityContainer>'
        )
        assert found.only("EDM212").hint == "did you mean 'ns.restart'?"
        assert not found.errors
        assert found.model is not None
        assert found.model.containers[0].operation_imports == ()

    def test_a_bound_operation_or_one_of_the_other_kind_is_told(self, csdl: Csdl) -> None:
        found = csdl.of(
            A + '<Action Name="b" IsBound="true"><Parameter Name="it" Type="ns.A"/></Action>'
            '<Action Name="u"/><EntityContainer Name="C"><ActionImport Name="b" Action="ns.b"/>'
            '<FunctionImport Name="u" Function="ns.u"/></EntityContainer>'
        )
        assert found.codes == ["EDM212", "EDM212"] and not found.errors


def test_a_set_of_no_entity_type_is_told(csdl: Csdl) -> None:
    found = csdl.of(
        '<ComplexType Name="X"/><EntityContainer Name="C"><EntitySet Name="s" EntityType="ns.X"/>'
        "</EntityContainer>"
    )
    found.only("EDM228")
