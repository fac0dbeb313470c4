"""Parameters as text: every style of OpenAPI's table of style values, exploded or not (OpenAPI 3.2.0, 4.12.6)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any
from urllib.parse import quote

from .http_call import Location, Parameter, Style
from .json_text import dumps, plain
from .value_codecs import write_value

__all__ = ["cookie_text", "header_text", "path_text", "query_text", "scalar_text", "style_text"]

# Reserved characters (RFC 3986, section 2.2) that part nothing where they stand, and triples that are encoded already.
_KEPT = {Location.PATH: ":@!$&'()*+,;="}
_KEPT_IN_QUERY = ":/?@!$'()*,;="
_TRIPLE = re.compile(r"(%[0-9A-Fa-f]{2})")
_NO_COOKIE = re.compile(r"[\x00-\x20\x7f\";\\]")
_ESCAPE = re.compile(r"(?:\\u[0-9a-f]{4})+|\\.")
_URL_ENCODED = "application/x-www-form-urlencoded"
_DELIMITERS = {
    Style.SPACE_DELIMITED: "%20",
    Style.PIPE_DELIMITED: "%7C",
    Style.TAB_DELIMITED: "%09",
}


def path_text(parameter: Parameter, value: Any) -> str:
    """One segment of a path, or a part of one, percent-encoded.

    Raises `ValueError` for what is empty, and for `.` and `..`, which URL parsers would resolve.
    """
    json = _json(parameter, value)
    text = _in_path(parameter, json, _encoder(parameter))
    if text in ("", ".", "..") or json is None:
        raise ValueError(f"{parameter.name!r} cannot be {text!r}: it is a segment of the path")
    return text


def header_text(parameter: Parameter, value: Any) -> str:
    """The value of a header field, not encoded; line breaks are refused where header fields are checked."""
    return _simple(parameter, _json(parameter, value), str)


def query_text(parameter: Parameter, value: Any) -> str:
    """`name=value` or several of them, joined by `&` and percent-encoded; empty for what has nothing to say."""
    return "&".join(_pairs(parameter, _json(parameter, value), _encoder(parameter)))


def style_text(parameter: Parameter, value: Any) -> str:
    """The value alone, as text behind its name."""
    pairs = _pairs(parameter, _json(parameter, value), str)
    name = f"{parameter.name}="
    return "&".join(pair.removeprefix(name) for pair in pairs)


def cookie_text(parameter: Parameter, value: Any) -> str:
    """`name=value`, or several of them as a `Cookie` field has them."""
    encode = _cookie_octets if parameter.style is Style.COOKIE else _encoder(parameter)
    return "; ".join(_pairs(parameter, _json(parameter, value), encode))


def _json(parameter: Parameter, value: Any) -> Any:
    """The JSON value; raises `ValueError` when it is none of the parameter's type."""
    try:
        return plain(write_value(parameter.type, value))
    except (TypeError, ValueError, OverflowError):
        raise ValueError(f"the parameter {parameter.python_name!r} has another type") from None


def _encoder(parameter: Parameter) -> Any:
    if not parameter.reserved:
        return lambda text: quote(text, safe="")
    safe = _KEPT.get(parameter.location, _KEPT_IN_QUERY)
    return lambda text: "".join(
        part if at % 2 else quote(part, safe=safe) for at, part in enumerate(_TRIPLE.split(text))
    )


def _cookie_octets(text: str) -> str:
    """A text that is a cookie's as it stands; raises `ValueError` for what would end it or the field."""
    if _NO_COOKIE.search(text):
        raise ValueError("a cookie has a blank, a semicolon or a control character")
    return text


def scalar_text(value: Any) -> str:
    """The text of a JSON scalar; JSON of what is nested where no style has a place for it."""
    if isinstance(value, str):
        return str.__str__(value)
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float, Decimal)):
        return str(value) if not isinstance(value, float) else repr(value)
    return dumps(value)


def _items(value: Any) -> list[Any]:
    return [item for item in value if item is not None]


def _members(value: Mapping[str, Any]) -> list[tuple[str, Any]]:
    return [(name, item) for name, item in value.items() if item is not None]


def _alternating(value: Mapping[str, Any], encode: Any, delimiter: str = ",") -> str:
    return delimiter.join(
        f"{encode(name)}{delimiter}{encode(scalar_text(item))}" for name, item in _members(value)
    )


def _assigned(value: Mapping[str, Any], encode: Any) -> list[str]:
    return [f"{encode(name)}={encode(scalar_text(item))}" for name, item in _members(value)]


def _simple(parameter: Parameter, value: Any, encode: Any) -> str:
    if parameter.style is Style.CONTENT:
        return str(encode(_content(parameter, value)))
    if isinstance(value, list):
        return ",".join(encode(scalar_text(item)) for item in _items(value))
    if isinstance(value, dict):
        return (
            ",".join(_assigned(value, encode)) if parameter.explode else _alternating(value, encode)
        )
    return str(encode(scalar_text(value)))


def _content(parameter: Parameter, value: Any) -> str:
    is_json = "json" in (parameter.media_type or "json")
    is_json = is_json or isinstance(value, (dict, list))
    return _unescaped(dumps(value)) if is_json else scalar_text(value)


def _unescaped(json: str) -> str:
    """JSON with the characters beyond ASCII as they are."""
    return _ESCAPE.sub(lambda found: _character(found[0]), json)


def _character(escape: str) -> str:
    if not escape.startswith("\\u"):
        return escape
    codes = [int(code, 16) for code in escape.split("\\u")[1:]]
    if min(codes) < 0x80:
        return escape
    return b"".join(code.to_bytes(2, "big") for code in codes).decode("utf-16-be", "replace")


def _in_path(parameter: Parameter, value: Any, encode: Any) -> str:
    if parameter.style is Style.LABEL:
        delimiter = "." if parameter.explode else ","
        if isinstance(value, list):
            return "." + delimiter.join(encode(scalar_text(item)) for item in _items(value))
        if isinstance(value, dict):
            if parameter.explode:
                return "." + ".".join(_assigned(value, encode))
            return "." + _alternating(value, encode)
        return f".{encode(scalar_text(value))}"
    if parameter.style is Style.MATRIX:
        return _matrix(parameter, value, encode)
    return _simple(parameter, value, encode)


def _matrix(parameter: Parameter, value: Any, encode: Any) -> str:
    name = encode(parameter.name)
    if isinstance(value, list):
        texts = [encode(scalar_text(item)) for item in _items(value)]
        if parameter.explode:
            return "".join(f";{name}={text}" if text else f";{name}" for text in texts)
        return f";{name}={','.join(texts)}" if texts else ""
    if isinstance(value, dict):
        if parameter.explode:
            return "".join(f";{pair}" for pair in _assigned(value, encode))
        return f";{name}={_alternating(value, encode)}" if value else ""
    text = encode(scalar_text(value))
    return f";{name}={text}" if text else f";{name}"


def _pairs(parameter: Parameter, value: Any, encode: Any) -> list[str]:
    """`name=value` pairs of a query, a cookie or a form."""
    name = encode(parameter.name)
    is_form = parameter.media_type == _URL_ENCODED and isinstance(value, dict)
    if parameter.style is Style.CONTENT and is_form:
        return [pair for each, item in value.items() for pair in _form_pairs(each, item, encode)]
    if parameter.style is Style.CONTENT:
        text = encode(_content(parameter, value))
        return [text if parameter.location is Location.QUERY_STRING else f"{name}={text}"]
    if isinstance(value, list):
        return _list_pairs(parameter, name, _items(value), encode)
    if isinstance(value, dict):
        if parameter.style is Style.DEEP_OBJECT:
            return _deep(name, value, encode)
        if parameter.explode:
            return _assigned(value, encode)
        delimiter = _DELIMITERS.get(parameter.style, ",")
        return [f"{name}={_alternating(value, encode, delimiter)}"] if value else []
    if value is None:
        return []
    return [f"{name}={encode(scalar_text(value))}"]


def _form_pairs(name: str, value: Any, encode: Any) -> list[str]:
    items = value if isinstance(value, list) else [value]
    return [f"{encode(name)}={encode(scalar_text(item))}" for item in _items(items)]


def _list_pairs(parameter: Parameter, name: str, items: list[Any], encode: Any) -> list[str]:
    if not items:
        return []
    if parameter.style is Style.DEEP_OBJECT:
        return _deep(name, dict(enumerate(items)), encode)
    texts = [encode(scalar_text(item)) for item in items]
    if parameter.explode:
        return [f"{name}={text}" for text in texts]
    return [f"{name}={_DELIMITERS.get(parameter.style, ',').join(texts)}"]


def _deep(name: str, value: Mapping[Any, Any], encode: Any) -> list[str]:
    """`a[b][0]=c`: nested as deep as the value is; the items of lists are numbered."""
    found: list[str] = []
    for key, item in value.items():
        inner = f"{name}{encode('[')}{encode(str(key))}{encode(']')}"
        if isinstance(item, dict):
            found += _deep(inner, item, encode)
        elif isinstance(item, list):
            found += _deep(inner, dict(enumerate(item)), encode)
        elif item is not None:
            found.append(f"{inner}={encode(scalar_text(item))}")
    return found
