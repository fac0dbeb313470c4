"""The generated Python client against a service that nobody here wrote, at OData 2.0: CAP by its vendor's adapter.

The story is that of `test_real_service.py`; what the older version does otherwise is what differs here.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from types import SimpleNamespace
from typing import Any

import pytest
from behaviour.depot import Depots
from behaviour.python_depot import python_depot
from toolchains import absent

_ABSENT = absent("cap")
pytestmark = [
    pytest.mark.skipif(
        _ABSENT is not None, reason=f"no real service here ({_ABSENT}): run `make toolchains`"
    ),
    pytest.mark.xdist_group("real-service"),
]
PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 300
FIRST = 7000
"""The first number of things of this file: both versions serve the same data."""


@pytest.fixture(scope="module")
def python(depots: Depots, tmp_path_factory: pytest.TempPathFactory) -> Iterator[SimpleNamespace]:
    """The Python client, its package and its classes."""
    with python_depot(depots.v2, tmp_path_factory.mktemp("python"), "edmund_depot_2") as made:
        yield SimpleNamespace(
            client=made.client,
            package=made.package,
            Tools=made.entity("Tools"),
            Parts=made.entity("Parts"),
            Makers=made.entity("Makers"),
            Notes=made.entity("Notes"),
            Grade=made.part("builders._root", "ToolsGradePostRequestBody"),
            Lend=made.part("builders._root", "LendPostRequestBody"),
        )


def tool(python: SimpleNamespace, number: int, **values: Any) -> Any:
    given = {"id": FIRST + number, "name": f"tool {number}", **values}
    return python.client.tools.post(python.Tools(**given))


def numbers(tools: Any) -> list[int]:
    return [each.id - FIRST for each in tools]


def test_what_is_created_is_read_again_with_all_its_values(python: SimpleNamespace) -> None:
    values = {
        "name": "Drehbank «Größe 1»",
        "stock": 3,
        "price": Decimal("1200.25"),
        "weight": 80.5,
        "serial": 2**53 - 1,
        "bought": date(2020, 2, 29),
        "opens": timedelta(hours=8, minutes=30),
        "checked_at": datetime(2024, 2, 29, 12, 0, 0, 123000, tzinfo=UTC),
        "tags": ["heavy", "iron & steel"],
    }
    parts = [python.Parts(no=1, label="chuck"), python.Parts(no=2, label=None)]
    made = tool(python, 100, **values, parts=parts)
    read = python.client.tools.by_id(FIRST + 100).get(expand=["parts"])
    for name, value in values.items():
        assert getattr(made, name) == value == getattr(read, name), name
    assert read.condition == "sound"
    assert {part.no: part.label for part in read.parts} == {1: "chuck", 2: None}
    listed = python.client.tools.by_id(FIRST + 100).parts.get()
    assert {part.no for part in listed.value} == {1, 2}


def test_links_are_followed_and_expanded(python: SimpleNamespace) -> None:
    maker = python.client.makers.post(python.Makers(name="O'Neil & Söhne at 2.0"))
    # (The adapter takes no links within what is made.)
    assert tool(python, 200, maker_id=maker.id).maker_id == maker.id
    found = python.client.tools.get(
        filter=f"maker/name eq 'O''Neil & Söhne at 2.0' and ID eq {FIRST + 200}",
        expand=["maker"],
        select=["ID", "maker/name"],
    )
    assert [(each.id - FIRST, each.maker.name) for each in found.value] == [(200, maker.name)]
    assert not found.value[0].is_set("name")
    assert python.client.tools.by_id(FIRST + 200).maker.get().id == maker.id
    assert numbers(python.client.makers.by_id(maker.id).tools.get().value) == [200]


def test_pages_are_followed_and_counted(python: SimpleNamespace) -> None:
    for number in range(300, 305):
        tool(python, number)
    some = {"filter": f"ID ge {FIRST + 300} and ID lt {FIRST + 305}", "orderby": ["ID desc"]}
    first = python.client.tools.get(**some, count=True)
    assert first.odata_count == 5 and len(first.value) == 2
    assert first.odata_next_link is not None
    assert numbers(python.client.tools.iterate(**some)) == [304, 303, 302, 301, 300]
    assert python.client.tools.count.get(filter=some["filter"]) == 5


def test_only_what_is_given_changes(python: SimpleNamespace) -> None:
    tool(python, 400, price=Decimal("1.5"), stock=7)
    one = python.client.tools.by_id(FIRST + 400)
    one.patch(python.Tools(name="renamed", price=None))
    read = one.get()
    assert (read.name, read.price, read.stock) == ("renamed", None, 7)


def test_a_change_to_another_version_is_refused(python: SimpleNamespace) -> None:
    python.client.notes.post(python.Notes(id=FIRST + 1, text="first"))
    one = python.client.notes.by_id(FIRST + 1)
    first = one.get()
    assert first.text == "first" and first.odata_etag is not None
    one.patch(python.Notes(text="second"), etag=first.odata_etag)
    with pytest.raises(python.package.ODataError) as refused:
        one.patch(python.Notes(text="third"), etag=first.odata_etag)
    assert refused.value.response_status_code == 412
    assert one.get().text == "second"


def test_media_streams(python: SimpleNamespace) -> None:
    tool(python, 500)
    content = python.client.tools.by_id(FIRST + 500).content
    content.put(PNG, headers={"Content-Type": "image/png"})
    assert content.get() == PNG


def test_operations(python: SimpleNamespace) -> None:
    for number, weight in ((600, 1.0), (601, 2.0), (602, 600.0)):
        tool(python, number, stock=2, weight=weight)
    heavy = FIRST + 602
    lighter = python.client.tools_lighter(heavy, 50).get()
    assert {600, 601} <= set(numbers(lighter.value))
    grade = python.Grade(id=FIRST + 600, stars=4, note='say "no"')
    graded = python.client.tools_grade.post(grade)
    assert (graded.id - FIRST, graded.weight, graded.name) == (600, 4.0, 'say "no"')
    before = python.client.total.get().value
    assert python.client.lend.post(python.Lend(tool=FIRST + 601, amount=2)).stock == 0
    assert python.client.total.get().value == before - 2


def test_errors_say_what_the_service_says(python: SimpleNamespace) -> None:
    tool(python, 700, stock=1)
    with pytest.raises(python.package.ODataError) as refused:
        python.client.lend.post(python.Lend(tool=FIRST + 700, amount=5))
    error = refused.value
    assert (error.response_status_code, error.code) == (409, "TOO_FEW")
    assert error.error.message == "only 1 left"
    with pytest.raises(python.package.ODataError) as unknown:
        python.client.tools.by_id(FIRST + 799).get()
    assert unknown.value.response_status_code == 404


def test_a_batch_has_change_sets(python: SimpleNamespace) -> None:
    package, client = python.package, python.client
    tool(python, 800)
    tool(python, 801)
    read = client.tools.by_id(FIRST + 800).get.request()
    missing = client.tools.by_id(FIRST + 809).get.request()
    gone = client.tools.by_id(FIRST + 801).delete.request()
    made = client.tools.post.request(python.Tools(id=FIRST + 802, name="ü in a batch"))
    again = client.tools.post.request(python.Tools(id=FIRST + 800, name="is there"))
    other = client.tools.post.request(python.Tools(id=FIRST + 803, name="never"))
    answers = client.batch([read, package.ChangeSet(gone, made)])
    assert answers[read].id == FIRST + 800
    assert answers[gone] is None and answers[made].name == "ü in a batch"
    answers = client.batch([missing, package.ChangeSet(other, again), read])
    for failed in (missing, again):
        with pytest.raises(package.ODataError):
            answers[failed]
    assert answers[read].id == FIRST + 800
    some = f"ID ge {FIRST + 800} and ID lt {FIRST + 809}"
    assert numbers(client.tools.get(filter=some, orderby=["ID"]).value) == [800, 802]


def test_what_is_deleted_is_gone(python: SimpleNamespace) -> None:
    tool(python, 900)
    one = python.client.tools.by_id(FIRST + 900)
    assert one.delete() is None
    with pytest.raises(python.package.ODataError) as gone:
        one.get()
    assert gone.value.response_status_code == 404


def test_queries_as_code(python: SimpleNamespace) -> None:
    """Each kind of condition finds what it is about; hostile texts find what they are, and nothing else."""
    Tools = python.Tools
    hostile = "' or 1 eq 1 or name eq '"
    tool(python, 950, name="O'Neil & Söhne", stock=3, price=Decimal("10.50"))
    tool(python, 951, name=hostile, stock=5, price=Decimal("20"))
    tool(python, 952, name="saw", stock=7, checked_at=datetime(2024, 2, 29, 12, tzinfo=UTC))

    def found(condition: Any, *orders: Any) -> list[int]:
        mine = (Tools.id >= FIRST + 950) & (Tools.id < FIRST + 960) & condition
        return numbers(python.client.tools.get(filter=mine, orderby=[*orders, Tools.id]).value)

    assert found(Tools.name == "O'Neil & Söhne") == [950]
    assert found(Tools.name == hostile) == [951]
    assert found(Tools.name.startswith("O'") | Tools.name.contains("aw")) == [950, 952]
    assert found(~(Tools.stock == 5)) == [950, 952]
    assert found(Tools.stock < 6, Tools.stock.desc()) == [951, 950]
    assert found((Tools.price > Decimal("10.5")) & (Tools.bought == None)) == [951]  # noqa: E711
    assert found(Tools.checked_at <= datetime(2024, 2, 29, 13, tzinfo=UTC)) == [952]
    assert found(Tools.name.tolower().length() == 3) == [952]
