"""Query options: select and expand with what is nested in them, search, grouping, whole query strings."""

from __future__ import annotations

import pytest

from edmund.diagnostics import EdmundError
from edmund.queries.dialect import V2, V3, V4, V401, Dialect
from edmund.queries.expressions import Comparison, Literal, LiteralKind
from edmund.queries.option_parsing import parse_option, parse_query
from edmund.queries.option_printing import print_options, query_string
from edmund.queries.options import AllOf, AnyOf, Excluded, Phrase, Query, Search, Word
from edmund.queries.search import parse_search, print_search

CANONICAL = [
    ("$expand", "Items"),
    ("$expand", "Customer/$ref,Items($expand=Product/$ref)"),
    ("$expand", "Items($select=Quantity;$expand=Product($select=Name,Price);@c=15)"),
    ("$expand", "Items($filter=Name eq 'a;b)';$orderby=Name desc;$top=5;$skip=1;$count=true)"),
    ("$expand", "Items/$count($filter=Name eq 'Hugo')"),
    ("$expand", "Items/$count($search=Hugo)"),
    ("$expand", "Category($levels=4),Category($levels=max)"),
    ("$expand", "*,*/$ref,*($levels=2),Category"),
    ("$expand", "Address/*,Address/Model.Located/*,Model.Vip/Address/*/$ref"),
    ("$expand", "$value,Thumbnail"),
    ("$expand", "@Ns.Term($top=2),@Ns.Term/Products"),
    ("$expand", "Sales($compute=Amount mul Product/TaxRate as Tax)"),
    ("$select", "*"),
    ("$select", "Rating,Address/Street,Address/Model.Located/Place"),
    ("$select", "Model.Act,Model.Most(Location,Kind),Model.*"),
    ("$select", "Address($select=Street,Model.Located/Place)"),
    ("$select", "Addresses($filter=startswith(City,'H');$search=blue;$orderby=$it;$top=5;@c=15)"),
    ("$select", "@Measures.Currency,Address/@Core.Messages($top=5)"),
    ("$orderby", "Name,Rating desc,Items/$count,Price mul 2"),
    ("$orderby", "Price/@Measures.Currency"),
    ("$compute", "Amount mul Product/TaxRate as Tax,day(Time/Date) as WeekDay"),
    ("$filter", "Price gt 5"),
    ("$apply", "groupby((Customer/Country,Product/Name),aggregate(Amount with sum as Total))"),
    ("$apply", "filter(Amount gt 1)/aggregate($count as Count,Amount with average as Mean)"),
    ("$apply", "groupby((rollup($all,Customer/Country,Customer/Name),Currency))"),
    ("$apply", "concat(topcount(2,Amount),aggregate(Amount with max as Most))"),
    ("$apply", "compute(Amount mul 2 as Twice)/orderby(Twice desc)/skip(1)/top(5)"),
    ("$apply", "expand(Sales,filter(Amount gt 3))/search(blue AND green)"),
    ("$apply", "identity/bottompercent(50,Amount)/com.x.custom(a=1)"),
    ("$search", 'blue AND (green OR "light red") AND NOT black'),
    ("$top", "5"),
    ("$skip", "0"),
    ("$count", "false"),
    ("$index", "-42"),
    ("$format", "application/json;odata.metadata=full"),
]
REFUSED = [
    ("$expand", "Category($levels=04)", 18, "a number from 1"),
    ("$expand", "Items($count=true;$count=true)", 19, "there twice"),
    ("$expand", "Items($fliter=a)", 7, "is no query option of an item"),
    ("$expand", "Items(", 7, "a query option"),
    ("$expand", "Items/$ref/Name", 11, "the end is expected"),
    ("$expand", "Manager($search=gr(een)", 24, "')' is expected"),
    ("$expand", "A,", 3, "the name of a property"),
    ("$select", "A;B", 2, "the end is expected"),
    ("$top", "-1", 1, "a whole number"),
    ("$top", "1e3", 1, "a whole number"),
    ("$top", "99999999999999999999", 1, "too large"),
    ("$count", "yes", 1, "'true' or 'false'"),
    ("$orderby", "Name descending", 6, "the end is expected"),
    ("$compute", "Amount mul 2", 13, "'as' is expected"),
    ("$apply", "grupby((A))", 1, "no transformation 'grupby'"),
    ("$apply", "groupby(A)", 9, "'(' is expected"),
    ("$search", '"blue', 1, "has no end"),
    ("$search", "(blue", 1, "has no end"),
    ("$search", "blue)", 5, "closes none"),
    ("$search", "", 1, "a word or a phrase"),
]


@pytest.mark.parametrize(("name", "text"), CANONICAL)
def test_canonical_texts_stay_as_they_are(name: str, text: str) -> None:
    query = parse_option(name, text)
    assert print_options(query) == ((name, text),)
    assert parse_query(query_string(query)).query == query


@pytest.mark.parametrize(("name", "text", "column", "said"), REFUSED)
def test_what_is_no_option(name: str, text: str, column: int, said: str) -> None:
    with pytest.raises(EdmundError) as refused:
        parse_option(name, text)
    (found,) = refused.value.diagnostics
    assert (found.code, found.span and found.span.column) == ("EDM920", column), found
    assert said in found.message


def test_deep_expands_are_told() -> None:
    for name in ("$expand", "$select"):
        with pytest.raises(EdmundError) as refused:
            parse_option(name, f"A({name}=" * 10_000)
        assert refused.value.diagnostics[0].code == "EDM921"
    with pytest.raises(EdmundError) as refused:
        parse_option("$apply", "concat(" * 10_000)
    assert refused.value.diagnostics[0].code == "EDM921"
    for text in ("(" * 10_000, "NOT " * 10_000 + "a"):
        with pytest.raises(EdmundError) as refused:
            parse_search(text)
        assert refused.value.diagnostics[0].code == "EDM921"


@pytest.mark.parametrize(
    ("text", "search"),
    [
        ("blue green", AllOf((Word("blue"), Word("green")))),
        ("NOT blue", Excluded(Word("blue"))),
        ("NOT NOT", Excluded(Phrase("NOT"))),
        ("AND OR", AllOf((Phrase("AND"), Phrase("OR")))),
        ("AND OR NOT", AnyOf((Phrase("AND"), Phrase("NOT")))),
        ("a OR b c", AnyOf((Word("a"), AllOf((Word("b"), Word("c")))))),
        ('"say \\"no\\" \\\\"', Phrase('say "no" \\')),
        ("Daniel's", Word("Daniel's")),
        ("a;b", Phrase("a;b")),
    ],
)
def test_search(text: str, search: Search) -> None:
    assert parse_search(text) == search
    assert parse_search(print_search(search)) == search


def test_a_word_that_is_none_becomes_a_phrase() -> None:
    assert print_search(Word('a" OR b')) == '"a\\" OR b"'
    assert print_search(Word("NOT")) == '"NOT"'


def test_a_whole_query() -> None:
    text = "$filter=Name%20eq%20'O%27%27Neil%20%26%20S%C3%B6hne'&$select=Name&$top=5&@p=%5B1,2%5D&own=a%26b"
    read = parse_query(text)
    assert read.query.custom == (("own", "a&b"),)
    assert isinstance(read.query.filter, Comparison)
    assert read.query.filter.right == Literal(LiteralKind.STRING, "O'Neil & Söhne")
    assert parse_query(query_string(read.query)).query == read.query


def test_columns_are_those_of_the_encoded_text() -> None:
    text = "$top=1&$filter=%C3%A4%20eq%20%27x%27%20und"
    with pytest.raises(EdmundError) as refused:
        parse_query(text, name="url", first=8)
    span = refused.value.diagnostics[0].span
    assert span is not None and (span.file, span.column) == ("url", 8 + text.index("und"))


def test_a_plus_sign_is_none_of_a_space() -> None:
    assert query_string(parse_query("$filter=a%20eq%20'1+2'").query) == "$filter=a%20eq%20'1%2B2'"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("$fitler=true", "OData has no query option '$fitler'"),
        ("$filter=a&$filter=b", "'$filter' is there twice"),
        ("$count", "'$count' has no value"),
        ("$filter =true", "OData has no query option '$filter '"),
    ],
)
def test_what_is_no_query(text: str, said: str) -> None:
    with pytest.raises(EdmundError) as refused:
        parse_query(text)
    assert said in str(refused.value)


@pytest.mark.parametrize("dialect", [V401, V4], ids=lambda d: d.version.value)
def test_the_dollar_sign_is_optional_since_4_01(dialect: Dialect) -> None:
    query = parse_query("top=5&find=x", dialect).query
    if dialect is V401:
        assert query == Query(top=5, custom=(("find", "x"),))
    else:
        assert query == Query(custom=(("top", "5"), ("find", "x")))


def test_an_encoded_semicolon_does_not_end_a_nested_search() -> None:
    query = parse_query("$expand=Manager($search=a%3Bb;$top=1)").query
    assert query.expand[0].options == Query(search=Phrase("a;b"), top=1)


@pytest.mark.parametrize("dialect", [V2, V3], ids=lambda d: d.version.value)
def test_versions_before_the_standard_expand_by_paths(dialect: Dialect) -> None:
    query = parse_option(
        "$expand", "Items($select=Quantity;$expand=Product($select=Name)),Customer"
    )
    assert query_string(query, dialect) == (
        "$select=Items/Quantity,Items/Product/Name&$expand=Items,Items/Product,Customer"
    )
    with pytest.raises(ValueError, match="no options"):
        query_string(parse_option("$expand", "Items($top=5)"), dialect)
    assert parse_query("$inlinecount=allpages", dialect).query == Query(count=True)
    assert query_string(Query(count=True), dialect) == "$inlinecount=allpages"
