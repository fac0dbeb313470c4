"""The JSON Schema of `edmund.toml`, for editors; made from the same keys that loading checks."""

from __future__ import annotations

from collections.abc import Mapping

from edmund.config.keys import NAMES, TABLES, Key, Kind

__all__ = ["configuration_schema"]

_TEXT: Mapping[str, object] = {"type": "string", "minLength": 1}
_TEXTS: Mapping[str, object] = {"type": "array", "items": _TEXT, "minItems": 1}
_SHAPES: Mapping[Kind, Mapping[str, object]] = {
    Kind.TEXT: _TEXT,
    Kind.PATH: _TEXT,
    Kind.URL: _TEXT,
    Kind.TEXTS: _TEXTS,
    Kind.PATHS: {"oneOf": [_TEXT, _TEXTS]},
    Kind.INTEGER: {"type": "integer", "minimum": 1},
    Kind.FLAG: {"type": "boolean"},
    Kind.SETTINGS: {"type": "object", "additionalProperties": {"type": ["string", "boolean"]}},
    Kind.SEVERITIES: {
        "type": "object",
        "additionalProperties": {"enum": ["breaking", "warning", "info", "none"]},
    },
}


def configuration_schema(targets: Mapping[str, Mapping[str, str]]) -> dict[str, object]:
    """A JSON Schema (draft 2020-12). Required keys of a client may come from its profile.

    `targets` maps each target to its settings, and each setting to its meaning.
    """
    tables: dict[str, object] = {}
    for name, (keys, meaning) in TABLES.items():
        table: dict[str, object] = _table(keys)
        if name == "sources":
            table["required"] = ["url", "path"]
        if "target" in keys:
            table = _with_targets(table, keys, targets)
        if name != "review":
            table = {"type": "object", "additionalProperties": table}
        tables[name] = {**table, "description": meaning}
    tables["names"] = {
        "type": "object",
        "additionalProperties": {
            "oneOf": [_TEXT, {"type": "object", "additionalProperties": _TEXT}]
        },
        "description": NAMES,
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Edmund's configuration, edmund.toml",
        "type": "object",
        "properties": tables,
        "additionalProperties": False,
    }


def _with_targets(
    table: Mapping[str, object],
    keys: Mapping[str, Key],
    targets: Mapping[str, Mapping[str, str]],
) -> dict[str, object]:
    """The table with the targets that there are, and with the settings of each."""
    properties = {name: _value(key) for name, key in keys.items()}
    properties["target"]["enum"] = list(targets)
    conditions = [
        {
            "if": {"properties": {"target": {"const": target}}, "required": ["target"]},
            "then": {"properties": {"settings": _settings(settings)}},
        }
        for target, settings in targets.items()
    ]
    return {**table, "properties": properties, "allOf": conditions}


def _settings(settings: Mapping[str, str]) -> dict[str, object]:
    known = {
        name: {"type": ["string", "boolean"], "description": meaning}
        for name, meaning in settings.items()
    }
    return {"properties": known, "additionalProperties": False}


def _table(keys: Mapping[str, Key]) -> dict[str, object]:
    return {
        "type": "object",
        "properties": {name: _value(key) for name, key in keys.items()},
        "additionalProperties": False,
    }


def _value(key: Key) -> dict[str, object]:
    shape = dict(_SHAPES[key.kind])
    if key.choices:
        shape["enum"] = list(key.choices)
    return {**shape, "description": key.meaning}
