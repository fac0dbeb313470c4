"""Reads the test vectors, and the models that they are about."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from edmund.csdl.reader import parse_document
from edmund.model.elements import Model
from edmund.model.resolve import resolve_model

ROOT = Path(__file__).resolve().parents[1]
VECTORS = ROOT / "tests" / "vectors"

# The models that vectors name, by the files that make them (tests/vectors/README.md).
MODEL_FILES: dict[str, tuple[str, ...]] = {
    "graph-identity": (
        "metadata/graph-identity.csdl",
        "metadata/graph-identity.annotations.csdl",
        "metadata/edmund.vocabulary.csdl",
    ),
    "vectors": ("tests/vectors/model.csdl",),
    "calls": ("tests/vectors/calls.csdl",),
    "queries": ("tests/vectors/queries.csdl",),
    "old": ("tests/vectors/old.csdl",),
    "old3": ("tests/vectors/old3.csdl",),
}


@dataclass(frozen=True)
class Vector:
    """One case: `id` names it in test output, `model` the model, `case` is the object of the file."""

    id: str
    model: str
    case: dict[str, Any]

    @property
    def text(self) -> str:
        """The payload as JSON text."""
        text = self.case.get("text")
        return text if text is not None else json.dumps(self.case["payload"])


def vectors(kind: str) -> Iterator[Vector]:
    """All cases below `tests/vectors/<kind>/`, in the order of the files' names."""
    for path in sorted((VECTORS / kind).glob("*.json")):
        document = json.loads(path.read_text("utf-8"))
        for case in document["cases"]:
            yield Vector(f"{path.stem}: {case['name']}", document["model"], case)


@cache
def model_of(name: str) -> Model:
    """The model that vectors call `name`."""
    documents = [parse_document((ROOT / file).read_bytes(), file)[0] for file in MODEL_FILES[name]]
    model, _ = resolve_model(documents)
    return model
