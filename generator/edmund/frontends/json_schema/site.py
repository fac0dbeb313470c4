"""One schema while it is compiled: its keywords by type, what lies below it, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum

from edmund.diagnostics import Severity
from edmund.frontends.json_schema.documents import Resource
from edmund.frontends.json_schema.locations import Location
from edmund.frontends.json_schema.values import Number, exact, is_integer

__all__ = ["ABSENT", "Absent", "Site"]


class Absent(Enum):
    """The value of a keyword that a schema does not have, which is not null."""

    ABSENT = 0


ABSENT = Absent.ABSENT

Enter = Callable[[Location], int]
Report = Callable[[str, Severity, str, Location], None]


@dataclass(frozen=True, slots=True)
class Site:
    """A schema that is an object. Methods that read a keyword report a value of another shape and give None."""

    schema: Mapping[str, object]
    location: Location
    resource: Resource
    formats_asserted: bool
    enter: Enter
    report: Report

    def get(self, keyword: str) -> object:
        """The value of a keyword; ABSENT where the schema, or the dialect, does not have it."""
        if keyword not in self.resource.dialect.keywords:
            return ABSENT
        return self.schema.get(keyword, ABSENT)

    def has(self, keyword: str) -> bool:
        return self.get(keyword) is not ABSENT

    def fault(self, keyword: str, expected: str, *below: str | int) -> None:
        """Report that the value of a keyword (or what lies below it) is not what it has to be."""
        message = f"'{keyword}' is not {expected}"
        self.report("EDM763", Severity.ERROR, message, self.location.below(keyword, *below))

    def number(self, keyword: str) -> Number | None:
        value = self.get(keyword)
        if value is ABSENT:
            return None
        found = exact(value)
        if found is None:
            self.fault(keyword, "a number")
        return found

    def count(self, keyword: str) -> int | None:
        """A whole number, not below zero."""
        value = self.get(keyword)
        if value is ABSENT:
            return None
        number = exact(value)
        if number is None or number < 0 or not is_integer(number) or number > 10**18:
            self.fault(keyword, "a whole number from 0 to 10^18")
            return None
        return int(number)

    def flag(self, keyword: str) -> bool:
        value = self.get(keyword)
        if value is not ABSENT and not isinstance(value, bool):
            self.fault(keyword, "true or false")
        return value is True

    def text(self, keyword: str) -> str | None:
        value = self.get(keyword)
        if value is ABSENT or isinstance(value, str):
            return value if isinstance(value, str) else None
        self.fault(keyword, "a text")
        return None

    def names(self, keyword: str) -> tuple[str, ...] | None:
        value = self.get(keyword)
        return None if value is ABSENT else self.texts(keyword, value)

    def texts(self, keyword: str, value: object, *below: str) -> tuple[str, ...] | None:
        """`value`, which lies below a keyword, as texts that are all different."""
        if isinstance(value, list) and all(isinstance(each, str) for each in value):
            return tuple(dict.fromkeys(value))
        self.fault(keyword, "an array of texts", *below)
        return None

    def mapping(self, keyword: str) -> Mapping[str, object] | None:
        value = self.get(keyword)
        if value is ABSENT:
            return None
        if isinstance(value, dict):
            return value
        self.fault(keyword, "an object")
        return None

    def items(self, keyword: str) -> tuple[object, ...] | None:
        value = self.get(keyword)
        if value is ABSENT:
            return None
        if isinstance(value, list):
            return tuple(value)
        self.fault(keyword, "an array")
        return None

    def child(self, keyword: str) -> int | None:
        """The node of the schema that a keyword has."""
        return self.enter(self.location.below(keyword)) if self.has(keyword) else None

    def children(self, keyword: str) -> tuple[int, ...] | None:
        """The nodes of an array of schemas, of which there is at least one."""
        found = self.items(keyword)
        if found is None:
            return None
        if not found:
            self.fault(keyword, "an array with at least one schema")
        return tuple(self.enter(self.location.below(keyword, index)) for index in range(len(found)))

    def named_children(self, keyword: str) -> Mapping[str, int]:
        """The nodes of an object of schemas, by name."""
        found = self.mapping(keyword) or {}
        return {name: self.enter(self.location.below(keyword, name)) for name in found}
