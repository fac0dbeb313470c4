"""Lowering of the types of a JSON Schema: one module for each class, enumeration and union."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from edmund.plan.said_members import said_members
from edmund.plan.unions import PlannedVariant, planned_union
from edmund.render.files import GeneratedFile
from edmund.surface.elements import Surface
from edmund.surface.json_kinds import JsonKind
from edmund.surface.lineage import Lineage
from edmund.surface.types import (
    Discriminator,
    EnumType,
    JsonScalar,
    PropertyType,
    StructuredType,
    UnionType,
)
from edmund.targets.prose import documentation_text
from edmund.targets.python.declarations import Declarations
from edmund.targets.python.enums import lower_enum
from edmund.targets.python.facts import value_literal
from edmund.targets.python.imports import Imports
from edmund.targets.python.layout import MODELS, Layout
from edmund.targets.python.literals import (
    LINE_LENGTH,
    assignment,
    class_heading,
    docstring,
    string_literal,
)
from edmund.targets.python.model_views import (
    ModelModuleView,
    ModelsView,
    PropertyView,
    UnionModuleView,
)
from edmund.targets.python.registry_file import lower_registry
from edmund.targets.python.schema_values import VALUE_NAMES, ValueSources
from edmund.targets.python.signatures import Bracketed, laid_out

__all__ = ["lower_schema_models"]

_KINDS = {
    JsonKind.STRING: "str",
    JsonKind.NUMBER: "float",
    JsonKind.BOOLEAN: "bool",
    JsonKind.OBJECT: "dict",
    JsonKind.ARRAY: "list",
    JsonKind.NULL: "type(None)",
}


def lower_schema_models(surface: Surface, layout: Layout, package: str) -> Iterator[GeneratedFile]:
    """The files of the models' package."""
    root = f"{package.replace('.', '/')}/{MODELS.replace('.', '/')}"
    view = lower_registry(surface, layout)
    yield GeneratedFile(f"{root}/_registry.py", "models/registry.py.jinja", view)
    yield GeneratedFile(f"{root}/__init__.py", "models/package.py.jinja", ModelsView(package))
    classes = _Classes(surface, layout, package)
    for type_ in surface.types.types:
        place = layout.places[type_.name]
        path = f"{root}/{place.path}"
        match type_:
            case StructuredType():
                yield GeneratedFile(path, "models/model.py.jinja", classes.lower(type_))
            case EnumType():
                members = layout.members[type_.name]
                enum = lower_enum(type_, place.cls, members, package)
                yield GeneratedFile(path, "models/enum.py.jinja", enum)
            case UnionType():
                yield GeneratedFile(path, "models/union.py.jinja", classes.lower_union(type_))


class _Classes:
    """Lowers types, with what is looked up once for all of them."""

    def __init__(self, surface: Surface, layout: Layout, package: str) -> None:
        self._surface = surface
        self._layout = layout
        self._package = package
        self._lineage = Lineage(surface.types)
        self._said = said_members(surface.types)

    def lower(self, type_: StructuredType) -> ModelModuleView:
        """The module of one class."""
        place = self._layout.places[type_.name]
        attributes = self._layout.attributes[type_.name]
        hidden = frozenset([place.cls, *(attributes[m.name] for m in type_.properties)])
        declarations = self._declarations(hidden, {type_.name: place.cls})
        values = ValueSources(declarations)
        base = self._base(type_, declarations)
        declarations.checked.reserve(base)
        member = declarations.runtime(declarations.real, "members", "member")
        properties = tuple(
            self._property(each, attributes[each.name], member, values) for each in type_.properties
        )
        structured = declarations.runtime(declarations.real, "schema_model", "structured")
        said = Bracketed(structured, (string_literal(type_.name), *self._facts(type_, values)))
        typing_imports = tuple(declarations.checked.statements(4))
        return ModelModuleView(
            imports=tuple(declarations.real.statements(0)),
            has_typing_imports=bool(typing_imports),
            typing_imports=typing_imports,
            heading=class_heading(place.cls, base),
            docstring=docstring(
                documentation_text(type_.documentation) or f"The type {type_.name}.", 4
            ),
            schema_type=_assigned("_type", said),
            has_properties=bool(properties),
            properties=properties,
        )

    def lower_union(self, type_: UnionType) -> UnionModuleView:
        """The module of one union: what type checkers know of it, and how its values are told apart."""
        place = self._layout.places[type_.name]
        declarations = self._declarations(frozenset([place.cls]), {type_.name: place.cls})
        values = ValueSources(declarations)
        planned = planned_union(type_, self._surface.types)
        shown = dict.fromkeys(values.annotation(each.type) for each in planned.variants)
        raw = declarations.runtime(declarations.checked, "property", "JsonValue")
        union = declarations.runtime(declarations.real, "value_types", "Union")
        arguments: list[str | Bracketed] = [
            self._variant(each, values) for each in planned.variants
        ]
        if planned.property is not None:
            arguments.append(f"told_by={string_literal(planned.property)}")
        return UnionModuleView(
            imports=tuple(declarations.real.statements(0)),
            typing_imports=tuple(declarations.checked.statements(4)),
            alias=_alias(place.cls, [*shown, raw]),
            docstring=docstring(
                documentation_text(type_.documentation) or f"The union {type_.name}."
            ),
            definition=_assigned("definition", Bracketed(union, tuple(arguments)), 0),
        )

    def _variant(self, variant: PlannedVariant, values: ValueSources) -> Bracketed:
        kinds = tuple(_KINDS[kind] for kind in JsonKind if kind in variant.kinds)
        arguments: list[str | Bracketed] = [
            values.description(variant.type),
            Bracketed("", kinds),
        ]
        if variant.values:
            arguments.append(Bracketed("values=", tuple(map(string_literal, variant.values))))
        if variant.member is not None:
            arguments.append(f"member={string_literal(variant.member)}")
        said = values.declarations
        return Bracketed(said.runtime(said.real, "value_types", "Variant"), tuple(arguments))

    def _declarations(self, hidden: frozenset[str], known: Mapping[str, str]) -> Declarations:
        return Declarations(
            self._surface,
            self._layout,
            self._package,
            Imports(hidden | VALUE_NAMES),
            Imports(hidden | VALUE_NAMES),
            hidden,
            known,
        )

    def _base(self, type_: StructuredType, declarations: Declarations) -> str:
        place = self._layout.places.get(type_.base) if type_.base is not None else None
        if place is None:
            return declarations.runtime(declarations.real, "schema_model", "Model")
        return declarations.real.use(f"{self._package}.{MODELS}.{place.module}", place.cls, "Base")

    def _property(
        self, member: PropertyType, attribute: str, declare: str, values: ValueSources
    ) -> PropertyView:
        said = values.declarations
        property_ = said.runtime(said.checked, "property", "Property")
        target = f"{attribute}: {property_}[{values.annotation(member.type)}]"
        facts = ["required=True"] if member.required else []
        facts += ["secret=True"] if member.secret else []
        call = Bracketed(
            declare, (string_literal(member.name), values.description(member.type), *facts)
        )
        doc = docstring(documentation_text(member.documentation), 4)
        return PropertyView(_assigned(target, call), bool(doc), doc)

    def _facts(self, type_: StructuredType, values: ValueSources) -> Iterator[str | Bracketed]:
        told = self._told(type_)
        if told is not None:
            yield f"told_by={string_literal(told.property)}"
            yield _dictionary("mapping=", dict(told.mapping))
        preset = self._said[type_.name]
        if preset:
            yield _dictionary("preset=", preset)
        if self._lineage.is_open(type_.name):
            yield "open=True"
        if type_.additional is not None:
            described = values.description(type_.additional)
            if isinstance(described, str):
                yield f"additional={described}"
            else:
                yield Bracketed(f"additional={described.head}", described.items)
        members = self._lineage.members(type_.name).values()
        for name, properties in (
            ("required", [m for m in members if m.required]),
            ("required_on_create", [m for m in members if m.writing.required_on_create]),
            ("required_on_update", [m for m in members if m.writing.required_on_update]),
            ("not_insertable", [m for m in members if not m.writing.insertable]),
            ("not_updatable", [m for m in members if not m.writing.updatable]),
        ):
            if properties:
                yield Bracketed(f"{name}=", tuple(string_literal(m.name) for m in properties))

    def _told(self, type_: StructuredType) -> Discriminator | None:
        """By what objects of the type say that they are of a derived one."""
        if not self._surface.types.derived_by_name.get(type_.name):
            return None
        above = self._lineage.upwards(type_.name)
        return next((each.discriminator for each in above if each.discriminator), None)


def _alias(name: str, variants: Sequence[str]) -> str:
    """The name of a union for type checkers, as text, since its classes are not imported."""
    flat = f"{name}: TypeAlias = {string_literal(' | '.join(variants))}"
    if len(flat) <= LINE_LENGTH:
        return flat
    *first, last = variants
    lines = [string_literal(f"{each} | ") for each in first] + [string_literal(last)]
    return f"{name}: TypeAlias = (\n" + "".join(f"    {line}\n" for line in lines) + ")"


def _dictionary(head: str, entries: Mapping[str, JsonScalar]) -> Bracketed:
    items = tuple(f"{string_literal(k)}: {value_literal(v)}" for k, v in entries.items())
    return Bracketed(head, items, "{}")


def _assigned(target: str, call: Bracketed, indent: int = 4) -> str:
    """`target = call`, laid out; the first line is not indented."""
    head = f"{target} = {call.head}"
    if indent + len(head) + 1 <= LINE_LENGTH:
        return laid_out(Bracketed(head, call.items), indent)
    flat = [item if isinstance(item, str) else item.flat() for item in call.items]
    return assignment(target, call.head, flat, indent)
