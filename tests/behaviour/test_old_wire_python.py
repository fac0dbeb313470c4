"""The generated Python package obeys the vectors of the old wire: OData 1 to 3."""

from __future__ import annotations

import base64
import importlib
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from types import SimpleNamespace
from typing import Any
from urllib.parse import unquote
from uuid import UUID

import httpx
import pytest
from generated_package import generate
from old_wire_answers import (
    CALLS,
    FILES_OF_FILTERS,
    FILES_OF_VALUES,
    LITERALS,
    check_call,
    check_filter,
    check_literal,
    check_reading,
    check_written,
    document,
)
from python_queries import Writer
from vector_files import MODEL_FILES, ROOT
from vector_reads import read_of, set_value

PACKAGES = {"old": "old_of_vectors", "old3": "old3_of_vectors"}
READ = [(name, case) for name in FILES_OF_VALUES for case in document(name)["cases"]]
FILTERS = [(name, case) for name in FILES_OF_FILTERS for case in document(name)["cases"]]
MADE = [(name, case) for name in FILES_OF_VALUES for case in document(name)["made"]]
GUID = UUID("01234567-89ab-cdef-0123-456789abcdef")
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
THEN = datetime(2020, 1, 2, 3, 4, 5, tzinfo=UTC)


class Service:
    """A client of a generated package, what it sent, and what it is answered."""

    def __init__(self, name: str, base_url: str) -> None:
        self.name = name
        self.sent: list[dict[str, Any]] = []
        self.answers: list[dict[str, Any]] = []
        transport = httpx.Client(transport=httpx.MockTransport(self._answer))
        client = importlib.import_module(name).SyncShopClient
        self.client = client(None, base_url=base_url, http_client=transport, max_retries=0)

    def _answer(self, request: httpx.Request) -> httpx.Response:
        body = base64.b64encode(request.read()).decode()
        headers = dict(request.headers)
        self.sent.append(
            {
                "method": request.method,
                "url": str(request.url),
                "headers": headers,
                "body": body,
            }
        )
        said = self.answers.pop(0)
        content = base64.b64decode(said["base64"]) if "base64" in said else said.get("text", "")
        return httpx.Response(said["status"], headers=said.get("headers", {}), content=content)

    def module(self, name: str) -> Any:
        return importlib.import_module(f"{self.name}.{name}")

    def model(self, type_name: str) -> Any:
        found = self.module("runtime.registry").find_model(type_name)
        assert found is not None, type_name
        return found

    def body(self, name: str) -> Any:
        return getattr(self.module("generated.builders._root"), f"{name}PostRequestBody")


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    folder = tmp_path_factory.mktemp("old_wire")
    for model, name in PACKAGES.items():
        generate([ROOT / file for file in MODEL_FILES[model]], folder, name)
    sys.path.insert(0, str(folder))
    importlib.invalidate_caches()
    yield
    sys.path.remove(str(folder))


def service_of(file: str, case: dict[str, Any]) -> Service:
    head = document(file)
    return Service(PACKAGES[head["model"]], case.get("base_url", head["base_url"]))


@pytest.mark.usefixtures("packages")
@pytest.mark.parametrize("case", LITERALS, ids=lambda case: case["name"])
def test_literal(case: dict[str, Any]) -> None:
    literals = importlib.import_module(f"{PACKAGES['old']}.runtime.url_literals")
    value: Any = case["value"]
    if case["type"] == "Edm.Binary":
        value = bytes.fromhex(value)
    elif case["type"] in ("Edm.Double", "Edm.Single"):
        value = float(value.replace("INF", "inf"))
    elif case["type"] != "Edm.String" and value.lstrip("-").isdigit():
        value = int(value)
    elif case["type"] == "Edm.Boolean":
        value = value == "true"
    check_literal(case, {"text": literals.url_text(value, f"older:{case['type']}")})


@pytest.mark.usefixtures("packages")
@pytest.mark.parametrize(
    ("file", "case"), READ, ids=lambda each: each["name"] if isinstance(each, dict) else each
)
def test_reading(file: str, case: dict[str, Any]) -> None:
    service = service_of(file, case)
    headers = {"content-type": "application/json"}
    service.answers = [{"status": 200, "headers": headers, "text": case["text"]}]
    products = service.client.products
    if case["type"].startswith("Collection("):
        value = products.get().value
        becomes = case["type"]
    else:
        value = products.by_id(1).get()
        becomes = type(value)._type.name
    reads = [read_of(value, read["at"], read.get("type")) for read in case["reads"]]
    check_reading(case, {"becomes": becomes, "reads": reads})


@pytest.mark.usefixtures("packages")
@pytest.mark.parametrize(
    ("file", "case"), MADE, ids=lambda each: each["name"] if isinstance(each, dict) else each
)
def test_writing(file: str, case: dict[str, Any]) -> None:
    service = service_of(file, case)
    made = service.model(case["type"])()
    for each in case["sets"]:
        set_value(made, each["at"], each["value"])
    service.answers = [{"status": 204}]
    products = service.client.products
    if case["operation"] == "create":
        products.post(made)
    else:
        products.by_id(1).patch(made)
    (sent,) = service.sent
    check_written(case, {"written": base64.b64decode(sent["body"]).decode()})


@pytest.mark.usefixtures("packages")
@pytest.mark.parametrize(
    ("file", "case"), FILTERS, ids=lambda each: each["name"] if isinstance(each, dict) else each
)
def test_filter(file: str, case: dict[str, Any]) -> None:
    model = document(file)["model"]
    service = Service(PACKAGES[model], "https://shop.example/odata")
    product, query = service.model(f"test.{model}.Product"), service.module("runtime.query")
    try:
        condition = Writer(SimpleNamespace(Product=product, query=query), {}).value(
            case["expression"]
        )
        url = service.client.products.get.request(filter=condition).url
    except query.QueryError:
        check_filter(case, {"refused": True})
        return
    check_filter(case, {"text": unquote(url.partition("?$filter=")[2])})


@pytest.mark.usefixtures("packages")
@pytest.mark.parametrize(
    ("file", "case"), CALLS, ids=lambda each: each["name"] if isinstance(each, dict) else each
)
def test_call(file: str, case: dict[str, Any]) -> None:
    service = service_of(file, case)
    service.answers = [case["answer"], *(each["answer"] for each in case.get("then", ()))]
    calls = calls_of_2(service) if file == "calls" else calls_of_3(service)
    failed = service.module("runtime.errors").ClientError
    try:
        gives = given(calls[case["name"]](), case["gives"])
    except failed as error:
        gives = {"error": error_of(error)}
    check_call(case, {"sent": service.sent, "gives": gives})
    assert not service.answers


def error_of(error: Any) -> dict[str, Any]:
    shown: dict[str, Any] = {"status": getattr(error, "response_status_code", None)}
    shown |= {"code": getattr(error, "code", None), "message": getattr(error, "message", None)}
    details = getattr(getattr(error, "error", None), "details", None) or []
    shown["details"] = [{"code": each.code, "message": each.message} for each in details]
    return shown


def given(value: Any, wanted: dict[str, Any]) -> dict[str, Any]:
    """What a call gave, as an answer to a vector."""
    if "answers" in wanted:
        return {
            "answers": [
                {"error": error_of(each)} if isinstance(each, Exception) else given(each, want)
                for each, want in zip(value, wanted["answers"], strict=True)
            ]
        }
    if value is None:
        return {"nothing": True}
    if isinstance(value, bytes):
        return {"base64": base64.b64encode(value).decode()}
    if "references" in wanted:
        return {"references": value.value}
    if "items" in wanted:
        return items_of(value, wanted)
    if "value" in wanted:
        plain = getattr(value, "value", value)
        shown = plain if isinstance(plain, list) else str(plain)
        return {"type": wanted["type"], "value": shown}
    made = {
        "becomes": type(value)._type.name,
        "reads": [read_of(value, read["at"], read.get("type")) for read in wanted["reads"]],
    }
    if "annotations" in wanted:
        made["annotations"] = value.additional_data
    return made


def items_of(value: Any, wanted: dict[str, Any]) -> dict[str, Any]:
    found = value.value
    reads = [read_of(found, read["at"], read.get("type")) for read in wanted["reads"]]
    count = value.odata_count
    return {"items": len(found), "reads": reads, "count": None if count is None else str(count)}


def calls_of_2(service: Service) -> dict[str, Callable[[], Any]]:
    """The calls of `calls.json`, as a user writes them."""
    client = service.client
    product = service.model("test.old.Product")
    part = service.model("test.old.Part")
    references = service.module("runtime.references")
    products, one = client.products, client.products.by_id(1)
    root = "https://shop.example/odata"
    the_part = f"{root}/Parts(Code=guid'{GUID}',At=datetime'1970-01-01T00:00:00')"
    east = datetime(2020, 1, 2, 3, 4, 5, tzinfo=timezone(timedelta(hours=2)))
    food = client.categories.by_name("Food")
    paint = service.body("Paint")
    tea = product(id=1, name="Tea", made=THEN, price=Decimal("12.5"))
    bound = product(id=1)
    bound.odata_bind("category", food)

    def read_changed_sent() -> Any:
        read = food.get()
        read.since = EPOCH
        return food.patch(read, etag=read.odata_etag)

    def with_token() -> Any:
        products.post(product(id=1))
        return one.delete()

    def of_root() -> Any:
        one.delete()
        return products.get(top=1)

    def batch(*, whole: bool) -> list[Any]:
        first = one.get.request()
        created = products.post.request(product(id=2))
        deleted = products.by_id(3).delete.request()
        changes = service.module("runtime.batch_plan").ChangeSet(created, deleted)
        return list(client.batch([first, changes] if whole else [changes]))

    condition = "Price gt 3.5M and substringof('ea',Name)"
    return {
        "list": products.get,
        "options": lambda: products.get(
            filter=condition,
            orderby=["Name desc"],
            top=5,
            skip=10,
            select=["ID", "Name"],
            expand=["Category", "Parts"],
        ),
        "the number of all items": lambda: products.get(count=True, top=1),
        "all pages": lambda: walked(products.iterate(count=True)),
        "a page of another origin is not asked for": lambda: list(products.iterate()),
        "a count": lambda: products.count.get(filter="Sold eq true"),
        "a long key": lambda: products.by_id(9007199254740993).get(),
        "a text key": lambda: client.categories.by_name("O'Neil & Söhne").get(),
        "a key of a guid and a time": lambda: client.parts.by_code_at(GUID, THEN).get(),
        "a key of four other types": lambda: client.samples.by_amount_taken_span_mark(
            Decimal("3.5"), east, timedelta(hours=8.5), b"\xfb\xff"
        ).get(),
        "navigation to one": one.category.get,
        "navigation to many": one.parts.get,
        "nothing there": one.category.get,
        "create": lambda: products.post(tea),
        "create with a link to what is there": lambda: products.post(bound),
        "create below an entity": lambda: one.parts.post(part(code=GUID, at=EPOCH, note="a")),
        "a change": lambda: one.patch(product(price=Decimal("1.5")), etag='W/"1"'),
        "what was read, changed and is sent back": read_changed_sent,
        "a deletion": lambda: one.delete(etag="*"),
        "a link is added": lambda: one.parts.ref.post(
            references.ReferenceCreate(odata_id=the_part)
        ),
        "a link is set": lambda: one.category.ref.put(
            references.ReferenceUpdate(odata_id=f"{root}/Categories('Food')")
        ),
        "a link is removed": one.category.ref.delete,
        "a link of many is removed": one.parts.by_code_at(GUID, EPOCH).ref.delete,
        "links are listed": one.parts.ref.get,
        "a media resource is read": client.photos.by_id(1).content.get,
        "a media resource is replaced": lambda: client.photos.by_id(1).content.put(b"GIF"),
        "where the content of a media link entry is": client.photos.by_id(1).get,
        "a service operation by GET": lambda: client.since(THEN, "O'Neil", Decimal("3.5")).get(
            top=1
        ),
        "a service operation that gives an entity": client.best.get,
        "the same without its name around it": client.best.get,
        "a service operation that gives a value": client.total.get,
        "a service operation that gives values": client.names.get,
        "a service operation that gives a complex value": client.biggest.get,
        "a service operation by POST": lambda: client.paint.post(paint(id=1, color="a&b")),
        "an argument that is not given": lambda: client.paint.post(paint(id=1)),
        "a service operation that gives nothing": client.reset.post,
        "an error": one.get,
        "an error that says little": one.get,
        "the token against forged requests: fetched, kept, fetched again": with_token,
        "no token is fetched twice for one request": one.delete,
        "a refusal that wants no token": one.delete,
        "options of the service root": of_root,
        "header fields and options of the caller's own": lambda: products.get(
            headers={"sap-language": "EN"}, query={"sap-client": "100"}
        ),
        "a batch": lambda: batch(whole=True),
        "a change set that fails as a whole": lambda: batch(whole=False),
    }


def walked(pages: Any) -> Any:
    """All items of all pages, as a page of them would give them."""
    items = list(pages)
    return SimpleNamespace(value=items, odata_count=pages.count)


def calls_of_3(service: Service) -> dict[str, Callable[[], Any]]:
    """The calls of `calls3.json`."""
    products = service.client.products
    product, discount = service.model("test.old3.Product"), service.body("Discount")

    def change() -> Any:
        return products.by_id(1).patch(product(made=THEN))

    return {
        "verbose JSON is asked for": lambda: products.get(count=True),
        "an update is PATCH": change,
        "arguments of an action are its body": lambda: service.client.discount.post(
            discount(percent=Decimal("12.5"), until=THEN)
        ),
        "an answer in light JSON": lambda: products.get(count=True),
        "an error in light JSON": change,
    }
