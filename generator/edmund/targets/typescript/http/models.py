"""Lowering of types: one module for each object, enumeration and union."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from edmund.render.files import GeneratedFile
from edmund.surface.elements import Surface
from edmund.surface.lineage import Lineage
from edmund.surface.types import (
    EnumType,
    MapOf,
    Named,
    Nullable,
    PropertyType,
    StructuredType,
    Type,
    UnionType,
)
from edmund.targets.prose import documentation_text
from edmund.targets.typescript.http.types import TypeText, ValueTexts, scalar_value
from edmund.targets.typescript.imports import Imports
from edmund.targets.typescript.layout import Layout
from edmund.targets.typescript.literals import doc_comment, property_key, string_literal
from edmund.targets.typescript.model_views import (
    EnumModuleView,
    EnumView,
    MemberView,
    ModelModuleView,
    UnionModuleView,
    UnionView,
)
from edmund.targets.typescript.models import (
    deprecation_tag,
    enum_object,
    lower_indexes,
)
from edmund.targets.typescript.source import (
    extends_clause,
    generic_alias,
    optional_member,
    union_alias,
)
from edmund.targets.typescript.types import MODELS, TypeTexts

__all__ = ["lower_http_models"]

# What modules name of the language itself.
_GLOBALS = ("Date", "Omit", "Uint8Array")
_KINDS = {str: "string", bool: "boolean", type(None): "null"}


def lower_http_models(surface: Surface, layout: Layout) -> Iterator[GeneratedFile]:
    """The modules of all types, and for each folder the module that exports them."""
    models = _Models(surface, layout)
    for type_ in surface.types.types:
        path = f"src/{MODELS}/{layout.places[type_.name].module}.ts"
        if isinstance(type_, StructuredType):
            yield GeneratedFile(path, "models/model.ts.jinja", models.object(type_))
        elif isinstance(type_, EnumType):
            yield GeneratedFile(path, "models/enum.ts.jinja", models.enum(type_))
        else:
            yield GeneratedFile(path, "models/union.ts.jinja", models.union(type_))
    yield from lower_indexes(layout, frozenset())


class _Models:
    """What all modules share."""

    def __init__(self, surface: Surface, layout: Layout) -> None:
        self._surface = surface
        self._layout = layout
        self._lineage = Lineage(surface.types)

    def _texts(self, name: str, *own: str) -> ValueTexts:
        place = self._layout.places[name]
        imports = Imports(f"{MODELS}/{place.module}", (place.name, *own, *_GLOBALS))
        return ValueTexts(TypeTexts(self._surface, self._layout, imports))

    # --- Objects

    def object(self, type_: StructuredType) -> ModelModuleView:
        place = self._layout.places[type_.name]
        shape = self._layout.shapes.get(type_.name)
        texts = self._texts(type_.name, *([] if shape is None else [shape]))
        changed = self._changed(type_)
        members = self._members(type_, changed, texts)
        base = self._base(type_, changed, texts)
        comment = doc_comment(_text_of(type_), 0, deprecation_tag(type_.documentation))
        unions: tuple[UnionView, ...] = ()
        if shape is not None:
            family = [shape, *self._derived(type_, texts)]
            unions = (UnionView(comment, union_alias(place.name, family)),)
            comment = doc_comment(f"What every {place.name} has, whichever it is.")
        head = f"export interface {shape or place.name}"
        imports = texts.names.imports.statements()
        return ModelModuleView(
            has_imports=bool(imports),
            imports=imports,
            comment=comment,
            heading=extends_clause(head, [base], not members),
            is_empty=not members,
            members=members,
            unions=unions,
            pages=(),
            creators=(),
        )

    def _changed(self, type_: StructuredType) -> tuple[str, ...]:
        """The names of inherited members that have another type here."""
        if type_.base is None:
            return ()
        texts = self._texts(type_.name)  # What is looked at is not imported.
        inherited = self._lineage.members(type_.base)
        names = self._layout.properties[type_.name]
        found = [
            names[own.name]
            for own in type_.properties
            if own.name in inherited
            and texts.of(own.type).without_null()
            != texts.of(inherited[own.name].type).without_null()
        ]
        if type_.additional is not None and self._additional(type_, texts) != self._additional(
            self._surface.types.structured(type_.base), texts
        ):
            found.append("additionalData")
        return tuple(found)

    def _additional(self, type_: StructuredType | None, texts: ValueTexts) -> TypeText | None:
        """The type of members that are not declared, where one is said."""
        at = type_
        while at is not None and at.additional is None:
            at = self._surface.types.structured(at.base)
        return None if at is None or at.additional is None else texts.of(at.additional)

    def _base(
        self, type_: StructuredType, changed: Sequence[str], texts: ValueTexts
    ) -> tuple[str, tuple[str, ...]]:
        if type_.base is None:
            additional = self._additional(type_, texts)
            model = texts.names.runtime("values", "Model")
            is_said = additional is not None and additional.source != "unknown"
            return model, ((additional.source,) if is_said and additional is not None else ())
        place = self._layout.places[type_.base]
        shape = self._layout.shapes.get(type_.base, place.name)
        base = texts.names.imports.use(f"{MODELS}/{place.module}", shape)
        if not changed:
            return base, ()
        return "Omit", (base, " | ".join(map(string_literal, changed)))

    def _members(
        self, type_: StructuredType, changed: Sequence[str], texts: ValueTexts
    ) -> tuple[MemberView, ...]:
        inherited = {} if type_.base is None else self._lineage.members(type_.base)
        names = self._layout.properties[type_.name]
        found = [
            _member(own, names[own.name], texts)
            for own in type_.properties
            if own.name not in inherited or names[own.name] in changed
        ]
        if "additionalData" in changed and type_.additional is not None:
            text = texts.of(MapOf(type_.additional)).source
            found.append(MemberView(False, "", optional_member("additionalData", text, False)))
        return tuple(found)

    def _derived(self, type_: StructuredType, texts: ValueTexts) -> list[str]:
        below = self._surface.types.derived_by_name[type_.name]
        return sorted(texts.names.name(name) for name in below)

    # --- Enumerations

    def enum(self, type_: EnumType) -> EnumModuleView:
        name = self._layout.places[type_.name].name
        values = f"{name}Object"
        texts = self._texts(type_.name, values)
        open_enum = texts.names.runtime("values", "OpenEnum")
        names = self._layout.members[type_.name]
        text = documentation_text(type_.documentation) or f"Values of {type_.name}."
        kinds = {_KINDS.get(type(member.value), "number") for member in type_.members}
        others = " | ".join(sorted(kinds - {"null"})) or "string"
        arguments = [f"typeof {values}", *([] if others == "string" else [others])]
        rows = [(m, names[m.name], scalar_value(m.value)) for m in type_.members]
        return EnumModuleView(
            texts.names.imports.statements(),
            EnumView(
                comment=doc_comment(text, 0, deprecation_tag(type_.documentation)),
                object=enum_object(f"export const {values} =", rows),
                alias=generic_alias(name, open_enum, arguments),
            ),
        )

    # --- Unions

    def union(self, type_: UnionType) -> UnionModuleView:
        texts = self._texts(type_.name)
        found: dict[str, None] = {}
        for variant in self._variants(type_, frozenset({type_.name})):
            found.update(dict.fromkeys(texts.of(variant).alternatives))
        raw = texts.names.runtime("values", "RawJson")
        alternatives = ["unknown"] if "unknown" in found else [*found, raw]
        text = documentation_text(type_.documentation) or f"One of the types of {type_.name}."
        name = self._layout.places[type_.name].name
        return UnionModuleView(
            texts.names.imports.statements(),
            UnionView(
                doc_comment(text, 0, deprecation_tag(type_.documentation)),
                union_alias(name, alternatives),
            ),
        )

    def _variants(self, union: UnionType, above: frozenset[str]) -> Iterator[Type]:
        """The variants; in the place of unions of which this one is a variant itself theirs, as no alias may be."""
        for variant in union.variants:
            inner = self._union_of(variant)
            if inner is None or not self._leads_to(inner, above):
                yield variant
            elif inner.name not in above:
                yield from self._variants(inner, above | {inner.name})

    def _union_of(self, type_: Type) -> UnionType | None:
        plain = type_.type if isinstance(type_, Nullable) else type_
        found = self._surface.types.by_name.get(plain.name) if isinstance(plain, Named) else None
        return found if isinstance(found, UnionType) else None

    def _leads_to(self, union: UnionType, wanted: frozenset[str]) -> bool:
        """Whether a union is one of those wanted, or has one among its variants, theirs included."""
        seen: set[str] = set()
        pending = [union]
        while pending:
            at = pending.pop()
            if at.name in wanted:
                return True
            if at.name not in seen:
                seen.add(at.name)
                pending.extend(u for v in at.variants if (u := self._union_of(v)) is not None)
        return False


def _member(member: PropertyType, name: str, texts: ValueTexts) -> MemberView:
    documentation = member.documentation
    comment = doc_comment(documentation_text(documentation), 2, deprecation_tag(documentation))
    text = texts.of(member.type).without_null()
    source = optional_member(property_key(name), text.source, text.is_name)
    return MemberView(bool(comment), comment, source)


def _text_of(type_: StructuredType) -> str:
    return documentation_text(type_.documentation) or f"The type {type_.name}."
