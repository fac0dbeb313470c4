"""Payloads: `edmund validate` and the generated Python client say the same of the same text."""

from __future__ import annotations

import importlib
import json
import sys
import tempfile
from functools import cache
from typing import Any

from generated_package import generate
from security.fuzz.judging import ROOT, check_refusal

from edmund.config.inputs import InputFile
from edmund.diagnostics import EdmundError
from edmund.pipeline import load_model
from edmund.surface.declared_types import types_of
from edmund.surface.type_schema import TypeSchema
from edmund.validation.check import Operation, validate_text

__all__ = ["DICTIONARY", "seeds", "try_one"]

DICTIONARY = "payload.dict"
_MODEL = ROOT / "tests/vectors/model.csdl"
_OPERATIONS = (None, Operation.CREATE, Operation.UPDATE)


@cache
def _schema() -> TypeSchema:
    return TypeSchema(types_of(load_model([InputFile(_MODEL.name, _MODEL.read_bytes())]).model))


@cache
def _types() -> tuple[str, ...]:
    """What both can check a payload against; clients have the types of properties in place of definitions."""
    names = [t.name for t in _schema().types.types]
    return (*names, *(f"Collection({name})" for name in names))


@cache
def _folder() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory(prefix="edmund-fuzz-")


@cache
def _client(module: str) -> Any:
    """A module of the client that is generated from the same model, made once."""
    folder = _folder().name
    if folder not in sys.path:
        generate([_MODEL], _folder_path(), "fuzzed_client")
        sys.path.insert(0, folder)
        importlib.invalidate_caches()
    return importlib.import_module(f"fuzzed_client.runtime.{module}")


def _folder_path() -> Any:
    from pathlib import Path

    return Path(_folder().name)


def seeds() -> list[bytes]:
    """Payloads of the vectors, each behind the bytes that choose its type and operation."""
    found: list[bytes] = []
    for path in sorted((ROOT / "tests/vectors/validation").glob("*.json")):
        for case in json.loads(path.read_text(encoding="utf-8"))["cases"]:
            name = case.get("type")
            if name in _types() and "payload" in case:
                text = json.dumps(case["payload"], ensure_ascii=False)
                found.append(bytes((_types().index(name), 0)) + text.encode("utf-8", "replace"))
    return found


def try_one(data: bytes) -> None:
    """Judge the text behind the first two bytes twice, and compare."""
    if len(data) < 3 or b"\0" in data[2:]:
        return  # with zeros it is UTF-16 to the client, which the command does not read
    name = _types()[data[0] % len(_types())]
    operation = _OPERATIONS[data[1] % 3]
    text = data[2:]
    try:
        text.decode("utf-8")
    except UnicodeDecodeError:
        return
    word = None if operation is None else operation.value
    try:
        ours = validate_text(_schema(), name, text, operation)
    except EdmundError as failure:
        check_refusal(failure)
        ours = None
    json_text, validation = _client("json_text"), _client("validation")
    try:
        value = json_text.loads(text)
    except json_text.JsonError:
        assert ours is None or any(v.code == "duplicate-property" for v in ours), ours
        return
    theirs = validation.validate_payload(name, value, word)
    assert ours is not None, "the client reads what the command calls no JSON"
    assert _plain(ours) == _plain(theirs), (name, word)
    _model(name, value, word)


def _model(name: str, value: Any, word: str | None) -> None:
    """What was read into a model is judged, shown and written without other errors than its own."""
    found = _client("registry").find_model(name)
    if found is None or not isinstance(value, dict):
        return
    model = found.from_dict(value)
    model.validate(word)
    repr(model)
    assert _client("json_text").loads(model.to_json()) is not None
    assert model == found.from_json(model.to_json())


def _plain(violations: Any) -> list[tuple[str, str, str]]:
    return sorted((v.pointer, v.code, v.severity.value) for v in violations)
