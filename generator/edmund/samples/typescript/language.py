"""TypeScript, as samples have it."""

from __future__ import annotations

from edmund.plan.shape import Shape
from edmund.samples.languages import HttpPrinter, Language, Printer
from edmund.samples.style import Style
from edmund.samples.typescript.http import TypeScriptHttpNames, print_typescript_http
from edmund.samples.typescript.names import TypeScriptNames
from edmund.samples.typescript.proven import print_typescript
from edmund.surface.elements import Surface
from edmund.targets.contract import TargetOptions

__all__ = ["LANGUAGE"]


def _proven(surface: Surface, options: TargetOptions) -> Printer:
    names = TypeScriptNames(surface, options)
    return lambda sample, wishes: print_typescript(sample, names, wishes)


def _http(surface: Surface, options: TargetOptions) -> HttpPrinter:
    names = TypeScriptHttpNames(surface, options)
    return lambda sample, wishes: print_typescript_http(sample, names, wishes)


LANGUAGE = Language(
    "typescript",
    "TypeScript",
    "typescript",
    ".ts",
    "//",
    {Style.PROVEN: _proven},
    _http,
    frozenset(Shape),
)
