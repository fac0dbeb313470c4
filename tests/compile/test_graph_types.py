"""Type checkers on typical calls of all of Graph."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from generated_package import GRAPH, generate
from shared_material import SHARED, needs_shared

pytestmark = [pytest.mark.shared, pytest.mark.slow, needs_shared]

CALLS = Path(__file__).resolve().parent / "graph_calls.py"

# Served by the import finder: there are no files, so there are no types. mypy takes them for anything.
SERVED = """
from msgraph import GraphServiceClient
from msgraph.generated.models.message import Message
from msgraph.generated.users.item.send_mail.send_mail_post_request_body import (
    SendMailPostRequestBody,
)
from msgraph.generated.users.users_request_builder import UsersRequestBuilder

async def send(client: GraphServiceClient) -> None:
    await client.me.send_mail.post(SendMailPostRequestBody(message=Message(subject="x")))
    UsersRequestBuilder.UsersRequestBuilderGetQueryParameters(select=["id"])
"""

WRONG = """
from msgraph import GraphServiceClient
from msgraph.generated.models.assigned_license import AssignedLicense
from msgraph.generated.models.no_such_model import NoSuchModel

AssignedLicense(sku_id=5)

async def wrong(client: GraphServiceClient) -> None:
    await client.users.post(AssignedLicense())
    client.me.no_such_thing
"""


def test_mypy(tmp_path: Path) -> None:
    source = SHARED / "metadata" / "graph-v1.0-2026-08.csdl"
    package = generate([source], tmp_path / "package", "msgraph", GRAPH)
    shutil.copy(CALLS, tmp_path / "graph_calls.py")
    (tmp_path / "served.py").write_text(SERVED)
    (tmp_path / "wrong.py").write_text(WRONG)
    done = subprocess.run(
        [
            *(sys.executable, "-m", "mypy", "--strict", "--no-error-summary"),
            *("--cache-dir", "cache", "graph_calls.py", "served.py", "wrong.py"),
        ],
        cwd=tmp_path,
        env={**os.environ, "MYPYPATH": str(package)},
        capture_output=True,
        text=True,
        check=False,
    )
    errors = [line for line in done.stdout.splitlines() if ": error: " in line]
    places = [(line.partition(": ")[0], line.rpartition("[")[2].rstrip("]")) for line in errors]
    assert places == [
        ("wrong.py:4", "import-not-found"),
        ("wrong.py:6", "arg-type"),
        ("wrong.py:9", "arg-type"),
        ("wrong.py:10", "attr-defined"),
    ], done.stdout
