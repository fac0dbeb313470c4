"""The page of one call: who may make it, what it takes and gives, how it looks in each language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from edmund.pages.blocks import Block, Code, Heading, Note, Page, Paragraph, Table, Tabs
from edmund.pages.errors import errors_of_request
from edmund.pages.examples import ShownExample, answer_text, request_text
from edmund.pages.members import constraints_of, describe_member, link_to, prose, type_link
from edmund.pages.wording import ExamplePart, ExampleWording, PageWording, Section, Wording
from edmund.surface.elements import Call, CallKind, Edge, Grant, Resource, Scheme
from edmund.surface.lookup import same_path
from edmund.surface.shapes import PropertyShape, StructuredShape
from edmund.surface.type_parts import is_edm, name_of
from edmund.surface.type_schema import TypeSchema

__all__ = ["CallSubject", "call_page", "call_title"]

_SCHEMES: Final = (
    (Scheme.DELEGATED_WORK, "Delegated (work or school account)"),
    (Scheme.DELEGATED_PERSONAL, "Delegated (personal Microsoft account)"),
    (Scheme.APPLICATION, "Application"),
)
_PURPOSES: Final[Mapping[CallKind, str]] = {
    CallKind.LIST: "List",
    CallKind.READ: "Get",
    CallKind.CREATE: "Create",
    CallKind.UPDATE: "Update",
    CallKind.REPLACE: "Replace",
    CallKind.DELETE: "Delete",
    CallKind.COUNT: "Count",
    CallKind.READ_STREAM: "Download",
    CallKind.WRITE_STREAM: "Upload",
    CallKind.LIST_REFERENCES: "List references of",
    CallKind.READ_REFERENCE: "Get the reference of",
    CallKind.ADD_REFERENCE: "Add a reference to",
    CallKind.SET_REFERENCE: "Set the reference of",
    CallKind.REMOVE_REFERENCE: "Remove a reference of",
}
_ANSWERS: Final[Mapping[CallKind, str]] = {
    CallKind.CREATE: "`201 Created` and the new object",
    CallKind.DELETE: "`204 No Content`",
    CallKind.LIST: "`200 OK` and a collection, perhaps in pages",
    CallKind.COUNT: "`200 OK` and a whole number as plain text",
    CallKind.UPDATE: "`204 No Content`, or `200 OK` and the object",
}
_REQUEST_INTRODUCTION: Final = "The following example shows a request."
_ANSWER_INTRODUCTION: Final = "The following example shows the response."


@dataclass(frozen=True, slots=True)
class CallSubject:
    """A call where it is made: `path` in the schema's spelling, the edges that lead there."""

    path: str
    edges: tuple[Edge, ...]
    resource: Resource
    call: Call

    @property
    def text(self) -> str:
        return f"{self.call.method.value} {self.path}"


def call_page(
    subject: CallSubject,
    schema: TypeSchema,
    examples: Iterable[ShownExample],
    wording: Wording,
    path: str,
) -> Page:
    """The page, at `path`."""
    own = wording.of(subject.text)
    title = own.title or call_title(subject)
    blocks: list[Block] = []
    for section in own.sections:
        blocks += _section(section, subject, schema, tuple(examples), wording, own, title)
    return Page(path, title, tuple(blocks))


def call_title(subject: CallSubject) -> str:
    """What a call does: `Create identityApiConnector`."""
    call = subject.call
    if call.kind is CallKind.INVOKE and call.operation is not None:
        return call.operation.rpartition(".")[2]
    names = [edge.name for edge in subject.edges if edge.name and not edge.name.startswith("$")]
    type_ = call.body or call.returns or subject.resource.type
    if call.kind is CallKind.LIST or type_ is None or is_edm(type_):
        name = names[-1]
    else:
        name = name_of(type_)
    return f"{_PURPOSES.get(call.kind, call.method.value)} {name.rpartition('.')[2]}"


def _section(
    section: Section,
    subject: CallSubject,
    schema: TypeSchema,
    examples: tuple[ShownExample, ...],
    wording: Wording,
    own: PageWording,
    title: str,
) -> Iterator[Block]:
    match section:
        case Section.TITLE:
            yield from _title(subject.call, own, title)
        case Section.PERMISSIONS:
            yield from _permissions(subject, wording, own)
        case Section.REQUEST:
            yield Heading(2, "HTTP request")
            yield Code("http", subject.text)
        case Section.PARAMETERS:
            yield from _parameters(subject)
        case Section.BODY:
            yield from _body(subject.call, schema)
        case Section.ANSWER:
            yield from _answer(subject.call)
        case Section.ERRORS:
            yield from errors_of_request(subject.call, schema)
        case Section.EXAMPLES:
            yield from _examples(examples, own, subject.call, schema)


def _title(call: Call, own: PageWording, title: str) -> Iterator[Block]:
    yield Heading(1, title)
    if call.deprecation is not None:
        yield Note("Warning", f"Deprecated. {prose(call.deprecation.description or '')}".strip())
    if own.introduction:
        yield Paragraph(own.introduction)
    for text in (None if own.introduction else call.description, call.long_description):
        if text:
            yield Paragraph(prose(text))


def _permissions(subject: CallSubject, wording: Wording, own: PageWording) -> Iterator[Block]:
    """A row for each scheme: what suffices, what is more than that."""
    table = [p for p in subject.call.permissions if same_path(p.path, subject.path)]
    found = table or [p for p in subject.call.permissions if not p.path]
    if not found:
        return
    if Section.TITLE in own.sections:
        yield Heading(2, "Permissions")
    introduction = own.permissions or wording.permissions
    if introduction:
        yield Paragraph(introduction)
    grants = {grant.scheme: grant for grant in found[0].grants}
    head = ("Permission type", "Least privileged permissions", "Higher privileged permissions")
    rows = tuple((title, *_cells(grants.get(scheme))) for scheme, title in _SCHEMES)
    yield Table(head, rows)
    role = own.role or wording.role
    if role:
        yield Note("Important", role)


def _cells(grant: Grant | None) -> tuple[str, str]:
    if grant is None or not (grant.least or grant.higher):
        return "Not supported.", "Not supported."
    least = ", ".join(grant.least) or "Not available."
    return least, ", ".join(grant.higher) or "Not available."


def _parameters(subject: CallSubject) -> Iterator[Block]:
    """What the URL and the header fields take."""
    rows: list[tuple[str, ...]] = []
    for edge in subject.edges:
        for part in edge.keys:
            rows.append((f"`{part.name}`", "path", type_link(part.type), "Required. The key."))
        for parameter in (*edge.parameters, *edge.optional_parameters):
            required = "Required." if parameter in edge.parameters else ""
            rows.append((f"`{parameter.name}`", "path", type_link(parameter.type), required))
    call = subject.call
    for option in call.query:
        rows.append((f"`${option.value}`", "query", "", "An OData query option."))
    for place, given in (("query", call.custom_query), ("header", call.custom_headers)):
        for custom in given:
            said = " ".join(
                filter(
                    None, ("Required." if custom.required else "", prose(custom.description or ""))
                )
            )
            rows.append((f"`{custom.name}`", place, "", said))
    if rows:
        yield Heading(2, "Parameters")
        yield Table(("Name", "In", "Type", "Description"), tuple(rows))


def _body(call: Call, schema: TypeSchema) -> Iterator[Block]:
    """The members that may be sent, and those that must."""
    if call.kind is CallKind.INVOKE:
        if not call.parameters:
            return
        yield Heading(2, "Request body")
        yield Table(
            ("Parameter", "Type", "Description"),
            tuple(
                (
                    f"`{parameter.name}`",
                    type_link(parameter.type),
                    describe_member(
                        parameter.documentation,
                        constraints_of(parameter.type),
                        secret=parameter.secret,
                    ),
                )
                for parameter in call.parameters
            ),
        )
        return
    if call.body is None:
        return
    yield Heading(2, "Request body")
    shape = schema.structured(name_of(call.body))
    if shape is None:
        yield Paragraph(f"A value of type {type_link(call.body)}.")
        return
    yield Paragraph(f"The JSON of {link_to(name_of(call.body))}: what may be sent of it.")
    creates = call.kind is not CallKind.UPDATE
    rows = tuple(_rows(shape, schema, creates=creates))
    if rows:
        yield Table(("Property", "Type", "Description"), rows)


def _rows(
    shape: StructuredShape, schema: TypeSchema, *, creates: bool
) -> Iterator[tuple[str, str, str]]:
    members = schema.lineage.members(shape.name)
    ordered = sorted(shape.properties.values(), key=lambda each: not _must(each, creates))
    for each in ordered:
        if not (each.insertable if creates else each.updatable) or each.navigation:
            continue
        member = members[each.name]
        facts = constraints_of(member.type)
        if _must(each, creates):
            facts = ("Required.", *facts)
        text = describe_member(member.documentation, facts)
        yield f"`{each.name}`", type_link(member.type), text


def _must(shape: PropertyShape, creates: bool) -> bool:
    return shape.required_on_create if creates else shape.required_on_update


def _answer(call: Call) -> Iterator[Block]:
    yield Heading(2, "Response")
    said = _ANSWERS.get(call.kind)
    if said is None:
        said = "`204 No Content`" if call.returns is None else "`200 OK`"
    type_ = f", of type {type_link(call.returns)}" if call.returns is not None else ""
    yield Paragraph(f"On success the service answers {said}{type_}.")


def _examples(
    examples: tuple[ShownExample, ...], own: PageWording, call: Call, schema: TypeSchema
) -> Iterator[Block]:
    by_name = {shown.example.name or "": shown for shown in examples}
    chosen = [(w, by_name[w.name]) for w in own.examples if w.name in by_name]
    if not chosen:
        chosen = [(ExampleWording(name), shown) for name, shown in by_name.items()]
    if chosen and Section.TITLE in own.sections:
        yield Heading(2, "Examples" if len(chosen) > 1 else "Example")
    for wording, shown in chosen:
        for part in wording.parts:
            yield from _example_part(part, wording, shown, call, schema)


def _example_part(
    part: ExamplePart,
    wording: ExampleWording,
    shown: ShownExample,
    call: Call,
    schema: TypeSchema,
) -> Iterator[Block]:
    example = shown.example
    match part:
        case ExamplePart.HEADING:
            yield Heading(3, wording.heading or example.title or "Example")
        case ExamplePart.REQUEST_HEADING:
            yield Heading(4, "Request")
        case ExamplePart.INTRODUCTION:
            yield Paragraph(wording.introduction or _REQUEST_INTRODUCTION)
        case ExamplePart.NOTE:
            note = wording.note or " ".join(example.notes)
            if note:
                yield Note("", note)
        case ExamplePart.HTTP:
            yield Code("http", request_text(example))
        case ExamplePart.SAMPLES:
            if shown.tabs:
                yield Tabs(shown.tabs)
        case ExamplePart.ANSWER:
            if example.answer is not None:
                yield Heading(4, "Response")
                yield Paragraph(_ANSWER_INTRODUCTION)
                yield Code("http", answer_text(example.answer, call.returns, schema))
