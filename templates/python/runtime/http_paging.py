"""The way through all pages of a call: by a header, a link or a value in the page, or by counting."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote, urlsplit, urlunsplit

from .errors import PagingStopped, UnexpectedAnswer
from .http_call import Pager, Paging
from .http_request import HttpRequest
from .request import Reply

__all__ = ["HttpPageWalk", "next_link"]

# One link of the header `Link` (RFC 8288, section 3), and one parameter of it.
_LINK = re.compile(
    r"<([^>]*)>((?:\s*;\s*[\w!#$&+.^`|~*-]+\s*(?:=\s*(?:\"(?:[^\"\\\\]|\\\\.)*\"|[^\",;\s]*))?)*)"
)
_RELATION = re.compile(r";\s*rel\s*=\s*(?:\"([^\"]*)\"|([^\",;\s]*))", re.IGNORECASE)
_LONGEST_HEADER = 16 * 1024


class _Page:
    """A page and the reply that it came with."""

    __slots__ = ("reply", "value")

    def __init__(self, reply: Reply, value: Any) -> None:
        self.reply = reply
        self.value = value


class HttpPageWalk:
    """Which request comes next. Links are held to the origin of the call."""

    __slots__ = ("_left", "_next", "_number", "_pager", "_read", "_seen", "_taken")

    delta_link = None
    count = None

    def __init__(self, first: Any, max_pages: int) -> None:
        pager = first.call.pager
        if pager is None:
            raise PagingStopped("nothing says how the pages of this call follow each other")
        self._pager: Pager = pager
        self._read = first.answer
        self._next: HttpRequest[Any] | None = self._kept(first)
        self._seen = {hash(first.url)}
        self._left = max_pages
        self._taken = 0
        self._number = pager.first

    def _kept(self, request: HttpRequest[Any]) -> HttpRequest[Any]:
        """The request with the whole reply for its answer, which says where the next page is."""
        request.answer = lambda reply: _Page(reply, self._read(reply))
        return request

    def next_request(self) -> HttpRequest[Any] | None:
        """The next page's request, or None after the last one; raises `PagingStopped`."""
        if self._next is not None and self._left == 0:
            raise PagingStopped("the collection has more pages than this client allows (max_pages)")
        self._left -= 1
        return self._next

    def took(self, page: _Page) -> Sequence[Any]:
        """The items of a page, after noting where it leads."""
        current, self._next = self._next, None
        if current is None:
            return []
        items = _member(page.value, self._pager.items)
        if items is None:
            return []
        if not isinstance(items, list):
            raise UnexpectedAnswer("a page has something else in the place of its items")
        self._taken += len(items)
        url = self._url_after(current, page, len(items))
        if url is not None:
            if hash(url) in self._seen:
                raise PagingStopped("the service linked to a page that it gave already")
            self._seen.add(hash(url))
            self._next = self._kept(current.at(url))
        return items

    def _url_after(self, current: HttpRequest[Any], page: _Page, size: int) -> str | None:
        pager = self._pager
        if pager.kind is Paging.LINK_HEADER:
            link = next_link(page.reply.headers.get("link", ""))
        elif pager.kind is Paging.NEXT_LINK:
            link = _member(page.value, pager.next)
        else:
            return self._url_of_parameter(current, page, size)
        if not link:
            return None
        if not isinstance(link, str):
            raise UnexpectedAnswer("a page's link to the next one is no text")
        return current.own_root.adopt(link, base=page.reply.url)

    def _url_of_parameter(self, current: HttpRequest[Any], page: _Page, size: int) -> str | None:
        pager = self._pager
        if pager.kind is Paging.CURSOR:
            value = _member(page.value, pager.next)
        else:
            self._number += 1
            value = self._taken if pager.kind is Paging.OFFSET else self._number
            value = value if size else None
        if value is None or value == "" or pager.parameter is None:
            return None
        return _with_parameter(current.url, pager.parameter, str(value))


def next_link(header: str) -> str | None:
    """The URL of the relation `next` in a header `Link`; None without one."""
    for link in _LINK.finditer(header[:_LONGEST_HEADER]):
        relation = _RELATION.search(link[2])
        if relation and "next" in (relation[1] or relation[2] or "").lower().split():
            return link[1]
    return None


def _member(value: Any, path: tuple[str, ...]) -> Any:
    """What a page has at a path of members, by their names in JSON; the page itself for an empty one."""
    for name in path:
        if value is None:
            return None
        declared = getattr(value, "_wire_names", {}).get(name)
        if declared is not None:
            value = declared.fget(value)
        else:
            value = getattr(value, "_data", value).get(name)
    return value


def _with_parameter(url: str, name: str, value: str) -> str:
    """The URL with a parameter of its query replaced, or put at its end."""
    parts = urlsplit(url)
    key = quote(name, safe="")
    kept = [pair for pair in parts.query.split("&") if pair and pair.partition("=")[0] != key]
    query = "&".join([*kept, f"{key}={quote(value, safe='')}"])
    return urlunsplit((parts.scheme, parts.netloc, parts.path, query, ""))
