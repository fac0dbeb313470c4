"""Reference pages of services that follow no protocol above HTTP: an index, a page for each call, one for each type."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from edmund.pages.blocks import Block, Code, Heading, Note, Page, Paragraph, Table, Tabs
from edmund.pages.examples import PHRASES, ShownExample, answer_text, request_text
from edmund.pages.members import code, constraints_of, describe_member, prose
from edmund.plan.http_answers import Outcome
from edmund.plan.http_calls import PlannedCall, planned_calls
from edmund.surface.elements import Surface
from edmund.surface.lineage import Lineage
from edmund.surface.type_schema import TypeSchema
from edmund.surface.types import (
    AnyJson,
    Documentation,
    EnumType,
    ListOf,
    Literal,
    MapOf,
    Named,
    NamedType,
    Nullable,
    Primitive,
    StructuredType,
    Type,
    UnionType,
)

__all__ = ["HttpPages"]

_PHRASES = {str(status): phrase for status, phrase in PHRASES.items()}
_UNSAFE = re.compile(r"[^A-Za-z0-9_-]+")


ExamplesOf = Callable[[PlannedCall], Iterable[ShownExample]]
"""The examples that the page of a call shows."""


def _no_examples(planned: PlannedCall) -> Iterable[ShownExample]:
    return ()


class HttpPages:
    """The pages of one service. Every text of the description is a text in them, and no markup or path of a file."""

    def __init__(self, surface: Surface, title: str, examples: ExamplesOf = _no_examples) -> None:
        self._examples = examples
        self._schema = TypeSchema(surface.types)
        self._surface = surface
        self._title = title
        self._lineage = Lineage(surface.types)
        self._calls = [call for calls in planned_calls(surface).values() for call in calls]
        self._call_files = _files("calls", (f"{c.method} {c.path}" for c in self._calls))
        self._type_files = _files("types", (type_.name for type_ in surface.types.types))

    def pages(self) -> Iterator[Page]:
        """The index, then calls in the order of paths, then types in the order of the description."""
        yield self._index()
        yield from map(self._call_page, self._calls)
        yield from map(self._type_page, self._surface.types.types)

    def call(self, text: str) -> Page | None:
        """The page of a call such as `GET /pets/{id}`, whatever its parameters are called; None if there is none."""
        wanted = _compared(text)
        found = (c for c in self._calls if _compared(f"{c.method} {c.path}") == wanted)
        return next(map(self._call_page, found), None)

    def _index(self) -> Page:
        blocks: list[Block] = [Heading(1, prose(self._title) or "Reference"), Heading(2, "Calls")]
        rows = tuple(
            (
                f"[{code(f'{c.method} {c.path}')}]({self._call_files[f'{c.method} {c.path}']}.md)",
                prose(c.call.description or ""),
            )
            for c in self._calls
        )
        blocks.append(Table(("Call", "Description"), rows) if rows else Paragraph("None."))
        names = tuple(
            (f"[{prose(type_.name)}]({self._type_files[type_.name]}.md)",)
            for type_ in self._surface.types.types
        )
        blocks.append(Heading(2, "Types"))
        blocks.append(Table(("Type",), names) if names else Paragraph("None."))
        return Page("index", self._title or "Reference", tuple(blocks))

    def _call_page(self, planned: PlannedCall) -> Page:
        name = f"{planned.method} {planned.path}"
        call = planned.call
        title = prose(call.description or "") or prose(planned.id or "") or code(name)
        blocks: list[Block] = [Heading(1, title)]
        if call.deprecation is not None:
            blocks.append(Note("Warning", "Deprecated."))
        if call.long_description:
            blocks.append(Paragraph(prose(call.long_description)))
        blocks += [Heading(2, "HTTP request"), Code("http", _visible(name))]
        blocks += self._security(planned)
        blocks += self._parameters(planned)
        blocks += self._bodies(planned)
        blocks += self._answers(planned)
        blocks += self._shown(planned)
        return Page(self._call_files[name], title, tuple(blocks))

    def _shown(self, planned: PlannedCall) -> Iterator[Block]:
        shown = tuple(self._examples(planned))
        if shown:
            yield Heading(2, "Examples" if len(shown) > 1 else "Example")
        for each in shown:
            example = each.example
            if len(shown) > 1:
                yield Heading(3, prose(example.title or example.name or "") or "Example")
            yield Code("http", "\n".join(map(_visible, request_text(example).split("\n"))))
            if each.tabs:
                yield Tabs(each.tabs)
            if example.answer is not None:
                yield Heading(4, "Response")
                yield Code("http", answer_text(example.answer, planned.success.type, self._schema))

    def _security(self, planned: PlannedCall) -> Iterator[Block]:
        rows = tuple(
            (", ".join(code(scheme.name) + _scopes(scheme.scopes) for scheme in alternative),)
            for alternative in planned.security.alternatives
        )
        if rows:
            yield Heading(2, "Credentials")
            yield Table(
                ("One of",), (*rows, *((("None.",),) if planned.security.is_optional else ()))
            )

    def _parameters(self, planned: PlannedCall) -> Iterator[Block]:
        rows = tuple(
            (
                code(each.name),
                each.location.value,
                self._written(each.type),
                describe_member(
                    Documentation(each.description),
                    (
                        *(("Required.",) if each.required else ()),
                        *(("Deprecated.",) if each.deprecated else ()),
                        *constraints_of(Nullable(each.type)),
                    ),
                ),
            )
            for each in (*planned.path_parameters, *planned.parameters)
        )
        if rows:
            yield Heading(2, "Parameters")
            yield Table(("Name", "In", "Type", "Description"), rows)

    def _bodies(self, planned: PlannedCall) -> Iterator[Block]:
        if not planned.bodies:
            return
        yield Heading(2, "Request body")
        yield Paragraph("Required." if planned.body_required else "It may be left out.")
        rows = tuple(
            (code(body.media_type), body.form.value, self._written(body.type))
            for body in planned.bodies
        )
        yield Table(("Media type", "Form", "Type"), rows)

    def _answers(self, planned: PlannedCall) -> Iterator[Block]:
        yield Heading(2, "Answers")
        rows = tuple(
            (
                f"`{answer.status}` {_PHRASES.get(answer.status, '')}".strip(),
                _OUTCOMES[answer.outcome],
                ", ".join(
                    f"{code(content.media_type)}: {self._written(content.type)}"
                    for content in answer.contents
                ),
                prose(answer.description or ""),
            )
            for answer in planned.answers
        )
        yield (
            Table(("Status", "Outcome", "Contents", "Description"), rows)
            if rows
            else Paragraph("The description does not say.")
        )

    def _type_page(self, type_: NamedType) -> Page:
        blocks: list[Block] = [Heading(1, prose(type_.name))]
        for text in (type_.documentation.description, type_.documentation.long_description):
            if text:
                blocks.append(Paragraph(prose(text)))
        if isinstance(type_, StructuredType):
            blocks += self._structured(type_)
        elif isinstance(type_, EnumType):
            rows = tuple(
                (code(str(member.value)), prose(member.documentation.description or ""))
                for member in type_.members
            )
            blocks += [Heading(2, "Values"), Table(("Value", "Description"), rows)]
        else:
            blocks += self._union(type_)
        return Page(self._type_files[type_.name], type_.name, tuple(blocks))

    def _structured(self, type_: StructuredType) -> Iterator[Block]:
        facts = []
        if type_.base is not None:
            facts.append(f"Derives from {self._link(type_.base)}.")
        derived = self._surface.types.derived_by_name.get(type_.name, ())
        if derived:
            facts.append(f"Derived from it: {', '.join(map(self._link, derived))}.")
        if type_.discriminator is not None:
            facts.append(
                f"The member {code(type_.discriminator.property)} tells which one a value is."
            )
        if type_.additional is not None:
            facts.append(f"Other members are of type {self._written(type_.additional)}.")
        if facts:
            yield Paragraph(" ".join(facts))
        rows = tuple(
            (
                code(member.name),
                self._written(member.type),
                describe_member(
                    member.documentation,
                    (
                        *(("Required.",) if member.required else ()),
                        *(("Set by the service.",) if member.writing.computed else ()),
                        *constraints_of(Nullable(member.type)),
                    ),
                    secret=member.secret,
                ),
            )
            for member in self._lineage.members(type_.name).values()
        )
        if rows:
            yield Heading(2, "Properties")
            yield Table(("Property", "Type", "Description"), rows)

    def _union(self, type_: UnionType) -> Iterator[Block]:
        if type_.discriminator is not None:
            yield Paragraph(
                f"The member {code(type_.discriminator.property)} tells which one it is."
            )
        yield Heading(2, "One of")
        yield Table(("Type",), tuple((self._written(variant),) for variant in type_.variants))

    def _written(self, type_: Type) -> str:
        """A type in use, with links to the pages of types that have names."""
        match type_:
            case Nullable(inner):
                return f"{self._written(inner)} or null"
            case ListOf(item):
                return f"list of {self._written(item)}"
            case MapOf(value):
                return f"map of {self._written(value)}"
            case Literal(value):
                return code(str(value))
            case AnyJson():
                return "any JSON"
            case Primitive(name):
                return name.removeprefix("Edm.")
            case Named(name):
                return self._link(name)

    def _link(self, name: str) -> str:
        file = self._type_files.get(name)
        return prose(name) if file is None else f"[{prose(name)}](../{file}.md)"


_OUTCOMES: Mapping[Outcome, str] = {
    Outcome.SUCCESS: "success",
    Outcome.REDIRECT: "elsewhere",
    Outcome.ERROR: "error",
    Outcome.EITHER: "by its status",
}


def _scopes(scopes: tuple[str, ...]) -> str:
    return f" ({', '.join(map(code, scopes))})" if scopes else ""


def _visible(text: str) -> str:
    return "".join(character if character.isprintable() else " " for character in text)


def _compared(call: str) -> str:
    method, _, path = call.strip().partition(" ")
    return f"{method.upper()} {re.sub(r'{[^{}]*}', '{}', path.strip())}"


def _files(folder: str, names: Iterable[str]) -> Mapping[str, str]:
    """A file for each name, below `folder` and without an ending, that no other has on any file system."""
    taken: set[str] = set()
    found: dict[str, str] = {}
    for name in names:
        stem = _UNSAFE.sub("-", name).strip("-")[:100] or "other"
        file, number = stem, 2
        while file.casefold() in taken:
            file = f"{stem}-{number}"
            number += 1
        taken.add(file.casefold())
        found[name] = f"{folder}/{file}"
    return found
