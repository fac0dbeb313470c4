"""Python clients of OData take and give files without holding them: each part before the next one is there."""

from __future__ import annotations

import asyncio
import importlib
import io
import socket
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent))
from behaviour.scripted_service import Script, head, service
from generated_package import generate
from models_at_hand import EDM, HEAD, TAIL

PACKAGE = "streamed_shop"
PIECE = 256 * 1024
PATIENCE = 60.0
CSDL = (
    f'{HEAD}<Schema Namespace="Shop" {EDM}><EntityType Name="file" HasStream="true"><Key>'
    '<PropertyRef Name="id"/></Key><Property Name="id" Type="Edm.String" Nullable="false"/></EntityType>'
    '<EntityContainer Name="Service"><EntitySet Name="files" EntityType="Shop.file"/></EntityContainer>'
    f"</Schema>{TAIL}"
)


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModuleType]:
    folder = tmp_path_factory.mktemp("python-streams")
    source = folder / "shop.csdl"
    source.write_text(CSDL, "utf-8")
    generate([source], folder, PACKAGE)
    sys.path.insert(0, str(folder))
    yield importlib.import_module(PACKAGE)
    sys.path.remove(str(folder))


def sync_client(shop: ModuleType, root: str) -> Any:
    return shop.SyncServiceClient(None, base_url=root)


def halves(passed: threading.Event) -> Script:
    """The second half of the answer comes once somebody has seen the first one."""

    def script(connection: socket.socket, came: bytes, number: int) -> None:
        connection.sendall(head("200 OK", f"Content-Length: {2 * PIECE}") + b"a" * PIECE)
        if passed.wait(PATIENCE):
            connection.sendall(b"b" * PIECE)

    return script


def test_a_download_is_given_as_it_comes(shop: ModuleType) -> None:
    passed = threading.Event()
    with service(halves(passed)) as root, sync_client(shop, root) as client:
        request = client.files.by_id("1").content.get.request()
        with client.stream(request) as parts:
            found = [next(parts)]
            passed.set()
            found.extend(parts)
    assert b"".join(found) == b"a" * PIECE + b"b" * PIECE


def test_a_download_is_given_as_it_comes_to_who_awaits_it(shop: ModuleType) -> None:
    passed = threading.Event()

    async def read(root: str) -> bytes:
        async with shop.ServiceClient(None, base_url=root) as client:
            request = client.files.by_id("1").content.get.request()
            async with await client.stream(request) as parts:
                found = [await anext(parts)]
                passed.set()
                found.extend([part async for part in parts])
        return b"".join(found)

    with service(halves(passed)) as root:
        assert asyncio.run(read(root)) == b"a" * PIECE + b"b" * PIECE


class Receiver:
    """Answers 204 to a request whose body it has read; `seen` is set once it has the first piece."""

    def __init__(self) -> None:
        self.seen = threading.Event()
        self.fields = b""
        self.body = b""

    def script(self, connection: socket.socket, came: bytes, number: int) -> None:
        self.fields = came.lower()
        raw = b""
        while not raw.endswith(b"0\r\n\r\n"):
            piece = connection.recv(65536)
            if not piece:
                return
            raw += piece
            if len(raw) >= PIECE:
                self.seen.set()
        self.body = unchunked(raw)
        connection.sendall(head("204 No Content"))


def unchunked(raw: bytes) -> bytes:
    """The body in the chunks of RFC 9112, section 7.1."""
    body = b""
    while raw:
        size, _, rest = raw.partition(b"\r\n")
        body += rest[: int(size, 16)]
        raw = rest[int(size, 16) + 2 :] if int(size, 16) else b""
    return body


def in_two(seen: threading.Event) -> Iterator[bytes]:
    yield b"a" * PIECE
    assert seen.wait(PATIENCE), "the service has not got the first piece"
    yield b"b" * PIECE


def test_an_upload_is_read_as_it_is_sent(shop: ModuleType) -> None:
    receiver = Receiver()
    with service(receiver.script) as root, sync_client(shop, root) as client:
        client.files.by_id("1").content.put(in_two(receiver.seen))
    assert receiver.body == b"a" * PIECE + b"b" * PIECE
    assert b"content-type: application/octet-stream" in receiver.fields


def test_an_upload_is_read_as_it_is_sent_by_who_awaits_it(shop: ModuleType) -> None:
    receiver = Receiver()

    async def write(root: str) -> None:
        async with shop.ServiceClient(None, base_url=root) as client:
            await client.files.by_id("1").content.put(in_two(receiver.seen))

    with service(receiver.script) as root:
        asyncio.run(write(root))
    assert receiver.body == b"a" * PIECE + b"b" * PIECE


@pytest.mark.parametrize("form", ["path", "file", "named"])
def test_files_are_sent_however_they_are_given(shop: ModuleType, form: str, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"text" * 10)
    file = importlib.import_module(f"{PACKAGE}.runtime.uploads").File
    made: dict[str, Callable[[], Any]] = {
        "path": lambda: path,
        "file": lambda: io.BytesIO(path.read_bytes()),
        "named": lambda: file(path, content_type="text/plain"),
    }
    receiver = Receiver()
    with service(receiver.script) as root, sync_client(shop, root) as client:
        client.files.by_id("1").content.put(made[form]())
    assert receiver.body == path.read_bytes()
    kind = b"text/plain" if form == "named" else b"application/octet-stream"
    assert b"content-type: " + kind in receiver.fields


def test_what_is_no_content_is_refused(shop: ModuleType) -> None:
    client = sync_client(shop, "http://127.0.0.1:1")
    for wrong in ("text", 5, [b"a"], {"a": 1}):
        with pytest.raises(TypeError, match="a body is a model, bytes, a file or a path"):
            client.files.by_id("1").content.put.request(wrong)
    streamed = client.files.by_id("1").content.put.request(iter([b"a"]))
    with pytest.raises(ValueError, match="not a stream"):
        client.batch([streamed])
