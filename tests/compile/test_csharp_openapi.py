"""Clients of OpenAPI descriptions in C# compile: without a warning, XML documentation included, and stay as the formatter leaves them."""

from __future__ import annotations

import gzip
from collections import Counter
from pathlib import Path

import pytest
from own_descriptions import OWN_DESCRIPTIONS
from shared_material import SHARED, needs_shared
from toolchains import csharp, needs

from edmund.description import load_description
from edmund.diagnostics import EdmundError
from edmund.plan.shape import Shape
from edmund.render.environment import TemplateSet
from edmund.render.templates import render_files
from edmund.targets.contract import TargetOptions
from edmund.targets.csharp.target import CSHARP

pytestmark = [needs("csharp"), pytest.mark.xdist_group("csharp")]

ROOT = Path(__file__).resolve().parents[2]
OPENAPI = SHARED / "openapi"
# What is no description of a service, though it ends like one.
OTHERS = ("json-schema-2020-12", "json-schema-remotes", "oracle")
LARGE = ("github", "kubernetes", "twilio")


def generate(document: Path, package: str, output: Path, shape: Shape = Shape.PATHS) -> Path:
    surface = load_description(document).surface
    assert not list(CSHARP.not_expressed(surface))
    lowered = CSHARP.lower(
        surface, TargetOptions(package, None, "https://service.example/v1", shape=shape)
    )
    names = Counter(file.path.lower() for file in lowered.files)
    assert max(names.values()) == 1
    assert max(map(len, names)) < 120
    for file in render_files(lowered.files, TemplateSet("csharp"), workers=1):
        path = output / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(file.text, encoding="utf-8")
    return output


def test_the_documents_of_the_vectors(tmp_path: Path) -> None:
    documents = [
        *(ROOT / "tests" / "vectors" / "http").glob("*.openapi.yaml"),
        ROOT / "metadata" / "graph-identity.openapi.yaml",
    ]
    assert len(documents) == 3
    outputs = [
        generate(
            document, f"Shop{number}{shape.name.title()}", tmp_path / f"{number}{shape.name}", shape
        )
        for number, document in enumerate(documents)
        for shape in Shape
    ]
    jobs = [csharp.Compilation(None, [output], doc=True) for output in outputs]
    assert csharp.compiled(*jobs) == [[]] * len(jobs)
    assert csharp.misformatted(*outputs) == []


def test_our_own_descriptions(tmp_path: Path) -> None:
    outputs = [
        generate(document, f"Own{at}{shape.name.title()}", tmp_path / f"{at}{shape.name}", shape)
        for at, document in enumerate(OWN_DESCRIPTIONS)
        for shape in Shape
    ]
    job = csharp.Compilation(None, outputs, doc=True, aside="/Runtime/")
    assert csharp.compiled(job) == [[]]


@needs_shared
@pytest.mark.shared
@pytest.mark.slow
def test_all_documents_at_hand(tmp_path: Path) -> None:
    """Many in one compilation, each in a namespace of its own: that is what takes the least time."""
    outputs = []
    for number, document in enumerate(sorted(OPENAPI.rglob("*"))):
        is_document = document.suffix in (".json", ".yaml", ".yml")
        if not is_document or document.relative_to(OPENAPI).parts[0] in OTHERS:
            continue
        try:
            outputs.append(generate(document, f"Shop{number}", tmp_path / str(number)))
        except EdmundError:
            continue  # what is wrong with it is the reader's to say
    assert len(outputs) > 200
    found = [
        problem
        for at in range(0, len(outputs), 50)
        for problem in csharp.compiled(
            csharp.Compilation(None, outputs[at : at + 50], doc=True, aside="/Runtime/")
        )[0]
    ]
    assert found == []


@needs_shared
@pytest.mark.shared
@pytest.mark.slow
@pytest.mark.parametrize("name", LARGE)
def test_large_documents(name: str, tmp_path: Path) -> None:
    outputs = []
    for number, packed in enumerate(sorted(OPENAPI.glob(f"{name}*.gz"))):
        document = tmp_path / packed.name.removesuffix(".gz")
        document.write_bytes(gzip.decompress(packed.read_bytes()))
        outputs.append(generate(document, f"Shop{number}", tmp_path / str(number)))
    jobs = [csharp.Compilation(None, [output], doc=True) for output in outputs]
    assert csharp.compiled(*jobs) == [[]] * len(jobs)
