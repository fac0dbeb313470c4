"""Members of enumerations in Java against those of the official SDK, which the oracle holds."""

from __future__ import annotations

import gzip
import json

import pytest
from shared_material import SHARED, needs_shared

from edmund.csdl.reader import parse_document
from edmund.model.elements import EnumType
from edmund.model.resolve import resolve_model
from edmund.surface.declared_types import types_of
from edmund.surface.elements import Surface
from edmund.targets.java.layout import lay_out

pytestmark = [pytest.mark.shared, needs_shared]


def test_members_are_the_official_ones() -> None:
    official = json.loads(gzip.decompress((SHARED / "oracle/official_names.json.gz").read_bytes()))
    source = SHARED / "metadata" / "graph-v1.0-2026-08.csdl"
    model, _ = resolve_model([parse_document(source.read_bytes(), source.name)[0]])
    layout = lay_out(Surface("root", (), types_of(model)), "graph")
    different: dict[str, tuple[str, str]] = {}
    compared = 0
    for type_ in model.types:
        if not isinstance(type_, EnumType):
            continue
        place = layout.places[type_.name]
        folder = place.package.removeprefix("graph.models").replace(".", "/")
        wanted = official["java"].get(f"{folder}/{place.cls}".lstrip("/"), {}).get("enum", {})
        for name, constant in layout.members[type_.name].items():
            if name in wanted:
                compared += 1
                if constant != wanted[name]:
                    different[f"{type_.name}/{name}"] = (constant, wanted[name])
    assert different == {}
    assert compared > 6000
