"""Go, as samples have it."""

from __future__ import annotations

from edmund.samples.go.graph import print_graph_go
from edmund.samples.go.http import GoHttpNames, print_go_http
from edmund.samples.go.names import GoNames
from edmund.samples.go.proven import print_go
from edmund.samples.languages import HttpPrinter, Language, Printer
from edmund.samples.style import Style
from edmund.surface.elements import Surface
from edmund.targets.contract import TargetOptions

__all__ = ["LANGUAGE"]


def _graph(surface: Surface, options: TargetOptions) -> Printer:
    names = GoNames(surface, options)
    return lambda sample, wishes: print_graph_go(sample, names, wishes)


def _proven(surface: Surface, options: TargetOptions) -> Printer:
    names = GoNames(surface, options)
    return lambda sample, wishes: print_go(sample, names, wishes)


def _http(surface: Surface, options: TargetOptions) -> HttpPrinter:
    names = GoHttpNames(surface, options)
    return lambda sample, wishes: print_go_http(sample, names, wishes)


LANGUAGE = Language(
    "go", "Go", "go", ".go", "//", {Style.PROVEN: _proven, Style.GRAPH: _graph}, _http
)
