"""The surface as request builders: one module for each type that a resource answers."""

from __future__ import annotations

from collections.abc import Sequence

from edmund.render.files import GeneratedFile
from edmund.surface.elements import Resource, Surface
from edmund.targets.contract import TargetOptions
from edmund.targets.python.builder_module import BuilderContext, BuilderModule
from edmund.targets.python.builder_names import BuilderNames
from edmund.targets.python.layout import Layout
from edmund.targets.python.link_bases import link_bases
from edmund.targets.python.operations import is_plain_value
from edmund.targets.python.options import OptionSet, lower_options
from edmund.targets.python.payloads import lay_out_payloads
from edmund.targets.recurrence import recurring_keys

__all__ = ["lower_builders"]

_OWN_MEMBERS = frozenset({"batch", "iterate"})
"""What builders have beside the official client's members."""


def lower_builders(
    surface: Surface, options: TargetOptions, layout: Layout, places: BuilderNames
) -> list[GeneratedFile]:
    """The builder modules, and the module of their options where it is needed."""
    names = {r.id: _accessors(r, places) for r in surface.resources}
    context = BuilderContext(
        surface,
        options.package,
        layout,
        places,
        names,
        lay_out_payloads(surface, places),
        recurring_keys(surface, names) if layout.spelling.has_second_names else frozenset(),
        link_bases(surface, names, places.accessors),
    )
    by_module: dict[str, list[Resource]] = {}
    for resource in surface.resources:
        if is_plain_value(resource):
            continue
        by_module.setdefault(places.of(resource.id).module, []).append(resource)
    sets: dict[str, OptionSet] = {}
    folder = f"{options.package.replace('.', '/')}/generated/builders"
    files = [_file(context, folder, module, rs, sets) for module, rs in by_module.items()]
    generated = [found for found in sets.values() if found.is_generated]
    if generated:
        view = lower_options(generated, options.package)
        files.append(GeneratedFile(f"{folder}/_options.py", "client/options.py.jinja", view))
    return files


def _file(
    context: BuilderContext,
    folder: str,
    module: str,
    resources: Sequence[Resource],
    sets: dict[str, OptionSet],
) -> GeneratedFile:
    made = BuilderModule(context, module, resources)
    view = made.view()
    sets.update(made.options)
    path = f"{folder}/{module.replace('.', '/')}.py"
    return GeneratedFile(path, "client/builders.py.jinja", view)


def _accessors(resource: Resource, places: BuilderNames) -> tuple[str, ...]:
    return tuple(
        f"{name}_path" if name in _OWN_MEMBERS else name for name in places.accessors.of(resource)
    )
