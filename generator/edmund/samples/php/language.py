"""PHP, as samples have it."""

from __future__ import annotations

from edmund.samples.languages import HttpPrinter, Language, Printer
from edmund.samples.php.graph import print_graph_php
from edmund.samples.php.http import PhpHttpNames, print_php_http
from edmund.samples.php.names import PhpNames
from edmund.samples.php.proven import print_php
from edmund.samples.style import Style
from edmund.surface.elements import Surface
from edmund.targets.contract import TargetOptions

__all__ = ["LANGUAGE"]


def _graph(surface: Surface, options: TargetOptions) -> Printer:
    names = PhpNames(surface, options)
    return lambda sample, wishes: print_graph_php(sample, names, wishes)


def _proven(surface: Surface, options: TargetOptions) -> Printer:
    names = PhpNames(surface, options)
    return lambda sample, wishes: print_php(sample, names, wishes)


def _http(surface: Surface, options: TargetOptions) -> HttpPrinter:
    names = PhpHttpNames(surface, options)
    return lambda sample, wishes: print_php_http(sample, names, wishes)


LANGUAGE = Language(
    "php", "PHP", "php", ".php", "//", {Style.PROVEN: _proven, Style.GRAPH: _graph}, _http
)
