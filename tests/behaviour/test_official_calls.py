"""Calls written for Microsoft's own Python SDK run unchanged on the client of all of Graph v1.0.

The calls are in `official_calls/`; what each has to send is what the service's documentation says.
"""

from __future__ import annotations

import asyncio
import importlib
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent))
from behaviour.call_files import OfficialCall, Script, all_calls, run
from behaviour.kiota_stand_ins import offer_kiota
from generated_package import GRAPH, generate
from shared_material import SHARED, needs_shared

pytestmark = [pytest.mark.shared, pytest.mark.slow, needs_shared]

CALLS = all_calls()


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """The package of all of Graph as `msgraph`, in the place of any other of that name."""
    offer_kiota()
    source = SHARED / "metadata" / "graph-v1.0-2026-08.csdl"
    folder = str(generate([source], tmp_path_factory.mktemp("graph"), "msgraph", GRAPH))
    others = {name: sys.modules.pop(name) for name in _own_modules()}
    finders = list(sys.meta_path)
    sys.path.insert(0, folder)
    importlib.invalidate_caches()
    yield importlib.import_module("msgraph")
    sys.path.remove(folder)
    for name in _own_modules():
        del sys.modules[name]
    sys.modules.update(others)
    sys.meta_path[:] = finders


def _own_modules() -> list[str]:
    return [name for name in sys.modules if name == "msgraph" or name.startswith("msgraph.")]


@pytest.mark.parametrize("asynchronous", [True, False], ids=["async", "sync"])
@pytest.mark.parametrize("call", CALLS, ids=[call.title for call in CALLS])
def test_call(graph: Any, call: OfficialCall, asynchronous: bool) -> None:
    script = Script(call)
    transport = httpx.MockTransport(script)
    http: Any
    if asynchronous:
        http = httpx.AsyncClient(transport=transport)
        client = graph.GraphServiceClient(credentials=None, scopes=["x/.default"], http_client=http)
    else:
        http = httpx.Client(transport=transport)
        client = graph.SyncGraphServiceClient(http_client=http)
    run(call.code, {"graph_client": client, "__name__": "call"}, asynchronous=asynchronous)
    script.check(GRAPH)


def test_a_misspelt_query_option_is_refused(graph: Any) -> None:
    code = (
        "from msgraph.generated.users.users_request_builder import UsersRequestBuilder\n"
        "UsersRequestBuilder.UsersRequestBuilderGetQueryParameters(selct=['id'])"
    )
    with pytest.raises(TypeError, match="did you mean 'select'"):
        run(code, {}, asynchronous=False)


def test_a_link_to_another_host_is_refused(graph: Any) -> None:
    def never(request: httpx.Request) -> httpx.Response:
        raise AssertionError(request.url)

    http = httpx.AsyncClient(transport=httpx.MockTransport(never))
    client = graph.GraphServiceClient(http_client=http)
    with pytest.raises(ValueError, match="refused"):
        asyncio.run(client.users.with_url("https://graph.example/v1.0/users").get())
