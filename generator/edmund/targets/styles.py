"""The two styles of a language's names, and which of them a client has."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, Protocol, Self, TypeVar

from edmund.naming.given import GivenNames
from edmund.plan.style import NameStyle, name_style
from edmund.surface.elements import Surface
from edmund.targets.contract import TargetOptions

__all__ = ["Styles"]


class _Spelling(Protocol):
    """How a language spells names; most have `edmund.naming.spelling.Spelling`."""

    def with_names(self, given: GivenNames) -> Self: ...


_SpellingT = TypeVar("_SpellingT", bound=_Spelling)


@dataclass(frozen=True, slots=True)
class Styles(Generic[_SpellingT]):
    kiota: _SpellingT
    natural: _SpellingT

    def of(self, surface: Surface, options: TargetOptions) -> _SpellingT:
        """How a client spells its names, and the names that are given to it."""
        style = name_style(surface, options.names)
        spelling = self.kiota if style is NameStyle.KIOTA else self.natural
        return spelling.with_names(options.given)
