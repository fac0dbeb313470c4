"""The OASIS example services: other vendors' CSDL, without Graph's annotations and conventions."""

from functools import cache

import pytest
from shared_material import SHARED, needs_shared

from edmund.csdl.reader import parse_document
from edmund.model.resolve import resolve_model
from edmund.surface.build import build_surface
from edmund.surface.elements import Edge, Resource, ResourceKind, SegmentKind, Surface
from edmund.surface.lookup import Found, PathFinder
from edmund.surface.type_parts import name_of

pytestmark = [pytest.mark.shared, needs_shared]

TRIPPIN = "oasis-TripPin.xml"
NORTHWIND = "oasis-Northwind.xml"
EXAMPLE = "oasis-ExampleService.xml"
ALL = [*sorted(p.name for p in (SHARED / "metadata").glob("*.xml")), "graph-v1.0-2026-08.csdl"]


@cache
def surface(name: str) -> Surface:
    document, _ = parse_document((SHARED / "metadata" / name).read_bytes(), name)
    return build_surface(resolve_model([document])[0])[0]


def at(name: str, path: str) -> Resource:
    found = PathFinder(surface(name)).find(path)
    assert found is not None, path
    return found.resource


def methods(name: str, path: str) -> list[str]:
    return [call.method.value for call in at(name, path).calls]


@pytest.mark.parametrize("name", ALL)
def test_every_edge_leads_somewhere_and_every_resource_is_reached(name: str) -> None:
    built = surface(name)
    ids = {r.id for r in built.resources}
    assert len(ids) == len(built.resources)
    targets = {edge.target for r in built.resources for edge in r.edges}
    assert targets == ids - {built.root}


@pytest.mark.parametrize("name", ALL)
def test_a_resource_has_each_method_once_and_each_segment_once(name: str) -> None:
    for resource in surface(name).resources:
        used = [call.method for call in resource.calls]
        assert len(used) == len(set(used)), resource.id
        segments = [
            (e.kind, e.name, tuple(p.name for p in e.parameters), tuple(k.name for k in e.keys))
            for e in resource.edges
        ]
        assert len(segments) == len(set(segments)), resource.id


@pytest.mark.parametrize("name", ALL)
def test_every_resource_is_found_at_the_path_that_leads_to_it(name: str) -> None:
    built = surface(name)
    finder = PathFinder(built)
    ways: dict[str, tuple[Edge, ...]] = {built.root: ()}
    for resource in built.resources:  # breadth first, so a resource comes after one before it
        for edge in resource.edges:
            ways.setdefault(edge.target, (*ways[resource.id], edge))
    for id_, way in ways.items():
        path = Found(built.by_id[id_], way).path
        found = finder.find(path)
        assert found is not None, path
        assert found.resource.id == id_
        assert found.path == path


def test_trippin_sets_and_singleton() -> None:
    assert methods(TRIPPIN, "/People") == ["GET", "POST"]
    assert methods(TRIPPIN, "/People('russellwhyte')") == ["GET", "PATCH", "DELETE"]
    assert methods(TRIPPIN, "/Me") == ["GET", "PATCH"]
    assert methods(TRIPPIN, "/Photos(1)/$value") == ["GET", "PUT", "DELETE"]


def test_trippin_s_airports_are_neither_inserted_nor_deleted() -> None:
    # InsertRestrictions and DeleteRestrictions of the entity set Airports say so.
    assert methods(TRIPPIN, "/Airports") == ["GET"]
    assert methods(TRIPPIN, "/Airports('KSFO')") == ["GET", "PATCH"]


def test_trippin_contains_trips_and_plan_items() -> None:
    assert methods(TRIPPIN, "/Me/Trips") == ["GET", "POST"]
    assert methods(TRIPPIN, "/Me/Trips(0)/PlanItems(1)") == ["GET", "PATCH", "DELETE"]
    flight = "/Me/Trips(0)/PlanItems(1)/Microsoft.OData.SampleService.Models.TripPin.Flight"
    assert at(TRIPPIN, f"{flight}/Airline").kind is ResourceKind.REFERENCED_ENTITY


def test_trippin_s_operations_are_qualified_and_imports_bare() -> None:
    person = at(TRIPPIN, "/People('x')")
    assert "Microsoft.OData.SampleService.Models.TripPin.ShareTrip" in {
        e.name for e in person.edges
    }
    assert methods(TRIPPIN, "/ResetDataSource") == ["POST"]
    assert methods(TRIPPIN, "/GetNearestAirport(lat=1,lon=2)") == ["GET"]
    # GetNearestAirport is composable and returns an airport.
    assert methods(TRIPPIN, "/GetNearestAirport(lat=1,lon=2)/Location") == ["GET", "PATCH"]


def test_northwind_s_compound_keys_and_views() -> None:
    found = PathFinder(surface(NORTHWIND)).find("/Order_Details(OrderID=10248,ProductID=11)")
    assert found is not None
    assert found.edges[-1].kind is SegmentKind.KEY_PREDICATE
    assert [name_of(k.type) for k in found.edges[-1].keys] == ["Edm.Int32", "Edm.Int32"]
    assert methods(NORTHWIND, "/Customers('ALFKI')/Orders") == ["GET", "POST"]
    assert methods(NORTHWIND, "/Customers('ALFKI')/Orders(10643)/Order_Details/$ref") == [
        "GET",
        "POST",
        "DELETE",
    ]
    assert methods(NORTHWIND, "/Alphabetical_list_of_products/$count") == ["GET"]


def test_the_example_service_s_media_casts_and_bound_actions() -> None:
    assert methods(EXAMPLE, "/Employees('1')/$value") == ["GET", "PUT", "DELETE"]
    assert at(EXAMPLE, "/Employees/OData.Demo.Manager").kind is ResourceKind.CAST_COLLECTION
    kinds = {r.kind for r in surface(EXAMPLE).resources}
    assert ResourceKind.ACTION in kinds
    assert ResourceKind.COMPLEX in kinds
    # Addresses have navigation properties, so they lead on to countries and cities.
    assert at(EXAMPLE, "/Customers('1')/Address/Country").kind is ResourceKind.REFERENCED_ENTITY


def test_graph_in_figures() -> None:
    built = surface("graph-v1.0-2026-08.csdl")
    assert len(built.resources) < 4_500
    shared = sum(r.declared_on is None for r in built.resources)
    assert shared > 0.9 * len(built.resources)
