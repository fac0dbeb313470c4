"""Writing TOML: texts and keys, whatever is in them."""

from __future__ import annotations

import json
import re

__all__ = ["toml_key", "toml_text"]


def toml_text(value: str) -> str:
    """A TOML basic string; JSON's escapes are TOML's."""
    return json.dumps(value).replace("\x7f", "\\u007f")


def toml_key(name: str) -> str:
    """A key, in quotes where it has to be."""
    return name if re.fullmatch(r"[A-Za-z0-9_-]+", name) else toml_text(name)
