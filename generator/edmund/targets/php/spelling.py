"""How PHP spells names in either style."""

from __future__ import annotations

from typing import Final

from edmund.naming.spelling import Spelling, as_spelled
from edmund.naming.words import in_title_case, spaced
from edmund.targets.php import chain_names, names
from edmund.targets.styles import Styles

__all__ = ["KIOTA", "NATURAL", "STYLES"]

KIOTA: Final = Spelling(
    text=as_spelled,
    cls=names.class_name,
    property=names.property_stem,
    parameter=names.variable_name,
    constant=lambda name, cls: names.constant_name(name),
    accessors=chain_names.KIOTA,
    has_second_names=True,
)
NATURAL: Final = Spelling(
    text=in_title_case,
    cls=lambda name: names.class_name(in_title_case(name)),
    property=lambda name: names.property_stem(in_title_case(name)),
    parameter=lambda name: names.variable_name(in_title_case(name)),
    constant=lambda name, cls: names.constant_name(spaced(name)),
    accessors=chain_names.NATURAL,
    has_second_names=False,
)
STYLES: Final = Styles(KIOTA, NATURAL)
