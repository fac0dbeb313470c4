"""How Python spells names in either style: text in, identifiers out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

from edmund.naming.accessors import Accessors
from edmund.naming.given import NOTHING_GIVEN, GivenNames
from edmund.targets.python import chain_names, names
from edmund.targets.styles import Styles

__all__ = ["KIOTA", "NATURAL", "STYLES", "Spelling"]


@dataclass(frozen=True, slots=True)
class Spelling:
    """`attribute` of a model, `cls` of a type, `member` of an enumeration, `module` of a file or package,
    `parameter` of a function; `accessors` of builders.

    `has_second_names`: what the official SDK has a second accessor for has it here too, a key that one path has
    twice (`by_message_id1`) and an alternate key beside its collection (`applications_with_app_id`).
    """

    attribute: Callable[[str], str]
    cls: Callable[[str], str]
    member: Callable[[str], str]
    module: Callable[[str], str]
    parameter: Callable[[str], str]
    accessors: Accessors
    has_second_names: bool
    given: GivenNames = NOTHING_GIVEN

    def with_names(self, given: GivenNames) -> Spelling:
        """The same spelling, where some names are given."""
        return replace(self, given=given, accessors=replace(self.accessors, given=given))


KIOTA: Final = Spelling(
    names.attribute_name,
    names.class_name,
    names.member_name,
    names.module_name,
    names.parameter_name,
    chain_names.KIOTA,
    has_second_names=True,
)
NATURAL: Final = Spelling(
    lambda name: names.attribute_name(name, names.words),
    names.words_class_name,
    names.member_name,
    lambda name: names.module_name(name, names.words),
    lambda name: names.parameter_name(name, names.words),
    chain_names.NATURAL,
    has_second_names=False,
)
STYLES: Final = Styles(KIOTA, NATURAL)
