"""Templates of a user's own that change nothing: told, since a misplaced file would be ignored without a word."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import jinja2
from jinja2.meta import find_referenced_templates

from edmund.diagnostics import Diagnostic, Severity, Span
from edmund.render.environment import TemplateSet
from edmund.suggestions import did_you_mean, near_names

__all__ = ["unused_templates"]


def unused_templates(templates: TemplateSet) -> Iterator[Diagnostic]:
    """A warning (EDM415) for each file that neither replaces a built-in one nor is used by one that does."""
    if templates.overrides is None:
        return
    built_in = set(_names(templates.roots[-1]))
    own = set(_names(templates.overrides))
    used = own & built_in
    waiting = list(used)
    while waiting:
        for name in _referenced(templates, waiting.pop()):
            if name in own - used:
                used.add(name)
                waiting.append(name)
    for name in sorted(own - used):
        message = f"the template '{name}' replaces none of the target {templates.target}"
        place = Span(str(templates.overrides / name))
        yield Diagnostic("EDM415", Severity.WARNING, message, place, _hint(name, built_in))


def _names(root: Path) -> Iterator[str]:
    for path in root.rglob("*"):
        hidden = any(part.startswith(".") for part in path.relative_to(root).parts)
        if path.is_file() and not hidden and path.suffix != ".pyc":
            yield path.relative_to(root).as_posix()


def _referenced(templates: TemplateSet, name: str) -> set[str]:
    """What a template includes, imports or extends by name; what is wrong with it rendering will say."""
    path = templates.find(name)
    if path is None or path.suffix != ".jinja":
        return set()
    try:
        tree = templates.environment.parse(path.read_text("utf-8"))
    except (jinja2.TemplateSyntaxError, UnicodeDecodeError):
        return set()
    return {found for found in find_referenced_templates(tree) if found is not None}


def _hint(name: str, built_in: set[str]) -> str | None:
    for place in sorted(built_in):
        if name.endswith(f"/{place}"):
            return f"names are those below the folder of the target: put it at '{place}'"
    near = near_names(name, built_in) or [n for n in built_in if Path(n).name == Path(name).name]
    return did_you_mean(sorted(near)[:3])
