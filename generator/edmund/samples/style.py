"""How samples are written: in which style, and with which credential."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

__all__ = ["Credential", "Printed", "Style", "Wishes"]


class Style(Enum):
    """`proven` programs are complete and run; `graph` is the text of Microsoft's documentation pages."""

    PROVEN = "proven"
    GRAPH = "graph"


class Credential(Enum):
    """Where the token of a sample comes from.

    AZURE is the language's Azure identity library, STATIC a token of the environment variable ACCESS_TOKEN,
    PLACEHOLDER leaves it to the reader and sends none.
    """

    AZURE = "azure"
    STATIC = "static"
    PLACEHOLDER = "placeholder"


@dataclass(frozen=True, slots=True)
class Wishes:
    """`base_url` is given to the client; None leaves the one that it has by itself."""

    credential: Credential
    base_url: str | None = None


@dataclass(frozen=True, slots=True)
class Printed:
    """The text of a sample. `file` is what it has to be called, where the language minds."""

    text: str
    file: str | None = None
