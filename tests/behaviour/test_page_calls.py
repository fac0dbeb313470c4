"""The calls of the service's documentation, word for word, on the generated client."""

from __future__ import annotations

import ast
import asyncio
import re
import sys
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent))
from behaviour.callers import AsyncCredential
from behaviour.service import Service
from generated_package import use_identity_client
from shared_material import SHARED, needs_shared

use_identity_client()

# The project's own calls in the same shape.
OWN_CALLS = (
    """
from msgraph import GraphServiceClient
from msgraph.generated.models.identity_api_connector import IdentityApiConnector
from msgraph.generated.models.basic_authentication import BasicAuthentication
request_body = IdentityApiConnector(
display_name = "Sign-up check",
target_url = "https://checks.example/sign-up",
authentication_configuration = BasicAuthentication(
odata_type = "#microsoft.graph.basicAuthentication",
username = "caller",
password = "hush",
),
)
result = await graph_client.identity.api_connectors.post(request_body)
""",
    """
from msgraph import GraphServiceClient
from msgraph.generated.models.identity_api_connector import IdentityApiConnector
from msgraph.generated.models.pkcs12_certificate import Pkcs12Certificate
request_body = IdentityApiConnector(
display_name = "Sign-up check",
target_url = "https://checks.example/sign-up",
authentication_configuration = Pkcs12Certificate(
odata_type = "#microsoft.graph.pkcs12Certificate",
pkcs12_value = "MIIK...cut",
password = "hush",
),
)
result = await graph_client.identity.api_connectors.post(request_body)
""",
)


def calls_of_the_page() -> list[str]:
    """The Python code blocks of the page: from the import to the call that is awaited."""
    text = (SHARED / "seed" / "create-identityapiconnector.txt").read_text(encoding="utf-8")
    blocks = re.findall(r"^from msgraph import .*?^result = await [^\n]*", text, re.M | re.S)
    return [str(block) for block in blocks]


def run(source: str) -> tuple[Any, Any]:
    """Run the source in a coroutine; gives `result` and what the service received."""
    code = compile(source, "page", "exec", flags=ast.PyCF_ALLOW_TOP_LEVEL_AWAIT)

    async def script(service: Service) -> Any:
        names: dict[str, Any] = {}
        exec("from msgraph import GraphServiceClient", names)
        client = names["GraphServiceClient"](
            AsyncCredential(), ["https://graph.microsoft.com/.default"], base_url=service.root
        )
        async with client:
            names["graph_client"] = client
            await eval(code, names)
        return names["result"]

    with Service() as service:
        return asyncio.run(script(service)), service.received[-1]


@pytest.mark.parametrize("source", OWN_CALLS, ids=["basic", "certificate"])
def test_calls_in_the_shape_of_the_page(source: str) -> None:
    result, sent = run(source)
    assert sent.target == "/v1.0/identity/apiConnectors"
    assert sent.json["displayName"] == "Sign-up check"
    assert result.display_name == "Sign-up check"
    kind = type(result.authentication_configuration).__name__
    if "Basic" in source:
        assert (kind, result.authentication_configuration.password) == (
            "BasicAuthentication",
            "******",
        )
    else:
        assert sent.json["authenticationConfiguration"]["pkcs12Value"] == "MIIK...cut"
        assert kind == "ClientCertificateAuthentication"


@needs_shared
@pytest.mark.shared
def test_the_calls_of_the_page_itself() -> None:
    blocks = calls_of_the_page()
    assert len(blocks) == 2
    for source in blocks:
        result, sent = run(source)
        assert sent.headers["authorization"].startswith("Bearer ")
        assert result.id == "c1"
        configuration = sent.json["authenticationConfiguration"]
        quoted = set(re.findall(r'"([^"]*)"', source))
        assert {*configuration.values(), sent.json["displayName"]} <= quoted
