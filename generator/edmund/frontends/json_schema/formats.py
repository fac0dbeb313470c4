"""The formats that can be asserted of a text (JSON Schema 2020-12 Validation, section 7.3).

Formats that are not here, such as idn-hostname, which needs the tables of IDNA 2008, are annotations always.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Mapping
from ipaddress import AddressValueError, IPv4Address

from edmund.frontends.json_schema.uris import (
    is_ipv6,
    is_iri,
    is_iri_reference,
    is_uri,
    is_uri_reference,
)
from edmund.patterns.syntax import UnsupportedPattern, parse_pattern

__all__ = ["FORMATS"]

_DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})\Z")
_TIME = re.compile(
    r"([0-9]{2}):([0-9]{2}):([0-9]{2})(?:\.[0-9]+)?(?:[Zz]|([+-])([0-9]{2}):([0-9]{2}))\Z"
)
_DURATION = re.compile(
    r"P(?:[0-9]+W|(?=[0-9T])(?:[0-9]+Y(?:[0-9]+M(?:[0-9]+D)?)?|[0-9]+M(?:[0-9]+D)?|[0-9]+D)?"
    r"(?:T(?=[0-9])(?:[0-9]+H(?:[0-9]+M(?:[0-9]+S)?)?|[0-9]+M(?:[0-9]+S)?|[0-9]+S))?)\Z"
)
_LABEL = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\Z")
_LOCAL_PART = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*\Z")
_QUOTED_LOCAL_PART = re.compile(r'"(?:[ !#-\[\]-~]|\\[ -~])*"\Z')
_UUID = re.compile(r"[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}\Z")
_POINTER = re.compile(r"(?:/(?:[^~/]|~[01])*)*\Z")
_RELATIVE_POINTER = re.compile(r"(?:0|[1-9][0-9]*)(#|(?:/(?:[^~/]|~[01])*)*)\Z")
_TEMPLATE = re.compile(
    r"(?:[^\x00-\x20\"'%<>\\^`{|}\x7f]|%[0-9A-Fa-f]{2}|\{[+#./;?&=,!@|]?"
    r"(?:[A-Za-z0-9_.]|%[0-9A-Fa-f]{2})+(?::[1-9][0-9]{0,3}|\*)?"
    r"(?:,(?:[A-Za-z0-9_.]|%[0-9A-Fa-f]{2})+(?::[1-9][0-9]{0,3}|\*)?)*\})*\Z"
)


def _is_date(text: str) -> bool:
    found = _DATE.match(text)
    if found is None:
        return False
    year, month, day = (int(part) for part in found.groups())
    # The calendar of year 0 is that of year 2000.
    return 1 <= month <= 12 and 1 <= day <= monthrange(year or 2000, month)[1]


def _is_time(text: str) -> bool:
    found = _TIME.match(text)
    if found is None:
        return False
    hour, minute, second = int(found[1]), int(found[2]), int(found[3])
    ahead = (int(found[5]), int(found[6])) if found[4] else (0, 0)
    if hour > 23 or minute > 59 or second > 60 or ahead[0] > 23 or ahead[1] > 59:
        return False
    if second < 60:
        return True
    # A leap second is the last one of a day in UTC.
    shift = (ahead[0] * 60 + ahead[1]) * (-1 if found[4] == "-" else 1)
    return (hour * 60 + minute - shift) % 1440 == 23 * 60 + 59


def _is_date_time(text: str) -> bool:
    return len(text) > 10 and text[10] in "Tt" and _is_date(text[:10]) and _is_time(text[11:])


def _is_hostname(text: str) -> bool:
    labels = text.split(".")
    return len(text) <= 253 and all(_is_label(label) for label in labels)


def _is_label(label: str) -> bool:
    if _LABEL.match(label) is None or len(label) > 63:
        return False
    if label[2:4] != "--":
        return True
    if not label.lower().startswith("xn--"):
        return False
    try:
        label[4:].encode("ascii").decode("punycode")
    except (UnicodeError, ValueError, OverflowError):
        return False
    return len(label) > 4


def _is_email(text: str) -> bool:
    local, at, domain = text.rpartition("@")
    if not at or len(local) > 64:
        return False
    if _LOCAL_PART.match(local) is None and _QUOTED_LOCAL_PART.match(local) is None:
        return False
    return _is_mail_domain(domain)


def _is_mail_domain(domain: str) -> bool:
    if domain.startswith("[") and domain.endswith("]"):
        inner = domain[1:-1]
        return is_ipv6(inner[5:]) if inner[:5].lower() == "ipv6:" else _is_ipv4(inner)
    return _is_hostname(domain)


def _is_international_email(text: str) -> bool:
    local, at, domain = text.rpartition("@")
    if not at or not local or not domain or ("@" in local and not local.startswith('"')):
        return False
    plain = re.sub(r"[^\x00-\x7f]", "a", local)
    if _LOCAL_PART.match(plain) is None and _QUOTED_LOCAL_PART.match(plain) is None:
        return False
    return _is_mail_domain(re.sub(r"[^\x00-\x7f]", "a", domain))


def _is_ipv4(text: str) -> bool:
    try:
        IPv4Address(text)
    except AddressValueError:
        return False
    return text.isascii()


def _is_pattern(text: str) -> bool:
    try:
        parse_pattern(text)
    except UnsupportedPattern:
        return False
    return True


FORMATS: Mapping[str, Callable[[str], bool]] = {
    "date": _is_date,
    "time": _is_time,
    "date-time": _is_date_time,
    "duration": lambda text: _DURATION.match(text) is not None and text != "P",
    "email": _is_email,
    "idn-email": _is_international_email,
    "hostname": _is_hostname,
    "ipv4": _is_ipv4,
    "ipv6": is_ipv6,
    "uri": is_uri,
    "uri-reference": is_uri_reference,
    "iri": is_iri,
    "iri-reference": is_iri_reference,
    "uri-template": lambda text: _TEMPLATE.match(text) is not None,
    "uuid": lambda text: _UUID.match(text) is not None,
    "json-pointer": lambda text: _POINTER.match(text) is not None,
    "relative-json-pointer": lambda text: _RELATIVE_POINTER.match(text) is not None,
    "regex": _is_pattern,
}
