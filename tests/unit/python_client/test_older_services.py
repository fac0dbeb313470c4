"""Clients of services of OData 2 and 3: what goes over the wire, and what comes of the answers."""

from __future__ import annotations

import importlib
import json
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from uuid import UUID

import httpx
import pytest
from generated_package import generate

METADATA = "http://schemas.microsoft.com/ado/2007/08/dataservices/metadata"
BODY = """<EntityType Name="Thing"><Key><PropertyRef Name="ID"/></Key>
<Property Name="ID" Type="Edm.Int64" Nullable="false"/>
<Property Name="Name" Type="Edm.String"/>
<Property Name="Made" Type="Edm.DateTime"/>
<Property Name="Day" Type="Edm.DateTime" sap:display-format="Date"/>
<Property Name="Seen" Type="Edm.DateTimeOffset"/>
<Property Name="Opens" Type="Edm.Time"/>
<Property Name="Price" Type="Edm.Decimal"/>
<Property Name="Picture" Type="Edm.Binary"/>
<NavigationProperty Name="Parts" Relationship="N.Has" FromRole="Thing" ToRole="Part"/>
</EntityType>
<EntityType Name="Toy" BaseType="N.Thing"><Property Name="Age" Type="Edm.Int32"/></EntityType>
<EntityType Name="Part"><Key><PropertyRef Name="Code"/><PropertyRef Name="At"/></Key>
<Property Name="Code" Type="Edm.Guid" Nullable="false"/>
<Property Name="At" Type="Edm.DateTime" Nullable="false"/>
<NavigationProperty Name="Thing" Relationship="N.Has" FromRole="Part" ToRole="Thing"/></EntityType>
<Association Name="Has"><End Role="Thing" Type="N.Thing" Multiplicity="0..1"/>
<End Role="Part" Type="N.Part" Multiplicity="*"/></Association>
<EntityContainer Name="Shop" m:IsDefaultEntityContainer="true">
<EntitySet Name="Things" EntityType="N.Thing"/><EntitySet Name="Parts" EntityType="N.Part"/>
<AssociationSet Name="S" Association="N.Has"><End Role="Thing" EntitySet="Things"/>
<End Role="Part" EntitySet="Parts"/></AssociationSet>
<FunctionImport Name="Since" ReturnType="Collection(N.Thing)" EntitySet="Things" m:HttpMethod="GET">
<Parameter Name="at" Type="Edm.DateTime"/><Parameter Name="text" Type="Edm.String"/></FunctionImport>
<FunctionImport Name="Total" ReturnType="Edm.Decimal" m:HttpMethod="GET"/>
<FunctionImport Name="Paint" ReturnType="N.Thing" EntitySet="Things" m:HttpMethod="POST">
<Parameter Name="id" Type="Edm.Int64" Nullable="false"/><Parameter Name="color" Type="Edm.String"/></FunctionImport>
</EntityContainer>"""


def document(version: str) -> str:
    edm = {"2.0": "2008/09/edm", "3.0": "2009/11/edm"}[version]
    return (
        '<edmx:Edmx xmlns:edmx="http://schemas.microsoft.com/ado/2007/06/edmx" Version="1.0"'
        f' xmlns:m="{METADATA}" xmlns:sap="http://www.sap.com/Protocols/SAPData">'
        f'<edmx:DataServices m:DataServiceVersion="{version}">'
        f'<Schema Namespace="N" xmlns="http://schemas.microsoft.com/ado/{edm}">{BODY}</Schema>'
        "</edmx:DataServices></edmx:Edmx>"
    )


Handler = Callable[[httpx.Request], httpx.Response]


class Service:
    """A client, and what it sent; answers are given before each call."""

    def __init__(self, package: Any, name: str) -> None:
        self.requests: list[httpx.Request] = []
        self.answers: list[httpx.Response] = []
        transport = httpx.MockTransport(self._answer)
        self.package = package
        self.client = package.SyncShopClient(
            None,
            base_url="https://shop.example/odata",
            http_client=httpx.Client(transport=transport),
        )
        self.models = SimpleNamespace(
            Thing=importlib.import_module(f"{name}.generated.models.thing").Thing,
            Toy=importlib.import_module(f"{name}.generated.models.toy").Toy,
            Part=importlib.import_module(f"{name}.generated.models.part").Part,
        )
        self.root = importlib.import_module(f"{name}.generated.builders._root")

    def _answer(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        return self.answers.pop(0)

    def gives(self, value: object, status: int = 200, **headers: str) -> None:
        given = {name.replace("_", "-"): text for name, text in headers.items()}
        self.answers.append(httpx.Response(status, json=value, headers=given))

    @property
    def last(self) -> httpx.Request:
        return self.requests[-1]


def _service(folder: Path, version: str) -> Iterator[Service]:
    name = f"edmund_shop_{version[0]}"
    source = folder / "shop.edmx"
    source.write_text(document(version))
    generate([source], folder, name)
    sys.path.insert(0, str(folder))
    importlib.invalidate_caches()
    yield Service(importlib.import_module(name), name)
    sys.path.remove(str(folder))


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    yield from _service(tmp_path_factory.mktemp("two"), "2.0")


@pytest.fixture(scope="module")
def three(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    yield from _service(tmp_path_factory.mktemp("three"), "3.0")


def thing(number: int, **values: object) -> dict[str, object]:
    uri = f"https://shop.example/odata/Things({number}L)"
    metadata = {"uri": uri, "type": "N.Thing", "etag": 'W/"1"'}
    return {"__metadata": metadata, "ID": str(number), **values}


def test_an_entity_is_read_with_its_values(two: Service) -> None:
    two.gives(
        {
            "d": thing(
                2**53 + 1,
                Name="/Date(0)/",
                Made="/Date(1577880000123)/",
                Day="/Date(1577836800000)/",
                Seen="/Date(1577887200000+120)/",
                Opens="PT08H30M00S",
                Price="12.50",
                Picture="+/8=",
                Parts={"__deferred": {"uri": "https://shop.example/odata/Things(1L)/Parts"}},
            )
        }
    )
    found = two.client.things.by_id(2**53 + 1).get()
    assert str(two.last.url) == "https://shop.example/odata/Things(9007199254740993L)"
    assert two.last.headers["maxdataserviceversion"] == "2.0"
    assert "odata-maxversion" not in two.last.headers
    assert found.id == 2**53 + 1
    assert found.name == "/Date(0)/"  # text stays text
    assert found.made == datetime(2020, 1, 1, 12, 0, 0, 123000, UTC)
    assert found.day == date(2020, 1, 1)
    assert found.seen == datetime(2020, 1, 1, 14, tzinfo=timezone(timedelta(hours=2)))
    assert found.seen.utcoffset() == timedelta(hours=2)
    assert found.opens == timedelta(hours=8, minutes=30)
    assert found.price == Decimal("12.50")
    assert found.picture == b"\xfb\xff"
    assert found.odata_etag == 'W/"1"'
    assert not found.is_set("parts")
    assert found.additional_data["@odata.id"].endswith("Things(9007199254740993L)")


def test_pages_counts_and_derived_types(two: Service) -> None:
    toy = {"__metadata": {"uri": "u", "type": "N.Toy"}, "ID": "2", "Age": 3}
    link = "https://shop.example/odata/Things?$skiptoken=2"
    two.gives({"d": {"results": [thing(1), toy], "__count": "3", "__next": link}})
    two.gives({"d": {"results": [thing(3)]}})
    pages = two.client.things.iterate(count=True, top=3, filter="Price gt 3.5M")
    found = list(pages)
    assert [each.id for each in found] == [1, 2, 3]
    assert isinstance(found[1], two.models.Toy)
    assert pages.count == 3
    first, second = two.requests[-2:]
    assert dict(first.url.params) == {
        "$inlinecount": "allpages",
        "$top": "3",
        "$filter": "Price gt 3.5M",
    }
    assert str(second.url) == link


def test_version_1_answers_a_bare_list(two: Service) -> None:
    two.gives({"d": [thing(1), thing(2)]})
    assert [each.id for each in two.client.things.get().value] == [1, 2]


def test_what_is_written(two: Service) -> None:
    two.gives({"d": thing(7)}, 201)
    made = two.client.things.post(
        two.models.Thing(
            id=7,
            made=datetime(2020, 1, 1, 12, tzinfo=UTC),
            day=date(2020, 1, 1),
            seen=datetime(2020, 1, 1, 14, tzinfo=timezone(timedelta(hours=2))),
            opens=timedelta(hours=8),
            price=Decimal("12.50"),
            picture=b"\xfb\xff",
            parts=[two.models.Part(code=UUID(int=1), at=datetime(1970, 1, 1, tzinfo=UTC))],
        )
    )
    assert made.id == 7
    assert json.loads(two.last.content) == {
        "ID": "7",
        "Made": "/Date(1577880000000)/",
        "Day": "/Date(1577836800000)/",
        "Seen": "/Date(1577887200000+0120)/",
        "Opens": "PT08H00M00S",
        "Price": "12.50",
        "Picture": "+/8=",
        "Parts": [{"Code": "00000000-0000-0000-0000-000000000001", "At": "/Date(0)/"}],
    }
    assert two.last.headers["dataserviceversion"] == "2.0"


def test_changes_merge_and_carry_what_was_changed(two: Service) -> None:
    two.gives({"d": thing(1, Name="old", Price="1.5")})
    read = two.client.things.by_id(1).get()
    read.name = "new"
    read.price = None
    two.answers.append(httpx.Response(204))
    two.client.things.by_id(1).patch(read, etag=read.odata_etag)
    assert two.last.method == "MERGE"
    assert two.last.headers["if-match"] == 'W/"1"'
    sent = json.loads(two.last.content)
    sent.pop("__metadata", None)
    assert sent == {"Name": "new", "Price": None}


def test_a_derived_type_is_said_and_links_are_made(two: Service) -> None:
    two.gives({"d": thing(1)}, 201)
    two.client.things.post(
        two.models.Toy(id=1, age=2, additional_data={"Parts@odata.bind": ["Parts(1)"]})
    )
    assert json.loads(two.last.content) == {
        "__metadata": {"type": "N.Toy"},
        "ID": "1",
        "Age": 2,
        "Parts": [{"__metadata": {"uri": "Parts(1)"}}],
    }


def test_keys_of_several_parts(two: Service) -> None:
    two.gives({"d": {"Code": str(UUID(int=1)), "At": "/Date(0)/"}})
    at = datetime(2020, 1, 1, 12, tzinfo=UTC)
    two.client.parts.by_code_at(UUID(int=1), at).get()
    assert two.last.url.raw_path.decode().endswith(
        "/Parts(Code=guid'00000000-0000-0000-0000-000000000001',At=datetime'2020-01-01T12%3A00%3A00')"
    )


def test_service_operations_by_get(two: Service) -> None:
    two.gives({"d": {"results": [thing(1)]}})
    found = two.client.since(datetime(2020, 1, 1, tzinfo=UTC), "O'Neil").get(top=1)
    assert [each.id for each in found.value] == [1]
    assert two.last.url.path == "/odata/Since"
    assert dict(two.last.url.params) == {
        "at": "datetime'2020-01-01T00:00:00'",
        "text": "'O''Neil'",
        "$top": "1",
    }
    two.gives({"d": {"Total": "12.5"}})
    answer = two.client.total.get()
    assert answer.value == Decimal("12.5")


def test_service_operations_by_post(two: Service) -> None:
    two.gives({"d": {"Paint": thing(1, Name="red")}})
    body = two.root.PaintPostRequestBody(id=1, color="a&b")
    assert two.client.paint.post(body).name == "red"
    assert two.last.method == "POST"
    assert dict(two.last.url.params) == {"id": "1L", "color": "'a&b'"}
    assert two.last.content == b""


def test_errors_in_their_old_shape(two: Service) -> None:
    details = {"errordetails": [{"code": "X/1", "message": "too red"}]}
    message = {"lang": "en", "value": "No such thing"}
    two.gives({"error": {"code": "X/0", "message": message, "innererror": details}}, 404)
    with pytest.raises(two.package.ODataError) as refused:
        two.client.things.by_id(1).get()
    assert (refused.value.code, refused.value.message) == ("X/0", "No such thing")
    assert [each.message for each in refused.value.error.details] == ["too red"]


def test_the_token_against_forged_requests(two: Service) -> None:
    two.answers.append(httpx.Response(403, headers={"x-csrf-token": "Required"}))
    cookies = [
        ("set-cookie", "a=1; path=/; HttpOnly"),
        ("set-cookie", "b=2; expires=Thu, 01 Jan 2099"),
    ]
    two.answers.append(httpx.Response(200, headers=[("x-csrf-token", "T1"), *cookies]))
    two.gives({"d": thing(1)}, 201)
    two.client.things.post(two.models.Thing(id=1))
    refused, fetch, again = two.requests[-3:]
    assert "x-csrf-token" not in refused.headers
    assert (fetch.method, fetch.url.path) == ("GET", "/odata/")
    assert fetch.headers["x-csrf-token"] == "Fetch"
    assert again.headers["x-csrf-token"] == "T1"
    assert again.headers["cookie"] == "a=1; b=2"
    # It is kept, and fetched again when the service has forgotten it.
    two.answers.append(httpx.Response(403, headers={"x-csrf-token": "required"}))
    two.answers.append(httpx.Response(200, headers={"x-csrf-token": "T2"}))
    two.answers.append(httpx.Response(204))
    two.client.things.by_id(1).delete()
    kept, _, renewed = two.requests[-3:]
    assert (kept.headers["x-csrf-token"], renewed.headers["x-csrf-token"]) == ("T1", "T2")


def test_links(two: Service) -> None:
    references = importlib.import_module(f"{two.package.__name__}.runtime.references")
    two.answers.append(httpx.Response(204))
    uri = "https://shop.example/odata/Parts(1)"
    body = references.ReferenceCreate(odata_id=uri)
    two.client.things.by_id(1).parts.ref.post(body)
    assert two.last.url.path == "/odata/Things(1L)/$links/Parts"
    assert json.loads(two.last.content) == {"uri": uri}


def test_batches_are_multipart_with_change_sets(two: Service) -> None:
    part = (
        "--b\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\n"
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n"
        '{"d":{"__metadata":{"type":"N.Thing","uri":"u"},"ID":"5"}}\r\n--b--\r\n'
    )
    kind = {"content-type": "multipart/mixed; boundary=b"}
    two.answers.append(httpx.Response(202, content=part.encode(), headers=kind))
    one = two.client.things.by_id(5).get.request()
    answers = two.client.batch([one])
    assert answers[one].id == 5
    assert "GET Things(5L) HTTP/1.1" in two.last.content.decode()
    assert two.last.headers["maxdataserviceversion"] == "2.0"


def test_version_3_has_verbose_json_and_patch(three: Service) -> None:
    three.gives({"d": {"results": []}})
    three.client.things.get()
    assert three.last.headers["accept"] == "application/json;odata=verbose"
    three.answers.append(httpx.Response(204))
    body = three.models.Thing(made=datetime(2020, 1, 1, tzinfo=UTC), parts=[])
    three.client.things.by_id(1).patch(body)
    assert three.last.method == "PATCH"
    assert json.loads(three.last.content)["Made"] == "2020-01-01T00:00:00"


@pytest.mark.parametrize("ticks", ["/Date(99999999999999999)/", "/Date(0+99999)/", "/Date()/"])
def test_times_that_no_calendar_has_are_typed_errors(two: Service, ticks: str) -> None:
    two.gives({"d": thing(1, Made=ticks)})
    with pytest.raises((two.package.runtime.errors.UnexpectedAnswer, ValueError)):
        _ = two.client.things.by_id(1).get().made


def test_answers_nested_without_end_are_typed_errors(two: Service) -> None:
    deep = '{"x":' * 5000 + "1" + "}" * 5000
    content = f'{{"d":{{"results":[{{"ID":"1","y":{deep}}}]}}}}'.encode()
    kind = {"content-type": "application/json"}
    two.answers.append(httpx.Response(200, content=content, headers=kind))
    with pytest.raises(two.package.runtime.errors.UnexpectedAnswer):
        two.client.things.get()
