"""Views of files of request builders: final Go source in parts."""

from __future__ import annotations

from dataclasses import dataclass

from edmund.targets.go.model_views import StructuredView

__all__ = [
    "BuilderFileView",
    "BuilderView",
    "CallView",
    "LinkView",
    "OptionView",
    "OptionsFileView",
    "OptionsView",
]


@dataclass(frozen=True, slots=True)
class LinkView:
    """A method that leads to another builder: `parameters` and the expression of the place that it gives."""

    name: str
    comment: str
    parameters: str
    returns: str
    place: str


@dataclass(frozen=True, slots=True)
class CallView:
    """A call as methods. `body` and `argument` are the body's parameter and what stands for it, or empty.

    `answer_method` is what the official SDK calls a call whose answer only it has (`GetAsDeltaGetResponse`).
    `nothing` says that the call gives an error alone; otherwise `returns` is the type of the answer, and
    `pages` that of the items which `Iterate` goes through. What is `downloads` or `uploads` has a second form in which
    the content of the answer, or of the body, is a stream.
    """

    method: str
    verb: str
    comment: str
    body: str
    passed: str
    configuration: str
    answer: str
    sent: str
    nothing: bool
    returns: str
    has_answer_method: bool
    answer_method: str
    paged: bool
    pages: str
    downloads: bool
    uploads: bool


@dataclass(frozen=True, slots=True)
class BuilderView:
    name: str
    comment: str
    links: tuple[LinkView, ...]
    calls: tuple[CallView, ...]


@dataclass(frozen=True, slots=True)
class BuilderFileView:
    """A file of builders, with the types of bodies and answers that belong to their operations."""

    documented: bool
    comment: str
    imports: tuple[str, ...]
    payloads: tuple[StructuredView, ...]
    builders: tuple[BuilderView, ...]


@dataclass(frozen=True, slots=True)
class OptionView:
    name: str
    type: str
    tag: str


@dataclass(frozen=True, slots=True)
class OptionsView:
    """A struct of query parameters, and the configuration that has it."""

    parameters: str
    configuration: str
    options: tuple[OptionView, ...]


@dataclass(frozen=True, slots=True)
class OptionsFileView:
    imports: tuple[str, ...]
    sets: tuple[OptionsView, ...]
