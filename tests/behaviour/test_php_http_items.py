"""Values that follow each other reach users of PHP clients one by one, within bounds of time and size."""

from __future__ import annotations

import socket
import sys
import threading
import time
from pathlib import Path

import pytest
from toolchains import needs
from vector_files import VECTORS

sys.path.insert(0, str(Path(__file__).resolve().parent))
from behaviour.php_client import PhpClient
from behaviour.scripted_service import head, service

SHOP = VECTORS / "http" / "shop.openapi.yaml"
EVENTS = head("200 OK", "Content-Type: text/event-stream", "Transfer-Encoding: chunked")
CLIENT = """
$client = new Shop\\ShopClient(new Runtime\\Bearer('t'), $value->root, allowTokenOverHttp: true, idleTimeout: 1.0);
"""

pytestmark = [needs("php"), pytest.mark.xdist_group("php")]


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> PhpClient:
    return PhpClient.of_openapi(tmp_path_factory.mktemp("php-items"), SHOP, "ShopClient")


def chunk(text: str) -> bytes:
    data = text.encode()
    return b"%x\r\n%s\r\n" % (len(data), data)


def test_each_is_given_when_it_comes_and_calls_go_on_between(client: PhpClient) -> None:
    asked = threading.Event()

    def events(connection: socket.socket, came: bytes, number: int) -> None:
        connection.sendall(EVENTS + chunk('data: {"text": "a"}\n\n'))
        # The second event waits for what the user does with the first.
        assert asked.wait(10)
        connection.sendall(chunk('data: {"text": "b"}\n\n') + chunk(""))

    def pets(connection: socket.socket, came: bytes, number: int) -> None:
        asked.set()
        connection.sendall(head("200 OK", "Content-Type: application/json", "Content-Length: 2"))
        connection.sendall(b"[]")

    lines = f"""{CLIENT}
    $other = new Shop\\ShopClient(new Runtime\\Bearer('t'), $value->other, allowTokenOverHttp: true);
    $found = [];
    foreach ($client->events()->get() as $event) {{
        $found[] = $event->getText();
        $other->pets()->get()->wait();
    }}
    return $found;
    """
    with service(events) as root, service(pets) as other:
        assert client.run(lines, root, other=other) == ["a", "b"]


def test_who_stops_before_the_end_ends_the_transfer(client: PhpClient) -> None:
    gone = threading.Event()

    def script(connection: socket.socket, came: bytes, number: int) -> None:
        connection.sendall(EVENTS)
        try:
            while True:
                connection.sendall(chunk('data: {"text": "more"}\n\n'))
                time.sleep(0.01)
        except OSError:
            gone.set()

    lines = f"""{CLIENT}
    foreach ($client->events()->get() as $event) {{
        return $event->getText();
    }}
    """
    with service(script) as root:
        assert client.run(lines, root) == "more"
        assert gone.wait(10)


def test_silence_ends_with_an_error(client: PhpClient) -> None:
    def script(connection: socket.socket, came: bytes, number: int) -> None:
        connection.sendall(EVENTS + chunk('data: {"text": "a"}\n\n'))
        time.sleep(8)

    started = time.monotonic()
    with service(script) as root:
        found = client.run(f"{CLIENT} return iterator_to_array($client->events()->get());", root)
    assert found["thrown"] == "TimedOut"
    assert time.monotonic() - started < 6


def test_a_value_that_does_not_end_is_refused(client: PhpClient) -> None:
    def script(connection: socket.socket, came: bytes, number: int) -> None:
        connection.sendall(head("200 OK", "Content-Type: application/jsonl"))
        connection.sendall(b'{"text": "')
        for _ in range(20 * 16):
            connection.sendall(b"x" * 65536)

    with service(script) as root:
        found = client.run(f"{CLIENT} return iterator_to_array($client->lines()->get());", root)
    assert found["thrown"] == "ResponseTooLarge"


def test_an_error_is_thrown_as_by_other_calls(client: PhpClient) -> None:
    def script(connection: socket.socket, came: bytes, number: int) -> None:
        body = b'{"code": 5}'
        connection.sendall(head("500 Oops", "Content-Type: application/json"))
        connection.sendall(body)

    lines = f"""{CLIENT}
    try {{
        return iterator_to_array($client->lines()->get());
    }} catch (Runtime\\ApiError $error) {{
        return [$error->status, $error->body];
    }}
    """
    with service(script) as root:
        assert client.run(lines, root) == [500, {"code": 5}]
