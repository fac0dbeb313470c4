"""Installs the toolchains of all target languages and the real service, or those named: python tests/toolchains/install.py [go ...]"""

from __future__ import annotations

import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from toolchains import LANGUAGES, OPTIONAL, toolchain


def main(wanted: list[str]) -> int:
    unknown = sorted(set(wanted) - set(LANGUAGES))
    if unknown:
        print(f"no such language: {', '.join(unknown)}; there are: {', '.join(LANGUAGES)}")
        return 2
    failed = False
    for language in wanted or LANGUAGES:
        module = toolchain(language)
        started = time.perf_counter()
        before = module.missing()
        if before is not None:
            print(f"{language}: installing ({before})", flush=True)
            try:
                module.install()
            except SystemExit as error:
                if language not in OPTIONAL:
                    raise
                print(f"{language}: {error}")
        after = module.missing()
        failed = failed or (after is not None and language not in OPTIONAL)
        state = f"still missing {after}" if after is not None else "ready"
        print(f"{language}: {state} ({time.perf_counter() - started:.0f} s)", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
