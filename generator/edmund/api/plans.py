"""The plan of a service's clients as plain data: what `edmund inspect --plan` prints."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import Enum

from edmund.api.descriptions import written
from edmund.diagnostics import Span
from edmund.pipeline import Loaded
from edmund.plan.http_calls import PlannedCall
from edmund.plan.operations import OperationGroup, PlannedOperation
from edmund.plan.plan import plan_of
from edmund.surface.build import build_surface
from edmund.surface.elements import Surface
from edmund.surface.types import (
    AnyJson,
    ListOf,
    Literal,
    MapOf,
    Named,
    Nullable,
    Primitive,
    Type,
)

__all__ = ["describe_plan", "describe_plan_of_model"]

Data = None | bool | int | float | str | list["Data"] | dict[str, "Data"]

_TYPES = (AnyJson, ListOf, Literal, MapOf, Named, Nullable, Primitive)


def describe_plan(surface: Surface) -> dict[str, Data]:
    """Every decision about the clients of `surface` that is no spelling.

    Members are called as those of `edmund.plan.plan.Plan` and of what is in it. What is None, empty or false is left
    out; a type is written in a line. A method of a resource names its call by method and path.
    """
    found = _data(plan_of(surface))
    assert isinstance(found, dict)
    return found


def describe_plan_of_model(loaded: Loaded) -> dict[str, Data]:
    """`describe_plan` of the calls that a model of CSDL has."""
    return describe_plan(build_surface(loaded.model, loaded.permissions)[0])


def _data(value: object) -> Data:
    match value:
        case None | bool() | int() | float() | str():
            return value
        case Enum():
            return str(value.value)
        case PlannedCall():
            return _call(value)
        case OperationGroup():
            return _group(value)
        case Mapping():
            return {str(key): _data(each) for key, each in value.items()}
        case frozenset():
            return sorted((_data(each) for each in value), key=repr)
        case list() | tuple():
            return [_data(each) for each in value]
    if isinstance(value, _TYPES):
        return written(_a_type(value))
    assert is_dataclass(value), type(value)
    return _members(value)


def _a_type(value: Type) -> Type:
    return value


def _members(value: object, without: frozenset[str] = frozenset()) -> dict[str, Data]:
    assert is_dataclass(value)
    told: dict[str, Data] = {}
    for field in fields(value):
        member = getattr(value, field.name)
        if field.name in without or isinstance(member, Span):
            continue
        data = _data(member)
        if data not in (None, False, "", [], {}):
            told[field.name] = data
    return told


def _call(call: PlannedCall) -> Data:
    """Without what the surface says of the call for readers."""
    return _members(call, frozenset({"call"}))


def _group(group: OperationGroup) -> Data:
    told: dict[str, Data] = {"name": group.name} if group.name else {}
    if group.operations:
        told["operations"] = [_operation(each) for each in group.operations]
    if group.groups:
        told["groups"] = [_group(each) for each in group.groups]
    return told


def _operation(operation: PlannedOperation) -> Data:
    return {"name": operation.name, "call": f"{operation.call.method} {operation.call.path}"}
