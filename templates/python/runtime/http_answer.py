"""Reading answers as a call's description says: by status and by media type."""

from __future__ import annotations

from typing import Any

from .errors import UnexpectedAnswer
from .framing import Bytes, Event, Events, Framing, JsonValues
from .http_call import Answer, Call, Form, Payload
from .http_errors import ResponseError
from .json_text import JsonError, loads
from .request import Reply
from .streams import Stream
from .value_codecs import read_answer

__all__ = ["failure", "is_streamed", "success"]


def is_streamed(call: Call, accept: str) -> bool:
    """Whether the answer is read while it comes: it is a stream, and of a media type that was asked for."""
    return any(
        each.is_stream and each.media_type.partition(";")[0] in accept for each in call.answers
    )


def success(call: Call, reply: Reply) -> Any:
    """The value of an answer that is no error; None for one without content."""
    answer = _fitting(call, reply)
    if reply.stream is not None:
        return Stream(reply.stream, _framing(answer))
    if reply.status in (204, 205) or call.method == "HEAD" or answer is None:
        return None
    if not reply.body and answer.form not in (Form.BYTES, Form.TEXT):
        return None
    try:
        return _value(answer, reply)
    except JsonError as error:
        raise UnexpectedAnswer(f"the answer is not JSON: {error}") from error
    except (TypeError, ValueError, OverflowError) as error:
        raise UnexpectedAnswer("the answer has another type than the description says") from error


def failure(call: Call, reply: Reply, url: str) -> ResponseError:
    """The error for an answer with an error status."""
    body = _error_body(_fitting(call, reply), reply) if reply.body else None
    return ResponseError(reply.status, reply.headers, body, reply.body, call.method, url)


def _error_body(answer: Answer | None, reply: Reply) -> Any:
    try:
        if answer is not None and answer.form is Form.JSON:
            return _value(answer, reply)
        return loads(reply.body) if "json" in _media_type(reply) else _text(reply)
    except (TypeError, ValueError, OverflowError):
        try:
            return loads(reply.body)
        except ValueError:
            return _text(reply)


def _fitting(call: Call, reply: Reply) -> Answer | None:
    """The answer of the status, and among several contents that of the media type that came."""
    text = str(reply.status)
    for status in (text, f"{text[0]}XX", "default"):
        fitting = [each for each in call.answers if each.status.upper() == status.upper()]
        if fitting:
            kind = _media_type(reply)
            exact = [each for each in fitting if each.media_type.partition(";")[0] == kind]
            alike = [each for each in fitting if each.form is Form.JSON and "json" in kind]
            return (exact or alike or fitting)[0]
    return None


def _media_type(reply: Reply) -> str:
    return reply.headers.get("content-type", "").partition(";")[0].strip().lower()


def _value(answer: Answer, reply: Reply) -> Any:
    if answer.form is Form.BYTES:
        return reply.body
    if answer.form is Form.TEXT:
        return _scalar(answer, _text(reply))
    if answer.form is Form.NOTHING:
        return None
    value = loads(reply.body)
    return None if value is None else read_answer(answer.type, value)


def _scalar(answer: Answer, text: str) -> Any:
    """A text as the value of its type: numbers and the like are read as JSON has them."""
    try:
        return read_answer(answer.type, text)
    except (TypeError, ValueError):
        return read_answer(answer.type, loads(text))


def _text(reply: Reply) -> str:
    return reply.body.decode(_charset(reply), "replace")


def _charset(reply: Reply) -> str:
    """The character set of a text; UTF-8 for one that is not known."""
    _, _, parameters = reply.headers.get("content-type", "").partition(";")
    for parameter in parameters.split(";"):
        name, _, value = parameter.partition("=")
        if name.strip().lower() == "charset":
            said = value.strip().strip('"').lower()
            return said if said in ("us-ascii", "iso-8859-1", "utf-16") else "utf-8"
    return "utf-8"


def _framing(answer: Answer | None) -> Framing:
    """How the items of a stream are told apart and read; bytes as they come for what is no stream of items."""
    if answer is None or not answer.is_stream:
        return Bytes()
    type_, payload = answer.type, answer.payload

    def read(value: Any) -> Any:
        try:
            return None if value is None else read_answer(type_, value)
        except (TypeError, ValueError, OverflowError) as error:
            raise UnexpectedAnswer("an item of the stream has another type") from error

    def read_line(text: bytes | str) -> Any:
        try:
            value = loads(text)
        except JsonError as error:
            raise UnexpectedAnswer(f"an item of the stream is not JSON: {error}") from error
        return read(value)

    def read_event(event: Event) -> Any:
        if payload is Payload.JSON:
            return read_line(event.data)
        return read(event.fields() if payload is Payload.FIELDS else event.data)

    if answer.form is Form.EVENTS:
        return Events(read_event)
    return JsonValues(read_line, b"\x1e" if answer.form is Form.JSON_SEQUENCE else b"\n")
