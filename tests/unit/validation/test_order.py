"""The order of values, which bounds are held against; exact for any number of digits."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edmund.validation.primitives import order_key


@pytest.mark.parametrize(
    ("type_name", "texts"),
    [
        ("Edm.Date", ["-0001-12-31", "0000-01-01", "0001-01-01", "2024-02-29", "10000-01-01"]),
        (
            "Edm.DateTimeOffset",
            [
                "2024-02-28T23:59:59.999999999999Z",
                "2024-02-29T01:00+01:00",
                "2024-02-29T00:00:00.000000000001Z",
                "2024-02-28T23:00-02:00",
            ],
        ),
        ("Edm.TimeOfDay", ["00:00", "00:00:00.000000000001", "12:00", "23:59:59.999"]),
        (
            "Edm.Duration",
            ["-P1D", "PT0S", "PT0.000000000000001S", "PT24H", "P1DT0.1S", "P999999999999999D"],
        ),
        ("Edm.Int64", [-1, "0", 1, "9223372036854775806", 9223372036854775807]),
        (
            "Edm.Decimal",
            ["-INF", Decimal("-1e-30"), "0.30000000000000000000000000000001", 0.5, "INF"],
        ),
    ],
)
def test_order(type_name: str, texts: list[object]) -> None:
    keys = [order_key(type_name, text) for text in texts]
    assert all(key is not None for key in keys)
    assert all(a < b for a, b in pairwise(keys) if a is not None and b is not None)


@pytest.mark.parametrize(
    ("type_name", "one", "other"),
    [
        ("Edm.DateTimeOffset", "2024-01-01T00:00:00Z", "2023-12-31t22:30-01:30"),
        ("Edm.Duration", "P1D", "PT24H"),
        ("Edm.Duration", "PT1M", "PT60.000S"),
        ("Edm.TimeOfDay", "12:00", "12:00:00.0"),
        ("Edm.Int64", "5", 5),
        ("Edm.Decimal", "1.50", 1.5),
    ],
)
def test_one_value_in_two_spellings(type_name: str, one: object, other: object) -> None:
    assert order_key(type_name, one) == order_key(type_name, other)


@pytest.mark.parametrize(
    ("type_name", "value"),
    [("Edm.String", "a"), ("Edm.Double", "NaN"), ("Edm.Date", "x"), ("Edm.Boolean", True)],
)
def test_what_has_no_order(type_name: str, value: object) -> None:
    assert order_key(type_name, value) is None


@given(st.dates(), st.dates())
def test_days_are_apart_as_the_calendar_says(one: date, other: date) -> None:
    first = order_key("Edm.Date", one.isoformat())
    second = order_key("Edm.Date", other.isoformat())
    assert first is not None
    assert second is not None
    assert first - second == (one - other).days


ZONES = st.integers(-840, 840).map(lambda minutes: timezone(timedelta(minutes=minutes)))
MOMENTS = st.datetimes(datetime(2, 1, 1), datetime(9998, 1, 1), timezones=ZONES)


@given(MOMENTS)
def test_moments_are_what_they_are_in_utc(moment: datetime) -> None:
    here = order_key("Edm.DateTimeOffset", moment.isoformat())
    there = order_key("Edm.DateTimeOffset", moment.astimezone(UTC).isoformat())
    assert here is not None
    assert here == there
