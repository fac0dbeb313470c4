"""`edmund generate --watch`, in a process of its own."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from unit.cli.cli_run import GOOD_CSDL, project

pytest.importorskip("watchfiles")

THING = "out/shop/generated/models/thing.py"


@pytest.fixture
def watching(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    project(tmp_path)
    process = subprocess.Popen(
        [sys.executable, "-m", "edmund", "generate", "--watch"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONUNBUFFERED": "1", "NO_COLOR": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    yield process
    process.kill()
    process.wait()


def wait_for(process: subprocess.Popen[str], text: str) -> str:
    """Read what the process says up to a line with `text`."""
    assert process.stdout is not None
    said = ""
    for line in process.stdout:
        said += line
        if text in line:
            return said
    raise AssertionError(said)


def test_watch(watching: subprocess.Popen[str], tmp_path: Path) -> None:
    wait_for(watching, "watching 2 files")
    time.sleep(0.5)  # the system's watch starts just after the message
    service = tmp_path / "service.csdl"
    replaced = tmp_path / "service.new"
    replaced.write_text(GOOD_CSDL.replace("Id", "Number"))
    replaced.replace(service)  # as editors save
    wait_for(watching, "changed")
    assert "number" in (tmp_path / THING).read_text().lower()
    wait_for(watching, "watching")
    time.sleep(0.5)
    service.write_text("broken")
    assert "error[EDM1" in wait_for(watching, "error[")
    wait_for(watching, "watching")
    time.sleep(0.5)
    service.write_text(GOOD_CSDL)
    wait_for(watching, "changed")
    watching.send_signal(signal.SIGINT)
    assert watching.wait(10) == 0
