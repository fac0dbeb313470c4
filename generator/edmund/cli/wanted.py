"""The order of `--format` and `--output` on the command line, which click does not tell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

__all__ = ["Wanted", "wanted_reports"]

_FORMAT = ("--format", "-f")
_OUTPUT = ("--output", "-o")
# What an --output without a --format is, by the ending of its name; everything else is text.
_ENDINGS = {
    "htm": "html",
    "html": "html",
    "json": "json",
    "markdown": "markdown",
    "md": "markdown",
    "sarif": "sarif",
    "xml": "junit",
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """One report to make; `output` None or `-` is standard output."""

    format: str
    output: str | None = None


def wanted_reports(arguments: Sequence[str]) -> tuple[Wanted, ...]:
    """The reports asked for. An --output belongs to the last --format before it.

    Raises ValueError with a message for an --output of its own, unless it is the only one: its ending then says the format.
    """
    found: list[Wanted] = []
    words = iter(arguments)
    for word in words:
        if word == "--":
            break
        name, equals, value = word.partition("=")
        if word == "--json":
            found.append(Wanted("json"))
        if name not in (*_FORMAT, *_OUTPUT):
            continue
        if not equals:
            value = next(words, "")
        if name in _FORMAT:
            found.append(Wanted(value))
        elif found and found[-1].output is None:
            found[-1] = Wanted(found[-1].format, value)
        elif not found:
            found.append(Wanted(_ENDINGS.get(value.rpartition(".")[2].lower(), "text"), value))
        else:
            raise ValueError(f"--output {value} has no --format of its own")
    return tuple(found) or (Wanted("text"),)
