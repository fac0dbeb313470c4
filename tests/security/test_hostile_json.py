"""Hostile CSDL JSON: an error with code and place in little time, never a traceback, and no text lost."""

from __future__ import annotations

import json
import random
import time
from typing import Any

import pytest
from machine import slowness

from edmund.csdl.json.scanner import MAX_DEPTH
from edmund.csdl.parser import MAX_TEXT
from edmund.csdl.reader import parse_document
from edmund.csdl.writing.json_document import write_json
from edmund.csdl.writing.xml_document import write_xml
from edmund.diagnostics import Diagnostic, EdmundError, Severity

HEAD = '{"$Version": "4.01", "a": {'


def found(data: bytes | str) -> tuple[Diagnostic, ...]:
    """What is told of a document; each error has a place and a length that people can read."""
    started = time.process_time()
    try:
        _, diagnostics = parse_document(
            data if isinstance(data, bytes) else data.encode(), "in.json"
        )
    except EdmundError as failure:
        diagnostics = failure.diagnostics
        assert any(d.severity is Severity.ERROR for d in diagnostics)
    spent = time.process_time() - started
    assert spent < 3 or spent < 3 * slowness()  # how slow the machine is takes a second to tell
    for each in diagnostics:
        assert each.span is not None
        assert each.span.line or each.code == "EDM199"
        assert len(each.message) < 1000
    return diagnostics


def codes(data: bytes | str) -> set[str]:
    return {each.code for each in found(data)}


@pytest.mark.parametrize(
    "data",
    [
        "[" * 1_000_000,
        '{"a":' * 1_000_000,
        HEAD + '"@a.T": ' + "[" * 300 + "]" * 300 + "}}",
        HEAD + '"@a.T": ' + '{"$Not": ' * 300 + "1" + "}" * 300 + "}}",
    ],
    ids=["arrays", "objects", "a collection", "an operator"],
)
def test_depth_is_bounded(data: str) -> None:
    assert codes(data) == {"EDM105"}


def test_what_is_just_deep_enough_is_read_and_written() -> None:
    depth = MAX_DEPTH - 2
    text = HEAD + '"@a.T": ' + "[" * depth + "]" * depth + "}}"
    document, _ = parse_document(text.encode(), "in.json")
    assert json.loads(write_json(document)[0]) == json.loads(text)
    assert write_xml(document).count("<Collection>") == depth - 1


@pytest.mark.parametrize(
    "number", ["9" * 1_000_000, "1e999999999", "-1" + "0" * 100_000 + ".5e-9999"]
)
@pytest.mark.parametrize(
    ("member", "code"),
    [
        ('"@a.T": {}', set()),
        ('"E": {{"$Kind": "EnumType", "M": {}}}', {"EDM137"}),
        ('"C": {{"$Kind": "ComplexType", "P": {{"$MaxLength": {}}}}}', {"EDM121"}),
        (
            '"C": {{"$Kind": "ComplexType", "P": {{"$Type": "Edm.Int32", "$DefaultValue": {}}}}}',
            {"EDM136"},
        ),
        ('"@a.T": {{"$Int": {}}}', {"EDM141"}),
    ],
)
def test_numbers_are_never_expanded(number: str, member: str, code: set[str]) -> None:
    assert codes(HEAD + member.format(number) + "}}") == code


@pytest.mark.parametrize(
    "text",
    [
        '"\\ud800"',
        '"\\udc00\\ud800"',
        '"\\u0000"',
        '"\\u001b[2J"',
        '"\\ufffe"',
    ],
)
def test_what_is_no_text_is_refused(text: str) -> None:
    assert codes(HEAD + f'"@a.T": {text}}}}}') == {"EDM108"}
    assert codes(HEAD + f"{text}: {{}}}}}}") == {"EDM108"}


def test_a_whole_surrogate_pair_is_a_character() -> None:
    document, told = parse_document((HEAD + '"@a.T": "\\ud83d\\ude00"}}').encode(), "in.json")
    assert told == ()
    assert "\U0001f600" in write_xml(document)


@pytest.mark.parametrize(
    "data",
    [
        b'{"$Version": "\xff"}',
        b'{"$Version": "\xed\xa0\x80"}',
        b'\xff\xfe{\x00"\x00\x00\xd8"\x00}\x00',
        '{"$Version": "4.01"}'.encode("utf-16-le"),
        '{"$Version": "4.01"}'.encode("utf-32"),
    ],
)
def test_encodings(data: bytes) -> None:
    assert codes(data) == {"EDM102"}


@pytest.mark.parametrize(
    "text",
    [
        "{",
        '{"',
        '{"a',
        '{"a"',
        '{"a":',
        '{"a":1',
        '{"a":1,',
        '{"a":1,}',
        "[1,]",
        "{'a': 1}",
        "{a: 1}",
        '{"a": NaN}',
        '{"a": Infinity}',
        '{"a": 01}',
        '{"a": +1}',
        '{"a": .5}',
        '{"a": 1.}',
        '{"a": 0x10}',
        '{"a": tru}',
        '{"a": truest}',
        '{"a": "\\x"}',
        '{"a": "\\u12"}',
        '{"a": "\n"}',
        '{"a": 1} {"b": 2}',
        '{"a": 1} // more',
        "{}\x0c",
    ],
)
def test_what_is_not_json(text: str) -> None:
    assert codes(text) == {"EDM106"}


def test_members_that_are_there_twice_are_all_told_and_bounded() -> None:
    text = HEAD + ", ".join(['"B": {"$Kind": "ComplexType"}'] * 5000) + "}}"
    told = found(text)
    assert {each.code for each in told} == {"EDM107", "EDM199"}
    assert told[0].notes
    assert told[0].notes[0].span is not None


def test_long_texts_are_bounded() -> None:
    assert codes(HEAD + f'"@a.T": "{"x" * (MAX_TEXT + 1)}"}}}}') == {"EDM105"}


def test_many_names_are_read_in_little_time() -> None:
    types = ", ".join(f'"T{i}": {{"$Kind": "ComplexType", "$X{i}": 1}}' for i in range(20_000))
    assert "EDM122" in codes(HEAD + types + "}}")
    owners = ", ".join(f'"x{i}@a.T": 1, "@a.T#{i}@a.U": 2' for i in range(0, 4000, 2))
    assert "EDM123" in codes(HEAD + owners + "}}")


SEEDS = [
    {
        "$Version": "4.01",
        "$Reference": {"x": {"$Include": [{"$Namespace": "y", "$Alias": "z"}]}},
        "a": {
            "$Alias": "s",
            "E": {"$Kind": "EntityType", "$Key": ["K", {"L": "M/N"}], "K": {}, "K2": {"$Scale": 1}},
            "N": {"$Kind": "EntityType", "O": {"$Kind": "NavigationProperty", "$OnDelete": "None"}},
            "F": [{"$Kind": "Function", "$Parameter": [{"$Name": "p"}], "$ReturnType": {}}],
            "C": {"$Kind": "EntityContainer", "S": {"$Collection": True, "$Type": "s.E"}},
            "$Annotations": {"s.E/K": {"@s.T#q": {"$If": [True, {"$Path": "K"}, {"A": 1}]}}},
            "@s.T": {"$Cast": {"$Apply": [1], "$Function": "odata.concat"}, "$Type": "Edm.Date"},
        },
    }
]
VALUES: list[Any] = [
    None,
    True,
    0,
    -1.5,
    "",
    "x",
    "\u202e",
    [],
    [[]],
    {},
    {"$Kind": 1},
    {"": {}},
    {"@": 1},
]


def broken(value: object, chance: random.Random) -> object:
    """The value with one part of it put in another's place."""
    if chance.random() < 0.15:
        return chance.choice(VALUES)
    if isinstance(value, dict) and value:
        key = chance.choice(list(value))
        other = chance.choice([key, key, key, "$" + key, "@" + key, key + "@s.T", ""])
        return {**{k: v for k, v in value.items() if k != key}, other: broken(value[key], chance)}
    if isinstance(value, list) and value:
        at = chance.randrange(len(value))
        return [*value[:at], broken(value[at], chance), *value[at + 1 :]]
    return chance.choice(VALUES)


@pytest.mark.parametrize("seed", range(200))
def test_wrong_shapes_are_told_and_what_is_read_is_written(seed: int) -> None:
    chance = random.Random(seed)
    value: object = SEEDS[0]
    for _ in range(chance.randint(1, 3)):
        value = broken(value, chance)
    text = json.dumps(value)
    found(text)
    try:
        document, _ = parse_document(text.encode(), "in.json")
        written = write_json(document)[0]
    except EdmundError:
        return
    again, _ = parse_document(written.encode(), "in.json")
    assert write_json(again)[0] == written
    parse_document(write_xml(document).encode(), "in.xml")
