"""What goes over the wire to services of other vendors, as OData URL Conventions 4.01 have it."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time, timedelta, timezone
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent))
from behaviour.service import PREFIX, Answer, Service, json_answer
from behaviour.test_other_vendors import package_of

ONE = UUID(int=1)
ID = "00000000-0000-0000-0000-000000000001"


@pytest.fixture
def service() -> Iterator[Service]:
    with Service(token=None) as started:
        yield started


def sent(service: Service, call: Callable[[], Any], answer: Answer | None = None) -> str:
    """The one request of `call`: method, path below the service root, and body if there is one."""
    service.received.clear()
    service.answers[:] = [answer if answer is not None else json_answer({})]
    call()
    (request,) = service.received
    line = f"{request.method} {request.target.removeprefix(PREFIX)}"
    return f"{line} {request.body.decode()}" if request.body else line


def part(package: Any, module: str, name: str) -> Any:
    return getattr(importlib.import_module(f"{package.__name__}.generated.{module}"), name)


# Value and literal (section 5.1.1.14), percent-encoded; the same value in a JSON array in the query.
LITERALS: dict[str, tuple[Any, str, str]] = {
    "binary": (b"\xfb\xff", "binary'-_8%3D'", "%22-_8%3D%22"),
    "boolean": (True, "true", "true"),
    "byte": (255, "255", "255"),
    "date": (date(2020, 2, 29), "2020-02-29", "%222020-02-29%22"),
    "date_time_offset": (
        datetime(2020, 1, 2, 3, 4, 5, tzinfo=timezone(timedelta(hours=2))),
        "2020-01-02T03%3A04%3A05%2B02%3A00",
        "%222020-01-02T03%3A04%3A05%2B02%3A00%22",
    ),
    "decimal": (Decimal("1.50"), "1.50", "1.50"),
    "double": (float("-inf"), "-INF", "%22-INF%22"),
    "duration": (timedelta(days=1, seconds=2), "duration'P1DT2S'", "%22P1DT2S%22"),
    "guid": (ONE, ID, f"%22{ID}%22"),
    "int16": (-3, "-3", "-3"),
    "int64": (2**63 - 1, "9223372036854775807", "9223372036854775807"),
    "single": (0.5, "0.5", "0.5"),
    "string": ("it's a/b&c%", "'it%27%27s%20a%2Fb%26c%25'", "%22it%27s%20a%2Fb%26c%25%22"),
    "time_of_day": (time(1, 2, 3), "01%3A02%3A03", "%2201%3A02%3A03%22"),
}


@pytest.mark.parametrize("kind", LITERALS)
def test_keys_and_parameters_of_every_type(kind: str, service: Service) -> None:
    client = package_of("types").SyncWholeClient(None, base_url=service.root)
    value, literal, in_json = LITERALS[kind]
    local = "".join(word.capitalize() for word in kind.split("_"))
    by_key = getattr(client, f"by_{kind}").by_key
    assert sent(service, by_key(value).get) == f"GET /by{local}({literal})"
    function = getattr(client, f"with_{kind}")
    assert (
        sent(service, function(value, [value]).get, json_answer({"value": []}))
        == f"GET /with{local}(value={literal},many=@p0)?@p0=%5B{in_json}%5D"
    )


def test_keys_that_are_enumerations_definitions_and_paths(service: Service) -> None:
    package = package_of("types")
    client = package.SyncWholeClient(None, base_url=service.root)
    red = part(package, "models.colour", "Colour").Red
    assert sent(service, client.by_colour.by_key(red).get) == "GET /byColour('red')"
    weight = client.by_weight.by_key(Decimal("2.50"))
    assert sent(service, weight.get) == "GET /byWeight(2.50)"
    at = client.by_path.by_number_code(3, "a'b")
    assert sent(service, at.get) == "GET /byPath(number=3,code='a%27%27b')"


def test_complex_and_null_parameters_travel_as_aliases(service: Service) -> None:
    package = package_of("types")
    client = package.SyncWholeClient(None, base_url=service.root)
    colour, rights = (part(package, f"models.{n}", n.capitalize()) for n in ("colour", "rights"))
    nested = part(package, "models.nested", "Nested")(number=1)
    twice = client.twice
    page = json_answer({"value": []})
    both = twice(colour.Green, nested, [rights.Read, rights.Write])
    assert sent(service, lambda: both.get(top=3), page) == (
        "GET /twice(colour='green',nested=@p0,rights='read%2Cwrite')"
        "?@p0=%7B%22number%22%3A1%7D&$top=3"
    )
    assert sent(service, twice(colour.Green, None, None).get, page) == (
        "GET /twice(colour='green',nested=@p0,rights=null)?@p0=null"
    )


def test_pages_are_followed_whichever_way_the_service_writes_its_links(service: Service) -> None:
    client = package_of("types").SyncWholeClient(None, base_url=service.root)
    service.answers[:] = [
        json_answer({"value": [{"id": 1}], "@odata.nextLink": f"{service.root}/things?$skip=1"}),
        json_answer({"value": [{"id": 2}], "@nextLink": "things?$skiptoken=%2Fx"}),
        json_answer({"value": [{"id": 3}], "@deltaLink": f"{service.root}/things?d"}),
    ]
    pages = client.things.iterate()
    assert [thing.id for thing in pages] == [1, 2, 3]
    assert [r.target.removeprefix(PREFIX) for r in service.received] == [
        "/things",
        "/things?$skip=1",
        "/things?$skiptoken=%2Fx",
    ]
    assert pages.delta_link == f"{service.root}/things?d"


def test_bodies_are_what_was_set_and_exact(service: Service) -> None:
    package = package_of("types")
    client = package.SyncWholeClient(None, base_url=service.root)
    everything = part(package, "models.everything", "Everything")
    thing = client.things.by_id(5)
    change = everything(one_decimal=Decimal("1.10"), one_int64=2**60, one_string=None)
    assert sent(service, lambda: thing.patch(change, etag='W/"1"')) == (
        'PATCH /things(5) {"oneDecimal":1.10,"oneInt64":1152921504606846976,"oneString":null}'
    )
    assert service.received[0].headers["if-match"] == 'W/"1"'
    assert sent(service, thing.delete, Answer(204)) == "DELETE /things(5)"
    assert sent(service, lambda: client.things.post(everything(id=1))) == 'POST /things {"id":1}'
    overload = thing.pick_with_text("q'")
    assert sent(service, overload.get) == "GET /things(5)/Types.pick(text='q%27%27')"


def test_dataverse(service: Service) -> None:
    package = package_of("dataverse")
    client = package.SyncSystemClient(None, base_url=service.root)
    account = client.accounts.by_accountid(ONE)
    assert sent(service, client.who_am_i.get) == "GET /WhoAmI()"
    alternate = client.accounts.by_accountnumber_name("A/1", "x'y")
    assert sent(service, alternate.get) == ("GET /accounts(accountnumber='A%2F1',name='x%27%27y')")
    start = datetime(2020, 1, 1, tzinfo=UTC)
    filters = part(package, "models.entity_filters", "EntityFilters")
    expand = account.expand_calendar(start, start, [filters.Entity], [ONE])
    assert sent(service, expand.get, json_answer({"value": []})) == (
        f"GET /accounts({ID})/Microsoft.Dynamics.CRM.ExpandCalendar(Start=2020-01-01T00%3A00%3A00Z,"
        f"End=2020-01-01T00%3A00%3A00Z,Filters='Entity',Ids=@p0)?@p0=%5B%22{ID}%22%5D"
    )
    body = part(package, "builders._root", "CloseQuotePostRequestBody")(
        quote_close=part(package, "models.quote", "Quote")(quoteid=ONE), status=3
    )
    assert sent(service, lambda: client.close_quote.post(body), Answer(204)) == (
        'POST /CloseQuote {"QuoteClose":{"@odata.type":"#Microsoft.Dynamics.CRM.quote",'
        f'"quoteid":"{ID}"' + '},"Status":3}'
    )


def test_sap_drafts(service: Service) -> None:
    package = package_of("sap-travel")
    client = package.SyncContainerClient(None, base_url=service.root)
    trip = client.trip.by_trip_uuid_is_active_entity(ONE, False)
    url = f"/Trip(TripUUID={ID},IsActiveEntity=false)"
    assert sent(service, lambda: trip.get(expand=["_Booking($select=FlightPrice)"])) == (
        f"GET {url}?$expand=_Booking%28%24select%3DFlightPrice%29"
    )
    accept = trip.accept_trip
    assert sent(service, accept.post) == (
        f"POST {url}/com.sap.gateway.srvd.zui_trip.v0001.acceptTrip"
    )
    body = part(package, "models.trip_type", "TripType")(booking_fee=Decimal("12.345"))
    assert sent(service, lambda: trip.patch(body)) == f'PATCH {url} {{"BookingFee":12.345}}'


def test_business_central(service: Service) -> None:
    client = package_of("business-central").SyncNAVClient(None, base_url=service.root)
    company = client.companies.by_id(ONE)
    invoice = company.sales_invoices.by_document_type_no("Invoice", "10/1")
    assert sent(service, invoice.post_path.post, Answer(204)) == (
        f"POST /companies({ID})/salesInvoices(Document_Type='Invoice',No='10%2F1')/Microsoft.NAV.post"
    )
    picture = company.items.by_id(ONE).picture.picture_content
    answer = Answer(200, b"\x89PNG", {"Content-Type": "image/png"})
    assert sent(service, picture.get, answer) == (
        f"GET /companies({ID})/items({ID})/picture/pictureContent"
    )


def test_functions_without_types(service: Service) -> None:
    client = package_of("functions-only").SyncCalculatorClient(None, base_url=service.root)
    assert sent(service, client.add_with_a_with_b(Decimal("1.2"), 3).get) == "GET /Add(a=1.2,b=3)"
    assert sent(service, client.add("a b").get) == "GET /Add(text='a%20b')"
    assert sent(service, client.reset.post, Answer(204)) == "POST /Reset"


def test_names_of_the_client_itself_are_free_for_the_client(service: Service) -> None:
    client = package_of("names-of-calls").SyncCallsClient(None, base_url=service.root)
    page = json_answer({"value": []})
    for accessor, segment in {
        "get_path": "get",
        "post_path": "post",
        "batch_path": "batch",
        "close_path": "close",
        "with_url_path": "withUrl",
        "count": "count",
        "ref": "ref",
        "class_": "class",
    }.items():
        assert sent(service, getattr(client, accessor).get, page) == f"GET /{segment}"
    client.close()
