"""The built-in functions of queries: what they take and give, and which versions have them.

OData URL Conventions 4.01, sections 5.1.1.5 to 5.1.1.11; OData 2.0 and 3.0, URI Conventions, section 4.5.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Final

from edmund.queries.dialect import Version

__all__ = ["FUNCTIONS", "Function", "Overload", "ValueKind", "function_called"]


class ValueKind(Enum):
    """What a value is, as far as operators and functions care."""

    ANY = "any value"
    BOOLEAN = "a boolean"
    STRING = "a string"
    NUMBER = "a number"
    DATE = "a date"
    TIMESTAMP = "a date and time"
    TIME = "a time of day"
    DURATION = "a duration"
    GUID = "a GUID"
    BINARY = "binary data"
    ENUMERATION = "an enumeration"
    SHAPE = "a place or shape"
    STREAM = "a stream"
    STRUCTURED = "an object"
    COLLECTION = "a collection"


@dataclass(frozen=True, slots=True)
class Overload:
    takes: tuple[ValueKind, ...]
    gives: ValueKind


@dataclass(frozen=True, slots=True)
class Function:
    name: str
    overloads: tuple[Overload, ...]
    versions: frozenset[Version]

    @property
    def arities(self) -> frozenset[int]:
        return frozenset(len(overload.takes) for overload in self.overloads)


_ALL: Final = frozenset(Version)
_OLD: Final = frozenset({Version.V2, Version.V3})
_NEW: Final = frozenset({Version.V4, Version.V401})
_NEWEST: Final = frozenset({Version.V401})
_SHAPES: Final = frozenset({Version.V3, Version.V4, Version.V401})

_ANY, _BOOLEAN, _STRING, _NUMBER = (
    ValueKind.ANY,
    ValueKind.BOOLEAN,
    ValueKind.STRING,
    ValueKind.NUMBER,
)
_DATE, _STAMP, _TIME = ValueKind.DATE, ValueKind.TIMESTAMP, ValueKind.TIME
_DURATION, _SHAPE, _MANY = ValueKind.DURATION, ValueKind.SHAPE, ValueKind.COLLECTION


def _function(
    name: str, versions: frozenset[Version], *signatures: tuple[tuple[ValueKind, ...], ValueKind]
) -> Function:
    return Function(name, tuple(Overload(takes, gives) for takes, gives in signatures), versions)


def _part(name: str, *of: ValueKind) -> Function:
    return _function(name, _ALL, *(((one,), _NUMBER) for one in of))


FUNCTIONS: Final[Mapping[str, Function]] = {
    function.name.casefold(): function
    for function in (
        _function("concat", _ALL, ((_STRING, _STRING), _STRING), ((_MANY, _MANY), _MANY)),
        _function("contains", _ALL, ((_STRING, _STRING), _BOOLEAN), ((_MANY, _MANY), _BOOLEAN)),
        _function("endswith", _ALL, ((_STRING, _STRING), _BOOLEAN), ((_MANY, _MANY), _BOOLEAN)),
        _function("startswith", _ALL, ((_STRING, _STRING), _BOOLEAN), ((_MANY, _MANY), _BOOLEAN)),
        _function("indexof", _ALL, ((_STRING, _STRING), _NUMBER), ((_MANY, _MANY), _NUMBER)),
        _function("length", _ALL, ((_STRING,), _NUMBER), ((_MANY,), _NUMBER)),
        _function(
            "substring",
            _ALL,
            ((_STRING, _NUMBER), _STRING),
            ((_STRING, _NUMBER, _NUMBER), _STRING),
            ((_MANY, _NUMBER), _MANY),
            ((_MANY, _NUMBER, _NUMBER), _MANY),
        ),
        _function("replace", _OLD, ((_STRING, _STRING, _STRING), _STRING)),
        _function("hassubset", _NEWEST, ((_MANY, _MANY), _BOOLEAN)),
        _function("hassubsequence", _NEWEST, ((_MANY, _MANY), _BOOLEAN)),
        _function("matchesPattern", _NEWEST, ((_STRING, _STRING), _BOOLEAN)),
        _function("tolower", _ALL, ((_STRING,), _STRING)),
        _function("toupper", _ALL, ((_STRING,), _STRING)),
        _function("trim", _ALL, ((_STRING,), _STRING)),
        _part("year", _DATE, _STAMP),
        _part("month", _DATE, _STAMP),
        _part("day", _DATE, _STAMP),
        _part("hour", _TIME, _STAMP),
        _part("minute", _TIME, _STAMP),
        _part("second", _TIME, _STAMP),
        _function("fractionalseconds", _NEW, ((_TIME,), _NUMBER), ((_STAMP,), _NUMBER)),
        _function("date", _NEW, ((_STAMP,), _DATE)),
        _function("time", _NEW, ((_STAMP,), _TIME)),
        _function("totaloffsetminutes", _NEW, ((_STAMP,), _NUMBER)),
        _function("totalseconds", _NEW, ((_DURATION,), _NUMBER)),
        _function("now", _NEW, ((), _STAMP)),
        _function("mindatetime", _NEW, ((), _STAMP)),
        _function("maxdatetime", _NEW, ((), _STAMP)),
        _function("round", _ALL, ((_NUMBER,), _NUMBER)),
        _function("floor", _ALL, ((_NUMBER,), _NUMBER)),
        _function("ceiling", _ALL, ((_NUMBER,), _NUMBER)),
        _function("geo.distance", _SHAPES, ((_SHAPE, _SHAPE), _NUMBER)),
        _function("geo.intersects", _SHAPES, ((_SHAPE, _SHAPE), _BOOLEAN)),
        _function("geo.length", _SHAPES, ((_SHAPE,), _NUMBER)),
        _function("isdefined", _NEW, ((_ANY,), _BOOLEAN)),
    )
}


def function_called(name: str) -> Function | None:
    """The function of this name, in any case of letters (section 5.1.1.4), or None.

    What OData 2.0 and 3.0 call `substringof` is `contains` here, with its arguments the other way round.
    """
    return FUNCTIONS.get(name.casefold())
