"""Generated models over the runtime: three states, types, nothing lost, exact values."""

from __future__ import annotations

import copy
import json
import pickle
from datetime import UTC, date, datetime, time, timedelta, timezone
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from models_at_hand import Models


@pytest.fixture
def thing(things: Models) -> type[Any]:
    return things.cls("thing.Thing")


# --- Three states


def test_absent_null_and_value_differ(thing: type[Any]) -> None:
    it = thing(display_name=None, small=0)
    assert (it.display_name, it.small, it.flag) == (None, 0, None)
    assert it.is_set("display_name") and it.is_set("small") and not it.is_set("flag")
    assert it.to_dict() == {"displayName": None, "small": 0}
    assert json.loads(it.to_json()) == {"displayName": None, "small": 0}


def test_none_for_type_or_additional_data_sends_nothing(thing: type[Any]) -> None:
    it = thing(odata_type=None, additional_data=None, small=1)
    assert it.to_dict() == {"small": 1}
    it.odata_type = "#own.type"
    it.odata_type = None
    it.additional_data = {"x": 1}
    it.additional_data = None
    assert it.to_dict() == {"small": 1}
    assert it == thing(small=1)


def test_only_what_was_set_is_written(thing: type[Any]) -> None:
    it = thing.from_json('{"id": "1", "flag": true}')
    del it.flag
    it.small = 3
    assert it.to_dict() == {"id": "1", "small": 3}
    del it.flag  # deleting what is absent changes nothing
    assert not it.is_set("flag")


def test_is_set_takes_either_name_and_refuses_others(thing: type[Any]) -> None:
    it = thing.from_dict({"displayName": "x", "@odata.etag": "e"})
    assert it.is_set("displayName") and it.is_set("@odata.etag")
    with pytest.raises(AttributeError, match="did you mean 'display_name'"):
        it.is_set("display_nam")


# --- Mistakes


def test_unknown_names_are_refused_with_a_suggestion(thing: type[Any]) -> None:
    with pytest.raises(
        TypeError, match=r"unexpected keyword argument 'dispay_name'.*'display_name'"
    ):
        thing(dispay_name="x")
    it = thing()
    with pytest.raises(AttributeError, match="did you mean 'display_name'"):
        it.displayName = "x"
    with pytest.raises(AttributeError):
        it._other = 1
    assert it.to_dict() == {}


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("display_name", 3),
        ("display_name", b"x"),
        ("flag", "true"),
        ("flag", 1),
        ("small", "x"),
        ("small", True),
        ("small", 1.5),
        ("ratio", "much"),
        ("price", "1,5"),
        ("created", "yesterday"),
        ("created", "2024-01-01"),
        ("created", date(2024, 1, 1)),
        ("created", datetime(2024, 1, 1)),
        ("moments", [datetime(2024, 1, 1)]),
        ("day", datetime(2024, 1, 1)),
        ("day", "2024-1-1"),
        ("opens", "25:00"),
        ("length", "P1Y"),
        ("length", "1 day"),
        ("guid", "nope"),
        ("content", "a*b="),
        ("color", 3),
        ("days", [1]),
        ("place", "Rome"),
        ("shape", 3),
        ("tags", "one"),
        ("tags", [1]),
        ("places", [3]),
        ("spot", "0 0"),
    ],
)
def test_values_that_cannot_be_converted_are_refused(
    thing: type[Any], name: str, value: object
) -> None:
    it = thing()
    with pytest.raises(TypeError, match=f"Thing.{name} takes"):
        setattr(it, name, value)
    with pytest.raises(TypeError):
        thing(**{name: value})
    assert it.to_dict() == {}


def test_a_model_of_another_type_is_refused(things: Models, thing: type[Any]) -> None:
    place = things.cls("place.Place")()
    with pytest.raises(TypeError, match=r"Thing.shape takes a model of try.it.shape"):
        thing(shape=place)


@pytest.mark.parametrize(
    ("wire", "name", "value"),
    [
        ("displayName", "display_name", 3),
        ("created", "created", "soon"),
        ("created", "created", "2024-01-01T00:00:00"),
        ("created", "created", 5),
        ("day", "day", "2024-13-01"),
        ("small", "small", "many"),
        ("small", "small", 1.5),
        ("flag", "flag", "yes"),
        ("ratio", "ratio", "INFINITE"),
        ("guid", "guid", "x"),
        ("content", "content", "*"),
        ("color", "color", ["red"]),
        ("days", "days", {}),
        ("place", "place", "Rome"),
        ("places", "places", {"city": "Rome"}),
        ("places", "places", ["Rome"]),
        ("tags", "tags", "one"),
        ("tags", "tags", ["a", 1]),
        ("moments", "moments", ["soon"]),
    ],
)
def test_what_the_schema_does_not_allow_is_told_on_reading_and_kept(
    things: Models, thing: type[Any], wire: str, name: str, value: object
) -> None:
    error = things.module("runtime.properties").DecodeError
    it = thing.from_json(json.dumps({wire: value}))
    with pytest.raises(error, match=rf"Thing\.{name} \({wire}\): expected"):
        getattr(it, name)
    assert it.to_dict() == {wire: value}
    assert "Thing(" in repr(it)


# --- Primitive values: text on the wire, value in Python

EXACT = [
    ("flag", True, True),
    ("small", -7, -7),
    ("big", 9007199254740993, 9007199254740993),
    ("ratio", 0.1, 0.1),
    ("ratio", "INF", float("inf")),
    ("ratio", "-INF", float("-inf")),
    ("created", "2024-03-11T09:15:27Z", datetime(2024, 3, 11, 9, 15, 27, tzinfo=UTC)),
    (
        "created",
        "2024-03-11T09:15:27.5+05:30",
        datetime(2024, 3, 11, 9, 15, 27, 500000, timezone(timedelta(hours=5, minutes=30))),
    ),
    ("day", "2024-02-29", date(2024, 2, 29)),
    ("opens", "07:59:59.999", time(7, 59, 59, 999000)),
    ("length", "P1DT2H3M4.5S", timedelta(days=1, hours=2, minutes=3, seconds=4.5)),
    ("length", "-PT1M", timedelta(minutes=-1)),
    ("guid", "01234567-89ab-cdef-0123-456789abcdef", UUID("01234567-89ab-cdef-0123-456789abcdef")),
    ("content", "_-8=", b"\xff\xef"),
    ("spot", {"type": "Point", "coordinates": [1, 2]}, {"type": "Point", "coordinates": [1, 2]}),
    ("anything", {"a": [1, None]}, {"a": [1, None]}),
    ("anything", 5, 5),
    ("price", 3, Decimal(3)),
    ("weight", 1.5, Decimal("1.5")),
]


@pytest.mark.parametrize(("name", "wire", "value"), EXACT)
def test_primitive_values_are_read(
    thing: type[Any], name: str, wire: object, value: object
) -> None:
    it = thing.from_json(json.dumps({name: wire}))
    found: Any = getattr(it, name)
    assert found == value and type(found) is type(value)
    if isinstance(found, datetime) and isinstance(value, datetime):
        assert found.utcoffset() == value.utcoffset()
    assert json.loads(it.to_json()) == {name: wire}


@pytest.mark.parametrize(
    ("name", "value", "wire"),
    [
        *((name, value, wire) for name, wire, value in EXACT if name not in ("opens", "created")),
        ("created", datetime(2024, 1, 1, tzinfo=UTC), "2024-01-01T00:00:00Z"),
        ("created", "2024-01-01T00:00:00.1234567Z", "2024-01-01T00:00:00.1234567Z"),
        ("opens", time(7, 5), "07:05:00"),
        ("length", timedelta(0), "PT0S"),
        ("length", timedelta(days=-2, hours=-1), "-P2DT1H"),
        ("ratio", 3, 3),
        ("ratio", float("nan"), "NaN"),
        ("big", "12", "12"),
        ("content", bytearray(b"\xfb\xff"), "-_8="),
    ],
)
def test_primitive_values_are_written(
    thing: type[Any], name: str, value: object, wire: object
) -> None:
    it = thing(**{name: value})
    assert it.to_dict() == {name: wire}
    assert json.loads(it.to_json()) == {name: wire}


@pytest.mark.parametrize(
    "text",
    [
        '{"price": 1.10}',
        '{"price": 12345678901234567890.123456789012345678}',
        '{"price": 1E+2}',
        '{"ratio": 1E+400}',
        '{"ratio": 0.10}',
        '{"unknown": 1.000}',
        '{"anything": [1.0, 2.50, {"x": 1E+3}]}',
        '{"big": "9223372036854775807"}',
        '{"big": 123456789012345678901234567890}',
        '{"created": "2024-01-01T00:00:00.123456789Z"}',
        '{"created": "2016-12-31T23:59:60Z"}',
        '{"content": "+/8"}',
        '{"guid": "01234567-89AB-CDEF-0123-456789ABCDEF"}',
        '{"numbers": ["1", 2]}',
        '{"moments": ["2024-01-01T00:00:00.123456789Z", null]}',
    ],
)
def test_no_digit_is_lost(things: Models, thing: type[Any], text: str) -> None:
    """Read every property, then write: the text is the same, blanks apart."""
    it = thing.from_json(text)
    for name in type(it)._attributes:
        getattr(it, name)
    assert it.to_json() == text.replace(" ", "")
    assert copy.deepcopy(it).to_json() == it.to_json()


def test_long_numbers_read_exactly(thing: type[Any]) -> None:
    it = thing.from_json('{"price": 12345678901234567890.1234567890, "big": "9223372036854775807"}')
    assert it.price == Decimal("12345678901234567890.1234567890")
    assert it.big == 2**63 - 1


def test_a_number_in_the_text_cannot_be_forged(thing: type[Any]) -> None:
    """Decimals pass the encoder as marks; no text of the payload is taken for one."""
    it = thing(price=Decimal("1.10"), display_name='0.", "evil": 1, "')
    assert json.loads(it.to_json(), parse_float=str) == {
        "price": "1.10",
        "displayName": '0.", "evil": 1, "',
    }


# --- Enumerations


def test_enumerations_are_open(things: Models, thing: type[Any]) -> None:
    color = things.cls("color.Color")
    it = thing.from_json('{"color": "none", "colors": ["red", "infrared"]}')
    assert it.color is color.None_
    assert it.colors == [color.Red, "infrared"]
    unknown = it.colors[1]
    assert isinstance(unknown, color) and unknown.value == "infrared" and not unknown.is_known
    assert str(unknown) == "infrared" and str(color.Red) == "red"
    assert pickle.loads(pickle.dumps(unknown)) == unknown
    assert it.to_dict() == {"color": "none", "colors": ["red", "infrared"]}
    assert len(color.__members__) == 2, "unknown members are not kept"


def test_an_enumeration_without_members_holds_any_text(thing: type[Any]) -> None:
    it = thing.from_json('{"nothing": "new"}')
    assert it.nothing == "new"
    assert thing(nothing="other").to_dict() == {"nothing": "other"}


def test_flags_are_sets(things: Models, thing: type[Any]) -> None:
    days = things.cls("days.Days")
    it = thing.from_json('{"days": "monday, friday,holiday"}')
    assert it.days == {days.Monday, days.Friday, "holiday"}
    assert it.to_dict() == {"days": "monday, friday,holiday"}
    it.days = {days.Friday, days.Monday}
    assert it.to_dict() == {"days": "monday,friday"}, "in the schema's order"
    it.days = days.Tuesday
    assert it.to_dict() == {"days": "tuesday"}
    it.days = [days.Tuesday, "later"]
    assert it.to_dict() == {"days": "tuesday,later"}


# --- Types


def test_the_payload_names_the_class_in_any_spelling(things: Models, thing: type[Any]) -> None:
    circle = things.cls("circle.Circle")
    for named in (
        {"@odata.type": "#try.it.circle"},
        {"@odata.type": "try.it.circle"},
        {"@odata.type": "#self.circle"},
        {"@odata.type": "https://host.example/$metadata#try.it.circle"},
        {"@type": "#try.it.circle"},
    ):
        it = thing.from_dict({"shape": {**named, "radius": 2.0}})
        assert type(it.shape) is circle and it.shape.radius == 2.0
        assert it.shape.odata_type == next(iter(named.values()))
        assert it.to_dict() == {"shape": {**named, "radius": 2.0}}


@pytest.mark.parametrize(
    "named",
    ["#try.it.hexagon", "#os.system", "#try.it.place", "nonsense", "", 5, ["#try.it.circle"], {}],
)
def test_an_unknown_type_becomes_the_declared_one_and_keeps_its_data(
    things: Models, thing: type[Any], named: object
) -> None:
    payload = {"shape": {"@odata.type": named, "sides": 6, "label": "x"}}
    it = thing.from_json(json.dumps(payload))
    assert type(it.shape) is things.cls("shape.Shape")
    assert it.shape.label == "x" and it.shape.additional_data["sides"] == 6
    assert json.loads(it.to_json()) == payload


def test_a_payload_cannot_fill_the_memory_with_names(things: Models, thing: type[Any]) -> None:
    shape = things.cls("shape.Shape")
    for at in range(50):
        it = thing.from_dict({"shape": {"@odata.type": f"https://h{at}.example/#try.it.circle"}})
        assert type(it.shape) is things.cls("circle.Circle")
        assert thing.from_dict({"shape": {"@odata.type": f"#try.it.x{at}"}}).shape.label is None
    assert set(shape._variants) <= {"#try.it.circle", "try.it.circle"}


def test_a_derived_value_says_its_type(things: Models, thing: type[Any]) -> None:
    circle, place, cafe = (things.cls(n) for n in ("circle.Circle", "place.Place", "cafe.Cafe"))
    it = thing(
        shape=circle(radius=1.0),
        shapes=[circle(), circle(odata_type="try.it.circle")],
        place=cafe(seats=3),
        places=[place(city="Rome"), cafe()],
    )
    expected = {
        "shape": {"@odata.type": "#try.it.circle", "radius": 1.0},
        "shapes": [{"@odata.type": "#try.it.circle"}, {"@odata.type": "try.it.circle"}],
        "place": {"@odata.type": "#try.it.cafe", "seats": 3},
        "places": [{"city": "Rome"}, {"@odata.type": "#try.it.cafe"}],
    }
    for _ in range(2):  # writing changes nothing
        assert it.to_dict() == expected
        assert json.loads(it.to_json()) == expected
    assert not it.place.is_set("odata_type")
    it.places.append(cafe(seats=1))
    assert it.to_dict()["places"][2] == {"@odata.type": "#try.it.cafe", "seats": 1}
    assert copy.deepcopy(it).to_json() == it.to_json()
    assert pickle.loads(pickle.dumps(it)).to_json() == it.to_json()


def test_a_derived_value_among_additional_data_says_its_type(
    things: Models, thing: type[Any]
) -> None:
    it = thing(additional_data={"extra": things.cls("cafe.Cafe")(seats=1)})
    assert it.to_dict() == {"extra": {"@odata.type": "#try.it.cafe", "seats": 1}}
    assert json.loads(it.to_json()) == it.to_dict()


def test_the_root_says_its_type_where_another_is_declared(things: Models, thing: type[Any]) -> None:
    dumps = things.module("runtime.json_text").dumps
    gadget = things.cls("gadget.Gadget")(volts=5)
    assert json.loads(dumps(gadget, thing)) == {"@odata.type": "#try.it.gadget", "volts": 5}
    assert json.loads(dumps(gadget, type(gadget))) == {"volts": 5}


def test_odata_type_is_there_where_values_stand_for_a_base(
    things: Models, thing: type[Any]
) -> None:
    assert things.cls("circle.Circle")().odata_type == "#try.it.circle"
    assert things.cls("place.Place")().odata_type is None
    assert things.cls("circle.Circle")().to_dict() == {}


def test_from_json_gives_the_derived_class(things: Models, thing: type[Any]) -> None:
    it = thing.from_json('{"@odata.type": "#try.it.gadget", "volts": 3}')
    assert type(it) is things.cls("gadget.Gadget") and it.volts == 3
    other = things.cls("gadget.Gadget").from_json('{"@odata.type": "#try.it.thing"}')
    assert type(other) is things.cls("gadget.Gadget"), "no gadget, so the declared class"


# --- Nothing is lost


def test_unknown_content_survives_as_it_came(thing: type[Any]) -> None:
    text = (
        '{"@odata.context":"c","new":"2024-01-01T00:00:00Z","displayName@a.b":1,'
        '"nested":{"deep":[1,{"x":null}]},"place":{"city":"Rome","@x.y":[],"zip":"1"}}'
    )
    it = thing.from_json(text)
    assert it.place.city == "Rome"
    assert it.additional_data["new"] == "2024-01-01T00:00:00Z"
    assert set(it.additional_data) == {"@odata.context", "new", "displayName@a.b", "nested"}
    assert it.to_json() == text


def test_additional_data_is_live_and_keeps_to_what_is_undeclared(thing: type[Any]) -> None:
    it = thing(additional_data={"a": 1})
    it.additional_data["b"] = 2
    del it.additional_data["a"]
    assert it.to_dict() == {"b": 2} and len(it.additional_data) == 1
    with pytest.raises(KeyError, match="display_name"):
        it.additional_data["displayName"] = "x"
    it.display_name = "x"
    it.additional_data = {"c": 3}
    assert it.to_dict() == {"displayName": "x", "c": 3}
    assert "displayName" not in it.additional_data
    with pytest.raises(TypeError):
        it.additional_data[1] = 1


def test_names_of_methods_in_a_payload_harm_nothing(thing: type[Any]) -> None:
    payload = {"to_dict": 1, "_data": 2, "__class__": "x", "validate": None, "__proto__": {"a": 1}}
    it = thing.from_dict(payload)
    assert type(it) is thing and it.to_dict() == payload


# --- Lists and nested values are the model's own


def test_nested_values_keep_identity_and_changes(thing: type[Any], things: Models) -> None:
    it = thing.from_json('{"place": {"city": "Rome"}, "children": [{"id": "1"}], "tags": ["a"]}')
    assert it.place is it.place and it.children is it.children and it.tags is it.tags
    it.place.city = "Oslo"
    it.children[0].small = 1
    it.children.append(thing(id="2"))
    it.tags.append("b")
    it.moments = [datetime(2024, 1, 1, tzinfo=UTC)]
    it.moments.append(datetime(2025, 1, 1, tzinfo=UTC))
    assert it.to_dict() == {
        "place": {"city": "Oslo"},
        "children": [{"id": "1", "small": 1}, {"id": "2"}],
        "tags": ["a", "b"],
        "moments": ["2024-01-01T00:00:00Z", "2025-01-01T00:00:00Z"],
    }


def test_a_guid_is_what_its_class_makes_of_the_text(thing: type[Any]) -> None:
    text = "01234567-89AB-cdef-0123-456789abcdef"
    wanted = UUID(text)
    found, again = (thing.from_dict({"guid": text}).guid for _ in range(2))
    assert found == wanted and hash(found) == hash(wanted) and str(found) == str(wanted)
    assert (found.is_safe, found.version, found.bytes) == (
        wanted.is_safe,
        wanted.version,
        wanted.bytes,
    )
    assert pickle.loads(pickle.dumps(found)) == copy.deepcopy(found) == again == wanted
    for wrong in (f"{{{text}}}", text.replace("-", ""), f"{text}\n", f"urn:uuid:{text}", 1, [text]):
        with pytest.raises(ValueError, match="a GUID"):
            thing.from_dict({"guid": wrong}).guid  # noqa: B018 - reading is what is tried


def test_lists_are_written_as_they_came_but_for_what_was_changed(thing: type[Any]) -> None:
    came = ["2024-01-01T00:00:00.1234567Z", "2024-01-01T01:00:00.10+01:00", None]
    it = thing.from_dict({"moments": came, "colors": ["red", "new"]})
    assert len(it.moments) == 3 and it.colors[1] == "new"
    assert json.loads(it.to_json()) == {"moments": came, "colors": ["red", "new"]}
    it.moments[1] = datetime(2025, 1, 1, tzinfo=UTC)
    it.moments.append(datetime(2024, 1, 1, tzinfo=UTC))
    del it.colors[0]
    assert json.loads(it.to_json()) == {
        "moments": [came[0], "2025-01-01T00:00:00Z", None, "2024-01-01T00:00:00Z"],
        "colors": ["new"],
    }


def test_from_dict_and_setters_copy(thing: type[Any]) -> None:
    place = {"city": "Rome"}
    data = {"place": place, "children": [{"id": "1"}]}
    it = thing.from_dict(data)
    it.place.city = "Oslo"
    it.children[0].id = "2"
    assert data == {"place": {"city": "Rome"}, "children": [{"id": "1"}]}
    it.place = place
    it.place.city = "Bonn"
    assert place == {"city": "Rome"}
    given = it.to_dict()
    given["place"]["city"] = "Lima"
    assert it.place.city == "Bonn"


# --- Python's own protocols


def test_equality(thing: type[Any], things: Models) -> None:
    a, b = thing(id="1", tags=["x"]), thing.from_json('{"tags": ["x"], "id": "1"}')
    assert a == b and b.tags == ["x"] and a == b
    assert a != thing(id="1") and a != thing(id="1", tags=["x"], flag=None)
    assert thing() != things.cls("gadget.Gadget")()
    assert a != {"id": "1", "tags": ["x"]}
    with pytest.raises(TypeError):
        hash(a)


@pytest.mark.parametrize(
    ("one", "other", "are_equal"),
    [
        ("1.51e1", "15.1", True),
        ("1.10", "1.1", True),
        ("0.1", "1e-1", True),
        ("0.1", "0.10001", False),
    ],
)
def test_numbers_are_equal_however_they_are_spelled(
    thing: type[Any], one: str, other: str, are_equal: bool
) -> None:
    left, right = (thing.from_json(f'{{"price": {text}, "x": {text}}}') for text in (one, other))
    assert (left == right) is are_equal
    assert left == thing.from_json(left.to_json())


def test_copies(thing: type[Any]) -> None:
    it = thing.from_json('{"id": "1", "place": {"city": "Rome"}, "colors": ["red"], "price": 1.10}')
    assert it.place is not None and it.colors
    for other in (copy.copy(it), copy.deepcopy(it), pickle.loads(pickle.dumps(it))):
        assert other == it and type(other) is thing
        assert other.to_json() == it.to_json()
        other.id = "2"
        assert it.id == "1"
    deep = copy.deepcopy(it)
    deep.place.city = "Oslo"
    assert it.place.city == "Rome" and copy.copy(it).place is it.place


def test_a_cycle_is_an_error_not_a_crash(things: Models, thing: type[Any]) -> None:
    error = things.module("runtime.json_text").JsonError
    it = thing(id="1")
    it.parent = it
    assert repr(it) == "Thing(id='1', parent=...)"
    assert copy.deepcopy(it).id == "1"
    with pytest.raises(error):
        it.to_json()


def test_repr_masks_secrets_and_only_names_what_is_unknown(thing: type[Any]) -> None:
    it = thing(
        display_name="d" * 500,
        client_secret="s3cret",
        additional_data={"token": "t0ken"},
        parent=thing(client_secret="inner"),
        tags=["x"] * 50,
    )
    shown = repr(it)
    for hidden in ("s3cret", "t0ken", "inner"):
        assert hidden not in shown and hidden not in str(it) and hidden not in f"{it!s:}"
    assert "client_secret='***'" in shown and "'token'" in shown
    assert len(shown) < 1000
    with pytest.raises(TypeError) as told:
        thing(client_secret=b"s3cret")
    assert "s3cret" not in str(told.value)


@pytest.mark.parametrize(
    "text", ["", "nope", "[]", '"x"', "1", "null", "{", '{"a": NaN}', "[" * 99999]
)
def test_bad_json_is_one_kind_of_error_and_shows_no_content(
    things: Models, thing: type[Any], text: str
) -> None:
    error = things.module("runtime.json_text").JsonError
    with pytest.raises(error) as told:
        thing.from_json(text)
    assert isinstance(told.value, ValueError)
    with pytest.raises(error):
        thing.from_json(text.encode())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_bytes_of_json_in_any_of_its_encodings(thing: type[Any], encoding: str) -> None:
    assert thing.from_json('{"displayName": "é😀"}'.encode(encoding)).display_name == "é😀"


# --- Properties

scalars = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.text()
    | st.floats(allow_nan=False, allow_infinity=False)
)
payloads = st.dictionaries(
    st.sampled_from(
        ["id", "displayName", "small", "created", "place", "shape", "shapes", "colors", "days",
         "moments", "children", "price", "@odata.type", "other", "anything"]
    )
    | st.text(max_size=8),
    st.recursive(
        scalars | st.sampled_from(["#try.it.circle", "#try.it.gadget", "red", "2024-01-01T00:00:00Z"]),
        lambda inner: st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["@odata.type", "city", "radius", "id", "x"]), inner, max_size=3
        ),
        max_leaves=12,
    ),
    max_size=8,
)  # fmt: skip


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(payload=payloads)
def test_any_object_makes_the_round_trip(things: Models, payload: dict[str, object]) -> None:
    """Whatever the service sends, read or not, goes back as it came."""
    thing = things.cls("thing.Thing")
    decode = things.module("runtime.properties").DecodeError
    it = thing.from_json(json.dumps(payload))
    assert it.to_dict() == payload

    def read(model: object) -> None:
        for name in type(model)._attributes:  # type: ignore[attr-defined]
            try:
                value = getattr(model, name)
            except decode:
                continue
            for nested in value if isinstance(value, list) else [value]:
                if hasattr(nested, "_attributes"):
                    read(nested)

    read(it)
    repr(it)
    assert it.to_dict() == payload
    assert json.loads(it.to_json()) == payload
    assert copy.deepcopy(it) == it
