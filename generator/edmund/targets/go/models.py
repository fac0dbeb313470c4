"""Lowering of the schema's types: one file each in the package of models."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from edmund.diagnostics import Diagnostic
from edmund.naming.distinct import distinct
from edmund.naming.spelling import Spelling
from edmund.plan.said_members import said_members
from edmund.plan.service import is_older, speaks_odata, traits_of
from edmund.render.files import GeneratedFile
from edmund.surface.answers import listed_in
from edmund.surface.elements import Surface
from edmund.surface.shapes import PropertyShape
from edmund.surface.type_parts import list_of, wire_of
from edmund.surface.type_schema import TypeSchema
from edmund.surface.types import AnyJson, EnumType, NamedType, StructuredType, Type, UnionType
from edmund.targets.go.enumerations import enum_view
from edmund.targets.go.layout import Layout, lay_out
from edmund.targets.go.literals import comment, string_list, string_literal
from edmund.targets.go.model_views import (
    AccessorView,
    AliasesView,
    EnumView,
    ImportsView,
    ModelFileView,
    PairView,
    RegistryView,
    StructuredView,
)
from edmund.targets.go.structured import Member, accessor, imports_of, payload, variable
from edmund.targets.go.tables import (
    discriminator_source,
    has_only_a_name,
    initial_source,
    property_source,
    rule_sources,
    shape_source,
    traits_source,
    type_facts,
)
from edmund.targets.go.unions import union_view
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
    listed = [each.name for each in listed_in(surface)] if speaks_odata(surface) else []
    layout = lay_out(surface, listed, spelling)
    lowering = _Lowering(surface, layout, module)
    files = [lowering.file(type_) for type_ in surface.types.types]
    files.append(
        GeneratedFile("models/registry.go", "models/registry.go.jinja", lowering.registry())
    )
    if speaks_odata(surface):
        references = ImportsView(lowering.imports())
        files.append(
            GeneratedFile("models/references.go", "models/references.go.jinja", references)
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
        self.speaks_odata = speaks_odata(surface)
        self.said = {} if self.speaks_odata else said_members(surface.types)

    def file(self, type_: NamedType) -> GeneratedFile:
        path = f"models/{self.layout.files[type_.name]}.go"
        if isinstance(type_, EnumType):
            return GeneratedFile(path, "models/enum.go.jinja", self.enum(type_))
        if isinstance(type_, UnionType):
            view = union_view(type_, self.surface.types, self.values, self.imports())
            return GeneratedFile(path, "models/union.go.jinja", view)
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
        # What a derived type says of an inherited property is checked; its accessors are those of the base.
        told = own if self.speaks_odata else members
        additional = self.additional(type_, names.values())
        entity = type_.identity
        facts = (
            *type_facts(shape, entity=entity, says_type=type_.says_type),
            *self.further_facts(type_),
        )
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
            has_properties=bool(told),
            properties=tuple(
                property_source(
                    shape.properties[m.name], m.secret, self.nested(m.type), wire_of(m.type)
                )
                for m in told
            ),
            rules=(*rule_sources(shape.properties.values()), *self.in_answers(type_)),
            accessors=(
                *(
                    accessor(
                        names[m.name],
                        self.values.accessors_of(m.name, m.type),
                        m.name,
                        documentation_text(m.documentation),
                    )
                    for m in own
                ),
                *(() if additional is None else (additional,)),
            ),
        )

    def nested(self, type_: Type) -> str:
        """The shape of values that are told by more than a name; empty for others."""
        if self.speaks_odata or has_only_a_name(type_):
            return ""
        return shape_source(type_, self.surface.types)

    def further_facts(self, type_: StructuredType) -> Iterator[str]:
        """What tells a type in JSON, and what is beside its properties, where OData does not settle that."""
        if type_.discriminator is not None:
            yield f"Discriminator: {discriminator_source(type_.discriminator)}"
        said = self.said.get(type_.name)
        if said:
            members = ", ".join(initial_source(*member) for member in said.items())
            yield f"Initial: []odata.Initial{{{members}}}"
        if type_.additional is not None:
            yield f"Additional: {shape_source(type_.additional, self.surface.types)}"

    def in_answers(self, type_: StructuredType) -> Iterator[str]:
        """What answers always have, where that is a rule that they are held against."""
        if not self.speaks_odata:
            members = self.schema.lineage.members(type_.name).values()
            names = [member.name for member in members if member.required]
            if names:
                yield f"RequiredInAnswers: []string{{{string_list(names)}}}"

    def additional(self, type_: StructuredType, taken: Collection[str]) -> AccessorView | None:
        """The typed accessor of all members beside the properties, where these have a type."""
        if type_.additional is None or isinstance(type_.additional, AnyJson):
            return None
        name = distinct(("AdditionalProperties",), str, taken).names["AdditionalProperties"]
        value = self.values.of(type_.additional)
        go = f"map[string]{value.type}"
        return AccessorView(
            name,
            go,
            go,
            comment(f"Get{name} gives the members beside the properties that are of their type."),
            comment(f"Set{name} replaces the members beside the properties."),
            (f"return odata.GetAdditional(m, {value.codec})",),
            f"odata.SetAdditional(m, {value.codec}, value)",
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
        return enum_view(
            type_,
            name,
            constants,
            variable(name),
            self.imports(),
            is_exact=not self.speaks_odata,
        )

    def imports(self) -> tuple[str, ...]:
        return imports_of(self.module, ())

    def registry(self) -> RegistryView:
        enums = [t.name for t in self.surface.types.classes if isinstance(t, EnumType)]
        types = [t.name for t in self.surface.types.classes if isinstance(t, StructuredType)]
        unions = [t.name for t in self.surface.types.types if isinstance(t, UnionType)]
        tables = tuple(f"&{variable(self.layout.names[name])}" for name in types)
        pages = tuple(f"&{variable(page)}" for page in self.layout.pages.values())
        members = tuple(f"&{variable(self.layout.names[name])}" for name in enums)
        aliases = tuple(
            f"{{Name: {string_literal(s.alias)}, Namespace: {string_literal(s.name)}}}"
            for s in self.surface.types.namespaces
            if s.alias is not None
        )
        traits = traits_source(traits_of(self.surface)) if self.speaks_odata else ""
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
            bool(unions),
            tuple(f"&{variable(self.layout.names[name])}" for name in unions),
            bool(traits),
            f"odata.Traits{{{traits}}}",
            is_older(self.surface.version),
            f"odata.Version{self.surface.version.partition('.')[0]}",
        )

    def subpackages(self) -> list[GeneratedFile]:
        """Packages of second names, one for each namespace below the root."""
        by_name = {
            self.layout.names[t.name]: t
            for t in self.surface.types.types
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
                elif isinstance(type_, UnionType):
                    constructors.append(PairView(second, go))
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
