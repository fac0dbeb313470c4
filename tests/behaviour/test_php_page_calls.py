"""The calls of the service's documentation in PHP, word for word, on the generated client."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from shared_material import SHARED, needs_shared
from toolchains import needs
from toolchains import php as toolchain

sys.path.insert(0, str(Path(__file__).resolve().parent))
from behaviour.service import TOKEN, Received, Service

ROOT = Path(__file__).resolve().parents[2]
HARNESS = Path(__file__).resolve().parent / "php"

pytestmark = [needs("php"), pytest.mark.xdist_group("php")]

# The project's own calls in the same shape.
OWN_CALLS = (
    """<?php
use Microsoft\\Graph\\GraphServiceClient;
use Microsoft\\Graph\\Generated\\Models\\IdentityApiConnector;
use Microsoft\\Graph\\Generated\\Models\\BasicAuthentication;
$graphServiceClient = new GraphServiceClient($tokenRequestContext, $scopes);
$requestBody = new IdentityApiConnector();
$requestBody->setDisplayName('Sign-up check');
$requestBody->setTargetUrl('https://checks.example/sign-up');
$authenticationConfiguration = new BasicAuthentication();
$authenticationConfiguration->setOdataType('#microsoft.graph.basicAuthentication');
$authenticationConfiguration->setUsername('caller');
$authenticationConfiguration->setPassword('hush');
$requestBody->setAuthenticationConfiguration($authenticationConfiguration);
$result = $graphServiceClient->identity()->apiConnectors()->post($requestBody)->wait();
""",
    """<?php
use Microsoft\\Graph\\GraphServiceClient;
use Microsoft\\Graph\\Generated\\Models\\IdentityApiConnector;
use Microsoft\\Graph\\Generated\\Models\\Pkcs12Certificate;
$graphServiceClient = new GraphServiceClient($tokenRequestContext, $scopes);
$requestBody = new IdentityApiConnector();
$requestBody->setDisplayName('Sign-up check');
$requestBody->setTargetUrl('https://checks.example/sign-up');
$authenticationConfiguration = new Pkcs12Certificate();
$authenticationConfiguration->setOdataType('#microsoft.graph.pkcs12Certificate');
$authenticationConfiguration->setPkcs12Value('MIIK...cut');
$authenticationConfiguration->setPassword('hush');
$requestBody->setAuthenticationConfiguration($authenticationConfiguration);
$result = $graphServiceClient->identity()->apiConnectors()->post($requestBody)->wait();
""",
)


def calls_of_the_page() -> list[str]:
    """The PHP code blocks of the page: from the opening tag to the call that is waited for."""
    text = (SHARED / "seed" / "create-identityapiconnector.txt").read_text(encoding="utf-8")
    return re.findall(r"^<\?php\n.*?->wait\(\);\n", text, re.M | re.S)


def run(source: str, folder: Path) -> tuple[dict[str, Any], Received]:
    """Run the source with a client whose service root is the loopback service's."""
    with Service() as service:
        package = folder / "package"
        configuration = (ROOT / "edmund.toml").read_text("utf-8")
        configuration = re.sub(
            r"^base_url = .*$", f'base_url = "{service.root}"', configuration, flags=re.M
        )
        configuration = configuration.replace('"metadata/', f'"{ROOT}/metadata/')
        configuration = configuration.replace('"generated/php"', f'"{package}"')
        (folder / "edmund.toml").write_text(configuration, "utf-8")
        command = [sys.executable, "-m", "edmund", "generate", "--quiet", "msgraph-php"]
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        page = folder / "page.php"
        page.write_text(source, "utf-8")
        answered = toolchain.run([str(HARNESS / "page.php"), str(page)], package)
        return json.loads(answered.stdout), service.received[-1]


@pytest.mark.parametrize("source", OWN_CALLS, ids=["basic", "certificate"])
def test_calls_in_the_shape_of_the_page(source: str, tmp_path: Path) -> None:
    result, sent = run(source, tmp_path)
    assert sent.target == "/v1.0/identity/apiConnectors"
    assert sent.headers["authorization"] == f"Bearer {TOKEN}"
    assert sent.json["displayName"] == "Sign-up check"
    assert result["displayName"] == "Sign-up check"
    kind = result["class"].rpartition("\\")[2]
    if "Basic" in source:
        assert (kind, result["configuration"]["password"]) == ("BasicAuthentication", "******")
    else:
        assert sent.json["authenticationConfiguration"]["pkcs12Value"] == "MIIK...cut"
        assert kind == "ClientCertificateAuthentication"


@needs_shared
@pytest.mark.shared
def test_the_calls_of_the_page_itself(tmp_path: Path) -> None:
    blocks = calls_of_the_page()
    assert len(blocks) == 2
    for number, source in enumerate(blocks):
        folder = tmp_path / str(number)
        folder.mkdir()
        result, sent = run(source, folder)
        assert sent.headers["authorization"] == f"Bearer {TOKEN}"
        assert result["id"] == "c1"
        configuration = sent.json["authenticationConfiguration"]
        quoted = set(re.findall(r"'([^']*)'", source))
        assert {*configuration.values(), sent.json["displayName"]} <= quoted
