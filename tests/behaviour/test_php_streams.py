"""PHP clients take and give streams without holding them, and wait for no service that fell silent."""

from __future__ import annotations

import gzip
import socket
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from toolchains import needs

sys.path.insert(0, str(Path(__file__).resolve().parent))
from behaviour.php_client import PhpClient, document
from behaviour.scripted_service import Script, head, service

pytestmark = [needs("php"), pytest.mark.xdist_group("php")]

LARGE = 48 * 1024 * 1024
CONTENT = "$client->files()->byId('1')->content()"
GET = f"{CONTENT}->toGetRequestInformation()"
INTO = "$into = GuzzleHttp\\Psr7\\Utils::streamFor(fopen($value->file, 'w+'));"


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> PhpClient:
    types = (
        '<EntityType Name="file" HasStream="true"><Key><PropertyRef Name="id" /></Key>'
        '<Property Name="id" Type="Edm.String" Nullable="false" /></EntityType>'
    )
    return PhpClient(
        tmp_path_factory.mktemp("php-streams"),
        document(types, '<EntitySet Name="files" EntityType="Shop.file" />'),
    )


def body_of(connection: socket.socket, came: bytes) -> tuple[int, int]:
    """How many bytes a request's body has, and the sum of them."""
    length = next(
        int(line.partition(b":")[2])
        for line in came.lower().split(b"\r\n")
        if line.startswith(b"content-length:")
    )
    count = total = 0
    while count < length:
        piece = connection.recv(65536)
        if not piece:
            break
        count += len(piece)
        total += sum(piece)
    return count, total


def test_a_download_is_written_as_it_comes(client: PhpClient, tmp_path: Path) -> None:
    def script(connection: socket.socket, came: bytes, number: int) -> None:
        connection.sendall(head("200 OK", f"Content-Length: {LARGE}"))
        for _ in range(LARGE // 65536):
            connection.sendall(b"x" * 65536)

    with service(script) as root:
        size, same, start, peak = client.run(
            f"""{INTO}
            $given = $client->download({GET}, $into)->wait();
            return [$into->getSize(), $given === $into, $given->read(3), memory_get_peak_usage()];
            """,
            root,
            file=str(tmp_path / "file"),
        )
    assert (size, same, start) == (LARGE, True, "xxx")
    assert peak < LARGE / 3


def test_a_compressed_download_is_written_as_it_was(client: PhpClient, tmp_path: Path) -> None:
    text = bytes(range(256)) * 1000

    def script(connection: socket.socket, came: bytes, number: int) -> None:
        packed = gzip.compress(text)
        fields = (f"Content-Length: {len(packed)}", "Content-Encoding: gzip")
        connection.sendall(head("200 OK", *fields) + packed)

    path = tmp_path / "file"
    with service(script) as root:
        client.run(f"{INTO} $client->download({GET}, $into)->wait();", root, file=str(path))
    assert path.read_bytes() == text


def test_an_error_is_thrown_and_not_written(client: PhpClient, tmp_path: Path) -> None:
    def script(connection: socket.socket, came: bytes, number: int) -> None:
        error = b'{"error":{"code":"gone","message":"no"}}'
        connection.sendall(head("404 Not Found", f"Content-Length: {len(error)}") + error)

    with service(script) as root:
        told = client.run(
            f"{INTO} $client->download({GET}, $into)->wait();", root, file=str(tmp_path / "file")
        )
    assert told["thrown"] == "ODataError"
    assert (tmp_path / "file").read_bytes() == b""


def test_a_stream_that_takes_no_more_ends_the_download(client: PhpClient) -> None:
    def script(connection: socket.socket, came: bytes, number: int) -> None:
        connection.sendall(head("200 OK", f"Content-Length: {LARGE}"))
        for _ in range(LARGE // 65536):
            connection.sendall(b"x" * 65536)

    with service(script) as root:
        told = client.run(
            f"""$into = new GuzzleHttp\\Psr7\\DroppingStream(GuzzleHttp\\Psr7\\Utils::streamFor(''), 100000);
            $client->download({GET}, $into)->wait();
            """,
            root,
        )
    assert told["thrown"] == "ConnectionFailed"


def paced(connection: socket.socket, came: bytes, number: int) -> None:
    """Eight bytes in about two and a half seconds."""
    connection.sendall(head("200 OK", "Content-Length: 8"))
    for _ in range(8):
        time.sleep(0.3)
        connection.sendall(b"x")


def stalled(connection: socket.socket, came: bytes, number: int) -> None:
    connection.sendall(head("200 OK", "Content-Length: 8") + b"x")
    connection.settimeout(60)
    connection.recv(1)  # until the client hangs up


@pytest.mark.parametrize(
    ("script", "settings", "call", "thrown"),
    [
        (paced, "timeout: 1.5", f"$client->download({GET}, $into)", None),
        (paced, "timeout: 1.5", f"{CONTENT}->get()", "TimedOut"),
        (stalled, "idleTimeout: 0.5", f"$client->download({GET}, $into)", "TimedOut"),
        (stalled, "idleTimeout: 0.5", f"{CONTENT}->get()", "TimedOut"),
    ],
    ids=["a stream that moves", "an answer too slow", "a silent stream", "a silent answer"],
)
def test_time(
    client: PhpClient, script: Script, settings: str, call: str, thrown: str | None
) -> None:
    with service(script) as root:
        start = time.monotonic()
        told = client.run(
            f"""$client = new Shop\\ServiceClient(null, baseUrl: $value->root, {settings});
            $into = GuzzleHttp\\Psr7\\Utils::streamFor('');
            return strlen((string) {call}->wait());
            """,
            root,
        )
        assert time.monotonic() - start < 40
    assert told == 8 if thrown is None else told["thrown"] == thrown


def test_an_answer_that_ends_too_early(client: PhpClient) -> None:
    def script(connection: socket.socket, came: bytes, number: int) -> None:
        connection.sendall(head("200 OK", "Content-Length: 8") + b"x")

    with service(script) as root:
        told = client.run(f"{CONTENT}->get()->wait();", root)
    assert told["thrown"] == "ConnectionFailed"


def test_a_download_that_is_cancelled(client: PhpClient) -> None:
    with service(stalled) as root:
        told = client.run(
            f"""$pending = $client->download({GET}, GuzzleHttp\\Psr7\\Utils::streamFor(''));
            $pending->cancel();
            return [$pending->getState()];
            """,
            root,
        )
    assert told == ["rejected"]


@pytest.mark.parametrize("skipped", [0, 5])
def test_an_upload_is_sent_as_it_is_read_and_once_more(
    client: PhpClient, tmp_path: Path, skipped: int
) -> None:
    path = tmp_path / "file"
    with path.open("wb") as file:
        file.truncate(LARGE)
        file.seek(LARGE - 3)
        file.write(b"abc")
    seen: list[Any] = []

    def script(connection: socket.socket, came: bytes, number: int) -> None:
        seen.append(body_of(connection, came))
        status = "503 Busy" if number == 0 else "204 No Content"
        connection.sendall(head(status, "Retry-After: 0", "Content-Length: 0"))

    with service(script) as root:
        peak = client.run(
            f"""$body = GuzzleHttp\\Psr7\\Utils::streamFor(fopen($value->file, 'r'));
            $body->seek({skipped});
            {CONTENT}->put($body)->wait();
            return memory_get_peak_usage();
            """,
            root,
            file=str(path),
        )
    assert seen == [(LARGE - skipped, 97 + 98 + 99)] * 2
    assert isinstance(peak, int) and peak < LARGE / 3


def test_a_stream_that_cannot_be_rewound_is_sent_once(client: PhpClient) -> None:
    seen: list[Any] = []

    def script(connection: socket.socket, came: bytes, number: int) -> None:
        seen.append(number)
        connection.recv(65536)
        connection.sendall(head("503 Busy", "Retry-After: 0", "Content-Length: 0"))

    with service(script) as root:
        told = client.run(
            f"""$body = new GuzzleHttp\\Psr7\\NoSeekStream(GuzzleHttp\\Psr7\\Utils::streamFor('abc'));
            {CONTENT}->put($body)->wait();
            """,
            root,
        )
    assert told["thrown"] == "ODataError"
    assert seen == [0]
