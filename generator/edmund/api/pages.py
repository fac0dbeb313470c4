"""Documentation: reference pages of a service's calls and types, with samples."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from os import PathLike
from pathlib import Path

from edmund.api.samples import SAMPLE_LANGUAGES, Example, Samples
from edmund.config.inputs import read_file
from edmund.config.wording import parse_wording
from edmund.conversions.openapi import MOST_PATHS
from edmund.conversions.openapi_paths import listed_paths
from edmund.diagnostics import Diagnostic, EdmundError, Severity
from edmund.pages.blocks import Block, Code, Heading, Page, Paragraph, Tab, Table
from edmund.pages.calls import CallSubject, call_page, call_title
from edmund.pages.examples import ShownExample
from edmund.pages.formats import PageFormat, written
from edmund.pages.members import prose
from edmund.pages.overlay import OperationSamples, overlay_text
from edmund.pages.types import type_page
from edmund.pages.wording import Wording
from edmund.samples.languages import LANGUAGES
from edmund.samples.style import Style
from edmund.surface.elements import Edge, Resource, Surface
from edmund.surface.lookup import PathFinder, same_path, spelled_edge

__all__ = ["Documentation", "Page", "PageFormat", "Wording", "page_text", "read_wording"]


def read_wording(file: str | PathLike[str]) -> Wording:
    """What no description says: a TOML file with titles, notes and headings. Raises EdmundError (EDM954, EDM608)."""
    read = read_file(Path(file))
    return parse_wording(read.data, read.name)


def page_text(page: Page, format_: PageFormat) -> str:
    """A page in one of the formats."""
    return written(page, format_)


@dataclass(frozen=True, slots=True)
class _Bound:
    """An example, and the way on which it addresses its resource."""

    example: Example
    edges: tuple[Edge, ...]


class Documentation:
    """The pages of one service: one for each call and each type, and an index.

    `examples` are shown with the calls that they are of; `samples` has names and packages. Calls without an
    example get one that is made from the types. Languages that have no samples in the style are left out.
    """

    def __init__(
        self,
        samples: Samples,
        examples: Sequence[Example] = (),
        wording: Wording | None = None,
        *,
        style: Style = Style.PROVEN,
        languages: Iterable[str] = SAMPLE_LANGUAGES,
    ) -> None:
        self._samples = samples
        self._wording = wording or Wording()
        self._style = style
        self._languages = tuple(name for name in languages if style in LANGUAGES[name].styles)
        self._subjects = tuple(_subjects(samples.surface))
        self._files = _files(self._subjects)
        self._examples = self._by_call(examples)

    def call(self, text: str) -> Page:
        """The page of a call such as `POST /identity/apiConnectors`. Raises EdmundError (EDM950)."""
        for subject in self._subjects:
            method, _, path = text.strip().partition(" ")
            same = subject.call.method.value == method.upper()
            if same and same_path(subject.path, path.strip()):
                return self._page(subject)
        finder = PathFinder(self._samples.surface)
        method, _, path = text.strip().partition(" ")
        found = finder.find(path.strip()) if path.strip() else None
        call = (
            next((c for c in found.resource.calls if c.method.value == method.upper()), None)
            if found is not None
            else None
        )
        if found is None or call is None:
            message = f"there is no call '{text}'"
            raise EdmundError([Diagnostic("EDM950", Severity.ERROR, message)])
        return self._page(CallSubject(found.path, found.edges, found.resource, call))

    def pages(self) -> Iterator[Page]:
        """All pages: the index first, then calls, then types."""
        calls = [(subject, self._page(subject)) for subject in self._subjects]
        types = [
            type_page(type_.name, self._samples.schema)
            for type_ in self._samples.schema.types.classes
        ]
        yield self._index(calls, types)
        yield from (page for _, page in calls)
        yield from types

    def overlay(self, title: str = "Code samples") -> str:
        """The samples as an OpenAPI Overlay in JSON: `x-codeSamples` for each operation that `convert` writes."""
        return overlay_text(title, self._operations())

    def _operations(self) -> Iterator[OperationSamples]:
        for listed in listed_paths(self._samples.surface, MOST_PATHS):
            for call in listed.resource.calls:
                path = "".join(map(spelled_edge, listed.edges)) or "/"
                subject = CallSubject(path, listed.edges, listed.resource, call)
                samples = tuple(self._code_samples(subject))
                if samples:
                    yield OperationSamples(listed.path, call.method.value, samples)

    def _code_samples(self, subject: CallSubject) -> Iterator[dict[str, str]]:
        for shown in self._shown(subject, self._given_at(subject)):
            name = shown.example.title or shown.example.name
            for tab in shown.tabs:
                label = f"{tab.title}: {name}" if name else tab.title
                yield {"lang": tab.code.fence, "label": label, "source": tab.code.text}

    def _page(self, subject: CallSubject) -> Page:
        schema = self._samples.schema
        shown = tuple(self._shown(subject, self._given(subject)))
        return call_page(
            subject, schema, shown, self._wording, self._files.get(subject.text, "call")
        )

    def _given(self, subject: CallSubject) -> Sequence[_Bound]:
        """The examples of the call, wherever its resource is addressed."""
        return self._examples.get((subject.resource.id, subject.call.method.value), ())

    def _given_at(self, subject: CallSubject) -> Sequence[_Bound]:
        """The examples of the call on the very way of the subject."""
        return [each for each in self._given(subject) if each.edges == subject.edges]

    def _shown(self, subject: CallSubject, given: Sequence[_Bound]) -> Iterator[ShownExample]:
        """The given examples, or one that is made of the types."""
        examples = [each.example for each in given] or self._samples.make([subject.text])
        for example in examples:
            texts, _ = self._samples.write([example], self._languages, self._style)
            yield ShownExample(
                example, tuple(sample_tab(each.language, each.text) for each in texts)
            )

    def _by_call(self, examples: Iterable[Example]) -> dict[tuple[str, str], list[_Bound]]:
        found: dict[tuple[str, str], list[_Bound]] = {}
        for example in examples:
            sample = self._samples.bind(example)
            if sample is not None:
                key = (sample.resource.id, sample.call.method.value)
                edges = tuple(step.edge for step in sample.steps)
                found.setdefault(key, []).append(_Bound(example, edges))
        return found

    def _index(self, calls: Sequence[tuple[CallSubject, Page]], types: Sequence[Page]) -> Page:
        by_path: dict[str, list[tuple[CallSubject, Page]]] = {}
        for subject, page in calls:
            by_path.setdefault(subject.path, []).append((subject, page))
        title = self._wording.title or "Reference"
        blocks: list[Block] = [Heading(1, title), Heading(2, "Calls")]
        for path, entries in by_path.items():
            rows = tuple(
                (f"`{s.call.method.value}`", f"[{page.title}]({page.path}.md)", _said(s))
                for s, page in entries
            )
            blocks += [Heading(3, f"`{path}`"), Table(("Method", "Call", "Description"), rows)]
        blocks.append(Heading(2, "Types"))
        names = tuple((f"[{page.title}]({page.path}.md)",) for page in types)
        blocks.append(Table(("Type",), names) if names else Paragraph("None."))
        return Page("index", title, tuple(blocks))


def _said(subject: CallSubject) -> str:
    return prose(subject.call.description or call_title(subject))


def sample_tab(language: str, text: str) -> Tab:
    """The tab of a sample."""
    found = LANGUAGES[language]
    return Tab(language, found.title, Code(found.fence, text))


def _files(subjects: Iterable[CallSubject]) -> dict[str, str]:
    """The place of each call's page: no two are the same, whatever the case."""
    taken: set[str] = set()
    found: dict[str, str] = {}
    for subject in subjects:
        stem = re.sub(r"[^A-Za-z0-9]+", "-", subject.text).strip("-").lower()[:120]
        name, number = stem, 1
        while name in taken:
            number += 1
            name = f"{stem}-{number}"
        taken.add(name)
        found[subject.text] = f"calls/{name}"
    return found


def _subjects(surface: Surface) -> Iterator[CallSubject]:
    """Each call once, on the shortest way to its resource."""
    ways: dict[str, tuple[Edge, ...]] = {surface.root: ()}
    waiting: deque[Resource] = deque([surface.by_id[surface.root]])
    while waiting:
        resource = waiting.popleft()
        way = ways[resource.id]
        path = "".join(map(spelled_edge, way)) or "/"
        for call in resource.calls:
            yield CallSubject(path, way, resource, call)
        for edge in resource.edges:
            if edge.target not in ways:
                ways[edge.target] = (*way, edge)
                waiting.append(surface.by_id[edge.target])
