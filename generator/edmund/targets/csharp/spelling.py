"""How C# spells names in either style."""

from __future__ import annotations

from typing import Final

from edmund.naming.spelling import Spelling, as_spelled
from edmund.naming.words import in_title_case
from edmund.targets.csharp import chain_names, names
from edmund.targets.styles import Styles

__all__ = ["KIOTA", "NATURAL", "STYLES"]

# What a property must not be called besides depends on its class: `names.member_name` has the last word.
KIOTA: Final = Spelling(
    text=as_spelled,
    cls=names.class_name,
    property=as_spelled,
    parameter=names.parameter_name,
    constant=names.enum_member_name,
    accessors=chain_names.KIOTA,
    has_second_names=True,
)
NATURAL: Final = Spelling(
    text=in_title_case,
    cls=lambda name: names.class_name(in_title_case(name)),
    property=in_title_case,
    parameter=lambda name: names.parameter_name(in_title_case(name)),
    constant=lambda name, cls: names.enum_member_name(in_title_case(name), cls),
    accessors=chain_names.NATURAL,
    has_second_names=False,
)
STYLES: Final = Styles(KIOTA, NATURAL)
