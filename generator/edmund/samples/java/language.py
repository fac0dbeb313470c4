"""Java, as samples have it."""

from __future__ import annotations

from edmund.samples.java.graph import print_graph_java
from edmund.samples.java.http import JavaHttpNames, print_java_http
from edmund.samples.java.names import JavaNames
from edmund.samples.java.proven import print_java
from edmund.samples.languages import HttpPrinter, Language, Printer
from edmund.samples.style import Style
from edmund.surface.elements import Surface
from edmund.targets.contract import TargetOptions

__all__ = ["LANGUAGE"]


def _graph(surface: Surface, options: TargetOptions) -> Printer:
    names = JavaNames(surface, options)
    return lambda sample, wishes: print_graph_java(sample, names, wishes)


def _proven(surface: Surface, options: TargetOptions) -> Printer:
    names = JavaNames(surface, options)
    return lambda sample, wishes: print_java(sample, names, wishes)


def _http(surface: Surface, options: TargetOptions) -> HttpPrinter:
    names = JavaHttpNames(surface, options)
    return lambda sample, wishes: print_java_http(sample, names, wishes)


LANGUAGE = Language(
    "java", "Java", "java", ".java", "//", {Style.PROVEN: _proven, Style.GRAPH: _graph}, _http
)
