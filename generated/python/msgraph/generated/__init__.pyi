"""The official client's places that have no file come from an import finder and have no types."""

from typing import Any

def __getattr__(name: str) -> Any: ...
