"""In which shape a client has the calls of a service."""

from __future__ import annotations

from enum import Enum

__all__ = ["Shape"]


class Shape(Enum):
    """PATHS: the URL as a chain of accessors. OPERATIONS: methods of resources, as `plan/operations.py` has them."""

    PATHS = "paths"
    OPERATIONS = "operations"
