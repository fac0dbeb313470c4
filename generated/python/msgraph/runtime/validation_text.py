"""Checks on text: base64 and URLs."""

from __future__ import annotations

import binascii
import re
from urllib.parse import urlsplit

__all__ = ["decode_base64", "is_url_reference"]

BASE64 = re.compile(r"[A-Za-z0-9+/_-]*={0,2}\Z")
NOT_IN_URL = re.compile('[\x00-\x20\x7f<>"\\\\]')
HOST = re.compile(r"[^\s/?#@\[\]:%]+\Z")


def decode_base64(text: str) -> bytes | None:
    """The bytes that base64 or base64url text (RFC 4648, sections 4 and 5) stands for, or None.

    Padding may be left out; where it is given it has to be right.
    """
    if not BASE64.match(text):
        return None
    body = text.rstrip("=")
    padding = len(text) - len(body)
    if len(body) % 4 == 1 or padding not in {0, -len(body) % 4}:
        return None
    standard = body.replace("-", "+").replace("_", "/") + "=" * (-len(body) % 4)
    try:
        return binascii.a2b_base64(standard)
    except binascii.Error:
        return None


def is_url_reference(text: str) -> bool:
    """Whether `text` is a URI reference (RFC 3986, section 4.1): of any scheme, or relative.

    Letters outside of ASCII may stand as they are. With the scheme http or https there is a host.
    """
    if NOT_IN_URL.search(text):
        return False
    try:
        parts = urlsplit(text)
        host, port = parts.hostname, parts.port
    except ValueError:
        return False
    if parts.scheme not in {"http", "https"}:
        return True
    if not host or port == 0:
        return False
    return parts.netloc.rpartition("@")[2].startswith("[") or HOST.match(host) is not None
