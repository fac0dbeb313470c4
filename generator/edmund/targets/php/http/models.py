"""Types as classes: a file for each structured type, enumeration and union, and the table of their names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from edmund.plan.said_members import said_members
from edmund.plan.unions import PlannedUnion, PlannedVariant, planned_union
from edmund.render.files import GeneratedFile
from edmund.surface.elements import Surface
from edmund.surface.lineage import Lineage
from edmund.surface.types import (
    Discriminator,
    EnumType,
    Named,
    NamedType,
    PropertyType,
    StructuredType,
    Type,
    UnionType,
)
from edmund.targets.php.http.shapes import json_literal, property_shape, shape
from edmund.targets.php.http.types import HttpTypes, or_null
from edmund.targets.php.imports import Imports
from edmund.targets.php.layout import Layout, Place
from edmund.targets.php.literals import (
    LINE_LENGTH,
    Bracketed,
    array,
    doc_comment,
    entry,
    laid_out,
    string_literal,
)
from edmund.targets.php.model_views import EnumView, ModelView, UnionView, VariantView
from edmund.targets.php.models import (
    MODELS,
    MODELS_FOLDER,
    accessors,
    constant,
    types_view,
)
from edmund.targets.php.names import distinct_names
from edmund.targets.prose import documentation_text

__all__ = ["HttpClasses", "variant_stems"]


class HttpClasses:
    """Lowers all types of a surface, with what is looked up once; `root` is the output's namespace."""

    def __init__(self, surface: Surface, layout: Layout, root: str) -> None:
        self._surface = surface
        self._layout = layout
        self._root = root
        self._lineage = Lineage(surface.types)
        self._said = said_members(surface.types)

    def files(self) -> Iterator[GeneratedFile]:
        """The classes, and the table of names."""
        table = types_view(self._layout, self._surface, self._root)
        yield GeneratedFile("src/Generated/Types.php", "models/types.php.jinja", table)
        for type_ in self._surface.types.types:
            place = self._layout.places[type_.name]
            path = f"{MODELS_FOLDER}/{place.path}"
            if isinstance(type_, StructuredType):
                yield GeneratedFile(path, "models/model.php.jinja", self._structured(type_, place))
            elif isinstance(type_, EnumType):
                yield GeneratedFile(path, "models/enum.php.jinja", self._enum(type_, place))
            else:
                yield GeneratedFile(path, "models/union.php.jinja", self._union(type_, place))

    def _types(self, place: Place) -> HttpTypes:
        """Types as the file of the class at `place` writes them."""
        imports = Imports(self._namespace(place), [place.cls])
        return HttpTypes(self._surface, self._layout, self._root, imports)

    def _namespace(self, place: Place) -> str:
        return place.full(f"{self._root}\\{MODELS}").rpartition("\\")[0]

    def _structured(self, type_: StructuredType, place: Place) -> ModelView:
        types = self._types(place)
        room = LINE_LENGTH - len(f"class {place.cls} extends ")
        if type_.base is None:
            base = types.imports.use(f"{self._root}\\Runtime\\Model")
        else:
            base = types.type_class(type_.base, room)
        stems = self._layout.stems[type_.name]
        inherited = {} if type_.base is None else self._lineage.members(type_.base)
        properties = tuple(
            accessors(
                types,
                member.name,
                stems[member.name],
                member.type,
                documentation_text(member.documentation),
                secret=member.secret,
            )
            for member in type_.properties
            if member.name not in inherited
        )
        return ModelView(
            self._namespace(place),
            bool(types.imports.statements()),
            types.imports.statements(),
            doc_comment(_text(type_, "type")),
            f"class {place.cls} extends {base}",
            self._schema(type_, inherited),
            properties,
        )

    def _schema(self, type_: StructuredType, inherited: Mapping[str, PropertyType]) -> str:
        types = self._surface.types
        items: list[str | Bracketed] = [entry("name", string_literal(type_.name))]
        if type_.discriminator is not None:
            items.append(entry("discriminator", _discriminator(type_.discriminator)))
        said = self._said[type_.name]
        if said:
            items.append(entry("said", array(entry(n, json_literal(v)) for n, v in said.items())))
        if type_.open or type_.additional is not None:
            items.append(entry("open", "true"))
        if type_.additional is not None:
            items.append(entry("additional", shape(type_.additional, types)))
        known = (
            entry(member.name, property_shape(member, types))
            for member in type_.properties
            if self._narrows(member, inherited.get(member.name))
        )
        items.append(entry("properties", array(known)))
        return laid_out(array(items), 4, before=len("public const SCHEMA = "))

    def _narrows(self, member: PropertyType, inherited: PropertyType | None) -> bool:
        """Whether the inherited getter can give values of the type that the property has here.

        Where it cannot, the property is read as the base declares it.
        """
        if inherited is None:
            return True
        blank = HttpTypes(self._surface, self._layout, self._root, Imports(""))
        own, above = blank.spelled(member.type), blank.spelled(inherited.type)
        return above.gives in (own.gives, "mixed") or _is_derived(
            member.type, inherited.type, self._lineage
        )

    def _enum(self, type_: EnumType, place: Place) -> EnumView:
        imports = Imports(self._namespace(place), [place.cls])
        base = imports.use(f"{self._root}\\Runtime\\OpenEnum")
        names = self._layout.members[type_.name]
        return EnumView(
            self._namespace(place),
            imports.statements(),
            doc_comment(
                documentation_text(type_.documentation)
                or f"Values of the enumeration {type_.name}."
            ),
            f"class {place.cls} extends {base}",
            tuple(
                constant(names[m.name], json_literal(m.value), documentation_text(m.documentation))
                for m in type_.members
            ),
        )

    def _union(self, type_: UnionType, place: Place) -> UnionView:
        plan = planned_union(type_, self._surface.types)
        types = self._types(place)
        base = types.imports.use(f"{self._root}\\Runtime\\Union")
        stems = variant_stems(plan, self._layout)
        variants = tuple(
            _variant(at, variant, stems[at], types) for at, variant in enumerate(plan.variants)
        )
        items: list[str | Bracketed] = [entry("name", string_literal(type_.name))]
        if plan.property is not None:
            items.append(entry("property", string_literal(plan.property)))
        shapes = (self._variant_facts(variant) for variant in plan.variants)
        items.append(entry("variants", array(shapes)))
        return UnionView(
            self._namespace(place),
            types.imports.statements(),
            doc_comment(_text(type_, "union")),
            f"class {place.cls} extends {base}",
            laid_out(array(items), 4, before=len("public const SCHEMA = ")),
            variants,
        )

    def _variant_facts(self, variant: PlannedVariant) -> Bracketed:
        kinds = sorted(kind.value for kind in variant.kinds)
        items: list[str | Bracketed] = [
            entry("shape", shape(variant.type, self._surface.types)),
            entry("kinds", array(map(string_literal, kinds))),
        ]
        if variant.values:
            items.append(entry("values", array(map(string_literal, variant.values))))
        if variant.member is not None:
            items.append(entry("member", string_literal(variant.member)))
        return array(items)


def variant_stems(plan: PlannedUnion, layout: Layout) -> tuple[str, ...]:
    """What follows `of`, `get` and `set` in the functions for the variants of a union."""
    wanted = {str(at): variant.name for at, variant in enumerate(plan.variants)}
    names = distinct_names(wanted, lambda at: layout.spelling.property(wanted[at])).names
    return tuple(names[at] for at in wanted)


def _variant(at: int, variant: PlannedVariant, stem: str, types: HttpTypes) -> VariantView:
    """The functions of a union for one of its types: `ofDog`, `getDog`, `setDog`."""
    room = LINE_LENGTH - 4 - len(f"public function get{stem}(): ?")
    found = types.spelled(variant.type, room)
    is_array = found.gives == "array"
    returned = (f"@return {found.documented}|null",) if is_array else ()
    taken = (f"@param {found.documented_taken} $value",) if is_array else ()
    return VariantView(
        doc_comment(f"The union of a value of {variant.name}.", taken, 4),
        _setting(f"public static function of{stem}", found.takes, "static"),
        str(at),
        doc_comment("Null where the value is of another type.", returned, 4),
        f"public function get{stem}(): {or_null(found.gives)}",
        bool(taken),
        doc_comment("", taken, 4),
        _setting(f"public function set{stem}", found.takes, "void"),
    )


def _setting(head: str, taken: str, returned: str) -> str:
    """A method that takes a value, with the brace of its body."""
    flat = f"{head}({taken} $value): {returned}"
    if 4 + len(flat) <= LINE_LENGTH:
        return f"{flat}\n    {{"
    return f"{head}(\n        {taken} $value\n    ): {returned} {{"


def _discriminator(found: Discriminator) -> Bracketed:
    mapping = array(entry(value, string_literal(name)) for value, name in found.mapping)
    return array([entry("property", string_literal(found.property)), entry("mapping", mapping)])


def _is_derived(own: Type, above: Type, lineage: Lineage) -> bool:
    if not isinstance(own, Named) or not isinstance(above, Named):
        return False
    return any(type_.name == above.name for type_ in lineage.upwards(own.name))


def _text(type_: NamedType, kind: str) -> str:
    return documentation_text(type_.documentation) or f"The {kind} {type_.name}."
