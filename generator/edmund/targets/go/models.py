"""Lowering of the schema's types: one file each in the package of models."""

from __future__ import annotations

from dataclasses import dataclass

from edmund.diagnostics import Diagnostic
from edmund.naming.spelling import Spelling
from edmund.render.files import GeneratedFile
from edmund.surface.answers import listed_in
from edmund.surface.elements import Surface
from edmund.surface.shapes import PropertyShape
from edmund.surface.type_parts import list_of
from edmund.surface.type_schema import TypeSchema
from edmund.surface.types import EnumType, StructuredType
from edmund.targets.go.layout import Layout, lay_out
from edmund.targets.go.literals import comment, string_list, string_literal
from edmund.targets.go.model_views import (
    AliasesView,
    EnumView,
    ImportsView,
    MemberView,
    ModelFileView,
    PairView,
    RegistryView,
    StructuredView,
)
from edmund.targets.go.structured import Member, accessor, imports_of, payload, variable
from edmund.targets.go.tables import property_source, rule_sources, type_facts
from edmund.targets.go.values import Values
from edmund.targets.prose import documentation_text

__all__ = ["LoweredModels", "lower_models"]

_MODEL = "models/model.go.jinja"


@dataclass(frozen=True, slots=True)
class LoweredModels:
    """The files of models, the layout that they follow, and what there is to say of names."""

    files: tuple[GeneratedFile, ...]
    layout: Layout
    schema: TypeSchema
    diagnostics: tuple[Diagnostic, ...]


def lower_models(surface: Surface, module: str, spelling: Spelling) -> LoweredModels:
    """All types, pages of those that calls list, and the registry; `module` is the path of the Go module."""
    layout = lay_out(surface, [listed.name for listed in listed_in(surface)], spelling)
    lowering = _Lowering(surface, layout, module)
    files = [lowering.file(type_) for type_ in surface.types.classes]
    files.append(
        GeneratedFile("models/registry.go", "models/registry.go.jinja", lowering.registry())
    )
    files.append(
        GeneratedFile(
            "models/references.go", "models/references.go.jinja", ImportsView(lowering.imports())
        )
    )
    files += lowering.subpackages()
    return LoweredModels(tuple(files), layout, lowering.schema, layout.diagnostics)


class _Lowering:
    def __init__(self, surface: Surface, layout: Layout, module: str) -> None:
        self.surface = surface
        self.layout = layout
        self.module = module
        self.schema = TypeSchema(surface.types)
        self.values = Values(surface, layout)

    def file(self, type_: StructuredType | EnumType) -> GeneratedFile:
        path = f"models/{self.layout.files[type_.name]}.go"
        if isinstance(type_, EnumType):
            return GeneratedFile(path, "models/enum.go.jinja", self.enum(type_))
        views = [self.structured(type_)]
        if type_.name in self.layout.pages:
            views.append(self.page(type_.name))
        imports = imports_of(self.module, views)
        return GeneratedFile(path, _MODEL, ModelFileView("models", imports, tuple(views)))

    def structured(self, type_: StructuredType) -> StructuredView:
        shape = self.schema.structured(type_.name)
        assert shape is not None
        name = self.layout.names[type_.name]
        names = self.layout.properties[type_.name]
        base = None if type_.base is None else self.layout.names.get(type_.base)
        inherited = self.layout.properties.get(type_.base or "", {})
        members = type_.properties
        own = [m for m in members if m.name not in inherited]
        entity = type_.identity
        facts = type_facts(shape, entity=entity, says_type=type_.says_type)
        if base is not None:
            facts = (*facts, f"Base: &{variable(base)}")
        kind = "entity" if entity else "complex"
        text = documentation_text(type_.documentation) or f"It is the {kind} type {type_.name}."
        return StructuredView(
            name=name,
            variable=variable(name),
            comment=comment(f"{name} is a model: {text}"),
            embedded=base or "odata.Object",
            embedded_interface=f"{base}able" if base else "odata.Model",
            schema_name=string_literal(type_.name),
            label=string_literal(name),
            facts="".join(f", {fact}" for fact in facts),
            has_properties=bool(own),
            properties=tuple(property_source(shape.properties[m.name], m.secret) for m in own),
            rules=rule_sources(shape.properties.values()),
            accessors=tuple(
                accessor(
                    names[m.name],
                    shape.properties[m.name].value,
                    m.name,
                    documentation_text(m.documentation),
                    self.values,
                )
                for m in own
            ),
        )

    def page(self, item: str) -> StructuredView:
        value = self.schema.value(list_of(item))
        return payload(
            self.layout.pages[item],
            f"{self.layout.pages[item]} is one page of a collection of {item}.",
            [Member(PropertyShape("value", value, navigation=True))],
            self.values,
            paged=True,
        )

    def enum(self, type_: EnumType) -> EnumView:
        name = self.layout.names[type_.name]
        constants = self.layout.constants[type_.name]
        kind = "Flags" if type_.flags else "Values"
        text = documentation_text(type_.documentation) or f"{kind} of the enumeration {type_.name}."
        said = [comment(documentation_text(member.documentation), "\t") for member in type_.members]
        spaced = any(said)
        width = 0 if spaced else max(map(len, constants.values()), default=0)
        members = tuple(
            MemberView(
                spaced and at > 0,
                f"{constants[member.name]:<{width}} {name} = {string_literal(member.name)}",
                bool(text),
                text,
            )
            for at, (member, text) in enumerate(zip(type_.members, said, strict=True))
        )
        return EnumView(
            imports=self.imports(),
            name=name,
            variable=variable(name),
            comment=comment(f"{name} is an enumeration: {text}"),
            flags=type_.flags,
            has_members=bool(members),
            members=members,
            schema_name=string_literal(type_.name),
            texts=string_list(member.name for member in type_.members),
        )

    def imports(self) -> tuple[str, ...]:
        return imports_of(self.module, ())

    def registry(self) -> RegistryView:
        enums = [t.name for t in self.surface.types.classes if isinstance(t, EnumType)]
        types = [t.name for t in self.surface.types.classes if isinstance(t, StructuredType)]
        tables = tuple(f"&{variable(self.layout.names[name])}" for name in types)
        pages = tuple(f"&{variable(page)}" for page in self.layout.pages.values())
        members = tuple(f"&{variable(self.layout.names[name])}" for name in enums)
        aliases = tuple(
            f"{{Name: {string_literal(s.alias)}, Namespace: {string_literal(s.name)}}}"
            for s in self.surface.types.namespaces
            if s.alias is not None
        )
        return RegistryView(
            self.imports(),
            bool(tables),
            tables,
            bool(pages),
            pages,
            bool(members),
            members,
            bool(aliases),
            aliases,
        )

    def subpackages(self) -> list[GeneratedFile]:
        """Packages of second names, one for each namespace below the root."""
        by_name = {
            self.layout.names[t.name]: t
            for t in self.surface.types.classes
            if t.name in self.layout.names
        }
        files = []
        for package in self.layout.subpackages:
            types: list[PairView] = []
            constants: list[PairView] = []
            constructors: list[PairView] = []
            for go, second in package.names.items():
                types.append(PairView(second, go))
                type_ = by_name.get(go)
                if isinstance(type_, EnumType):
                    for constant in self.layout.constants[type_.name].values():
                        shorter = f"{constant.removesuffix(f'_{go.upper()}')}_{second.upper()}"
                        constants.append(PairView(shorter, constant))
                else:
                    types.append(PairView(f"{second}able", f"{go}able"))
                    constructors.append(PairView(second, go))
            width = max((len(pair.name) for pair in constants), default=0)
            constants = [PairView(f"{pair.name:<{width}}", pair.target) for pair in constants]
            view = AliasesView(
                package.name,
                comment(f"Package {package.name} has second names for models of one namespace."),
                (f'\t"{self.module}/models"',),
                tuple(types),
                bool(constants),
                tuple(constants),
                tuple(constructors),
            )
            files.append(
                GeneratedFile(
                    f"models/{package.folder}/{package.name}.go", "models/aliases.go.jinja", view
                )
            )
        return files
