"""Documentation of an OpenAPI description: reference pages of its calls and types."""

from __future__ import annotations

from collections.abc import Iterator

from edmund.description import Description
from edmund.diagnostics import Diagnostic, EdmundError, Severity
from edmund.pages.blocks import Page
from edmund.pages.http_pages import HttpPages
from edmund.suggestions import suggestion

__all__ = ["DescribedDocumentation"]


class DescribedDocumentation:
    """The pages of an OpenAPI description: an index, one for each call and each type. They have no samples yet."""

    def __init__(self, description: Description) -> None:
        self._surface = description.surface
        self._pages = HttpPages(description.surface, description.document.title)

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
