"""ECMA 262 patterns: what they match, what is not supported, and that nothing takes long."""

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from machine import slowness

from edmund.patterns import matches as run
from edmund.patterns import pattern_program


def matches(pattern: str, text: str) -> bool | None:
    program = pattern_program(pattern)
    assert program is not None
    return run(program, text)


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("", ""),
        ("b", "abc"),  # a pattern matches anywhere unless it says otherwise
        ("^a$", "a"),
        ("^a|b$", "xb"),
        ("a{2}", "aa"),
        ("^a{2,}$", "aaaa"),
        ("^a{1,2}$", "aa"),
        ("^(ab)*$", "abab"),
        ("^(?:a|b)+$", "abba"),
        ("^(?<year>[0-9]{4})$", "2026"),
        ("^a+?$", "aaa"),
        ("^[a-c]$", "b"),
        ("^[^a-c]$", "d"),
        ("^[a\\-c]+$", "a-c"),
        ("^[-a]+$", "-a"),
        ("^[a-]+$", "-a"),
        ("^[\\d-x]+$", "5-x"),
        ("^[\\w.]+$", "a_1."),
        ("^[]$|ok", "ok"),  # an empty class matches nothing
        ("^[^]$", "\n"),  # its negation anything
        ("^.$", "\u00e4"),
        ("^\\s$", "\u00a0"),
        ("^\\S$", "x"),
        ("^\\D\\W$", "a-"),
        ("\\bcat\\b", "the cat sat"),
        ("\\Bat", "cat"),
        ("^\\t\\n\\v\\f\\r\\0$", "\t\n\v\f\r\0"),
        ("^\\cJ$", "\n"),
        ("^\\x41\\u0042\\u{43}$", "ABC"),
        ("^\\uD83D\\uDE00$", "\U0001f600"),
        ("^\\/\\.\\-$", "/.-"),
        ("^\\p{L}+$", "Straße"),
        ("^\\p{Lu}\\P{Lu}$", "Äa"),
        ("^\\p{Letter}$", "ж"),
        ("^[\\p{Nd}\\p{L}]+$", "٣a"),
        ("^(?=.*\\d)(?=.*[a-z]).{4,}$", "abc1"),
        ("^(?!.*admin)[a-z]+$", "user"),
        ("a{", "a{"),  # annex B: a brace that repeats nothing is a brace
        ("a{x}", "a{x}"),
        ("x]}", "x]}"),
        ("(|a)*b", "aab"),
        ("(a*)*$", "b"),
    ],
)
def test_matches(pattern: str, text: str) -> None:
    assert matches(pattern, text) is True


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("^a$", "a\n"),  # unlike Python's, `$` is the very end
        ("^a$", "b\na\nb"),
        ("^\\d$", "٣"),  # digits and words are ASCII
        ("^\\w$", "ä"),
        (".", "\n"),
        (".", "\u2028"),
        ("[]", "a"),
        ("^a{2,3}$", "aaaa"),
        ("^(?=.*\\d)(?=.*[a-z]).{4,}$", "abcd"),
        ("^(?!.*admin)[a-z]+$", "myadmin"),
        ("\\bcat\\b", "concatenate"),
        ("^\\p{Lu}$", "a"),
    ],
)
def test_does_not_match(pattern: str, text: str) -> None:
    assert matches(pattern, text) is False


@pytest.mark.parametrize(
    "pattern",
    [
        "(",
        ")",
        "(a",
        "[a",
        "[b-a]",
        "*",
        "a**",
        "a++",
        "^*",
        "\\",
        "\\u{110000}",
        "\\uD83D\\u0041",
        "\\xZZ",
        "(?i)a",
        "(?P<n>a)",
        "(?>a)",
        "(?<=a)b",
        "(?<!a)b",
        "(a)\\1",
        "(?<n>a)\\k<n>",
        "\\p{Script=Greek}",
        "\\p{Nonsense}",
        "a{3,2}",
        "a{99999999999999999999}",
        "a{0,5000}",
        "(" * 1000 + ")" * 1000,
        "((((){2000}){2000}){2000}){2000}",
        "(a{1000}){1000}",
        "(?=(?=a{2000}){2000}){2000}",
    ],
)
def test_malformed_and_unsupported_patterns_are_not_judged(pattern: str) -> None:
    assert matches(pattern, "aaaa") is None


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("^(a+)+$", "a" * 20_000 + "b"),
        ("^(a|a)*$", "a" * 20_000 + "b"),
        ("^(a|aa)+$", "a" * 20_000 + "b"),
        ("(.*)*x", "a" * 20_000),
        ("^([a-zA-Z0-9])(([\\-.]|[_]+)?([a-zA-Z0-9]+))*(@){1}[a-z0-9]+[.]{1}$", "a" * 20_000),
        ("(?=.*b)" * 20 + "c", "a" * 20_000),
        ("a{0,2000}b", "a" * 20_000),
    ],
    ids=lambda given: given[:40],
)
def test_no_pattern_takes_long(pattern: str, text: str) -> None:
    start = time.perf_counter()
    found = matches(pattern, text)
    assert found is not True
    assert time.perf_counter() - start < 5 * slowness()


ATOMS = st.sampled_from(["a", "b", ".", "[ab]", "[^a]", "\\d", "\\w", "(a|b)", "(?:ab)", "(?=a)"])
TERMS = st.tuples(ATOMS, st.sampled_from(["", "*", "+", "?", "{2}", "{1,3}", "{0,}"])).map("".join)
PATTERNS = (
    st.lists(TERMS, max_size=5)
    .map("".join)
    .flatmap(lambda body: st.sampled_from([body, f"^{body}$", f"^{body}", f"{body}|b"]))
)


@settings(max_examples=400)
@given(PATTERNS, st.text("ab1_ ", max_size=8))
def test_agrees_with_python_where_the_dialects_agree(pattern: str, text: str) -> None:
    expected = re.search(pattern.replace("$", "\\Z"), text, re.ASCII) is not None
    assert matches(pattern, text) is expected
