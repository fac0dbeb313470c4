"""The syntax of URIs (RFC 3986, appendix A) and IRIs (RFC 3987, section 2.2)."""

from __future__ import annotations

import re
from ipaddress import AddressValueError, IPv6Address

__all__ = ["is_ipv6", "is_iri", "is_iri_reference", "is_uri", "is_uri_reference"]

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_PARTS = re.compile(
    r"(?://(?P<authority>[^/?#]*))?(?P<path>[^?#]*)(?:\?(?P<query>[^#]*))?(?:#(?P<fragment>.*))?\Z",
    re.S,
)
_FUTURE_ADDRESS = re.compile(r"v[0-9A-Fa-f]+\.[A-Za-z0-9._~!$&'()*+,;=:-]+\Z", re.I)
_PORT = re.compile(r"(?::[0-9]*)?\Z")
# What may stand in a part as it is, beside escapes.
_USER = "A-Za-z0-9._~!$&'()*+,;=:-"
_HOST = "A-Za-z0-9._~!$&'()*+,;=-"
_PATH = "A-Za-z0-9._~!$&'()*+,;=:@/-"
_QUERY = "A-Za-z0-9._~!$&'()*+,;=:@/?-"
_LETTERS = (
    "\u00a0-\ud7ff\uf900-\ufdcf\ufdf0-\uffef\U00010000-\U0001fffd\U00020000-\U0002fffd"
    "\U00030000-\U0003fffd\U00040000-\U0004fffd\U00050000-\U0005fffd\U00060000-\U0006fffd"
    "\U00070000-\U0007fffd\U00080000-\U0008fffd\U00090000-\U0009fffd\U000a0000-\U000afffd"
    "\U000b0000-\U000bfffd\U000c0000-\U000cfffd\U000d0000-\U000dfffd\U000e1000-\U000efffd"
)
_PRIVATE = "\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd"


def is_uri(text: str) -> bool:
    """Whether a text is a URI: one with a scheme."""
    return _SCHEME.match(text) is not None and is_uri_reference(text)


def is_uri_reference(text: str) -> bool:
    """Whether a text is a URI, or a reference relative to one."""
    return _is_reference(text, "", "")


def is_iri(text: str) -> bool:
    """Whether a text is an IRI: one with a scheme."""
    return _SCHEME.match(text) is not None and is_iri_reference(text)


def is_iri_reference(text: str) -> bool:
    """Whether a text is an IRI, or a reference relative to one."""
    return _is_reference(text, _LETTERS, _PRIVATE)


def is_ipv6(text: str) -> bool:
    """Whether a text is an address of IPv6, without a zone."""
    try:
        IPv6Address(text)
    except AddressValueError:
        return False
    return text.isascii() and "%" not in text


def _is_reference(text: str, letters: str, private: str) -> bool:
    scheme = _SCHEME.match(text)
    found = _PARTS.match(text, scheme.end() if scheme else 0)
    if found is None:
        return False
    path = found["path"]
    authority = found["authority"]
    if scheme is None and authority is None and ":" in path.partition("/")[0]:
        return False
    return (
        (authority is None or _is_authority(authority, letters))
        and _consists_of(letters + _PATH, path)
        and _consists_of(letters + private + _QUERY, found["query"] or "")
        and _consists_of(letters + _QUERY, found["fragment"] or "")
    )


def _is_authority(authority: str, letters: str) -> bool:
    user, _, place = authority.rpartition("@")
    if not _consists_of(letters + _USER, user):
        return False
    if place.startswith("["):
        address, closed, port = place[1:].partition("]")
        known = is_ipv6(address) or _FUTURE_ADDRESS.match(address) is not None
        return bool(closed) and known and _PORT.match(port) is not None
    host, colon, port = place.partition(":")
    return _consists_of(letters + _HOST, host) and _PORT.match(colon + port) is not None


def _consists_of(characters: str, text: str) -> bool:
    return re.match(f"(?:[{characters}]|%[0-9A-Fa-f]{{2}})*\\Z", text) is not None
