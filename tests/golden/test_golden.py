"""Golden features: the exact tree and the exact messages for a given input and configuration."""

import subprocess
import sys
from pathlib import Path

import black
import pytest
from golden.feature import GOLDEN, ROOT, expected, features, is_copy, run_feature, target_of

from edmund.plan.runtime_parts import Part
from edmund.render.sections import without_sections
from edmund.targets.csharp import runtime_files as csharp
from edmund.targets.go import runtime_files as go
from edmund.targets.java import runtime_files as java
from edmund.targets.php import package as php
from edmund.targets.python import runtime_files as python
from edmund.targets.typescript import runtime_files as typescript

# What stands in the place of a support file where a client does not use what it has, or where its source lies.
STAND_INS = {
    **{name: source for name, source in csharp.RUNTIME_FILES.items() if name != source},
    **csharp.WITHOUT_PARTS[Part.PATTERNS],
    **go.WITHOUT_PATTERNS,
    **java.WITHOUT_PATTERNS,
    **{f"{name}.php": f"{source}.php" for name, source in php.WITHOUT_PATTERNS.items()},
    **{
        name: source
        for others in python.WITHOUT.values()
        for name, source in others.items()
        if source is not None
    },
    **typescript.WITHOUT_PATTERNS,
    **typescript.WITHOUT_OLDER,
}
# Those of support files that a client may have.
SECTIONS = (frozenset[str](), csharp.sections_of(frozenset({Part.MULTIPART})))


def test_there_are_features() -> None:
    assert len(features()) >= 6


@pytest.mark.parametrize("feature", features(), ids=lambda p: p.name)
def test_feature(feature: Path, tmp_path: Path) -> None:
    outcome, wanted = run_feature(feature, tmp_path), expected(feature)
    assert outcome.messages == wanted.messages
    assert sorted(outcome.files) == sorted(wanted.files)
    for name, text in outcome.files.items():
        assert text == wanted.files[name], name
    if outcome.support:
        sources = ROOT / "templates" / target_of(feature) / "runtime"
        for name, text in outcome.support.items():
            # What only clients without OData have lies in a folder of its own.
            sought = [
                sources / each for each in (name, STAND_INS.get(name) or name, f"Http/{name}")
            ]
            found = [each.read_text("utf-8") for each in sought if each.is_file()]
            copied = (without_sections(source, parts) for source in found for parts in SECTIONS)
            assert any(is_copy(text, source) for source in copied), name


@pytest.mark.parametrize("feature", features(), ids=lambda p: p.name)
def test_black_changes_nothing(feature: Path) -> None:
    mode = black.Mode(line_length=100)
    for path in sorted((feature / "expected").rglob("*.py")):
        text = path.read_text("utf-8")
        assert black.format_str(text, mode=mode) == text, path


def test_black_changes_nothing_in_the_checked_in_output() -> None:
    mode = black.Mode(line_length=100)
    checked = sorted((ROOT / "generated" / "python").rglob("*.py"))
    assert checked
    for path in checked:
        text = path.read_text("utf-8")
        assert black.format_str(text, mode=mode) == text, path


def test_goldens_are_not_refreshed_under_ci() -> None:
    finished = subprocess.run(
        [sys.executable, str(GOLDEN / "refresh.py")],
        env={"CI": "true", "PATH": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    assert finished.returncode == 1
    assert "not refreshed under CI" in finished.stdout
