"""Lowering of types: a file for each class."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from edmund.plan.service import is_older, speaks_odata, traits_of
from edmund.render.files import GeneratedFile
from edmund.surface.elements import Parameter, Surface
from edmund.surface.shapes import PropertyShape, StructuredShape
from edmund.surface.type_parts import list_of, wire_of
from edmund.surface.type_schema import TypeSchema
from edmund.surface.types import EnumType, PropertyType, StructuredType, Type
from edmund.targets.php.facts import property_entries
from edmund.targets.php.imports import Imports
from edmund.targets.php.layout import Layout, Place
from edmund.targets.php.literals import (
    LINE_LENGTH,
    Bracketed,
    array,
    doc_comment,
    entry,
    laid_out,
    scalar_literal,
    string_literal,
)
from edmund.targets.php.model_views import (
    ConstantView,
    EnumView,
    ModelView,
    PropertyView,
    TypeEntryView,
    TypesView,
)
from edmund.targets.php.php_types import PhpTypes, PropertyTypes
from edmund.targets.prose import documentation_text

__all__ = [
    "MODELS",
    "MODELS_FOLDER",
    "ModelClasses",
    "accessors",
    "constant",
    "schema_constant",
    "types_view",
    "wires_of",
]

MODELS = "Generated\\Models"
MODELS_FOLDER = "src/Generated/Models"
_SECRET = "#[\\SensitiveParameter] "


class ModelClasses:
    """Lowers all types of a model, with what is looked up once; `root` is the output's namespace."""

    def __init__(self, surface: Surface, schema: TypeSchema, layout: Layout, root: str) -> None:
        self._surface = surface
        self._schema = schema
        self._layout = layout
        self._root = root

    def files(self) -> Iterator[GeneratedFile]:
        """The classes, the pages of their collections, and the table of names."""
        table = types_view(self._layout, self._surface, self._root)
        yield GeneratedFile("src/Generated/Types.php", "models/types.php.jinja", table)
        for type_ in self._surface.types.types:
            place = self._layout.places.get(type_.name)
            if place is None:
                continue
            path = f"{MODELS_FOLDER}/{place.path}"
            if isinstance(type_, StructuredType):
                yield GeneratedFile(path, "models/model.php.jinja", self._structured(type_, place))
            elif isinstance(type_, EnumType):
                yield GeneratedFile(path, "models/enum.php.jinja", self._enum(type_, place))
        for name, place in self._layout.pages.items():
            yield GeneratedFile(
                f"{MODELS_FOLDER}/{place.path}", "models/model.php.jinja", self._page(name, place)
            )

    def _namespace(self, place: Place) -> str:
        return place.full(f"{self._root}\\{MODELS}").rpartition("\\")[0]

    def _structured(self, type_: StructuredType, place: Place) -> ModelView:
        namespace = self._namespace(place)
        imports = Imports(namespace, [place.cls])
        types = PhpTypes(self._surface, self._layout, self._root, imports)
        base_place = self._layout.places.get(type_.base) if type_.base is not None else None
        base = (
            imports.use(f"{self._root}\\Runtime\\Model")
            if base_place is None
            else imports.use(
                base_place.full(f"{self._root}\\{MODELS}"),
                LINE_LENGTH - len(f"class {place.cls} extends "),
            )
        )
        stems = self._layout.stems[type_.name]
        inherited = self._layout.stems.get(type_.base, {}) if type_.base is not None else {}
        members = type_.properties
        own = [member for member in members if member.name not in inherited]
        secrets = frozenset(
            m.name for m in self._schema.lineage.members(type_.name).values() if m.secret
        )
        properties = tuple(
            accessors(
                types,
                member.name,
                stems[member.name],
                member.type,
                documentation_text(member.documentation),
                secret=member.name in secrets,
            )
            for member in own
        )
        shape = self._schema.structured(type_.name)
        assert shape is not None
        base_shape = self._schema.structured(type_.base) if base_place and type_.base else None
        facts = {
            "entity": type_.identity,
            "abstract": type_.abstract,
            "open": shape.open,
            "opaque": shape.opaque,
            "saysType": type_.says_type,
        }
        return ModelView(
            namespace,
            bool(imports.statements()),
            imports.statements(),
            doc_comment(_type_text(type_)),
            f"class {place.cls} extends {base}",
            schema_constant(
                type_.name, shape, base_shape, secrets, facts.items(), wires_of(members)
            ),
            properties,
        )

    def _enum(self, type_: EnumType, place: Place) -> EnumView:
        namespace = self._namespace(place)
        imports = Imports(namespace, [place.cls])
        base = imports.use(f"{self._root}\\Runtime\\{'FlagsEnum' if type_.flags else 'OpenEnum'}")
        kind = "Flags" if type_.flags else "Values"
        names = self._layout.members[type_.name]
        return EnumView(
            namespace,
            imports.statements(),
            doc_comment(
                documentation_text(type_.documentation)
                or f"{kind} of the enumeration {type_.name}."
            ),
            f"class {place.cls} extends {base}",
            tuple(
                constant(names[m.name], string_literal(m.name), documentation_text(m.documentation))
                for m in type_.members
            ),
        )

    def _page(self, name: str, place: Place) -> ModelView:
        namespace = self._namespace(place)
        imports = Imports(namespace, [place.cls])
        types = PhpTypes(self._surface, self._layout, self._root, imports)
        items = list_of(name)
        base = imports.use(f"{self._root}\\Runtime\\CollectionPage")
        value = accessors(types, "value", "Value", items, "")
        shape = StructuredShape("", {"value": PropertyShape("value", self._schema.value(items))})
        return ModelView(
            namespace,
            True,
            imports.statements(),
            doc_comment(f"One page of a collection of {name}."),
            f"class {place.cls} extends {base}",
            schema_constant("", shape, None, frozenset(), ()),
            (value,),
        )


def _older_version(version: str, root: str) -> str:
    """The runtime's constant for an OData version before 4.0, with its qualified name."""
    return f"{root}\\Runtime\\Older\\Version::V{version.partition('.')[0]}"


def types_view(layout: Layout, surface: Surface, root: str) -> TypesView:
    """The table of classes by name; `root` is the output's namespace."""
    classes = tuple(
        _table_entry(string_literal(name), f"{place.full('Models')}::class")
        for name, place in layout.places.items()
    )
    aliases = tuple(
        _table_entry(string_literal(schema.alias), string_literal(schema.name))
        for schema in surface.types.namespaces
        if schema.alias is not None
    )
    return TypesView(
        f"{root}\\Generated",
        classes,
        bool(classes),
        aliases,
        bool(aliases),
        speaks_odata(surface),
        scalar_literal(traits_of(surface).qualified_enumerations),
        f"{root}\\Runtime\\Dialect",
        f"\\{_older_version(surface.version, root)}" if is_older(surface.version) else "null",
    )


def _table_entry(key: str, value: str) -> TypeEntryView:
    """An entry on one line, or on two where it would be too long."""
    fits = 8 + len(key) + len(" => ") + len(value) < LINE_LENGTH
    return TypeEntryView(f"{key} =>" if fits else f"{key}\n            =>", value)


def accessors(
    types: PropertyTypes, wire: str, stem: str, type_: Type, text: str, *, secret: bool = False
) -> PropertyView:
    """The getter and the setter of one property; a secret one's value is in no trace of an exception."""
    accessor = types.accessor(type_, LINE_LENGTH - 4 - len(f"public function get{stem}(): ?"))
    literal = string_literal(wire)
    returned = (f"@return {accessor.documented_return}",) if accessor.documented_return else ()
    taken = (
        (f"@param {accessor.documented_parameter} $value",) if accessor.documented_parameter else ()
    )
    getter = doc_comment(text, returned, 4)
    setter = doc_comment("", taken, 4)
    parameter = f"{_SECRET if secret else ''}{accessor.takes} $value"
    setting = f"public function set{stem}({parameter}): void"
    broken = 4 + len(setting) > LINE_LENGTH
    if broken:
        setting = f"public function set{stem}(\n        {parameter}\n    ): void"
    return PropertyView(
        bool(getter),
        getter,
        f"public function get{stem}(): {accessor.returns}",
        _call(f"return $this->{accessor.read}", literal),
        bool(setter),
        setter,
        setting,
        broken,
        _call(f"$this->{accessor.write}", literal),
    )


def _call(call: str, wire: str) -> str:
    """A call with its wire name filled in, laid out at the depth of a method's body."""
    head, _, rest = call.partition("(")
    arguments = tuple(
        wire if argument == "{wire}" else argument
        for argument in rest.removesuffix(")").split(", ")
    )
    return laid_out(Bracketed(head, arguments), 8) + ";"


def wires_of(members: Iterable[PropertyType | Parameter]) -> Mapping[str, str]:
    """The types that values have on the wire of an older version of OData, where they are others."""
    found = {member.name: wire_of(member.type) for member in members}
    return {name: wire for name, wire in found.items() if wire is not None}


def schema_constant(
    name: str,
    shape: StructuredShape,
    base: StructuredShape | None,
    secrets: frozenset[str],
    facts: Iterable[tuple[str, bool]],
    wires: Mapping[str, str] = MappingProxyType({}),
) -> str:
    """The value of a model's SCHEMA, laid out at the depth of a class's body."""
    items: list[str | Bracketed] = [entry("name", string_literal(name))]
    items += [entry(fact, "true") for fact, value in facts if value]
    items.append(entry("properties", array(property_entries(shape, base, secrets, wires))))
    return laid_out(array(items), 4, before=len("public const SCHEMA = "))


def constant(name: str, value: str, text: str) -> ConstantView:
    """The constant of a member; `value` is a literal, and `text` says more of it."""
    before = len(f"public const {name} = ")
    comment = doc_comment(text, (), 4)
    if 4 + before + len(value) + 1 > LINE_LENGTH:
        return ConstantView(bool(comment), comment, f"{name} =\n        {laid_out(value, 8)}")
    return ConstantView(bool(comment), comment, f"{name} = {value}")


def _type_text(type_: StructuredType) -> str:
    kind = "entity" if type_.identity else "complex"
    abstract = "Abstract" if type_.abstract else "The"
    return documentation_text(type_.documentation) or f"{abstract} {kind} type {type_.name}."
