"""How TypeScript spells names in either style."""

from __future__ import annotations

from typing import Final

from edmund.naming.given import NOTHING_GIVEN, GivenNames
from edmund.naming.spelling import Spelling, as_spelled
from edmund.naming.words import in_title_case
from edmund.plan.style import NameStyle
from edmund.targets.typescript import chain_names, names

__all__ = ["KIOTA", "NATURAL", "spelling_of"]

KIOTA: Final = Spelling(
    text=as_spelled,
    cls=names.interface_name,
    property=names.property_name,
    parameter=names.parameter_name,
    constant=lambda name, cls: names.member_name(name),
    accessors=chain_names.KIOTA,
    has_second_names=True,
)
NATURAL: Final = Spelling(
    text=in_title_case,
    cls=lambda name: names.interface_name(in_title_case(name)),
    property=lambda name: names.property_name(in_title_case(name)),
    parameter=lambda name: names.parameter_name(in_title_case(name)),
    constant=lambda name, cls: names.member_name(in_title_case(name)),
    accessors=chain_names.NATURAL,
    has_second_names=False,
)


def spelling_of(style: NameStyle, given: GivenNames = NOTHING_GIVEN) -> Spelling:
    """The functions of a style, and the names that are `given`."""
    return (KIOTA if style is NameStyle.KIOTA else NATURAL).with_names(given)
