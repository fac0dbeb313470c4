"""The file of what a description leaves unsaid of its calls."""

from __future__ import annotations

import pytest

from edmund.config.call_file import call_file_text, parse_call_file
from edmund.config.inputs import InputFile
from edmund.diagnostics import EdmundError
from edmund.surface.exchange import Pages, Paging


def parsed(text: str) -> object:
    return parse_call_file(InputFile("calls.toml", text.encode()))


def test_names_and_pages() -> None:
    notes = parse_call_file(
        InputFile(
            "calls.toml",
            b"""
[resources]
ping = "GET /ping"
[resources.pets]
list = "GET /pets"
[resources.pets.toys]
get = "GET /pets/{id}/toys"
[pages."GET /**"]
kind = "cursor"
items = "data.items"
next = "meta.next"
parameter = "cursor"
[pages."GET /pets"]
kind = "page"
parameter = "page"
first = 0
[pages."GET /x"]
kind = "link-header"
""",
        )
    )
    assert [(each.name, each.call) for each in notes.methods] == [
        (("ping",), "GET /ping"),
        (("pets", "list"), "GET /pets"),
        (("pets", "toys", "get"), "GET /pets/{id}/toys"),
    ]
    assert [(each.calls, each.pages) for each in notes.pages] == [
        ("GET /**", Pages(Paging.CURSOR, ("data", "items"), ("meta", "next"), "cursor")),
        ("GET /pets", Pages(Paging.PAGE, (), (), "page", 0)),
        ("GET /x", Pages(Paging.LINK_HEADER)),
    ]
    assert [each.span.line for each in notes.methods if each.span is not None] == [3, 5, 7]


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("= 1", "EDM602", 0),
        ("[resource.pets]\nlist = 'GET /'", "EDM603", 1),
        ("pages = 1", "EDM604", 1),
        ("[resources]\nlist = 1", "EDM604", 2),
        ("[pages]\na = 1", "EDM604", 2),
        ("[pages.'GET /']\nkind = 'cursors'", "EDM604", 2),
        ("[pages.'GET /']\nitems = 'a'", "EDM604", 1),
        ("[pages.'GET /']\nkind = 'cursor'\nnext = 'a'", "EDM605", 1),
        ("[pages.'GET /']\nkind = 'offset'\nparameter = 1", "EDM604", 3),
        ("[pages.'GET /']\nkind = 'offset'\nparameter = 'a'\nfirst = -1", "EDM604", 4),
        ("[pages.'GET /']\nkind = 'offset'\nparameter = 'a'\nmore = 1", "EDM603", 4),
    ],
)
def test_what_is_wrong_is_told_at_its_line(text: str, code: str, line: int) -> None:
    with pytest.raises(EdmundError) as failure:
        parsed(text)
    told = failure.value.diagnostics[0]
    assert (told.code, told.span and told.span.line) == (code, line)


def test_names_are_written_as_they_are_read() -> None:
    names = {
        "GET /pets": ("pets", "list"),
        "GET /pets/{id}": ("pets", 'get "one"'),
        "POST /x": ("pet stores", "toys", "create"),
        "GET /": ("ping",),
    }
    text = call_file_text(names)
    notes = parse_call_file(InputFile("calls.toml", text.encode()))
    assert {each.call: each.name for each in notes.methods} == names
    assert call_file_text(dict(reversed(names.items()))) == text
