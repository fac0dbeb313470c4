"""Media types by their names, and what of a body these say (RFC 9110, section 8.3.1; RFC 6839)."""

from __future__ import annotations

__all__ = ["base_name", "is_json", "is_range", "is_text"]

_JSON_OF_ANY_KIND = frozenset({"application/json", "text/json", "*/*", "application/*"})


def base_name(media_type: str) -> str:
    """A media type without its parameters, in small letters."""
    return media_type.partition(";")[0].strip().lower()


def is_range(media_type: str) -> bool:
    """Whether it stands for several (`image/*`)."""
    return "*" in base_name(media_type)


def is_json(media_type: str) -> bool:
    """Whether a body of the media type, or of one in the range, is JSON (RFC 6839, section 3.1)."""
    name = base_name(media_type)
    return name in _JSON_OF_ANY_KIND or name.endswith("+json")


def is_text(media_type: str) -> bool:
    """Whether a body of the media type is text of some kind."""
    return base_name(media_type).startswith("text/")
