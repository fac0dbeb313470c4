"""Which requests go in which batch, and what each of them waits for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from .request import Request
from .traits import BatchFormat, BatchTraits

__all__ = ["BatchPlan", "BatchPlans", "ChangeSet", "planned"]


class ChangeSet:
    """Requests that are carried out all or not at all (an atomicity group)."""

    __slots__ = ("requests",)

    def __init__(self, *requests: Request[Any]) -> None:
        if not requests:
            raise ValueError("a change set holds at least one request")
        if any(request.method == "GET" for request in requests):
            raise ValueError("a change set holds changes, no GET")
        self.requests = requests


Members = tuple[Request[Any], ...]


class BatchPlan:
    """One batch: its requests in order, their change sets, and what they wait for, by id."""

    __slots__ = ("_groups", "_needed", "requests", "units")

    def __init__(
        self,
        units: Sequence[tuple[Members, bool]],
        depends_on: Mapping[Request[Any], Sequence[Request[Any]]],
        in_order: bool,
    ) -> None:
        self.units = tuple(units)
        self.requests = tuple(request for members, _ in units for request in members)
        numbers = {request: str(at) for at, request in enumerate(self.requests, 1)}
        self._groups: dict[Request[Any], str] = {}
        self._needed: dict[Request[Any], tuple[str, ...]] = {}
        before: str | None = None
        for at, (members, atomic) in enumerate(units, 1):
            if atomic:
                self._groups.update((request, f"g{at}") for request in members)
            for request in members:
                needed = [] if before is None or not in_order else [before]
                for other in depends_on.get(request, ()):
                    # What is outside waits for a change set as a whole (section 19.1).
                    same = other in members
                    needed.append(
                        numbers[other] if same else self._groups.get(other, numbers[other])
                    )
                self._needed[request] = tuple(dict.fromkeys(needed))
            before = f"g{at}" if atomic else numbers[members[-1]]

    def group_of(self, request: Request[Any]) -> str | None:
        """The change set that the request belongs to."""
        return self._groups.get(request)

    def needed_by(self, request: Request[Any]) -> tuple[str, ...]:
        """The requests and change sets that must succeed first."""
        return self._needed[request]


class BatchPlans:
    """All batches, and the requests in the caller's order."""

    __slots__ = ("parts", "requests")

    def __init__(self, requests: Members, parts: Sequence[BatchPlan]) -> None:
        self.requests = requests
        self.parts = tuple(parts)


def planned(
    given: Sequence[Request[Any] | ChangeSet],
    in_order: bool,
    depends_on: Mapping[Request[Any], Sequence[Request[Any]]],
    traits: BatchTraits,
) -> BatchPlans:
    """Spread the requests over batches within the limit; what belongs together stays together.

    Raises `ValueError` for no requests, for one given twice, for a dependency on one that is not given
    before, and for more than the limit that belong together.
    """
    units = [
        (item.requests, True) if isinstance(item, ChangeSet) else ((item,), False) for item in given
    ]
    requests = tuple(request for members, _ in units for request in members)
    _check(requests, depends_on, traits)
    limit = traits.limit if traits.limit is not None else len(requests)
    clusters = [list(range(len(units)))] if in_order else _clusters(units, depends_on)
    packed: list[list[int]] = []
    size = limit
    for cluster in clusters:
        count = sum(len(units[at][0]) for at in cluster)
        if count > limit:
            raise ValueError(
                f"{count} requests that depend on each other are more than the {limit} of a batch"
            )
        if size + count > limit:
            packed.append([])
            size = 0
        packed[-1].extend(cluster)
        size += count
    parts = [BatchPlan([units[at] for at in sorted(part)], depends_on, in_order) for part in packed]
    return BatchPlans(requests, parts)


def _check(
    requests: Members,
    depends_on: Mapping[Request[Any], Sequence[Request[Any]]],
    traits: BatchTraits,
) -> None:
    if not requests:
        raise ValueError("a batch holds at least one request")
    places = {request: at for at, request in enumerate(requests)}
    if len(places) < len(requests):
        raise ValueError("a request stands twice in the batch")
    for request, others in depends_on.items():
        if any(o not in places or places[o] >= places.get(request, -1) for o in others):
            raise ValueError("a request depends on one that is not given before it")
    if depends_on and traits.format is BatchFormat.MULTIPART:
        raise ValueError("a multipart batch has no dependencies: use in_order")


def _clusters(
    units: Sequence[tuple[Members, bool]],
    depends_on: Mapping[Request[Any], Sequence[Request[Any]]],
) -> list[list[int]]:
    """The units that depend on each other, together, in the order of the first of each."""
    unit_of = {request: at for at, (members, _) in enumerate(units) for request in members}
    leader = list(range(len(units)))

    def found(at: int) -> int:
        while leader[at] != at:
            leader[at] = leader[leader[at]]
            at = leader[at]
        return at

    for request, others in depends_on.items():
        for other in others:
            one, two = sorted((found(unit_of[request]), found(unit_of[other])))
            leader[two] = one
    clusters: dict[int, list[int]] = {}
    for at in range(len(units)):
        clusters.setdefault(found(at), []).append(at)
    return list(clusters.values())
