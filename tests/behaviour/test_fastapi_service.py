"""The generated Python client against a FastAPI service, from the description that the service writes of itself."""

from __future__ import annotations

import asyncio
import importlib
import io
import json
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("fastapi", reason="FastAPI is not installed")
pytest.importorskip("uvicorn", reason="uvicorn is not installed")
pytest.importorskip("python_multipart", reason="python-multipart is not installed")

from behaviour.fastapi_service import app, serving
from openapi_package import OpenApiPackage, generated_package


@pytest.fixture(scope="module")
def root() -> Iterator[str]:
    with serving() as url:
        yield url


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenApiPackage]:
    folder = tmp_path_factory.mktemp("kennel")
    description = folder / "openapi.json"
    description.write_text(json.dumps(app.openapi()), "utf-8")
    made = generated_package(description, "kennel_of_tests", folder)
    sys.path.insert(0, str(folder))
    yield made
    sys.path.remove(str(folder))


@pytest.fixture
def client(root: str, package: OpenApiPackage) -> Iterator[Any]:
    top = importlib.import_module(package.name)
    credentials = [top.Bearer("token-of-ann"), top.ApiKey("k&y")]
    with top.SyncKennelOfTestsClient(credentials, base_url=root) as made:
        yield made


def models(package: OpenApiPackage, *names: str) -> list[Any]:
    return [package.model(name) for name in names]


def test_a_form_gives_a_token(client: Any, package: OpenApiPackage) -> None:
    token = client.token.post({"username": "ann", "password": "s3cret+&"})
    assert (token.access_token, token.token_type) == ("token-of-ann", "bearer")
    error = importlib.import_module(package.name).ResponseError
    with pytest.raises(error) as failed:
        client.token.post({"username": "ann", "password": "no"})
    assert failed.value.status == 401
    assert failed.value.message == "wrong password"


def test_the_story_of_stays(client: Any, package: OpenApiPackage) -> None:
    top = importlib.import_module(package.name)
    cat, dog, stay, mood = models(package, "Cat", "Dog", "Stay", "Mood")
    moment = datetime(2024, 2, 29, 12, tzinfo=UTC)
    made = [
        client.stays.post(stay(animal=cat(name="Tom"), mood=mood("very wild"), box=3)),
        client.stays.post(stay(animal=dog(name="Rex", tricks=["sit"], born=moment), box="b")),
        client.stays.post(stay(animal=cat(name="Kit", lives=1), weights={"2024": [1.5, 2.0]})),
    ]
    assert [type(each.animal).__name__ for each in made] == ["Cat", "Dog", "Cat"]
    assert made[0].animal.kind == "cat" and made[0].animal.lives == 9
    assert made[0].mood == "very wild" and made[0].mood.is_known
    assert (made[0].box, made[1].box, made[2].box) == (3, "b", None)
    assert made[1].animal.born == moment
    assert made[2].weights == {"2024": [1.5, 2.0]}

    # Pages
    assert [each.id for each in client.stays.get()] == [each.id for each in made[:2]]
    assert [each.id for each in client.stays.iterate(limit=1)] == [each.id for each in made]
    assert [each.id for each in client.stays.get(mood=["very wild"])] == [made[0].id]

    # One of them
    at = client.stays.by_stay_id(made[0].id)
    assert at.get() == made[0]
    changed = at.patch(package.model("Change")(mood=None, box="c"))
    assert (changed.mood, changed.is_set("mood"), changed.box) == (None, True, "c")
    assert at.delete() is None
    with pytest.raises(top.ResponseError) as gone:
        at.get()
    assert (gone.value.status, gone.value.message) == (404, "no such stay")

    # What the service refuses, and what the client does
    with pytest.raises(top.ResponseError) as wrong:
        client.stays.post(stay(animal=cat(name="")), validate=False)
    assert wrong.value.status == 422
    assert type(wrong.value.body).__name__ == "HTTPValidationError"
    assert "animal" in wrong.value.body.detail[0].loc
    with pytest.raises(top.ValidationFailed, match="min-length"):
        client.stays.post(stay(animal=cat(name="")))
    with pytest.raises(top.ResponseError) as full:
        for _ in range(9):
            client.stays.post(stay(animal=cat(name="More")))
    assert type(full.value.body).__name__ == "Problem"
    assert (full.value.status, full.value.body.code) == (409, 7)


def test_credentials_are_sent_where_they_are_needed(root: str, package: OpenApiPackage) -> None:
    top = importlib.import_module(package.name)
    stay, cat = models(package, "Stay", "Cat")
    missing = package.module("runtime.credentials").CredentialMissing
    with top.SyncKennelOfTestsClient(base_url=root) as client:
        with pytest.raises(missing):
            client.stays.post(stay(animal=cat(name="Tom")))
        assert isinstance(client.stays.get(), list)


def test_files_are_sent_as_they_are_given(
    client: Any, package: OpenApiPackage, tmp_path: Path
) -> None:
    file = importlib.import_module(package.name).File
    large = tmp_path / "large.bin"
    large.write_bytes(bytes(300_000))
    photos = [large, file(io.BytesIO(b"abc"), "ä.png", "image/png"), b"raw"]
    at = client.stays.by_stay_id("00000000-0000-0000-0000-000000000001")
    told = at.photos.post({"caption": 'Süß & "x"', "photos": photos})
    assert told.caption == 'Süß & "x"'
    assert told.sizes == [300_000, 3, 3]
    assert told.names[:2] == ["large.bin", "ä.png"]
    assert told.types[1] == "image/png"


def test_cookies_and_headers(client: Any) -> None:
    assert client.session.get(visits=4, accept_language="de")["visits"] == 4
    response = client.send(client.session.get.request(visits=4))
    assert response.headers["set-cookie"].startswith("visits=5")


def test_what_goes_on_is_read_as_it_comes(client: Any) -> None:
    assert [(tick.number, tick.text) for tick in client.ticks.get(count=3)] == [
        (0, "é"),
        (1, "é"),
        (2, "é"),
    ]
    assert sum(tick.number for tick in client.export.get(count=1000)) == 499_500
    with client.ticks.get(count=100_000) as stream:
        assert next(stream).number == 0
    assert len(client.photos.by_size(70_000).get()) == 70_000
    with client.stream(client.photos.by_size(500_000).get.request()) as parts:
        assert sum(map(len, parts)) == 500_000


def test_the_asynchronous_client_does_the_same(
    root: str, package: OpenApiPackage, tmp_path: Path
) -> None:
    top = importlib.import_module(package.name)
    large = tmp_path / "large.bin"
    large.write_bytes(bytes(200_000))

    async def story() -> tuple[list[int], int, list[int]]:
        async with top.KennelOfTestsClient(top.Bearer("t"), base_url=root) as client:
            numbers = [tick.number async for tick in await client.ticks.get(count=3)]
            stays = [stay async for stay in client.stays.iterate(limit=1)]
            at = client.stays.by_stay_id("00000000-0000-0000-0000-000000000001")
            told = await at.photos.post({"caption": "c", "photos": [large]})
            return numbers, len(stays), told.sizes

    numbers, count, sizes = asyncio.run(story())
    assert (numbers, sizes) == ([0, 1, 2], [200_000])
    assert count >= 0
