"""Generated clients against a service that nobody here wrote: CAP over SQLite, from its own $metadata (OData 4.0).

The model is this project's own (`cap/`); how requests are understood and answers written is the service's.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from decimal import Decimal
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from uuid import UUID

import pytest
from behaviour.depot import Depots
from behaviour.python_depot import python_depot

pytestmark = pytest.mark.xdist_group("real-service")
PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 300


@pytest.fixture(scope="module")
def root(depots: Depots) -> str:
    return depots.v4.root


@pytest.fixture(scope="module")
def metadata(depots: Depots) -> Path:
    """What the service says of itself, as it says it."""
    return depots.v4.metadata


@pytest.fixture(scope="module")
def python(depots: Depots, tmp_path_factory: pytest.TempPathFactory) -> Iterator[SimpleNamespace]:
    """The Python client, its package and its classes."""
    with python_depot(depots.v4, tmp_path_factory.mktemp("python"), "edmund_depot") as made:
        yield SimpleNamespace(
            client=made.client,
            package=made.package,
            Tools=made.entity("Tools"),
            Parts=made.entity("Parts"),
            Makers=made.entity("Makers"),
            Notes=made.entity("Notes"),
            Grade=made.part("builders.tools", "GradePostRequestBody"),
            Lend=made.part("builders._root", "LendPostRequestBody"),
        )


def tool(python: SimpleNamespace, number: int, **values: Any) -> Any:
    """A tool that is there now; each test has numbers of its own."""
    given = {"id": number, "name": f"tool {number}", **values}
    return python.client.tools.post(python.Tools(**given))


def test_what_is_created_is_read_again_with_all_its_values(python: SimpleNamespace) -> None:
    values = {
        "name": "Drehbank «Größe 1»",
        "stock": 3,
        "price": Decimal("1200.25"),
        "weight": 80.5,
        "serial": 2**53 - 1,
        "bought": date(2020, 2, 29),
        "opens": time(8, 30),
        "checked_at": datetime(2024, 2, 29, 12, 0, 0, 123000, tzinfo=UTC),
        "tags": ["heavy", "iron & steel"],
    }
    parts = [python.Parts(no=1, label="chuck"), python.Parts(no=2, label=None)]
    made = tool(python, 100, **values, parts=parts)
    read = python.client.tools.by_id(100).get(expand=["parts"])
    for name, value in values.items():
        assert getattr(made, name) == value == getattr(read, name), name
    assert read.condition == "sound"
    assert {part.no: part.label for part in read.parts} == {1: "chuck", 2: None}
    part = python.client.parts.by_tool_id_no(100, 1)
    assert part.get().label == "chuck"


def test_links_are_made_and_expanded(python: SimpleNamespace) -> None:
    maker = python.client.makers.post(python.Makers(name="O'Neil & Söhne"))
    assert isinstance(maker.id, UUID)
    bind = {"maker@odata.bind": f"Makers({maker.id})"}
    assert tool(python, 200, additional_data=bind).maker_id == maker.id
    found = python.client.tools.get(
        filter="maker/name eq 'O''Neil & Söhne' and ID eq 200", expand=["maker"], select=["ID"]
    )
    assert [(each.id, each.maker.name) for each in found.value] == [(200, "O'Neil & Söhne")]
    assert not found.value[0].is_set("name")
    of_maker = python.client.makers.by_id(maker.id).tools.get()
    assert [each.id for each in of_maker.value] == [200]


def test_pages_are_followed_and_counted(python: SimpleNamespace) -> None:
    for number in range(300, 305):
        tool(python, number)
    some = {"filter": "ID ge 300 and ID lt 305", "orderby": ["ID desc"]}
    first = python.client.tools.get(**some, count=True)
    assert first.odata_count == 5 and len(first.value) == 2
    assert first.odata_next_link is not None
    every = list(python.client.tools.iterate(**some))
    assert [each.id for each in every] == [304, 303, 302, 301, 300]
    assert python.client.tools.count.get(filter=some["filter"]) == 5
    assert len(python.client.tools.get(**some, top=1).value) == 1


def test_only_what_is_given_changes(python: SimpleNamespace) -> None:
    tool(python, 400, price=Decimal("1.5"), stock=7)
    one = python.client.tools.by_id(400)
    one.patch(python.Tools(name="renamed", price=None))
    read = one.get()
    assert (read.name, read.price, read.stock) == ("renamed", None, 7)


def test_a_change_to_another_version_is_refused(python: SimpleNamespace) -> None:
    python.client.notes.post(python.Notes(id=1, text="first"))
    one = python.client.notes.by_id(1)
    answer = python.client.send(one.get.request())
    assert (answer.status, answer.value.text) == (200, "first")
    assert answer.etag == answer.value.additional_data["@odata.etag"]
    one.patch(python.Notes(text="second"), etag=answer.etag)
    with pytest.raises(python.package.ODataError) as refused:
        one.patch(python.Notes(text="third"), etag=answer.etag)
    assert refused.value.response_status_code == 412
    assert one.get().text == "second"


def test_media_streams(python: SimpleNamespace) -> None:
    tool(python, 500)
    photo = python.client.tools.by_id(500).photo
    photo.put(PNG, headers={"Content-Type": "image/png"})
    assert photo.get() == PNG


def test_operations(python: SimpleNamespace) -> None:
    for number, weight in ((600, 1.0), (601, 2.0), (602, 600.0)):
        tool(python, number, stock=2, weight=weight, price=Decimal(number) + Decimal("0.5"))
    heavy = python.client.tools.by_id(602)
    lighter = heavy.lighter(50).get()
    assert {600, 601} <= {each.id for each in lighter.value}
    assert len(heavy.lighter(1).get().value) == 1
    within = python.client.within(Decimal("601.50")).get()
    assert {600, 601} <= {each.id for each in within.value}
    assert 602 not in {each.id for each in within.value}
    graded = python.client.tools.by_id(600).grade.post(python.Grade(stars=4, note='say "no"'))
    assert (graded.id, graded.weight, graded.name) == (600, 4.0, 'say "no"')
    before = python.client.total.get().value
    assert python.client.lend.post(python.Lend(tool=601, amount=2)).stock == 0
    assert python.client.total.get().value == before - 2


def test_errors_say_what_the_service_says(python: SimpleNamespace) -> None:
    tool(python, 700, stock=1)
    with pytest.raises(python.package.ODataError) as refused:
        python.client.lend.post(python.Lend(tool=700, amount=5))
    error = refused.value
    assert (error.response_status_code, error.code) == (409, "TOO_FEW")
    assert error.error.target == "amount" and error.error.message == "only 1 left"
    with pytest.raises(python.package.ODataError) as unknown:
        python.client.tools.by_id(799).get()
    assert unknown.value.response_status_code == 404


@pytest.mark.parametrize("format", ["json", "multipart"])
def test_batches(format: str, root: str, python: SimpleNamespace) -> None:
    package = python.package
    traits = package.BatchTraits(format=package.BatchFormat(format))
    base = {"json": 800, "multipart": 850}[format]
    tool(python, base)
    tool(python, base + 1)
    with package.SyncEntityContainerClient(None, base_url=root, batch_traits=traits) as client:
        tools = client.tools
        read = tools.by_id(base).get.request()
        missing = tools.by_id(base + 9).get.request()
        gone = tools.by_id(base + 1).delete.request()
        made = tools.post.request(python.Tools(id=base + 2, name="ü in a batch"))
        again = tools.post.request(python.Tools(id=base, name="is there"))
        other = tools.post.request(python.Tools(id=base + 3, name="never"))
        answers = client.batch([read, package.ChangeSet(gone, made)])
        assert answers[read].id == base
        assert answers[gone] is None and answers[made].name == "ü in a batch"
        answers = client.batch([missing, package.ChangeSet(other, again), read])
        # (As JSON this service answers the other one as if it had been made; it is not there.)
        for failed in (missing, again):
            with pytest.raises(package.ODataError):
                answers[failed]
        assert answers[read].id == base
        found = client.tools.get(filter=f"ID ge {base} and ID lt {base + 9}", orderby=["ID"])
        assert [each.id for each in found.value] == [base, base + 2]


def test_what_is_deleted_is_gone(python: SimpleNamespace) -> None:
    tool(python, 900)
    one = python.client.tools.by_id(900)
    assert one.delete() is None
    with pytest.raises(python.package.ODataError) as gone:
        one.get()
    assert gone.value.response_status_code == 404


def test_queries_as_code(python: SimpleNamespace) -> None:
    """Each kind of condition finds what it is about; hostile texts find what they are, and nothing else."""
    Tools = python.Tools
    hostile = "' or 1 eq 1 or name eq '"
    tool(
        python,
        950,
        name="O'Neil & Söhne",
        stock=3,
        price=Decimal("10.50"),
        bought=date(2020, 2, 29),
    )
    tool(
        python,
        951,
        name=hostile,
        stock=5,
        price=Decimal("20"),
        parts=[python.Parts(no=1, label="x")],
    )
    tool(python, 952, name="saw", stock=7, checked_at=datetime(2024, 2, 29, 12, tzinfo=UTC))
    key = Tools._wire_names["ID"].python_name
    number = getattr(Tools, key)

    def found(condition: Any, *orders: Any) -> list[int]:
        mine = (number >= 950) & (number < 960) & condition
        answer = python.client.tools.get(filter=mine, orderby=[*orders, number])
        return [getattr(each, key) for each in answer.value]

    assert found(Tools.name == "O'Neil & Söhne") == [950]
    assert found(Tools.name == hostile) == [951]
    assert found(Tools.name.startswith("O'") | Tools.name.contains("aw")) == [950, 952]
    assert found(~(Tools.stock == 5)) == [950, 952]
    assert found(Tools.stock.in_([3, 5]), Tools.stock.desc()) == [951, 950]
    assert found((Tools.price > Decimal("10.5")) & (Tools.bought == None)) == [951]  # noqa: E711
    assert found(Tools.bought == date(2020, 2, 29)) == [950]
    assert found(Tools.checked_at.year() == 2024) == [952]
    assert found(Tools.name.tolower().length() == 3) == [952]
    assert found(Tools.parts.any(lambda p: p.label == "x")) == [951]
    one = python.client.tools.get(
        filter=number == 951, select=[number], expand=Tools.parts(select=[python.Parts.label])
    ).value[0]
    assert one.parts[0].label == "x" and not one.is_set("name")


def test_it_speaks_odata_2_too(depots: Depots) -> None:
    text = depots.v2.metadata.read_text("utf-8")
    assert '<edmx:Edmx Version="1.0"' in text and 'Property Name="name"' in text
