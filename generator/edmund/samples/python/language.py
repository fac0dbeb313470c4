"""Python, as samples have it."""

from __future__ import annotations

from edmund.samples.languages import HttpPrinter, Language, Printer
from edmund.samples.python.graph import print_graph_python
from edmund.samples.python.http import PythonHttpNames, print_python_http
from edmund.samples.python.names import PythonNames
from edmund.samples.python.proven import print_python
from edmund.samples.style import Style
from edmund.surface.elements import Surface
from edmund.targets.contract import TargetOptions

__all__ = ["LANGUAGE"]


def _proven(surface: Surface, options: TargetOptions) -> Printer:
    names = PythonNames(surface, options)
    return lambda sample, wishes: print_python(sample, names, wishes)


def _graph(surface: Surface, options: TargetOptions) -> Printer:
    names = PythonNames(surface, options)
    return lambda sample, wishes: print_graph_python(sample, names, wishes)


def _http(surface: Surface, options: TargetOptions) -> HttpPrinter:
    names = PythonHttpNames(surface, options)
    return lambda sample, wishes: print_python_http(sample, names, wishes)


LANGUAGE = Language(
    "python", "Python", "python", ".py", "#", {Style.PROVEN: _proven, Style.GRAPH: _graph}, _http
)
