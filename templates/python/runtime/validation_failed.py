"""The error that says that a value breaks rules of the schema."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from .validation_rules import Violation
from .validation_severity import Severity

__all__ = ["ValidationFailed"]


class ValidationFailed(ValueError):
    """A value breaks rules of the schema; `violations` lists them, warnings included."""

    def __init__(self, violations: Iterable[Violation]) -> None:
        self.violations = list(violations)
        errors = [v for v in self.violations if v.severity is Severity.ERROR]
        told = [str(v) for v in errors[:5]]
        if len(errors) > 5:
            told.append(f"and {len(errors) - 5} more")
        super().__init__("; ".join(told))

    def __reduce__(self) -> tuple[Any, ...]:
        return (type(self), (self.violations,))
