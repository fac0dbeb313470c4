"""What a call answers: by status and media type, and what its plain form gives."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from edmund.plan.contents import (
    ContentForm,
    PlannedContent,
    content_of,
    preferred,
)
from edmund.surface.exchange import Answer, AnswerHeader, HttpCall
from edmund.surface.lineage import Lineage
from edmund.surface.media_types import base_name
from edmund.surface.types import AnyJson, Nullable, Type

__all__ = [
    "Outcome",
    "PlannedAnswer",
    "PlannedSuccess",
    "accept_header",
    "planned_answers",
    "planned_success",
]


class Outcome(Enum):
    """What an answer means to its caller. EITHER is `default`: success where no other answer is one, else an error."""

    SUCCESS = "success"
    REDIRECT = "redirect"
    ERROR = "error"
    EITHER = "either"


@dataclass(frozen=True, slots=True)
class PlannedAnswer:
    """What comes with the statuses of `status`: `200`, `4XX` or `default`; no contents: nothing is read."""

    status: str
    outcome: Outcome
    contents: tuple[PlannedContent, ...] = ()
    headers: tuple[AnswerHeader, ...] = ()
    description: str | None = None


@dataclass(frozen=True, slots=True)
class PlannedSuccess:
    """What a plain call gives. No `content`: nothing. It is None or null as well where `is_nullable`.

    `others` are contents that other statuses of success have instead, with another type or form. Where a language
    has unions, the call gives any of them; elsewhere the plain call gives that of `content` and refuses the others
    with a typed error, and the response object has each. `streams` are those that the service sends in place of
    `content` when it is asked for their media type.
    """

    content: PlannedContent | None = None
    is_nullable: bool = False
    others: tuple[PlannedContent, ...] = ()
    streams: tuple[PlannedContent, ...] = ()

    @property
    def form(self) -> ContentForm | None:
        return None if self.content is None else self.content.form

    @property
    def type(self) -> Type | None:
        return None if self.content is None else self.content.type


_OUTCOMES = {"1": Outcome.SUCCESS, "2": Outcome.SUCCESS, "3": Outcome.REDIRECT}
_RANGE = re.compile(r"\dXX")


def planned_answers(http: HttpCall, lineage: Lineage) -> tuple[PlannedAnswer, ...]:
    """The answers in the order in which they are looked through: statuses, then ranges, then `default`."""
    is_success_said = any(answer.success for answer in http.answers)

    def outcome(answer: Answer) -> Outcome:
        if answer.status == "default":
            return Outcome.ERROR if is_success_said else Outcome.EITHER
        return _OUTCOMES.get(answer.status[:1], Outcome.ERROR)

    return tuple(
        PlannedAnswer(
            answer.status,
            outcome(answer),
            _contents(answer, http, lineage),
            answer.headers,
            answer.description,
        )
        for answer in sorted(http.answers, key=_precedence)
    )


def planned_success(answers: Sequence[PlannedAnswer]) -> PlannedSuccess:
    """What a plain call gives, of the lowest status of success that has contents."""
    good = [each for each in answers if each.outcome is Outcome.SUCCESS]
    if not good:
        good = [each for each in answers if each.outcome is Outcome.EITHER]
    firsts: list[PlannedContent] = []
    streams: list[PlannedContent] = []
    for answer in good:
        plain = [each for each in answer.contents if not each.form.is_stream]
        firsts.extend((plain or answer.contents)[:1])
        streams.extend(each for each in answer.contents if each.form.is_stream and plain)
    if not firsts:
        return PlannedSuccess()
    first, *rest = firsts
    others = [each for each in rest if not _same(each, first)]
    return PlannedSuccess(
        first,
        _may_be_empty(answers, good) or _takes_null(first.type),
        tuple(dict.fromkeys(others)),
        tuple(dict.fromkeys(streams)),
    )


def _may_be_empty(answers: Sequence[PlannedAnswer], good: Sequence[PlannedAnswer]) -> bool:
    """Whether a call that goes well may give nothing: by a status without contents, or one that leads elsewhere."""
    is_led_elsewhere = any(each.outcome is Outcome.REDIRECT for each in answers)
    return is_led_elsewhere or any(not answer.contents for answer in good)


def accept_header(answers: Sequence[PlannedAnswer], success: PlannedSuccess) -> str | None:
    """The Accept field (RFC 9110, section 12.5.1): what the plain call gives first, then all else that is read.

    Where nothing is read it is None, which is the same as anything.
    """
    wanted: dict[str, None] = {}
    if success.content is not None:
        wanted[success.content.media_type] = None
    streams = {each.media_type for each in success.streams}
    for is_error in (False, True):
        for answer in answers:
            if (answer.outcome is Outcome.ERROR) is is_error:
                wanted.update((each.media_type, None) for each in answer.contents)
    names = [name for name in wanted if name not in streams]
    if not names:
        return None
    return ", ".join((names[0], *(f"{name};q=0.9" for name in names[1:])))


def _contents(answer: Answer, http: HttpCall, lineage: Lineage) -> tuple[PlannedContent, ...]:
    if http.method == "HEAD":
        return ()  # RFC 9110, section 9.3.2
    planned: dict[str, PlannedContent] = {}
    for content in answer.contents:
        made = content_of(content, lineage, is_sent=False)
        planned.setdefault(base_name(content.media_type), made)
    return preferred(tuple(planned.values()))


def _precedence(answer: Answer) -> tuple[int, str]:
    if answer.status == "default":
        return 2, ""
    return (1 if _RANGE.fullmatch(answer.status) else 0), answer.status


def _same(one: PlannedContent, other: PlannedContent) -> bool:
    return (one.form, _without_null(one.type), one.payload) == (
        other.form,
        _without_null(other.type),
        other.payload,
    )


def _takes_null(type_: Type) -> bool:
    return isinstance(type_, Nullable) or (isinstance(type_, AnyJson) and type_.null)


def _without_null(type_: Type) -> Type:
    return type_.type if isinstance(type_, Nullable) else type_
