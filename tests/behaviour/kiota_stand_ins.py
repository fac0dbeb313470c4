"""What users import from `microsoft-kiota-abstractions`, where that package is not installed.

The shapes are those of version 1.16: `RequestConfiguration` is a dataclass of three attributes and each
header field is a set of values under its lower-case name.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from importlib.util import find_spec
from types import ModuleType
from typing import Any


class HeadersCollection:
    def __init__(self) -> None:
        self._headers: dict[str, set[str]] = {}

    def add(self, header_name: str, header_values: str | list[str]) -> None:
        values = header_values if isinstance(header_values, list) else [header_values]
        self._headers.setdefault(header_name.lower(), set()).update(values)

    def try_add(self, header_name: str, header_value: str) -> bool:
        if header_name.lower() in self._headers:
            return False
        self.add(header_name, header_value)
        return True

    def get_all(self) -> dict[str, set[str]]:
        return self._headers


@dataclass
class RequestConfiguration:
    headers: HeadersCollection = field(default_factory=HeadersCollection)
    options: list[Any] | None = None
    query_parameters: Any = None


def offer_kiota() -> None:
    """Make the two modules importable, unless the package itself is there."""
    package = "kiota_abstractions"
    if package in sys.modules or find_spec(package) is not None:
        return
    for name, cls in (
        ("base_request_configuration", RequestConfiguration),
        ("headers_collection", HeadersCollection),
    ):
        module = ModuleType(f"{package}.{name}")
        setattr(module, cls.__name__, cls)
        sys.modules[module.__name__] = module
    root = ModuleType(package)
    root.__path__ = []
    sys.modules[package] = root
