"""Queries against a service: what it does not have, what does not fit, what it does not take."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from edmund.api import Diagnostic, Loaded, Severity, check_query, load

SHOP = Path(__file__).parents[2] / "vectors" / "queries.csdl"


@cache
def shop() -> Loaded:
    return load(SHOP)


def findings(url: str) -> tuple[Diagnostic, ...]:
    return check_query(shop(), url)


GOOD = [
    "/Products",
    "/Products?$filter=Name eq 'a' and Price gt 2.5 and Rating in (1,2)",
    "/Products?$filter=startswith(tolower(Name),'a') and not Fragile",
    "/Products?$filter=year(Sold) eq 2020 and date(Sold) ge Released and Sold gt 2020-01-01",
    "/Products?$filter=Sold add duration'P1D' gt now() and Took gt 'PT1H'",
    "/Products?$filter=Sold sub now() lt Took and -Price mul 2 lt 5",
    "/Products?$filter=Code eq 01234567-89ab-cdef-0123-456789abcdef and Opens lt 12:00",
    "/Products?$filter=Colour eq 'Red' and Colour has shop.Colour'Red,Green' and Colour ne '8'",
    "/Products?$filter=Colour has ex.shop.Colour'Red'",
    "/Products?$filter=Tags/any(t:t eq 'x') and Tags/$count gt 2 and 'x' in Tags",
    "/Products?$filter=Stores/any(s:s/City eq 'Ulm' and s/Number gt $it/Rating)",
    "/Products?$filter=Origin/City eq Name and Category/Title eq null",
    "/Products?$filter=Parts/all(p:p/Parts/any(q:q/ID lt p/ID))",
    "/Products?$filter=Parts/$count($filter=Price gt 5) gt 2",
    "/Products?$filter=Parts/$filter(Price gt 5)/$count gt 2",
    "/Products?$filter=shop.Book/Author eq 'x' or isof(ex.shop.Book)",
    "/Products?$filter=cast(Rating,Edm.String) eq '5' and isof(Origin,shop.Address)",
    "/Products?$filter=shop.Similar(to='x')/$count gt 1",
    "/Products?$filter=geo.distance(Place,geography'Point(1 1)') lt 5",
    "/Products?$filter=Category/anything eq 5 and Price/@Measures.Currency eq 'EUR'",
    '/Products?$filter=Rating eq @r and Name in @names&@r=5&@names=["a","b"]',
    "/Products?$filter=case(Price gt 5:1,true:0) eq 1",
    "/Products?$compute=Price mul 2 as Twice&$filter=Twice gt 5&$orderby=Twice desc&$select=Twice",
    "/Products?$apply=groupby((Category/Title),aggregate(Price with sum as Sum))&$filter=Sum gt 5",
    "/Products?$select=ID,Name,Origin/City,shop.Book/Author,*,shop.Discount,Category",
    "/Products?$select=Stores($filter=City eq 'Ulm';$top=1)",
    "/Products?$expand=Category($select=Title;$expand=Products($filter=Price gt 1)),Parts/$count",
    "/Products?$expand=shop.Book/Parts($levels=max),Origin/Country,*,Photo",
    "/Products?$orderby=Name,Price desc,Tags/$count,length(Name)&$top=5&$skip=1&$count=true",
    '/Products?$search=blue OR NOT "light red"',
    "/Products/5?$select=Name",
    "/Products(5)/Parts?$filter=Price gt 5",
    "/Products/$count?$filter=Price gt 5",
    "/Best?$select=Author&$expand=Parts",
    "/Products/5/ex.shop.Similar(to='x')?$filter=Price gt 5",
    "https://shop.example/v1/api/Products?$filter=Price%20gt%205",
    "/Asked?$filter=ID gt 0&tenant=x",
    "/Orders?$filter=Name eq 'a' and Rank eq 1 and Age in (5,6) and contains(Note,'x')",
    "/Orders?$filter=startswith(Name,'a')&$orderby=Age,Rank desc&$search=a b",
]
# URL, code, what the finding points at, a part of what is said, of the hint.
BAD = [
    ("/Product?$top=1", "EDM611", "/Product", "nothing is addressed", "Products"),
    ("/Products?$filter=Nam eq 'a'", "EDM922", "Nam ", "no property 'Nam'", "'Name'"),
    ("/Products?$filter=name eq 'a'", "EDM922", "name ", "no property 'name'", "'Name'"),
    ("/Products?$filter=Author eq 'a'", "EDM922", "Author", "no property", "ex.shop.Book/Author"),
    ("/Products?$filter=Origin/Town eq 'a'", "EDM922", "Town", "ex.shop.Address has no", None),
    ("/Products?$filter=Name/x eq 'a'", "EDM922", "x eq", "a string, which has no", None),
    ("/Products?$filter=Parts/any(p:p/Nme eq 'a')", "EDM922", "Nme", "no property", "Name"),
    ("/Products?$filter=Parts/any(p:q/Name eq 'a')", "EDM922", "q/Name", "no property 'q'", None),
    ("/Products?$filter=Colour eq 'Gren'", "EDM922", "'Gren'", "no member 'Gren'", "'Green'"),
    ("/Products?$filter=Colour eq shop.Color'Red'", "EDM922", "shop.Color", "no type", "Colour"),
    ("/Products?$filter=isof(ex.shop.Bok)", "EDM922", "isof", "no type 'ex.shop.Bok'", "Book"),
    ("/Products?$filter=ex.shop.Bok/ID eq 1", "EDM922", "ex.shop.Bok", "no type", "Book"),
    ("/Products?$filter=ex.shop.Category/ID eq 1", "EDM923", "ex.shop", "is never a", None),
    ("/Products?$filter=startwith(Name,'a')", "EDM922", "startwith", "no function", "startswith"),
    ("/Products?$filter=Name eq @p", "EDM922", "@p", "nothing gives '@p'", None),
    ("/Products?$filter=Name eq 5", "EDM923", "eq 5", "a string cannot", "in quotes: '5'"),
    ("/Products?$filter=Price eq '5'", "EDM923", "eq '", "a number cannot", "without quotes"),
    ("/Products?$filter=Fragile eq 'true'", "EDM923", "eq '", "a boolean", "without quotes"),
    ("/Products?$filter=Sold gt '2020-01-01'", "EDM923", "gt", "a date and time", "without quotes"),
    ("/Products?$filter=Name", "EDM923", "Name", "a condition is needed here, not a string", None),
    ("/Products?$filter=Name and Fragile", "EDM923", "Name", "a condition is needed", None),
    ("/Products?$filter=Name add 1 eq 2", "EDM923", "add", "cannot take a string and", None),
    ("/Products?$filter=length(Price) eq 2", "EDM923", "length", "takes a string or a coll", None),
    ("/Products?$filter=year(Name) eq 2", "EDM923", "year", "takes a date or", None),
    ("/Products?$filter=Rating has 'Red'", "EDM923", "has", "is for enumerations", None),
    ("/Products?$filter=Rating in ('a')", "EDM923", "'a'", "cannot be compared", "without"),
    ("/Products?$filter=Rating in Name", "EDM923", "in Name", "needs a collection", None),
    ("/Products?$filter=Name in @p&@p=[1]", "EDM923", "in @p", "is never in", None),
    ("/Products?$filter=Name/any(n:true)", "EDM923", "any", "is for collections", None),
    ("/Products?$filter=Stores/City eq 'a'", "EDM923", "City", "asked of a coll", "any(x:x/City"),
    ("/Products?$filter=Origin gt Origin", "EDM923", "gt", "cannot order", None),
    ("/Products?$filter=Parts/any(p:p/Name)", "EDM923", "any", "a condition is needed", None),
    ("/Products?$orderby=Tags", "EDM923", "Tags", "nothing is sorted by a collection", None),
    ("/Products?$orderby=Nam desc", "EDM922", "Nam", "no property", "'Name'"),
    ("/Products?$select=ID,Nam", "EDM922", "Nam", "no property", "'Name'"),
    ("/Products?$select=Origin/Cty", "EDM922", "Origin", "no property 'Cty'", "'City'"),
    ("/Products?$expand=Category($select=Titel)", None, "Titel", "declares no", "'Title'"),
    ("/Products?$expand=Parts($filter=Nam eq 1)", "EDM922", "Nam", "no property", "'Name'"),
    ("/Products?$expand=Category($top=1)", "EDM925", "Category", "'$top' is not taken for", None),
    ("/Products?$expand=Part", "EDM922", "Part", "no property 'Part'", "'Parts'"),
    ("/Products?$expand=Name", "EDM924", "Name", "a part of its item", "$select=Name"),
    ("/Products?$compute=Pric mul 2 as T", "EDM922", "Pric", "no property", "'Price'"),
    ("/Products?$apply=filter(Nam eq 'a')", "EDM922", "Nam", "no property", "'Name'"),
    ("/Products?$apply=groupby((Nam))", "EDM922", "groupby", "no property", "'Name'"),
    ("/Products?$fitler=true", "EDM920", "$fitler", "no query option", "'$filter'"),
    ("/Products?$filter=a eq 1) or (b", "EDM920", ")", "the end is expected", None),
    ("/Plain?$filter=ID eq 1", "EDM925", "ID", "'$filter' is not taken here", "it takes $"),
    ("/Plain?$top=1", "EDM925", "1", "'$top' is not taken here", None),
    ("/Products/5?$filter=ID eq 1", "EDM925", "ID", "'$filter' is not taken here", None),
    ("/Asked?$top=1&tenant=x", "EDM926", "$top", "'$filter' is required here", None),
    ("/Asked?$filter=ID gt 1", "EDM926", "$filter", "'tenant' is required", None),
    ("/Orders?$filter=ID eq 1", "EDM926", "ID", "has to ask for 'Name'", None),
    (
        "/Orders?$filter=Name eq 'a' and Secret eq 'x'",
        "EDM924",
        "Secret",
        "cannot be filtered",
        "it can be selected",
    ),
    (
        "/Orders?$filter=Name eq 'a' and Origin/City eq 'x'",
        "EDM924",
        "Origin",
        "cannot be filtered",
        "sorted by and selected",
    ),
    (
        "/Orders?$filter=Name eq 'a' and Stores/any(s:s/City eq 'x')",
        "EDM924",
        "s/City",
        "'Stores/City' cannot be filtered",
        None,
    ),
    ("/Orders?$filter=Name eq 'a' and Rank gt 1", "EDM924", "Rank", "with 'gt'", "it takes eq"),
    (
        "/Orders?$filter=Name eq 'a' and (Rank eq 1 or Rank eq 2)",
        "EDM924",
        "Rank eq 2",
        "one condition",
        None,
    ),
    (
        "/Orders?$filter=Name eq 'a' and startswith(Note,'x') and Age ne 1",
        "EDM924",
        "Age",
        "with 'ne'",
        None,
    ),
    (
        "/Orders?$filter=endswith(Name,'a')",
        "EDM924",
        "endswith",
        "does not filter with",
        "it has startswith, contains",
    ),
    (
        "/Orders?$filter=Name eq 'a'&$orderby=Secret",
        "EDM924",
        "Secret",
        "cannot be sorted by",
        "selected",
    ),
    (
        "/Orders?$filter=Name eq 'a'&$orderby=Age desc",
        "EDM924",
        "Age",
        "ascending order alone",
        None,
    ),
    ("/Orders?$filter=Name eq 'a'&$orderby=Rank", "EDM924", "Rank", "descending order alone", None),
    (
        "/Orders?$filter=Name eq 'a'&$expand=Hidden",
        "EDM924",
        "Hidden",
        "cannot be expanded",
        "/Hidden",
    ),
    (
        "/Orders?$filter=Name eq 'a'&$expand=Parts($expand=Parts($expand=Parts))",
        "EDM924",
        "Parts)",
        "2 levels deep",
        None,
    ),
    (
        "/Orders?$filter=Name eq 'a'&$search=a OR b",
        "EDM924",
        "a OR",
        "does not search with 'OR'",
        None,
    ),
    ("/Products/5/ex.shop.Discount?$top=1", "EDM925", "$top", "takes no GET", None),
]


@pytest.mark.parametrize("url", GOOD)
def test_what_the_service_takes(url: str) -> None:
    assert findings(url) == ()


@pytest.mark.parametrize(
    ("url", "code", "place", "said", "hint"), BAD, ids=[f"{row[0]}" for row in BAD]
)
def test_what_it_does_not(
    url: str, code: str | None, place: str, said: str, hint: str | None
) -> None:
    (found,) = findings(url)
    assert said in found.message, found
    assert (hint or "") in (found.hint or ""), found
    assert found.code == (code or "EDM922")
    assert found.severity is (Severity.ERROR if code else Severity.WARNING)
    assert found.span is not None
    assert url[found.span.column - 1 :].startswith(place), (found, url[found.span.column - 1 :])


def test_all_that_is_wrong_is_told_at_once() -> None:
    found = findings("/Products?$filter=Nam eq 1 and Price eq '5'&$select=X&$expand=Y")
    assert [one.code for one in found] == ["EDM922", "EDM923", "EDM922", "EDM922"]
    columns = [one.span.column for one in found if one.span is not None]
    assert columns == sorted(columns)
