"""Parameters as text, by their styles (OpenAPI 3.2.0, section 4.12.6): what stands in the request of an example."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Final
from urllib.parse import quote

from edmund.plan.http_parameters import PlannedParameter
from edmund.samples.http.texts import json_text, scalar_text
from edmund.surface.exchange import Location, Style
from edmund.surface.media_types import is_json

__all__ = ["DELIMITERS", "URL_ENCODED", "cookie_text", "header_text", "path_text", "query_text"]

URL_ENCODED: Final = "application/x-www-form-urlencoded"
DELIMITERS: Final[Mapping[Style, str]] = {
    Style.SPACE_DELIMITED: "%20",
    Style.PIPE_DELIMITED: "%7C",
    Style.TAB_DELIMITED: "%09",
}
# Reserved characters (RFC 3986, section 2.2) that part nothing where they stand, and triples.
_KEPT_IN_PATH: Final = ":@!$&'()*+,;="
_KEPT_IN_QUERY: Final = ":/?@!$'()*,;="
_TRIPLE: Final = re.compile(r"(%[0-9A-Fa-f]{2})")
_Encoder = Callable[[str], str]


def path_text(parameter: PlannedParameter, value: object) -> str:
    """The text of a segment, or of a part of one."""
    encode = _encoder(parameter)
    if parameter.style is Style.MATRIX:
        return _matrix(parameter, value, encode)
    if parameter.style is not Style.LABEL:
        return _simple(parameter, value, encode)
    if isinstance(value, list) and parameter.explode:
        return "." + ".".join(encode(scalar_text(each)) for each in value)
    if isinstance(value, Mapping) and parameter.explode:
        return "." + ".".join(_assigned(value, encode))
    return f".{_simple(parameter, value, encode)}"


def header_text(parameter: PlannedParameter, value: object) -> str:
    """The value of a header field."""
    return _simple(parameter, value, str)


def query_text(parameter: PlannedParameter, value: object) -> str:
    """`name=value`, or several joined by `&`; empty for what has nothing to say."""
    return "&".join(_pairs(parameter, value, _encoder(parameter)))


def cookie_text(parameter: PlannedParameter, value: object) -> str:
    """`name=value`, or several as the field `Cookie` has them."""
    encode: _Encoder = str if parameter.style is Style.COOKIE else _encoder(parameter)
    return "; ".join(_pairs(parameter, value, encode))


def _encoder(parameter: PlannedParameter) -> _Encoder:
    if not parameter.allow_reserved:
        return lambda text: quote(text, safe="")
    safe = _KEPT_IN_PATH if parameter.location is Location.PATH else _KEPT_IN_QUERY
    return lambda text: "".join(
        part if at % 2 else quote(part, safe=safe) for at, part in enumerate(_TRIPLE.split(text))
    )


def _simple(parameter: PlannedParameter, value: object, encode: _Encoder) -> str:
    if parameter.style is Style.CONTENT:
        return encode(_content(parameter, value))
    if isinstance(value, list):
        return ",".join(encode(scalar_text(each)) for each in value if each is not None)
    if isinstance(value, Mapping):
        return ",".join(_assigned(value, encode) if parameter.explode else _parts(value, encode))
    return encode(scalar_text(value))


def _content(parameter: PlannedParameter, value: object) -> str:
    nested = isinstance(value, Mapping | list)
    as_json = nested or is_json(parameter.media_type or "application/json")
    return json_text(value) if as_json else scalar_text(value)


def _assigned(value: Mapping[str, object], encode: _Encoder) -> list[str]:
    return [
        f"{encode(name)}={encode(scalar_text(each))}"
        for name, each in value.items()
        if each is not None
    ]


def _parts(value: Mapping[str, object], encode: _Encoder) -> list[str]:
    """Names and values in turn."""
    found: list[str] = []
    for name, each in value.items():
        if each is not None:
            found += (encode(name), encode(scalar_text(each)))
    return found


def _matrix(parameter: PlannedParameter, value: object, encode: _Encoder) -> str:
    name = encode(parameter.name)
    if isinstance(value, list) and parameter.explode:
        texts = (encode(scalar_text(each)) for each in value)
        return "".join(f";{name}={text}" if text else f";{name}" for text in texts)
    if isinstance(value, Mapping) and parameter.explode:
        return "".join(f";{each}" for each in _assigned(value, encode))
    text = _simple(parameter, value, encode)
    return f";{name}={text}" if text else f";{name}"


def _pairs(parameter: PlannedParameter, value: object, encode: _Encoder) -> list[str]:
    name = encode(parameter.name)
    if parameter.style is Style.CONTENT:
        if parameter.media_type == URL_ENCODED and isinstance(value, Mapping):
            return [
                f"{encode(key)}={encode(scalar_text(each))}"
                for key, items in value.items()
                for each in (items if isinstance(items, list) else [items])
            ]
        text = encode(_content(parameter, value))
        return [text if parameter.location is Location.QUERY_STRING else f"{name}={text}"]
    if value is None:
        return []
    if parameter.style is Style.DEEP_OBJECT and isinstance(value, Mapping | list):
        return _deep(name, value, encode)
    delimiter = DELIMITERS.get(parameter.style, ",")
    if isinstance(value, list):
        texts = [encode(scalar_text(each)) for each in value if each is not None]
        if parameter.explode:
            return [f"{name}={text}" for text in texts]
        return [f"{name}={delimiter.join(texts)}"] if texts else []
    if isinstance(value, Mapping):
        if parameter.explode:
            return _assigned(value, encode)
        return [f"{name}={delimiter.join(_parts(value, encode))}"] if value else []
    return [f"{name}={encode(scalar_text(value))}"]


def _deep(name: str, value: Mapping[str, object] | list[object], encode: _Encoder) -> list[str]:
    """`a[b][0]=c`: nested as deep as the value is; the items of lists are numbered."""
    found: list[str] = []
    members = value.items() if isinstance(value, Mapping) else enumerate(value)
    for key, each in members:
        inner = f"{name}{encode('[')}{encode(str(key))}{encode(']')}"
        if isinstance(each, Mapping | list):
            found += _deep(inner, each, encode)
        elif each is not None:
            found.append(f"{inner}={encode(scalar_text(each))}")
    return found
