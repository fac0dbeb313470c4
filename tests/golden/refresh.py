"""Rewrites every golden feature from what the compiler gives now. Read the diff before you commit it."""

import os
import sys
import tempfile
from pathlib import Path

from feature import expected, features, run_feature, store


def main() -> int:
    if os.environ.get("CI"):
        print(
            "goldens are not refreshed under CI: a build must not change what it is checked against"
        )
        return 1
    changed = 0
    for feature in features():
        with tempfile.TemporaryDirectory() as folder:
            outcome = run_feature(feature, Path(folder))
        before = expected(feature)
        if (before.files, before.messages) != (outcome.files, outcome.messages):
            store(feature, outcome)
            changed += 1
            print(f"rewrote {feature.name}")
    print(f"{changed} of {len(features())} features changed")
    return 0


if __name__ == "__main__":
    sys.exit(main())
