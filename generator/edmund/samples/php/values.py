"""Values of described services as PHP: expressions, and the statements that have to stand before them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Protocol

from edmund.samples.php.graph import php_json
from edmund.samples.tree import (
    AnyJson,
    Entries,
    Enumeration,
    File,
    Items,
    Null,
    Scalar,
    Structure,
    Value,
    Variant,
)
from edmund.samples.variables import Variables
from edmund.targets.php.literals import string_literal

__all__ = ["ValueNames", "Values"]

_SPECIAL = {"INF": "INF", "-INF": "-INF", "NaN": "NAN"}
# What a program binds itself.
_OWN_VARIABLES = ("$body", "$client", "$configuration", "$credentials", "$item", "$result", "$this")


class ValueNames(Protocol):
    """What a client calls its types, and what belongs to them."""

    package: str

    def class_place(self, type_name: str) -> tuple[str, str]: ...

    def property(self, type_name: str, wire: str) -> str: ...

    def member(self, enum: str, name: str) -> str | None: ...

    def variant(self, union: str, index: int) -> str: ...


class Values:
    """Writes values; `uses` are the classes that they need, qualified."""

    def __init__(self, names: ValueNames) -> None:
        self.uses: dict[str, None] = {}
        self._names = names
        self._lines: list[str] = []
        self._variables = Variables(*_OWN_VARIABLES)

    def runtime(self, cls: str) -> str:
        """Use a class of the support code, and give back its name."""
        self.uses[f"{self._names.package}\\Runtime\\{cls}"] = None
        return cls

    def taken(self) -> Iterator[str]:
        """The statements that have gathered, once."""
        yield from self._lines
        self._lines = []

    def value(self, value: Value, variable: str) -> str:
        """The expression of a value; an object is made before in a variable called like `variable`."""
        match value:
            case Null():
                return "null"
            case Structure():
                return self._object(value, variable)
            case Items(_, items):
                return f"[{', '.join(self.value(item, variable) for item in items)}]"
            case Entries(_, entries):
                made = (
                    f"{string_literal(name)} => {self.value(each, variable)}"
                    for name, each in entries
                )
                return f"[{', '.join(made)}]"
            case Variant(union, index, inner):
                made_of = self._names.variant(union, index)
                return f"{self._class(union)}::of{made_of}({self.value(inner, variable)})"
            case Enumeration(type_, text, found):
                member = self._names.member(type_, found[0])
                return string_literal(text) if member is None else f"{self._class(type_)}::{member}"
            case Scalar():
                return self._scalar(value)
            case File():
                return self._file(value)
            case AnyJson(json):
                return php_json(json)

    def body(self, value: Value) -> Iterator[str]:
        """The statements that make a body in `$body`."""
        if isinstance(value, Structure):
            self._write(value, "$body")
            yield from self.taken()
        else:
            made = self._stream(value) if isinstance(value, File) else self.value(value, "$entry")
            yield from self.taken()
            yield f"$body = {made};"

    def _stream(self, value: File) -> str:
        """A file that is a body by itself."""
        self.uses["GuzzleHttp\\Psr7\\Utils"] = None
        return f"Utils::streamFor({string_literal(value.text)})"

    def _file(self, value: File) -> str:
        """A file among others: text where nothing is said of it."""
        said = [string_literal(value.text)]
        if value.name is not None or value.media_type is not None:
            said.append("null" if value.name is None else string_literal(value.name))
        if value.media_type is not None:
            said.append(string_literal(value.media_type))
        if len(said) == 1:
            return self._stream(value)
        return f"new {self.runtime('Upload')}({', '.join(said)})"

    def _class(self, type_name: str) -> str:
        namespace, cls = self._names.class_place(type_name)
        self.uses[f"{namespace}\\{cls}"] = None
        return cls

    def _object(self, value: Structure, wanted: str) -> str:
        variable = self._free(wanted)
        self._write(value, variable)
        return variable

    def _write(self, value: Structure, variable: str) -> None:
        """The statements that make an object in a variable."""
        lines = [f"{variable} = new {self._class(value.type)}();"]
        for member in value.known:
            stem = self._names.property(value.type, member.wire)
            made = self.value(member.value, f"${stem[:1].lower()}{stem[1:]}")
            lines.append(f"{variable}->set{stem}({made});")
        if value.additional:
            lines.append(f"{variable}->setAdditionalData({php_json(value.additional)});")
        self._lines += lines

    def _free(self, wanted: str) -> str:
        """A variable that the program does not have yet."""
        name = re.sub(r"\W", "", wanted[1:]) or "value"
        return self._variables.free(f"${name}")

    def _scalar(self, value: Scalar) -> str:
        plain = value.value
        if plain is None:
            return "null"
        if isinstance(plain, bool):
            return str(plain).lower()
        if value.type == "Edm.Decimal" and isinstance(plain, int | Decimal):
            return f"{self.runtime('Decimal')}::of({string_literal(str(plain))})"
        if isinstance(plain, int):
            return str(plain)
        if isinstance(plain, Decimal):
            return repr(float(plain))
        if value.type in ("Edm.Double", "Edm.Single") and plain in _SPECIAL:
            return _SPECIAL[str(plain)]
        return string_literal(str(plain))
