"""The traps found in real histories, and the ones of this reviewer's own making."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

import pytest
from review.reviewing import load_text, review, schema

from edmund.review.findings import Finding, Level
from edmund.review.load import SourceText, load_version

KEY = (
    '<Key><PropertyRef Name="id" /></Key><Property Name="id" Type="Edm.String" Nullable="false" />'
)
CAPABILITIES = "Org.OData.Capabilities.V1."


def told(old: str, new: str, **options: bool) -> set[tuple[str, str]]:
    """The findings that say something to callers, by rule and element."""
    return {(f.id, f.element) for f in review(schema(old), schema(new), **options)}


def structural(findings: tuple[Finding, ...]) -> list[str]:
    return [f.id for f in findings if not f.id.startswith(("capability", "removed-"))]


def test_members_of_added_and_removed_types_are_not_listed() -> None:
    big = '<ComplexType Name="Big"><Property Name="a" Type="Edm.String" /><Property Name="b" Type="n.E" /></ComplexType>'
    enum = '<EnumType Name="E"><Member Name="x" /><Member Name="y" /></EnumType>'
    assert told("", big + enum) == {("type-added", "n.Big"), ("type-added", "n.E")}
    assert {f for f in told(big + enum, "") if not f[0].startswith("removed-")} == {
        ("type-removed", "n.Big"),
        ("type-removed", "n.E"),
    }


def test_rebasing_onto_a_new_base_that_takes_the_properties_changes_nothing_on_the_wire() -> None:
    root = f'<EntityType Name="Root">{KEY}</EntityType>'
    props = '<Property Name="a" Type="Edm.String" /><NavigationProperty Name="up" Type="n.Root" />'
    old = root + f'<EntityType Name="Meeting" BaseType="n.Root">{props}</EntityType>'
    new = (
        root
        + f'<EntityType Name="MeetingBase" BaseType="n.Root">{props}</EntityType>'
        + '<EntityType Name="Meeting" BaseType="n.MeetingBase" />'
    )
    found = review(schema(old), schema(new))
    assert {(f.id, f.element) for f in found} == {
        ("base-type-inserted", "n.Meeting"),
        ("property-hoisted-to-base", "n.Meeting/a"),
        ("navigation-hoisted-to-base", "n.Meeting/up"),
        ("derived-type-added", "n.MeetingBase"),
    }
    assert max(f.wire for f in found).word == "info"


@pytest.mark.parametrize("count", [53])
def test_a_capability_said_with_another_term_is_no_structural_change(count: int) -> None:
    types = "".join(f'<EntityType Name="T{i}">{KEY}</EntityType>' for i in range(count))

    def annotated(term: str, prop: str) -> str:
        return types + "".join(
            f'<Annotations Target="n.T{i}"><Annotation Term="{CAPABILITIES}{term}"><Record>'
            f'<PropertyValue Property="{prop}" Bool="false" /></Record></Annotation></Annotations>'
            for i in range(count)
        )

    found = review(
        schema(annotated("SelectRestrictions", "Selectable")),
        schema(annotated("SelectSupport", "Supported")),
    )
    assert Counter(f.id for f in found) == {"capability-vocabulary-migrated": count}
    assert {(f.wire.word, f.source.word) for f in found} == {("none", "none")}
    # Said with another term and with another value, it is a change.
    changed = annotated("SelectSupport", "Supported").replace('Bool="false"', 'Bool="true"')
    back = review(schema(annotated("SelectRestrictions", "Selectable")), schema(changed))
    assert Counter(f.id for f in back) == {"capability-loosened": count}


def test_moved_types_are_not_removed_lines() -> None:
    """A text diff of types in another order shows removals: there are none."""
    types = [
        f'<ComplexType Name="T{i}"><Property Name="p{i}" Type="Edm.String" /></ComplexType>'
        for i in range(20)
    ]
    assert told("".join(types), "".join(reversed(types))) == set()


def test_order_of_members_and_an_alias_are_no_change() -> None:
    a = '<Property Name="a" Type="Edm.String" />'
    b = '<Property Name="b" Type="n.T" />'
    old = schema(f'<ComplexType Name="T">{a}{b}</ComplexType>')
    new = load_text(
        '<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>'
        '<Schema Namespace="n" Alias="self" xmlns="http://docs.oasis-open.org/odata/ns/edm">'
        f'<ComplexType Name="T">{b.replace("n.T", "self.T")}{a}</ComplexType>'
        "</Schema></edmx:DataServices></edmx:Edmx>"
    )
    found = review(old, new)
    assert [(f.id, f.level.word) for f in found] == [("schema-alias-changed", "none")]


def test_defaults_written_out_are_no_change() -> None:
    old = '<ComplexType Name="T"><Property Name="a" Type="Edm.String" /></ComplexType>'
    new = (
        '<ComplexType Name="T" Abstract="false" OpenType="false">'
        '<Property Name="a" Type="Edm.String" Nullable="true" Unicode="true" /></ComplexType>'
    )
    assert told(old, new) == set()


def test_nullable_tightened_is_found_though_history_has_none() -> None:
    old = '<ComplexType Name="T"><Property Name="a" Type="Edm.String" /></ComplexType>'
    assert told(old, old.replace("/></C", 'Nullable="false" /></C')) == {
        ("nullable-tightened", "n.T/a")
    }


def action(*parameters: str) -> str:
    return (
        f'<EntityType Name="T">{KEY}</EntityType><Action Name="go" IsBound="true">'
        '<Parameter Name="it" Type="n.T" />' + "".join(parameters) + "</Action>"
    )


def test_operation_parameter_added_required_is_found_though_history_has_none() -> None:
    required = '<Parameter Name="x" Type="Edm.String" Nullable="false" />'
    assert told(action(), action(required)) == {
        ("operation-parameter-added-required", "n.go(n.T)/x")
    }
    # A collection whose elements may be null may be left out like any nullable parameter.
    several = '<Parameter Name="x" Type="Collection(Edm.String)" />'
    assert told(action(), action(several)) == {
        ("operation-parameter-added-optional", "n.go(n.T)/x")
    }


def test_the_name_of_the_binding_parameter_does_not_matter() -> None:
    assert told(action(), action().replace('"it"', '"bindingParameter"')) == set()


def test_actions_are_named_by_binding_and_functions_by_sorted_parameters_too() -> None:
    function = action(
        '<Parameter Name="b" Type="Edm.String" /><Parameter Name="a" Type="Edm.String" />'
    )
    function = function.replace("Action", "Function").replace(
        "</Function>", '<ReturnType Type="Edm.String" /></Function>'
    )
    entity = f'<EntityType Name="T">{KEY}</EntityType>'
    (added,) = review(schema(entity), schema(function))
    assert added.detail["overloads"] == ["n.go(n.T|a,b)"]
    (added,) = review(schema(entity), schema(action()))
    assert added.detail["overloads"] == ["n.go(n.T)"]


def test_an_overload_that_only_grows_optional_parameters_breaks_nothing_on_the_wire() -> None:
    def function(*names: str) -> str:
        optional = '<Annotation Term="Org.OData.Core.V1.OptionalParameter" />'
        inner = "".join(
            f'<Parameter Name="{n}" Type="Edm.String">{optional}</Parameter>' for n in names
        )
        return (
            f'<EntityType Name="T">{KEY}</EntityType><Function Name="f" IsBound="true">'
            f'<Parameter Name="it" Type="n.T" />{inner}<ReturnType Type="Edm.String" /></Function>'
        )

    found = review(schema(function()), schema(function("x")))
    assert {(f.id, f.kind, f.element) for f in found} == {
        ("operation-parameter-added-optional", "function-overload-removed", "n.f(n.T|)"),
        ("overload-added", "overload-added", "n.f(n.T|x)"),
    }
    assert max(f.level for f in found).word == "info"


def test_a_hoist_that_changes_the_type_on_the_way_says_so() -> None:
    old = '<ComplexType Name="B" /><ComplexType Name="S" BaseType="n.B"><Property Name="p" Type="Edm.String" /></ComplexType>'
    new = '<ComplexType Name="B"><Property Name="p" Type="Edm.Int32" /></ComplexType><ComplexType Name="S" BaseType="n.B" />'
    assert told(old, new) == {
        ("property-added", "n.B/p"),
        ("property-hoisted-to-base", "n.S/p"),
        ("property-type-changed", "n.S/p"),
    }


def test_what_a_base_changes_is_told_once_and_not_for_each_derived_type() -> None:
    derived = "".join(f'<ComplexType Name="S{i}" BaseType="n.B" />' for i in range(5))
    old = f'<ComplexType Name="B" OpenType="true"><Property Name="p" Type="Edm.String" /></ComplexType>{derived}'
    new = f'<ComplexType Name="B" />{derived}'
    assert {f for f in told(old, new) if not f[0].startswith("removed-")} == {
        ("open-type-removed", "n.B"),
        ("property-removed", "n.B/p"),
    }


def test_a_list_of_denied_names_that_grows_by_new_ones_is_no_tightening() -> None:
    def thing(members: str, denied: list[str]) -> str:
        paths = "".join(f"<NavigationPropertyPath>{n}</NavigationPropertyPath>" for n in denied)
        return (
            f'<EntityType Name="T">{KEY}{members}</EntityType><EntityContainer Name="C">'
            '<EntitySet Name="ts" EntityType="n.T"><Annotation '
            f'Term="{CAPABILITIES}ExpandRestrictions"><Record><PropertyValue Property="NonExpandableProperties">'
            f"<Collection>{paths}</Collection></PropertyValue></Record></Annotation></EntitySet></EntityContainer>"
        )

    a, b = (f'<NavigationProperty Name="{n}" Type="n.T" />' for n in "ab")
    assert told(thing(a, []), thing(a + b, ["b"])) == {("navigation-added", "n.T/b")}
    assert told(thing(a + b, []), thing(a + b, ["b"])) == {("capability-tightened", "n.C/ts")}


@pytest.mark.parametrize("name", ["Insert", "Update", "Delete", "Read"])
def test_tightened_writes_and_reads_break(name: str) -> None:
    adjective = {
        "Insert": "Insertable",
        "Update": "Updatable",
        "Delete": "Deletable",
        "Read": "Readable",
    }[name]
    entity = f'<EntityType Name="T">{KEY}</EntityType>'
    annotations = (
        f'<Annotations Target="n.T"><Annotation Term="{CAPABILITIES}{name}Restrictions"><Record>'
        f'<PropertyValue Property="{adjective}" Bool="false" /></Record></Annotation></Annotations>'
    )
    (found,) = review(schema(entity), schema(entity + annotations))
    assert (found.id, found.wire.word) == ("capability-tightened", "breaking")


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (None, "PUT", ("capability-tightened", "breaking")),
        ("PATCH", "PUT", ("capability-tightened", "breaking")),
        ("PUT", None, ("capability-tightened", "breaking")),
        ("PATCH", "PATCH PUT", ("capability-loosened", "info")),
        ("PATCH PUT", "PATCH", ("capability-tightened", "breaking")),
    ],
)
def test_a_method_of_updates_that_goes_breaks_them(
    before: str | None, after: str | None, expected: tuple[str, str]
) -> None:
    def restricted(methods: str | None) -> str:
        names = " ".join(f"{CAPABILITIES}HttpMethod/{m}" for m in (methods or "").split())
        value = f'<PropertyValue Property="UpdateMethod" EnumMember="{names}" />' if methods else ""
        return (
            f'<EntityType Name="T">{KEY}</EntityType><Annotations Target="n.T">'
            f'<Annotation Term="{CAPABILITIES}UpdateRestrictions"><Record>{value}</Record>'
            "</Annotation></Annotations>"
        )

    (found,) = review(schema(restricted(before)), schema(restricted(after)))
    assert (found.id, found.wire.word) == expected


def test_value_changes_of_flags_break_the_wire() -> None:
    def mood(value: int, flags: str) -> str:
        return (
            f'<EnumType Name="E" IsFlags="{flags}"><Member Name="x" Value="{value}" /></EnumType>'
        )

    (plain,) = review(schema(mood(1, "false")), schema(mood(2, "false")))
    (flags,) = review(schema(mood(1, "true")), schema(mood(2, "true")))
    assert (plain.wire.word, flags.wire.word) == ("warning", "breaking")


def test_a_member_after_the_sentinel_is_informational() -> None:
    def mood(*extra: str) -> str:
        members = ["a", "unknownFutureValue", *extra]
        return (
            '<EnumType Name="E">'
            + "".join(f'<Member Name="{m}" />' for m in members)
            + "</EnumType>"
        )

    (found,) = review(schema(mood()), schema(mood("b")))
    assert (found.id, found.wire.word, found.source.word) == ("enum-member-added", "info", "info")


def test_containers_come_and_go_with_what_is_in_them() -> None:
    entity = f'<EntityType Name="T">{KEY}</EntityType>'
    container = (
        '<EntityContainer Name="C"><EntitySet Name="ts" EntityType="n.T" /></EntityContainer>'
    )
    assert told(entity, entity + container) == {("entity-container-added", "n.C")}
    assert told(entity + container, entity) == {("entity-container-removed", "n.C")}


def test_likeness_can_be_turned_off_and_never_hides_a_removal() -> None:
    old = '<ComplexType Name="T"><Property Name="colours" Type="Edm.Int32" /></ComplexType>'
    new = old.replace("colours", "colors")
    with_it = review(schema(old), schema(new))
    without = review(schema(old), schema(new), likeness=False)
    assert [f.id for f in with_it if f.element == "n.T/colours"] == ["property-renamed"]
    assert with_it[0].detail["likeness"] == pytest.approx(0.92, abs=0.02)
    assert "property-removed" in {f.id for f in without}
    kinds = [{(f.kind, f.element) for f in found} for found in (with_it, without)]
    assert kinds[0] == kinds[1]


def test_fingerprints_stay_when_lines_move_and_differ_when_the_change_does() -> None:
    old = '<ComplexType Name="T"><Property Name="a" Type="Edm.String" MaxLength="100" /></ComplexType>'
    versions = [old, old.replace("100", "50"), old.replace("100", "10")]
    moved = ["\n\n" + versions[0], "\n\n\n" + versions[1]]
    (first,), (second,) = (review(schema(a), schema(b)) for a, b in pairwise(versions))
    (again,) = review(schema(moved[0]), schema(moved[1]))
    assert first.fingerprint == again.fingerprint
    assert first.old != again.old
    assert first.fingerprint != second.fingerprint


def test_a_removal_points_to_the_surviving_parent() -> None:
    old = '\n<ComplexType Name="T">\n<Property Name="a" Type="Edm.String" />\n</ComplexType>'
    new = '\n\n\n<ComplexType Name="T">\n</ComplexType>'
    removed = review(schema(old), schema(new))[0]
    assert removed.id == "property-removed"
    assert removed.old is not None and removed.old.line == 3
    assert removed.new is not None and removed.new.line == 4


def test_an_unused_type_that_goes_is_a_warning_on_the_wire_where_there_is_a_container() -> None:
    base = (
        f'<EntityType Name="T">{KEY}</EntityType><EntityContainer Name="C">'
        '<EntitySet Name="ts" EntityType="n.T" /></EntityContainer>'
    )
    loose = '<ComplexType Name="Loose" />'
    found = review(schema(base + loose), schema(base))
    assert [(f.wire.word, f.source.word) for f in found if f.id == "type-removed"] == [
        ("warning", "breaking")
    ]


def test_documents_that_share_a_namespace_may_have_aliases_of_their_own() -> None:
    def document(alias: str, body: str) -> bytes:
        return (
            '<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx">'
            f'<edmx:DataServices><Schema Namespace="n"{alias} '
            f'xmlns="http://docs.oasis-open.org/odata/ns/edm">{body}</Schema>'
            "</edmx:DataServices></edmx:Edmx>"
        ).encode()

    one = SourceText("one", document(' Alias="x"', '<ComplexType Name="T" />'))
    two = SourceText(
        "two",
        document(
            "",
            '<Annotations Target="n.T"><Annotation Term="Org.OData.Core.V1.Description" String="d" />'
            "</Annotations>",
        ),
    )
    for sources in ((one, two), (two, one)):
        assert review(load_version("a", (one, two)), load_version("b", sources)) == ()


def test_no_value_is_of_a_new_abstract_type() -> None:
    base = '<ComplexType Name="B" />'
    derived = '<ComplexType Name="D" BaseType="n.B"{} />'
    assert told(base, base + derived.format("")) == {("derived-type-added", "n.D")}
    assert told(base, base + derived.format(' Abstract="true"')) == {("type-added", "n.D")}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('Type="Edm.String"', 'Type="Edm.Boolean"'),
        ('Type="Edm.String"', 'Type="Collection(Edm.String)"'),
        ('Type="Edm.String" Nullable="false"', 'Type="Edm.String" Nullable="true"'),
        ('Type="Edm.String"', 'Type="Edm.String" MaxLength="3"'),
        ('Type="Edm.String"', 'Type="Edm.String" DefaultValue="x"'),
        ('Type="Edm.String"', 'Type="Edm.String" AppliesTo="Property"'),
    ],
)
def test_a_term_that_is_defined_otherwise_is_told_and_breaks_nothing(
    before: str, after: str
) -> None:
    found = review(*(schema(f'<Term Name="t" {text}/>') for text in (before, after)))
    assert {(f.id, f.element) for f in found} == {("other-annotation-changed", "n.t")}
    assert all(f.level <= Level.INFO for f in found)


def test_the_order_of_what_a_term_applies_to_is_no_change() -> None:
    one, other = (
        schema(f'<Term Name="t" Type="Edm.String" AppliesTo="{text}"/>')
        for text in ("Property EntityType", "EntityType Property")
    )
    assert review(one, other) == ()


@pytest.mark.parametrize(
    ("flags", "wire", "source"), [("false", "warning", "warning"), ("true", "breaking", "breaking")]
)
def test_a_number_of_a_member_breaks_where_numbers_are_sent(
    flags: str, wire: str, source: str
) -> None:
    """Code and JSON name members; sets of flags may be written as numbers (OData JSON 4.01, 7.1)."""
    before = f'<EnumType Name="E" IsFlags="{flags}"><Member Name="a" Value="1" /></EnumType>'
    (found,) = review(schema(before), schema(before.replace('"1"', '"2"')))
    assert (found.id, found.wire.word, found.source.word) == (
        "enum-member-value-changed",
        wire,
        source,
    )
