"""Literals: whatever the text, the source compiles, means the text, and black leaves it alone."""

from __future__ import annotations

import ast
import doctest
import io
import tokenize
from collections.abc import Callable

import black
import pytest
from black.mode import TargetVersion
from hypothesis import example, given, settings
from hypothesis import strategies as st

from edmund.targets.python import literals

MODE = black.Mode(line_length=100, target_versions={TargetVersion.PY311})
HOSTILE = [
    "",
    '"',
    '""',
    '"""',
    'a""" \nCANARY = 1\n"""',
    'ends with quote "',
    "\\",
    'a\\"',
    '\\"""',
    "C:\\Nope \\xyz \\users \\N{X}",
    "coding: utf-7 +AAo-CANARY = 1",
    "see\n>>> import builtins; builtins.CANARY = 1\n",
    ">>>>>>>",
    "type: ignore # noqa",
    "access \u202e\u2066level\u2069 \u2066 x",
    "zero\u200bwidth \ufeff BOM \x00 \x1b[31m \x7f",
    "{% raw %}{{ 7*7 }}{# x #} {0.__class__} ${7*7}",
    "a\u2028b\u2029c\x85d\x0ce",
    'abcd """ \\" ' + "x" * 120 + ' """',
    "\U0001f600 é 用户 \ue000 \U000e0100",
]
texts = st.text(max_size=300) | st.text(alphabet="\"'\\> \nnx#é\u202e", max_size=200)


def hostile(test: Callable[[str], None]) -> Callable[[], None]:
    for text in HOSTILE:
        test = example(text)(test)
    return settings(max_examples=150)(given(texts)(test))


def readable(text: str) -> list[str]:
    """What a docstring promises to keep: the words of each line, prompts apart."""
    return text.replace(">>>", ">> >").split()


def unseen(source: str) -> set[str]:
    return {c for c in source if c not in "\n" and not c.isprintable()}


@hostile
def test_string_literal_evaluates_to_its_text(text: str) -> None:
    source = literals.string_literal(text)
    assert ast.literal_eval(source) == text
    assert not unseen(source) and "\n" not in source


@hostile
def test_black_leaves_string_literals_alone(text: str) -> None:
    source = f"x = {literals.string_literal(text)}\n"
    assert black.format_str(source, mode=MODE) in (source, black_of_long(source))


def black_of_long(source: str) -> str:
    """A line too long for black is put in parentheses or left; only quotes and escapes count here."""
    formatted = black.format_str(source, mode=MODE)
    assert ast.literal_eval(formatted.partition("=")[2].strip()) == ast.literal_eval(
        source.partition("=")[2].strip()
    )
    return formatted if len(source) > 100 else source


@hostile
def test_docstring_keeps_words_and_its_place(text: str) -> None:
    doc = literals.docstring(text, 4)
    if not text.split():
        assert doc == "" or ast.literal_eval(doc).split() == []
        return
    source = f"class A:\n    {doc}\n\n    x = 1\n"
    tree = ast.parse(source)
    (node,) = tree.body
    assert isinstance(node, ast.ClassDef)
    assert len(node.body) == 2, "the text must not end its docstring"
    value = ast.get_docstring(node, clean=False)
    assert value is not None
    assert value.split() == readable(text)
    assert not unseen(source)
    assert not doctest.DocTestParser().get_examples(value)
    assert black.format_str(source, mode=MODE) == source


def test_docstring_is_wrapped_at_the_line_length() -> None:
    source = "    " + literals.docstring("word " * 200, 4)
    lines = source.splitlines()
    assert all(len(line) <= 100 for line in lines)
    assert len(lines[1]) > 90, "lines are filled"
    assert lines[-1] == '    """'


def test_docstring_keeps_line_breaks_and_one_blank_line() -> None:
    assert literals.docstring("a\n\n\n* b\n* c\n") == '"""a\n\n* b\n* c\n"""'


def test_docstring_of_one_line_that_just_fits() -> None:
    assert literals.docstring("x" * 90 + " yyy").count("\n") == 0
    # The closing quotes would not fit: the last word goes down with them.
    assert literals.docstring("x" * 90 + " yyyy") == '"""' + "x" * 90 + '\nyyyy\n"""'


@hostile
def test_comment_is_one_comment_and_no_instruction(text: str) -> None:
    source = literals.comment(text) + "\n"
    tokens = list(tokenize.generate_tokens(io.StringIO(source).readline))
    assert [t.type for t in tokens] == [tokenize.COMMENT, tokenize.NL, tokenize.ENDMARKER]
    assert source.count("#") == 1
    assert source[2] in "\"'", "quoted, so that it starts with no pragma"
    assert tokenize.detect_encoding(io.BytesIO(source.encode()).readline)[0] == "utf-8"


@given(st.integers())
def test_int_literal(value: int) -> None:
    assert ast.literal_eval(literals.int_literal(value)) == value


def test_int_literal_refuses_what_is_no_int() -> None:
    with pytest.raises(TypeError):
        literals.int_literal("1); evil(")  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        literals.int_literal(True)


@pytest.mark.parametrize("count", [0, 1, 2])
def test_tuple_literal(count: int) -> None:
    items = ["1", "'a'"][:count]
    assert ast.literal_eval(literals.tuple_literal(items)) == tuple(map(ast.literal_eval, items))


@given(
    st.lists(st.integers(0, 40), max_size=6),
    st.integers(1, 60),
    st.integers(0, 2).map(lambda depth: 4 * depth),
)
@settings(max_examples=200)
def test_assignments_are_laid_out_as_black_does(sizes: list[int], target: int, indent: int) -> None:
    arguments = [f'a{at}="{"x" * size}"' for at, size in enumerate(sizes)]
    line = literals.assignment(f"{'t' * target}: Property[str]", "string", arguments, indent)
    outer = "".join(f"{' ' * at}class A:\n" for at in range(0, indent, 4))
    source = f"{outer}{' ' * indent}{line}\n"
    assert black.format_str(source, mode=MODE) == source
