"""`edmund generate --watch`, in a process of its own."""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from unit.cli.cli_run import GOOD_CSDL, project

from edmund.cli.console import Console
from edmund.cli.watch import watch_inputs
from edmund.config import Client, Configuration

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
    # Waiting for a line must end, however slow the machine is.
    last_resort = threading.Timer(120, process.kill)
    last_resort.start()
    yield process
    last_resort.cancel()
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
    service = tmp_path / "service.csdl"
    replaced = tmp_path / "service.new"
    replaced.write_text(GOOD_CSDL.replace("Id", "Number"))
    replaced.replace(service)  # as editors save
    wait_for(watching, "changed")
    assert "number" in (tmp_path / THING).read_text().lower()
    wait_for(watching, "watching")
    service.write_text("broken")
    assert "error[EDM1" in wait_for(watching, "error[")
    wait_for(watching, "watching")
    service.write_text(GOOD_CSDL)
    wait_for(watching, "changed")
    watching.send_signal(signal.SIGINT)
    assert watching.wait(60) == 0


def test_a_change_while_edmund_runs_is_not_lost(tmp_path: Path) -> None:
    """The watch stands only after the first run; what was saved during it has no event."""
    console = Console(quiet=True, style="text", colour="never")
    service = project(tmp_path) / "service.csdl"
    client = Client("shop", (service,), "python", "shop", tmp_path / "out")
    chosen = ((client,), Configuration(None, tmp_path, (client,)))
    seen: list[str] = []

    def run(_: object) -> None:
        seen.append(service.read_text())
        if len(seen) == 1:
            service.write_text("changed while it was read")
        else:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        watch_inputs(console, lambda: chosen, run)
    assert seen == [GOOD_CSDL, "changed while it was read"]
