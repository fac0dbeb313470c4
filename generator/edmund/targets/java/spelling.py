"""How Java spells names in either style."""

from __future__ import annotations

from typing import Final

from edmund.naming.spelling import Spelling, as_spelled
from edmund.naming.words import in_title_case, spaced
from edmund.targets.java import chain_names, names
from edmund.targets.styles import Styles

__all__ = ["KIOTA", "NATURAL", "STYLES"]

KIOTA: Final = Spelling(
    text=as_spelled,
    cls=names.class_name,
    property=names.property_suffix,
    parameter=names.parameter_name,
    constant=lambda name, cls: names.member_name(name),
    accessors=chain_names.KIOTA,
    has_second_names=True,
)
NATURAL: Final = Spelling(
    text=in_title_case,
    cls=names.natural_class,
    property=names.natural_property,
    parameter=names.natural_parameter,
    constant=lambda name, cls: names.identifier(spaced(name).upper()),
    accessors=chain_names.NATURAL,
    has_second_names=False,
)
STYLES: Final = Styles(KIOTA, NATURAL)
