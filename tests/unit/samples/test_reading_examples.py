"""Examples out of `.http` files and Markdown, each part with its line."""

import pytest

from edmund.samples.exchange import Body, Example, Header
from edmund.samples.read import read_text

HTTP = """\
# Calls of a shop.
@root = https://shop.example/odata
@orders = {{root}}/Orders

### Take an order
# @name take-order
# @note The number is made by the service.
# @no-log
// A note without a tag.
POST {{orders}} HTTP/1.1
Content-Type: application/json
# a comment among the fields
Prefer: return=minimal

{
  "customer": "{{unknown}}"
}

HTTP/1.1 201 Created
Location: /Orders(1)

{"id": 1}

###
GET {{root}}/Orders
    ?$top=5
    &$skip=2

### Only spelled by its path
/Orders(1)

> {% client.test() %}
"""


def read(text: str, file: str = "shop.http") -> tuple[Example, ...]:
    examples, found = read_text(text.encode(), file)
    assert found == ()
    return examples


def codes(text: str, file: str = "shop.http") -> list[tuple[str, int]]:
    _, found = read_text(text.encode(), file)
    return [(each.code, each.span.line if each.span else -1) for each in found]


def test_a_request_has_its_fields_body_and_answer() -> None:
    example = read(HTTP)[0]
    assert (example.name, example.title) == ("take-order", "Take an order")
    assert example.notes == ("The number is made by the service.", "A note without a tag.")
    request = example.request
    assert (request.method, request.target) == ("POST", "https://shop.example/odata/Orders")
    assert request.line == 10
    assert request.headers == (
        Header("Content-Type", "application/json", 11),
        Header("Prefer", "return=minimal", 13),
    )
    assert request.body == Body('{\n  "customer": "{{unknown}}"\n}', 15)
    assert example.answer is not None
    assert (example.answer.status, example.answer.line) == (201, 19)
    assert example.answer.header("location") == "/Orders(1)"
    assert example.answer.body == Body('{"id": 1}', 22)


def test_a_query_may_go_on_in_lines_of_its_own_and_get_may_be_left_out() -> None:
    examples = read(HTTP)
    assert examples[1].request.target == "https://shop.example/odata/Orders?$top=5&$skip=2"
    assert (examples[2].request.method, examples[2].request.target) == ("GET", "/Orders(1)")
    assert examples[2].request.body is None


def test_names_are_made_where_none_is_given_and_none_is_twice() -> None:
    text = "GET /a\n###\nGET /b\n### Ünd so, weiter?\nDELETE /c\n###\n# @name get\nGET /d\n"
    assert [each.name for each in read(text)] == ["get", "get-2", "nd-so-weiter", "get-3"]


def test_line_ends_of_windows_and_a_byte_order_mark_are_read() -> None:
    examples, found = read_text(b"\xef\xbb\xbfGET /a\r\nAccept: text/plain\r\n\r\n", "a.http")
    assert found == ()
    assert examples[0].request.headers == (Header("Accept", "text/plain", 2),)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", [("EDM940", 0)]),
        ("# only a comment\n", [("EDM940", 0)]),
        ('{"json": true}\n', [("EDM941", 1)]),
        ("FETCH /a\n", [("EDM941", 1)]),
        ("###\n\nHTTP/1.1 200 OK\n", [("EDM941", 3)]),
        ("GET /a\nno field here\n\n", [("EDM942", 2)]),
        ("GET /a\n###\nPOST\n", [("EDM941", 3)]),
    ],
)
def test_what_is_no_example_is_told_at_its_line(text: str, expected: list[tuple[str, int]]) -> None:
    assert codes(text) == expected


def test_bytes_that_are_no_text_are_no_example() -> None:
    examples, found = read_text(b"GET /\xff\xfe", "a.http")
    assert examples == ()
    assert [each.code for each in found] == ["EDM940"]


MARKDOWN = """\
# Create order

## HTTP request
<!-- { "blockType": "ignored" } -->
``` http
POST /Orders
```

## Examples
### Example 1: an order of one
#### Request
<!-- {
  "blockType": "request",
  "name": "create_order"
} -->
```http
POST https://shop.example/Orders
Content-type: application/json

{"customer": "A"}
```

#### Response
```http
HTTP/1.1 201 Created

{"id": 1}
```

```json
{"id": 1}
```

~~~http
GET /Orders
~~~
"""


def test_fenced_blocks_of_markdown_are_examples_with_the_heading_before_them() -> None:
    first, second = read(MARKDOWN, "create.md")
    assert (first.name, first.title) == ("create-order", "Example 1: an order of one")
    assert first.request.line == 17
    assert first.request.body == Body('{"customer": "A"}', 20)
    assert first.answer is not None
    assert first.answer.body == Body('{"id": 1}', 27)
    assert second.request.target == "/Orders"


def test_markdown_without_an_example_is_told() -> None:
    assert codes("# Nothing\n```json\n{}\n```\n", "a.md") == [("EDM940", 0)]
    assert codes("```http\nnothing\n```\n", "a.md") == [("EDM941", 2)]
