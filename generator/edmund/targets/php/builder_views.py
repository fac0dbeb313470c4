"""Views of request builders: finished text, laid out."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["BuilderView", "MethodView"]


@dataclass(frozen=True, slots=True)
class MethodView:
    """`signature` ends before the body's brace, which is on a line of its own unless `broken`."""

    documented: bool
    comment: str
    signature: str
    broken: bool
    body: str


@dataclass(frozen=True, slots=True)
class BuilderView:
    """The file of one builder; `payloads` is the value of its constant."""

    namespace: str
    uses: tuple[str, ...]
    comment: str
    heading: str
    has_payloads: bool
    payloads: str
    methods: tuple[MethodView, ...]
