"""Permissions: any bytes are a table of permissions, or are refused."""

from __future__ import annotations

from functools import cache

from security.fuzz.judging import ROOT, check_diagnostics, check_refusal

from edmund.config.inputs import InputFile
from edmund.diagnostics import EdmundError
from edmund.model.elements import Model
from edmund.pipeline import load_model
from edmund.surface.build import build_surface
from edmund.surface.permissions import parse_permissions

__all__ = ["DICTIONARY", "seeds", "try_one"]

DICTIONARY = "permissions.dict"


@cache
def _model() -> Model:
    files = sorted((ROOT / "metadata").glob("*.csdl"))
    return load_model([InputFile(path.name, path.read_bytes()) for path in files]).model


def seeds() -> list[bytes]:
    """The permissions of this repository."""
    return [(ROOT / "metadata/permissions.json").read_bytes()]


def try_one(data: bytes) -> None:
    """Read `data`; what is accepted is laid over the calls of a model."""
    try:
        table, diagnostics = parse_permissions(data, "permissions.json")
    except EdmundError as failure:
        check_refusal(failure)
        return
    check_diagnostics(diagnostics)
    _, diagnostics = build_surface(_model(), table)
    check_diagnostics(diagnostics)
