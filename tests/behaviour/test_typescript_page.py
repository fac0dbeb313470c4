"""The calls of the service's documentation, in TypeScript, on the generated client."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent))
from behaviour.service import TOKEN, Service
from behaviour.typescript_client import run
from toolchains import needs

pytestmark = [needs("typescript"), pytest.mark.xdist_group("typescript")]


@pytest.mark.parametrize("call", ["basic", "certificate"])
def test_calls_in_the_shape_of_the_page(call: str) -> None:
    with Service() as service:
        done = run("graph-identity", "page", service.root, TOKEN, call)
        assert done.returncode == 0, done.stderr
        sent = service.received[-1]
    result = json.loads(done.stdout)
    assert (sent.method, sent.target) == ("POST", "/v1.0/identity/apiConnectors")
    assert sent.headers["authorization"] == f"Bearer {TOKEN}"
    configuration = sent.json["authenticationConfiguration"]
    answered = result["authenticationConfiguration"]
    assert (result["id"], result["displayName"]) == ("c1", "Sign-up check")
    if call == "basic":
        assert sent.json == {
            "displayName": "Sign-up check",
            "targetUrl": "https://checks.example/sign-up",
            "authenticationConfiguration": {
                "@odata.type": "#microsoft.graph.basicAuthentication",
                "username": "caller",
                "password": "hush",
            },
        }
        assert result["kind"] == "microsoft.graph.basicAuthentication"
        assert answered["password"] == "******"
    else:
        assert configuration["pkcs12Value"] == "MIIK...cut"
        assert result["kind"] == "microsoft.graph.clientCertificateAuthentication"
        assert answered["certificateList"][0]["notAfter"] == 1666350522
