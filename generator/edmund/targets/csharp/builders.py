"""The surface as request builders: one file for each type that resources answer, and the options' classes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from edmund.naming.distinct import distinct
from edmund.plan.beside import keys_beside
from edmund.render.files import GeneratedFile
from edmund.surface.elements import Edge, Resource, ResourceKind, Surface
from edmund.surface.shapes import PropertyShape
from edmund.surface.type_parts import is_list, name_of, wire_of
from edmund.surface.type_schema import TypeSchema
from edmund.targets.csharp.builder_names import BUILDERS, BuilderNames, Payload
from edmund.targets.csharp.calls import Calls
from edmund.targets.csharp.layout import Layout
from edmund.targets.csharp.links import Links
from edmund.targets.csharp.literals import doc_lines, string_literal
from edmund.targets.csharp.members import Members, shape_source
from edmund.targets.csharp.names import file_stem, member_name
from edmund.targets.csharp.options import OptionSet, lower_options
from edmund.targets.csharp.usings import FileNames, TypeNames
from edmund.targets.csharp.views import (
    BuilderFileView,
    BuilderView,
    LinkView,
    ModelView,
    OptionsFileView,
)
from edmund.targets.prose import with_article

__all__ = ["BuilderFiles"]

_LINKS = ("OdataNextLink", "OdataDeltaLink", "OdataCount")


class BuilderFiles:
    """The files of builders, bodies and answers."""

    def __init__(
        self,
        surface: Surface,
        schema: TypeSchema,
        layout: Layout,
        names: BuilderNames,
        package: str,
        types: TypeNames,
    ) -> None:
        self._surface = surface
        self._schema = schema
        self._layout = layout
        self._names = names
        self._package = package
        self._namespace = f"{package}.{BUILDERS}"
        self._types = types
        self._accessors: Mapping[str, tuple[str, ...]] = {
            r.id: names.accessors.of(r, names.classes[r.id]) for r in surface.resources
        }
        self._options: dict[str, OptionSet] = {}

    def files(self) -> Iterator[GeneratedFile]:
        """All of them; the options' comes last, when it is known what calls take."""
        by_file: dict[str, list[Resource]] = {}
        for resource in self._surface.resources:
            by_file.setdefault(self._names.files[resource.id], []).append(resource)
        for stem, resources in by_file.items():
            path = f"{BUILDERS}/{file_stem(stem)}.cs"
            yield GeneratedFile(path, "builders.cs.jinja", self._file(resources))
        for payloads in (self._names.bodies, self._names.answers):
            for payload in payloads.values():
                path = f"{BUILDERS}/{file_stem(payload.file)}.cs"
                yield GeneratedFile(path, "model.cs.jinja", self._payload(payload))
        names = self._types.file(self._namespace)
        members = Members(self._surface, self._layout, self._package, names)
        options = lower_options(self._options.values(), members)
        if options:
            view = OptionsFileView(names.usings(), self._namespace, options)
            yield GeneratedFile(f"{BUILDERS}/QueryParameters.cs", "options.cs.jinja", view)

    def _file(self, resources: list[Resource]) -> BuilderFileView:
        names = self._types.file(self._namespace)
        members = Members(self._surface, self._layout, self._package, names)
        builders = tuple(self._builder(resource, members) for resource in resources)
        return BuilderFileView(names.usings(), self._namespace, builders)

    def _builder(self, resource: Resource, members: Members) -> BuilderView:
        names = members.names
        calls = Calls(self._surface, members, self._names, self._keep)
        is_root = resource.kind is ResourceKind.ROOT
        return BuilderView(
            doc=doc_lines(_builder_text(resource)),
            is_root=is_root,
            name=self._names.classes[resource.id],
            base=names.known("RequestBuilder"),
            place=names.known("UrlPlace"),
            links=tuple(self._links(resource, members)),
            calls=tuple(calls.lower(resource, call) for call in resource.calls),
        )

    def _keep(self, options: OptionSet) -> None:
        self._options[options.name] = options

    def _links(self, resource: Resource, members: Members) -> Iterator[LinkView]:
        links = Links(self._surface, members)
        accessors = self._accessors[resource.id]
        taken = {*accessors, self._names.classes[resource.id]}
        for edge, name in zip(resource.edges, accessors, strict=True):
            target = self._surface.by_id[edge.target]
            invoked = target.kind is ResourceKind.FUNCTION
            yield links.lower(edge, name, self._target(edge, members.names), invoked=invoked)
            if not self._layout.spelling.has_second_names:
                continue
            for at in keys_beside(edge, target):
                key, key_name = target.edges[at], self._accessors[target.id][at]
                beside = self._names.accessors.alternate_key_name(edge, key)
                if beside not in taken:
                    taken.add(beside)
                    answered = self._target(key, members.names)
                    yield links.beside(beside, name, key, key_name, answered)

    def _target(self, edge: Edge, names: FileNames) -> str:
        return names.own(self._namespace, self._names.classes[edge.target])

    def _payload(self, payload: Payload) -> ModelView:
        below, cls = payload.place
        namespace = f"{self._package}.{below}"
        names = self._types.file(namespace)
        members = Members(self._surface, self._layout, self._package, names)
        taken = (cls, *(_LINKS if payload.paged else ()))
        fields = {field.name: field for field in payload.fields}
        spelling = self._layout.spelling
        given = distinct(
            fields, lambda name: member_name(spelling.member(payload.operation, name), cls), taken
        ).names
        shapes, properties = [], []
        for name, field in fields.items():
            value = self._schema.value(field.type)
            shape = PropertyShape(name, value, required_on_create=field.required)
            wire = wire_of(field.type)
            shapes.append(shape_source(shape, given[name], secret=field.secret, wire=wire))
            held = f"Collection({value.type})" if value.collection else value.type
            text = f"Parameter {name}: {held}." if payload.is_body else "What is answered."
            properties.append(members.property(given[name], name, value, text))
        bases = names.known("BaseCollectionPaginationCountResponse" if payload.paged else "Model")
        if payload.paged:
            item, _, is_value = members.type_name(name_of(payload.fields[0].type))
            bases += f", {names.known('IPage', f'{item}?' if is_value else item)}"
        role = "What is sent to" if payload.is_body else "What is answered by"
        return ModelView(
            doc=doc_lines(f"{role} {payload.operation}."),
            name=cls,
            bases=bases,
            type_name=string_literal(payload.operation),
            facts=("IsPayload = true", *(("IsPage = true",) if payload.paged else ())),
            has_shapes=bool(shapes),
            shapes=tuple(shapes),
            model_type=names.known("ModelType"),
            properties=tuple(properties),
            namespace=namespace,
            usings=names.usings(),
        )


def _builder_text(resource: Resource) -> str:
    if resource.description:
        return resource.description
    if resource.kind is ResourceKind.ROOT:
        return "The service root."
    noun = with_article(resource.kind.value)
    if resource.type is None:
        return f"{noun}."
    held = (
        f"Collection({name_of(resource.type)})"
        if is_list(resource.type)
        else name_of(resource.type)
    )
    return f"{noun}: {held}."
