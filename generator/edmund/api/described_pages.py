"""Documentation of an OpenAPI description: reference pages of its calls and types, with samples."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from edmund.api.described_samples import DescribedSamples
from edmund.api.pages import sample_tab
from edmund.api.samples import SAMPLE_LANGUAGES
from edmund.description import Description
from edmund.diagnostics import Diagnostic, EdmundError, Severity
from edmund.pages.blocks import Page
from edmund.pages.examples import ShownExample
from edmund.pages.http_pages import HttpPages
from edmund.pages.overlay import OperationSamples, overlay_text
from edmund.plan.http_calls import PlannedCall, planned_calls
from edmund.samples.exchange import Example
from edmund.samples.languages import LANGUAGES
from edmund.suggestions import suggestion

__all__ = ["DescribedDocumentation"]


class DescribedDocumentation:
    """The pages of an OpenAPI description: an index, one for each call and each type.

    `samples` has the names and packages of clients; without it pages have no samples. `examples` are shown with the
    calls that they are of; other calls have the description's own, or one that is made from the types. Languages
    without samples of such calls are left out.
    """

    def __init__(
        self,
        description: Description,
        samples: DescribedSamples | None = None,
        examples: Sequence[Example] = (),
        languages: Iterable[str] = SAMPLE_LANGUAGES,
    ) -> None:
        self._surface = description.surface if samples is None else samples.surface
        self._samples = samples
        self._languages = tuple(n for n in languages if LANGUAGES[n].http is not None)
        self._given: dict[tuple[str, str], list[Example]] = {}
        for example in examples:
            bound = None if samples is None else samples.bind(example)
            if bound is not None:
                key = (bound.planned.path, bound.planned.method)
                self._given.setdefault(key, []).append(example)
        self._pages = HttpPages(self._surface, description.document.title, self._shown)

    def call(self, text: str) -> Page:
        """The page of a call such as `GET /pets/{id}`. Raises EdmundError (EDM950)."""
        page = self._pages.call(text)
        if page is not None:
            return page
        known = [
            f"{call.http.method} {resource.id}"
            for resource in self._surface.resources
            for call in resource.calls
            if call.http is not None
        ]
        message = f"there is no call '{text}'"
        raise EdmundError(
            [Diagnostic("EDM950", Severity.ERROR, message, None, suggestion(text, known))]
        )

    def pages(self) -> Iterator[Page]:
        """All pages: the index first, then calls, then types."""
        return self._pages.pages()

    def overlay(self, title: str = "Code samples") -> str:
        """The samples as an OpenAPI Overlay in JSON: `x-codeSamples` for each operation of the description."""
        return overlay_text(title, self._operations())

    def _operations(self) -> Iterator[OperationSamples]:
        for calls in planned_calls(self._surface).values():
            for planned in calls:
                samples = tuple(self._code_samples(planned))
                http = planned.call.http
                if samples and http is not None:
                    yield OperationSamples(http.path, planned.method, samples)

    def _code_samples(self, planned: PlannedCall) -> Iterator[dict[str, str]]:
        for shown in self._shown(planned):
            name = shown.example.title or shown.example.name
            for tab in shown.tabs:
                label = f"{tab.title}: {name}" if name else tab.title
                yield {"lang": tab.code.fence, "label": label, "source": tab.code.text}

    def _shown(self, planned: PlannedCall) -> Iterator[ShownExample]:
        samples = self._samples
        if samples is None:
            return
        path = planned.path
        examples: Sequence[Example] = self._given.get((path, planned.method), ())
        for example in examples or samples.make([f"{planned.method} {path}"]):
            texts, _ = samples.write([example], self._languages)
            tabs = tuple(sample_tab(each.language, each.text) for each in texts)
            yield ShownExample(example, tabs)
