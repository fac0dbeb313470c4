"""Accessors and constants are those of the official SDK, wherever it has what the metadata describe."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest
from shared_material import SHARED, needs_shared

from edmund.config.inputs import InputFile
from edmund.model.elements import EnumType
from edmund.pipeline import load_model
from edmund.surface.declared_types import types_of
from edmund.surface.elements import Surface
from edmund.targets.go.layout import lay_out

pytestmark = [needs_shared, pytest.mark.shared, pytest.mark.slow]

NAMESPACE = "microsoft.graph."


def test_accessors_and_constants_are_the_official_ones() -> None:
    file: Path = SHARED / "metadata" / "graph-v1.0-2026-08.csdl"
    model = load_model([InputFile(str(file), file.read_bytes())]).model
    layout = lay_out(Surface("root", (), types_of(model)))
    types = {n.removeprefix(NAMESPACE).replace(".", "/").lower(): n for n in layout.names}
    oracle = json.loads(
        gzip.decompress((SHARED / "oracle" / "official_names.json.gz").read_bytes())
    )
    compared, wrong = 0, []
    for key, official in oracle["go"].items():
        name = types.get(key.lower())
        if name is None:
            continue
        for wire, wanted in official.get("props", {}).items():
            own = layout.properties.get(name, {}).get(wire)
            if own is not None:
                compared += 1
                wrong += [] if f"Get{own}" == wanted else [(key, wire, wanted, own)]
        if not isinstance(model.types_by_name[name], EnumType):
            continue
        type_ = layout.names[name]
        seconds = {p.names[type_].upper() for p in layout.subpackages if type_ in p.names}
        for wire, wanted in official.get("enum", {}).items():
            own = layout.constants[name].get(wire)
            if own is not None:
                compared += 1
                stem = own.removesuffix(type_.upper())
                wrong += (
                    []
                    if wanted in {own, *(stem + s for s in seconds)}
                    else [(key, wire, wanted, own)]
                )
    assert wrong == []
    assert compared > 15_000
