"""What the samples of Microsoft's documentation pages have in common in all languages.

The rules are those of the tool that makes them (https://github.com/microsoftgraph/microsoft-graph-devx-api,
CodeSnippetsReflection.OpenAPI): members in the order of the JSON, those that the schema lacks last as additional data,
`@odata.type` as a property like any other, and a comment that says where a client comes from.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from edmund.samples.tree import Sample
from edmund.surface.elements import CallKind

__all__ = ["MAJOR_VERSIONS", "Lines", "answers", "initialize_comment"]

MAJOR_VERSIONS: Final[Mapping[str, str]] = {
    "csharp": "5.x",
    "go": "$v1.*",
    "java": "6.x",
    "python": "1.x",
}
"""The versions of the official clients that the pages name; Go's is the page's own slip."""


@dataclass(slots=True)
class Lines:
    """Source in the making: lines below each other, indented by tabs."""

    found: list[str] = field(default_factory=list)
    depth: int = 0

    def add(self, *lines: str) -> None:
        self.found += [f"{chr(9) * self.depth}{line}" if line else "" for line in lines]

    def text(self) -> str:
        return "\n".join(self.found) + "\n"


def initialize_comment(client: str, tab: str) -> str:
    """Where the page says that a client comes from."""
    address = "https://learn.microsoft.com/en-us/graph/sdks/create-client"
    return f"To initialize your {client}, see {address}?from=snippets&tabs={tab}"


def answers(sample: Sample) -> bool:
    """Whether the call gives something that the page keeps."""
    return sample.call.returns is not None and sample.call.kind is not CallKind.DELETE
