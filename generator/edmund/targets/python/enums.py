"""Lowering of enumerations: one module per class."""

from __future__ import annotations

from collections.abc import Mapping

from edmund.surface.types import EnumMember, EnumType
from edmund.targets.prose import documentation_text
from edmund.targets.python.facts import value_literal
from edmund.targets.python.imports import Imports
from edmund.targets.python.literals import (
    class_heading,
    docstring,
    plain_assignment,
)
from edmund.targets.python.model_views import EnumModuleView, MemberView

__all__ = ["lower_enum"]


def lower_enum(
    type_: EnumType, cls: str, members: Mapping[str, str], package: str
) -> EnumModuleView:
    """The module of one enumeration, its class called `cls`; `members` maps names to Python's."""
    imports = Imports({cls, *members.values()})
    module, name = _base(type_)
    base = imports.use(f"{package}.runtime.{module}", name, "_")
    kind = "Flags" if type_.flags else "Values"
    return EnumModuleView(
        imports=tuple(imports.statements(0)),
        heading=class_heading(cls, base),
        docstring=docstring(
            documentation_text(type_.documentation) or f"{kind} of the enumeration {type_.name}.", 4
        ),
        has_members=bool(type_.members),
        members=tuple(_member(member, members[member.name]) for member in type_.members),
    )


def _base(type_: EnumType) -> tuple[str, str]:
    """The runtime's module and class for values of this kind."""
    if all(isinstance(member.value, str) for member in type_.members):
        return "enums", "OpenEnum"
    return "scalars", "OpenScalar"


def _member(member: EnumMember, name: str) -> MemberView:
    doc = docstring(documentation_text(member.documentation), 4)
    return MemberView(plain_assignment(name, value_literal(member.value), 4), bool(doc), doc)
