"""A service that FastAPI describes by itself: unions, uploads, forms, cookies, pages, streams, typed errors.

It is imported only where FastAPI is there.
"""

from __future__ import annotations

import json
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from enum import StrEnum
from typing import Annotated, Literal
from uuid import UUID, uuid4

import uvicorn
from fastapi import (
    Cookie,
    Depends,
    FastAPI,
    File,
    Form,
    Header,
    HTTPException,
    Query,
    Request,
    UploadFile,
)
from fastapi import Response as HttpResponse
from fastapi.responses import JSONResponse, StreamingResponse
from fastapi.security import APIKeyHeader, OAuth2PasswordBearer, OAuth2PasswordRequestForm
from pydantic import BaseModel, Field

__all__ = ["app", "serving"]


class Mood(StrEnum):
    CALM = "calm"
    WILD = "very wild"


class Cat(BaseModel):
    kind: Literal["cat"]
    name: str = Field(min_length=1, max_length=20)
    lives: int = Field(default=9, ge=0, le=9)


class Dog(BaseModel):
    kind: Literal["dog"]
    name: str
    tricks: list[str] = []
    born: datetime | None = None


Animal = Annotated[Cat | Dog, Field(discriminator="kind")]


class Stay(BaseModel):
    animal: Animal
    mood: Mood | None = None
    weights: dict[str, list[float]] = {}
    box: int | str | None = None


class StoredStay(Stay):
    id: UUID


class Change(BaseModel):
    mood: Mood | None = None
    box: int | str | None = None


class Problem(BaseModel):
    code: int
    reason: str


class Token(BaseModel):
    access_token: str
    token_type: str


class Uploaded(BaseModel):
    caption: str
    sizes: list[int]
    names: list[str]
    types: list[str]


class Tick(BaseModel):
    number: int
    text: str


class Full(Exception):
    """There is no room left."""


app = FastAPI(title="Kennel", version="2.0", servers=[{"url": "/"}])
oauth2 = OAuth2PasswordBearer(tokenUrl="token")
api_key = APIKeyHeader(name="X-Kennel-Key")
STAYS: dict[UUID, StoredStay] = {}
ROOM = 5


@app.exception_handler(Full)
def full(request: Request, error: Full) -> JSONResponse:
    return JSONResponse({"code": 7, "reason": "no room"}, status_code=409)


@app.post("/token", tags=["login"])
def log_in(form: Annotated[OAuth2PasswordRequestForm, Depends()]) -> Token:
    if form.password != "s3cret+&":
        raise HTTPException(401, "wrong password")
    return Token(access_token=f"token-of-{form.username}", token_type="bearer")


@app.get(
    "/stays/",
    responses={200: {"headers": {"Link": {"schema": {"type": "string"}}}}},
    tags=["stays"],
)
def list_stays(
    request: Request,
    response: HttpResponse,
    limit: Annotated[int, Query(ge=1, le=100)] = 2,
    after: int = 0,
    mood: Annotated[list[Mood] | None, Query()] = None,
) -> list[StoredStay]:
    found = [stay for stay in STAYS.values() if mood is None or stay.mood in mood]
    if after + limit < len(found):
        url = request.url.include_query_params(after=after + limit)
        response.headers["Link"] = f'<{url}>; rel="next"'
    return found[after : after + limit]


@app.post("/stays/", status_code=201, responses={409: {"model": Problem}}, tags=["stays"])
def create_stay(stay: Stay, token: Annotated[str, Depends(oauth2)]) -> StoredStay:
    if len(STAYS) >= ROOM:
        raise Full
    made = StoredStay(id=uuid4(), **stay.model_dump())
    STAYS[made.id] = made
    return made


def stored(stay_id: UUID) -> StoredStay:
    if stay_id not in STAYS:
        raise HTTPException(404, "no such stay")
    return STAYS[stay_id]


@app.get("/stays/{stay_id}", tags=["stays"])
def read_stay(stay: Annotated[StoredStay, Depends(stored)]) -> StoredStay:
    return stay


@app.patch("/stays/{stay_id}", tags=["stays"])
def change_stay(change: Change, stay: Annotated[StoredStay, Depends(stored)]) -> StoredStay:
    for name in change.model_fields_set:
        setattr(stay, name, getattr(change, name))
    return stay


@app.delete("/stays/{stay_id}", status_code=204, tags=["stays"])
def end_stay(
    stay: Annotated[StoredStay, Depends(stored)], key: Annotated[str, Depends(api_key)]
) -> None:
    if key != "k&y":
        raise HTTPException(403, "wrong key")
    del STAYS[stay.id]


@app.post("/stays/{stay_id}/photos", tags=["photos"])
def add_photos(
    stay_id: UUID, caption: Annotated[str, Form()], photos: Annotated[list[UploadFile], File()]
) -> Uploaded:
    contents = [photo.file.read() for photo in photos]
    return Uploaded(
        caption=caption,
        sizes=[len(content) for content in contents],
        names=[photo.filename or "" for photo in photos],
        types=[photo.content_type or "" for photo in photos],
    )


@app.get("/session", tags=["session"])
def session(
    response: HttpResponse,
    visits: Annotated[int, Cookie()] = 0,
    accept_language: Annotated[str | None, Header()] = None,
) -> dict[str, int | str | None]:
    response.set_cookie("visits", str(visits + 1))
    return {"visits": visits, "language": accept_language}


@app.get(
    "/ticks",
    response_class=StreamingResponse,
    responses={200: {"content": {"text/event-stream": {"schema": Tick.model_json_schema()}}}},
    tags=["streams"],
)
def ticks(count: int) -> StreamingResponse:
    def events() -> Iterator[str]:
        for number in range(count):
            yield f"event: tick\ndata: {json.dumps({'number': number, 'text': 'é'})}\n\n"

    return StreamingResponse(events(), media_type="text/event-stream")


@app.get(
    "/export",
    response_class=StreamingResponse,
    responses={200: {"content": {"application/x-ndjson": {"schema": Tick.model_json_schema()}}}},
    tags=["streams"],
)
def export(count: int) -> StreamingResponse:
    lines = (json.dumps({"number": number, "text": "x"}) + "\n" for number in range(count))
    return StreamingResponse(lines, media_type="application/x-ndjson")


@app.get(
    "/photos/{size}",
    response_class=HttpResponse,
    responses={200: {"content": {"image/png": {"schema": {"type": "string", "format": "binary"}}}}},
    tags=["photos"],
)
def photo(size: int) -> HttpResponse:
    return HttpResponse(bytes(size), media_type="image/png")


@contextmanager
def serving() -> Iterator[str]:
    """The URL of the service, which runs in a thread of this process."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = uvicorn.Server(
        uvicorn.Config(app, host="127.0.0.1", port=port, log_level="error", lifespan="off")
    )
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    end = time.monotonic() + 30
    while not server.started and time.monotonic() < end:
        time.sleep(0.01)
    STAYS.clear()
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        server.should_exit = True
        thread.join(10)
