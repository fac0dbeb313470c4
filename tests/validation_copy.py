"""The checker runs in two places: in `edmund validate` and in generated packages, which stand alone.

Its modules are written once, in `generator/edmund/validation/` (the shapes that they check in `surface/`, what runs patterns in `patterns/`), and
copied to the runtime of the Python target with other imports. `python tests/validation_copy.py` refreshes the copies; a test compares them.
"""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "generator" / "edmund"
RUNTIME = ROOT / "templates" / "python" / "runtime"
IMPORT = re.compile(r"^from \.\w+ import (?:\([^)]*\)|[^\n(]*)\n", re.MULTILINE)
IMPORTS = re.compile(f"(?:{IMPORT.pattern})+", re.MULTILINE)
COPIED = (
    "validation/facets",
    "patterns/matcher",
    "validation/primitives",
    "validation/rules",
    "surface/shapes",
    "validation/spatial",
    "validation/text",
    "validation/walk",
)


def copy_of(name: str) -> Path:
    """Where the runtime has its copy of the module called `name`."""
    return RUNTIME / f"validation_{name.rpartition('/')[2]}.py"


def text_of(name: str) -> str:
    """What the copy of the module called `name` has to say."""
    text = (SOURCE / f"{name}.py").read_text("utf-8")
    text = text.replace("from edmund.diagnostics import", "from .validation_severity import")
    text = re.sub(
        r"^( *)from edmund\.(?:validation|surface|patterns)\.(\w+) import",
        r"\1from .validation_\2 import",
        text,
        flags=re.M,
    )
    # Beside each other in the runtime, the modules sort otherwise.
    return IMPORTS.sub(lambda block: "".join(sorted(IMPORT.findall(block[0]))), text, count=1)


if __name__ == "__main__":
    for module in COPIED:
        copy_of(module).write_text(text_of(module), "utf-8")
        print(copy_of(module).relative_to(ROOT))
