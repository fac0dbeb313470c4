"""The permissions file and permission annotations, and where they end up."""

import json
from typing import Any

import pytest
from shared_material import SHARED, needs_shared

from edmund.csdl.reader import parse_document
from edmund.diagnostics import Diagnostic, EdmundError, Severity
from edmund.model.elements import Model
from edmund.model.resolve import resolve_model
from edmund.surface.build import build_surface
from edmund.surface.elements import Grant, HttpMethod, PathPermissions, Scheme, Surface
from edmund.surface.lookup import find_path
from edmund.surface.permissions import PermissionTable, merge_grants, parse_permissions

WORK, PERSONAL, APPLICATION = Scheme


def table(permissions: dict[str, Any]) -> tuple[PermissionTable, tuple[Diagnostic, ...]]:
    return parse_permissions(json.dumps({"permissions": permissions}).encode(), "permissions.json")


def path_set(
    paths: dict[str, str],
    methods: tuple[str, ...] = ("GET",),
    schemes: tuple[str, ...] = ("DelegatedWork", "Application"),
) -> dict[str, Any]:
    return {"schemeKeys": list(schemes), "methods": list(methods), "paths": paths}


def permission(*sets: dict[str, Any]) -> dict[str, Any]:
    return {"authorizationType": "oAuth2", "schemes": {}, "pathSets": list(sets)}


def grants(found: PermissionTable, path: str, method: HttpMethod) -> tuple[Grant, ...]:
    entry = next(p for p in found.paths if p.path == path)
    return next(m.grants for m in entry.methods if m.method is method)


def test_least_and_higher_by_scheme() -> None:
    found, warnings = table(
        {
            "Things.ReadWrite": permission(path_set({"/things": ""}, ("GET", "POST"))),
            "Things.Read": permission(path_set({"/things": "least=DelegatedWork,Application"})),
            "All.Read": permission(path_set({"/things": "least=Application"})),
        }
    )
    assert warnings == ()
    assert grants(found, "/things", HttpMethod.GET) == (
        Grant(WORK, ("Things.Read",), ("All.Read", "Things.ReadWrite")),
        Grant(PERSONAL),
        Grant(APPLICATION, ("All.Read", "Things.Read"), ("Things.ReadWrite",)),
    )
    assert grants(found, "/things", HttpMethod.POST) == (
        Grant(WORK, (), ("Things.ReadWrite",)),
        Grant(PERSONAL),
        Grant(APPLICATION, (), ("Things.ReadWrite",)),
    )


def test_one_path_in_several_sets_and_spellings() -> None:
    found, _ = table(
        {
            "A": permission(
                path_set({"/Things/{id}": ""}),
                path_set(
                    {"/things/{thing-id}/": "least=DelegatedWork"}, schemes=("DelegatedWork",)
                ),
            )
        }
    )
    assert [p.path for p in found.paths] == ["/things/{}"]
    work, _, application = grants(found, "/things/{}", HttpMethod.GET)
    assert (work.least, work.higher) == (("A",), ())
    assert (application.least, application.higher) == ((), ("A",))


def test_also_requires() -> None:
    found, warnings = table(
        {"A": permission(path_set({"/things": "least=Application;AlsoRequires=C, B"}))}
    )
    assert warnings == ()
    assert grants(found, "/things", HttpMethod.GET)[0] == Grant(
        WORK, (), ("A",), (("A", ("B", "C")),)
    )


def test_unknown_schemes_methods_and_attributes_are_warnings() -> None:
    found, warnings = table(
        {
            "A": permission(
                path_set({"/x": "least=Martian", "/y": "most=Application"}, ("GET", "BREW")),
                path_set({"/z": "", "w": ""}, schemes=("Martian", "Application")),
            )
        }
    )
    assert [w.severity for w in warnings] == [Severity.WARNING] * 5
    assert {w.code for w in warnings} == {"EDM321", "EDM322", "EDM323"}
    assert all(w.span is not None and w.span.file == "permissions.json" for w in warnings)
    assert any("/permissions/A/pathSets/0/methods/1" in w.message for w in warnings)
    assert any("/permissions/A/pathSets/0/paths/~1x" in w.message for w in warnings)
    assert [p.path for p in found.paths] == ["/x", "/y", "/z"]


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (b"", 1),
        (b"\xff\xfe", 0),
        (b'{\n "permissions": {,}}', 2),
        (b"[" * 200_000, 0),
        (b'{"permissions": {"A": {"n": ' + b"9" * 10_000 + b"}}}", 0),
        (b"[]", 0),
        (b"null", 0),
        (b'{"permissions": []}', 0),
        (b'{"permissions": {"A": 1}}', 0),
        (b'{"permissions": {"A": {}}}', 0),
        (b'{"permissions": {"A": {"pathSets": [1]}}}', 0),
        (b'{"permissions": {"A": {"pathSets": [{}]}}}', 0),
        (b'{"permissions": {"A": {"pathSets": [{"schemeKeys": [1], "methods": [], "paths": {}}]}}}', 0),
        (b'{"permissions": {"A": {"pathSets": [{"schemeKeys": [], "methods": "GET", "paths": {}}]}}}', 0),
        (b'{"permissions": {"A": {"pathSets": [{"schemeKeys": [], "methods": [], "paths": {"/": 1}}]}}}', 0),
    ],
)  # fmt: skip
def test_what_is_no_permissions_file(data: bytes, line: int) -> None:
    with pytest.raises(EdmundError) as failed:
        parse_permissions(data, "permissions.json")
    errors = [d for d in failed.value.diagnostics if d.severity is Severity.ERROR]
    assert errors
    assert all(d.code == "EDM320" and d.span is not None for d in errors)
    assert errors[0].span is not None and errors[0].span.line == line


def test_a_byte_order_mark_is_no_content() -> None:
    found, _ = parse_permissions(b'\xef\xbb\xbf{"permissions": {}}', "p.json")
    assert found.paths == ()


def test_a_file_of_nonsense_does_not_flood() -> None:
    sets = [path_set({"/x": ""}, ("BREW",) * 1000)]
    _, warnings = table({"A": permission(*sets)})
    assert 1 <= len(warnings) <= 200


def test_merging_keeps_what_either_says() -> None:
    one = (Grant(WORK, ("A",), ("B",)),)
    other = (Grant(WORK, ("B",), ("C",)), Grant(APPLICATION, ("D",)))
    assert merge_grants(one, other) == (
        Grant(WORK, ("A", "B"), ("C",)),
        Grant(PERSONAL),
        Grant(APPLICATION, ("D",)),
    )


SCHEMA = """<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx">
<edmx:DataServices><Schema xmlns="http://docs.oasis-open.org/odata/ns/edm" Namespace="n">
<EntityType Name="Thing"><Key><PropertyRef Name="id"/></Key>
  <Property Name="id" Type="Edm.String" Nullable="false"/>
  <NavigationProperty Name="subThings" Type="Collection(n.Thing)" ContainsTarget="true">{on_nav}</NavigationProperty>
</EntityType>
<Action Name="doIt" IsBound="true"><Parameter Name="it" Type="n.Thing"/></Action>
<Function Name="find" IsBound="true"><Parameter Name="it" Type="Collection(n.Thing)"/>
  <Parameter Name="byName" Type="Edm.String"/><ReturnType Type="n.Thing"/></Function>
<EntityContainer Name="C">
  <EntitySet Name="allThings" EntityType="n.Thing"/>
  <EntitySet Name="otherThings" EntityType="n.Thing"/>
</EntityContainer></Schema></edmx:DataServices></edmx:Edmx>"""


def model(on_nav: str = "") -> Model:
    document, _ = parse_document(SCHEMA.format(on_nav=on_nav).encode(), "n.csdl")
    return resolve_model([document])[0]


def permissions_at(surface: Surface, path: str, method: HttpMethod) -> tuple[PathPermissions, ...]:
    resource = find_path(surface, path)
    assert resource is not None
    return next(c.permissions for c in resource.calls if c.method is method)


def test_permissions_reach_the_calls_in_the_schema_s_spelling() -> None:
    found, _ = table(
        {
            "A": permission(
                path_set({"/ALLthings/{thing-id}": "least=Application"}, ("GET", "DELETE", "PUT")),
                path_set({"/otherthings/{id}": ""}),
                path_set({"/allthings/{id}/subthings/{id}/DOIT": ""}, ("POST",)),
                path_set({"/allthings/find(byname={value})": ""}),
                path_set({"/allthings/n.find(BYNAME='{x}')": "least=Application"}),
                path_set({"/nothing": "", "/allthings?$filter=x": ""}),
            )
        }
    )
    surface, warnings = build_surface(model(), found)
    assert warnings == ()
    read = permissions_at(surface, "/allThings/1", HttpMethod.GET)
    assert [p.path for p in read] == ["/allThings/{id}", "/otherThings/{id}"]
    assert read[0].grants == (Grant(WORK, (), ("A",)), Grant(PERSONAL), Grant(APPLICATION, ("A",)))
    assert [p.path for p in permissions_at(surface, "/allThings/1", HttpMethod.DELETE)] == [
        "/allThings/{id}"
    ]
    assert permissions_at(surface, "/allThings/1", HttpMethod.PATCH) == ()
    assert [p.path for p in permissions_at(surface, "/allThings/1/n.doIt", HttpMethod.POST)] == [
        "/allThings/{id}/subThings/{id}/n.doIt"
    ]
    (called,) = permissions_at(surface, "/allThings/find(byName='a')", HttpMethod.GET)
    assert called.path == "/allThings/n.find(byName={byName})"
    assert called.grants[2] == Grant(APPLICATION, ("A",))
    assert called.grants[0] == Grant(WORK, (), ("A",))


def test_a_table_for_another_service_is_noticed() -> None:
    found, _ = table({"A": permission(path_set({"/elsewhere": ""}))})
    surface, (warning,) = build_surface(model(), found)
    assert (warning.code, warning.severity) == ("EDM324", Severity.WARNING)
    assert surface == build_surface(model())[0]


def read_restrictions(scheme: str, *scopes: str) -> str:
    listed = "".join(
        f'<Record><PropertyValue Property="Scope" String="{scope}"/></Record>' for scope in scopes
    )
    return (
        '<Annotation Term="Org.OData.Capabilities.V1.ReadRestrictions"><Record>'
        '<PropertyValue Property="Permissions"><Collection><Record>'
        f'<PropertyValue Property="SchemeName" String="{scheme}"/>'
        f'<PropertyValue Property="Scopes"><Collection>{listed}</Collection></PropertyValue>'
        "</Record></Collection></PropertyValue></Record></Annotation>"
    )


def test_annotated_permissions_are_listed_at_the_shortest_path() -> None:
    surface, _ = build_surface(model(read_restrictions("Application", "Z", "B", "A")))
    expected = (Grant(WORK), Grant(PERSONAL), Grant(APPLICATION, ("Z",), ("A", "B")))
    assert permissions_at(surface, "/allThings/1/subThings", HttpMethod.GET) == (
        PathPermissions("/allThings/{id}/subThings", expected),
    )
    # Read by key as the collection is read, where nothing else is said.
    assert permissions_at(surface, "/allThings/1/subThings/2", HttpMethod.GET) == (
        PathPermissions("/allThings/{id}/subThings/{id}", expected),
    )


def test_annotations_and_file_are_merged() -> None:
    found, _ = table(
        {"F": permission(path_set({"/allthings/{id}/subthings": "least=DelegatedWork"}))}
    )
    surface, _ = build_surface(model(read_restrictions("Application", "A")), found)
    (merged,) = permissions_at(surface, "/allThings/1/subThings", HttpMethod.GET)
    assert merged.grants == (
        Grant(WORK, ("F",)),
        Grant(PERSONAL),
        Grant(APPLICATION, ("A",), ("F",)),
    )


def test_a_scheme_that_is_not_known_is_a_warning_with_its_place() -> None:
    surface, (warning,) = build_surface(model(read_restrictions("Delegated", "A")))
    assert (warning.code, warning.severity) == ("EDM301", Severity.WARNING)
    assert "'Delegated'" in warning.message
    assert warning.span is not None and warning.span.file == "n.csdl" and warning.span.line > 1
    assert permissions_at(surface, "/allThings/1/subThings", HttpMethod.GET) == ()


@pytest.mark.shared
@needs_shared
def test_the_service_s_own_file_is_read_whole() -> None:
    source = SHARED / "metadata" / "graph-permissions.json"
    found, warnings = parse_permissions(source.read_bytes(), source.name)
    assert warnings == ()
    raw = json.loads(source.read_bytes())["permissions"]
    cells = {
        (path.lower().rstrip("/"), method)
        for one in raw.values()
        for s in one["pathSets"]
        for path in s["paths"]
        for method in s["methods"]
    }
    # Every path and method of the file is in the table, up to the names of placeholders.
    assert {m for _, m in cells} == {m.method.value for p in found.paths for m in p.methods}
    assert sum(len(p.methods) for p in found.paths) == len(
        {(shape(path), method) for path, method in cells}
    )
    connectors = grants(found, "/identity/apiconnectors", HttpMethod.POST)
    name = ("APIConnectors.ReadWrite.All",)
    assert connectors == (Grant(WORK, name), Grant(PERSONAL), Grant(APPLICATION, name))


def shape(path: str) -> str:
    parts = path.split("{")
    return parts[0] + "".join("{}" + part.partition("}")[2] for part in parts[1:])
