"""Lowering of types: one file for each class, enumeration and page of a collection, and the table of all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from edmund.naming.distinct import distinct
from edmund.plan.said_members import said_members
from edmund.plan.service import is_older, speaks_odata, traits_of
from edmund.render.files import GeneratedFile
from edmund.surface.elements import Surface
from edmund.surface.shapes import JsonScalar, PropertyShape, StructuredShape, ValueShape
from edmund.surface.type_parts import wire_of
from edmund.surface.type_schema import TypeSchema
from edmund.surface.types import (
    AnyJson,
    EnumType,
    NamedType,
    PropertyType,
    StructuredType,
    UnionType,
)
from edmund.targets.csharp.builder_names import Payload
from edmund.targets.csharp.held_types import HeldTypes, is_scalar
from edmund.targets.csharp.http.held_shapes import held_shape, property_source
from edmund.targets.csharp.layout import Layout
from edmund.targets.csharp.literals import doc_lines, json_literal, string_literal
from edmund.targets.csharp.members import Members, shape_source
from edmund.targets.csharp.runtime_types import RUNTIME
from edmund.targets.csharp.unions import union_view
from edmund.targets.csharp.usings import FileNames, TypeNames
from edmund.targets.csharp.views import (
    EnumMemberView,
    EnumView,
    FieldView,
    ModelView,
    OtherMembersView,
    PropertyView,
    SaidMemberView,
    ScalarEnumView,
    SchemaTableView,
    TableEntryView,
)
from edmund.targets.prose import documentation_text

__all__ = ["ModelFiles"]

_NOTHING = StructuredShape("")
_OTHERS = "AdditionalProperties"


class ModelFiles:
    """The files of models; `bodies` are those of actions, which the table has as well."""

    def __init__(
        self,
        surface: Surface,
        schema: TypeSchema,
        layout: Layout,
        package: str,
        types: TypeNames,
        bodies: Iterable[Payload],
    ) -> None:
        self._surface = surface
        self._layout = layout
        self._package = package
        self._types = types
        self._schema = schema
        self._bodies = bodies

    def files(self) -> Iterator[GeneratedFile]:
        """All of them, in the order of the schema."""
        for type_ in self._surface.types.types:
            place = self._layout.places.get(type_.name)
            if place is not None:
                template, view = self._declaration(type_)
                yield GeneratedFile(f"Models/{place.path}", template, view)
        for name, place in self._layout.pages.items():
            yield GeneratedFile(f"Models/{place.path}", "model.cs.jinja", self._page(name))
        yield GeneratedFile("Models/SchemaTable.cs", "schema_table.cs.jinja", self._table())

    def _declaration(self, type_: NamedType) -> tuple[str, object]:
        """The template and the view of a type's file."""
        if isinstance(type_, StructuredType):
            return "model.cs.jinja", self._class(type_)
        if isinstance(type_, UnionType):
            namespace = self.namespace(self._layout.places[type_.name].namespace)
            held = self._held(self._types.file(namespace))
            return "http/union.cs.jinja", union_view(type_, self._surface, held, namespace)
        if is_scalar(type_):
            return "http/scalar_enum.cs.jinja", self._scalar_enum(type_)
        return "enum.cs.jinja", self._enum(type_)

    def _held(self, names: FileNames) -> HeldTypes:
        return HeldTypes(Members(self._surface, self._layout, self._package, names))

    def namespace(self, below: str) -> str:
        root = f"{self._package}.Models"
        return f"{root}.{below}" if below else root

    def _class(self, type_: StructuredType) -> ModelView:
        place = self._layout.places[type_.name]
        namespace = self.namespace(place.namespace)
        names = self._types.file(namespace)
        held = self._held(names)
        members = held.members
        attributes = self._layout.attributes[type_.name]
        declared = type_.properties
        inherited_names = self._layout.attributes[type_.base] if type_.base is not None else {}
        own = {member.name: member for member in declared if member.name not in inherited_names}
        shape = self._schema.structured(type_.name) or _NOTHING
        inherited = self._schema.structured(type_.base) if type_.base is not None else None
        changed = (
            each
            for each in shape.properties.values()
            if each.name in own or (inherited or _NOTHING).properties.get(each.name) != each
        )
        shapes = tuple(self._shape(type_, each, attributes[each.name]) for each in changed)
        base = names.known("Model") if type_.base is None else members.class_of(type_.base)
        fields: list[FieldView] = []
        properties = tuple(
            self._property(held, attributes[name], member, shape.properties[name].value, fields)
            for name, member in own.items()
        )
        said = tuple(
            SaidMemberView(string_literal(name), json_literal(value))
            for name, value in self._said.get(type_.name, {}).items()
        )
        others = tuple(self._others(type_, held))
        return ModelView(
            doc=doc_lines(_type_text(type_)),
            name=place.cls,
            bases=base,
            type_name=string_literal(type_.name),
            facts=tuple(self._facts(type_, shape)),
            has_shapes=bool(shapes),
            shapes=shapes,
            model_type=names.known("ModelType"),
            properties=properties,
            fields=tuple(fields),
            has_said=bool(said),
            said=said,
            others=others,
            namespace=namespace,
            usings=names.usings(),
        )

    def _shape(self, type_: StructuredType, shape: PropertyShape, name: str) -> str:
        """What the table says of a property."""
        member = self._schema.lineage.members(type_.name)[shape.name]
        if speaks_odata(self._surface):
            is_secret = self._is_secret(type_.name, shape)
            return shape_source(shape, name, secret=is_secret, wire=wire_of(member.type))
        return property_source(member, name, self._surface.types)

    def _property(
        self,
        held: HeldTypes,
        name: str,
        member: PropertyType,
        value: ValueShape,
        fields: list[FieldView],
    ) -> PropertyView:
        """A property; the codec of one whose values are put together goes to the `fields`."""
        text = documentation_text(member.documentation)
        if held.is_plain(member.type):
            text = text or _property_text(member.name, value)
            return held.members.property(name, member.name, value, text)
        type_ = held.of(member.type)
        codec = FieldView(
            held.members.names.known("Codec", type_.argument), f"s_codec{len(fields)}", type_.codec
        )
        fields.append(codec)
        wire = string_literal(member.name)
        return PropertyView(
            doc_lines(text or f"The property {member.name}."),
            type_.optional,
            name,
            f"GetTyped({wire}, {codec.name})",
            f"SetTyped({wire}, value, {codec.name})",
        )

    def _others(self, type_: StructuredType, held: HeldTypes) -> Iterator[OtherMembersView]:
        """The view of members without properties, where their type is said and no base has said it."""
        lineage = list(self._schema.lineage.upwards(type_.name))
        is_said = any(each.additional is not None for each in lineage if each.name != type_.name)
        if type_.additional is None or isinstance(type_.additional, AnyJson) or is_said:
            return
        value = held.of(type_.additional)
        taken = (*self._layout.attributes[type_.name].values(), held.members.class_of(type_.name))
        name = distinct([_OTHERS], str, taken).names[_OTHERS]
        yield OtherMembersView(
            held.members.names.known("TypedMembers", value.argument), name, value.codec
        )

    @cached_property
    def _said(self) -> Mapping[str, Mapping[str, JsonScalar]]:
        return {} if speaks_odata(self._surface) else said_members(self._surface.types)

    def _is_secret(self, type_name: str, shape: PropertyShape) -> bool:
        member = self._secrets.get(type_name)
        if member is None:
            member = self._secrets[type_name] = frozenset(
                m.name for m in self._schema.lineage.members(type_name).values() if m.secret
            )
        return shape.name in member

    @cached_property
    def _secrets(self) -> dict[str, frozenset[str]]:
        return {}

    def _facts(self, type_: StructuredType, shape: StructuredShape) -> Iterator[str]:
        if type_.base is not None:
            yield f"BaseName = {string_literal(type_.base)}"
        flags = {
            "IsEntity": type_.identity,
            "IsAbstract": type_.abstract,
            "IsOpen": shape.open,
            "IsAnyJson": type_.opaque,
            "SaysType": type_.says_type,
        }
        yield from (f"{name} = true" for name, is_set in flags.items() if is_set)
        if not (type_.additional is None or isinstance(type_.additional, AnyJson)):
            yield f"Additional = {held_shape(type_.additional, self._surface.types)}"
        told = type_.discriminator
        if told is not None:
            entries = ", ".join(
                f"[{string_literal(value)}] = {string_literal(name)}"
                for value, name in dict(told.mapping).items()
            )
            types = "new global::System.Collections.Generic.Dictionary<string, string>"
            yield f"Discriminator = new({string_literal(told.property)}, {types} {{ {entries} }})"

    def _scalar_enum(self, type_: EnumType) -> ScalarEnumView:
        place = self._layout.places[type_.name]
        namespace = self.namespace(place.namespace)
        names = self._types.file(namespace)
        itself = names.known("IScalarEnum", place.cls)
        return ScalarEnumView(
            doc=doc_lines(
                documentation_text(type_.documentation) or f"The enumeration {type_.name}."
            ),
            name=place.cls,
            bases=f"{itself}, {names.known('IEquatable', place.cls)}",
            scalar_of=itself,
            wire=names.known("IWireValue"),
            scalars=names.full("Scalars"),
            members=tuple(
                EnumMemberView(
                    doc_lines(documentation_text(m.documentation) or f"The member {m.name}."),
                    self._layout.members[type_.name][m.name],
                    json_literal(m.value),
                )
                for m in type_.members
            ),
            namespace=namespace,
            usings=names.usings(),
        )

    def _enum(self, type_: EnumType) -> EnumView:
        place = self._layout.places[type_.name]
        namespace = self.namespace(place.namespace)
        names = self._types.file(namespace)
        given = self._layout.members[type_.name]
        itself = names.known("IOpenEnum", place.cls)
        bases = f"{itself}, {names.known('IEquatable', place.cls)}"
        return EnumView(
            doc=doc_lines(
                documentation_text(type_.documentation) or f"The enumeration {type_.name}."
            ),
            name=place.cls,
            bases=bases,
            open_enum=names.known("IOpenEnum"),
            open_enum_of=itself,
            type_name=string_literal(type_.name),
            is_flags=type_.flags,
            flags=names.full("Flags") if type_.flags else "",
            table=names.full("SchemaTable"),
            members=tuple(
                EnumMemberView(
                    doc_lines(documentation_text(m.documentation) or f"The member {m.name}."),
                    given[m.name],
                    string_literal(str(m.value)),
                )
                for m in type_.members
            ),
            namespace=namespace,
            usings=names.usings(),
        )

    def _page(self, listed: str) -> ModelView:
        place = self._layout.pages[listed]
        namespace = self.namespace(place.namespace)
        names = self._types.file(namespace)
        members = Members(self._surface, self._layout, self._package, names)
        value = ValueShape(listed, collection=True, nullable=False)
        item, _, is_value = members.type_name(listed)
        base = names.known("BaseCollectionPaginationCountResponse")
        page = names.known("IPage", f"{item}?" if is_value else item)
        return ModelView(
            doc=doc_lines(f"One page of a collection of {listed}."),
            name=place.cls,
            bases=f"{base}, {page}",
            type_name=string_literal(f"Collection({listed})"),
            facts=("IsPayload = true", "IsPage = true"),
            has_shapes=True,
            shapes=(shape_source(PropertyShape("value", value, navigation=True), "Value"),),
            model_type=names.known("ModelType"),
            properties=(members.property("Value", "value", value, "The items."),),
            namespace=namespace,
            usings=names.usings(),
        )

    def _table(self) -> SchemaTableView:
        models, enums, unions, values = [], [], [], []
        for type_ in self._surface.types.types:
            place = self._layout.places.get(type_.name)
            if place is None:
                continue
            cls = f"global::{self.namespace(place.namespace)}.{place.cls}"
            name = string_literal(type_.name)
            if isinstance(type_, StructuredType):
                models.append(TableEntryView(name, f"new {cls}()"))
            elif isinstance(type_, UnionType):
                unions.append(TableEntryView(name, f"UnionOf<{cls}>()"))
            else:
                members = ", ".join(string_literal(str(m.value)) for m in type_.members)
                enums.append(TableEntryView(name, f"[{members}]"))
                if is_scalar(type_):
                    texts = ", ".join(json_literal(m.value) for m in type_.members)
                    values.append(TableEntryView(name, f"[{texts}]"))
        aliases = {s.alias: s.name for s in self._surface.types.namespaces if s.alias is not None}
        return SchemaTableView(
            f"{self._package}.{RUNTIME}",
            tuple(models),
            tuple(self._body_entries()),
            tuple(enums),
            tuple(
                TableEntryView(string_literal(alias), string_literal(namespace))
                for alias, namespace in sorted(aliases.items())
            ),
            not speaks_odata(self._surface),
            tuple(unions),
            tuple(values),
            "true" if traits_of(self._surface).qualified_enumerations else "false",
            is_older(self._surface.version),
            f"V{self._surface.version[:1]}",
        )

    def _body_entries(self) -> Iterator[TableEntryView]:
        """The bodies of actions by the actions' names; overloads are not told apart."""
        by_name: dict[str, Payload] = {}
        for body in self._bodies:
            by_name.setdefault(body.operation, body)
        for name, body in by_name.items():
            cls = f"global::{self._package}.{'.'.join(body.place)}"
            yield TableEntryView(string_literal(name), f"new {cls}()")


def _type_text(type_: StructuredType) -> str:
    kind = "entity" if type_.identity else "complex"
    abstract = "Abstract" if type_.abstract else "The"
    return documentation_text(type_.documentation) or f"{abstract} {kind} type {type_.name}."


def _property_text(name: str, value: ValueShape) -> str:
    held = f"Collection({value.type})" if value.collection else value.type
    return f"Property {name}: {held}."
