"""Places of JSON pointers in the text that they are about."""

import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from edmund.validation.places import places
from edmund.validation.walk import step

TEXT = """{
  "a": 1,
  "b": [ {"x/y": "}]\\"" }, [2, 3] ],
  "": {"~": null},
  "a": 2
}"""


def test_members_items_and_what_is_missing() -> None:
    assert places(TEXT, ["", "/a", "/b/0/x~1y", "/b/1/1", "//~0", "/b/0/gone", "/gone/b"]) == {
        "": (1, 1),
        "/a": (5, 3),
        "/b/0/x~1y": (3, 11),
        "/b/1/1": (3, 32),
        "//~0": (4, 8),
        "/b/0/gone": (3, 10),
        "/gone/b": (1, 1),
    }
    assert places("  5", [""]) == {"": (1, 3)}


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=4),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=12,
)


@settings(max_examples=60)
@given(VALUES, st.sampled_from([None, 1]))
def test_every_part_is_where_it_is_written(value: Any, indent: int | None) -> None:
    text = json.dumps(value, indent=indent)
    found = dict(below(value, ""))
    lines = text.split("\n")
    for pointer, (line, column) in places(text, list(found)).items():
        assert lines[line - 1][column - 1 :].startswith(found[pointer]), pointer


def below(value: Any, pointer: str) -> Any:
    if isinstance(value, dict):
        for name, item in value.items():
            yield step(pointer, name), json.dumps(name) + ":"
            yield from below(item, step(pointer, name))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield step(pointer, index), json.dumps(item).rstrip("]}")[:1]
            yield from below(item, step(pointer, index))
