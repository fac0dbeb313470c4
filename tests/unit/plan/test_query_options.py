"""Which query options calls offer, by what a language does where languages may differ."""

from __future__ import annotations

from dataclasses import fields

import pytest

from edmund.plan.policies import (
    QUESTIONS,
    ArgumentOrder,
    OfferedOptions,
    OwnOptions,
    Policies,
    ordered,
)
from edmund.plan.query_options import OFFERED_BY_LISTS, UsualSet, options_of
from edmund.surface.elements import (
    Call,
    CallKind,
    CustomParameter,
    HttpMethod,
    Parameter,
    QueryOption,
    Resource,
    ResourceKind,
)
from edmund.surface.types import ListOf, Named, Primitive

DESCRIBED = Policies()
USUAL = Policies(OfferedOptions.AS_USUAL, OwnOptions.BY_NAME)
PLAIN = Resource("collection:shop.Tool", ResourceKind.COLLECTION, None)
TENANT = CustomParameter("tenant", required=True)


def _list(
    *query: QueryOption, own: tuple[CustomParameter, ...] = (), of: str = "shop.Tool"
) -> Call:
    returns = ListOf(Named(of))
    return Call(CallKind.LIST, HttpMethod.GET, returns=returns, query=query, custom_query=own)


def test_options_that_the_service_refuses_are_offered_only_where_they_are_usual() -> None:
    call = _list(QueryOption.TOP)
    described = options_of(call, PLAIN, DESCRIBED)
    assert (described.set, described.system) == (UsualSet.OTHER, frozenset({QueryOption.TOP}))
    usual = options_of(call, PLAIN, USUAL)
    assert (usual.set, usual.system) == (UsualSet.LIST, OFFERED_BY_LISTS)


def test_more_than_usual_is_offered_by_both() -> None:
    call = _list(*OFFERED_BY_LISTS, QueryOption.DELTATOKEN)
    for policies in (DESCRIBED, USUAL):
        found = options_of(call, PLAIN, policies)
        assert found.set is UsualSet.OTHER
        assert found.system == {*OFFERED_BY_LISTS, QueryOption.DELTATOKEN}


@pytest.mark.parametrize("kind", [CallKind.INVOKE, CallKind.LIST_REFERENCES, CallKind.CREATE])
def test_other_calls_have_what_the_description_says(kind: CallKind) -> None:
    call = Call(kind, HttpMethod.GET, query=(QueryOption.FILTER,))
    assert options_of(call, PLAIN, USUAL).system == {QueryOption.FILTER}
    assert options_of(Call(kind, HttpMethod.GET), PLAIN, USUAL).set is UsualSet.NONE


def test_options_of_the_service_are_named_once_and_only_where_they_have_names() -> None:
    call = _list(*OFFERED_BY_LISTS, own=(TENANT, TENANT))
    assert options_of(call, PLAIN, USUAL).own == (TENANT,)
    assert options_of(call, PLAIN, DESCRIBED).own == ()
    assert options_of(call, PLAIN, DESCRIBED).set is UsualSet.LIST


def test_events_of_graph_are_asked_for_by_a_window_of_time() -> None:
    call = _list(*OFFERED_BY_LISTS, of="microsoft.graph.event")
    names = [each.name for each in options_of(call, PLAIN, USUAL).own]
    assert names == ["startDateTime", "endDateTime"]


def test_what_is_taken_out_of_a_collection_is_named_by_an_option() -> None:
    call = Call(CallKind.REMOVE_REFERENCE, HttpMethod.DELETE)
    collection = Resource("references", ResourceKind.REFERENCE_COLLECTION, None)
    assert options_of(call, collection, DESCRIBED).set is UsualSet.REMOVED_REFERENCE
    assert options_of(call, PLAIN, DESCRIBED).set is UsualSet.NONE


def test_parameters_stand_as_described_or_by_letter() -> None:
    parameters = [Parameter(name, Primitive("Edm.String")) for name in ("zone", "City", "area")]
    assert ordered(parameters, ArgumentOrder.AS_DESCRIBED) == parameters
    by_letter = ordered(parameters, ArgumentOrder.BY_LETTER)
    assert [each.name for each in by_letter] == ["area", "City", "zone"]


def test_each_policy_has_its_row_in_the_table() -> None:
    assert [question.field for question in QUESTIONS] == [each.name for each in fields(Policies)]
