"""The generated client, made once for a test run and imported from a temporary folder."""

from __future__ import annotations

import importlib
import sys
import tempfile
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from edmund.csdl.reader import parse_document
from edmund.model.resolve import resolve_model
from edmund.plan.style import NameStyle
from edmund.render.environment import TemplateSet
from edmund.render.templates import render_files
from edmund.surface.build import build_surface
from edmund.surface.permissions import parse_permissions
from edmund.targets.contract import TargetOptions
from edmund.targets.registry import TARGETS

ROOT = Path(__file__).resolve().parents[1]
METADATA = ROOT / "metadata"
GRAPH = "https://graph.microsoft.com/v1.0"


def generate(
    sources: Iterable[Path],
    output: Path,
    package: str,
    base_url: str | None = None,
    permissions: Path | None = None,
    target: str = "python",
    names: NameStyle | None = None,
) -> Path:
    """Compile CSDL files into `output`, by the stages themselves; gives `output`."""
    model, _ = resolve_model([parse_document(p.read_bytes(), p.name)[0] for p in sources])
    table = None
    if permissions is not None:
        table, _ = parse_permissions(permissions.read_bytes(), permissions.name)
    surface, _ = build_surface(model, table)
    lowered = TARGETS[target].lower(surface, TargetOptions(package, None, base_url, names=names))
    for file in render_files(lowered.files, TemplateSet(target), workers=1):
        path = output / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(file.text, encoding="utf-8")
    return output


@lru_cache(maxsize=1)
def _kept() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory(prefix="edmund-generated-")


@lru_cache(maxsize=1)
def identity_output() -> Path:
    """The folder with the client of this repository's own metadata, package `msgraph`."""
    return generate(
        sorted(METADATA.glob("*.csdl")),
        Path(_kept().name),
        "msgraph",
        GRAPH,
        METADATA / "permissions.json",
    )


def use_identity_client() -> None:
    """Make `import msgraph` give the client of this repository's metadata."""
    folder = str(identity_output())
    if folder not in sys.path:
        sys.path.insert(0, folder)
        importlib.invalidate_caches()
