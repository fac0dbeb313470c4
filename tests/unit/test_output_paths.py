"""Every target's files may be written on every file system, whatever the schema calls things."""

from __future__ import annotations

from pathlib import Path

import pytest

from edmund.csdl.reader import parse_document
from edmund.model.resolve import resolve_model
from edmund.output.paths import check_paths
from edmund.surface.build import build_surface
from edmund.targets.contract import TargetOptions
from edmund.targets.registry import TARGETS

VENDORS = Path(__file__).resolve().parents[1] / "vendors"
SCHEMAS = ("clashes", "names-of-calls", "names-of-properties", "names-of-types")


@pytest.mark.parametrize("name", SCHEMAS)
@pytest.mark.parametrize("target", list(TARGETS))
def test_paths_of_awkward_names(target: str, name: str) -> None:
    source = VENDORS / f"{name}.csdl"
    model, _ = resolve_model([parse_document(source.read_bytes(), source.name)[0]])
    surface, _ = build_surface(model, None)
    found = TARGETS[target]
    lowered = found.lower(surface, TargetOptions(found.package("some_shop")))
    paths = [file.path for file in lowered.files]
    assert paths
    check_paths(paths)
    assert max(map(len, paths)) < 120
