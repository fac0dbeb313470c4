"""Services of OData 1 to 3: requests and answers between 4.01, which this package speaks, and what they do.

A request is made as for 4.01 and turned into theirs here, its answer back; everything in between (pages,
batches, retries) is the same for all versions.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import unquote

from .answers import Entity, Page, Wrapped
from .codec import json_of, model_at
from .json_text import dumps, loads
from .older_json import answered, sent
from .older_values import literal_of
from .registry import find_model
from .request import Reply, Request

if TYPE_CHECKING:
    from .model import Model

__all__ = ["OlderAnswer", "SecurityToken", "arguments_of", "older_headers", "older_request"]

T = TypeVar("T")
_COUNT = re.compile(r"(?<=[?&])\$count=(true|false)(&|$)")
_SEARCH = re.compile(r"(?<=[?&])\$search=")


def older_request(
    version: str,
    request: Request[T],
    declared: str | Model | None,
    invoked: Mapping[str, str] | None = None,
) -> Request[T]:
    """The request as a service of `version` takes it.

    `declared` is the type of the body, or the body itself where only its class tells. `invoked` are the arguments
    of a service operation as literals: they go in the query, and there is no body.
    """
    headers = dict(request.headers)
    content = request.content
    if invoked is not None:
        # It says its type without having one: SAP's services for Node.js read no arguments otherwise.
        content = None
    elif isinstance(content, bytes) and headers.get("content-type") == "application/json":
        cls: Any = None
        if declared is not None:
            cls = find_model(declared) if isinstance(declared, str) else type(declared)
        data = loads(content)
        listed = data.get("value") if isinstance(data, dict) else None
        if isinstance(declared, str) and isinstance(listed, list):
            data = listed
        content = dumps(sent(data, cls, version)).encode("ascii")
    if version == "3.0":
        for name in ("accept", "content-type"):
            if headers.get(name) == "application/json":
                headers[name] = "application/json;odata=verbose"
    method = request.method
    if method == "PATCH" and version != "3.0":
        method = "MERGE"
    url = _older_url(request.url)
    if invoked:
        from .configuration import encoded_query

        url += ("&" if "?" in url else "?") + encoded_query(invoked.items())
    made: Any = OlderAnswer(request.answer)
    return Request(method, url, made, headers, content, request.timeout)


def _older_url(url: str) -> str:
    """`$count` as an option is `$inlinecount`, links are `$links` before the property's name."""
    path, mark, query = url.partition("?")
    if path.endswith("/$ref"):
        owner, _, name = path.removesuffix("/$ref").rpartition("/")
        target = re.search(r"(?:^|&)\$id=([^&]*)", query)
        key = re.search(r"\([^()/]*\)$", unquote(target[1])) if target is not None else None
        if key is not None and target is not None:
            name += key[0]
            query = (query[: target.start()] + query[target.end() :]).strip("&")
        path = f"{owner}/$links/{name}"
        return f"{path}?{query}" if query else path
    text = _SEARCH.sub("search=", f"{mark}{query}")
    found = _COUNT.search(text)
    if found is not None:
        new = f"$inlinecount=allpages{found[2]}" if found[1] == "true" else ""
        text = (text[: found.start()] + new + text[found.end() :]).rstrip("?&")
    return path + text


class OlderAnswer:
    """Reads an answer of an older service with what reads one of 4.01."""

    __slots__ = ("read",)

    def __init__(self, read: Callable[[Reply], Any]) -> None:
        self.read = read

    def __call__(self, reply: Reply) -> Any:
        kind = reply.headers.get("content-type", "")
        if not reply.body or "json" not in kind or not self._reads_json():
            return self.read(reply)
        data = answered(json_of(reply.body), self._class(), isinstance(self.read, Page))
        body = b"" if data is None else dumps(data).encode("ascii")
        return self.read(Reply(reply.status, reply.headers, body, reply.url))

    def _reads_json(self) -> bool:
        return getattr(self.read, "accept", "application/json") == "application/json"

    def _class(self) -> Any:
        """The class of the object or of the items that the answer holds, where it is known."""
        if isinstance(self.read, Entity):
            return find_model(self.read.name)
        cls: Any = None
        if isinstance(self.read, Page):
            cls = model_at(self.read.place)
        elif isinstance(self.read, Wrapped):
            cls = self.read.cls
        declaration = None if cls is None else cls._wire_names.get("value")
        return None if declaration is None else declaration.model_class


def arguments_of(body: Any) -> dict[str, str]:
    """The arguments of a service operation, by name, as literals; what is null or not set is left out."""
    from .json_text import plain

    found: dict[str, str] = {}
    for name, value in plain(body, type(body)).items():
        declaration = type(body)._wire_names.get(name)
        if value is not None and declaration is not None:
            text = value if isinstance(value, str) else dumps(value)
            found[name] = literal_of(text, declaration.wire or declaration.type_name)
    return found


def older_headers(version: str, has_body: bool) -> dict[str, str]:
    """What says which version is spoken ([MS-ODATA], 2.2.5)."""
    headers = {"maxdataserviceversion": version}
    if has_body:
        headers["dataserviceversion"] = version
    return headers


class SecurityToken:
    """SAP's token against forged requests, and the cookies of the session that it holds for.

    A service that wants one refuses the first change (403, `x-csrf-token: Required`); it is then fetched, kept,
    and fetched again when the service wants a new one.
    """

    __slots__ = ("_cookies", "_token")

    def __init__(self) -> None:
        self._token: str | None = None
        self._cookies: dict[str, str] = {}

    def is_wanted(self, reply: Reply) -> bool:
        """Whether a refusal asks for a token."""
        wanted = reply.headers.get("x-csrf-token", "").strip().lower()
        return reply.status == 403 and wanted == "required"

    def keep(self, reply: Reply) -> bool:
        """Keep what the answer to a fetch gives; whether it gave a token."""
        token = reply.headers.get("x-csrf-token", "")
        if not token or token.lower() in ("fetch", "required") or not token.isprintable():
            return False
        self._token = token
        for cookie in re.split(r",\s*(?=[^;,=\s]+=)", reply.headers.get("set-cookie", "")):
            name, equals, value = cookie.partition(";")[0].strip().partition("=")
            if equals and name and f"{name}{value}".isprintable():
                self._cookies[name] = value
        return True

    def headers(self, method: str) -> dict[str, str]:
        """What a request says: the cookies, and the token when it changes something."""
        found: dict[str, str] = {}
        if self._token is not None:
            if self._cookies:
                found["cookie"] = "; ".join(f"{n}={v}" for n, v in self._cookies.items())
            if method not in ("GET", "HEAD"):
                found["x-csrf-token"] = self._token
        return found

    def __repr__(self) -> str:
        return "SecurityToken()"
