"""Sections of support files: those that a client has stay, without their marks."""

from __future__ import annotations

import pytest

from edmund.render.sections import without_sections

TEXT = """a
#if ONE
b
    #if TWO
c
    #else
d
    #endif
#else
e
#endif
f
"""


@pytest.mark.parametrize(
    ("names", "lines"),
    [((), "aef"), (("ONE",), "abdf"), (("TWO",), "aef"), (("ONE", "TWO"), "abcf")],
)
def test_sections(names: tuple[str, ...], lines: str) -> None:
    assert without_sections(TEXT, frozenset(names)) == "".join(f"{line}\n" for line in lines)


def test_other_text_stays() -> None:
    text = 'x = "#if"; // #if ONE\n#pragma\n'
    assert without_sections(text, frozenset()) == text


@pytest.mark.parametrize("text", ["#else", "#endif", "#if ONE", "#if ONE\n#else\n#else\n#endif"])
def test_marks_without_their_section(text: str) -> None:
    with pytest.raises(ValueError, match=r"section|place"):
        without_sections(text, frozenset())
