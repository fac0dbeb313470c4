"""What an update sends of a model that was read: what has changed since, or all of it.

A changed complex value or collection goes whole (Protocol 4.01, section 11.4.3).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .bare import bare
from .json_text import JsonError
from .registry import plain_type_name
from .request import Extent
from .tracking import is_changed, whole, writable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .model import Model

__all__ = ["bound", "extracted"]

_TYPE_NAMES = ("@odata.type", "@type")


def extracted(model: Model, declared: type[Model] | None, extent: Extent) -> Model:
    """The model to send in place of `model`; the same one if it was made here.

    Changes are sent with what the schema requires on update, and with the type where it is not `declared`.
    Of all, what only the service writes stays out unless the caller changed it. Raises `JsonError` for
    what is nested too deeply.
    """
    if model._before is None or extent is Extent.AS_IT_IS:
        return model
    try:
        if extent is Extent.ALL:
            everything: Model = writable(model, outermost=True)
            return everything
        kept = {
            name: whole(value, model._wire_names.get(name))
            for name, value in model._data.items()
            if _is_sent(model, name, value, declared)
        }
        changes: Model = bare(type(model), kept)
        return changes
    except RecursionError:
        raise JsonError("the values are nested too deeply") from None


def _is_sent(model: Model, name: str, value: Any, declared: type[Model] | None) -> bool:
    if name in _TYPE_NAMES and isinstance(value, str):
        return declared is None or plain_type_name(value) != declared._type.name
    return name in type(model)._type.required_on_update or is_changed(model, name)


def bound(model: Model, name: str, targets: Sequence[Any]) -> tuple[str, Any]:
    """Name and value of the annotation that binds; raises `ValueError` for what cannot be bound."""
    from .builder import RequestBuilder
    from .properties import Kind

    declared = model._attributes.get(name) or model._wire_names.get(name)
    if declared is None or declared.kind is not Kind.NAVIGATION:
        raise ValueError(f"{type(model).__name__} has no navigation property {name!r}")
    urls = []
    for target in targets:
        url = target._place() if isinstance(target, RequestBuilder) else target
        if not isinstance(url, str) or not url:
            raise ValueError("a target is a request builder or the URL of an entity")
        urls.append(url)
    if not declared.collection and len(urls) != 1:
        raise ValueError(f"{name!r} takes one entity, not {len(urls)}")
    return f"{declared.wire_name}@odata.bind", urls if declared.collection else urls[0]
