"""What accessors of request builders are called."""

import pytest

from edmund.naming.accessors import numbered
from edmund.surface.elements import Edge, KeyPart, Parameter, Resource, ResourceKind, SegmentKind
from edmund.surface.type_parts import list_of
from edmund.surface.types import Primitive
from edmund.targets.python.chain_names import BUILDER_MEMBERS, KIOTA, NATURAL

accessor_names, alternate_key_name = KIOTA.of, KIOTA.alternate_key_name
edge_name, key_parameters = KIOTA.edge_name, KIOTA.key_parameters

STRING = Primitive("Edm.String")


def resource(*edges: Edge, type_name: str = "microsoft.graph.user") -> Resource:
    return Resource("r", ResourceKind.COLLECTION, list_of(type_name), edges)


def edge(kind: SegmentKind, name: str, *parameters: str) -> Edge:
    return Edge(kind, name, "t", parameters=tuple(Parameter(p, STRING) for p in parameters))


def key(kind: SegmentKind, *names: str) -> Edge:
    return Edge(kind, "", "t", keys=tuple(KeyPart(n, n, STRING) for n in names))


@pytest.mark.parametrize(
    ("kind", "name", "accessor"),
    [
        (SegmentKind.CHILD, "users", "users"),
        (SegmentKind.CHILD, "oauth2PermissionGrants", "oauth2_permission_grants"),
        (SegmentKind.NAVIGATION, "alerts_v2", "alerts_v2"),
        (SegmentKind.NAVIGATION, "list", "list_"),
        (SegmentKind.OPERATION, "import", "import_"),
        (SegmentKind.OPERATION, "false", "false_"),
        (SegmentKind.OPERATION, "delete", "delete_path"),
        (SegmentKind.OPERATION, "chiSq_Dist_RT", "chi_sq_dist_r_t"),
        (SegmentKind.OPERATION, "t_Dist_2T", "t_dist_2_t"),
        (
            SegmentKind.OPERATION,
            "microsoft.graph.security.runHuntingQuery",
            "microsoft_graph_security_run_hunting_query",
        ),
        (SegmentKind.CAST, "graph.windowsMobileMSI", "graph_windows_mobile_m_s_i"),
        (SegmentKind.COUNT, "$count", "count"),
        (SegmentKind.REFERENCE, "$ref", "ref"),
        (SegmentKind.VALUE, "$value", "content"),
    ],
)
def test_accessors(kind: SegmentKind, name: str, accessor: str) -> None:
    assert edge_name(resource(), edge(kind, name)) == accessor


def test_functions_name_their_parameters() -> None:
    found = edge(SegmentKind.OPERATION, "reminderView", "StartDateTime", "EndDateTime")
    assert edge_name(resource(), found) == "reminder_view_with_start_date_time_with_end_date_time"


def test_keys_name_their_type() -> None:
    by_id = key(SegmentKind.KEY, "id")
    assert edge_name(resource(), by_id) == "by_user_id"
    assert key_parameters(resource(), by_id) == ("user_id",)
    version = resource(type_name="microsoft.graph.identityGovernance.workflowVersion")
    by_number = key(SegmentKind.KEY, "versionNumber")
    assert edge_name(version, by_number) == "by_workflow_version_version_number"
    assert numbered(edge_name(resource(), by_id)) == "by_user_id1"


def test_compound_keys_name_all_parts() -> None:
    source = resource(type_name="NorthwindModel.Line")
    found = key(SegmentKind.KEY_PREDICATE, "Order", "Number")
    assert edge_name(source, found) == "by_line_order_number"
    assert key_parameters(source, found) == ("line_order", "number")


def test_alternate_keys() -> None:
    found = key(SegmentKind.ALTERNATE_KEY, "appId")
    collection = edge(SegmentKind.CHILD, "applications")
    assert alternate_key_name(collection, found) == "applications_with_app_id"
    assert edge_name(resource(), found) == "with_app_id"
    assert key_parameters(resource(), found) == ("app_id",)


def test_the_schema_s_own_name_wins_over_odata_s() -> None:
    # workbookTable has a function count(), which the official client calls `count`.
    names = accessor_names(
        resource(edge(SegmentKind.COUNT, "$count"), edge(SegmentKind.OPERATION, "count"))
    )
    assert names[1] == "count"
    assert names[0] != "count"


def test_names_are_distinct_and_leave_the_builder_s_own_alone() -> None:
    wanted = ["get", "Get", "post", "with_url", "a.b", "a_b", "aB", "A_b", "path_parameters"]
    names = accessor_names(resource(*(edge(SegmentKind.NAVIGATION, w) for w in wanted)))
    assert len(set(names)) == len(wanted)
    assert not set(names) & BUILDER_MEMBERS
    assert all(name.isidentifier() for name in names)


@pytest.mark.parametrize(
    ("kind", "name", "accessor"),
    [
        (SegmentKind.CHILD, "Order_Details", "order_details"),
        (SegmentKind.NAVIGATION, "DVDTitles", "dvd_titles"),
        (SegmentKind.NAVIGATION, "list", "list_"),
        (SegmentKind.OPERATION, "delete", "delete_path"),
        (SegmentKind.OPERATION, "Trippin.GetFriendsTrips", "get_friends_trips"),
        (SegmentKind.CAST, "Trippin.Employee", "as_employee"),
        (SegmentKind.COUNT, "$count", "count"),
    ],
)
def test_natural_accessors(kind: SegmentKind, name: str, accessor: str) -> None:
    assert NATURAL.edge_name(resource(), edge(kind, name)) == accessor
    assert NATURAL.of(resource(edge(kind, name))) == (accessor,)


def test_natural_keys_are_called_by_their_names() -> None:
    composite = key(SegmentKind.KEY_PREDICATE, "OrderID", "ProductID")
    assert NATURAL.edge_name(resource(), composite) == "by_order_id_product_id"
    assert NATURAL.key_parameters(resource(), composite) == ("order_id", "product_id")
    alternate = key(SegmentKind.ALTERNATE_KEY, "home/zipCode", "class")
    assert NATURAL.edge_name(resource(), alternate) == "by_zip_code_class"


def test_natural_overloads_differ_by_their_parameters() -> None:
    """The one with the fewest keeps the short name, wherever it stands."""
    operations = [
        edge(SegmentKind.OPERATION, "n.Find", "Name", "AgeAtMost"),
        edge(SegmentKind.OPERATION, "n.Find", "Name"),
        edge(SegmentKind.OPERATION, "n.Find"),
        edge(SegmentKind.OPERATION, "m.Find"),
        edge(SegmentKind.CAST, "n.Person"),
        edge(SegmentKind.CAST, "m.Person"),
    ]
    expected = [
        "find_with_name_with_age_at_most",
        "find_with_name",
        "n_find",
        "find",
        "n_person",
        "as_person",
    ]
    assert NATURAL.of(resource(*operations)) == tuple(expected)
    assert NATURAL.of(resource(*operations[::-1])) == tuple(expected[::-1])


def test_what_the_schema_holds_comes_before_operations() -> None:
    edges = edge(SegmentKind.OPERATION, "n.Find"), edge(SegmentKind.NAVIGATION, "find")
    assert NATURAL.of(resource(*edges)) == ("n_find", "find")
