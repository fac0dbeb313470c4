"""Runs samples with the toolchains of the tests: how `edmund.build.proving` runs those of its own languages."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

from toolchains import php

from edmund.build.proving import Runner

__all__ = ["RUNNERS"]

Done = subprocess.CompletedProcess[str]


def _run_php(file: Path, client: Path, token: str) -> Done:
    autoloader = file.parent / "vendor" / "autoload.php"
    autoloader.parent.mkdir(exist_ok=True)
    autoloader.write_text(f"<?php\nrequire '{php.BOOT}';\n", "utf-8")
    return _run(["php", "-d", "display_errors=stderr", str(file)], token, **php.use(client))


def _run(command: list[str], token: str, **more: str) -> Done:
    environment = {**os.environ, **more, "ACCESS_TOKEN": token}
    return subprocess.run(
        command, env=environment, capture_output=True, text=True, timeout=120, check=False
    )


RUNNERS: Mapping[str, Runner] = {"php": _run_php}
