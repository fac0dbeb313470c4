"""What Go does where languages differ on purpose."""

from __future__ import annotations

from typing import Final

from edmund.plan.policies import OfferedOptions, OwnOptions, Policies

__all__ = ["POLICIES"]

POLICIES: Final = Policies(OfferedOptions.AS_USUAL, OwnOptions.BY_NAME)
