"""How a model shows itself: enough to tell it, no secret, never long."""

from __future__ import annotations

from contextvars import ContextVar
from reprlib import recursive_repr
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .json_model import JsonModel

__all__ = ["shown"]

_MASK = "***"
_LONGEST_TEXT = 200
_MOST_ITEMS = 20
_MOST_LEVELS = 20
_level: ContextVar[int] = ContextVar("level", default=0)


@recursive_repr("...")
def shown(model: JsonModel) -> str:
    """`Class(attribute=value, ...)` of what is set. Secrets are masked, unknown properties only named.

    What the schema does not declare may be a secret as well: nobody can say. Models deep within models
    are only named.
    """
    if _level.get() >= _MOST_LEVELS:
        return f"{type(model).__name__}(...)"
    before = _level.set(_level.get() + 1)
    try:
        return _shown(model)
    finally:
        _level.reset(before)


def _shown(model: JsonModel) -> str:
    parts = []
    unknown = []
    for wire_name, value in model._data.items():
        declaration = model._wire_names.get(wire_name)
        if declaration is None:
            unknown.append(wire_name)
        elif declaration.secret and value is not None:
            parts.append(f"{declaration.python_name}={_MASK!r}")
        else:
            parts.append(f"{declaration.python_name}={_value(_read(model, declaration, value))}")
    if unknown:
        named = ", ".join(map(repr, unknown[:_MOST_ITEMS]))
        rest = ", ..." if len(unknown) > _MOST_ITEMS else ""
        parts.append(f"additional_data=<{named}{rest}>")
    return f"{type(model).__name__}({', '.join(parts)})"


def _read(model: JsonModel, declaration: Any, value: Any) -> Any:
    """The value as its attribute gives it, or as it came where that fails."""
    try:
        return declaration.fget(model)
    except ValueError:
        return value


def _value(value: Any, level: int = 0) -> str:
    if level > _MOST_LEVELS:
        return "..."
    if isinstance(value, str) and len(value) > _LONGEST_TEXT:
        return f"{value[:_LONGEST_TEXT]!r}... ({len(value)} characters)"
    if isinstance(value, bytes) and len(value) > _LONGEST_TEXT:
        return f"<{len(value)} bytes>"
    if isinstance(value, list):
        items = ", ".join(_value(item, level + 1) for item in value[:_MOST_ITEMS])
        rest = f", ... {len(value)} items" if len(value) > _MOST_ITEMS else ""
        return f"[{items}{rest}]"
    if isinstance(value, dict):
        return f"<object: {', '.join(map(repr, list(value)[:_MOST_ITEMS]))}>"
    return repr(value)
