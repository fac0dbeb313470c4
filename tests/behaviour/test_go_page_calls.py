"""The calls of the service's documentation, line for line, on the generated Go client."""

from __future__ import annotations

import json
import re
import subprocess
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from behaviour.service import TOKEN, Received, Service
from shared_material import SHARED, needs_shared
from toolchains import needs
from toolchains import toolchain as toolchain_of

pytestmark = [needs("go"), pytest.mark.xdist_group("go")]

HERE = Path(__file__).resolve().parent
GENERATED = HERE.parents[1] / "generated" / "go"
MODULE = "github.com/microsoftgraph/msgraph-sdk-go"

# The project's own calls in the same shape.
_HEAD = """import (
"context"
msgraphsdk "github.com/microsoftgraph/msgraph-sdk-go"
graphmodels "github.com/microsoftgraph/msgraph-sdk-go/models"
//other-imports
)
requestBody := graphmodels.NewIdentityApiConnector()
displayName := "Sign-up check"
requestBody.SetDisplayName(&displayName)
targetUrl := "https://checks.example/sign-up"
requestBody.SetTargetUrl(&targetUrl)
"""
_TAIL = """password := "hush"
authenticationConfiguration.SetPassword(&password)
requestBody.SetAuthenticationConfiguration(authenticationConfiguration)
apiConnectors, err := graphClient.Identity().ApiConnectors().Post(context.Background(), requestBody, nil)"""
OWN_CALLS = (
    f"""{_HEAD}authenticationConfiguration := graphmodels.NewBasicAuthentication()
username := "caller"
authenticationConfiguration.SetUsername(&username)
{_TAIL}""",
    f"""{_HEAD}authenticationConfiguration := graphmodels.NewPkcs12Certificate()
pkcs12Value := "MIIK...cut"
authenticationConfiguration.SetPkcs12Value(&pkcs12Value)
{_TAIL}""",
)


def calls_of_the_page() -> list[str]:
    """The Go code blocks of the page: from the imports to the call."""
    text = (SHARED / "seed" / "create-identityapiconnector.txt").read_text(encoding="utf-8")
    return [
        found[0]
        for found in re.finditer(r"^import \(\n.*?^apiConnectors, err := [^\n]*", text, re.M | re.S)
    ]


def file_of(number: int, block: str) -> str:
    """A Go file of one block: its imports and lines as they are, in a function."""
    imports, _, lines = block.partition("\n)\n")
    client = "graphClient *msgraphsdk.GraphServiceClient"
    return (
        f"package main\n\n{imports}\n)\n\n"
        f"func call{number}({client}) (graphmodels.IdentityApiConnectorable, error) {{\n"
        f"{lines}\nreturn apiConnectors, err\n}}\n\n"
        f"func init() {{ calls = append(calls, call{number}) }}\n"
    )


def built(folder: Path, blocks: list[str]) -> Any:
    sources = {f"call{at}.go": file_of(at, block) for at, block in enumerate(blocks)}
    sources["page.go"] = (HERE / "go" / "page.go").read_text("utf-8")
    program = toolchain_of("go").program(folder, sources, {MODULE: GENERATED})
    return partial(run, program)


def run(program: Path, number: int) -> tuple[dict[str, Any], Received]:
    """Run a call; gives what came back and what the service received."""
    with Service() as service:
        command = [str(program), service.root, TOKEN, str(number)]
        done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout), service.received[-1]


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Any:
    return built(tmp_path_factory.mktemp("go-own"), list(OWN_CALLS))


def test_basic_authentication(own: Any) -> None:
    result, sent = own(0)
    assert sent.target == "/v1.0/identity/apiConnectors"
    assert sent.json == {
        "displayName": "Sign-up check",
        "targetUrl": "https://checks.example/sign-up",
        "authenticationConfiguration": {
            "@odata.type": "#microsoft.graph.basicAuthentication",
            "username": "caller",
            "password": "hush",
        },
    }
    assert result == {"id": "c1", "displayName": "Sign-up check", "password": "******"}


def test_a_certificate(own: Any) -> None:
    result, sent = own(1)
    configuration = sent.json["authenticationConfiguration"]
    assert configuration == {
        "@odata.type": "#microsoft.graph.pkcs12Certificate",
        "pkcs12Value": "MIIK...cut",
        "password": "hush",
    }
    assert result["thumbprint"] == "0EB255CC895477798BA418B378255204304897AD"


@needs_shared
@pytest.mark.shared
def test_the_calls_of_the_page_itself(tmp_path: Path) -> None:
    blocks = calls_of_the_page()
    assert len(blocks) == 2
    call = built(tmp_path, blocks)
    for number, block in enumerate(blocks):
        result, sent = call(number)
        assert sent.headers["authorization"].startswith("Bearer ")
        assert result["id"] == "c1"
        body = sent.json
        configuration = body.pop("authenticationConfiguration")
        kind = configuration.pop("@odata.type").removeprefix("#microsoft.graph.")
        assert f"New{kind[0].upper()}{kind[1:]}()" in block
        quoted = set(re.findall(r'"([^"]*)"', block))
        assert {*configuration.values(), *body.values()} <= quoted
