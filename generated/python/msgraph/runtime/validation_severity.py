"""How bad a violation is."""

from __future__ import annotations

from enum import Enum

__all__ = ["Severity"]


class Severity(str, Enum):
    """An error means that the service would refuse the payload; a warning, that it might.

    A severity equals its text: `violation.severity == "error"`.
    """

    ERROR = "error"
    WARNING = "warning"
