"""The surface as request builders: one file for each resource type."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote

from edmund.naming.accessors import Accessors
from edmund.naming.distinct import distinct
from edmund.plan.beside import keys_beside
from edmund.surface.elements import (
    CallKind,
    Edge,
    Parameter,
    Resource,
    ResourceKind,
    SegmentKind,
    Surface,
)
from edmund.surface.type_parts import is_edm, is_list, name_of
from edmund.surface.types import EnumType, StructuredType
from edmund.targets.java.builder_names import BuilderNames
from edmund.targets.java.chain_names import numbered
from edmund.targets.java.imports import Imports
from edmund.targets.java.layout import Layout
from edmund.targets.java.literals import javadoc
from edmund.targets.java.operations import OperationContext, lower_operation, verb_of
from edmund.targets.java.payloads import Payloads
from edmund.targets.java.query_parameters import OptionSet, option_set
from edmund.targets.java.query_paths import limited
from edmund.targets.java.source import Call, Expression, Text, class_header, signature, statement
from edmund.targets.java.types import Types, url_type
from edmund.targets.java.views import BuilderView, MethodView
from edmund.targets.prose import deprecation_text, with_article
from edmund.targets.recurrence import recurring_keys

__all__ = ["Builders", "all_accessors"]

_TAKEN = ("place",)
"""What bodies of accessors mean by this name: no parameter may hide it."""

_KEYS = (SegmentKind.KEY, SegmentKind.KEY_PREDICATE, SegmentKind.ALTERNATE_KEY)


def all_accessors(surface: Surface, accessors: Accessors) -> dict[str, tuple[str, ...]]:
    """The accessors of all resources, by id."""
    return {resource.id: accessors.of(resource) for resource in surface.resources}


@dataclass(frozen=True, slots=True)
class _File:
    """A builder in the making."""

    resource: Resource
    types: Types
    taken: set[str]

    @property
    def imports(self) -> Imports:
        return self.types.imports


class Builders:
    """Lowers request builders, with what all of them share; `options` collects the sets of query options."""

    def __init__(
        self,
        surface: Surface,
        layout: Layout,
        places: BuilderNames,
        names: Mapping[str, tuple[str, ...]],
        payloads: Payloads,
    ) -> None:
        self._surface = surface
        self._layout = layout
        self._places = places
        self._names = names
        self._payloads = payloads
        self._spelling = layout.spelling
        self._recurring = (
            recurring_keys(surface, names) if self._spelling.has_second_names else frozenset()
        )
        self.options: set[OptionSet] = set()

    def lower(self, resource: Resource) -> BuilderView:
        """The builder of a resource."""
        package, cls = self._places.package, self._places.names[resource.id]
        imports = Imports(package, self._layout.root, (cls,))
        names = self._names[resource.id]
        file = _File(resource, Types(self._surface, self._layout, imports), set(names))
        is_root = resource.kind is ResourceKind.ROOT
        base = imports.runtime("ServiceRequestBuilder" if is_root else "RequestBuilder")
        methods: list[MethodView] = []
        if not is_root:
            methods.append(_with_url(cls))
        for edge, name in zip(resource.edges, names, strict=True):
            methods += self._link(edge, name, file)
        interfaces: list[str] = []
        verbs: set[str] = set()
        for call in resource.calls:
            if verb_of(call) in verbs:
                continue
            verbs.add(verb_of(call))
            options = option_set(call, resource)
            self.options.add(options)
            parameters = (
                imports.use(package, options.name)
                if options.is_generated
                else imports.runtime(options.name)
            )
            context = OperationContext(self._surface, self._layout, self._payloads, file.types)
            operation = lower_operation(call, resource, parameters, context)
            interfaces.append(operation.interface)
            methods += operation.methods
        held = imports.runtime("RequestAdapter" if is_root else "Place")
        given = f"{held} {'adapter' if is_root else 'place'}"
        visibility = "public " if is_root else ""
        doc = "/**\n   * A builder.\n   *\n   * @param adapter what the client is made of\n   */"
        return BuilderView(
            package=package,
            imports=imports.statements(),
            doc=javadoc(_doc(resource)),
            header=class_header(
                f"public {'' if is_root else 'final '}class {cls}", base, interfaces
            ),
            constructor_doc=doc if is_root else "",
            has_constructor_doc=is_root,
            constructor=_constructor(visibility, cls, given),
            construction=f"super({'adapter' if is_root else 'place'});",
            methods=tuple(methods),
        )

    def is_plain_value(self, resource: Resource) -> bool:
        """Whether the runtime's own builder of complex values does for a resource: read, update, no more."""
        return (
            resource.kind is ResourceKind.COMPLEX
            and not resource.edges
            and resource.type is not None
            and not is_list(resource.type)
            and resource.declared_on is None
            and _is_model(self._surface.types.structured(name_of(resource.type)))
            and [call.kind for call in resource.calls] == [CallKind.READ, CallKind.UPDATE]
            and all(
                not (
                    call.permissions
                    or call.description
                    or call.long_description
                    or call.deprecation
                )
                and call.returns is not None
                and name_of(call.returns) == name_of(resource.type)
                for call in resource.calls
            )
            and option_set(resource.calls[0], resource).name == "ReadQueryParameters"
            and option_set(resource.calls[1], resource).name == "QueryParameters"
        )

    def _link(self, edge: Edge, name: str, file: _File) -> list[MethodView]:
        target = self._surface.by_id[edge.target]
        head = _head(edge)
        if self.is_plain_value(target) and target.type is not None:
            model = file.types.of_model(name_of(target.type))
            value = file.imports.runtime("ValueRequestBuilder")
            made = Call(f"new {value}<>", (_child(edge), f"{model}.TYPE"))
            return [
                MethodView(
                    bool(head),
                    head,
                    signature(f"public {value}<{model}>", name, ()),
                    statement("return ", made, 4),
                )
            ]
        cls = file.imports.use(self._places.package, self._places.names[edge.target])
        declared, given = self._parameters(edge, file.resource, file)
        made = Call(f"new {cls}", (self._place(edge, target, given, file),))
        ways = [declared]
        if target.kind is ResourceKind.FUNCTION:
            ways += self._as_text(edge, declared)
        found = [
            MethodView(
                bool(head),
                head,
                signature(f"public {cls}", name, way),
                statement("return ", made, 4),
            )
            for way in ways
        ]
        if name in self._recurring and numbered(name) not in file.taken:
            file.taken.add(numbered(name))
            arguments = tuple(one.rpartition(" ")[2] for one in declared)
            found += [
                MethodView(
                    bool(head),
                    head,
                    signature(f"public {cls}", numbered(name), way),
                    statement("return ", Call(name, arguments), 4),
                )
                for way in ways
            ]
        if self._spelling.has_second_names:
            for at in keys_beside(edge, target):
                key_name = self._names[target.id][at]
                found += self._beside(edge, name, target.edges[at], key_name, file)
        return found

    def _beside(
        self, edge: Edge, name: str, key: Edge, key_name: str, file: _File
    ) -> list[MethodView]:
        """`applicationsWithAppId(...)`, as the official client has it beside `applications`."""
        own = self._spelling.accessors.alternate_key_name(edge, key)
        if own in file.taken:
            return []
        file.taken.add(own)
        cls = file.imports.use(self._places.package, self._places.names[key.target])
        declared, _ = self._parameters(key, self._surface.by_id[edge.target], file)
        given = tuple(one.rpartition(" ")[2] for one in declared)
        made = Call(f"{name}().{key_name}", given)
        return [
            MethodView(
                False, "", signature(f"public {cls}", own, declared), statement("return ", made, 4)
            )
        ]

    def _parameters(
        self, edge: Edge, resource: Resource, file: _File
    ) -> tuple[list[str], Mapping[str, str]]:
        """The parameters of the accessor of an edge below `resource`, and their names by the schema's."""
        wanted: dict[str, str] = {}
        spelling = self._spelling
        if edge.kind in _KEYS:
            names = spelling.accessors.key_parameters(resource, edge)
            wanted = dict(zip((k.name for k in edge.keys), names, strict=True))
        required = _required(edge)
        everything = (*required, *edge.optional_parameters)
        given = distinct(
            [p.name for p in everything],
            lambda p: wanted.get(p)
            or spelling.parameter(spelling.given.parameter(edge, p).rpartition("/")[2]),
            _TAKEN,
        ).names
        nullable = f"@{file.imports.runtime('Nullable')} " if edge.optional_parameters else ""
        declared = [
            f"{'' if at < len(required) else nullable}{file.types.parameter(p.type)} {given[p.name]}"
            for at, p in enumerate(everything)
        ]
        return declared, given

    def _as_text(self, edge: Edge, declared: list[str]) -> list[list[str]]:
        """The parameters of a function once more, members of enumerations by their names, if there are any.

        That is how the official client has them. A parameter that may be left out stays as it is: a `null` for
        it would not say which of two methods is meant.
        """
        texts = [
            f"String {one.rpartition(' ')[2]}" if self._is_member(part) else one
            for part, one in zip(_required(edge), declared, strict=False)
        ]
        texts += declared[len(texts) :]
        return [] if texts == declared else [texts]

    def _is_member(self, part: Parameter) -> bool:
        return not is_list(part.type) and isinstance(
            self._surface.types.by_name.get(name_of(part.type)), EnumType
        )

    def _place(
        self, edge: Edge, target: Resource, given: Mapping[str, str], file: _File
    ) -> Expression:
        """The expression of the place that an edge leads to."""
        required = _required(edge)
        if edge.kind is SegmentKind.KEY:
            (key,) = required
            kind = url_type(key.type, self._surface)
            typed = () if kind == "Edm.String" else (Text(kind),)
            return Call("place.item", (given[key.name], *typed))
        if edge.kind in _KEYS:
            unnamed = edge.kind is SegmentKind.KEY_PREDICATE and len(required) == 1
            parts = [self._part(p, given, file, "" if unnamed else p.name) for p in required]
            return Call("place.keyed", tuple(parts))
        if target.kind is ResourceKind.FUNCTION:
            everything = (*required, *edge.optional_parameters)
            parts = [self._part(p, given, file, p.name) for p in everything]
            name = Text(_encoded(edge.name))
            return Call("place.invoked", (name, str(len(required)), *parts))
        return limited(edge, _child(edge), file.imports)

    def _part(
        self, part: Parameter, given: Mapping[str, str], file: _File, name: str
    ) -> Expression:
        kind = url_type(part.type, self._surface)
        return Call(
            f"{file.imports.runtime('UrlPart')}.of", (Text(name), given[part.name], Text(kind))
        )


def _is_model(type_: StructuredType | None) -> bool:
    """Whether values have a class of their own."""
    return type_ is not None and not type_.opaque


def _required(edge: Edge) -> tuple[Parameter, ...]:
    """Keys and parameters that are always given."""
    if edge.kind in _KEYS:
        return tuple(Parameter(k.name, k.type) for k in edge.keys)
    return edge.parameters


def _constructor(visibility: str, cls: str, given: str) -> str:
    return signature(f"{visibility}{cls}", "", (given,)).replace(f"{cls} (", f"{cls}(", 1)


def _with_url(cls: str) -> MethodView:
    return MethodView(
        True,
        "/** The same builder for a URL that the service gave, such as a next or a delta link. */",
        signature(f"public {cls}", "withUrl", ("String rawUrl",)),
        statement("return ", Call(f"new {cls}", ("place.withUrl(rawUrl)",)), 4),
    )


def _child(edge: Edge) -> Expression:
    return Call("place.child", (Text(f"/{_encoded(edge.name)}"),))


def _encoded(name: str) -> str:
    """A segment of the schema's own: encoded where a name has letters beyond ASCII."""
    return quote(name, safe="$.:@_-~")


def _head(edge: Edge) -> str:
    """The comment and annotations of an accessor."""
    if edge.deprecation is None:
        return javadoc(edge.description or "", 2)
    return (
        javadoc(edge.description or "", 2, deprecation_text(edge.deprecation)) + "\n  @Deprecated"
    )


def _doc(resource: Resource) -> str:
    if resource.description:
        return resource.description
    if resource.kind is ResourceKind.ROOT:
        return "The service root."
    if resource.type is None or is_edm(resource.type):
        return f"{with_article(resource.kind.value)}."
    return f"{with_article(resource.kind.value)} of type {name_of(resource.type)}."
