"""How TypeScript spells names in either style."""

from __future__ import annotations

from typing import Final

from edmund.naming.spelling import Spelling, as_spelled
from edmund.naming.words import in_title_case
from edmund.plan.service import speaks_odata
from edmund.surface.elements import Surface
from edmund.targets.contract import TargetOptions
from edmund.targets.styles import Styles
from edmund.targets.typescript import chain_names, names

__all__ = ["KIOTA", "NATURAL", "STYLES", "spelling_for"]

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
STYLES: Final = Styles(KIOTA, NATURAL)


def spelling_for(surface: Surface, options: TargetOptions) -> Spelling:
    """How a client spells its names; what is no OData has one style."""
    if not speaks_odata(surface):
        return KIOTA.with_names(options.given)
    return STYLES.of(surface, options)
