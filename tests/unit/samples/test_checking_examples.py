"""Examples held against a description: where they lead, what they send, what is answered."""

from pathlib import Path

import pytest
from unit.samples.samples_shop import EXAMPLES, checked, shop

from edmund import api

BODY = "Content-Type: application/json\n\n"


def test_the_examples_are_right() -> None:
    examples, found = api.read_examples(EXAMPLES)
    assert found == ()
    assert shop().check(examples) == ()
    assert len(examples) == 17


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("GET /Order\n", ["1:1 EDM943"]),
        ("GET https://elsewhere.example/v2/Nothing\n", ["1:1 EDM943"]),
        ("GET /Orders(x)\n", ["1:1 EDM946"]),
        ("GET /Orders/x\n", ["1:1 EDM946"]),
        ("GET /Orders/Shop.Between(from=2026,color='Red',name='a',ids=[1])\n", ["1:1 EDM946"]),
        (
            "GET /Orders/Shop.Between(from=2026-01-01T00:00:00Z,color='Blue',name='a',ids=[1])\n",
            ["1:1 EDM946"],
        ),
        (
            "GET /Orders/Shop.Between(from=2026-01-01T00:00:00Z,color='Red',name='a',ids=@x)\n",
            ["1:1 EDM946"],
        ),
        ("PUT /Orders(1)\n", ["1:1 EDM944"]),
        ("TRACE /Orders(1)\n", ["1:1 EDM944"]),
        ("GET https://[/Orders\n", ["1:1 EDM943"]),
        ("GET /Orders?$selct=Note\n", ["1:1 EDM945"]),
        ("GET /Orders(1)?$filter=true\n", ["1:1 EDM945"]),
        ("GET /Orders?$top=-1\n", ["1:1 EDM945"]),
        ("GET /Orders?$count=yes\n", ["1:1 EDM945"]),
        ("GET /Orders?$filter=\n", ["1:1 EDM945"]),
        ("GET /Orders?$top=1&$top=2\n", ["1:1 EDM945"]),
        ("GET /Customers?$select=Nmae\n", ["1:24 EDM922"]),
        ("POST /Orders\n", ["1:1 EDM947"]),
        (f"DELETE /Orders(1)\n{BODY}{{}}\n", ["4:1 EDM947"]),
        (f"PATCH /Orders(1)\n{BODY}{{\n  'Note': 1}}\n", ["5:3 EDM802"]),
        (f'PATCH /Orders(1)\n{BODY}{{\n  "Note": 1}}\n', ["5:3 wrong-type"]),
        (
            f'PATCH /Orders(1)\n{BODY}{{"Note": "a",\n "Note": "b"}}\n',
            ["5:2 duplicate-property"],
        ),
        (
            f'POST /Orders(1)/Shop.Ship\n{BODY}{{"when": "soon", "boxes": []}}\n',
            ["4:2 format"],
        ),
        ("POST /Orders(1)/Shop.Ship\n", ["1:1 EDM947"]),
        (
            f'GET /Orders\n\nHTTP/1.1 200 OK\n{BODY}{{"value": [{{"Paid": "yes"}}]}}\n',
            ["6:13 wrong-type"],
        ),
        (f"DELETE /Orders(1)\n\nHTTP/1.1 204 No Content\n{BODY}{{}}\n", ["6:1 EDM948"]),
        (
            f'POST /Orders(1)/Shop.Sum\n\nHTTP/1.1 200 OK\n{BODY}{{"value": "x"}}\n',
            ["6:2 format"],
        ),
        (
            f'GET /Orders(1)\n\nHTTP/1.1 404 Not Found\n{BODY}{{"error": {{"code": "x"}}}}\n',
            [],
        ),
    ],
)
def test_what_is_wrong_is_told_at_its_line(text: str, expected: list[str], tmp_path: Path) -> None:
    assert checked(text, "wrong.http", tmp_path) == expected


def test_the_line_is_the_file_s_in_markdown_too(tmp_path: Path) -> None:
    text = f'# Change\n\n```http\nPATCH /Orders(1)\n{BODY}{{"Note": 1}}\n```\n'
    assert checked(text, "wrong.md", tmp_path) == ["7:2 wrong-type"]


def test_a_hint_says_what_is_there(tmp_path: Path) -> None:
    path = tmp_path / "wrong.http"
    path.write_text("GET /Ordes\n\n###\nGET /Orders?$filtr=x\n\n###\nPUT /Orders\n", "utf-8")
    examples, _ = api.read_examples(path)
    hints = [each.hint for each in shop().check(examples)]
    assert hints == [
        "where 'Ordes' stands there are: Orders",
        "did you mean '$filter'?",
        "there are: GET, POST",
    ]


@pytest.mark.parametrize(
    "target",
    [
        "/Orders(7)",
        "/Orders/7",
        "Orders(7)",
        "https://any.example/Orders(7)",
        "https://any.example/a/b/v4/orders(Number=7)",
        "{{host}}/Orders(7)",
    ],
)
def test_any_root_and_any_spelling_of_a_key_will_do(target: str, tmp_path: Path) -> None:
    assert checked(f"GET {target}\n", "get.http", tmp_path) == []
