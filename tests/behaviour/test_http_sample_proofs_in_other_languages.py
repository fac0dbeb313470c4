"""Samples of OpenAPI descriptions in every language, compiled and run: the request that arrives is the example's."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from http_examples import SHOP, examples_of_vectors
from runners import installed
from toolchains import needs

import edmund.api.samples
from edmund import api
from edmund.config import load_configuration
from edmund.samples.languages import LANGUAGES

PACKAGES = {
    "csharp": "Shop",
    "go": "example.com/shop",
    "java": "com.example.shop",
    "php": "Example\\Shop",
    "typescript": "shop",
}
COMPILED = {*PACKAGES} - {"php"}
PROVEN = [
    pytest.param(name, marks=[needs(name), pytest.mark.xdist_group(name)])
    for name in PACKAGES
    if LANGUAGES[name].http is not None
]

# Where each program is compiled by itself, which takes its time: those whose calls differ most.
NAMES = {
    "a deep object",
    "headers and a cookie",
    "label and matrix",
    "the same body as a form",
    "files, JSON and texts in one body",
    "two schemes at once",
}


@pytest.mark.parametrize("language", PROVEN)
def test_samples_send_the_requests_of_their_examples(
    language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(edmund.api.samples, "RUNNERS", installed(language, tmp_path, monkeypatch))
    service = api.DescribedSamples(api.load_openapi(SHOP), packages={language: PACKAGES[language]})
    examples = [each for each in examples_of_vectors() if service.bind(each) is not None]
    if language in COMPILED:
        examples = [each for each in examples if each.name in NAMES]
        assert len(examples) == len(NAMES)
    examples += service.make(["GET /events", "POST /events", "PUT /uploads"])
    proofs = list(service.prove(examples, language))
    assert len(proofs) == len(examples)
    assert {each.example.name: each.differences for each in proofs if not each.proven} == {}


@needs("typescript")
@pytest.mark.xdist_group("typescript")
def test_samples_of_clients_with_methods_of_resources(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    runners = installed("typescript", tmp_path, monkeypatch)
    monkeypatch.setattr(edmund.api.samples, "RUNNERS", runners)
    shutil.copy(SHOP, tmp_path / SHOP.name)
    (tmp_path / "edmund.toml").write_text(
        f'[clients.shop]\nmetadata = "{SHOP.name}"\ntarget = "typescript"\npackage = "shop"\n'
        'shape = "operations"\noutput = "shop"\n',
        "utf-8",
    )
    clients = tuple(load_configuration(tmp_path / "edmund.toml").clients)
    service = api.DescribedSamples(api.load_openapi(SHOP), clients=clients)
    names = NAMES - {"a deep object", "two schemes at once"}
    examples = [each for each in examples_of_vectors() if each.name in names]
    proofs = list(service.prove(examples, "typescript"))
    assert len(proofs) == len(names)
    assert {each.example.name: each.differences for each in proofs if not each.proven} == {}
