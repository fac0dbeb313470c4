"""What a caller adds to one request: query options, header fields, an ETag, a timeout.

Query options are OData system query options (URL Conventions 4.01, section 5.1). The request
configuration of the official client (kiota's RequestConfiguration with a HeadersCollection and a
dataclass of query parameters) is read by its attributes; kiota is never imported.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypedDict
from urllib.parse import quote

from .headers import HeadersCollection, checked_headers, headers_of

if TYPE_CHECKING:
    from .fields import Condition, Expands, Orders, Selects

__all__ = [
    "ChangeOptions",
    "Configuration",
    "CountOptions",
    "Details",
    "ListOptions",
    "Options",
    "QueryParameters",
    "ReadOptions",
    "RemoveReferenceOptions",
    "RequestConfiguration",
    "details_of",
    "encoded_query",
    "query_text",
]

Configuration = Any
"""A `RequestConfiguration`, kiota's, or a mapping with the same names."""


class Options(TypedDict, total=False):
    """What every call takes.

    `headers` are header fields, `query` holds query options of the service's own, `timeout` is in seconds
    for this call, `validate` says whether its body is checked before it is sent.
    """

    headers: Mapping[str, str]
    query: Mapping[str, str]
    timeout: float
    validate: bool


class ListOptions(Options, total=False):
    """Options of collections: which items, in which order, how many, and with what of each."""

    select: Selects
    expand: Expands
    filter: Condition
    orderby: Orders
    top: int
    skip: int
    search: str
    count: bool


class ReadOptions(Options, total=False):
    """Options of single objects: what of them."""

    select: Selects
    expand: Expands


class CountOptions(Options, total=False):
    """Options of counts: of which items."""

    filter: Condition
    search: str


class RemoveReferenceOptions(Options, total=False):
    """`id` is the URL of the object to which the reference is removed, `etag` as for changes."""

    id: str
    etag: str


class ChangeOptions(Options, total=False):
    """`etag` makes the call fail (412) when the resource is no longer the one of that ETag.

    `whole_body` makes an update send all of a model that was read, not what was changed since alone.
    """

    etag: str
    whole_body: bool


class QueryParameters:
    """Query options by name, as `UsersRequestBuilder.UsersRequestBuilderGetQueryParameters(select=[...])`.

    A name that is no option of OData's is one of the service's own: `start_date_time` is `startDateTime`.
    Raises `TypeError` for one that is almost an option of OData's.
    """

    def __init__(self, **options: Any) -> None:
        for name in options:
            _wire_name(name)
        self.__dict__.update(options)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(f'{k}={v!r}' for k, v in vars(self).items())})"


class RequestConfiguration:
    """Query parameters and header fields of one request, in the official client's shape."""

    def __init__(
        self,
        query_parameters: Any = None,
        headers: Any = None,
        options: Sequence[Any] | None = None,
    ) -> None:
        self.query_parameters = query_parameters
        self.headers: Any = HeadersCollection(headers)
        self.options = options


class Details:
    """A configuration and keyword options, read and checked."""

    __slots__ = ("headers", "query", "timeout", "validate", "whole_body")

    def __init__(
        self,
        query: Sequence[tuple[str, str]],
        headers: dict[str, str],
        timeout: float | None,
        validate: bool | None,
        whole_body: bool,
    ) -> None:
        self.query = query
        self.headers = headers
        self.timeout = timeout
        self.validate = validate
        self.whole_body = whole_body


_QUERY_NAMES = {
    "select": "$select",
    "expand": "$expand",
    "filter": "$filter",
    "orderby": "$orderby",
    "top": "$top",
    "skip": "$skip",
    "search": "$search",
    "count": "$count",
    "format": "$format",
    "apply": "$apply",
    "compute": "$compute",
    "deltatoken": "$deltatoken",
    "skiptoken": "$skiptoken",
    "levels": "$levels",
}


_WITHOUT_KEYWORD = frozenset({"$apply", "$compute", "$format", "$skiptoken", "$deltatoken"})


def details_of(configuration: Configuration, options: Mapping[str, Any]) -> Details:
    """Read both; a keyword wins over the configuration.

    Raises `TypeError` for an option that does not exist and `ValueError` for an unusable value.
    """
    query: dict[str, str] = {}
    fields: list[tuple[str, str]] = []
    if configuration is not None:
        _check_configuration(configuration)
        _read_parameters(_member(configuration, "query_parameters"), query)
        fields.extend(headers_of(_member(configuration, "headers")))
    etag: Any = None
    timeout: Any = None
    validate: Any = None
    whole_body = False
    for name, value in options.items():
        if value is None or _is_empty(value):
            continue  # nothing to select, to expand or to sort by is nothing to say
        if name == "headers":
            names = {key.lower() for key, _ in headers_of(value)}
            fields = [field for field in fields if field[0].lower() not in names]
            fields.extend(headers_of(value))
        elif name == "etag":
            etag = value
        elif name == "timeout":
            timeout = _seconds(value)
        elif name == "validate":
            validate = bool(value)
        elif name == "whole_body":
            whole_body = bool(value)
        elif name == "query":
            query.update(_written(own, text) for own, text in value.items())
        elif name == "id":
            query["$id"] = query_text(name, value)
        else:
            query[_query_name(name)] = query_text(name, value)
    headers = checked_headers(fields)
    if etag is not None:
        headers.update(checked_headers([("if-match", etag)]))
    return Details(list(query.items()), headers, timeout, validate, whole_body)


def _is_empty(value: object) -> bool:
    return isinstance(value, (list, tuple)) and not value


def encoded_query(pairs: Iterable[tuple[str, str]]) -> str:
    """`$select=id&$top=5`: names as they are, values encoded whole."""
    return "&".join(f"{quote(name, safe='$@.-_')}={quote(value, safe='')}" for name, value in pairs)


def query_text(name: str, value: Any) -> str:
    """The text of one option: lists joined by commas, booleans and numbers as OData writes them.

    Raises `ValueError` for a value that the option cannot have.
    """
    if name in ("top", "skip"):
        if isinstance(value, bool) or not isinstance(value, int) or value < 0:
            raise ValueError(f"{name} is a whole number, not {value!r}")
        return str(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (list, tuple, set, frozenset)):
        items = sorted(value) if isinstance(value, (set, frozenset)) else value
        return ",".join(query_text(name, item) for item in items)
    written = getattr(value, "_query_text", None)
    text = str(value) if written is None else written(name)
    if "\x00" in text:
        raise ValueError(f"{name} holds a NUL character")
    return text


def _system_option(name: str) -> str | None:
    plain = name.removeprefix("%24").removeprefix("$").rstrip("_")
    return _QUERY_NAMES.get(plain.lower().replace("_", ""))


def _close_option(name: str) -> str | None:
    from difflib import get_close_matches

    near = get_close_matches(name, _QUERY_NAMES, 1, 0.75)
    return near[0] if near else None


def _query_name(name: str) -> str:
    found = _system_option(name)
    if found is None:
        raise TypeError(f"{name!r} is no option of this call{_meant(name)}")
    return found


def _meant(name: str) -> str:
    near = _close_option(name)
    return "" if near is None else f"; did you mean {near!r}?"


_CONFIGURATION_NAMES = ("query_parameters", "headers", "options")


def _check_configuration(configuration: Any) -> None:
    """Raises `TypeError` for what would be ignored: a mapping with other names, an object without any of them."""
    if isinstance(configuration, Mapping):
        wrong = next((name for name in configuration if name not in _CONFIGURATION_NAMES), None)
        if wrong is not None:
            known = " and ".join(_CONFIGURATION_NAMES[:2])
            raise TypeError(f"a configuration has {known}, not {wrong!r}: options are keywords")
    elif not any(hasattr(configuration, name) for name in _CONFIGURATION_NAMES):
        shown = type(configuration).__name__
        raise TypeError(f"a RequestConfiguration is asked for here, not {shown}")


def _written(name: str, value: Any) -> tuple[str, str]:
    """An option by its name on the wire: one of the service's own, one of OData's, or a parameter alias."""
    if name in _WITHOUT_KEYWORD:
        return name, query_text(name, value)
    if name.startswith("@") and name[1:].isidentifier():
        return name, query_text(name, value)
    return _custom_name(name), query_text(name, value)


def _member(value: Any, name: str) -> Any:
    return value.get(name) if isinstance(value, Mapping) else getattr(value, name, None)


def _read_parameters(parameters: Any, query: dict[str, str]) -> None:
    """kiota's dataclasses name their own fields (`get_query_parameter`), other attributes are names."""
    if parameters is None:
        return
    given = parameters if isinstance(parameters, Mapping) else vars(parameters)
    translate = getattr(parameters, "get_query_parameter", None)
    for name, value in given.items():
        if value is None or name.startswith("__"):
            continue
        wire = str(translate(name)) if callable(translate) else _wire_name(name)
        plain = wire.removeprefix("%24").removeprefix("$")
        if plain.lower() in _QUERY_NAMES:
            query[_query_name(plain)] = query_text(plain, value)
        else:
            query[_custom_name(wire)] = query_text(wire, value)


def _wire_name(name: str) -> str:
    """The option that an attribute stands for: `start_date_time` is the service's `startDateTime`.

    Raises `TypeError` for what is almost a system query option.
    """
    found = _system_option(name)
    if found is not None:
        return found
    if _close_option(name) is not None:
        raise TypeError(f"{name!r} is no option of this call{_meant(name)}")
    first, *others = name.strip("_").split("_")
    return first + "".join(part[:1].upper() + part[1:] for part in others)


def _custom_name(name: str) -> str:
    if not name or name.startswith("$") or not name.replace("_", "").replace("-", "").isalnum():
        raise TypeError(f"{name!r} is no query option")
    return name


def _seconds(value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not 0 < value < 1e9:
        raise ValueError("timeout is a finite number of seconds above 0")
    return float(value)
