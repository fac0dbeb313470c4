"""Ctrl-C at any moment ends the command without a traceback."""

from __future__ import annotations

import signal
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("signals are those of POSIX", allow_module_level=True)

# The process interrupts itself when the module called so is looked for.
_SCRIPT = """
    import os, signal, sys

    wanted = [sys.argv.pop(1)]

    class Interrupting:
        def find_spec(self, name, path=None, target=None):
            if [name] == wanted:
                wanted.clear()
                os.kill(os.getpid(), signal.SIGINT)

    sys.meta_path.insert(0, Interrupting())
    from edmund.cli import main

    main()
"""
METADATA = Path(__file__).resolve().parents[2] / "vendors" / "one-type.csdl"


def interrupted_at(module: str, folder: Path) -> subprocess.CompletedProcess[str]:
    options = ["--target", "python", "--package", "shop", "--output", "out"]
    arguments = [module, "generate", "--metadata", str(METADATA), *options]
    return subprocess.run(
        [sys.executable, "-c", textwrap.dedent(_SCRIPT), *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("module", ["edmund.cli.group", "click", "edmund.suggestions"])
def test_while_the_command_is_loaded(tmp_path: Path, module: str) -> None:
    done = interrupted_at(module, tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (-signal.SIGINT, "", "")


@pytest.mark.parametrize(
    "module",
    [
        "edmund.cli.generate",
        "edmund.config.load",
        "edmund.csdl.reader",
        "edmund.surface.build",
        "edmund.targets.python.target",
        "edmund.output.write",
        "edmund.output.swap",
    ],
)
def test_between_the_stages(tmp_path: Path, module: str) -> None:
    done = interrupted_at(module, tmp_path)
    assert (done.returncode, done.stderr.strip()) == (130, "stopped")
    assert not (tmp_path / "out").exists()


def test_what_is_ignored_stays_ignored(tmp_path: Path) -> None:
    script = "import signal; signal.signal(signal.SIGINT, signal.SIG_IGN)\n"
    script += textwrap.dedent(_SCRIPT) + "\n"
    done = subprocess.run(
        [sys.executable, "-c", script, "click", "--version"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_whoever_calls_the_command_keeps_the_handler() -> None:
    script = (
        "import signal, edmund.cli\n"
        "assert signal.getsignal(signal.SIGINT) is signal.default_int_handler\n"
        "try: edmund.cli.main(['--version'])\n"
        "except SystemExit: pass\n"
        "assert signal.getsignal(signal.SIGINT) is signal.default_int_handler\n"
    )
    subprocess.run([sys.executable, "-c", script], check=True, capture_output=True)
