"""Between models and bytes: how bodies are checked and encoded, how answers are read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any

from .changes import extracted
from .errors import UnexpectedAnswer
from .json_text import JsonError, dumps, dumps_collection, loads
from .model import Model
from .properties import materialize
from .registry import find_model
from .request import Extent

if TYPE_CHECKING:
    from .uploads import StreamUpload

__all__ = ["encode", "instance_of", "json_of", "model_at", "object_of", "value_of"]

_BYTES = "application/octet-stream"


def encode(
    body: Any, declared: str | None, purpose: str | None, extent: Extent = Extent.AS_IT_IS
) -> tuple[bytes | StreamUpload, str]:
    """Bytes and media type of a body; a list of models is the value of a collection.

    `declared` is the type that the service expects; a body of a type derived from it says so. With a
    `purpose` models are checked by the rules for it: `create`, `update`, or none in particular. `extent`
    says how much of a model that was read is sent. A path, a file or an iterator of bytes is read while it is
    sent. Raises `ValidationFailed`, and `TypeError` for what is no body, or one of another type.
    """
    if isinstance(body, (bytes, bytearray, memoryview)):
        return bytes(body), _BYTES
    expected = None if declared is None else find_model(declared)
    if isinstance(body, Mapping) and expected is not None:
        body = expected.from_dict(body)
    if isinstance(body, Model):
        _refuse_others((body,), expected)
        body = extracted(body, expected, extent)
        _check(body, purpose)
        return dumps(body, expected).encode("ascii"), "application/json"
    if isinstance(body, (list, tuple)) and all(isinstance(item, Model) for item in body):
        _refuse_others(body, expected)
        for item in body:
            _check(item, purpose)
        return dumps_collection(body, expected).encode("ascii"), "application/json"
    return _streamed(body)


def _streamed(body: Any) -> tuple[StreamUpload, str]:
    """A path, an open file or an iterator of bytes, as it is or in a `File` that says its media type."""
    from .uploads import File, StreamUpload

    kind = body.content_type if isinstance(body, File) else None
    content = body.content if isinstance(body, File) else body
    if any(hasattr(content, each) for each in ("read", "__next__", "__fspath__")):
        return StreamUpload(content), kind or _BYTES
    raise TypeError(f"a body is a model, bytes, a file or a path, not {type(body).__name__}")


def _refuse_others(models: Sequence[Model], expected: type[Model] | None) -> None:
    for model in models:
        if expected is not None and not isinstance(model, expected):
            raise TypeError(f"a body is a {expected.__name__} here, not a {type(model).__name__}")


def _check(body: Model, purpose: str | None) -> None:
    if purpose is not None:
        from .validation import validate_before_sending

        validate_before_sending(body, purpose if purpose in ("create", "update") else None)


def json_of(body: bytes) -> Any:
    """The JSON value of an answer; raises `UnexpectedAnswer` when it is none."""
    try:
        return loads(body)
    except JsonError as error:
        raise UnexpectedAnswer(f"the answer is not JSON: {error}") from error


def object_of(body: bytes, name: str) -> Any:
    """An object of the schema type called `name`, or of the derived type that it says it is."""
    cls = find_model(name)
    if cls is None:
        raise UnexpectedAnswer(f"this client has no class for {name}")
    return _object(body, cls)


# OData 4.01 services may leave out `odata.` (OData JSON Format 4.01, section 4.5).
_LINKS = {f"@{name}": f"@odata.{name}" for name in ("nextLink", "deltaLink", "count")}


def instance_of(body: bytes, cls: type[Model]) -> Any:
    """An object of `cls`, which may be a page: it is found where it goes on in either spelling."""
    data = _json_object(body)
    for short, name in _LINKS.items():
        if short in data:
            data.setdefault(name, data[short])
    return materialize(data, cls, {})


def model_at(place: str) -> type[Model]:
    """The class at `place` (`module:Class` among the models), a constant of generated code."""
    module, _, name = place.partition(":")
    package = __name__.removesuffix(".runtime.codec")
    found: type[Model] = getattr(import_module(f"{package}.generated.models.{module}"), name)
    return found


def value_of(body: bytes, name: str) -> Any:
    """The `value` of an answer that holds no object."""
    data = json_of(body)
    return data.get("value") if isinstance(data, dict) else data


def _object(body: bytes, cls: type[Model]) -> Any:
    return materialize(_json_object(body), cls, {})


def _json_object(body: bytes) -> dict[str, Any]:
    data = json_of(body)
    if not isinstance(data, dict):
        raise UnexpectedAnswer("the answer is JSON, but no object")
    return data
