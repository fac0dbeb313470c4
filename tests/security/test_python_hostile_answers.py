"""What a service may send to stall or mislead the Python client ends in its own errors, at once."""

from __future__ import annotations

import gzip
import importlib
import time
from typing import Any

import pytest
from generated_package import use_identity_client

use_identity_client()
errors = importlib.import_module("msgraph.runtime.errors")
primitives = importlib.import_module("msgraph.runtime.primitives")
json_text = importlib.import_module("msgraph.runtime.json_text")
body = importlib.import_module("msgraph.runtime.body")


@pytest.mark.parametrize("piece", ["?token", "a.", "&key", "bearer ", "a://"])
def test_masking_is_linear(piece: str) -> None:
    start = time.perf_counter()
    errors.mask("ftp://h/" + piece * 40_000)
    assert time.perf_counter() - start < 2


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("https://u:p@h/x", "https://***@h/x"),
        ("https://h/?a=1&myToken=s?x;y&b=2", "https://h/?a=1&myToken=***&b=2"),
        ("https://h/?a=b?sig=s", "https://h/?a=b?sig=***"),
        ("https://h/?signal=1", "https://h/?signal=1"),
    ],
)
def test_secrets_are_masked(text: str, masked: str) -> None:
    assert errors.mask(text) == masked


@pytest.mark.parametrize("number", ["1e1000000", "-1e400000000", "1.5e30"])
def test_integers_are_not_written_out(number: str) -> None:
    value = json_text.loads(number)
    with pytest.raises((ValueError, TypeError)):
        primitives.codec_of("Edm.Int64").read(value)


@pytest.mark.parametrize("text", ["1e1111111111111111111111", '{"a": 1, "a": 2}'])
def test_json_that_cannot_be_kept_is_refused(text: str) -> None:
    with pytest.raises(json_text.JsonError):
        json_text.loads(text)


def test_decimal_text_with_a_huge_exponent_is_no_value() -> None:
    with pytest.raises((ValueError, TypeError)):
        primitives.codec_of("Edm.Decimal").read("1e1111111111111111111111")


@pytest.mark.parametrize("cut", [0, 5])
def test_nothing_follows_compressed_data(cut: int) -> None:
    reader: Any = body.BodyReader({"content-encoding": "gzip"})
    packed = gzip.compress(b"{}")
    with pytest.raises(errors.UnexpectedAnswer):
        reader.feed(packed + b"x" * cut)
        reader.feed(b"x" * 100)


def test_codes_of_errors_are_one_line() -> None:
    code = "a\\u2028b\\u202ec\\u001bd\\ne"
    text = str(
        errors.ODataError(400, {}, f'{{"error": {{"code": "{code}", "message": "m"}}}}'.encode())
    )
    assert text == "400 a b c d e | m"
