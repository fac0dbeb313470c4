"""References that would not be followed even by a tool that follows references.

Edmund never fetches what a document refers to. Most references name vocabularies that nobody needs as a
file, so one that was not given is worth a warning. A Uri that leads out of the document's own place,
into this machine or its network, is worth more: it has no good reason to be there.
"""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import unquote, urlsplit

__all__ = ["uri_problem"]

_NUMERIC_LABEL = re.compile(r"0[xX][0-9A-Fa-f]*|[0-9]+")
_LOCAL_SUFFIXES = frozenset(
    {"localhost", "local", "localdomain", "internal", "intranet", "lan", "home", "corp", "invalid"}
)


def uri_problem(uri: str) -> str | None:
    """Why `uri`, a reference's, must not be followed by anyone; None for a plain web or file reference.

    A plain one is http or https with the name of a public host, or a relative path that stays below
    the document. Percent-encoding and compatibility characters (`．．`) hide nothing: the text is
    judged as it would be after decoding (RFC 3986, sections 2.4 and 5.2; Unicode NFKC).
    """
    plain = unicodedata.normalize("NFKC", uri).strip()
    if "\\" in plain:
        return "it contains a backslash"
    try:
        parts = urlsplit(plain)
        host = parts.hostname
    except ValueError:
        return "it is not a URI"
    if parts.scheme not in {"", "http", "https"}:
        return f"its scheme is '{parts.scheme}'"
    if parts.scheme:
        problem = _host_problem(host or "", parts.netloc)
    elif parts.netloc:
        problem = "it names a host without a scheme"
    else:
        problem = None
    return problem or _path_problem(parts.path)


def _host_problem(host: str, netloc: str) -> str | None:
    if "@" in netloc:
        return "it carries a user name or password"
    labels = host.rstrip(".").split(".")
    if ":" in host or _NUMERIC_LABEL.fullmatch(labels[-1]):
        return "its host is an address, not a name"
    if len(labels) < 2 or labels[-1].lower() in _LOCAL_SUFFIXES:
        return "its host is not a public one"
    return None


def _path_problem(path: str) -> str | None:
    decoded = unicodedata.normalize("NFKC", unquote(path))
    if "%" in decoded and unquote(decoded) != decoded:
        return "it is percent-encoded more than once"
    if ".." in re.split(r"[/\\]", decoded):
        return "it leads to a parent folder"
    return None
