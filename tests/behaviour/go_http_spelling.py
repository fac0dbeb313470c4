"""How users write the calls of a Go client, in either of its shapes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from edmund.plan.homes import arrivals_of
from edmund.plan.http_calls import PlannedCall
from edmund.surface.elements import SegmentKind
from edmund.targets.go.http_builders import LoweredHttpBuilders
from edmund.targets.go.http_calls import HttpCalls
from edmund.targets.go.http_operations import HttpOperations

__all__ = ["OperationCalls", "PathCalls", "SpokenCall", "SpokenCalls", "Step"]


@dataclass(frozen=True)
class Step:
    """An accessor, and the parameters of the path that it takes."""

    name: str
    keys: tuple[str, ...] = ()


@dataclass(frozen=True)
class SpokenCall:
    """The way to a call and its methods; `keys` are the parameters of the path that these take."""

    call: PlannedCall
    chain: tuple[Step, ...]
    keys: tuple[str, ...]
    method: str
    iterate: str
    stem: str


class SpokenCalls(Protocol):
    methods: HttpCalls

    def of(self, method: str, path: str) -> SpokenCall:
        """The call of a method at a path of the description."""


class PathCalls:
    def __init__(self, builders: LoweredHttpBuilders) -> None:
        self.methods = builders.methods
        self._builders = builders
        self._arrivals = arrivals_of(builders.surface)

    def of(self, method: str, path: str) -> SpokenCall:
        call = next(each for each in self._builders.calls[path] if each.method == method)
        steps: list[Step] = []
        at = path
        while at in self._arrivals:
            source, edge = self._arrivals[at]
            name = self._builders.accessors[source.id][source.edges.index(edge)]
            keyed = edge.kind in (SegmentKind.KEY, SegmentKind.TEMPLATE)
            steps.insert(0, Step(name, tuple(key.name for key in edge.keys) if keyed else ()))
            at = source.id
        own = method.capitalize()
        iterate = "Iterate" if method == "GET" else f"Iterate{own}"
        stem = f"{self._builders.names.builder(path)}{own}"
        return SpokenCall(call, tuple(steps), (), own, iterate, stem)


class OperationCalls:
    def __init__(self, operations: HttpOperations) -> None:
        self.methods = operations.methods
        self._calls = {
            (call.method, call.path): SpokenCall(
                call,
                tuple(map(Step, operations.accessors(place))),
                tuple(parameter.label for parameter in call.path_parameters),
                method,
                f"Iterate{method}",
                stem,
            )
            for place, found in operations.groups.items()
            for call, method, stem in found.calls()
        }

    def of(self, method: str, path: str) -> SpokenCall:
        return self._calls[method, path]
