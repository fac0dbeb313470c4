"""Lowering of types: a file for each class."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from edmund.model import vocabulary
from edmund.model.elements import (
    EnumType,
    Model,
    NavigationProperty,
    Property,
    StructuredType,
    TypeKind,
    TypeReference,
)
from edmund.model.schema import ModelSchema
from edmund.model.self_naming import self_naming_types
from edmund.model.shapes import PropertyShape, StructuredShape
from edmund.render.files import GeneratedFile
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
from edmund.targets.php.php_types import PhpTypes
from edmund.targets.prose import element_text

__all__ = ["MODELS", "ModelClasses", "accessors", "schema_constant"]

MODELS = "Generated\\Models"
_FOLDER = "src/Generated/Models"
_SECRET = "#[\\SensitiveParameter] "


class ModelClasses:
    """Lowers all types of a model, with what is looked up once; `root` is the output's namespace."""

    def __init__(self, model: Model, schema: ModelSchema, layout: Layout, root: str) -> None:
        self._model = model
        self._schema = schema
        self._layout = layout
        self._root = root
        self._self_naming = self_naming_types(model)

    def files(self) -> Iterator[GeneratedFile]:
        """The classes, the pages of their collections, and the table of names."""
        yield GeneratedFile("src/Generated/Types.php", "models/types.php.jinja", self._types())
        for type_ in self._model.types:
            place = self._layout.places.get(type_.name)
            if place is None:
                continue
            path = f"{_FOLDER}/{place.path}"
            if isinstance(type_, StructuredType):
                yield GeneratedFile(path, "models/model.php.jinja", self._structured(type_, place))
            elif isinstance(type_, EnumType):
                yield GeneratedFile(path, "models/enum.php.jinja", self._enum(type_, place))
        for name, place in self._layout.pages.items():
            yield GeneratedFile(
                f"{_FOLDER}/{place.path}", "models/model.php.jinja", self._page(name, place)
            )

    def _namespace(self, place: Place) -> str:
        return place.full(f"{self._root}\\{MODELS}").rpartition("\\")[0]

    def _structured(self, type_: StructuredType, place: Place) -> ModelView:
        namespace = self._namespace(place)
        imports = Imports(namespace, [place.cls])
        types = PhpTypes(self._model, self._layout, self._root, imports)
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
        members: list[Property | NavigationProperty] = [*type_.properties]
        members += type_.navigation_properties
        own = [member for member in members if member.name not in inherited]
        secrets = frozenset(
            p.name for p in self._schema.lineage.properties(type_.name) if vocabulary.is_secret(p)
        )
        properties = tuple(
            accessors(
                types,
                member.name,
                stems[member.name],
                member.type,
                element_text(member.annotations),
                secret=member.name in secrets,
            )
            for member in own
        )
        shape = self._schema.structured(type_.name)
        assert shape is not None
        base_shape = self._schema.structured(type_.base) if base_place and type_.base else None
        facts = {
            "entity": type_.kind is TypeKind.ENTITY,
            "abstract": type_.abstract,
            "open": shape.open,
            "opaque": shape.opaque,
            "saysType": type_.name in self._self_naming,
        }
        return ModelView(
            namespace,
            bool(imports.statements()),
            imports.statements(),
            doc_comment(_type_text(type_)),
            f"class {place.cls} extends {base}",
            schema_constant(type_.name, shape, base_shape, secrets, facts.items()),
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
                element_text(type_.annotations) or f"{kind} of the enumeration {type_.name}."
            ),
            f"class {place.cls} extends {base}",
            tuple(
                _constant(names[m.name], m.name, doc_comment(element_text(m.annotations), (), 4))
                for m in type_.members
            ),
        )

    def _page(self, name: str, place: Place) -> ModelView:
        namespace = self._namespace(place)
        imports = Imports(namespace, [place.cls])
        types = PhpTypes(self._model, self._layout, self._root, imports)
        items = TypeReference(name, collection=True, nullable=False)
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

    def _types(self) -> TypesView:
        classes = tuple(
            _table_entry(string_literal(name), f"{place.full('Models')}::class")
            for name, place in self._layout.places.items()
        )
        aliases = tuple(
            _table_entry(string_literal(schema.alias), string_literal(schema.namespace))
            for schema in self._model.schemas
            if schema.alias is not None
        )
        namespace = f"{self._root}\\Generated"
        return TypesView(namespace, classes, bool(classes), aliases, bool(aliases))


def _table_entry(key: str, value: str) -> TypeEntryView:
    """An entry on one line, or on two where it would be too long."""
    fits = 8 + len(key) + len(" => ") + len(value) < LINE_LENGTH
    return TypeEntryView(f"{key} =>" if fits else f"{key}\n            =>", value)


def accessors(
    types: PhpTypes, wire: str, stem: str, type_: TypeReference, text: str, *, secret: bool = False
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


def schema_constant(
    name: str,
    shape: StructuredShape,
    base: StructuredShape | None,
    secrets: frozenset[str],
    facts: Iterable[tuple[str, bool]],
) -> str:
    """The value of a model's SCHEMA, laid out at the depth of a class's body."""
    items: list[str | Bracketed] = [entry("name", string_literal(name))]
    items += [entry(fact, "true") for fact, value in facts if value]
    items.append(entry("properties", array(property_entries(shape, base, secrets))))
    return laid_out(array(items), 4, before=len("public const SCHEMA = "))


def _constant(name: str, value: str, comment: str) -> ConstantView:
    before = len(f"public const {name} = ")
    literal = string_literal(value)
    if 4 + before + len(literal) + 1 > LINE_LENGTH:
        return ConstantView(bool(comment), comment, f"{name} =\n        {laid_out(literal, 8)}")
    return ConstantView(bool(comment), comment, f"{name} = {literal}")


def _type_text(type_: StructuredType) -> str:
    kind = "entity" if type_.kind is TypeKind.ENTITY else "complex"
    abstract = "Abstract" if type_.abstract else "The"
    return element_text(type_.annotations) or f"{abstract} {kind} type {type_.name}."
