"""Lowering of types: one module for each, with the page of its collections beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from edmund.render.files import GeneratedFile
from edmund.surface.elements import Surface
from edmund.surface.type_parts import list_of
from edmund.surface.types import (
    Documentation,
    EnumMember,
    EnumType,
    PropertyType,
    StructuredType,
)
from edmund.targets.prose import documentation_text
from edmund.targets.typescript.imports import Imports
from edmund.targets.typescript.layout import Layout
from edmund.targets.typescript.literals import (
    LINE_LENGTH,
    doc_comment,
    property_key,
    string_literal,
)
from edmund.targets.typescript.model_views import (
    CreatorView,
    EnumModuleView,
    EnumView,
    IndexView,
    MemberView,
    ModelModuleView,
    PageView,
    UnionView,
)
from edmund.targets.typescript.source import (
    extends_clause,
    optional_member,
    shape_heading,
    type_alias,
    union_alias,
    width,
)
from edmund.targets.typescript.types import MODELS, TypeTexts

__all__ = ["deprecation_tag", "enum_object", "lower_indexes", "lower_models"]


def lower_models(surface: Surface, layout: Layout) -> Iterator[GeneratedFile]:
    """The modules of all types, and for each folder the module that exports them."""
    naming = frozenset(
        t.name for t in surface.types.classes if isinstance(t, StructuredType) and t.says_type
    )
    for type_ in surface.types.types:
        place = layout.places.get(type_.name)
        if place is None:
            continue
        path = f"src/{MODELS}/{place.module}.ts"
        if isinstance(type_, StructuredType):
            view = _module(type_, surface, layout)
            yield GeneratedFile(path, "models/model.ts.jinja", view)
        elif isinstance(type_, EnumType):
            yield GeneratedFile(path, "models/enum.ts.jinja", _enum(type_, layout))
    yield from lower_indexes(layout, naming)


def lower_indexes(layout: Layout, naming: frozenset[str]) -> Iterator[GeneratedFile]:
    """For each folder the module that exports all of it; `naming` are types that come with a function."""
    for folder in layout.folders:
        inside = sorted(
            (place.module.rpartition("/")[2], name in layout.members or name in naming)
            for name, place in layout.places.items()
            if place.folder == folder
        )
        exports = tuple(
            f"export {'*' if has_value else 'type *'} from {string_literal(f'./{module}.js')};"
            for module, has_value in inside
        )
        if exports:
            path = "/".join(part for part in ("src", MODELS, folder, "index.ts") if part)
            yield GeneratedFile(path, "models/index.ts.jinja", IndexView(exports))


def _module(type_: StructuredType, surface: Surface, layout: Layout) -> ModelModuleView:
    place = layout.places[type_.name]
    page = layout.pages.get(type_.name)
    shape = layout.shapes.get(type_.name)
    creator = f"create{place.name}"
    parameter = _parameter(type_, layout)
    made = [creator] if type_.says_type else []
    own = [each for each in (place.name, page, shape, parameter, *made) if each is not None]
    imports = Imports(f"{MODELS}/{place.module}", own)
    texts = TypeTexts(surface, layout, imports)
    members = _members(type_, layout, texts)
    comment = doc_comment(_type_text(type_), 0, deprecation_tag(type_.documentation))
    parent, arguments = _parent(type_, layout, texts)
    heading = extends_clause(f"export interface {place.name}", [(parent, arguments)], not members)
    unions: tuple[UnionView, ...] = ()
    itself = place.name
    if shape is not None:
        itself = f"{shape}<{string_literal(f'#{type_.name}')}>"
        unions = (UnionView(comment, union_alias(place.name, _family(type_, itself, texts))),)
        comment = doc_comment(f"What every {place.name} has, whichever it is.")
        base = f"{parent}<{', '.join(arguments)}>" if arguments else parent
        heading = shape_heading(shape, parameter, base, not members)
    pages = (_page(type_.name, page, texts),) if page is not None else ()
    return ModelModuleView(
        has_imports=bool(imports.statements()),
        imports=imports.statements(),
        comment=comment,
        heading=heading,
        is_empty=not members,
        members=members,
        unions=unions,
        pages=pages,
        creators=(_creator(creator, itself, type_.name),) if type_.says_type else (),
    )


def _parent(type_: StructuredType, layout: Layout, texts: TypeTexts) -> tuple[str, tuple[str, ...]]:
    """The interface that a type's own extends, and the argument that it takes: which type the value says it is."""
    base = layout.places.get(type_.base) if type_.base is not None else None
    if base is None or type_.base is None:
        return texts.runtime("model", "Model"), ()
    shape = layout.shapes.get(type_.base)
    if shape is None:
        return texts.imports.use(f"{MODELS}/{base.module}", base.name), ()
    is_parent = type_.name in layout.shapes
    said = _parameter(type_, layout) if is_parent else string_literal(f"#{type_.name}")
    return texts.imports.use(f"{MODELS}/{base.module}", shape), (said,)


def _members(type_: StructuredType, layout: Layout, texts: TypeTexts) -> tuple[MemberView, ...]:
    """What the type's interface has beyond that of its base."""
    inherited = layout.properties.get(type_.base, {}) if type_.base is not None else {}
    names = layout.properties[type_.name]
    found = [_member(m, names[m.name], texts) for m in type_.properties if m.name not in inherited]
    if type_.name in layout.shapes and type_.base not in layout.shapes:
        said = f"odataType?: {_parameter(type_, layout)} | null;"
        found.insert(0, MemberView(False, "", said))
    return tuple(found)


def _parameter(type_: StructuredType, layout: Layout) -> str:
    """The type parameter of the interface of a type from which others derive; it hides no other type."""
    return "T_" if layout.places[type_.name].name == "T" else "T"


def _family(type_: StructuredType, itself: str, texts: TypeTexts) -> list[str]:
    """What a value may be where the type is declared: of the type itself, or of one derived from it."""
    below = (texts.layout.places[name] for name in texts.surface.types.derived_by_name[type_.name])
    named = (texts.imports.use(f"{MODELS}/{place.module}", place.name) for place in below)
    return [itself, *sorted(named)]


def _member(member: PropertyType, name: str, texts: TypeTexts) -> MemberView:
    comment = doc_comment(
        documentation_text(member.documentation), 2, deprecation_tag(member.documentation)
    )
    written, is_named = texts.value(member.type)
    source = optional_member(property_key(name), written, is_named)
    return MemberView(bool(comment), comment, source)


def deprecation_tag(documentation: Documentation) -> str:
    """What `@deprecated` says; the text above it has the dates."""
    deprecated = documentation.deprecation
    return "" if deprecated is None else deprecated.description or "See above."


def _page(name: str, page: str, texts: TypeTexts) -> PageView:
    base = texts.runtime("operations", "BaseCollectionPaginationCountResponse")
    written, is_named = texts.value(list_of(name))
    return PageView(
        doc_comment(f"One page of a collection of {name}."),
        extends_clause(f"export interface {page}", [(base, ())]),
        optional_member("value", written, is_named),
    )


def _creator(name: str, interface: str, type_name: str) -> CreatorView:
    """A function of which both lines are laid out."""
    flat = f"export function {name}(values: {interface} = {{}}): {interface} {{"
    if width(flat) > LINE_LENGTH:
        flat = f"export function {name}(\n  values: {interface} = {{}},\n): {interface} {{"
    literal = string_literal(f"#{type_name}")
    result = f"return {{ odataType: {literal}, ...values }};"
    if 2 + width(result) > LINE_LENGTH:
        entry = f"odataType: {literal},"
        if 4 + width(entry) > LINE_LENGTH:
            entry = f"odataType:\n      {literal},"
        result = f"return {{\n    {entry}\n    ...values,\n  }};"
    return CreatorView(flat, result)


def _type_text(type_: StructuredType) -> str:
    kind = "entity" if type_.identity else "complex"
    abstract = "Abstract" if type_.abstract else "The"
    return documentation_text(type_.documentation) or f"{abstract} {kind} type {type_.name}."


def _enum(type_: EnumType, layout: Layout) -> EnumModuleView:
    name = layout.places[type_.name].name
    object_ = f"{name}Object"
    imports = Imports(f"{MODELS}/{layout.places[type_.name].module}", (name, object_))
    open_enum = imports.use("runtime/model", "OpenEnum")
    members = layout.members[type_.name]
    kind = "Flags" if type_.flags else "Values"
    text = documentation_text(type_.documentation) or f"{kind} of the enumeration {type_.name}."
    return EnumModuleView(
        imports.statements(),
        EnumView(
            comment=doc_comment(text, 0, deprecation_tag(type_.documentation)),
            object=enum_object(
                f"export const {object_} =",
                [(m, members[m.name], string_literal(m.name)) for m in type_.members],
            ),
            alias=type_alias(name, open_enum, f"typeof {object_}"),
        ),
    )


EnumRow = tuple[EnumMember, str, str]
"""A member, its name and the literal of its value."""


def enum_object(head: str, rows: Sequence[EnumRow]) -> str:
    """The object with the members of an enumeration; below its name where that leaves no room."""
    if not rows:
        return f"{head} {{}} as const;"
    deep = width(head) + 2 > LINE_LENGTH
    pad = "  " if deep else ""
    lines = "".join(f"{pad}  {line}\n" for row in rows for line in _enum_row(row, len(pad) + 2))
    start = f"{head}\n  {{" if deep else f"{head} {{"
    return f"{start}\n{lines}{pad}}} as const;"


def _enum_row(row: EnumRow, indent: int) -> Iterator[str]:
    """Comment and source of a member; the first line of each is not indented."""
    member, name, literal = row
    comment = doc_comment(
        documentation_text(member.documentation), indent, deprecation_tag(member.documentation)
    )
    if comment:
        yield comment
    key = property_key(name)
    source = f"{key}: {literal},"
    if indent + width(source) > LINE_LENGTH and width(key) >= 5:
        source = f"{key}:\n{' ' * (indent + 2)}{literal},"
    yield source
