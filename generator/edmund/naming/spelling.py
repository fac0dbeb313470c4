"""How a language spells the names of the schema."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from edmund.naming.accessors import Accessors
from edmund.naming.given import NOTHING_GIVEN, GivenNames

__all__ = ["Spelling", "as_spelled"]


def as_spelled(name: str) -> str:
    """The name itself: what the official SDKs' rules work on."""
    return name


@dataclass(frozen=True, slots=True)
class Spelling:
    """One style of one language, as functions of text.

    `text` writes a name in the language's own case; the others make identifiers: `cls` of a type's simple name,
    `property` of a property's, `parameter` of a key's or of a function's parameter, and `constant` of a member and
    the language's name of its enumeration. `accessors` are those of builders. `has_second_names`: what the official
    SDK has a second accessor for has it here too, a key that one path has twice (`ByMessageId1`) and an alternate key
    beside its collection (`ApplicationsWithAppId`), and what it has a class for at each path has its name there too. `given` are names that are not made of the description's.
    """

    text: Callable[[str], str]
    cls: Callable[[str], str]
    property: Callable[[str], str]
    parameter: Callable[[str], str]
    constant: Callable[[str, str], str]
    accessors: Accessors
    has_second_names: bool
    given: GivenNames = NOTHING_GIVEN

    def with_names(self, given: GivenNames) -> Spelling:
        """The same spelling, where some names are given."""
        return replace(self, given=given, accessors=replace(self.accessors, given=given))

    def type(self, qualified_name: str) -> str:
        """What a type is called where no other has the name."""
        return self.cls(qualified_name.rpartition(".")[2])

    def member(self, owner: str, name: str) -> str:
        """A property of the type, or a member of the body of the operation, with the qualified name `owner`."""
        return self.property(self.given.members(owner).word(name))
