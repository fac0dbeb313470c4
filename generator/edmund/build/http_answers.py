"""What a service would answer to a call of a description: enough for the program of a sample to go on."""

from __future__ import annotations

from edmund.build.loopback import Answer, said_answer
from edmund.plan.contents import ContentForm, PlannedContent
from edmund.plan.http_answers import Outcome
from edmund.plan.http_calls import PlannedCall
from edmund.samples.http.made_values import HttpValueMaker
from edmund.samples.http.texts import json_text, scalar_text
from edmund.samples.http.tree import HttpSample
from edmund.surface.lineage import Lineage
from edmund.surface.media_types import is_range

__all__ = ["answer_to_call"]


def answer_to_call(sample: HttpSample, lineage: Lineage) -> Answer:
    """The example's own answer, else one that is made of the types of the plain call's content."""
    said = said_answer(sample.example)
    if said is not None:
        return said
    planned = sample.planned
    content = planned.success.content
    status = _status(planned)
    if content is None:
        return Answer(204 if status == 200 else status)
    media_type = content.media_type
    if is_range(media_type):
        media_type = "application/octet-stream"
    value = HttpValueMaker(lineage).value(content.type, "answer")
    body = _written(content, _without_next(planned, value))
    return Answer(status, body.encode("utf-8"), {"Content-Type": media_type})


def _status(planned: PlannedCall) -> int:
    """The lowest status of success with the plain call's content."""
    for answer in planned.answers:
        is_good = answer.outcome is Outcome.SUCCESS and answer.status.isdigit()
        if is_good and (planned.success.content is None or answer.contents):
            return int(answer.status)
    return 200


def _written(content: PlannedContent, value: object) -> str:
    match content.form:
        case ContentForm.TEXT:
            return scalar_text(value)
        case ContentForm.BYTES:
            return "content"
        case ContentForm.EVENTS:
            return f"data: {json_text(value)}\n\n"
        case ContentForm.JSON_SEQUENCE:
            return f"\x1e{json_text(value)}\n"
        case _:
            return f"{json_text(value)}\n"


def _without_next(planned: PlannedCall, value: object) -> object:
    """A page that no other follows."""
    paging = planned.paging
    if paging is None:
        return value
    if not paging.next and not paging.items:
        return []
    at = value
    for name in paging.next[:-1]:
        at = at.get(name) if isinstance(at, dict) else None
    if paging.next and isinstance(at, dict):
        at.pop(paging.next[-1], None)
    at = value
    for name in paging.items[:-1]:
        at = at.get(name) if isinstance(at, dict) else None
    if paging.items and isinstance(at, dict):
        at[paging.items[-1]] = []
    return value
