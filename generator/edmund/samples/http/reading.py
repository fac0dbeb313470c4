"""Reads the values of parameters out of a request, by their styles: the other way round than `styles`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final
from urllib.parse import unquote, unquote_plus

from edmund.plan.http_parameters import PlannedParameter
from edmund.samples.http.styles import URL_ENCODED
from edmund.samples.http.texts import NoValue, scalar_value
from edmund.surface.exchange import Location, Style
from edmund.surface.lineage import Lineage
from edmund.surface.media_types import is_json
from edmund.surface.types import AnyJson, ListOf, MapOf, Named, Nullable, Primitive, Type
from edmund.validation.json_text import NotJson, parse_json

__all__ = ["ABSENT", "ParameterReader", "RawPair", "raw_pairs", "read_form"]

RawPair = tuple[str, str]
"""A name, decoded, and a value as it stands."""

_Decode = Callable[[str], str]
_PARTINGS: Final[Mapping[Style, re.Pattern[str]]] = {
    Style.SPACE_DELIMITED: re.compile(r"%20|\+| "),
    Style.PIPE_DELIMITED: re.compile(r"%7[Cc]|\|"),
    Style.TAB_DELIMITED: re.compile(r"%09|\t"),
}
_COMMA: Final = re.compile(",")
_STEP: Final = re.compile(r"\[([^\[\]]*)\]")
_MOST_STEPS: Final = 20


class _Absent:
    """Nothing was given."""


ABSENT: Final = _Absent()


def raw_pairs(query: str) -> tuple[RawPair, ...]:
    """The pairs of a query or a form, in their order."""
    found: list[RawPair] = []
    for part in query.split("&"):
        name, _, value = part.partition("=")
        if name:
            found.append((unquote_plus(name), value))
    return tuple(found)


class ParameterReader:
    """Reads parameters of one surface. Each method raises `NoValue`."""

    def __init__(self, lineage: Lineage) -> None:
        self._lineage = lineage

    def query(
        self, parameter: PlannedParameter, pairs: Sequence[RawPair], text: str
    ) -> tuple[object, frozenset[int]]:
        """The value (ABSENT: there is none), and which of the pairs it was read from. `text` is the whole query."""
        if parameter.location is Location.QUERY_STRING:
            value = self._whole(parameter, pairs, text) if text else ABSENT
            return value, frozenset(range(len(pairs)))
        if parameter.style is Style.DEEP_OBJECT:
            return self._deep(parameter, pairs)
        plain = _without_null(parameter.type)
        if parameter.explode and parameter.style is Style.FORM:
            members = self._members(plain)
            if members is not None:
                taken = [at for at, (name, _) in enumerate(pairs) if name in members]
                value = {
                    pairs[at][0]: self._scalar(pairs[at][1], members[pairs[at][0]]) for at in taken
                }
                return (value if taken else ABSENT), frozenset(taken)
        taken = [at for at, (name, _) in enumerate(pairs) if name == parameter.name]
        if not taken:
            return ABSENT, frozenset()
        raw = [pairs[at][1] for at in taken]
        return self._values(parameter, plain, raw), frozenset(taken)

    def cookie(self, parameter: PlannedParameter, field: str) -> object:
        """The value in a `Cookie` field, or ABSENT."""
        pairs: list[RawPair] = []
        for part in field.split(";"):
            name, _, value = part.strip().partition("=")
            pairs.append((unquote(name), value))
        raw = [value for name, value in pairs if name == parameter.name]
        if not raw:
            return ABSENT
        plain = _without_null(parameter.type)
        if parameter.style is Style.COOKIE and isinstance(plain, Primitive):
            return self._scalar(raw[0], plain, str)
        return self._values(parameter, plain, raw)

    def header(self, parameter: PlannedParameter, field: str) -> object:
        """The value of a header field."""
        return self._simple(parameter, field, str)

    def path(self, parameter: PlannedParameter, text: str) -> object:
        """The value in a segment, or in a part of one."""
        if parameter.style is Style.MATRIX:
            return self._matrix(parameter, text)
        if parameter.style is Style.LABEL:
            text = text.removeprefix(".")
            if parameter.explode and not isinstance(_without_null(parameter.type), Named | MapOf):
                plain = _without_null(parameter.type)
                if isinstance(plain, ListOf):
                    return [self._scalar(each, plain.item, unquote) for each in text.split(".")]
            elif parameter.explode:
                return self._object(text.split("."), parameter.type, unquote)
        return self._simple(parameter, text, unquote)

    def _values(self, parameter: PlannedParameter, plain: Type, raw: Sequence[str]) -> object:
        if parameter.style is Style.CONTENT:
            return self._content(parameter, unquote_plus(raw[0]))
        if isinstance(plain, ListOf):
            parts: Sequence[str] = raw
            if not parameter.explode:
                parts = _PARTINGS.get(parameter.style, _COMMA).split(raw[0])
            return [self._scalar(each, plain.item) for each in parts]
        if self._members(plain) is not None or isinstance(plain, MapOf):
            parts = _PARTINGS.get(parameter.style, _COMMA).split(raw[0])
            return self._alternating(parts, plain, unquote_plus)
        return self._scalar(raw[0], plain)

    def _simple(self, parameter: PlannedParameter, text: str, decode: _Decode) -> object:
        plain = _without_null(parameter.type)
        if parameter.style is Style.CONTENT:
            return self._content(parameter, decode(text))
        if isinstance(plain, ListOf):
            parts = text.split(",")
            return [self._scalar(each.strip(), plain.item, decode) for each in parts]
        if self._members(plain) is not None or isinstance(plain, MapOf):
            if parameter.explode:
                return self._object(text.split(","), plain, decode)
            return self._alternating(text.split(","), plain, decode)
        return self._scalar(text, plain, decode)

    def _matrix(self, parameter: PlannedParameter, text: str) -> object:
        plain = _without_null(parameter.type)
        parts = text.removeprefix(";").split(";")
        if parameter.explode and isinstance(plain, ListOf):
            return [self._scalar(each.partition("=")[2], plain.item, unquote) for each in parts]
        if parameter.explode and (self._members(plain) is not None or isinstance(plain, MapOf)):
            return self._object(parts, plain, unquote)
        return self._simple(parameter, parts[0].partition("=")[2], unquote)

    def _object(self, parts: Iterable[str], type_: Type, decode: _Decode) -> object:
        """`a=1` and so on."""
        found: dict[str, object] = {}
        for part in parts:
            name, _, value = part.partition("=")
            key = decode(name.strip())
            found[key] = self._scalar(value, self._member(type_, key), decode)
        return found

    def _alternating(self, parts: Sequence[str], type_: Type, decode: _Decode) -> object:
        if len(parts) % 2:
            raise NoValue("names and values do not come in turn")
        found: dict[str, object] = {}
        for name, value in zip(parts[::2], parts[1::2], strict=True):
            key = decode(name.strip())
            found[key] = self._scalar(value, self._member(type_, key), decode)
        return found

    def _deep(
        self, parameter: PlannedParameter, pairs: Sequence[RawPair]
    ) -> tuple[object, frozenset[int]]:
        taken: set[int] = set()
        value: dict[str, object] = {}
        for at, (name, raw) in enumerate(pairs):
            if name == parameter.name and not isinstance(_without_null(parameter.type), MapOf):
                return self._scalar(raw, parameter.type), frozenset({at})
            steps = _STEP.findall(name.removeprefix(parameter.name))
            if name != parameter.name + "".join(f"[{step}]" for step in steps) or not steps:
                continue
            taken.add(at)
            _put(value, steps[:_MOST_STEPS], raw)
        found = self._nested(value, parameter.type) if taken else ABSENT
        return found, frozenset(taken)

    def _nested(self, value: object, type_: Type) -> object:
        """A tree of raw texts as the type has it; what is numbered becomes a list where the type is one."""
        plain = _without_null(type_)
        if isinstance(value, str):
            return self._scalar(value, plain)
        assert isinstance(value, dict), "a tree has texts and branches"
        if isinstance(plain, ListOf):
            return [self._nested(each, plain.item) for each in value.values()]
        return {name: self._nested(each, self._member(plain, name)) for name, each in value.items()}

    def _whole(self, parameter: PlannedParameter, pairs: Sequence[RawPair], text: str) -> object:
        if parameter.media_type == URL_ENCODED:
            return read_form(pairs, parameter.type, self._lineage)
        return self._content(parameter, unquote(text))

    def _content(self, parameter: PlannedParameter, text: str) -> object:
        if not is_json(parameter.media_type or "application/json"):
            return scalar_value(text, parameter.type, self._lineage)
        try:
            return parse_json(text)
        except NotJson:
            raise NoValue("it is no JSON") from None

    def _scalar(self, text: str, type_: Type, decode: _Decode = unquote_plus) -> object:
        return scalar_value(decode(text), type_, self._lineage)

    def _members(self, plain: Type) -> Mapping[str, Type] | None:
        """The types of members by name; None for what is no object with members."""
        if not isinstance(plain, Named) or self._lineage.types.structured(plain.name) is None:
            return None
        return {name: each.type for name, each in self._lineage.members(plain.name).items()}

    def _member(self, type_: Type, name: str) -> Type:
        plain = _without_null(type_)
        if isinstance(plain, MapOf):
            return plain.value
        return (self._members(plain) or {}).get(name, AnyJson())


def read_form(pairs: Iterable[RawPair], type_: Type, lineage: Lineage) -> dict[str, object]:
    """A form as an object: members that are lists are what is named several times."""
    plain = _without_null(type_)
    members = lineage.members(plain.name) if isinstance(plain, Named) else {}
    found: dict[str, object] = {}
    for name, raw in pairs:
        text = unquote_plus(raw)
        declared = _without_null(members[name].type) if name in members else AnyJson()
        if isinstance(declared, ListOf):
            held = found.setdefault(name, [])
            assert isinstance(held, list), "it was made here"
            held.append(scalar_value(text, declared.item, lineage))
        else:
            found[name] = scalar_value(text, declared, lineage)
    return found


def _put(value: dict[str, object], steps: Sequence[str], raw: str) -> None:
    *branches, last = steps
    at = value
    for step in branches:
        below = at.setdefault(step, {})
        if not isinstance(below, dict):
            raise NoValue("a member is both a value and an object")
        at = below
    at[last] = raw


def _without_null(type_: Type) -> Type:
    return type_.type if isinstance(type_, Nullable) else type_
