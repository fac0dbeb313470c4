"""Programs as data: their text, sets of characters, and what cannot be compiled."""

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edmund.patterns import (
    UNSUPPORTED,
    MalformedPattern,
    UnsupportedPattern,
    compile_pattern,
    matches,
    pattern_program,
)
from edmund.patterns.character_sets import complement, of_category, union


@pytest.mark.parametrize(
    ("pattern", "program"),
    [
        ("", "0 7 0"),
        ("^a$", "1 1 97 97 7 3 2 0 0 1"),
        ("a|b", "2 1 97 97 1 98 98 8 2 7 1 0 0 7 1 0 1"),
        ("[a-z]{2,}", "1 1 97 122 7 1 9 2 -1 0 0"),
        ("a{0}", "0 7 1 7 0"),
        ("a(?!a)", "1 1 97 97 7 2 6 7 1 0 0 0 0"),
        ("\\b\\B", "0 7 2 4 3"),
    ],
)
def test_a_program_is_a_text_of_numbers(pattern: str, program: str) -> None:
    assert compile_pattern(pattern) == program


@pytest.mark.parametrize("pattern", ["(", "[a", "*", "a**", "[b-a]", "\\xZZ", "\\"])
def test_malformed_patterns(pattern: str) -> None:
    with pytest.raises(MalformedPattern):
        compile_pattern(pattern)


@pytest.mark.parametrize(
    ("pattern", "reason"),
    [
        ("(a)\\1", "back reference"),
        ("(?<=a)b", "look-behind"),
        ("(?i)a", "unknown group"),
        ("\\Aa\\z", "another dialect"),
        ("\\p{Script=Greek}", "unknown Unicode property"),
        ("(a{1000}){1000}", "too large"),
    ],
)
def test_unsupported_patterns(pattern: str, reason: str) -> None:
    with pytest.raises(UnsupportedPattern, match=reason) as raised:
        compile_pattern(pattern)
    assert not isinstance(raised.value, MalformedPattern)
    assert pattern_program(pattern) == UNSUPPORTED
    assert matches(UNSUPPORTED, "a") is None


def test_no_pattern_has_no_program() -> None:
    assert pattern_program(None) is None


def test_a_repeated_part_stands_in_the_program_once() -> None:
    assert len(compile_pattern("^[a-z]{1,2000}$")) < 60


@pytest.mark.parametrize("name", ["L", "Lu", "Nd", "P", "Zs", "Cf", "M", "Sc"])
def test_categories_are_those_of_unicode(name: str) -> None:
    """Compared with Python's table, which is older: only where that one knows the character."""
    found = of_category(name)
    assert found is not None
    inside = {point for low, high in found for point in range(low, high + 1)}
    for point in range(0x3000):
        category = unicodedata.category(chr(point))
        if category != "Cn":
            assert (point in inside) is category.startswith(name), hex(point)


@pytest.mark.parametrize(
    ("long", "short"), [("Letter", "L"), ("digit", "Nd"), ("punct", "P"), ("Combining_Mark", "M")]
)
def test_categories_have_long_names(long: str, short: str) -> None:
    assert of_category(long) == of_category(short)


def test_every_code_point_has_one_category() -> None:
    majors = [of_category(name) or () for name in "LMNPSZC"]
    assert sum(high - low + 1 for one in majors for low, high in one) == 0x110000
    assert union(majors) == ((0, 0x10FFFF),)


RANGES = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 9)), max_size=6)


@given(RANGES)
def test_sets_are_sorted_and_apart(pairs: list[tuple[int, int]]) -> None:
    made = union([((low, low + length),) for low, length in pairs])
    expected = {point for low, length in pairs for point in range(low, low + length + 1)}
    assert {point for low, high in made for point in range(low, high + 1)} == expected
    assert all(before[1] + 1 < after[0] for before, after in pairwise(made))
    assert complement(complement(made)) == made
    assert union([made, complement(made)]) == ((0, 0x10FFFF),)
