"""What programs of a language need is said before anything is generated or run."""

from pathlib import Path

import pytest

from edmund import api
from edmund.build.programs import RUNNERS

SHOP = Path(__file__).resolve().parent
NEEDS = {
    "csharp": "dotnet on the PATH",
    "go": "go on the PATH",
    "java": "javac and java on the PATH",
    "php": "php on the PATH",
    "typescript": "node on the PATH",
}


@pytest.mark.parametrize("language", sorted(NEEDS))
def test_tools_that_are_not_installed_are_named(
    language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    examples, _ = api.read_examples(SHOP / "shop.http")
    service = api.Samples(api.load(SHOP / "shop.csdl"))
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(api.EdmundError) as refused:
        list(service.prove(examples, language))
    (diagnostic,) = refused.value.diagnostics
    assert diagnostic.code == "EDM952" and diagnostic.message.endswith(
        f"that needs {NEEDS[language]}"
    )


@pytest.mark.parametrize(
    ("language", "program", "needs"),
    [
        ("java", "javac", "the jar of Gson on the CLASSPATH"),
        ("php", "php", "Guzzle in a vendor folder"),
        ("typescript", "node", "TypeScript in a node_modules folder"),
    ],
)
def test_libraries_that_are_not_there_are_named(
    language: str, program: str, needs: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in (program, "java"):
        (tmp_path / name).write_text("#!/bin/sh\n")
        (tmp_path / name).chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("CLASSPATH", raising=False)
    monkeypatch.chdir(tmp_path)
    missing = RUNNERS[language].missing()
    assert missing is not None and missing.startswith(needs)


def test_every_language_of_samples_can_be_run() -> None:
    assert set(RUNNERS) == set(api.SAMPLE_LANGUAGES)
