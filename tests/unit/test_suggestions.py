"""What is offered for a name that is not known; and nobody makes such hints by other means."""

from pathlib import Path

import pytest

from edmund.suggestions import did_you_mean, near_names, near_qualified_names, suggestion

PACKAGE = Path(__file__).resolve().parents[2] / "generator" / "edmund"


@pytest.mark.parametrize(
    "name, found",
    [
        ("usr", ("user",)),
        ("USER", ("User", "user")),
        ("user", ("user", "User")),
        ("graph-v2.0", ("graph-v1.0",)),
        ("something else", ()),
        ("u" * 300, ()),
    ],
)
def test_near_names(name: str, found: tuple[str, ...]) -> None:
    assert near_names(name, ["sqrt", "kurt", "user", "User", "graph-v1.0"]) == found


def test_the_namespace_of_a_name_does_not_matter() -> None:
    known = ["a.b.Person", "a.b.Persons", "c.Airline"]
    assert near_qualified_names("Persn", known, 1) == ("a.b.Person",)
    assert near_qualified_names("other.airline", known) == ("c.Airline",)


def test_the_hint() -> None:
    assert did_you_mean(["a", "b"]) == "did you mean 'a' or 'b'?"
    assert did_you_mean([]) is None
    assert suggestion("metdata", ["package", "metadata"]) == "did you mean 'metadata'?"


def test_there_is_one_home_of_such_hints() -> None:
    homes = {
        path.relative_to(PACKAGE).as_posix()
        for path in PACKAGE.rglob("*.py")
        if any(word in path.read_text("utf-8") for word in ("get_close_matches", '"did you mean'))
    }
    assert homes == {"suggestions.py"}
