"""The words of names, and what is made of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edmund.naming.words import in_title_case, spaced, words


@pytest.mark.parametrize(
    ("name", "found", "titled", "constant"),
    [
        ("ProductID", ("Product", "ID"), "ProductId", "product_id"),
        ("DVDTitle", ("DVD", "Title"), "DvdTitle", "dvd_title"),
        ("userIDs", ("user", "IDs"), "UserIds", "user_ids"),
        ("URLs", ("URLs",), "Urls", "urls"),
        ("IPv4Address", ("IPv4", "Address"), "Ipv4Address", "ipv4_address"),
        ("PRODUCT_ID", ("PRODUCT", "ID"), "ProductId", "product_id"),
        ("OAuth2Token", ("O", "Auth2", "Token"), "OAuth2Token", "o_auth2_token"),
        ("v1_2", ("v1", "2"), "V1_2", "v1_2"),
        ("odd-name", ("odd", "name"), "OddName", "odd_name"),
        ("ÄrgerÖl", ("Ärger", "Öl"), "ÄrgerÖl", "ärger_öl"),
        ("ßx", ("ßx",), "ßx", "ßx"),
        ("日本", ("日本",), "日本", "日本"),
        ("___", (), "___", "___"),
        ("a\U0001f150b", ("a", "b"), "AB", "a_b"),  # a circled capital is a symbol
    ],
)
def test_words(name: str, found: tuple[str, ...], titled: str, constant: str) -> None:
    assert words(name) == found
    assert in_title_case(name) == titled
    assert spaced(name) == constant


@given(st.text())
def test_no_letter_is_lost(name: str) -> None:
    kept = "".join(c for c in name if c.isalnum())
    assert "".join(words(name)) == kept
    assert in_title_case(name) or not name
