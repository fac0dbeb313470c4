"""The output for a service that follows no protocol above HTTP: its models, and the calls on its paths."""

from __future__ import annotations

from edmund.plan.style import name_style
from edmund.render.files import GeneratedFile, VerbatimFile
from edmund.surface.elements import Surface
from edmund.targets.contract import Lowered, TargetOptions
from edmund.targets.java.layout import lay_out, path_of
from edmund.targets.java.model_files import lower_models
from edmund.targets.java.registry_files import lower_registry
from edmund.targets.java.runtime_files import http_sources
from edmund.targets.java.spelling import spelling_of

__all__ = ["PLACEHOLDER", "lower_http"]

PLACEHOLDER = "edmundruntime"
"""The root package in the sources of the runtime."""


def lower_http(surface: Surface, options: TargetOptions) -> Lowered:
    """All files."""
    spelling = spelling_of(name_style(surface, options.names))
    layout = lay_out(surface, options.package, (), spelling)
    files: list[GeneratedFile | VerbatimFile] = list(lower_models(surface, layout))
    files += lower_registry(surface, layout)
    folder = path_of(options.package, "").removesuffix("/.java")
    for name, source in http_sources():
        path = f"{folder}/runtime/{name}"
        files.append(VerbatimFile(path, source, PLACEHOLDER, options.package))
    return Lowered(tuple(files), layout.diagnostics)
