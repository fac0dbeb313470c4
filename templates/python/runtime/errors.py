"""What the client raises. Texts never hold a token, a password or a secret query value."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import datetime

__all__ = [
    "AuthenticationFailed",
    "ClientError",
    "ConfigurationError",
    "ConnectionFailed",
    "ErrorDetails",
    "InnerError",
    "MainError",
    "ODataError",
    "PagingStopped",
    "RedirectRefused",
    "ResponseTooLarge",
    "TimedOut",
    "UnexpectedAnswer",
    "mask",
]

# No two matches of an option overlap, and a scheme is short: time grows with the text's length alone.
_OPTION = re.compile(r"[?&;#]([^=&#?;\s]*)=")
_OPTION_VALUE = re.compile(r"[^&#\s'\"]*")
_SECRET_PARTS = ("token", "secret", "password", "signature", "key", "credential")
_SECRET_NAMES = frozenset({"sig", "code", "auth", "tempauth"})
_USERINFO = re.compile(r"(?i)\b([a-z][a-z0-9+.-]{0,30}://)[^/?#\s@]*@")
_BEARER = re.compile(r"(?i)\b(bearer|basic)\s+[A-Za-z0-9._~+/=-]{8,}")


def mask(text: str) -> str:
    """`text` with user names in URLs, bearer tokens and the values of secret query options masked."""
    return _BEARER.sub(r"\1 ***", _without_secret_options(_USERINFO.sub(r"\1***@", text)))


def _without_secret_options(text: str) -> str:
    parts = []
    done = 0
    for option in _OPTION.finditer(text):
        name = option[1].lower()
        if option.start() < done:
            continue
        if name in _SECRET_NAMES or any(part in name for part in _SECRET_PARTS):
            value = _OPTION_VALUE.match(text, option.end())
            if value is not None and value[0]:
                parts += [text[done : option.end()], "***"]
                done = value.end()
    return "".join([*parts, text[done:]])


class ClientError(Exception):
    """The base of what the client raises."""


class ConfigurationError(ClientError, ValueError):
    """The client cannot be made, or cannot work, with what it was given."""


class AuthenticationFailed(ClientError):
    """The credential gave no usable token; its own exception is the cause."""


class ConnectionFailed(ClientError):
    """No answer: the connection could not be made or broke."""


class TimedOut(ConnectionFailed, TimeoutError):
    """No answer within the time allowed."""


class UnexpectedAnswer(ClientError):
    """An answer that the service should not give: not the JSON that it says, or the wrong shape."""


class ResponseTooLarge(UnexpectedAnswer):
    """An answer above the size allowed, or compressed beyond any honest ratio."""


class RedirectRefused(UnexpectedAnswer):
    """A redirect that the client does not follow. `location` is the URL as the service gave it.

    No credential is sent there; a download from a storage host is the caller's own decision.
    """

    def __init__(self, message: str, location: str) -> None:
        super().__init__(message)
        self.location = location


class QueryError(ClientError, ValueError):
    """A query that the service says it does not take; nothing was sent."""


class PagingStopped(ClientError):
    """A collection that does not end: a link came twice, or more pages than the client allows."""


class _Part:
    """One object of an error answer, read with tolerance: what has the wrong type reads as None."""

    __slots__ = ("_data",)

    def __init__(self, data: object = None) -> None:
        self._data: dict[str, Any] = dict(data) if isinstance(data, Mapping) else {}

    def _text(self, name: str) -> str | None:
        value = self._data.get(name)
        return value if isinstance(value, str) else None

    @property
    def additional_data(self) -> dict[str, Any]:
        """Everything that the service sent in this object."""
        return self._data

    def __repr__(self) -> str:
        return f"{type(self).__name__}({mask(repr(self._data))})"


class ErrorDetails(_Part):
    """One of an error's details."""

    __slots__ = ()

    @property
    def code(self) -> str | None:
        return self._text("code")

    @property
    def message(self) -> str | None:
        return self._text("message")

    @property
    def target(self) -> str | None:
        return self._text("target")


class InnerError(_Part):
    """What the service adds for its own support."""

    __slots__ = ()

    @property
    def request_id(self) -> str | None:
        return self._text("request-id")

    @property
    def client_request_id(self) -> str | None:
        return self._text("client-request-id")

    @property
    def odata_type(self) -> str | None:
        return self._text("@odata.type")

    @property
    def date(self) -> datetime.datetime | None:
        """When the error occurred; the service's text lies in `additional_data`."""
        from datetime import datetime

        try:
            return datetime.fromisoformat(self._text("date") or "")
        except ValueError:
            return None


class MainError(_Part):
    """The error itself (OData JSON Format 4.01, section 21.1)."""

    __slots__ = ()

    @property
    def code(self) -> str | None:
        return self._text("code")

    @property
    def message(self) -> str | None:
        """The text; OData 1 to 3 have it with its language, `{"lang": "en", "value": "..."}`."""
        found = self._data.get("message")
        if isinstance(found, Mapping):
            found = found.get("value")
        return found if isinstance(found, str) else None

    @property
    def target(self) -> str | None:
        return self._text("target")

    @property
    def details(self) -> list[ErrorDetails] | None:
        found = self._data.get("details")
        inner = self._data.get("innererror")
        if found is None and isinstance(inner, Mapping):
            found = inner.get("errordetails")  # SAP's place for them in OData 2
        return [ErrorDetails(item) for item in found] if isinstance(found, list) else None

    @property
    def inner_error(self) -> InnerError | None:
        for name in ("innerError", "innererror"):
            if isinstance(self._data.get(name), Mapping):
                return InnerError(self._data[name])
        return None


class ODataError(ClientError):
    """The service answered with an error status.

    `error` holds what the service says; its members are None when the answer was no OData error. `body`
    is the answer as it came, at most 64 KiB of it.
    """

    def __init__(
        self,
        response_status_code: int,
        response_headers: Mapping[str, str],
        body: bytes = b"",
        method: str = "",
        url: str = "",
    ) -> None:
        self.response_status_code = response_status_code
        self.response_headers = dict(response_headers)
        self.body = body[:65536]
        self.method = method
        self.url = mask(url)
        self.error = MainError(_error_object(body))
        super().__init__(response_status_code)

    def __reduce__(self) -> tuple[Any, ...]:
        arguments = (self.response_status_code, self.response_headers, self.body)
        return (type(self), (*arguments, self.method, self.url))

    @property
    def code(self) -> str | None:
        """The service's error code."""
        return self.error.code

    @property
    def message(self) -> str:
        """What the service says, or the status when it says nothing."""
        return self.error.message or f"the service answered with status {self.response_status_code}"

    @property
    def request_id(self) -> str | None:
        """The service's id of the request, to be quoted to its support."""
        inner = self.error.inner_error
        return self.response_headers.get("request-id") or (inner.request_id if inner else None)

    @property
    def client_request_id(self) -> str | None:
        inner = self.error.inner_error
        found = self.response_headers.get("client-request-id")
        return found or (inner.client_request_id if inner else None)

    def __str__(self) -> str:
        parts = [f"{self.response_status_code} {_one_line(self.error.code or '')}".strip()]
        parts.append(_one_line(self.message))
        if self.method:
            parts.append(f"{self.method} {self.url}")
        if self.request_id:
            parts.append(f"request-id {_one_line(self.request_id)}")
        return mask(" | ".join(parts))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({str(self)!r})"


_BREAKING = re.compile(r"[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]+")


def _one_line(text: str) -> str:
    """`text` without characters that control, break or turn around a line, at most 500 characters."""
    return _BREAKING.sub(" ", text[:500])


def _error_object(body: bytes) -> object:
    import json

    try:
        data = json.loads(body)
    except (ValueError, RecursionError):
        return None
    if not isinstance(data, Mapping):
        return None
    found = data.get("error", data.get("odata.error"))
    return {"message": found} if isinstance(found, str) else found
