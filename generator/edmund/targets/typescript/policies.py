"""What TypeScript does where languages differ on purpose."""

from __future__ import annotations

from typing import Final

from edmund.plan.policies import ArgumentOrder, OfferedOptions, Policies

__all__ = ["POLICIES"]

POLICIES: Final = Policies(OfferedOptions.AS_USUAL, arguments=ArgumentOrder.BY_LETTER)
