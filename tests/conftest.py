"""What holds for all tests: which ones a run is about, and that a fast run starts no process.

`--lang go` leaves the tests that are about one language, `--no-processes` those that run in this process alone.
Hypothesis measures no time, which on a loaded machine says nothing about the code.
"""

from __future__ import annotations

import re
import subprocess
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile("edmund", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("edmund")

LANGUAGES = ("python", "csharp", "go", "java", "php", "typescript")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--lang", choices=LANGUAGES, help="only tests that are about this language")
    parser.addoption(
        "--no-processes", action="store_true", help="only tests that start no other process"
    )


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    language, alone = config.getoption("--lang"), config.getoption("--no-processes")
    kept = [
        item
        for item in items
        if (language is None or language in _languages(item))
        and not (alone and (_starts_processes(item) or item.get_closest_marker("slow")))
    ]
    if len(kept) < len(items):
        chosen = set(kept)
        config.hook.pytest_deselected(items=[item for item in items if item not in chosen])
        items[:] = kept


def _languages(item: pytest.Item) -> set[str]:
    """The languages that the name of a test says: by folder, file, function or parameter."""
    return {word for word in re.split(r"[^a-z]+", item.nodeid.lower()) if word in LANGUAGES}


def _starts_processes(item: pytest.Item) -> bool:
    """Whether the module of a test has the means to; `process` marks those that do so by another one's."""
    module: Any = getattr(item, "module", None)
    names = vars(module) if module is not None else {}
    run = names.get("edmund")
    by_command = getattr(run, "__module__", "").endswith("cli_run")
    groups = {str(name) for marker in item.iter_markers("xdist_group") for name in marker.args}
    return (
        names.get("subprocess") is subprocess
        or by_command
        or bool(groups.intersection(LANGUAGES))  # those share the toolchain of a language
        or item.get_closest_marker("process") is not None
    )


@pytest.fixture(autouse=True)
def _no_processes(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a fast run a test that starts a process fails, so that the run stays fast."""
    if not request.config.getoption("--no-processes"):
        return

    def refuse(*arguments: object, **options: object) -> None:
        raise AssertionError(f"this test starts a process, mark it so: {arguments}")

    monkeypatch.setattr(subprocess, "Popen", refuse)
