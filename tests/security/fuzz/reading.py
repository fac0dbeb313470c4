"""Reading and compiling: any bytes are refused with diagnostics, or give code in every language."""

from __future__ import annotations

import ast
import zlib

from security.fuzz.judging import ROOT, check_diagnostics, check_refusal

from edmund.config.inputs import InputFile
from edmund.diagnostics import EdmundError
from edmund.pipeline import Recipe, compile_model, load_model
from edmund.slicing.slice import Selection
from edmund.targets.contract import TargetOptions
from edmund.targets.registry import TARGETS

__all__ = ["DICTIONARY", "seeds", "try_one"]

DICTIONARY = "csdl.dict"
_LARGEST_SEED = 6_000
_PACKAGES = dict.fromkeys(TARGETS, "fuzz") | {"go": "example.com/fuzz", "java": "com.fuzz"}


def seeds() -> list[bytes]:
    """The small descriptions that tests have anyway."""
    folders = (ROOT / "tests/vendors", ROOT / "tests/golden")
    files = sorted(path for folder in folders for path in folder.rglob("*.csdl"))
    return [path.read_bytes() for path in files if path.stat().st_size <= _LARGEST_SEED]


def try_one(data: bytes) -> None:
    """Load `data`, and compile it to one language, which its checksum chooses, and to Python."""
    try:
        loaded = load_model([InputFile("fuzz.csdl", data)])
    except EdmundError as failure:
        check_refusal(failure)
        return
    check_diagnostics(loaded.diagnostics)
    names = sorted(TARGETS)
    for target in {"python", names[zlib.crc32(data) % len(names)]}:
        options = TargetOptions(_PACKAGES[target], base_url="https://service.example")
        try:
            made = compile_model(loaded, Recipe(Selection(), target, options), workers=1)
        except EdmundError as failure:
            check_refusal(failure)
            continue
        check_diagnostics(made.diagnostics)
        paths = [file.path for file in made.files]
        assert len({path.lower() for path in paths}) == len(paths), "files collide"
        for file in made.files:
            assert not file.path.startswith("/") and ".." not in file.path.split("/"), file.path
            if file.path.endswith(".py"):
                ast.parse(file.text, file.path)
