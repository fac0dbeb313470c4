"""Lowering of structured types: one module per class."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from edmund.diagnostics import Diagnostic
from edmund.model import vocabulary
from edmund.model.elements import (
    EnumType,
    Model,
    NavigationProperty,
    Property,
    StructuredType,
    TypeKind,
)
from edmund.model.lineage import Lineage
from edmund.model.self_naming import self_naming_types
from edmund.model.writability import TypeWriteRules, write_rules
from edmund.render.files import GeneratedFile
from edmund.surface.answers import listed_types
from edmund.surface.elements import Surface
from edmund.targets.prose import element_text
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
from edmund.targets.python.model_views import ModelModuleView, PropertyView
from edmund.targets.python.registry_file import lower_registry
from edmund.targets.python.responses import lower_page_base, lower_pages
from edmund.targets.python.spelling import KIOTA, Spelling

__all__ = ["LoweredModels", "lower_models", "model_layout"]

_NO_RULES = TypeWriteRules()


@dataclass(frozen=True, slots=True)
class LoweredModels:
    """The files of the models' package, below the output's root, and what there is to say of names."""

    files: tuple[GeneratedFile, ...]
    layout: Layout
    diagnostics: tuple[Diagnostic, ...]


def model_layout(model: Model, surface: Surface, spelling: Spelling) -> Layout:
    """The names of all models."""
    return lay_out(model, listed_types(model, surface), spelling)


def lower_models(
    model: Model, surface: Surface, package: str, spelling: Spelling = KIOTA
) -> LoweredModels:
    """The models, enumerations, collection responses and the registry, for the root package `package`."""
    layout = model_layout(model, surface, spelling)
    return LoweredModels(tuple(_files(model, layout, package)), layout, layout.diagnostics)


def _files(model: Model, layout: Layout, package: str) -> Iterator[GeneratedFile]:
    root = f"{package.replace('.', '/')}/{MODELS.replace('.', '/')}"
    yield GeneratedFile(
        f"{root}/_registry.py", "models/registry.py.jinja", lower_registry(model, layout)
    )
    classes = _Classes(model, layout, package)
    for type_ in model.types:
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
        view = lower_pages(names, model, layout, package)
        yield GeneratedFile(f"{root}/{path}", "models/pages.py.jinja", view)


class _Classes:
    """Lowers structured types, with what is looked up once for a model."""

    def __init__(self, model: Model, layout: Layout, package: str) -> None:
        self._model = model
        self._layout = layout
        self._package = package
        self._lineage = Lineage(model)
        self._rules: Mapping[str, TypeWriteRules] = write_rules(model)
        self._self_naming = self_naming_types(model)

    def lower(self, type_: StructuredType) -> ModelModuleView:
        """The module of one class."""
        place = self._layout.places[type_.name]
        attributes = self._layout.attributes[type_.name]
        members: list[Property | NavigationProperty] = [
            *type_.properties,
            *type_.navigation_properties,
        ]
        inherited = self._layout.attributes.get(type_.base, {}) if type_.base is not None else {}
        members = [m for m in members if m.name not in inherited]
        hidden = frozenset([place.cls, *(attributes[m.name] for m in members)])
        real = Imports(hidden | RUNTIME_NAMES)
        checked = Imports(hidden | RUNTIME_NAMES)
        known = {type_.name: place.cls}
        declarations = Declarations(
            self._model, self._layout, self._package, checked, real, hidden, known
        )
        base = self._base(type_, declarations)
        checked.reserve(base)
        if type_.base is not None:
            known[type_.base] = base
        rules = self._rules.get(type_.name, _NO_RULES)
        keys = {ref.path for ref in self._lineage.key(type_.name)} if members else set()
        properties = tuple(
            self._property(m, attributes[m.name], declarations, rules, keys) for m in members
        )
        schema_type = declarations.runtime(real, "model", "schema_type")
        return ModelModuleView(
            imports=tuple(real.statements(0)),
            has_typing_imports=bool(checked.statements(4)),
            typing_imports=tuple(checked.statements(4)),
            heading=class_heading(place.cls, base),
            docstring=docstring(_type_text(type_), 4),
            schema_type=assignment(
                "_type", schema_type, [string_literal(type_.name), *self._facts(type_, rules)], 4
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
        member: Property | NavigationProperty,
        attribute: str,
        declarations: Declarations,
        rules: TypeWriteRules,
        keys: Iterable[str],
    ) -> PropertyView:
        facts = []
        if isinstance(member, Property):
            if vocabulary.is_secret(member):
                facts.append("secret=True")
            if member.name not in rules.not_insertable and member.name not in keys:
                facts += ["expected_on_create=True"] if _needs_value(member) else []
        doc = docstring(element_text(member.annotations), 4)
        return PropertyView(
            declaration=declarations.declare(
                attribute,
                member.name,
                member.type,
                annotations=member.annotations,
                is_navigation=isinstance(member, NavigationProperty),
                facts=facts,
            ),
            has_docstring=bool(doc),
            docstring=doc,
        )

    def _facts(self, type_: StructuredType, rules: TypeWriteRules) -> Iterator[str | Group]:
        flags = {
            "entity": type_.kind is TypeKind.ENTITY,
            "abstract": type_.abstract,
            "open": self._lineage.is_open(type_.name),
            "has_stream": self._lineage.has_stream(type_.name),
            "says_type": type_.name in self._self_naming,
        }
        yield from (f"{name}=True" for name, value in flags.items() if value)
        for name, properties in (
            ("required_on_create", rules.required_on_create),
            ("required_on_update", rules.required_on_update),
            ("not_insertable", rules.not_insertable),
            ("not_updatable", rules.not_updatable),
        ):
            if properties:
                yield Group(f"{name}=(", tuple(map(string_literal, properties)))
        if rules.writable_types:
            entries = tuple(
                Group(f"{string_literal(name)}: (", tuple(map(string_literal, types)))
                for name, types in rules.writable_types.items()
            )
            yield Group("writable_types={", entries, "}")


def _needs_value(prop: Property) -> bool:
    """Whether nothing but the request can give the property its value."""
    return not (
        prop.type.nullable
        or prop.type.collection
        or prop.type.name == "Edm.Stream"
        or prop.default_value is not None
        or vocabulary.is_true(prop.annotations, vocabulary.COMPUTED_DEFAULT_VALUE)
    )


def _type_text(type_: StructuredType) -> str:
    kind = "entity" if type_.kind is TypeKind.ENTITY else "complex"
    abstract = "Abstract" if type_.abstract else "The"
    return element_text(type_.annotations) or f"{abstract} {kind} type {type_.name}."
