"""Values as Go expressions of the generated client's own types; objects and unions are made by statements."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from edmund.plan.unions import planned_union
from edmund.samples.go.graph import go_json
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
from edmund.surface.types import ListOf, MapOf, Nullable, Type, UnionType
from edmund.targets.go.literals import string_literal
from edmund.targets.go.names import parameter_name
from edmund.targets.go.unions import variant_names
from edmund.targets.go.values import Values as GoTypes

__all__ = ["Values"]

_PARSERS: Final = {
    "Edm.Decimal": "odata.ParseDecimal",
    "Edm.DateTimeOffset": "odata.ParseTime",
    "Edm.Date": "odata.ParseDateOnly",
    "Edm.TimeOfDay": "odata.ParseTimeOnly",
    "Edm.Duration": "odata.ParseISODuration",
    "Edm.Guid": "odata.ParseUUID",
    "Edm.Binary": "base64.StdEncoding.DecodeString",
}
_NO_NUMBERS: Final = {"INF": "math.Inf(1)", "-INF": "math.Inf(-1)", "NaN": "math.NaN()"}


class Values:
    """Writes values; `lines` are the statements before the expressions, `taken` are names that no variable has."""

    def __init__(self, types: GoTypes, *taken: str) -> None:
        self.lines: list[str] = []
        self._types = types
        self._variables = Variables(*taken)

    def optional(self, value: Value, type_: Type, hint: str) -> str:
        """A value where there may be none: a pointer, unless nil is of the type."""
        if isinstance(value, Null):
            return "nil"
        made = self.value(value, type_, hint)
        plain = type_.type if isinstance(type_, Nullable) else type_
        return made if self._types.of(plain).has_nil else f"odata.Pointer({made})"

    def value(self, value: Value, type_: Type, hint: str) -> str:
        """A value of a type; `hint` is what it is called where it needs a variable."""
        if isinstance(type_, Nullable):
            go = self._types.of(type_.type)
            made = self.value(value, type_.type, hint)
            return made if go.has_nil or isinstance(value, Null) else f"odata.Pointer({made})"
        match value:
            case Null():
                return "nil"
            case Structure():
                return self._structure(value, hint)
            case Items():
                item = type_.item if isinstance(type_, ListOf) else value.item
                items = ", ".join(self.value(each, item, hint) for each in value.values)
                return f"{self._named(ListOf(item))}{{{items}}}"
            case Entries():
                item = type_.value if isinstance(type_, MapOf) else value.item
                entries = ", ".join(
                    f"{string_literal(name)}: {self.value(each, item, name)}"
                    for name, each in value.entries
                )
                return f"{self._named(MapOf(item))}{{{entries}}}"
            case Variant():
                return self._variant(value, hint)
            case Enumeration():
                return self._enumeration(value)
            case File():
                return self._file(value)
            case AnyJson():
                return go_json(value.value)
            case Scalar():
                return self._scalar(value, self._named(type_))

    def reader(self, text: str) -> str:
        """A reader of the bytes of a text."""
        return f"strings.NewReader({string_literal(text)})"

    def _named(self, type_: Type) -> str:
        return self._types.of(type_).type

    def _made(self, type_name: str, hint: str) -> str:
        variable = self._variables.free(parameter_name(hint))
        self.lines.append(f"{variable} := models.New{self._types.layout.names[type_name]}()")
        return variable

    def _structure(self, value: Structure, hint: str) -> str:
        variable = self._made(value.type, hint)
        properties = self._types.layout.properties[value.type]
        for member in value.known:
            assert member.type is not None
            given = self.optional(member.value, member.type, member.wire)
            self.lines.append(f"{variable}.Set{properties[member.wire]}({given})")
        if value.additional:
            self.lines.append(f"{variable}.SetAdditionalData({go_json(value.additional)})")
        return variable

    def _variant(self, value: Variant, hint: str) -> str:
        union = self._types.surface.types.by_name[value.union]
        assert isinstance(union, UnionType)
        planned = planned_union(union, self._types.surface.types)
        name = variant_names(planned, self._types.layout.spelling.property)[value.index]
        given = self.optional(value.value, planned.variants[value.index].type, hint)
        variable = self._made(value.union, hint)
        self.lines.append(f"{variable}.Set{name}({given})")
        return variable

    def _enumeration(self, value: Enumeration) -> str:
        constant = self._types.layout.constants[value.type].get(value.names[0])
        if constant is not None:
            return f"models.{constant}"
        return f"models.{self._types.layout.names[value.type]}({string_literal(value.text)})"

    def _file(self, value: File) -> str:
        facts = [f"Content: {self.reader(value.text)}"]
        if value.media_type is not None:
            facts.insert(0, f"ContentType: {string_literal(value.media_type)}")
        if value.name is not None:
            facts.insert(0, f"Name: {string_literal(value.name)}")
        return f"&odata.File{{{', '.join(facts)}}}"

    def _scalar(self, value: Scalar, go: str) -> str:
        plain, text = value.value, str(value.value)
        if isinstance(plain, bool):
            return text.lower()
        if value.type in _PARSERS:
            return f"must({_PARSERS[value.type]}({string_literal(text)}))"
        if isinstance(plain, int | float | Decimal):
            return f"{'float64' if go == 'any' else go}({plain})"
        if go in ("float64", "float32") and text in _NO_NUMBERS:
            return f"{go}({_NO_NUMBERS[text]})"
        return string_literal(text)
