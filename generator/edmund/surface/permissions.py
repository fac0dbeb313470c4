"""Reads a service's permissions file: which permissions allow which methods on which paths.

The format is the one that Microsoft Graph publishes (kibali's permissions schema): permissions with
schemes and path sets; a path set names schemes, methods and paths, and each path says for which schemes
the permission is the least privileged one (`least=DelegatedWork,Application`) and which others are
needed beside it (`AlsoRequires=A,B`: one of them).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final, TypeGuard, TypeVar

from edmund.diagnostics import Diagnostic, EdmundError, Severity, Span, raise_on_errors
from edmund.surface.elements import Grant, HttpMethod, Scheme

__all__ = ["MethodGrants", "PathGrants", "PermissionTable", "merge_grants", "parse_permissions"]

_T = TypeVar("_T")

_SCHEMES: Final[Mapping[str, Scheme]] = {scheme.value: scheme for scheme in Scheme}
_METHODS: Final[Mapping[str, HttpMethod]] = {method.value: method for method in HttpMethod}
_PLACEHOLDER: Final = re.compile(r"\{[^{}]*\}")
_FOUND_AT_MOST: Final = 200  # findings of one file; a file of another format has no more to say


@dataclass(frozen=True, slots=True)
class MethodGrants:
    method: HttpMethod
    grants: tuple[Grant, ...]


@dataclass(frozen=True, slots=True)
class PathGrants:
    """All that the file says of one path: lower case, placeholders as `{}`, no slash at its end."""

    path: str
    methods: tuple[MethodGrants, ...]


@dataclass(frozen=True, slots=True)
class PermissionTable:
    """The file by path, in alphabetical order; `source` is the file's name as the user gave it."""

    source: str
    paths: tuple[PathGrants, ...] = ()


@dataclass(slots=True)
class _Names:
    least: set[str] = field(default_factory=set)
    higher: set[str] = field(default_factory=set)
    also: dict[str, set[str]] = field(default_factory=dict)


_Cells = dict[str, dict[HttpMethod, dict[Scheme, _Names]]]


def parse_permissions(data: bytes, source: str) -> tuple[PermissionTable, tuple[Diagnostic, ...]]:
    """Reads the bytes of a permissions file.

    Returns the table and warnings (unknown schemes, methods and path attributes are left out). Raises
    EdmundError when the bytes are not JSON or not of this format.
    """
    reader = _Reader(source)
    reader.read(_json(data, source))
    raise_on_errors(reader.found)
    return reader.table(), tuple(reader.found)


def merge_grants(one: tuple[Grant, ...], other: tuple[Grant, ...]) -> tuple[Grant, ...]:
    """What either says, one grant for each scheme; least privileged in either is least privileged."""
    merged: list[Grant] = []
    for scheme in Scheme:
        found = [grant for grant in (*one, *other) if grant.scheme is scheme]
        if len(found) == 1:
            merged += found
            continue
        least = {name for grant in found for name in grant.least}
        higher = {name for grant in found for name in grant.higher} - least
        also: dict[str, set[str]] = {}
        for grant in found:
            for name, needed in grant.also_requires:
                also.setdefault(name, set()).update(needed)
        merged.append(_grant(scheme, least, higher, also))
    return tuple(merged)


def _grant(scheme: Scheme, least: set[str], higher: set[str], also: dict[str, set[str]]) -> Grant:
    requires = tuple((name, tuple(sorted(also[name]))) for name in sorted(also))
    return Grant(scheme, tuple(sorted(least)), tuple(sorted(higher - least)), requires)


def _json(data: bytes, source: str) -> object:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _failure(
            source, f"the permissions file is not UTF-8 text: byte {error.start}"
        ) from None
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        span = Span(source, error.lineno, error.colno)
        raise _failure(source, f"the permissions file is not JSON: {error.msg}", span) from None
    except (RecursionError, ValueError):
        message = "the permissions file is nested too deeply or has a number of too many digits"
        raise _failure(source, message) from None


def _failure(source: str, message: str, span: Span | None = None) -> EdmundError:
    return EdmundError([Diagnostic("EDM320", Severity.ERROR, message, span or Span(source))])


def _is_object(value: object) -> TypeGuard[dict[str, object]]:
    return isinstance(value, dict)


class _Reader:
    def __init__(self, source: str) -> None:
        self._source = source
        self._cells: _Cells = {}
        self.found: list[Diagnostic] = []

    def table(self) -> PermissionTable:
        paths: list[PathGrants] = []
        for path in sorted(self._cells):
            methods = self._cells[path]
            paths.append(
                PathGrants(
                    path,
                    tuple(
                        MethodGrants(method, _grants(methods[method]))
                        for method in HttpMethod
                        if method in methods
                    ),
                )
            )
        return PermissionTable(self._source, tuple(paths))

    def read(self, root: object) -> None:
        permissions = root.get("permissions") if _is_object(root) else None
        if not _is_object(permissions):
            self._error("/permissions", "an object of permissions by name")
            return
        for name, permission in permissions.items():
            pointer = f"/permissions/{_escaped(name)}"
            if not _is_object(permission):
                self._error(pointer, "an object")
                continue
            for at, path_set in self._list(permission, "pathSets", pointer):
                if _is_object(path_set):
                    self._path_set(name, path_set, at)
                else:
                    self._error(at, "an object")

    def _path_set(self, permission: str, path_set: dict[str, object], pointer: str) -> None:
        schemes = self._named(path_set, "schemeKeys", pointer, _SCHEMES, "scheme")
        methods = self._named(path_set, "methods", pointer, _METHODS, "method")
        paths = path_set.get("paths")
        if not _is_object(paths):
            self._error(f"{pointer}/paths", "an object of paths")
            return
        for path, attributes in paths.items():
            at = f"{pointer}/paths/{_escaped(path)}"
            if attributes is not None and not isinstance(attributes, str):
                self._error(at, "a text")
                continue
            if not path.startswith("/"):
                self._warn("EDM322", at, "the path does not begin with '/'")
                continue
            least, also = self._attributes(attributes or "", at)
            by_method = self._cells.setdefault(_normal(path), {})
            for method in methods:
                by_scheme = by_method.setdefault(method, {})
                for scheme in schemes:
                    names = by_scheme.setdefault(scheme, _Names())
                    (names.least if scheme in least else names.higher).add(permission)
                    if also:
                        names.also.setdefault(permission, set()).update(also)

    def _attributes(self, text: str, pointer: str) -> tuple[frozenset[Scheme], tuple[str, ...]]:
        """`least=A,B;AlsoRequires=C,D`, each part at most once, spelled in any case."""
        least: frozenset[Scheme] = frozenset()
        also: tuple[str, ...] = ()
        for part in filter(None, (one.strip() for one in text.split(";"))):
            name, _, value = part.partition("=")
            values = tuple(filter(None, (one.strip() for one in value.split(","))))
            if name.strip().lower() == "least":
                for unknown in (one for one in values if one not in _SCHEMES):
                    self._warn("EDM321", pointer, f"the scheme '{unknown}' is not known")
                least |= frozenset(_SCHEMES[one] for one in values if one in _SCHEMES)
            elif name.strip().lower() == "alsorequires":
                also += values
            else:
                self._warn("EDM323", pointer, f"the path attribute '{name.strip()}' is not known")
        return least, also

    def _named(
        self,
        path_set: dict[str, object],
        key: str,
        pointer: str,
        known: Mapping[str, _T],
        what: str,
    ) -> list[_T]:
        found: list[_T] = []
        for at, one in self._list(path_set, key, pointer):
            if not isinstance(one, str):
                self._error(at, "a text")
            elif one in known:
                found.append(known[one])
            else:
                self._warn("EDM321", at, f"the {what} '{one}' is not known")
        return found

    def _list(
        self, parent: dict[str, object], key: str, pointer: str
    ) -> Iterator[tuple[str, object]]:
        value = parent.get(key)
        at = f"{pointer}/{key}"
        if not isinstance(value, list):
            self._error(at, "a list")
            return
        for index, one in enumerate(value):
            yield f"{at}/{index}", one

    def _error(self, pointer: str, expected: str) -> None:
        self._find(Severity.ERROR, "EDM320", f"{pointer}: {expected} is expected here")

    def _warn(self, code: str, pointer: str, message: str) -> None:
        self._find(Severity.WARNING, code, f"{pointer}: {message}")

    def _find(self, severity: Severity, code: str, message: str) -> None:
        if len(self.found) < _FOUND_AT_MOST or severity is Severity.ERROR:
            self.found.append(Diagnostic(code, severity, message, Span(self._source)))


def _grants(by_scheme: dict[Scheme, _Names]) -> tuple[Grant, ...]:
    empty = _Names()
    found = ((scheme, by_scheme.get(scheme, empty)) for scheme in Scheme)
    return tuple(_grant(scheme, n.least, n.higher, n.also) for scheme, n in found)


def _normal(path: str) -> str:
    return _PLACEHOLDER.sub("{}", path).lower().rstrip("/") or "/"


def _escaped(name: str) -> str:
    """A token of a JSON pointer (RFC 6901, section 3)."""
    return name.replace("~", "~0").replace("/", "~1")
