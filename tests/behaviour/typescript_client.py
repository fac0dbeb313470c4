"""Generated TypeScript clients, compiled once for a test run, and programs around them."""

from __future__ import annotations

import json
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from behaviour.described_values import DOCUMENT
from generated_package import GRAPH, METADATA, ROOT, generate
from toolchains import typescript
from vector_files import MODEL_FILES, VECTORS

from edmund.description import load_description
from edmund.plan.servers import default_server
from edmund.plan.shape import Shape
from edmund.render.environment import TemplateSet
from edmund.render.templates import render_files
from edmund.targets.contract import TargetOptions
from edmund.targets.registry import TARGETS

ROOT_URL = "https://shop.example/v1"
HARNESSES = Path(__file__).resolve().parent / "typescript"
# What runs around the client of each model; the first answers the questions about it.
PROGRAMS = {
    "graph-identity": ("vectors", "reads", "page", "calls", "types"),
    "vectors": ("vectors", "reads"),
    "calls": ("serviceCalls", "serviceRuns"),
}

# The harnesses with the calls of clients of older versions of OData, by model.
OLDER = {"old": "olderCalls", "old3": "olderCalls3"}


@lru_cache(maxsize=1)
def _kept() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory(prefix="edmund-typescript-")


@lru_cache(maxsize=4)
def built(model: str) -> Path:
    """The folder of the client of a model of the vectors, compiled with the harnesses beside it."""
    folder = Path(_kept().name) / model
    permissions = METADATA / "permissions.json" if model == "graph-identity" else None
    sources = [ROOT / file for file in MODEL_FILES[model]]
    base_url = GRAPH if model == "graph-identity" else None
    generate(sources, folder, "msgraph", base_url, permissions, target="typescript")
    for name in PROGRAMS[model]:
        shutil.copy(HARNESSES / f"{name}.ts", folder / f"{name}.ts")
    typescript.write_project(folder, ["*.ts", "src"])
    typescript.compile_project(folder)
    return folder


@lru_cache(maxsize=4)
def built_description(name: str, program: str) -> Path:
    """The folder of the client of an OpenAPI description of the vectors, compiled with a harness beside it."""
    folder = Path(_kept().name) / name
    _write_described(VECTORS / "http" / f"{name}.openapi.yaml", folder, program)
    typescript.write_project(folder, ["*.ts", "src"])
    typescript.compile_project(folder)
    return folder


@lru_cache(maxsize=1)
def built_others() -> Path:
    """A folder with clients that are compiled at once, each with its harness; `kennel` is there where FastAPI is."""
    folder = Path(_kept().name) / "others"
    folder.mkdir(parents=True)
    values = folder / "values.yaml"
    values.write_text(DOCUMENT, encoding="utf-8")
    _write_described(values, folder / "values", "httpValidation")
    shop = VECTORS / "http" / "shop.openapi.yaml"
    _write_described(shop, folder / "operations", "httpOperations", Shape.OPERATIONS)
    queries = folder / "queries"
    generate([VECTORS / "queries.csdl"], queries, "shop", ROOT_URL, target="typescript")
    for name in ("queries", "queryTrees"):
        shutil.copy(HARNESSES / f"{name}.ts", queries / f"{name}.ts")
    for model, calls in OLDER.items():
        older = folder / model
        generate([ROOT / f for f in MODEL_FILES[model]], older, "shop", target="typescript")
        for name in ("older", "reads", "queryTrees"):
            shutil.copy(HARNESSES / f"{name}.ts", older / f"{name}.ts")
        shutil.copy(HARNESSES / f"{calls}.ts", older / "calls.ts")
    streams = folder / "streams"
    streams.mkdir()
    shutil.copy(HARNESSES / "streams.ts", streams / "streams.ts")
    if find_spec("fastapi") is not None and find_spec("uvicorn") is not None:
        from behaviour.fastapi_service import app

        kennel = folder / "kennel.json"
        kennel.write_text(json.dumps(app.openapi()), encoding="utf-8")
        _write_described(kennel, folder / "kennel", "kennel")
    typescript.write_project(folder, ["*/*.ts", "*/src"])
    typescript.compile_project(folder)
    return folder


def _write_described(source: Path, folder: Path, program: str, shape: Shape = Shape.PATHS) -> None:
    """The client of a description in a folder, with a harness beside it."""
    surface = load_description(source).surface
    base_url = default_server(surface.servers)
    options = TargetOptions("shop", "ShopClient", base_url, shape=shape)
    lowered = TARGETS["typescript"].lower(surface, options)
    for file in render_files(lowered.files, TemplateSet("typescript"), workers=1):
        path = folder / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(file.text, encoding="utf-8")
    shutil.copy(HARNESSES / f"{program}.ts", folder / f"{program}.ts")


def described_answers(
    name: str, program: str, questions: Sequence[dict[str, Any]]
) -> list[dict[str, Any]]:
    """What a harness says to questions about the client of a description."""
    return _asked(built_description(name, program), f"dist/{program}.js", questions)


def other_answers(
    name: str, program: str, questions: Sequence[dict[str, Any]]
) -> list[dict[str, Any]]:
    """What the harness of one of the other clients says to questions."""
    return _asked(built_others(), f"dist/{name}/{program}.js", questions)


def _asked(folder: Path, program: str, questions: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    asked = folder / "questions.json"
    asked.write_text(json.dumps(questions), encoding="utf-8")
    done = typescript.node([program, str(asked)], folder)
    assert done.returncode == 0, done.stderr
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


def run(model: str, program: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a harness with the client of a model."""
    return typescript.node([f"dist/{program}.js", *arguments], built(model))


def answers(model: str, questions: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """What the vector runner says to the questions."""
    asked = built(model) / "questions.json"
    asked.write_text(json.dumps(questions), encoding="utf-8")
    done = run(model, PROGRAMS[model][0], str(asked))
    assert done.returncode == 0, done.stderr
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found
