"""Lowering of structured types, of pages, and of what operations take and give: one file for each class."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from edmund.naming.distinct import distinct
from edmund.plan.service import speaks_odata
from edmund.surface.elements import Parameter, Surface
from edmund.surface.shapes import PropertyShape
from edmund.surface.type_parts import list_of, name_of, wire_of
from edmund.surface.type_schema import TypeSchema
from edmund.surface.types import (
    Documentation,
    ListOf,
    Nullable,
    PropertyType,
    StructuredType,
    Type,
)
from edmund.targets.java.imports import Imports
from edmund.targets.java.json_shapes import JsonShapes
from edmund.targets.java.layout import Layout, Place
from edmund.targets.java.literals import javadoc
from edmund.targets.java.shapes import describe_property, describe_type
from edmund.targets.java.source import (
    Call,
    Text,
    class_header,
    constant,
    signature,
    statement,
)
from edmund.targets.java.types import JavaType, Types
from edmund.targets.java.views import MemberView, ModelView
from edmund.targets.prose import deprecation_text, documentation_text

__all__ = ["SCHEMA", "Classes", "Payload"]

SCHEMA = "SchemaTypes"
"""The class with the table of all types, in the package `schema`."""

_LINKS = ("OdataNextLink", "OdataDeltaLink", "OdataCount")


@dataclass(frozen=True, slots=True)
class Payload:
    """A class of one operation; `paged` means that the answer may link to a next page."""

    place: Place
    operation: str
    fields: tuple[Parameter, ...]
    paged: bool = False
    is_body: bool = False


@dataclass(frozen=True, slots=True)
class _Member:
    """A property as its class declares it."""

    wire_name: str
    suffix: str
    type: Type
    doc: str
    deprecated: str = ""


class Classes:
    """Lowers classes of models, with what is looked up once for a model."""

    def __init__(self, surface: Surface, layout: Layout) -> None:
        self._surface = surface
        self._layout = layout
        self._schema = TypeSchema(surface.types)
        self._of_json = None if speaks_odata(surface) else JsonShapes(surface.types)

    def type(self, type_: StructuredType) -> ModelView:
        """The class of a structured type."""
        place = self._layout.places[type_.name]
        types = self._types(place)
        base_place = self._layout.places.get(type_.base or "")
        base = (
            types.imports.runtime("Model")
            if base_place is None
            else types.imports.use(base_place.package, base_place.cls)
        )
        suffixes = self._layout.properties[type_.name]
        inherited = self._layout.properties.get(type_.base or "", {})
        declared = type_.properties
        members = [_member(m, suffixes[m.name]) for m in declared if m.name not in inherited]
        factory = "selfNaming" if type_.says_type else "of"
        return self._view(
            types,
            place,
            _type_text(type_, of_odata=self._of_json is None),
            class_header(f"public class {place.cls}", base),
            factory,
            type_.name,
            self._statements(type_, types),
            members,
            presets=() if self._of_json is None else self._of_json.presets(type_),
            additional=None if self._of_json is None else self._of_json.additional(type_),
        )

    def page(self, name: str) -> ModelView:
        """The class of one page of a collection of a type (OData JSON Format 4.01, section 13)."""
        place = self._layout.pages[name]
        types = self._types(place)
        reference = list_of(name)
        shape = PropertyShape("value", self._schema.value(reference), navigation=True)
        return self._view(
            types,
            place,
            f"One page of a collection of {name}.",
            self._paged_header(types, place, name),
            "payload",
            f"Collection({name})",
            ("super.describe(shape);", describe_property(shape)),
            [_Member("value", "Value", reference, "The items.")],
            has_value=True,
        )

    def payload(self, payload: Payload) -> ModelView:
        """The class of an action's body or of an operation's answer."""
        place = payload.place
        types = self._types(place)
        spelling = self._layout.spelling
        names = distinct(
            [f.name for f in payload.fields],
            lambda name: spelling.member(payload.operation, name),
            _LINKS if payload.paged else (),
        ).names
        members = [_field_member(f, names[f.name]) for f in payload.fields]
        statements = [
            describe_property(self._field_shape(f), secret=f.secret, wire=wire_of(f.type))
            for f in payload.fields
        ]
        if payload.paged:
            header = self._paged_header(types, place, name_of(payload.fields[0].type))
            statements.insert(0, "super.describe(shape);")
        else:
            model = types.imports.runtime("Model")
            header = class_header(f"public class {place.cls}", model)
        role = "What is sent to" if payload.is_body else "What is answered by"
        return self._view(
            types,
            place,
            f"{role} {payload.operation}.",
            header,
            "payload",
            payload.operation,
            tuple(statements),
            members,
            has_value=payload.paged,
        )

    def _types(self, place: Place) -> Types:
        imports = Imports(place.package, self._layout.root, (place.cls,))
        return Types(self._surface, self._layout, imports)

    def _paged_header(self, types: Types, place: Place, item: str) -> str:
        base = types.imports.use(
            f"{self._layout.root}.models", "BaseCollectionPaginationCountResponse"
        )
        page = f"{types.imports.runtime('Page')}<{types.name(item)}>"
        return class_header(f"public class {place.cls}", base, (page,))

    def _view(
        self,
        types: Types,
        place: Place,
        text: str,
        header: str,
        factory: str,
        type_name: str,
        statements: tuple[str, ...],
        members: Sequence[_Member],
        *,
        has_value: bool = False,
        presets: tuple[str, ...] = (),
        additional: Type | None = None,
    ) -> ModelView:
        imports, cls = types.imports, place.cls
        model_type = imports.runtime("ModelType")
        schema = imports.use(f"{self._layout.root}.schema", SCHEMA)
        made = Call(
            f"{model_type}.{factory}",
            (f"{schema}.SCHEMA", Text(type_name), f"{cls}.class", f"{cls}::new"),
        )
        shape = imports.runtime("TypeShape") if statements else ""
        others = None if additional is None else types.value(additional)
        additional_header = "" if others is None else _additional_header(others, imports)
        views = tuple(
            _member_view(m, types, overrides=has_value and m.wire_name == "value") for m in members
        )
        return ModelView(
            package=place.package,
            imports=imports.statements(),
            doc=javadoc(text),
            header=header,
            type_doc="/** The type in the schema, and what makes models of JSON. */",
            type_constant=constant(f"public static final {model_type}<{cls}>", "TYPE", made),
            type_method=f"protected {model_type}<?> type() {{",
            has_statements=bool(statements),
            describe=f"protected void describe({shape} shape) {{",
            statements=statements,
            members=views,
            has_presets=bool(presets),
            constructor=f"public {cls}() {{",
            presets=presets,
            has_additional=others is not None,
            additional=additional_header,
            additional_body=(
                ""
                if others is None
                else statement("return ", Call("additional", (others.codec,)), 4)
            ),
        )

    def _statements(self, type_: StructuredType, types: Types) -> tuple[str, ...]:
        if self._of_json is not None:
            return self._of_json.statements(type_, types)
        shape = self._schema.structured(type_.name)
        base = self._schema.structured(type_.base) if type_.base is not None else None
        assert shape is not None
        lineage = self._schema.lineage
        members = lineage.members(type_.name)
        secrets = frozenset(m.name for m in members.values() if m.secret)
        wires = {m.name: wire_of(m.type) for m in members.values()}
        is_entity = type_.identity
        return describe_type(shape, base, secrets, wires, is_entity=is_entity)

    def _field_shape(self, field: Parameter) -> PropertyShape:
        value = self._schema.value(field.type)
        return PropertyShape(field.name, value, required_on_create=field.required)


def _additional_header(others: JavaType, imports: Imports) -> str:
    returned = f"{imports.use('java.util', 'Map')}<String, {others.name}>"
    return signature(f"public {returned}", "additionalProperties", ())


def _type_text(type_: StructuredType, *, of_odata: bool) -> str:
    documented = documentation_text(type_.documentation)
    if documented:
        return documented
    if not of_odata:
        return f"The type {type_.name}."
    kind = "entity" if type_.identity else "complex"
    abstract = "abstract " if type_.abstract else ""
    return f"The {abstract}{kind} type {type_.name}."


def _member(member: PropertyType, suffix: str) -> _Member:
    text, deprecated = _texts(member.documentation)
    return _Member(member.name, suffix, member.type, text, deprecated)


def _field_member(field: Parameter, suffix: str) -> _Member:
    text, deprecated = _texts(field.documentation)
    return _Member(field.name, suffix, field.type, text, deprecated)


def _texts(documentation: Documentation) -> tuple[str, str]:
    """What an element is, and how its deprecation is told."""
    parts = (documentation.description, documentation.long_description)
    deprecated = documentation.deprecation
    return (
        "\n\n".join(part for part in parts if part),
        "" if deprecated is None else deprecation_text(deprecated),
    )


def _member_view(member: _Member, types: Types, *, overrides: bool) -> MemberView:
    imports = types.imports
    plain = member.type.type if isinstance(member.type, Nullable) else member.type
    one = types.value(plain.item if isinstance(plain, ListOf) else plain)
    name, kind = one.name, ""
    if isinstance(plain, ListOf):
        name, kind = f"{imports.use('java.util', 'List')}<{one.name}>", "List"
    elif types.is_flags(name_of(plain)):
        name, kind = f"{imports.use('java.util', 'Set')}<{one.name}>", "Flags"
    nullable = f"@{imports.runtime('Nullable')}"
    wire = Text(member.wire_name)
    doc = javadoc(member.doc, 2, member.deprecated)
    head = [line for line in (doc,) if line]
    setter_head = []
    if member.deprecated:
        head.append("@Deprecated")
        setter_head.append("@Deprecated")
    if overrides:
        head.append("@Override")
    return MemberView(
        has_head=bool(head),
        head="\n  ".join(head),
        getter=signature(f"public {nullable} {name}", f"get{member.suffix}", ()),
        read=statement("return ", Call(f"read{kind}", (wire, one.codec)), 4),
        has_setter_head=bool(setter_head),
        setter_head="\n  ".join(setter_head),
        setter=signature("public void", f"set{member.suffix}", (f"{nullable} {name} value",)),
        write=statement("", Call(f"write{kind}", (wire, "value", one.codec)), 4),
    )
