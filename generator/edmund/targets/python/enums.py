"""Lowering of enumerations: one module per class."""

from __future__ import annotations

from collections.abc import Mapping

from edmund.surface.types import EnumMember, EnumType
from edmund.targets.prose import documentation_text
from edmund.targets.python.imports import Imports
from edmund.targets.python.literals import (
    class_heading,
    docstring,
    plain_assignment,
    string_literal,
)
from edmund.targets.python.model_views import EnumModuleView, MemberView

__all__ = ["lower_enum"]


def lower_enum(
    type_: EnumType, cls: str, members: Mapping[str, str], package: str
) -> EnumModuleView:
    """The module of one enumeration, its class called `cls`; `members` maps names to Python's."""
    imports = Imports({cls, *members.values()})
    base = imports.use(f"{package}.runtime.enums", "OpenEnum", "_")
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


def _member(member: EnumMember, name: str) -> MemberView:
    doc = docstring(documentation_text(member.documentation), 4)
    return MemberView(plain_assignment(name, string_literal(member.name), 4), bool(doc), doc)
