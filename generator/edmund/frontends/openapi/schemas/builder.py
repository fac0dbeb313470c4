"""From schemas to the types of the surface."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from edmund.frontends.notation.references import Library
from edmund.frontends.notation.source import Node
from edmund.frontends.openapi.document import Document, Version
from edmund.frontends.openapi.findings import Code, Findings
from edmund.frontends.openapi.schemas.conjuncts import (
    RESTRICTIONS,
    Choice,
    Conjuncts,
    Flattening,
    Place,
    SchemaCycle,
    is_annotation,
    place_of,
)
from edmund.frontends.openapi.schemas.naming import Names
from edmund.frontends.openapi.schemas.scalars import (
    KINDS,
    Kinds,
    allowed_values,
    are_possible,
    count,
    kind_of_value,
    kinds_of,
    primitive_of,
)
from edmund.frontends.openapi.schemas.structures import Structures, documentation, said_default
from edmund.frontends.openapi.schemas.unions import decide, simplified
from edmund.surface.types import (
    AnyJson,
    Discriminator,
    EnumMember,
    EnumType,
    JsonScalar,
    ListOf,
    Literal,
    MapOf,
    Named,
    NamedType,
    Nullable,
    Primitive,
    Type,
    Types,
    UnionType,
)

__all__ = ["SchemaTypes"]

_ANY = AnyJson()
_KIND_ORDER = ("object", "array", "string", "integer", "number", "boolean")
_MOST_VARIANTS = 500
_SCALARS = frozenset({"string", "integer", "number", "boolean"})
_MORE_THAN_SCALAR = frozenset(
    ["$ref", "$dynamicRef", "$recursiveRef", "allOf", "oneOf", "anyOf", "enum", "const"]
)
# Keywords of a schema with alternatives that do not make types of these.
_OF_ALL = RESTRICTIONS | {"type", "allOf", "oneOf", "anyOf"}


class SchemaTypes:
    """Makes types of schemas and remembers them; what has a name is made when its turn comes.

    `finished` gives all named types, after everything that uses them has been asked for.
    """

    def __init__(self, library: Library, document: Document, findings: Findings) -> None:
        self._findings = findings
        self._version = document.version
        self._components = document.schemas
        self.flattening = Flattening(library, document.version, findings)
        self._names = Names(library, document.schemas)
        self._component_places = {place_of(node) for _, node in document.schemas}
        self._types: dict[tuple[Place, ...], Type] = {}
        self._open: set[tuple[Place, ...]] = set()
        self._recursive: set[tuple[Place, ...]] = set()
        self._named: dict[str, NamedType] = {}
        self._promised: set[str] = set()
        self._waiting: deque[Callable[[], None]] = deque()
        self._structures = Structures(self, document, findings)

    def finished(self) -> Types:
        """All named types: those of components in their order, then the others as they were met."""
        for _, node in self._components:
            self.type_at(node)
            self._work()
        self._work()
        made = self._named
        order = [name for name, _ in self._components if name in made]
        components = set(order)
        order += [name for name in made if name not in components]
        return Types(
            tuple(
                decide(each, made) if isinstance(each := made[name], UnionType) else each
                for name in order
            )
        )

    def _work(self) -> None:
        while self._waiting:
            self._waiting.popleft()()

    # Types in use

    def type_at(self, node: Node) -> Type:
        """The type of the values that the schema at `node` describes."""
        value = node.value
        if isinstance(value, dict) and _MORE_THAN_SCALAR.isdisjoint(value):
            kind = value.get("type")
            if isinstance(kind, str) and kind in _SCALARS:
                conjuncts = self.flattening.of(node)
                scalar = primitive_of(conjuncts, kind, self._findings)
                return Nullable(scalar) if conjuncts.null else scalar
        with self._telling():
            alias = self._alias(node)
            if alias is None:
                return self.type_of(self.flattening.of(node))
            found = self._guarded((place_of(node),), node, lambda: self.type_at(alias))
            return _nullable(found) if self._adds_null(node) else found
        return _ANY

    def default_at(self, node: Node) -> str | None:
        """What the schema at `node` says that is meant where there is no value."""
        with self._telling():
            return said_default(self.flattening.of(node))
        return None

    def type_of(self, conjuncts: Conjuncts) -> Type:
        """The type of the values that meet all demands. Raises SchemaCycle and EdmundError."""
        key = (place_of(conjuncts.origin), *conjuncts.others)
        known = self._types.get(key)
        if known is None:
            known = self._guarded(key, conjuncts.origin, lambda: self._make(conjuncts))
            if conjuncts.null:
                known = _nullable(known)
            self._types[key] = known
        return known

    def _guarded(self, key: tuple[Place, ...], node: Node, make: Callable[[], Type]) -> Type:
        """What `make` gives; a type that it needs for itself gets a name, though it would have none."""
        if key in self._open:
            self._recursive.add(key)
            return Named(self._names.of(node, key[1:]))
        self._open.add(key)
        try:
            made = make()
        finally:
            self._open.discard(key)
        if key in self._recursive:
            name = self._names.of(node, key[1:])
            if name in self._promised or name in self._named:
                return made
            if (made.type if isinstance(made, Nullable) else made) == Named(name):
                raise SchemaCycle(node)
            self._named[name] = UnionType(name, (made,), span=node.span)
            return Named(name)
        return made

    def _alias(self, node: Node) -> Node | None:
        """The schema that `node` is another spelling of: its reference, or the one member of its allOf."""
        target = self.flattening.target(node)
        if target is not None:
            return target if is_annotation(self.flattening.siblings(node)) else None
        nested = node.said("allOf")
        if not isinstance(nested, list) or len(nested) != 1:
            return None
        value = node.value
        assert isinstance(value, dict)
        rest = {key: each for key, each in value.items() if key not in ("allOf", "type")}
        if not is_annotation(Node(rest, node.source, node.pointer)):
            return None
        if place_of(node) in self._component_places:
            target = self.flattening.target(node.at("allOf", 0))
            if target is not None and self._structures.has_discriminator(target):
                return None  # a derived type that adds nothing
        return node.at("allOf", 0)

    def _adds_null(self, node: Node) -> bool:
        said = node.said("nullable") is True or node.said("x-nullable") is True
        if said and node.said("$ref") is not None and self._version is Version.V3_0:
            message = "'nullable' beside a reference is honoured, though 3.0 says that it is not"
            self._findings.warning(Code.NULLABLE, message, node)
        return said and not (node.said("$ref") is not None and self._version.is_json_schema)

    def _make(self, conjuncts: Conjuncts) -> Type:
        """The type, null aside."""
        kinds = kinds_of(conjuncts, self._findings)
        values = allowed_values(conjuncts, kinds, self._findings)
        if values is not None:
            return self._enumeration(conjuncts, values)
        if conjuncts.choices:
            return self._choice(conjuncts, kinds)
        if kinds == KINDS:
            return _ANY
        if len(kinds - {"integer"} if "number" in kinds else kinds) == 1:
            return self._of_kind(conjuncts, max(kinds))  # "number" is after "integer"
        ordered = [kind for kind in _KIND_ORDER if kind in kinds]
        if "number" in kinds and "integer" in kinds:
            ordered.remove("integer")
        return self._union(conjuncts, [self._of_kind(conjuncts, kind) for kind in ordered])

    def _of_kind(self, conjuncts: Conjuncts, kind: str) -> Type:
        if kind == "array":
            return self._list(conjuncts)
        if kind == "object":
            return self._object(conjuncts)
        return primitive_of(conjuncts, kind, self._findings)

    # Values with parts

    def _list(self, conjuncts: Conjuncts) -> Type:
        parts = conjuncts.parts
        tuples = [
            part.at("prefixItems") for part in parts if isinstance(part.said("prefixItems"), list)
        ]
        tuples += [part.at("items") for part in parts if isinstance(part.said("items"), list)]
        items = [part.at("items") for part in parts if isinstance(part.said("items"), dict)]
        items += [
            part.at("additionalItems")
            for part in parts
            if isinstance(part.said("additionalItems"), dict)
        ]
        item: Type = _ANY
        if tuples:
            variants = [self.type_at(each) for each in tuples[0].items()]
            variants += [self.type_at(each) for each in items[:1]]
            closed = any(
                part.said("items") is False or part.said("additionalItems") is False
                for part in parts
            )
            open_ = not items and not closed
            item = _ANY if open_ or not variants else self._union_at(tuples[0], variants)
        elif len(items) == 1:
            item = self.type_at(items[0])
        elif items:
            item = self.type_of(self.flattening.joined(items[0], *items[1:]))
        return ListOf(
            item,
            max(count(parts, "minItems", self._findings), default=None),
            min(count(parts, "maxItems", self._findings), default=None),
            any(part.said("uniqueItems") is True for part in parts),
        )

    def _object(self, conjuncts: Conjuncts) -> Type:
        place = place_of(conjuncts.origin)
        is_component = place in self._component_places and not conjuncts.others
        if not self._structures.declares(conjuncts):
            value = self._structures.additional(conjuncts.parts)
            if value.type is not None or not is_component:
                parts = conjuncts.parts
                return MapOf(
                    _ANY if value.type is None else value.type,
                    max(count(parts, "minProperties", self._findings), default=None),
                    min(count(parts, "maxProperties", self._findings), default=None),
                )
        return self._later(conjuncts, lambda name: self._structures.structure(name, conjuncts))

    def _later(self, conjuncts: Conjuncts, make: Callable[[str], NamedType]) -> Named:
        """The name of a type that is made when its turn comes."""
        name = self._names.of(conjuncts.origin, conjuncts.others)
        if name not in self._promised:
            self._promised.add(name)

            def work() -> None:
                with self._telling():
                    self._named[name] = make(name)

            self._waiting.append(work)
        return Named(name)

    @contextmanager
    def _telling(self) -> Iterator[None]:
        """Keep what goes wrong with one schema among the findings, and go on with the next one."""
        try:
            with self._findings.catching():
                yield
        except SchemaCycle as cycle:
            message = "the schema is made of itself, and of nothing else"
            self._findings.error(Code.SCHEMA_CYCLE, message, cycle.node)

    # Enumerations and unions

    def _enumeration(self, conjuncts: Conjuncts, values: Sequence[JsonScalar]) -> Type:
        origin = conjuncts.origin
        has_const = any(
            "const" in part.value for part in conjuncts.parts if isinstance(part.value, dict)
        )
        if not values:
            return Literal(None) if conjuncts.null else _ANY
        if len(values) == 1 and (has_const or isinstance(values[0], bool)):
            return Literal(values[0])
        if all(isinstance(value, bool) for value in values):
            return Primitive("Edm.Boolean")

        name = self._names.of(origin, conjuncts.others)
        self._named[name] = EnumType(
            name,
            tuple(map(EnumMember, _member_names(values), values)),
            underlying=_underlying(values),
            documentation=documentation(conjuncts),
            span=origin.span,
        )
        return Named(name)

    def _choice(self, conjuncts: Conjuncts, kinds: Kinds) -> Type:
        """One of several, each together with what holds anyway."""
        choice, *more = conjuncts.choices
        own = [part for part in conjuncts.parts if not self._adds_nothing(part, choice)]
        total = 1
        for each in conjuncts.choices:
            total *= len(each.variants)
        if total > _MOST_VARIANTS:
            return self._of_kind(conjuncts, "object") if kinds == {"object"} else _ANY
        variants: list[Type] = []
        for variant in choice.variants:
            if not own and not more:
                variants.append(self.type_at(variant))
            else:
                together = self._variant(conjuncts, own, variant, more)
                if together is not None:
                    variants.append(together)
        if not variants:
            message = "none of the variants goes together with what else is said"
            self._findings.error(Code.CONTRADICTION, message, choice.node)
            return _ANY
        return self._union(conjuncts, variants, choice)

    def _variant(
        self, conjuncts: Conjuncts, own: Sequence[Node], variant: Node, more: Sequence[Choice]
    ) -> Type | None:
        """What holds anyway, one variant and the choices that are left, together; None when that cannot be."""
        of_variant = self.flattening.of(variant)
        place = place_of(conjuncts.origin)
        together = Conjuncts(
            variant,
            (*own, *of_variant.parts),
            (*of_variant.choices, *more),
            of_variant.null,
            (*conjuncts.others, place, *(place_of(each.node) for each in more)),
        )
        return self.type_of(together) if are_possible(together, self._findings) else None

    def _adds_nothing(self, part: Node, choice: Choice) -> bool:
        """Whether a part says no more than its type, which all variants of the choice are of anyway."""
        value = part.value
        if not isinstance(value, dict):
            return True
        said = {key for key in value if key not in _OF_ALL}
        if said and not (said == {"additionalProperties"} and value[said.pop()] is False):
            return False
        kinds = kinds_of(Conjuncts(part, (part,), (), null=False), self._findings)
        return kinds == KINDS or all(
            kinds_of(self.flattening.of(variant), self._findings) <= kinds
            for variant in choice.variants
        )

    def _union(
        self, conjuncts: Conjuncts, variants: Sequence[Type], choice: Choice | None = None
    ) -> Type:
        discriminator = None if choice is None else self._structures.discriminator(choice)
        plain, null = simplified(variants, self._named)
        if len(plain) == 1:
            return _nullable(plain[0]) if null else plain[0]

        name = self._names.of(conjuncts.origin, conjuncts.others)
        self._named[name] = UnionType(
            name,
            plain,
            discriminator=_known_discriminator(discriminator, plain),
            documentation=documentation(conjuncts),
            span=conjuncts.origin.span,
        )
        return _nullable(Named(name)) if null else Named(name)

    def _union_at(self, node: Node, variants: Sequence[Type]) -> Type:
        """A union without a schema of its own, at `node`."""
        return self._union(Conjuncts(node, (), (), null=False), variants)


def _known_discriminator(
    discriminator: Discriminator | None, variants: Sequence[Type]
) -> Discriminator | None:
    """The discriminator when all that it leads to are variants that can be told by it."""
    if discriminator is None:
        return None
    names = {each.name for each in variants if isinstance(each, Named)}
    mapping = tuple((value, name) for value, name in discriminator.mapping if name in names)
    return Discriminator(discriminator.property, mapping) if mapping else None


def _nullable(type_: Type) -> Type:
    if isinstance(type_, Nullable | AnyJson) or type_ == Literal(None):
        return type_
    return Nullable(type_)


def _member_names(values: Sequence[JsonScalar]) -> list[str]:
    """The values as text, each once: of `1` and `"1"` the one that is no text says its kind."""
    texts = {value for value in values if isinstance(value, str)}
    names: list[str] = []
    for value in values:
        name = str(value).lower() if isinstance(value, bool) else str(value)
        while not isinstance(value, str) and name in texts:
            name = f"{kind_of_value(value)} {name}"
        names.append(name)
    return names


def _underlying(values: Sequence[JsonScalar]) -> str:
    if all(isinstance(value, str) for value in values):
        return "Edm.String"
    if all(isinstance(value, int) and not isinstance(value, bool) for value in values):
        return "Edm.Int64"
    if all(not isinstance(value, str | bool) for value in values):
        return "Edm.Double"
    return "Edm.Untyped"
