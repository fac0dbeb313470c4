"""How bad a violation is."""

from __future__ import annotations

from enum import StrEnum

__all__ = ["Severity"]


class Severity(StrEnum):
    """An error means that the service would refuse the payload; a warning, that it might.

    A severity equals its text: `violation.severity == "error"`.
    """

    ERROR = "error"
    WARNING = "warning"
