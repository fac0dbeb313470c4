"""GUIDs at little cost: payloads are full of them, and `UUID(text)` looks again at what a pattern has seen."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any
from uuid import UUID, SafeUUID

__all__ = ["guid_of"]

_matches = re.compile(r"[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}", re.ASCII).fullmatch
# Past `UUID.__setattr__`, which is there for callers' mistakes.
_set_int = UUID.__dict__["int"].__set__
_set_is_safe = UUID.__dict__["is_safe"].__set__
_new = object.__new__
_UNKNOWN = SafeUUID.unknown


@lru_cache(maxsize=1024)
def guid_of(value: Any) -> UUID:
    """The GUID that a JSON value stands for; those of plans and tenants come again and again. Raises TypeError."""
    if not isinstance(value, str) or not _matches(value):
        raise TypeError
    made = _new(UUID)
    _set_int(made, int(value.replace("-", ""), 16))
    _set_is_safe(made, _UNKNOWN)
    return made
