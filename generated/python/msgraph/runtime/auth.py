"""Bearer tokens from a credential: asked for when needed, kept until shortly before they expire."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Sequence
from typing import Any, Protocol

from .errors import AuthenticationFailed, ConfigurationError

__all__ = ["AsyncCredential", "Credential", "Token", "TokenCache", "Tokenlike"]

EARLY = 300.0
"""Seconds before its expiry at which a token is replaced."""

_TOKEN = re.compile(r"[\x21-\x7e]+")


class Tokenlike(Protocol):
    """What `get_token` gives: azure-identity's AccessToken, or anything like it."""

    @property
    def token(self) -> str: ...
    @property
    def expires_on(self) -> int: ...


class Credential(Protocol):
    """azure-identity's synchronous credentials, or anything with their `get_token`."""

    def get_token(self, *scopes: str) -> Tokenlike: ...


class AsyncCredential(Protocol):
    """azure-identity's asynchronous credentials (`azure.identity.aio`), or anything like them."""

    def get_token(self, *scopes: str) -> Awaitable[Tokenlike]: ...


class Token:
    """A token and the time at which it is to be replaced; never shown."""

    __slots__ = ("_text", "good_until")

    def __init__(self, text: str, good_until: float) -> None:
        self._text = text
        self.good_until = good_until

    def header(self) -> str:
        return f"Bearer {self._text}"

    def __repr__(self) -> str:
        return "Token(***)"


class TokenCache:
    """The credential, its scopes and the token that it gave last."""

    __slots__ = ("_token", "credential", "scopes")

    def __init__(self, credential: Any, scopes: Sequence[str]) -> None:
        if not callable(getattr(credential, "get_token", None)):
            raise ConfigurationError("the credential has no get_token method")
        if isinstance(scopes, str) or not all(isinstance(scope, str) for scope in scopes):
            raise ConfigurationError("scopes is a list of texts")
        self.credential = credential
        self.scopes = tuple(scopes)
        self._token: Token | None = None

    def current(self, now: float) -> Token | None:
        """The token, while it may be used."""
        token = self._token
        return token if token is not None and now < token.good_until else None

    def forget(self, token: Token) -> None:
        """Drop `token`, if it is still the one that is kept."""
        if self._token is token:
            self._token = None

    def keep(self, given: Any, now: float) -> Token:
        """Keep what the credential gave; raises `AuthenticationFailed` when it is no token."""
        text = getattr(given, "token", None)
        expires = getattr(given, "expires_on", None)
        if not isinstance(text, str) or not _TOKEN.fullmatch(text):
            raise AuthenticationFailed("the credential gave no token that can be sent")
        lasts = float(expires) - now if isinstance(expires, (int, float)) else 0.0
        # A token that lives shorter than the margin is still used for a part of its life.
        self._token = Token(text, now + (lasts - EARLY if lasts > 2 * EARLY else lasts / 2))
        return self._token

    def __repr__(self) -> str:
        return f"TokenCache({type(self.credential).__name__}, scopes={self.scopes!r})"
