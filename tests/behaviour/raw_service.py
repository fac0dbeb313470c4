"""A service that answers by the byte: over raw sockets, so that it may drip, fall silent, or never end."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

__all__ = ["HEAD", "Talk", "dripping", "raw_service", "silent"]

HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
SECONDS = 60.0
"""How long a service goes on that is to be given up; a test on a loaded machine allows a part of it."""

Talk = Callable[[socket.socket], None]


@contextmanager
def raw_service(answer: Talk) -> Iterator[str]:
    """The root of a service that lets `answer` write to the socket of each request."""
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def serve() -> None:
            while True:
                try:
                    opened, _ = listening.accept()
                except OSError:
                    return
                threading.Thread(target=talk, args=(opened,), daemon=True).start()

        def talk(opened: socket.socket) -> None:
            with opened:
                try:
                    if opened.recv(65536):
                        answer(opened)
                except OSError:
                    return

        threading.Thread(target=serve, daemon=True).start()
        yield f"http://127.0.0.1:{listening.getsockname()[1]}/v1.0"
        listening.shutdown(socket.SHUT_RDWR)


def dripping(start: bytes, piece: bytes) -> Talk:
    """Sends `start`, then `piece` again and again, until nobody listens."""

    def answer(opened: socket.socket) -> None:
        opened.sendall(start)
        end = time.monotonic() + SECONDS
        while time.monotonic() < end:
            opened.sendall(piece)
            time.sleep(0.05)

    return answer


def silent(start: bytes) -> Talk:
    """Sends `start`, then nothing until the client hangs up."""

    def answer(opened: socket.socket) -> None:
        opened.sendall(start)
        opened.settimeout(SECONDS)
        opened.recv(1)

    return answer
