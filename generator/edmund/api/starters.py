"""What a configuration says where its user has not said anything yet."""

from __future__ import annotations

import re
from collections.abc import Mapping

from edmund.diagnostics import Diagnostic, EdmundError, Severity
from edmund.pipeline import Loaded
from edmund.suggestions import suggestion
from edmund.targets.registry import TARGETS

__all__ = ["default_package", "target_names", "target_settings"]


def target_names() -> tuple[str, ...]:
    """The languages that can be generated."""
    return tuple(TARGETS)


def target_settings(target: str) -> Mapping[str, str]:
    """The settings that a target takes, each with its meaning. Raises KeyError for no target."""
    return TARGETS[target].settings


def default_package(loaded: Loaded, target: str = "python") -> str:
    """The name of a package for a client of `loaded` in the language `target`: of its first namespace with types.

    Raises EdmundError (EDM606) when there is no such target.
    """
    found = TARGETS.get(target)
    if found is None:
        hint = suggestion(target, TARGETS) or f"there are: {', '.join(TARGETS)}"
        message = f"there is no target '{target}'"
        raise EdmundError([Diagnostic("EDM606", Severity.ERROR, message, hint=hint)])
    return found.package(_words(loaded))


def _words(loaded: Loaded) -> str:
    """The last part of the first namespace that has types, in lower case with underscores."""
    for schema in loaded.model.schemas:
        if any(t.name.startswith(f"{schema.namespace}.") for t in loaded.model.types):
            last = schema.namespace.rpartition(".")[2].lower()
            words = re.sub(r"[^a-z0-9]+", "_", last).strip("_")
            if words and not words[0].isdigit():
                return words
    return "client"
