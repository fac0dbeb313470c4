"""All of Graph: the generated validators and the model's own say the same of every type."""

from __future__ import annotations

import importlib
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from shared_material import SHARED, needs_shared
from vector_files import ROOT

from edmund.csdl.reader import parse_document
from edmund.model.resolve import resolve_model
from edmund.surface.declared_types import types_of
from edmund.surface.type_schema import TypeSchema
from edmund.surface.types import StructuredType
from edmund.validation.check import Operation, validate_payload

VALUES: list[Any] = [
    None,
    True,
    -1,
    300,
    2**70,
    1.5,
    "",
    "x",
    "2024-01-01",
    "2024-01-01T00:00:00Z",
    "unknownFutureValue",
    "P1D",
    [],
    [None],
    ["x"],
    [{}],
    {},
    {"@odata.type": "#microsoft.graph.user"},
    {"@odata.type": "#nope"},
    {"x": 1},
    [{"@odata.type": "#microsoft.graph.group", "displayName": 5}],
]


@pytest.mark.slow
@pytest.mark.shared
@needs_shared
def test_every_type_of_graph(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = [
        SHARED / "metadata" / "graph-v1.0-2026-08.csdl",
        ROOT / "metadata" / "graph-identity.annotations.csdl",
        ROOT / "metadata" / "edmund.vocabulary.csdl",
    ]
    sources = [part for file in files for part in ("--metadata", str(file))]
    command = [sys.executable, "-m", "edmund", "generate", "--quiet", *sources]
    command += ["--target", "python", "--package", "whole_graph", "--output", str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    monkeypatch.syspath_prepend(str(tmp_path))
    generated = importlib.import_module("whole_graph.runtime.validation")
    documents = [parse_document(file.read_bytes(), file.name)[0] for file in files]
    schema = TypeSchema(types_of(resolve_model(documents)[0]))
    chosen = random.Random(1729)
    broken = 0
    for type_ in schema.types.types:
        if not isinstance(type_, StructuredType):
            continue
        shape = schema.structured(type_.name)
        assert shape is not None
        for operation in (None, Operation.CREATE, Operation.UPDATE):
            names = chosen.sample(list(shape.properties), min(8, len(shape.properties)))
            payload: dict[str, object] = {name: chosen.choice(VALUES) for name in names}
            if type_.abstract:
                payload["@odata.type"] = next(iter(schema.lineage.descendants(type_.name)), "")
            expected = validate_payload(schema, type_.name, payload, operation)
            found = generated.validate_payload(type_.name, payload, operation and operation.value)
            broken += bool(expected)
            assert [(v.pointer, v.code, v.message, v.severity.value) for v in found] == [
                (v.pointer, v.code, v.message, v.severity.value) for v in expected
            ], type_.name
    assert broken > 1000
