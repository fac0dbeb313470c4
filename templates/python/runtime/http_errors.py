"""What a service answers with an error status."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from .errors import ClientError, mask

__all__ = ["ResponseError"]

_BREAKING = re.compile(r"[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]+")
_TELLING = ("detail", "message", "title", "error_description", "error", "description")


class ResponseError(ClientError):
    """The service answered with an error status.

    `body` is what the description says of such answers: a model, a list, text. It is the JSON value where that is of
    another kind, and None where there is none. `content` is the answer as it came, at most 64 KiB of it.
    """

    def __init__(
        self,
        status: int,
        headers: Mapping[str, str],
        body: Any = None,
        content: bytes = b"",
        method: str = "",
        url: str = "",
    ) -> None:
        self.status = status
        self.headers = dict(headers)
        self.body = body
        self.content = content[:65536]
        self.method = method
        self.url = mask(url)
        super().__init__(status)

    def __reduce__(self) -> tuple[Any, ...]:
        arguments = (self.status, self.headers, self.body, self.content)
        return (type(self), (*arguments, self.method, self.url))

    @property
    def message(self) -> str:
        """What the service says, by the member that usually has it; or the status."""
        data = getattr(self.body, "_data", self.body)
        if isinstance(data, Mapping):
            texts = [data.get(name) for name in _TELLING]
            found = next((text for text in texts if isinstance(text, str) and text), None)
            if found is not None:
                return found
        if isinstance(data, str) and data:
            return data
        return f"the service answered with status {self.status}"

    def __str__(self) -> str:
        parts = [f"{self.status} {_BREAKING.sub(' ', self.message[:500])}"]
        if self.method:
            parts.append(f"{self.method} {self.url}")
        return mask(" | ".join(parts))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({str(self)!r})"
