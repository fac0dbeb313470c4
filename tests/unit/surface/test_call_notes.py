"""What is said of calls beside their description."""

from __future__ import annotations

import pytest
from unit.plan.planned import surface_of

from edmund.diagnostics import EdmundError
from edmund.surface.call_notes import CallNotes, MethodNote, PagesNote, with_notes
from edmund.surface.elements import Surface
from edmund.surface.exchange import HttpCall, Pages, Paging

CURSOR = "parameters: [{name: cursor, in: query, schema: {type: string}}]"
DOCUMENT = f"""
paths:
  /pets: {{get: {{{CURSOR}, responses: {{204: {{description: a}}}}}}, post: {{responses: {{204: {{description: a}}}}}}}}
  /pets/{{petId}}: {{get: {{responses: {{204: {{description: a}}}}}}}}
  /toys: {{get: {{{CURSOR}, responses: {{204: {{description: a}}}}}}}}
"""


def noted(notes: CallNotes) -> dict[str, HttpCall]:
    surface: Surface = with_notes(surface_of(DOCUMENT), notes)
    return {
        f"{call.http.method} {resource.id}": call.http
        for resource in surface.resources
        for call in resource.calls
        if call.http is not None
    }


def test_names_go_to_the_calls_that_they_are_of() -> None:
    calls = noted(
        CallNotes((MethodNote(("pets", "all"), "get /pets"), MethodNote(("one",), "GET /pets/{x}")))
    )
    assert {call: http.name for call, http in calls.items() if http.name} == {
        "GET /pets": ("pets", "all"),
        "GET /pets/{petId}": ("one",),
    }


def test_pages_by_a_pattern_are_of_calls_that_have_the_parameter_and_later_ones_win() -> None:
    all_of_them = Pages(Paging.CURSOR, (), ("next",), "cursor")
    one = Pages(Paging.LINK_HEADER)
    calls = noted(CallNotes((), (PagesNote("GET /**", all_of_them), PagesNote("GET /toys", one))))
    assert {call: http.pages for call, http in calls.items() if http.pages} == {
        "GET /pets": all_of_them,
        "GET /toys": one,
    }


@pytest.mark.parametrize(
    "notes",
    [
        CallNotes((MethodNote(("a",), "GET /pet"),)),
        CallNotes((MethodNote(("a",), "DELETE /pets"),)),
        CallNotes((MethodNote(("a",), "/pets"),)),
        CallNotes((MethodNote(("a",), "GET /**"),)),
        CallNotes((), (PagesNote("GET /pets", Pages(Paging.PAGE, parameter="page")),)),
        CallNotes((), (PagesNote("POST /pets/**", Pages(Paging.CURSOR, (), (), "cursor")),)),
    ],
)
def test_a_note_that_is_of_no_call_or_of_several_is_told(notes: CallNotes) -> None:
    with pytest.raises(EdmundError) as failure:
        noted(notes)
    assert [each.code for each in failure.value.diagnostics] == ["EDM757"]
