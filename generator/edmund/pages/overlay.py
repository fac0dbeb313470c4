"""Samples as an OpenAPI Overlay (version 1.0.0): `x-codeSamples` for the operations of a description."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

__all__ = ["OperationSamples", "overlay_text"]


@dataclass(frozen=True, slots=True)
class OperationSamples:
    """The samples of one operation of an OpenAPI description, each as `x-codeSamples` has it."""

    path: str
    method: str
    samples: tuple[Mapping[str, str], ...]


def overlay_text(title: str, operations: Iterable[OperationSamples]) -> str:
    """The overlay as JSON. Each action adds to one operation; it does nothing where the operation is not there."""
    actions = [
        {"target": _json_path(each), "update": {"x-codeSamples": list(each.samples)}}
        for each in operations
    ]
    document = {
        "overlay": "1.0.0",
        "info": {"title": title, "version": "1.0.0"},
        "actions": actions,
    }
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"


def _json_path(operation: OperationSamples) -> str:
    """The operation's place (RFC 9535); a name in single quotes escapes what it ends by and what escapes."""
    name = json.dumps(operation.path, ensure_ascii=False)[1:-1]
    quoted = name.replace('\\"', '"').replace("'", "\\'")
    return f"$.paths['{quoted}'].{operation.method.lower()}"
