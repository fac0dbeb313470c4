"""URLs: the one origin that a client speaks to.

Every URL that is sent is put together here from the parsed service root and encoded parts; a link
that the service sends (next link, Location) is parsed once, compared with the root's origin, and then
rebuilt from that origin and the parsed path, so that two parsers can never disagree about the host.
"""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

from .errors import ClientError, mask

__all__ = ["ServiceRoot", "UnsafeUrl"]

_FORBIDDEN = re.compile(r"[\x00-\x20\x7f\\]")
_HOST = re.compile(r"\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?")
_LOOPBACK = re.compile(r"localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|\[::1\]")
_DEFAULT_PORTS = {"http": 80, "https": 443}


class UnsafeUrl(ClientError, ValueError):
    """A URL that leaves the service's origin, or that parsers could read in two ways."""


class ServiceRoot:
    """The service's root URL, fixed when the client is made: scheme, host, port and path.

    With `takes_options` it may have query options, which go with every request (`sap-client=100`); those of OData
    (`$format=json`) are `reading_options`, for GET alone.

    Raises `UnsafeUrl` for anything but an absolute http(s) URL without user name and fragment, and without a query
    unless `takes_options`; plain http is for a loopback host alone unless `allow_http`, and then without tokens unless
    `allow_token_over_http`: `takes_tokens` says whether any may be sent.
    """

    __slots__ = (
        "_allowed",
        "_key",
        "options",
        "origin",
        "path",
        "reading_options",
        "takes_tokens",
    )

    def __init__(
        self,
        url: str,
        allow_http: bool = False,
        allow_token_over_http: bool = False,
        takes_options: bool = False,
    ) -> None:
        scheme, host, port, path, query, fragment = _parse(url)
        if fragment is not None or (query is not None and not takes_options):
            shown = "a fragment" if takes_options else "a query or a fragment"
            raise UnsafeUrl(f"the base URL must not have {shown}")
        options = [option for option in (query or "").split("&") if option]
        own = [option for option in options if not option.startswith(("$", "%24"))]
        self.options = "&".join(own)
        self.reading_options = "&".join(each for each in options if each not in own)
        is_private = scheme == "https" or _LOOPBACK.fullmatch(host) is not None
        if not is_private and not allow_http:
            raise UnsafeUrl(f"plain http is refused for {host} without allow_http=True")
        self.takes_tokens = is_private or allow_token_over_http
        self._allowed = (allow_http, allow_token_over_http)
        self._key = (scheme, host, port)
        shown = "" if port == _DEFAULT_PORTS[scheme] else f":{port}"
        self.origin = f"{scheme}://{host}{shown}"
        self.path = path.rstrip("/")

    def __repr__(self) -> str:
        return f"ServiceRoot({self.origin}{self.path})"

    def url(self, path: str) -> str:
        """The absolute URL of `path`, which is encoded already and starts with `/` or is empty."""
        return f"{self.origin}{self.path}{path}"

    def addressed(self, path: str, query: str = "", reads: bool = False) -> str:
        """The same with `query`, encoded too, and the options that go with every request or with what `reads`."""
        options = (query, self.options, self.reading_options if reads else "")
        text = "&".join(option for option in options if option)
        return f"{self.url(path)}{'?' + text if text else ''}"

    def beside(self, url: str) -> ServiceRoot:
        """Another root of the same service, which may be relative to this one; the same is allowed there."""
        from urllib.parse import urljoin

        _refuse_ambiguous(url)
        return ServiceRoot(urljoin(f"{self.origin}{self.path}/", url), *self._allowed)

    def adopt(self, url: str, base: str | None = None) -> str:
        """`url`, if it is of this origin; `base` is the URL that a relative one is resolved against.

        Raises `UnsafeUrl` otherwise. The result is put together from this root's own origin.
        """
        if base is not None and not re.match(r"[A-Za-z][A-Za-z0-9+.-]*:|//", url):
            from urllib.parse import urljoin

            _refuse_ambiguous(url)
            url = urljoin(base, url)
        scheme, host, port, path, query, _ = _parse(url)
        if (scheme, host, port) != self._key:
            raise UnsafeUrl(f"a link to {scheme}://{host}:{port} is refused: not {self.origin}")
        return f"{self.origin}{path or '/'}{'' if query is None else '?' + query}"


def _refuse_ambiguous(url: str) -> None:
    if not isinstance(url, str) or _FORBIDDEN.search(url):
        raise UnsafeUrl("a URL with a backslash, a space or a control character is refused")


def _parse(url: str) -> tuple[str, str, int, str, str | None, str | None]:
    """Scheme, host (lower case), port, path, query and fragment of an absolute http(s) URL."""
    _refuse_ambiguous(url)
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise UnsafeUrl(f"not a URL: {mask(url)!r}") from error
    scheme = parts.scheme.lower()
    if scheme not in _DEFAULT_PORTS or not url[len(scheme) :].startswith("://"):
        raise UnsafeUrl(f"not an absolute http(s) URL: {mask(url)!r}")
    if "@" in parts.netloc:
        raise UnsafeUrl("a URL with a user name is refused")
    host = parts.netloc.lower()
    if port is not None or host.endswith(":"):
        host = host.rpartition(":")[0]
    if not _HOST.fullmatch(host) or ".." in host:
        raise UnsafeUrl(f"not a host name: {host!r}")
    path = quote(parts.path, safe="/%:@!$&'()*+,;=-._~")
    before_fragment, hash_, fragment = url.partition("#")
    has_query = "?" in before_fragment
    query = quote(parts.query, safe="/%:@!$&'()*+,;=-._~?[]") if has_query else None
    return (
        scheme,
        host,
        port if port is not None else _DEFAULT_PORTS[scheme],
        path,
        query,
        fragment if hash_ else None,
    )
