"""The how-to page: its examples are one program, which is run against a service on this machine."""

import os
import re
import subprocess
import sys
from pathlib import Path

from behaviour.service import TOKEN, Service

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "how-to.md").read_text("utf-8")


def test_the_examples_of_the_page_run() -> None:
    blocks = re.findall(r"^```python\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
    assert len(blocks) == 12
    with Service(page_size=1) as service:
        service.add("There already")
        done = subprocess.run(
            [sys.executable, "-c", "\n".join(blocks)],
            env={
                **os.environ,
                "PYTHONPATH": str(ROOT / "generated" / "python"),
                "GRAPH_URL": service.root,
                "GRAPH_TOKEN": TOKEN,
            },
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        changes = [r for r in service.received if r.method == "PATCH"]
        deleted = [r for r in service.received if r.method == "DELETE"]
    assert [change.json for change in changes] == [
        {"displayName": "Another name"},
        {"displayName": "A third one"},
        {"displayName": "Mine"},
        {"displayName": "Mine"},
    ]
    assert len(deleted) == 1 and list(service.connectors) == ["c1"]
    lines = done.stdout.splitlines()
    assert lines[1:3] == ["There already", "A third one"]
    assert "412 PreconditionFailed" in lines and any(
        line.startswith("404 NotFound no connector nobody") for line in lines
    )
    assert "secret" not in done.stdout
