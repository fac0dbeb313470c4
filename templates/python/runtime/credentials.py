"""Credentials of a service's security schemes, and which of them a call is sent with."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Mapping, Sequence
from enum import Enum
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from .auth import TokenCache, Tokenlike
from .errors import ClientError, ConfigurationError
from .http_call import Location

if TYPE_CHECKING:
    from .http_call import Call

__all__ = [
    "ApiKey",
    "Basic",
    "Bearer",
    "CredentialMissing",
    "Credentials",
    "Scheme",
    "SchemeKind",
    "Signature",
]

_FOREVER = 2**53


class CredentialMissing(ClientError):
    """A call needs a credential that the client was not given; nothing was sent."""


class _Given:
    """A token as a credential gives it."""

    def __init__(self, token: str) -> None:
        self.token = token
        self.expires_on = _FOREVER


class Bearer:
    """A bearer token. `token` is the text, or anything with azure-identity's `get_token`."""

    __slots__ = ("_token",)

    def __init__(self, token: Any) -> None:
        self._token = token

    def source(self) -> Any:
        """What gives the token."""
        return self if isinstance(self._token, str) else self._token

    def get_token(self, *scopes: str) -> Tokenlike:
        return _Given(self._token)

    def __repr__(self) -> str:
        return "Bearer(***)"


class Basic:
    """User name and password (RFC 7617)."""

    __slots__ = ("_pair",)

    def __init__(self, user: str, password: str) -> None:
        if ":" in user:
            raise ConfigurationError("a user name has no colon")
        self._pair = f"{user}:{password}"

    def header(self) -> str:
        return f"Basic {b64encode(self._pair.encode('utf-8')).decode('ascii')}"

    def __repr__(self) -> str:
        return "Basic(***)"


class ApiKey:
    """A key, which goes where the scheme says: a header field, the query or a cookie."""

    __slots__ = ("value",)

    def __init__(self, value: str) -> None:
        if not isinstance(value, str) or not value.isprintable():
            raise ConfigurationError("a key is text without control characters")
        self.value = value

    def __repr__(self) -> str:
        return "ApiKey(***)"


class SchemeKind(Enum):
    BASIC = "basic"
    BEARER = "bearer"
    HTTP = "http"
    API_KEY = "apiKey"
    OAUTH2 = "oauth2"
    OPEN_ID = "openIdConnect"


_BEARERS = (SchemeKind.BEARER, SchemeKind.OAUTH2, SchemeKind.OPEN_ID)


class Scheme:
    """One way in which the service lets callers prove who they are.

    An API key goes to `location` as `parameter`; HTTP has another scheme of the Authorization header there.
    """

    __slots__ = ("kind", "location", "parameter")

    def __init__(
        self, kind: SchemeKind, location: Location | None = None, parameter: str = ""
    ) -> None:
        self.kind = kind
        self.location = location
        self.parameter = parameter

    def takes(self, credential: object) -> bool:
        """Whether a credential is of the kind that the scheme asks for."""
        if self.kind is SchemeKind.BASIC:
            return isinstance(credential, Basic)
        if self.kind in (SchemeKind.API_KEY, SchemeKind.HTTP):
            return isinstance(credential, ApiKey)
        return self.kind in _BEARERS and callable(getattr(credential, "get_token", None))


class Signature:
    """What one request is sent with: a source of tokens, and what stands in headers, query and cookies."""

    __slots__ = ("cookies", "headers", "query", "tokens")

    def __init__(self) -> None:
        self.tokens: TokenCache | None = None
        self.headers: dict[str, str] = {}
        self.query: list[str] = []
        self.cookies: list[str] = []

    @property
    def is_empty(self) -> bool:
        return not (self.headers or self.query or self.cookies)

    def applied(self, url: str, headers: dict[str, str]) -> str:
        """The URL to send; the header fields are put into `headers`."""
        headers.update(self.headers)
        if self.cookies:
            headers["cookie"] = "; ".join([*filter(None, [headers.get("cookie")]), *self.cookies])
        if not self.query:
            return url
        return f"{url}{'&' if '?' in url else '?'}{'&'.join(self.query)}"


class Credentials:
    """The credentials of a client by the names of the service's schemes.

    `given` is a mapping from scheme to credential, a list of credentials, each for the schemes that take its kind,
    or a single one. Raises `ConfigurationError` for a scheme that there is not, and for what is no credential.
    """

    __slots__ = ("_by_scheme", "_caches", "_everywhere", "_schemes")

    def __init__(self, schemes: Mapping[str, Scheme], given: Any) -> None:
        self._schemes = schemes
        self._caches: dict[tuple[str, tuple[str, ...]], TokenCache] = {}
        self._by_scheme: dict[str, Any] = {}
        self._everywhere: Any = None
        if isinstance(given, Mapping):
            for name, credential in given.items():
                self._put(name, credential)
        elif given is not None:
            several: Sequence[Any] = given if isinstance(given, (list, tuple)) else [given]
            for credential in several:
                self._put_where_it_fits(credential)
            self._everywhere = several[0] if len(several) == 1 else None

    def _put(self, name: str, credential: Any) -> None:
        scheme = self._schemes.get(name)
        if scheme is None:
            known = ", ".join(map(repr, self._schemes)) or "none"
            raise ConfigurationError(f"the service has no scheme {name!r}; it has {known}")
        if not scheme.takes(credential):
            kind = type(credential).__name__
            raise ConfigurationError(f"the scheme {name!r} ({scheme.kind.value}) takes no {kind}")
        self._by_scheme[name] = credential

    def _put_where_it_fits(self, credential: Any) -> None:
        if not isinstance(credential, (Basic, ApiKey)) and not hasattr(credential, "get_token"):
            raise ConfigurationError(f"a {type(credential).__name__} is no credential")
        for name, scheme in self._schemes.items():
            if name not in self._by_scheme and scheme.takes(credential):
                self._by_scheme[name] = credential

    @property
    def is_empty(self) -> bool:
        return not self._by_scheme and self._everywhere is None

    def signature(self, call: Call, headers: Iterable[str]) -> Signature:
        """What a call is sent with: by the first alternative of which all is there.

        Where the service names no scheme at all, all calls take the only credential that there is. A call with an
        `authorization` of its own in `headers` needs no other. Raises `CredentialMissing`.
        """
        if not self._schemes:
            return self._unasked()
        for alternative in call.security:
            if all(needed.scheme in self._by_scheme for needed in alternative):
                made = Signature()
                for needed in alternative:
                    self._sign(made, needed.scheme, needed.scopes)
                return made
        if not call.needs_credential or "authorization" in headers:
            return Signature()
        wanted = " or ".join(
            " and ".join(repr(needed.scheme) for needed in alternative)
            for alternative in call.security
        )
        raise CredentialMissing(f"the call needs a credential for {wanted}")

    def _unasked(self) -> Signature:
        made = Signature()
        if isinstance(self._everywhere, Basic):
            made.headers["authorization"] = self._everywhere.header()
        elif hasattr(self._everywhere, "get_token"):
            made.tokens = self._cache("", self._everywhere, ())
        return made

    def _sign(self, made: Signature, name: str, scopes: tuple[str, ...]) -> None:
        scheme, credential = self._schemes[name], self._by_scheme.get(name)
        if isinstance(credential, Basic):
            made.headers["authorization"] = credential.header()
        elif isinstance(credential, ApiKey):
            _put_key(made, scheme, credential.value)
        elif credential is not None:
            made.tokens = self._cache(name, credential, scopes)

    def _cache(self, name: str, credential: Any, scopes: tuple[str, ...]) -> TokenCache:
        found = self._caches.get((name, scopes))
        if found is None:
            source = credential.source() if isinstance(credential, Bearer) else credential
            found = self._caches[name, scopes] = TokenCache(source, scopes)
        return found

    def __repr__(self) -> str:
        return f"Credentials({', '.join(self._by_scheme)})"


def _put_key(made: Signature, scheme: Scheme, key: str) -> None:
    if scheme.kind is SchemeKind.HTTP:
        made.headers["authorization"] = f"{scheme.parameter} {key}".strip()
    elif scheme.location is Location.QUERY:
        made.query.append(f"{quote(scheme.parameter, safe='')}={quote(key, safe='')}")
    elif scheme.location is Location.COOKIE:
        made.cookies.append(f"{scheme.parameter}={quote(key, safe='')}")
    else:
        made.headers[scheme.parameter.lower()] = key
