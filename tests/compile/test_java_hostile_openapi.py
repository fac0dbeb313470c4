"""javac and google-java-format accept the client of a description whose names and texts mean something in Java."""

from __future__ import annotations

import pytest
from generated_java import HARNESS, generate, sources, workplace
from toolchains import java, needs

pytestmark = [needs("java"), pytest.mark.xdist_group("java")]


def test_client_of_hostile_names_and_texts() -> None:
    description = HARNESS / "http" / "hostile.openapi.yaml"
    options = ["--metadata", str(description), "--package", "hostile"]
    folder = generate(options, workplace() / "http-hostile")
    files = sources(folder)
    java.compile_java(files, workplace() / "http-hostile-classes")
    assert java.unformatted(files, workplace()) == []
    texts = [path.read_text("utf-8") for path in files]
    assert not any("\u2028" in text or "\\u002a" in text for text in texts)
