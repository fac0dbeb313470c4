"""One module of builders in the making: its classes, and what it has to import for them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from edmund.naming.accessors import numbered
from edmund.plan.beside import keys_beside
from edmund.plan.odata_exchange import AnswerForm, BodyForm, answer_of, body_of
from edmund.surface.elements import (
    Call,
    Edge,
    Resource,
    ResourceKind,
    Surface,
)
from edmund.surface.type_parts import is_edm, name_of
from edmund.targets.prose import with_article
from edmund.targets.python.builder_names import BuilderNames, BuilderPlace
from edmund.targets.python.builder_views import BuilderModuleView, BuilderView, MemberView
from edmund.targets.python.declarations import Declarations
from edmund.targets.python.imports import Imports, grouped
from edmund.targets.python.layout import MODELS, Layout, Place
from edmund.targets.python.link_bases import Key, Link, LinkBase, LinkBases, links_of
from edmund.targets.python.links import LinkContext, alternate_key_member, lower_link, value_link
from edmund.targets.python.literals import docstring
from edmund.targets.python.operations import (
    Answer,
    BodyType,
    OperationSource,
    inherited_operation,
    is_plain_value,
    lower_operation,
)
from edmund.targets.python.options import OptionSet, option_set
from edmund.targets.python.payload_views import lower_payload
from edmund.targets.python.payloads import Payloads
from edmund.targets.python.query_limits import query_limits
from edmund.targets.python.signatures import Bracketed, constant, laid_out

__all__ = ["BuilderContext", "BuilderModule"]

_REFERENCES = Place("string_collection_response", "StringCollectionResponse")
_BUILTINS = ("bool", "bytes", "dict", "float", "frozenset", "int", "list", "object", "str", "type")


@dataclass(frozen=True, slots=True)
class BuilderContext:
    """What all modules share; `names` are each resource's accessors."""

    surface: Surface
    package: str
    layout: Layout
    places: BuilderNames
    names: Mapping[str, tuple[str, ...]]
    payloads: Payloads
    recurring: frozenset[str]
    bases: LinkBases


class BuilderModule:
    """`options` holds the option sets that the module's calls take, once `view` has been called."""

    def __init__(self, context: BuilderContext, module: str, resources: Sequence[Resource]) -> None:
        self._context = context
        self._module = module
        self._resources = resources
        self._payloads = context.payloads.by_module.get(module, ())
        self._bases = [
            base
            for key, base in context.bases.bases.items()
            if self._base_place(key).module == module
        ]
        own = {
            *(context.places.of(r.id).name for r in resources),
            *(p.name for p in self._payloads),
            *(self._base_place(base.key).name for base in self._bases),
        }
        # Names of both kinds of imports differ from each other: a module binds each once.
        options = {option_set(c, r).name for r in resources for c in r.calls}
        self._real = Imports({*own, *_REAL_NAMES})
        self._checked = Imports({*own, *options, *_REAL_NAMES, *_BUILTINS})
        self.options: dict[str, OptionSet] = {}

    def view(self) -> BuilderModuleView:
        """The finished module."""
        bases = [self._base(base) for base in _parents_first(self._bases)]
        builders = [self._builder(resource) for resource in self._resources]
        declarations = Declarations(
            self._context.surface,
            self._context.layout,
            self._context.package,
            self._checked,
            self._real,
        )
        payloads = tuple(lower_payload(p, declarations) for p in self._payloads)
        if payloads:
            self._runtime("model", "Model")
        checking = self._checked.statements(4)
        if checking:
            self._real.claim("typing", "TYPE_CHECKING")
        return BuilderModuleView(
            docstring=docstring(f"Request builders{self._subject()}."),
            imports=tuple(grouped(self._real.statements(0))),
            has_checking_imports=bool(checking),
            checking_imports=tuple(grouped(checking)),
            payloads=payloads,
            builders=(*bases, *builders),
        )

    def _subject(self) -> str:
        typed = next((r.type for r in self._resources if r.type is not None), None)
        return "" if typed is None or is_edm(typed) else f" around {name_of(typed)}"

    def _runtime(self, module: str, name: str) -> str:
        return self._real.claim(f"{self._context.package}.runtime.{module}", name)

    # Classes

    def _base_place(self, key: Key) -> BuilderPlace:
        return self._context.places.bases[key]

    def _base_name(self, key: Key) -> str:
        """The name of a base in this module, imported when it lies in another."""
        place = self._base_place(key)
        if place.module == self._module:
            return place.name
        module = f"{self._context.package}.generated.builders.{place.module}"
        name = self._real.use(module, place.name, "_")
        self._checked.reserve(name)
        return name

    def _base(self, base: LinkBase) -> BuilderView:
        m = self._runtime("operations", "M")
        parent = (
            self._runtime("operations", "RequestBuilder")
            if base.parent is None
            else self._base_name(base.parent)
        )
        subject = f"a collection of {base.key[0]}" if base.key[1] else base.key[0]
        return BuilderView(
            _class_statement(self._base_place(base.key).name, [f"{parent}[{m}]"]),
            True,
            docstring(f"Links of {subject}.", 4),
            False,
            False,
            (),
            tuple(member for link in base.own for member in self._link(link)),
        )

    def _builder(self, resource: Resource) -> BuilderView:
        m = self._runtime("operations", "M")
        key = self._context.bases.base_of.get(resource.id)
        inherited = self._context.bases.bases[key].all if key is not None else frozenset()
        accessors = self._context.places.accessors
        links = links_of(resource, self._context.names[resource.id], accessors)
        members = [member for link in links if link not in inherited for member in self._link(link)]
        bases: list[str | Bracketed] = [] if key is None else [f"{self._base_name(key)}[{m}]"]
        constants: dict[str, str] = {}
        for call in resource.calls:
            answer, body = self._answer(resource, call), self._body(resource, call)
            inherited_call = inherited_operation(call, resource, answer, body)
            if inherited_call is not None:
                base = self._runtime("operations", inherited_call.base)
                bases.append(Bracketed(base, (m, *inherited_call.arguments), "[]"))
                constants.update([inherited_call.constant] if inherited_call.constant else [])
                continue
            source = self._operation(resource, call, answer, body)
            members.extend(source.members)
            if source.item_of_base is not None:
                paged = self._runtime("operations", "PagedBuilder")
                bases.append(Bracketed(paged, (m, f'"{source.item_of_base}"'), "[]"))
        if resource.kind is ResourceKind.ROOT:
            bases.append(f"{self._runtime('core', 'ServiceBuilder')}[{m}]")
        if not bases:
            bases.append(f"{self._runtime('operations', 'RequestBuilder')}[{m}]")
        text = _builder_doc(resource, bool(constants))
        lines = [constant(name, value) for name, value in constants.items()]
        limits = query_limits(resource)
        if limits is not None:
            lines.append(limits)
        return BuilderView(
            _class_statement(self._context.places.of(resource.id).name, bases),
            bool(text),
            text,
            bool(text and lines),
            bool(lines),
            tuple(lines),
            tuple(members),
        )

    # Links

    def _link(self, link: Link) -> list[MemberView]:
        context, edge = self._context, link.edge
        target = context.surface.by_id[edge.target]
        spelling = context.layout.spelling
        links = LinkContext(
            context.surface,
            self._module,
            self._type_name,
            self._standard,
            spelling.parameter,
            spelling.given,
        )
        if is_plain_value(target) and target.type is not None:
            value = self._checked.claim(f"{context.package}.runtime.operations", "ValueBuilder")
            held = self._type_name(name_of(target.type))
            returns = f"{value}[{self._runtime('operations', 'M')}, {held}]"
            return [value_link(link, name_of(target.type), returns)]
        members = [
            lower_link(
                link,
                self._place(edge.target),
                self._target_name(edge.target),
                links,
                aliases=(numbered(link.name),) if link.name in context.recurring else (),
                invoked=target.kind is ResourceKind.FUNCTION,
                m=self._runtime("operations", "M"),
            )
        ]
        if context.layout.spelling.has_second_names:
            for at in keys_beside(edge, target):
                key_name = context.names[target.id][at]
                members.append(self._beside(link, target.edges[at], key_name, links))
        return members

    def _beside(self, link: Link, key: Edge, key_name: str, links: LinkContext) -> MemberView:
        """`applications_with_app_id(...)`, as the official client has it beside `applications`."""
        return alternate_key_member(
            self._context.places.accessors.alternate_key_name(link.edge, key),
            link.name,
            key,
            key_name,
            returns=f"{self._target_name(key.target)}[{self._runtime('operations', 'M')}]",
            context=links,
        )

    def _place(self, target: str) -> BuilderPlace:
        return self._context.places.of(target)

    def _target_name(self, target: str) -> str:
        """The target's class by the name that this module knows it by in annotations."""
        place = self._place(target)
        if place.module == self._module:
            return place.name
        module = f"{self._context.package}.generated.builders.{place.module}"
        return self._checked.use(module, place.name, "Builder")

    # Operations

    def _operation(
        self, resource: Resource, call: Call, answer: Answer, body: BodyType | None
    ) -> OperationSource:
        """A call as members, after importing what they name."""
        source = lower_operation(call, resource, answer, body)
        options = source.options
        self.options[options.name] = options
        configuration = f"{self._context.package}.runtime.configuration"
        generated = f"{self._context.package}.generated.builders._options"
        self._checked.claim(configuration, "Configuration")
        self._checked.claim(generated if options.is_generated else configuration, options.name)
        self._real.claim("typing", "Unpack")
        self._runtime("operations", "operation")
        self._runtime("operations", "Request")
        for reader in source.readers:
            self._runtime("operations", reader)
        if source.declares_iterate:
            self._runtime("operations", "iteration")
            self._checked.claim(f"{self._context.package}.runtime.paging", "Pages")
        return source

    def _answer(self, resource: Resource, call: Call) -> Answer:
        context = self._context
        planned = answer_of(call, context.surface.types, context.layout.pages)
        item = self._type_name(planned.type) if planned.iterable and planned.type else None
        match planned.form:
            case AnswerForm.NOTHING:
                return Answer(planned.form, "None")
            case AnswerForm.COUNT:
                return Answer(planned.form, "int")
            case AnswerForm.REFERENCE:
                return Answer(planned.form, "str | None")
            case AnswerForm.REFERENCES:
                return self._page(planned.form, _REFERENCES, "str")
            case AnswerForm.STREAM:
                return Answer(planned.form, "bytes | None")
            case AnswerForm.WRAPPED:
                wrapper = context.payloads.answers[resource.id].name
                return Answer(planned.form, f"{wrapper} | None", wrapper, item)
        name = planned.type or ""
        match planned.form:
            case AnswerForm.PAGE:
                return self._page(planned.form, context.layout.pages[name], item)
            case AnswerForm.COLLECTION | AnswerForm.VALUE:
                return Answer(planned.form, self._standard("typing", "Any"), name)
        return Answer(planned.form, f"{self._type_name(name)} | None", name)

    def _page(self, form: AnswerForm, place: Place, item: str | None) -> Answer:
        cls = self._model(place.module, place.cls)
        return Answer(form, f"{cls} | None", f"{place.module}:{place.cls}", item)

    def _body(self, resource: Resource, call: Call) -> BodyType | None:
        planned = body_of(call)
        if planned is None:
            return None
        name = planned.type or ""
        match planned.form:
            case BodyForm.NEW_REFERENCE:
                return BodyType(self._model("reference_create", "ReferenceCreate"), None)
            case BodyForm.REFERENCE:
                return BodyType(self._model("reference_update", "ReferenceUpdate"), None)
            case BodyForm.PARAMETERS:
                payload = self._context.payloads.bodies[resource.id].name
                return BodyType(payload, None, planned.optional)
            case BodyForm.STREAM:
                return BodyType(self._content(), None)
            case BodyForm.COLLECTION:
                sequence = self._standard("collections.abc", "Sequence")
                return BodyType(f"{sequence}[{self._type_name(name)}]", name)
        return BodyType(self._type_name(name), name)

    # Names in annotations

    def _standard(self, module: str, name: str) -> str:
        return self._checked.use(module, name, "_")

    def _content(self) -> str:
        return self._checked.use(f"{self._context.package}.runtime.uploads", "Content")

    def _model(self, module: str, name: str) -> str:
        return self._checked.use(f"{self._context.package}.{MODELS}.{module}", name)

    def _type_name(self, type_name: str) -> str:
        """What this module calls the class of a schema type."""
        place = self._context.layout.places.get(type_name)
        if place is None:
            return self._standard("typing", "Any")
        return self._model(place.module, place.cls)


_REAL_NAMES = (
    "Entity",
    "M",
    "Model",
    "Page",
    "PagedBuilder",
    "Request",
    "RequestBuilder",
    "ServiceBuilder",
    "TYPE_CHECKING",
    "Unpack",
    "Value",
    "Wrapped",
    "Reads",
    "Lists",
    "Creates",
    "Updates",
    "Replaces",
    "Deletes",
    "ValueBuilder",
    "Configuration",
    "Pages",
    "content",
    "iteration",
    "nothing",
    "number",
    "operation",
    "reference",
)


def _class_statement(name: str, bases: Sequence[str | Bracketed]) -> str:
    return laid_out(Bracketed(f"class {name}", tuple(bases)), 0, 1)


def _parents_first(bases: Sequence[LinkBase]) -> list[LinkBase]:
    """A class statement needs its base, which may lie in the same module."""
    keys = {base.key: base for base in bases}
    done: dict[Key, LinkBase] = {}

    def add(base: LinkBase) -> None:
        if base.parent in keys and base.parent not in done:
            add(keys[base.parent])
        done.setdefault(base.key, base)

    for base in bases:
        add(base)
    return list(done.values())


def _builder_doc(resource: Resource, says_type: bool) -> str:
    """The class's docstring; '' where its bases and constants say all that there is."""
    if resource.description:
        return docstring(resource.description, 4)
    if says_type:
        return ""
    if resource.kind is ResourceKind.ROOT:
        return docstring("The service root.", 4)
    if resource.type is None or is_edm(resource.type):
        return docstring(f"{with_article(resource.kind.value)}.", 4)
    return docstring(f"{with_article(resource.kind.value)} of type {name_of(resource.type)}.", 4)
