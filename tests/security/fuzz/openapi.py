"""OpenAPI: any bytes, as JSON or as YAML, are refused with diagnostics, or give a surface and code in every language."""

from __future__ import annotations

import ast
import zlib

from security.fuzz.judging import ROOT, check_diagnostics, check_refusal

from edmund.config.inputs import InputFile
from edmund.description import parse_description
from edmund.diagnostics import EdmundError
from edmund.frontends.notation.references import NoFile, OtherFile
from edmund.pipeline import Recipe, compile_surface
from edmund.slicing.slice import Selection
from edmund.targets.contract import TargetOptions
from edmund.targets.registry import TARGETS

__all__ = ["DICTIONARY", "seeds", "try_one"]

DICTIONARY = "openapi.dict"
_LARGEST_SEED = 6_000
_PACKAGES = dict.fromkeys(TARGETS, "fuzz") | {"go": "example.com/fuzz", "java": "com.fuzz"}


def seeds() -> list[bytes]:
    """The small descriptions that tests have anyway."""
    folders = (ROOT / "tests/vectors/http", ROOT / "tests/review/rules")
    files = sorted(path for folder in folders for path in folder.rglob("*.yaml"))
    return [path.read_bytes() for path in files if path.stat().st_size <= _LARGEST_SEED]


def _no_file(relative: str) -> OtherFile:
    raise NoFile("there is one file")


def try_one(data: bytes) -> None:
    """Read `data`, and compile what it describes to one language, which its checksum chooses."""
    try:
        described = parse_description(InputFile("fuzz.yaml", data), _no_file)
    except EdmundError as failure:
        check_refusal(failure)
        return
    check_diagnostics(described.diagnostics)
    names = sorted(TARGETS)
    target = names[zlib.crc32(data) % len(names)]
    options = TargetOptions(_PACKAGES[target], base_url="https://service.example")
    try:
        made = compile_surface(described.surface, Recipe(Selection(), target, options), workers=1)
    except EdmundError as failure:
        check_refusal(failure)
        return
    check_diagnostics(made.diagnostics)
    paths = [file.path for file in made.files]
    assert len({path.lower() for path in paths}) == len(paths), "files collide"
    for file in made.files:
        assert not file.path.startswith("/") and ".." not in file.path.split("/"), file.path
        if file.path.endswith(".py"):
            ast.parse(file.text, file.path)
