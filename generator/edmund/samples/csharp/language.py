"""C#, as samples have it."""

from __future__ import annotations

from edmund.samples.csharp.graph import print_graph_csharp
from edmund.samples.csharp.http import CSharpHttpNames, print_csharp_http
from edmund.samples.csharp.names import CSharpNames
from edmund.samples.csharp.proven import print_csharp
from edmund.samples.languages import HttpPrinter, Language, Printer
from edmund.samples.style import Style
from edmund.surface.elements import Surface
from edmund.targets.contract import TargetOptions

__all__ = ["LANGUAGE"]


def _graph(surface: Surface, options: TargetOptions) -> Printer:
    names = CSharpNames(surface, options)
    return lambda sample, wishes: print_graph_csharp(sample, names, wishes)


def _proven(surface: Surface, options: TargetOptions) -> Printer:
    names = CSharpNames(surface, options)
    return lambda sample, wishes: print_csharp(sample, names, wishes)


def _http(surface: Surface, options: TargetOptions) -> HttpPrinter:
    names = CSharpHttpNames(surface, options)
    return lambda sample, wishes: print_csharp_http(sample, names, wishes)


LANGUAGE = Language(
    "csharp", "C#", "csharp", ".cs", "//", {Style.PROVEN: _proven, Style.GRAPH: _graph}, _http
)
