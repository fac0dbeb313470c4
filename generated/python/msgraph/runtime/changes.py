"""What an update sends of a model that was read: what has changed since, or all of it.

A changed complex value or collection goes whole (Protocol 4.01, section 11.4.3).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .bare import Bare, Earlier, bare
from .json_text import Converted, Items, JsonError, plain, same
from .registry import plain_type_name
from .request import Extent

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .model import Model
    from .properties import Declaration

__all__ = ["bound", "extracted", "is_changed"]

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
            everything: Model = _writable(model, outermost=True)
            return everything
        kept = {
            name: _whole(value, model._wire_names.get(name))
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


def is_changed(model: Bare, name: str) -> bool:
    """Whether the member of a model that was read is another than it was then."""
    value = model._data.get(name, Earlier.ABSENT)
    before = model._before or {}
    return (name in before and not _is_as_before(before[name], value)) or _is_touched(value)


def _is_as_before(before: Any, value: Any) -> bool:
    if isinstance(before, Earlier) or isinstance(value, Earlier):
        return before is Earlier.ABSENT and value is Earlier.ABSENT
    return not _is_touched(before) and same(plain(before), plain(value))


def _is_touched(value: Any) -> bool:
    """Whether something was changed inside a value since it was read."""
    waiting = [value]
    while waiting:
        value = waiting.pop()
        if isinstance(value, Bare):
            before = value._before
            if before is None:
                return True
            data = value._data
            if not all(
                _is_as_before(was, data.get(name, Earlier.ABSENT)) for name, was in before.items()
            ):
                return True
            waiting.extend(item for item in data.values() if isinstance(item, (Bare, Items)))
        elif isinstance(value, Items):
            if not _has_items_that_came(value):
                return True
            waiting.extend(item for item in value if isinstance(item, Bare))
    return False


def _has_items_that_came(items: Items) -> bool:
    """Whether a list has the items that it was read with, whatever was changed inside of them."""
    raw = getattr(items, "raw", None)
    if raw is None or len(raw) != len(items):
        return False
    if isinstance(items, Converted):
        return same(items.wire(), raw)
    return all(
        item._data is came if isinstance(item, Bare) else same(item, came)
        for item, came in zip(items, raw, strict=True)
    )


def _whole(value: Any, declaration: Declaration | None) -> Any:
    """A value with all that the caller can write in it."""
    if isinstance(value, Bare):
        return value if value._before is None else _writable(value, outermost=False)
    declared = None if declaration is None else declaration.model_class
    if declared is None:
        return value
    if value.__class__ is dict:
        from .accessors import materialize

        return _writable(materialize(value, declared, {}), outermost=False)
    if isinstance(value, list):
        return Items(_whole(item, declaration) for item in value)
    return value


def _writable(model: Any, outermost: bool) -> Any:
    """A model without what only the service writes and nobody changed.

    An entity within keeps all: its key says which one it is.
    """
    info = type(model)._type
    closed = () if info.entity and not outermost else info.not_updatable
    return bare(
        type(model),
        {
            name: _whole(value, model._wire_names.get(name))
            for name, value in model._data.items()
            if name not in closed or is_changed(model, name)
        },
    )


def bound(model: Model, name: str, targets: Sequence[Any]) -> tuple[str, Any]:
    """Name and value of the annotation that binds; raises `ValueError` for what cannot be bound."""
    from .builder import RequestBuilder
    from .properties import Kind

    declared = model._attributes.get(name) or model._wire_names.get(name)
    if declared is None or declared.kind is not Kind.NAVIGATION:
        raise ValueError(f"{type(model).__name__} has no navigation property {name!r}")
    urls = []
    for target in targets:
        url = target._address() if isinstance(target, RequestBuilder) else target
        if not isinstance(url, str) or not url:
            raise ValueError("a target is a request builder or the URL of an entity")
        urls.append(url)
    if not declared.collection and len(urls) != 1:
        raise ValueError(f"{name!r} takes one entity, not {len(urls)}")
    return f"{declared.wire_name}@odata.bind", urls if declared.collection else urls[0]
