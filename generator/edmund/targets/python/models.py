"""Lowering of structured types: one module per class."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from edmund.diagnostics import Diagnostic
from edmund.render.files import GeneratedFile
from edmund.surface.answers import listed_in
from edmund.surface.elements import Surface
from edmund.surface.lineage import Lineage
from edmund.surface.type_parts import item_of
from edmund.surface.types import (
    EnumType,
    Named,
    Nullable,
    Primitive,
    PropertyType,
    StructuredType,
    Type,
)
from edmund.targets.prose import documentation_text
from edmund.targets.python.declarations import RUNTIME_NAMES, Declarations
from edmund.targets.python.enums import lower_enum
from edmund.targets.python.imports import Imports
from edmund.targets.python.layout import MODELS, Layout, lay_out
from edmund.targets.python.literals import (
    Group,
    assignment,
    class_heading,
    docstring,
    string_literal,
)
from edmund.targets.python.model_views import ModelModuleView, ModelsView, PropertyView
from edmund.targets.python.registry_file import lower_registry
from edmund.targets.python.responses import lower_page_base, lower_pages
from edmund.targets.python.spelling import KIOTA, Spelling

__all__ = ["LoweredModels", "lower_models", "model_layout"]


@dataclass(frozen=True, slots=True)
class LoweredModels:
    """The files of the models' package, below the output's root, and what there is to say of names."""

    files: tuple[GeneratedFile, ...]
    layout: Layout
    diagnostics: tuple[Diagnostic, ...]


def model_layout(surface: Surface, spelling: Spelling) -> Layout:
    """The names of all models."""
    return lay_out(surface, listed_in(surface), spelling)


def lower_models(surface: Surface, package: str, spelling: Spelling = KIOTA) -> LoweredModels:
    """The models, enumerations, collection responses and the registry, for the root package `package`."""
    layout = model_layout(surface, spelling)
    return LoweredModels(tuple(_files(surface, layout, package)), layout, layout.diagnostics)


def _files(surface: Surface, layout: Layout, package: str) -> Iterator[GeneratedFile]:
    root = f"{package.replace('.', '/')}/{MODELS.replace('.', '/')}"
    yield GeneratedFile(
        f"{root}/_registry.py", "models/registry.py.jinja", lower_registry(surface, layout)
    )
    yield GeneratedFile(f"{root}/__init__.py", "models/package.py.jinja", ModelsView(package))
    classes = _Classes(surface, layout, package)
    for type_ in surface.types.types:
        place = layout.places.get(type_.name)
        if place is None:
            continue
        if isinstance(type_, StructuredType):
            yield GeneratedFile(
                f"{root}/{place.path}", "models/model.py.jinja", classes.lower(type_)
            )
        elif isinstance(type_, EnumType):
            yield GeneratedFile(
                f"{root}/{place.path}",
                "models/enum.py.jinja",
                lower_enum(type_, place.cls, layout.members[type_.name], package),
            )
    if layout.pages:
        base = layout.page_base
        yield GeneratedFile(
            f"{root}/{base.path}", "models/page_base.py.jinja", lower_page_base(package, layout)
        )
    by_module: dict[str, list[str]] = {}
    for name, place in layout.pages.items():
        by_module.setdefault(place.path, []).append(name)
    for path, names in by_module.items():
        view = lower_pages(names, surface, layout, package)
        yield GeneratedFile(f"{root}/{path}", "models/pages.py.jinja", view)


class _Classes:
    """Lowers structured types, with what is looked up once for a model."""

    def __init__(self, surface: Surface, layout: Layout, package: str) -> None:
        self._surface = surface
        self._layout = layout
        self._package = package
        self._lineage = Lineage(surface.types)

    def lower(self, type_: StructuredType) -> ModelModuleView:
        """The module of one class."""
        place = self._layout.places[type_.name]
        attributes = self._layout.attributes[type_.name]
        inherited = self._layout.attributes.get(type_.base, {}) if type_.base is not None else {}
        members = [m for m in type_.properties if m.name not in inherited]
        hidden = frozenset([place.cls, *(attributes[m.name] for m in members)])
        real = Imports(hidden | RUNTIME_NAMES)
        checked = Imports(hidden | RUNTIME_NAMES)
        known = {type_.name: place.cls}
        declarations = Declarations(
            self._surface, self._layout, self._package, checked, real, hidden, known
        )
        base = self._base(type_, declarations)
        checked.reserve(base)
        if type_.base is not None:
            known[type_.base] = base
        properties = tuple(self._property(m, attributes[m.name], declarations) for m in members)
        schema_type = declarations.runtime(real, "model", "schema_type")
        return ModelModuleView(
            imports=tuple(real.statements(0)),
            has_typing_imports=bool(checked.statements(4)),
            typing_imports=tuple(checked.statements(4)),
            heading=class_heading(place.cls, base),
            docstring=docstring(_type_text(type_), 4),
            schema_type=assignment(
                "_type", schema_type, [string_literal(type_.name), *self._facts(type_)], 4
            ),
            has_properties=bool(properties),
            properties=properties,
        )

    def _base(self, type_: StructuredType, declarations: Declarations) -> str:
        place = self._layout.places.get(type_.base) if type_.base is not None else None
        if place is None:
            return declarations.runtime(declarations.real, "model", "Model")
        return declarations.real.use(f"{self._package}.{MODELS}.{place.module}", place.cls, "Base")

    def _property(
        self,
        member: PropertyType,
        attribute: str,
        declarations: Declarations,
    ) -> PropertyView:
        facts = []
        if member.secret:
            facts.append("secret=True")
        if member.writing.expected_on_create:
            facts.append("expected_on_create=True")
        doc = docstring(documentation_text(member.documentation), 4)
        return PropertyView(
            declaration=declarations.declare(
                attribute,
                member.name,
                member.type,
                is_navigation=member.navigation,
                facts=facts,
            ),
            has_docstring=bool(doc),
            docstring=doc,
        )

    def _facts(self, type_: StructuredType) -> Iterator[str | Group]:
        flags = {
            "entity": type_.identity,
            "abstract": type_.abstract,
            "open": self._lineage.is_open(type_.name),
            "has_stream": self._lineage.has_stream(type_.name),
            "says_type": type_.says_type,
        }
        yield from (f"{name}=True" for name, value in flags.items() if value)
        members = self._lineage.members(type_.name).values()
        for name, properties in (
            ("required_on_create", [m for m in members if m.writing.required_on_create]),
            ("required_on_update", [m for m in members if m.writing.required_on_update]),
            ("not_insertable", [m for m in members if not m.writing.insertable]),
            ("not_updatable", [m for m in members if not m.writing.updatable]),
        ):
            if properties:
                yield Group(f"{name}=(", tuple(string_literal(m.name) for m in properties))
        entries = tuple(
            Group(f"{string_literal(m.name)}: (", tuple(map(string_literal, types)))
            for m in members
            if (types := _writable_types(m.type))
        )
        if entries:
            yield Group("writable_types={", entries, "}")


def _writable_types(type_: Type) -> tuple[str, ...]:
    plain = type_.type if isinstance(type_, Nullable) else type_
    if isinstance(plain, Primitive):  # as most are; who has many bases has very many
        return ()
    item = item_of(type_)
    return item.writable_types if isinstance(item, Named) else ()


def _type_text(type_: StructuredType) -> str:
    kind = "entity" if type_.identity else "complex"
    abstract = "Abstract" if type_.abstract else "The"
    return documentation_text(type_.documentation) or f"{abstract} {kind} type {type_.name}."
