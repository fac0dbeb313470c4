"""A service whose answers a test writes byte by byte, at its own pace."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

__all__ = ["Script", "head", "service"]

Script = Callable[[socket.socket, bytes, int], None]


@contextmanager
def service(script: Script) -> Iterator[str]:
    """A service root; `script` gets each connection, what came up to the end of its header fields, and its number."""

    def serve(listener: socket.socket) -> None:
        number = 0
        while True:
            try:
                connection, _ = listener.accept()
            except OSError:
                return
            with connection:
                came = b""
                while b"\r\n\r\n" not in came:
                    piece = connection.recv(1)
                    if not piece:
                        break
                    came += piece
                with suppress(OSError):
                    script(connection, came, number)
            number += 1

    listener = socket.create_server(("127.0.0.1", 0))
    thread = threading.Thread(target=serve, args=(listener,), daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    finally:
        listener.close()


def head(status: str, *fields: str) -> bytes:
    return "\r\n".join((f"HTTP/1.1 {status}", "Connection: close", *fields, "", "")).encode()
