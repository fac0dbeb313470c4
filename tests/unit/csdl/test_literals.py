"""Literals of the primitive types (OData ABNF 4.01) and the ranges of the integers."""

from __future__ import annotations

import base64
import datetime
import uuid

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edmund.csdl.expression import ConstantKind
from edmund.csdl.literals import constant_problem, default_value_problem

GOOD = {
    ConstantKind.BINARY: ["", "T0RhdGE", "T0RhdGE=", "AA==", "AA", "_-_-"],
    ConstantKind.BOOL: ["true", "false", "TRUE"],
    ConstantKind.DATE: ["2000-01-01", "2024-02-29", "0001-12-31", "-0044-03-15", "12345-06-07"],
    ConstantKind.DATE_TIME_OFFSET: [
        "2000-01-01T16:00:00.000Z", "2000-01-01T16:00Z", "2000-01-01T16:00:00-09:00",
        "2000-01-01T16:00:00.123456789012+14:00",
    ],
    ConstantKind.DECIMAL: ["3.14", "-3", "+1.50", "1e6", "INF", "-INF", "NaN"],
    ConstantKind.DURATION: ["P7D", "P11DT23H59M59.999999999999S", "-PT1S", "PT0.5S", "PT1H"],
    ConstantKind.ENUM_MEMBER: ["a.b.Pattern/Red", "a.P/Red a.P/Striped", " a.P/Red\n a.P/Green "],
    ConstantKind.FLOAT: ["3.14", "-1E-10", "INF", "NaN"],
    ConstantKind.GUID: ["21EC2020-3AEA-1069-A2DD-08002B30309D", "00000000-0000-0000-0000-000000000000"],
    ConstantKind.INT: ["0", "42", "-9223372036854775808", "9223372036854775807", "+1"],
    ConstantKind.STRING: ["", "anything \n at all"],
    ConstantKind.TIME_OF_DAY: ["21:45:00", "00:00", "23:59:59.999999999999"],
}  # fmt: skip

BAD = {
    ConstantKind.BINARY: ["A", "AAAAA", "+/+/", "A===", "AA=A", "é"],
    ConstantKind.BOOL: ["", "1", "yes", "truefalse"],
    ConstantKind.DATE: ["2000-13-01", "2000-02-30", "2023-02-29", "1900-02-29", "00-01-01", "2000-1-1",
                        "01234-01-01", "2000-01-01T00:00Z", "２０００-01-01"],
    ConstantKind.DATE_TIME_OFFSET: ["2000-01-01", "2000-01-01T16:00:00", "2000-01-01T24:00Z",
                                    "2000-01-01T16:60Z", "2023-02-29T00:00Z", "2000-01-01T16:00+24:00"],
    ConstantKind.DECIMAL: ["", ".5", "1.", "1,5", "inf", "--1", "1)", "0x10", "٣"],
    ConstantKind.DURATION: ["P", "PT", "P1Y", "P1M", "7D", "P1DT", "PT1.5H", "P-1D"],
    ConstantKind.ENUM_MEMBER: ["", "Red", "Pattern/Red", "a.P/", "a.P/Red,a.P/Green", "a.P/Red a.Q/Green"],
    ConstantKind.FLOAT: ["1e", "Infinity", "e5"],
    ConstantKind.GUID: ["", "21EC2020", "{21EC2020-3AEA-1069-A2DD-08002B30309D}",
                        "21EC2020-3AEA-1069-A2DD-08002B30309G"],
    ConstantKind.INT: ["", "1.0", "9223372036854775808", "-9223372036854775809", "1" * 5000, "１", "1_0"],
    ConstantKind.TIME_OF_DAY: ["24:00:00", "1:00", "12:60", "12:00:00.", "12:00:00.1234567890123"],
}  # fmt: skip


@pytest.mark.parametrize(("kind", "text"), [(k, t) for k, texts in GOOD.items() for t in texts])
def test_constants(kind: ConstantKind, text: str) -> None:
    assert constant_problem(kind, text) is None


@pytest.mark.parametrize(("kind", "text"), [(k, t) for k, texts in BAD.items() for t in texts])
def test_not_constants(kind: ConstantKind, text: str) -> None:
    assert constant_problem(kind, text) is not None


def test_every_kind_has_examples() -> None:
    assert set(GOOD) == set(ConstantKind)
    assert set(BAD) == set(ConstantKind) - {ConstantKind.STRING}


@given(
    st.dates(),
    st.times(),
    st.uuids(),
    st.binary(),
    st.decimals(allow_nan=False, allow_infinity=False),
)
def test_what_python_writes_is_accepted(
    day: datetime.date, clock: datetime.time, guid: uuid.UUID, data: bytes, number: object
) -> None:
    assert constant_problem(ConstantKind.DATE, day.isoformat()) is None
    assert constant_problem(ConstantKind.TIME_OF_DAY, clock.isoformat()) is None
    assert constant_problem(ConstantKind.DATE_TIME_OFFSET, f"{day}T{clock.isoformat()}Z") is None
    assert constant_problem(ConstantKind.GUID, str(guid)) is None
    assert constant_problem(ConstantKind.BINARY, base64.urlsafe_b64encode(data).decode()) is None
    assert constant_problem(ConstantKind.DECIMAL, str(number)) is None


@given(st.text(alphabet="0123456789-", min_size=8, max_size=11))
def test_dates_are_what_python_can_read(text: str) -> None:
    if constant_problem(ConstantKind.DATE, text) is None and len(text) == 10 and text >= "0001":
        datetime.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("type_name", "good", "bad"),
    [
        ("Edm.Byte", "255", "256"),
        ("Edm.Byte", "0", "-1"),
        ("Edm.SByte", "-128", "128"),
        ("Edm.Int16", "-32768", "32768"),
        ("Edm.Int32", "2147483647", "2147483648"),
        ("Edm.Int64", "9223372036854775807", "9223372036854775808"),
        ("Edm.Boolean", "false", "no"),
        ("Edm.Guid", "21EC2020-3AEA-1069-A2DD-08002B30309D", 'x")'),
        ("Edm.Double", "1e5", "1)"),
        ("Edm.Date", "2020-02-29", "2021-02-29"),
    ],
)
def test_default_values_of_built_in_types(type_name: str, good: str, bad: str) -> None:
    assert default_value_problem(type_name, good) is None
    assert default_value_problem(type_name, bad) is not None


@pytest.mark.parametrize(
    "type_name", ["Edm.String", "a.b.Enum", "Collection(Edm.Int32)", "Edm.Geography"]
)
def test_other_default_values_are_not_judged_here(type_name: str) -> None:
    assert default_value_problem(type_name, "x") is None
