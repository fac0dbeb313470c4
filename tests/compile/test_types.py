"""Type checkers accept the output and the calls on it, and refuse wrong calls."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from generated_package import GRAPH, generate, identity_output
from shared_material import SHARED, needs_shared

CALLS = """
from typing import assert_type

from msgraph import GraphServiceClient, ODataError, SyncGraphServiceClient
from msgraph.generated.models.api_authentication_configuration_base import (
    ApiAuthenticationConfigurationBase,
)
from msgraph.generated.models.basic_authentication import BasicAuthentication
from msgraph.generated.models.identity_api_connector import IdentityApiConnector
from msgraph.generated.models.identity_api_connector_collection_response import (
    IdentityApiConnectorCollectionResponse,
)


async def calls(graph_client: GraphServiceClient, sync: SyncGraphServiceClient) -> None:
    request_body = IdentityApiConnector(
        display_name="Test API",
        target_url="https://someapi.com/api",
        authentication_configuration=BasicAuthentication(
            odata_type="#microsoft.graph.basicAuthentication",
            username="MyUsername",
            password="MyPassword",
        ),
    )
    connectors = graph_client.identity.api_connectors
    result = await connectors.post(request_body)
    assert_type(result, IdentityApiConnector | None)
    assert_type(sync.identity.api_connectors.post(request_body), IdentityApiConnector | None)
    page = await connectors.get(select=["id"], top=5, filter="x eq 1", headers={"a": "b"})
    assert_type(page, IdentityApiConnectorCollectionResponse | None)
    async for item in connectors.iterate(top=5):
        assert_type(item, IdentityApiConnector)
    for item in sync.identity.api_connectors.iterate():
        assert_type(item, IdentityApiConnector)
        assert_type(item.display_name, str | None)
        assert_type(
            item.authentication_configuration, ApiAuthenticationConfigurationBase | None
        )
    one = connectors.by_identity_api_connector_id("x")
    assert_type(await one.patch(IdentityApiConnector(), etag="*"), IdentityApiConnector | None)
    await one.delete()
    assert_type(await connectors.count.get(), int)
    listing = connectors.get.request(top=1)
    answers = await graph_client.batch([listing])
    assert_type(answers[listing], IdentityApiConnectorCollectionResponse | None)
    try:
        await one.get()
    except ODataError as error:
        assert_type(error.error.code, str | None)
    async with graph_client as again:
        assert_type(again, GraphServiceClient)
"""

WRONG = {
    "graph_client.identity.nothing": "attr-defined",
    "graph_client.identity.api_connectors.get(selct=['id'])": "call-arg",
    "graph_client.identity.api_connectors.get(top='5')": "arg-type",
    "graph_client.identity.api_connectors.post('text')": "arg-type",
    "graph_client.identity.api_connectors.post(body=3)": "arg-type",
    "graph_client.identity.api_connectors.count.get(top=5)": "call-arg",
    "graph_client.identity.api_connectors.by_identity_api_connector_id(5)": "arg-type",
    "graph_client.identity.api_connectors.by_identity_api_connector_id('x').get(top=1)": "call-arg",
    "IdentityApiConnector(display_nam='x')": "call-arg",
    "IdentityApiConnector(display_name=5)": "arg-type",
}


def mypy(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "--no-error-summary", *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=900,
        check=False,
    )


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output of this repository's metadata in a folder to write beside it."""
    folder = tmp_path_factory.mktemp("compile")
    (folder / "msgraph").symlink_to(identity_output() / "msgraph")
    return folder


def test_mypy_accepts_the_output_and_the_calls(output: Path) -> None:
    (output / "calls.py").write_text(CALLS, encoding="utf-8")
    finished = mypy(output, "-p", "msgraph", "-m", "calls")
    assert finished.stdout + finished.stderr == ""


def test_mypy_refuses_wrong_calls(output: Path) -> None:
    head = [
        "from msgraph import GraphServiceClient",
        "from msgraph.generated.models.identity_api_connector import IdentityApiConnector",
        "def wrong(graph_client: GraphServiceClient) -> None:",
    ]
    (output / "wrong.py").write_text(
        "\n".join([*head, *(f"    _{at} = {call}" for at, call in enumerate(WRONG))]) + "\n",
        encoding="utf-8",
    )
    found = re.findall(r"wrong\.py:(\d+): error: .*\[([a-z-]+)\]", mypy(output, "wrong.py").stdout)
    assert {int(line) - len(head): code for line, code in found} == dict(
        enumerate(WRONG.values(), 1)
    )


def test_pyright_accepts_the_calls(output: Path) -> None:
    (output / "calls.py").write_text(CALLS, encoding="utf-8")
    finished = subprocess.run(
        [sys.executable, "-m", "pyright", "--pythonpath", sys.executable, "calls.py", "msgraph"],
        cwd=output,
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )
    if "error" in finished.stderr.lower() and not finished.stdout:
        pytest.skip("pyright cannot be run here: it fetches Node.js on its first run")
    assert re.search(r"^0 errors", finished.stdout, re.M), finished.stdout


@needs_shared
@pytest.mark.shared
@pytest.mark.parametrize("name", ["TripPin", "Northwind", "ExampleService"])
def test_mypy_accepts_other_services(name: str, tmp_path: Path) -> None:
    package = f"service_{name.lower()}"
    generate([SHARED / "metadata" / f"oasis-{name}.xml"], tmp_path, package)
    finished = mypy(tmp_path, "-p", package)
    assert finished.stdout + finished.stderr == ""


@needs_shared
@pytest.mark.shared
@pytest.mark.slow
def test_mypy_accepts_all_of_graph(tmp_path: Path) -> None:
    metadata = SHARED / "metadata"
    generate(
        [metadata / "graph-v1.0-2026-08.csdl"],
        tmp_path,
        "msgraph",
        GRAPH,
        metadata / "graph-permissions.json",
    )
    finished = mypy(tmp_path, "-p", "msgraph")
    assert finished.stdout + finished.stderr == ""
