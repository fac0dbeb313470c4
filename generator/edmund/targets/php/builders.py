"""The surface as request builders: a file for each resource, and one for each class that only an operation has."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from edmund.plan.beside import keys_beside
from edmund.render.files import GeneratedFile
from edmund.surface.elements import Edge, Resource, ResourceKind, Surface
from edmund.surface.shapes import PropertyShape, StructuredShape
from edmund.surface.type_parts import is_edm, name_of
from edmund.surface.type_schema import TypeSchema
from edmund.targets.php.builder_names import BuilderNames, Payload
from edmund.targets.php.builder_views import BuilderView, MethodView
from edmund.targets.php.calls import call_methods
from edmund.targets.php.imports import Imports
from edmund.targets.php.layout import Layout
from edmund.targets.php.links import alternate_key_method, link_method
from edmund.targets.php.literals import array, doc_comment, entry, laid_out
from edmund.targets.php.model_views import ModelView
from edmund.targets.php.models import accessors, schema_constant, wires_of
from edmund.targets.php.names import distinct_names, name_key
from edmund.targets.php.php_types import PhpTypes
from edmund.targets.prose import with_article

__all__ = ["BUILDERS", "lower_builders"]

BUILDERS = "Generated\\Builders"
_FOLDER = "src/Generated/Builders"
_LINKS = ("OdataCount", "OdataDeltaLink", "OdataNextLink")


@dataclass(frozen=True, slots=True)
class _Context:
    schema: TypeSchema
    surface: Surface
    layout: Layout
    names: BuilderNames
    root: str
    accessors: Mapping[str, tuple[str, ...]]

    @property
    def namespace(self) -> str:
        return f"{self.root}\\{BUILDERS}"

    def types(self, cls: str) -> PhpTypes:
        """Types as the file of one class among the builders writes them."""
        return PhpTypes(self.surface, self.layout, self.root, Imports(self.namespace, [cls]))


def lower_builders(
    schema: TypeSchema,
    surface: Surface,
    layout: Layout,
    names: BuilderNames,
    root: str,
) -> Iterator[GeneratedFile]:
    """All builders and payload classes."""
    chains = {resource.id: layout.spelling.accessors.of(resource) for resource in surface.resources}
    context = _Context(schema, surface, layout, names, root, chains)
    for resource in surface.resources:
        path = f"{_FOLDER}/{names.builders[resource.id]}.php"
        yield GeneratedFile(path, "client/builder.php.jinja", _builder(resource, context))
    for payload in (*names.bodies.values(), *names.answers.values()):
        path = f"{_FOLDER}/{payload.cls}.php"
        yield GeneratedFile(path, "models/model.php.jinja", _payload(payload, context))


def _builder(resource: Resource, context: _Context) -> BuilderView:
    names = context.names
    cls = names.builders[resource.id]
    types = context.types(cls)
    is_root = resource.kind is ResourceKind.ROOT
    base = types.imports.use(
        f"{context.root}\\Runtime\\{'ServiceBuilder' if is_root else 'RequestBuilder'}"
    )
    methods: list[MethodView] = []
    chain = context.accessors[resource.id]
    taken = {name_key(name) for name in chain}
    for edge, name in zip(resource.edges, chain, strict=True):
        methods.extend(_links(resource, edge, name, taken, context, types))
    for call in resource.calls:
        methods.extend(call_methods(resource, call, names, context.layout, types))
    payloads = {
        payload.official: payload.cls
        for payload in (names.bodies.get(resource.id), names.answers.get(resource.id))
        if payload is not None
    }
    classes = {o: types.imports.use(f"{context.namespace}\\{own}") for o, own in payloads.items()}
    constant = array(entry(official, f"{own}::class") for official, own in classes.items())
    return BuilderView(
        context.namespace,
        types.imports.statements(),
        doc_comment(_text(resource)),
        f"class {cls} extends {base}",
        bool(payloads),
        laid_out(constant, 4, before=len("public const PAYLOADS = ")),
        tuple(methods),
    )


def _links(
    resource: Resource,
    edge: Edge,
    name: str,
    taken: set[str],
    context: _Context,
    types: PhpTypes,
) -> Iterator[MethodView]:
    target = context.surface.by_id[edge.target]
    spelling = context.layout.spelling
    wanted = spelling.accessors.key_parameters(resource, edge) if edge.keys else ()
    yield link_method(
        name,
        edge,
        wanted,
        f"{context.namespace}\\{context.names.builders[target.id]}",
        types,
        invoked=target.kind is ResourceKind.FUNCTION,
    )
    if not spelling.has_second_names:
        return
    for at in keys_beside(edge, target):
        key, key_name = target.edges[at], context.accessors[target.id][at]
        beside = spelling.accessors.alternate_key_name(edge, key)
        if name_key(beside) not in taken:
            taken.add(name_key(beside))
            builder = types.imports.use(
                f"{context.namespace}\\{context.names.builders[key.target]}"
            )
            yield alternate_key_method(beside, name, key, key_name, builder, types)


def _payload(payload: Payload, context: _Context) -> ModelView:
    """The class of an action's body or of an operation's answer."""
    types = context.types(payload.cls)
    base = types.imports.use(
        f"{context.root}\\Runtime\\{'CollectionPage' if payload.paged else 'Model'}"
    )
    taken = _LINKS if payload.paged else ()
    spelling = context.layout.spelling
    stems = distinct_names(
        [f.name for f in payload.fields],
        lambda name: spelling.member(payload.operation, name),
        taken,
    ).names
    shapes = {
        field.name: PropertyShape(
            field.name,
            context.schema.value(field.type),
            required_on_create=field.required,
        )
        for field in payload.fields
    }
    wires = wires_of(payload.fields)
    secrets = frozenset(field.name for field in payload.fields if field.secret)
    role = "What is sent to" if payload.is_body else "What is answered by"
    properties = tuple(
        accessors(types, field.name, stems[field.name], field.type, "", secret=field.secret)
        for field in payload.fields
    )
    return ModelView(
        context.namespace,
        True,
        types.imports.statements(),
        doc_comment(f"{role} {payload.operation}."),
        f"class {payload.cls} extends {base}",
        schema_constant(
            "", StructuredShape("", shapes), None, secrets, (("body", payload.is_body),), wires
        ),
        properties,
    )


def _text(resource: Resource) -> str:
    if resource.description:
        return resource.description
    if resource.kind is ResourceKind.ROOT:
        return "The service root."
    if resource.type is None or is_edm(resource.type):
        return f"{with_article(resource.kind.value)}."
    return f"{with_article(resource.kind.value)} of type {name_of(resource.type)}."
