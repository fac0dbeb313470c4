"""The table of types: which class is behind a name. In parts, because a method holds 64 KB of code."""

from __future__ import annotations

from collections.abc import Sequence

from edmund.render.files import GeneratedFile
from edmund.surface.elements import Surface
from edmund.surface.types import EnumType, StructuredType
from edmund.targets.java.enums import is_text
from edmund.targets.java.imports import Imports
from edmund.targets.java.layout import Layout, path_of
from edmund.targets.java.literals import string_literal
from edmund.targets.java.models import SCHEMA
from edmund.targets.java.source import laid_out
from edmund.targets.java.views import RegistryChunkView, RegistryView, TypeCaseView

__all__ = ["lower_registry"]

_PART = 400


def lower_registry(surface: Surface, layout: Layout) -> list[GeneratedFile]:
    """The files of the package `schema`."""
    package = f"{layout.root}.schema"
    files: list[GeneratedFile] = []
    parts: dict[str, list[TypeCaseView]] = {}
    for kind, returns, prefix in (
        (StructuredType, "ModelType<?>", "ModelTypes"),
        (EnumType, "EnumType<?>", "EnumTypes"),
    ):
        names = [t.name for t in surface.types.types if isinstance(t, kind) and _is_found(t)]
        for number, start in enumerate(range(0, len(names), _PART), 1):
            cls = f"{prefix}{number}"
            view = _part(package, layout, cls, returns, names[start : start + _PART])
            files.append(
                GeneratedFile(path_of(package, cls), "models/registry_part.java.jinja", view)
            )
            parts.setdefault(prefix, []).append(TypeCaseView("", cls))
    runtime = ("EnumType", "ModelType", "Nullable", "Schema")
    aliases = {s.alias: s.name for s in surface.types.namespaces if s.alias is not None}
    files.append(
        GeneratedFile(
            path_of(package, SCHEMA),
            "models/registry.java.jinja",
            RegistryView(
                package,
                tuple(f"import {layout.root}.runtime.{name};" for name in runtime),
                tuple(parts.get("ModelTypes", ())),
                tuple(parts.get("EnumTypes", ())),
                tuple(
                    TypeCaseView(string_literal(alias), string_literal(namespace))
                    for alias, namespace in aliases.items()
                ),
            ),
        )
    )
    return files


def _is_found(type_: StructuredType | EnumType) -> bool:
    """Whether payloads may name a type, or validators look it up."""
    return isinstance(type_, StructuredType) or is_text(type_)


def _part(
    package: str, layout: Layout, cls: str, returns: str, names: Sequence[str]
) -> RegistryChunkView:
    imports = Imports(package, layout.root, (cls, SCHEMA))
    imports.runtime(returns.partition("<")[0])
    imports.runtime("Nullable")
    cases = []
    for name in names:
        place = layout.places[name]
        known = imports.use(place.package, place.cls)
        cases.append(TypeCaseView(string_literal(name), f"{laid_out(known, 8, 8)}.TYPE"))
    return RegistryChunkView(package, imports.statements(), cls, returns, tuple(cases))
