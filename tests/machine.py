"""How fast this machine is now, so that a promise about time can be held on a slow or busy one."""

from __future__ import annotations

import json
import resource
import time
from collections.abc import Callable

_IDLE_SECONDS = (
    0.09  # what `_work` takes on an idle machine of two cores, as the figures were measured
)


def best_of(count: int, measured: Callable[[], float]) -> float:
    """The least of several measurements: what a busy machine adds is never negative."""
    return min(measured() for _ in range(count))


def children_seconds() -> float:
    """CPU seconds of all finished child processes so far.

    A command that waits for nothing takes as long on an idle machine, and no longer here because other
    tests run beside it.
    """
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def slowness() -> float:
    """How many times slower than an idle machine this one is now; at least 1."""
    return max(1.0, best_of(3, _work) / _IDLE_SECONDS)


def _work() -> float:
    """Wall time of plain Python: objects, texts, dictionaries."""
    started = time.perf_counter()
    table = {f"name {i}": [i, str(i), {"value": i}] for i in range(30_000)}
    assert len(json.loads(json.dumps(table))) == 30_000
    sorted(table, key=lambda name: name[::-1])
    return time.perf_counter() - started
