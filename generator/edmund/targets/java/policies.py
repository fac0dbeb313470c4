"""What Java does where languages differ on purpose."""

from __future__ import annotations

from typing import Final

from edmund.plan.policies import OwnOptions, Policies

__all__ = ["POLICIES"]

POLICIES: Final = Policies(own_options=OwnOptions.BY_NAME)
