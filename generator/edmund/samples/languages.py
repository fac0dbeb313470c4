"""The languages that samples are written in: one line each. A language is imported when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module

from edmund.diagnostics import Diagnostic, EdmundError, Severity
from edmund.plan.shape import Shape
from edmund.samples.http.tree import HttpSample
from edmund.samples.style import Printed, Style, Wishes
from edmund.samples.tree import Sample
from edmund.suggestions import suggestion
from edmund.surface.elements import Surface
from edmund.targets.contract import TargetOptions

__all__ = ["LANGUAGES", "HttpPrinter", "Language", "Printer", "language_called"]

Printer = Callable[[Sample, Wishes], Printed]
HttpPrinter = Callable[[HttpSample, Wishes], Printed]


@dataclass(frozen=True, slots=True)
class Language:
    """`name` is the target's, `title` what people call it, `fence` the word behind a fence in Markdown.

    `ending` is that of its files with the dot, `comment` what begins a comment of one line. `styles` makes for
    each style that the language has the printer of one client's samples; `http` does so for services that follow
    no protocol above HTTP, of clients of the `http_shapes`.
    """

    name: str
    title: str
    fence: str
    ending: str
    comment: str
    styles: Mapping[Style, Callable[[Surface, TargetOptions], Printer]]
    http: Callable[[Surface, TargetOptions], HttpPrinter] | None = None
    http_shapes: frozenset[Shape] = frozenset({Shape.PATHS})


# Each is the value LANGUAGE of `edmund.samples.<language>.language`.
_NAMES = ("csharp", "go", "java", "php", "python", "typescript")


class _Languages(Mapping[str, Language]):
    def __getitem__(self, name: str) -> Language:
        if name not in _NAMES:
            raise KeyError(name)
        found: Language = import_module(f"edmund.samples.{name}.language").LANGUAGE
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(_NAMES)

    def __len__(self) -> int:
        return len(_NAMES)


LANGUAGES: Mapping[str, Language] = _Languages()


def language_called(name: str) -> Language:
    """The language of a target's name. Raises EdmundError (EDM606) when samples are not written in it."""
    found = LANGUAGES.get(name)
    if found is None:
        hint = suggestion(name, LANGUAGES) or f"there are: {', '.join(LANGUAGES)}"
        message = f"there are no samples in '{name}'"
        raise EdmundError([Diagnostic("EDM606", Severity.ERROR, message, hint=hint)])
    return found
