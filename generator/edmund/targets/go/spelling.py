"""How Go spells names in either style."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from edmund.naming.spelling import Spelling, as_spelled
from edmund.naming.words import joined, titled, words
from edmund.targets.go import chain_names
from edmund.targets.go.names import (
    constant_name,
    escaped,
    exported,
    is_bound,
    parameter_name,
    property_name,
    unexported,
)
from edmund.targets.styles import Styles

__all__ = ["KIOTA", "NATURAL", "STYLES"]

# What Go writes in capitals wherever it stands (go.dev/wiki/CodeReviewComments#initialisms; the list is that of
# the linter that checks it, staticcheck's ST1003).
_INITIALISMS: Final = frozenset(
    [
        "ACL",
        "API",
        "ASCII",
        "CPU",
        "CSS",
        "DNS",
        "EOF",
        "GUID",
        "HTML",
        "HTTP",
        "HTTPS",
        "ID",
        "IP",
        "JSON",
        "QPS",
        "RAM",
        "RPC",
        "SLA",
        "SMTP",
        "SQL",
        "SSH",
        "TCP",
        "TLS",
        "TTL",
        "UDP",
        "UI",
        "GID",
        "UID",
        "UUID",
        "URI",
        "URL",
        "UTF8",
        "VM",
        "XML",
        "XMPP",
        "XSRF",
        "XSS",
        "SIP",
        "RTP",
        "AMQP",
        "DB",
        "TS",
    ]
)


@lru_cache(maxsize=65536)
def in_go_case(name: str) -> str:
    """`ProductID` of `productId`, `HTTPURL` of `httpUrl`; other abbreviations stay as the schema has them."""
    shouted = name.isupper() and len(words(name)) > 1
    return joined(name, lambda word: _word(titled(word.lower()) if shouted else word))


def _word(word: str) -> str:
    plural = word[-1] == "s" and word[:-1].upper() in _INITIALISMS
    if plural or word.upper() in _INITIALISMS:
        return word[:-1].upper() + "s" if plural else word.upper()
    return word if word.isupper() else titled(word)


@lru_cache(maxsize=65536)
def _parameter(name: str) -> str:
    """`orderID` of `OrderId`, `urlPath` of `URLPath`."""
    whole = in_go_case(name)
    first = words(name)[:1] or (whole,)
    head = len(first[0])
    made = unexported(whole[:head].lower() + whole[head:])
    return f"{made}Value" if is_bound(made) else made


def _exported(name: str) -> str:
    return exported(in_go_case(name))


NATURAL_ACCESSORS: Final = chain_names.natural(_exported, _parameter)
"""Short ones: `ByID`, `AsEmployee`, `GetFriendsTrips`; the longer ones where two would be the same."""

KIOTA: Final = Spelling(
    text=as_spelled,
    cls=escaped,
    property=property_name,
    parameter=parameter_name,
    constant=constant_name,
    accessors=chain_names.KIOTA,
    has_second_names=True,
)
NATURAL: Final = Spelling(
    text=in_go_case,
    cls=_exported,
    property=_exported,
    parameter=_parameter,
    constant=lambda member, type_: f"{type_}{_exported(member)}",
    accessors=NATURAL_ACCESSORS,
    has_second_names=False,
)
STYLES: Final = Styles(KIOTA, NATURAL)
