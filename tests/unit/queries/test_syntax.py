"""What is an expression and what is none: the forms of OData URL Conventions 4.01, and of the versions before.

The forms are those that the grammar's own test cases have (OData ABNF Test Cases 4.01), rule by rule.
"""

from __future__ import annotations

import time

import pytest

from edmund.diagnostics import EdmundError
from edmund.queries.dialect import V2, V3, V4, V401, Dialect
from edmund.queries.parsing import MAX_DEPTH, parse_expression
from edmund.queries.printing import print_expression

# Text, and its canonical text where that is another.
CANONICAL = [
    "true",
    "Completed",
    "Product/Supplier/Address/Street",
    "Supplier/Addresses/$count",
    "Thumbnail/Model.Available()",
    "Size eq 4.0",
    "Address/Model.Located/Place eq null",
    "Name ne 'Milk'",
    "Name gt 'Milk' or Price le 2.55 and Rating lt 3",
    "not endswith(Name,'ilk')",
    "not (not Completed)",
    "not (Name in ('a','b'))",
    "style has Sales.Pattern'Solid,Yellow'",
    "style has Sales.Pattern'32'",
    "style eq 'Yellow'",
    "Name in ('Milk','Cheese')",
    "Name in ()",
    "Name in Names",
    'Name in ["Milk","Cheese"]',
    '[FirstName,LastName] in [["John","Doe"],["Jane","Smith"]]',
    "Price add 2.45 mod 2",
    "(Price add 2.45) mod 2",
    "Price sub (Cost sub 1)",
    "Price divby 2 mul 3",
    "-Price",
    "-(Price add 1)",
    "-(5)",
    "-5 add -0.5e-3",
    "-INF lt NaN",
    "concat(concat(Street,'-'),City)",
    'contains(Names,["Fred","George"])',
    "substring(Name,5,2)",
    'hassubset(Names,["Milk"])',
    "hassubsequence([4,1,3],[4,3])",
    "matchesPattern(Name,'^A.*e$')",
    "date(Sold) eq 2012-09-03",
    "time(Sold) lt 11:22:33.4444444",
    "Sold ge 2012-09-03T14:53:00+02:00",
    "Sold ge -10000-04-01T00:00Z",
    "Sold eq 1972-06-30T23:59:60Z",
    "Took eq duration'-P6DT23H59M59.9999S'",
    "Id eq 01234567-89ab-cdef-0123-456789abcdef",
    "Data eq binary'Zm9vYg=='",
    "now() gt mindatetime()",
    "round(Price) eq floor(Cost)",
    "cast(Model.Customer)",
    "cast(Category,Edm.Boolean)",
    "isof(Place,Edm.GeographyPoint)",
    "isof(Collection(Edm.String))",
    "geo.distance(Place,geography'SRID=0;Point(142.1 64.1)') lt 5",
    "geo.intersects(Place,geometry'SRID=0;Polygon((1 1,1 1),(1 1,2 2,3 3,1 1))')",
    "case(X gt A:1,X lt A:-1,true:0)",
    "Products/any()",
    "Products/any(p:p/Completed and p/Name eq $it/Name)",
    "DirectReports/Sales.Manager/all(r:true)",
    "Names/any(n:n eq 'x')",
    "Groups/any(g:g/Members/all(m:m/Age gt g/Age))",
    '{"FirstName":Customer/FirstName,"Sizes":[1,2 add 3]}',
    '[[],{},true,false,null,42,{"no name":"value","@something":true}]',
    "endswith($this,'.com')",
    "$it eq @ref",
    "LastName eq $root/Employees('A1245')/LastName",
    "Items(1)/Name eq 'a'",
    "Items(Order=1,Item='a')/Name eq 'a'",
    "Price/@Measures.Currency eq 'EUR'",
    "@Core.Messages/any(m:m/severity eq 'error')",
    "Price/@Measures.Currency#Reporting eq 'EUR'",
    "Products/$count($filter=Price gt 5.00) gt 2",
    "Addresses/$filter(endswith(Street,'St'))/$count lt 10",
    "Products/$filter(Age gt 3)(Code='Sugar')/Name eq 'x'",
    "Model.Similar(Word1=Name,Word2=Supplier/Name)",
    'Products/Model.ByColor(colors=["red","green"])/Model.Best()/Name eq \'x\'',
    'Model.Available(complex={"Name":"double quote (\\") in value"})',
    "and eq or and eq eq 'eq'",
    "Name eq 'O''Neil'",
    "Name eq ''' or 1 eq 1 or '''",
    "größe eq 'Ø ☃ 💩'",
]
OTHERWISE = [
    ("tRUe eq FALSE", "true eq false"),
    ("Name EQ 'Milk' AND Price LT 2.55", "Name eq 'Milk' and Price lt 2.55"),
    ("( true )", "true"),
    ("(Name eq 'a') and (B)", "Name eq 'a' and B"),
    ("a and b and (c and d)", "a and b and (c and d)"),
    ("Products/any( p : true )", "Products/any(p:true)"),
    ("case( X gt 0 : 1 , true : 0)", "case(X gt 0 :1,true:0)"),
    ("Name in ( 'Milk', 'Cheese' )", "Name in ('Milk','Cheese')"),
    ("Name in (Names)", "Name in Names"),
    ("Name in [\"Miller\",'Smith']", 'Name in ["Miller","Smith"]'),
    ("x in ('a') eq true", "(x in ('a')) eq true"),
    ("a eq b eq c", "(a eq b) eq c"),
    ("not a eq b", "(not a) eq b"),
    ("Size eq +5", "Size eq 5"),
    ("maxdatetime( )", "maxdatetime()"),
    ("STARTSWITH(a,'x')", "startswith(a,'x')"),
    ("matchespattern(a,'x')", "matchesPattern(a,'x')"),
    ("isof('microsoft.graph.user')", "isof(microsoft.graph.user)"),
    ("a\teq\t1", "a eq 1"),
]
# Text, the column of what is wrong, and a part of what is said.
REFUSED = [
    ("", 1, "a value is expected"),
    ("a eq", 5, "a value is expected"),
    ("Name eq 'it", 9, "has no end"),
    ("'O'Neil'", 4, "the end is expected"),
    ("EmailAddresses eq ('Miller','Smith')", 28, "')' is expected"),
    ("Name in (First,Last)", 10, "literals alone"),
    ("Products/all()", 14, "the name of a variable"),
    ("a eq 2011-12-31T24:00Z", 6, "no literal of a date and time"),
    ("a eq 2012-09-03T14:53", 6, "no literal of a date and time"),
    ("a eq 42.", 8, "cannot stand here"),
    ("a eq .1", 6, "cannot stand here"),
    ("a eq 12L", 6, "no number of this version"),
    ("a eq guid'01234567-89ab-cdef-0123-456789abcdef'", 6, "no literals guid'...'"),
    ("a eq datetime'2000-01-01T00:00'", 6, "no literals datetime'...'"),
    ("a eq X'1a2B'", 6, "no literals X'...'"),
    ("a eq duration'P1Y'", 6, "is no duration"),
    ("substringof('a',b)", 1, "no function 'substringof'"),
    ("startswith(a)", 1, "takes 2 values, not 1"),
    ("a eq 1) or (b eq 2", 7, "the end is expected"),
    ("a eq 1 && b", 8, "'&' cannot stand here"),
    ("a == 1", 3, "the end is expected"),
    ("$foo eq 1", 1, "cannot be part of a path"),
    ("cast(a,5)", 8, "the name of a type"),
    ("[1,]", 4, "a value is expected"),
    ('{"a":1', 7, "'}' is expected"),
    ("01234g67-89ab-cdef-0123-456789abcdef eq a", 1, "cannot stand here"),
]
OLD = [
    "substringof('x',Name) eq true",
    "replace(Name,'a','b') eq 'c'",
    "Price gt 3.5m and Count eq 12L and Rate lt 1.5f and Share ge 2.25d",
    "Made eq datetime'2000-12-12T12:00:00'",
    "Seen eq datetimeoffset'2000-12-12T12:00:00Z'",
    "Took eq time'PT13H20M'",
    "Id eq guid'12345678-aaaa-bbbb-cccc-ddddeeeeffff'",
    "Data eq X'23ABFF'",
    "isof(Boss,'ns.Manager')",
    "cast(Price,'Edm.Int32') eq 3",
    "year(Made) eq 2000",
]


@pytest.mark.parametrize("text", CANONICAL)
def test_canonical_texts_stay_as_they_are(text: str) -> None:
    expression = parse_expression(text)
    assert print_expression(expression) == text
    assert parse_expression(print_expression(expression)) == expression


@pytest.mark.parametrize(("text", "canonical"), OTHERWISE)
def test_other_spellings(text: str, canonical: str) -> None:
    assert print_expression(parse_expression(text)) == canonical
    assert parse_expression(canonical) == parse_expression(text)


@pytest.mark.parametrize(("text", "column", "said"), REFUSED)
def test_what_is_no_expression(text: str, column: int, said: str) -> None:
    with pytest.raises(EdmundError) as refused:
        parse_expression(text)
    (found,) = refused.value.diagnostics
    assert (found.code, found.span and found.span.column) == ("EDM920", column), found
    assert said in found.message


@pytest.mark.parametrize("dialect", [V2, V3], ids=lambda d: d.version.value)
@pytest.mark.parametrize("text", OLD)
def test_versions_before_the_standard(text: str, dialect: Dialect) -> None:
    assert print_expression(parse_expression(text, dialect), dialect) == text


def test_contains_is_one_function_in_all_versions() -> None:
    old = parse_expression("substringof('x',Name)", V2)
    assert old == parse_expression("contains(Name,'x')", V4)
    assert print_expression(old, V401) == "contains(Name,'x')"


@pytest.mark.parametrize(
    "text", ["contains(a,'x')", "a eq 2000-01-01", "matchesPattern(a,'b')", "a eq duration'PT1S'"]
)
def test_what_versions_before_the_standard_lack(text: str) -> None:
    with pytest.raises(EdmundError):
        parse_expression(text, V2)


def test_what_4_0_lacks() -> None:
    with pytest.raises(EdmundError, match=r"OData 4\.0 has no function 'matchesPattern'"):
        parse_expression("matchesPattern(a,'b')", V4)


def test_a_hint_says_how_it_is_written_now() -> None:
    with pytest.raises(EdmundError) as refused:
        parse_expression("a eq datetime'2000-01-01T00:00'")
    assert refused.value.diagnostics[0].hint == (
        "since 4.0 it has an offset and no quotes: 2000-01-01T00:00Z"
    )


DEEP = [
    "(",
    "not ",
    "-",
    "[",
    "length(",
    "ns.f(",
    "case(true:",
    '{"a":',
    "a/any(x:",
    "a/$count($filter=",
    "a/$filter(",
    "cast(",
    "a in (",
    "a(",
    "1 eq (",
]


@pytest.mark.parametrize("piece", DEEP)
def test_depth_is_told_and_not_a_recursion_error(piece: str) -> None:
    with pytest.raises(EdmundError) as refused:
        parse_expression(piece * 20_000)
    assert refused.value.diagnostics[0].code == "EDM921"


@pytest.mark.parametrize("operator", ["add", "eq", "in", "has", "mul"])
def test_chains_of_operators_are_deep_too(operator: str) -> None:
    """They nest to the left without parentheses: whoever walks over them would run out of stack."""
    with pytest.raises(EdmundError) as refused:
        parse_expression(f" {operator} ".join(["a"] * (MAX_DEPTH + 2)))
    assert refused.value.diagnostics[0].code == "EDM921"


def test_time_is_by_length() -> None:
    def seconds(count: int) -> float:
        text = " or ".join(f"(not a{i} eq 'x''{i}' and b in ('a','b'))" for i in range(count))
        start = time.perf_counter()
        parse_expression(text)
        return time.perf_counter() - start

    seconds(50)
    small = min(seconds(300) for _ in range(3))
    assert min(seconds(3000) for _ in range(3)) < 40 * small


@pytest.mark.parametrize("text", ["'" + "''" * 100_000, '"' + "\\" * 100_001, "1" * 300_000])
def test_long_tokens_take_no_longer(text: str) -> None:
    start = time.perf_counter()
    try:
        parse_expression(text)
    except EdmundError as error:
        assert len(str(error)) < 500
    assert time.perf_counter() - start < 2
