"""What the README of the output shows runs: calls, a credential around league/oauth2-client, a validator."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest
from toolchains import needs

sys.path.insert(0, str(Path(__file__).resolve().parent))
from behaviour.php_script import PACKAGE, php
from behaviour.service import Service

pytestmark = [needs("php"), pytest.mark.xdist_group("php")]

# What the example needs of league/oauth2-client: a provider that gives a token.
LEAGUE = """
namespace League\\OAuth2\\Client\\Provider {
    abstract class AbstractProvider
    {
        abstract public function getAccessToken(string $grant, array $options): object;
    }
}
namespace {
    final class Provider extends \\League\\OAuth2\\Client\\Provider\\AbstractProvider
    {
        public array $asked = [];

        public function getAccessToken(string $grant, array $options): object
        {
            $this->asked[] = [$grant, $options];
            return new class {
                public function getToken(): string
                {
                    return 'token-of-the-tests';
                }

                public function getExpires(): int
                {
                    return time() + 3600;
                }
            };
        }
    }
}
"""


def examples() -> list[str]:
    return re.findall(r"```php\n(.*?)```", (PACKAGE / "README.md").read_text("utf-8"), re.S)


def test_the_examples_run(tmp_path: Path) -> None:
    calls, credential, validator = examples()
    (tmp_path / "league.php").write_text(f"<?php\n{LEAGUE}", "utf-8")
    (tmp_path / "credential.php").write_text(f"<?php\n{credential}", "utf-8")
    # The service of the tests asks for what the example leaves out, and lies elsewhere.
    calls = calls.replace(
        "($credential, $scopes)", "($credential, $scopes, $root, validate: false)"
    )
    calls = calls.replace("$page =", "$credential->getToken([]); $page =")
    calls = re.sub(r"\$made = .*?;\n", "$made = null;\n", calls)
    (tmp_path / "calls.php").write_text(f"<?php\n{calls}", "utf-8")
    (tmp_path / "validator.php").write_text(f"<?php\n{validator}", "utf-8")
    with Service() as service:
        service.add("a")
        shown, asked = php(
            """
            foreach (['league', 'credential'] as $file) {
                require "{$value->folder}/{$file}.php";
            }
            $provider = new Provider();
            $credential = new ClientSecretCredential($provider);
            $scopes = ['s'];
            $json = '{"targetUrl": "no where"}';
            ob_start();
            require "{$value->folder}/calls.php";
            require "{$value->folder}/validator.php";
            return [ob_get_clean(), $provider->asked];
            """,
            service,
            folder=str(tmp_path),
        )
    assert '"displayName":"a"' in shown
    assert "/targetUrl: " in shown
    assert asked[-1] == ["client_credentials", {"scope": "s"}]
