"""A client that is a part of an application's own package, and its README."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from generated_package import METADATA, generate


def test_a_package_with_dots_lies_in_one_tree_and_works(tmp_path: Path) -> None:
    generate(sorted(METADATA.glob("*.csdl")), tmp_path, "myapp.clients.shop")
    (tmp_path / "myapp" / "own.py").write_text("VALUE = 1\n", "utf-8")
    assert {path.name for path in tmp_path.iterdir()} == {"README.md", "myapp", "pyproject.toml"}
    program = (
        "import myapp.own\n"
        "import myapp.clients.shop as shop\n"
        "from myapp.clients.shop.generated.models.identity_api_connector import IdentityApiConnector\n"
        "client = shop.SyncGraphServiceClient(base_url='https://a.example/v1')\n"
        "connectors = client.identity.api_connectors\n"
        "made = IdentityApiConnector.from_dict({'authenticationConfiguration':\n"
        "    {'@odata.type': '#microsoft.graph.basicAuthentication', 'username': 'u'}})\n"
        "print(type(made.authentication_configuration).__name__)\n"
        "print(connectors.get.request().url, len(made.validate('create')) > 0)\n"
        "from myapp.clients.shop.generated.identity.api_connectors.item."
        "identity_api_connector_item_request_builder import IdentityApiConnectorItemRequestBuilder\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == [
        "BasicAuthentication",
        "https://a.example/v1/identity/apiConnectors",
        "True",
    ]


def test_the_readme_of_the_output_runs_as_printed(tmp_path: Path) -> None:
    generate(sorted(METADATA.glob("*.csdl")), tmp_path, "myapp.shop")
    readme = (tmp_path / "README.md").read_text("utf-8")
    (program,) = re.findall(r"^```python\n(.*?)^```$", readme, re.MULTILINE | re.DOTALL)
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert len(done.stdout.splitlines()) == 2
