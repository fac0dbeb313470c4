"""JSON of any form as an expression: one walk, spelled by each language."""

from __future__ import annotations

from decimal import Decimal

from edmund.samples.go.graph import go_json
from edmund.samples.json_source import JsonSpelling, json_source
from edmund.samples.php.graph import php_json

VALUE = {"a": [None, True, 1], 'b"c': Decimal("1.50"), "d": {}, "e": "x"}


def test_languages_spell_the_same_walk() -> None:
    assert (
        php_json(VALUE)
        == "['a' => [null, true, 1], 'b\"c' => 1.50, 'd' => new \\stdClass(), 'e' => 'x']"
    )
    assert go_json(VALUE) == (
        'map[string]interface{}{"a": []interface{}{nil, true, 1}, "b\\"c": 1.50,'
        ' "d": map[string]interface{}{}, "e": "x"}'
    )


def test_an_object_without_members_may_be_written_otherwise() -> None:
    spelling = JsonSpelling(repr, ("{ ", " }"), ("[", "]"), ("", ": "), empty="{}")
    assert json_source({"a": {}, "b": []}, spelling) == "{ 'a': {}, 'b': [] }"
