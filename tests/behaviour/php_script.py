"""Runs a few lines of PHP around the checked-in client, against the loopback service."""

from __future__ import annotations

import json
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from behaviour.service import Service
from toolchains import php as toolchain

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "generated" / "php"
PRELUDE = Path(__file__).resolve().parent / "php" / "prelude.php"

USES = """<?php

declare(strict_types=1);

use Microsoft\\Graph\\Generated\\Builders;
use Microsoft\\Graph\\Generated\\Models;
use Microsoft\\Graph\\Generated\\Models\\BasicAuthentication;
use Microsoft\\Graph\\Generated\\Models\\IdentityApiConnector;
use Microsoft\\Graph\\Generated\\Models\\ODataErrors\\ODataError;
use Microsoft\\Graph\\Generated\\Models\\Pkcs12Certificate;
use Microsoft\\Graph\\GraphServiceClient;
use Microsoft\\Graph\\Runtime;
use Microsoft\\Graph\\Runtime\\Answer;
use Microsoft\\Graph\\Runtime\\Request;
use Microsoft\\Graph\\Runtime\\RequestConfiguration;
use Microsoft\\Graph\\Runtime\\Retry;
use Microsoft\\Graph\\Runtime\\Url;

"""


@dataclass(frozen=True)
class Thrown:
    """What the lines threw: the classes of the exception, its own first, without their namespaces; what it says."""

    classes: tuple[str, ...]
    message: str
    text: str


def php(lines: str, service: Service | None = None, **values: Any) -> Any:
    """What the lines return, as JSON; a `Thrown` when they throw.

    They find `$client` (of the service, with a credential), `$connectors`, `$root` and `$value`, an object with
    `values`; `client(...)` makes other clients and `connector()` a body.
    """
    given = json.dumps({"root": service.root if service else None, "value": values})
    with tempfile.TemporaryDirectory() as folder:
        script = Path(folder) / "script.php"
        head = "return static function (mixed $client, mixed $connectors, ?string $root, object $value): mixed {\n"
        script.write_text(f"{USES}{head}{lines}\n}};\n", "utf-8")
        done = toolchain.run([str(PRELUDE), str(script), given], PACKAGE)
    answer = json.loads(done.stdout)
    if "thrown" in answer:
        thrown = answer["thrown"]
        return Thrown(tuple(thrown["classes"]), thrown["message"], thrown["text"])
    return answer["returned"]
