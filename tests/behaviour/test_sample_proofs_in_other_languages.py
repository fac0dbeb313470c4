"""Samples of every language, compiled and run with the toolchains: the request that arrives is the example's."""

from pathlib import Path

import pytest
from runners import LANGUAGES, installed
from toolchains import needs

import edmund.api.samples
from edmund import api

ROOT = Path(__file__).resolve().parents[2]
METADATA = ("graph-identity.csdl", "graph-identity.annotations.csdl", "edmund.vocabulary.csdl")
SHOP = ROOT / "tests" / "unit" / "samples"
PACKAGES = {
    "csharp": "Shop",
    "go": "example.com/shop",
    "java": "com.example.shop",
    "php": "Example\\Shop",
    "typescript": "shop",
}
PROVEN = [
    pytest.param(name, marks=[needs(name), pytest.mark.xdist_group(name)]) for name in LANGUAGES
]

# Each program is compiled by itself, which takes its time: those whose calls differ most.
OWN = {
    "create-with-basic-authentication",
    "create-with-certificate",
    "list",
    "upload-client-certificate",
}
OTHERS = {
    "between",
    "composite",
    "empty-object",
    "query",
    "replace-collection",
    "ship",
    "values",
    "write-stream",
}

# Values that the language's own types do not have so: another spelling of a time, in Go a null among texts.
SPELLED_OTHERWISE = {
    "csharp": {"spellings"},
    "go": {"spellings", "values"},
    "java": {"spellings", "values"},
    "php": set[str](),
    "typescript": {"spellings"},
}


def failed(service: api.Samples, examples: object, language: str) -> dict[str | None, object]:
    proofs = list(service.prove(examples, language))  # type: ignore[arg-type]
    return {proof.example.name: proof.differences for proof in proofs if not proof.proven}


@pytest.fixture(autouse=True)
def _with_toolchains(language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(edmund.api.samples, "RUNNERS", installed(language, tmp_path, monkeypatch))


@pytest.mark.parametrize("language", PROVEN)
def test_the_calls_of_this_repository_are_proven(language: str) -> None:
    service = api.Samples(api.load(*(ROOT / "metadata" / name for name in METADATA)))
    examples, _ = api.read_examples(ROOT / "metadata" / "examples" / "identity-api-connectors.http")
    chosen = [each for each in examples if each.name in OWN]
    assert len(chosen) == len(OWN)
    assert failed(service, chosen, language) == {}


@pytest.mark.slow
@pytest.mark.parametrize("language", PROVEN)
def test_every_kind_of_call_is_proven(language: str) -> None:
    service = api.Samples(api.load(SHOP / "shop.csdl"), packages=PACKAGES)
    examples, _ = api.read_examples(SHOP / "shop.http")
    names = OTHERS - SPELLED_OTHERWISE[language]
    shown = [each for each in examples if each.name in names]
    assert len(shown) == len(names)
    assert failed(service, shown, language) == {}
