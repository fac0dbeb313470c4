"""What was changed in a model since it was read, and what of one a caller can write at all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .bare import Bare, Earlier, bare
from .json_text import Converted, Items, Mapped, plain, same

if TYPE_CHECKING:
    from .declaration import Declaration

__all__ = ["is_changed", "whole", "writable"]


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
            waiting.extend(
                item for item in data.values() if isinstance(item, (Bare, Items, Mapped))
            )
        elif isinstance(value, Items):
            if not _has_items_that_came(value):
                return True
            waiting.extend(item for item in value if isinstance(item, (Bare, Items, Mapped)))
        elif isinstance(value, Mapped):
            if not same(plain(value.wire()), plain(value.raw)):
                return True
            waiting.extend(
                item for item in value.values() if isinstance(item, (Bare, Items, Mapped))
            )
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


def whole(value: Any, declaration: Declaration | None) -> Any:
    """A value with all that the caller can write in it."""
    if isinstance(value, Bare):
        return value if value._before is None else writable(value, outermost=False)
    declared = None if declaration is None else declaration.model_class
    if declared is None:
        return value
    if value.__class__ is dict:
        return writable(declared._made_of(value, {}), outermost=False)
    if isinstance(value, list):
        return Items(whole(item, declaration) for item in value)
    return value


def writable(model: Any, outermost: bool) -> Any:
    """A model without what only the service writes and nobody changed.

    An entity within keeps all: its key says which one it is.
    """
    info = type(model)._type
    closed = () if info.entity and not outermost else info.not_updatable
    return bare(
        type(model),
        {
            name: whole(value, model._wire_names.get(name))
            for name, value in model._data.items()
            if name not in closed or is_changed(model, name)
        },
    )
