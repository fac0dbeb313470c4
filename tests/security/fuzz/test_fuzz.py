"""What `make fuzz` runs, without atheris: every seed, all that was once found, and some hundred changes of them."""

from __future__ import annotations

import random
import subprocess
import sys

import pytest
from security.fuzz.judging import FOLDER
from security.fuzz.targets import TARGETS, beginnings, tried

CHANGES = 60


@pytest.mark.parametrize("name", TARGETS)
def test_what_is_given_to_begin_with(name: str) -> None:
    given = beginnings(name)
    assert given
    for data in given[:: 1 + len(given) // 60]:
        tried(name)(data)


@pytest.mark.parametrize("name", TARGETS)
def test_changes_of_it(name: str) -> None:
    draw = random.Random(20261130)
    given = beginnings(name)
    tokens = [
        line.strip()[1:-1].encode().decode("unicode_escape").encode("latin-1")
        for line in (FOLDER / TARGETS[name].DICTIONARY).read_text("ascii").splitlines()
    ]
    for _ in range(CHANGES):
        data = draw.choice(given)
        for _ in range(draw.randint(1, 3)):
            start = draw.randrange(len(data) + 1)
            end = min(len(data), start + draw.choice((0, 1, 4, 40)))
            other = draw.choice(given)
            place = draw.randrange(len(other) + 1)
            new = draw.choice((b"", draw.choice(tokens), other[place : place + 40]))
            data = data[:start] + new + data[end:]
        tried(name)(data)


def test_the_command_says_what_is_missing() -> None:
    """Without site-packages there is no atheris."""
    done = subprocess.run(
        [sys.executable, "-S", str(FOLDER / "run.py"), "reading"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert "pip install --group fuzz" in done.stderr
    assert "Traceback" not in done.stderr
