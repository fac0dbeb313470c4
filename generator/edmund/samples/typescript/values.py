"""Values as TypeScript expressions that give exactly what the example says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Final, Protocol

from edmund.samples.json_source import JsonSpelling, json_source
from edmund.samples.tree import (
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
from edmund.targets.typescript.literals import property_key, string_literal

__all__ = ["ValueNames", "Values"]

_LARGEST_SAFE: Final = 2**53 - 1
_DATE: Final = re.compile(r"(\d{4})-(\d\d)-(\d\d)\Z")


class ValueNames(Protocol):
    """What a client calls its types, and what belongs to them."""

    package: str

    def type_place(self, type_name: str) -> tuple[str, str]: ...

    def properties(self, type_name: str) -> Mapping[str, str]: ...

    def member(self, enum: str, name: str) -> str | None: ...


class Values:
    """Writes values; what they use is imported."""

    def __init__(self, names: ValueNames) -> None:
        self.names = names
        self._modules: dict[str, dict[str, None]] = {}

    def use(self, module: str, name: str) -> str:
        """Import a name, and give it back."""
        self._modules.setdefault(module, {})[name] = None
        return name

    def imports(self) -> Iterator[str]:
        """A statement for each module."""
        for module, names in self._modules.items():
            listed = ", ".join(sorted(names, key=lambda name: name.removeprefix("type ")))
            yield f"import {{ {listed} }} from {string_literal(module)};"

    def value(self, value: Value, depth: int) -> str:
        """Any value, in an object that is `depth` levels deep."""
        if isinstance(value, Null):
            return "null"
        if isinstance(value, Enumeration):
            return self._enumeration(value)
        if isinstance(value, Items):
            # Items that are null are beyond what the types of lists say.
            items = (
                "null!" if isinstance(item, Null) else self.value(item, depth)
                for item in value.values
            )
            return f"[{', '.join(items)}]"
        if isinstance(value, Structure):
            return self.object(value, self.names.properties(value.type), depth)
        if isinstance(value, Scalar):
            return self._scalar(value)
        if isinstance(value, Variant):
            return self.value(value.value, depth)
        if isinstance(value, Entries):
            entries = (f"{property_key(k)}: {self.value(v, depth)}" for k, v in value.entries)
            return f"{{ {', '.join(entries)} }}" if value.entries else "{}"
        if isinstance(value, File):
            return _file(value)
        return json_source(value.value, _JSON)

    def object(self, value: Structure, properties: Mapping[str, str], depth: int) -> str:
        """An object whose `properties` are those of its type, by name on the wire."""
        pad = "  " * (depth + 1)
        lines: list[str] = []
        if value.stated is not None:
            lines.append(f"odataType: {string_literal(f'#{value.type}')},")
        for member in value.known:
            key = property_key(properties[member.wire])
            lines.append(f"{key}: {self.value(member.value, depth + 1)},")
        if value.additional:
            lines.append(f"additionalData: {json_source(value.additional, _JSON)},")
        if not lines:
            return "{}"
        inner = "\n".join(f"{pad}{line}" for line in lines)
        return f"{{\n{inner}\n{pad[2:]}}}"

    def _enumeration(self, value: Enumeration) -> str:
        module, name = self.names.type_place(value.type)
        members: list[str] = []
        for each in value.names:
            member = self.names.member(value.type, each)
            if member is None:
                members.append(string_literal(each))
            else:
                members.append(f"{self.use(module, f'{name}Object')}.{member}")
        return f"[{', '.join(members)}]" if value.flags else members[0]

    def _scalar(self, value: Scalar) -> str:
        plain = value.value
        if isinstance(plain, bool):
            return str(plain).lower()
        if isinstance(plain, int):
            return f"{plain}n" if abs(plain) > _LARGEST_SAFE else str(plain)
        if isinstance(plain, Decimal):
            return _decimal(plain) if value.type == "Edm.Decimal" else repr(float(plain))
        text = str(plain)
        literal = string_literal(text)
        date = _DATE.match(text)
        package = self.names.package
        special = {"INF": "Infinity", "-INF": "-Infinity", "NaN": "NaN"}
        if value.type in ("Edm.Double", "Edm.Single") and text in special:
            return special[text]
        if value.type == "Edm.DateTimeOffset":
            return f"new {self.use(package, 'DateTimeOffset')}({literal})"
        if value.type == "Edm.Date" and date is not None:
            year, month, day = map(int, date.groups())
            made = f"{{ year: {year}, month: {month}, day: {day} }}"
            return f"new {self.use(package, 'DateOnly')}({made})"
        if value.type == "Edm.TimeOfDay":
            return f"{self.use(package, 'TimeOnly')}.parse({literal})!"
        if value.type == "Edm.Duration":
            return f"{self.use(package, 'Duration')}.parse({literal})!"
        if value.type == "Edm.Binary":
            return f'new Uint8Array(Buffer.from({literal}, "base64url"))'
        return literal


def _file(value: File) -> str:
    """Text where nothing is said of it."""
    said = [f"content: {string_literal(value.text)}"]
    if value.name is not None:
        said.append(f"fileName: {string_literal(value.name)}")
    if value.media_type is not None:
        said.append(f"contentType: {string_literal(value.media_type)}")
    return said[0].removeprefix("content: ") if len(said) == 1 else f"{{ {', '.join(said)} }}"


def _decimal(value: Decimal) -> str:
    """A number where it has the same digits, else text."""
    number = repr(float(value))
    return number if Decimal(number) == value and "e" not in number else string_literal(str(value))


_JSON = JsonSpelling(
    string_literal, object=("{ ", " }"), list=("[", "]"), name=("", ": "), empty="{}"
)
