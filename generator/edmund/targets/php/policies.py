"""What PHP does where languages differ on purpose."""

from __future__ import annotations

from typing import Final

from edmund.plan.policies import ArgumentOrder, Policies

__all__ = ["POLICIES"]

POLICIES: Final = Policies(arguments=ArgumentOrder.BY_LETTER)
