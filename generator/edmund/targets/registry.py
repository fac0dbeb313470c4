"""The targets that exist: one line each."""

from __future__ import annotations

from collections.abc import Mapping

from edmund.targets.contract import Target
from edmund.targets.python.target import PYTHON

__all__ = ["TARGETS"]

TARGETS: Mapping[str, Target] = {target.name: target for target in (PYTHON,)}
