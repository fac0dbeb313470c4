"""A client of a few lines of CSDL in PHP, and the lines of PHP that are run on it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from generated_package import generate
from toolchains import php as toolchain

from edmund.description import load_description
from edmund.plan.shape import Shape
from edmund.plan.style import NameStyle
from edmund.render.environment import TemplateSet
from edmund.render.templates import render_files
from edmund.targets.contract import TargetOptions
from edmund.targets.php.target import PHP

_HEAD = """<?php

declare(strict_types=1);

use Shop\\Generated\\Models;
use Shop\\Runtime;
use Shop\\{client};

require (string) getenv('EDMUND_PHP_BOOT');

$value = json_decode($argv[1]);
$client = new {client}(null, baseUrl: $value->root);
$call = static function () use ($client, $value): mixed {{
"""
_TAIL = """
};
try {
    $answer = ['returned' => $call()];
} catch (Throwable $error) {
    $answer = ['thrown' => basename(strtr($error::class, '\\\\', '/')), 'message' => $error->getMessage()];
}
echo json_encode($answer, JSON_THROW_ON_ERROR);
"""


def document(types: str, container: str) -> str:
    """A document of the schema `Shop` with the types, and a container `Service` with what is in it."""
    return (
        '<edmx:Edmx Version="4.01" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>'
        '<Schema Namespace="Shop" xmlns="http://docs.oasis-open.org/odata/ns/edm">'
        f'{types}<EntityContainer Name="Service">{container}</EntityContainer>'
        "</Schema></edmx:DataServices></edmx:Edmx>"
    )


class PhpClient:
    """A client in a folder of its own, with the namespace `Shop`."""

    def __init__(self, folder: Path, csdl: str, names: NameStyle | None = None) -> None:
        self.folder = folder / "client"
        self.client = "ServiceClient"
        source = folder / "service.csdl"
        source.write_text(csdl, "utf-8")
        generate([source], self.folder, "Shop", target="php", names=names)

    @classmethod
    def of_metadata(cls, folder: Path, source: Path, client: str) -> PhpClient:
        """The client of what a service says of itself; `client` is its class."""
        made = cls.__new__(cls)
        made.folder, made.client = folder / "client", client
        generate([source], made.folder, "Shop", target="php")
        return made

    @classmethod
    def of_openapi(
        cls, folder: Path, source: Path, client: str, shape: Shape = Shape.PATHS
    ) -> PhpClient:
        """The client of an OpenAPI description; `client` is its class."""
        made = cls.__new__(cls)
        made.folder, made.client = folder / "client", client
        surface = load_description(source).surface
        lowered = PHP.lower(surface, TargetOptions("Shop", shape=shape))
        for file in render_files(lowered.files, TemplateSet("php"), workers=1):
            path = made.folder / file.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(file.text, encoding="utf-8")
        return made

    def run(self, lines: str, root: str = "https://service.example/v1", **values: Any) -> Any:
        """What the lines return, as JSON; they find `$client` and `$value`, an object with the root and `values`.

        A mapping with `thrown` and `message` when they throw.
        """
        script = self.folder.parent / "script.php"
        script.write_text(_HEAD.format(client=self.client) + lines + _TAIL, "utf-8")
        given = json.dumps({"root": root, **values})
        answer = json.loads(toolchain.run([str(script), given], self.folder).stdout)
        return answer.get("returned", answer)
