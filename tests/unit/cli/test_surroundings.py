"""The call itself is at fault: streams, folder, locale, arguments. Never a bug, never a traceback."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from edmund.build.recipe import target_options
from edmund.config import Client
from edmund.diagnostics import EdmundError

pytestmark = pytest.mark.skipif(os.name != "posix", reason="a POSIX shell")

CSDL = Path(__file__).resolve().parents[2] / "vendors/one-type.csdl"
EDMUND = f'"{sys.executable}" -m edmund'
GENERATE = f"{EDMUND} generate --metadata {CSDL} --target python --package x"


@pytest.mark.parametrize(
    "command, code",
    [
        (f"{GENERATE} --output $(printf 'o\\377')", 2),
        (f"LC_ALL=C PYTHONUTF8=0 PYTHONCOERCECLOCALE=0 {GENERATE} --output o\u00e9", 2),
        (f"{GENERATE} --output out >&-", 0),
        (f"{GENERATE} --output out 2>&- >&- <&-", 0),
        (f"{EDMUND} validate --metadata {CSDL} --type Edm.Untyped - <&-", 2),
        (f"{EDMUND} inspect --metadata {CSDL} >/dev/full", 2),
        (f"mkdir g; cd g; rmdir ../g; {GENERATE} --output /nowhere/o", 2),
        (f"{EDMUND} inspect --metadata {CSDL} {'a' * 5000}", 2),
        (f"{GENERATE} --output {'a' * 5000}", 2),
        (f"({EDMUND} inspect --metadata {CSDL}; echo $? >code) | true; test $(cat code) = 0", 0),
    ],
)
def test_a_fault_of_the_call_is_told_as_one(tmp_path: Path, command: str, code: int) -> None:
    root = Path(__file__).resolve().parents[3] / "generator"
    finished = subprocess.run(
        ["sh", "-c", command],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(root)},
        capture_output=True,
        check=False,
        timeout=60,
    )
    said = finished.stdout + finished.stderr
    assert b"bug in Edmund" not in said
    assert b"Traceback" not in said
    assert finished.returncode == code, said


@pytest.mark.parametrize(
    "url", ["", "javascript:x", "https://u:p@h/", "https://h/a b", "//h/", "h"]
)
def test_a_base_url_that_is_none_is_refused(tmp_path: Path, url: str) -> None:
    client = Client("t", (), "python", "x", tmp_path / "out", base_url=url)
    with pytest.raises(EdmundError, match="EDM604"):
        target_options(client)
