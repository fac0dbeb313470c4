"""`composer.json` says what was set, and what Composer would not read is refused."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from edmund.csdl.reader import parse_document
from edmund.model.resolve import resolve_model
from edmund.render.environment import TemplateSet
from edmund.render.templates import render_files
from edmund.surface.build import build_surface
from edmund.targets.contract import TargetOptions
from edmund.targets.php.composer import SETTINGS
from edmund.targets.php.target import PHP

GOLDEN = Path(__file__).resolve().parents[2] / "golden" / "php-operations" / "service.csdl"


def composer(**settings: str) -> dict[str, Any]:
    model, _ = resolve_model([parse_document(GOLDEN.read_bytes(), GOLDEN.name)[0]])
    surface, _ = build_surface(model, None)
    lowered = PHP.lower(surface, TargetOptions("Ops\\Client", settings=settings))
    files = [file for file in lowered.files if file.path == "composer.json"]
    (made,) = render_files(tuple(files), TemplateSet("php"), workers=1)
    found: dict[str, Any] = json.loads(made.text)
    return found


def test_nothing_set_is_a_package_that_composer_takes() -> None:
    found = composer()
    assert found["name"] == "ops/client"
    assert found["license"] == "proprietary"
    assert found["description"].startswith("A typed client of Ops.Service")
    assert not {"version", "authors", "homepage", "support", "keywords"} & set(found)


def test_all_that_is_set_is_there() -> None:
    found = composer(
        version="1.2.3-beta.1",
        description='A "client" ;\n<?php ',
        license="MIT OR Apache-2.0",
        authors="Ada Ops <ada@ops.example>, Björn",
        homepage="https://ops.example/",
        repository="https://git.example/ops",
        issues="https://git.example/ops/issues",
        keywords="odata, ops",
    )
    assert found["version"] == "1.2.3-beta.1"
    assert found["description"] == 'A "client" ;\n<?php'
    assert found["license"] == "MIT OR Apache-2.0"
    assert found["authors"] == [{"name": "Ada Ops", "email": "ada@ops.example"}, {"name": "Björn"}]
    assert found["homepage"] == "https://ops.example/"
    assert found["support"] == {
        "issues": "https://git.example/ops/issues",
        "source": "https://git.example/ops",
    }
    assert found["keywords"] == ["odata", "ops"]
    assert found["autoload"]["psr-4"] == {"Ops\\Client\\": "src/"}


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("version", "one"),
        ("version", "1.2.3.4.5"),
        ("authors", "<mail@only.example>"),
        ("authors", "Ada <no mail>"),
        ("homepage", "ops.example"),
        ("repository", "javascript:alert(1)"),
        ("issues", "https://[/"),
        ("distribution", "Ops/Client"),
    ],
)
def test_what_composer_would_refuse(name: str, value: str) -> None:
    assert name in SETTINGS
    wrong = list(PHP.check(TargetOptions("Ops", settings={name: value})))
    assert [found.key for found in wrong] == [name]
    good = {"version": "v2.0", "authors": "A <a@b.example>", "homepage": "http://h.example"}
    assert not list(PHP.check(TargetOptions("Ops", settings=good)))
