"""When to send a request again, and after how long (RFC 9110, sections 9.2.2 and 10.2.3)."""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["MAX_PAUSE", "pause_before_retry", "retry_after"]

MAX_PAUSE = 120.0
"""The longest pause in seconds; a service that asks for more gets its answer reported instead."""

_IDEMPOTENT = frozenset({"GET", "HEAD", "PUT", "DELETE"})


def retry_after(headers: Mapping[str, str], now: float) -> float | None:
    """Seconds from `Retry-After` (a number or an HTTP date), not below 0; None without a usable one."""
    value = headers.get("retry-after", "").strip()
    if value.isascii() and value.isdigit():
        return float(value[:12])
    if not value:
        return None
    from email.utils import parsedate_to_datetime

    try:
        return max(0.0, parsedate_to_datetime(value).timestamp() - now)
    except (ValueError, TypeError, OverflowError):
        return None


def pause_before_retry(
    method: str, status: int, headers: Mapping[str, str], attempt: int, now: float
) -> float | None:
    """Seconds to wait before attempt number `attempt` + 1, or None when the answer is to be taken.

    429 and 503 say that the request was not processed: with `Retry-After` any method is sent again.
    Without it, and after 504, only methods that are idempotent are. A pause above `MAX_PAUSE` is no
    retry.
    """
    if status not in (429, 503, 504):
        return None
    asked = retry_after(headers, now)
    if method not in _IDEMPOTENT and (asked is None or status == 504):
        return None
    pause = asked if asked is not None else float(min(2 ** (attempt - 1), 30))
    return pause if pause <= MAX_PAUSE else None
