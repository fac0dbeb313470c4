"""The calls of the service's documentation, word for word, on the generated Java client."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent))
from behaviour.service import TOKEN, Received, Service
from generated_java import compiled, workplace
from shared_material import SHARED, needs_shared
from toolchains import java, needs

pytestmark = [needs("java"), pytest.mark.xdist_group("java")]

# The project's own calls in the same shape.
OWN_CALLS = (
    """
// as an example of the documentation has it
GraphServiceClient graphClient = new GraphServiceClient(requestAdapter);
IdentityApiConnector identityApiConnector = new IdentityApiConnector();
identityApiConnector.setDisplayName("Sign-up check");
identityApiConnector.setTargetUrl("https://checks.example/sign-up");
BasicAuthentication authenticationConfiguration = new BasicAuthentication();
authenticationConfiguration.setOdataType("#microsoft.graph.basicAuthentication");
authenticationConfiguration.setUsername("caller");
authenticationConfiguration.setPassword("hush");
identityApiConnector.setAuthenticationConfiguration(authenticationConfiguration);
IdentityApiConnector result = graphClient.identity().apiConnectors().post(identityApiConnector);
""",
    """
GraphServiceClient graphClient = new GraphServiceClient(requestAdapter);
IdentityApiConnector identityApiConnector = new IdentityApiConnector();
identityApiConnector.setDisplayName("Sign-up check");
identityApiConnector.setTargetUrl("https://checks.example/sign-up");
Pkcs12Certificate authenticationConfiguration = new Pkcs12Certificate();
authenticationConfiguration.setOdataType("#microsoft.graph.pkcs12Certificate");
authenticationConfiguration.setPkcs12Value("MIIK...cut");
authenticationConfiguration.setPassword("hush");
identityApiConnector.setAuthenticationConfiguration(authenticationConfiguration);
IdentityApiConnector result = graphClient.identity().apiConnectors().post(identityApiConnector);
""",
)

# What an example leaves out: imports, a class, and the adapter.
FRAME = """\
import com.microsoft.graph.models.*;
import com.microsoft.graph.runtime.AccessToken;
import com.microsoft.graph.runtime.RequestAdapter;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import java.time.OffsetDateTime;

public final class %s {
  public static void main(String[] arguments) {
    RequestAdapter requestAdapter =
        RequestAdapter.builder(arguments[0])
            .credential(
                scopes -> new AccessToken(arguments[1], OffsetDateTime.now().plusHours(1)))
            .build();
%s
    System.out.println(result.getId());
    System.out.println(result.getDisplayName());
    System.out.println(result.getAuthenticationConfiguration().getClass().getSimpleName());
    System.out.println(result.toJson());
  }
}
"""


def calls_of_the_page() -> list[str]:
    """The Java code blocks of the page: from the client to the call."""
    text = (SHARED / "seed" / "create-identityapiconnector.txt").read_text(encoding="utf-8")
    blocks = re.findall(
        r"^GraphServiceClient graphClient = .*?^IdentityApiConnector result = [^\n]*",
        text,
        re.M | re.S,
    )
    return [str(block) for block in blocks]


def run(blocks: dict[str, str]) -> dict[str, tuple[list[str], Received]]:
    """Compile all blocks at once and run each; gives what it prints and what the service received."""
    folder = workplace() / "page"
    folder.mkdir(exist_ok=True)
    for name, block in blocks.items():
        (folder / f"{name}.java").write_text(FRAME % (name, block), "utf-8")
    files = [folder / f"{name}.java" for name in blocks]
    classpath = compiled("-".join(["page", *blocks]), files)
    found: dict[str, tuple[list[str], Received]] = {}
    for name in blocks:
        with Service() as service:
            printed = java.run_java(name, [service.root, TOKEN], classpath)
            found[name] = (printed.splitlines(), service.received[-1])
    return found


def check(block: str, printed: list[str], sent: Received) -> Any:
    assert (sent.method, sent.target) == ("POST", "/v1.0/identity/apiConnectors")
    assert sent.headers["authorization"] == f"Bearer {TOKEN}"
    assert sent.headers["content-type"] == "application/json"
    configuration = sent.json["authenticationConfiguration"]
    quoted = set(re.findall(r'"([^"]*)"', block))
    assert {*configuration.values(), sent.json["displayName"], sent.json["targetUrl"]} == quoted
    assert printed[0] == "c1"
    assert printed[1] == sent.json["displayName"]
    basic = "BasicAuthentication" in block
    assert printed[2] == ("BasicAuthentication" if basic else "ClientCertificateAuthentication")


def test_calls_in_the_shape_of_the_page() -> None:
    blocks = dict(zip(("OwnBasic", "OwnCertificate"), OWN_CALLS, strict=True))
    for name, (printed, sent) in run(blocks).items():
        check(blocks[name], printed, sent)


@needs_shared
@pytest.mark.shared
def test_the_calls_of_the_page_itself() -> None:
    found = calls_of_the_page()
    assert len(found) == 2
    blocks = dict(zip(("PageBasic", "PageCertificate"), found, strict=True))
    for name, (printed, sent) in run(blocks).items():
        check(blocks[name], printed, sent)
