"""Samples that run: the request that arrives is the example's, for every kind of call and value."""

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from edmund import api
from edmund.samples.languages import LANGUAGES
from edmund.samples.style import Printed

ROOT = Path(__file__).resolve().parents[2]
METADATA = ("graph-identity.csdl", "graph-identity.annotations.csdl", "edmund.vocabulary.csdl")
SHOP = ROOT / "tests" / "unit" / "samples"


def connectors() -> tuple[api.Samples, tuple[api.Example, ...]]:
    service = api.Samples(api.load(*(ROOT / "metadata" / name for name in METADATA)))
    examples, _ = api.read_examples(ROOT / "metadata" / "examples" / "identity-api-connectors.http")
    return service, examples


def shop() -> tuple[api.Samples, tuple[api.Example, ...]]:
    examples, _ = api.read_examples(SHOP / "shop.http")
    return api.Samples(api.load(SHOP / "shop.csdl"), packages={"python": "shop"}), examples


@pytest.mark.parametrize("given", [connectors, shop])
def test_python_samples_send_the_requests_of_their_examples(given: object) -> None:
    service, examples = given()  # type: ignore[operator]
    proofs = list(service.prove(examples, "python"))
    assert len(proofs) == len(examples)
    assert {proof.example.name: proof.differences for proof in proofs if not proof.proven} == {}


def test_a_sample_that_sends_something_else_is_not_proven(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    service, examples = connectors()
    python = LANGUAGES["python"]
    make = python.styles[api.Style.PROVEN]

    def wrong(*given: Any) -> object:
        printer = make(*given)

        def print_wrongly(*asked: Any) -> Printed:
            text = printer(*asked).text
            return Printed(text.replace("MyUsername", "Somebody").replace("a-token", "none"))

        return print_wrongly

    monkeypatch.setitem(python.styles, api.Style.PROVEN, wrong)
    (proof,) = service.prove(examples[:1], "python")
    assert proof.differences == ("/authenticationConfiguration/username has another value",)


def test_a_program_that_fails_is_not_proven(monkeypatch: pytest.MonkeyPatch) -> None:
    service, examples = connectors()
    python = LANGUAGES["python"]
    failing = {api.Style.PROVEN: lambda *_: lambda *_: Printed("raise SystemExit('no')\n")}
    monkeypatch.setattr(type(python), "styles", failing, raising=False)
    (proof,) = service.prove(examples[:1], "python")
    assert proof.differences == ("the program failed: no", "0 requests arrived, not one")


def test_languages_that_cannot_be_run_are_refused() -> None:
    service, examples = connectors()
    with pytest.raises(api.EdmundError, match="EDM952"):
        list(service.prove(examples, "cobol"))


def test_the_readme_of_the_python_output_has_an_example_that_runs() -> None:
    text = (ROOT / "generated" / "python" / "README.md").read_text("utf-8")
    (code,) = re.findall(r"^```python\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONPATH": str(ROOT / "generated" / "python")},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.count("GraphServiceClient") == 2
