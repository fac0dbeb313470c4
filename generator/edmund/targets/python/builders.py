"""The surface as request builders: one module for each type that a resource answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from edmund.model.elements import Model, TypeReference
from edmund.render.files import GeneratedFile
from edmund.surface.elements import (
    Call,
    CallKind,
    Edge,
    Resource,
    ResourceKind,
    SegmentKind,
    Surface,
)
from edmund.targets.contract import TargetOptions
from edmund.targets.python.builder_names import BuilderPlace, builder_places
from edmund.targets.python.builder_views import BuilderModuleView, BuilderView, MemberView
from edmund.targets.python.chain_names import accessor_names, alternate_key_name, numbered
from edmund.targets.python.imports import Imports
from edmund.targets.python.links import alternate_key_member, lower_link
from edmund.targets.python.literals import docstring
from edmund.targets.python.operations import Answer, AnswerKind, BodyType, lower_operation
from edmund.targets.python.options import OptionSet, lower_options
from edmund.targets.python.payload_views import lower_payload
from edmund.targets.python.payloads import Payloads, needs_class
from edmund.targets.python.recurrence import recurring_keys
from edmund.targets.python.signatures import from_import

__all__ = ["TypePlaces", "lower_builders"]

_RUNTIME_NAMES = (
    "Any",
    "Configuration",
    "M",
    "Model",
    "Page",
    "Property",
    "Flags",
    "Pages",
    "Request",
    "RequestBuilder",
    "Sequence",
    "reference",
    "complex_value",
    "enum_value",
    "flags_value",
    "navigation",
    "primitive",
    "ServiceBuilder",
    "TYPE_CHECKING",
    "Unpack",
    "Value",
    "Entity",
    "content",
    "datetime",
    "decimal",
    "iteration",
    "nothing",
    "number",
    "operation",
    "uuid",
)
_OWN_MEMBERS = frozenset({"batch", "iterate"})
"""What builders have beside the official client's members."""

_OWN_OPTIONS = ("Options", "ChangeOptions", "RemoveReferenceOptions")


class TypePlaces(Protocol):
    """Where the classes of schema types are: module relative to `models`, and class."""

    @property
    def root_namespace(self) -> str: ...
    def place(self, type_name: str) -> tuple[str, str]: ...
    def collection_place(self, type_name: str) -> tuple[str, str]: ...


@dataclass(frozen=True, slots=True)
class _Context:
    model: Model
    surface: Surface
    package: str
    types: TypePlaces
    places: Mapping[str, BuilderPlace]
    names: Mapping[str, tuple[str, ...]]
    payloads: Payloads
    recurring: frozenset[str]


def lower_builders(
    model: Model, surface: Surface, options: TargetOptions, types: TypePlaces
) -> list[GeneratedFile]:
    """The builder modules and the module of their options."""
    places = builder_places(surface, types.root_namespace)
    names = {r.id: _accessors(r) for r in surface.resources}
    context = _Context(
        model,
        surface,
        options.package,
        types,
        places,
        names,
        Payloads(model, surface, places),
        recurring_keys(surface, names),
    )
    by_module: dict[str, list[Resource]] = {}
    for resource in surface.resources:
        by_module.setdefault(places[resource.id].module, []).append(resource)
    files: list[GeneratedFile] = []
    sets: dict[str, OptionSet] = {}
    folder = f"{options.package.replace('.', '/')}/generated/builders"
    for module, resources in by_module.items():
        view = _Module(context, module, resources, sets).view()
        path = f"{folder}/{module.replace('.', '/')}.py"
        files.append(GeneratedFile(path, "client/builders.py.jinja", view))
    files.append(
        GeneratedFile(
            f"{folder}/_options.py",
            "client/options.py.jinja",
            lower_options(sets.values(), options.package),
        )
    )
    return files


def _accessors(resource: Resource) -> tuple[str, ...]:
    return tuple(
        f"{name}_path" if name in _OWN_MEMBERS else name for name in accessor_names(resource)
    )


class _Module:
    """One module in the making: what its builders need to be imported."""

    def __init__(
        self,
        context: _Context,
        module: str,
        resources: list[Resource],
        sets: dict[str, OptionSet],
    ) -> None:
        self._context = context
        self._resources = resources
        self._sets = sets
        self._payloads = context.payloads.of_module(module)
        self._own = {
            *(context.places[r.id].name for r in resources),
            *(p.name for p in self._payloads),
        }
        self._imports = Imports({*_RUNTIME_NAMES, *self._own})
        self._answers: set[AnswerKind] = set()
        self._options: set[str] = set()
        self._stdlib: set[str] = set()
        self._runtime: set[str] = set()
        self._declarations: set[str] = set()
        self._sequences = False

    def view(self) -> BuilderModuleView:
        builders = tuple(self._builder(resource) for resource in self._resources)
        payloads = tuple(
            lower_payload(p, self._context.model, self._type_name) for p in self._payloads
        )
        for payload in payloads:
            self._declarations |= payload.declarations
            self._stdlib |= payload.modules
            self._sequences = self._sequences or payload.sequences
        checking = self._checking_imports()
        return BuilderModuleView(
            docstring=docstring(f"Request builders{self._subject()}."),
            imports=tuple(self._imports_at_runtime(bool(checking))),
            has_checking_imports=bool(checking),
            checking_imports=tuple(checking),
            exports=tuple(sorted(self._own)),
            payloads=payloads,
            builders=builders,
        )

    def _subject(self) -> str:
        typed = next((r.type for r in self._resources if r.type is not None), None)
        return "" if typed is None or typed.is_primitive else f" around {typed.name}"

    def _builder(self, resource: Resource) -> BuilderView:
        place = self._context.places[resource.id]
        base = "ServiceBuilder" if resource.kind is ResourceKind.ROOT else "RequestBuilder"
        self._runtime.add(base)
        members = [
            member
            for edge, name in zip(
                resource.edges, self._context.names[resource.id], strict=True
            )
            for member in self._links(resource, edge, name)
        ]
        for call in resource.calls:
            members.extend(self._operations(resource, call))
        return BuilderView(place.name, f"{base}[M]", _builder_doc(resource), tuple(members))

    def _links(self, resource: Resource, edge: Edge, name: str) -> list[MemberView]:
        context = self._context
        target = context.surface.by_id[edge.target]
        view, modules, sequences = lower_link(
            edge,
            name,
            context.places[resource.id],
            self._place(resource, edge.target),
            context.package,
            context.model,
            self._type_name,
            (numbered(name),) if name in context.recurring else (),
            invoked=target.kind is ResourceKind.FUNCTION,
        )
        self._stdlib |= modules
        self._sequences = self._sequences or sequences
        members = [view]
        if edge.kind in (SegmentKind.CHILD, SegmentKind.NAVIGATION):
            for key, key_name in zip(target.edges, context.names[target.id], strict=True):
                if key.kind is SegmentKind.ALTERNATE_KEY:
                    members.append(self._beside(resource, edge, name, key, key_name))
        return members

    def _beside(
        self, resource: Resource, edge: Edge, name: str, key: Edge, key_name: str
    ) -> MemberView:
        """`applications_with_app_id(...)`, as the official client has it beside `applications`."""
        return alternate_key_member(
            alternate_key_name(edge, key),
            name,
            key,
            key_name,
            self._place(resource, key.target),
            self._context.model,
            self._type_name,
        )

    def _place(self, resource: Resource, target: str) -> BuilderPlace:
        """The target's place by the name that this module knows it by."""
        place = self._context.places[target]
        if place.module != self._context.places[resource.id].module:
            module = f"{self._context.package}.generated.builders.{place.module}"
            self._imports.use(module, place.name, "Builder")
        return place

    def _operations(self, resource: Resource, call: Call) -> tuple[MemberView, ...]:
        source = lower_operation(
            call, resource.kind, self._answer(resource, call), self._body(resource, call)
        )
        self._answers |= set(source.answers)
        self._sets[source.options.name] = source.options
        self._options.add(source.options.name)
        self._runtime.add("operation")
        if source.iterates:
            self._runtime.add("iteration")
        return source.members

    def _answer(self, resource: Resource, call: Call) -> Answer:
        context = self._context
        returned = call.returns
        if call.kind is CallKind.COUNT:
            return Answer(AnswerKind.NUMBER, "int")
        if call.kind is CallKind.LIST_REFERENCES:
            return self._page("string_collection_response", "StringCollectionResponse", "str")
        if call.kind is CallKind.READ_REFERENCE:
            return Answer(AnswerKind.REFERENCE, "str | None")
        if returned is None:
            return Answer(AnswerKind.NOTHING, "None")
        if returned.name == "Edm.Stream":
            return Answer(AnswerKind.CONTENT, "bytes | None")
        wrapper = context.payloads.answer(resource)
        if wrapper is not None:
            module = context.places[resource.id].module
            place = f"{context.package}.generated.builders.{module}:{wrapper.name}"
            item = self._type_name(returned.name) if wrapper.paged else None
            return Answer(AnswerKind.PAGE, f"{wrapper.name} | None", place, item)
        if returned.collection and not returned.is_primitive:
            place_of = context.types.collection_place(returned.name)
            return self._page(*place_of, self._type_name(returned.name))
        if needs_class(returned, context.model):
            return Answer(AnswerKind.VALUE, "Any", returned.name)
        return Answer(AnswerKind.ENTITY, f"{self._type_name(returned.name)} | None", returned.name)

    def _page(self, module: str, name: str, item: str) -> Answer:
        full = f"{self._context.package}.generated.models.{module}"
        local = self._imports.use(full, name)
        return Answer(AnswerKind.PAGE, f"{local} | None", f"{full}:{name}", item)

    def _body(self, resource: Resource, call: Call) -> BodyType | None:
        models = f"{self._context.package}.generated.models"
        if call.kind is CallKind.ADD_REFERENCE:
            local = self._imports.use(f"{models}.reference_create", "ReferenceCreate")
            return BodyType(local, None)
        if call.kind is CallKind.SET_REFERENCE:
            local = self._imports.use(f"{models}.reference_update", "ReferenceUpdate")
            return BodyType(local, None)
        payload = self._context.payloads.body(resource)
        if payload is not None:
            return BodyType(payload.name, None)
        body: TypeReference | None = call.body
        if body is None:
            return None
        if body.name == "Edm.Stream":
            return BodyType("bytes", None)
        name = self._type_name(body.name)
        if body.collection:
            self._sequences = True
            return BodyType(f"Sequence[{name}]", body.name)
        return BodyType(name, body.name)

    def _type_name(self, type_name: str) -> str:
        """What this module calls the class of a schema type in annotations."""
        if type_name.startswith("Edm.") or type_name not in self._context.model.types_by_name:
            self._runtime.add("Any")
            return "Any"
        module, name = self._context.types.place(type_name)
        return self._imports.use(f"{self._context.package}.generated.models.{module}", name)

    def _imports_at_runtime(self, checking: bool) -> list[str]:
        runtime = f"{self._context.package}.runtime"
        typing = ["TYPE_CHECKING"] if checking else []
        typing += ["Any"] if "Any" in self._runtime else []
        typing += ["Unpack"] if self._options else []
        groups = []
        if typing:
            groups.append(from_import("typing", typing) + "\n")
        if self._answers:
            names = sorted((a.value for a in self._answers), key=lambda n: (n.islower(), n))
            groups.append(from_import(f"{runtime}.answers", names))
        builder = sorted(
            {"M", *self._runtime} & {"M", "RequestBuilder", "iteration", "operation"},
            key=lambda n: (n.islower(), n != "M", n),
        )
        groups.append(from_import(f"{runtime}.builder", builder))
        if "ServiceBuilder" in self._runtime:
            groups.append(from_import(f"{runtime}.core", ["ServiceBuilder"]))
        if self._payloads:
            groups.append(from_import(f"{runtime}.model", ["Model"]))
            groups.append(from_import(f"{runtime}.properties", sorted(self._declarations)))
        if self._options:
            groups.append(from_import(f"{runtime}.request", ["Request"]))
        return groups

    def _checking_imports(self) -> list[str]:
        package = self._context.package
        lines: list[str] = []
        lines.extend(f"import {name}" for name in sorted(self._stdlib))
        if self._sequences:
            lines.append("from collections.abc import Sequence")
        if lines:
            lines[-1] += "\n"
        lines.extend(self._imports.statements(4))
        if self._options:
            own = sorted(self._options & set(_OWN_OPTIONS))
            generated = sorted(self._options - set(_OWN_OPTIONS))
            if generated:
                lines.append(from_import(f"{package}.generated.builders._options", generated, 4))
            lines.append(
                from_import(f"{package}.runtime.configuration", ["Configuration", *own], 4)
            )
        if "iteration" in self._runtime:
            lines.append(from_import(f"{package}.runtime.paging", ["Pages"], 4))
        return lines


def _builder_doc(resource: Resource) -> str:
    if resource.description:
        return docstring(resource.description, 4)
    if resource.kind is ResourceKind.ROOT:
        return docstring("The service root.", 4)
    if resource.type is None or resource.type.is_primitive:
        return docstring(f"Builds requests for this {resource.kind.value}.", 4)
    spelled = f"{resource.kind.value} of type {resource.type.name}"
    return docstring(f"Builds requests for a {spelled}.", 4)
